//! `Meeting` + `Config` + `Surroundings` → [`Minutes`]: all that the templates need, said in French, serialisable.
//!
//! Entry point: [`Minutes::new`]. The three outputs are made from the same `Minutes` and so cannot disagree. Plain texts
//! and sentences stand as they are to be printed; markup texts stand as typed and go through a filter of the template; dates
//! stand as `2017-02-07` and go through another. Each field is documented for template authors in `templates/README.md`,
//! under its French name, which is what the templates read.

mod columns;
mod convocation;
mod description;
mod event;
mod follow_up;
mod head;
mod organisations;
mod parts;
mod people;
mod published;
mod roles;
mod rows;
mod said;
mod signed;
mod surroundings;
mod themes;
mod tidied;
mod votes;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::config::{Config, Labels};
use crate::follow_up::Proceedings;
use crate::french::quantities::size;
use crate::picture::Picture;
use crate::record::{Edition, FreeKeys, Meeting, State};

pub use convocation::AttendanceSheet;
pub use description::shortened;
pub(crate) use follow_up::due_words;
pub(crate) use head::words;
pub use organisations::counted_by_category;
pub use parts::{
    Absences, AbsentGroup, Action, AgendaItem, Annex, Approval, Cell, CellKind, Column, Content,
    Decision, FollowUp, FollowUpGroup, FollowUpRow, Formula, GridRow, Link, Logo, Organisation,
    Part, Person, Places, PresentGroup, Role, Row, Signature, Theme, ThemeRun, Words,
};
pub use surroundings::{
    NAMES_OF_FILES, NAMES_OF_NEIGHBOURS, NAMES_OF_REGISTERS, Neighbour, Surroundings,
};

/// The minutes of a meeting, ready for the templates. Field names in French are the templates'.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Minutes {
    /// Title; a draft's says so (FOR-18).
    #[serde(rename = "titre")]
    pub title: String,
    /// Whether the title says the day: nothing that names the document by both says it twice.
    #[serde(rename = "titre_dit_le_jour")]
    pub title_says_day: bool,
    /// Which edition it is, where it is not for all: *Édition des membres*.
    #[serde(serialize_with = "heading")]
    pub edition: Option<Edition>,
    /// The word on each page of a draft (FOR-18).
    #[serde(rename = "mention_projet")]
    pub draft_mark: Option<&'static str>,
    /// Whether the meeting was held; one to come, cancelled or postponed has no minutes.
    #[serde(rename = "a_eu_lieu")]
    pub is_held: bool,
    /// Whether it is still to come, and the document convenes it.
    #[serde(rename = "convocation")]
    pub is_convened: bool,
    /// A sentence on how far the minutes are, where the record tells.
    #[serde(rename = "etat")]
    pub state: Option<String>,
    /// The day on which the minutes were approved, where it is known.
    #[serde(rename = "approuve_le")]
    pub approved_on: Option<Date>,
    /// Name of the body.
    #[serde(rename = "instance")]
    pub body: Option<String>,
    /// The day; the first of several.
    pub date: Date,
    /// The last of several days.
    #[serde(rename = "date_fin")]
    pub last_day: Option<Date>,
    /// *Mardi 7 février 2017*, *Du 13 au 15 janvier 2026*.
    #[serde(rename = "quand")]
    pub when: String,
    /// *de 9 h à 11 h 30*, or *à 9 h*.
    #[serde(rename = "horaires")]
    pub hours: Option<String>,
    /// The place, as in the opening formula.
    #[serde(rename = "lieu")]
    pub place: Option<String>,
    /// Where it is held, online or not: *à Gao et en ligne (Teams)*.
    #[serde(rename = "lieu_complet")]
    pub whole_place: Option<String>,
    /// *Convocation du 19 mars 2021.*, *Document diffusé le 2 avril 2021.*
    #[serde(rename = "faits_dates")]
    pub dated_facts: Vec<String>,
    /// What the meeting was to achieve, markup.
    #[serde(rename = "objectif")]
    pub objective: Option<String>,
    /// Who wrote the minutes.
    #[serde(rename = "redaction")]
    pub authors: Vec<Role>,
    /// The other parts that people had.
    pub roles: Vec<Role>,
    /// The rows of the grid at the head, where the series wants one instead of the formula.
    #[serde(rename = "grille")]
    pub grid: Vec<GridRow>,
    /// The opening formula (FOR-01 to FOR-06).
    #[serde(rename = "ouverture")]
    pub opening: String,
    /// Where it is convened, the same as a next meeting is announced: *Prochaine réunion : les 10 et 11 décembre 2026, à Gao et en ligne.*
    #[serde(skip)]
    pub announced: Option<String>,
    /// The pieces of the formulas, for a series that writes its own.
    #[serde(rename = "formule")]
    pub formula: Formula,
    /// The agenda items.
    #[serde(rename = "ordre_du_jour")]
    pub agenda: Vec<AgendaItem>,
    /// The sentence on the quorum, where there is a rule (FOR-07 to FOR-09).
    pub quorum: Option<String>,
    /// How the agenda was adopted, markup (FOR-10, FOR-11).
    pub adoption: Option<String>,
    /// Those who are expected at a meeting to come, in groups as those present are.
    #[serde(rename = "convoques")]
    pub expected: Vec<PresentGroup>,
    /// *20 personnes ont participé à la réunion, dont 6 femmes.*
    #[serde(rename = "presences")]
    pub attendance: Option<String>,
    /// Those present, in groups; one group without a label where none has a capacity.
    #[serde(rename = "presents")]
    pub present: Vec<PresentGroup>,
    /// *17 participants*, *21 organisations* (NUM-R5).
    #[serde(rename = "nombre_de_participants")]
    pub participant_count: String,
    /// How many persons were present.
    #[serde(rename = "effectif")]
    pub head_count: usize,
    /// How many came and from where, in a series that publishes no names: *17 participants, 14 organisations : ACTED, OIM (2).*
    #[serde(rename = "sans_noms")]
    pub without_names: Option<String>,
    /// The organisations of those present, by name.
    pub organisations: Vec<Organisation>,
    /// *14 organisations*.
    #[serde(rename = "nombre_d_organisations")]
    pub organisation_count: String,
    /// *Organisations par catégorie : ONGI (8), ONU (3).*, where the series asks for it.
    pub categories: Option<String>,
    /// Those represented.
    #[serde(rename = "representes")]
    pub represented: Option<Absences>,
    /// The lists of those absent that are not empty, each with its label.
    pub absences: Vec<Absences>,
    /// That earlier minutes are approved.
    #[serde(rename = "approbation")]
    pub approval: Option<Approval>,
    /// The action points of earlier meetings.
    #[serde(rename = "suivi")]
    pub follow_up: Option<FollowUp>,
    /// The themes, in runs of those that are set out alike.
    #[serde(rename = "suites")]
    pub runs: Vec<ThemeRun>,
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
    /// Whether it is so for the table of themes alone.
    #[serde(rename = "tableau_en_paysage")]
    pub landscape_table: bool,
    /// The nouns of the series, for what a template says itself.
    #[serde(rename = "mots")]
    pub words: Words,
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
    /// The name of the series, whose site this is.
    #[serde(rename = "serie")]
    pub series: Option<String>,
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
    /// Whether the site has a register of decisions.
    #[serde(rename = "registre_des_decisions")]
    pub has_decisions: bool,
    /// Keys of the user's own: those of the record, and those of the series beside them.
    pub extra: FreeKeys,
}

impl Minutes {
    /// Says a meeting in French; of persons, only what the series publishes.
    #[must_use]
    pub fn new(meeting: &Meeting, config: &Config, surroundings: &Surroundings) -> Self {
        let mut meeting = published::published(meeting, config);
        meeting.state = meeting.state.once_approved(surroundings.told.approved_on);
        if meeting.is_convened() {
            convocation::before_it_is_held(&mut meeting);
        }
        said::minutes(&meeting, config, surroundings)
    }

    /// The themes, in order.
    pub fn themes(&self) -> impl Iterator<Item = &Theme> {
        self.runs.iter().flat_map(|run| &run.themes)
    }

    /// The action points of earlier meetings, each as often as it is shown.
    pub fn followed(&self) -> impl Iterator<Item = &FollowUpRow> {
        let groups = self.follow_up.iter().flat_map(|shown| &shown.groups);
        groups.flat_map(|group| &group.rows)
    }

    /// Those present, in the order of their numbers.
    pub fn participants(&self) -> impl Iterator<Item = &Person> {
        self.present.iter().flat_map(|group| &group.people)
    }

    /// Those who are expected, in the order of their numbers.
    pub fn expected(&self) -> impl Iterator<Item = &Person> {
        self.expected.iter().flat_map(|group| &group.people)
    }

    /// The page that offers these files, of that many bytes each.
    #[must_use]
    pub fn offering(mut self, pdf: Option<usize>, markdown: Option<usize>) -> Self {
        self.pdf_size = pdf.map(size);
        self.markdown_size = markdown.map(size);
        self
    }
}

/// What a meeting did about action points and minutes; of persons, only what the series publishes.
#[must_use]
pub fn proceedings(meeting: &Meeting, config: &Config) -> Proceedings {
    Proceedings::of(&published::published(meeting, config))
}

/// The way from the page of a meeting to the top of the site.
fn root(address: &str) -> String {
    "../".repeat(address.split('/').count())
}

/// Name of the Markdown file of a meeting: as that of its PDF.
#[must_use]
pub fn markdown_file_name(config: &Config, address: &str, state: State) -> String {
    format!("{}.md", file_stem(config, address, state))
}

/// Name of the logo's file, at the top of the output folder. No meeting's address has a point, so none can take it.
#[must_use]
pub fn logo_file_name(logo: &Picture) -> String {
    format!("logo.{}", logo.format.extension())
}

/// Name of the PDF of a meeting: the prefix of the series, the last part of the meeting's address, and its state as long as
/// that is not that of minutes that are done. So nobody takes a draft that they were sent, or a cancellation, for the minutes.
#[must_use]
pub fn pdf_file_name(config: &Config, address: &str, state: State) -> String {
    format!("{}.pdf", file_stem(config, address, state))
}

fn file_stem(config: &Config, address: &str, state: State) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    let mark = match state {
        State::Convened => "-convocation",
        State::Draft => "-projet",
        State::Submitted => "-soumis",
        State::Cancelled => "-annulation",
        State::Postponed(_) => "-report",
        State::Final | State::Approved(_) => "",
    };
    format!("{}-{stem}{mark}{}", config.prefix, edition_mark(config))
}

/// An edition by what pages are headed with.
fn heading<S: Serializer>(edition: &Option<Edition>, out: S) -> Result<S::Ok, S::Error> {
    edition.and_then(Edition::heading).serialize(out)
}

/// What the names of the files of an edition that is not for all end with.
#[must_use]
pub fn edition_mark(config: &Config) -> String {
    let edition = config.named_edition();
    edition.map_or_else(String::new, |edition| format!("-{}", edition.word()))
}

/// Name of the sheet that those present sign.
#[must_use]
pub fn sheet_file_name(config: &Config, address: &str) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    format!(
        "{}-{stem}-presence{}.pdf",
        config.prefix,
        edition_mark(config)
    )
}

/// Name of the XHTML that a meeting's PDF is laid out from, beside it.
#[must_use]
pub fn print_file_name(config: &Config, address: &str) -> String {
    let stem = address.rsplit('/').next().unwrap_or(address);
    format!(
        "{}-{stem}{}.print.html",
        config.prefix,
        edition_mark(config)
    )
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
