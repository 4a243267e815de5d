//! Pages of ours that nothing is known of any more, found where what was known of the builds is lost.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Keeper;
use super::content::is_our_page;
use super::store::Note;
use crate::files::{self, Kind};

impl<N: Note> Keeper<N> {
    /// The pages that say themselves that the program made them, and that no owner has now; none where the builds are remembered.
    /// What stands beside a page that an owner has is a format that was not asked for.
    pub(crate) fn orphans(&self) -> Vec<PathBuf> {
        if self.store.has_memory {
            return Vec::new();
        }
        let top = self.folder.top();
        let known = self.all_outputs();
        let known: BTreeSet<PathBuf> = known
            .map(|(owner, output)| self.folder.path_of(owner, &output.name))
            .collect();
        let kept: BTreeSet<&Path> = known.iter().filter_map(|path| path.parent()).collect();
        let is_orphan = |path: &Path| {
            let is_beside = || {
                path.parent()
                    .is_some_and(|one| one != top && kept.contains(one))
            };
            let is_page = path.extension().is_some_and(|ending| ending == "html");
            is_page
                && !known.contains(path)
                && !is_beside()
                && files::read_whole(path).is_ok_and(|page| is_our_page(&page))
        };
        let met = files::walk(top).filter(|met| met.kind() == Kind::File);
        met.map(|met| met.path().to_owned())
            .filter(|path| is_orphan(path))
            .collect()
    }
}
