//! The themes, parts, decisions and actions that an edition shows.

use super::{given, is_shown, keep, paragraphs, says_something, text, texts};
use crate::record::raw::{Edition, Groups, RawAction, RawDecision, RawMeeting, RawPart, RawTheme};
use crate::toml_source::Field;

/// Takes out what is marked; then the headings of which nothing is left below. Of each theme, whether it is still there.
pub(super) fn leave_out(raw: &mut RawMeeting, edition: Edition) -> Vec<bool> {
    let mut are_shown = Vec::new();
    for theme in given(&mut raw.themes) {
        if !is_shown(&theme.visibility, edition) {
            are_shown.push(false);
            continue;
        }
        let said = theme_says_something(theme);
        text(&mut theme.discussion, edition);
        text(&mut theme.comments, edition);
        texts(&mut theme.recommendations, edition);
        decisions(&mut theme.decisions, edition);
        actions(&mut theme.actions, edition);
        parts(&mut theme.parts, edition);
        are_shown.push(!said || theme_says_something(theme));
    }
    let mut shown = are_shown.iter();
    keep(&mut raw.themes, |_| {
        shown.next().copied().unwrap_or_default()
    });
    are_shown
}

fn theme_says_something(theme: &RawTheme) -> bool {
    says_something(theme.content()) || theme.parts.items().next().is_some()
}

fn parts(parts: &mut Groups<RawPart>, edition: Edition) {
    keep(parts, |part| is_shown(&part.visibility, edition));
    let mut emptied = Vec::new();
    for part in given(parts) {
        let said = says_something(part.content());
        text(&mut part.discussion, edition);
        text(&mut part.comments, edition);
        texts(&mut part.recommendations, edition);
        decisions(&mut part.decisions, edition);
        actions(&mut part.actions, edition);
        emptied.push(said && !says_something(part.content()));
    }
    let mut emptied = emptied.into_iter();
    keep(parts, |_| !emptied.next().unwrap_or_default());
}

fn decisions(decisions: &mut Groups<RawDecision>, edition: Edition) {
    keep(decisions, |decision| match decision {
        RawDecision::Text(_) => true,
        RawDecision::Full(table) => is_shown(&table.visibility, edition),
    });
    for decision in given(decisions) {
        match decision {
            RawDecision::Text(typed) => {
                if let Some(shown) = paragraphs::shown(typed, edition) {
                    *typed = shown;
                }
            }
            RawDecision::Full(table) => text(&mut table.text, edition),
        }
    }
    keep(decisions, |decision| match decision {
        RawDecision::Text(text) => !text.trim().is_empty(),
        RawDecision::Full(table) => !matches!(table.text, Field::Absent),
    });
}

fn actions(actions: &mut Groups<RawAction>, edition: Edition) {
    keep(actions, |action| is_shown(&action.visibility, edition));
    for action in given(actions) {
        text(&mut action.text, edition);
    }
    keep(actions, |action| !action.text.is_absent());
}
