//! A vote told by groups: colleges, lists, trade unions.

use super::tidy;
use crate::french::numbers::group_digits;
use crate::french::words::capital_first;
use crate::french::{FI, NB};

/// How one group voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupVote<'a> {
    /// Its name, as typed.
    pub group: &'a str,
    /// Votes for, where they are known.
    pub in_favour: Option<u64>,
    /// Votes against, where they are known.
    pub against: Option<u64>,
    /// Abstentions, where they are known.
    pub abstentions: Option<u64>,
    /// Members who take no part, where they are known.
    pub not_voting: Option<u64>,
}

/// The label of a choice, and how many of a group made it.
type Choice = (&'static str, fn(&GroupVote<'_>) -> Option<u64>);

/// `Pour : CFDT (1) ; contre : CGT (2), SUD (1) ; abstention : CFDT (1).`; none without a vote in a named group.
pub(super) fn by_groups(groups: &[GroupVote<'_>]) -> Option<String> {
    let abstentions: u64 = groups
        .iter()
        .filter_map(|group| group.abstentions)
        .fold(0, u64::saturating_add);
    let choices: [Choice; 4] = [
        ("pour", |group| group.in_favour),
        ("contre", |group| group.against),
        (
            if abstentions > 1 {
                "abstentions"
            } else {
                "abstention"
            },
            |group| group.abstentions,
        ),
        ("sans prendre part au vote", |group| group.not_voting),
    ];
    let said = choices.iter().filter_map(|(label, votes)| {
        let of_group = |group: &GroupVote<'_>| {
            let name = tidy(group.group);
            let votes = votes(group).filter(|votes| *votes > 0 && !name.is_empty())?;
            Some(format!("{name} ({})", group_digits(votes)))
        };
        let said: Vec<String> = groups.iter().filter_map(of_group).collect();
        (!said.is_empty()).then(|| format!("{label}{NB}: {}", said.join(", ")))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| capital_first(&format!("{}.", said.join(&format!("{FI}; ")))))
}
