//! A word of its own in every field that may be marked, sought in every byte of every lesser edition.

use std::collections::BTreeSet;

use super::{EDITIONS, SETTINGS, holding, readable, run};
use crate::common::Project;

/// Every place that may be marked. `§` stands for the mark, `#` for a word that is found nowhere else.
const RECORD: &str = r##"
date = 2026-03-17
debut = 09:00:00
lieu = "au bureau"
objectif = """
Public zqp.

[§] #
"""
adoption = """
L’ordre du jour est adopté.

[§] #
"""
ordre_du_jour = ["Ouverture zqp", "#", { titre = "#", presente_par = "#", sous_points = ["#"], visibilite = "§" }, "Autre"]
presidence = [{ nom = "Awa Sow" }, { nom = "#", fonction = "#", organisation = "#", accompagne_par = "#", visibilite = "§" }]
redaction = [{ role = "#", nom = "#", fonction = "#", organisation = "#", visibilite = "§" }]
roles = [{ role = "#", nom = "#", visibilite = "§" }, { role = "Scrutateur", nom = "Mme Cachée §" }]
participants = [
  { nom = "Awa Sow", organisation = "ONU", represente_par = "Cachée §" },
  { nom = "Cachée §", fonction = "#", organisation = "#", qualite = "#", visibilite = "§" },
  { organisation = "#", nombre = 4, visibilite = "§" },
]
excuses = [{ nom = "#", organisation = "#", visibilite = "§" }]
absents = [{ organisation = "#", visibilite = "§" }]
representes = [{ nom = "#", pouvoir_a = "#", visibilite = "§" }, { nom = "Ali Dicko", pouvoir_a = "Cachée §" }]

[[themes]]
titre = "Ouverture zqp"
point = 1
discussion = """
Public zqp.

- un
- [§] #
- trois

1. [§] #
2. deux

| a | b |
|---|---|
| [§] # | # |
| c | d |

[§] #
- #
"""
commentaires = "[§] #"
recommandations = ["[§] #", "Public zqp"]
decisions = [
  "[§] #",
  { texte = "#", numero = "#", id = "zqid-§-decision", visibilite = "§", vote = { pour = 3, noms = { contre = ["#"] }, par = [{ groupe = "#", pour = 3 }] } },
  { texte = "Public zqp", vote = { pour = 2, contre = 1, noms = { contre = ["Cachée §", "Awa Sow"] } } },
]
actions = [
  { texte = "#", responsables = ["#"], numero = "#", id = "zqid-§-action", echeance = "#", visibilite = "§" },
  { texte = "[§] #", responsables = ["#"] },
  { texte = "Public zqp", responsables = ["OIM", "Cachée §"], echeance = 2026-04-01, id = "publique" },
]

[[themes]]
titre = "#"
id = "zqid-§-theme"
point = 2
visibilite = "§"
discussion = "#"
actions = [{ texte = "#", responsables = ["#"] }]
decisions = ["#"]

[[themes]]
titre = "Autre"
point = 4
  [[themes.parties]]
  titre = "#"
  id = "zqid-§-partie"
  visibilite = "§"
  discussion = "#"
  decisions = ["#"]
    [[themes.parties.actions]]
    texte = "#"
    responsables = ["#"]
  [[themes.parties]]
  titre = "Partie zqp"
  discussion = "Public zqp"
    [[themes.parties.actions]]
    texte = "Suite zqp"
    responsables = ["OIM"]

[[themes]]
titre = "Titre vide"
discussion = "[§] #"

[cloture]
notes = """
Note zqp.

[§] #
"""
annexes = [{ titre = "#", visibilite = "§" }, { titre = "#", fichier = "annexes/zqfile-§.txt", visibilite = "§" }, { titre = "#", lien = "https://example.org/zqlink-§", visibilite = "§" }, "Annexe zqp"]
liens = [{ texte = "#", adresse = "https://example.org/zqlink2-§", visibilite = "§" }, { texte = "Lien zqp", adresse = "https://example.org" }]
"##;

/// A later meeting that speaks of what the first one marks.
const LATER: &str = r##"
date = 2026-04-14
approbation = { reunion = "2026/zqhidden-§", modifications = "#" }
participants = [{ nom = "Awa Sow", organisation = "ONU" }]
[[suivi]]
action = "zqid-§-action"
statut = "en cours"
responsables = ["#"]
commentaire = "#"
[[suivi]]
action = "2026/2026-03-17#action-2-1"
commentaire = "#"
[[suivi]]
action = "2026/2026-03-17#action-3-2"
commentaire = "Suivi zqp"
[[suivi]]
action = "publique"
commentaire = """
Suivi zqp

[§] #
"""
[[suivi]]
action = "2026/zqhidden-§#action-1-1"
commentaire = "#"
[[themes]]
titre = "Suite"
discussion = "Public zqp"
"##;

/// A meeting of which nothing is shown.
const HIDDEN: &str = r##"
date = 2026-02-10
visibilite = "§"
titre = "#"
lieu = "dans #"
participants = [{ nom = "#", organisation = "#" }]
[[themes]]
titre = "#"
discussion = "#"
decisions = ["#"]
actions = [{ texte = "#", responsables = ["#"], echeance = 2026-04-01 }]
[cloture]
annexes = [{ titre = "#", fichier = "annexes/zqfile-hidden-§.txt" }]
"##;

/// The record with its mark, and the words that stand for it.
fn marked(record: &str, mark: &str, words: &mut BTreeSet<String>) -> String {
    let mut text = String::new();
    for (index, piece) in record.split('#').enumerate() {
        // `#` within an address of an action is one.
        let is_word = index > 0 && !piece.starts_with("action-");
        if index > 0 && is_word {
            let word = format!("zq{}{}x", &mark[..1], words.len());
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
        format!("zq{}", &mark[..1]),
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

const FORMATS: [&str; 3] = ["build", "--formats", "html,md,pdf,print,presence"];

#[test]
fn what_is_internal_reaches_neither_members_nor_all() {
    let mut words = BTreeSet::new();
    let project = series("interne", &mut words);
    run(&project, FORMATS);
    run(&project, ["send", "2026-03-17"]);
    run(&project, ["send", "2026-04-14"]);
    tells_all(&project, "circulation/interne", &words);
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
