//! What is to be made, and why: from what is known, what is wanted and what is on the disk. Pure.

use super::store::{Output, OutputKind};
use super::{Fingerprint, Reason};

/// An output's file, as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnDisk {
    /// It is not there, or a build that was cut off left it empty.
    Missing,
    /// It is as the program wrote it.
    Ours,
    /// It holds something else than what the program is known to have written.
    Foreign,
    /// It is there, and nothing at all is known of what was built here.
    Unknown,
}

/// What is to be done with an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing.
    Fresh,
    /// It is to be made.
    Stale(Reason),
    /// It is left as it is, unless it turns out to be what would be made.
    Foreign,
}

/// An output, and what is to be done with it.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) kind: OutputKind,
    /// Its path below the folder of its owner, with `/`.
    pub(crate) name: String,
    pub(crate) made_from: Fingerprint,
    pub(crate) verdict: Verdict,
    /// What is known of the file that is there. Most are made from nothing: then it takes no room.
    pub(crate) kept: Option<Box<Output>>,
    /// Whether that is more than what was known before it was looked at.
    pub(crate) is_news: bool,
}

impl Planned {
    /// Whether nothing is to be done.
    pub(crate) fn is_fresh(&self) -> bool {
        self.verdict == Verdict::Fresh
    }
}

/// What is to be done with an output of which `known` is the last thing known.
pub(super) fn verdict(
    known: Option<&Output>,
    wanted: &Fingerprint,
    on_disk: OnDisk,
    force: bool,
) -> Verdict {
    match (known, on_disk) {
        _ if force => Verdict::Stale(Reason::Forced),
        (_, OnDisk::Missing) => Verdict::Stale(Reason::Missing),
        (_, OnDisk::Unknown) | (None, OnDisk::Ours) => Verdict::Stale(Reason::Unknown),
        (_, OnDisk::Foreign) => Verdict::Foreign,
        (Some(known), OnDisk::Ours) => match known.made_from.difference(wanted) {
            Some(reason) => Verdict::Stale(reason),
            None => Verdict::Fresh,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Hash, Seen};
    use super::*;

    #[test]
    fn what_is_done_with_an_output() {
        let wanted = Fingerprint::default();
        let known = Output {
            kind: OutputKind::Html,
            name: "index.html".into(),
            made_from: wanted,
            seen: Seen {
                stamp: None,
                hash: Hash::of(b""),
            },
        };
        use OnDisk::{Foreign, Missing, Ours, Unknown};
        let cases = [
            (Some(&known), Ours, Verdict::Fresh),
            (Some(&known), Foreign, Verdict::Foreign),
            (Some(&known), Missing, Verdict::Stale(Reason::Missing)),
            (None, Foreign, Verdict::Foreign),
            (None, Missing, Verdict::Stale(Reason::Missing)),
            (None, Unknown, Verdict::Stale(Reason::Unknown)),
        ];
        for (known, on_disk, expected) in cases {
            assert_eq!(verdict(known, &wanted, on_disk, false), expected);
            let forced = verdict(known, &wanted, on_disk, true);
            assert_eq!(forced, Verdict::Stale(Reason::Forced));
        }
    }
}
