//! Every page loads on a slow link: it and its style sheet weigh no more than 30 kB, compressed, however long the archive.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::common::Project;
use crate::{example, synthetic};

const MOST: usize = 30_000;

#[test]
fn of_the_examples() {
    light(&example());
}

#[test]
fn of_a_synthetic_archive() {
    light(&synthetic(150));
}

/// One year of many meetings with many long actions of many owners, in words that do not repeat.
#[test]
fn of_a_year_that_is_full() {
    let mut word = 0_u64;
    let mut words = |count: usize| {
        let mut text = String::new();
        for _ in 0..count {
            word = word
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let _ = write!(text, "{:x} ", word >> 24);
        }
        text.trim().to_owned()
    };
    let mut project = Project::empty();
    for day in 1..=24 {
        let mut record = format!("date = 2026-03-{day:02}\nparticipants = [\n");
        for person in 0..30 {
            let _ = writeln!(
                record,
                "{{ nom = \"P{person}\", organisation = \"O {}\" }},",
                words(6)
            );
        }
        record += "]\n";
        for _ in 0..20 {
            let _ = writeln!(record, "[[themes]]\ntitre = \"T {}\"", words(12));
            let _ = writeln!(
                record,
                "decisions = [{{ numero = \"{}\", texte = \"D {}\", vote = {{ pour = 3, contre = 1, noms = {{ contre = [\"{}\"] }} }} }}]",
                words(1),
                words(40),
                words(9)
            );
            for _ in 0..2 {
                let _ = writeln!(
                    record,
                    "[[themes.actions]]\ntexte = \"T {}\"\nresponsables = [\"A {}\", \"B {}\"]",
                    words(40),
                    words(4),
                    words(4)
                );
            }
        }
        project = project.file(&format!("meetings/2026/2026-03-{day:02}.toml"), &record);
    }
    let run = project.run(["build", "--formats", "html"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let files = project.files("output");
    for register in ["actions-2026", "decisions-2026"] {
        let pages = files.iter().filter(|file| file.starts_with(register));
        assert!(pages.count() > 4, "{register}");
    }
    light_but_for_meetings(&project);
}

fn light(project: &Project) {
    weigh(project, &|file| {
        file.ends_with(".html") && !file.ends_with(".print.html")
    });
}

/// How long a meeting's own page is, its record decides.
fn light_but_for_meetings(project: &Project) {
    weigh(project, &|file| {
        file.ends_with(".html") && !file.contains('/')
    });
}

#[track_caller]
fn weigh(project: &Project, chosen: &dyn Fn(&str) -> bool) {
    let style = compressed(&project.bytes("output/style.css"));
    let mut weighed = 0;
    for file in project.files("output").iter().filter(|file| chosen(file)) {
        let page = compressed(&project.bytes(&format!("output/{file}")));
        assert!(
            page + style <= MOST,
            "{file} weighs {page} and {style} bytes"
        );
        weighed += 1;
    }
    assert!(weighed >= 8);
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
