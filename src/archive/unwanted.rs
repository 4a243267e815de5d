//! What is wanted of the files of each record and of the site: what else is known of them goes.

use std::collections::BTreeMap;

use super::brief::Brief;
use super::discover::Archive;
use super::note::Keeper;
use super::records::Task;
use super::site_file::{SiteFile, SiteFiles};
use crate::keeper::{Owner, Removal, Wanted};

/// What of the outputs that are known no record yields any more: nothing, while a record may only be out of sight, or a file of the
/// site could not be planned.
pub(super) fn removals(
    archive: &Archive,
    brief: &Brief<'_>,
    keeper: &Keeper,
    tasks: &[Task<'_>],
    plan: &SiteFiles<'_>,
) -> Vec<Removal> {
    if !brief.is_whole || !plan.faults.is_empty() {
        return Vec::new();
    }
    // Of a record that has faults, what was made before stands.
    let records = archive.records.iter();
    let present = records.map(|record| Owner::Record(record.address.clone()));
    let mut wanted: BTreeMap<Owner, Wanted<'_>> =
        present.map(|owner| (owner, Wanted::AsItIs)).collect();
    for task in tasks {
        let names = task.outputs.iter().map(|output| output.name.as_str());
        wanted.insert(task.owner.clone(), Wanted::Just(names.collect()));
    }
    // While every record has faults, the pages of before stand, and with them what they share.
    let of_site = match tasks.is_empty() {
        true => Wanted::AsItIs,
        false => Wanted::Just(plan.files.iter().map(SiteFile::name).collect()),
    };
    wanted.insert(Owner::Site, of_site);
    keeper.removals(&wanted, |kind| brief.options.asks_for(kind))
}
