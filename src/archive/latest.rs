//! What a new record takes over from the series: its latest meeting, what is still open, what is usually on the agenda.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::discover::{Archive, RecordFile};
use super::project::Project;
use super::reading::{read_as, read_record};
use crate::follow_up::{Entry, Ledger, Proceedings, StillOpen, still_open};
use crate::french::folding::fold;
use crate::record::{Edition, Meeting, State};

/// What a new record takes over from the series.
#[derive(Debug)]
pub struct Latest<'a> {
    /// The file of the latest meeting.
    pub record: &'a RecordFile,
    /// What it tells.
    pub meeting: Meeting,
    /// The least edition that shows it.
    pub visibility: Edition,
    /// Whether its minutes wait for an approval.
    pub waits_for_approval: bool,
    /// The action points of all meetings that are still open, in the order of these.
    pub open: Vec<StillOpen>,
    /// What is usually on the agenda, in the order of the latest.
    pub usual_agenda: Vec<String>,
    /// The meetings since the latest that were put off to another day.
    pub put_off: Vec<PutOff>,
    /// How many records could not be read, one of which may be later.
    pub faulty_records: usize,
}

/// A meeting that was put off to another day.
#[derive(Debug)]
pub struct PutOff {
    from: Date,
    to: Date,
    agenda: Vec<String>,
}

impl Latest<'_> {
    /// The day of the next meeting: the one that the latest announces, or to which it was put off since.
    #[must_use]
    pub fn announced(&self) -> Option<Date> {
        let announced = self.meeting.next.as_ref().and_then(|next| next.date);
        let first = || self.put_off.first().map(|one| one.from);
        let mut day = announced.or_else(first)?;
        // In the order of their days, each of which is put off to a later one.
        for one in &self.put_off {
            if one.from == day {
                day = one.to;
            }
        }
        Some(day)
    }

    /// The agenda of the meeting that was put off to that day, perhaps several times, if it has one.
    #[must_use]
    pub fn put_off_agenda(&self, mut day: Date) -> Option<&[String]> {
        for one in self.put_off.iter().rev() {
            if one.to == day && !one.agenda.is_empty() {
                return Some(&one.agenda);
            }
            if one.to == day {
                day = one.from;
            }
        }
        None
    }
}

/// What is on the agenda of two of the last 4 meetings is usual.
const RECENT: usize = 4;

/// What is kept in memory of a record.
struct Read<'a> {
    record: &'a RecordFile,
    proceedings: Proceedings,
    agenda: Vec<String>,
}

impl Archive {
    /// The latest meeting whose record is sound, of those that were held, if any was; and what the series leaves to it.
    #[must_use]
    pub fn latest(&self, project: &Project) -> Option<Latest<'_>> {
        let read = self.records.par_iter().filter_map(|record| {
            let meeting = read_as(project, record, Edition::Internal).ok()?.meeting;
            // What was not on the agenda of all is not usual.
            let agenda = read_record(project, record).ok()?.meeting.agenda;
            let agenda = agenda.into_iter().map(|item| item.title);
            Some(Read {
                record,
                proceedings: Proceedings::of(&meeting),
                agenda: agenda.collect(),
            })
        });
        let mut read: Vec<Read<'_>> = read.collect();
        read.sort_by(|one, other| entry(one).order().cmp(&entry(other).order()));
        let is_held = |one: &Read<'_>| one.proceedings.is_held();
        let place = read
            .iter()
            .rposition(is_held)
            .or(read.len().checked_sub(1))?;
        let ledger = Ledger::new(read.iter().map(entry).collect());
        let latest = &read[place];
        let state = latest.proceedings.state;
        Some(Latest {
            record: latest.record,
            meeting: read_as(project, latest.record, Edition::Internal)
                .ok()?
                .meeting,
            visibility: visibility(project, latest.record),
            waits_for_approval: matches!(state, State::Draft | State::Submitted)
                && ledger.approved_by(place).is_none(),
            open: still_open(&ledger),
            usual_agenda: usual(read[..=place].iter().rev().filter(|one| is_held(one))),
            put_off: read[place..].iter().filter_map(put_off).collect(),
            faulty_records: self.records.len() - read.len(),
        })
    }
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

fn put_off(read: &Read<'_>) -> Option<PutOff> {
    let from = read.proceedings.date;
    let State::Postponed(Some(to)) = read.proceedings.state else {
        return None;
    };
    (to > from).then(|| PutOff {
        from,
        to,
        agenda: read.agenda.clone(),
    })
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
