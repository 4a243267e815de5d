//! The agenda and the themes that answer it: in the source document the two do not match, and nobody saw it.

use std::collections::BTreeSet;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::{Besides, RecordDoubt};

use crate::record::raw::{RawAgendaItem, RawMeeting, RawMeetings, RawTheme, StateWord};
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    if let Some(StateWord::Convened | StateWord::Cancelled | StateWord::Postponed) = raw.state.get()
    {
        // Nothing was said.
        return;
    }
    let agenda = raw.agenda.get().map(Vec::as_slice).unwrap_or_default();
    let themes: Vec<_> = raw.themes.items().collect();
    let (Some(first), Some(last)) = (
        agenda.first().and_then(Field::span),
        agenda.last().and_then(Field::span),
    ) else {
        return;
    };
    let besides = Besides {
        approved: approved(raw),
        has_follow_up: raw.follow_up.items().next().is_some(),
    };
    if raw.themes.get().is_none_or(Vec::is_empty) {
        let titles: Vec<String> = agenda.iter().map(title).collect();
        let answered = besides.answer(titles.iter().map(String::as_str));
        if answered.len() < agenda.len() && !matches!(raw.themes, Field::Faulty(_)) {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::AgendaWithoutThemes,
                    "l’ordre du jour n’est suivi d’aucun thème",
                )
                .at(first.start..last.end, "")
                .help("écrivez un bloc [[themes]] pour chaque point traité"),
            );
        }
        return;
    }
    let unanswered = items_without_theme(agenda, &themes, besides);
    // The number to write, where it is known.
    let first = unanswered.first().map_or(1, |(number, _)| *number);
    tell_unanswered(unanswered, &themes, agenda.len(), doubts);
    themes_without_item(&themes, first, doubts);
}

/// How many earlier minutes the record approves.
fn approved(raw: &RawMeeting) -> usize {
    if raw.approval.is_absent() {
        return 0;
    }
    match raw
        .approval
        .get()
        .and_then(|approval| approval.meetings.get())
    {
        Some(RawMeetings::Several(meetings)) => meetings.len(),
        Some(RawMeetings::One(_)) | None => 1,
    }
}

type Themes<'a> = [(&'a RawTheme, Span)];

/// The items that have no theme, and were neither the approval nor the follow-up, by their numbers.
fn items_without_theme(
    agenda: &[Field<RawAgendaItem>],
    themes: &Themes<'_>,
    besides: Besides,
) -> Vec<(usize, Span)> {
    let titles: Vec<String> = agenda.iter().map(title).collect();
    let mut answered = answered(themes);
    answered.extend(besides.answer(titles.iter().map(String::as_str)));
    let is_unanswered = |number: &usize, item: &Field<RawAgendaItem>| {
        !answered.contains(number) && !title(item).is_empty()
    };
    let items = (1..).zip(agenda);
    items
        .filter(|(number, item)| is_unanswered(number, item))
        .filter_map(|(number, item)| Some((number, item.span()?)))
        .collect()
}

/// The title of an item; nothing where it has none.
fn title(item: &Field<RawAgendaItem>) -> String {
    let title = item.located().and_then(|(item, span)| item.title(&span));
    title.map_or_else(String::new, |(title, _)| title.trim().to_owned())
}

/// The numbers that the themes answer.
fn answered(themes: &Themes<'_>) -> BTreeSet<usize> {
    let numbers = themes.iter();
    let numbers = numbers.filter_map(|(theme, _)| theme.agenda_item.get());
    numbers
        .filter_map(|number| usize::try_from(*number).ok())
        .collect()
}

fn tell_unanswered(
    unanswered: Vec<(usize, Span)>,
    themes: &Themes<'_>,
    items: usize,
    doubts: &mut Diagnostics,
) {
    // A number that is a fault may be that of the item that lacks one.
    let all_numbers_are_sound = answered(themes).last().is_some_and(|last| *last <= items)
        && !themes
            .iter()
            .any(|(theme, _)| matches!(theme.agenda_item, Field::Faulty(_)));
    let Some((first, _)) = unanswered.first().filter(|_| all_numbers_are_sound) else {
        return;
    };
    let (title, help) = match unanswered.len() {
        1 => (
            "ce point de l’ordre du jour n’a pas de thème".to_owned(),
            format!("s’il a été traité, écrivez son numéro dans le thème : point = {first}"),
        ),
        count => (
            format!("{count} points de l’ordre du jour n’ont pas de thème"),
            format!(
                "pour chacun de ceux qui ont été traités, écrivez son numéro dans le thème : point = {first}"
            ),
        ),
    };
    let spans = unanswered.into_iter().map(|(_, span)| span);
    let doubt = Diagnostic::new(RecordDoubt::ItemWithoutTheme, title);
    doubts.push(at_all(doubt, spans.collect::<Vec<_>>()).help(help));
}

/// `number` is one that a theme may answer.
fn themes_without_item(themes: &Themes<'_>, number: usize, doubts: &mut Diagnostics) {
    let aside: Vec<Span> = themes
        .iter()
        .filter(|(theme, _)| theme.agenda_item.is_absent())
        .map(|(theme, span)| theme.title.span().unwrap_or_else(|| span.clone()))
        .collect();
    if !aside.is_empty() {
        let title = match aside.len() {
            1 => "ce thème ne répond à aucun point de l’ordre du jour".to_owned(),
            count => format!("{count} thèmes ne répondent à aucun point de l’ordre du jour"),
        };
        doubts.push(
            at_all(Diagnostic::new(RecordDoubt::ThemeWithoutItem, title), aside).help(format!(
                "indiquez le numéro du point traité : point = {number}"
            )),
        );
    }
}
