//! The keys of a record whose values are groups of keys, for the help on a value of another kind.

/// A group with the name of a person, or a list of such groups.
pub(super) const PEOPLE: &[&str] = &[
    "presidence",
    "participants",
    "excuses",
    "absents",
    "representes",
];

/// A list of groups, or of blocks.
pub(super) const LISTS: &[&str] = &[
    "participants",
    "excuses",
    "absents",
    "representes",
    "redaction",
    "roles",
    "par",
    "annexes",
    "liens",
    "themes",
    "parties",
    "actions",
    "suivi",
];
