//! How the agenda was adopted.

/// How the agenda was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// As it was proposed.
    Unchanged,
    /// After a change.
    Amended,
}

/// The sentence on the agenda (FOR-10, FOR-11).
pub fn adoption(adoption: Adoption) -> &'static str {
    match adoption {
        Adoption::Unchanged => "L’ordre du jour est adopté.",
        Adoption::Amended => "L’ordre du jour est amendé et adopté.",
    }
}
