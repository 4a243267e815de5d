//! Votes whose numbers contradict each other or the number of those who may vote; numbers of decisions taken twice.

use std::collections::BTreeMap;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::fold;
use crate::french::words::counted;
use crate::record::RecordDoubt;
use crate::record::raw::{
    CountedWord, OutcomeWord, RawDecision, RawMeeting, RawQuorum, RawVote, RawVoteGroup,
    RawVoteNames, Texts,
};
use crate::record::texts::optional_line;
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    adopted_without_quorum(raw, doubts);
    let voters = voters(raw);
    let mut numbers: BTreeMap<String, Span> = BTreeMap::new();
    for content in raw.contents() {
        for (decision, _) in content.decisions.items() {
            let RawDecision::Full(table) = decision else {
                continue;
            };
            if let (Some(number), Some(span)) = (optional_line(&table.number), table.number.span())
                && let Some(first) = numbers.insert(fold(&number), span.clone())
            {
                doubts.push(
                    Diagnostic::new(
                        RecordDoubt::RepeatedNumber,
                        format!("deux décisions portent le numéro {number}"),
                    )
                    .at(span, "")
                    .at(first, "")
                    .help("donnez à chacune le sien"),
                );
            }
            if let Some((vote, span)) = table.vote.located() {
                of_vote(vote, &span, voters, doubts);
                silent_groups(vote, doubts);
            }
        }
    }
}

/// The minutes would say that nothing could be decided, and what was. Opinions may be given all the same, and whoever came later may have
/// made the quorum.
fn adopted_without_quorum(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some((quorum, place)) = raw.quorum.located().filter(|(quorum, _)| is_missed(quorum)) else {
        return;
    };
    let contents = raw.contents();
    let decisions = contents.flat_map(|content| content.decisions.items());
    let adopted = decisions.filter_map(|(decision, _)| match decision {
        RawDecision::Full(table) => table.vote.located().filter(|(vote, _)| is_adopted(vote)),
        _ => None,
    });
    let adopted: Vec<Span> = adopted.map(|(_, span)| span).collect();
    if adopted.is_empty() || somebody_came_later(raw) {
        return;
    }
    let title = "une décision est adoptée, et le quorum n’est pas atteint";
    let doubt = Diagnostic::new(RecordDoubt::DecisionWithoutQuorum, title);
    let spots = adopted
        .into_iter()
        .chain([quorum.present.span().unwrap_or(place)]);
    doubts.push(at_all(doubt, spots).help(
        "vérifiez `quorum` : le compte rendu dirait que la réunion est tenue à titre consultatif",
    ));
}

/// Whether a quorum tells that it was not reached.
fn is_missed(quorum: &RawQuorum) -> bool {
    let number = |field: &Field<i64>| field.get().copied().unwrap_or_default();
    let represented = match quorum.counted.get() {
        Some(CountedWord::PresentAndRepresented) => number(&quorum.represented),
        Some(CountedWord::Present) | None => 0,
    };
    let counting = number(&quorum.present).saturating_add(represented);
    !quorum.present.is_absent() && counting < number(&quorum.required)
}

fn is_adopted(vote: &RawVote) -> bool {
    match vote.outcome.get() {
        Some(outcome) => *outcome == OutcomeWord::Adopted,
        None => {
            let [in_favour, against, _] = sides(vote).map(|side| side.votes(vote));
            vote.unanimous.get() == Some(&true) || in_favour > against.or(Some(0))
        }
    }
}

fn somebody_came_later(raw: &RawMeeting) -> bool {
    let mut people = raw.people_lists().into_iter().flat_map(Field::people);
    people.any(|(person, _)| !person.arrival.is_absent())
}

/// How many may vote, as far as the quorum tells: who comes later votes too.
fn voters(raw: &RawMeeting) -> Option<u64> {
    let quorum = raw.quorum.get()?;
    let number = |field: &Field<i64>| field.get().and_then(|number| u64::try_from(*number).ok());
    if somebody_came_later(raw) {
        return number(&quorum.members);
    }
    let present = number(&quorum.present)?;
    Some(present.saturating_add(number(&quorum.represented).unwrap_or_default()))
}

/// For, against or abstaining, as each part of a vote gives it.
struct Side<'a> {
    typed: &'a Field<i64>,
    names: Option<&'a Texts>,
    of_group: fn(&RawVoteGroup) -> &Field<i64>,
}

impl Side<'_> {
    fn typed(&self) -> Option<(u64, Span)> {
        let (votes, span) = self.typed.located()?;
        Some((u64::try_from(*votes).ok()?, span))
    }

    fn named(&self) -> Option<(u64, Span)> {
        let names = self.names?;
        Some((names.items().count() as u64, names.span()?))
    }

    /// The sum of the groups, if any of them tells this side.
    fn grouped(&self, vote: &RawVote) -> Option<u64> {
        let votes = vote.groups.items().filter_map(|(group, _)| {
            let votes = (self.of_group)(group).get()?;
            u64::try_from(*votes).ok()
        });
        votes.fold(None, |sum: Option<u64>, votes| {
            Some(sum.unwrap_or_default().saturating_add(votes))
        })
    }

    /// As the sentence counts them: as typed, else as named, else as grouped.
    fn votes(&self, vote: &RawVote) -> Option<u64> {
        let typed = self.typed().or_else(|| self.named());
        typed.map(|(votes, _)| votes).or_else(|| self.grouped(vote))
    }
}

fn sides(vote: &RawVote) -> [Side<'_>; 3] {
    let names = |pick: fn(&RawVoteNames) -> &Texts| vote.names.get().map(pick);
    [
        Side {
            typed: &vote.in_favour,
            names: names(|names| &names.in_favour),
            of_group: |group| &group.in_favour,
        },
        Side {
            typed: &vote.against,
            names: names(|names| &names.against),
            of_group: |group| &group.against,
        },
        Side {
            typed: &vote.abstentions,
            names: names(|names| &names.abstentions),
            of_group: |group| &group.abstentions,
        },
    ]
}

fn of_vote(vote: &RawVote, span: &Span, voters: Option<u64>, doubts: &mut Diagnostics) {
    let sides = sides(vote);
    for side in &sides {
        of_side(side, vote, doubts);
    }
    let [in_favour, against, abstentions] = sides.map(|side| side.votes(vote));
    let cast = [in_favour, against, abstentions].into_iter().flatten();
    let cast = cast.fold(0_u64, u64::saturating_add);
    if let Some(voters) = voters.filter(|voters| cast > *voters) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::MoreVotesThanVoters,
                "il y a plus de voix que de votants",
            )
            .at(
                span.clone(),
                format!(
                    "{} pour {}",
                    counted(cast, "voix"),
                    counted(voters, "votant")
                ),
            )
            .help("vérifiez les voix, ou le compte de `quorum`"),
        );
    }
    let outcome = vote.outcome.get();
    let (for_it, against_it) = (in_favour.unwrap_or_default(), against.unwrap_or_default());
    let is_rejected = matches!(
        outcome,
        Some(OutcomeWord::Rejected | OutcomeWord::Unfavourable)
    ) || in_favour == Some(0);
    if vote.unanimous.get() == Some(&true) && against_it > 0 && !is_rejected {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::NotUnanimous,
                "ce vote n’est pas unanime : il a des voix contre",
            )
            .at(vote.unanimous.span().unwrap_or_default(), "")
            .help("supprimez `unanimite`, ou corrigez les voix contre"),
        );
    }
    // A motion may fail for want of two thirds, and pass on a tie by a casting vote.
    let contradicts = in_favour.is_some()
        && against.is_some()
        && match outcome {
            Some(OutcomeWord::Adopted | OutcomeWord::Favourable) => against_it > for_it,
            Some(OutcomeWord::Unfavourable) => for_it > against_it,
            Some(OutcomeWord::Rejected) | None => false,
        };
    if contradicts {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::OutcomeAgainstVotes,
                "ce résultat contredit les voix",
            )
            .at(vote.outcome.span().unwrap_or_default(), "")
            .help(
                "corrigez `resultat`, ou les voix ; sans `resultat`, le programme le tire des voix",
            ),
        );
    }
}

/// A group of which nothing is known: its votes would be missing in the sum, and its name in the sentence. All cannot have agreed
/// where one of the groups gave no vote, unless the vote tells of some who take no part: these agree with the others or not.
fn silent_groups(vote: &RawVote, doubts: &mut Diagnostics) {
    let unanimous = vote.unanimous.located();
    let unanimous = unanimous.filter(|(is_unanimous, _)| **is_unanimous);
    if unanimous.is_some() && tells_who_takes_no_part(vote) {
        return;
    }
    for (group, span) in vote.groups.items() {
        let votes = [&group.in_favour, &group.against, &group.abstentions];
        let is_without_votes = votes
            .iter()
            .all(|votes| votes.is_absent() || votes.get() == Some(&0));
        if let Some((_, place)) = unanimous.clone().filter(|_| is_without_votes) {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::NotUnanimous,
                    "ce vote se dit unanime, et ce groupe n’a pas de voix",
                )
                .at(span, "")
                .at(place, "")
                .help("ajoutez ses voix, pour = 3 par exemple, ou supprimez le groupe, ou `unanimite`"),
            );
        } else if votes.iter().all(|votes| votes.is_absent()) {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::SilentGroup,
                    "ce groupe n’a pas de voix : il ne sera pas imprimé",
                )
                .at(span, "")
                .help("ajoutez ses voix, pour = 3 par exemple, ou supprimez-le"),
            );
        }
    }
}

/// Whether the vote counts or names some who take no part in it.
fn tells_who_takes_no_part(vote: &RawVote) -> bool {
    let is_counted = vote.not_taking_part.get().is_some_and(|count| *count > 0);
    let names = vote.names.get().map(|names| &names.not_taking_part);
    is_counted || names.is_some_and(|names| names.items().next().is_some())
}

fn of_side(side: &Side<'_>, vote: &RawVote, doubts: &mut Diagnostics) {
    let Some((votes, place)) = side.typed() else {
        return;
    };
    if let Some((named, span)) = side.named().filter(|(named, _)| *named > votes) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::MoreNamesThanVotes,
                "il y a plus de noms que de voix",
            )
            .at(span, counted(named, "nom"))
            .at(place.clone(), counted(votes, "voix"))
            .help("comptez de nouveau ; sans nombre, le programme compte les noms"),
        );
    }
    if let Some(sum) = side.grouped(vote).filter(|sum| *sum != votes) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::GroupsAgainstSum,
                "les voix des groupes ne font pas ce nombre",
            )
            .at(place, format!("les groupes en ont {sum}"))
            .help("comptez de nouveau ; sans nombre, le programme additionne les groupes"),
        );
    }
}
