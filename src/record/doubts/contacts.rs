//! How to reach somebody, typed where a name or a function stands: it is never published, and its writer should know.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::contacts::contacts;
use crate::record::RecordDoubt;
use crate::record::raw::{RawAgendaItem, RawMeeting, Text};
use crate::toml_source::Field;

/// At most 20 places are shown: a list of those present may have one a line.
const MOST_PLACES: usize = 20;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let texts = names(raw).into_iter().filter_map(Field::located);
    let taken = texts.filter_map(|(text, span)| {
        let taken = contacts(text).into_iter().map(|range| &text[range]);
        let taken: Vec<&str> = taken.collect();
        (!taken.is_empty()).then(|| (span, format!("« {} »", taken.join(" », « "))))
    });
    let mut taken: Vec<_> = taken.collect();
    if taken.is_empty() {
        return;
    }
    taken.sort_by_key(|(span, _)| span.start);
    taken.truncate(MOST_PLACES);
    let doubt = Diagnostic::new(
        RecordDoubt::ContactTyped,
        "ces coordonnées ne seront pas publiées",
    );
    let doubt = taken
        .into_iter()
        .fold(doubt, |doubt, (span, said)| doubt.at(span, said));
    doubts.push(doubt.help("pour écrire à quelqu’un, mettez son adresse dans contacts.toml"));
}

/// The texts that contacts are taken out of.
pub(super) fn names(raw: &RawMeeting) -> Vec<&Text> {
    let mut texts = Vec::new();
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        texts.extend([
            &person.name,
            &person.function,
            &person.organisation,
            &person.represented_by,
            &person.proxy,
        ]);
    }
    for (chair, _) in raw.chairs.chairs() {
        texts.extend([
            &chair.name,
            &chair.function,
            &chair.organisation,
            &chair.accompanied_by,
        ]);
    }
    for (role, _) in raw.authors.items().chain(raw.roles.items()) {
        texts.extend([&role.name, &role.function, &role.organisation]);
    }
    texts.extend(raw.agenda.items().filter_map(|(item, _)| match item {
        RawAgendaItem::Title(_) => None,
        RawAgendaItem::Full(table) => Some(&table.presenter),
    }));
    texts.extend(raw.next.get().map(|next| &next.host));
    for content in raw.contents() {
        let actions = content.actions.items().map(|(action, _)| &action.owners);
        let owners = actions.chain([content.owners]);
        texts.extend(owners.flat_map(|list| list.get().into_iter().flatten()));
    }
    let followed = raw.follow_up.items().map(|(followed, _)| &followed.owners);
    texts.extend(followed.flat_map(|list| list.get().into_iter().flatten()));
    texts
}
