//! The themes, said: their numbers, what they hold, and the runs of those that are set out alike.

use super::columns::Layout;
use super::votes::{decision, has_plain_decisions};
use super::{Action, Content, Part, Places, Theme, ThemeRun};
use crate::french::typography::{self, correct};
use crate::record::{
    self, DueDate, Meeting, action_anchor, decision_anchor, part_anchor, theme_anchor,
};

/// The themes in runs.
pub(super) fn runs(meeting: &Meeting, layout: &Layout<'_>) -> Vec<ThemeRun> {
    let mut runs: Vec<ThemeRun> = Vec::new();
    for (said, recorded) in themes(meeting, layout.decision_label())
        .into_iter()
        .zip(&meeting.themes)
    {
        let presentation = recorded.presentation.unwrap_or(layout.presentation);
        match runs.last_mut() {
            Some(run) if run.presentation == presentation => run.themes.push(said),
            _ => runs.push(ThemeRun {
                presentation,
                columns: Vec::new(),
                places: Places::default(),
                themes: vec![said],
            }),
        }
    }
    runs.iter_mut().for_each(|run| layout.set_out(run));
    runs
}

fn themes(meeting: &Meeting, decision_label: &str) -> Vec<Theme> {
    let numbers = numbers(meeting);
    let themes = (1..).zip(meeting.themes.iter().zip(numbers));
    themes
        .map(|(rank, (recorded, number))| theme(rank, recorded, number, decision_label))
        .collect()
}

/// The number of each theme: that of the agenda item it answers, so that it is never numbered twice over; with a rank where
/// several answer the same. Its own rank, where no theme names an item.
fn numbers(meeting: &Meeting) -> Vec<Option<String>> {
    let themes = &meeting.themes;
    if themes.iter().all(|theme| theme.agenda_item.is_none()) {
        return (1..=themes.len())
            .map(|rank| Some(rank.to_string()))
            .collect();
    }
    let answer = |item: usize| {
        let themes = themes.iter().enumerate();
        themes.filter(move |(_, theme)| theme.agenda_item == Some(item))
    };
    let number = |(place, theme): (usize, &record::Theme)| {
        let item = theme.agenda_item?;
        let rank = answer(item)
            .take_while(|(other, _)| *other <= place)
            .count();
        let is_alone = answer(item).nth(1).is_none();
        Some(if is_alone {
            item.to_string()
        } else {
            format!("{item}.{rank}")
        })
    };
    themes.iter().enumerate().map(number).collect()
}

fn theme(
    rank: usize,
    recorded: &record::Theme,
    number: Option<String>,
    decision_label: &str,
) -> Theme {
    let mut anchors = Anchors {
        theme: rank,
        actions: 0,
        decisions: 0,
    };
    let content = content(&recorded.content, &mut anchors, decision_label);
    let parts = (1..).zip(&recorded.parts);
    Theme {
        number,
        anchor: recorded.id.clone().unwrap_or_else(|| theme_anchor(rank)),
        title: typography::title(&recorded.title),
        agenda_item: recorded.agenda_item,
        rows: Vec::new(),
        content,
        parts: parts
            .map(|(part, recorded)| Part {
                anchor: recorded
                    .id
                    .clone()
                    .unwrap_or_else(|| part_anchor(rank, part)),
                title: typography::title(&recorded.title),
                rows: Vec::new(),
                content: self::content(&recorded.content, &mut anchors, decision_label),
            })
            .collect(),
    }
}

/// The anchors given within a theme: actions and decisions are counted through all its parts.
struct Anchors {
    theme: usize,
    actions: usize,
    decisions: usize,
}

impl Anchors {
    fn action(&mut self) -> String {
        self.actions += 1;
        action_anchor(self.theme, self.actions)
    }

    fn decision(&mut self) -> String {
        self.decisions += 1;
        decision_anchor(self.theme, self.decisions)
    }
}

fn content(recorded: &record::Content, anchors: &mut Anchors, decision_label: &str) -> Content {
    let decisions = recorded.decisions.iter();
    let decisions: Vec<_> = decisions
        .map(|recorded| decision(recorded, anchors.decision(), decision_label))
        .collect();
    let actions = recorded.actions.iter();
    Content {
        discussion: recorded.discussion.clone(),
        recommendations: recorded.recommendations.clone(),
        comments: recorded.comments.clone(),
        has_plain_decisions: has_plain_decisions(&decisions),
        decisions,
        actions: actions
            .map(|recorded| action(recorded, anchors.action()))
            .collect(),
        owners: recorded.owners.iter().map(|owner| correct(owner)).collect(),
    }
}

fn action(action: &record::Action, anchor: String) -> Action {
    let (due, due_in_words) = match &action.due {
        None => (None, None),
        Some(DueDate::On(day)) => (Some(*day), None),
        Some(DueDate::Words(words)) => (None, Some(correct(words))),
    };
    Action {
        anchor: action.id.clone().unwrap_or(anchor),
        number: action.number.as_deref().map(correct),
        text: action.text.clone(),
        owners: action.owners.iter().map(|owner| correct(owner)).collect(),
        due,
        due_in_words,
        status: action.status.as_ref().map(|status| correct(&status.word)),
    }
}
