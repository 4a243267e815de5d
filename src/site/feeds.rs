//! The latest meetings as Atom (RFC 4287) and RSS 2.0, where the series tells its site's address.

use jiff::civil::Date;
use serde::Serialize;

use super::register::Tracked;
use super::years::figures;
use super::{Site, SitePage, Summary};
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
    /// The last day of which anything is known that changed it.
    #[serde(rename = "mise_a_jour")]
    updated: Date,
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
        SitePage::of_meetings(path, move || {
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
    tracked: Vec<Tracked<'a>>,
) -> Option<SitePage<'a>> {
    let root = site.config.site_address.as_deref()?;
    let (path, title) = (path.to_owned(), format!("{owner}, points d’action"));
    let name = path.clone();
    Some(SitePage::of_content(name, move || {
        let mut entries: Vec<Entry> = tracked
            .iter()
            .flat_map(|one| entries_of(site, one, root))
            .collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
        entries.truncate(MOST_ENTRIES);
        let date = entries.first().map(|entry| entry.date);
        let feed = Feed {
            title: simple(&title),
            description: simple(&title),
            root,
            path: &path,
            page: path.replace(".xml", ".html"),
            date,
            date_rss: date.map(day),
            meetings: entries,
        };
        let text = site.templates.site("site/atom.xml", &feed, &path)?;
        Ok(text.into_bytes())
    }))
}

/// That an action point was taken, and each thing that became of it.
fn entries_of(site: Site<'_>, tracked: &Tracked<'_>, root: &str) -> Vec<Entry> {
    let place = format!(
        "{root}/{}/#{}",
        tracked.meeting.address, tracked.action.anchor
    );
    let text = simple(&tracked.action.text);
    let entry = |said: &str, address: String, date: Date| Entry {
        title: simple(&capital_first(said)),
        address,
        page: place.clone(),
        date,
        updated: date,
        date_rss: day(date),
        html: escape_for_reader(&text),
        text: text.clone(),
    };
    let taken = entry("point d’action", place.clone(), tracked.meeting.date);
    let changes = tracked.changes(site).into_iter();
    // An address of its own, which tells it from the others; the page is that of the action point.
    let changes = changes.map(|(said, meeting)| {
        let address = format!("{place}-{}", meeting.address.replace('/', "-"));
        entry(&said, address, meeting.date)
    });
    std::iter::once(taken).chain(changes).collect()
}

fn feed<'a>(site: Site<'_>, root: &'a str, path: &'a str) -> Feed<'a> {
    // A convocation is none of the minutes, and its day would stand before all others.
    let told = site.meetings.iter().filter(|meeting| !meeting.is_convened);
    let latest = told.rev().take(MOST_ENTRIES);
    let meetings: Vec<Entry> = latest.map(|meeting| entry(meeting, root)).collect();
    let date = meetings.iter().map(|meeting| meeting.updated).max();
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
        date_rss: date.map(day),
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

fn entry(meeting: &Summary, root: &str) -> Entry {
    let text = simple(&told(meeting));
    Entry {
        title: simple(&format!("{}, {}", meeting.title, meeting.days())),
        address: format!("{root}/{}/", meeting.address),
        page: format!("{root}/{}/", meeting.address),
        date: meeting.date,
        updated: meeting.updated(),
        date_rss: day(meeting.date),
        html: escape_for_reader(&text),
        text,
    }
}

/// The meeting in a paragraph of plain text.
fn told(meeting: &Summary) -> String {
    let mut sentences: Vec<String> = meeting.state.iter().cloned().collect();
    let counts = figures(meeting);
    if !counts.is_empty() {
        sentences.push(format!("{}.", counts.join(", ")));
    }
    let themes: Vec<&str> = meeting
        .themes
        .iter()
        .map(|theme| theme.title.as_str())
        .collect();
    if !themes.is_empty() {
        sentences.push(format!("Thèmes\u{a0}: {}.", themes.join(" ; ")));
    }
    sentences.join(" ")
}

fn escape_for_reader(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A day as RFC 822 has it, always in English.
fn day(date: Date) -> String {
    date.strftime("%a, %d %b %Y 00:00:00 GMT").to_string()
}

fn simple(text: &str) -> String {
    Profile::Simple.spaced(text).into_owned()
}
