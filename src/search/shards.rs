//! Groups of words → shards in the order of the alphabet, each small enough for a slow link.

use super::groups::Group;

/// At most 12 000 bytes in a shard, which compressed are about 4 000.
const MOST_BYTES: usize = 12_000;

/// Groups that are fetched together.
#[derive(Debug)]
pub(super) struct Shard {
    /// No form of this shard comes before it, and none of the shards before comes after.
    pub(super) from: String,
    pub(super) groups: Vec<Group>,
}

/// Shards whose forms do not overlap: each form may stand in one alone.
pub(super) fn shards(groups: Vec<Group>) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    let mut filled = 0;
    let mut last_form = String::new();
    for group in groups {
        let (Some(first), Some(last)) = (group.forms.first(), group.forms.last()) else {
            continue;
        };
        let more = weight(&group);
        let (first, last) = (first.clone(), last.clone());
        match shards.last_mut() {
            Some(shard) if filled + more <= MOST_BYTES || first <= last_form => {
                filled += more;
                shard.groups.push(group);
            }
            _ => {
                filled = more;
                shards.push(Shard {
                    from: shortest_between(&last_form, &first),
                    groups: vec![group],
                });
            }
        }
        last_form = last_form.max(last);
    }
    shards
}

/// About the bytes that a group takes.
fn weight(group: &Group) -> usize {
    let forms: usize = group.forms.iter().map(String::len).sum();
    forms + 4 * group.places.len() + 12
}

/// The shortest beginning of `first` that comes after `before`.
fn shortest_between(before: &str, first: &str) -> String {
    let ends = first
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let mut beginnings = ends.map(|end| &first[..end]);
    beginnings
        .find(|beginning| *beginning > before)
        .unwrap_or(first)
        .to_owned()
}
