//! What is still open after all meetings of a series, for whoever is to do it.

use jiff::civil::Date;

use super::read_record::Read;
use crate::follow_up::Ledger;
use crate::record::DueDate;

/// An action point that is still open after all meetings. Texts stand as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAction {
    /// The day of the meeting that took it.
    pub date: Date,
    /// The address of that meeting.
    pub address: String,
    /// Its anchor in that page.
    pub anchor: String,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// The theme that it was taken in.
    pub theme: String,
    /// The part of that theme, if it was taken in one.
    pub part: Option<String>,
    /// What is to be done, markup.
    pub text: String,
    /// Who is to do it.
    pub owners: Vec<String>,
    /// By when.
    pub due: Option<DueDate>,
    /// By when it was to be done before, the first date first.
    pub earlier_dues: Vec<DueDate>,
    /// How far it is, in the words of the series.
    pub status: Option<String>,
    /// Whether it should be done already.
    pub is_late: bool,
    /// Whether the public page of that meeting shows it at that anchor.
    pub is_public: bool,
}

/// What is still open after all meetings, in the order in which it was taken.
pub(super) fn open(ledger: &Ledger<'_>, series: &[Read<'_>], today: Date) -> Vec<OpenAction> {
    let now = ledger.entries().len();
    let held = ledger.entries().iter().zip(series).enumerate();
    let held = held.filter(|(_, (entry, _))| entry.proceedings.is_held());
    let taken =
        held.flat_map(|(meeting, one)| ledger.taken_at(meeting).map(move |action| (one, action)));
    let open = taken.filter_map(|((entry, read), action)| {
        let standing = ledger.standing(action, now);
        let taken = ledger.taken(action);
        standing.is_open().then(|| OpenAction {
            date: entry.proceedings.date,
            address: entry.address.to_owned(),
            anchor: taken.anchor.to_owned(),
            number: taken.number.map(str::to_owned),
            theme: taken.theme.to_owned(),
            part: taken.part.map(str::to_owned),
            text: taken.text.to_owned(),
            owners: standing.owners.to_vec(),
            due: standing.due.cloned(),
            is_late: standing.is_late(today),
            is_public: !read.has_marks,
            status: standing.status.map(|status| status.word.clone()),
            earlier_dues: standing.earlier_dues.into_iter().cloned().collect(),
        })
    });
    open.collect()
}
