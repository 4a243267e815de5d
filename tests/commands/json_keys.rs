//! What a program is told on stdout is what `docs/messages.md` lists, no key more and no key less.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{Project, REPOSITORY};

/// The keys seen, by the type of their object.
type Keys = BTreeMap<String, BTreeSet<String>>;

const SOUND: &str = "date = 2026-03-17\n";
/// Something that `check --fix` corrects.
const ODD: &str = "date = 2026-03-18\nlieu = \"chez Mme. Sow\"\n";
const FAULTY: &str = "date = 2026-03-17\nlieux = \"à Gao\"\n";

#[test]
fn every_key_is_documented_and_every_documented_key_is_said() {
    let mut keys = Keys::new();
    let mut states = BTreeSet::new();
    let project = Project::empty()
        .file("meetings/un.toml", SOUND)
        .file("meetings/deux.toml", ODD);
    let mut say = |project: &Project, words: &[&str]| {
        let words = [words, &["--message-format", "json"]].concat();
        let run = match words[..] {
            [a, b, c] => project.run([a, b, c]),
            [a, b, c, d] => project.run([a, b, c, d]),
            _ => unreachable!("two words at most"),
        };
        for line in run.stdout.lines() {
            let said: serde_json::Value = serde_json::from_str(line).unwrap();
            let kind = said["type"].as_str().unwrap();
            let names = said.as_object().unwrap().keys().cloned();
            keys.entry(kind.to_owned()).or_default().extend(names);
            states.extend(said["etat"].as_str().map(str::to_owned));
        }
    };
    say(&project, &["build"]);
    say(&project, &["check"]);
    say(&project, &["check", "--fix"]);
    say(&project, &["build", "--force"]);
    project.write("output/un/index.html", "une page changée");
    project.write("meetings/trois.toml", FAULTY);
    project.write("meetings/un.toml", FAULTY);
    say(&project, &["check"]);
    say(&project, &["build"]);
    say(&project, &["build", "--force"]);
    std::fs::remove_file(project.path("meetings/trois.toml")).unwrap();
    std::fs::remove_file(project.path("meetings/deux.toml")).unwrap();
    project.write("meetings/un.toml", "date = 2026-03-19\n");
    say(&project, &["build", "--dry-run"]);
    say(&project, &["build"]);

    let text = std::fs::read_to_string(format!("{REPOSITORY}/docs/messages.md")).unwrap();
    let (of_messages, of_build) = documented(&text);
    for (kind, said) in &keys {
        for key in said.iter().filter(|key| *key != "type") {
            let is_listed = match kind.as_str() {
                "erreur" | "avis" => of_messages.contains(key),
                "correction" => text.contains(&format!("`{key}`")),
                _ => {
                    of_build.contains(&(kind.clone(), key.clone()))
                        || text.contains(&format!("`{key}`")) && kind == "bilan"
                }
            };
            assert!(is_listed, "`{key}` of «{kind}» is in no table");
        }
    }
    for (kind, key) in &of_build {
        assert!(keys[kind].contains(key), "no «{kind}» has `{key}`");
    }
    for key in &of_messages {
        assert!(
            key == "type"
                || ["erreur", "avis"]
                    .iter()
                    .any(|kind| keys[*kind].contains(key)),
            "no message has `{key}`"
        );
    }
    for state in &states {
        assert!(
            text.contains(&format!("`{state}`")),
            "the state «{state}» is not told"
        );
    }
    assert!(states.len() >= 7, "{states:?}");
}

/// The keys of a message, and those of what `build` tells, with their type.
fn documented(text: &str) -> (BTreeSet<String>, BTreeSet<(String, String)>) {
    let rows = |heading: &str| -> Vec<Vec<String>> {
        let (_, from) = text.split_once(heading).unwrap();
        let rows = from
            .lines()
            .skip_while(|line| !line.starts_with("|---"))
            .skip(1);
        let rows = rows.take_while(|line| line.starts_with('|'));
        rows.map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect())
            .collect()
    };
    let name = |cell: &str| cell.trim_matches('`').to_owned();
    let of_messages = rows("## Pour un programme")
        .iter()
        .map(|row| name(&row[1]))
        .collect();
    let of_build = rows("### Ce que `build` écrit")
        .into_iter()
        .flat_map(|row| {
            let keys = row[2].split(", ");
            keys.map(|key| (name(&row[1]), name(key)))
                .collect::<Vec<_>>()
        });
    (of_messages, of_build.collect())
}
