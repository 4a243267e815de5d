//! The files of a project that are neither records nor templates: the logo, the style sheet, the fonts it names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::kinds::ArchiveFault;
use super::texts::{TEMPLATES_FOLDER, read_text};
use crate::config::{self, PictureFile};
use crate::diagnostic::{Diagnostic, Report, Source, Span};
use crate::files;
use crate::french::folding::one_form;
use crate::pdf::Pictures;
use crate::picture::Picture;
use crate::print::fonts::{Face, Fonts};
use crate::print::style::{FontFiles, Orientation, StyleSheet};
use crate::toml_source::FileState;

/// The user's own style sheet, in the folder of the templates.
const STYLE_FILE: &str = "style.toml";

/// Answers for a path typed in a file that counts from `folder`: what it leads to must lie in the project.
pub(super) fn files_in(root: &Path, folder: PathBuf) -> impl Fn(&str) -> FileState + use<> {
    let root = root.to_owned();
    move |typed| {
        let path = Path::new(typed);
        if path.is_absolute() || path.has_root() || typed.as_bytes().get(1) == Some(&b':') {
            return FileState::OutsideProject;
        }
        // All resolved, so that neither `..` nor a symbolic link leads out of the project. A folder that a link brings into it is part
        // of it with all that is below: the records in it are read too.
        let places = [&root, &folder].map(|place| files::true_path(place));
        let is_inside = |file: &Path| places.iter().flatten().any(|place| file.starts_with(place));
        let spelled = spelled(&folder, typed);
        match files::true_path(&spelled.path) {
            Some(file) if !is_inside(&file) => FileState::OutsideProject,
            Some(_) if spelled.has_twin => FileState::TwoAlike,
            Some(file) if files::is_file(&file) => FileState::Present,
            Some(folder) if files::is_folder(&folder) => FileState::Folder,
            _ => FileState::Missing,
        }
    }
}

/// A path as the disk spells it.
struct Spelled {
    path: PathBuf,
    /// Whether another file or folder has a name that reads so.
    has_twin: bool,
}

/// A path typed in a file that counts from `folder`, as the disk spells it: some systems take the accents of a name apart (NFD), some do not, and
/// a file that goes from one to the other keeps its own.
fn spelled(folder: &Path, typed: &str) -> Spelled {
    let mut path = folder.to_owned();
    let mut has_twin = false;
    for part in typed.split('/') {
        // A name without accents is spelled in one way alone.
        if part.is_ascii() {
            path.push(part);
            continue;
        }
        let form = one_form(part);
        let names = files::names_in(&path).into_iter();
        let alike: Vec<String> = names.filter(|name| one_form(name) == form).collect();
        has_twin |= alike.len() > 1;
        let exact = alike.iter().find(|name| *name == part);
        path.push(exact.or(alike.first()).map_or(part, String::as_str));
    }
    Spelled { path, has_twin }
}

/// The same, for a path that is known to lead to one file.
pub(super) fn on_disk(folder: &Path, typed: &str) -> PathBuf {
    let path = folder.join(typed);
    match typed.is_ascii() || files::is_there(&path) {
        true => path,
        false => spelled(folder, typed).path,
    }
}

/// Answers for the path of a picture.
pub(super) fn pictures_of(root: &Path) -> impl Fn(&str) -> PictureFile + use<> {
    let root = root.to_owned();
    let state = files_in(&root, root.clone());
    move |typed| match state(typed) {
        FileState::Present => match files::read(&on_disk(&root, typed)).map(Picture::read) {
            // Decoded once here, so that a picture that cannot be printed is reported at its place.
            Ok(Ok(picture)) => match Pictures::default().add(typed, &picture.bytes) {
                Ok(()) => PictureFile::Sound(picture),
                Err(fault) => PictureFile::Unprintable(fault.to_string()),
            },
            Ok(Err(fault)) => PictureFile::Faulty(fault),
            Err(_) => PictureFile::NotThere(FileState::Missing),
        },
        state => PictureFile::NotThere(state),
    }
}

/// The orientation that a series asks for, in the words of the style sheet.
pub(super) fn orientation(of_series: config::SeriesOrientation) -> Orientation {
    match of_series {
        // The templates turn the sheet of the table.
        config::SeriesOrientation::Portrait | config::SeriesOrientation::LandscapeTable => {
            Orientation::Portrait
        }
        config::SeriesOrientation::Landscape => Orientation::Landscape,
    }
}

/// The style sheet, sound, and the fonts it names.
pub(super) struct StyleAndFonts {
    pub(super) style: StyleSheet,
    pub(super) fonts: Fonts,
    pub(super) doubts: Report,
}

/// The program's own style sheet, and its fonts.
pub(super) fn embedded_style() -> Result<StyleAndFonts, Box<Report>> {
    read_sheet(Source::default(), Path::new(""), None)
}

/// The user's style sheet over the embedded one, or that alone. What `greffier.toml` says of the sheet of paper wins.
pub(super) fn read_style(
    root: &Path,
    held: Option<Orientation>,
) -> Result<StyleAndFonts, Box<Report>> {
    let path = root.join(TEMPLATES_FOLDER).join(STYLE_FILE);
    let source = match files::is_there(&path) {
        true => read_text(&path, &format!("{TEMPLATES_FOLDER}/{STYLE_FILE}"))?,
        false => Source::default(),
    };
    read_sheet(source, root, held)
}

fn read_sheet(
    source: Source,
    root: &Path,
    held: Option<Orientation>,
) -> Result<StyleAndFonts, Box<Report>> {
    let mut reading = StyleSheet::read_held(&source, held, &files_in(root, root.to_owned()));
    let fonts = match &reading.sheet {
        Some(style) => load_fonts(root, &style.fonts, &reading.font_places),
        None => Ok(Fonts::embedded()),
    };
    let fonts = fonts.map_err(|fault| reading.diagnostics.push(fault)).ok();
    match reading.sheet.zip(fonts) {
        Some((style, fonts)) => Ok(StyleAndFonts {
            style,
            fonts,
            doubts: Report::new(source, reading.diagnostics),
        }),
        None => Err(Box::new(Report::new(source, reading.diagnostics))),
    }
}

/// The fonts of these files; a fault stands where the file is named.
fn load_fonts(
    root: &Path,
    named: &FontFiles,
    places: &BTreeMap<Face, Span>,
) -> Result<Fonts, Diagnostic> {
    let at = |face: Face| places.get(&face).cloned().unwrap_or_default();
    let mut loaded = BTreeMap::new();
    for face in Face::ALL {
        let Some(path) = named.of(face) else {
            continue;
        };
        let bytes = files::read_whole(&on_disk(root, path)).map_err(|error| {
            Diagnostic::new(ArchiveFault::Unreadable, error.to_string()).at(at(face), "")
        })?;
        loaded.insert(face, bytes);
    }
    Fonts::with(&loaded).map_err(|fault| {
        Diagnostic::new(ArchiveFault::Font, fault.to_string())
            .at(at(fault.face), "")
            .help(fault.help())
    })
}
