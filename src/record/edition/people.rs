//! The persons that an edition does not show: neither in the lists nor where another part of the record names them.

use std::collections::BTreeSet;

use super::{given, is_shown, keep};
use crate::french::persons::{Likeness, People, pieces};
use crate::record::raw::{
    Edition, Groups, RawAction, RawAgendaItem, RawChairs, RawDecision, RawMeeting, RawPeople,
    RawPerson, RawRole, Text, Texts,
};
use crate::toml_source::Field;

/// Takes the marked persons out of their lists: their names, as typed there.
pub(super) fn leave_out(raw: &mut RawMeeting, edition: Edition) -> BTreeSet<String> {
    let mut gone = BTreeSet::new();
    let mut note = |visibility: &Field<Edition>, name: &Text| {
        let is_shown = is_shown(visibility, edition);
        if !is_shown {
            gone.extend(name.get().cloned());
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

/// Takes these persons out of all that names somebody, however they are named there.
pub(super) fn forget(raw: &mut RawMeeting, names: &BTreeSet<String>) {
    if names.is_empty() {
        return;
    }
    let gone = Gone::new(raw, names);
    gone.leave_lists(raw);
    gone.leave_chairs(&mut raw.chairs);
    for roles in [&mut raw.authors, &mut raw.roles] {
        keep(roles, |role: &RawRole| !gone.are_all_of(&role.name));
        for role in given(roles) {
            gone.clear(&mut role.name);
        }
    }
    for item in given(&mut raw.agenda) {
        if let RawAgendaItem::Full(table) = item {
            gone.clear(&mut table.presenter);
        }
    }
    let without = |list: &mut Texts| gone.leave(list);
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

/// The persons who are gone, among those who are not.
struct Gone {
    people: People,
    others: People,
}

impl Gone {
    fn new(raw: &mut RawMeeting, names: &BTreeSet<String>) -> Self {
        let (mut people, mut others) = (People::default(), People::default());
        for name in names {
            people.add(name);
        }
        let mut add = |name: &Text| {
            if let Some(name) = name.get()
                && people.bearer(name).is_none()
            {
                others.add(name);
            }
        };
        for list in lists(raw) {
            if let Field::Given(_, RawPeople::List(people)) = list {
                given_people(people).for_each(|person| add(&person.name));
            }
        }
        Self { people, others }
    }

    /// Whether it names one of them, whom nobody else is called like.
    fn names_one(&self, text: &str) -> bool {
        self.others.bearer(text).is_none() && matches!(self.people.find(text), Likeness::Same(_))
    }

    /// Whether a text names nobody but them.
    fn are_all_of(&self, text: &Text) -> bool {
        let rest = text.get().and_then(|text| self.rest_of(text));
        rest.is_some_and(|rest| rest.is_empty())
    }

    /// Takes them out of a text.
    fn clear(&self, text: &mut Text) {
        if let Field::Given(_, name) = text
            && let Some(rest) = self.rest_of(name)
        {
            match rest.is_empty() {
                true => *text = Field::Absent,
                false => *name = rest.join(", "),
            }
        }
    }

    /// Takes them out of a list of names.
    fn leave(&self, list: &mut Texts) {
        if let Field::Given(_, names) = list {
            names.iter_mut().for_each(|name| self.clear(name));
            names.retain(|name| !name.is_absent());
        }
    }

    /// Takes them out of the lists of persons.
    fn leave_lists(&self, raw: &mut RawMeeting) {
        self.list_givers_apart(raw);
        for list in lists(raw) {
            let Field::Given(_, RawPeople::List(people)) = list else {
                continue;
            };
            people.retain(|one| one.get().is_none_or(|one| !self.are_all_of(&one.name)));
            for person in given_people(people) {
                self.clear(&mut person.name);
                self.clear(&mut person.represented_by);
                self.clear(&mut person.proxy);
            }
        }
    }

    /// Whoever gave one of them a proxy is represented all the same: once it is not told to whom it went, only the list tells so.
    fn list_givers_apart(&self, raw: &mut RawMeeting) {
        let gave_them_one = |person: &mut Field<RawPerson>| {
            let person = person.get();
            person.is_some_and(|one| one.is_represented() && self.are_all_of(&one.proxy))
        };
        let mut givers = Vec::new();
        for list in [&mut raw.participants, &mut raw.excused, &mut raw.absent] {
            if let Field::Given(_, RawPeople::List(people)) = list {
                givers.extend(people.extract_if(.., gave_them_one));
            }
        }
        let Some(span) = givers.first().and_then(Field::span) else {
            return;
        };
        match &mut raw.represented {
            Field::Given(_, RawPeople::List(represented)) => represented.extend(givers),
            other => *other = Field::Given(span, RawPeople::List(givers)),
        }
    }

    /// Takes them from the chair.
    fn leave_chairs(&self, chairs: &mut Field<RawChairs>) {
        match chairs {
            Field::Given(_, RawChairs::One(chair)) if self.are_all_of(&chair.name) => {
                *chairs = Field::Absent;
            }
            Field::Given(_, RawChairs::One(chair)) => {
                self.clear(&mut chair.name);
                self.clear(&mut chair.accompanied_by);
            }
            Field::Given(_, RawChairs::Several(several)) => {
                several.retain(|chair| {
                    chair
                        .get()
                        .is_none_or(|chair| !self.are_all_of(&chair.name))
                });
                for chair in given_people(several) {
                    self.clear(&mut chair.name);
                    self.clear(&mut chair.accompanied_by);
                }
            }
            _ => {}
        }
    }

    /// What is left of a text without them, and without what is said of each; `None` where it names none of them.
    fn rest_of(&self, text: &str) -> Option<Vec<String>> {
        if self.others.bearer(text).is_some() {
            return None;
        }
        // A name may be typed with a comma within: « Sow, Awa ».
        if self.people.bearer(text).is_some() {
            return Some(Vec::new());
        }
        let pieces = pieces(text);
        if !pieces.iter().any(|piece| self.names_one(piece.text)) {
            return self.names_one(text).then(Vec::new);
        }
        let (mut rest, mut is_of_one) = (Vec::new(), false);
        for piece in pieces {
            is_of_one = self.names_one(piece.text) || (is_of_one && piece.may_qualify);
            rest.extend((!is_of_one).then(|| piece.text.to_owned()));
        }
        Some(rest)
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
