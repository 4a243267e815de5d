//! What goes out: one letter to one address.

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
    /// To whom.
    pub address: String,
}
