//! A meeting that was cancelled or put off, and what its record tells all the same.

use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::RecordDoubt;
use crate::record::raw::{RawMeeting, StateWord};
use crate::toml_source::Field;

/// Said once, at the first of what will not be printed.
pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some(StateWord::Cancelled | StateWord::Postponed) = raw.state.get() else {
        return;
    };
    let lists = raw.people_lists().into_iter();
    let lists = lists.filter(|list| list.people().next().is_some());
    let themes = raw.themes.items().next().map(|(_, span)| span);
    let others = [raw.chairs.span(), raw.tool.span(), raw.approval.span()];
    let follow_up = raw.follow_up.items().next().map(|(_, span)| span);
    let spans = lists.map(Field::span).chain(counted(raw)).chain(others);
    let first = first(spans.chain([follow_up, themes]));
    if let Some(span) = first {
        doubts.push(
            Diagnostic::new(RecordDoubt::NotHeld, "ceci ne sera pas imprimé : la réunion n’a pas eu lieu")
                .at(span, "")
                .help("présidence, présences, quorum, adoption, outil, approbation, suivi et thèmes ne vont pas avec etat = \"annulée\" ou \"reportée\" ; si la réunion s’est tenue, supprimez `etat`"),
        );
    }
}

/// What counts those who came and how they began.
pub(super) fn counted(raw: &RawMeeting) -> [Option<Span>; 3] {
    [
        raw.head_count.span(),
        raw.quorum.span(),
        raw.adoption.span(),
    ]
}

/// The first of those that are there.
pub(super) fn first(spans: impl Iterator<Item = Option<Span>>) -> Option<Span> {
    spans.flatten().min_by_key(|span| span.start)
}
