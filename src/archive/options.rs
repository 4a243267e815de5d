//! How to build, and who follows it.

use std::path::PathBuf;
use std::time::Duration;

use jiff::civil::Date;

use super::discover::RecordFile;
use super::format::Format;
use super::watch::Rendering;
use crate::keeper::{OutputKind, Owner, Partition};

/// How to build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Where the pages go.
    pub output: PathBuf,
    /// What each record is made into.
    pub formats: Vec<Format>,
    /// Make even what is fresh, and what was made or changed by hand.
    pub force: bool,
    /// Write nothing, say what would be written.
    pub dry_run: bool,
    /// The day on which an action is late or not; that of the latest meeting without.
    pub today: Option<Date>,
    /// The share of the archive to make.
    pub partition: Option<Partition>,
    /// Who builds, for another build that is kept out.
    pub holder: String,
    /// How long a template may take with one record.
    pub patience: Duration,
}

impl BuildOptions {
    /// Whether a record is part of the share that is asked for.
    pub(super) fn is_of_share(&self, record: &RecordFile) -> bool {
        let owner = || Owner::Record(record.address.clone());
        self.partition.is_none_or(|share| share.holds(&owner()))
    }

    /// Whether there are pages to show what is around the minutes.
    pub(super) fn makes_pages(&self) -> bool {
        self.formats.contains(&Format::Html)
    }

    /// Whether files of that kind are part of what this build keeps in step.
    pub(super) fn asks_for(&self, kind: OutputKind) -> bool {
        match kind {
            OutputKind::Annex => true,
            OutputKind::Logo | OutputKind::Style | OutputKind::Site => self.makes_pages(),
            _ => {
                let mut kinds = self.formats.iter().flat_map(|format| format.kinds());
                kinds.any(|asked| *asked == kind)
            }
        }
    }
}

/// Follows a build while it runs, from any thread.
pub trait Follower: Sync {
    /// So many records are to be made.
    fn planned(&self, records: usize);
    /// One more is done.
    fn done(&self);
    /// A template takes longer than [`BuildOptions::patience`]. It cannot be stopped: the one who hears of it ends the program, or
    /// the build never returns. What was finished stands.
    fn stuck(&self, rendering: &Rendering);
}
