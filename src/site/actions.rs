//! Action points: the open ones by due date, by owner and by status; and all of them, year by year.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{MOST_ROWS, chunks, first};
use super::frame::{Frame, Section, part_paths};
use super::years::{Link, meeting_path};
use super::{ActionSummary, Due, Site, SitePage, Summary};
use crate::french::folding::fold;
use crate::french::sorting;
use crate::french::typography::correct;
use crate::french::words::{capital_first, counted};
use crate::minutes::shortened;
use crate::record::Status;

/// At most 300 letters of an action are shown in a list; the minutes hold them all.
const LONGEST_TEXT: usize = 300;
/// At most 8 of its owners are shown…
const MOST_OWNERS: usize = 8;
/// … and at most 80 letters of each.
const LONGEST_OWNER: usize = 80;

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
    /// How many open ones are older than those shown.
    #[serde(rename = "plus_anciens")]
    left: usize,
    #[serde(rename = "groupes")]
    groups: Vec<Group>,
    #[serde(rename = "annees")]
    years: Vec<Link>,
}

#[derive(Clone, Serialize)]
struct Group {
    #[serde(rename = "titre")]
    title: String,
    #[serde(rename = "adresse")]
    address: Option<String>,
    actions: Vec<Row>,
}

#[derive(Clone, Serialize)]
struct Row {
    #[serde(rename = "texte")]
    text: String,
    #[serde(rename = "adresse")]
    address: String,
    #[serde(rename = "responsables")]
    owners: Vec<String>,
    #[serde(rename = "echeance")]
    due: Option<Date>,
    #[serde(rename = "echeance_en_mots")]
    due_in_words: Option<String>,
    #[serde(rename = "statut")]
    status: Option<String>,
    #[serde(skip)]
    status_kind: Option<Status>,
    #[serde(rename = "en_retard")]
    is_late: bool,
    #[serde(rename = "date_de_reunion")]
    meeting: Date,
    #[serde(skip)]
    meeting_path: String,
    #[serde(skip)]
    meeting_name: String,
}

impl Row {
    fn new(site: Site<'_>, meeting: &Summary, action: &ActionSummary) -> Self {
        let meeting_path = meeting_path(meeting);
        let owners = action.owners.iter().take(MOST_OWNERS);
        let mut owners: Vec<String> = owners
            .map(|owner| shortened(owner, LONGEST_OWNER))
            .collect();
        if action.owners.len() > MOST_OWNERS {
            owners.push("…".into());
        }
        let (due, due_in_words) = match &action.due {
            None => (None, None),
            Some(Due::On(day)) => (Some(*day), None),
            Some(Due::Words(words)) => (None, Some(shortened(words, LONGEST_OWNER))),
        };
        Self {
            text: shortened(&action.text, LONGEST_TEXT),
            address: format!("{meeting_path}#{}", action.anchor),
            owners,
            due,
            due_in_words,
            status: action.status.as_ref().map(|status| correct(&status.word)),
            status_kind: action.status.as_ref().map(|status| status.kind),
            is_late: action.is_late(site.today),
            meeting: meeting.date,
            meeting_path,
            meeting_name: meeting.name(),
        }
    }
}

/// An action point, and the meeting that it comes from.
#[derive(Clone, Copy)]
struct Found<'a> {
    meeting: &'a Summary,
    action: &'a ActionSummary,
}

impl Found<'_> {
    /// Bytes of text of its row.
    fn weight(&self) -> usize {
        let text = match self.action.text.len() {
            length if length <= LONGEST_TEXT => length,
            _ => shortened(&self.action.text, LONGEST_TEXT).len(),
        };
        let owners = self.action.owners.iter().take(MOST_OWNERS);
        let owners: usize = owners
            .map(|owner| owner.len().min(2 * LONGEST_OWNER) + 12)
            .sum();
        let due = match &self.action.due {
            Some(Due::Words(words)) => words.len().min(2 * LONGEST_OWNER),
            _ => 0,
        };
        text + owners + due + 60
    }

    /// The same where each owner has a row.
    fn weight_by_owner(&self) -> usize {
        self.weight() * self.action.owners.len().clamp(1, MOST_OWNERS + 1)
    }
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years: Vec<(i16, Vec<Found<'_>>)> = site
        .years()
        .into_iter()
        .map(|(year, meetings)| (year, found(meetings, |_| true)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let all_years: Vec<i16> = years.iter().map(|(year, _)| *year).collect();
    let mut pages: Vec<SitePage<'_>> = View::ALL
        .iter()
        .map(|view| open(site, *view, all_years.clone()))
        .collect();
    for (year, found) in years {
        pages.extend(of_year(site, year, found, &all_years));
    }
    pages
}

/// The actions of these meetings that `wanted` accepts, the latest meeting first.
fn found(meetings: &[Summary], wanted: fn(&ActionSummary) -> bool) -> Vec<Found<'_>> {
    let latest_first = meetings.iter().rev();
    latest_first
        .flat_map(|meeting| {
            let actions = meeting.actions.iter().filter(|action| wanted(action));
            actions.map(move |action| Found { meeting, action })
        })
        .collect()
}

fn rows(site: Site<'_>, found: &[Found<'_>]) -> Vec<Row> {
    let rows = found.iter();
    rows.map(|one| Row::new(site, one.meeting, one.action))
        .collect()
}

fn late(site: Site<'_>, found: &[Found<'_>]) -> usize {
    let late = |one: &&Found<'_>| one.action.is_late(site.today);
    found.iter().filter(late).count()
}

fn links(years: &[i16]) -> Vec<Link> {
    let link = |year: &i16| Link {
        title: year.to_string(),
        address: format!("actions-{year}.html"),
    };
    years.iter().map(link).collect()
}

fn open(site: Site<'_>, view: View, years: Vec<i16>) -> SitePage<'_> {
    let all = found(site.meetings, ActionSummary::is_open);
    let count = counted(all.len() as u64, "point d’action à suivre");
    let late = late(site, &all);
    let (newest, left) = match view {
        View::Owner => first(all, MOST_ROWS, Found::weight_by_owner),
        View::Due | View::Status => first(all, MOST_ROWS, Found::weight),
    };
    let frame = Frame::new(site, view.path(), Section::Actions, view.title());
    site.page("site/actions.html", frame, move || ActionsPage {
        view: Some(view),
        year: None,
        count: count.clone(),
        late,
        left,
        groups: match view {
            View::Due => by_due(rows(site, &newest)),
            View::Owner => by_owner(&rows(site, &newest)),
            View::Status => by_status(rows(site, &newest)),
        },
        years: links(&years),
    })
}

fn group(title: &str, actions: Vec<Row>) -> Option<Group> {
    (!actions.is_empty()).then(|| Group {
        title: title.to_owned(),
        address: None,
        actions,
    })
}

fn by_due(mut rows: Vec<Row>) -> Vec<Group> {
    // Stable: what is due on one day stays in the order of the meetings.
    rows.sort_by_key(|row| row.due);
    let (permanent, rows): (Vec<Row>, Vec<Row>) = rows
        .into_iter()
        .partition(|row| row.status_kind == Some(Status::Permanent));
    let (dated, undated): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.due.is_some());
    let (late, coming): (Vec<Row>, Vec<Row>) = dated.into_iter().partition(|row| row.is_late);
    let groups = [
        group("En retard", late),
        group("À venir", coming),
        group("Sans date", undated),
        group("Permanents", permanent),
    ];
    groups.into_iter().flatten().collect()
}

fn by_owner(rows: &[Row]) -> Vec<Group> {
    let mut found: BTreeMap<String, Group> = BTreeMap::new();
    let mut nobody = Vec::new();
    for row in rows {
        for owner in &row.owners {
            let group = found.entry(fold(owner)).or_insert_with(|| Group {
                title: owner.clone(),
                address: None,
                actions: Vec::new(),
            });
            group.actions.push(row.clone());
        }
        if row.owners.is_empty() {
            nobody.push(row.clone());
        }
    }
    let mut groups: Vec<Group> = found.into_values().collect();
    sorting::sort(&mut groups, |group| sorting::sort_key(&group.title));
    groups.extend(group("Sans responsable", nobody));
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

fn by_status(rows: Vec<Row>) -> Vec<Group> {
    let of = |wanted: Option<Status>| -> Vec<Row> {
        rows.iter()
            .filter(|row| row.status_kind == wanted)
            .cloned()
            .collect()
    };
    let groups = OPEN_STATUSES.map(|status| group(&capital_first(status.word()), of(Some(status))));
    let groups = groups.into_iter().chain([group("Sans statut", of(None))]);
    groups.flatten().collect()
}

/// All the actions of a year, meeting by meeting, done or not.
fn of_year<'a>(
    site: Site<'a>,
    year: i16,
    found: Vec<Found<'a>>,
    years: &[i16],
) -> Vec<SitePage<'a>> {
    let count = counted(found.len() as u64, "point d’action");
    let late = late(site, &found);
    let parts = chunks(found, MOST_ROWS, Found::weight);
    let paths = part_paths(&format!("actions-{year}"), parts.len());
    let page = |(here, part): (usize, Vec<Found<'a>>)| {
        let title = format!("Points d’action de {year}");
        let frame = Frame::new(site, &paths[here], Section::Actions, &title);
        let (count, years) = (count.clone(), years.to_vec());
        site.page("site/actions.html", frame.part(here, &paths), move || {
            ActionsPage {
                view: None,
                year: Some(year),
                count: count.clone(),
                late,
                left: 0,
                groups: by_meeting(rows(site, &part)),
                years: links(&years),
            }
        })
    };
    parts.into_iter().enumerate().map(page).collect()
}

fn by_meeting(rows: Vec<Row>) -> Vec<Group> {
    let meetings = rows.chunk_by(|one, other| one.meeting_path == other.meeting_path);
    meetings
        .filter_map(|rows| {
            let first = rows.first()?;
            Some(Group {
                title: first.meeting_name.clone(),
                address: Some(first.meeting_path.clone()),
                actions: rows.to_vec(),
            })
        })
        .collect()
}
