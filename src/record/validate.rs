//! Raw record → [`Meeting`]: what each value must mean. Every fault is collected; no value hides another.

use super::AnnexFile;
use super::limits::too_much;
use super::lists::{anchors, annexes, links, themes};
use super::meeting::{Adoption, Meeting, NextMeeting, State};
use super::people::{absentees, authors, chair, nobody_twice, participants};
use super::quorum::quorum;
use super::raw::{RawClosing, RawMeeting, RawNext, StateWord};
use super::texts::{date, hour, line, list, optional_line, optional_markup};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::hours::{clock_time, parse_hour};

/// The meeting, unless its date is missing. It is sound only if no fault was added.
pub(super) fn validate(
    source: &Source,
    raw: &RawMeeting,
    annex_file: &dyn Fn(&str) -> AnnexFile,
    faults: &mut Diagnostics,
) -> Option<Meeting> {
    let too_much = too_much(raw);
    if !too_much.is_empty() {
        // What else is wrong with so much would be too long to find, and to read.
        too_much.into_iter().for_each(|fault| faults.push(fault));
        return None;
    }
    let day = date(&raw.date, faults);
    if raw.date.is_absent() {
        faults.push(missing_date(source));
    }
    let number = number(raw, faults);
    let (start, end) = (hour(&raw.start, faults), hour(&raw.end, faults));
    if let (Some(start_hour), Some(end_hour)) = (start, end)
        && end_hour < start_hour
    {
        faults.push(end_before_start(source, raw));
    }
    nobody_twice(raw, faults);
    anchors(raw, faults);
    let closing = raw
        .closing
        .get()
        .cloned()
        .unwrap_or_else(RawClosing::default);
    let meeting = Meeting {
        date: day.unwrap_or_default(),
        number,
        start,
        end,
        mode: raw.mode.get().copied(),
        state: state(raw, faults),
        title: optional_line(&raw.title),
        body: optional_line(&raw.body),
        body_phrase: optional_line(&raw.body_phrase),
        place: optional_line(&raw.place),
        chair: chair(raw, faults),
        authors: authors(&raw.authors, faults),
        agenda: list(&raw.agenda, line, faults),
        adoption: adoption(raw),
        participants: participants(&raw.participants, faults),
        excused: absentees(&raw.excused, faults),
        absent: absentees(&raw.absent, faults),
        quorum: quorum(raw, faults),
        themes: themes(raw, faults),
        notes: optional_markup(&closing.notes),
        annexes: annexes(&closing, annex_file, faults),
        links: links(&closing, faults),
        next: raw.next.get().and_then(|next| next_meeting(next, faults)),
    };
    day.map(|_| meeting)
}

fn missing_date(source: &Source) -> Diagnostic {
    let fault = Diagnostic::fault("la date de la réunion manque");
    let stem = source
        .name
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".toml");
    match super::texts::strict_date(stem) {
        Some(date) => fault.help(format!("écrivez au début du fichier : date = {date}")),
        None => fault.help("écrivez au début du fichier, par exemple : date = 2026-03-17"),
    }
}

fn number(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<u32> {
    let (number, span) = raw.number.located()?;
    match u32::try_from(*number)
        .ok()
        .filter(|number| (1..=999).contains(number))
    {
        Some(number) => Some(number),
        None => {
            faults.push(
                Diagnostic::fault("le numéro d’une réunion va de 1 à 999")
                    .at(span, "")
                    .help("c’est le numéro de la réunion dans l’année"),
            );
            None
        }
    }
}

fn end_before_start(source: &Source, raw: &RawMeeting) -> Diagnostic {
    let (start, end) = (
        raw.start.span().unwrap_or_default(),
        raw.end.span().unwrap_or_default(),
    );
    let label = match raw.start.get().and_then(|hour| parse_hour(&hour.0)) {
        Some(hour) => {
            format!(
                "la réunion commence à {} (ligne {})",
                clock_time(hour),
                source.line_of(start.start)
            )
        }
        None => String::new(),
    };
    Diagnostic::fault("l’heure de fin précède l’heure de début")
        .at(end, label)
        .help("corrigez `debut` ou `fin`")
}

fn state(raw: &RawMeeting, faults: &mut Diagnostics) -> State {
    let approved_on = date(&raw.approved_on, faults);
    match raw.state.get() {
        None => State::Final,
        Some(StateWord::Draft) => State::Draft,
        Some(StateWord::Submitted) => State::Submitted,
        Some(StateWord::Approved) => State::Approved(approved_on),
    }
}

fn adoption(raw: &RawMeeting) -> Option<Adoption> {
    let text = optional_markup(&raw.adoption)?;
    // A capital or a full stop makes no sentence of the word.
    let word = line(&text).trim_end_matches('.').to_lowercase();
    Some(match word.as_str() {
        "adopté" => Adoption::Adopted,
        "amendé et adopté" => Adoption::AmendedAndAdopted,
        _ => Adoption::Sentence(text),
    })
}

fn next_meeting(raw: &RawNext, faults: &mut Diagnostics) -> Option<NextMeeting> {
    let next = NextMeeting {
        date: date(&raw.date, faults),
        start: hour(&raw.start, faults),
        place: optional_line(&raw.place),
        host: optional_line(&raw.host),
    };
    (next != NextMeeting::default()).then_some(next)
}
