//! Records beside one another: one organisation or owner spelt in two ways, a number given twice.

mod decisions;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::names::{MOST_COMPARED, Spelling, same_organisation, spellings};
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
    /// The number of the meeting, of one that is held or to be.
    number: Option<Number>,
    /// The numbers of the decisions of a meeting that was held, as typed.
    decisions: Vec<(String, Span)>,
    among: Among,
    year: i16,
}

/// Which meetings are counted together: the body, the title and the kind of one.
type Among = (String, String, &'static str);

/// The number of a meeting.
#[derive(Clone, Debug)]
struct Number {
    number: u32,
    first_day: Date,
    last_day: Date,
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
            number: number.zip(raw.number.span()).map(|(number, span)| Number {
                number,
                first_day: meeting.date,
                last_day: meeting.last_day.unwrap_or(meeting.date),
                span,
            }),
            decisions: match meeting.is_held() {
                true => decisions(raw),
                false => Vec::new(),
            },
            among: (folded(&meeting.body), folded(&meeting.title), noun),
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
    doubts.extend(decisions::of_one_number(records));
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
    let mut told = BTreeSet::new();
    let mut doubts = Vec::new();
    for (later, spelt) in all.iter().enumerate() {
        let earlier = all[..later].iter().enumerate();
        let is_near = |other: &Spelt| spelt.spelling.is_near_elsewhere(&other.spelling);
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

/// Meetings of one body, and of one year if they are not counted in the series.
fn meetings_of_one_number(
    records: &[(&str, &Comparable)],
    in_series: bool,
) -> Vec<(usize, Diagnostic)> {
    let mut counts: BTreeMap<_, Vec<(usize, &str, &Number)>> = BTreeMap::new();
    for (place, (file, named)) in records.iter().enumerate() {
        if let Some(number) = &named.number {
            let year = Some(named.year).filter(|_| !in_series);
            let count = counts.entry((&named.among, year)).or_default();
            count.push((place, *file, number));
        }
    }
    let mut doubts: Vec<_> = counts.values().flat_map(|count| of_count(count)).collect();
    doubts.sort_by_key(|(place, _)| *place);
    doubts
}

/// The numbers given twice in one count. It may begin anew, as with a mandate. Two records of the days of one meeting, or of the day after,
/// may both be of it.
fn of_count(count: &[(usize, &str, &Number)]) -> Vec<(usize, Diagnostic)> {
    let mut seen: BTreeMap<u32, (Date, &str)> = BTreeMap::new();
    let mut doubts = Vec::new();
    for (at, (place, file, one)) in count.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| count.get(before));
        let is_lower = before.is_some_and(|(_, _, before)| one.number < before.number);
        let next = count.get(at + 1).map(|(_, _, next)| next.number);
        if is_lower && (one.number == 1 || next == Some(one.number + 1)) {
            seen.clear();
        }
        let other = seen.insert(one.number, (one.last_day, *file));
        let other = other.filter(|(last_day, _)| {
            let next_day = last_day.tomorrow().unwrap_or(*last_day);
            one.first_day > next_day
        });
        if let Some((_, file)) = other {
            let title = format!("deux réunions portent le numéro {}", one.number);
            let doubt = Diagnostic::new(RecordDoubt::RepeatedMeetingNumber, title)
                .at(one.span.clone(), format!("aussi dans {file}"))
                .help("donnez à chacune le sien");
            doubts.push((*place, doubt));
        }
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::record::{AnnexFile, read};

    /// What these records raise beside one another, with the place of each in the series.
    pub(super) fn raised(
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
    const OWNERS: [([&str; 3], Asked); 24] = [
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
        (["Protection civile", "Protecton civile", "FAO"], None),
        (["Trésorier", "Trésorière", "FAO"], None),
        (["Mariam Traoré", "Mariama Traoré", "FAO"], None),
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
    const MEETINGS: [(&str, &str, &str, bool); 12] = [
        ("", "2026-02-13", "numero = 7", true),
        ("date_fin = 2026-01-20", "2026-01-17", "numero = 7", false),
        ("date_fin = 2026-01-20", "2026-01-22", "numero = 7", true),
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

    /// The numbers of meetings of one year, in time, and the place of the one that is doubted.
    const COUNTS: [(&[u32], Option<usize>); 6] = [
        (&[1, 2, 1, 2], None),
        (&[1, 2, 1], None),
        (&[6, 7, 6, 7, 8], None),
        (&[7, 8, 7, 10], Some(2)),
        (&[7, 8, 7], Some(2)),
        (&[1, 1, 2], Some(1)),
    ];

    #[test]
    fn a_count_of_meetings_that_begins_anew() {
        for (numbers, doubted) in COUNTS {
            let record =
                |(month, number)| format!("date = 2026-{month:02}-13\nnumero = {number}\n");
            let records: Vec<String> = (1..).zip(numbers).map(record).collect();
            let places = raised(&records, false, &|_| false).into_iter();
            let places: Vec<usize> = places.map(|(place, _)| place).collect();
            assert_eq!(places, Vec::from_iter(doubted), "{numbers:?}");
        }
    }
}
