//! Themes with what they hold, as they are printed.

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{self, Presentation};

/// Themes that follow each other and are set out alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThemeRun {
    /// *tableau* or *sections*.
    pub presentation: Presentation,
    /// The columns of a table that something fills, in order; those of the small tables of actions, in sections.
    #[serde(rename = "colonnes")]
    pub columns: Vec<Column>,
    /// In which column each kind of content stands.
    pub places: Places,
    /// The themes.
    pub themes: Vec<Theme>,
}

/// In which column of a table each kind of content stands: its own, else a neighbour's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Places {
    /// What was said.
    pub discussion: record::Column,
    /// Recommendations and comments.
    #[serde(rename = "recommandations")]
    pub recommendations: record::Column,
    /// Decisions.
    pub decisions: record::Column,
    /// Action points.
    pub actions: record::Column,
    /// Their owners; within the action, if not in their own column.
    #[serde(rename = "responsables")]
    pub owners: record::Column,
    /// Their due dates likewise.
    #[serde(rename = "delai")]
    pub due: record::Column,
    /// Their statuses likewise.
    #[serde(rename = "statut")]
    pub status: record::Column,
}

impl Default for Places {
    /// All in the column of themes.
    fn default() -> Self {
        Self {
            discussion: record::Column::Themes,
            recommendations: record::Column::Themes,
            decisions: record::Column::Themes,
            actions: record::Column::Themes,
            owners: record::Column::Themes,
            due: record::Column::Themes,
            status: record::Column::Themes,
        }
    }
}

/// A column of a table of themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Which it is.
    #[serde(rename = "cle")]
    pub key: record::Column,
    /// Its head.
    #[serde(rename = "libelle")]
    pub label: String,
    /// Whether its head already says that it holds decisions.
    #[serde(rename = "dit_decisions")]
    pub names_decisions: bool,
    /// Whether each action point has a cell of its own in it.
    #[serde(rename = "par_action")]
    pub is_of_actions: bool,
}

/// A row of a table of themes: the cells that begin in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The cells, from left to right.
    #[serde(rename = "cases")]
    pub cells: Vec<Cell>,
}

/// A cell of a table of themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Which of the columns of its run it begins in, from 0.
    #[serde(rename = "colonne")]
    pub column: usize,
    /// What it holds.
    #[serde(rename = "genre")]
    pub kind: CellKind,
    /// How many columns it covers.
    #[serde(rename = "largeur")]
    pub width: usize,
    /// How many rows it covers.
    #[serde(rename = "hauteur")]
    pub height: usize,
    /// Which of the actions it is about, from 0.
    pub action: Option<usize>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CellKind {
    /// All that stands in no row of an action, over the whole width.
    #[serde(rename = "large")]
    Wide,
    /// What stands in its column.
    #[serde(rename = "contenu")]
    Content,
    /// What its column says of an action.
    #[serde(rename = "action")]
    Action,
    /// The owners of the whole.
    #[serde(rename = "responsables")]
    Owners,
    /// Nothing.
    #[serde(rename = "vide")]
    Empty,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// *3*, or *3.2* for the second that answers item 3; none for a theme aside from an agenda that the others answer.
    #[serde(rename = "numero")]
    pub number: Option<String>,
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// The title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The agenda item it answers, from 1.
    #[serde(rename = "point")]
    pub agenda_item: Option<usize>,
    /// Its rows in a table, without those of its parts; none in sections.
    #[serde(rename = "lignes")]
    pub rows: Vec<Row>,
    /// What it holds itself.
    #[serde(flatten)]
    pub content: Content,
    /// Its parts.
    #[serde(rename = "parties")]
    pub parts: Vec<Part>,
}

/// A part of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// The title.
    #[serde(rename = "titre")]
    pub title: String,
    /// Its rows in a table; none in sections.
    #[serde(rename = "lignes")]
    pub rows: Vec<Row>,
    /// What it holds.
    #[serde(flatten)]
    pub content: Content,
}

/// What a theme or a part of one holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Content {
    /// What was said, markup.
    pub discussion: Option<String>,
    /// Recommendations, markup each.
    #[serde(rename = "recommandations")]
    pub recommendations: Vec<String>,
    /// Comments, markup.
    #[serde(rename = "commentaires")]
    pub comments: Option<String>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Whether the decisions are a plain list: several, none with a number or a vote.
    #[serde(rename = "decisions_en_liste")]
    pub has_plain_decisions: bool,
    /// Action points.
    pub actions: Vec<Action>,
    /// Owners of the whole.
    #[serde(rename = "responsables")]
    pub owners: Vec<String>,
}

impl Theme {
    /// What the theme holds itself, then what each of its parts holds.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let parts = self.parts.iter().map(|part| &part.content);
        std::iter::once(&self.content).chain(parts)
    }

    /// The same, each with the title of the part that holds it.
    pub fn contents_by_part(&self) -> impl Iterator<Item = (Option<&str>, &Content)> {
        let parts = self.parts.iter();
        let parts = parts.map(|part| (Some(part.title.as_str()), &part.content));
        std::iter::once((None, &self.content)).chain(parts)
    }
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// Its number: *2021-03-01*.
    #[serde(rename = "numero")]
    pub number: Option<String>,
    /// What is decided, markup.
    #[serde(rename = "texte")]
    pub text: String,
    /// The sentence on its vote: *Adopté à l’unanimité.*
    pub vote: Option<String>,
}

/// An action point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// Its number, if it has one.
    #[serde(rename = "numero")]
    pub number: Option<String>,
    /// What is to be done, markup.
    #[serde(rename = "texte")]
    pub text: String,
    /// Who is to do it.
    #[serde(rename = "responsables")]
    pub owners: Vec<String>,
    /// The day it is due.
    #[serde(rename = "echeance")]
    pub due: Option<Date>,
    /// When it is due, in words.
    #[serde(rename = "echeance_en_mots")]
    pub due_in_words: Option<String>,
    /// How far it is: *en cours*.
    #[serde(rename = "statut")]
    pub status: Option<String>,
}
