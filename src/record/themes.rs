//! Themes with their parts and actions.

use super::meeting::{Action, Content, DueDate, Part, Theme};
use super::raw::{DueText, RawAction, RawContent, RawMeeting, RawTheme};
use super::statuses::{StatusWords, status};
use super::texts::{
    is_meant_as_moment, line, list, markup, not_a_date, optional_line, optional_markup,
    required_line, strict_date,
};
use super::votes::decisions;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::hours::parse_hour;
use crate::french::typography::phrase;
use crate::record::RecordFault;
use crate::toml_source::Field;

/// The themes with all they hold.
pub(super) fn themes(
    raw: &RawMeeting,
    words: &StatusWords,
    faults: &mut Diagnostics,
) -> Vec<Theme> {
    let mut themes = Vec::new();
    for (theme, span) in raw.themes.items() {
        let title = required_line(&theme.title, &span, "le titre de ce thème", "titre", faults);
        let agenda_item = agenda_item(theme, raw, faults);
        let content = content(theme.content(), words, faults);
        let parts = parts(theme, words, faults);
        themes.extend(title.map(|title| Theme {
            id: optional_line(&theme.id),
            title,
            agenda_item,
            presentation: theme.presentation.get().copied(),
            content,
            parts,
        }));
    }
    themes
}

fn parts(theme: &RawTheme, words: &StatusWords, faults: &mut Diagnostics) -> Vec<Part> {
    let mut parts = Vec::new();
    for (part, span) in theme.parts.items() {
        let what = "le titre de cette partie";
        let title = required_line(&part.title, &span, what, "titre", faults);
        let content = content(part.content(), words, faults);
        parts.extend(title.map(|title| Part {
            id: optional_line(&part.id),
            title,
            content,
        }));
    }
    parts
}

fn content(raw: RawContent<'_>, words: &StatusWords, faults: &mut Diagnostics) -> Content {
    Content {
        discussion: optional_markup(raw.discussion),
        recommendations: list(raw.recommendations, markup, faults),
        comments: optional_markup(raw.comments),
        decisions: decisions(raw.decisions, faults),
        actions: raw
            .actions
            .items()
            .filter_map(|(raw, span)| action(raw, &span, words, faults))
            .collect(),
        owners: list(raw.owners, line, faults),
    }
}

fn agenda_item(raw: &RawTheme, meeting: &RawMeeting, faults: &mut Diagnostics) -> Option<usize> {
    let (number, span) = raw.agenda_item.located()?;
    if matches!(meeting.agenda, Field::Faulty(_)) {
        return None;
    }
    let length = meeting.agenda.get().map_or(0, Vec::len);
    match usize::try_from(*number)
        .ok()
        .filter(|number| (1..=length).contains(number))
    {
        Some(number) => Some(number),
        None => {
            let fault = Diagnostic::new(
                RecordFault::NoSuchAgendaItem,
                format!("l’ordre du jour n’a pas de point {number}"),
            )
            .at(span, "");
            faults.push(match length {
                0 => fault.help("le compte rendu n’a pas d’ordre du jour : écrivez-le, ou supprimez cette ligne"),
                1 => fault.help("il n’a qu’un point : écrivez point = 1"),
                _ => fault.help(format!("ses points vont de 1 à {length}")),
            });
            None
        }
    }
}

fn action(
    raw: &RawAction,
    span: &Span,
    words: &StatusWords,
    faults: &mut Diagnostics,
) -> Option<Action> {
    let text = required_line(
        &raw.text,
        span,
        "le texte de ce point d’action",
        "texte",
        faults,
    );
    let owners = list(&raw.owners, line, faults);
    let due = due_date(&raw.due, faults);
    let status = status(&raw.status, words, faults);
    text?;
    Some(Action {
        id: optional_line(&raw.id),
        number: optional_line(&raw.number),
        text: optional_markup(&raw.text)?,
        owners,
        due,
        status,
    })
}

pub(super) fn due_date(raw: &Field<DueText>, faults: &mut Diagnostics) -> Option<DueDate> {
    let (DueText(text), span) = raw.located()?;
    let text = line(text);
    if text.is_empty() {
        return None;
    }
    if let Some(date) = strict_date(&text) {
        return Some(DueDate::On(date));
    }
    if parse_hour(&text).is_some() {
        faults.push(
            Diagnostic::new(
                RecordFault::HourForDate,
                "il faut ici une date ou un mot, et non une heure",
            )
            .at(span, "")
            .help("écrivez une date, 2026-03-31, ou un mot, \"immédiat\""),
        );
        return None;
    }
    if is_meant_as_moment(&text, &span) {
        faults.push(not_a_date(&text, span));
        return None;
    }
    Some(DueDate::Words(without_period(&text).to_owned()))
}

/// A due date stands inside sentences and brackets: it has no period behind a word of three letters or more that is no abbreviation.
fn without_period(text: &str) -> &str {
    let Some(words) = text.strip_suffix('.') else {
        return text;
    };
    let last = words
        .chars()
        .rev()
        .take(3)
        .filter(|one| one.is_alphanumeric());
    match last.count() == 3 && phrase(text) == words {
        true => words,
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::without_period;

    #[test]
    fn a_due_date_in_words_has_no_period() {
        for (typed, meant) in [
            ("fin mai.", "fin mai"),
            ("fin mai 2026.", "fin mai 2026"),
            ("avant la prochaine réunion.", "avant la prochaine réunion"),
            ("mai", "mai"),
            ("à suivre...", "à suivre..."),
            ("à suivre…", "à suivre…"),
            ("à suivre ;", "à suivre ;"),
            ("J. et V.", "J. et V."),
            ("lundi, etc.", "lundi, etc."),
            ("le 3.", "le 3."),
            ("mai ?.", "mai ?."),
            (".", "."),
        ] {
            assert_eq!(without_period(typed), meant, "{typed}");
        }
    }
}
