//! What an earlier build made when more of persons was published: it goes, and what stays all the same is told until it is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::brief::Brief;
use super::kinds::ArchiveFault;
use super::lessened::{Looked, is_withheld};
use super::note::Keeper;
use super::observe::Observed;
use super::outcome::Outcome;
use super::records::Task;
use super::series::Meeting;
use super::shown::is_made_from;
use super::standing::is_indiscreet;
use super::summaries;
use super::work::Made;
use crate::config::Published;
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{self, FileError};
use crate::keeper::Owner;
use crate::search::FOLDER;

/// The records that are not made now, and of which a file may tell names that are not published any more, or what is not shown any more:
/// what is remembered of them beside their files may do so too.
pub(super) fn unmade_and_indiscreet(
    brief: &Brief<'_>,
    keeper: &Keeper,
    looked: &Looked<'_>,
    tasks: &[Task<'_>],
    made: &[Made],
) -> BTreeSet<Owner> {
    let (made, unmade): (Vec<_>, Vec<_>) =
        tasks.iter().zip(made).partition(|(_, made)| made.is_made);
    let made: BTreeSet<&Owner> = made.iter().map(|(task, _)| task.owner).collect();
    let unmade = unmade.iter().map(|(task, _)| task.owner);
    let unmade = unmade.filter(|owner| looked.lessened.holds(owner));
    let withheld = looked.observed.iter().filter(|one| is_withheld(one));
    let withheld = withheld.map(|one| &one.owner);
    let withheld = withheld.filter(|owner| brief.is_concerned_with(owner));
    let indiscreet = keeper.all_outputs().filter(|(owner, output)| {
        is_indiscreet(brief, &output.made_from)
            && **owner != Owner::Site
            && !made.contains(owner)
            && brief.is_concerned_with(owner)
    });
    let indiscreet = indiscreet.map(|(owner, _)| owner);
    indiscreet.chain(unmade).chain(withheld).cloned().collect()
}

/// In a share: what builds of before remember beside their files goes as far as it may tell what is not shown any more, names or parts of
/// a record. They are all looked at, whichever share has them: so it does not matter which ends first.
pub(super) fn forget_before(
    brief: &Brief<'_>,
    keeper: &Keeper,
    meetings: &[Meeting<'_>],
    looked: &Looked<'_>,
) -> Result<(), FileError> {
    if brief.options.partition.is_none() {
        return Ok(());
    }
    let observed = meetings.iter().map(|one| one.observed);
    // What stands of one that has faults is all there is of it, and was lesser before.
    let lesser = observed.filter(|one| one.is_lesser() && one.sound().is_some());
    let all = looked.observed.iter();
    let gone = all.filter(|one| is_withheld(one)).chain(&looked.hidden);
    let lesser: BTreeSet<&Owner> = lesser.chain(gone).map(|one| &one.owner).collect();
    keeper.forget_before(|owner, outputs| {
        let mut outputs = outputs.iter();
        lesser.contains(owner) || outputs.any(|output| is_indiscreet(brief, &output.made_from))
    })?;
    if lesser.is_empty() {
        return Ok(());
    }
    let now = meetings.iter();
    let now: BTreeMap<&str, &Meeting<'_>> = now
        .map(|one| (one.observed.record.address.as_str(), one))
        .collect();
    summaries::keep_fit(keeper, &|address, made_from| {
        let now = now.get(address);
        now.is_some_and(|now| is_made_from(now, &brief.base, made_from))
    })
}

/// Tells what of earlier builds is still there and should not be.
///
/// # Errors
/// The disk refuses what is kept of it.
pub(super) fn tell_left(
    brief: &Brief<'_>,
    keeper: &mut Keeper,
    looked: &Looked<'_>,
    outcome: &mut Outcome,
) -> Result<(), FileError> {
    tell_indiscreet(brief, keeper, outcome);
    tell_changed_by_hand(keeper, looked, outcome);
    tell_orphans(brief, keeper, outcome)
}

/// Reports each file that somebody changed, and that was left as it is, where it may tell what the edition does not show: of a record
/// of which something is left out, and of the site when that is new.
fn tell_changed_by_hand(keeper: &Keeper, looked: &Looked<'_>, outcome: &mut Outcome) {
    let folder = keeper.folder();
    let page_of = |one: &Observed<'_>| folder.path_of(&one.owner, "index.html");
    let (lesser, others): (Vec<_>, Vec<_>) =
        looked.observed.iter().partition(|one| one.is_lesser());
    let is_in = |path: &Path, records: &[&Observed<'_>]| {
        let folders = records.iter().map(|one| page_of(one));
        let mut folders = folders.filter_map(|page| Some(page.parent()?.to_owned()));
        folders.any(|folder| path.starts_with(folder))
    };
    let reaches_site = looked.lessened.reaches_site();
    let left = outcome
        .left_alone
        .iter()
        .filter(|path| is_in(path, &lesser) || (reaches_site && !is_in(path, &others)));
    let names = left.map(|path| path.strip_prefix(folder.top()).unwrap_or(path));
    let names: Vec<String> = names
        .map(|path| path.display().to_string().replace('\\', "/"))
        .collect();
    outcome.report_all(names.into_iter().map(changed_report));
}

/// Reports each file that may tell such names and is still there: one that somebody changed, or that the system did not let go.
fn tell_indiscreet(brief: &Brief<'_>, keeper: &mut Keeper, outcome: &mut Outcome) {
    let left = keeper.all_outputs().filter(|(owner, output)| {
        let path = || keeper.folder().path_of(owner, &output.name);
        is_indiscreet(brief, &output.made_from)
            && brief.is_concerned_with(owner)
            && files::is_there(&path())
    });
    let names: Vec<String> = left
        .map(|(owner, output)| owner.name_of(&output.name))
        .collect();
    if names.is_empty() {
        return;
    }
    // The next build looks again.
    keeper.doubt(&Owner::Site);
    outcome.report_all(names.into_iter().map(left_report));
}

/// Tells the files of before that no record gives any more, and that no build can take away since none is remembered; at each build of the
/// site, until they are gone. Where names are not published, they may tell some.
fn tell_orphans(
    brief: &Brief<'_>,
    keeper: &mut Keeper,
    outcome: &mut Outcome,
) -> Result<(), FileError> {
    if brief.options.partition.is_some() {
        return Ok(());
    }
    let orphans = keeper.orphans(may_be_of_site);
    keeper.keep_orphans(&orphans)?;
    // A build of a part of the outputs knows nothing of the others.
    if !brief.has_site() || orphans.is_empty() {
        return Ok(());
    }
    // The next build looks again.
    keeper.doubt(&Owner::Site);
    if brief.project.config.site.participants == Published::Organisations {
        let top = keeper.folder().top();
        let named = orphans
            .iter()
            .map(|path| path.strip_prefix(top).unwrap_or(path));
        let named = named.map(|path| path.display().to_string().replace('\\', "/"));
        outcome.report_all(named.map(left_report).collect::<Vec<_>>());
    }
    outcome.orphans = orphans;
    Ok(())
}

/// Whether a file of that name, of which nothing is known, may be one of the site that says nowhere who made it: a register, data, a feed, a
/// part of the search.
fn may_be_of_site(name: &str) -> bool {
    const REGISTERS: [&str; 3] = ["actions", "decisions", "calendrier"];
    let is_of_search = name
        .strip_prefix(FOLDER)
        .is_some_and(|rest| rest.starts_with('/'));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_register = REGISTERS.iter().any(|register| {
        let rest = stem.strip_prefix(register);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    });
    let is_feed = ending == "xml"
        && (["atom", "rss", "sitemap"].contains(&stem) || stem.starts_with("responsable-"));
    is_of_search || is_feed || (is_register && ["csv", "json", "xlsx", "ics"].contains(&ending))
}

fn changed_report(name: String) -> Report {
    let fault = Diagnostic::new(
        ArchiveFault::NamesLeft,
        "ce fichier, changé à la main, peut contenir ce que ses lecteurs ne doivent plus voir, et n’a pas été remplacé",
    )
    .help("relancez avec --force, qui le remplace, ou supprimez-le ; supprimez aussi la copie qui est chez l’hébergeur");
    Report::of_file(name, fault)
}

fn left_report(name: String) -> Report {
    let fault = Diagnostic::new(
        ArchiveFault::NamesLeft,
        "ce fichier peut contenir des noms qui ne se publient plus, et n’a pas été supprimé",
    )
    .help("supprimez-le, ici et chez l’hébergeur ; greffier ne le fait de lui-même, s’il a été changé à la main, qu’avec --force");
    Report::of_file(name, fault)
}
