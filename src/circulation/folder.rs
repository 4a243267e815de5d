//! The folder of what goes out. A list in it, `.greffier`, tells what the program wrote there: only what is listed and still is as it
//! was written may be written again, or taken away.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::File;
use crate::files::{self, Change, FileError};
use crate::keeper::Hash;

/// The name of the list.
const LIST: &str = ".greffier";
/// The first line of a list.
const HEAD: &str = "# Ce que greffier a écrit ici ; il ne touche à rien d’autre.\n";

/// What came of putting the files in their folder.
#[derive(Debug, Default)]
pub struct Kept {
    /// What was written, by name.
    pub written: Vec<String>,
    /// How many were there, just so.
    pub unchanged: usize,
    /// What goes out no more, and was taken away.
    pub removed: Vec<String>,
    /// What is there and not as the program wrote it: it stays.
    pub left_alone: Vec<PathBuf>,
}

/// What the program wrote: each name with the contents that it may have. It has two while a run is under way.
type Listed = BTreeMap<String, BTreeSet<String>>;

/// Puts these files in their folder, and takes away what an earlier run put there and is wanted no more.
///
/// # Errors
/// The disk refuses a file.
pub fn keep(folder: &Path, files: &[File]) -> Result<Kept, FileError> {
    let listed = read_list(folder)?;
    // What is about to be written is noted first: so after any end it is known from the user's.
    let mut announced = listed.clone();
    for file in files {
        let contents = announced.entry(file.name.clone()).or_default();
        contents.insert(hash(&file.bytes));
    }
    let is_ours = |name: &str, path: &Path| {
        let contents = listed.get(name);
        Ok::<_, FileError>(match contents {
            None => false,
            Some(contents) => contents.contains(&hash(&files::read_whole(path)?)),
        })
    };
    write_list(folder, &announced)?;
    let mut kept = Kept::default();
    let mut now = Listed::new();
    for file in files {
        let path = path_of(folder, &file.name);
        let change = files::compare(&path, &file.bytes)?;
        if change == Change::Updated && !is_ours(&file.name, &path)? {
            kept.left_alone.push(path);
            continue;
        }
        match change {
            Change::Unchanged | Change::Rewritten => kept.unchanged += 1,
            Change::Created | Change::Updated => {
                files::replace(&path, &file.bytes)?;
                kept.written.push(file.name.clone());
            }
        }
        let content = BTreeSet::from([hash(&file.bytes)]);
        now.insert(file.name.clone(), content);
    }
    for name in listed.keys() {
        let path = path_of(folder, name);
        let is_wanted = files.iter().any(|file| file.name == *name);
        if is_wanted || !files::is_file(&path) {
            continue;
        }
        match is_ours(name, &path)? {
            true => {
                files::remove(&path, folder)?;
                kept.removed.push(name.clone());
            }
            false => kept.left_alone.push(path),
        }
    }
    write_list(folder, &now)?;
    Ok(kept)
}

/// The files that an earlier run put into that folder, and that are still there; none where no list can be read.
#[must_use]
pub fn files_left(folder: &Path) -> Vec<String> {
    let listed = read_list(folder).unwrap_or_default();
    let names = listed.into_keys();
    names
        .filter(|name| files::is_file(&path_of(folder, name)))
        .collect()
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    name.split('/')
        .fold(folder.to_owned(), |path, part| path.join(part))
}

fn hash(bytes: &[u8]) -> String {
    Hash::of(bytes).hexadecimal()
}

/// A list that is not there, or that somebody changed beyond reading, lists nothing.
fn read_list(folder: &Path) -> Result<Listed, FileError> {
    let path = folder.join(LIST);
    let mut listed = Listed::new();
    if !files::is_file(&path) {
        return Ok(listed);
    }
    let text = files::read_whole(&path)?;
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(' '));
    // No name leads out of the folder, whatever somebody wrote into the list.
    let is_below = |name: &str| {
        name.split('/')
            .all(|part| !["", ".", ".."].contains(&part) && !part.contains(['\\', ':']))
    };
    for (hash, name) in lines.filter(|(_, name)| is_below(name)) {
        let contents = listed.entry(name.to_owned()).or_default();
        contents.insert(hash.to_owned());
    }
    Ok(listed)
}

fn write_list(folder: &Path, listed: &Listed) -> Result<(), FileError> {
    let mut text = HEAD.to_owned();
    for (name, contents) in listed {
        for hash in contents {
            text += &format!("{hash} {name}\n");
        }
    }
    files::write(&folder.join(LIST), text.as_bytes())?;
    Ok(())
}
