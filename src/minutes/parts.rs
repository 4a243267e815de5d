//! The parts that minutes are made of. Field names in French are the templates'.

use jiff::civil::Date;
use serde::Serialize;

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
    /// Who chaired.
    #[serde(rename = "presidence")]
    pub chair: Option<String>,
    /// Function and organisation of who chaired.
    #[serde(rename = "presidence_fonction")]
    pub chair_function: Option<String>,
    /// The end of the meeting, in words or figures as the series says it: *12 h 30*.
    #[serde(rename = "fin")]
    pub end: Option<String>,
    /// Members present, for the quorum.
    #[serde(rename = "membres_presents")]
    pub members_present: Option<u32>,
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

/// Somebody who had a hand in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Author {
    /// *Rédigé par*…
    pub role: String,
    /// Full name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Function.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// *Présidence de séance*.
    #[serde(rename = "qualite")]
    pub capacity: String,
    /// Full name, where the record tells it.
    #[serde(rename = "nom")]
    pub name: Option<String>,
    /// Function and organisation.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
}

/// A person, or an organisation alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The number in the list, from 1.
    #[serde(rename = "numero")]
    pub number: usize,
    /// Full name.
    #[serde(rename = "nom")]
    pub name: Option<String>,
    /// Function.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
}

/// An organisation that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its name.
    #[serde(rename = "nom")]
    pub name: String,
    /// How many came from it.
    #[serde(rename = "nombre")]
    pub people: usize,
}

/// A list of persons absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Absences {
    /// *Absences excusées* (FOR-16, FOR-17), without its colon.
    #[serde(rename = "libelle")]
    pub label: String,
    /// The persons.
    #[serde(rename = "personnes")]
    pub people: Vec<Person>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theme {
    /// The number, from 1.
    #[serde(rename = "numero")]
    pub number: usize,
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
    /// The title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The agenda item it answers, from 1.
    #[serde(rename = "point")]
    pub agenda_item: Option<usize>,
    /// What was said, markup.
    pub discussion: Option<String>,
    /// Recommendations, markup each.
    #[serde(rename = "recommandations")]
    pub recommendations: Vec<String>,
    /// Comments, markup.
    #[serde(rename = "commentaires")]
    pub comments: Option<String>,
    /// Decisions, markup each.
    pub decisions: Vec<String>,
    /// Action points.
    pub actions: Vec<Action>,
    /// Owners of the theme as a whole.
    #[serde(rename = "responsables")]
    pub owners: Vec<String>,
}

/// An action point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// The anchor, which does not move.
    #[serde(rename = "ancre")]
    pub anchor: String,
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
    pub status: Option<&'static str>,
}

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
