//! What goes out: one letter to one address.

use jiff::civil::Date;

/// How the kind of a reminder begins; the day on which it judges what is late follows.
const REMINDER: &str = "rappel-";

/// A message to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Which letter it is.
    pub letter: usize,
    /// The name of its file.
    pub file: String,
    /// The names that it may have had before: whom a message is for may be called otherwise since.
    pub other_files: Vec<String>,
    /// What the letter is, one word without a colon: *convocation*, *annulation*. One of another kind corrects nothing, it is another letter.
    pub kind: String,
    /// Which state of the letter it is.
    pub version: String,
    /// The versions under which the very same letter may be noted too.
    pub other_versions: Vec<String>,
    /// To whom.
    pub address: String,
}

impl Delivery {
    /// Whether it is a reminder, which holds for the whole series.
    pub(super) fn is_reminder(&self) -> bool {
        self.kind.starts_with(REMINDER)
    }

    /// The names that its file has or may have had.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.file).chain(&self.other_files)
    }

    /// The versions of which each is the letter as it is.
    pub(super) fn versions(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.version).chain(&self.other_versions)
    }
}

/// The day of a reminder of that kind; none of a letter of another kind.
pub(super) fn day_of(kind: &str) -> Option<Date> {
    kind.strip_prefix(REMINDER)?.parse().ok()
}
