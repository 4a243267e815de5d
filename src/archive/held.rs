//! What was read of the records, held until it is needed again as long as there is room, so that few are read twice.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::reading::SoundRecord;

/// At most 8 MiB of records are held between the first look and the making: what is read of a text takes eight times
/// its room. The records that find none are read again.
const MOST_RECORDS: usize = 8 << 20;
/// Of an archive of more than 1 000 records, mostly few are to be made; or so many that it helps little to hold some.
const MANY: usize = 1_000;
/// At most 1 MiB of the records of such an archive is held.
const MOST_OF_MANY: usize = 1 << 20;
/// At most 12 MiB of published texts are held between the making and the search index.
const MOST_TEXTS: usize = 12 << 20;

/// Room that is left.
pub(super) struct Room(AtomicUsize);

impl Room {
    /// For the texts of so many records.
    pub(super) fn for_records(count: usize) -> Self {
        let most = if count > MANY {
            MOST_OF_MANY
        } else {
            MOST_RECORDS
        };
        Self(AtomicUsize::new(most))
    }

    /// For the texts of the search index.
    pub(super) fn for_texts() -> Self {
        Self(AtomicUsize::new(MOST_TEXTS))
    }

    /// Takes so much of it, if that is left; what finds none closes it.
    pub(super) fn take(&self, bytes: usize) -> bool {
        let left = |left: usize| left.checked_sub(bytes);
        let (set, get) = (Ordering::Relaxed, Ordering::Relaxed);
        let is_taken = self.0.fetch_update(set, get, left).is_ok();
        if !is_taken {
            self.0.store(0, Ordering::Relaxed);
        }
        is_taken
    }

    /// Whether there may be room for more.
    pub(super) fn is_open(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

/// A record as it was read, until somebody takes it.
#[derive(Default)]
pub(super) struct Held(Mutex<Option<Box<SoundRecord>>>);

impl Held {
    pub(super) fn new(record: SoundRecord) -> Self {
        Self(Mutex::new(Some(Box::new(record))))
    }

    /// Looks at it, if it is there.
    pub(super) fn look<T>(&self, look: impl FnOnce(&SoundRecord) -> T) -> Option<T> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_deref().map(look)
    }

    pub(super) fn take(&self) -> Option<Box<SoundRecord>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
