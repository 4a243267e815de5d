//! What the last build came to, as the pages that are open need to know it.

use std::path::Path;

use tokio::sync::watch;

use crate::archive::{Outcome, RecordFile};
use crate::diagnostic::shortened;
use crate::files::Stamp;

/// The state of the site after a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// The faults, as the terminal shows them, without colours; empty if there are none.
    pub(super) faults: String,
    /// The addresses of the records.
    pub(super) addresses: Vec<String>,
    /// How often these addresses changed.
    listing: u64,
    /// How often a file changed that all pages use: a style sheet, a picture.
    shared: u64,
}

impl State {
    /// Names what a page shows: as long as the name is the same, it need not be loaded again.
    pub(super) fn version_of(&self, file: &Path) -> String {
        match Stamp::of(file) {
            Ok(Some(stamp)) if has_extension(file, &["html"]) => {
                format!("{stamp}-{}", self.shared)
            }
            Ok(Some(stamp)) => stamp.to_string(),
            // What stands there instead, a list of the pages, changes with the list.
            _ => format!("absent-{}", self.listing),
        }
    }
}

/// Where the state is written by the builds, and read by the server.
#[derive(Debug, Default)]
pub(super) struct Board(watch::Sender<State>);

impl Board {
    /// What a build came to. Of faults that would fill pages the pages that are open hear the first.
    pub(super) fn built(&self, records: &[RecordFile], outcome: &Outcome, faults: String) {
        let addresses: Vec<String> = records
            .iter()
            .map(|record| record.address.clone())
            .collect();
        let written = outcome.written.iter().map(|written| &written.path);
        let is_shared = written.chain(&outcome.removed).any(|path| is_shared(path));
        self.0.send_modify(|state| {
            state.faults = told(faults);
            state.listing += u64::from(state.addresses != addresses);
            state.shared += u64::from(is_shared);
            state.addresses = addresses;
        });
    }

    /// Nothing could be built.
    pub(super) fn refused(&self, faults: String) {
        self.0.send_modify(|state| state.faults = told(faults));
    }

    /// Whether these faults are those that are told.
    pub(super) fn tells(&self, faults: &str) -> bool {
        self.0.borrow().faults == told(faults.to_owned())
    }

    /// The state, now and whenever it changes.
    pub(super) fn follow(&self) -> watch::Receiver<State> {
        self.0.subscribe()
    }
}

/// At most 64 KiB of faults are told to each page: the terminal has them all.
const LONGEST_TOLD: usize = 64 << 10;

/// The faults, or the first of them.
fn told(faults: String) -> String {
    let is_long = faults.len() > LONGEST_TOLD;
    let told = shortened(faults, LONGEST_TOLD);
    match is_long {
        true => format!("{told}\n\nLa suite est dans le terminal."),
        false => told,
    }
}

/// Whether several pages may show that file.
fn is_shared(path: &Path) -> bool {
    has_extension(
        path,
        &["css", "js", "png", "jpg", "jpeg", "svg", "webp", "woff2"],
    )
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| {
        known
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}
