//! What of persons is published: with their names or without, never how to reach them but in the internal edition.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::config::{Config, Published};
use crate::french::contacts::without_contacts;
use crate::french::folding::fold;
use crate::french::persons::{Likeness, People, pieces};
use crate::record::{Edition, Meeting, Person, Role};

/// Stands for a name that was nothing but an address or a number.
const UNNAMED: &str = "nom non publié";

/// The meeting as it may be shown. Texts stay as typed: only who wrote them knows whom they name.
pub(super) fn published(meeting: &Meeting, config: &Config) -> Meeting {
    let mut meeting = meeting.clone();
    if config.edition < Edition::Internal {
        hide_contacts(&mut meeting);
    }
    if config.site.participants == Published::Organisations {
        hide_names(&mut meeting);
    }
    meeting
}

fn roles(meeting: &mut Meeting) -> impl Iterator<Item = &mut Role> {
    meeting.authors.iter_mut().chain(&mut meeting.roles)
}

fn hide_contacts(meeting: &mut Meeting) {
    let hide = |text: &mut String| {
        if let Cow::Owned(without) = without_contacts(text) {
            *text = without;
        }
    };
    let hide_optional = |text: &mut Option<String>| {
        text.iter_mut().for_each(hide);
        text.take_if(|text| text.is_empty());
    };
    for person in meeting.people_mut() {
        let had_name = person.name.is_some();
        for text in [
            &mut person.name,
            &mut person.function,
            &mut person.organisation,
            &mut person.represented_by,
            &mut person.proxy,
        ] {
            hide_optional(text);
        }
        if had_name || (person.function.is_none() && person.organisation.is_none()) {
            person.name.get_or_insert_with(|| UNNAMED.into());
        }
    }
    for chair in &mut meeting.chairs {
        hide_optional(&mut chair.name);
        hide_optional(&mut chair.function);
        hide_optional(&mut chair.organisation);
        hide_optional(&mut chair.accompanied_by);
        chair.name.get_or_insert_with(|| UNNAMED.into());
    }
    for role in roles(meeting) {
        if let Cow::Owned(without) = without_contacts(&role.role)
            && !without.is_empty()
        {
            role.role = without;
        }
        hide_optional(&mut role.name);
        hide_optional(&mut role.function);
        hide_optional(&mut role.organisation);
        if role.organisation.is_none() {
            role.name.get_or_insert_with(|| UNNAMED.into());
        }
    }
    for item in &mut meeting.agenda {
        hide_optional(&mut item.presenter);
    }
    if let Some(next) = &mut meeting.next {
        hide_optional(&mut next.host);
    }
    for names in meeting.name_lists_mut() {
        names.iter_mut().for_each(hide);
        names.retain(|name| !name.is_empty());
    }
}

fn hide_names(meeting: &mut Meeting) {
    let stand_ins = stand_ins(meeting);
    list_proxies_apart(meeting);
    meeting.people_mut().for_each(hide_person);
    keep_organisations_of_the_absent(meeting);
    hide_roles(meeting);
    hide_mentions(meeting, &stand_ins);
}

/// Once it is not told to whom a proxy went, only the list tells who gave one.
fn list_proxies_apart(meeting: &mut Meeting) {
    for list in [
        &mut meeting.participants,
        &mut meeting.excused,
        &mut meeting.absent,
    ] {
        let gave_proxy = list.extract_if(.., |person| person.is_represented());
        meeting.represented.extend(gave_proxy);
    }
}

fn hide_person(person: &mut Person) {
    let was_named = person.name.take().is_some();
    person.filed_under = None;
    person.gender = None;
    person.represented_by = None;
    person.proxy = None;
    person.arrival = None;
    person.departure = None;
    person.is_remote = false;
    // Whoever had a name still counts, as one of their organisation.
    if was_named {
        person.count = Some(1);
    }
}

/// Of somebody absent or represented, the organisation alone tells something that a reader could use.
fn keep_organisations_of_the_absent(meeting: &mut Meeting) {
    for absent in [
        &mut meeting.represented,
        &mut meeting.excused,
        &mut meeting.absent,
    ] {
        let mut seen = Vec::new();
        absent.retain_mut(|person| {
            person.function = None;
            person.count = None;
            person.proxy = None;
            let is_new = !seen.contains(&person.organisation);
            seen.push(person.organisation.clone());
            is_new && person.organisation.is_some()
        });
    }
}

fn hide_roles(meeting: &mut Meeting) {
    for chair in &mut meeting.chairs {
        chair.name = None;
        chair.accompanied_by = None;
    }
    for role in roles(meeting) {
        role.name = None;
    }
    let tells = |role: &Role| role.function.is_some() || role.organisation.is_some();
    meeting.authors.retain(tells);
    meeting.roles.retain(tells);
}

/// Who presents an item, voted or owns an action.
fn hide_mentions(meeting: &mut Meeting, stand_ins: &StandIns) {
    for item in &mut meeting.agenda {
        let shown = hidden(item.presenter.take().into_iter(), stand_ins);
        item.presenter = Some(shown.join(", ")).filter(|shown| !shown.is_empty());
    }
    for content in meeting
        .themes
        .iter_mut()
        .flat_map(crate::record::Theme::contents_mut)
    {
        for decision in &mut content.decisions {
            if let Some(vote) = &mut decision.vote {
                vote.names = crate::record::VoteNames::default();
            }
        }
    }
    for names in meeting.name_lists_mut() {
        *names = hidden(names.drain(..), stand_ins);
    }
}

/// Those whom the record, and the contacts, know by name, and what may stand in the place of each.
#[derive(Default)]
struct StandIns {
    people: People,
    /// By their places among the people.
    shown: Vec<Option<String>>,
    /// The bodies that the record tells of, folded: no part of a name.
    bodies: BTreeSet<String>,
}

impl StandIns {
    /// What is told of somebody again adds to what was told before.
    fn add(&mut self, name: &str, stand_in: Option<String>) {
        if let Some(place) = self.place_of(name)
            && let Some(shown) = self.shown.get_mut(place)
        {
            *shown = stand_in.or(shown.take());
        } else if self.people.add(name).is_some() {
            self.shown.push(stand_in);
        }
    }

    /// The place of whoever bears just that name.
    fn place_of(&self, name: &str) -> Option<usize> {
        self.people.bearer(name)
    }

    /// What stands in the place of whoever is meant; `None` where nobody known is.
    fn of(&self, text: &str) -> Option<Option<&String>> {
        match self.people.find(text) {
            Likeness::Same(place) => Some(self.shown.get(place)?.as_ref()),
            Likeness::Part | Likeness::None => None,
        }
    }

    fn is_body(&self, text: &str) -> bool {
        self.bodies.contains(&fold(text))
    }

    /// What may be shown in the place of a text: nothing, it, or whom it stands for.
    fn replace(&self, text: String) -> Vec<String> {
        if self.is_body(&text) {
            return vec![text];
        }
        // A name may be typed with a comma within: « Sow, Awa ».
        if let Some(bearer) = self.people.bearer(&text) {
            let shown = self.shown.get(bearer).cloned();
            return shown.flatten().into_iter().collect();
        }
        let pieces = pieces(&text);
        if pieces.iter().all(|piece| self.of(piece.text).is_none()) {
            return match self.of(&text) {
                None => vec![text],
                Some(shown) => shown.cloned().into_iter().collect(),
            };
        }
        let mut shown: Vec<String> = Vec::new();
        // Whether what comes may say whom the last one belongs to, and whether that is told already.
        let (mut is_of_person, mut is_told) = (false, false);
        for piece in pieces {
            if let Some(stand_in) = self.of(piece.text) {
                shown.extend(stand_in.cloned());
                (is_of_person, is_told) = (true, stand_in.is_some());
            } else if is_of_person && piece.may_qualify {
                // A function would tell who it is.
                let tells = !is_told && self.is_body(piece.text);
                shown.extend(tells.then(|| piece.text.to_owned()));
            } else {
                shown.push(piece.text.to_owned());
                is_of_person = false;
            }
        }
        shown
    }
}

/// For the name of each person, what may stand in its place.
fn stand_ins(meeting: &Meeting) -> StandIns {
    let mut known = StandIns {
        bodies: meeting.bodies(),
        ..StandIns::default()
    };
    for person in meeting.listed() {
        known.add(person.name, person.stand_in.cloned());
    }
    for (name, organisation) in &meeting.acquaintances {
        let is_new = known
            .place_of(name)
            .is_none_or(|place| known.shown.get(place) == Some(&None));
        if is_new {
            known.add(name, organisation.clone());
        }
    }
    for voter in meeting.voters() {
        if known.of(voter).is_none() {
            known.add(voter, None);
        }
    }
    known
}

fn hidden(names: impl Iterator<Item = String>, stand_ins: &StandIns) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    for name in names.flat_map(|name| stand_ins.replace(name)) {
        if !shown.contains(&name) {
            shown.push(name);
        }
    }
    shown
}
