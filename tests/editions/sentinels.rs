//! A word of its own in every field that may be marked, sought in every byte of every lesser edition.

use std::collections::BTreeSet;

use super::records::{CLOSED, HIDDEN, LATER, RECORD};
use super::{EDITIONS, SETTINGS, holding, readable, run};
use crate::common::Project;

/// The record with its mark, and the words that stand for it.
fn marked(record: &str, mark: &str, words: &mut BTreeSet<String>) -> String {
    let mut text = String::new();
    for (index, piece) in record.split('#').enumerate() {
        // `#` within an address of an action is one.
        let is_word = index > 0 && !piece.starts_with("action-");
        if index > 0 && is_word {
            let word = format!("zqxz{}{}x", &mark[..1], words.len());
            text += &word;
            words.insert(word);
        } else if index > 0 {
            text += "#";
        }
        text += piece;
    }
    text.replace('§', mark)
}

fn series(mark: &str, words: &mut BTreeSet<String>) -> Project {
    let hidden = format!("meetings/2026/zqhidden-{mark}.toml");
    Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}{EDITIONS}[suivi]\ntableau = \"ouvertes\"\n"))
        .file("meetings/2026/2026-03-17.toml", &marked(RECORD, mark, words))
        .file("meetings/2026/2026-04-14.toml", &marked(LATER, mark, words))
        .file("meetings/2026/2026-05-12.toml", &marked(CLOSED, mark, words))
        .file(&hidden, &marked(HIDDEN, mark, words))
        .file(&format!("meetings/2026/annexes/zqfile-{mark}.txt"), "zqannexe")
        .file(&format!("meetings/2026/annexes/zqfile-hidden-{mark}.txt"), "zqannexe")
        .file(
            "contacts.toml",
            "[[organisations]]\nnom = \"OIM\"\nadresses = [\"oim@example.org\"]\n[[personnes]]\nnom = \"Awa Sow\"\nadresses = [\"awa@example.org\"]\n",
        )
}

/// What tells what is marked, whatever word it is.
fn tells(mark: &str) -> [String; 8] {
    [
        format!("zqxz{}", &mark[..1]),
        format!("zqid-{mark}"),
        format!("zqhidden-{mark}"),
        format!("zqfile-{mark}"),
        "zqlink".to_owned(),
        "zqannexe".to_owned(),
        format!("cachée {mark}"),
        format!("[{mark}]"),
    ]
}

#[track_caller]
fn tells_nothing(project: &Project, folder: &str, mark: &str) {
    for word in tells(mark) {
        let found = holding(project, folder, &word);
        assert!(found.is_empty(), "« {word} » in {folder}: {found:?}");
    }
    assert!(
        !holding(project, folder, "zqp").is_empty(),
        "nothing is shown in {folder}"
    );
}

/// What an edition shows must be there, or a test that finds nothing tells nothing.
#[track_caller]
fn tells_all(project: &Project, folder: &str, words: &BTreeSet<String>) {
    let texts = readable(project, folder);
    let is_there = |word: &&String| !texts.iter().any(|(_, text)| text.contains(*word));
    let missing: Vec<&String> = words.iter().filter(is_there).collect();
    assert!(missing.is_empty(), "{folder} lacks {missing:?}");
}

/// Each kind of file tells some of it: the reader that finds nothing elsewhere opens that kind.
#[track_caller]
fn tell_in(project: &Project, folder: &str, words: &BTreeSet<String>, kinds: &[&str]) {
    let texts = readable(project, folder);
    let telling = texts
        .iter()
        .filter(|(_, text)| words.iter().any(|word| text.contains(word)));
    let telling: Vec<&str> = telling.map(|(name, _)| name.as_str()).collect();
    for kind in kinds {
        let is_of = |name: &&&str| match kind.starts_with('.') {
            true => name.starts_with(kind),
            false => name.ends_with(&format!(".{kind}")) || name.contains(&format!("{kind}/")),
        };
        assert!(
            telling.iter().any(|name| is_of(&name)),
            "{kind} in {folder}: {telling:?}"
        );
    }
}

/// Whatever may bear a mark bears one here: a new key is led to this test.
#[test]
fn all_that_may_be_marked_is() {
    let schema = Project::empty().run(["schema", "compte-rendu"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let has_mark = |one: &serde_json::Value| one["properties"].get("visibilite").is_some();
    let shapes = schema["$defs"].as_object().unwrap();
    let found: BTreeSet<&str> = shapes
        .iter()
        .filter(|(_, shape)| has_mark(shape))
        .map(|(name, _)| name.as_str())
        .collect();
    let here = BTreeSet::from([
        "action",
        "annexe_jointe",
        "cloture",
        "decision_votee",
        "lien",
        "partie",
        "personne",
        "point_precise",
        "presidence",
        "role",
        "suivi",
        "theme",
    ]);
    assert!(has_mark(&schema));
    assert_eq!(found, here);
}

/// An owner is reminded of their own, and reads nothing of what is another's, nor whom else the file of contacts knows.
#[test]
fn an_owner_reads_nothing_of_another() {
    let action = |owner: &str, word: &str| {
        format!(
            "[[themes]]\ntitre = \"Thème {word}\"\n[[themes.actions]]\ntexte = \"Faire {word}\"\nresponsables = [\"{owner}\"]\necheance = \"quand {word}\"\nstatut = \"en cours\"\n"
        )
    };
    let owners = [("Alpha", "zqaa"), ("Beta", "zqbb"), ("Gamma Delta", "zqcc")];
    let record: String = owners
        .iter()
        .map(|(owner, word)| action(owner, word))
        .collect();
    let contacts: String = owners
        .iter()
        .map(|(owner, word)| {
            format!("[[organisations]]\nnom = \"{owner}\"\nautres_noms = [\"autre {word}\"]\ncategorie = \"genre {word}\"\nadresses = [\"{word}@example.org\"]\n")
        })
        .collect();
    let project = Project::empty()
        .file("greffier.toml", SETTINGS)
        .file("contacts.toml", &contacts)
        .file(
            "meetings/2026/2026-03-17.toml",
            &format!("date = 2026-03-17\n{record}"),
        );
    run(&project, ["build", "--edition", "interne,publique,membres"]);
    run(&project, ["send", "2026-03-17"]);
    for (owner, word) in owners {
        let slug = owner.to_lowercase().replace(' ', "-");
        let own = format!("par-responsable/{slug}.eml");
        let holds = |word: &str| holding(&project, "circulation/2026-03-17", word);
        assert!(holds(word).contains(&own), "{word}");
        let elsewhere = holds(word)
            .into_iter()
            .filter(|file| file.contains("par-responsable/"));
        assert_eq!(elsewhere.collect::<Vec<_>>(), [own], "{word}");
        // Of the contacts nothing stands anywhere but whom a message goes to.
        for of_contacts in [
            format!("autre {word}"),
            format!("genre {word}"),
            format!("{word}@"),
        ] {
            for folder in ["output", "circulation/membres", "circulation/interne"] {
                assert_eq!(
                    holding(&project, folder, &of_contacts),
                    [""; 0],
                    "{of_contacts}"
                );
            }
        }
        let address = format!("{word}@example.org");
        assert!(
            !project
                .read("circulation/2026-03-17/court.txt")
                .contains(&address)
        );
    }
}

const FORMATS: [&str; 3] = ["build", "--formats", "html,md,pdf,print,presence"];

#[test]
fn what_is_internal_reaches_neither_members_nor_all() {
    let mut words = BTreeSet::new();
    let project = series("interne", &mut words);
    run(&project, FORMATS);
    run(&project, ["send", "2026-03-17"]);
    run(&project, ["send", "2026-04-14"]);
    tells_all(&project, "circulation/interne", &words);
    let kinds = [
        "csv",
        "html",
        "ics",
        "json",
        "md",
        "pdf",
        "recherche",
        "xlsx",
        ".greffier",
    ];
    tell_in(&project, "circulation/interne", &words, &kinds);
    tells_nothing(&project, "output", "interne");
    for folder in ["membres", "2026-03-17", "2026-04-14"] {
        tells_nothing(&project, &format!("circulation/{folder}"), "interne");
    }
    let refused = project.run(["send", "2026/zqhidden-interne"]);
    assert_eq!(refused.code, 1, "{}", refused.text());
    assert!(
        super::plain(&refused.text()).contains("est interne"),
        "{}",
        refused.text()
    );
}

#[test]
fn what_is_for_members_does_not_reach_all() {
    let mut words = BTreeSet::new();
    let project = series("membres", &mut words);
    run(&project, FORMATS);
    run(&project, ["send", "2026-03-17"]);
    tells_all(&project, "circulation/interne", &words);
    tells_all(&project, "circulation/membres", &words);
    tell_in(&project, "circulation", &words, &["eml", "txt"]);
    tells_nothing(&project, "output", "membres");
    // A member reads of the site what stands there, and of nothing else an address.
    let dead = holding(
        &project,
        "circulation/2026-03-17",
        "example.org/cr/2026/zqhidden",
    );
    assert!(dead.is_empty(), "{dead:?}");
}

/// Nothing of before stays when a record is marked later, whatever is built.
#[test]
fn what_is_marked_later_goes_from_the_public_pages() {
    for mark in ["membres", "interne"] {
        let mut words = BTreeSet::new();
        let project = series(mark, &mut words);
        let files = [
            "2026/2026-03-17",
            "2026/2026-04-14",
            "2026/2026-05-12",
            &format!("2026/zqhidden-{mark}"),
        ];
        let typed: Vec<String> = files
            .iter()
            .map(|file| project.read(&format!("meetings/{file}.toml")))
            .collect();
        for (file, text) in files.iter().zip(&typed) {
            let bare = text
                .replace(
                    &format!("visibilite = \"{mark}\""),
                    "visibilite = \"publique\"",
                )
                .replace(&format!("[{mark}]"), "");
            project.write(&format!("meetings/{file}.toml"), &bare);
        }
        run(&project, FORMATS);
        tells_all(&project, "output", &words);
        tell_in(
            &project,
            "output",
            &words,
            &["ics", "pdf", "recherche", "xlsx", "xml"],
        );
        for (file, text) in files.iter().zip(&typed) {
            project.write(&format!("meetings/{file}.toml"), text);
        }
        // The PDF, though not asked for, goes too.
        run(&project, ["build", "--formats", "html"]);
        tells_nothing(&project, "output", mark);
        run(&project, FORMATS);
        tells_nothing(&project, "output", mark);
    }
}

/// Parts of a record that are hidden after they were published stay in no memory of the builds, though no build has put the shares together yet.
#[test]
fn shares_remember_nothing_of_what_is_hidden_since() {
    let mut words = BTreeSet::new();
    let project = series("interne", &mut words);
    let records = project.files("meetings");
    let records = records.iter().filter(|name| name.ends_with(".toml"));
    let records: Vec<(String, String)> = records
        .map(|name| format!("meetings/{name}"))
        .map(|path| (path.clone(), project.read(&path)))
        .collect();
    for (path, record) in &records {
        let public = record.replace("visibilite = \"interne\"", "visibilite = \"publique\"");
        project.write(path, &public);
    }
    run(&project, ["build", "--formats", "html,md"]);
    let remembered = holding(&project, "output/.greffier", "zqi");
    for kind in ["manifeste", "mots-2026", "resumes-2026"] {
        assert!(remembered.iter().any(|name| name == kind), "{remembered:?}");
    }
    for (path, record) in &records {
        project.write(path, record);
    }
    for share in ["--partition=1/3", "--partition=2/3", "--partition=3/3"] {
        run(&project, ["build", "--formats", "html,md", share]);
    }
    // The pages around the minutes stand until then, an owner's among them, by their names.
    let standing = project.files("output");
    let is_named = |word: &&String| {
        let mut standing = standing
            .iter()
            .filter(|name| !name.starts_with(".greffier"));
        standing.any(|name| name.contains(word.as_str()))
    };
    let (named, unnamed): (Vec<&String>, Vec<&String>) = words.iter().partition(is_named);
    assert!(unnamed.len() > 5 * named.len(), "{named:?}");
    for word in unnamed {
        let found = holding(&project, "output/.greffier", word);
        assert!(found.is_empty(), "« {word} »: {found:?}");
    }
    for word in [
        "zqid-interne",
        "zqhidden-interne",
        "zqfile-interne",
        "zqlink",
        "zqannexe",
    ] {
        let found = holding(&project, "output/.greffier", word);
        assert!(found.is_empty(), "« {word} »: {found:?}");
    }
    run(&project, ["build", "--formats", "html,md"]);
    tells_nothing(&project, "output", "interne");
}
