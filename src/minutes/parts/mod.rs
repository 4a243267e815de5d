//! The parts that minutes are made of. Field names in French are the templates'.

mod follow_up;
mod head;
mod people;
mod themes;

use serde::Serialize;

pub use follow_up::{Approval, FollowUp, FollowUpGroup, FollowUpRow};
pub use head::{AgendaItem, Formula, GridRow, Words};
pub use people::{Absences, AbsentGroup, Organisation, Person, PresentGroup, Role, Signature};
pub use themes::{
    Action, Cell, CellKind, Column, Content, Decision, Part, Places, Row, Theme, ThemeRun,
};

/// An annex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annex {
    /// The title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The address to click, relative for a file.
    #[serde(rename = "adresse")]
    pub address: Option<String>,
    /// The address to click from elsewhere than the page: a link, or a file once the series tells its site's address.
    #[serde(rename = "adresse_publiee")]
    pub public_address: Option<String>,
}

/// A link with the words before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    #[serde(rename = "texte")]
    pub text: String,
    /// The address.
    #[serde(rename = "adresse")]
    pub address: String,
}

/// The logo of the series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Logo {
    /// The way to it, relative to the meeting's page.
    #[serde(rename = "adresse")]
    pub address: String,
    /// The name of its file, at the top of the site.
    #[serde(rename = "fichier")]
    pub file: String,
    /// What it shows, for those who do not see it.
    #[serde(rename = "texte")]
    pub text: String,
    /// Its width in pixels.
    #[serde(rename = "largeur")]
    pub width: u32,
    /// Its height in pixels.
    #[serde(rename = "hauteur")]
    pub height: u32,
}
