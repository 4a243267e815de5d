//! A meeting that is convened: what can be said of it before it is held, who is expected, the sheet that they sign.

use serde::Serialize;

use super::{Minutes, Person, PresentGroup, head, organisations, people};
use crate::config::{Config, Published};
use crate::french::formulas;
use crate::french::typography::correct;
use crate::french::words::capital_first;
use crate::record::{self, Meeting};

/// Without what only a meeting that was held can tell: who came and how, what was counted, said and decided, by whom it was
/// written, when it was sent.
pub(super) fn before_it_is_held(meeting: &mut Meeting) {
    meeting.authors.clear();
    meeting.sent_on = None;
    meeting.adoption = None;
    meeting.head_count = None;
    meeting.quorum = None;
    meeting.represented.clear();
    meeting.excused.clear();
    meeting.absent.clear();
    meeting.themes.clear();
    meeting.next = None;
    meeting
        .participants
        .retain(|person| !person.is_represented());
    for person in &mut meeting.participants {
        person.represented_by = None;
        person.proxy = None;
        person.arrival = None;
        person.departure = None;
    }
}

/// Those who are expected, as lists of those present are set out; where no names are published, in one sentence.
pub(super) fn expected(meeting: &Meeting, config: &Config) -> Vec<PresentGroup> {
    let people = people::who_came(meeting);
    if people.is_empty() {
        return Vec::new();
    }
    match config.site.participants {
        Published::Names => people::present(meeting, config),
        Published::Organisations => {
            let organisations = organisations::organisations(&people);
            vec![PresentGroup {
                label: None,
                count: people::count(&people),
                enumeration: people::without_names(meeting, &organisations),
                people: Vec::new(),
                has_function_column: false,
                has_organisation_column: true,
            }]
        }
    }
}

/// The rows for those who were not expected.
const SPARE_ROWS: usize = 6;
/// The rows of a sheet on which nobody is expected.
const ROWS_OF_A_BLANK_SHEET: usize = 20;
/// At most 100 rows for one organisation that says how many come.
const MOST_ROWS_OF_ONE: u32 = 100;

/// The sheet that those present sign, ready for its template.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttendanceSheet {
    /// All that is said of the meeting.
    #[serde(flatten)]
    minutes: Minutes,
    /// *Quatrième réunion de l’année 2026 du Cluster Relèvement Rapide*.
    #[serde(rename = "reunion")]
    meeting: String,
    /// Those who are expected, and rows for others.
    #[serde(rename = "lignes")]
    groups: Vec<PresentGroup>,
}

impl AttendanceSheet {
    /// The sheet of a meeting, of persons only what the series publishes: without names, each signs beside their organisation.
    #[must_use]
    pub fn new(meeting: &Meeting, config: &Config, minutes: Minutes) -> Self {
        let meeting = super::published::published(meeting, config);
        Self {
            meeting: head::with_opening(&meeting, config, |opening| {
                correct(&capital_first(&formulas::meeting_named(opening)))
            }),
            groups: rows(&meeting, config),
            minutes,
        }
    }
}

fn rows(meeting: &Meeting, config: &Config) -> Vec<PresentGroup> {
    let people = people::who_came(meeting).into_iter();
    let are_named = config.site.participants == Published::Names;
    let people: Vec<record::Person> = people
        .flat_map(|person| one_by_one(person, are_named))
        .collect();
    let mut groups = people::groups(people, config);
    let expected = groups.iter().map(|group| group.people.len()).sum();
    let spare = match expected {
        0 => ROWS_OF_A_BLANK_SHEET,
        _ => SPARE_ROWS,
    };
    let spare = (expected + 1..=expected + spare).map(Person::unnamed);
    match groups.as_mut_slice() {
        [only] if only.label.is_none() => only.people.extend(spare),
        [.., rest] if rest.label.as_ref() == Some(&config.labels.others) => {
            rest.people.extend(spare);
        }
        _ => groups.push(PresentGroup {
            label: (!groups.is_empty()).then(|| config.labels.others.clone()),
            count: String::new(),
            enumeration: None,
            people: spare.collect(),
            has_function_column: groups.iter().any(|group| group.has_function_column),
            has_organisation_column: groups.is_empty()
                || groups.iter().any(|group| group.has_organisation_column),
        }),
    }
    // Each row has a number, those of organisations too that minutes would name in a sentence.
    let rows = groups.iter_mut().flat_map(|group| &mut group.people);
    (1..)
        .zip(rows)
        .for_each(|(number, row)| row.number = number);
    groups
}

/// A row for each that an organisation says it sends. Hours are known by the one who signs.
fn one_by_one(mut person: record::Person, are_named: bool) -> impl Iterator<Item = record::Person> {
    let count = match person.name {
        Some(_) => 1,
        None => person.count.take().unwrap_or(1).clamp(1, MOST_ROWS_OF_ONE),
    };
    person.arrival = None;
    person.departure = None;
    if !are_named {
        // What tells one of them from the others would name them.
        person.function = None;
        person.quality = None;
    }
    (0..count).map(move |_| person.clone())
}
