//! Names: one person under two organisations, one organisation under two spellings. Actions are followed by owner, and
//! « PNUD/ la coordination » and « PNUD / La coordination » are two owners for a program.

use std::collections::{BTreeMap, BTreeSet};

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::Gender;
use crate::french::folding::fold;
use crate::french::persons::is_titled;
use crate::french::sorting::filing;
use crate::french::typography::correct;
use crate::record::RecordDoubt;
use crate::record::raw::{RawMeeting, RawPerson, Text};
use crate::record::texts::{optional_line, printed_line};
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, knows: &dyn Fn(&str) -> bool, doubts: &mut Diagnostics) {
    one_name_twice(raw, doubts);
    near_spellings(raw, knows, doubts);
}

fn one_name_twice(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Vec<(Person, Span)>> = BTreeMap::new();
    for list in raw.people_lists() {
        for (person, _) in list.people() {
            let (person, span) = (Person::of(person), person.name.span());
            if let (Some(name), Some(span)) = (&person.name, span) {
                seen.entry(fold(name)).or_default().push((person, span));
            }
        }
    }
    for entries in seen.into_values() {
        let [(first, span), others @ ..] = entries.as_slice() else {
            continue;
        };
        let alike = others.iter().find(|(other, _)| first.may_be(other));
        if let (Some((_, second)), Some(name)) = (alike, &first.name) {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::SamePerson,
                    format!("« {name} » figure deux fois"),
                )
                .at(second.clone(), "")
                .at(span.clone(), "")
                .help("est-ce la même personne ? sinon, écrivez la fonction de chacune"),
            );
        }
    }
}

/// Somebody as printed.
struct Person {
    name: Option<String>,
    function: Option<String>,
    organisation: Option<String>,
}

impl Person {
    fn of(raw: &RawPerson) -> Self {
        Self {
            name: printed_line(&raw.name),
            function: printed_line(&raw.function),
            organisation: printed_line(&raw.organisation),
        }
    }

    /// Whether the two may be one. The same name with the same organisation is a fault, reported as such; two functions
    /// are two persons.
    fn may_be(&self, other: &Self) -> bool {
        let is_fault = self.name == other.name && self.organisation == other.organisation;
        let are_two =
            self.function.is_some() && other.function.is_some() && self.function != other.function;
        !is_fault && !are_two
    }
}

/// At most 1 000 spellings are compared two by two: far above any meeting, and the comparison stays instant.
pub(super) const MOST_COMPARED: usize = 1000;

/// Organisations and owners: the spellings of each, in the order of the file. Two that the contacts know are one or two as these
/// say.
fn near_spellings(raw: &RawMeeting, knows: &dyn Fn(&str) -> bool, doubts: &mut Diagnostics) {
    let spellings = spellings(raw).into_iter();
    let spellings = spellings.map(|(name, span)| Spelling::of(&name, knows(&name), span));
    let mut spellings: Vec<Spelling> = spellings.collect();
    spellings.sort_by_key(|spelling| spelling.span.start);
    spellings.truncate(MOST_COMPARED);
    let mut reported = vec![false; spellings.len()];
    for first in 0..spellings.len() {
        if reported[first] {
            continue;
        }
        let near: Vec<usize> = (first + 1..spellings.len())
            .filter(|other| !(spellings[first].is_known && spellings[*other].is_known))
            .filter(|other| spellings[first].is_near(&spellings[*other]))
            .collect();
        near.iter().for_each(|other| reported[*other] = true);
        if let [second, ..] = near.as_slice() {
            let [one, other] = [first, *second].map(|place| spellings[place].name.as_str());
            let doubt = near
                .iter()
                .map(|other| &spellings[*other])
                .chain([&spellings[first]]);
            let doubt = doubt.fold(same_organisation(one, other), |doubt, spelling| {
                doubt.at(spelling.span.clone(), "")
            });
            doubts.push(doubt);
        }
    }
}

/// The organisations and owners of a record, each spelling once, and where it stands first.
pub(super) fn spellings(raw: &RawMeeting) -> Vec<(String, Span)> {
    let mut seen = BTreeSet::new();
    let texts = organisations(raw).into_iter();
    let names = texts.filter_map(|text| Some((optional_line(text)?, text.span()?)));
    names
        .filter(|(name, _)| seen.insert(name.clone()))
        .collect()
}

/// The question, without a place.
pub(super) fn same_organisation(one: &str, other: &str) -> Diagnostic {
    let what = match is_titled(one) || is_titled(other) {
        true => "personne",
        false => "organisation",
    };
    let title = format!("« {one} » et « {other} » : est-ce la même {what} ?");
    Diagnostic::new(RecordDoubt::SameOrganisation, title)
        .help("écrivez-la partout de la même façon : c’est par son nom qu’on retrouve ses actions")
}

fn organisations(raw: &RawMeeting) -> Vec<&Text> {
    let people = raw.people_lists().into_iter().flat_map(Field::people);
    let mut texts: Vec<&Text> = people.map(|(person, _)| &person.organisation).collect();
    texts.extend(raw.roles.items().map(|(role, _)| &role.organisation));
    for content in raw.contents() {
        texts.extend(content.owners.get().into_iter().flatten());
        for (action, _) in content.actions.items() {
            texts.extend(action.owners.get().into_iter().flatten());
        }
    }
    // Who hosts the next meeting is named with an article, in a sentence.
    let host = raw.next.get().map(|next| &next.host);
    texts.extend(host.filter(|host| !host.get().is_some_and(|host| begins_with_article(host))));
    texts
}

fn begins_with_article(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let articles = [
        "le ",
        "la ",
        "les ",
        "l’",
        "l'",
        "le\u{a0}",
        "la\u{a0}",
        "les\u{a0}",
    ];
    articles.iter().any(|article| text.starts_with(article))
}

/// A name as it is written.
pub(super) struct Spelling {
    pub(super) name: String,
    folded: String,
    /// Its words, folded and in order, without an article or the title of a person in front: `Awa Sow`, `Mme SOW Awa`.
    core: Core,
    /// Whether the contacts have it.
    is_known: bool,
    span: Span,
}

/// The words of a name by which it is known.
#[derive(PartialEq, Eq)]
struct Core {
    /// Folded, in order.
    words: Vec<String>,
    /// Whether a title or an article in front says that it is a woman or a man.
    gender: Option<Gender>,
}

impl Core {
    fn of(name: &str) -> Self {
        let name = name
            .trim()
            .trim_start_matches("l’")
            .trim_start_matches("l'");
        let words = name.split(|sign: char| sign.is_whitespace() || ".’'/,".contains(sign));
        let words = words.map(fold).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.collect();
        let mut gender = None;
        while words.len() > 1 {
            match words[0].as_str() {
                "les" | "dr" | "pr" | "docteur" => {}
                // The first word tells: *Mme le Maire*.
                "le" | "m" | "mr" | "monsieur" => gender = gender.or(Some(Gender::Masculine)),
                "la" | "mme" | "mlle" | "melle" | "madame" | "mademoiselle" => {
                    gender = gender.or(Some(Gender::Feminine));
                }
                _ => break,
            }
            words.remove(0);
        }
        words.sort();
        Self { words, gender }
    }

    /// Mr and Mrs Sow are two, and so are *le Maire* and *la Maire*.
    fn may_be(&self, other: &Self) -> bool {
        let are_two =
            self.gender.is_some() && other.gender.is_some() && self.gender != other.gender;
        self.words == other.words && !are_two
    }

    /// Whether a letter or a Roman number alone tells the two apart: `Collège A`, `Collège B`; `Groupe I`, `Groupe II`.
    fn is_lettered_unlike(&self, other: &Self) -> bool {
        let is_mark = |word: &&String| {
            word.chars().count() == 1 || word.chars().all(|sign| matches!(sign, 'i' | 'v' | 'x'))
        };
        let marks = |core: &Self| {
            core.words
                .iter()
                .filter(is_mark)
                .cloned()
                .collect::<Vec<_>>()
        };
        marks(self) != marks(other)
    }
}

impl Spelling {
    pub(super) fn of(name: &str, is_known: bool, span: Span) -> Self {
        Self {
            folded: fold(name),
            core: Core::of(name),
            is_known,
            name: name.to_owned(),
            span,
        }
    }

    /// Whether two that stand in different records should be one, and are not on every page: what only capitals or the typography tell apart
    /// is one everywhere. One letter more or less tells nothing in a series, which names many: `Trésorier`, `Trésorière`; `Mariam Traoré`,
    /// `Mariama Traoré`.
    pub(super) fn is_near_elsewhere(&self, other: &Self) -> bool {
        let seen = |spelling: &Self| correct(&spelling.name).to_lowercase();
        if (self.is_known && other.is_known) || self.folded.is_empty() || seen(self) == seen(other)
        {
            return false;
        }
        self.folded == other.folded || self.core.may_be(&other.core)
    }

    /// The same but for case, accents, spaces and marks; or, in a long name, but for one letter.
    fn is_near(&self, other: &Self) -> bool {
        if self.folded == other.folded || self.core.may_be(&other.core) {
            return true;
        }
        if self.core.is_lettered_unlike(&other.core) {
            return false;
        }
        let digits = |text: &str| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        let is_long = self.folded.chars().count() >= 6 && other.folded.chars().count() >= 6;
        is_long
            && self.folded.len().abs_diff(other.folded.len()) <= 4
            && digits(&self.folded) == digits(&other.folded)
            && strsim::osa_distance(&self.folded, &other.folded) == 1
    }
}

/// Those present who are filed under their whole name, for a list that is sorted by name (`francais.md` TRI-R3).
pub(super) fn filed_under_whole_name(raw: &RawMeeting) -> Option<Diagnostic> {
    let had_to_serve_whole = |name: &str, filed_under: Option<&str>| filing(name, filed_under).1;
    let mut spans: Vec<Span> = Vec::new();
    for (person, _) in raw.participants.people() {
        let (Some(name), Some(span)) = (optional_line(&person.name), person.name.span()) else {
            continue;
        };
        if had_to_serve_whole(&name, optional_line(&person.filed_under).as_deref()) {
            spans.push(span);
        }
    }
    let title = match spans.len() {
        0 => return None,
        1 => "cette personne est classée sous son nom entier".to_owned(),
        count => format!("{count} personnes sont classées sous leur nom entier"),
    };
    Some(
        at_all(Diagnostic::new(RecordDoubt::SortedByFullName, title), spans)
            .help("ajoutez trier_sous = \"…\" : le nom de famille, puis le prénom"),
    )
}
