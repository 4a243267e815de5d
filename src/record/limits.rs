//! How much a record may hold: far more than any meeting gives, and no more than a laptop makes pages of in seconds.

use super::raw::RawMeeting;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};

/// The longest text, in bytes: some 500 printed pages. A text is laid out as a whole, and a longer one would ask for more
/// memory than a laptop has.
const LONGEST_TEXT: usize = 1 << 20;
/// All texts together, in bytes.
const ALL_TEXTS: usize = 4 << 20;
/// The source document has eleven.
const MOST_THEMES: usize = 1_000;
/// In all themes together.
const MOST_ACTIONS: usize = 10_000;
/// Participants, excused or absent: a plenary assembly.
const MOST_PEOPLE: usize = 5_000;

/// A record that holds too much, at the place where it begins to.
pub(super) fn not_too_much(raw: &RawMeeting, faults: &mut Diagnostics) {
    texts(raw, faults);
    let themes = raw.themes.items().map(|(_, span)| span);
    list(themes, MOST_THEMES, "thèmes", faults);
    let actions = raw
        .themes
        .items()
        .flat_map(|(theme, _)| theme.actions.items());
    let actions = actions.map(|(_, span)| span);
    list(actions, MOST_ACTIONS, "points d’action", faults);
    for people in [&raw.participants, &raw.excused, &raw.absent] {
        let people = people.items().map(|(_, span)| span);
        list(people, MOST_PEOPLE, "personnes dans une liste", faults);
    }
}

fn texts(raw: &RawMeeting, faults: &mut Diagnostics) {
    let mut total = 0;
    for (text, span, _) in raw.texts() {
        let before = total;
        total += text.len();
        let title = if text.len() > LONGEST_TEXT {
            "ce texte dépasse 1 Mio : il est trop long pour un compte rendu"
        } else if before <= ALL_TEXTS && total > ALL_TEXTS {
            "les textes jusqu’ici dépassent 4 Mio : c’est trop long pour un compte rendu"
        } else {
            continue;
        };
        faults.push(
            Diagnostic::fault(title)
                .at(span, "")
                .help("résumez, et joignez le texte entier comme annexe, avec `fichier = \"…\"`"),
        );
    }
}

fn list(mut places: impl Iterator<Item = Span>, most: usize, of: &str, faults: &mut Diagnostics) {
    if let Some(place) = places.nth(most) {
        let fault = Diagnostic::fault(format!(
            "plus de {most} {of} : c’est trop pour un compte rendu"
        ));
        faults.push(
            fault
                .at(place, "celui-ci est de trop")
                .help("faites plusieurs comptes rendus, ou joignez la liste comme annexe"),
        );
    }
}
