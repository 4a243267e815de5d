//! What became of earlier action points and minutes, as it is printed.

use jiff::civil::Date;
use serde::Serialize;

use crate::record::Status;

/// The action points of earlier meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUp {
    /// In groups; one without a title where the series asks for none.
    #[serde(rename = "groupes")]
    pub groups: Vec<FollowUpGroup>,
    /// Whether any has an owner.
    #[serde(rename = "colonne_responsables")]
    pub has_owners: bool,
    /// Whether any has a due date.
    #[serde(rename = "colonne_delai")]
    pub has_due: bool,
    /// Whether any has a status or is late.
    #[serde(rename = "colonne_statut")]
    pub has_status: bool,
}

/// Action points of earlier meetings that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpGroup {
    /// *Réunion du 17 mars 2026*, a theme, an owner.
    #[serde(rename = "titre")]
    pub title: Option<String>,
    /// The action points.
    #[serde(rename = "lignes")]
    pub rows: Vec<FollowUpRow>,
}

/// An action point of an earlier meeting, as it stood when this one ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpRow {
    /// The day of the meeting that took it.
    #[serde(rename = "date_de_reunion")]
    pub date: Date,
    /// When that began, where it tells it from another of its day: *à 9 h*.
    #[serde(rename = "heure_de_reunion")]
    pub hour: Option<String>,
    /// The way to it in the page of that meeting, relative to this one.
    #[serde(rename = "adresse")]
    pub address: String,
    /// Its number, if it has one.
    #[serde(rename = "numero")]
    pub number: Option<String>,
    /// The theme that it was taken in, with the part of it: *Subventions – École de musique*.
    pub theme: String,
    /// That theme without its part.
    #[serde(skip)]
    pub whole_theme: String,
    /// What its status is one of.
    #[serde(skip)]
    pub status_kind: Option<Status>,
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
    /// That the due date has moved: *reportée deux fois, d’abord fixée au 31 mars*.
    #[serde(rename = "report")]
    pub put_off: Option<String>,
    /// Whether it should have been done by the day of the meeting, and was not.
    #[serde(rename = "en_retard")]
    pub is_late: bool,
    /// How far it is: *en cours*.
    #[serde(rename = "statut")]
    pub status: Option<String>,
    /// What was said of it, markup.
    #[serde(rename = "commentaire")]
    pub comment: Option<String>,
}

/// That earlier minutes are approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// *Approbation du compte rendu précédent*.
    #[serde(rename = "titre")]
    pub title: String,
    /// *Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.*
    #[serde(rename = "phrase")]
    pub sentence: String,
    /// The same where there is no room to tell what was changed: *Le compte rendu de la réunion du 17 mars 2026 est approuvé avec des modifications.*
    #[serde(skip)]
    pub without_changes: String,
    /// The same where there is no room for the days of all either: *Les comptes rendus de 12 réunions sont approuvés sans modification.*
    #[serde(skip)]
    pub counted: String,
    /// What was changed in them, markup.
    #[serde(rename = "modifications")]
    pub changes: Option<String>,
}
