//! For search engines: which pages there are.

use serde::Serialize;

use super::{Site, SitePage};
use crate::config::Zone;
use jiff::civil::Date;

/// At most 50 000 addresses in a sitemap (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;

#[derive(Serialize)]
struct Sitemap {
    pages: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(rename = "adresse")]
    address: String,
    date: Option<Date>,
    /// Noon of that day.
    #[serde(rename = "instant")]
    moment: Option<String>,
}

/// `robots.txt`; and `sitemap.xml` where the series tells its site's address. `pages` are those of the site itself.
pub(super) fn pages(site: Site<'_>, pages: Vec<String>) -> Vec<SitePage<'_>> {
    let Some(root) = &site.config.site_address else {
        let rule = "# greffier\nUser-agent: *\nAllow: /\n";
        return vec![SitePage::of_bytes("robots.txt", rule)];
    };
    let robots = format!("# greffier\nUser-agent: *\nAllow: /\nSitemap: {root}/sitemap.xml\n");
    let listed = move || listed(site, root, &pages);
    let told = listed.clone();
    let sitemap = SitePage::of_told("sitemap.xml", told, move || {
        let text = site
            .templates
            .site("site/sitemap.xml", &listed(), "sitemap.xml")?;
        Ok(text.into_bytes())
    });
    let robots = SitePage::of_bytes("robots.txt", robots);
    vec![sitemap, robots]
}

fn listed(site: Site<'_>, root: &str, pages: &[String]) -> Sitemap {
    let meetings = site.meetings.iter().enumerate().rev();
    let meetings = meetings.map(|(place, meeting)| {
        // The page of a meeting to come was not changed on its day.
        let date = match meeting.is_convened {
            true => meeting.convened_on,
            false => Some(site.changed_on(place)),
        };
        Entry {
            address: format!("{root}/{}/", meeting.address),
            date,
            moment: date.map(|date| Zone::written(&site.config.zone.noon(date))),
        }
    });
    let of_site = pages.iter().filter(|path| *path != "404.html");
    let of_site = of_site.map(|path| Entry {
        address: format!("{root}/{}", path.strip_suffix("index.html").unwrap_or(path)),
        date: None,
        moment: None,
    });
    Sitemap {
        pages: of_site.chain(meetings).take(MOST_ADDRESSES).collect(),
    }
}
