//! Files of ours that nothing is known of any more, found where what was known of the builds is lost, and told until they are gone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Keeper;
use super::content::{is_our_calendar, is_our_page};
use super::store::Note;
use crate::files::{self, FileError, Kind};

/// Where those that were found are kept, beside the manifest.
const FILE: &str = "orphelins";
const MAGIC: &[u8] = b"greffier orphans 1\n";

impl<N: Note> Keeper<N> {
    /// The files that no owner has now, though they are pages or calendars of ours, or stand in the folder of a record that is made:
    /// searched where no build is remembered, else those of an earlier search that are still there.
    pub(crate) fn orphans(&self) -> Vec<PathBuf> {
        let known = self.all_outputs();
        let known: BTreeSet<PathBuf> = known
            .map(|(owner, output)| self.folder.path_of(owner, &output.name))
            .collect();
        let found = match self.store.has_memory {
            true => self.found_before(),
            false => self.search(&known),
        };
        let found = found.into_iter();
        found.filter(|path| !known.contains(path)).collect()
    }

    /// Keeps these for the next build.
    ///
    /// # Errors
    /// The disk refuses it.
    pub(crate) fn keep_orphans(&self, orphans: &[PathBuf]) -> Result<(), FileError> {
        if orphans.is_empty() {
            return self.remove_beside(|name| name == FILE);
        }
        let top = self.folder.top();
        let names = orphans.iter().filter_map(|path| {
            let parts = path.strip_prefix(top).ok()?.components();
            let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
            Some(parts?.join("/"))
        });
        self.keep_beside(FILE, MAGIC, names)
    }

    fn found_before(&self) -> Vec<PathBuf> {
        let names: Vec<String> = self.read_beside(FILE, MAGIC);
        let top = self.folder.top();
        let names = names
            .iter()
            .filter(|name| !name.split('/').any(|part| part == ".."));
        let paths = names.map(|name| {
            name.split('/')
                .fold(top.to_owned(), |path, part| path.join(part))
        });
        paths.filter(|path| files::is_file(path)).collect()
    }

    fn search(&self, known: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let top = self.folder.top();
        let folders = known.iter().filter_map(|path| path.parent());
        let folders: BTreeSet<&Path> = folders.filter(|folder| *folder != top).collect();
        let is_of_record = |path: &Path| {
            let mut above = path.ancestors().skip(1).take_while(|folder| *folder != top);
            above.any(|folder| folders.contains(folder))
        };
        let is_orphan = |path: &Path| {
            let bears = |is_ours: fn(&[u8]) -> bool| {
                files::read_whole(path).is_ok_and(|bytes| is_ours(&bytes))
            };
            is_of_record(path)
                || match path.extension().and_then(|ending| ending.to_str()) {
                    Some("html") => bears(is_our_page),
                    Some("ics") => bears(is_our_calendar),
                    _ => false,
                }
        };
        let met = files::walk(top).filter(|met| met.kind() == Kind::File);
        met.map(|met| met.path().to_owned())
            .filter(|path| !known.contains(path) && !self.is_remembered(path) && is_orphan(path))
            .collect()
    }

    /// Whether it is a part of what the builds remember.
    fn is_remembered(&self, path: &Path) -> bool {
        path.starts_with(self.store.folder())
    }
}
