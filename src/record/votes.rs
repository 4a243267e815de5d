//! Decisions and their votes.

use super::meeting::{Ballot, Decision, Outcome, Vote, VoteGroup, VoteNames};
use super::numbers::{Bounds, count};
use super::raw::{BallotWord, Groups, OutcomeWord, RawDecision, RawVote};
use super::texts::{empty_item, line, list, markup, optional_line, optional_markup, required_line};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::RecordFault;
use crate::toml_source::Field;

/// At most 999 999 votes: more is a slip.
const MOST_VOTES: u32 = 999_999;

/// The decisions of a theme: a text each.
pub(super) fn decisions(raw: &Groups<RawDecision>, faults: &mut Diagnostics) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for (decision, span) in raw.items() {
        match decision {
            RawDecision::Text(text) if text.trim().is_empty() => faults.push(empty_item(span)),
            RawDecision::Text(text) => decisions.push(Decision {
                id: None,
                number: None,
                text: markup(text),
                vote: None,
            }),
            RawDecision::Full(table) => {
                let what = "le texte de cette décision";
                let text = required_line(&table.text, &span, what, "texte", faults);
                let vote = vote(&table.vote, faults);
                let text = text.and_then(|_| optional_markup(&table.text));
                decisions.extend(text.map(|text| Decision {
                    id: optional_line(&table.id),
                    number: optional_line(&table.number),
                    text,
                    vote,
                }));
            }
        }
    }
    decisions
}

fn vote(raw: &Field<RawVote>, faults: &mut Diagnostics) -> Option<Vote> {
    let (raw, span) = raw.located()?;
    let names = raw.names.get();
    let mut listed = |pick: fn(&super::raw::RawVoteNames) -> &super::raw::Texts| {
        names.map_or_else(Vec::new, |names| list(pick(names), line, faults))
    };
    let names = VoteNames {
        in_favour: listed(|names| &names.in_favour),
        against: listed(|names| &names.against),
        abstentions: listed(|names| &names.abstentions),
        not_taking_part: listed(|names| &names.not_taking_part),
    };
    let mut groups = Vec::new();
    for (group, span) in raw.groups.items() {
        let name = required_line(&group.name, &span, "le nom de ce groupe", "groupe", faults);
        let group = VoteGroup {
            name: name.unwrap_or_default(),
            in_favour: votes(&group.in_favour, faults),
            against: votes(&group.against, faults),
            abstentions: votes(&group.abstentions, faults),
        };
        groups.push(group);
    }
    let vote = Vote {
        in_favour: votes(&raw.in_favour, faults),
        against: votes(&raw.against, faults),
        abstentions: votes(&raw.abstentions, faults),
        not_taking_part: votes(&raw.not_taking_part, faults),
        is_unanimous: raw.unanimous.get().copied(),
        ballot: raw.ballot.get().map(|ballot| match ballot {
            BallotWord::Secret => Ballot::Secret,
            BallotWord::Public => Ballot::Public,
            BallotWord::ShowOfHands => Ballot::ShowOfHands,
        }),
        outcome: raw.outcome.get().map(|outcome| match outcome {
            OutcomeWord::Adopted => Outcome::Adopted,
            OutcomeWord::Rejected => Outcome::Rejected,
            OutcomeWord::Favourable => Outcome::Favourable,
            OutcomeWord::Unfavourable => Outcome::Unfavourable,
        }),
        names,
        groups,
    };
    if tells_nothing(raw) {
        faults.push(empty_vote(span));
        return None;
    }
    Some(vote)
}

fn votes(field: &Field<i64>, faults: &mut Diagnostics) -> Option<u32> {
    let bounds = Bounds {
        what: "le nombre de voix",
        help: "comptez les voix exprimées",
        least: 0,
        most: MOST_VOTES,
    };
    count(field, &bounds, faults)
}

/// Whether no key says how the vote went. What is there but faulty is no silence.
fn tells_nothing(raw: &RawVote) -> bool {
    let numbers = [
        &raw.in_favour,
        &raw.against,
        &raw.abstentions,
        &raw.not_taking_part,
    ];
    let names_nobody = match &raw.names {
        Field::Absent => true,
        Field::Given(_, names) => names.lists().into_iter().all(is_empty),
        Field::Faulty(_) => false,
    };
    numbers.iter().all(|number| number.is_absent())
        && raw.unanimous.get() != Some(&true)
        && raw.outcome.is_absent()
        && names_nobody
        && is_empty(&raw.groups)
        && !matches!(raw.unanimous, Field::Faulty(_))
}

fn is_empty<T>(list: &Field<Vec<T>>) -> bool {
    match list {
        Field::Absent => true,
        Field::Given(_, items) => items.is_empty(),
        Field::Faulty(_) => false,
    }
}

fn empty_vote(span: Span) -> Diagnostic {
    Diagnostic::new(RecordFault::EmptyVote, "ce vote ne dit rien")
        .at(span, "")
        .help("écrivez par exemple vote = { pour = 26, contre = 2, abstentions = 3 }, ou vote = { unanimite = true }")
}
