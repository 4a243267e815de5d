//! Keeps the files of a folder in step with what they are made from, and knows nothing of what they say.
//!
//! A file has an [`Owner`] and a name. What it is made from is a [`Fingerprint`]; that, with what is known of the builds before
//! (the [`store`]) and what stands on the disk, says what is to be done with it ([`Keeper::known`], then [`Known::plan`]). What is
//! made is put in its place, whole or as a stream ([`Keeper::keep`]), what nobody wants any more is taken away
//! ([`Keeper::removals`], [`Keeper::remove`]), and what is known at the end is noted ([`Keeper::note`], [`Keeper::close`]). Nothing
//! of the user's is touched, and a file that the system refuses costs itself alone.

mod content;
mod fingerprint;
mod folder;
mod hash;
mod keep;
mod known;
mod orphans;
mod owner;
mod packed;
mod partition;
mod plan;
mod reason;
mod removal;
mod store;

pub(crate) use content::{Content, Stream};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use folder::OutputFolder;
pub(crate) use hash::Hash;
pub(crate) use keep::{Keeper, Kept};
pub(crate) use known::Known;
pub(crate) use owner::Owner;
pub(crate) use packed::Packed;
pub use partition::Partition;
pub(crate) use plan::{Planned, Verdict};
pub use reason::Reason;
pub(crate) use removal::{Removal, Removed, Wanted};
pub(crate) use store::{Note, Output, OutputKind, Seen, StoreError};
