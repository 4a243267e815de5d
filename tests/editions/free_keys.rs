//! `[extra]`: what it keeps from an edition reaches no template of it, and what would keep nothing is a fault.

use super::{EDITIONS, SETTINGS, holding, run};
use crate::common::Project;

const RECORD: &str = "date = 2026-03-17\n[extra]\nouvert = \"Zorglub\"\nresume = \"\"\"\nPour tous.\n\n[membres] Bulgroz.\n\n[interne] Champignac.\n\"\"\"\n\
    [extra.bailleur]\nvisibilite = \"interne\"\nnom = \"Pacome\"\n[[extra.lots]]\nvisibilite = \"membres\"\nnom = \"Lotmembre\"\n[[extra.lots]]\nnom = \"Lotouvert\"\n";

fn series(record: &str, more: &str) -> Project {
    let page =
        "{% for cle, valeur in extra %}{{ cle }} {{ valeur }} {% endfor %}{{ __tera_context }}\n";
    Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}{EDITIONS}{more}"))
        .file("meetings/2026/2026-03-17.toml", record)
        .file("templates/minutes.html", page)
        .file("templates/minutes.md", page)
        .file("templates/site/foot.html", page)
}

#[test]
fn each_edition_has_its_own_keys() {
    let more = "[extra]\nsite = \"Zantafio\"\n[extra.tarifs]\nvisibilite = \"membres\"\ncout = \"Zaglara\"\n";
    let project = series(RECORD, more);
    run(&project, ["build"]);
    let folders = ["output", "circulation/membres", "circulation/interne"];
    // The first of these folders in which each word stands: it does in those after it.
    let words = [
        ("zorglub", 0),
        ("bulgroz", 1),
        ("champignac", 2),
        ("pacome", 2),
        ("lotmembre", 1),
        ("lotouvert", 0),
        ("zantafio", 0),
        ("zaglara", 1),
        ("[membres]", 3),
    ];
    for (word, first) in words {
        for (place, folder) in folders.iter().enumerate() {
            let found = holding(&project, folder, word);
            assert_eq!(
                !found.is_empty(),
                place >= first,
                "{word} in {folder}: {found:?}"
            );
        }
    }
}

#[test]
fn what_would_keep_nothing_back_is_a_fault() {
    let cases = [
        (
            "[extra]\nresume = \"Pour tous. [interne] Pas cela.\"\n",
            "cette marque ne cache rien ici",
        ),
        (
            "[extra.a]\nvisibilite = \"membre\"\n",
            "cette visibilité n’est celle d’aucune édition",
        ),
        (
            "[[extra.a]]\nb = { visibilite = 1 }\n",
            "cette visibilité n’est celle d’aucune édition",
        ),
    ];
    for (extra, title) in cases {
        let project = series(&format!("date = 2026-03-17\n{extra}"), "");
        let said = project.run(["check"]);
        assert!(
            said.code == 1 && said.stderr.contains(title),
            "{}",
            said.text()
        );
        let project = series("date = 2026-03-17\n", extra);
        let said = project.run(["check"]);
        assert!(
            said.code != 0 && said.stderr.contains(title),
            "{}",
            said.text()
        );
    }
}
