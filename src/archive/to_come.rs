//! What comes next in a series, as its members read it, and what a document says of it once later records stand.

use jiff::civil::Date;

use super::guard::Step;
use super::project::Project;
use super::read_record::Read;
use super::reading::read_as;
use crate::config::Config;
use crate::minutes::{Minutes, Surroundings};
use crate::record::{Edition, State};
use crate::site::{self, Appointment, Following, Summary, ToCome};

/// The meeting to come of the series. Only the records from the last meeting held on tell of it.
pub(super) fn to_come(
    project: &Project,
    config: &Config,
    series: &[Read<'_>],
    today: Date,
) -> Option<ToCome> {
    let last_held = series.iter().rposition(|one| one.proceedings.is_held());
    let latest = &series[last_held.unwrap_or_default()..];
    let mut config = config.clone();
    if latest.iter().any(|one| has_no_page(project, one)) {
        config.site_address = None;
    }
    let summaries = latest.iter().map(|one| {
        let record = one.record;
        let read = || read_as(project, record, Edition::Members);
        let sound = record.guarded(Step::Read, read).ok()?;
        let around = Surroundings {
            address: record.address.clone(),
            ..Surroundings::default()
        };
        let summary = record.guarded(Step::Make, || {
            let minutes = Minutes::new(&sound.meeting, &config, &around);
            Ok(Summary::new(&sound.meeting, &minutes, &record.address))
        });
        summary.ok()
    });
    // A record that somebody took away meanwhile leaves nothing to be sure of.
    let summaries: Vec<Summary> = summaries.collect::<Option<_>>()?;
    let appointments = series.iter().map(|one| one.appointment.clone());
    let appointments: Vec<Appointment> = appointments.collect();
    site::to_come(
        &config,
        &project.templates,
        &summaries,
        &appointments,
        today,
    )
}

/// Whether the site shows nothing of a record: what tells of it leads to no page.
fn has_no_page(project: &Project, one: &Read<'_>) -> bool {
    let public = || read_as(project, one.record, Edition::Public);
    one.has_marks && public().is_ok_and(|public| public.left_out.is_whole)
}

/// What the document of that place says comes next: not what it announced where a record of the series says that this day is not held, or
/// convenes the next meeting. What was announced before a meeting that was held since is its own.
pub(super) fn following<'a>(
    series: &[Read<'_>],
    place: usize,
    to_come: Option<&'a ToCome>,
) -> Following<'a> {
    let Some((own, later)) = series.get(place..).and_then(<[_]>::split_first) else {
        return Following::AsAnnounced;
    };
    let later = later.iter().map(|one| &one.proceedings);
    let mut not_held = later.take_while(|later| !later.is_held());
    let is_overtaken = own.proceedings.state != State::Convened
        && not_held
            .any(|later| later.state == State::Convened || own.appointment.announces(later.date));
    match is_overtaken {
        true => Following::Since(to_come),
        false => Following::AsAnnounced,
    }
}
