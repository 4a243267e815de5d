//! The search index, through the front door: records in, files out, read by a reader of its own.
//!
//! The script that searches it is tried by `tests/browser/search.test.mjs`, with the same table of words.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "search/reader.rs"]
mod reader;

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use greffier::search::{common_words, words};
use serde_json::Value;

use common::{Project, synthetic};
use reader::Index;

fn forms(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.form).collect()
}

/// A record with every key, its head a grid.
fn complete() -> Project {
    Project::empty()
        .file("greffier.toml", "entete = \"grille\"\n")
        .file(
            "meetings/2026/2026-01-13.toml",
            include_str!("site/complete.toml"),
        )
        .build_texts()
}

/// The same of a meeting to come, and one held.
fn convened() -> Project {
    let folder = "tests/shapes/convocation";
    let read = |path: &str| std::fs::read_to_string(format!("{folder}/{path}")).unwrap();
    let records = ["meetings/2026-09-10.toml", "meetings/2026-10-15.toml"];
    let project = Project::empty().file("greffier.toml", &read("greffier.toml"));
    let project = records
        .iter()
        .fold(project, |project, path| project.file(path, &read(path)));
    let complete = include_str!("site/complete.toml");
    let complete = complete.replacen(
        "date = 2026-01-13",
        "date = 2026-01-13\netat = \"convocation\"",
        1,
    );
    project
        .file("meetings/2026-01-13.toml", &complete)
        .build_texts()
}

fn year(day: &str) -> &str {
    &day[..4]
}

fn synthetic(count: usize) -> Project {
    let records = synthetic::records(2017, count).into_iter();
    let project = records.fold(Project::empty(), |project, record| {
        project.file(&record.path, &record.toml)
    });
    project.build_texts()
}

/// A meeting with these themes, each a title and what was said.
fn meeting(themes: &[(&str, &str)]) -> Project {
    let mut record = "date = 2026-03-17\n".to_owned();
    for (title, said) in themes {
        let (title, said) = (synthetic::quoted(title), synthetic::quoted(said));
        let _ = write!(record, "[[themes]]\ntitre = {title}\ndiscussion = {said}\n");
    }
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", &record);
    project.build_texts()
}

#[test]
fn words_are_cut_and_folded_as_the_table_says() {
    let table: Vec<(String, Vec<String>)> =
        serde_json::from_str(include_str!("search/words.json")).unwrap();
    assert!(table.len() > 15);
    for (text, expected) in table {
        assert_eq!(forms(&text), expected, "{text:?}");
    }
}

/// Each line: words that are sought as one, whichever is typed.
#[test]
fn words_of_one_stem_are_one() {
    let lines = [
        "réunion réunions Reunions RÉUNION",
        "ATELIERS ateliers atelier",
        "financer finance financé financés financée financement",
        "coordinateur coordinatrice",
        "régional régionale régionaux",
        "activité activités",
        "congrès congres",
        "évalue évaluer évaluée",
    ];
    for line in lines {
        let index = Index::of(&meeting(&[("Suivi", line)]), "2026");
        let forms = forms(line);
        let (group, _) = index
            .groups
            .iter()
            .find(|(group, _)| group.contains(&forms[0]))
            .expect(line);
        for form in &forms {
            assert!(group.contains(form), "{form} is not with {group:?}");
        }
    }
}

#[test]
fn acronyms_and_numbers_keep_their_letters() {
    let index = Index::of(&meeting(&[("OMS", "R6 SGBV/VBG 2026 TDR OMD")]), "2026");
    for alone in ["oms", "r6", "sgbv", "vbg", "tdr", "omd"] {
        let group = index
            .groups
            .iter()
            .find(|(forms, _)| forms.iter().any(|form| form == alone));
        assert_eq!(group.map(|(forms, _)| forms.len()), Some(1), "{alone}");
    }
}

#[test]
fn a_place_tells_how_much_a_word_weighs() {
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"Relance\"\ndiscussion = \"relance, budget, puits, forage\"\nrecommandations = [\"puits et forages\"]\ndecisions = [\"L’atelier se tient\"]\nresponsables = [\"OXFAM\"]\n[[themes.actions]]\nid = \"tdr\"\ntexte = \"Revoir le *budget*\"\n";
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", record);
    let index = Index::of(&project.build_texts(), "2026");
    let weights = |form: &str| -> Vec<(String, u64)> {
        let places = index.places(form).into_iter();
        places
            .map(|((_, anchor), weight)| (anchor, weight))
            .collect()
    };
    let of = |anchor: &str, weight| (anchor.to_owned(), weight);
    assert_eq!(weights("relance"), [of("theme-1", 3)]);
    assert_eq!(weights("atelier"), [of("decision-1-1", 2)]);
    assert_eq!(weights("budget"), [of("tdr", 2), of("theme-1", 1)]);
    assert_eq!(weights("oxfam"), [of("theme-1", 0)]);
    // Of all that is said there of a word, in any of its forms, what weighs most.
    assert_eq!(weights("puits"), [of("theme-1", 2)]);
    assert_eq!(weights("forage"), [of("theme-1", 2)]);
    assert_eq!(weights("mars"), [of("", 3)]);
}

/// The texts of a JSON value that a reader would seek.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| {
                ![
                    "adresse",
                    "ancre",
                    "date",
                    "date_fin",
                    "date_de_reunion",
                    "echeance",
                ]
                .contains(&key.as_str())
            })
            // The number of a theme is its place in the minutes, and no word of theirs.
            .filter(|(key, _)| !(*key == "numero" && fields.contains_key("parties")))
            .flat_map(|(_, value)| texts(value))
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_word_that_is_published_is_found() {
    for project in [
        Project::example().build_texts(),
        complete(),
        convened(),
        synthetic(80),
    ] {
        let mut sought = 0;
        for file in project.files("output") {
            let Some(address) = file.strip_suffix("/minutes.json") else {
                continue;
            };
            let data: Value =
                serde_json::from_str(&project.read(&format!("output/{file}"))).unwrap();
            let index = Index::of(&project, year(data["date"].as_str().unwrap()));
            for form in texts(&data).into_iter().flat_map(forms) {
                let mut places = index.places(&form).into_keys();
                assert!(
                    places.any(|(found, _)| found == address),
                    "{form} of {address}"
                );
                sought += 1;
            }
        }
        assert!(sought > 200, "{sought}");
    }
}

#[test]
fn decisions_and_what_parts_hold_are_places_of_their_own() {
    let index = Index::of(&complete(), "2026");
    for (form, anchor) in [
        ("primitif", "budget-primitif"),
        ("01", "budget-primitif"),
        ("opposant", "budget-primitif"),
        ("elus", "budget-primitif"),
        ("dotations", "theme-1-1"),
        ("taux", "decision-1-2"),
        ("debiteurs", "action-1-2"),
        ("a1", "action-1-1"),
        ("mandataire", ""),
        ("suppleant", ""),
        ("convoquant", ""),
        ("depenses", ""),
        ("observateurs", ""),
        ("15", ""),
        ("teams", ""),
    ] {
        let anchors: Vec<String> = index.places(form).into_keys().map(|(_, one)| one).collect();
        assert!(
            anchors.iter().any(|one| one == anchor),
            "{form}: {anchors:?}"
        );
    }
}

#[test]
fn every_place_is_an_element_of_a_page() {
    let examples = Project::example().build_texts();
    let complete = complete();
    let mut seen = 0;
    for (project, year) in [
        (&examples, "2017"),
        (&examples, "2026"),
        (&complete, "2026"),
    ] {
        let groups = Index::of(project, year).groups.into_iter();
        for (address, anchor) in groups.flat_map(|(_, places)| places.into_keys()) {
            let page = project.read(&format!("output/{address}/index.html"));
            assert!(
                anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")),
                "{anchor}"
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn names_and_contacts_that_are_not_published_are_not_found() {
    let record = "date = 2026-03-17\npresidence = { nom = \"Zorglub Sow\", organisation = \"PNUD\" }\nredaction = [ { role = \"Rédigé par\", nom = \"Zorglub Sy\" } ]\nparticipants = [ { nom = \"N’Zorglub Diallo (tél. 76543210)\", organisation = \"ACTED\" } ]\nexcuses = [ { nom = \"Zorglub Excusé\" } ]\n[[themes]]\ntitre = \"Suivi\"\n[[themes.actions]]\ntexte = \"Partager\"\nresponsables = [\"Zorglub Sow\", \"a@secret.example\"]\n";
    for (settings, is_named) in [
        ("", true),
        ("[site]\nparticipants = \"organisations\"\n", false),
    ] {
        let project = Project::empty()
            .file("greffier.toml", settings)
            .file("meetings/2026/2026-03-17.toml", record)
            .build_texts();
        let index = Index::of(&project, "2026");
        let holds = |part: &str| index.forms().any(|form| form.contains(part));
        assert_eq!(holds("zorglub"), is_named);
        assert!(holds("acted") && holds("partager"));
        assert!(!holds("7654") && !holds("secret"));
    }
}

#[test]
fn a_hostile_text_is_words_alone() {
    let hostile =
        "</script><script>alert(1)</script> {{ titre }} {% raw %} \\\" ' \u{2028} ]]> ../..";
    let project = meeting(&[(hostile, hostile)]);
    let index = Index::of(&project, "2026");
    for form in ["script", "alert", "titre", "raw"] {
        let places = index.places(form);
        assert!(
            places.keys().any(|(_, anchor)| anchor == "theme-1"),
            "{form}"
        );
    }
    for form in index.forms() {
        assert!(
            !form.is_empty() && form.chars().all(char::is_alphanumeric),
            "{form}"
        );
    }
}

/// So that an archive makes anew only the years that changed.
#[test]
fn a_year_depends_on_its_own_meetings_alone() {
    let alone = Project::of_dates(&["2017-02-07"]).build_texts();
    let both = Project::of_dates(&["2017-02-07", "2026-03-17"]).build_texts();
    let of_2017 = |project: &Project| -> Vec<(String, Vec<u8>)> {
        let files = project.files("output/recherche/2017").into_iter();
        files
            .map(|file| {
                let bytes = project.bytes(&format!("output/recherche/2017/{file}"));
                (file, bytes)
            })
            .collect()
    };
    assert!(of_2017(&alone).len() > 1);
    assert_eq!(of_2017(&alone), of_2017(&both));
    let manifest: Value = serde_json::from_str(&both.read("output/recherche/annees.json")).unwrap();
    assert_eq!(manifest["annees"], serde_json::json!([2026, 2017]));
    assert_eq!(manifest["courants"], serde_json::json!(common_words().0));
}

/// A reader finds the shard of a word by the alphabet: between a word and its plural may come more words than a shard holds.
#[test]
fn the_forms_of_a_word_stand_in_one_shard_whatever_comes_between() {
    let letters = "bcdfghjklm";
    let longer = |start: &str| -> String {
        let ends = letters.chars().flat_map(|one| {
            let pairs = letters.chars().flat_map(move |two| {
                let ends = letters.chars();
                ends.map(move |three| format!("{one}{two}{three}"))
            });
            pairs.collect::<Vec<_>>()
        });
        ends.map(|end| format!("{start}{end} ")).collect()
    };
    // As many again before and after, so that the year has other shards.
    let said = ["aab", "cabane", "vue"].map(longer).concat() + "cabane cabanes";
    let project = meeting(&[("Suivi", &said)]);
    // The reader sees to it that the beginnings alone lead to each form.
    let index = Index::of(&project, "2026");
    let group = index.groups.iter().find(|(forms, _)| {
        let mut forms = forms.iter();
        forms.any(|form| form == "cabane")
    });
    let (forms, _) = group.unwrap();
    assert_eq!(forms, &["cabane", "cabanes"]);
    let shards = project.files("output/recherche/2026").len() - 1;
    assert!(shards > 3, "{shards}");
    for form in ["cabane", "cabanebbb", "cabanemmm", "cabanes", "vuemmm"] {
        let places = index.places(form);
        assert!(
            places.keys().any(|(_, anchor)| anchor == "theme-1"),
            "{form}"
        );
    }
}

/// A browser that kept an old shard must not read it with a new index.
#[test]
fn the_index_tells_its_shards_from_those_of_another_build() {
    let stamp = |said: &str| {
        let project = meeting(&[("Suivi", said)]);
        let text = project.read("output/recherche/2026/index.json");
        let index: Value = serde_json::from_str(&text).unwrap();
        index["empreinte"].as_str().unwrap().to_owned()
    };
    let stamps = ["puits", "pluie", "puits et pluie"].map(stamp);
    assert_ne!(stamps[0], stamps[1]);
    assert_ne!(stamps[1], stamps[2]);
    assert_eq!(stamps[0], stamp("puits"));
}

/// Nothing that is fetched at once is large, however full the year.
#[test]
fn a_full_year_is_fetched_in_small_pieces() {
    let mut random = synthetic::Lcg::new(7);
    let mut project = Project::empty();
    for day in 0..200 {
        let date = format!("2026-{:02}-{:02}", 1 + day / 20, 1 + day % 20);
        let mut record = format!("date = {date}\n");
        for _ in 0..10 {
            let mut words = |count: usize| -> String {
                let word = |_| format!("m{:x} ", random.below(6_000) * 7919);
                (0..count).map(word).collect()
            };
            let _ = write!(
                record,
                "[[themes]]\ntitre = \"Réunion {}\"\ndiscussion = \"Réunion du cluster : {}\"\n[[themes.actions]]\ntexte = \"Réunion {}\"\n",
                words(5),
                words(40),
                words(8)
            );
        }
        project = project.file(&format!("meetings/2026/{date}.toml"), &record);
    }
    let project = project.build_texts();
    let files = project.files("output/recherche/2026");
    assert!(files.len() > 20, "{}", files.len());
    for file in files {
        let weight = compressed(&project.bytes(&format!("output/recherche/2026/{file}")));
        assert!(weight <= 8_000, "{file} weighs {weight}");
    }
    let page = [
        "recherche.html",
        "style.css",
        "recherche.js",
        "recherche/annees.json",
    ];
    let weight: usize = page
        .iter()
        .map(|file| compressed(&project.bytes(&format!("output/{file}"))))
        .sum();
    assert!(weight <= 30_000, "the page weighs {weight}");
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
