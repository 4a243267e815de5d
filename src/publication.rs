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
const HEAD: &str = "# Ce qui est sur le site, d’après « greffier publish --done » ; la dernière ligne les compte.\n";
/// That of a list of before, which was not counted.
const HEAD_WITHOUT_COUNT: &str = "# Ce qui est sur le site, d’après « greffier publish --done ».\n";
/// How the last line begins.
const COUNT: &str = "# Fichiers : ";
/// How the names of the program's own files begin.
const OWN: &str = ".greffier";

/// What systems leave in a folder that is looked at, in small letters: no host needs it.
const OF_SYSTEMS: [&str; 4] = ["desktop.ini", "thumbs.db", "ehthumbs.db", ".ds_store"];
/// How the names of files begin that Word, `LibreOffice` and macOS leave beside others.
const BESIDE_OTHERS: [&str; 3] = ["~$", ".~lock.", "._"];

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
    /// Whether it is known what stands on the site.
    pub on_site: OnSite,
    now: Listed,
}

/// Whether it is known what stands on the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnSite {
    /// The list tells.
    Noted,
    /// Nothing was noted yet.
    #[default]
    NeverNoted,
    /// The list is damaged, and tells nothing.
    Damaged,
}

impl Publication {
    /// Compares the output folder with what was noted in that project.
    ///
    /// # Errors
    /// The disk refuses a file.
    pub fn look(root: &Path, output: &Path) -> Result<Self, FileError> {
        let (on_site, before) = read_list(root)?;
        let now = listed(output)?;
        let differs = |(name, content): &(&String, &String)| before.get(*name) != Some(*content);
        let to_copy: Vec<String> = now
            .iter()
            .filter(differs)
            .map(|(name, _)| name.clone())
            .collect();
        let gone = before.keys().filter(|name| !now.contains_key(*name));
        Ok(Self {
            to_delete: gone.cloned().collect(),
            unchanged: now.len() - to_copy.len(),
            on_site,
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
        let text = format!("{text}{COUNT}{}\n", self.now.len());
        files::write(&root.join(LIST), text.as_bytes())?;
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
        if entry.kind() == Kind::File && !is_own && !is_left_by_others(&name) {
            let content = Hash::of(&files::read_whole(entry.path())?);
            listed.insert(name, content.hexadecimal());
        }
    }
    Ok(listed)
}

/// Whether a system or another program left that file there for itself.
fn is_left_by_others(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let mut beginnings = BESIDE_OTHERS.iter();
    OF_SYSTEMS.contains(&name.as_str()) || beginnings.any(|beginning| name.starts_with(beginning))
}

/// With `/` on every system; none for a name that is no text, or more than a line of it.
fn name_below(output: &Path, path: &Path) -> Option<String> {
    let below: PathBuf = path.strip_prefix(output).ok()?.to_owned();
    let parts = below.components().map(|part| part.as_os_str().to_str());
    let parts: Vec<&str> = parts.collect::<Option<_>>()?;
    Some(parts.join("/")).filter(|name| !name.contains(char::is_control))
}

fn read_list(root: &Path) -> Result<(OnSite, Listed), FileError> {
    let path = root.join(LIST);
    if !files::is_file(&path) {
        return Ok((OnSite::NeverNoted, Listed::new()));
    }
    let bytes = files::read_whole(&path)?;
    let listed = std::str::from_utf8(&bytes).ok().and_then(parse);
    Ok(match listed {
        Some(listed) => (OnSite::Noted, listed),
        None => (OnSite::Damaged, Listed::new()),
    })
}

/// The files of a list that is whole: a line of each, and how many there are. Lists of before had no count.
fn parse(text: &str) -> Option<Listed> {
    let text = text.replace("\r\n", "\n");
    let (head, rest) = text.split_at(text.find('\n')? + 1);
    let rest = match head {
        HEAD => {
            let (lines, count) = rest
                .trim_end()
                .rsplit_once('\n')
                .unwrap_or(("", rest.trim_end()));
            let count: usize = count.strip_prefix(COUNT)?.parse().ok()?;
            (lines.lines().count() == count).then_some(lines)?
        }
        HEAD_WITHOUT_COUNT if rest.is_empty() || rest.ends_with('\n') => rest,
        _ => return None,
    };
    let is_digit = |digit: u8| digit.is_ascii_hexdigit();
    let listed = rest.lines().map(|line| {
        let (content, name) = line.split_once(' ')?;
        let is_hash = content.len() == 2 * Hash::LENGTH && content.bytes().all(is_digit);
        is_hash.then(|| (name.to_owned(), content.to_owned()))
    });
    listed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_left_is_no_part_of_the_site() {
        for (name, expected) in [
            ("desktop.ini", true),
            ("2026/Desktop.ini", true),
            ("2026/2026-03-17/Thumbs.db", true),
            ("ehthumbs.db", true),
            (".DS_Store", true),
            ("2026/._index.html", true),
            ("2026/2026-03-17/annexes/~$rapport.docx", true),
            ("annexes/.~lock.budget.xlsx#", true),
            ("index.html", false),
            (".htaccess", false),
            (".well-known/security.txt", false),
            ("annexes/thumbs.db.pdf", false),
            ("~brouillon.html", false),
        ] {
            assert_eq!(is_left_by_others(name), expected, "{name}");
        }
    }

    #[test]
    fn a_list_is_believed_only_if_it_is_whole() {
        let hash = "0123456789abcdef0123456789abcdef";
        let lines = format!("{hash} index.html\n{hash} 2026/à côté.html\n");
        let whole = format!("{HEAD}{lines}{COUNT}2\n");
        let before = format!("{HEAD_WITHOUT_COUNT}{lines}");
        for sound in [&whole, &before, &whole.replace('\n', "\r\n")] {
            let listed = parse(sound).expect("sound");
            let names: Vec<&String> = listed.keys().collect();
            assert_eq!(names, ["2026/à côté.html", "index.html"]);
        }
        let nothing = format!("{HEAD}{COUNT}0\n");
        assert_eq!(parse(&nothing), Some(Listed::new()));
        for length in (0..whole.len() - 1).filter(|length| whole.is_char_boundary(*length)) {
            assert_eq!(parse(&whole[..length]), None, "{}", &whole[..length]);
        }
        let conflict = whole.replacen(hash, &format!("<<<<<<< HEAD\n{hash}"), 1);
        let without_a_line = whole.replacen(&format!("{hash} index.html\n"), "", 1);
        for damaged in [
            &conflict,
            &without_a_line,
            "xy",
            &before.replace(hash, "abc"),
        ] {
            assert_eq!(parse(damaged), None, "{damaged}");
        }
    }
}
