//! `greffier.toml`: what all the meetings of a series share. Checked as records are; without it the defaults serve.

mod choices;
mod labels;
mod logo;
mod signatures;
mod site;

use schemars::{JsonSchema, schema_for};
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::Spelling;
use crate::french::dates::Thousand;
use crate::french::folding::{composed, slug};
use crate::picture::Picture;
use crate::record::{TextKind, require_allowed_address, unprintable};
use crate::toml_source::{self, Field, Vocabulary};

pub use choices::{DocumentKind, Orientation, ParticipantOrder, Signatory, Writing};
use choices::{SpellingWord, ThousandWord};
pub use labels::Labels;
use labels::{RawLabels, labels};
pub use logo::PictureFile;
use site::RawSite;
pub use site::{Published, Site};
pub(crate) use site::{hexadecimal, until_readable};

/// The settings of a series of meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Name of the body that meets: *Cluster Relèvement Rapide*.
    pub body: Option<String>,
    /// The body after *la réunion*, with its *du*, *de la*, *de l’* (`francais.md` FOR-R1): *du Cluster Relèvement Rapide*.
    pub body_phrase: Option<String>,
    /// Title of the documents.
    pub title: String,
    /// Where the meetings take place, a phrase: *dans le bureau du PNUD*.
    pub place: Option<String>,
    /// Beginning of the names of the files to download: `<prefix>-2017-02-07.md`.
    pub prefix: String,
    /// Address at which `output/` is published, without a final `/`.
    pub site_address: Option<String>,
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
    pub orientation: Option<Orientation>,
    /// Whether due dates have a column of their own.
    pub due_column: bool,
    /// Who signs, in order.
    pub signatures: Vec<Signatory>,
    /// The town where they sign: *Bamako*.
    pub signed_at: Option<String>,
    /// Words that a series may choose.
    pub labels: Labels,
    /// What the website shows.
    pub site: Site,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            body: None,
            body_phrase: None,
            title: DocumentKind::default().title().into(),
            place: None,
            prefix: "compte-rendu".into(),
            site_address: None,
            spelling: Spelling::Traditional,
            thousand: Thousand::Mil,
            opening_date: Writing::Words,
            closing_time: None,
            participant_order: None,
            logo: None,
            logo_text: None,
            orientation: None,
            due_column: false,
            signatures: Vec::new(),
            signed_at: None,
            labels: Labels::default(),
            site: Site::default(),
        }
    }
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "greffier",
    deny_unknown_fields,
    description = "Ce que partagent toutes les réunions d’une série."
)]
struct RawConfig {
    #[serde(rename = "instance")]
    #[schemars(description = "Nom de l’instance qui se réunit : \"Cluster Relèvement Rapide\".")]
    body: Field<String>,
    #[serde(rename = "instance_avec_de")]
    #[schemars(
        description = "L’instance après « la réunion » : \"du Cluster Relèvement Rapide\"."
    )]
    body_phrase: Field<String>,
    #[serde(rename = "titre")]
    #[schemars(description = "Titre des documents : \"Compte rendu de la réunion\".")]
    title: Field<String>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Lieu habituel, après « s’est tenue » : \"dans le bureau du PNUD\".")]
    place: Field<String>,
    #[serde(rename = "prefixe")]
    #[schemars(description = "Début du nom des fichiers à télécharger : \"cr-crr-mali\".")]
    prefix: Field<String>,
    #[serde(rename = "adresse_du_site")]
    #[schemars(
        description = "Adresse où le dossier output est publié : \"https://example.org/comptes-rendus\"."
    )]
    site_address: Field<String>,
    #[serde(rename = "document")]
    #[schemars(description = "Ce que la série écrit ; c’est aussi le début du titre.")]
    kind: Field<DocumentKind>,
    #[serde(rename = "orthographe")]
    #[schemars(description = "Traits d’union des nombres en lettres.")]
    spelling: Field<SpellingWord>,
    #[serde(rename = "millesime")]
    #[schemars(description = "Début des années 1001 à 1999 dans la formule d’ouverture.")]
    thousand: Field<ThousandWord>,
    #[serde(rename = "date_d_ouverture")]
    #[schemars(description = "La date dans la formule d’ouverture.")]
    opening_date: Field<Writing>,
    #[serde(rename = "levee_de_seance")]
    #[schemars(description = "Avec cette clé, une phrase dit l’heure de fin.")]
    closing_time: Field<Writing>,
    #[serde(rename = "tri_des_participants")]
    #[schemars(
        description = "Ordre de la liste des participants ; sans cette clé, celui du compte rendu."
    )]
    participant_order: Field<ParticipantOrder>,
    #[schemars(description = "Image PNG ou JPEG, à partir du dossier du projet : \"logo.png\".")]
    logo: Field<String>,
    #[serde(rename = "logo_texte")]
    #[schemars(
        description = "Ce que montre le logo, pour qui ne le voit pas ; sans cette clé, l’instance."
    )]
    logo_text: Field<String>,
    #[schemars(description = "Le sens de la feuille, dans le PDF et à l’impression de la page.")]
    orientation: Field<Orientation>,
    #[serde(rename = "colonne_delai")]
    #[schemars(description = "true : les échéances ont leur colonne dans le tableau des thèmes.")]
    due_column: Field<bool>,
    #[schemars(description = "Qui signe : [\"présidence\", \"rédaction\"].")]
    signatures: Field<Vec<Field<Signatory>>>,
    #[serde(rename = "fait_a")]
    #[schemars(description = "La ville où l’on signe : \"Bamako\".")]
    signed_at: Field<String>,
    #[serde(rename = "libelles")]
    #[schemars(description = "Les titres des colonnes et des parties.")]
    labels: Field<RawLabels>,
    #[schemars(description = "Ce que le site montre.")]
    site: Field<RawSite>,
}

const VOCABULARY: Vocabulary = Vocabulary {
    top_keys: &[
        "instance",
        "instance_avec_de",
        "titre",
        "lieu",
        "prefixe",
        "adresse_du_site",
        "document",
        "orthographe",
        "millesime",
        "date_d_ouverture",
        "levee_de_seance",
        "tri_des_participants",
        "logo",
        "logo_texte",
        "orientation",
        "colonne_delai",
        "signatures",
        "fait_a",
    ],
    advice: &[
        (
            "date",
            "la date s’écrit dans chaque compte rendu, pas dans greffier.toml",
        ),
        ("nom", "écrivez instance = \"…\""),
        ("adresse", "écrivez adresse_du_site = \"https://…\""),
    ],
    examples: &[
        (
            "libelles",
            "[libelles] sur une ligne, puis themes = \"…\" en dessous",
        ),
        (
            "site",
            "[site] sur une ligne, puis participants = \"organisations\" en dessous ; l’adresse du site s’écrit adresse_du_site = \"https://…\"",
        ),
    ],
    repeated: &[],
    empty_file_help: None,
    beginning_help: "par exemple : instance = \"Cluster Relèvement Rapide\"",
};

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
        texts.extend(raw.labels.get().into_iter().flat_map(RawLabels::texts));
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
        .map(|raw| validate(raw, picture_file, &mut faults))
        .filter(|_| faults.is_empty());
    let mut diagnostics = faults.into_vec();
    if let Some(raw) = &read.value {
        diagnostics.extend(nameless(raw));
        diagnostics.extend(signatures::unsigned(&raw.signatures, &raw.signed_at));
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

fn validate(
    raw: &RawConfig,
    picture_file: &dyn Fn(&str) -> PictureFile,
    faults: &mut Diagnostics,
) -> Config {
    let default = Config::default();
    let kind = raw.kind.get().copied().unwrap_or_default();
    Config {
        body: text(&raw.body, faults),
        body_phrase: text(&raw.body_phrase, faults),
        title: text(&raw.title, faults).unwrap_or_else(|| kind.title().into()),
        place: text(&raw.place, faults),
        prefix: prefix(raw, faults).unwrap_or(default.prefix),
        site_address: site_address(raw, faults),
        spelling: match raw.spelling.get() {
            Some(SpellingWord::Rectified) => Spelling::Rectified1990,
            Some(SpellingWord::Traditional) | None => default.spelling,
        },
        thousand: match raw.thousand.get() {
            Some(ThousandWord::Mille) => Thousand::Mille,
            Some(ThousandWord::Mil) | None => default.thousand,
        },
        opening_date: raw.opening_date.get().copied().unwrap_or_default(),
        closing_time: raw.closing_time.get().copied(),
        participant_order: raw.participant_order.get().copied(),
        logo: logo::logo(&raw.logo, picture_file, faults),
        logo_text: text(&raw.logo_text, faults),
        orientation: raw.orientation.get().copied(),
        due_column: raw.due_column.get().copied().unwrap_or_default(),
        signatures: signatures::signatures(&raw.signatures, faults),
        signed_at: text(&raw.signed_at, faults),
        labels: raw
            .labels
            .get()
            .map_or_else(Labels::default, |raw| labels(raw, faults)),
        site: raw
            .site
            .get()
            .map_or_else(Site::default, |raw| site::site(raw, faults)),
    }
}

fn text(field: &Field<String>, faults: &mut Diagnostics) -> Option<String> {
    let (text, span) = field.located()?;
    let text = text.trim();
    if text.is_empty() || text.contains('\n') {
        let (title, help) = if text.is_empty() {
            (
                "ce texte est vide",
                "complétez cette ligne, ou supprimez-la",
            )
        } else {
            (
                "ce texte doit tenir sur une ligne",
                "écrivez-le entre deux guillemets droits : \"…\"",
            )
        };
        faults.push(Diagnostic::fault(title).at(span, "").help(help));
        return None;
    }
    Some(composed(text))
}

fn prefix(raw: &RawConfig, faults: &mut Diagnostics) -> Option<String> {
    let prefix = text(&raw.prefix, faults)?;
    let proposal = slug(&prefix);
    if proposal == prefix {
        return Some(prefix);
    }
    let span = raw.prefix.span().unwrap_or_default();
    let fault = Diagnostic::fault(
        "un préfixe s’écrit en minuscules sans accent, chiffres et traits d’union",
    )
    .at(span, "");
    faults.push(if proposal.is_empty() {
        fault.help("par exemple \"cr-crr-mali\"")
    } else {
        fault.help(format!("écrivez \"{proposal}\""))
    });
    None
}

fn site_address(raw: &RawConfig, faults: &mut Diagnostics) -> Option<String> {
    let address = text(&raw.site_address, faults)?;
    let span = raw.site_address.span().unwrap_or_default();
    if !require_allowed_address(&address, span.clone(), faults) {
        return None;
    }
    if !address.to_ascii_lowercase().starts_with("http") {
        faults.push(
            Diagnostic::fault("l’adresse d’un site commence par https:// ou http://")
                .at(span, "")
                .help("par exemple \"https://example.org/comptes-rendus\""),
        );
        return None;
    }
    Some(address.trim_end_matches('/').to_owned())
}

/// A body that the opening formula cannot name.
fn nameless(raw: &RawConfig) -> Option<Diagnostic> {
    let (_, span) = raw.body.located().filter(|_| raw.body_phrase.is_absent())?;
    Some(
        Diagnostic::doubt("la formule d’ouverture ne nommera pas l’instance")
            .at(span, "")
            .help("ajoutez l’instance avec son article : instance_avec_de = \"du …\", \"de la …\" ou \"de l’…\""),
    )
}
