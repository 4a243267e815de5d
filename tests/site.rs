//! The website around the minutes, through the front door: its pages, feeds and data, read by readers of their own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "site/complete.rs"]
mod complete;
#[path = "site/convocation.rs"]
mod convocation;
#[path = "site/counts.rs"]
mod counts;
#[path = "site/data.rs"]
mod data;
#[path = "site/dates.rs"]
mod dates;
#[path = "site/decisions.rs"]
mod decisions;
#[path = "site/hostile.rs"]
mod hostile;
#[path = "site/known_persons.rs"]
mod known_persons;
#[path = "site/links.rs"]
mod links;
#[path = "site/named_otherwise.rs"]
mod named_otherwise;
#[path = "site/owners.rs"]
mod owners;
#[path = "site/pages.rs"]
mod pages;
#[path = "site/parts.rs"]
mod parts;
#[path = "site/persons.rs"]
mod persons;
#[path = "site/privacy.rs"]
mod privacy;
#[allow(dead_code, reason = "only its text is asked for here")]
#[path = "pdf/reader/mod.rs"]
mod reader;
#[path = "site/tables.rs"]
mod tables;
#[path = "site/weight.rs"]
mod weight;
#[path = "site/words.rs"]
mod words;
#[path = "site/zones.rs"]
mod zones;

use common::Project;

/// The address at which the sites of these tests are published.
const ADDRESS: &str = "https://example.org/crr";

const SETTINGS: &str = "instance = \"Cluster Relèvement Rapide\"\ninstance_avec_de = \"du Cluster Relèvement Rapide\"\nadresse_du_site = \"https://example.org/crr\"\n";

/// The example records as a published site.
fn example() -> Project {
    Project::example()
        .file("greffier.toml", SETTINGS)
        .build_texts()
}

/// A synthetic archive, built; its records are without faults but for the PDF.
fn synthetic(count: usize) -> Project {
    let records = common::synthetic::records(2017, count);
    let project = Project::empty().file("greffier.toml", SETTINGS);
    records
        .into_iter()
        .fold(project, |project, record| {
            project.file(&record.path, &record.toml)
        })
        .build_texts()
}
