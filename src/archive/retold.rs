//! The site, where all that changed of it stands in the search index of a year or two and in events of the calendar: the rest of it is not
//! even gathered. `retouch` says when that may be.

use std::collections::{BTreeMap, BTreeSet};

use super::brief::Brief;
use super::guard::Step;
use super::note::{Keeper, Note};
use super::options::Follower;
use super::reading::SoundRecord;
use super::records::Task;
use super::search::{folder_of, remake_index, state_of_year};
use super::settled::RecordAsLeft;
use super::shown::identity;
use super::site_file::{SiteFile, SiteFiles};
use super::summaries::{self, OfYear};
use super::website::state_of;
use super::work::Made;
use crate::diagnostic::Report;
use crate::files::{self, FileError};
use crate::keeper::{Fingerprint, Hash, OutputKind, Owner, Removal};
use crate::minutes::Minutes;
use crate::search::SearchedMeeting;
use crate::site::{self, CALENDAR_FILE, Summary};

/// At most two years, whose words are held at once.
const FEW_YEARS: usize = 2;

/// What the site is to tell otherwise than before.
pub(super) struct Telling {
    years: Vec<Year>,
    calendar: Option<String>,
    /// What tells all that it is made of.
    state: Hash,
}

/// A year of which a meeting changed.
struct Year {
    year: i16,
    /// What tells its meetings from what they were.
    state: Hash,
    /// All that the index takes from them.
    words: Vec<(Fingerprint, SearchedMeeting)>,
    /// What the site shows of those that changed.
    summaries: Vec<(Fingerprint, Summary)>,
}

/// What became of the site.
pub(super) struct Retold {
    /// What it is made of, if all of that could be planned.
    pub(super) state: Option<Hash>,
    pub(super) made: Vec<Made>,
    /// Of what could not be planned.
    pub(super) faults: Vec<Report>,
    /// Files of the index that it has no more.
    pub(super) removals: Vec<Removal>,
    /// How many of the files that stood were made again, or go.
    pub(super) touched: usize,
}

/// A meeting that changed, as the site shows it.
struct Now {
    made_from: Fingerprint,
    summary: Summary,
    words: SearchedMeeting,
}

impl Now {
    fn of(brief: &Brief<'_>, task: &Task<'_>) -> Option<Self> {
        let config = &brief.project.config;
        let told = |sound: &SoundRecord| {
            let minutes = Minutes::new(&sound.meeting, config, &task.surroundings);
            Ok(Self {
                made_from: task.made_from(&brief.base),
                summary: Summary::new(&sound.meeting, &minutes, task.address()),
                words: SearchedMeeting::new(&minutes, task.address()),
            })
        };
        let told = |sound: &SoundRecord| task.record.guarded(Step::Gather, || told(sound));
        task.held.look(told)?.ok()
    }
}

impl Telling {
    /// What these tasks change of the site; `None` where that is more than this, or something that was kept of it is lost.
    pub(super) fn of(
        brief: &Brief<'_>,
        keeper: &Keeper,
        series: &[&RecordAsLeft<'_>],
        tasks: &[Task<'_>],
    ) -> Option<Self> {
        keeper.note_of(&Owner::Site)?.of_site()?.made_of?;
        let before = |task: &Task<'_>| {
            let note = keeper.note_of(task.owner).and_then(Note::of_record);
            note.map(|note| note.seen.hash)
        };
        let changed = tasks
            .iter()
            .filter(|task| before(task) != Some(task.content.source()));
        let sources: BTreeMap<&str, Hash> = changed
            .clone()
            .map(|task| (task.address(), task.content.source()))
            .collect();
        let years: BTreeSet<i16> = changed.clone().map(Task::year).collect();
        let now = changed.map(|task| Some((task.address(), Now::of(brief, task)?)));
        let mut now: BTreeMap<&str, Now> = now.collect::<Option<_>>()?;
        if years.len() > FEW_YEARS {
            return None;
        }
        let identities = series.iter().map(|one| {
            let address = one.record.address.as_str();
            let source = sources.get(address).copied();
            identity(address, source.unwrap_or(one.note.seen.hash), one.note.told)
        });
        let identities: Vec<(&str, Hash)> = identities.collect();
        let mut calendar = None;
        let years = years.into_iter().map(|year| {
            let is_of_year = |one: &&RecordAsLeft<'_>| one.note.when.0.year() == year;
            let from = series.iter().position(is_of_year)?;
            let count = series[from..].iter().take_while(|one| is_of_year(one));
            let of_year = from..from + count.count();
            Some(Year {
                year,
                state: state_of_year(&identities[of_year.clone()]),
                ..Year::of(brief, keeper, &series[of_year], &mut now, &mut calendar)?
            })
        });
        Some(Self {
            years: years.collect::<Option<_>>()?,
            calendar,
            state: state_of(brief, &identities),
        })
    }

    /// Makes it.
    pub(super) fn make(
        self,
        brief: &Brief<'_>,
        keeper: &Keeper,
        follower: &dyn Follower,
    ) -> Result<Retold, FileError> {
        let known = keeper.known(&Owner::Site);
        let mut site = SiteFiles::default();
        let mut folders = Vec::new();
        if let Some(calendar) = self.calendar {
            let bytes = calendar.into_bytes();
            // Told by itself, it is made of nothing else.
            let made_from = brief.base.of_site(Hash::of(&bytes));
            let planned = known.plan(OutputKind::Site, CALENDAR_FILE.to_owned(), made_from)?;
            let file = SiteFile::new(planned, "", move || Ok(bytes.clone()));
            site.files.push(file);
        }
        for of_year in self.years {
            let Year { year, state, .. } = of_year;
            summaries::keep_more(keeper, year, of_year.summaries)?;
            site.add(remake_index(brief, keeper, year, of_year.words, state)?);
            folders.push(folder_of(year));
        }
        let names: BTreeSet<&str> = site.names().collect();
        let outputs = known.outputs().iter();
        let remade = outputs.clone();
        let remade = remade.filter(|output| names.contains(output.name.as_str()));
        let remade = remade.count();
        let gone = outputs.filter(|output| {
            let mut folders = folders.iter();
            let is_of_index = folders.any(|folder| output.name.starts_with(folder));
            is_of_index && site.faults.is_empty() && !names.contains(output.name.as_str())
        });
        let removals: Vec<Removal> = gone
            .map(|output| Removal {
                owner: Owner::Site,
                output: output.clone(),
                must_go: false,
            })
            .collect();
        let faults = std::mem::take(&mut site.faults);
        Ok(Retold {
            state: faults.is_empty().then_some(self.state),
            touched: remade + removals.len(),
            made: site.make(brief, keeper, follower)?,
            faults,
            removals,
        })
    }
}

impl Year {
    /// What is kept of these meetings, which are all of a year, with what changed of them; an event of the calendar is told anew where that
    /// shows it.
    fn of(
        brief: &Brief<'_>,
        keeper: &Keeper,
        series: &[&RecordAsLeft<'_>],
        now: &mut BTreeMap<&str, Now>,
        calendar: &mut Option<String>,
    ) -> Option<Self> {
        let year = series.first()?.note.when.0.year();
        let mut kept: OfYear<SearchedMeeting> = summaries::read(keeper, year);
        let mut before: OfYear<Summary> = summaries::read(keeper, year);
        let (mut words, mut summaries) = (Vec::with_capacity(series.len()), Vec::new());
        for one in series {
            let (address, note) = (one.record.address.as_str(), one.note);
            let made_from = brief.base.of_record(note.seen.hash, note.told?);
            let is_of_it = |from: &Fingerprint| *from == made_from;
            let kept = kept.remove(address).filter(|(from, _)| is_of_it(from))?;
            let Some(now) = now.remove(address) else {
                words.push(kept);
                continue;
            };
            let before = before.remove(address);
            let (_, before) = before.filter(|(from, _)| is_of_it(from))?;
            if before != now.summary {
                let told = match calendar.take() {
                    Some(told) => told,
                    None => calendar_of(keeper)?,
                };
                let (config, templates) = (&brief.project.config, &brief.project.templates);
                *calendar = Some(site::retold(
                    config,
                    templates,
                    &told,
                    &before,
                    &now.summary,
                )?);
            }
            words.push((now.made_from, now.words));
            summaries.push((now.made_from, now.summary));
        }
        Some(Self {
            year,
            state: Hash::of(&[]),
            words,
            summaries,
        })
    }
}

/// The calendar as it stands.
fn calendar_of(keeper: &Keeper) -> Option<String> {
    let site = keeper.known(&Owner::Site);
    site.output(CALENDAR_FILE)?;
    let path = keeper.folder().path_of(&Owner::Site, CALENDAR_FILE);
    String::from_utf8(files::read_whole(&path).ok()?).ok()
}
