//! Action points: the open ones by due date, by owner and by status; and all of them, year by year.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::chunks::{MOST_ROWS, chunks, first};
use super::frame::{Frame, Section, part_paths};
use super::years::{Link, meeting_path};
use super::{ActionSummary, Due, Site, SitePage, Summary};
use crate::french::dates::long_date;
use crate::french::folding::fold;
use crate::french::sorting;
use crate::french::words::{capital_first, counted};
use crate::minutes::shortened;
use crate::record::Status;

/// As many letters of an action are shown in a list; the minutes hold them all.
const LONGEST_TEXT: usize = 300;
/// As many of its owners, and as many letters of each.
const MOST_OWNERS: usize = 8;
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
    status: Option<&'static str>,
    #[serde(rename = "en_retard")]
    is_late: bool,
    #[serde(rename = "date_de_reunion")]
    meeting: Date,
    #[serde(skip)]
    meeting_path: String,
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
            status: action.status.map(Status::word),
            is_late: action.is_late(site.today),
            meeting: meeting.date,
            meeting_path,
        }
    }

    fn weight(&self) -> usize {
        let owners: usize = self.owners.iter().map(|owner| owner.len() + 12).sum();
        self.text.len() + owners + self.due_in_words.as_ref().map_or(0, String::len) + 60
    }

    /// The same where each owner has a row.
    fn weight_by_owner(&self) -> usize {
        self.weight() * self.owners.len().max(1)
    }
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let years: Vec<(i16, Vec<Row>)> = site
        .years()
        .into_iter()
        .map(|(year, meetings)| (year, rows(site, meetings, |_| true)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    let links = |first: &[(i16, Vec<Row>)]| -> Vec<Link> {
        let link = |(year, _): &(i16, Vec<Row>)| Link {
            title: year.to_string(),
            address: format!("actions-{year}.html"),
        };
        first.iter().map(link).collect()
    };
    let all_links = || links(&years);
    let mut pages: Vec<SitePage<'_>> = View::ALL
        .iter()
        .map(|view| open(site, *view, all_links()))
        .collect();
    for (year, rows) in &years {
        pages.extend(of_year(site, *year, rows, &all_links));
    }
    pages
}

/// The actions of these meetings that `wanted` accepts, the latest meeting first.
fn rows(site: Site<'_>, meetings: &[Summary], wanted: fn(&ActionSummary) -> bool) -> Vec<Row> {
    let latest_first = meetings.iter().rev();
    latest_first
        .flat_map(|meeting| {
            let actions = meeting.actions.iter().filter(|action| wanted(action));
            actions.map(move |action| Row::new(site, meeting, action))
        })
        .collect()
}

fn open(site: Site<'_>, view: View, years: Vec<Link>) -> SitePage<'_> {
    let all = rows(site, site.meetings, ActionSummary::is_open);
    let count = counted(all.len() as u64, "point d’action à suivre");
    let late = all.iter().filter(|row| row.is_late).count();
    let (newest, left) = match view {
        View::Owner => first(all, MOST_ROWS, Row::weight_by_owner),
        View::Due | View::Status => first(all, MOST_ROWS, Row::weight),
    };
    let content = ActionsPage {
        view: Some(view),
        year: None,
        count,
        late,
        left,
        groups: match view {
            View::Due => by_due(newest),
            View::Owner => by_owner(&newest),
            View::Status => by_status(newest),
        },
        years,
    };
    let frame = Frame::new(site, view.path(), Section::Actions, view.title());
    site.page("site/actions.html", frame, content)
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
    let (dated, undated): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.due.is_some());
    let (late, coming): (Vec<Row>, Vec<Row>) = dated.into_iter().partition(|row| row.is_late);
    let groups = [
        group("En retard", late),
        group("À venir", coming),
        group("Sans date", undated),
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

fn by_status(rows: Vec<Row>) -> Vec<Group> {
    let of = |wanted: Option<Status>| -> Vec<Row> {
        let word = wanted.map(Status::word);
        rows.iter()
            .filter(|row| row.status == word)
            .cloned()
            .collect()
    };
    let groups = [Status::Ongoing, Status::ToDo]
        .map(|status| group(&capital_first(status.word()), of(Some(status))));
    let groups = groups.into_iter().chain([group("Sans statut", of(None))]);
    groups.flatten().collect()
}

/// All the actions of a year, meeting by meeting, done or not.
fn of_year<'a>(
    site: Site<'a>,
    year: i16,
    rows: &[Row],
    years: &dyn Fn() -> Vec<Link>,
) -> Vec<SitePage<'a>> {
    let count = counted(rows.len() as u64, "point d’action");
    let late = rows.iter().filter(|row| row.is_late).count();
    let parts = chunks(rows.to_vec(), MOST_ROWS, Row::weight);
    let paths = part_paths(&format!("actions-{year}"), parts.len());
    let page = |(here, part): (usize, Vec<Row>)| {
        let content = ActionsPage {
            view: None,
            year: Some(year),
            count: count.clone(),
            late,
            left: 0,
            groups: by_meeting(part),
            years: years(),
        };
        let title = format!("Points d’action de {year}");
        let frame = Frame::new(site, &paths[here], Section::Actions, &title);
        site.page("site/actions.html", frame.part(here, &paths), content)
    };
    parts.into_iter().enumerate().map(page).collect()
}

fn by_meeting(rows: Vec<Row>) -> Vec<Group> {
    let meetings = rows.chunk_by(|one, other| one.meeting_path == other.meeting_path);
    meetings
        .filter_map(|rows| {
            let first = rows.first()?;
            Some(Group {
                title: format!("Réunion du {}", long_date(first.meeting)),
                address: Some(first.meeting_path.clone()),
                actions: rows.to_vec(),
            })
        })
        .collect()
}
