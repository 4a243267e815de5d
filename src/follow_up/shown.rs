//! What a meeting's minutes show of earlier ones.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use serde::Serialize;

use super::Ledger;
use crate::french::formulas::Gathering;
use crate::record::{ActionReference, ActionStatus, DueDate, State};

/// Which action points of earlier meetings the minutes show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Selection {
    /// Those that the record names.
    #[default]
    Mentioned,
    /// All that were open when the meeting began.
    Open,
    /// None.
    None,
}

/// An action point of an earlier meeting, as it stood when this one ended; in a convocation, as it stands before. Texts stand as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// The day of the meeting that took it.
    pub date: Date,
    /// When that began, where it tells it from another of its day.
    pub hour: Option<Time>,
    /// The address of that meeting.
    pub address: String,
    /// Its anchor in that page.
    pub anchor: String,
    /// The theme that it was taken in.
    pub theme: String,
    /// The part of that theme, if it was taken in one.
    pub part: Option<String>,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
    /// By when it was to be done before, the first date first.
    pub earlier_dues: Vec<DueDate>,
    /// How far it is.
    pub status: Option<ActionStatus>,
    /// What was said of it, markup.
    pub comment: Option<String>,
    /// Whether it should have been done by the day of this meeting, and was not; in a convocation, by the day of that.
    pub is_late: bool,
}

/// The earlier minutes that a meeting approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approved {
    /// Their meetings, in their order: one, or several.
    pub meetings: Vec<ApprovedMeeting>,
    /// What was changed in them, markup.
    pub changes: Option<String>,
    /// Whether something was changed that the edition does not tell.
    pub has_hidden_changes: bool,
}

/// A meeting whose minutes were approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApprovedMeeting {
    /// Its day; the first of several.
    pub date: Date,
    /// The last of several days.
    pub last_day: Option<Date>,
    /// When it began, where that tells it from another of its day.
    pub hour: Option<Time>,
    /// What met, where its record says it otherwise than the series.
    pub gathering: Option<Gathering>,
}

/// What other records tell of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The action points of earlier meetings that its minutes show.
    pub followed: Vec<Followed>,
    /// The earlier minutes that it approved.
    pub approved: Option<Approved>,
    /// The day of the later meeting that approved its minutes.
    pub approved_on: Option<Date>,
}

impl Told {
    /// What the ledger tells of that meeting. `today` is the day of the settings on which an action is late or not, if they give one.
    #[must_use]
    pub fn new(
        ledger: &Ledger<'_>,
        meeting: usize,
        selection: Selection,
        today: Option<Date>,
    ) -> Self {
        let approved_by = ledger.approved_by(meeting);
        Self {
            followed: followed(ledger, meeting, selection, day_of(ledger, meeting, today)),
            approved: approved(ledger, meeting),
            approved_on: approved_by.map(|by| ledger.entries()[by].proceedings.date),
        }
    }
}

/// The action points of earlier meetings that the minutes of one show: in the order of its record, then of their meetings.
fn followed(ledger: &Ledger<'_>, meeting: usize, selection: Selection, day: Date) -> Vec<Followed> {
    let named = ledger.followed_at(meeting);
    let mut rows: Vec<(usize, Option<usize>)> = match selection {
        Selection::None => Vec::new(),
        Selection::Mentioned | Selection::Open => {
            let named = named.iter().enumerate();
            named
                .filter_map(|(block, action)| Some(((*action)?, Some(block))))
                .collect()
        }
    };
    if selection == Selection::Open {
        let open = ledger.open_before(meeting);
        let others = open.filter(|action| !named.contains(&Some(*action)));
        rows.extend(others.map(|action| (action, None)));
        rows.sort_by_key(|(action, _)| *action);
    }
    rows.into_iter()
        .map(|(action, block)| row(ledger, (meeting, day), action, block))
        .collect()
}

/// The day on which a document judges what is late: that of its meeting; of a convocation its own, else that of the settings or of the
/// last meeting held before, since nobody is late on a day that is yet to come.
fn day_of(ledger: &Ledger<'_>, meeting: usize, today: Option<Date>) -> Date {
    let own = ledger.entries()[meeting].proceedings;
    if own.state != State::Convened {
        return own.date;
    }
    let held_before = || {
        let mut before = ledger.entries()[..meeting].iter().rev();
        let held = before.find(|entry| entry.proceedings.is_held())?;
        Some(held.proceedings.date)
    };
    let day = own.convened_on.or(today).or_else(held_before);
    day.map_or(own.date, |day| day.min(own.date))
}

fn row(
    ledger: &Ledger<'_>,
    (meeting, day): (usize, Date),
    action: usize,
    block: Option<usize>,
) -> Followed {
    let proceedings = ledger.entries()[meeting].proceedings;
    let written = block.map(|block| &proceedings.followed[block]);
    // What a meeting did about it is not known before it is held; but nobody is told late for what the record says is done.
    let block = written.filter(|_| proceedings.state != State::Convened);
    let status = written.and_then(|block| block.status.as_ref());
    let is_closed = status.is_some_and(|status| !status.is_open());
    let standing = ledger.standing_with(action, meeting, block);
    let taken = ledger.taken(action);
    let origin = ledger.entries()[ledger.taken_by(action)];
    Followed {
        date: origin.proceedings.date,
        hour: ledger.hour_apart(ledger.taken_by(action)),
        address: origin.address.to_owned(),
        anchor: taken.anchor.to_owned(),
        theme: taken.theme.to_owned(),
        part: taken.part.map(str::to_owned),
        number: taken.number.map(str::to_owned),
        text: taken.text.to_owned(),
        is_late: !is_closed && standing.is_late(day),
        owners: standing.owners.to_vec(),
        due: standing.due.cloned(),
        earlier_dues: standing.earlier_dues.into_iter().cloned().collect(),
        status: standing.status.cloned(),
        comment: block.and_then(|block| block.comment.clone()),
    }
}

/// The earlier minutes that a meeting approved.
fn approved(ledger: &Ledger<'_>, meeting: usize) -> Option<Approved> {
    let proceedings = |index: usize| ledger.entries()[index].proceedings;
    let approval = proceedings(meeting).approval.as_ref()?;
    let in_order: BTreeSet<usize> = ledger.approves(meeting).iter().copied().collect();
    let meetings = in_order.into_iter().map(|index| {
        let earlier = proceedings(index);
        ApprovedMeeting {
            hour: ledger.hour_apart(index),
            date: earlier.date,
            last_day: earlier.last_day,
            gathering: earlier.gathering,
        }
    });
    let meetings: Vec<ApprovedMeeting> = meetings.collect();
    (!meetings.is_empty()).then(|| Approved {
        meetings,
        changes: approval.changes.clone(),
        has_hidden_changes: approval.has_hidden_changes,
    })
}

/// An action point that is still open after all meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillOpen {
    /// How a record names it.
    pub name: ActionReference,
    /// The day of the meeting that took it.
    pub date: Date,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
}

/// All that is still open after all meetings, in the order in which it was taken.
#[must_use]
pub fn still_open(ledger: &Ledger<'_>) -> Vec<StillOpen> {
    let now = ledger.entries().len();
    let open = ledger.open_before(now);
    open.map(|action| {
        let standing = ledger.standing(action, now);
        let taken_at = ledger.taken_by(action);
        StillOpen {
            name: ledger.name(action),
            date: ledger.entries()[taken_at].proceedings.date,
            text: ledger.taken(action).text.to_owned(),
            owners: standing.owners.to_vec(),
            due: standing.due.cloned(),
        }
    })
    .collect()
}
