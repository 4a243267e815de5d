//! Decisions and their votes, said.

use super::Decision;
use crate::french::folding::fold;
use crate::french::formulas::{self, GroupVote, VoteNames, VoteOn};
use crate::french::typography::{correct, phrase};
use crate::record::{self, Ballot, Outcome, Vote};

/// A decision; `label` is what the series calls one.
pub(super) fn decision(recorded: &record::Decision, anchor: String, label: &str) -> Decision {
    let vote = recorded.vote.as_ref().and_then(|told| vote(told, label));
    Decision {
        anchor: recorded.id.clone().unwrap_or(anchor),
        number: recorded
            .number
            .as_deref()
            .map(|number| bare_number(number, label)),
        text: recorded.text.clone(),
        vote: vote.map(|sentence| correct(&sentence)),
    }
}

/// Whether the decisions are a plain list: several, none with a number or a vote.
pub(super) fn has_plain_decisions(decisions: &[Decision]) -> bool {
    let is_plain = |decision: &Decision| decision.number.is_none() && decision.vote.is_none();
    decisions.len() > 1 && decisions.iter().all(is_plain)
}

/// *2021-03-01* of *n° 2021-03-01*, *4* of *Décision n° 4.*: the program writes what a decision is called, and the sign.
fn bare_number(number: &str, label: &str) -> String {
    let bare = without_noun(number, label).unwrap_or(number).trim_start();
    let signs = ["n°", "N°", "no ", "No "];
    let behind = signs.iter().find_map(|sign| bare.strip_prefix(sign));
    match phrase(behind.unwrap_or(bare).trim_start()) {
        "" => correct(number),
        bare => correct(bare),
    }
}

/// What follows the name of a decision, in whatever letters it is typed.
fn without_noun<'n>(number: &'n str, label: &str) -> Option<&'n str> {
    let mut signs = number.char_indices();
    let (end, sign) = signs.nth(label.chars().count())?;
    let is_noun = sign.is_whitespace() && fold(&number[..end]) == fold(label);
    is_noun.then_some(&number[end..])
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

#[cfg(test)]
mod tests {
    use super::bare_number;

    #[test]
    fn a_number_is_told_without_what_the_program_writes() {
        for (typed, label, bare) in [
            ("4", "Décision", "4"),
            ("n° 2021-03-01", "Décision", "2021-03-01"),
            ("Décision n° 4", "Décision", "4"),
            ("DECISION 4", "Décision", "4"),
            ("2026-05.", "Décision", "2026-05"),
            ("Délibération 3", "Délibération", "3"),
            ("Délibération n° 3 ;", "Délibération", "3"),
            ("Délibération 3", "Décision", "Délibération 3"),
            ("Décisionnel 4", "Décision", "Décisionnel 4"),
            ("Décision-cadre 4", "Décision", "Décision-cadre 4"),
            ("Décision", "Décision", "Décision"),
            ("D-1", "Décision", "D-1"),
            ("n° D.", "Décision", "D."),
        ] {
            assert_eq!(
                bare_number(typed, label).replace('\u{a0}', " "),
                bare,
                "{typed}"
            );
        }
    }
}
