//! A character that no font of the PDF holds: the other outputs are made, and the record is reported.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

use std::time::Duration;

use common::Project;
use greffier::archive::{self, Archive, BuildOptions, Follower, Format, Outcome, Rendering};
use greffier::diagnostic::Source;
use greffier::record::{self, AnnexFile};

const ARABIC: &str = "date = 2026-03-17\nlieu = \"à مالي\"\n";

/// Follows no build.
struct Nobody;

impl Follower for Nobody {
    fn planned(&self, _: usize) {}
    fn done(&self) {}
    fn stuck(&self, rendering: &Rendering) {
        panic!("{rendering:?}");
    }
}

/// Builds all formats.
fn build(project: &Project) -> Outcome {
    let root = project.path("");
    let opened = archive::Project::open(&root).unwrap();
    let options = BuildOptions {
        output: root.join("output"),
        formats: vec![Format::Html, Format::Markdown, Format::Pdf],
        force: false,
        dry_run: false,
        partition: None,
        today: None,
        holder: String::new(),
        patience: Duration::from_secs(30),
    };
    Archive::discover(&opened)
        .build(&opened, &options, &|_| true, &Nobody)
        .unwrap()
}

#[test]
fn the_other_outputs_are_made() {
    let project = Project::of_dates(&["2026-04-14"]).file("meetings/2026/2026-03-17.toml", ARABIC);
    let outcome = build(&project);
    let counts = (
        outcome.sound_records,
        outcome.faulty_records,
        outcome.without_pdf,
    );
    assert_eq!(counts, (2, 0, 1));
    let told: Vec<&str> = outcome
        .reports
        .iter()
        .map(|report| report.source.name.as_str())
        .collect();
    assert_eq!(told, ["meetings/2026/2026-03-17.toml"]);
    let page = project.read("output/2026/2026-03-17/index.html");
    let text = project.read("output/2026/2026-03-17/compte-rendu-2026-03-17.md");
    assert!(page.contains("مالي") && text.contains("مالي"));
}

#[test]
fn what_the_series_shares_is_told_once() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"])
        .file("greffier.toml", "instance_avec_de = \"du Cluster مالي\"\n");
    let outcome = build(&project);
    assert_eq!((outcome.sound_records, outcome.without_pdf), (2, 2));
    assert_eq!(outcome.reports.len(), 1);
    assert_eq!(outcome.reports[0].source.name, "greffier.toml");
}

/// The places of what ASCII fonts would lack.
fn lacking_ascii(text: &str) -> Vec<&str> {
    let source = Source {
        name: String::new(),
        text: text.into(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Present);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let faults = reading.unprintable(&source, &|character| character.is_ascii());
    let spots = faults.iter().flat_map(|fault| &fault.spots);
    let mut spans: Vec<_> = spots.map(|spot| spot.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    spans.into_iter().map(|span| &text[span]).collect()
}

#[test]
fn the_place_is_that_of_the_character() {
    for (text, places) in [
        ("lieu = \"déjà\"", vec!["é", "à"]),
        ("lieu = 'déjà'", vec!["é", "à"]),
        ("lieu = \"d\\u00e9j\\u00E0\"", vec!["\\u00e9", "\\u00E0"]),
        ("lieu = \"e\u{301} e\\u0301\"", vec!["e\u{301} e\\u0301"]),
        (
            "[cloture]\nnotes = \"\"\"\nun\\\n  é\n\n- à\n\"\"\"",
            vec!["é", "à"],
        ),
        ("[cloture]\nnotes = \"[a](https://example.org/é)\"", vec![]),
        ("[cloture]\nnotes = \"https://example.org/é\"", vec!["é"]),
        ("[cloture]\nnotes = \"[é](javascript:à)\"", vec!["é", "à"]),
        ("# é\nlieu = \"a\" # é", vec![]),
        ("presidence = { nom = \"A\", trier_sous = \"é\" }", vec![]),
        (
            "participants = [{ nom = \"A\", fonction = \"\u{200b}B\" }]",
            vec![],
        ),
        (
            "[[themes]]\ntitre = \"A\"\nresponsables = [\"é\"]",
            vec!["é"],
        ),
    ] {
        let record = format!("date = 2026-03-17\n{text}\n");
        assert_eq!(lacking_ascii(&record), places, "{text}");
    }
}

/// Every letter that the fonts must have is in the examples or in this text.
#[test]
fn the_examples_are_printed_whole() {
    let project = Project::example().file(
        "meetings/2026/2026-06-09.toml",
        "date = 2026-06-09\nlieu = \"ɛ ɔ ɲ ŋ ɓ ɗ ƴ ɣ ǝ ʃ ʒ ḍ ṭ ẓ æ œ ÿ € § ½ ² № – — … ’ “ ” « » ‹ › • ▪ − × ÷ ± ≤ ≥\"\n",
    );
    let outcome = build(&project);
    assert_eq!(outcome.without_pdf, 0, "{:?}", outcome.reports);
}
