//! How much a record may hold: far more than any meeting gives, and no more than a laptop makes pages of in seconds.

use std::collections::BTreeSet;

use super::raw::{RawMeeting, TextKind};
use crate::diagnostic::{Diagnostic, Span};
use crate::french::typography::ordinals_typed;
use crate::french::words::counted;
use crate::markup;
use crate::record::RecordFault;
use crate::toml_source::Field;

/// At most 16 KiB in a text of one line, four printed pages: such a text stands in headings, in cells and at the head of each page.
pub(crate) const LONGEST_LINE: usize = 16 << 10;
/// At most 1 MiB in one text, some 500 printed pages. A text is laid out as a whole, and a longer one would ask for more
/// memory than a laptop has.
const LONGEST_TEXT: usize = 1 << 20;
/// At most so much in all texts together: their bytes, and [`PIECE`] or [`LINE`] for each of what they are set as. A record of that
/// weight takes half a GiB on its way to the PDF, whatever it is made of; real minutes weigh a hundredth of it.
const MOST_WEIGHT: usize = 1 << 20;
/// What a paragraph, an item, a cell, an emphasis, a link or the raised letters of an ordinal take on its way to the PDF, as bytes of plain text.
const PIECE: usize = 40;
/// The same of a text of one line.
const LINE: usize = 20;
/// At most 1 000 themes; the source document has eleven.
const MOST_THEMES: usize = 1_000;
/// At most 5 000 parts in all themes together.
const MOST_PARTS: usize = 5_000;
/// At most 10 000 action points, and as many decisions, in all themes together.
const MOST_ACTIONS: usize = 10_000;
/// At most 5 000 annexes, and as many links.
const MOST_ANNEXES: usize = 5_000;
/// At most 2 000 different owners: each has a page of its own, a calendar and a feed.
const MOST_OWNERS: usize = 2_000;
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
    if let Some(closing) = raw.closing.get() {
        let annexes = closing.annexes.items().map(|(_, span)| span);
        list(annexes, MOST_ANNEXES, "annexe", &mut faults);
        let links = closing.links.items().map(|(_, span)| span);
        list(links, MOST_ANNEXES, "lien", &mut faults);
    }
    let mut known = BTreeSet::new();
    let owners = owners(raw).filter(|(owner, _)| known.insert(*owner));
    list(
        owners.map(|(_, span)| span),
        MOST_OWNERS,
        "responsable",
        &mut faults,
    );
    faults
}

/// Whoever has to do something, at each place that names one.
fn owners(raw: &RawMeeting) -> impl Iterator<Item = (&String, Span)> {
    let of_contents = raw.contents().flat_map(|content| {
        let actions = content.actions.items();
        let of_actions = actions.flat_map(|(action, _)| action.owners.get().into_iter().flatten());
        content.owners.get().into_iter().flatten().chain(of_actions)
    });
    let followed = raw.follow_up.items();
    let of_followed = followed.flat_map(|(one, _)| one.owners.get().into_iter().flatten());
    of_contents.chain(of_followed).filter_map(Field::located)
}

fn texts(raw: &RawMeeting, faults: &mut Vec<Diagnostic>) {
    let mut texts = raw.readable_texts();
    texts.extend(raw.free_texts());
    // A byte is at most one piece: what is this short is not read twice.
    let bytes: usize = texts.iter().map(|(text, ..)| text.len() + LINE).sum();
    let may_be_heavy = bytes * (1 + PIECE) > MOST_WEIGHT;
    let mut total = 0;
    for (text, span, kind) in texts {
        let before = total;
        if may_be_heavy {
            total += weight(text, kind);
        }
        let fault = if kind == TextKind::Line && text.len() > LONGEST_LINE {
            line_too_long()
        } else if text.len() > LONGEST_TEXT {
            Diagnostic::new(
                RecordFault::TextTooLong,
                "ce texte dépasse 1 Mio : il est trop long pour un compte rendu",
            )
            .help(SUM_UP)
        } else if before <= MOST_WEIGHT && total > MOST_WEIGHT {
            Diagnostic::new(
                RecordFault::TextsTooLong,
                "ce qui est écrit jusqu’ici dépasse ce qu’un compte rendu peut tenir",
            )
            .help(SUM_UP)
            .help("la limite est de 1 Mio de texte ; chaque paragraphe, puce, case de tableau, lien, mot en gras ou en italique ou ordinal (1er) compte pour 40 caractères de plus")
        } else {
            continue;
        };
        faults.push(fault.at(span, ""));
    }
}

const SUM_UP: &str = "résumez, et joignez le texte entier comme annexe, avec `fichier = \"…\"`";

/// A text of one line that would fill pages.
pub(crate) fn line_too_long() -> Diagnostic {
    Diagnostic::new(
        RecordFault::LineTooLong,
        "ce texte d’une ligne dépasse 16 000 caractères",
    )
    .help("abrégez-le ; un long texte a sa place sous `discussion`, ou en annexe avec `fichier = \"…\"`")
}

fn weight(text: &str, kind: TextKind) -> usize {
    let pieces = match kind {
        TextKind::Line => LINE + PIECE * ordinals_typed(text),
        TextKind::Markup if text.len() > LONGEST_TEXT => 0,
        TextKind::Markup => PIECE * markup::pieces(&markup::parse(text).blocks),
    };
    text.len().saturating_add(pieces)
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
