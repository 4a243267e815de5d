//! How much a record may hold: far more than any meeting gives, and no more than a laptop makes pages of in seconds.

use super::raw::RawMeeting;
use crate::diagnostic::{Diagnostic, Span};
use crate::french::words::counted;
use crate::record::RecordFault;

/// At most 1 MiB in one text, some 500 printed pages. A text is laid out as a whole, and a longer one would ask for more
/// memory than a laptop has.
const LONGEST_TEXT: usize = 1 << 20;
/// At most 4 MiB in all texts together.
const ALL_TEXTS: usize = 4 << 20;
/// At most 1 000 themes; the source document has eleven.
const MOST_THEMES: usize = 1_000;
/// At most 5 000 parts in all themes together.
const MOST_PARTS: usize = 5_000;
/// At most 10 000 action points, and as many decisions, in all themes together.
const MOST_ACTIONS: usize = 10_000;
/// At most 5 000 persons in each of the lists of participants, excused and absent: a plenary assembly.
const MOST_PEOPLE: usize = 5_000;

/// What of a record is too much, at the place where it begins to be.
pub(super) fn too_much(raw: &RawMeeting) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    texts(raw, &mut faults);
    let themes = raw.themes.items().map(|(_, span)| span);
    list(themes, MOST_THEMES, "thème", &mut faults);
    let parts = raw
        .themes
        .items()
        .flat_map(|(theme, _)| theme.parts.items());
    list(
        parts.map(|(_, span)| span),
        MOST_PARTS,
        "partie de thème",
        &mut faults,
    );
    let actions = raw.contents().flat_map(|content| content.actions.items());
    let actions = actions.map(|(_, span)| span);
    list(actions, MOST_ACTIONS, "point d’action", &mut faults);
    let followed = raw.follow_up.items().map(|(_, span)| span);
    list(followed, MOST_ACTIONS, "point d’action suivi", &mut faults);
    let decisions = raw.contents().flat_map(|content| content.decisions.items());
    let decisions = decisions.map(|(_, span)| span);
    list(decisions, MOST_ACTIONS, "décision", &mut faults);
    for people in raw.people_lists() {
        let people = people.people().map(|(_, span)| span);
        list(people, MOST_PEOPLE, "personne dans une liste", &mut faults);
    }
    faults
}

fn texts(raw: &RawMeeting, faults: &mut Vec<Diagnostic>) {
    let mut total = 0;
    for (text, span, _) in raw.texts() {
        let before = total;
        total += text.len();
        let (kind, title) = if text.len() > LONGEST_TEXT {
            (
                RecordFault::TextTooLong,
                "ce texte dépasse 1 Mio : il est trop long pour un compte rendu",
            )
        } else if before <= ALL_TEXTS && total > ALL_TEXTS {
            (
                RecordFault::TextsTooLong,
                "les textes jusqu’ici dépassent 4 Mio : c’est trop long pour un compte rendu",
            )
        } else {
            continue;
        };
        faults.push(
            Diagnostic::new(kind, title)
                .at(span, "")
                .help("résumez, et joignez le texte entier comme annexe, avec `fichier = \"…\"`"),
        );
    }
}

fn list(
    mut places: impl Iterator<Item = Span>,
    most: usize,
    of: &str,
    faults: &mut Vec<Diagnostic>,
) {
    if let Some(place) = places.nth(most) {
        let most = counted(most as u64, of);
        let fault = Diagnostic::new(
            RecordFault::ListTooLong,
            format!("plus de {most} : c’est trop pour un compte rendu"),
        );
        faults.push(
            fault
                .at(place, "celui-ci est de trop")
                .help("faites plusieurs comptes rendus, ou joignez la liste comme annexe"),
        );
    }
}
