//! Contents told apart without keeping them.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::files::{self, FileError};

/// The BLAKE3 hash of a content, its first half: 128 bits, of which two contents by accident never share all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Hash([u8; Hash::LENGTH]);

impl Hash {
    /// In bytes.
    pub(crate) const LENGTH: usize = 16;

    /// The hash of a content.
    pub(crate) fn of(content: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(content);
        Self::end(&hasher)
    }

    /// The hash of several contents, each with its length, so that none can pass for part of another.
    pub(crate) fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self::end(&hasher)
    }

    /// The hash of a content that is never held whole, with what writing it came to.
    pub(crate) fn of_stream<T>(write: impl FnOnce(&mut (dyn io::Write + Send)) -> T) -> (Self, T) {
        let mut hasher = blake3::Hasher::new();
        let written = write(&mut hasher);
        (Self::end(&hasher), written)
    }

    /// The hash of what a file holds, of any size.
    pub(crate) fn of_file(path: &Path) -> Result<Self, FileError> {
        let mut hasher = blake3::Hasher::new();
        files::copy_to(path, &mut hasher)?;
        Ok(Self::end(&hasher))
    }

    /// The hash of a value: of what it holds, and not of how that is said.
    pub(crate) fn of_value(value: &impl Serialize) -> Self {
        let bytes = postcard::to_allocvec(value);
        // Plain data in memory: this does not fail. Values that all failed would all be equal.
        debug_assert!(bytes.is_ok());
        Self::of(&bytes.unwrap_or_default())
    }

    fn end(hasher: &blake3::Hasher) -> Self {
        let mut hash = [0; Self::LENGTH];
        hasher.finalize_xof().fill(&mut hash);
        Self(hash)
    }

    /// The one that some bytes end with.
    pub(crate) fn ending(bytes: &[u8]) -> Option<Self> {
        bytes.last_chunk().copied().map(Self)
    }

    /// Its digits: two a byte, in small letters.
    pub(crate) fn hexadecimal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// Its first bytes as a number: enough to tell whether one thing changed, not to tell many things apart.
    pub(crate) fn short(&self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_le_bytes([a, b, c, d, e, f, g, h])
    }
}
