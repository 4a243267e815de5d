//! The plan of a build: for each record, what is to be done with each of its outputs.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::build::BuildOptions;
use super::fingerprint::{Base, Fingerprint};
use super::observe::{Content, Observed};
use super::outputs::Format;
use super::plan::{OnDisk, Verdict, verdict};
use super::store::{Entry, Hash, Output, OutputKind, Seen, Source, Store};
use super::summary::{Summary, surroundings};
use super::{Place, Project, RecordFile};
use crate::files::{self, FileError, Stamp};
use crate::minutes::{
    Surroundings, annex_file_name, markdown_file_name, pdf_file_name, print_file_name,
};
use crate::site::MINUTES_DATA_FILE;

/// What is to be done with a sound record.
pub(super) struct Task<'a> {
    pub(super) record: &'a RecordFile,
    pub(super) content: &'a Content,
    pub(super) surroundings: Surroundings,
    /// Its outputs, each format, then each annex.
    pub(super) outputs: Vec<Planned>,
    /// What was known of it.
    pub(super) known: Option<&'a Entry>,
}

/// What is to be done with an output.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) kind: OutputKind,
    /// Its path below the folder of its meeting, with `/`.
    pub(super) name: String,
    pub(super) made_from: Fingerprint,
    pub(super) verdict: Verdict,
    /// The annex that it is a copy of, as the record names it.
    pub(super) annex: Option<String>,
    /// What is known of the file that is there.
    pub(super) kept: Option<Output>,
}

impl Task<'_> {
    pub(super) fn address(&self) -> &str {
        &self.record.address
    }

    /// Whether there is anything to do.
    pub(super) fn has_work(&self) -> bool {
        let mut outputs = self.outputs.iter();
        outputs.any(|output| output.verdict != Verdict::Fresh)
    }
}

/// The tasks of the sound records that are chosen, in the order of their days.
pub(super) fn schedule<'a>(
    planner: &Planner<'a>,
    observed: &'a [Observed<'a>],
    is_chosen: &(dyn Fn(&RecordFile) -> bool + Sync),
) -> Result<Vec<Task<'a>>, FileError> {
    let mut sound: Vec<(Summary, &RecordFile, &Content)> = observed
        .iter()
        .filter_map(|one| {
            let content = one.content.as_ref().ok()?;
            let summary = Summary {
                date: content.date,
                address: one.record.address.clone(),
            };
            Some((summary, one.record, content))
        })
        .collect();
    sound.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let summaries: Vec<Summary> = sound.iter().map(|(summary, ..)| summary.clone()).collect();
    sound
        .par_iter()
        .enumerate()
        .filter(|(_, (_, record, _))| is_chosen(record))
        .map(|(index, (_, record, content))| {
            planner.task(record, content, surroundings(&summaries, index))
        })
        .collect()
}

/// All that a plan rests on, but the record.
pub(super) struct Planner<'a> {
    pub(super) project: &'a Project,
    pub(super) options: &'a BuildOptions,
    pub(super) store: &'a Store,
    /// [`Store::shared`].
    pub(super) shared: BTreeMap<&'a str, &'a Output>,
    pub(super) place: &'a Place,
    pub(super) base: &'a Base,
}

impl<'a> Planner<'a> {
    fn task(
        &self,
        record: &'a RecordFile,
        content: &'a Content,
        mut surroundings: Surroundings,
    ) -> Result<Task<'a>, FileError> {
        let known = self.store.entries.get(&record.address);
        surroundings.has_markdown =
            self.is_offered(Format::Markdown, record, content, &surroundings)?;
        surroundings.has_pdf = self.is_offered(Format::Pdf, record, content, &surroundings)?;
        let kinds = self
            .options
            .formats
            .iter()
            .flat_map(|format| format.kinds());
        let formats = kinds.map(|kind| {
            let made_from = self.made_from(*kind, content, &surroundings);
            (*kind, self.name_of(*kind, record), made_from, None)
        });
        let annexes = content.annexes.iter().map(|source| {
            let made_from = Fingerprint::of_copy(source.seen.hash);
            let name = annex_file_name(&source.name);
            (OutputKind::Annex, name, made_from, Some(source))
        });
        let outputs = formats
            .chain(annexes)
            .map(|(kind, name, made_from, annex)| {
                let planned = self.planned(&record.address, kind, name, made_from)?;
                Ok(Planned {
                    annex: annex.map(|source: &Source| source.name.clone()),
                    ..planned
                })
            });
        Ok(Task {
            outputs: outputs.collect::<Result<_, FileError>>()?,
            record,
            content,
            surroundings,
            known,
        })
    }

    /// What is to be done with one output.
    pub(super) fn planned(
        &self,
        address: &str,
        kind: OutputKind,
        name: String,
        made_from: Fingerprint,
    ) -> Result<Planned, FileError> {
        let known = match address {
            "" => self.shared.get(name.as_str()).copied(),
            _ => {
                let entry = self.store.entries.get(address);
                entry.and_then(|entry| entry.output(&name))
            }
        };
        let (on_disk, kept) = self.look(address, &name, known)?;
        Ok(Planned {
            verdict: verdict(known, &made_from, on_disk, self.options.force),
            kind,
            name,
            made_from,
            annex: None,
            kept,
        })
    }

    /// What stands under that name, and what is known of it.
    fn look(
        &self,
        address: &str,
        name: &str,
        known: Option<&Output>,
    ) -> Result<(OnDisk, Option<Output>), FileError> {
        let path = self.place.path(address, name);
        let Some(stamp) = Stamp::of(&path)? else {
            return Ok((OnDisk::Missing, known.cloned()));
        };
        let Some(known) = known else {
            let on_disk = match self.store.has_memory {
                true => OnDisk::Foreign,
                false => OnDisk::Unknown,
            };
            return Ok((on_disk, None));
        };
        if self.store.trusts_stamps && known.seen.stamp == Some(stamp) {
            return Ok((OnDisk::Ours, Some(known.clone())));
        }
        let Ok(content) = files::read_whole(&path) else {
            // Somebody closed it to us.
            return Ok((OnDisk::Foreign, Some(known.clone())));
        };
        let hash = Hash::of(&content);
        if hash != known.seen.hash {
            let on_disk = match was_cut_off(&content) {
                true => OnDisk::Missing,
                false => OnDisk::Foreign,
            };
            return Ok((on_disk, Some(known.clone())));
        }
        let seen = Seen {
            stamp: Some(stamp),
            hash,
        };
        Ok((
            OnDisk::Ours,
            Some(Output {
                seen,
                ..known.clone()
            }),
        ))
    }

    /// Whether that file stands beside the page when the build is done: it is made, or it was and is still right.
    fn is_offered(
        &self,
        format: Format,
        record: &RecordFile,
        content: &Content,
        surroundings: &Surroundings,
    ) -> Result<bool, FileError> {
        if self.options.formats.contains(&format) {
            return Ok(true);
        }
        let known = self.store.entries.get(&record.address);
        for kind in format.kinds() {
            let name = self.name_of(*kind, record);
            if known.is_none_or(|entry| entry.output(&name).is_none()) {
                return Ok(false);
            }
            let made_from = self.made_from(*kind, content, surroundings);
            let planned = self.planned(&record.address, *kind, name, made_from)?;
            if planned.verdict != Verdict::Fresh {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn made_from(
        &self,
        kind: OutputKind,
        content: &Content,
        surroundings: &Surroundings,
    ) -> Fingerprint {
        self.base.fingerprint(kind, content.seen.hash, surroundings)
    }

    fn name_of(&self, kind: OutputKind, record: &RecordFile) -> String {
        let (config, address) = (&self.project.config, record.address.as_str());
        match kind {
            OutputKind::Markdown => markdown_file_name(config, address),
            OutputKind::Pdf => pdf_file_name(config, address),
            OutputKind::Print => print_file_name(config, address),
            OutputKind::Data => MINUTES_DATA_FILE.to_owned(),
            _ => "index.html".to_owned(),
        }
    }
}

/// Whether a content is what a power cut leaves of a file that was just written: nothing, or zeros at its end.
fn was_cut_off(content: &[u8]) -> bool {
    content.last().is_none_or(|last| *last == 0)
}
