//! Decisions and their votes, said.

use super::Decision;
use crate::french::formulas::{self, GroupVote, VoteNames, VoteOn};
use crate::french::typography::correct;
use crate::record::{self, Ballot, Outcome, Vote};

/// A decision; `label` is what the series calls one.
pub(super) fn decision(recorded: &record::Decision, anchor: String, label: &str) -> Decision {
    let vote = recorded.vote.as_ref().and_then(|told| vote(told, label));
    Decision {
        anchor: recorded.id.clone().unwrap_or(anchor),
        number: recorded.number.as_deref().map(bare_number),
        text: recorded.text.clone(),
        vote: vote.map(|sentence| correct(&sentence)),
    }
}

/// Whether the decisions are a plain list: several, none with a number or a vote.
pub(super) fn has_plain_decisions(decisions: &[Decision]) -> bool {
    let is_plain = |decision: &Decision| decision.number.is_none() && decision.vote.is_none();
    decisions.len() > 1 && decisions.iter().all(is_plain)
}

/// *2021-03-01* of *n° 2021-03-01*: the program writes the sign.
fn bare_number(number: &str) -> String {
    let signs = ["n°", "N°", "no ", "No "];
    let bare = signs.iter().find_map(|sign| number.strip_prefix(sign));
    correct(bare.unwrap_or(number).trim_start())
}

/// The sentence on a vote, where something of it is known.
fn vote(vote: &Vote, label: &str) -> Option<String> {
    let names = &vote.names;
    let [in_favour, against, abstentions, not_voting] = [
        &names.in_favour,
        &names.against,
        &names.abstentions,
        &names.not_taking_part,
    ]
    .map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
    let groups: Vec<GroupVote<'_>> = vote
        .groups
        .iter()
        .map(|group| GroupVote {
            group: &group.name,
            in_favour: group.in_favour.map(u64::from),
            against: group.against.map(u64::from),
            abstentions: group.abstentions.map(u64::from),
            not_voting: None,
        })
        .collect();
    formulas::vote(&formulas::Vote {
        on: match vote.outcome {
            Some(Outcome::Favourable | Outcome::Unfavourable) => VoteOn::Opinion,
            Some(Outcome::Adopted | Outcome::Rejected) | None => VoteOn::named(label),
        },
        in_favour: vote.in_favour.map(u64::from),
        against: vote.against.map(u64::from),
        abstentions: vote.abstentions.map(u64::from),
        not_voting: vote.not_taking_part.map(u64::from),
        unanimous: vote.is_unanimous,
        ballot: vote.ballot.map(|ballot| match ballot {
            Ballot::Secret => formulas::Ballot::Secret,
            Ballot::Public => formulas::Ballot::Public,
            Ballot::ShowOfHands => formulas::Ballot::ShowOfHands,
        }),
        names: VoteNames {
            in_favour: &in_favour,
            against: &against,
            abstentions: &abstentions,
            not_voting: &not_voting,
        },
        groups: &groups,
        outcome: vote.outcome.map(|outcome| match outcome {
            Outcome::Adopted | Outcome::Favourable => formulas::Outcome::Adopted,
            Outcome::Rejected | Outcome::Unfavourable => formulas::Outcome::Rejected,
        }),
    })
}
