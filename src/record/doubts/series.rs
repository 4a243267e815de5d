//! Records beside one another: one organisation or owner spelt in two ways, a number given twice.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::names::{MOST_COMPARED, Persons, Spelling, persons, same_organisation, spellings};
use crate::diagnostic::{Diagnostic, Span};
use crate::french::folding::fold;
use crate::record::raw::{RawDecision, RawMeeting};
use crate::record::texts::optional_line;
use crate::record::{Meeting, RecordDoubt};

/// What a record names and numbers, to be looked at beside the others of its series.
#[derive(Clone, Debug, Default)]
pub struct Comparable {
    /// Organisations and owners, each spelling once.
    names: Vec<(String, Span)>,
    /// The persons that it lists.
    persons: Vec<String>,
    /// The number of the meeting, of one that is held or to be.
    number: Option<Number>,
    /// The numbers of the decisions of a meeting that was held, as typed.
    decisions: Vec<(String, Span)>,
    year: i16,
}

/// The number of a meeting, and among which ones it counts.
#[derive(Clone, Debug)]
struct Number {
    among: (String, String, &'static str),
    number: u32,
    year: i16,
    date: Date,
    span: Span,
}

impl Comparable {
    pub(in crate::record) fn of(raw: &RawMeeting, meeting: &Meeting) -> Self {
        let folded = |text: &Option<String>| text.as_deref().map(fold).unwrap_or_default();
        let year = meeting.date.year();
        let noun = meeting.gathering.map_or("", |gathering| gathering.noun());
        let takes_place = meeting.is_held() || meeting.is_convened();
        let number = meeting.number.filter(|_| takes_place);
        Self {
            names: spellings(raw),
            persons: persons(raw),
            number: number.zip(raw.number.span()).map(|(number, span)| Number {
                among: (folded(&meeting.body), folded(&meeting.title), noun),
                number,
                year,
                date: meeting.date,
                span,
            }),
            decisions: match meeting.is_held() {
                true => decisions(raw),
                false => Vec::new(),
            },
            year,
        }
    }

    /// Whether there is nothing to look at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.number.is_none() && self.decisions.is_empty()
    }
}

fn decisions(raw: &RawMeeting) -> Vec<(String, Span)> {
    let decisions = raw.contents().flat_map(|content| content.decisions.items());
    let numbered = decisions.filter_map(|(decision, _)| match decision {
        RawDecision::Full(table) => Some((optional_line(&table.number)?, table.number.span()?)),
        RawDecision::Text(_) => None,
    });
    numbered.collect()
}

/// What is odd between these records, each with the name of its file, in the order of their meetings: at the place of which of them, and what.
/// Of two names that the contacts know nobody is asked whether they are one. Meetings are counted anew in each year, or `in_series`.
#[must_use]
pub fn doubts_of_series(
    records: &[(&str, &Comparable)],
    in_series: bool,
    knows: &dyn Fn(&str) -> bool,
) -> Vec<(usize, Diagnostic)> {
    let mut doubts = near_names(records, knows);
    doubts.extend(meetings_of_one_number(records, in_series));
    doubts.extend(decisions_of_one_number(records));
    doubts
}

/// A spelling, and which records have it.
struct Spelt {
    spelling: Spelling,
    records: Vec<usize>,
}

/// Each pair of spellings once, in the last record of the one that fewer have.
fn near_names(
    records: &[(&str, &Comparable)],
    knows: &dyn Fn(&str) -> bool,
) -> Vec<(usize, Diagnostic)> {
    let mut all: Vec<Spelt> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (record, (_, named)) in records.iter().enumerate() {
        for (name, span) in &named.names {
            let place = *places.entry(name).or_insert_with(|| {
                all.push(Spelt {
                    spelling: Spelling::of(name, knows(name), span.clone()),
                    records: Vec::new(),
                });
                all.len() - 1
            });
            all[place].records.push(record);
        }
    }
    all.truncate(MOST_COMPARED);
    let persons = Persons::of(records.iter().flat_map(|(_, named)| &named.persons));
    let mut told = BTreeSet::new();
    let mut doubts = Vec::new();
    for (later, spelt) in all.iter().enumerate() {
        let earlier = all[..later].iter().enumerate();
        let is_near = |other: &Spelt| spelt.spelling.is_near_elsewhere(&other.spelling, &persons);
        let near = earlier.filter(|(_, other)| is_near(other));
        let Some((place, most)) = near.max_by_key(|(_, other)| other.records.len()) else {
            continue;
        };
        let is_rarer = spelt.records.len() <= most.records.len();
        let (rarer, rare, common) = match is_rarer {
            true => (later, spelt, most),
            false => (place, most, spelt),
        };
        let Some(record) = rare.records.last().filter(|_| told.insert(rarer)) else {
            continue;
        };
        // Of two in one record it is asked there.
        if common.records.contains(record) {
            continue;
        }
        let names = &records[*record].1.names;
        let here = names.iter().find(|(name, _)| *name == rare.spelling.name);
        let elsewhere = common.records.last().map(|record| records[*record].0);
        if let (Some((_, span)), Some(file)) = (here, elsewhere) {
            let label = format!("« {} » dans {file}", common.spelling.name);
            let doubt = same_organisation(&rare.spelling.name, &common.spelling.name);
            doubts.push((*record, doubt.at(span.clone(), label)));
        }
    }
    doubts
}

/// Meetings of one body, and of one year if they are not counted in the series. Two records of a day, or of one and the next, may be of one
/// meeting.
fn meetings_of_one_number(
    records: &[(&str, &Comparable)],
    in_series: bool,
) -> Vec<(usize, Diagnostic)> {
    let mut seen = BTreeMap::new();
    let mut doubts = Vec::new();
    for (place, (file, named)) in records.iter().enumerate() {
        let Some(number) = &named.number else {
            continue;
        };
        let year = Some(number.year).filter(|_| !in_series);
        let before = seen.insert((&number.among, year, number.number), (number.date, *file));
        let other = before.filter(|(date, _): &(Date, &str)| {
            let next_day = date.tomorrow().unwrap_or(*date);
            number.date > next_day
        });
        if let Some((_, file)) = other {
            let title = format!("deux réunions portent le numéro {}", number.number);
            let doubt = Diagnostic::new(RecordDoubt::RepeatedMeetingNumber, title)
                .at(number.span.clone(), format!("aussi dans {file}"))
                .help("donnez à chacune le sien");
            doubts.push((place, doubt));
        }
    }
    doubts
}

/// Decisions of the series, where they are not counted anew at each meeting or in each year.
fn decisions_of_one_number(records: &[(&str, &Comparable)]) -> Vec<(usize, Diagnostic)> {
    let mut seen: BTreeMap<String, (usize, i16, &str)> = BTreeMap::new();
    let mut doubts = Vec::new();
    for (place, (file, named)) in records.iter().enumerate() {
        let counts_on = !named.decisions.iter().any(|(number, _)| begins(number));
        for (number, span) in &named.decisions {
            let first = *seen
                .entry(fold(number))
                .or_insert((place, named.year, *file));
            let (other, year, file) = first;
            let is_one = tells_year(number) || (counts_on && year == named.year);
            if other != place && is_one {
                let title = format!("deux décisions portent le numéro {number}");
                let doubt = Diagnostic::new(RecordDoubt::RepeatedNumber, title)
                    .at(span.clone(), format!("aussi dans {file}"))
                    .help("donnez à chacune le sien");
                doubts.push((place, doubt));
            }
        }
    }
    doubts
}

/// Whether a number may be the first of a meeting's: its last figures are one, or it has none.
fn begins(number: &str) -> bool {
    let last = figures(number).last();
    last.is_none_or(|last| last.trim_start_matches('0') == "1")
}

/// Whether a number tells its year: *2026-05*, *12/2026*.
fn tells_year(number: &str) -> bool {
    let mut all = figures(number);
    let is_year = |figures: &str| figures.len() == 4 && matches!(&figures[..2], "19" | "20");
    all.any(is_year) && figures(number).count() > 1
}

fn figures(number: &str) -> impl Iterator<Item = &str> {
    let parts = number.split(|sign: char| !sign.is_ascii_digit());
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::record::{AnnexFile, read};

    /// What these records raise beside one another, with the place of each in the series.
    fn raised(
        records: &[String],
        in_series: bool,
        knows: &dyn Fn(&str) -> bool,
    ) -> Vec<(usize, String)> {
        let named = records.iter().map(|text| {
            let source = Source {
                text: text.clone(),
                ..Source::default()
            };
            let reading = read(&source, &|_| AnnexFile::Missing);
            assert!(reading.faults.is_empty(), "{text}");
            reading.comparable(reading.meeting.as_ref().unwrap())
        });
        let named: Vec<Comparable> = named.collect();
        let records: Vec<(&str, &Comparable)> = named.iter().map(|named| ("un", named)).collect();
        let doubts = doubts_of_series(&records, in_series, knows).into_iter();
        doubts.map(|(place, doubt)| (place, doubt.title)).collect()
    }

    fn owned(month: usize, owner: &str) -> String {
        let action = format!("{{ texte = \"Faire\", responsables = [\"{owner}\"] }}");
        format!(
            "date = 2026-{month:02}-13\netat = \"projet\"\nthemes = [{{ titre = \"T\", actions = [{action}] }}]\n"
        )
    }

    type Asked = Option<(usize, &'static str)>;

    /// Owners of three meetings, and at which of them it is asked whether two are one.
    const OWNERS: [([&str; 3], Asked); 22] = [
        (["OIM", "O.I.M.", "OIM"], Some((1, "« O.I.M. » et « OIM »"))),
        (["O.I.M.", "OIM", "OIM"], Some((0, "« O.I.M. » et « OIM »"))),
        (["OIM", "OIM", "l’OIM"], Some((2, "« l’OIM » et « OIM »"))),
        (
            ["le PNUD", "PNUD", "FAO"],
            Some((1, "« PNUD » et « le PNUD »")),
        ),
        (
            ["ONU Femmes", "ONU-Femmes", "FAO"],
            Some((1, "« ONU-Femmes » et « ONU Femmes »")),
        ),
        (
            ["Mme Fanta Keita", "FAO", "KEITA Fanta"],
            Some((2, "« KEITA Fanta » et « Mme Fanta Keita »")),
        ),
        (
            ["Protection civile", "Protecton civile", "FAO"],
            Some((1, "« Protecton civile » et « Protection civile »")),
        ),
        (["OIM", "oim", "Oim"], None),
        (["Membres du cluster", "membres du cluster", "FAO"], None),
        (["l'OIM", "l’OIM", "FAO"], None),
        (["OIM", "OIM", "OIM"], None),
        (["OIM", "OMS", "FAO"], None),
        (["Aminata Ba", "Aminata Da", "Aminata Ka"], None),
        (["Mme Sow", "M. Sow", "FAO"], None),
        (["le Maire", "la Maire", "FAO"], None),
        (["Mme Mariam Touré", "Mme Mariama Touré", "FAO"], None),
        (["Groupe I", "Groupe II", "Groupe III"], None),
        (["Commission 12", "Commission 13", "FAO"], None),
        (["Collège A", "Collège B", "FAO"], None),
        (["UNICEF", "UNIDO", "UNESCO"], None),
        (["Mercy Corps", "Mercy Corps Mali", "FAO"], None),
        (["…", "—", "FAO"], None),
    ];

    #[test]
    fn names_of_different_records() {
        for (names, asked) in OWNERS {
            let records = (1..).zip(names).map(|(month, name)| owned(month, name));
            let raised = raised(&records.collect::<Vec<_>>(), false, &|_| false);
            let raised = raised.iter().map(|(place, title)| {
                let (names, _) = title.split_once(" : ").unwrap();
                (*place, names)
            });
            assert_eq!(
                raised.collect::<Vec<_>>(),
                Vec::from_iter(asked),
                "{names:?}"
            );
        }
        let records = [owned(1, "OIM"), owned(2, "O.I.M.")];
        assert!(raised(&records, false, &|_| true).is_empty());
        // Of two in one record it is asked there.
        let both = owned(2, "O.I.M.\", \"OIM");
        assert!(raised(&[owned(1, "OIM"), both], false, &|_| false).is_empty());
    }

    const SEVEN: &str = "deux réunions portent le numéro 7";

    /// What the record of meeting 7 of 13 January 2026 says beside; the day of another, and what its record says; whether the numbers are
    /// doubted.
    const MEETINGS: [(&str, &str, &str, bool); 10] = [
        ("", "2026-02-13", "numero = 7", true),
        ("", "2026-02-13", "numero = 7\netat = \"convocation\"", true),
        ("", "2026-02-13", "numero = 8", false),
        ("", "2027-01-12", "numero = 7", false),
        ("", "2026-01-13", "numero = 7", false),
        ("", "2026-01-14", "numero = 7", false),
        ("etat = \"annulée\"", "2026-02-13", "numero = 7", false),
        ("etat = \"reportée\"", "2026-02-13", "numero = 7", false),
        ("", "2026-02-13", "numero = 7\ninstance = \"Bureau\"", false),
        ("", "2026-02-13", "numero = 7\nseance = \"conseil\"", false),
    ];

    #[test]
    fn numbers_of_meetings() {
        for (more, day, other, is_doubted) in MEETINGS {
            let records = [
                format!("date = 2026-01-13\nnumero = 7\n{more}\n"),
                format!("date = {day}\n{other}\n"),
            ];
            let raised = raised(&records, false, &|_| false);
            let expected = is_doubted.then(|| (1, SEVEN.to_owned()));
            assert_eq!(raised, Vec::from_iter(expected), "{records:?}");
        }
        let of_two_years = [2025, 2026].map(|year| format!("date = {year}-01-13\nnumero = 7\n"));
        assert!(raised(&of_two_years, false, &|_| false).is_empty());
        assert_eq!(
            raised(&of_two_years, true, &|_| false),
            [(1, SEVEN.to_owned())]
        );
    }

    type Numbers = [[&'static str; 2]; 2];

    /// The years of two meetings, the numbers of their decisions, and the one that is doubted.
    const DECISIONS: [([i16; 2], Numbers, Option<&str>); 8] = [
        (
            [2026, 2026],
            [["2026-05", "2026-06"], ["2026-06", "2026-07"]],
            Some("2026-06"),
        ),
        ([2026, 2026], [["D-1", "D-2"], ["D-2", "D-3"]], Some("D-2")),
        ([2026, 2026], [["D-1", "D-2"], ["D-1", "D-2"]], None),
        ([2025, 2026], [["D-1", "D-2"], ["D-2", "D-3"]], None),
        ([2026, 2026], [["1", "2"], ["1", "2"]], None),
        ([2026, 2026], [["1", "2"], ["3", "4"]], None),
        (
            [2026, 2026],
            [["2026-01", "2026-02"], ["2026-03", "2026-04"]],
            None,
        ),
        ([2026, 2026], [["A", "B"], ["A", "B"]], None),
    ];

    #[test]
    fn numbers_of_decisions() {
        for (years, numbers, doubted) in DECISIONS {
            let record = |(month, (year, numbers)): (usize, (i16, [&str; 2]))| {
                let decision = |number| format!("{{ numero = \"{number}\", texte = \"Oui.\" }}");
                let decisions = numbers.map(decision).join(", ");
                format!(
                    "date = {year}-{month:02}-13\nthemes = [{{ titre = \"T\", decisions = [{decisions}] }}]\n"
                )
            };
            let records = (1..).zip(years.into_iter().zip(numbers)).map(record);
            let raised = raised(&records.collect::<Vec<_>>(), false, &|_| false);
            let title = |number| (1, format!("deux décisions portent le numéro {number}"));
            assert_eq!(raised, Vec::from_iter(doubted.map(title)), "{numbers:?}");
        }
    }
}
