//! What the files of each owner were made from, and as what they were written.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::sealed::{seal, unseal};
use crate::files::Stamp;
use crate::keeper::{Fingerprint, Hash, Owner};

/// What an owner wants remembered beside its files; the keeper does not look into it.
pub(crate) trait Note:
    Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync
{
}

/// What the builds before made, an entry an owner.
pub(in crate::keeper) type Entries<N> = BTreeMap<Owner, Entry<N>>;

/// What is known of an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::keeper) struct Entry<N> {
    /// What it wanted remembered; `None` where what was remembered holds no longer.
    pub(in crate::keeper) note: Option<N>,
    /// All that was made for it, and is not known to have been removed.
    pub(in crate::keeper) outputs: Vec<Output>,
}

impl<N> Default for Entry<N> {
    fn default() -> Self {
        Self {
            note: None,
            outputs: Vec::new(),
        }
    }
}

impl<N> Entry<N> {
    /// The output of that name.
    pub(in crate::keeper) fn output(&self, name: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| output.name == name)
    }
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Output {
    /// What it is.
    pub(crate) kind: OutputKind,
    /// Its path below the folder of its owner, with `/`.
    pub(crate) name: String,
    /// What it was made from.
    pub(crate) made_from: Fingerprint,
    /// As it was written.
    pub(crate) seen: Seen,
}

/// The kinds of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum OutputKind {
    /// The page.
    Html,
    /// Markdown.
    Markdown,
    /// PDF.
    Pdf,
    /// The XHTML that the PDF is laid out from.
    Print,
    /// A copy of an annex.
    Annex,
    /// The logo of all pages.
    Logo,
    /// The minutes as data.
    Data,
    /// The style sheet of all pages.
    Style,
    /// A file of the site around the minutes.
    Site,
    /// The sheet that those present sign.
    Presence,
}

/// A file as it was when it was last read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seen {
    /// Its stamp; `None` where a stamp would prove nothing.
    pub(crate) stamp: Option<Stamp>,
    /// Its content.
    pub(crate) hash: Hash,
}

impl Seen {
    /// Whether the file of that name is the one that was seen, as far as its stamp tells.
    pub(crate) fn still_is(self, path: &Path) -> bool {
        self.stamp.is_some() && Stamp::of(path).ok().flatten() == self.stamp
    }
}

/// Begins a manifest; its number changes with the format, so that an old one is as good as lost.
const MAGIC: &[u8] = b"greffier manifest 6\n";

/// The entries in those bytes, if they are whole, and what seals them. Names that no build gives are damage like any other.
pub(super) fn read<N: Note>(bytes: &[u8]) -> Option<(Hash, Entries<N>)> {
    let entries: Vec<(Owner, Entry<N>)> = unseal(MAGIC, bytes)?;
    let seal = Hash::ending(bytes)?;
    let mut all = entries.iter();
    all.all(|(owner, entry)| stays_inside(owner, entry))
        .then(|| (seal, entries.into_iter().collect()))
}

/// Whether all names of an entry lead to files below the output folder that are no memory of a build.
pub(super) fn stays_inside<N>(owner: &Owner, entry: &Entry<N>) -> bool {
    let mut names = entry.outputs.iter().map(|output| output.name.as_str());
    let is_hidden = |path: &str| path.starts_with('.');
    owner.folder().is_none_or(is_plain)
        && names.all(|name| is_plain(name) && !is_hidden(owner.folder().unwrap_or(name)))
}

/// Whether a path leads below the folder that it is read in, on every system: no `..`, root or drive. Where a colon may stand in the
/// name of a file, an annex may have one; on Windows it names a drive or a stream.
fn is_plain(path: &str) -> bool {
    // Windows takes points and spaces off the end of a part.
    let is_plain = |part: &str| !part.trim_end_matches(['.', ' ']).is_empty();
    let is_on_drive = path.as_bytes().get(1) == Some(&b':');
    let has_stream = cfg!(windows) && path.contains(':');
    path.split('/').all(is_plain) && !is_on_drive && !has_stream && !path.contains(['\\', '\0'])
}

/// Writes what [`read`] reads.
pub(super) fn write<'e, N: Note + 'e>(
    entries: impl Iterator<Item = (&'e Owner, &'e Entry<N>)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    seal(MAGIC, entries, out)
}

/// Names of files that no build gives, since they lead out of the folder or to what is remembered, on one system or another.
#[cfg(test)]
pub(super) fn astray() -> Vec<(Owner, &'static str)> {
    let record = |address: &str| Owner::Record(address.to_owned());
    vec![
        (Owner::Site, "../x"),
        (Owner::Site, "a/../../x"),
        (Owner::Site, "/etc/passwd"),
        (Owner::Site, "C:/x"),
        (Owner::Site, "C:x"),
        (Owner::Site, "a\\..\\..\\x"),
        (Owner::Site, "\\\\server\\share\\x"),
        (Owner::Site, "\\x"),
        (Owner::Site, ".. /x"),
        (Owner::Site, "a/.../x"),
        (Owner::Site, "a/b\0x"),
        (Owner::Site, "c:\\x"),
        (Owner::Site, "a//x"),
        (Owner::Site, "./x"),
        (Owner::Site, ""),
        (Owner::Site, ".greffier/manifeste"),
        (Owner::Site, ".GREFFIER/manifeste"),
        (record("../.."), "x"),
        (record("/etc"), "passwd"),
        (record(""), "x"),
        (record(".greffier"), "manifeste"),
        (record("2026"), "../../x"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Note for () {}

    fn manifest_of(owner: Owner, name: &str) -> Vec<u8> {
        let output = Output {
            kind: OutputKind::Html,
            name: name.to_owned(),
            made_from: Fingerprint::default(),
            seen: Seen {
                stamp: None,
                hash: Hash::of(b""),
            },
        };
        let entry = Entry::<()> {
            note: None,
            outputs: vec![output],
        };
        let mut bytes = Vec::new();
        assert!(write([(&owner, &entry)].into_iter(), &mut bytes).is_ok());
        bytes
    }

    #[test]
    fn a_name_that_leaves_the_folder_is_damage() {
        let record = |address: &str| Owner::Record(address.to_owned());
        for (owner, name) in [
            (record("2026/2026-03-17"), "index.html"),
            (record("2026/2026-03-17"), "annexes/Liste (1).pdf"),
            (Owner::Site, "recherche/2026/0.json"),
        ] {
            assert!(read::<()>(&manifest_of(owner, name)).is_some(), "{name}");
        }
        let stream = manifest_of(record("2026/2026-03-17"), "annexes/Liste : mars.txt");
        assert_eq!(read::<()>(&stream).is_none(), cfg!(windows));
        for (owner, name) in astray() {
            let bytes = manifest_of(owner.clone(), name);
            assert!(read::<()>(&bytes).is_none(), "{owner:?} {name}");
        }
    }
}
