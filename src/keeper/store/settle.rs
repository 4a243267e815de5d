//! Several things known of one owner, after a build that was killed or one in shares: the disk says which holds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::manifest::{Entries, Entry, Note, Output, Seen};
use crate::files::Stamp;
use crate::keeper::{Hash, OutputFolder, Owner};

/// What was left behind for each owner, the latest last.
pub(super) type Candidates<N> = BTreeMap<Owner, Vec<Entry<N>>>;

/// One entry an owner.
pub(super) fn settle<N: Note>(folder: &OutputFolder, candidates: Candidates<N>) -> Entries<N> {
    let candidates: Vec<(Owner, Vec<Entry<N>>)> = candidates.into_iter().collect();
    let settled = candidates.into_par_iter().map(|(owner, mut entries)| {
        let latest = entries.pop().unwrap_or_default();
        let settled = match entries.is_empty() {
            true => latest,
            false => settle_one(folder, &owner, latest, &entries),
        };
        (owner, settled)
    });
    settled.collect()
}

fn settle_one<N>(
    folder: &OutputFolder,
    owner: &Owner,
    latest: Entry<N>,
    before: &[Entry<N>],
) -> Entry<N> {
    let mut written: BTreeMap<&str, Vec<&Output>> = BTreeMap::new();
    let of_before = before.iter().rev().flat_map(|entry| &entry.outputs);
    for output in latest.outputs.iter().chain(of_before) {
        written.entry(&output.name).or_default().push(output);
    }
    let outputs = written.values();
    let outputs = outputs.map(|written| what_is_there(folder, owner, written));
    Entry {
        outputs: outputs.collect(),
        note: latest.note,
    }
}

/// Of what may have been written under one name, the latest first, what is on the disk; else the latest.
fn what_is_there(folder: &OutputFolder, owner: &Owner, written: &[&Output]) -> Output {
    let latest = written[0].clone();
    if written.iter().all(|one| one.seen == latest.seen) {
        return latest;
    }
    let path = folder.path_of(owner, &latest.name);
    let stamp = Stamp::of(&path).ok().flatten();
    let Some(hash) = stamp.and_then(|_| Hash::of_file(&path).ok()) else {
        return latest;
    };
    match written.iter().find(|one| one.seen.hash == hash) {
        Some(there) => Output {
            seen: Seen { stamp, hash },
            ..(*there).clone()
        },
        None => latest,
    }
}
