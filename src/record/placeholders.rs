//! What `greffier new` leaves to be written, `"…"`: a draft may still hold it, no other minutes may.

use super::raw::{RawMeeting, StateWord, TextKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::{RecordDoubt, RecordFault};
use crate::toml_source::Field;

const PLACEHOLDER: &str = "…";
/// At most 20 places are shown.
const MOST_PLACES: usize = 20;

/// That texts are left to be written: of minutes that go out, a fault.
pub(super) fn faults(raw: &RawMeeting, faults: &mut Diagnostics) {
    if may_hold_them(raw) == Some(false) {
        let told = told(raw.texts(), |title| {
            Diagnostic::new(RecordFault::Placeholder, title)
        });
        let told = told.map(|fault| {
            fault
                .help("écrivez-les, ou supprimez ces lignes")
                .help("un projet peut encore en avoir : etat = \"projet\"")
        });
        told.into_iter().for_each(|fault| faults.push(fault));
    }
}

/// The same of a draft: a doubt.
pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    if may_hold_them(raw) == Some(true) {
        let told = told(raw.texts(), |title| {
            Diagnostic::new(RecordDoubt::Placeholder, title)
        });
        let told = told.map(|doubt| doubt.help("écrivez-les, ou supprimez ces lignes"));
        told.into_iter().for_each(|doubt| doubts.push(doubt));
    }
}

/// The same of what a convocation prints, which goes out as it is: then a fault.
pub(super) fn of_convocation(raw: &RawMeeting) -> Option<Diagnostic> {
    if raw.state.get() != Some(&StateWord::Convened) {
        return None;
    }
    let told = told(raw.convening_texts(), |title| {
        Diagnostic::new(RecordFault::Placeholder, title)
    });
    told.map(|fault| {
        fault
            .help("écrivez-les, ou supprimez ces lignes")
            .help("une convocation part telle quelle")
    })
}

/// Whether these minutes are not finished; none where nobody knows.
fn may_hold_them(raw: &RawMeeting) -> Option<bool> {
    match raw.state {
        Field::Faulty(_) => None,
        Field::Absent => Some(false),
        Field::Given(_, state) => Some(matches!(state, StateWord::Draft | StateWord::Convened)),
    }
}

fn told(
    texts: Vec<(&str, Span, TextKind)>,
    new: impl Fn(String) -> Diagnostic,
) -> Option<Diagnostic> {
    let mut places: Vec<Span> = texts
        .into_iter()
        .filter(|(text, ..)| is_placeholder(text))
        .map(|(_, span, _)| span)
        .collect();
    places.sort_by_key(|place| place.start);
    let title = match places.len() {
        0 => return None,
        1 => "ce texte est à compléter".to_owned(),
        count => format!("{count} textes sont à compléter"),
    };
    let places = places.into_iter().take(MOST_PLACES);
    Some(places.fold(new(title), |told, place| told.at(place, "")))
}

/// Whether a text only stands for one that is left to be written.
pub(crate) fn is_placeholder(text: &str) -> bool {
    text.trim() == PLACEHOLDER
}
