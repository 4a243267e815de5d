//! A project: a folder with `meetings/`, perhaps `greffier.toml`, perhaps `templates/`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::read_text;
use crate::config::{self, Config};
use crate::diagnostic::{Report, Severity};
use crate::templates::{Templates, is_template_name};

/// The settings of the series.
pub const CONFIG_FILE: &str = "greffier.toml";
/// The folder of the records.
pub const MEETINGS_FOLDER: &str = "meetings";
/// The folder of the outputs, unless another is asked for.
pub const OUTPUT_FOLDER: &str = "output";
/// The folder of the user's own templates.
const TEMPLATES_FOLDER: &str = "templates";

/// A project, opened: its settings read, its templates parsed.
#[derive(Debug)]
pub struct Project {
    /// Its folder.
    pub root: PathBuf,
    /// The settings of the series.
    pub config: Config,
    /// The templates.
    pub templates: Templates,
    /// Doubts about `greffier.toml`.
    pub doubts: Option<Report>,
}

impl Project {
    /// The project that a folder belongs to: the nearest folder above it, itself included, with `greffier.toml` or
    /// `meetings/`; else the folder itself.
    #[must_use]
    pub fn root_of(folder: &Path) -> PathBuf {
        let is_root = |folder: &&Path| {
            folder.join(CONFIG_FILE).is_file() || folder.join(MEETINGS_FOLDER).is_dir()
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
    /// Reports of the faults of `greffier.toml` and of the user's templates: without them nothing can be made.
    pub fn open(root: &Path) -> Result<Self, Vec<Report>> {
        let mut faults = Vec::new();
        let mut doubts = None;
        let config = match read_config(root) {
            Err(report) => {
                faults.push(*report);
                None
            }
            Ok((config, report)) if report.count(Severity::Fault) == 0 => {
                doubts = Some(report).filter(|report| !report.diagnostics.is_empty());
                config
            }
            Ok((_, report)) => {
                faults.push(report);
                None
            }
        };
        let templates = match read_templates(root).and_then(Templates::new) {
            Ok(templates) => Some(templates),
            Err(report) => {
                faults.push(*report);
                None
            }
        };
        match (config, templates) {
            (Some(config), Some(templates)) => Ok(Self {
                root: root.to_owned(),
                config,
                templates,
                doubts,
            }),
            _ => Err(faults),
        }
    }

    /// The folder of the records.
    #[must_use]
    pub fn meetings(&self) -> PathBuf {
        self.root.join(MEETINGS_FOLDER)
    }
}

fn read_config(root: &Path) -> Result<(Option<Config>, Report), Box<Report>> {
    let path = root.join(CONFIG_FILE);
    if !path.exists() {
        return Ok((Some(Config::default()), Report::default()));
    }
    let source = read_text(&path, CONFIG_FILE)?;
    let reading = config::read(&source);
    Ok((reading.config, Report::new(source, reading.diagnostics)))
}

/// The user's own templates, by name.
fn read_templates(root: &Path) -> Result<BTreeMap<String, String>, Box<Report>> {
    let folder = root.join(TEMPLATES_FOLDER);
    let mut templates = BTreeMap::new();
    for entry in WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
    {
        let Some(name) = slashed(entry.path().strip_prefix(&folder).unwrap_or(Path::new("")))
        else {
            continue;
        };
        if entry.file_type().is_file() && is_template_name(&name) {
            let source = read_text(entry.path(), &format!("{TEMPLATES_FOLDER}/{name}"))?;
            templates.insert(name, source.text);
        }
    }
    Ok(templates)
}

/// A relative path with `/` between its parts, on every system; `None` for a name that is no text.
pub(super) fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}
