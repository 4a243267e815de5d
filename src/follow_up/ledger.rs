//! All action points of a series, and what became of each, meeting by meeting.

use std::collections::HashMap;

use jiff::civil::Time;

use super::problem::{About, Problem, Trouble};
use super::{Change, Entry, Standing, Taken};
use crate::record::{ActionReference, ActionStatus, FollowUp, State};

/// All action points of a series, in the order in which they were taken, and the approvals of its minutes.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    entries: Vec<Entry<'a>>,
    /// Of each action point, the meeting that took it.
    taken_by: Vec<u32>,
    /// What later meetings did about those of which they said something, in order.
    steps: HashMap<usize, Vec<Step>>,
    /// Of each meeting, the index of its first action point.
    firsts: Vec<usize>,
    /// Of each meeting, the action point that each of its blocks follows.
    followed: Vec<Vec<Option<usize>>>,
    /// Of each meeting, the one that approved its minutes.
    approved_by: Vec<Option<usize>>,
    /// Of each meeting, those whose minutes it approved, in the order of its record.
    approves: Vec<Vec<usize>>,
    problems: Vec<Problem>,
    names: Names<'a>,
}

/// What a meeting did about an action point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) meeting: usize,
    /// Which of the blocks of that meeting tells.
    pub(super) block: usize,
}

/// By what names the action points of the meetings so far are found.
#[derive(Clone, Debug, Default)]
struct Names<'a> {
    ids: HashMap<&'a str, Vec<usize>>,
    meetings: HashMap<&'a str, usize>,
}

impl<'a> Ledger<'a> {
    /// The ledger of these meetings, which are in their order.
    #[must_use]
    pub fn new(entries: Vec<Entry<'a>>) -> Self {
        let count = entries.len();
        let mut ledger = Self {
            entries: Vec::new(),
            taken_by: Vec::new(),
            steps: HashMap::new(),
            firsts: Vec::with_capacity(count),
            followed: Vec::with_capacity(count),
            approved_by: vec![None; count],
            approves: vec![Vec::new(); count],
            problems: Vec::new(),
            names: Names::default(),
        };
        for (meeting, entry) in entries.iter().enumerate() {
            ledger.follow(meeting, *entry);
            ledger.approve(meeting, *entry);
            ledger.take(meeting, *entry);
            ledger.entries.push(*entry);
        }
        ledger
    }

    /// What is wrong in what meetings say of earlier ones.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The meetings, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// When a meeting began, where its day is that of another too: the hour tells them apart.
    pub(super) fn hour_apart(&self, meeting: usize) -> Option<Time> {
        let own = self.entries[meeting].proceedings;
        let beside = [meeting.checked_sub(1), Some(meeting + 1)];
        let beside = beside.into_iter().flatten();
        let mut beside = beside.filter_map(|index| self.entries.get(index));
        let is_shared = beside.any(|one| one.proceedings.date == own.date);
        own.start.filter(|_| is_shared)
    }

    /// Which meeting took an action point.
    pub(super) fn taken_by(&self, action: usize) -> usize {
        self.taken_by[action] as usize
    }

    /// What later meetings did about it.
    fn steps(&self, action: usize) -> &[Step] {
        self.steps.get(&action).map_or(&[], Vec::as_slice)
    }

    /// The action points that a meeting took, as numbers for the other questions.
    #[must_use]
    pub(crate) fn taken_at(&self, meeting: usize) -> std::ops::Range<usize> {
        let end = self.firsts.get(meeting + 1).copied();
        self.firsts[meeting]..end.unwrap_or(self.taken_by.len())
    }

    /// The action point that each block of a meeting follows; none where it names no such.
    pub(super) fn followed_at(&self, meeting: usize) -> &[Option<usize>] {
        &self.followed[meeting]
    }

    /// The action points that were open when a meeting began.
    pub(super) fn open_before(&self, meeting: usize) -> impl Iterator<Item = usize> {
        let end = self.firsts.get(meeting).copied();
        (0..end.unwrap_or(self.taken_by.len()))
            .filter(move |action| self.counts(*action) && self.standing(*action, meeting).is_open())
    }

    /// Whether an action point was taken by a meeting that was held.
    pub(super) fn counts(&self, action: usize) -> bool {
        self.entries[self.taken_by(action)].proceedings.is_held()
    }

    /// What a meeting took.
    #[must_use]
    pub(crate) fn taken(&self, action: usize) -> Taken<'a> {
        let meeting = self.taken_by(action);
        let rank = action - self.firsts[meeting];
        self.entries[meeting].proceedings.taken.get(rank)
    }

    /// Whether its anchor would be that one without its `id`.
    fn is_at(&self, action: usize, anchor: &str) -> bool {
        let meeting = self.taken_by(action);
        let rank = action - self.firsts[meeting];
        let taken = &self.entries[meeting].proceedings.taken;
        taken.is_at(rank, anchor)
    }

    /// How it stood when it was taken.
    fn start(&self, action: usize) -> Standing<'a> {
        let meeting = self.taken_by(action);
        let rank = action - self.firsts[meeting];
        self.entries[meeting].proceedings.taken.standing(rank)
    }

    pub(super) fn block(&self, step: Step) -> &'a FollowUp {
        &self.entries[step.meeting].proceedings.followed[step.block]
    }

    /// How an action point stood when the meeting of that index began; with the number of meetings, how it stands now.
    #[must_use]
    pub fn standing(&self, action: usize, before: usize) -> Standing<'a> {
        let steps = self.steps(action).iter();
        let blocks = steps.take_while(|step| step.meeting < before);
        let blocks = blocks.map(|step| self.block(*step));
        self.start(action).after(blocks)
    }

    /// What later meetings changed of an action point, in order, each with the meeting.
    pub fn changes(&self, action: usize) -> impl Iterator<Item = (Change<'a>, usize)> {
        let mut standing = self.start(action);
        let steps = self.steps(action).iter();
        steps.map(move |step| (standing.change(self.block(*step)), step.meeting))
    }

    /// How an action point stands once a meeting has done what that block says, if there is one.
    pub(super) fn standing_with(
        &self,
        action: usize,
        meeting: usize,
        block: Option<&'a FollowUp>,
    ) -> Standing<'a> {
        let steps = self.steps(action).iter();
        let before = steps.take_while(|step| step.meeting < meeting);
        let blocks = before.map(|step| self.block(*step)).chain(block);
        self.start(action).after(blocks)
    }

    /// The meeting that approved the minutes of that one.
    #[must_use]
    pub(crate) fn approved_by(&self, meeting: usize) -> Option<usize> {
        self.approved_by[meeting]
    }

    /// The meetings whose minutes that one approved.
    pub(super) fn approves(&self, meeting: usize) -> &[usize] {
        &self.approves[meeting]
    }

    /// How an action point is named in a record: by its `id`, else by its place.
    #[must_use]
    pub fn name(&self, action: usize) -> ActionReference {
        let taken = self.taken(action);
        let is_unique = self
            .names
            .ids
            .get(taken.anchor)
            .is_some_and(|all| all.len() == 1);
        if taken.has_id && is_unique {
            return ActionReference::Id(taken.anchor.to_owned());
        }
        self.place(action)
    }

    pub(super) fn place(&self, action: usize) -> ActionReference {
        ActionReference::Place {
            meeting: self.entries[self.taken_by(action)].address.to_owned(),
            anchor: self.taken(action).anchor.to_owned(),
        }
    }

    fn follow(&mut self, meeting: usize, entry: Entry<'a>) {
        let mut followed: Vec<Option<usize>> = Vec::new();
        for (block, said) in entry.proceedings.followed.iter().enumerate() {
            let found = self.find(&said.action, &followed);
            let found = found.and_then(|action| {
                let is_open = self.standing(action, meeting).is_open();
                let reopens = said.status.as_ref().is_some_and(ActionStatus::is_open);
                match is_open || reopens {
                    true => Ok(action),
                    false => Err(Trouble::Closed(self.closed_by(action))),
                }
            });
            match found {
                Ok(action) => {
                    followed.push(Some(action));
                    if entry.proceedings.is_held() {
                        let steps = self.steps.entry(action).or_default();
                        steps.push(Step { meeting, block });
                    }
                }
                Err(trouble) => {
                    followed.push(None);
                    self.problems.push(Problem {
                        meeting,
                        about: About::Block(block),
                        trouble,
                    });
                }
            }
        }
        self.followed.push(followed);
    }

    /// The action point of that name, if no earlier block of the same record follows it.
    fn find(&self, named: &ActionReference, followed: &[Option<usize>]) -> Result<usize, Trouble> {
        let action = match named {
            ActionReference::Id(id) => match self.names.ids.get(id.as_str()).map(Vec::as_slice) {
                None | Some([]) => return Err(Trouble::Unknown),
                Some([action]) => *action,
                Some(several) => return Err(Trouble::Ambiguous(several.to_vec())),
            },
            ActionReference::Place { meeting, anchor } => {
                let meeting = self.names.meetings.get(meeting.as_str()).copied();
                let taken = self.taken_at(meeting.ok_or(Trouble::Unknown)?);
                let is_named = |action: &usize| self.taken(*action).anchor == *anchor;
                let is_there = |action: &usize| self.is_at(*action, anchor);
                let named = taken.clone().rfind(is_named);
                let named = named.or_else(|| taken.clone().rfind(is_there));
                named.ok_or(Trouble::Unknown)?
            }
        };
        match followed.iter().position(|one| *one == Some(action)) {
            Some(first) => Err(Trouble::Twice(first)),
            None => Ok(action),
        }
    }

    /// The meeting that closed an action point.
    fn closed_by(&self, action: usize) -> usize {
        let closes = |step: &&Step| {
            let status = self.block(**step).status.as_ref();
            status.is_some_and(|status| !status.is_open())
        };
        let closing = self.steps(action).iter().rev().find(closes);
        closing.map_or_else(|| self.taken_by(action), |step| step.meeting)
    }

    fn approve(&mut self, meeting: usize, entry: Entry<'a>) {
        let approval = entry.proceedings.approval.as_ref();
        let named = approval.map_or(&[][..], |approval| &approval.meetings);
        for (rank, address) in named.iter().enumerate() {
            let earlier = self.names.meetings.get(address.as_str()).copied();
            let trouble = match earlier {
                None => Some(Trouble::UnknownApproved),
                Some(earlier) => self.contradiction(earlier, meeting, entry),
            };
            match (trouble, earlier) {
                (None, Some(earlier)) => {
                    self.approves[meeting].push(earlier);
                    if entry.proceedings.is_held() {
                        self.approved_by[earlier] = Some(meeting);
                    }
                }
                (trouble, _) => self.problems.extend(trouble.map(|trouble| Problem {
                    meeting,
                    about: About::Approval(rank),
                    trouble,
                })),
            }
        }
    }

    /// Why a meeting cannot have approved the minutes of that earlier one.
    fn contradiction(&self, earlier: usize, meeting: usize, entry: Entry<'a>) -> Option<Trouble> {
        let day = entry.proceedings.date;
        if self.approves[meeting].contains(&earlier) {
            return Some(Trouble::ApprovedTwice);
        }
        match (
            self.entries[earlier].proceedings.state,
            self.approved_by[earlier],
        ) {
            (_, Some(by)) => Some(Trouble::ApprovedBefore(by)),
            (State::Approved(Some(on)), None) if on != day => {
                Some(Trouble::ApprovedOn(earlier, on))
            }
            (state, None) if !state.is_held() => Some(Trouble::NotHeld(earlier)),
            _ => None,
        }
    }

    fn take(&mut self, meeting: usize, entry: Entry<'a>) {
        self.firsts.push(self.taken_by.len());
        self.names.meetings.insert(entry.address, meeting);
        // No archive has so many meetings.
        let by = u32::try_from(meeting).unwrap_or(u32::MAX);
        for taken in entry.proceedings.taken.iter() {
            let action = self.taken_by.len();
            if taken.has_id {
                self.names.ids.entry(taken.anchor).or_default().push(action);
            }
            self.taken_by.push(by);
        }
    }

    /// The earlier action point whose `id` one of a meeting bears again, with the later one.
    #[must_use]
    pub fn repeated_ids(&self, meeting: usize) -> Vec<(usize, usize)> {
        let ids = self.taken_at(meeting).filter_map(|action| {
            let all = self.names.ids.get(self.taken(action).anchor)?;
            let first = *all.first()?;
            (self.taken(action).has_id && first < action).then_some((action, first))
        });
        ids.collect()
    }
}
