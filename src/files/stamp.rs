//! What tells, without reading it, that a file is the one that was seen before.

use std::fmt;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::FileError;
use super::error::{Attempt, failed};

/// Size and times of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    /// When its content was last modified: nanoseconds from 1970 on.
    modified: i64,
    /// When anything of it last changed, which no program can set back: nanoseconds from 1970 on, 0 where the system does not
    /// tell.
    changed: i64,
}

impl Stamp {
    /// The stamp of a file; `None` if there is no file of that name.
    ///
    /// # Errors
    /// It cannot be asked.
    pub fn of(path: &Path) -> Result<Option<Self>, FileError> {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => Ok(Some(Self::from(&metadata))),
            Ok(_) => Ok(None),
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Ok(None),
                _ => Err(failed(Attempt::Read, path)(error)),
            },
        }
    }

    /// Whether the file was changed so near to now that a later change might leave the same stamp, or in a future that says
    /// that the clock was turned: such a stamp proves nothing.
    #[must_use]
    pub fn is_too_young(self) -> bool {
        #[allow(
            clippy::disallowed_methods,
            reason = "compared with the time of a file; nothing of it reaches an output"
        )]
        let now = nanoseconds(SystemTime::now().duration_since(UNIX_EPOCH).ok());
        now.saturating_sub(self.modified.max(self.changed)) < NEAR
    }
}

/// Short, of letters that need no escaping anywhere.
impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:x}-{:x}-{:x}",
            self.size, self.modified, self.changed
        )
    }
}

/// Coarser than the clock of any file system in use: FAT counts in steps of two seconds.
const NEAR: i64 = 2_100_000_000;

impl From<&Metadata> for Stamp {
    fn from(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok();
        Self {
            size: metadata.len(),
            modified: nanoseconds(modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok())),
            changed: changed(metadata),
        }
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    let seconds = metadata.ctime().saturating_mul(1_000_000_000);
    seconds.saturating_add(metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> i64 {
    0
}

fn nanoseconds(time: Option<Duration>) -> i64 {
    time.map_or(0, |time| i64::try_from(time.as_nanos()).unwrap_or(i64::MAX))
}
