//! How the archive stands beside what the last build of the whole of it left: where nothing has to be read, nothing is.

use rayon::prelude::*;

use super::brief::Brief;
use super::discover::{Archive, RecordFile};
use super::note::{Keeper, Note, RecordNote, Source};
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

/// An archive whose last build was asked just what this one is, ended in order and met no fault.
pub(super) struct AsLeft<'a> {
    /// The records of which something is shown.
    pub(super) records: Vec<RecordAsLeft<'a>>,
    /// How many files of the site stand.
    pub(super) of_site: usize,
    /// How many records show nothing.
    pub(super) unseen: usize,
}

/// A record of such an archive.
pub(super) struct RecordAsLeft<'a> {
    pub(super) record: &'a RecordFile,
    pub(super) note: &'a RecordNote,
    /// How many files were made of it, if it stands with all that goes with it, and they do; `None` if it was touched.
    pub(super) standing: Option<usize>,
}

/// How the archive stands; `None` where the last build was asked anything else, or a file of the site does not stand.
pub(super) fn as_left<'a>(
    brief: &Brief<'_>,
    keeper: &'a Keeper,
    archive: &'a Archive,
    asked: Option<Hash>,
) -> Option<AsLeft<'a>> {
    let settled = keeper.note_of(&Owner::Site)?.of_site()?.settled;
    let unseen = unseen(keeper, archive)?;
    let asked = asked.map(|asked| asked_beside(asked, &unseen));
    if asked.is_none() || settled != asked || brief.options.force || !keeper.is_in_order() {
        return None;
    }
    let of_site = standing(brief, keeper, &Owner::Site)?;
    let records = archive.records.par_iter().map(|record| {
        let owner = Owner::Record(record.address.clone());
        // One of those of which nothing is shown, and whose stamps were asked above.
        if keeper.known(&owner).is_nothing() {
            return Some(None);
        }
        let note = keeper.note_of(&owner).and_then(Note::of_record)?;
        let is_same = note.seen.still_is(&record.path) && are_as_seen(&note.annexes, record);
        let standing = is_same.then(|| standing(brief, keeper, &owner)).flatten();
        Some(Some(RecordAsLeft {
            record,
            note,
            standing,
        }))
    });
    let records: Vec<Option<RecordAsLeft<'_>>> = records.collect::<Option<_>>()?;
    Some(AsLeft {
        records: records.into_iter().flatten().collect(),
        of_site,
        unseen: unseen.len(),
    })
}

impl AsLeft<'_> {
    /// What the build comes to, if nothing was touched.
    pub(super) fn nothing_to_do(&self) -> Option<Outcome> {
        let standing = self.records.iter().map(|one| one.standing);
        let of_records = standing.sum::<Option<usize>>()?;
        let mut outcome = Outcome::of_nothing_to_do(self.records.len(), of_records + self.of_site);
        outcome.hidden_records = self.unseen;
        Some(outcome)
    }
}

/// How many of an owner's files were asked for, if all of them stand.
fn standing(brief: &Brief<'_>, keeper: &Keeper, owner: &Owner) -> Option<usize> {
    let known = keeper.known(owner);
    known.all_stand().then(|| {
        let outputs = known.outputs().iter();
        let asked_for = outputs.filter(|output| brief.options.asks_for(output.kind));
        asked_for.count()
    })
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
