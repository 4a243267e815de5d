//! What the edition that is made leaves out of the series: whole records, and what later records say of what it does not show.
//!
//! What is left out must be known of all records to be known of one, and is written nowhere: the note of a record that is shown in
//! part holds what is shown, and the record is read again by each build that has something to do.

use std::collections::HashMap;

use super::discover::RecordFile;
use super::observe::Observed;
use super::settled::Unseen;
use crate::follow_up::Proceedings;
use crate::record::{ActionReference, Approval, Edition, LeftOut};

/// What is left out of each record, by address; none where that is not known any more.
pub(super) struct LeftOuts<'a>(HashMap<&'a str, Option<&'a LeftOut>>);

/// What is left of what a meeting did, and which of its blocks on action points went.
pub(super) struct Lesser {
    pub(super) proceedings: Proceedings,
    pub(super) dropped: Vec<usize>,
}

impl<'a> LeftOuts<'a> {
    /// Of these records.
    pub(super) fn new(
        records: impl Iterator<Item = (&'a RecordFile, Option<&'a LeftOut>)>,
    ) -> Self {
        let is_any = |left_out: &Option<&LeftOut>| left_out.is_none_or(|one| one.is_any);
        let marked = records.filter(|(_, left_out)| is_any(left_out));
        Self(
            marked
                .map(|(record, left_out)| (record.address.as_str(), left_out))
                .collect(),
        )
    }

    /// What a meeting did, without what it says of that; `None` where nothing is to be left out.
    pub(super) fn lesser(&self, proceedings: &Proceedings) -> Option<Lesser> {
        if self.0.is_empty() || (proceedings.followed.is_empty() && proceedings.approval.is_none())
        {
            return None;
        }
        let mut lesser = Lesser {
            proceedings: proceedings.clone(),
            dropped: Vec::new(),
        };
        let followed = &mut lesser.proceedings.followed;
        followed.clear();
        for (index, block) in proceedings.followed.iter().enumerate() {
            match self.named(&block.action) {
                Some(action) => {
                    let mut block = block.clone();
                    block.action = action;
                    followed.push(block);
                }
                None => lesser.dropped.push(index),
            }
        }
        let approval = &mut lesser.proceedings.approval;
        approval.take_if(|approval| self.lessens(approval));
        (lesser.proceedings != *proceedings).then_some(lesser)
    }

    /// Takes the minutes that are not there out of an approval, and what was changed in all of them, which may be theirs; whether none are
    /// left.
    fn lessens(&self, approval: &mut Approval) -> bool {
        let count = approval.meetings.len();
        approval.meetings.retain(|address| {
            let approved = self.0.get(address.as_str());
            !approved.is_some_and(|one| one.is_some_and(|one| one.is_whole))
        });
        if approval.meetings.len() < count {
            approval.has_hidden_changes |= approval.changes.take().is_some();
        }
        approval.meetings.is_empty()
    }

    /// The name of an action point in this edition, if it is there.
    fn named(&self, action: &ActionReference) -> Option<ActionReference> {
        match action {
            ActionReference::Id(id) => {
                let hides =
                    |left_out: &Option<&LeftOut>| left_out.is_some_and(|one| one.hides_id(id));
                (!self.0.values().any(hides)).then(|| action.clone())
            }
            ActionReference::Place { meeting, anchor } => match self.0.get(meeting.as_str()) {
                None => Some(action.clone()),
                // Which action point is meant is not known.
                Some(None) => None,
                Some(Some(left_out)) => left_out.reference(meeting, anchor),
            },
        }
    }
}

/// Takes the records of which nothing is shown from among the others, and out of the others what they say of what is not shown.
pub(super) fn leave_out<'a>(
    observed: &mut Vec<Observed<'a>>,
    edition: Edition,
) -> Vec<Observed<'a>> {
    let is_whole = |one: &Observed<'_>| one.left_out.as_ref().is_some_and(|one| one.is_whole);
    let lesser: Vec<Option<Lesser>> = {
        let records = observed.iter();
        let left_outs = LeftOuts::new(records.map(|one| (one.record, one.left_out.as_ref())));
        let proceedings = observed
            .iter()
            .map(|one| Some(one.account()?.proceedings()));
        proceedings.map(|one| left_outs.lesser(one?)).collect()
    };
    for (one, lesser) in observed.iter_mut().zip(lesser) {
        if let (Some(account), Some(lesser)) = (one.account(), lesser) {
            let account = account.saying(lesser.proceedings, edition);
            one.say(account);
            one.dropped = lesser.dropped;
        }
    }
    observed.extract_if(.., |one| is_whole(one)).collect()
}

/// The files of these records as they were read.
pub(super) fn unseen(hidden: &[Observed<'_>]) -> Option<Unseen> {
    let seen = hidden.iter().map(|one| {
        let stamp = one.sound().and_then(|account| account.note.seen.stamp);
        Some((one.record.address.clone(), stamp?))
    });
    seen.collect()
}
