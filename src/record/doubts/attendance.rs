//! Those who were there: hours outside the meeting, counts below the list, one capacity under two spellings.

use std::collections::BTreeMap;

use jiff::civil::Time;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::fold;
use crate::french::hours::parse_hour;
use crate::french::words::counted;
use crate::record::RecordDoubt;
use crate::record::raw::{HourText, Mode, RawMeeting, RawPerson};
use crate::record::texts::printed_line;
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    hours(raw, doubts);
    fewer_than_listed(raw, doubts);
    nobody_counted(raw, doubts);
    qualities(raw, doubts);
    let is_online = matches!(
        raw.mode,
        Field::Given(_, Mode::Online | Mode::Hybrid) | Field::Faulty(_)
    );
    if let Some((_, span)) = raw.tool.located().filter(|_| !is_online) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::ToolUnsaid,
                "cet outil ne sera pas imprimé : la réunion n’est pas en ligne",
            )
            .at(span, "")
            .help("écrivez aussi mode = \"en ligne\" ou mode = \"hybride\""),
        );
    }
}

/// Minutes since the day began.
fn minutes(hour: &Field<HourText>) -> Option<(i32, Span)> {
    let (HourText(text), span) = hour.located()?;
    let hour: Time = parse_hour(text)?;
    Some((i32::from(hour.hour()) * 60 + i32::from(hour.minute()), span))
}

const HALF_A_DAY: i32 = 12 * 60;

/// Minutes since the meeting began; what is far before is of the day after, past midnight.
fn since(start: i32, hour: i32) -> i32 {
    let since = hour - start;
    if since < -HALF_A_DAY {
        since + 2 * HALF_A_DAY
    } else {
        since
    }
}

fn hours(raw: &RawMeeting, doubts: &mut Diagnostics) {
    if !raw.last_day.is_absent() {
        // Of which day an hour is nobody knows.
        return;
    }
    let start = minutes(&raw.start).map(|(start, _)| start);
    let end = minutes(&raw.end).map(|(end, _)| end);
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        let (arrival, departure) = (minutes(&person.arrival), minutes(&person.departure));
        for (hour, span) in [&arrival, &departure].into_iter().flatten() {
            let is_before = start.is_some_and(|start| since(start, *hour) < 0);
            let is_after = start.zip(end).map_or_else(
                || {
                    start.is_none()
                        && end.is_some_and(|end| (0..HALF_A_DAY).contains(&(hour - end - 1)))
                },
                |(start, end)| since(start, *hour) > since(start, end),
            );
            if is_before || is_after {
                let side = if is_before {
                    "commence plus tard"
                } else {
                    "finit plus tôt"
                };
                doubts.push(
                    Diagnostic::new(
                        RecordDoubt::HourOutsideMeeting,
                        "cette heure n’est pas dans la réunion",
                    )
                    .at(span.clone(), format!("la réunion {side}"))
                    .help("corrigez cette heure, ou `debut` et `fin`"),
                );
            }
        }
        if let (Some((arrival, _)), Some((departure, span))) = (arrival, departure)
            && since(arrival, departure) < 0
        {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::DepartureBeforeArrival,
                    "cette personne partirait avant d’arriver",
                )
                .at(span, "")
                .help("qui sort puis revient : dites-le dans la discussion"),
            );
        }
    }
}

/// Numbers that are all 0 say nothing.
fn nobody_counted(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some((counts, span)) = raw.head_count.located() else {
        return;
    };
    let fields = [
        &counts.people,
        &counts.women,
        &counts.organisations,
        &counts.observers,
    ];
    let mut given = fields.iter().filter(|field| !field.is_absent()).peekable();
    if given.peek().is_some() && given.all(|field| field.get() == Some(&0)) {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::NobodyCounted,
                "`presences` ne compte que des zéros : rien n’en sera imprimé",
            )
            .at(span, "")
            .help("donnez le nombre de ceux qui sont venus, ou supprimez cette ligne : le programme compte la liste"),
        );
    }
}

/// So many times the persons who came are no members, but shares.
const SHARES: u64 = 10;

fn fewer_than_listed(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some(counts) = raw.head_count.get() else {
        return;
    };
    let Some((people, span)) = counts.people.located() else {
        return;
    };
    let number = |number: Option<&i64>| {
        let number = number.and_then(|number| u64::try_from(*number).ok());
        number.unwrap_or_default()
    };
    // Observers may be counted apart.
    let counted_there = number(Some(people)) + number(counts.observers.get());
    let came = raw.participants.people();
    let came = came.filter(|(person, _)| !person.is_represented());
    let of = |person: &RawPerson| match person.name.is_absent() {
        true => number(person.count.get()),
        false => 1,
    };
    let quorum = raw.quorum.get();
    let members = number(quorum.and_then(|quorum| quorum.present.get()));
    if members > counted_there && members / SHARES <= counted_there {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::MoreListedThanCounted,
                "le quorum compte davantage de présents",
            )
            .at(
                span.clone(),
                format!("le quorum : {}", counted(members, "membre présent")),
            )
            .help("corrigez ce nombre, ou celui de `quorum`"),
        );
    }
    let listed: u64 = came.map(|(person, _)| of(person)).sum();
    if listed > counted_there {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::MoreListedThanCounted,
                "la liste des participants en compte davantage",
            )
            .at(span, format!("la liste : {}", counted(listed, "personne")))
            .help("corrigez ce nombre, ou supprimez-le : le programme compte la liste"),
        );
    }
}

/// Capacities that head two groups and are one: *membre*, *Membres*.
fn qualities(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let mut spellings: BTreeMap<String, Vec<(String, Span)>> = BTreeMap::new();
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        let (Some(quality), Some(span)) = (printed_line(&person.quality), person.quality.span())
        else {
            continue;
        };
        // A word without its ending of gender and number.
        let stem: Vec<String> = quality
            .split_whitespace()
            .map(|word| fold(word).trim_end_matches(['s', 'x']).to_owned())
            .collect();
        spellings
            .entry(stem.join(" "))
            .or_default()
            .push((quality, span));
    }
    for places in spellings.into_values() {
        let mut places = places.into_iter();
        let Some((first, span)) = places.next() else {
            continue;
        };
        let others: Vec<_> = places
            .filter(|(other, _)| fold(other) != fold(&first))
            .collect();
        let Some((other, _)) = others.first() else {
            continue;
        };
        let title = format!("« {first} » et « {other} » : est-ce la même qualité ?");
        let spots = others.iter().map(|(_, span)| span.clone()).chain([span]);
        doubts.push(
            at_all(Diagnostic::new(RecordDoubt::SameQuality, title), spots)
                .help("écrivez-la partout de la même façon, au singulier : le programme l’accorde"),
        );
    }
}
