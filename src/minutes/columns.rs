//! How the themes are set out: in a table or in sections, and in which columns. Nothing that a theme holds is ever without a
//! place: what has no column of its own stands in its neighbour's.

use super::rows::{fills, rows};
use super::{Column, Content, Places, Theme, ThemeRun};
use crate::config::{Config, Labels};
use crate::french::folding::fold;
use crate::french::typography::correct;
use crate::markup::holds_table;
use crate::record::{self, Column as Key, Meeting, Presentation};

/// How a record's themes are set out.
#[derive(Clone, Debug)]
pub(super) struct Layout<'a> {
    /// Of a theme that does not choose itself.
    pub(super) presentation: Presentation,
    columns: Vec<Key>,
    labels: &'a Labels,
}

/// The columns of the source document.
const USUAL: [Key; 4] = [Key::Themes, Key::Recommendations, Key::Actions, Key::Owners];

/// The columns of the small tables of actions, in sections.
const IN_SECTIONS: [Key; 4] = [Key::Actions, Key::Owners, Key::Due, Key::Status];

/// At most 2 columns in a table within a cell: one of more is set over the full width.
const MOST_COLUMNS_IN_A_CELL: usize = 2;

impl<'a> Layout<'a> {
    /// As the record, else the series, chooses; where neither does, a table, unless no theme has anything for its columns.
    pub(super) fn new(meeting: &Meeting, config: &'a Config) -> Self {
        let chosen = meeting.presentation.or(config.presentation);
        let wants_columns = !meeting.columns.is_empty() || !config.columns.is_empty();
        let has_texts_alone = || {
            let contents = meeting.themes.iter().flat_map(record::Theme::contents);
            contents.into_iter().all(|content| {
                content.recommendations.is_empty()
                    && content.comments.is_none()
                    && content.decisions.is_empty()
                    && content.actions.is_empty()
                    && content.owners.is_empty()
            })
        };
        let presentation = match chosen {
            Some(chosen) => chosen,
            None if !wants_columns && has_texts_alone() => Presentation::Sections,
            None => Presentation::Table,
        };
        Self {
            presentation,
            columns: columns(meeting, config),
            labels: &config.labels,
        }
    }

    /// What the series calls a decision.
    pub(super) fn decision_label(&self) -> &str {
        &self.labels.decision
    }

    /// The columns of a run that something fills, and where what has none stands.
    pub(super) fn set_out(&self, run: &mut ThemeRun) {
        let wanted: &[Key] = match run.presentation {
            Presentation::Table => &self.columns,
            Presentation::Sections => &IN_SECTIONS,
        };
        let places = places(wanted);
        let is_table = run.presentation == Presentation::Table;
        let contents = || run.themes.iter().flat_map(Theme::contents);
        let is_wide: Vec<bool> = contents()
            .map(|content| is_table && needs_full_width(content))
            .collect();
        let is_filled = |key: &&Key| {
            let fills = |(content, is_wide): (&Content, &bool)| {
                // In sections the owners of a whole theme stand in a line of their own.
                let has_owners = is_table && !content.owners.is_empty();
                // What stands over the full width leaves the columns beside the actions empty.
                let stands_in_it = is_of_actions(**key) || !is_wide;
                stands_in_it && fills(content, **key, &places)
                    || **key == places.owners && has_owners
            };
            **key == Key::Themes || contents().zip(&is_wide).any(fills)
        };
        let filled: Vec<Key> = wanted.iter().filter(is_filled).copied().collect();
        let of_columns = || contents().zip(&is_wide).filter(|(_, is_wide)| !**is_wide);
        let holds_decisions_alone = |key: Key| {
            let elsewhere = Places {
                decisions: Key::Themes,
                ..places
            };
            key == places.decisions
                && key != Key::Themes
                && !of_columns().any(|(content, _)| fills(content, key, &elsewhere))
        };
        let columns = filled
            .into_iter()
            .map(|key| self.column(key, holds_decisions_alone(key)));
        run.columns = columns.collect();
        run.places = places;
        let mut is_wide = is_wide.into_iter();
        let mut is_next_wide = || is_wide.next().unwrap_or_default();
        for theme in run.themes.iter_mut().filter(|_| is_table) {
            let is_head_of_parts = !theme.parts.is_empty() && is_empty(&theme.content);
            let is_wide = is_next_wide() || is_head_of_parts;
            theme.rows = rows(&theme.content, &run.columns, &places, is_wide);
            for part in &mut theme.parts {
                part.rows = rows(&part.content, &run.columns, &places, is_next_wide());
            }
        }
    }

    /// A column that holds decisions alone is headed so, whichever it is.
    fn column(&self, key: Key, holds_decisions_alone: bool) -> Column {
        let labels = self.labels;
        let label = match key {
            _ if holds_decisions_alone => &labels.decisions,
            Key::Themes => &labels.themes,
            Key::Discussion => &labels.discussion,
            Key::Recommendations => &labels.recommendations,
            Key::Decisions => &labels.decisions,
            Key::Actions => &labels.actions,
            Key::Owners => &labels.owners,
            Key::Due => &labels.due,
            Key::Status => &labels.status,
        };
        Column {
            key,
            label: correct(label),
            names_decisions: names_decisions(label),
            is_of_actions: is_of_actions(key),
        }
    }
}

fn columns(meeting: &Meeting, config: &Config) -> Vec<Key> {
    let own = [&meeting.columns, &config.columns];
    let mut columns = match own.into_iter().find(|columns| !columns.is_empty()) {
        Some(columns) => columns.clone(),
        None => USUAL.to_vec(),
    };
    // `colonne_delai` is the older way to ask for that column.
    if config.due_column && !columns.contains(&Key::Due) {
        columns.push(Key::Due);
    }
    columns
}

/// Whether the head of a column says that it holds decisions: *Décision*, *Délibération*, *Résolutions*.
fn names_decisions(label: &str) -> bool {
    let label = fold(label);
    let nouns = ["decision", "deliberation", "resolution"];
    nouns.iter().any(|noun| label.contains(noun))
}

fn is_of_actions(key: Key) -> bool {
    matches!(key, Key::Actions | Key::Owners | Key::Due | Key::Status)
}

/// In which column each kind of content stands, where these are wanted: its own, else that of its nearest neighbour.
fn places(wanted: &[Key]) -> Places {
    let first = |keys: &[Key]| {
        let mut keys = keys.iter().copied();
        keys.find(|key| wanted.contains(key)).unwrap_or(Key::Themes)
    };
    let actions = first(&[Key::Actions, Key::Recommendations, Key::Discussion]);
    // Without a column of actions, no other tells of which action it is.
    let of_action = |key| match actions {
        Key::Actions => first(&[key, Key::Actions]),
        other => other,
    };
    Places {
        discussion: first(&[Key::Discussion]),
        recommendations: first(&[Key::Recommendations, Key::Discussion]),
        decisions: first(&[Key::Decisions, Key::Recommendations, Key::Discussion]),
        actions,
        owners: of_action(Key::Owners),
        due: of_action(Key::Due),
        status: of_action(Key::Status),
    }
}

/// Whether a content is set over the whole width of its table: it has nothing but a text, or holds a table that no cell has
/// room for.
fn needs_full_width(content: &Content) -> bool {
    let has_text_alone = content.discussion.is_some()
        && content.recommendations.is_empty()
        && content.comments.is_none()
        && content.decisions.is_empty()
        && content.actions.is_empty()
        && content.owners.is_empty();
    has_text_alone || widest_table(content) > MOST_COLUMNS_IN_A_CELL
}

fn is_empty(content: &Content) -> bool {
    *content == Content::default()
}

/// How many columns the widest table of the texts has.
fn widest_table(content: &Content) -> usize {
    let texts = content.discussion.iter().chain(&content.comments);
    let texts = texts.chain(&content.recommendations);
    let texts = texts.chain(content.decisions.iter().map(|decision| &decision.text));
    let texts = texts.chain(content.actions.iter().map(|action| &action.text));
    texts
        .filter_map(|text| holds_table(text))
        .max()
        .unwrap_or_default()
}
