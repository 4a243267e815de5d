//! What a new record takes over from the series: the latest meeting before its own, what was open then, what is usually on the agenda.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, Time};
use rayon::prelude::*;

use super::discover::{Archive, RecordFile};
use super::project::Project;
use super::reading::{read_as, read_record};
use crate::follow_up::{Entry, Ledger, Proceedings, StillOpen, still_open};
use crate::french::folding::fold;
use crate::french::formulas::NumberedIn;
use crate::record::{Edition, Meeting, State};

/// The meetings of a series whose records can be read, in their order.
#[derive(Debug)]
pub struct Told<'a> {
    read: Vec<Read<'a>>,
    /// How many records could not be read, one of which may be later.
    pub faulty_records: usize,
}

/// The day of the next meeting, as the latest one announces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced<'a> {
    /// It comes after that one.
    On(Date),
    /// It does not: the record holds a slip.
    TooEarly(&'a RecordFile, Date),
}

/// What a new record takes over from the series.
#[derive(Debug)]
pub struct Latest<'a> {
    /// The file of the latest meeting before the day of the new one; of the first after it, where there is none.
    pub record: &'a RecordFile,
    /// What it tells.
    pub meeting: Meeting,
    /// Whether it comes before the new one.
    pub is_before: bool,
    /// The least edition that shows it.
    pub visibility: Edition,
    /// The meetings before the new one whose minutes wait for an approval, in their order: their addresses and days. Those that fewer may
    /// read than the new record are not among them.
    pub waiting: Vec<(&'a str, Date)>,
    /// Whether a meeting that was held comes on a day after the new one.
    pub is_followed: bool,
    /// The numbers of the meetings on the day of the new one and after it, where its own is counted with them.
    pub later_numbers: Vec<u32>,
    /// The numbers of the same body's meetings between the two that are convened, where that of the new one is counted with them.
    pub convened_numbers: Vec<u32>,
    /// The action points of all meetings before it that were still open then, in the order of these.
    pub open: Vec<StillOpen>,
    /// What is usually on the agenda, in the order of the latest.
    pub usual_agenda: Vec<String>,
    /// What was on the agenda of the meeting that was put off to that day, perhaps several times, if it has one.
    pub put_off_agenda: Option<Vec<String>>,
}

/// A meeting that was put off to another day.
#[derive(Debug)]
struct PutOff<'a> {
    from: Date,
    to: Date,
    agenda: &'a [String],
}

/// What is on the agenda of two of the last 4 meetings is usual.
const RECENT: usize = 4;

/// What is kept in memory of a record.
#[derive(Debug)]
struct Read<'a> {
    record: &'a RecordFile,
    proceedings: Proceedings,
    number: Option<u32>,
    /// Whose meeting it is: its body and what it is called, folded.
    of: (String, String),
    next: Option<Next>,
    agenda: Vec<String>,
}

/// When the next meeting is, as a record announces it.
#[derive(Clone, Copy, Debug)]
struct Next {
    day: Date,
    start: Option<Time>,
}

impl Read<'_> {
    fn is_held(&self) -> bool {
        self.proceedings.is_held()
    }

    fn is_held_after(&self, day: Date) -> bool {
        self.is_held() && self.proceedings.date > day
    }

    /// Whether it comes before a meeting of that day: of its own day, only before one that it announces for a later hour.
    fn comes_before(&self, day: Date) -> bool {
        let start = self.proceedings.start;
        let is_later_that_day = |next: Next| next.day == day && next.start > start;
        match self.proceedings.date == day {
            true => self.next.is_some_and(is_later_that_day),
            false => self.proceedings.date < day,
        }
    }

    /// Whether it was held on that day before one whose hour nobody knows, as far as it tells.
    fn was_held_earlier_on(&self, day: Date) -> bool {
        let start = self.proceedings.start;
        let is_earlier = |next: Next| next.day == day && next.start.is_some() && next.start < start;
        self.is_held() && self.proceedings.date == day && !self.next.is_some_and(is_earlier)
    }
}

impl Archive {
    /// Reads all records, for what a new one takes over.
    #[must_use]
    pub fn told(&self, project: &Project) -> Told<'_> {
        let read = self.records.par_iter().filter_map(|record| {
            let meeting = read_as(project, record, Edition::Internal).ok()?.meeting;
            // What was not on the agenda of all is not usual.
            let agenda = read_record(project, record).ok()?.meeting.agenda;
            let agenda = agenda.into_iter().map(|item| item.title);
            let next = meeting.next.as_ref();
            let folded = |text: &Option<String>| text.as_deref().map(fold).unwrap_or_default();
            Some(Read {
                record,
                proceedings: Proceedings::of(&meeting),
                number: meeting.number,
                of: (folded(&meeting.body), folded(&meeting.title)),
                next: next.and_then(|next| {
                    let (day, start) = (next.date?, next.start);
                    Some(Next { day, start })
                }),
                agenda: agenda.collect(),
            })
        });
        let mut read: Vec<Read<'_>> = read.collect();
        read.sort_by(|one, other| entry(one).order().cmp(&entry(other).order()));
        Told {
            // What could not even be found as a file is not read either.
            faulty_records: self.records.len() - read.len() + self.reports.len(),
            read,
        }
    }
}

impl<'a> Told<'a> {
    /// The day of the next meeting: the one that the latest of those that were held announces, or to which it was put off since.
    #[must_use]
    pub fn announced(&self) -> Option<Announced<'a>> {
        let latest = latest_of(&self.read)?;
        let own = &self.read[latest];
        let put_off = put_off_in(&self.read[latest..]);
        let announced = own.next.map(|next| next.day);
        let mut day = announced.or_else(|| put_off.first().map(|one| one.from))?;
        // In the order of their days, each of which is put off to a later one.
        for one in &put_off {
            if one.from == day {
                day = one.to;
            }
        }
        Some(match day < own.proceedings.date {
            true => Announced::TooEarly(own.record, day),
            false => Announced::On(day),
        })
    }

    /// What the series leaves to a meeting of that day: the latest before it whose record is sound, of those that were held, if any was.
    #[must_use]
    pub fn before(&self, project: &Project, day: Date) -> Option<Latest<'a>> {
        let earlier = self.read.iter().rposition(|one| one.comes_before(day));
        let (before, after) = self.read.split_at(earlier.map_or(0, |last| last + 1));
        // One of that day, behind which the new record stands once it tells its hour.
        let same_day = after.iter().rposition(|one| one.was_held_earlier_on(day));
        let same_day = same_day.map(|place| before.len() + place);
        let first = || after.first().map(|_| 0);
        let first_after = || after.iter().position(Read::is_held).or_else(first);
        let latest_before = latest_of(before).or_else(first_after);
        let place = same_day.or(latest_before)?;
        let since = latest_before.map_or(place, |latest| latest.min(place));
        let latest = &self.read[place];
        let sound = read_as(project, latest.record, Edition::Internal).ok()?;
        let visibility = visibility(project, latest.record);
        Some(Latest {
            record: latest.record,
            meeting: sound.meeting,
            is_before: same_day.is_some() || place < before.len(),
            visibility,
            waiting: self.waiting(before.len(), project, visibility),
            is_followed: after.iter().any(|one| one.is_held_after(day)),
            later_numbers: numbers_beside(after.iter(), project, day),
            convened_numbers: numbers_beside(convened_after(before, place, latest), project, day),
            open: self.open(before.len(), same_day, day),
            usual_agenda: usual(self.read[..=place].iter().rev().filter(|one| one.is_held())),
            put_off_agenda: put_off_agenda(&put_off_in(&self.read[since..]), day),
        })
    }

    /// What so many meetings left open, and the one of that day did not close. What this one took is no earlier action while the new record
    /// tells no hour.
    fn open(&self, count: usize, same_day: Option<usize>, day: Date) -> Vec<StillOpen> {
        let Some(same_day) = same_day else {
            return still_open(&ledger(&self.read[..count]));
        };
        let mut open = still_open(&ledger(&self.read[..=same_day]));
        open.retain(|action| action.date < day);
        open
    }

    /// Those of so many meetings whose minutes wait for an approval: no other of the series gave it, be it later than the new one.
    fn waiting(&self, count: usize, project: &Project, shown: Edition) -> Vec<(&'a str, Date)> {
        let is_open =
            |one: &Read<'_>| matches!(one.proceedings.state, State::Draft | State::Submitted);
        let ledger = ledger(&self.read);
        let waiting = self.read.iter().take(count).enumerate();
        let waiting =
            waiting.filter(|(place, one)| is_open(one) && ledger.approved_by(*place).is_none());
        let waiting = waiting.map(|(_, one)| one);
        let waiting = waiting.filter(|one| {
            let own = visibility(project, one.record);
            own == Edition::Public || own == shown
        });
        waiting
            .map(|one| (one.record.address.as_str(), one.proceedings.date))
            .collect()
    }

    /// How far the meeting of the record in that file is, and its day, if it could be read.
    #[must_use]
    pub fn in_file(&self, path: &Path) -> Option<(State, Date)> {
        let mut read = self.read.iter();
        let one = read.find(|one| one.record.path == path)?;
        Some((one.proceedings.state, one.proceedings.date))
    }
}

/// The latest of these meetings that was held; the latest of all where none was.
fn latest_of(read: &[Read<'_>]) -> Option<usize> {
    let held = read.iter().rposition(Read::is_held);
    held.or(read.len().checked_sub(1))
}

fn ledger<'a>(read: &'a [Read<'_>]) -> Ledger<'a> {
    Ledger::new(read.iter().map(entry).collect())
}

/// The meetings behind that place that are convened, of those that are numbered as the one there.
fn convened_after<'a, 'b>(
    before: &'a [Read<'b>],
    place: usize,
    latest: &'a Read<'b>,
) -> impl Iterator<Item = &'a Read<'b>> {
    let kind = |one: &Read<'_>| one.proceedings.gathering;
    before.iter().skip(place + 1).filter(move |one| {
        one.proceedings.state == State::Convened && one.of == latest.of && kind(one) == kind(latest)
    })
}

/// The numbers of these meetings that one of that day is counted with.
fn numbers_beside<'a, 'b: 'a>(
    these: impl Iterator<Item = &'a Read<'b>>,
    project: &Project,
    day: Date,
) -> Vec<u32> {
    let is_counted_with = |one: &&Read<'_>| match project.config.numbered_in {
        NumberedIn::Year => one.proceedings.date.year() == day.year(),
        NumberedIn::Series => true,
    };
    let counted = these.filter(is_counted_with);
    counted.filter_map(|one| one.number).collect()
}

/// The least edition that shows a record; what cannot be read any more is for nobody else.
fn visibility(project: &Project, record: &RecordFile) -> Edition {
    let shows = |edition: &Edition| {
        read_as(project, record, *edition).is_ok_and(|sound| !sound.left_out.is_whole)
    };
    let mut lesser = [Edition::Public, Edition::Members].into_iter();
    lesser.find(shows).unwrap_or(Edition::Internal)
}

fn entry<'a>(read: &'a Read<'_>) -> Entry<'a> {
    Entry {
        address: &read.record.address,
        proceedings: &read.proceedings,
    }
}

/// Those of these meetings that were put off to a later day.
fn put_off_in<'a>(read: &'a [Read<'_>]) -> Vec<PutOff<'a>> {
    let put_off = read.iter().filter_map(|one| {
        let from = one.proceedings.date;
        let State::Postponed(Some(to)) = one.proceedings.state else {
            return None;
        };
        let agenda = &one.agenda;
        (to > from).then_some(PutOff { from, to, agenda })
    });
    put_off.collect()
}

/// The agenda of the meeting that was put off to that day, perhaps several times, if it has one.
fn put_off_agenda(put_off: &[PutOff<'_>], mut day: Date) -> Option<Vec<String>> {
    for one in put_off.iter().rev() {
        if one.to == day && !one.agenda.is_empty() {
            return Some(one.agenda.to_vec());
        }
        if one.to == day {
            day = one.from;
        }
    }
    None
}

/// The items of the latest agenda that another recent one has too.
fn usual<'a>(latest_first: impl Iterator<Item = &'a Read<'a>>) -> Vec<String> {
    let mut recent = latest_first.take(RECENT);
    let Some(latest) = recent.next() else {
        return Vec::new();
    };
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    for title in recent.flat_map(|one| &one.agenda) {
        *others.entry(fold(title)).or_default() += 1;
    }
    let is_usual = |title: &&String| others.contains_key(&fold(title));
    latest.agenda.iter().filter(is_usual).cloned().collect()
}
