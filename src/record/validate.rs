//! Raw record → [`Meeting`]: what each value must mean. Every fault is collected; no value hides another.

use super::Series;
use super::agenda::agenda;
use super::anchors::anchors;
use super::closing::{annexes, links};
use super::follow_up::{approval, follow_up};
use super::limits::too_much;
use super::meeting::{Adoption, Meeting, NextMeeting, State};
use super::moments::{last_day, start_and_end};
use super::people::{chairs, head_count, nobody_twice, people, roles};
use super::placeholders::{self, is_placeholder};
use super::quorum::quorum;
use super::raw::{Column, GatheringWord, RawClosing, RawMeeting, RawNext, StateWord};
use super::texts::{date, date_in_file_name, hour, line, optional_line, optional_markup};
use super::themes::themes;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::formulas::Gathering;
use crate::record::RecordFault;
use crate::toml_source::Field;

/// The meeting, unless its date is missing. It is sound only if no fault was added.
pub(super) fn validate(
    source: &Source,
    raw: &RawMeeting,
    series: &Series<'_>,
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
    let last_day = last_day(raw, day, faults);
    let (start, end) = start_and_end(source, raw, last_day, faults);
    nobody_twice(raw, faults);
    anchors(raw, faults);
    placeholders::faults(raw, faults);
    let closing = raw
        .closing
        .get()
        .cloned()
        .unwrap_or_else(RawClosing::default);
    let meeting = Meeting {
        date: day.unwrap_or_default(),
        last_day,
        number,
        start,
        end,
        mode: raw.mode.get().copied(),
        tool: optional_line(&raw.tool),
        gathering: raw.gathering.get().map(|word| gathering(*word)),
        state: state(raw, faults),
        convened_on: date(&raw.convened_on, faults),
        sent_on: date(&raw.sent_on, faults),
        title: optional_line(&raw.title),
        body: optional_line(&raw.body),
        body_phrase: optional_line(&raw.body_phrase),
        place: optional_line(&raw.place),
        objective: optional_markup(&raw.objective),
        chairs: chairs(raw, faults),
        authors: roles(&raw.authors, faults),
        roles: roles(&raw.roles, faults),
        agenda: agenda(raw, faults),
        adoption: adoption(raw),
        head_count: head_count(raw, faults),
        participants: people(&raw.participants, faults),
        represented: people(&raw.represented, faults),
        excused: people(&raw.excused, faults),
        absent: people(&raw.absent, faults),
        quorum: quorum(raw, faults),
        presentation: raw.presentation.get().copied(),
        columns: columns(&raw.columns, faults),
        head: raw.head.get().copied(),
        follow_up: follow_up(raw, series.statuses, faults),
        acquaintances: Vec::new(),
        bodies_of_series: Vec::new(),
        approval: approval(raw, faults),
        themes: themes(raw, series.statuses, faults),
        notes: optional_markup(&closing.notes),
        annexes: annexes(&closing, series.annex_file, faults),
        links: links(&closing, faults),
        next: raw.next.get().and_then(|next| next_meeting(next, faults)),
        extra: raw.extra.get().cloned().unwrap_or_default(),
    };
    day.map(|_| meeting)
}

/// What a word for what meets stands for.
pub(crate) fn gathering(word: GatheringWord) -> Gathering {
    match word {
        GatheringWord::Meeting => Gathering::Meeting,
        GatheringWord::Sitting => Gathering::Sitting,
        GatheringWord::GeneralAssembly => Gathering::GeneralAssembly,
        GatheringWord::Council => Gathering::Council,
        GatheringWord::Session => Gathering::Session,
    }
}

/// The columns of the table of themes: that of the themes among them, and none twice. None where the key is absent.
pub(crate) fn columns(list: &Field<Vec<Field<Column>>>, faults: &mut Diagnostics) -> Vec<Column> {
    let mut columns = Vec::new();
    for (column, span) in list.items() {
        if columns.contains(column) {
            faults.push(
                Diagnostic::new(
                    RecordFault::RepeatedColumn,
                    "cette colonne est demandée deux fois",
                )
                .at(span, "")
                .help("supprimez l’une des deux"),
            );
        } else {
            columns.push(*column);
        }
    }
    let all_are_sound = || {
        let items = list.get().into_iter().flatten();
        items.into_iter().all(|item| item.get().is_some())
    };
    if let Some((_, span)) = list.located()
        && !columns.contains(&Column::Themes)
        && all_are_sound()
    {
        faults.push(
            Diagnostic::new(
                RecordFault::NoColumnOfThemes,
                "il manque la colonne des thèmes",
            )
            .at(span, "")
            .help("ajoutez \"themes\" : c’est la colonne des titres"),
        );
    }
    columns
}

fn missing_date(source: &Source) -> Diagnostic {
    let fault = Diagnostic::new(RecordFault::MissingDate, "la date de la réunion manque");
    match date_in_file_name(&source.name) {
        Some(date) => fault.help(format!("écrivez au début du fichier : date = {date}")),
        None => fault.help("écrivez au début du fichier, par exemple : date = 2026-03-17"),
    }
}

fn number(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<u32> {
    let (number, span) = raw.number.located()?;
    match u32::try_from(*number)
        .ok()
        .filter(|number| (1..=9999).contains(number))
    {
        Some(number) => Some(number),
        None => {
            faults.push(
                Diagnostic::new(RecordFault::MeetingNumber, "le numéro d’une réunion va de 1 à 9999")
                    .at(span, "")
                    .help("c’est le numéro de la réunion dans l’année, ou dans la série si greffier.toml a numero_de"),
            );
            None
        }
    }
}

fn state(raw: &RawMeeting, faults: &mut Diagnostics) -> State {
    let approved_on = date(&raw.approved_on, faults);
    let postponed_to = date(&raw.postponed_to, faults);
    match raw.state.get() {
        None => State::Final,
        Some(StateWord::Convened) => State::Convened,
        Some(StateWord::Draft) => State::Draft,
        Some(StateWord::Submitted) => State::Submitted,
        Some(StateWord::Approved) => State::Approved(approved_on),
        Some(StateWord::Cancelled) => State::Cancelled,
        Some(StateWord::Postponed) => State::Postponed(postponed_to),
    }
}

/// How the agenda was adopted: one of the two words, or a sentence.
pub(super) fn adoption(raw: &RawMeeting) -> Option<Adoption> {
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
        // Of what is left to be written nobody is to be told that it comes.
        place: optional_line(&raw.place).filter(|place| !is_placeholder(place)),
        host: optional_line(&raw.host).filter(|host| !is_placeholder(host)),
    };
    (next != NextMeeting::default()).then_some(next)
}
