//! What there is to make of the records: of each its page, its other formats, its annexes, and what is to be done with each.

use rayon::prelude::*;

use super::brief::Brief;
use super::discover::RecordFile;
use super::fingerprint::{Base, of_told};
use super::format::{Format, name_of};
use super::guard::Step;
use super::held::Held;
use super::neighbours::{Dated, surroundings};
use super::note::{Account, Keeper, Note};
use super::observe::Observed;
use super::reading::read_record;
use super::series::Meeting;
use crate::diagnostic::Report;
use crate::files::FileError;
use crate::follow_up::Told;
use crate::keeper::{Fingerprint, Hash, Known, OutputKind, Owner, Planned};
use crate::minutes::{Minutes, Surroundings, annex_file_name};
use crate::record::{self, State};

/// What is to be done with a sound record.
pub(super) struct Task<'a> {
    pub(super) record: &'a RecordFile,
    /// Whose its files are.
    pub(super) owner: &'a Owner,
    pub(super) content: &'a Account,
    /// The record as it was read, if it was and there was room for it.
    pub(super) held: &'a Held,
    pub(super) surroundings: Surroundings,
    /// What tells what other records tell of it.
    pub(super) told: Hash,
    /// Its outputs, each format, then each annex.
    pub(super) outputs: Vec<Planned>,
    /// Whether anything was known of it.
    pub(super) is_known: bool,
}

impl Task<'_> {
    pub(super) fn address(&self) -> &str {
        &self.record.address
    }

    /// What is made of the record, which is read again, and of its minutes.
    pub(super) fn read_again<T>(
        &self,
        brief: &Brief<'_>,
        step: Step,
        make: impl FnOnce(&record::Meeting, &Minutes) -> T,
    ) -> Result<T, Box<Report>> {
        self.record.guarded(step, || {
            let sound = read_record(brief.project, self.record)?;
            let minutes = Minutes::new(&sound.meeting, &brief.project.config, &self.surroundings);
            Ok(make(&sound.meeting, &minutes))
        })
    }

    /// What all that is kept of it is made from.
    pub(super) fn made_from(&self, base: &Base) -> Fingerprint {
        base.of_record(self.content.source(), self.told)
    }

    pub(super) fn year(&self) -> i16 {
        self.content.proceedings().date.year()
    }

    /// How far the minutes are, later meetings heard.
    pub(super) fn state(&self) -> State {
        let approved_on = self.surroundings.told.approved_on;
        self.content.proceedings().state.once_approved(approved_on)
    }
}

/// The tasks of the sound records that are chosen, in the order of all meetings.
pub(super) fn tasks<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    meetings: &[Meeting<'a>],
    is_chosen: &(dyn Fn(&RecordFile) -> bool + Sync),
) -> Result<Vec<Task<'a>>, FileError> {
    let has_decisions = meetings.iter().any(|one| one.account.has_decisions());
    let dated: Vec<Dated> = meetings.iter().map(|one| one.dated.clone()).collect();
    meetings
        .par_iter()
        .enumerate()
        .filter(|(_, one)| one.observed.sound().is_some() && is_chosen(one.observed.record))
        .map(|(index, meeting)| {
            let around = Surroundings {
                has_decisions,
                told: meeting.told.clone(),
                ..surroundings(&dated, index)
            };
            task(brief, keeper, meeting.observed, meeting.account, around)
        })
        .collect()
}

/// The task of a record that says this, where that is around it.
pub(super) fn task<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    one: &'a Observed<'_>,
    content: &'a Account,
    around: Surroundings,
) -> Result<Task<'a>, FileError> {
    let listing = Listing {
        brief,
        known: keeper.known(&one.owner),
        record: one.record,
        content,
    };
    let surroundings = listing.surroundings(around)?;
    Ok(Task {
        outputs: listing.outputs(&surroundings)?,
        record: one.record,
        owner: &one.owner,
        content,
        held: &one.held,
        told: of_told(&surroundings.told),
        surroundings,
        is_known: !listing.known.is_nothing(),
    })
}

/// All that the list of the outputs of one record rests on.
struct Listing<'a> {
    brief: &'a Brief<'a>,
    known: Known<'a, Note>,
    record: &'a RecordFile,
    content: &'a Account,
}

impl Listing<'_> {
    /// Where the record stands, and which files its page may offer.
    fn surroundings(&self, mut around: Surroundings) -> Result<Surroundings, FileError> {
        around.has_markdown = self.is_offered(Format::Markdown, &around)?;
        around.has_pdf = self.is_offered(Format::Pdf, &around)?;
        Ok(around)
    }

    /// Whether that file stands beside the page when the build is done: it is made, or it was and is still right.
    fn is_offered(&self, format: Format, around: &Surroundings) -> Result<bool, FileError> {
        if self.brief.options.formats.contains(&format) {
            return Ok(true);
        }
        for kind in format.kinds() {
            let name = self.name_of(*kind, &around.told);
            if self.known.output(&name).is_none() {
                return Ok(false);
            }
            let planned = self
                .known
                .plan(*kind, name, self.made_from(*kind, around))?;
            if !planned.is_fresh() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn outputs(&self, around: &Surroundings) -> Result<Vec<Planned>, FileError> {
        let formats = self.brief.options.formats.iter();
        let kinds = formats.flat_map(|format| format.kinds());
        let kinds = kinds.filter(|kind| self.content.has(**kind));
        let of_formats = kinds.map(|kind| {
            let name = self.name_of(*kind, &around.told);
            (*kind, name, self.made_from(*kind, around))
        });
        let annexes = self.content.note.annexes.iter().map(|source| {
            let made_from = Fingerprint::of_copy(source.seen.hash);
            (OutputKind::Annex, annex_file_name(&source.name), made_from)
        });
        of_formats
            .chain(annexes)
            .map(|(kind, name, made_from)| self.known.plan(kind, name, made_from))
            .collect()
    }

    fn made_from(&self, kind: OutputKind, around: &Surroundings) -> Fingerprint {
        let base = &self.brief.base;
        base.fingerprint(kind, self.content.source(), around)
    }

    fn name_of(&self, kind: OutputKind, told: &Told) -> String {
        name_of(
            kind,
            &self.brief.project.config,
            &self.record.address,
            self.content
                .proceedings()
                .state
                .once_approved(told.approved_on),
        )
    }
}
