//! The files of the index, as JSON.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::groups::{Group, Place, Places};
use super::shards::Shard;
use super::words::common_words;

/// The folder of the index, below the output folder.
pub const FOLDER: &str = "recherche";
/// The list of the years.
pub const MANIFEST_FILE: &str = "recherche/annees.json";

/// The version of the format; the script refuses another.
const VERSION: u32 = 3;

/// A file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the output folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The list of the years that have an index, the words that no index holds, and what the script calls what it finds.
#[must_use]
pub fn manifest(years: impl IntoIterator<Item = i16>, labels: &[(&str, &str)]) -> Vec<u8> {
    let mut years: Vec<i16> = years.into_iter().collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let (common, elided) = common_words();
    let labels: Map<String, Value> = labels
        .iter()
        .map(|(key, label)| ((*key).to_owned(), Value::from(*label)))
        .collect();
    bytes(
        &json!({ "version": VERSION, "annees": years, "courants": common, "elisions": elided, "libelles": labels }),
    )
}

/// The files of a year: its meetings, each with the anchors of its units, and its shards.
pub(super) fn of_year(
    year: i16,
    meetings: &[(String, Vec<String>)],
    shards: &[Shard],
) -> Vec<File> {
    let shards: Vec<(&str, Vec<u8>)> = shards
        .iter()
        .map(|shard| (shard.from.as_str(), groups(&shard.groups)))
        .collect();
    let from: Vec<&str> = shards.iter().map(|(from, _)| *from).collect();
    let fingerprint = fingerprint(shards.iter().map(|(_, bytes)| bytes.as_slice()));
    let index = json!({ "version": VERSION, "empreinte": fingerprint, "tranches": from, "reunions": meetings });
    let mut files = vec![File {
        path: format!("{FOLDER}/{year}/index.json"),
        bytes: bytes(&index),
    }];
    let numbered = (0..)
        .zip(shards)
        .map(|(number, (_, bytes)): (u32, _)| File {
            path: format!("{FOLDER}/{year}/{number}.json"),
            bytes,
        });
    files.extend(numbered);
    files
}

/// A group is what its forms begin with, how each goes on, and its places.
fn groups(groups: &[Group]) -> Vec<u8> {
    let groups = groups.iter().map(|group| {
        let beginning = common_beginning(&group.forms);
        let ends = group.forms.iter();
        let ends: Vec<&str> = ends.map(|form| &form[beginning.len()..]).collect();
        (beginning, ends.join(","), places(&group.places))
    });
    bytes(&groups.collect::<Vec<_>>())
}

fn common_beginning(forms: &[String]) -> &str {
    let (Some(first), Some(last)) = (forms.first(), forms.last()) else {
        return "";
    };
    // They are sorted: what the first and the last share, all share.
    let shared = first.chars().zip(last.chars());
    let shared = shared.take_while(|(one, other)| one == other);
    &first[..shared.map(|(letter, _)| letter.len_utf8()).sum()]
}

/// The steps from each unit to the next, four times, plus the weight.
fn places(places: &Places) -> Vec<u32> {
    let mut before = 0;
    let step = |place: &Place| {
        let step = (place.unit() - before) * 4 + place.weight();
        before = place.unit();
        step
    };
    places.iter().map(step).collect()
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Tells the shards of one build from those of another (FNV-1a): a browser that kept an old one must not read it with a new
/// index.
fn fingerprint<'a>(shards: impl Iterator<Item = &'a [u8]>) -> String {
    let hashed = shards
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hashed:016x}")
}
