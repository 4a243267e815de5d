//! What of the output folder is to be copied to the host of the site, and what is to be deleted there, since the last time.
//!
//! A list beside the settings, never in the folder that is copied, tells what stood on the site then: the name of each file and its
//! content. The hidden folder of the builds is no part of the site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::files::{self, FileError, Kind};
use crate::keeper::Hash;

/// The name of the list, in the folder of the project.
const LIST: &str = ".greffier-publication";
/// The first line of a list.
const HEAD: &str = "# Ce qui est sur le site, d’après « greffier publish --done ».\n";
/// How the names of the program's own files begin.
const OWN: &str = ".greffier";

/// The content of each file, by its name below the output folder, with `/`.
type Listed = BTreeMap<String, String>;

/// What the site lacks, and what it has too much, since the last time.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// What is new or otherwise than it was.
    pub to_copy: Vec<String>,
    /// What is not there any more.
    pub to_delete: Vec<String>,
    /// How many files are as they were.
    pub unchanged: usize,
    /// Whether nothing was noted before: what the site has is not known.
    pub is_first: bool,
    now: Listed,
}

impl Publication {
    /// Compares the output folder with what was noted in that project.
    ///
    /// # Errors
    /// The disk refuses a file.
    pub fn look(root: &Path, output: &Path) -> Result<Self, FileError> {
        let before = read_list(root)?;
        let now = listed(output)?;
        let known = before.as_ref();
        let was = |name: &String| known.and_then(|before| before.get(name));
        let differs = |(name, content): &(&String, &String)| was(name) != Some(*content);
        let to_copy: Vec<String> = now
            .iter()
            .filter(differs)
            .map(|(name, _)| name.clone())
            .collect();
        let gone = known.into_iter().flat_map(BTreeMap::keys);
        let gone = gone.filter(|name| !now.contains_key(*name));
        Ok(Self {
            to_delete: gone.cloned().collect(),
            unchanged: now.len() - to_copy.len(),
            is_first: before.is_none(),
            to_copy,
            now,
        })
    }

    /// Notes that the site is as the output folder now.
    ///
    /// # Errors
    /// The disk refuses the list.
    pub fn note(&self, root: &Path) -> Result<(), FileError> {
        let lines = self.now.iter();
        let lines = lines.map(|(name, content)| format!("{content} {name}\n"));
        let text = lines.fold(HEAD.to_owned(), |text, line| text + &line);
        files::write(&root.join(LIST), text.as_bytes(), false)?;
        Ok(())
    }
}

fn listed(output: &Path) -> Result<Listed, FileError> {
    let mut listed = Listed::new();
    for entry in files::walk(output) {
        let Some(name) = name_below(output, entry.path()) else {
            continue;
        };
        let is_own = name.split('/').any(|part| part.starts_with(OWN));
        if entry.kind() == Kind::File && !is_own {
            let content = Hash::of(&files::read_whole(entry.path())?);
            listed.insert(name, content.hexadecimal());
        }
    }
    Ok(listed)
}

/// With `/` on every system; none for a name that is no text.
fn name_below(output: &Path, path: &Path) -> Option<String> {
    let below: PathBuf = path.strip_prefix(output).ok()?.to_owned();
    let parts = below.components().map(|part| part.as_os_str().to_str());
    let parts: Vec<&str> = parts.collect::<Option<_>>()?;
    Some(parts.join("/"))
}

/// None where nothing was noted yet.
fn read_list(root: &Path) -> Result<Option<Listed>, FileError> {
    let path = root.join(LIST);
    if !files::is_file(&path) {
        return Ok(None);
    }
    let text = files::read_whole(&path)?;
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let listed = lines.filter_map(|line| {
        let (content, name) = line.split_once(' ')?;
        Some((name.to_owned(), content.to_owned()))
    });
    Ok(Some(listed.collect()))
}
