//! What every page of the site has: its title, its place in the site, the pages it goes on to.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::Site;
use crate::config::Labels;
use crate::french::typography::correct;
use crate::minutes::{Logo, Words, edition_mark, logo_file_name};
use crate::record::Edition;

/// The part of the site that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Section {
    #[serde(rename = "accueil")]
    Home,
    #[serde(rename = "annee")]
    Year,
    #[serde(rename = "actions")]
    Actions,
    #[serde(rename = "decisions")]
    Decisions,
    #[serde(rename = "organisations")]
    Organisations,
    #[serde(rename = "recherche")]
    Search,
    #[serde(rename = "absente")]
    NotFound,
}

/// What the templates of every page of the site may use; told to their authors in `templates/README.md`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Frame<'a> {
    #[serde(skip)]
    pub(super) path: String,
    #[serde(rename = "titre")]
    title: String,
    description: String,
    #[serde(rename = "rubrique")]
    section: Section,
    #[serde(rename = "racine")]
    root: String,
    #[serde(rename = "serie")]
    body: Option<String>,
    #[serde(rename = "mots")]
    words: Words,
    #[serde(rename = "libelles")]
    labels: &'a Labels,
    logo: Option<Logo>,
    edition: Option<&'static str>,
    /// What the names of the tables end with, in an edition that is not for all.
    #[serde(rename = "suffixe_edition")]
    edition_mark: String,
    #[serde(rename = "adresse_du_site")]
    site_address: Option<&'a str>,
    #[serde(rename = "adresse")]
    public_address: Option<String>,
    #[serde(rename = "a_jour_au")]
    today: Date,
    #[serde(rename = "registre_des_decisions")]
    has_decisions: bool,
    #[serde(rename = "suite")]
    parts: Parts,
}

/// The pages of a list that is cut into several, which know of each other; none of one that is not.
#[derive(Clone, Debug, Default)]
struct Parts {
    paths: Arc<[String]>,
    here: usize,
}

/// One of them.
#[derive(Serialize)]
struct Part<'a> {
    #[serde(rename = "numero")]
    number: usize,
    #[serde(rename = "adresse")]
    address: &'a str,
    #[serde(rename = "ici")]
    is_here: bool,
}

impl Serialize for Parts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let paths = self.paths.iter().enumerate();
        serializer.collect_seq(paths.map(|(at, address)| Part {
            number: at + 1,
            address,
            is_here: at == self.here,
        }))
    }
}

/// A page: its frame and what it holds.
#[derive(Serialize)]
pub(super) struct Framed<'a, T> {
    #[serde(flatten)]
    pub(super) frame: &'a Frame<'a>,
    #[serde(flatten)]
    pub(super) content: T,
}

impl<'a> Frame<'a> {
    pub(super) fn new(site: Site<'a>, path: &str, section: Section, title: &str) -> Self {
        let config = site.config;
        let body = config.body.as_deref().map(correct);
        let described = body.iter().map(|body| format!(", {body}"));
        let public_path = path.strip_suffix("index.html").unwrap_or(path);
        Self {
            path: path.to_owned(),
            description: described.fold(title.to_owned(), |text, body| text + &body),
            title: title.to_owned(),
            section,
            root: String::new(),
            words: site.words(),
            labels: &config.labels,
            logo: config.logo.as_ref().map(|picture| Logo {
                address: logo_file_name(picture),
                file: logo_file_name(picture),
                text: config
                    .logo_text
                    .as_deref()
                    .map(correct)
                    .or_else(|| body.clone())
                    .unwrap_or_else(|| "Logo".into()),
                width: picture.width,
                height: picture.height,
            }),
            body,
            edition: config.named_edition().and_then(Edition::heading),
            edition_mark: edition_mark(config),
            site_address: config.site_address.as_deref(),
            public_address: config
                .site_address
                .as_ref()
                .map(|site| format!("{site}/{public_path}")),
            today: site.today,
            has_decisions: site.has_decisions,
            parts: Parts::default(),
        }
    }

    /// The same as page `here` of the pages of these paths.
    pub(super) fn part(mut self, here: usize, paths: &Arc<[String]>) -> Self {
        if paths.len() > 1 {
            self.title = format!("{}, {} {}", self.title, self.labels.page, here + 1);
            let paths = Arc::clone(paths);
            self.parts = Parts { paths, here };
        }
        self
    }

    /// All that it shows beside what the settings say.
    pub(super) fn told(&self) -> impl Serialize {
        let parts = (self.parts.here, self.parts.paths.len());
        let titles = (&self.path, &self.title, &self.description);
        (titles, self.section, self.today, self.has_decisions, parts)
    }

    /// The same for a page that a server shows at any address: its links start at the top of the host, below which a site
    /// that does not tell its address is taken to stand.
    pub(super) fn at_any_address(mut self) -> Self {
        let site = self.site_address.unwrap_or_default();
        let after_scheme = site.split_once("://").map_or("", |(_, rest)| rest);
        let folder = after_scheme
            .find('/')
            .map_or("", |start| &after_scheme[start..]);
        self.root = format!("{folder}/");
        self.public_address = None;
        if let Some(logo) = &mut self.logo {
            logo.address = format!("{}{}", self.root, logo.address);
        }
        self
    }
}

/// The names of the pages of a list: `actions-2026.html`, `actions-2026-2.html`…
pub(super) fn part_paths(stem: &str, count: usize) -> Arc<[String]> {
    let path = |number| match number {
        1 => format!("{stem}.html"),
        number => format!("{stem}-{number}.html"),
    };
    (1..=count).map(path).collect()
}
