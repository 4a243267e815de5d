//! Sees that something was saved by looking at all files, where the system announces nothing.
//!
//! By the stamps of the builds themselves: two saves within a second are two.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::signal::{Signal, is_passing};
use crate::files::{self, Stamp};

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_secs(2);
/// At most 16 folders within one another: a link may lead back to one that holds it.
const DEEPEST: usize = 16;

/// Looks at the files from now on, until nobody listens.
pub(super) fn look(root: PathBuf, output: PathBuf, sender: Sender<Signal>) {
    // Before the first build: what is saved from here on is another state.
    let mut seen = state_of(&root, &output);
    thread::spawn(move || {
        loop {
            thread::sleep(INTERVAL);
            let now = state_of(&root, &output);
            if now != seen && sender.send(Signal::Changed).is_err() {
                return;
            }
            seen = now;
        }
    });
}

/// The stamps of all files of a project but its output.
fn state_of(root: &Path, output: &Path) -> BTreeMap<PathBuf, Stamp> {
    let mut stamps = BTreeMap::new();
    note(root, output, DEEPEST, &mut stamps);
    stamps
}

fn note(folder: &Path, output: &Path, depth: usize, stamps: &mut BTreeMap<PathBuf, Stamp>) {
    for name in files::names_in(folder) {
        let path = folder.join(&name);
        if is_passing(name.as_ref()) || path == output {
            continue;
        }
        match Stamp::of(&path) {
            Ok(Some(stamp)) => {
                stamps.insert(path, stamp);
            }
            Ok(None) if depth > 0 && files::is_folder(&path) => {
                note(&path, output, depth - 1, stamps)
            }
            // The build says what it cannot read.
            Ok(None) | Err(_) => {}
        }
    }
}
