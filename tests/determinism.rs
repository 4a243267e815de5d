//! Same input, same bytes: whatever the number of jobs and the order of the files on the disk. And a batch of records that
//! nobody chose builds whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

use greffier::french::formulas::tidy;
use rayon::prelude::*;

use common::document::{Heads, agree, content};
use common::synthetic::{Synthetic, records};
use common::{Project, from_html, from_markdown, sound, varied};

const SEED: u64 = 2017;

fn project<'a>(records: impl IntoIterator<Item = &'a Synthetic>) -> Project {
    records
        .into_iter()
        .fold(Project::empty(), |project, record| {
            project.file(&record.path, &record.toml)
        })
}

#[track_caller]
fn same_bytes(one: &Project, other: &Project) {
    assert_eq!(one.tree("output"), other.tree("output"));
    let files = one.files("output");
    for extension in [".html", ".md", ".pdf"] {
        // Those at the top are the site's.
        let of_meetings = files.iter().filter(|file| file.contains('/'));
        let of_kind = of_meetings.filter(|file| file.ends_with(extension));
        assert_eq!(
            of_kind.count(),
            one.files("meetings")
                .iter()
                .filter(|file| file.ends_with(".toml"))
                .count(),
            "{extension}"
        );
    }
    for file in files {
        let path = format!("output/{file}");
        assert!(one.bytes(&path) == other.bytes(&path), "{file} differs");
    }
}

#[track_caller]
fn build(project: &Project, jobs: &str) {
    let run = project.run(["build", "--jobs", jobs]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.text());
}

#[test]
fn jobs_and_order_on_disk_change_no_byte() {
    let mut records = records(SEED, 40);
    records.extend(varied::records(SEED, 20));
    let one = project(&records);
    build(&one, "1");
    for jobs in ["2", "8"] {
        let other = project(records.iter().rev());
        build(&other, jobs);
        same_bytes(&one, &other);
    }
}

#[test]
fn the_examples_change_no_byte() {
    let (one, other) = (Project::example(), Project::example());
    build(&one, "1");
    build(&other, "8");
    same_bytes(&one, &other);
}

/// What is said does not depend on the jobs either.
#[test]
fn faults_are_told_in_one_order() {
    let records = records(SEED, 30);
    let project = project(&records);
    for record in records.iter().step_by(3) {
        project.write(&record.path, "date = 1/2/2026\nlieux = 3\n");
    }
    let one = project.run(["build", "--jobs", "1"]);
    assert_eq!(one.code, 1);
    assert_eq!(
        project
            .run(["build", "--jobs", "8", "--force"])
            .stderr
            .split("comptes rendus dans")
            .next(),
        one.stderr.split("comptes rendus dans").next()
    );
    assert_eq!(project.run(["check"]), project.run(["check"]));
}

#[test]
fn the_generator_is_the_same_everywhere() {
    let records = records(SEED, 3);
    let again = common::synthetic::records(SEED, 3);
    for (one, other) in records.iter().zip(&again) {
        assert_eq!((&one.path, &one.toml), (&other.path, &other.toml));
    }
}

#[test]
fn two_hundred_records_that_nobody_chose() {
    let mut records = records(SEED, 200);
    let project = project(&records).build();
    let check = project.run(["check"]);
    assert_eq!(check.code, 0, "{}", check.text());
    records.sort_by_key(|record| record.date);
    let check = |record: &Synthetic| {
        let fault = std::panic::catch_unwind(|| holds_all(&project, record)).err()?;
        let fault = fault.downcast_ref::<String>().cloned().unwrap_or_default();
        Some(format!(
            "{}: {}",
            record.path,
            fault.chars().take(1200).collect::<String>()
        ))
    };
    let faults: Vec<String> = records.par_iter().filter_map(check).collect();
    assert!(
        faults.is_empty(),
        "{} records:\n\n{}",
        faults.len(),
        faults.join("\n\n")
    );
    one_chain(&project, &records);
}

fn address(record: &Synthetic) -> String {
    record.path["meetings/".len()..record.path.len() - ".toml".len()].to_owned()
}

fn holds_all(project: &Project, record: &Synthetic) {
    let address = address(record);
    let html = project.read(&format!("output/{address}/index.html"));
    // The name tells the state that is not the last.
    let states = [("projet", "-projet"), ("soumis", "-soumis")];
    let is_in = |state: &str| record.toml.contains(&format!("etat = \"{state}\""));
    let mark = states.iter().find(|(state, _)| is_in(state));
    let mark = mark.map_or("", |(_, mark)| mark);
    let markdown = project.read(&format!(
        "output/{address}/compte-rendu-{}{mark}.md",
        record.date
    ));
    let page = sound::page(&html);
    sound::markdown(&markdown);
    let heads = Heads::default();
    let document = from_html::document(&page, &heads);
    assert_eq!(document.links.len(), record.links);
    let markdown_document = from_markdown::document(&markdown, &heads, &document);
    agree(&document, &markdown_document, "HTML, then Markdown");
    for page in [
        from_html::whole_text(&page),
        from_markdown::whole_text(&markdown),
    ] {
        let page = content(&page);
        for text in &record.texts {
            // Within a sentence no preposition stands twice.
            let is_said = [text.clone(), tidy(text)].map(|text| page.contains(&content(&text)));
            assert!(is_said.contains(&true), "« {text} » is missing in {page}");
        }
    }
}

/// From the first meeting to the last by « réunion suivante », and back by « réunion précédente ».
fn one_chain(project: &Project, records: &[Synthetic]) {
    for (index, record) in records.iter().enumerate() {
        let html = project.read(&format!("output/{}/index.html", address(record)));
        let page =
            scraper::Html::parse_fragment(&html[html.find("<nav").expect("the navigation")..]);
        for (relation, neighbour) in [("prev", index.checked_sub(1)), ("next", Some(index + 1))] {
            let links = from_html::all(&page, &format!("a[rel={relation}]"));
            let expected = neighbour
                .and_then(|neighbour| records.get(neighbour))
                .map(address);
            let found: Vec<String> = links
                .iter()
                .filter_map(|link| link.attr("href"))
                .map(str::to_owned)
                .collect();
            let expected: Vec<String> = expected
                .iter()
                .map(|address| format!("../../{address}/index.html"))
                .collect();
            assert_eq!(found, expected, "{relation} of {}", record.path);
        }
    }
}
