//! The latest meetings as Atom (RFC 4287) and RSS 2.0, where the series tells its site's address.

use jiff::civil::Date;
use serde::Serialize;

use super::register::Point;
use super::years::figures;
use super::{Site, SitePage, Summary};
use crate::config::Zone;
use crate::escaping::{Quotes, escaped};
use crate::french::typed_dates::says_day;
use crate::french::typography::{Profile, correct};
use crate::french::words::capital_first;

/// At most 50 meetings stand in a feed; the site holds all.
const MOST_ENTRIES: usize = 50;

/// What both feeds tell; in each the days are written in another way.
#[derive(Serialize)]
struct Feed<'a> {
    #[serde(rename = "titre")]
    title: String,
    description: String,
    #[serde(rename = "adresse_du_site")]
    root: &'a str,
    /// Its own, below the site's.
    #[serde(rename = "fichier")]
    path: &'a str,
    /// The page that it goes with, below the site's address.
    #[serde(rename = "page")]
    page: String,
    /// The latest of all that follow.
    date: Option<Date>,
    /// Noon of that day, as Atom has it, and as RSS has it.
    #[serde(rename = "instant")]
    moment: Option<String>,
    date_rss: Option<String>,
    #[serde(rename = "reunions")]
    meetings: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(rename = "titre")]
    title: String,
    /// Its permanent address.
    #[serde(rename = "adresse")]
    address: String,
    /// Where it leads.
    #[serde(rename = "page")]
    page: String,
    /// The record knows no more of when it was published.
    date: Date,
    /// Noon of that day, as Atom has it.
    #[serde(rename = "instant")]
    moment: String,
    /// The last day of which anything is known that changed it.
    #[serde(rename = "mise_a_jour")]
    updated: Date,
    /// Noon of that day, as Atom has it.
    #[serde(rename = "instant_de_mise_a_jour")]
    updated_moment: String,
    /// Noon of the first of both, as RSS has it.
    date_rss: String,
    #[serde(rename = "texte")]
    text: String,
    /// The same for RSS, whose readers take it for HTML.
    #[serde(rename = "texte_html")]
    html: String,
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let Some(root) = site.config.site_address.as_deref() else {
        return Vec::new();
    };
    let pages = [("atom.xml", "site/atom.xml"), ("rss.xml", "site/rss.xml")];
    let page = |(path, template)| {
        SitePage::of_content(path, move || {
            let text = site
                .templates
                .site(template, &feed(site, root, path), path)?;
            Ok(text.into_bytes())
        })
    };
    pages.into_iter().map(page).collect()
}

/// What became of an owner's action points, the latest first, where the series tells its site's address.
pub(super) fn of_owner<'a>(
    site: Site<'a>,
    path: &str,
    owner: &str,
    points: Vec<Point>,
) -> Option<SitePage<'a>> {
    let root = site.config.site_address.as_deref()?;
    let (path, title) = (path.to_owned(), format!("{owner}, points d’action"));
    let name = path.clone();
    Some(SitePage::of_content(name, move || {
        let latest = latest(site, &points).into_iter();
        let entries: Vec<Entry> = latest.map(|event| entry_of(site, event, root)).collect();
        let date = entries.first().map(|entry| entry.date);
        let feed = Feed {
            title: simple(&title),
            description: simple(&title),
            root,
            path: &path,
            page: path.replace(".xml", ".html"),
            date,
            moment: date.map(|date| moment(site, date)),
            date_rss: date.map(|date| rss_moment(site, date)),
            meetings: entries,
        };
        let text = site.templates.site("site/atom.xml", &feed, &path)?;
        Ok(text.into_bytes())
    }))
}

/// That an action point was taken, or what became of it then: its day, and which of its changes it is.
type Event = (Date, Point, Option<usize>);

/// The latest events of these action points.
fn latest(site: Site<'_>, points: &[Point]) -> Vec<Event> {
    let events = points.iter().flat_map(|point| {
        let tracked = site.tracked(*point);
        let taken = (tracked.meeting.date, *point, None);
        let changes = match tracked.standing.changes {
            0 => Vec::new(),
            _ => tracked.changes(site),
        };
        let changes = changes.into_iter().enumerate();
        let changes = changes.map(|(nth, (_, meeting))| (meeting.date, *point, Some(nth)));
        std::iter::once(taken).chain(changes)
    });
    let mut events: Vec<Event> = events.collect();
    events.sort_by_key(|(date, ..)| std::cmp::Reverse(*date));
    events.truncate(MOST_ENTRIES);
    events
}

fn entry_of(site: Site<'_>, (date, point, change): Event, root: &str) -> Entry {
    let tracked = site.tracked(point);
    let place = format!(
        "{root}/{}/#{}",
        tracked.meeting.address,
        tracked.action().anchor
    );
    let change = change.and_then(|nth| tracked.changes(site).into_iter().nth(nth));
    let (said, address) = match change {
        None => (site.config.labels.action.clone(), place.clone()),
        // An address of its own, which tells it from the others; the page is that of the action point.
        Some((said, meeting)) => {
            let meeting = meeting.address.replace('/', "-");
            (said, format!("{place}-{meeting}"))
        }
    };
    let title = capital_first(&said);
    told(
        site,
        title,
        (address, place),
        (date, date),
        tracked.action().text,
    )
}

fn feed<'a>(site: Site<'_>, root: &'a str, path: &'a str) -> Feed<'a> {
    // A convocation is none of the minutes, and its day would stand before all others.
    let meetings = site.meetings.iter().enumerate();
    let told = meetings.filter(|(_, meeting)| !meeting.is_convened);
    let latest = told.rev().take(MOST_ENTRIES);
    let meetings: Vec<Entry> = latest.map(|(place, _)| entry(site, place, root)).collect();
    let date = meetings.iter().map(|meeting| meeting.updated).max();
    // A feed without entries has a day all the same.
    let date = date.or(site.meetings.last().map(|meeting| meeting.date));
    Feed {
        title: title(site),
        description: format!(
            "Les derniers {} {}.",
            site.words().documents,
            site.config.gathering.after_de()
        ),
        root,
        path,
        page: String::new(),
        date,
        moment: date.map(|date| moment(site, date)),
        date_rss: date.map(|date| rss_moment(site, date)),
        meetings,
    }
}

fn title(site: Site<'_>) -> String {
    let body = site.config.body.as_deref().map(correct);
    let documents = capital_first(&site.words().documents);
    let title = match body {
        None => documents,
        Some(body) => format!("{documents} : {body}"),
    };
    simple(&title)
}

fn entry(site: Site<'_>, place: usize, root: &str) -> Entry {
    let meeting = &site.meetings[place];
    let hour = site.hour_apart(meeting);
    let day = match says_day(&meeting.title, meeting.date, meeting.last_day) {
        true => String::new(),
        false => format!(", {}", meeting.days()),
    };
    let title = format!("{}{day}{hour}", meeting.title);
    let page = format!("{root}/{}/", meeting.address);
    let days = (site.published_on(place), site.changed_on(place));
    told(site, title, (page.clone(), page), days, &summary(meeting))
}

/// An entry, of which the title is all that there is to say where the text is empty. `links`: its permanent address, and where it leads;
/// `days`: that of its publication, and of its last change.
fn told(
    site: Site<'_>,
    title: String,
    links: (String, String),
    days: (Date, Date),
    text: &str,
) -> Entry {
    let ((address, page), (date, updated)) = (links, days);
    let text = match text.trim().is_empty() {
        true => simple(&title),
        false => simple(text),
    };
    Entry {
        title: simple(&title),
        address,
        page,
        date,
        moment: moment(site, date),
        updated,
        updated_moment: moment(site, updated),
        date_rss: rss_moment(site, date),
        html: escaped(&text, Quotes::None),
        text,
    }
}

/// The meeting in a paragraph of plain text.
fn summary(meeting: &Summary) -> String {
    let mut sentences: Vec<String> = meeting.state.iter().cloned().collect();
    let counts = figures(meeting);
    if !counts.is_empty() {
        sentences.push(format!("{}.", counts.join(", ")));
    }
    let themes: Vec<&str> = meeting.themes().map(|theme| theme.title).collect();
    if !themes.is_empty() {
        sentences.push(format!("Thèmes\u{a0}: {}.", themes.join(" ; ")));
    }
    sentences.join(" ")
}

/// A day as Atom has it: no hour is known, and at noon it is the same day for nearly every reader.
fn moment(site: Site<'_>, day: Date) -> String {
    Zone::written(&site.config.zone.noon(day))
}

/// The same as RSS has it (RFC 822), always in English.
fn rss_moment(site: Site<'_>, day: Date) -> String {
    let noon = site.config.zone.noon(day);
    noon.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

fn simple(text: &str) -> String {
    Profile::Simple.spaced(text).into_owned()
}
