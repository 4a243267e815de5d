//! Sees that something was saved anywhere in the project but in its output.
//!
//! The root is watched by itself and each folder in it with all that is below, so that nothing is spent on an output of ten
//! thousand folders. Where the system has no room for that, all files are looked at every few seconds.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::signal::{Signal, is_passing};
use super::{Site, poll};
use crate::files;

/// The watch over a project.
pub(super) struct Watching {
    root: PathBuf,
    output: PathBuf,
    sender: Sender<Signal>,
    means: Means,
    followed: BTreeSet<PathBuf>,
    /// A folder right below the root came, went or was renamed: the watch over it may have gone with it.
    is_stale: Arc<AtomicBool>,
}

enum Means {
    /// Nothing yet; whether all files are to be looked at.
    None { polls: bool },
    /// The system announces what changes.
    Announced(RecommendedWatcher),
    /// All files are looked at every few seconds.
    Polled,
}

impl Watching {
    /// Watches nothing yet.
    pub(super) fn new(site: &Site, sender: Sender<Signal>) -> Self {
        // Some systems name the files by their true path.
        let real = |path: &Path| files::true_path(path).unwrap_or_else(|| path.to_owned());
        let root = real(&site.root);
        Self {
            output: root.join(site.output.file_name().unwrap_or(OsStr::new(""))),
            root,
            sender,
            means: Means::None { polls: site.polls },
            followed: BTreeSet::new(),
            is_stale: Arc::default(),
        }
    }

    /// Watches the folders that are there now; says whether it has just begun to look every few seconds, for want of room.
    pub(super) fn follow_folders(&mut self) -> bool {
        let mut watcher = match std::mem::replace(&mut self.means, Means::Polled) {
            Means::Polled => return false,
            Means::Announced(watcher) => watcher,
            Means::None { polls: true } => {
                self.poll();
                return false;
            }
            Means::None { polls: false } => match self.new_watcher() {
                Ok(watcher) => watcher,
                Err(_) => {
                    self.poll();
                    return true;
                }
            },
        };
        if self.is_stale.swap(false, Ordering::Relaxed) {
            for folder in std::mem::take(&mut self.followed) {
                // The watch may have gone with the folder.
                let _ = watcher.unwatch(&folder);
            }
        }
        if self.follow(&mut watcher).is_err() {
            self.poll();
            return true;
        }
        self.means = Means::Announced(watcher);
        false
    }

    fn poll(&self) {
        poll::look(self.root.clone(), self.output.clone(), self.sender.clone());
    }

    fn follow(&mut self, watcher: &mut RecommendedWatcher) -> notify::Result<()> {
        let wanted = self.folders();
        for folder in wanted.difference(&self.followed.clone()) {
            let mode = match *folder == self.root {
                true => RecursiveMode::NonRecursive,
                false => RecursiveMode::Recursive,
            };
            match watcher.watch(folder, mode) {
                Ok(()) => {
                    self.followed.insert(folder.clone());
                }
                Err(error) if is_want_of_room(&error) => return Err(error),
                // Gone meanwhile, or closed to us: the build says what it cannot read.
                Err(_) => {}
            }
        }
        self.followed.retain(|folder| wanted.contains(folder));
        Ok(())
    }

    fn new_watcher(&self) -> notify::Result<RecommendedWatcher> {
        let (sender, is_stale) = (self.sender.clone(), Arc::clone(&self.is_stale));
        let (root, output) = (self.root.clone(), self.output.clone());
        notify::recommended_watcher(move |event: notify::Result<Event>| {
            if let Ok(event) = &event {
                if !matters(event, &root, &output) {
                    return;
                }
                let is_moved = match event.kind {
                    EventKind::Modify(kind) => matches!(kind, ModifyKind::Name(_)),
                    EventKind::Access(_) => false,
                    _ => true,
                };
                if is_moved && event.paths.iter().any(|path| path.parent() == Some(&root)) {
                    is_stale.store(true, Ordering::Relaxed);
                }
            }
            // An error may stand for events that were lost.
            let _ = sender.send(Signal::Changed);
        })
    }

    /// The root, and the folders in it but the output and the hidden ones.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let names = files::names_in(&self.root);
        let inside = names.iter().map(|name| self.root.join(name));
        let is_wanted = |path: &PathBuf| {
            *path != self.output
                && files::is_folder(path)
                && !path.file_name().is_some_and(is_passing)
        };
        let mut folders: BTreeSet<PathBuf> = inside.filter(is_wanted).collect();
        folders.insert(self.root.clone());
        folders
    }
}

/// No more watches, or no more open files.
fn is_want_of_room(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => !matches!(
            error.kind(),
            std::io::ErrorKind::NotFound | std::io::ErrorKind::PermissionDenied
        ),
        ErrorKind::Generic(_) => true,
        _ => false,
    }
}

/// Whether an event may change what a build makes.
fn matters(event: &Event, root: &Path, output: &Path) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        // The build itself reads.
        EventKind::Access(_) => return false,
        _ => {}
    }
    // An output that was taken away is made again.
    let is_output_gone =
        matches!(event.kind, EventKind::Remove(_)) && event.paths.iter().any(|path| path == output);
    event.need_rescan()
        || is_output_gone
        || event.paths.iter().any(|path| {
            let below = path.strip_prefix(root).unwrap_or(path);
            !path.starts_with(output) && !below.iter().any(is_passing)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, RenameMode};

    #[test]
    fn what_a_save_is() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let created = EventKind::Create(CreateKind::File);
        let opened = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        for (kind, paths, is_save) in [
            (created, vec!["meetings/2026/2026-03-17.toml"], true),
            (closed, vec!["greffier.toml"], true),
            (opened, vec!["meetings/2026/2026-03-17.toml"], false),
            // Into place, from a temporary file.
            (
                renamed,
                vec!["meetings/a.toml.tmp", "meetings/a.toml"],
                true,
            ),
            (created, vec!["meetings/.a.toml.swp"], false),
            (created, vec!["meetings/a.toml~"], false),
            (created, vec!["meetings/4913"], false),
            (created, vec!["meetings/~$rapport.docx"], false),
            (created, vec!["meetings/.~lock.rapport.odt#"], false),
            (created, vec![".git/index"], false),
            (created, vec!["output/2026/2026-03-17/index.html"], false),
            (renamed, vec!["output/.greffier/manifeste"], false),
            (created, vec!["templates/minutes.html"], true),
            (created, vec!["logo.png"], true),
        ] {
            let root = Path::new("/projet");
            let mut event = Event::new(kind);
            event.paths = paths.iter().map(|path| root.join(path)).collect();
            assert_eq!(
                matters(&event, root, &root.join("output")),
                is_save,
                "{kind:?} {paths:?}"
            );
        }
    }
}
