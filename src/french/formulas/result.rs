//! The sentence on what came of a vote: adopted or rejected, by how many, unanimously.
//!
//! Nothing is said that the counts do not show: unanimity needs both other counts at 0, typed or said, by each group where only these
//! are told, and is not said where the record denies it; votes against alone tell no result.

use super::vote::{Ballot, Outcome, Vote, VoteOn};
use super::{GroupVote, joined, tidy};
use crate::french::words::{counted, feminine, list_join};
use crate::french::{Gender, NB};

/// The counts: as typed, else as many as the names, else the sum of the groups that tell theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    in_favour: Option<u64>,
    against: Option<u64>,
    abstentions: Option<u64>,
    pub(super) not_voting: Option<u64>,
}

impl Count {
    pub(super) fn of(vote: &Vote<'_>) -> Self {
        // Where the groups do not make a number that is typed, some of them, or of their votes, are missing.
        let lacks = |typed: Option<u64>, of_group: OfGroup| {
            let sum = sum(vote.groups, of_group);
            typed.zip(sum).is_some_and(|(typed, sum)| typed != sum)
        };
        let are_whole = !lacks(vote.in_favour, |group| group.in_favour)
            && !lacks(vote.against, |group| group.against)
            && !lacks(vote.abstentions, |group| group.abstentions);
        let count = |typed: Option<u64>, names: &[&str], of_group: OfGroup| {
            let named = (!names.is_empty()).then_some(names.len() as u64);
            let all_tell =
                || are_whole && vote.groups.iter().all(|group| of_group(group).is_some());
            let sum = || sum(vote.groups, of_group).filter(|sum| *sum > 0 || all_tell());
            typed.or(named).or_else(sum)
        };
        Self {
            in_favour: count(vote.in_favour, vote.names.in_favour, |group| {
                group.in_favour
            }),
            against: count(vote.against, vote.names.against, |group| group.against),
            abstentions: count(vote.abstentions, vote.names.abstentions, |group| {
                group.abstentions
            }),
            not_voting: count(vote.not_voting, vote.names.not_voting, |group| {
                group.not_voting
            }),
        }
    }
}

/// The votes of a group for one choice.
type OfGroup = fn(&GroupVote<'_>) -> Option<u64>;

/// The votes of the groups that tell them; none where none does.
fn sum(groups: &[GroupVote<'_>], of_group: OfGroup) -> Option<u64> {
    let told = groups.iter().filter_map(of_group);
    told.reduce(u64::saturating_add)
}

/// What the counts or the record say of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Adopted,
    Rejected,
    /// As many for as against: nothing is adopted.
    Even,
    /// Abstentions alone.
    NoVotes,
    Unknown,
}

impl Verdict {
    fn of(vote: &Vote<'_>, count: &Count) -> Self {
        let abstained = count.abstentions.unwrap_or_default() > 0;
        let is_unanimous = vote.unanimous == Some(true);
        match (vote.outcome, count.in_favour, count.against) {
            (Some(Outcome::Adopted), ..) => Self::Adopted,
            (Some(Outcome::Rejected), ..) => Self::Rejected,
            (None, Some(pour), contre) if pour > contre.unwrap_or_default() => Self::Adopted,
            (None, Some(pour), Some(contre)) if pour < contre => Self::Rejected,
            (None, Some(0), Some(0)) if is_unanimous => Self::Adopted,
            (None, Some(0), Some(0)) if abstained => Self::NoVotes,
            (None, Some(0), Some(0)) => Self::Unknown,
            (None, Some(_), Some(_)) => Self::Even,
            (None, _, contre) if is_unanimous => match contre {
                None | Some(0) => Self::Adopted,
                Some(_) => Self::Rejected,
            },
            (None, ..) => Self::Unknown,
        }
    }
}

/// The sentence on the result; none where neither result nor counts nor ballot are known.
pub(super) fn result(vote: &Vote<'_>) -> Option<String> {
    let count = Count::of(vote);
    let verdict = Verdict::of(vote, &count);
    let votes = votes(vote, &count);
    let head = head(vote, verdict);
    let Some(head) = head else {
        return match votes.is_empty() {
            true => vote
                .ballot
                .map(|ballot| format!("Vote {}.", ballot_phrase(ballot))),
            false => Some(match vote.ballot {
                None => format!("{votes}."),
                Some(ballot) => format!("Vote {}{NB}: {votes}.", ballot_phrase(ballot)),
            }),
        };
    };
    if let Some(unanimity) = unanimity(vote, &count, verdict, &votes) {
        let comma = if vote.ballot.is_some() { "," } else { "" };
        return Some(format!("{head}{comma} {unanimity}."));
    }
    let (pour, contre) = (
        count.in_favour.unwrap_or_default(),
        count.against.unwrap_or_default(),
    );
    let is_majority = match verdict {
        Verdict::Adopted => pour > contre,
        Verdict::Rejected => contre > pour,
        _ => false,
    };
    let shared = if pour == contre && pour > 0 && vote_has_result(vote, verdict) {
        ", les voix étant partagées"
    } else {
        ""
    };
    Some(match vote.on {
        _ if votes.is_empty() => format!("{head}."),
        VoteOn::Decision(_) if is_majority => format!("{head} par {votes}."),
        _ => format!("{head}{shared}{NB}: {votes}."),
    })
}

/// An opinion on which the votes are even says so by its head, unless the record gives a result.
fn vote_has_result(vote: &Vote<'_>, verdict: Verdict) -> bool {
    verdict != Verdict::Even || vote.on != VoteOn::Opinion
}

/// `Adopté au scrutin secret`, `Avis favorable rendu à main levée`; none where no result is known.
fn head(vote: &Vote<'_>, verdict: Verdict) -> Option<String> {
    let (head, links) = match (vote.on, verdict) {
        (_, Verdict::Unknown) => return None,
        (VoteOn::Decision(gender), Verdict::Adopted) => (agreed("Adopté", gender), " "),
        (VoteOn::Decision(gender), Verdict::Rejected | Verdict::Even) => {
            (agreed("Rejeté", gender), " ")
        }
        (VoteOn::Decision(gender), Verdict::NoVotes) => (agreed("Non adopté", gender), " "),
        (VoteOn::Opinion, Verdict::Adopted) => ("Avis favorable".to_owned(), " rendu "),
        (VoteOn::Opinion, Verdict::Rejected) => ("Avis défavorable".to_owned(), " rendu "),
        (VoteOn::Opinion, Verdict::Even) => ("Avis partagé".to_owned(), " rendu "),
        (VoteOn::Opinion, Verdict::NoVotes) => ("Aucun avis".to_owned(), " rendu "),
    };
    Some(match vote.ballot {
        None => head,
        Some(ballot) => format!("{head}{links}{}", ballot_phrase(ballot)),
    })
}

/// `à l’unanimité (26 voix pour)`, where the counts or the record say so.
fn unanimity(vote: &Vote<'_>, count: &Count, verdict: Verdict, votes: &str) -> Option<String> {
    let (agreeing, other) = match verdict {
        Verdict::Adopted => (count.in_favour, count.against),
        Verdict::Rejected => (count.against, count.in_favour),
        _ => return None,
    };
    let agreeing = agreeing.unwrap_or_default();
    let has_names = votes.contains('(');
    let detail = if has_names {
        format!("{NB}: {votes}")
    } else {
        format!(" ({votes})")
    };
    let nobody = |count: Option<u64>| count.unwrap_or_default() == 0;
    let (none_against, none_abstained) = (nobody(other), nobody(count.abstentions));
    match (vote.unanimous, none_against, none_abstained) {
        (Some(true), true, true) if agreeing == 0 || has_silent_group(vote) => {
            Some("à l’unanimité".to_owned())
        }
        (Some(true), true, true) if agreeing > 1 && !has_names => {
            Some(format!("à l’unanimité des {}", counted(agreeing, "votant")))
        }
        (Some(true), true, true) => Some(format!("à l’unanimité{detail}")),
        (Some(true), true, false) => Some(format!("à l’unanimité des suffrages exprimés{detail}")),
        (None, true, true) if other.is_some() && count.abstentions.is_some() && agreeing > 0 => {
            Some(format!("à l’unanimité{detail}"))
        }
        _ => None,
    }
}

/// Whether the counts are made of the votes of groups of which one tells none: they are not all that there were.
fn has_silent_group(vote: &Vote<'_>) -> bool {
    let votes = |group: &GroupVote<'_>| {
        let told = [group.in_favour, group.against, group.abstentions];
        told.into_iter().flatten().fold(0, u64::saturating_add)
    };
    let is_named = !vote.names.in_favour.is_empty() || !vote.names.against.is_empty();
    let is_counted = is_named || vote.in_favour.is_some() || vote.against.is_some();
    !is_counted && vote.groups.iter().any(|group| votes(group) == 0)
}

/// `26 voix pour, 2 contre (…) et 3 abstentions`: the larger side first, nothing that is 0.
fn votes(vote: &Vote<'_>, count: &Count) -> String {
    let mut sides = [
        (count.in_favour, "pour", vote.names.in_favour),
        (count.against, "contre", vote.names.against),
    ];
    if count.against > count.in_favour {
        sides.reverse();
    }
    let mut said = Vec::new();
    for (votes, side, names) in sides {
        let votes = votes.unwrap_or_default();
        if votes > 0 {
            let first = counted(votes, "voix");
            // "Voix" is said once.
            let votes_said = if said.is_empty() {
                &first
            } else {
                first.trim_end_matches(" voix")
            };
            said.push(format!("{votes_said} {side}{}", in_brackets(names, votes)));
        }
    }
    let abstentions = count.abstentions.unwrap_or_default();
    if abstentions > 0 {
        let names = in_brackets(vote.names.abstentions, abstentions);
        said.push(format!("{}{names}", counted(abstentions, "abstention")));
    }
    list_join(&said)
}

/// ` (M. Trévien et Mme Piriou)`; `dont` where the names are fewer than the votes.
pub(super) fn in_brackets(names: &[&str], votes: u64) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| tidy(name))
        .filter(|name| !name.is_empty())
        .collect();
    let some = if (names.len() as u64) < votes {
        "dont "
    } else {
        ""
    };
    match names.is_empty() {
        true => String::new(),
        false => format!(" ({some}{})", joined(&names)),
    }
}

fn ballot_phrase(ballot: Ballot) -> &'static str {
    match ballot {
        Ballot::Secret => "au scrutin secret",
        Ballot::Public => "au scrutin public",
        Ballot::ShowOfHands => "à main levée",
    }
}

fn agreed(masculine: &str, gender: Gender) -> String {
    match gender {
        Gender::Masculine => masculine.to_owned(),
        Gender::Feminine => feminine(masculine),
    }
}
