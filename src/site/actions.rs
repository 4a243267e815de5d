//! Action points: the open ones by due date, by owner and by status; and all of them, year by year.

use serde::Serialize;

use super::chunks::{chunks_of_growing, first};
use super::frame::{Frame, Section, part_paths};
use super::owners::owners;
use super::register::{Point, Row};
use super::years::Link;
use super::{Site, SitePage};
use crate::config::Labels;
use crate::french::Gender;
use crate::french::words::{all_late, capital_first, counted, counted_or_none};
use crate::record::Status;

/// The three views of the open actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
enum View {
    #[serde(rename = "échéance")]
    Due,
    #[serde(rename = "responsable")]
    Owner,
    #[serde(rename = "statut")]
    Status,
}

impl View {
    const ALL: [Self; 3] = [Self::Due, Self::Owner, Self::Status];

    fn path(self) -> &'static str {
        match self {
            Self::Due => "actions.html",
            Self::Owner => "actions-par-responsable.html",
            Self::Status => "actions-par-statut.html",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Due => "Points d’action à suivre, par échéance",
            Self::Owner => "Points d’action à suivre, par responsable",
            Self::Status => "Points d’action à suivre, par statut",
        }
    }
}

#[derive(Serialize)]
struct ActionsPage {
    /// Of the open ones; none for a year.
    #[serde(rename = "vue")]
    view: Option<View>,
    /// The year of a page of a year.
    #[serde(rename = "annee")]
    year: Option<i16>,
    /// *12 points d’action*.
    #[serde(rename = "nombre")]
    count: String,
    #[serde(rename = "en_retard")]
    late: usize,
    /// *en retard*, *tous en retard*; none where some are not.
    #[serde(rename = "tous_en_retard")]
    all_late: Option<String>,
    /// How many open ones are older than those shown.
    #[serde(rename = "plus_anciens")]
    left: usize,
    #[serde(rename = "groupes")]
    groups: Vec<Group>,
    #[serde(rename = "annees")]
    years: Vec<Link>,
}

#[derive(Clone, Serialize)]
pub(super) struct Group {
    #[serde(rename = "titre")]
    pub(super) title: String,
    #[serde(rename = "adresse")]
    pub(super) address: Option<String>,
    /// Whether the page shows numbers.
    #[serde(rename = "avec_numero")]
    has_number: bool,
    pub(super) actions: Vec<Row>,
}

impl Group {
    pub(super) fn new(title: String, address: Option<String>, actions: Vec<Row>) -> Self {
        Self {
            title,
            address,
            has_number: actions.iter().any(|row| row.number.is_some()),
            actions,
        }
    }
}

/// The groups of a page, all with the column of numbers where one of them has any: their columns stand below one another.
pub(super) fn aligned(mut groups: Vec<Group>) -> Vec<Group> {
    let has_number = groups.iter().any(|group| group.has_number);
    groups
        .iter_mut()
        .for_each(|group| group.has_number = has_number);
    groups
}

impl Site<'_> {
    /// How many of these should have been done by then.
    pub(super) fn late(self, points: &[Point]) -> usize {
        let is_late = |point: &&Point| self.standing(**point).is_late(self.today);
        points.iter().filter(is_late).count()
    }
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let all: Vec<Point> = site.points().collect();
    let year = |point: &Point| site.tracked(*point).meeting.date.year();
    let years: Vec<(i16, &[Point])> = all
        .chunk_by(|one, other| year(one) == year(other))
        .filter_map(|points| Some((year(points.first()?), points)))
        .collect();
    let all_years: Vec<i16> = years.iter().map(|(year, _)| *year).collect();
    let mut pages: Vec<SitePage<'_>> = View::ALL
        .iter()
        .map(|view| open(site, *view, all_years.clone()))
        .collect();
    for (year, points) in years {
        pages.extend(of_year(site, year, points.to_vec(), &all_years));
    }
    pages
}

fn open(site: Site<'_>, view: View, years: Vec<i16>) -> SitePage<'_> {
    let all: Vec<Point> = site.open_points().collect();
    let count = counted_or_none(
        all.len() as u64,
        "point d’action à suivre",
        Gender::Masculine,
    );
    let late = site.late(&all);
    let all_late = all_late(all.len(), late, &site.config.labels.late);
    let (newest, left) = first(all, |point| match view {
        View::Owner => weight_by_owner(site, point),
        View::Due | View::Status => site.weight(point),
    });
    let frame = Frame::new(site, view.path(), Section::Actions, view.title());
    let groups = move |points: &[Point]| match view {
        View::Due => by_due(&site.config.labels, site.rows(points)),
        View::Owner => by_owner(site, points),
        View::Status => by_status(&site.config.labels, site.rows(points)),
    };
    let page = move |groups| ActionsPage {
        view: Some(view),
        year: None,
        count: count.clone(),
        late,
        all_late: all_late.clone(),
        left,
        groups,
        years: Link::to_years("actions", &years),
    };
    site.page_of_points("site/actions.html", frame, newest, groups, page)
}

fn group(title: &str, actions: Vec<Row>) -> Option<Group> {
    (!actions.is_empty()).then(|| Group::new(title.to_owned(), None, actions))
}

fn by_due(labels: &Labels, mut rows: Vec<Row>) -> Vec<Group> {
    // Stable: what is due on one day stays in the order of the meetings.
    rows.sort_by_key(|row| row.due);
    let (permanent, rows): (Vec<Row>, Vec<Row>) = rows
        .into_iter()
        .partition(|row| row.status_kind == Some(Status::Permanent));
    let (dated, undated): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.due.is_some());
    let (late, coming): (Vec<Row>, Vec<Row>) = dated.into_iter().partition(|row| row.is_late);
    let groups = [
        group(&capital_first(&labels.late), late),
        group(&labels.coming, coming),
        group(&labels.undated, undated),
        group(&labels.permanent, permanent),
    ];
    groups.into_iter().flatten().collect()
}

/// Bytes of text of its rows, one an owner.
fn weight_by_owner(site: Site<'_>, point: &Point) -> usize {
    let tracked = site.tracked(*point);
    tracked.weight() * tracked.standing.owners.len().max(1)
}

fn by_owner(site: Site<'_>, points: &[Point]) -> Vec<Group> {
    let mut groups: Vec<Group> = owners(site, points.iter().copied())
        .into_iter()
        .map(|owner| {
            let rows = site.rows(&owner.points);
            Group::new(capital_first(&owner.name), Some(owner.path()), rows)
        })
        .collect();
    let is_nobodys = |point: &Point| site.tracked(*point).standing.owners.is_empty();
    let nobodys: Vec<Point> = points.iter().copied().filter(is_nobodys).collect();
    groups.extend(group(&site.config.labels.nobodys, site.rows(&nobodys)));
    for group in &mut groups {
        group
            .actions
            .sort_by_key(|row| (row.due.is_none(), row.due));
    }
    groups
}

/// In the order in which one asks after them.
const OPEN_STATUSES: [Status; 6] = [
    Status::Ongoing,
    Status::ToDo,
    Status::NotDone,
    Status::Waiting,
    Status::PutOff,
    Status::Permanent,
];

fn by_status(labels: &Labels, rows: Vec<Row>) -> Vec<Group> {
    let of = |wanted: Option<Status>| -> Vec<Row> {
        rows.iter()
            .filter(|row| row.status_kind == wanted)
            .cloned()
            .collect()
    };
    let groups = OPEN_STATUSES.map(|status| group(&capital_first(status.word()), of(Some(status))));
    let groups = groups
        .into_iter()
        .chain([group(&labels.without_status, of(None))]);
    groups.flatten().collect()
}

/// All the actions of a year, meeting by meeting, done or not.
fn of_year<'a>(site: Site<'a>, year: i16, points: Vec<Point>, years: &[i16]) -> Vec<SitePage<'a>> {
    let count = counted(points.len() as u64, "point d’action");
    let late = site.late(&points);
    let all_late = all_late(points.len(), late, &site.config.labels.late);
    let parts = chunks_of_growing(points, |point| site.weight(point));
    let paths = part_paths(&format!("actions-{year}"), parts.len());
    let page = |(here, part): (usize, Vec<Point>)| {
        let title = format!("{} de {year}", site.config.labels.action_register);
        let frame = Frame::new(site, &paths[here], Section::Actions, &title);
        let (count, years) = (count.clone(), years.to_vec());
        // The other pages do not change with what becomes of an action of this one.
        let late = if here == 0 { late } else { 0 };
        let all_late = all_late.clone().filter(|_| here == 0);
        let page = move |groups| ActionsPage {
            view: None,
            year: Some(year),
            count: count.clone(),
            late,
            all_late: all_late.clone(),
            left: 0,
            groups,
            years: Link::to_years("actions", &years),
        };
        let frame = frame.part(here, &paths);
        let groups = move |points: &[Point]| by_meeting(site.rows(points));
        site.page_of_points("site/actions.html", frame, part, groups, page)
    };
    parts.into_iter().enumerate().map(page).collect()
}

fn by_meeting(rows: Vec<Row>) -> Vec<Group> {
    let meetings = rows.chunk_by(|one, other| one.meeting_path == other.meeting_path);
    meetings
        .filter_map(|rows| {
            let first = rows.first()?;
            Some(Group::new(
                first.meeting_name.clone(),
                Some(first.meeting_path.clone()),
                rows.to_vec(),
            ))
        })
        .collect()
}
