//! A project: a folder with `meetings/`, perhaps `greffier.toml`, perhaps `templates/`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::assets::{StyleAndFonts, embedded_style, orientation, pictures_of, read_style};
use super::contacts::{ContactsFile, read_contacts};
use super::texts::{TEMPLATES_FOLDER, beside_its_name, read_text, unseen_in};
use crate::config::{self, Config, Published};
use crate::contacts::{Contacts, Directory};
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::files;
use crate::pdf::Pictures;
use crate::print::fonts::Fonts;
use crate::print::style::StyleSheet;
use crate::record;
use crate::templates::{Templates, doubt_of_folder, folder_meant, is_template_name};

/// The settings of the series.
pub const CONFIG_FILE: &str = "greffier.toml";
/// The folder of the records.
pub const MEETINGS_FOLDER: &str = "meetings";
/// The folder of the outputs, unless another is asked for.
pub const OUTPUT_FOLDER: &str = "output";

/// A project, opened: its settings read, its templates parsed, its fonts loaded.
#[derive(Debug)]
pub struct Project {
    /// Its folder.
    pub root: PathBuf,
    /// The settings of the series, the logo among them.
    pub config: Config,
    /// The templates.
    pub templates: Templates,
    /// The style sheet of the PDF.
    pub style: StyleSheet,
    /// The fonts of the PDF.
    pub fonts: Fonts,
    /// The pictures that the PDF may show: the logo, by the name `logo`.
    pub pictures: Pictures,
    /// What `contacts.toml` says, if the project has one.
    pub contacts: Option<Contacts>,
    /// What the minutes take from it.
    pub directory: Directory,
    /// Doubts about `greffier.toml`, `templates/style.toml` and `contacts.toml`.
    pub doubts: Vec<Report>,
    /// Doubts about files of `templates/` that nothing uses.
    pub unused_templates: Vec<Report>,
    /// What of `greffier.toml` no font of the PDF holds: no PDF can be made.
    pub unprintable: Option<Report>,
}

impl Project {
    /// The project that a folder belongs to: the nearest folder above it, itself included, with `greffier.toml` or
    /// `meetings/`; else the folder itself.
    #[must_use]
    pub fn root_of(folder: &Path) -> PathBuf {
        let is_root = |folder: &&Path| {
            files::is_file(&folder.join(CONFIG_FILE))
                || files::is_folder(&folder.join(MEETINGS_FOLDER))
        };
        folder
            .ancestors()
            .find(is_root)
            .unwrap_or(folder)
            .to_owned()
    }

    /// Opens the project of that folder.
    ///
    /// # Errors
    /// Reports of the faults of `greffier.toml`, of `contacts.toml`, of the user's style sheet with its fonts and of the user's templates: without
    /// them nothing can be made.
    pub fn open(root: &Path) -> Result<Self, Vec<Report>> {
        let mut faults = Vec::new();
        let settings = sound(read_config(root), &mut faults);
        let held = settings
            .as_ref()
            .and_then(|settings| settings.config.orientation);
        let style_and_fonts = sound(read_style(root, held.map(orientation)), &mut faults);
        let own = sound(read_templates(root), &mut faults).unwrap_or_default();
        let templates = sound(Templates::new(own.texts), &mut faults);
        let contacts = sound(read_contacts(root), &mut faults).unwrap_or_default();
        let (Some(settings), Some(style_and_fonts), Some(templates), true) =
            (settings, style_and_fonts, templates, faults.is_empty())
        else {
            return Err(faults);
        };
        Ok(Self {
            unused_templates: [templates.doubts(&own.files), own.elsewhere].concat(),
            ..Self::new(root, settings, style_and_fonts, templates, contacts)
        })
    }

    /// Opens the project for who makes no page of it: with the program's own templates and style sheet, whatever those of the user are.
    ///
    /// # Errors
    /// Reports of the faults of `greffier.toml`.
    pub fn open_undressed(root: &Path) -> Result<Self, Vec<Report>> {
        let mut faults = Vec::new();
        let settings = sound(read_config(root), &mut faults);
        let style_and_fonts = sound(embedded_style(), &mut faults);
        let templates = sound(Templates::new(BTreeMap::new()), &mut faults);
        match (settings, style_and_fonts, templates) {
            (Some(settings), Some(style_and_fonts), Some(templates)) => {
                let contacts = read_contacts(root).unwrap_or_default();
                let project = Self::new(root, settings, style_and_fonts, templates, contacts);
                Ok(project)
            }
            _ => Err(faults),
        }
    }

    fn new(
        root: &Path,
        settings: Settings,
        style_and_fonts: StyleAndFonts,
        templates: Templates,
        contacts: ContactsFile,
    ) -> Self {
        let covers = |character| style_and_fonts.fonts.covers(character);
        let unprintable = settings.reading.unprintable(&settings.source, &covers);
        let mut directory = contacts.directory();
        if settings.config.site.participants == Published::Names {
            directory.forget_people();
        }
        let doubts = [
            Report::new(settings.source.clone(), settings.reading.diagnostics),
            style_and_fonts.doubts,
            contacts.doubts,
        ];
        let is_said = |report: &Report| !report.diagnostics.is_empty();
        Self {
            root: root.to_owned(),
            pictures: pictures(&settings.config),
            templates: templates.with_extra(&settings.config.extra()),
            config: settings.config,
            directory,
            contacts: contacts.contacts,
            doubts: doubts.into_iter().filter(is_said).collect(),
            unprintable: Some(Report::new(settings.source, unprintable)).filter(is_said),
            style: style_and_fonts.style,
            fonts: style_and_fonts.fonts,
            unused_templates: Vec::new(),
        }
    }

    /// The same project with the settings of another edition.
    #[must_use]
    pub fn with_settings(mut self, config: Config) -> Self {
        self.templates = self.templates.with_extra(&config.extra());
        self.config = config;
        self
    }

    /// The folder of the records.
    #[must_use]
    pub fn meetings(&self) -> PathBuf {
        self.root.join(MEETINGS_FOLDER)
    }

    /// A folder of the project by its name from there, with `/` on every system.
    #[must_use]
    pub fn path_of(&self, folder: &str) -> PathBuf {
        let parts = folder.split('/');
        parts.fold(self.root.clone(), |path, part| path.join(part))
    }

    /// What of a record no font of the PDF holds.
    #[must_use]
    pub fn unprintable(&self, source: &Source, reading: &record::Reading) -> Vec<Diagnostic> {
        reading.unprintable(source, &|character| self.fonts.covers(character))
    }

    /// Why the PDF of a sound record cannot be made, though its page can: a text of the record or of `greffier.toml` that no
    /// font holds.
    #[must_use]
    pub fn why_no_pdf(&self, source: &Source, reading: &record::Reading) -> Option<Report> {
        let of_all = self.unprintable.clone();
        of_all.or_else(|| {
            let faults = self.unprintable(source, reading);
            (!faults.is_empty()).then(|| Report::new(source.clone(), faults))
        })
    }
}

/// The pictures of a series. The logo was read when the settings were, so that one that cannot be printed was refused there.
fn pictures(config: &Config) -> Pictures {
    let mut pictures = Pictures::default();
    if let Some(logo) = &config.logo {
        let _ = pictures.add("logo", &logo.bytes);
    }
    pictures
}

/// What was read; a report of its faults is kept.
fn sound<T>(read: Result<T, Box<Report>>, faults: &mut Vec<Report>) -> Option<T> {
    read.map_err(|report| faults.push(*report)).ok()
}

/// `greffier.toml`, sound.
struct Settings {
    source: Source,
    reading: config::Reading,
    config: Config,
}

/// A file that is not there is as good as an empty one.
fn read_config(root: &Path) -> Result<Settings, Box<Report>> {
    let path = root.join(CONFIG_FILE);
    let source = match files::is_there(&path) {
        true => read_text(&path, CONFIG_FILE)?,
        false => match beside_its_name(root, CONFIG_FILE) {
            Some(report) => return Err(report),
            None => Source::default(),
        },
    };
    let mut reading = config::read(&source, &pictures_of(root));
    match reading.config.take() {
        Some(config) => Ok(Settings {
            source,
            reading,
            config,
        }),
        None => Err(Box::new(Report::new(source, reading.diagnostics))),
    }
}

/// The user's own templates.
#[derive(Default)]
struct OwnTemplates {
    /// Their texts, by name.
    texts: BTreeMap<String, String>,
    /// The names of all files of their folder.
    files: Vec<String>,
    /// The doubt about another folder, taken for theirs.
    elsewhere: Vec<Report>,
}

fn read_templates(root: &Path) -> Result<OwnTemplates, Box<Report>> {
    let folder = root.join(TEMPLATES_FOLDER);
    let mut own = OwnTemplates::default();
    if !files::is_folder(&folder) {
        let meant = folder_meant(|name| files::is_there(&root.join(name)));
        own.elsewhere = meant.into_iter().map(doubt_of_folder).collect();
        return Ok(own);
    }
    // Links are followed, as those to records are; what cannot be read is a fault, lest the program's own template be taken in silence.
    for entry in files::walk_through_links(&folder, |_| true) {
        let entry = entry.map_err(|unseen| unseen_in(&folder, TEMPLATES_FOLDER, &unseen))?;
        let Some(name) = slashed(entry.path().strip_prefix(&folder).unwrap_or(Path::new("")))
        else {
            continue;
        };
        if entry.kind() != files::Kind::File {
            continue;
        }
        if is_template_name(&name) {
            let source = read_text(entry.path(), &format!("{TEMPLATES_FOLDER}/{name}"))?;
            // Neither the mark of UTF-8 nor the line ends of Windows are part of what a template says.
            let text = source.text.trim_start_matches('\u{feff}');
            own.texts.insert(name.clone(), text.replace("\r\n", "\n"));
        }
        own.files.push(name);
    }
    Ok(own)
}

/// A relative path with `/` between its parts, on every system; `None` for a name that is no text.
pub(super) fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}
