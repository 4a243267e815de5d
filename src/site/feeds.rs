//! The latest meetings as Atom (RFC 4287) and RSS 2.0, where the series tells its site's address.

use atom_syndication::{self as atom, FixedDateTime};
use jiff::civil::Date;

use super::years::figures;
use super::{Site, SitePage, Summary};
use crate::french::typography::{Profile, correct};
use crate::french::words::capital_first;

/// At most 50 meetings stand in a feed; the site holds all.
const MOST_ENTRIES: usize = 50;

/// A meeting, as both feeds tell it.
struct Entry {
    title: String,
    /// Its permanent address.
    address: String,
    date: Date,
    text: String,
}

pub(super) fn pages(site: Site<'_>) -> Vec<SitePage<'_>> {
    let Some(root) = site.config.site_address.as_deref() else {
        return Vec::new();
    };
    let pages = [
        SitePage::of_meetings("atom.xml", move || Ok(atom(site, root).into_bytes())),
        SitePage::of_meetings("rss.xml", move || Ok(rss(site, root).into_bytes())),
    ];
    pages.into()
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

fn entries(site: Site<'_>, root: &str) -> Vec<Entry> {
    let latest = site.meetings.iter().rev().take(MOST_ENTRIES);
    latest
        .map(|meeting| Entry {
            title: simple(&format!("{}, {}", meeting.title, meeting.days())),
            address: format!("{root}/{}/", meeting.address),
            date: meeting.date,
            text: simple(&told(meeting)),
        })
        .collect()
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

fn atom(site: Site<'_>, root: &str) -> String {
    let entries = entries(site, root);
    let mut feed = atom::Feed {
        title: atom::Text::plain(title(site)),
        id: format!("{root}/"),
        lang: Some("fr".into()),
        links: vec![
            link("self", &format!("{root}/atom.xml"), "application/atom+xml"),
            link("alternate", &format!("{root}/"), "text/html"),
        ],
        authors: vec![atom::Person {
            name: title(site),
            ..atom::Person::default()
        }],
        ..atom::Feed::default()
    };
    if let Some(updated) = entries.first().and_then(|entry| moment(entry.date)) {
        feed.updated = updated;
    }
    feed.entries = entries
        .into_iter()
        .filter_map(|entry| {
            let updated = moment(entry.date)?;
            Some(atom::Entry {
                title: atom::Text::plain(entry.title),
                id: entry.address.clone(),
                updated,
                published: Some(updated),
                links: vec![link("alternate", &entry.address, "text/html")],
                summary: Some(atom::Text::plain(entry.text)),
                ..atom::Entry::default()
            })
        })
        .collect();
    feed.to_string()
}

fn link(relation: &str, address: &str, kind: &str) -> atom::Link {
    atom::Link {
        href: address.to_owned(),
        rel: relation.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..atom::Link::default()
    }
}

/// The beginning of a day: the record knows no more of when it was published.
fn moment(day: Date) -> Option<FixedDateTime> {
    format!("{day}T00:00:00Z").parse().ok()
}

fn rss(site: Site<'_>, root: &str) -> String {
    let entries = entries(site, root);
    let channel = rss::Channel {
        title: title(site),
        link: format!("{root}/"),
        description: format!(
            "Les derniers {} {}.",
            site.words().documents,
            site.config.gathering.after_de()
        ),
        language: Some("fr".into()),
        pub_date: entries.first().map(|entry| day(entry.date)),
        items: entries
            .into_iter()
            .map(|entry| rss::Item {
                title: Some(entry.title),
                link: Some(entry.address.clone()),
                guid: Some(rss::Guid {
                    value: entry.address,
                    permalink: true,
                }),
                pub_date: Some(day(entry.date)),
                description: Some(escape_for_reader(&entry.text)),
                ..rss::Item::default()
            })
            .collect(),
        ..rss::Channel::default()
    };
    channel.to_string()
}

/// The description of an item is read as HTML.
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
