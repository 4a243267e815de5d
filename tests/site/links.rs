//! Every link within the site leads to a file, and to an element of it.

use std::collections::{BTreeMap, BTreeSet};

use scraper::Html;

use crate::common::Project;
use crate::common::from_html::all;
use crate::{example, synthetic};

#[test]
fn of_the_examples() {
    assert!(lead_somewhere(&example()) > 100);
}

#[test]
fn of_a_synthetic_archive() {
    assert!(lead_somewhere(&synthetic(150)) > 2_000);
}

/// A project with an empty record, and without a site's address.
#[test]
fn of_the_smallest_site() {
    let project = Project::of_dates(&["2026-03-17"]).build_texts();
    assert!(lead_somewhere(&project) > 10);
    let files = project.files("output");
    assert!(
        !files
            .iter()
            .any(|file| ["atom.xml", "rss.xml", "sitemap.xml"].contains(&file.as_str()))
    );
    for file in files.iter().filter(|file| file.ends_with(".html")) {
        let page = project.read(&format!("output/{file}"));
        assert!(
            !page.contains("http://") && !page.contains("https://"),
            "{file}"
        );
        assert!(
            !page.contains("canonical") && !page.contains("og:"),
            "{file}"
        );
    }
}

/// Follows each link of each page; gives how many there were.
#[track_caller]
fn lead_somewhere(project: &Project) -> usize {
    let files: BTreeSet<String> = project.files("output").into_iter().collect();
    let pages: BTreeMap<&String, Html> = files
        .iter()
        .filter(|file| file.ends_with(".html") && !file.ends_with(".print.html"))
        .map(|file| {
            (
                file,
                Html::parse_document(&project.read(&format!("output/{file}"))),
            )
        })
        .collect();
    let ids: BTreeMap<&String, BTreeSet<String>> = pages
        .iter()
        .map(|(file, page)| {
            let ids = all(page, "[id]")
                .into_iter()
                .filter_map(|element| element.attr("id"));
            (*file, ids.map(str::to_owned).collect())
        })
        .collect();
    let has_address = project
        .read("output/index.html")
        .contains("rel=\"canonical\"");
    let top = if has_address { "/crr/" } else { "/" };
    let mut followed = 0;
    for (file, page) in &pages {
        for element in all(page, "a[href], link[href]:not([rel=canonical]), img[src]") {
            let address = element.attr("href").or(element.attr("src")).unwrap();
            if address.contains(':') {
                continue;
            }
            let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
            let target = resolved(file, path, top);
            assert!(
                files.contains(&target),
                "{address} of {file} leads to {target}"
            );
            if !anchor.is_empty() {
                assert!(ids[&target].contains(anchor), "{address} of {file}");
            }
            followed += 1;
        }
    }
    followed
}

/// The file that a relative address leads to, in a site that stands below `top` of its host.
fn resolved(file: &str, address: &str, top: &str) -> String {
    if address.is_empty() {
        return file.to_owned();
    }
    if let Some(path) = address.strip_prefix(top) {
        return path.to_owned();
    }
    assert!(
        !address.starts_with('/'),
        "{address} of {file} leaves the site"
    );
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop().expect("a link does not leave the site")),
            part => parts.push(part),
        }
    }
    percent_encoding::percent_decode_str(&parts.join("/"))
        .decode_utf8()
        .unwrap()
        .into_owned()
}
