//! Characters that no font of the PDF holds, at their place: printed, each would be an empty box.
//!
//! Such a character is a fault for the PDF alone: the page and the Markdown file are made, and hold it.

use std::collections::BTreeMap;

use super::raw::TextKind;
use crate::diagnostic::{Diagnostic, Span};
use crate::french::characters::{cannot_be_set, is_invisible, is_mark, is_of_a_script, kind_of};
use crate::french::folding::composed;
use crate::markup;
use crate::record::RecordFault;
use crate::toml_source::typed_chars;

/// At most 300 places are reported of one file.
const MOST_PLACES: usize = 300;

/// The faults of the texts of a file, one for each run of characters that `covers` does not know, with all its places. `file`
/// is the text of the whole file.
pub(crate) fn unprintable(
    file: &str,
    texts: &[(&str, Span, TextKind)],
    covers: &dyn Fn(char) -> bool,
) -> Vec<Diagnostic> {
    let mut places: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    let mut left = MOST_PLACES;
    for (text, whole, kind) in texts {
        for run in runs(file, text, whole, *kind, covers)
            .into_iter()
            .take(left)
        {
            left -= 1;
            places.entry(run.text).or_default().push(run.span);
        }
    }
    places
        .into_iter()
        .map(|(text, mut spans)| {
            spans.sort_by_key(|span| span.start);
            let fault = spans
                .into_iter()
                .fold(fault(&text, covers), |fault, span| fault.at(span, ""));
            fault.help(way_out(&text, covers)).help(
                "sans cela, le PDF n’est pas fait ; la page HTML et le fichier Markdown le sont",
            )
        })
        .collect()
}

/// Characters that follow each other, and how they are written in the file.
struct Run {
    text: String,
    span: Span,
}

fn runs(
    file: &str,
    text: &str,
    whole: &Span,
    kind: TextKind,
    covers: &dyn Fn(char) -> bool,
) -> Vec<Run> {
    let lacks = |text: &str| composed(text).chars().any(|one| !is_printable(one, covers));
    if !lacks(text) {
        return Vec::new();
    }
    let blocks = match kind {
        TextKind::Line => None,
        TextKind::Markup => Some(markup::parse(text).blocks),
    };
    // The same character may stand in a text thousands of times.
    let mut shown: BTreeMap<char, bool> = BTreeMap::new();
    let mut is_shown = |text: &str| match &blocks {
        None => true,
        Some(blocks) => text.chars().any(|one| {
            let known = shown.entry(one);
            *known.or_insert_with(|| markup::shows(blocks, one))
        }),
    };
    let mut runs: Vec<Run> = Vec::new();
    let mut is_open = false;
    for (text, span) in letters(file.get(whole.clone()).unwrap_or_default()) {
        let span = whole.start + span.start..whole.start + span.end;
        if lacks(&text) && is_shown(&text) {
            match runs.last_mut().filter(|_| is_open) {
                Some(run) => {
                    let between = file.get(run.span.end..span.start).unwrap_or_default();
                    run.text.push_str(between);
                    run.text.push_str(&text);
                    run.span.end = span.end;
                }
                None => runs.push(Run { text, span }),
            }
            is_open = true;
        } else {
            // A space within the words of another script parts nothing.
            is_open &= text.chars().all(|one| one == ' ' || is_invisible(one));
        }
    }
    runs
}

/// Letters with the marks that follow them, and their places in `typed`.
fn letters(typed: &str) -> Vec<(String, Span)> {
    let mut letters: Vec<(String, Span)> = Vec::new();
    for (character, place) in typed_chars(typed) {
        match letters.last_mut().filter(|_| is_mark(character)) {
            Some((letter, span)) => {
                letter.push(character);
                span.end = place.end;
            }
            None => letters.push((character.to_string(), place)),
        }
    }
    letters
}

/// Line ends and tabulations are spaces, and what is invisible is not drawn.
fn is_printable(character: char, covers: &dyn Fn(char) -> bool) -> bool {
    character.is_control()
        || is_invisible(character)
        || covers(character) && !cannot_be_set(character)
}

fn fault(text: &str, covers: &dyn Fn(char) -> bool) -> Diagnostic {
    const MOST_TOLD: usize = 3;
    let missing = missing(text, covers);
    let mut told: Vec<String> = missing
        .iter()
        .take(MOST_TOLD)
        .map(|one| format!("U+{:04X}", u32::from(*one)))
        .collect();
    if missing.len() > MOST_TOLD {
        told.push("…".into());
    }
    let kind = missing.iter().find_map(|one| kind_of(*one));
    told.extend(kind.map(String::from));
    let why = if missing.into_iter().any(cannot_be_set) {
        "le PDF ne peut pas être composé avec"
    } else {
        "aucune police du PDF ne contient"
    };
    let told = told.join(", ");
    Diagnostic::new(
        RecordFault::Unprintable,
        format!("{why} « {text} » ({told})"),
    )
}

fn way_out(text: &str, covers: &dyn Fn(char) -> bool) -> &'static str {
    let missing = missing(text, covers);
    if missing.iter().copied().any(cannot_be_set) {
        "écrivez-le en lettres latines : aucune police n’y change rien"
    } else if missing.into_iter().any(is_of_a_script) {
        "écrivez-le en lettres latines, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]"
    } else {
        "supprimez-le ou écrivez-le en mots, ou donnez une police qui le contient dans templates/style.toml, bloc [polices]"
    }
}

/// The characters that are missing, each once, in order.
fn missing(text: &str, covers: &dyn Fn(char) -> bool) -> Vec<char> {
    let mut missing = Vec::new();
    for one in composed(text).chars() {
        if one != ' ' && !is_printable(one, covers) && !missing.contains(&one) {
            missing.push(one);
        }
    }
    missing
}
