//! The marks of a text: whether there may be any, and where one stands that marks nothing.

use super::hiding::{Hiding, Ways};
use super::lines::marked_places;
use super::mark::mark;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::record::RecordFault;
use crate::record::raw::RawMeeting;
use crate::record::texts::locate;

/// At most 20 marks of one text are told that hide nothing.
const MOST_TOLD: usize = 20;

/// Every mark in a text: where it begins, and its length. One that is escaped is a text.
fn marks(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices('[').filter_map(move |(start, _)| {
        let is_escaped = text[..start].ends_with('\\');
        let (_, length) = mark(&text[start..]).filter(|_| !is_escaped)?;
        Some((start, length))
    })
}

/// Whether the file may hold a mark: most hold none, and are not looked through.
pub(in crate::record) fn has_marks(source: &Source) -> bool {
    let text = source.text.as_str();
    let begins = |start: usize| mark(&text[start..]).is_some();
    // A sign may be typed by its number, and a line end be none: both begin with a bar.
    text.contains("visibilite")
        || text.contains('\\')
        || text.match_indices('[').any(|(start, _)| begins(start))
}

/// Marks that mark nothing, since no paragraph begins there: what is meant to be kept back would be shown.
pub(in crate::record) fn misplaced(source: &Source, raw: &RawMeeting, faults: &mut Diagnostics) {
    let ways = Ways::of(raw);
    for (text, span, kind) in raw.readable_texts() {
        misplaced_in(source, text, &span, ways.hiding(&span, kind), faults);
    }
}

pub(super) fn misplaced_in(
    source: &Source,
    text: &str,
    span: &Span,
    hiding: Hiding,
    faults: &mut Diagnostics,
) {
    let sound = match hiding {
        Hiding::Mark => marked_places(text),
        Hiding::Key | Hiding::Group | Hiding::Record => Vec::new(),
    };
    let unsound = marks(text).filter(|(start, _)| sound.binary_search(start).is_err());
    for (start, length) in unsound.take(MOST_TOLD) {
        let place = locate(source, span, text, start..start + length);
        let help = match hiding {
            Hiding::Mark => {
                "écrivez-la au début du paragraphe, avant toute mise en forme, et son texte derrière elle ; pour n’en cacher qu’une phrase, faites-en un paragraphe"
            }
            Hiding::Key => {
                "écrivez visibilite = \"interne\" ou \"membres\" à côté de ce texte, entre les mêmes accolades ou dans le même bloc"
            }
            Hiding::Group => {
                "mettez ce titre entre accolades, avec l’édition qui le montre : { titre = \"…\", visibilite = \"interne\" } ou \"membres\""
            }
            Hiding::Record => {
                "supprimez-la, et n’écrivez ici que ce que tous peuvent lire : rien ne cache ce texte seul"
            }
        };
        faults.push(
            Diagnostic::new(RecordFault::MisplacedMark, "cette marque ne cache rien ici")
                .at(place, "")
                .help(help),
        );
    }
}
