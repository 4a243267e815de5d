//! The full-text index of the published minutes, which a script in the reader's browser searches without a server.
//!
//! Entry points: [`index_of_year`] for the files of one year, [`manifest`] for the years there are, [`SCRIPT`] for the
//! script. Pure: no disk, no clock. A year's files depend on the meetings of that year alone, so that an archive makes anew
//! only those that changed. Only published text comes in, since it is taken from [`Minutes`](crate::minutes::Minutes).
//!
//! A year has one small `index.json` (what a result leads to, and which words each shard holds) and shards of a few
//! kilobytes, cut in the order of the alphabet: a reader on a slow link fetches those of the words sought, no other. The
//! passages shown are taken from the `minutes.json` of the meetings found, which the site has anyway.

mod files;
mod groups;
mod shards;
mod stem;
mod units;
mod words;

pub use files::{FOLDER, File, MANIFEST_FILE, manifest};
pub use units::SearchedMeeting;
pub use words::{Word, common_words, words};

use groups::{Vocabulary, groups};

/// The script that searches, as it stands beside its page.
pub const SCRIPT: &str = include_str!("recherche.js");
/// Its name.
pub const SCRIPT_FILE: &str = "recherche.js";

/// The files of the index of a year: its meetings, by day.
#[must_use]
pub fn index_of_year(year: i16, meetings: impl IntoIterator<Item = SearchedMeeting>) -> Vec<File> {
    let mut vocabulary = Vocabulary::new();
    let mut listed = Vec::new();
    let mut number = 0;
    for meeting in meetings {
        let mut anchors = Vec::new();
        for unit in meeting.units() {
            groups::add(&mut vocabulary, number, unit);
            number += 1;
            anchors.push(unit.anchor.to_owned());
        }
        listed.push((meeting.address, anchors));
    }
    files::of_year(year, &listed, &shards::shards(groups(vocabulary)))
}
