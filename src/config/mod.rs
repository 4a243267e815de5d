//! `greffier.toml`: what all the meetings of a series share. Checked as records are; without it the defaults serve.

mod choices;
mod doubts;
mod editions;
mod follow_up;
mod kinds;
mod labels;
mod logo;
mod raw;
mod signatures;
mod site;
mod statuses;
mod texts;
mod validate;
mod vocabulary;
mod zone;
mod zone_names;

use schemars::schema_for;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::Spelling;
use crate::french::dates::Thousand;
use crate::french::formulas::{DocumentName, Gathering, NumberedIn};
use crate::picture::Picture;
use crate::record::{
    Column, Edition, FreeKeys, HeadForm, Presentation, StatusWords, TextKind, faults_of_free_keys,
    free_keys_of, unprintable,
};
use crate::toml_source::{self, Field};

pub use choices::{DocumentKind, ParticipantOrder, SeriesOrientation, Signatory, Writing};
pub use editions::{CIRCULATION_FOLDER, Editions};
pub use follow_up::{FollowUpSettings, Grouping};
pub use kinds::{ConfigDoubt, ConfigFault};
pub use labels::Labels;
pub use logo::PictureFile;
use raw::RawConfig;
pub(crate) use site::until_readable;
pub use site::{Published, Site};
use validate::validate;
use vocabulary::VOCABULARY;
pub use zone::Zone;

/// The settings of a series of meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Config {
    /// Name of the body that meets: *Cluster Relèvement Rapide*.
    pub body: Option<String>,
    /// The body after *la réunion*, with its *du*, *de la*, *de l’* (`francais.md` FOR-R1): *du Cluster Relèvement Rapide*.
    pub body_phrase: Option<String>,
    /// What the series calls its documents.
    pub document: DocumentName,
    /// What meets: it governs the formulas and their agreements.
    pub gathering: Gathering,
    /// Title of the documents; made of the two above without.
    pub title: Option<String>,
    /// Where the meetings take place, a phrase: *dans le bureau du PNUD*.
    pub place: Option<String>,
    /// Beginning of the names of the files to download: `<prefix>-2017-02-07.md`.
    pub prefix: String,
    /// Address at which `output/` is published, without a final `/`.
    pub site_address: Option<String>,
    /// The time zone of the hours of its records.
    pub zone: Zone,
    /// Where the numbers of the meetings begin anew.
    pub numbered_in: NumberedIn,
    /// How numbers in words are hyphenated.
    pub spelling: Spelling,
    /// How the years 1001 to 1999 begin in the opening formula.
    pub thousand: Thousand,
    /// How the opening formula says the date.
    pub opening_date: Writing,
    /// Whether the end of the meeting is said in a sentence, and how.
    pub closing_time: Option<Writing>,
    /// The order of those present; the record's without.
    pub participant_order: Option<ParticipantOrder>,
    /// The logo.
    pub logo: Option<Picture>,
    /// What the logo shows, for those who do not see it; the name of the body without.
    pub logo_text: Option<String>,
    /// Which way the sheet of paper is held; the style sheet says it without.
    pub orientation: Option<SeriesOrientation>,
    /// The order of the groups of those present, by the word of their capacity; that of the record without.
    pub qualities: Vec<String>,
    /// What stands at the head of the minutes.
    pub head: HeadForm,
    /// How the themes are set out; a table without, or sections where no theme has anything but texts.
    pub presentation: Option<Presentation>,
    /// The columns of the table of themes; the four of the source document without.
    pub columns: Vec<Column>,
    /// Whether the organisations present are counted by category, as `contacts.toml` tells it.
    pub counts_categories: bool,
    /// Whether due dates have a column of their own.
    pub due_column: bool,
    /// The words of the series for how far an action is.
    pub statuses: StatusWords,
    /// Who signs, in order.
    pub signatures: Vec<Signatory>,
    /// The town where they sign: *Bamako*.
    pub signed_at: Option<String>,
    /// Words that a series may choose.
    pub labels: Labels,
    /// How the action points of earlier meetings are followed.
    pub follow_up: FollowUpSettings,
    /// What the website shows.
    pub site: Site,
    /// Keys of the user's own, for templates, those of every edition: [`Config::extra`] are those of one.
    pub all_extra: FreeKeys,
    /// Which editions are built, and where they go: nothing that any of them shows.
    #[serde(skip)]
    pub editions: Editions,
    /// The edition that is made now.
    pub edition: Edition,
    /// Whether its pages and files say which it is.
    pub names_edition: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            body: None,
            body_phrase: None,
            document: DocumentName::default(),
            gathering: Gathering::default(),
            title: None,
            place: None,
            prefix: "compte-rendu".into(),
            site_address: None,
            zone: Zone::default(),
            numbered_in: NumberedIn::default(),
            spelling: Spelling::Traditional,
            thousand: Thousand::Mil,
            opening_date: Writing::Words,
            closing_time: None,
            participant_order: None,
            logo: None,
            logo_text: None,
            orientation: None,
            qualities: Vec::new(),
            head: HeadForm::default(),
            presentation: None,
            columns: Vec::new(),
            counts_categories: false,
            due_column: false,
            statuses: StatusWords::default(),
            signatures: Vec::new(),
            signed_at: None,
            labels: Labels::default(),
            follow_up: FollowUpSettings::default(),
            site: Site::default(),
            all_extra: FreeKeys::default(),
            editions: Editions::default(),
            edition: Edition::Public,
            names_edition: false,
        }
    }
}

impl Config {
    /// The edition that is made, where it is not for all and says so.
    #[must_use]
    pub fn named_edition(&self) -> Option<Edition> {
        Some(self.edition).filter(|edition| self.names_edition && *edition != Edition::Public)
    }

    /// The settings of an edition as a site of its own, which stands at no address.
    #[must_use]
    pub fn for_edition(&self, edition: Edition) -> Self {
        match edition {
            Edition::Public => self.clone(),
            _ => Self {
                site_address: None,
                edition,
                names_edition: true,
                ..self.for_members()
            },
        }
    }

    /// Keys of the user's own that the edition made now shows.
    #[must_use]
    pub fn extra(&self) -> FreeKeys {
        free_keys_of(self.edition, &self.all_extra)
    }

    /// The settings of what goes to members: names and functions are told, whatever the site publishes. The edition is named where the
    /// series tells editions apart.
    #[must_use]
    pub fn for_members(&self) -> Self {
        Self {
            edition: Edition::Members,
            names_edition: self.editions.is_given,
            site: Site {
                participants: Published::Names,
                ..self.site
            },
            ..self.clone()
        }
    }
}

/// What `greffier.toml` turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The settings, if the file has no fault.
    pub config: Option<Config>,
    /// Faults and doubts, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
    raw: Option<RawConfig>,
}

impl Reading {
    /// What cannot be printed in any PDF of the series, since `covers` knows no font for it.
    #[must_use]
    pub fn unprintable(&self, source: &Source, covers: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
        let Some(raw) = &self.raw else {
            return Vec::new();
        };
        let mut texts = vec![
            &raw.body,
            &raw.body_phrase,
            &raw.title,
            &raw.place,
            &raw.signed_at,
        ];
        texts.extend(raw.labels.get().into_iter().flat_map(|raw| raw.texts()));
        let located = texts.into_iter().filter_map(Field::located);
        let texts: Vec<_> = located
            .map(|(text, span)| (text.as_str(), span, TextKind::Line))
            .collect();
        unprintable(&source.text, &texts, covers)
    }
}

/// Reads `greffier.toml`. `picture_file` answers for a path as typed in it, relative to its folder.
#[must_use]
pub fn read(source: &Source, picture_file: &dyn Fn(&str) -> PictureFile) -> Reading {
    let read = toml_source::read::<RawConfig>(source, &VOCABULARY);
    let mut faults = Diagnostics::from(read.faults);
    let config = read
        .value
        .as_ref()
        .map(|raw| {
            let extra = raw.extra.get().into_iter();
            extra.for_each(|extra| faults_of_free_keys(source, extra, &mut faults));
            validate(raw, picture_file, &mut faults)
        })
        .filter(|_| faults.is_empty());
    let mut diagnostics = faults.into_vec();
    if let Some(raw) = &read.value {
        diagnostics.extend(doubts::doubts(raw));
    }
    Reading {
        config,
        diagnostics,
        raw: read.value,
    }
}

/// The JSON Schema of `greffier.toml`, with French descriptions.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_for!(RawConfig).to_value()
}
