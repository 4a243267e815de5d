//! The site around the minutes, kept in step like them.
//!
//! It is made of a summary of each meeting, which is kept from build to build: so a changed record is the only one that is
//! read, and one that has faults is shown as it was. A page whose content is as before is not even rendered.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Write};

use jiff::civil::Date;
use rayon::prelude::*;

use super::batches::MadeOfYear;
use super::brief::Brief;
use super::guard::{Step, guarded};
use super::lessened::Lessened;
use super::note::{Keeper, Note};
use super::records::Task;
use super::search::make_index;
use super::shown::Shown;
use super::site_file::{SiteFile, SiteFiles};
use super::standing::is_indiscreet;
use super::summaries::{self, OfYear};
use super::today::day_of_build;
use super::work::Made;
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::follow_up::{Entry, Ledger};
use crate::keeper::{Fingerprint, Hash, OutputKind, Owner};
use crate::site::{self, SitePage};

/// The meetings that the site shows.
pub(super) struct Website<'a> {
    /// By day.
    shown: Vec<&'a Shown<'a>>,
    /// The same, as the site shows them.
    meetings: Vec<site::Summary>,
    /// What became of their action points.
    ledger: Cow<'a, Ledger<'a>>,
    register: site::Register,
    /// The day on which an action is late or not.
    today: Date,
    /// The years whose summaries are not kept as they are.
    unkept: BTreeSet<i16>,
    /// Of meetings that it lacks.
    faults: Vec<Report>,
    /// The addresses of those that it lacks because their records have faults and what was kept of them is lost.
    lost: BTreeSet<String>,
}

/// What the site is made of; `None` where it is not built, or there is no meeting to show.
pub(super) fn site_state(brief: &Brief<'_>, shown: &[Shown<'_>]) -> Option<Hash> {
    let meetings = || shown.iter().map(Shown::identity).collect::<Vec<_>>();
    (brief.has_site() && !shown.is_empty()).then(|| state_of(brief, &meetings()))
}

/// What tells all that is made of these meetings: the settings, the templates, the day, each of them.
pub(super) fn state_of(brief: &Brief<'_>, meetings: &[(&str, Hash)]) -> Hash {
    let of_all = brief.base.of_style_sheet();
    Hash::of_value(&(of_all, brief.options.today, meetings))
}

/// The files of the site as they stand, if they are made of just that and nobody touched them.
fn standing_site<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    state: Hash,
) -> Result<Option<Vec<SiteFile<'a>>>, FileError> {
    let known = keeper.known(&Owner::Site);
    let made_of = known.note().and_then(Note::of_site);
    if brief.options.force || made_of.and_then(|note| note.made_of) != Some(state) {
        return Ok(None);
    }
    let of_site = known.outputs().iter();
    let of_site = of_site.filter(|output| output.kind == OutputKind::Site);
    let planned =
        of_site.map(|output| known.plan(output.kind, output.name.clone(), output.made_from));
    let planned: Vec<_> = planned.collect::<Result<_, FileError>>()?;
    Ok(planned.into_iter().map(SiteFile::standing).collect())
}

/// The files of the site as they stand; or, since something of it has changed, those of its index, made anew, and its meetings: of all
/// these, which are those of the ledger, it shows those that it can. The index comes first, which takes much room.
pub(super) fn ready_and_gathered<'a, 't>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    state: Option<Hash>,
    all: &'t [Shown<'t>],
    ledger: &'t Ledger<'t>,
    made: &mut [Made],
) -> Result<(SiteFiles<'a>, Option<Website<'t>>), FileError> {
    let Some(state) = state else {
        return Ok((SiteFiles::default(), None));
    };
    if let Some(files) = standing_site(brief, keeper, state)? {
        let standing = SiteFiles {
            files,
            ..SiteFiles::default()
        };
        return Ok((standing, None));
    }
    let fresh = fresh(all, made);
    let shown: Vec<&Shown<'_>> = fresh.iter().map(|(one, _)| *one).collect();
    let index = make_index(brief, keeper, &shown, made)?;
    let website = Website::gather(brief, keeper, fresh, ledger);
    Ok((index, Some(website)))
}

/// Keeps what the next build wants to know of the site, made anew or not; the rest goes, before the memory of this build takes its room.
pub(super) fn keep_site(
    brief: &Brief<'_>,
    keeper: &Keeper,
    website: Option<Website<'_>>,
    shown: &[Shown<'_>],
    lessened: &Lessened,
    made: &mut [Made],
) -> Result<(), FileError> {
    match website {
        Some(website) => website.keep_summaries(brief, keeper),
        None => keep_without_site(brief, keeper, shown, lessened, made),
    }
}

/// Where the site is not made: keeps what was made of a part of the archive for the build that makes it, by when their records may
/// have faults; and nothing of what it may not show.
fn keep_without_site(
    brief: &Brief<'_>,
    keeper: &Keeper,
    shown: &[Shown<'_>],
    lessened: &Lessened,
    made: &mut [Made],
) -> Result<(), FileError> {
    if brief.has_site() {
        return match shown.is_empty() {
            true => summaries::keep_only(keeper, &BTreeSet::new()),
            false => Ok(()),
        };
    }
    let now = shown.iter().map(|one| (one.address(), one));
    let now: BTreeMap<&str, &Shown<'_>> = now.collect();
    let is_now = |address: &str, made_from: &Fingerprint| {
        let now = now.get(address);
        now.is_some_and(|one| one.is_made_from(&brief.base, made_from))
    };
    summaries::keep_fit(keeper, &|address, made_from| {
        let is_fit = !lessened.reaches_site() || is_now(address, made_from);
        is_fit && !is_indiscreet(brief, made_from)
    })?;
    // The shares of an archive are built at once.
    if brief.options.partition.is_some() {
        return Ok(());
    }
    let sound = shown.iter().filter(|one| one.task.is_some());
    let mut made: Vec<(&Shown<'_>, &mut Made)> = sound.zip(made).collect();
    for of_year in made.chunk_by_mut(|(one, _), (other, _)| one.year() == other.year()) {
        let mut taken = MadeOfYear::default();
        for (one, made) in &mut *of_year {
            taken.take(one.made_from(&brief.base), made);
        }
        if let Some((one, _)) = of_year.first() {
            taken.keep(keeper, one.year())?;
        }
    }
    Ok(())
}

impl<'t> Website<'t> {
    /// Gathers the summaries: of what was just made, of the builds before, else of the record.
    fn gather(
        brief: &Brief<'_>,
        keeper: &Keeper,
        mut fresh: Vec<Fresh<'t>>,
        ledger: &'t Ledger<'t>,
    ) -> Self {
        let count = fresh.len();
        let years = fresh.chunk_by_mut(|one, other| one.0.year() == other.0.year());
        let years: Vec<&mut [Fresh<'_>]> = years.collect();
        let years = years
            .into_par_iter()
            .map(|fresh| Year::gather(brief, keeper, fresh));
        let (mut shown, mut meetings) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut faults = Vec::new();
        let (mut unkept, mut lost) = (BTreeSet::new(), BTreeSet::new());
        for year in years.collect::<Vec<Year<'_>>>() {
            unkept.extend(year.unkept);
            for (one, summary) in year.meetings {
                match summary {
                    Ok(summary) => {
                        shown.push(one);
                        meetings.push(*summary);
                    }
                    Err(Lacking::Faulty(report)) => faults.push(*report),
                    Err(Lacking::Lost) => {
                        lost.insert(one.address().to_owned());
                    }
                }
            }
        }
        let ledger = match shown.len() == ledger.entries().len() {
            true => Cow::Borrowed(ledger),
            false => Cow::Owned(of_these(&shown)),
        };
        let days = meetings
            .iter()
            .map(|meeting| (meeting.date, meeting.is_held));
        Self {
            today: day_of_build(brief.options.today, &brief.project.config, days),
            register: site::Register::default(),
            ledger,
            shown,
            meetings,
            unkept,
            faults,
            lost,
        }
    }

    /// Keeps the summaries for the next build.
    pub(super) fn keep_summaries(
        &self,
        brief: &Brief<'_>,
        keeper: &Keeper,
    ) -> Result<(), FileError> {
        let kept = self.shown.iter().zip(&self.meetings);
        let kept: Vec<(&Shown<'_>, &site::Summary)> =
            kept.map(|(one, summary)| (*one, summary)).collect();
        let years = kept.chunk_by(|one, other| one.0.year() == other.0.year());
        let mut all = BTreeSet::new();
        for of_year in years {
            let Some(year) = of_year.first().map(|(one, _)| one.year()) else {
                continue;
            };
            all.insert(year);
            if self.unkept.contains(&year) {
                let of_year = of_year.iter();
                let of_year = of_year.map(|(one, summary)| (one.made_from(&brief.base), *summary));
                summaries::keep(keeper, year, &of_year.collect::<Vec<_>>())?;
            }
        }
        summaries::keep_only(keeper, &all)
    }

    /// What is to be done with each of its files.
    pub(super) fn plan<'a>(
        &'a self,
        brief: &Brief<'a>,
        keeper: &Keeper,
    ) -> Result<SiteFiles<'a>, FileError> {
        let mut plan = SiteFiles {
            faults: self.faults.clone(),
            lost: self.lost.clone(),
            ..SiteFiles::default()
        };
        let project = brief.project;
        let pages = guarded(Step::Plan, "index.html", || {
            let (config, templates) = (&project.config, &project.templates);
            Ok(site::pages(
                config,
                templates,
                &self.meetings,
                &self.ledger,
                &self.register,
                self.today,
            ))
        });
        let pages = pages.unwrap_or_else(|fault| {
            plan.faults.push(*fault);
            Vec::new()
        });
        let contents = pages.into_par_iter().map(|page| {
            let tell = |out: &mut (dyn Write + Send)| {
                let mut out = BufWriter::with_capacity(1 << 16, out);
                page.tell(&mut out)?;
                out.flush()
            };
            // A hash takes all that it is given.
            let (content, _) = guarded(Step::Plan, &page.path, || Ok(Hash::of_stream(tell)))?;
            Ok((page, content))
        });
        let contents: Vec<Result<(SitePage<'a>, Hash), Box<Report>>> = contents.collect();
        let known = keeper.known(&Owner::Site);
        for content in contents {
            match content {
                Ok((page, content)) => {
                    let made_from = brief.base.of_site(content);
                    let planned = known.plan(OutputKind::Site, page.path.clone(), made_from)?;
                    plan.files.push(SiteFile::of_page(planned, page));
                }
                Err(fault) => plan.faults.push(*fault),
            }
        }
        Ok(plan)
    }
}

/// A meeting that the site shows, and what it shows of it if that was made just now.
type Fresh<'t> = (&'t Shown<'t>, Option<Box<site::Summary>>);

/// Those of these meetings that can be shown, each with what was made of it. The tasks are those of the sound ones, in the same order; in a dry
/// run nothing became of them.
fn fresh<'t>(all: &'t [Shown<'t>], made: &mut [Made]) -> Vec<Fresh<'t>> {
    let mut made = made.iter_mut();
    let fresh = all.iter().filter_map(|one| {
        let made = one.task.and_then(|task| Some((task, made.next()?)));
        // What could not be made is shown as long as its page of before stands.
        let is_nowhere = |(task, made): &(&Task<'_>, &mut Made)| !task.is_known && !made.is_made;
        match made.as_ref().is_some_and(is_nowhere) {
            true => None,
            false => Some((one, made.and_then(|(_, made)| made.summary.take()))),
        }
    });
    fresh.collect()
}

/// Why the site lacks a meeting.
enum Lacking {
    /// Its record cannot be read.
    Faulty(Box<Report>),
    /// Its record has faults, and what was kept of it is lost.
    Lost,
}

/// The meetings of a year that the site shows.
struct Year<'t> {
    meetings: Vec<(&'t Shown<'t>, Result<Box<site::Summary>, Lacking>)>,
    /// The year, if what is kept of it is not just that.
    unkept: Option<i16>,
}

impl<'t> Year<'t> {
    fn gather(brief: &Brief<'_>, keeper: &Keeper, fresh: &mut [Fresh<'t>]) -> Self {
        let year = fresh.first().map(|(one, _)| one.year());
        let mut known = year.map_or_else(OfYear::new, |year| summaries::read(keeper, year));
        let kept = known.len();
        let mut still_kept = 0;
        let meetings = fresh.iter_mut().map(|(one, fresh)| {
            let known = known.remove(one.address());
            let known = known.filter(|(made_from, _)| one.is_made_from(&brief.base, made_from));
            let summary = match (fresh.take(), known, one.task) {
                (Some(fresh), _, _) => Ok(fresh),
                (None, Some((_, known)), _) => {
                    still_kept += 1;
                    Ok(Box::new(known))
                }
                (None, None, Some(task)) => {
                    read(brief, task).map(Box::new).map_err(Lacking::Faulty)
                }
                (None, None, None) => Err(Lacking::Lost),
            };
            (*one, summary)
        });
        let meetings: Vec<_> = meetings.collect();
        let is_kept = still_kept == kept && kept == meetings.len();
        Self {
            meetings,
            unkept: year.filter(|_| !is_kept),
        }
    }
}

/// The ledger of these alone.
fn of_these<'t>(shown: &[&'t Shown<'t>]) -> Ledger<'t> {
    let entries = shown.iter().map(|one| Entry {
        address: one.address(),
        proceedings: one.account.proceedings(),
    });
    Ledger::new(entries.collect())
}

fn read(brief: &Brief<'_>, task: &Task<'_>) -> Result<site::Summary, Box<Report>> {
    task.read_again(brief, Step::Gather, |meeting, minutes| {
        site::Summary::new(meeting, minutes, task.address())
    })
}
