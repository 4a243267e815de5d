//! All that is wrong or odd in the records.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use rayon::prelude::*;

use super::copies::Originals;
use super::discover::{Archive, RecordFile};
use super::guard::Step;
use super::options::Follower;
use super::project::{OUTPUT_FOLDER, Project};
use super::reading::{read, read_as, read_source};
use super::texts::of_many;
use crate::config::{ParticipantOrder, Published};
use crate::diagnostic::{Diagnostic, Report, Source};
use crate::follow_up::{Entry, Ledger, Proceedings, Selection, past_day, repeated_ids};
use crate::french::folding::fold;
use crate::french::formulas::NumberedIn;
use crate::minutes::{pdf_file_name, proceedings};
use crate::record::{self, Comparable, Edition, FileNames, KeptBack, KnownPersons, Places, State};

impl Archive {
    /// The faults and doubts of the records that `selected` accepts, in the order of the records, as of that day;
    /// `follower` sees how far it is.
    #[must_use]
    pub fn check(
        &self,
        project: &Project,
        today: Date,
        selected: &(dyn Fn(&RecordFile) -> bool + Sync),
        follower: &dyn Follower,
    ) -> Vec<Report> {
        let records: Vec<&RecordFile> = self
            .records
            .iter()
            .filter(|record| selected(record))
            .collect();
        follower.planned(records.len());
        let known = match project.config.site.participants {
            Published::Names => Known::KeptBack(self.kept_back(project)),
            Published::Organisations => Known::All(Box::new(self.people(project))),
        };
        let originals = Originals::of(&self.records);
        let checked = records.par_iter().map(|record| {
            let check = || Ok(check_record(project, record, today, (&known, &originals)));
            let checked = record.guarded(Step::Read, check);
            let mut checked = checked.unwrap_or_else(|report| Checked::of(*report));
            checked.report = of_many(checked.report, records.len());
            follower.done();
            checked
        });
        let mut checked: Vec<Checked> = checked.collect();
        if checked.iter().any(|one| one.rests_on_others) {
            self.check_series(project, &records, &mut checked);
        }
        checked.into_iter().map(|one| one.report).collect()
    }

    /// Whom the records keep from an edition, if one of them has such a mark at all.
    fn kept_back(&self, project: &Project) -> KeptBack {
        let sources = self.records.par_iter();
        let sources = sources.filter_map(|record| Some((record, read_source(record).ok()?)));
        let sources: Vec<(&RecordFile, Source)> = sources.collect();
        if !sources.iter().any(|(_, source)| record::may_hide(source)) {
            return KeptBack::default();
        }
        let read = sources.par_iter().map(|(record, source)| {
            let read = || Ok(read(project, record, source, Edition::Internal).kept_back());
            record.guarded(Step::Read, read).unwrap_or_default()
        });
        read.reduce(KeptBack::default, KeptBack::and).unlisted()
    }

    /// All whom the records, or the contacts, know by name.
    fn people(&self, project: &Project) -> KnownPersons {
        let read = self.records.par_iter().map(|record| {
            let read = record.guarded(Step::Read, || read_as(project, record, Edition::Internal));
            let read = read.map(|read| (read.meeting.names(), read.meeting.bodies()));
            read.unwrap_or_default()
        });
        let read: Vec<(Vec<String>, BTreeSet<String>)> = read.collect();
        let names = read.iter().flat_map(|(names, _)| names);
        let contacts = project.directory.people().iter().map(|(name, _)| name);
        let names: BTreeSet<&String> = names.chain(contacts).collect();
        let bodies: BTreeSet<&String> = read.iter().flat_map(|(_, bodies)| bodies).collect();
        KnownPersons::of(&names, |name| bodies.contains(&fold(name)))
    }

    /// Adds what is wrong or odd in these records beside the others.
    fn check_series(&self, project: &Project, checked: &[&RecordFile], results: &mut [Checked]) {
        let places: HashMap<&str, usize> = (0..)
            .zip(checked)
            .map(|(place, record)| (record.address.as_str(), place))
            .collect();
        let read = self.read_series(project, &places, results);
        let unread = self.records.len() - read.len();
        let ledger = Ledger::new(read.iter().map(OfSeries::entry).collect());
        for problem in ledger.problems() {
            let address = ledger.entries()[problem.meeting].address;
            if let Some(result) = places
                .get(address)
                .and_then(|place| results.get_mut(*place))
            {
                let fault = problem.diagnostic(&ledger, &result.places, unread);
                result.report.diagnostics.push(fault);
            }
        }
        for (meeting, entry) in ledger.entries().iter().enumerate() {
            let place = places.get(entry.address);
            if let Some(result) = place.and_then(|place| results.get_mut(*place)) {
                let doubts = repeated_ids(&ledger, meeting, &result.places);
                result.report.diagnostics.extend(doubts);
            }
        }
        let settings = &project.config.follow_up;
        let past = settings.day.and_then(|day| past_day(&ledger, day));
        if let Some((meeting, doubt)) = past {
            let place = places.get(ledger.entries()[meeting].address);
            if let Some(result) = place.and_then(|place| results.get_mut(*place)) {
                result.report.diagnostics.push(doubt);
            }
        }
        let named = read
            .iter()
            .map(|one| (one.record.name.as_str(), &one.named));
        let named: Vec<(&str, &Comparable)> = named.collect();
        let knows = |name: &str| project.directory.entry(name).is_some();
        let in_series = project.config.numbered_in == NumberedIn::Series;
        for (meeting, doubt) in record::doubts_of_series(&named, in_series, &knows) {
            let place = places.get(read[meeting].record.address.as_str());
            if let Some(result) = place.and_then(|place| results.get_mut(*place)) {
                result.report.diagnostics.push(doubt);
            }
        }
    }

    /// All records that can be read, in the order of their meetings; of those that were checked, what was found.
    fn read_series(
        &self,
        project: &Project,
        places: &HashMap<&str, usize>,
        results: &[Checked],
    ) -> Vec<OfSeries<'_>> {
        let read = self.records.par_iter().filter_map(|record| {
            let known = places.get(record.address.as_str());
            if let Some(known) = known.and_then(|place| results.get(*place)) {
                return Some(OfSeries {
                    record,
                    proceedings: known.proceedings.clone()?,
                    named: known.named.clone(),
                });
            }
            let read = record
                .guarded(Step::Read, || read_as(project, record, Edition::Internal))
                .ok()?;
            Some(OfSeries {
                record,
                proceedings: proceedings(&read.meeting, &project.config),
                named: read.reading.comparable(&read.meeting),
            })
        });
        let mut read: Vec<OfSeries<'_>> = read.collect();
        read.sort_by(|one, other| one.entry().order().cmp(&other.entry().order()));
        read
    }
}

/// A record among the others.
struct OfSeries<'a> {
    record: &'a RecordFile,
    proceedings: Proceedings,
    named: Comparable,
}

impl OfSeries<'_> {
    fn entry(&self) -> Entry<'_> {
        Entry {
            address: &self.record.address,
            proceedings: &self.proceedings,
        }
    }
}

/// Whom the series knows by name, as far as texts should not tell them.
enum Known {
    /// All of them, where names are not published.
    All(Box<KnownPersons>),
    /// Those whom a record keeps from an edition.
    KeptBack(KeptBack),
}

/// What was found in one record alone.
struct Checked {
    report: Report,
    /// What its meeting did, if it is sound.
    proceedings: Option<Proceedings>,
    /// Where it speaks of others.
    places: Places,
    /// What it names and numbers.
    named: Comparable,
    /// Whether it has an answer to find in others.
    rests_on_others: bool,
}

impl Checked {
    fn of(report: Report) -> Self {
        Self {
            report,
            proceedings: None,
            places: Places::default(),
            named: Comparable::default(),
            rests_on_others: false,
        }
    }
}

/// All that is wrong or odd in one record.
fn check_record(
    project: &Project,
    record: &RecordFile,
    today: Date,
    (known, originals): (&Known, &Originals<'_>),
) -> Checked {
    let source = match read_source(record) {
        Ok(source) => source,
        Err(report) => return Checked::of(*report),
    };
    // What is wrong in what no edition but one shows is wrong all the same.
    let reading = read(project, record, &source, Edition::Internal);
    let directory = &project.directory;
    let names: Vec<&str> = directory.names().collect();
    let knows = |name: &str| directory.entry(name).is_some();
    let mut diagnostics = reading.doubts_beside(&source, &knows, &names);
    diagnostics.extend(reading.doubt_of_day(today));
    diagnostics.extend(project.unprintable(&source, &reading));
    diagnostics.extend(match known {
        Known::All(people) => {
            reading.doubts_of_persons(&source, people, project.directory.people())
        }
        Known::KeptBack(kept_back) => reading.doubts_of_kept_back(&source, kept_back),
    });
    if project.config.participant_order == Some(ParticipantOrder::Name) {
        diagnostics.extend(reading.doubt_of_sorting());
    }
    if project.config.follow_up.selection == Selection::None {
        diagnostics.extend(reading.doubt_of_comments());
    }
    diagnostics.extend(doubts_of_file_names(project, record, &reading));
    let places = reading.places();
    let meeting = reading.meeting.as_ref();
    let proceedings = meeting.map(|meeting| proceedings(meeting, &project.config));
    let named = meeting.map_or_else(Comparable::default, |meeting| reading.comparable(meeting));
    let said = (&source, proceedings.as_ref());
    diagnostics.extend(originals.doubt_of_copy(project, record, said));
    diagnostics.extend(reading.faults);
    Checked {
        report: Report::new(source, diagnostics),
        rests_on_others: !places.is_empty() || !named.is_empty(),
        proceedings,
        places,
        named,
    }
}

/// What Windows would refuse of the names of a record and of what is made of it.
fn doubts_of_file_names(
    project: &Project,
    record: &RecordFile,
    reading: &record::Reading,
) -> Vec<Diagnostic> {
    let state = reading.meeting.as_ref().map(|meeting| meeting.state);
    let state = state.unwrap_or(State::Draft);
    reading.doubts_of_file_names(&FileNames {
        record: &record.name,
        page: &format!("{OUTPUT_FOLDER}/{}", record.address),
        document: &pdf_file_name(&project.config, &record.address, state),
    })
}
