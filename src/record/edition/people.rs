//! The persons that an edition does not show: neither in the lists nor where another part of the record names them.

use std::collections::BTreeSet;

use super::{given, is_shown, keep};
use crate::french::naming::known_as;
use crate::record::raw::{
    Edition, Groups, RawAction, RawAgendaItem, RawChairs, RawDecision, RawMeeting, RawPeople,
    RawRole, Text, Texts,
};
use crate::toml_source::Field;

/// Takes the marked persons out of their lists: the names by which they are known.
pub(super) fn leave_out(raw: &mut RawMeeting, edition: Edition) -> BTreeSet<String> {
    let mut gone = BTreeSet::new();
    let mut note = |visibility: &Field<Edition>, name: &Text| {
        let is_shown = is_shown(visibility, edition);
        if !is_shown {
            gone.extend(name.get().map(|name| known_as(name)));
        }
        is_shown
    };
    for list in lists(raw) {
        let Field::Given(_, RawPeople::List(people)) = list else {
            continue;
        };
        people.retain(|person| match person.get() {
            Some(person) => note(&person.visibility, &person.name),
            None => true,
        });
        if people.is_empty() {
            *list = Field::Absent;
        }
    }
    match &mut raw.chairs {
        Field::Given(_, RawChairs::One(chair)) if !note(&chair.visibility, &chair.name) => {
            raw.chairs = Field::Absent;
        }
        Field::Given(_, RawChairs::Several(chairs)) => chairs.retain(|chair| match chair.get() {
            Some(chair) => note(&chair.visibility, &chair.name),
            None => true,
        }),
        _ => {}
    }
    for roles in [&mut raw.authors, &mut raw.roles] {
        keep(roles, |role: &RawRole| note(&role.visibility, &role.name));
    }
    gone.remove("");
    gone
}

fn lists(raw: &mut RawMeeting) -> [&mut Field<RawPeople>; 4] {
    [
        &mut raw.participants,
        &mut raw.represented,
        &mut raw.excused,
        &mut raw.absent,
    ]
}

/// Takes these names out of all that names somebody.
pub(super) fn forget(raw: &mut RawMeeting, gone: &BTreeSet<String>) {
    if gone.is_empty() {
        return;
    }
    let is_gone = |text: &Text| {
        text.get()
            .is_some_and(|name| gone.contains(&known_as(name)))
    };
    let clear = |text: &mut Text| {
        if is_gone(text) {
            *text = Field::Absent;
        }
    };
    for list in lists(raw) {
        let Field::Given(_, RawPeople::List(people)) = list else {
            continue;
        };
        people.retain(|one| one.get().is_none_or(|one| !is_gone(&one.name)));
        for person in given_people(people) {
            clear(&mut person.represented_by);
            clear(&mut person.proxy);
        }
    }
    match &mut raw.chairs {
        Field::Given(_, RawChairs::One(chair)) => clear(&mut chair.accompanied_by),
        Field::Given(_, RawChairs::Several(chairs)) => {
            for chair in chairs {
                if let Field::Given(_, chair) = chair {
                    clear(&mut chair.accompanied_by);
                }
            }
        }
        _ => {}
    }
    for roles in [&mut raw.authors, &mut raw.roles] {
        keep(roles, |role: &RawRole| !is_gone(&role.name));
    }
    for item in given(&mut raw.agenda) {
        if let RawAgendaItem::Full(table) = item {
            clear(&mut table.presenter);
        }
    }
    let without = |list: &mut Texts| {
        if let Field::Given(_, names) = list {
            names.retain(|name| !is_gone(name));
        }
    };
    for theme in given(&mut raw.themes) {
        of_content(&mut theme.decisions, &mut theme.actions, &without);
        without(&mut theme.owners);
        for part in given(&mut theme.parts) {
            of_content(&mut part.decisions, &mut part.actions, &without);
            without(&mut part.owners);
        }
    }
    for followed in given(&mut raw.follow_up) {
        without(&mut followed.owners);
    }
}

fn given_people<T>(list: &mut [Field<T>]) -> impl Iterator<Item = &mut T> {
    list.iter_mut().filter_map(|item| match item {
        Field::Given(_, item) => Some(item),
        Field::Absent | Field::Faulty(_) => None,
    })
}

fn of_content(
    decisions: &mut Groups<RawDecision>,
    actions: &mut Groups<RawAction>,
    without: &dyn Fn(&mut Texts),
) {
    for action in given(actions) {
        without(&mut action.owners);
    }
    for decision in given(decisions) {
        if let RawDecision::Full(table) = decision
            && let Field::Given(_, vote) = &mut table.vote
            && let Field::Given(_, names) = &mut vote.names
        {
            for list in [
                &mut names.in_favour,
                &mut names.against,
                &mut names.abstentions,
                &mut names.not_taking_part,
            ] {
                without(list);
            }
        }
    }
}
