//! A list of people pasted as one text, a line a person: `Nom ; fonction ; organisation`, or with tabs, as from a sheet.
//!
//! It is read into the groups of keys that it stands for, each with its place, so that all that comes after knows lists alone.

use super::raw::{RawMeeting, RawPeople, RawPerson, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::record::RecordFault;
use crate::toml_source::Field;

/// What parts two lines: the second within a paragraph of Word.
const LINE_ENDS: [char; 2] = ['\n', '\u{2028}'];

/// Reads the lists that were pasted. A line with more than three parts is a fault, at that line.
pub(super) fn read_pasted_lists(source: &Source, raw: &mut RawMeeting, faults: &mut Diagnostics) {
    for people in [
        &mut raw.participants,
        &mut raw.represented,
        &mut raw.excused,
        &mut raw.absent,
    ] {
        if let Field::Given(span, RawPeople::Pasted(text)) = people {
            let list = lines(source, span, text, faults);
            *people = Field::Given(span.clone(), RawPeople::List(list));
        }
    }
}

fn lines(
    source: &Source,
    whole: &Span,
    text: &str,
    faults: &mut Diagnostics,
) -> Vec<Field<RawPerson>> {
    let starts = line_starts(source, whole, text);
    let mut people = Vec::new();
    for (number, line) in text.split(LINE_ENDS).enumerate() {
        let start = starts.as_ref().and_then(|starts| starts.get(number));
        let place = |from: usize, part: &str| match start {
            Some(start) => start + from..start + from + part.len(),
            None => whole.clone(),
        };
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let span = place(indent, trimmed);
        match person(trimmed, |offset, part| place(indent + offset, part)) {
            Some(person) => people.push(Field::Given(span, person)),
            None => {
                faults.push(too_many_parts(trimmed, span.clone()));
                people.push(Field::Faulty(span));
            }
        }
    }
    people
}

/// Where each line of the text begins in the file; `None` if it was typed with escapes, so that the two differ.
fn line_starts(source: &Source, whole: &Span, text: &str) -> Option<Vec<usize>> {
    let typed = source.text.get(whole.clone())?;
    let mark = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|mark| typed.starts_with(mark))?;
    let inside = typed.strip_prefix(mark)?.strip_suffix(mark)?;
    // A line end just after the opening mark is none of the text.
    let after_line_end = inside
        .strip_prefix("\r\n")
        .or_else(|| inside.strip_prefix('\n'));
    let inside = after_line_end.filter(|_| mark.len() == 3).unwrap_or(inside);
    let mut start = whole.end - mark.len() - inside.len();
    let mut starts = Vec::new();
    let mut lines = text.split(LINE_ENDS);
    for typed in inside.split(['\n', '\u{b}']) {
        if lines.next()? != typed.trim_end_matches('\r') {
            return None;
        }
        starts.push(start);
        start += typed.len() + 1;
    }
    lines.next().is_none().then_some(starts)
}

/// The person of a line; `None` if it has more parts than a person. A dash or a stroke stands for an empty cell, unless the line names nobody
/// else.
fn person(line: &str, place: impl Fn(usize, &str) -> Span) -> Option<RawPerson> {
    let separator = separator(line);
    let mut offset = 0;
    let mut parts = [Text::Absent, Text::Absent, Text::Absent];
    // The function alone is nobody.
    let mut named = line.split(separator).step_by(2);
    let has_words = named.any(|part| part.contains(char::is_alphanumeric));
    for (index, part) in line.split(separator).enumerate() {
        let trimmed = part.trim();
        let is_empty = trimmed.is_empty() || (has_words && stands_for_nothing(trimmed));
        if !is_empty {
            let from = offset + part.len() - part.trim_start().len();
            *parts.get_mut(index)? = Field::Given(place(from, trimmed), trimmed.to_owned());
        }
        offset += part.len() + separator.len_utf8();
    }
    let [name, function, organisation] = parts;
    Some(RawPerson {
        name,
        function,
        organisation,
        ..RawPerson::default()
    })
}

/// `-`, `—`, `/`: what is typed in a cell of a sheet that has nothing to say.
fn stands_for_nothing(part: &str) -> bool {
    part.chars().all(|sign| "-‐‑–—−/".contains(sign))
}

/// A tab where there is one, as a sheet gives it; a semicolon else.
fn separator(line: &str) -> char {
    if line.contains('\t') { '\t' } else { ';' }
}

fn too_many_parts(line: &str, span: Span) -> Diagnostic {
    let mark = match separator(line) {
        '\t' => "tabulations",
        _ => "points-virgules",
    };
    Diagnostic::new(
        RecordFault::TooManyParts,
        "cette ligne a plus de trois parties",
    )
    .at(span, "")
    .help(format!(
        "une ligne par personne, avec deux {mark} au plus : Nom ; fonction ; organisation"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<[String; 3]> {
        let person = person(line, |from, part| from..from + part.len())?;
        let text = |text: &Text| {
            text.located().map_or_else(String::new, |(text, span)| {
                assert_eq!(&line[span], text, "the place is that of the text");
                text.clone()
            })
        };
        Some([
            text(&person.name),
            text(&person.function),
            text(&person.organisation),
        ])
    }

    #[test]
    fn a_line_is_a_person() {
        for (line, expected) in [
            ("Awa Diarra", ["Awa Diarra", "", ""]),
            ("Awa Diarra ; directrice", ["Awa Diarra", "directrice", ""]),
            (
                "Awa Diarra ; directrice ; OIM",
                ["Awa Diarra", "directrice", "OIM"],
            ),
            ("Awa Diarra ;; OIM", ["Awa Diarra", "", "OIM"]),
            ("; ; OIM ;", ["", "", "OIM"]),
            ("Awa Diarra ; - ; OIM", ["Awa Diarra", "", "OIM"]),
            ("Awa Diarra ; — ; /", ["Awa Diarra", "", ""]),
            ("- ; -- ; OIM", ["", "", "OIM"]),
            ("Awa Diarra\t–\tOIM", ["Awa Diarra", "", "OIM"]),
            ("Awa Diarra ; ? ; - OIM", ["Awa Diarra", "?", "- OIM"]),
            ("-", ["-", "", ""]),
            (
                "Awa Diarra\tdirectrice ; bureau de Gao\tOIM",
                ["Awa Diarra", "directrice ; bureau de Gao", "OIM"],
            ),
        ] {
            assert_eq!(read(line), Some(expected.map(str::to_owned)), "{line}");
        }
        assert_eq!(read("a ; b ; c ; d"), None);
    }
}
