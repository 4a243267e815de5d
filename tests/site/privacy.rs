//! Nothing that tells who somebody is leaves the house where a series publishes organisations alone: a word that stands nowhere else in
//! each place of a record, looked for in every byte of every output, unpacked, and in what is remembered of the builds.
//!
//! The places are those of the schema: one that is added has to be sorted in here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use toml::Value as Toml;

use crate::common::{Project, spreadsheet};
use crate::reader::Reader;
use crate::{ADDRESS, SETTINGS};

/// A meeting that the other speaks of.
const EARLIER: &str = r##"
date = 2026-02-10
participants = "#N ; #F ; ACTED"
representes = "#N ; #F ; OIM"
excuses = "#N ; #F ; FAO"
absents = "#N ; #F ; IRC"
presidence = { nom = "#N", fonction = "#O", organisation = "PNUD", accompagne_par = "#N", trier_sous = "#S" }

[[themes]]
titre = "Route"
actions = [ { id = "route", texte = "Rouvrir la route", responsables = ["OXFAM"] } ]
"##;

/// `#N` is a name, `#S` the last word of it, `#F` what a person does, `#O` an office, which is told, `@` the name of one of those
/// present, of an organisation of their own; these stand at `# PRESENT`.
const RECORD: &str = include_str!("privacy.toml");

/// The keys whose texts tell who somebody is; in each a sentinel stands.
const OF_PERSONS: [&str; 12] = [
    "nom",
    "fonction",
    "represente_par",
    "pouvoir_a",
    "accompagne_par",
    "trier_sous",
    "presente_par",
    "responsables[]",
    "noms/pour[]",
    "noms/contre[]",
    "noms/abstentions[]",
    "noms/ne_prennent_pas_part[]",
];
/// Lists of persons that may be pasted as a text.
const LISTS: [&str; 4] = ["participants", "representes", "excuses", "absents"];
/// The keys whose texts are of no person: of bodies, of things, or free texts, which `check` looks through.
const OF_OTHERS: &str = "accueil action adoption adresse annexes[] approuve_le arrivee colonnes[] commentaire commentaires compte convoquee_le date \
    date_fin debut decisions[] depart diffuse_le discussion echeance entete etat fichier fin genre groupe id instance \
    instance_avec_de lien lieu mode modifications notes numero objectif ordre_du_jour[] organisation outil pour \
    presentation qualite recommandations[] reportee_au resultat reunion reunion[] role scrutin seance sous_points[] statut texte \
    titre visibilite";

/// The texts of a record that tell who somebody is, by what they are called here.
#[derive(Default)]
struct Sentinels {
    /// Names, with all that is typed of them, and what persons do.
    hidden: Vec<String>,
    /// Offices.
    told: Vec<String>,
    next: usize,
}

impl Sentinels {
    /// A word that stands nowhere else.
    fn word(&mut self) -> String {
        self.next += 1;
        let letters = [self.next / 26, self.next % 26].map(|digit| char::from(b'a' + digit as u8));
        format!("Zq{}{}x", letters[0], letters[1])
    }

    /// The frame with a text of its own in each place; `contact` is typed after each.
    fn fill(&mut self, frame: &str, contact: &str) -> String {
        let mut present = String::new();
        let (mut filled, mut last) = (String::new(), String::new());
        let mut letters = frame.chars().peekable();
        while let Some(letter) = letters.next() {
            let kind = match letter {
                '@' => '@',
                '#' if letters.peek().is_some_and(|kind| "NSFO".contains(*kind)) => {
                    letters.next().unwrap()
                }
                other => {
                    filled.push(other);
                    continue;
                }
            };
            if kind == 'S' {
                filled.push_str(last.split(' ').nth(1).unwrap());
                continue;
            }
            let (first, second) = (self.word(), self.word());
            match kind {
                'O' => self.told.push(first.clone()),
                _ => self.hidden.extend([first.clone(), second.clone()]),
            }
            last = format!("{first} {second}");
            if kind == 'O' {
                last.clone_from(&first);
            }
            filled.push_str(&last);
            match kind {
                // An owner is known by the name alone.
                '@' => present.push_str(&format!(
                    "  {{ nom = \"{last}{contact}\", organisation = \"ONG {}\" }},\n",
                    self.next
                )),
                _ => filled.push_str(contact),
            }
        }
        filled.replace("# PRESENT\n", &present)
    }
}

/// The paths of the schema that may hold a text, with `[]` for the items of a list.
fn paths_of_texts(rule: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    if let Some(reference) = rule["$ref"].as_str() {
        let target = schema.pointer(reference.trim_start_matches('#')).unwrap();
        paths_of_texts(target, schema, path, found);
    }
    for either in ["anyOf", "oneOf", "allOf"] {
        for rule in rule[either].as_array().into_iter().flatten() {
            paths_of_texts(rule, schema, path, found);
        }
    }
    let is_text = match &rule["type"] {
        Value::Array(kinds) => kinds.contains(&Value::from("string")),
        one => one == "string" || !rule["enum"].is_null() || !rule["const"].is_null(),
    };
    if is_text {
        found.insert(path.to_owned());
    }
    if !rule["items"].is_null() {
        paths_of_texts(&rule["items"], schema, &format!("{path}[]"), found);
    }
    for (key, rule) in rule["properties"].as_object().into_iter().flatten() {
        paths_of_texts(rule, schema, &format!("{path}/{key}"), found);
    }
}

/// The texts of a record, by path.
fn texts(value: &Toml, path: &str, found: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Toml::String(text) => found.entry(path.to_owned()).or_default().push(text.clone()),
        Toml::Array(items) => items
            .iter()
            .for_each(|item| texts(item, &format!("{path}[]"), found)),
        Toml::Table(table) => table
            .iter()
            .for_each(|(key, value)| texts(value, &format!("{path}/{key}"), found)),
        _ => {}
    }
}

fn is_of_persons(path: &str) -> bool {
    let pasted = LISTS.iter().any(|list| path == format!("/{list}"));
    let mut keys = OF_PERSONS.iter();
    pasted || keys.any(|key| path.ends_with(&format!("/{key}")))
}

/// Each place of the schema is sorted, and each that tells who somebody is holds a sentinel.
#[test]
fn every_place_of_the_format_is_tried() {
    let schema = Project::empty().run(["schema", "compte-rendu"]).stdout;
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut paths = BTreeSet::new();
    paths_of_texts(&schema, &schema, "", &mut paths);
    assert!(paths.len() > 100, "{paths:?}");
    let mut tried = BTreeMap::new();
    let mut sentinels = Sentinels::default();
    for frame in [EARLIER, RECORD] {
        let record: toml::Table = sentinels.fill(frame, "").parse().unwrap();
        texts(&Toml::Table(record), "", &mut tried);
    }
    for path in &paths {
        let key = path.rsplit('/').next().unwrap();
        if is_of_persons(path) {
            let texts = tried
                .get(path)
                .unwrap_or_else(|| panic!("{path} is not tried"));
            let is_tried =
                |text: &String| text.split([' ', '\n']).any(|word| word.starts_with("Zq"));
            assert!(
                texts.iter().any(is_tried),
                "no sentinel in {path}: {texts:?}"
            );
        } else {
            assert!(
                OF_OTHERS.split_whitespace().any(|other| other == key),
                "is {path} of a person?"
            );
        }
    }
}

/// Every file below `output`, by name, with its text: unpacked, long lines joined, in small letters.
pub(crate) fn outputs(project: &Project) -> Vec<(String, String)> {
    let top = project.path("output");
    let files = walkdir::WalkDir::new(&top).into_iter().map(Result::unwrap);
    let files = files.filter(|file| file.file_type().is_file());
    let read = files.map(|file| {
        let name = file
            .path()
            .strip_prefix(&top)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(file.path()).unwrap();
        let raw = String::from_utf8_lossy(&bytes);
        let text = match name.rsplit('.').next().unwrap() {
            "pdf" => {
                let reader = Reader::new(&bytes);
                let drawn = reader.stretches.iter().flat_map(|page| page.values());
                let drawn: String = drawn.chain(&reader.artifacts).map(String::as_str).collect();
                format!("{raw}\n{}\n{drawn}", reader.everything())
            }
            "xlsx" => format!("{raw}\n{}", spreadsheet::everything(&bytes)),
            _ => raw.replace("\r\n ", ""),
        };
        (name.clone(), format!("{name}\n{text}").to_lowercase())
    });
    read.collect()
}

pub(crate) fn holding<'o>(outputs: &'o [(String, String)], sought: &str) -> Vec<&'o str> {
    let sought = sought.to_lowercase();
    let holding = outputs.iter().filter(|(_, text)| text.contains(&sought));
    holding.map(|(name, _)| name.as_str()).collect()
}

/// What typed contacts look like.
const CONTACTS: [&str; 3] = ["", ", zqmail@secret.example", " (tél. 76 98 54 32)"];

/// The records with their words, and the settings that publish that of persons.
fn series(state: &str, presentation: &str, contact: &str) -> (Project, Sentinels) {
    assert!(SETTINGS.contains(ADDRESS));
    let mut sentinels = Sentinels::default();
    let stated = match state {
        "" => String::new(),
        state => format!("etat = \"{state}\"\n"),
    };
    let record = RECORD
        .replace("etat = \"STATE\"\n", &stated)
        .replace("PRESENTATION", presentation);
    let project = Project::empty()
        .file("meetings/2026-02-10.toml", &sentinels.fill(EARLIER, ""))
        .file(
            "meetings/2026-03-17.toml",
            &sentinels.fill(&record, contact),
        );
    (project, sentinels)
}

fn publish(project: &Project, participants: &str) {
    let settings = format!(
        "{SETTINGS}signatures = [\"présidence\", \"rédaction\"]\n[site]\nparticipants = \"{participants}\"\n"
    );
    project.write("greffier.toml", &settings);
}

#[track_caller]
fn built(
    participants: &str,
    state: &str,
    presentation: &str,
    contact: &str,
) -> (Vec<(String, String)>, Sentinels) {
    let (project, sentinels) = series(state, presentation, contact);
    publish(&project, participants);
    let run = project.run(["build", "--formats", "html,md,pdf,print,presence"]);
    assert_eq!(run.code, 0, "{}", run.text());
    (outputs(&project), sentinels)
}

#[test]
fn with_names_each_is_told() {
    let (outputs, sentinels) = built("noms", "", "tableau", "");
    let kinds: BTreeSet<&str> = outputs
        .iter()
        .filter_map(|(name, _)| name.rsplit('.').next())
        .collect();
    for kind in ["html", "md", "pdf", "json", "csv", "xlsx", "ics", "xml"] {
        assert!(kinds.contains(kind), "{kinds:?}");
    }
    for word in sentinels.hidden.iter().chain(&sentinels.told) {
        assert!(!holding(&outputs, word).is_empty(), "{word} is nowhere");
    }
}

#[test]
fn without_names_none_is_told() {
    for (state, presentation) in [
        ("", "tableau"),
        ("projet", "sections"),
        ("convocation", "tableau"),
    ] {
        let (outputs, sentinels) = built("organisations", state, presentation, "");
        for word in &sentinels.hidden {
            assert_eq!(holding(&outputs, word), [""; 0], "{word}, {state}");
        }
        let tells_office = |word: &&String| !holding(&outputs, word).is_empty();
        assert!(
            sentinels.told.iter().any(|word| tells_office(&word)),
            "{state}"
        );
        assert!(!holding(&outputs, "oxfam").is_empty(), "{state}");
    }
}

/// Where names were published before, the shares of an archive leave none, though no build has put them together yet: neither in what they
/// make nor in what the builds before remembered, be they of the whole, in as many shares or in others.
#[test]
fn shares_leave_none_of_before() {
    let before: [&[&str]; 4] = [
        &[""],
        &["1/3", "2/3", "3/3"],
        &["1/2", "2/2"],
        &["", "2/3", "1/4"],
    ];
    for shares in before {
        let (project, sentinels) = series("", "tableau", "");
        let build = |share: &str| {
            let share = (!share.is_empty()).then(|| format!("--partition={share}"));
            let build = ["build", "--formats", "html,md,print", "--quiet"];
            let build = share.iter().fold(project.greffier(build), |build, share| {
                build.argument(share)
            });
            let run = build.run();
            assert_eq!(run.code, 0, "{}", run.text());
        };
        publish(&project, "noms");
        shares.iter().for_each(|share| build(share));
        let told = outputs(&project);
        let hidden = sentinels.hidden.iter();
        let hidden: Vec<&String> = hidden
            .filter(|word| !holding(&told, word).is_empty())
            .collect();
        assert!(hidden.len() > 10, "{hidden:?}");
        publish(&project, "organisations");
        ["1/3", "2/3", "3/3"].iter().for_each(|share| build(share));
        let left = outputs(&project);
        for word in hidden {
            assert_eq!(holding(&left, word), [""; 0], "{word}, after {shares:?}");
        }
        build("");
        let (clean, _) = built("organisations", "", "tableau", "");
        let is_page = |name: &String| name.ends_with(".html") || name.ends_with(".md");
        let names = |of: &[(String, String)]| -> BTreeSet<String> {
            of.iter()
                .map(|(name, _)| name.clone())
                .filter(is_page)
                .collect()
        };
        assert_eq!(names(&outputs(&project)), names(&clean));
    }
}

/// How to reach somebody is never told.
#[test]
fn contacts_are_told_in_neither_setting() {
    for participants in ["noms", "organisations"] {
        for contact in &CONTACTS[1..] {
            let (outputs, _) = built(participants, "", "tableau", contact);
            for sought in [
                "secret.example",
                "zqmail",
                "76 98 54 32",
                "76\u{a0}98",
                "76985432",
            ] {
                assert_eq!(
                    holding(&outputs, sought),
                    [""; 0],
                    "{sought}, {participants}"
                );
            }
        }
    }
}
