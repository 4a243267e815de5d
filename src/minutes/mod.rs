//! `Meeting` + `Config` + `Surroundings` → [`Minutes`]: all that the templates need, said in French, serialisable.
//!
//! Entry point: [`Minutes::new`]. The three outputs are made from the same `Minutes` and so cannot disagree. Plain texts
//! and sentences stand as they are to be printed; markup texts stand as typed and go through a filter of the template; dates
//! stand as `2017-02-07` and go through another. Each field is documented for template authors in `templates/README.md`,
//! under its French name, which is what the templates read.

mod event;
mod organisations;
mod published;
mod said;
mod shared;
mod signed;

use jiff::civil::Date;
use serde::Serialize;

use crate::config::{Config, Labels};
use crate::picture::Picture;
use crate::record::Meeting;

pub use shared::shortened;

/// What a meeting's pages need to know of where they stand among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The meeting's address below the output folder: `2017/2017-02-07`.
    pub address: String,
    /// Whether a Markdown file is made beside the page.
    pub has_markdown: bool,
    /// Whether a PDF is made beside the page.
    pub has_pdf: bool,
    /// The meeting before this one.
    pub previous: Option<Neighbour>,
    /// The meeting after this one.
    pub next: Option<Neighbour>,
}

/// Another meeting, as a link to it needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Neighbour {
    /// Its day.
    pub date: Date,
    /// The way to its page, relative to this meeting's.
    #[serde(rename = "adresse")]
    pub address: String,
}

/// The minutes of a meeting, ready for the templates. Field names in French are the templates'.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Minutes {
    /// Title; a draft's says so (FOR-18).
    #[serde(rename = "titre")]
    pub title: String,
    /// The word on each page of a draft (FOR-18).
    #[serde(rename = "mention_projet")]
    pub draft_mark: Option<&'static str>,
    /// A sentence on how far the minutes are, where the record tells.
    #[serde(rename = "etat")]
    pub state: Option<String>,
    /// Name of the body.
    #[serde(rename = "instance")]
    pub body: Option<String>,
    /// The day.
    pub date: Date,
    /// *de 9 h à 11 h 30*, or *à 9 h*.
    #[serde(rename = "horaires")]
    pub hours: Option<String>,
    /// The place, as in the opening formula.
    #[serde(rename = "lieu")]
    pub place: Option<String>,
    /// Who wrote the minutes.
    #[serde(rename = "redaction")]
    pub authors: Vec<Author>,
    /// The opening formula (FOR-01 to FOR-06).
    #[serde(rename = "ouverture")]
    pub opening: String,
    /// The pieces of the formulas, for a series that writes its own.
    #[serde(rename = "formule")]
    pub formula: Formula,
    /// The agenda items.
    #[serde(rename = "ordre_du_jour")]
    pub agenda: Vec<String>,
    /// The sentence on the quorum, where there is a rule (FOR-07 to FOR-09).
    pub quorum: Option<String>,
    /// How the agenda was adopted, markup (FOR-10, FOR-11).
    pub adoption: Option<String>,
    /// Those present.
    pub participants: Vec<Person>,
    /// *17 participants* (NUM-R5).
    #[serde(rename = "nombre_de_participants")]
    pub participant_count: String,
    /// How many were present.
    #[serde(rename = "effectif")]
    pub head_count: usize,
    /// The organisations of those present, by name.
    pub organisations: Vec<Organisation>,
    /// *14 organisations*.
    #[serde(rename = "nombre_d_organisations")]
    pub organisation_count: String,
    /// The lists of those absent that are not empty, each with its label.
    pub absences: Vec<Absences>,
    /// The rows of the table.
    pub themes: Vec<Theme>,
    /// Whether due dates have a column of their own.
    #[serde(rename = "colonne_delai")]
    pub due_column: bool,
    /// Closing notes, markup.
    pub notes: Option<String>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// The links at the end.
    #[serde(rename = "liens")]
    pub links: Vec<Link>,
    /// The sentence on the end of the meeting, where the series asks for one (FOR-12 to FOR-14).
    #[serde(rename = "levee")]
    pub closing: Option<String>,
    /// The sentence on the next meeting (FOR-15).
    #[serde(rename = "prochaine_reunion")]
    pub next_meeting: Option<String>,
    /// Who signs, in order.
    pub signatures: Vec<Signature>,
    /// *Fait à Bamako, le …*: the day is filled in by hand, since no record knows it.
    #[serde(rename = "fait_a")]
    pub signed_at: Option<String>,
    /// Whether the sheet of paper is wider than high.
    #[serde(rename = "paysage")]
    pub landscape: bool,
    /// Heads of columns and of parts.
    #[serde(rename = "libelles")]
    pub labels: Labels,
    /// The logo of the series.
    pub logo: Option<Logo>,
    /// Name of the Markdown file beside the page, if one is made.
    #[serde(rename = "fichier_markdown")]
    pub markdown_file: Option<String>,
    /// The name of the PDF beside the page.
    #[serde(rename = "fichier_pdf")]
    pub pdf_file: Option<String>,
    /// How large the Markdown file is, once it is made: *12 ko*.
    #[serde(rename = "taille_markdown")]
    pub markdown_size: Option<String>,
    /// How large the PDF is, once it is made.
    #[serde(rename = "taille_pdf")]
    pub pdf_size: Option<String>,
    /// The way to the top of the site, relative to the page: `../../`.
    #[serde(rename = "racine")]
    pub root: String,
    /// The year of the meeting, whose page the site has.
    #[serde(rename = "annee")]
    pub year: i16,
    /// What the page is about, in a line for who finds it by a search.
    pub description: String,
    /// The meeting as schema.org's `Event`, JSON that may stand in a page as it is; where the page has an address.
    #[serde(rename = "evenement")]
    pub event: Option<String>,
    /// Where the whole site is published.
    #[serde(rename = "adresse_du_site")]
    pub site_address: Option<String>,
    /// Where the page is published, if the series tells its site's address.
    #[serde(rename = "adresse")]
    pub public_address: Option<String>,
    /// The meeting before this one.
    #[serde(rename = "reunion_precedente")]
    pub previous: Option<Neighbour>,
    /// The meeting after this one.
    #[serde(rename = "reunion_suivante")]
    pub following: Option<Neighbour>,
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

impl Minutes {
    /// Says a meeting in French; of persons, only what the series publishes.
    #[must_use]
    pub fn new(meeting: &Meeting, config: &Config, surroundings: &Surroundings) -> Self {
        let meeting = published::published(meeting, config.site.participants);
        said::minutes(&meeting, config, surroundings)
    }

    /// The page that offers these files, of that many bytes each.
    #[must_use]
    pub fn offering(mut self, pdf: Option<usize>, markdown: Option<usize>) -> Self {
        self.pdf_size = pdf.map(shared::size);
        self.markdown_size = markdown.map(shared::size);
        self
    }
}

/// Name of the Markdown file of a meeting: the prefix of the series, then the last part of the meeting's address.
#[must_use]
pub fn markdown_file_name(config: &Config, address: &str) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    format!("{}-{stem}.md", config.prefix)
}

/// Name of the logo's file, at the top of the output folder. No meeting's address has a point, so none can take it.
#[must_use]
pub fn logo_file_name(logo: &Picture) -> String {
    format!("logo.{}", logo.format.extension())
}

/// Name of the PDF of a meeting.
#[must_use]
pub fn pdf_file_name(config: &Config, address: &str) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    format!("{}-{stem}.pdf", config.prefix)
}

/// Name of the XHTML that a meeting's PDF is laid out from, beside it.
#[must_use]
pub fn print_file_name(config: &Config, address: &str) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    format!("{}-{stem}.print.html", config.prefix)
}

/// The folder beside a meeting's page into which its annexes are copied. No meeting's address has such a part.
pub const ANNEXES_FOLDER: &str = "annexes";

/// Where an annex's file is copied, relative to the meeting's page.
#[must_use]
pub fn annex_file_name(path_in_record: &str) -> String {
    format!(
        "{ANNEXES_FOLDER}/{}",
        path_in_record.rsplit('/').next().unwrap_or(path_in_record)
    )
}
