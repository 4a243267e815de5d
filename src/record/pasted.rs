//! A list of people pasted as one text, a line a person: `Nom ; fonction ; organisation`, or with tabs, as from a sheet, or with bars.
//!
//! It is read into the groups of keys that it stands for, each with its place, so that all that comes after knows lists alone. The head of the
//! columns and a number in the place of a name would be persons: they are faults.

use super::pasted_rows::{LINE_ENDS, Rows, is_number, stands_for_nothing};
use super::raw::{RawMeeting, RawPeople, RawPerson, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::french::folding::is_invisible;
use crate::record::RecordFault;
use crate::toml_source::Field;

/// Reads the lists that were pasted. A line with more than three parts is a fault, at that line, and so is one that names nobody.
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
    let rows = Rows::of(text);
    let mut people = Vec::new();
    for (number, line) in text.split(LINE_ENDS).enumerate() {
        let start = starts.as_ref().and_then(|starts| starts.get(number));
        let place = |from: usize, part: &str| match start {
            Some(start) => start + from..start + from + part.len(),
            None => whole.clone(),
        };
        let is_unseen = |sign: char| sign.is_whitespace() || is_invisible(sign);
        let trimmed = line.trim();
        if line.chars().all(is_unseen) || rows.is_rule(trimmed) {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let span = place(indent, trimmed);
        let read = match people.is_empty() && rows.is_head(trimmed) {
            true => Err(head_of_columns(span.clone())),
            false => person(&rows, trimmed, |offset, part| place(indent + offset, part))
                .ok_or_else(|| too_many_parts(rows.separator(trimmed), span.clone()))
                .and_then(|person| with_name(&rows, person)),
        };
        people.push(match read {
            Ok(person) => Field::Given(span, person),
            Err(fault) => {
                faults.push(fault);
                Field::Faulty(span)
            }
        });
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
fn person(rows: &Rows, line: &str, place: impl Fn(usize, &str) -> Span) -> Option<RawPerson> {
    let mut parts = [Text::Absent, Text::Absent, Text::Absent];
    // The function alone is nobody.
    let has_words = rows
        .cells(line)
        .step_by(2)
        .any(|(_, part)| part.contains(char::is_alphanumeric));
    for (index, (offset, part)) in rows.cells(line).enumerate() {
        let trimmed = part.trim();
        let is_empty = trimmed.is_empty() || (has_words && stands_for_nothing(trimmed));
        if !is_empty {
            let from = offset + part.len() - part.trim_start().len();
            *parts.get_mut(index)? = Field::Given(place(from, trimmed), trimmed.to_owned());
        }
    }
    let [name, function, organisation] = parts;
    Some(RawPerson {
        name,
        function,
        organisation,
        ..RawPerson::default()
    })
}

/// The person, unless a number stands in the place of the name: `3 ; ; OIM`, alone, counts those of a body.
fn with_name(rows: &Rows, person: RawPerson) -> Result<RawPerson, Diagnostic> {
    let Some((name, span)) = person.name.located() else {
        return Ok(person);
    };
    let parts = [&person.function, &person.organisation];
    let is_beside_words = parts
        .into_iter()
        .filter_map(Field::get)
        .any(|text| text.contains(char::is_alphabetic));
    match rows.are_numbered && is_number(name) && is_beside_words {
        true => Err(number_for_name(span)),
        false => Ok(person),
    }
}

fn head_of_columns(span: Span) -> Diagnostic {
    Diagnostic::new(
        RecordFault::Nameless,
        "cette ligne est l’en-tête des colonnes, et non une personne",
    )
    .at(span, "")
    .help("supprimez-la ; les colonnes sont : Nom ; fonction ; organisation")
}

fn number_for_name(span: Span) -> Diagnostic {
    Diagnostic::new(RecordFault::Nameless, "ce numéro est à la place d’un nom")
        .at(span, "")
        .help("supprimez la colonne des numéros : Nom ; fonction ; organisation")
}

fn too_many_parts(separator: char, span: Span) -> Diagnostic {
    let mark = match separator {
        '\t' => "tabulations",
        '|' => "barres",
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
        let person = person(&Rows::of(line), line, |from, part| from..from + part.len())?;
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
            (
                "| Awa Diarra | directrice | OIM |",
                ["Awa Diarra", "directrice", "OIM"],
            ),
            ("Association Eau | Vie", ["Association Eau | Vie", "", ""]),
            ("ONG A|B", ["ONG A|B", "", ""]),
            ("| Awa Diarra | - | OIM |", ["Awa Diarra", "", "OIM"]),
            ("|Awa Diarra||OIM|", ["Awa Diarra", "", "OIM"]),
            ("Awa Diarra ;; OIM | Mali", ["Awa Diarra", "", "OIM | Mali"]),
        ] {
            assert_eq!(read(line), Some(expected.map(str::to_owned)), "{line}");
        }
        assert_eq!(read("a ; b ; c ; d"), None);
        assert_eq!(read("| a | b | c | d |"), None);
    }

    /// The names that a list is read as, and the kinds of its faults.
    fn read_list(text: &str) -> (Vec<String>, usize) {
        let mut faults = Diagnostics::default();
        let source = Source {
            name: String::new(),
            text: String::new(),
        };
        let list = lines(&source, &(0..0), text, &mut faults);
        let people = list.iter().filter_map(Field::get);
        let names = people.map(|person| person.name.get().cloned().unwrap_or_default());
        (names.collect(), faults.into_vec().len())
    }

    /// Lists as pasted, the names that are read, and how many rows are faults.
    const SHEETS: &[(&str, &[&str], usize)] = &[
        (
            "N° ; Nom et prénom ; Structure\nAli Bé ; ; OIM",
            &["Ali Bé"],
            1,
        ),
        (
            "Nom\tFonction\tOrganisation\nAwa Sow\tchef\tPNUD",
            &["Awa Sow"],
            1,
        ),
        (
            "| Nom(s) et prénom(s) | Titre |\n|---|:-:|\n| Awa Sow | chef |",
            &["Awa Sow"],
            1,
        ),
        ("Organisation\nOIM\nPNUD", &["OIM", "PNUD"], 1),
        (
            "1 ; Ali Bé ; OIM\nn° 2 ; Awa Sow ; PNUD\n3. ; chef ; Bah",
            &[],
            3,
        ),
        (
            "Ali Bé ; ; OIM\n- ; - ; -\n—\t—\n\u{200b}\n\u{feff} \u{a0}",
            &["Ali Bé"],
            0,
        ),
        ("Nom Prénom Diallo ; chef ; OIM", &["Nom Prénom Diallo"], 0),
        (
            "Awa Sow ; Titre ; OIM\nService ; ; Organisation",
            &["Awa Sow", "Service"],
            0,
        ),
        (
            "3M\n2iE ; ; Ouagadougou\n4 D ; ; Bamako",
            &["3M", "2iE", "4 D"],
            0,
        ),
        ("3 ; ; OIM\n-1 ; ; UNDSS", &["3", "-1"], 0),
        ("3 ; Awa Sow ; OIM\n4 ; ; PNUD", &["3", "4"], 0),
        ("1 ; Ali Bé ; OIM\n2 ; Awa Sow ; PNUD\n3 ; ; OIM", &[], 3),
        (
            "Nono 2 ; x ; OIM\nNo 3 ; x ; OIM\nnn4 ; x ; OIM",
            &["Nono 2", "No 3", "nn4"],
            0,
        ),
        (
            "Ali Bé | chef | OIM\nAwa Sow | | PNUD",
            &["Ali Bé", "Awa Sow"],
            0,
        ),
        ("Ali Bé | chef\nAwa Sow", &["Ali Bé | chef", "Awa Sow"], 0),
        (
            "Ali Bé ; chef\nEau | Vie\nONG A | B\n| Awa Sow | PNUD |",
            &["Ali Bé", "Eau | Vie", "ONG A | B", "Awa Sow"],
            0,
        ),
        ("-", &["-"], 0),
        ("12\n15", &["12", "15"], 0),
        ("Noé ; n° 2 ; OIM\nNo Sow ;; 12", &["Noé", "No Sow"], 0),
        ("Titus Service ; poste ; Structure", &["Titus Service"], 0),
    ];

    #[test]
    fn what_a_sheet_has_beside_persons_is_none() {
        for (text, names, faults) in SHEETS {
            let expected: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(read_list(text), (expected, *faults), "{text}");
        }
    }
}
