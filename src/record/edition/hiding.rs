//! How a text of the record can be kept from an edition: what the one who typed it is to write.

use std::collections::BTreeSet;

use crate::diagnostic::Span;
use crate::record::raw::{RawAgendaItem, RawAnnex, RawMeeting, TextKind};
use crate::toml_source::Field;

/// What keeps a text from an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::record) enum Hiding {
    /// A mark that its paragraph begins with.
    Mark,
    /// The key of the block or group that it stands in.
    Key,
    /// That key, once the title that stands alone has become a group.
    Group,
    /// Nothing but the key of the whole record.
    Record,
}

/// The lines of a record that no key beside them keeps from an edition, by where they begin.
pub(in crate::record) struct Ways {
    titles_alone: BTreeSet<usize>,
    of_record: BTreeSet<usize>,
}

impl Ways {
    pub(in crate::record) fn of(raw: &RawMeeting) -> Self {
        let items = raw.agenda.items();
        let items = items.filter(|(item, _)| matches!(item, RawAgendaItem::Title(_)));
        let items = items.map(|(_, span)| span.start);
        let closing = raw.closing.get().into_iter();
        let annexes = closing.flat_map(|closing| closing.annexes.items());
        let annexes = annexes.filter(|(annex, _)| matches!(annex, RawAnnex::Title(_)));
        let annexes = annexes.map(|(_, span)| span.start);
        let next = raw.next.get().into_iter();
        let next = next.flat_map(|next| [&next.place, &next.host]);
        let head = [
            &raw.tool,
            &raw.title,
            &raw.body,
            &raw.body_phrase,
            &raw.place,
        ];
        let of_record = head.into_iter().chain(next).filter_map(Field::span);
        Self {
            titles_alone: items.chain(annexes).collect(),
            of_record: of_record.map(|span| span.start).collect(),
        }
    }

    /// What keeps the text of that place from an edition.
    pub(in crate::record) fn hiding(&self, span: &Span, kind: TextKind) -> Hiding {
        match kind {
            TextKind::Markup => Hiding::Mark,
            TextKind::Line if self.of_record.contains(&span.start) => Hiding::Record,
            TextKind::Line if self.titles_alone.contains(&span.start) => Hiding::Group,
            TextKind::Line => Hiding::Key,
        }
    }
}
