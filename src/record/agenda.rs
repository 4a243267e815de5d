//! The agenda: each item has a title.

use super::meeting::{AgendaItem, Purpose};
use super::numbers::{Bounds, count};
use super::raw::{RawAgendaItem, RawMeeting, RawPurpose};
use super::texts::{empty_item, line, list, optional_line, required_line};
use crate::diagnostic::Diagnostics;

/// At most a day, in minutes, for an item of an agenda.
const LONGEST_ITEM: u32 = 24 * 60;

pub(super) fn agenda(raw: &RawMeeting, faults: &mut Diagnostics) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    for (item, span) in raw.agenda.items() {
        match item {
            RawAgendaItem::Title(title) if line(title).is_empty() => faults.push(empty_item(span)),
            RawAgendaItem::Title(title) => items.push(AgendaItem {
                title: line(title),
                ..AgendaItem::default()
            }),
            RawAgendaItem::Full(table) => {
                let title =
                    required_line(&table.title, &span, "le titre de ce point", "titre", faults);
                let item = AgendaItem {
                    title: title.unwrap_or_default(),
                    presenter: optional_line(&table.presenter),
                    minutes: count(
                        &table.minutes,
                        &Bounds {
                            what: "la durée",
                            help: "écrivez-la en minutes : duree = 10",
                            least: 1,
                            most: LONGEST_ITEM,
                        },
                        faults,
                    ),
                    purpose: table.purpose.get().map(|purpose| match purpose {
                        RawPurpose::Information => Purpose::Information,
                        RawPurpose::Discussion => Purpose::Discussion,
                        RawPurpose::Decision => Purpose::Decision,
                    }),
                    subitems: list(&table.subitems, line, faults),
                };
                items.push(item);
            }
        }
    }
    items
}
