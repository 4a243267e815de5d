//! Two builds of one output folder are kept apart. A build of the whole archive wants it alone; shares of it go together, each
//! with a lock of its own.

use std::path::{Path, PathBuf};

use super::StoreError;
use crate::files::{self, FileError, Lock, Locking};
use crate::keeper::Partition;

const LOCK: &str = "verrou";
/// Beside a lock: a locked file cannot be read on every system.
const HOLDER: &str = "occupant";

/// The locks of a build; who holds them is written beside them.
#[derive(Debug)]
pub(super) struct Locks {
    _locks: Vec<Lock>,
    holder: PathBuf,
    folder: PathBuf,
}

impl Locks {
    pub(super) fn take(
        folder: &Path,
        partition: Option<Partition>,
        holder: &str,
    ) -> Result<Self, StoreError> {
        let all = folder.join(LOCK);
        let mut locks = Vec::new();
        match partition {
            None => {
                locks.push(held(Lock::alone(&all)?, folder)?);
                remove_those_of_shares(folder);
            }
            Some(share) => {
                locks.push(held(Lock::together(&all)?, folder)?);
                let own = folder.join(format!("{LOCK}-{share}"));
                locks.push(held(Lock::alone(&own)?, folder)?);
            }
        }
        let suffix = partition.map_or_else(String::new, |share| format!("-{share}"));
        let path = folder.join(format!("{HOLDER}{suffix}"));
        files::replace(&path, holder.as_bytes())?;
        Ok(Self {
            _locks: locks,
            holder: path,
            folder: folder.to_owned(),
        })
    }
}

impl Drop for Locks {
    fn drop(&mut self) {
        // One that stays is replaced by the next.
        let _ = files::remove(&self.holder, &self.folder);
    }
}

/// Takes away what shares kept each other out with, and what one that was killed said of itself. No share is at work: each holds the lock
/// of all from before it asks for its own until it ends, so nobody can have opened what goes here.
fn remove_those_of_shares(folder: &Path) {
    let names = files::names_in(folder).into_iter();
    let of_shares = names.filter(|name| {
        let [lock, holder] = [LOCK, HOLDER].map(|kind| name.strip_prefix(kind));
        lock.or(holder).is_some_and(|rest| rest.starts_with('-'))
    });
    for name in of_shares {
        // One that stays does no harm.
        let _ = files::remove(&folder.join(name), folder);
    }
}

fn held(locking: Locking, folder: &Path) -> Result<Lock, StoreError> {
    match locking {
        Locking::Ours(lock) => Ok(lock),
        Locking::Taken => Err(StoreError::Busy(holders(folder)?)),
    }
}

/// What those who have the folder say of themselves.
fn holders(folder: &Path) -> Result<String, FileError> {
    let names = files::names_in(folder);
    let said = names.iter().filter(|name| name.starts_with(HOLDER));
    let said: Vec<String> = said
        .filter(|name| {
            // A share that was killed leaves its word behind, and no lock.
            let share = name.trim_start_matches(HOLDER);
            let lock = Lock::alone(&folder.join(format!("{LOCK}{share}")));
            !matches!(lock, Ok(Locking::Ours(_)))
        })
        .filter_map(|name| files::read_whole(&folder.join(name)).ok())
        .map(|said| String::from_utf8_lossy(&said).into_owned())
        .collect();
    Ok(match said.is_empty() {
        true => "elle vient de commencer".to_owned(),
        false => said.join(" ; "),
    })
}
