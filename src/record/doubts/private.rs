//! What the public edition would tell of persons in a free text, in a series that publishes organisations alone: the names of those
//! whom the record lists, and how to reach somebody. Lists are emptied of both; a text stays as it was typed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::mentions::{Names, Telling};
use crate::diagnostic::{Diagnostic, Source, Span, slips};
use crate::french::bare_names::{is_of_body, may_name_person};
use crate::french::contacts::contacts;
use crate::french::folding::fold;
use crate::french::naming::without_title;
use crate::french::persons::{Likeness, People, is_titled, may_be_acronym, pieces};
use crate::record::RecordDoubt;
use crate::record::edition::{Hiding, Ways};
use crate::record::raw::{RawAgendaItem, RawDecision, RawMeeting, RawVote, RawVoteNames, Text};
use crate::record::texts::locate_shown;
use crate::toml_source::Field;

/// At most 20 places are shown: a name may stand in each paragraph.
pub(super) const MOST_PLACES: usize = 20;
/// What keeps a text from the public edition, and from no other.
const MARK: &str = "membres";

/// Those whom a series knows by name, in whatever record, or by its contacts.
#[derive(Clone, Debug, Default)]
pub struct KnownPersons {
    people: People,
    names: Names,
}

impl KnownPersons {
    /// Those of these names, of which some may be those of bodies: texts are not searched for such.
    #[must_use]
    pub fn of(names: &BTreeSet<&String>, is_body: impl Fn(&str) -> bool) -> Self {
        let names = names.iter().copied();
        Self {
            people: People::of(names.clone()),
            names: Names::of(names.filter(|name| !is_body(name))),
        }
    }
}

/// Those whom a record, or the contacts, know by name: whoever is surely meant by one of them is not published.
pub(in crate::record) struct Persons {
    listed: People,
    names: Names,
    /// Folded.
    bodies: BTreeSet<String>,
    /// Voters of one word, who may be persons or bodies, folded.
    unsure: BTreeSet<String>,
    /// Those who are named by one word alone, folded: whoever has another name too may be one of them.
    families: BTreeSet<String>,
}

impl Persons {
    /// Those of the record, of which more bodies are known than it tells itself.
    pub(in crate::record) fn of(
        raw: &RawMeeting,
        mut known_bodies: BTreeSet<String>,
        contacts_of_series: &[(String, Option<String>)],
    ) -> Self {
        known_bodies.extend(bodies(raw).map(|body| fold(body)));
        let voters = voters(raw).into_iter();
        let voters = voters.filter(|name| !known_bodies.contains(&fold(name)));
        let (voters, others): (Vec<&String>, Vec<&String>) =
            voters.partition(|name| may_name_person(name));
        let is_one_word = |name: &&&String| !name.trim().contains(char::is_whitespace);
        let unsure: Vec<&String> = others.iter().filter(is_one_word).copied().collect();
        let typed: Vec<&String> = names(raw).chain(voters).collect();
        let contacts = contacts_of_series.iter().map(|(name, _)| name);
        let is_family = |name: &&str| {
            let is_one_word = !name.trim().contains(char::is_whitespace);
            is_one_word && !may_be_acronym(name) && !is_of_body(name)
        };
        let families = typed.iter().chain(&unsure).map(|name| without_title(name));
        let families = families.filter(is_family).map(fold).collect();
        Self {
            families,
            listed: People::of(typed.iter().copied().chain(contacts)),
            names: Names::of(typed.into_iter()),
            unsure: unsure.into_iter().map(|name| fold(name)).collect(),
            bodies: known_bodies,
        }
    }

    /// Whether a text holds the one word by which somebody is named.
    fn holds_family(&self, text: &str) -> bool {
        let mut words = text.split(|sign: char| sign.is_whitespace() || sign == '-');
        !self.families.is_empty() && words.any(|word| self.families.contains(&fold(word)))
    }

    /// Where a text names one of them, or of those whom the series knows.
    fn mentions(&self, text: &str, others: &KnownPersons) -> Vec<Range<usize>> {
        let mut found = self.names.mentions(text, Telling::Much);
        let others = others.names.mentions(text, Telling::Most);
        let here: BTreeMap<usize, usize> = found.iter().map(|one| (one.start, one.end)).collect();
        let is_new = |other: &Range<usize>| {
            let before = here.range(..other.end).next_back();
            before.is_none_or(|(_, end)| *end <= other.start)
        };
        found.extend(others.into_iter().filter(is_new));
        found.sort_by_key(|one| one.start);
        found.truncate(MOST_PLACES);
        found
    }
}

/// The doubts about what `shown`, the record as the public edition has it, tells of those whom it knows, or other records.
pub(in crate::record) fn doubts(
    source: &Source,
    record: &Persons,
    shown: &RawMeeting,
    others: &KnownPersons,
) -> Vec<Diagnostic> {
    let among_owners = among_owners(record, shown, &others.people);
    let unsaid = Unsaid::of(shown);
    let ways = Ways::of(shown);
    let (mut named, mut reached) = (Vec::new(), Vec::new());
    for (text, span, kind) in shown.readable_texts().into_iter().chain(shown.free_texts()) {
        let hiding = ways.hiding(&span, kind);
        let place = |range: Range<usize>| (hiding, locate_shown(source, &span, text, range));
        if !unsaid.names.contains(&span.start) {
            let mentions = record.mentions(text, others);
            named.extend(mentions.into_iter().map(place));
        }
        if !unsaid.contacts.contains(&span.start) {
            let contacts = contacts(text).into_iter().take(MOST_PLACES);
            reached.extend(contacts.map(place));
        }
    }
    let in_path = record.names.are_in_path(&source.name);
    let in_path = in_path.then(|| in_path_of_record(RecordDoubt::NameInText));
    let named = told(
        RecordDoubt::NameInText,
        "ce texte, qui serait publié, nomme une personne",
        MARK,
        named,
    );
    let reached = told(
        RecordDoubt::ContactInText,
        "ce texte, qui serait publié, donne des coordonnées",
        MARK,
        reached,
    );
    let named = in_path.into_iter().chain(named).chain(reached);
    named.chain(among_owners).collect()
}

/// The doubt about where the record is kept: its pages have addresses of that.
pub(super) fn in_path_of_record(kind: RecordDoubt) -> Diagnostic {
    let title = "le nom de ce fichier, qui fait l’adresse de ses pages, nomme sans doute une personne qu’elles cachent";
    Diagnostic::new(kind, title).help("renommez le fichier, ou le dossier qui porte ce nom")
}

/// The doubt about owners, and who presents, that may be persons: whoever is surely one of those that the record lists is not
/// published, but the others would be.
fn among_owners(record: &Persons, shown: &RawMeeting, others: &People) -> Option<Diagnostic> {
    let listed = &record.listed;
    let may_be_person = |text: &str| {
        let is_listed = |text: &str| matches!(listed.find(text), Likeness::Same(_));
        let is_body = |text: &str| record.bodies.contains(&fold(text));
        if is_body(text) || listed.bearer(text).is_some() {
            return false;
        }
        let mut pieces = pieces(text).into_iter();
        pieces.any(|piece| {
            let text = piece.text;
            let is_odd = || {
                is_titled(text)
                    || record.unsure.contains(&fold(text))
                    || record.holds_family(text)
                    || listed.find(text) == Likeness::Part
                    || listed.is_nearly(text, slips_apart)
                    || matches!(others.find(text), Likeness::Same(_))
            };
            !is_listed(text) && !is_body(text) && is_odd()
        })
    };
    let places = owners(shown).into_iter().filter_map(Field::located);
    let places = places.filter(|(text, _)| may_be_person(text));
    let mut places: Vec<Span> = places.map(|(_, span)| span).collect();
    if places.is_empty() {
        return None;
    }
    places.sort_by_key(|span| span.start);
    places.truncate(MOST_PLACES);
    let doubt = Diagnostic::new(
        RecordDoubt::PersonAmongOwners,
        "ce responsable, qui serait publié, est sans doute une personne",
    );
    let doubt = super::at_all(doubt, places);
    Some(doubt.help(
        "mettez l’organisation à la place, ou écrivez le nom comme dans la liste des présents ou dans contacts.toml",
    ))
}

/// At least 6 letters, so that a slip of the finger is not another name.
const LEAST_LETTERS: usize = 6;

/// Whether one word is another, but for a slip of the finger.
pub(super) fn slips_apart(typed: &str, meant: &str) -> bool {
    typed.len() >= LEAST_LETTERS && slips(typed, meant).is_some_and(|slips| slips <= 1)
}

/// The owners, and who presents an item of the agenda.
fn owners(raw: &RawMeeting) -> Vec<&Text> {
    let mut texts = Vec::new();
    for content in raw.contents() {
        let actions = content.actions.items().map(|(action, _)| &action.owners);
        let lists = actions.chain([content.owners]);
        texts.extend(lists.flat_map(|list| list.get().into_iter().flatten()));
    }
    let followed = raw.follow_up.items().map(|(followed, _)| &followed.owners);
    texts.extend(followed.flat_map(|list| list.get().into_iter().flatten()));
    for (item, _) in raw.agenda.items() {
        if let RawAgendaItem::Full(table) = item {
            texts.push(&table.presenter);
        }
    }
    texts
}

/// The organisations that the record names as such.
pub(super) fn bodies(raw: &RawMeeting) -> impl Iterator<Item = &String> {
    let people = raw.people_lists().into_iter().flat_map(Field::people);
    let people = people.map(|(one, _)| &one.organisation);
    let chairs = raw.chairs.chairs().map(|(one, _)| &one.organisation);
    let roles = raw.authors.items().chain(raw.roles.items());
    let roles = roles.map(|(role, _)| &role.organisation);
    let groups = votes(raw).flat_map(|vote| vote.groups.items());
    let groups = groups.map(|(group, _)| &group.name);
    let typed = people.chain(chairs).chain(roles).chain(groups);
    typed.filter_map(Field::get)
}

/// A doubt for each way out, at the places that it heals.
pub(super) fn told(
    kind: RecordDoubt,
    title: &str,
    mark: &str,
    places: Vec<(Hiding, Span)>,
) -> Vec<Diagnostic> {
    let mut by_way: BTreeMap<Hiding, Vec<Span>> = BTreeMap::new();
    for (hiding, span) in places {
        by_way.entry(hiding).or_default().push(span);
    }
    let doubts = by_way.into_iter().map(|(hiding, mut places)| {
        places.sort_by_key(|span| span.start);
        places.truncate(MOST_PLACES);
        super::at_all(Diagnostic::new(kind, title), places).help(way_out(hiding, mark))
    });
    doubts.collect()
}

fn way_out(hiding: Hiding, mark: &str) -> String {
    let way = match hiding {
        Hiding::Mark => {
            format!("ou commencez le paragraphe par [{mark}] : il ne sera pas publié")
        }
        Hiding::Key => format!(
            "ou ajoutez visibilite = \"{mark}\" entre les mêmes accolades ou dans le même bloc, qui ne sera pas publié"
        ),
        Hiding::Group => format!(
            "ou écrivez {{ titre = \"…\", visibilite = \"{mark}\" }} : ce titre ne sera pas publié"
        ),
        Hiding::Record => {
            return "mettez l’organisation à la place : rien ne cache ce texte seul".into();
        }
    };
    format!("mettez l’organisation à la place, {way}")
}

/// The names of the persons of the lists, as typed.
pub(super) fn names(raw: &RawMeeting) -> impl Iterator<Item = &String> {
    let people = raw.people_lists().into_iter().flat_map(Field::people);
    let people = people.flat_map(|(one, _)| [&one.name, &one.represented_by, &one.proxy]);
    let chairs = raw.chairs.chairs();
    let chairs = chairs.flat_map(|(one, _)| [&one.name, &one.accompanied_by]);
    let roles = raw.authors.items().chain(raw.roles.items());
    let roles = roles.map(|(role, _)| &role.name);
    people.chain(chairs).chain(roles).filter_map(Field::get)
}

/// Where the texts begin of which something is not published anyway.
struct Unsaid {
    /// Names themselves: what is published of them is decided elsewhere.
    names: BTreeSet<usize>,
    /// Texts that contacts are taken out of, and addresses, whose many digits are no telephone's.
    contacts: BTreeSet<usize>,
}

impl Unsaid {
    fn of(raw: &RawMeeting) -> Self {
        let starts = |texts: Vec<&Text>| -> BTreeSet<usize> {
            let spans = texts.into_iter().filter_map(Field::span);
            spans.map(|span| span.start).collect()
        };
        let people = raw.people_lists().into_iter().flat_map(Field::people);
        let chairs = raw.chairs.chairs();
        let filed = people.map(|(person, _)| &person.filed_under);
        let filed = filed.chain(chairs.map(|(chair, _)| &chair.filed_under));
        let names = starts(name_fields(raw).into_iter().chain(filed).collect());
        let mut contacts = starts(super::contacts::names(raw));
        contacts.extend(&names);
        let reaches = |address: &str| address.starts_with("mailto:") || address.starts_with("tel:");
        let addresses = raw.addresses().filter(|(text, ..)| !reaches(text.trim()));
        contacts.extend(addresses.map(|(_, span, _)| span.start));
        Self { names, contacts }
    }
}

/// The texts that name somebody, and nothing else.
pub(super) fn name_fields(raw: &RawMeeting) -> Vec<&Text> {
    let mut texts: Vec<&Text> = owners(raw);
    for (one, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        texts.extend([&one.name, &one.represented_by, &one.proxy]);
    }
    for (one, _) in raw.chairs.chairs() {
        texts.extend([&one.name, &one.accompanied_by]);
    }
    let roles = raw.authors.items().chain(raw.roles.items());
    texts.extend(roles.map(|(role, _)| &role.name));
    for vote in votes(raw) {
        let lists = vote.names.get().into_iter();
        let lists = lists.flat_map(RawVoteNames::lists);
        texts.extend(lists.filter_map(Field::get).flatten());
    }
    texts
}

/// Those who voted by name: persons, and bodies.
fn voters(raw: &RawMeeting) -> Vec<&String> {
    let names = votes(raw).filter_map(|vote| vote.names.get());
    let lists = names.flat_map(RawVoteNames::lists);
    let texts = lists.filter_map(Field::get).flatten();
    texts.filter_map(Field::get).collect()
}

fn votes(raw: &RawMeeting) -> impl Iterator<Item = &RawVote> {
    let decisions = raw.contents().flat_map(|content| content.decisions.items());
    decisions.filter_map(|(decision, _)| match decision {
        RawDecision::Full(table) => table.vote.get(),
        RawDecision::Text(_) => None,
    })
}
