//! How an action point stands after what was done about it.

use jiff::civil::Date;

use super::Owners;
use crate::french::folding::fold;
use crate::record::{ActionStatus, DueDate, FollowUp, Status};

/// How an action point stands after some meetings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing<'a> {
    /// How far it is.
    pub status: Option<&'a ActionStatus>,
    /// By when it is to be done.
    pub due: Option<&'a DueDate>,
    /// By when it was to be done before, the first date first.
    pub earlier_dues: Vec<&'a DueDate>,
    /// Who is to do it.
    pub owners: Owners<'a>,
    /// How many meetings did something about it.
    pub changes: usize,
}

/// What a meeting changed of an action point.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change<'a> {
    /// How far it is now, where the meeting said so.
    pub status: Option<&'a ActionStatus>,
    /// By when it is to be done now, where that is not as before.
    pub due: Option<&'a DueDate>,
    /// By when it was to be done before.
    before: Option<&'a DueDate>,
    /// Who is to do it now, where these are others than before.
    pub owners: Owners<'a>,
}

impl Change<'_> {
    /// Whether no day was set for it before.
    #[must_use]
    pub fn is_first_due(&self) -> bool {
        !matches!(self.before, Some(DueDate::On(_)))
    }

    /// Whether it is to be done sooner than before.
    #[must_use]
    pub fn is_earlier(&self) -> bool {
        let moved = self.before.zip(self.due);
        moved.is_some_and(|(before, now)| is_brought_forward(before, now))
    }
}

/// Words that tell of no day at all, neither a later one nor an earlier: what is due *immédiat* or *en continu* was not put off.
const WITHOUT_DAY: [&str; 13] = [
    "immédiat",
    "immédiate",
    "immédiatement",
    "dès que possible",
    "dès maintenant",
    "ASAP",
    "au plus tôt",
    "au plus vite",
    "sans délai",
    "urgent",
    "permanent",
    "continu",
    "en continu",
];

fn is_without_day(due: &DueDate) -> bool {
    let DueDate::Words(words) = due else {
        return false;
    };
    let folded = fold(words);
    WITHOUT_DAY.iter().any(|known| fold(known) == folded)
}

/// Whether a due date is later than the one before it, as far as one can tell: an earlier day is not, nor a day in the place of words.
fn is_put_off(before: &DueDate, now: &DueDate) -> bool {
    before != now
        && !matches!((before, now), (DueDate::Words(_), DueDate::On(_)))
        && !is_brought_forward(before, now)
}

/// Whether a due date is an earlier day than the one before it.
fn is_brought_forward(before: &DueDate, now: &DueDate) -> bool {
    matches!((before, now), (DueDate::On(before), DueDate::On(now)) if now < before)
}

impl<'a> Standing<'a> {
    /// After these blocks, in their order.
    pub(super) fn after(mut self, blocks: impl Iterator<Item = &'a FollowUp>) -> Self {
        for block in blocks {
            self.change(block);
        }
        self
    }

    /// Does what a block says.
    pub(super) fn change(&mut self, block: &'a FollowUp) -> Change<'a> {
        let before = self.due;
        let owners = Owners::typed(&block.owners);
        let change = Change {
            status: block.status.as_ref(),
            due: block.due.as_ref().filter(|due| before != Some(*due)),
            before,
            owners: match owners.are_as(self.owners) {
                true => Owners::typed(&[]),
                false => owners,
            },
        };
        self.status = change.status.or(self.status);
        if let Some(due) = change.due {
            self.earlier_dues.extend(self.due.replace(due));
        }
        if !owners.is_empty() {
            // As they were written last.
            self.owners = owners;
        }
        self.changes += 1;
        change
    }

    /// How often it was put off: an earlier day than before is no postponement, nor is a day in the place of words.
    #[must_use]
    pub fn postponements(&self) -> usize {
        let dues = self.earlier_dues.iter().copied().chain(self.due);
        let dues: Vec<&DueDate> = dues.filter(|due| !is_without_day(due)).collect();
        let moves = dues.windows(2);
        moves.filter(|dues| is_put_off(dues[0], dues[1])).count()
    }

    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.is_none_or(ActionStatus::is_open)
    }

    /// Whether it has no end.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        let kind = self.status.map(|status| status.kind);
        kind == Some(Status::Permanent)
    }

    /// Whether it should have been done before that day.
    #[must_use]
    pub fn is_late(&self, day: Date) -> bool {
        let may_be_late = self.is_open() && !self.is_permanent();
        may_be_late && matches!(self.due, Some(DueDate::On(due)) if *due < day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Owners, Standing};
    use crate::record::DueDate;

    fn standing<'a>(dues: &'a [DueDate], owners: &'a [String]) -> Standing<'a> {
        let (now, earlier) = dues.split_last().unzip();
        Standing {
            status: None,
            due: now,
            earlier_dues: earlier.into_iter().flatten().collect(),
            owners: Owners::typed(owners),
            changes: 0,
        }
    }

    #[test]
    fn what_tells_of_no_day_is_no_postponement() {
        let on = |month| DueDate::On(date(2026, month, 1));
        let words = |words: &str| DueDate::Words(words.to_owned());
        for (dues, expected) in [
            (vec![], 0),
            (vec![on(3)], 0),
            (vec![on(3), on(4)], 1),
            (vec![on(3), on(4), on(5)], 2),
            (vec![on(3), on(2)], 0),
            (vec![on(3), on(2), on(4)], 1),
            (vec![on(3), words("immédiat")], 0),
            (vec![on(3), words("ASAP"), words("En continu")], 0),
            (vec![on(3), words("Dès que possible"), on(4)], 1),
            (vec![on(3), words("immédiat"), on(2)], 0),
            (vec![on(3), words("immédiat"), on(3)], 0),
            (vec![on(3), words("fin mars")], 1),
            (vec![on(3), words("fin mars"), on(4)], 1),
            (vec![words("fin mars"), on(3)], 0),
            (vec![words("immédiat"), on(3)], 0),
        ] {
            assert_eq!(standing(&dues, &[]).postponements(), expected, "{dues:?}");
        }
    }

    #[test]
    fn owners_restated_are_no_others() {
        let cases: [(&[&str], &[&str], bool); 8] = [
            (&["DNH"], &["DNH"], true),
            (&["OIM", "DNH"], &["DNH", "OIM"], true),
            (&["DNH"], &["dnh", "D.N.H."], true),
            (&["Mme Awa Sow"], &["Mme  Awa  Sow"], true),
            (&["DNH"], &["DNH", "OIM"], false),
            (&["OIM", "DNH"], &["DNH"], false),
            (&[], &["DNH"], false),
            (&["★"], &["☆"], false),
        ];
        for (before, now, is_same) in cases {
            let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
            let (before, now): (Vec<String>, Vec<String>) = (own(before), own(now));
            let are_same = Owners::typed(&now).are_as(Owners::typed(&before));
            assert_eq!(are_same, is_same, "{before:?}, then {now:?}");
        }
    }
}
