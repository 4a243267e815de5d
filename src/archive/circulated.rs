//! What goes out after a meeting to its members, whatever the site publishes of persons: their minutes, the PDF of these, the next
//! meeting for their calendars, and what is still open in the whole series.

use jiff::civil::{Date, Time};
use rayon::prelude::*;

use super::discover::{Archive, RecordFile};
use super::guard::Step;
use super::kinds::ArchiveFault;
use super::lesser::LeftOuts;
use super::neighbours::{Dated, surroundings};
use super::observe::has_decisions;
use super::open_actions::{OpenAction, open};
use super::printed::{document, pdf, xhtml};
use super::project::Project;
use super::read_record::Read;
use super::reading::{SoundRecord, read_as};
use super::to_come::{following, to_come};
use super::today::{day_of_letters, day_told};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report};
use crate::follow_up::{Ledger, Taken, Told};
use crate::minutes::{Minutes, Surroundings, pdf_file_name, proceedings};
use crate::record::{Edition, State};
use crate::site::{Appointment, Following, Invitation, Summary, ToCome, invitation};

/// What goes out after a meeting.
#[derive(Debug)]
pub struct Circulated {
    /// The address of the meeting.
    pub address: String,
    /// How far it is.
    pub state: State,
    /// The day on which an action is late or not.
    pub today: Date,
    /// The day of its letters: that of the meeting, of one that is not held yet or at all the one on which that is told.
    pub day: Date,
    /// When it began, where its day is that of another too.
    pub hour: Option<Time>,
    /// The minutes, of whose persons names and functions are told.
    pub minutes: Minutes,
    /// Whether the public page of the meeting shows just that.
    pub is_public: bool,
    /// The settings that they are made with.
    pub config: Config,
    /// The name of the PDF.
    pub pdf_name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What it changes in the calendars of its readers.
    pub invitation: Option<Invitation>,
    /// The next meeting, a sentence: as it announced it, or as the series has it where later records say otherwise.
    pub next_meeting: Option<String>,
    /// The meeting to come of the series, a sentence.
    pub to_come: Option<String>,
    /// The anchors of those of its action points that it took as done already.
    pub closed: Vec<String>,
}

impl Archive {
    /// The records whose meeting was, or begins, on that day; where there is none, those whose meeting goes on on it. Those with faults are
    /// not among them.
    #[must_use]
    pub fn on(&self, project: &Project, day: Date) -> Vec<&RecordFile> {
        let found = self.records.par_iter().filter_map(|record| {
            let read = record.guarded(Step::Read, || read_as(project, record, Edition::Members));
            let meeting = read.ok()?.meeting;
            let last = meeting.last_day.unwrap_or(meeting.date);
            (meeting.date..=last)
                .contains(&day)
                .then_some((record, meeting.date == day))
        });
        let found: Vec<(&RecordFile, bool)> = found.collect();
        let begins = found.iter().any(|(_, begins)| *begins);
        let found = found.into_iter().filter(|(_, one)| *one == begins);
        found.map(|(record, _)| record).collect()
    }

    /// The series as its members read it. `asked` is the day on which an action is late or not, if one is asked for.
    #[must_use]
    pub fn for_members(&self, project: &Project, asked: Option<Date>) -> MembersSeries<'_> {
        let mut config = project.config.for_members();
        let (read, internal, unread) = self.read_for_members(project, &config);
        config.names_edition |= read.iter().any(|one| one.has_marks);
        MembersSeries {
            asked,
            read,
            internal,
            unread,
            config,
        }
    }

    /// All records that can be read and are shown, in the order of their meetings; those of which nothing is shown; and how many cannot
    /// be read.
    fn read_for_members(
        &self,
        project: &Project,
        config: &Config,
    ) -> (Vec<Read<'_>>, Vec<&RecordFile>, usize) {
        let read = self.records.par_iter().filter_map(|record| {
            let read = |edition| record.guarded(Step::Read, || read_as(project, record, edition));
            let sound = read(Edition::Members).ok()?;
            let meeting = sound.meeting;
            Some(Read {
                record,
                proceedings: proceedings(&meeting, config),
                appointment: Appointment::of(&meeting, &record.address),
                has_decisions: has_decisions(&meeting),
                has_marks: sound.reading.has_marks(),
                left_out: sound.left_out,
                dropped: Vec::new(),
            })
        });
        let mut read: Vec<Read<'_>> = read.collect();
        let unread = self.records.len() - read.len();
        let internal = leave_out(&mut read);
        read.sort_by(|one, other| one.entry().order().cmp(&other.entry().order()));
        (read, internal, unread)
    }
}

/// The series as its members read it.
#[derive(Debug)]
pub struct MembersSeries<'a> {
    read: Vec<Read<'a>>,
    /// The records that go to nobody.
    pub internal: Vec<&'a RecordFile>,
    /// How many records could not be read: what they say of actions is not known.
    pub unread: usize,
    config: Config,
    asked: Option<Date>,
}

impl MembersSeries<'_> {
    /// What goes out after these of its meetings: what all of them share is worked out once.
    #[must_use]
    pub fn circulation<'a>(
        &'a self,
        project: &'a Project,
        records: &[&RecordFile],
    ) -> Circulation<'a> {
        let read = self.read.iter().map(|one| {
            let goes_out = records.iter().any(|record| one.is_of(record));
            (&one.proceedings, goes_out)
        });
        let today = day_of_letters(self.asked, &self.config, read);
        Circulation {
            project,
            series: self,
            today,
            to_come: to_come(project, &self.config, &self.read, today),
            ledger: Ledger::new(self.read.iter().map(Read::entry).collect()),
        }
    }
}

/// What goes out after the meetings of a series.
#[derive(Debug)]
pub struct Circulation<'a> {
    project: &'a Project,
    series: &'a MembersSeries<'a>,
    /// The day on which an action is late or not.
    today: Date,
    /// The meeting to come.
    to_come: Option<ToCome>,
    ledger: Ledger<'a>,
}

impl Circulation<'_> {
    /// What goes out after each of these meetings, on all cores: what `make` makes of it, in their order.
    pub fn after_each<T: Send>(
        &self,
        records: &[&RecordFile],
        make: impl Fn(&RecordFile, &dyn Fn() -> Result<Circulated, Box<Report>>) -> T + Sync,
    ) -> Vec<T> {
        let made = records.par_iter();
        made.map(|record| make(record, &|| self.after(record)))
            .collect()
    }

    /// Which of these meetings is the last.
    #[must_use]
    pub fn latest<'r>(&self, records: &[&'r RecordFile]) -> Option<&'r RecordFile> {
        let place = |record: &&&RecordFile| self.place(record);
        records.iter().max_by_key(place).copied()
    }

    fn place(&self, record: &RecordFile) -> usize {
        let mut read = self.series.read.iter();
        let place = read.position(|one| one.record.address == record.address);
        place.unwrap_or_default()
    }

    /// What goes out after the meeting of that record.
    fn after(&self, record: &RecordFile) -> Result<Circulated, Box<Report>> {
        let (project, series, ledger) = (self.project, &self.series.read, &self.ledger);
        let mut config = self.series.config.clone();
        let sound = record.guarded(Step::Read, || read_as(project, record, Edition::Members))?;
        if sound.left_out.is_whole {
            return Err(internal(record));
        }
        let place = self.place(record);
        let dropped = series.get(place).map(|one| one.dropped.as_slice());
        let dropped = dropped.unwrap_or_default();
        refuse_contradicted(ledger, place, &sound, dropped, self.series.unread)?;
        sound.refuse_unwritten()?;
        // A page that is not there, or not the same, has no address.
        let is_public = series.get(place).is_none_or(|one| !one.has_marks);
        if !is_public {
            let public = read_as(project, record, Edition::Public)?;
            config.site_address.take_if(|_| public.left_out.is_whole);
        }
        let around = around(series, ledger, place, &config);
        let appointments = series.iter().take(place + 1);
        let appointments: Vec<_> = appointments.map(|one| one.appointment.clone()).collect();
        let to_come = self.to_come.as_ref();
        let following = following(series, place, to_come);
        record.guarded(Step::Make, || {
            let minutes = Minutes::new(&sound.meeting, &config, &around);
            let source = xhtml(project, &minutes, record)?;
            let pdf = document(project, &source)
                .and_then(|document| pdf(project, &document, record, &sound))?;
            let state = sound.meeting.state.once_approved(around.told.approved_on);
            let summary = Summary::new(&sound.meeting, &minutes, &record.address);
            Ok(Circulated {
                address: record.address.clone(),
                state,
                today: self.today,
                day: day_told(&sound.meeting, self.today),
                hour: hour(series, place),
                pdf_name: pdf_file_name(&config, &record.address, state),
                pdf,
                invitation: {
                    let templates = &project.templates;
                    invitation(&config, templates, &summary, &appointments, following)
                },
                next_meeting: match following {
                    Following::AsAnnounced => minutes.next_meeting.clone(),
                    Following::Since(now) => now.map(|now| now.sentence.clone()),
                },
                to_come: to_come.map(|one| one.sentence.clone()),
                closed: closed(ledger, place),
                is_public,
                minutes,
                config: config.clone(),
            })
        })
    }

    /// What is still open after all meetings, in the order in which it was taken.
    #[must_use]
    pub fn open(&self) -> Vec<OpenAction> {
        open(&self.ledger, &self.series.read, self.today)
    }
}

/// Takes out the records that the edition does not show, and what the others say of what it does not show; those records.
fn leave_out<'a>(read: &mut Vec<Read<'a>>) -> Vec<&'a RecordFile> {
    let lesser: Vec<_> = {
        let records = read.iter();
        let left_outs = LeftOuts::new(records.map(|one| (one.record, Some(&one.left_out))));
        let proceedings = read.iter().map(|one| &one.proceedings);
        proceedings.map(|one| left_outs.lesser(one)).collect()
    };
    for (one, lesser) in read.iter_mut().zip(lesser) {
        if let Some(lesser) = lesser {
            one.proceedings = lesser.proceedings;
            one.dropped = lesser.dropped;
        }
    }
    let internal = read.extract_if(.., |one| one.left_out.is_whole);
    internal.map(|one| one.record).collect()
}

/// A record that goes to nobody.
fn internal(record: &RecordFile) -> Box<Report> {
    let fault = Diagnostic::new(
        ArchiveFault::NotForMembers,
        "ce compte rendu est interne : il ne part pas",
    );
    let help = "pour l’envoyer aux membres, écrivez visibilite = \"membres\" au début du fichier, ou retirez cette ligne";
    Box::new(Report::of_file(record.name.clone(), fault.help(help)))
}

/// What a record says of earlier ones that these do not bear out.
fn refuse_contradicted(
    ledger: &Ledger<'_>,
    place: usize,
    sound: &SoundRecord,
    dropped: &[usize],
    unread: usize,
) -> Result<(), Box<Report>> {
    let places = sound.reading.places().without(dropped);
    let problems = ledger.problems().iter();
    let problems = problems.filter(|problem| problem.meeting == place);
    let faults: Vec<_> = problems
        .map(|problem| problem.diagnostic(ledger, &places, unread))
        .collect();
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Box::new(Report::new(sound.source.clone(), faults))),
    }
}

/// What the minutes need to know of the other meetings: as a build of the whole archive tells it.
fn around(series: &[Read<'_>], ledger: &Ledger<'_>, place: usize, config: &Config) -> Surroundings {
    let dated = series.iter().map(|one| {
        let proceedings = &one.proceedings;
        Dated::new((proceedings.date, proceedings.start), one.record)
    });
    let dated: Vec<Dated> = dated.collect();
    Surroundings {
        has_markdown: true,
        has_pdf: true,
        has_decisions: series.iter().any(|one| one.has_decisions),
        told: Told::new(
            ledger,
            place,
            config.follow_up.selection,
            config.follow_up.day,
        ),
        ..surroundings(&dated, place)
    }
}

/// When a meeting began, where its day is that of another too.
fn hour(series: &[Read<'_>], place: usize) -> Option<Time> {
    let own = &series.get(place)?.proceedings;
    let of_day = series.iter().map(|one| one.proceedings.date);
    let of_day = of_day.filter(|date| *date == own.date);
    own.start.filter(|_| of_day.count() > 1)
}

/// The anchors of the action points that a meeting took as done already.
fn closed(ledger: &Ledger<'_>, place: usize) -> Vec<String> {
    let taken = ledger.taken_at(place).map(|action| ledger.taken(action));
    let is_closed = |taken: &Taken<'_>| taken.status.is_some_and(|status| !status.is_open());
    taken
        .filter(is_closed)
        .map(|taken| taken.anchor.to_owned())
        .collect()
}
