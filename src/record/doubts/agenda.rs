//! The agenda and the themes that answer it: in the source document the two do not match, and nobody saw it.

use std::collections::BTreeSet;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::RecordDoubt;
use crate::record::raw::{RawAgendaItem, RawMeeting, RawTheme, StateWord};
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
    if raw.themes.get().is_none_or(Vec::is_empty) {
        if !matches!(raw.themes, Field::Faulty(_)) {
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
    items_without_theme(agenda, &themes, doubts);
    themes_without_item(&themes, doubts);
}

type Themes<'a> = [(&'a RawTheme, Span)];

fn items_without_theme(
    agenda: &[Field<RawAgendaItem>],
    themes: &Themes<'_>,
    doubts: &mut Diagnostics,
) {
    let answered: BTreeSet<usize> = themes
        .iter()
        .filter_map(|(theme, _)| theme.agenda_item.get())
        .filter_map(|number| usize::try_from(*number).ok())
        .collect();
    let unanswered: Vec<Span> = (1..)
        .zip(agenda)
        .filter(|(number, item)| {
            let title = item.located().and_then(|(item, span)| item.title(&span));
            !answered.contains(number) && title.is_some_and(|(title, _)| !title.trim().is_empty())
        })
        .filter_map(|(_, item)| item.span())
        .collect();
    // A number that is a fault may be that of the item that lacks one.
    let all_numbers_are_sound = answered
        .last()
        .is_some_and(|number| *number <= agenda.len())
        && !themes
            .iter()
            .any(|(theme, _)| matches!(theme.agenda_item, Field::Faulty(_)));
    if all_numbers_are_sound && !unanswered.is_empty() {
        let (title, help) = match unanswered.len() {
            1 => (
                "ce point de l’ordre du jour n’a pas de thème".to_owned(),
                "s’il a été traité, écrivez son numéro dans le thème : point = 1",
            ),
            count => (
                format!("{count} points de l’ordre du jour n’ont pas de thème"),
                "pour chacun de ceux qui ont été traités, écrivez son numéro dans le thème : point = 1",
            ),
        };
        doubts.push(
            at_all(
                Diagnostic::new(RecordDoubt::ItemWithoutTheme, title),
                unanswered,
            )
            .help(help),
        );
    }
}

fn themes_without_item(themes: &Themes<'_>, doubts: &mut Diagnostics) {
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
            at_all(Diagnostic::new(RecordDoubt::ThemeWithoutItem, title), aside)
                .help("indiquez le numéro du point traité : point = 1"),
        );
    }
}
