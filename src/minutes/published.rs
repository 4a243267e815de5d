//! What of persons is published: with their names or without, never how to reach them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::config::Published;
use crate::french::contacts::without_contacts;
use crate::french::folding::fold;
use crate::record::{Author, Meeting, Person};

/// Stands for a name that was nothing but an address or a number.
const UNNAMED: &str = "nom non publié";

/// The meeting as it may be shown. Texts stay as typed: only who wrote them knows whom they name.
pub(super) fn published(meeting: &Meeting, published: Published) -> Meeting {
    let mut meeting = meeting.clone();
    hide_contacts(&mut meeting);
    if published == Published::Organisations {
        hide_names(&mut meeting);
    }
    meeting
}

/// Every person of a record.
fn people(meeting: &mut Meeting) -> impl Iterator<Item = &mut Person> {
    let Meeting {
        participants,
        excused,
        absent,
        chair,
        ..
    } = meeting;
    let lists = participants.iter_mut().chain(excused).chain(absent);
    lists.chain(chair)
}

fn hide_contacts(meeting: &mut Meeting) {
    let hide = |text: &mut String| {
        if let Cow::Owned(without) = without_contacts(text) {
            *text = without;
        }
    };
    for person in people(meeting) {
        let had_name = person.name.is_some();
        for text in [
            &mut person.name,
            &mut person.function,
            &mut person.organisation,
        ] {
            text.iter_mut().for_each(hide);
            text.take_if(|text| text.is_empty());
        }
        if had_name || (person.function.is_none() && person.organisation.is_none()) {
            person.name.get_or_insert_with(|| UNNAMED.into());
        }
    }
    for author in &mut meeting.authors {
        hide(&mut author.name);
        if author.name.is_empty() {
            author.name = UNNAMED.into();
        }
        author.function.iter_mut().for_each(hide);
        author.function.take_if(|text| text.is_empty());
    }
    let owners = meeting.themes.iter_mut().flat_map(|theme| {
        let of_actions = theme.actions.iter_mut().map(|action| &mut action.owners);
        of_actions.chain([&mut theme.owners])
    });
    for owners in owners {
        owners.iter_mut().for_each(hide);
        owners.retain(|owner| !owner.is_empty());
    }
}

fn hide_names(meeting: &mut Meeting) {
    let stand_ins = stand_ins(meeting);
    for person in people(meeting) {
        person.name = None;
        person.filed_under = None;
        person.gender = None;
    }
    // A function of somebody absent, without the name, tells nothing that a reader could use.
    for absent in [&mut meeting.excused, &mut meeting.absent] {
        let mut seen = Vec::new();
        absent.retain_mut(|person| {
            person.function = None;
            let is_new = !seen.contains(&person.organisation);
            seen.push(person.organisation.clone());
            is_new && person.organisation.is_some()
        });
    }
    meeting.authors.retain_mut(|author| {
        author.name = author.function.take().unwrap_or_default();
        !author.name.is_empty()
    });
    for theme in &mut meeting.themes {
        hide_owners(&mut theme.owners, &stand_ins);
        for action in &mut theme.actions {
            hide_owners(&mut action.owners, &stand_ins);
        }
    }
}

/// For the name of each person, what may stand in its place.
fn stand_ins(meeting: &mut Meeting) -> BTreeMap<String, Option<String>> {
    let mut stand_ins: BTreeMap<String, Option<String>> = meeting
        .authors
        .iter()
        .map(|Author { name, function, .. }| (fold(name), function.clone()))
        .collect();
    for person in people(meeting) {
        let name = person.name.as_deref().map(fold);
        let stand_in = person
            .organisation
            .clone()
            .or_else(|| person.function.clone());
        if let Some(name) = name.filter(|_| stand_in.is_some()) {
            stand_ins.insert(name, stand_in);
        } else if let Some(name) = person.name.as_deref().map(fold) {
            stand_ins.entry(name).or_default();
        }
    }
    stand_ins
}

fn hide_owners(owners: &mut Vec<String>, stand_ins: &BTreeMap<String, Option<String>>) {
    let mut shown: Vec<String> = Vec::new();
    for owner in owners.drain(..) {
        let owner = match stand_ins.get(&fold(&owner)) {
            None => Some(owner),
            Some(stand_in) => stand_in.clone(),
        };
        shown.extend(owner.filter(|owner| !shown.contains(owner)));
    }
    *owners = shown;
}
