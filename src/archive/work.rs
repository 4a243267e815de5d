//! Making what is stale and having it kept, on all cores: the same for the files of a record and for one of the site.

use std::thread;

use rayon::prelude::*;

use super::brief::Brief;
use super::guard::{Step, guarded};
use super::held::Room;
use super::kinds::ArchiveFault;
use super::note::{Keeper, Note};
use super::options::Follower;
use super::watch::{Rendering, Watch};
use crate::diagnostic::{Diagnostic, Report};
use crate::files::{Change, FileError};
use crate::keeper::{Content, Kept, Output, Owner, Planned, Stream};
use crate::search::SearchedMeeting;
use crate::site::Summary;

/// What whoever makes files needs beside what they are made of.
pub(super) struct Workshop<'a> {
    pub(super) brief: &'a Brief<'a>,
    pub(super) keeper: &'a Keeper,
    pub(super) watch: &'a Watch,
    /// Left for what is held until the search index is made.
    pub(super) room: Room,
}

impl<'a> Workshop<'a> {
    fn new(brief: &'a Brief<'a>, keeper: &'a Keeper, watch: &'a Watch) -> Self {
        Self {
            brief,
            keeper,
            watch,
            room: Room::for_texts(),
        }
    }
}

/// Files of one owner that are made together, or not at all.
pub(super) trait Job: Sync {
    /// Whose they are.
    fn owner(&self) -> &Owner;
    /// What is remembered of the owner beside them.
    fn note(&self) -> Option<Note>;
    /// The files.
    fn planned(&self) -> &[Planned];
    /// What is being done, and for what: the name that the user knows.
    fn step(&self) -> (Step, &str);
    /// Makes those of them that are stale.
    fn make(&self, workshop: &Workshop<'_>) -> Result<Making<'_>, Box<Report>>;
}

/// The content of a file that was made.
pub(super) enum Bytes<'a> {
    Whole(Vec<u8>),
    Stream(&'a Stream<'a>),
    /// A file of the user's, as it is.
    Copied(Box<Stream<'a>>),
}

/// What the files of a job are to hold.
#[derive(Default)]
pub(super) struct Making<'a> {
    /// By their place among the files; what is not there was not made.
    pub(super) contents: Vec<Option<Bytes<'a>>>,
    /// What the site shows of the record.
    pub(super) summary: Option<Box<Summary>>,
    /// What the search index takes from it.
    pub(super) searched: Option<SearchedMeeting>,
    /// The faults of its PDF alone.
    pub(super) faults_of_pdf: Option<Report>,
    /// The name of its PDF, where that could not be made.
    pub(super) missing_pdf: Option<String>,
}

/// What became of a job.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// Whether the files stand as far as the disk takes them; if not, nothing of the job was made.
    pub(super) is_made: bool,
    /// What is known of the files now, where that is something new.
    pub(super) outputs: Vec<Output>,
    /// How many files were not even looked into, being fresh.
    pub(super) unchanged: usize,
    /// What became of the other files, by name.
    pub(super) changes: Vec<(String, Change)>,
    /// The files that are not ours and were left as they are, by name.
    pub(super) left_alone: Vec<String>,
    /// The faults for which nothing of it, or not all of it, was made.
    pub(super) refused: Vec<Report>,
    /// As [`Making::summary`].
    pub(super) summary: Option<Box<Summary>>,
    /// As [`Making::searched`], if there was room for it.
    pub(super) searched: Option<SearchedMeeting>,
    /// As [`Making::faults_of_pdf`].
    pub(super) faults_of_pdf: Option<Report>,
    /// As [`Making::missing_pdf`].
    pub(super) missing_pdf: Option<String>,
    /// The files that could not be made, by name: what stands there is of before.
    pub(super) unmade: Vec<String>,
}

/// Whether there is anything to do for a job.
pub(super) fn has_work(job: &impl Job) -> bool {
    !job.planned().iter().all(Planned::is_fresh)
}

/// Does all these jobs, while the templates are watched. `done` hears of each that there was something to do for.
///
/// # Errors
/// The disk is full, or protected. A fault of one job is reported in what is returned for it.
pub(super) fn do_all(
    brief: &Brief<'_>,
    keeper: &Keeper,
    jobs: &[impl Job],
    follower: &dyn Follower,
    done: impl Fn() + Sync,
) -> Result<Vec<Made>, FileError> {
    let watch = Watch::default();
    let workshop = Workshop::new(brief, keeper, &watch);
    thread::scope(|scope| {
        let _ending = watch.until_dropped();
        scope.spawn(|| {
            let tell = |rendering: &Rendering| follower.stuck(rendering);
            watch.until_end(brief.options.patience, tell);
        });
        let made = jobs.par_iter().map(|job| {
            let made = do_one(&workshop, job);
            if has_work(job) {
                done();
            }
            made
        });
        made.collect()
    })
}

/// Does these jobs at once, one after the other, so that nothing of them has to be held. No template has a part in them.
///
/// # Errors
/// As those of [`do_all`].
pub(super) fn do_now(
    brief: &Brief<'_>,
    keeper: &Keeper,
    jobs: &[impl Job],
) -> Result<Vec<Made>, FileError> {
    let watch = Watch::default();
    let workshop = Workshop::new(brief, keeper, &watch);
    jobs.iter().map(|job| do_one(&workshop, job)).collect()
}

fn do_one(workshop: &Workshop<'_>, job: &impl Job) -> Result<Made, FileError> {
    let planned = job.planned();
    if !has_work(job) {
        let news = planned.iter().filter(|planned| planned.is_news);
        return Ok(Made {
            is_made: true,
            outputs: news
                .filter_map(|planned| planned.kept.as_deref().cloned())
                .collect(),
            unchanged: planned.len(),
            ..Made::default()
        });
    }
    let (step, name) = job.step();
    // A stream is made while it is written.
    let made = guarded(step, name, || {
        let making = job.make(workshop)?;
        Ok(put(workshop, job, making))
    });
    made.unwrap_or_else(|report| {
        let kept = planned
            .iter()
            .filter_map(|planned| planned.kept.as_deref().cloned());
        let unmade = planned.iter().filter(|planned| !planned.is_fresh());
        Ok(Made {
            outputs: kept.collect(),
            refused: vec![*report],
            unmade: unmade.map(|planned| planned.name.clone()).collect(),
            ..Made::default()
        })
    })
}

/// Has what was made put in its place.
fn put(workshop: &Workshop<'_>, job: &impl Job, making: Making<'_>) -> Result<Made, FileError> {
    let has_room = |searched: &SearchedMeeting| workshop.room.take(searched.size());
    let mut made = Made {
        is_made: true,
        summary: making.summary,
        searched: making.searched.filter(has_room),
        faults_of_pdf: making.faults_of_pdf,
        missing_pdf: making.missing_pdf,
        ..Made::default()
    };
    let mut files = Vec::new();
    for (planned, bytes) in job.planned().iter().zip(&making.contents) {
        match bytes {
            Some(Bytes::Whole(bytes)) => files.push((planned, Content::Whole(bytes))),
            Some(Bytes::Copied(copy)) => files.push((planned, Content::Stream(&**copy))),
            Some(Bytes::Stream(stream)) => files.push((planned, Content::Stream(stream))),
            None => {
                match planned.is_fresh() {
                    true => made.unchanged += 1,
                    false => made.unmade.push(planned.name.clone()),
                }
                // A PDF that could not be made: what an earlier build made is still ours.
                made.outputs.extend(planned.kept.as_deref().cloned());
            }
        }
    }
    let kept = workshop
        .keeper
        .keep(job.owner(), job.note().as_ref(), &files)?;
    let (_, name) = job.step();
    made.note(kept, name);
    Ok(made)
}

impl Made {
    /// Whether all its files stand as they were to be made.
    pub(super) fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.left_alone.is_empty()
    }

    /// Notes what became of files; `name` says whose they are.
    fn note(&mut self, kept: Kept, name: &str) {
        self.outputs.extend(kept.outputs);
        self.changes.extend(kept.changes);
        self.left_alone.extend(kept.left_alone);
        let refused = kept.refused.iter();
        self.refused
            .extend(refused.map(|(_, error)| unwritten(name, error)));
    }
}

/// The report of a file that the system refused; `name` says whose it is.
pub(super) fn unwritten(name: &str, error: &FileError) -> Report {
    let is_pdf = error.path.extension().is_some_and(|ending| ending == "pdf");
    let help = match is_pdf {
        true => "fermez le PDF, puis relancez",
        false => {
            "fermez le fichier s’il est ouvert, ou déplacez ce qui est à sa place, puis relancez"
        }
    };
    let fault = Diagnostic::new(ArchiveFault::Unwritable, error.to_string()).help(help);
    Report::of_file(name.to_owned(), fault)
}
