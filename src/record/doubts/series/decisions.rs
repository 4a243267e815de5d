//! A number that two decisions of a series bear, where the numbers of its decisions go on from one meeting to the next.

use std::collections::BTreeMap;

use super::{Among, Comparable};
use crate::diagnostic::{Diagnostic, Span};
use crate::record::RecordDoubt;

/// The number of a decision, and the record that it stands in.
struct Numbered<'a> {
    place: usize,
    file: &'a str,
    number: &'a str,
    /// As typed, but for case and spaces.
    typed: String,
    count: u32,
    tells_year: bool,
    span: &'a Span,
}

/// Which numbers are of one count: those of one body and kind of meeting, that differ by their count alone, and of one year if they tell none.
type Count<'a> = (&'a Among, String, Option<i16>);

/// Decisions of one number, told at the later one.
pub(super) fn of_one_number(records: &[(&str, &Comparable)]) -> Vec<(usize, Diagnostic)> {
    let mut counts: BTreeMap<Count<'_>, Vec<Numbered<'_>>> = BTreeMap::new();
    for (place, (file, named)) in records.iter().enumerate() {
        for (number, span) in &named.decisions {
            let Some(counted) = counted(number) else {
                continue;
            };
            let year = Some(named.year).filter(|_| !counted.tells_year);
            let numbers = counts
                .entry((&named.among, counted.around, year))
                .or_default();
            numbers.push(Numbered {
                place,
                file,
                number,
                typed: counted.typed,
                count: counted.count,
                tells_year: counted.tells_year,
                span,
            });
        }
    }
    let counts = counts.values().filter(|numbers| goes_on(numbers));
    let mut doubts: Vec<_> = counts.flat_map(|numbers| repeated(numbers)).collect();
    doubts.sort_by_key(|(place, _)| *place);
    doubts
}

/// The numbers that an earlier record of the count has.
fn repeated(numbers: &[Numbered<'_>]) -> Vec<(usize, Diagnostic)> {
    let mut seen: BTreeMap<&str, &Numbered<'_>> = BTreeMap::new();
    let mut doubts = Vec::new();
    for one in numbers {
        let first = *seen.entry(&one.typed).or_insert(one);
        if first.place != one.place {
            let title = format!("deux décisions portent le numéro {}", one.number);
            let doubt = Diagnostic::new(RecordDoubt::RepeatedNumber, title)
                .at(one.span.clone(), format!("aussi dans {}", first.file))
                .help("donnez à chacune le sien");
            doubts.push((one.place, doubt));
        }
    }
    doubts
}

/// Whether the numbers of each meeting go on from those before it, or from the last of them. Without a year, one that begins anew at each
/// meeting looks so where each has one decision.
fn goes_on(numbers: &[Numbered<'_>]) -> bool {
    let mut most: Vec<u32> = Vec::new();
    for meeting in numbers.chunk_by(|one, other| one.place == other.place) {
        let tells_year = meeting.iter().all(|one| one.tells_year);
        let counts = meeting.iter().map(|one| one.count);
        let least = counts.clone().min().unwrap_or_default();
        let follows = most
            .last()
            .is_none_or(|last| least > *last || least == *last && (tells_year || least > 1));
        if !follows {
            return false;
        }
        most.extend(counts.max());
    }
    let tells_year = numbers.iter().all(|one| one.tells_year);
    tells_year || most.first() < most.last()
}

/// A number taken apart.
struct Counted {
    typed: String,
    /// What stands around the count.
    around: String,
    count: u32,
    tells_year: bool,
}

/// The count in a number that is surely of a series: with a year, *2026-05*, *12/2026*, or letters joined to it, *D-12*.
fn counted(number: &str) -> Option<Counted> {
    let plain = number.chars().filter(|sign| !sign.is_whitespace());
    let typed: String = plain.flat_map(char::to_lowercase).collect();
    let figures: Vec<(usize, &str)> = figures(&typed).collect();
    let is_year = |figures: &str| figures.len() == 4 && matches!(&figures[..2], "19" | "20");
    let tells_year = figures.len() > 1 && figures.iter().any(|(_, one)| is_year(one));
    if !tells_year && !is_lettered(number.trim()) {
        return None;
    }
    let mut backwards = figures.iter().rev();
    let counter = backwards.find(|(_, one)| !tells_year || !is_year(one));
    let (start, digits) = counter.or(figures.last())?;
    let around = format!("{}#{}", &typed[..*start], &typed[start + digits.len()..]);
    let count = digits.parse().ok()?;
    Some(Counted {
        count,
        around,
        tells_year,
        typed,
    })
}

/// Whether letters begin a number and nothing but figures and what parts them follows: *D-12*, *DEL12/3*. A letter joined to its figures
/// names rather a point of the agenda, *A2*.
fn is_lettered(number: &str) -> bool {
    let figures = number.trim_start_matches(char::is_alphabetic);
    let letters = number[..number.len() - figures.len()].chars().count();
    let parting = |sign: char| matches!(sign, '-' | '/' | '_' | '‑' | '–');
    let is_parted = figures.starts_with(parting);
    let is_of_figures = |sign: char| sign.is_ascii_digit() || parting(sign);
    letters > usize::from(!is_parted) && figures.chars().all(is_of_figures)
}

/// The groups of figures of a number, each with its place.
fn figures(number: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let parts = number.split(|sign: char| !sign.is_ascii_digit());
    let places = parts.map(move |part| {
        let start = number[at..].find(part).map_or(at, |found| at + found);
        at = start + part.len();
        (start, part)
    });
    places.filter(|(_, part)| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::tests::raised;

    type Numbers = [[&'static str; 2]; 2];

    /// The years of two meetings, the numbers of their decisions, and the one that is doubted.
    const DECISIONS: [([i16; 2], Numbers, Option<&str>); 20] = [
        (
            [2026, 2026],
            [["2026-05", "2026-06"], ["2026-06", "2026-07"]],
            Some("2026-06"),
        ),
        (
            [2026, 2026],
            [["DEL 5/2026", "DEL 6/2026"], ["del6/2026", "DEL 7/2026"]],
            Some("del6/2026"),
        ),
        (
            [2026, 2026],
            [["DEL2026/11", "DEL2026/12"], ["DEL2026/12", "DEL2026/13"]],
            Some("DEL2026/12"),
        ),
        ([2026, 2026], [["D-1", "D-2"], ["D-2", "D-3"]], Some("D-2")),
        ([2026, 2026], [["D-1", "D-2"], ["D-1", "D-2"]], None),
        ([2026, 2026], [["D-1", "D-1"], ["D-1", "D-2"]], None),
        ([2026, 2026], [["D-3", "D-3"], ["D-3", "D-3"]], None),
        ([2025, 2026], [["D-1", "D-2"], ["D-2", "D-3"]], None),
        ([2026, 2026], [["1", "2"], ["1", "2"]], None),
        ([2026, 2026], [["1", "2"], ["3", "4"]], None),
        ([2026, 2026], [["2", "3"], ["3", "5"]], None),
        (
            [2026, 2026],
            [["Point 2", "Point 3"], ["Point 3", "Point 5"]],
            None,
        ),
        ([2026, 2026], [["2.1", "2.2"], ["2.2", "2.3"]], None),
        (
            [2026, 2026],
            [
                ["1re résolution", "2e résolution"],
                ["2e résolution", "3e résolution"],
            ],
            None,
        ),
        ([2026, 2026], [["A2/B2", "A2/B3"], ["A2/B3", "A2/B4"]], None),
        ([2026, 2026], [["A2", "A3"], ["A3", "A4"]], None),
        (
            [2026, 2026],
            [["2026-1-11", "2026-1-12"], ["2026-11-2", "2026-11-3"]],
            None,
        ),
        (
            [2026, 2026],
            [["2026-01", "2026-02"], ["2026-03", "2026-04"]],
            None,
        ),
        (
            [2026, 2026],
            [["2026-01", "2026-02"], ["2026-01", "2026-02"]],
            None,
        ),
        ([2026, 2026], [["A", "B"], ["A", "B"]], None),
    ];

    fn record(month: usize, year: i16, more: &str, numbers: [&str; 2]) -> String {
        let decision = |number| format!("{{ numero = \"{number}\", texte = \"Oui.\" }}");
        let decisions = numbers.map(decision).join(", ");
        format!(
            "date = {year}-{month:02}-13\n{more}themes = [{{ titre = \"T\", decisions = [{decisions}] }}]\n"
        )
    }

    #[test]
    fn numbers_of_decisions() {
        for (years, numbers, doubted) in DECISIONS {
            let records = (1..).zip(years.into_iter().zip(numbers));
            let records = records.map(|(month, (year, numbers))| record(month, year, "", numbers));
            let raised = raised(&records.collect::<Vec<_>>(), false, &|_| false);
            let title = |number| (1, format!("deux décisions portent le numéro {number}"));
            assert_eq!(raised, Vec::from_iter(doubted.map(title)), "{numbers:?}");
        }
        let of_two_bodies = [
            record(1, 2026, "instance = \"Conseil\"\n", ["2026-01", "2026-02"]),
            record(2, 2026, "instance = \"Bureau\"\n", ["2026-02", "2026-03"]),
        ];
        assert!(raised(&of_two_bodies, false, &|_| false).is_empty());
    }
}
