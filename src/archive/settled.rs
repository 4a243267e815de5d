//! Whether all stands as the last build of the whole archive left it: then nothing has to be read.

use rayon::prelude::*;

use super::brief::Brief;
use super::discover::{Archive, RecordFile};
use super::note::{Keeper, Note, Source};
use super::outcome::Outcome;
use super::reading::annex_path;
use crate::files::Stamp;
use crate::keeper::{Hash, Owner};

/// What tells a build of the whole archive from another, but for what the files of the records hold; `None` for one of a part of it.
pub(super) fn asked(brief: &Brief<'_>, archive: &Archive) -> Option<Hash> {
    let records = archive.records.iter();
    let records: Vec<(&str, &str)> = records
        .map(|record| (record.name.as_str(), record.address.as_str()))
        .collect();
    let formats = brief.options.formats.iter();
    let formats: Vec<_> = formats.flat_map(|format| format.kinds()).collect();
    let asked = || Hash::of_value(&(brief.base.of_all(), brief.options.today, formats, records));
    brief.is_whole.then(asked)
}

/// Records of which the edition shows nothing, by address, with the stamps of their files: nothing is noted of them but, together, that
/// they are as they were.
pub(super) type Unseen = Vec<(String, Stamp)>;

/// What tells a build from another once it is known which records show nothing.
pub(super) fn asked_beside(asked: Hash, unseen: &Unseen) -> Hash {
    match unseen.is_empty() {
        true => asked,
        false => Hash::of_value(&(asked, unseen)),
    }
}

/// What the build comes to, if all stands as one that was asked just that left it.
pub(super) fn as_it_stands(
    brief: &Brief<'_>,
    keeper: &Keeper,
    archive: &Archive,
    asked: Option<Hash>,
) -> Option<Outcome> {
    let of_site = keeper.known(&Owner::Site);
    let settled = of_site.note()?.of_site()?.settled;
    let unseen = unseen(keeper, archive)?;
    let asked = asked.map(|asked| asked_beside(asked, &unseen));
    if asked.is_none() || settled != asked || brief.options.force || !keeper.is_in_order() {
        return None;
    }
    let files = |owner: &Owner| {
        let known = keeper.known(owner);
        known.all_stand().then(|| {
            let asked_for = known.outputs().iter();
            let asked_for = asked_for.filter(|output| brief.options.asks_for(output.kind));
            asked_for.count()
        })
    };
    let of_records = archive.records.par_iter().map(|record| {
        let owner = Owner::Record(record.address.clone());
        let known = keeper.known(&owner);
        // One of those of which nothing is shown, and whose stamps were asked above.
        if known.is_nothing() {
            return Some(0);
        }
        let note = known.note().and_then(Note::of_record)?;
        let is_same = note.seen.still_is(&record.path) && are_as_seen(&note.annexes, record);
        is_same.then(|| files(&owner))?
    });
    let of_records: usize = of_records.sum::<Option<usize>>()?;
    let unchanged = of_records + files(&Owner::Site)?;
    let shown = archive.records.len() - unseen.len();
    let mut outcome = Outcome::of_nothing_to_do(shown, unchanged);
    outcome.hidden_records = unseen.len();
    Some(outcome)
}

/// The records that nothing is noted of, as their files are now.
fn unseen(keeper: &Keeper, archive: &Archive) -> Option<Unseen> {
    let is_unseen = |record: &&RecordFile| {
        let owner = Owner::Record(record.address.clone());
        keeper.known(&owner).is_nothing()
    };
    let unseen = archive.records.iter().filter(is_unseen);
    let unseen = unseen.map(|record| {
        let stamp = Stamp::of(&record.path).ok()??;
        Some((record.address.clone(), stamp))
    });
    unseen.collect()
}

fn are_as_seen(annexes: &[Source], record: &RecordFile) -> bool {
    let mut annexes = annexes.iter();
    annexes.all(|annex| annex.seen.still_is(&annex_path(record, &annex.name)))
}
