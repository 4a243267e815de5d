//! Several things known of one record, after a build that was killed or one in shares: the disk says which holds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::hash::Hash;
use super::manifest::{Entries, Entry, Output, Seen};
use crate::archive::Place;
use crate::files::{self, Stamp};

/// What was left behind for each record, the latest last.
pub(super) type Candidates = BTreeMap<String, Vec<Entry>>;

/// One entry a record.
pub(super) fn settle(place: &Place, candidates: Candidates) -> Entries {
    let candidates: Vec<(String, Vec<Entry>)> = candidates.into_iter().collect();
    let settled = candidates.into_par_iter().map(|(address, mut entries)| {
        let latest = entries.pop().unwrap_or_default();
        let settled = match entries.is_empty() {
            true => latest,
            false => settle_one(place, &address, latest, &entries),
        };
        (address, settled)
    });
    settled.collect()
}

fn settle_one(place: &Place, address: &str, mut latest: Entry, before: &[Entry]) -> Entry {
    let of_before = before.iter().rev().flat_map(|entry| &entry.outputs);
    let all: Vec<Output> = latest.outputs.iter().chain(of_before).cloned().collect();
    latest.outputs.clear();
    for output in &all {
        if latest.output(&output.name).is_none() {
            let same: Vec<&Output> = all.iter().filter(|one| one.name == output.name).collect();
            latest.outputs.push(what_is_there(place, address, &same));
        }
    }
    latest
}

/// Of what may have been written under one name, the latest first, what is on the disk; else the latest.
fn what_is_there(place: &Place, address: &str, written: &[&Output]) -> Output {
    let latest = written[0].clone();
    if written.iter().all(|one| one.seen == latest.seen) {
        return latest;
    }
    let path = place.path(address, &latest.name);
    let stamp = Stamp::of(&path).ok().flatten();
    let Some(content) = stamp.and_then(|_| files::read_whole(&path).ok()) else {
        return latest;
    };
    let hash = Hash::of(&content);
    match written.iter().find(|one| one.seen.hash == hash) {
        Some(there) => Output {
            seen: Seen { stamp, hash },
            ..(*there).clone()
        },
        None => latest,
    }
}
