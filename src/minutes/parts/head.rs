//! What stands at the head of the minutes: the pieces of the formulas, the grid, the agenda.

use jiff::civil::Date;
use serde::Serialize;

use crate::french::formulas::Gathering;

/// The nouns of the series, for what a template says itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What they agree with.
    #[serde(skip)]
    pub gathering: Gathering,
    /// *compte rendu*.
    pub document: &'static str,
    /// *comptes rendus*.
    pub documents: String,
    /// *réunion*.
    pub seance: &'static str,
    /// *réunions*.
    #[serde(rename = "seances")]
    pub gatherings: String,
    /// *la réunion*, *l’assemblée générale*.
    #[serde(rename = "la_seance")]
    pub the_gathering: String,
    /// *toutes les réunions*, *tous les conseils*.
    #[serde(rename = "toutes_les_seances")]
    pub all: String,
    /// *dernière réunion*, *dernier conseil*.
    #[serde(rename = "derniere_seance")]
    pub latest: String,
    /// *réunion précédente*.
    #[serde(rename = "seance_precedente")]
    pub previous: String,
    /// *réunion suivante*.
    #[serde(rename = "seance_suivante")]
    pub following: String,
    /// *autres réunions*.
    #[serde(rename = "autres_seances")]
    pub others: String,
    /// *en retard*, in a sentence.
    #[serde(rename = "en_retard")]
    pub late: String,
}

/// The pieces of the formulas. None of them needs an elision before it (FOR-R1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// *deux mille dix-sept*.
    #[serde(rename = "annee")]
    pub year: String,
    /// *le sept février*.
    #[serde(rename = "jour")]
    pub day: String,
    /// *quatorzième*, where the record numbers its meeting.
    #[serde(rename = "rang")]
    pub rank: Option<String>,
    /// The body with its article: *du Cluster Relèvement Rapide*.
    #[serde(rename = "instance_avec_de")]
    pub body: Option<String>,
    /// The name of who chaired; of all, where several did.
    #[serde(rename = "presidence")]
    pub chair: Option<String>,
    /// Function and organisation of who chaired, where one did.
    #[serde(rename = "presidence_fonction")]
    pub chair_function: Option<String>,
    /// The end of the meeting, in words or figures as the series says it: *12 h 30*.
    #[serde(rename = "fin")]
    pub end: Option<String>,
    /// Members present, for the quorum.
    #[serde(rename = "membres_presents")]
    pub members_present: Option<u32>,
    /// Members represented.
    #[serde(rename = "membres_representes")]
    pub members_represented: Option<u32>,
    /// Members who must be present.
    #[serde(rename = "membres_requis")]
    pub members_required: Option<u32>,
    /// All members.
    #[serde(rename = "membres")]
    pub members: Option<u32>,
    /// The day of the next meeting.
    #[serde(rename = "prochaine_date")]
    pub next_date: Option<Date>,
    /// When the next meeting begins.
    #[serde(rename = "prochain_debut")]
    pub next_start: Option<String>,
    /// Where it takes place, a phrase.
    #[serde(rename = "prochain_lieu")]
    pub next_place: Option<String>,
    /// Who receives it.
    #[serde(rename = "prochain_accueil")]
    pub next_host: Option<String>,
}

/// A row of the grid at the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GridRow {
    /// *Date*, *Présidence*.
    #[serde(rename = "libelle")]
    pub label: String,
    /// What it is.
    #[serde(rename = "valeur")]
    pub value: String,
}

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgendaItem {
    /// Its title.
    #[serde(rename = "titre")]
    pub title: String,
    /// *OCHA, 10 min, pour décision*.
    pub details: Option<String>,
    /// Its sub-points.
    #[serde(rename = "sous_points")]
    pub subitems: Vec<String>,
}
