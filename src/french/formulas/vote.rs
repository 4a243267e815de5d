//! The sentences on a vote.

use super::GroupVote;
use super::groups::by_groups;
use super::result::{Count, in_brackets, result};
use crate::french::folding::fold;
use crate::french::numbers::cardinal;
use crate::french::words::{capital_first, counted, plural};
use crate::french::{Gender, Spelling};

/// What a vote decides on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteOn {
    /// Something adopted or rejected; the gender of its noun: *adopté*, *adoptée*.
    Decision(Gender),
    /// An opinion, favourable or not.
    Opinion,
}

impl VoteOn {
    /// A decision by the word that a series has for it: *adoptée* of a *délibération*, *adopté* where the noun does not tell for sure.
    /// The program's own *décision* leaves it open too: *adopté* is then said of the text.
    #[must_use]
    pub fn named(label: &str) -> Self {
        const FEMININE: [&str; 14] = [
            "affaire",
            "charte",
            "clause",
            "consigne",
            "demande",
            "directive",
            "initiative",
            "loi",
            "norme",
            "ordonnance",
            "regle",
            "requete",
            "sentence",
            "tache",
        ];
        const ENDINGS: [&str; 3] = ["tion", "sion", "ure"];
        const OTHERS: [&str; 4] = ["bastion", "augure", "murmure", "parjure"];
        let noun = fold(label.split_whitespace().next().unwrap_or_default());
        let is = |words: &[&str]| words.contains(&noun.as_str());
        let ends = ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !is(&OTHERS);
        let is_feminine = (ends || is(&FEMININE)) && fold(label) != "decision";
        Self::Decision(match is_feminine {
            true => Gender::Feminine,
            false => Gender::Masculine,
        })
    }
}

/// How the votes were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ballot {
    /// *Au scrutin secret*.
    Secret,
    /// *Au scrutin public*.
    Public,
    /// *À main levée*.
    ShowOfHands,
}

/// What came of a vote, where the record says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Adopted, or a favourable opinion.
    Adopted,
    /// Rejected, or an unfavourable opinion.
    Rejected,
}

/// The names of those who voted in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VoteNames<'a> {
    /// Those for.
    pub in_favour: &'a [&'a str],
    /// Those against.
    pub against: &'a [&'a str],
    /// Those who abstained.
    pub abstentions: &'a [&'a str],
    /// Those who took no part.
    pub not_voting: &'a [&'a str],
}

/// A vote, as the record gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote<'a> {
    /// What was decided on.
    pub on: VoteOn,
    /// Votes for.
    pub in_favour: Option<u64>,
    /// Votes against.
    pub against: Option<u64>,
    /// Abstentions.
    pub abstentions: Option<u64>,
    /// Members who took no part.
    pub not_voting: Option<u64>,
    /// Whether all agreed, where the record says so or denies it.
    pub unanimous: Option<bool>,
    /// How the votes were given.
    pub ballot: Option<Ballot>,
    /// Names for each choice.
    pub names: VoteNames<'a>,
    /// The votes of each group; they make the counts where these lack.
    pub groups: &'a [GroupVote<'a>],
    /// What came of it, where the counts do not tell (a casting vote, a majority of two thirds).
    pub outcome: Option<Outcome>,
}

impl Default for Vote<'_> {
    fn default() -> Self {
        Self {
            on: VoteOn::Decision(Gender::Masculine),
            in_favour: None,
            against: None,
            abstentions: None,
            not_voting: None,
            unanimous: None,
            ballot: None,
            names: VoteNames::default(),
            groups: &[],
            outcome: None,
        }
    }
}

/// The sentences on a vote: its result, who took no part, the votes of groups; none where nothing is known.
///
/// `Adopté par 26 voix pour, 2 contre (M. Trévien et Mme Piriou) et 3 abstentions.`
pub fn vote(vote: &Vote<'_>) -> Option<String> {
    let said = [result(vote), not_voting(vote), by_groups(vote.groups)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Beyond so many, a number stands in figures, even where it begins a sentence.
const MOST_IN_WORDS: u64 = 20;

/// `Un membre ne prend pas part au vote (M. le Maire).`
fn not_voting(vote: &Vote<'_>) -> Option<String> {
    let members = Count::of(vote).not_voting.filter(|members| *members > 0)?;
    let verb = if members < 2 {
        "ne prend"
    } else {
        "ne prennent"
    };
    let names = in_brackets(vote.names.not_voting, members);
    Some(format!(
        "{} {verb} pas part au vote{names}.",
        beginning(members, "membre")
    ))
}

/// A count with its masculine noun, as a sentence begins: `Deux membres`, `34 membres`. Up to twenty, both spellings agree.
fn beginning(count: u64, noun: &str) -> String {
    if count > MOST_IN_WORDS {
        return counted(count, noun);
    }
    let number = capital_first(&cardinal(count, Gender::Masculine, Spelling::Traditional));
    match count {
        1 => format!("{number} {noun}"),
        _ => format!("{number} {}", plural(noun)),
    }
}
