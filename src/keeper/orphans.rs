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
    /// The files that no owner has now, though they are pages or calendars of ours, stand in the folder of a record that is made, or have a
    /// name, below the top, that files of ours have: searched where no build is remembered, else those of an earlier search that are
    /// still there.
    pub(crate) fn orphans(&self, is_name_of_ours: impl Fn(&str) -> bool) -> Vec<PathBuf> {
        let known = self.all_outputs();
        let known: BTreeSet<PathBuf> = known
            .map(|(owner, output)| self.folder.path_of(owner, &output.name))
            .collect();
        let found = match self.store.has_memory {
            true => self.found_before(),
            false => self.search(&known, is_name_of_ours),
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
        let names = orphans.iter().filter_map(|path| self.name_of(path));
        self.keep_beside(FILE, MAGIC, names)
    }

    /// The name of a file below the top, with `/` on every system.
    fn name_of(&self, path: &Path) -> Option<String> {
        let parts = path.strip_prefix(self.folder.top()).ok()?.components();
        let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
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

    fn search(
        &self,
        known: &BTreeSet<PathBuf>,
        is_name_of_ours: impl Fn(&str) -> bool,
    ) -> Vec<PathBuf> {
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
            // Where no home page is ours, nothing of ours stood here before.
            let may_be_ours = || {
                let name = self.name_of(path);
                is_of_record(path) || name.is_some_and(|name| is_name_of_ours(&name))
            };
            self.has_our_home && may_be_ours()
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
