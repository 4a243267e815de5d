//! A record that has faults: the site goes on showing its last good version, in every list as on its page.

use std::fs;

use snapbox::str;

use crate::common::{Project, same, spreadsheet};
use crate::{clean, outputs, sets_right};

const RECORD: &str = "meetings/2026/2026-04-14.toml";
const OTHER: &str = "meetings/2026/2026-03-17.toml";
const FORMATS: &str = "html,md";
const SHOWN: &str =
    "Le site montre encore la version précédente du compte rendu du 14\u{a0}avril 2026.";

/// All that a list of the site may show of a meeting, and a name.
fn record(date: &str, word: &str) -> String {
    format!(
        "date = {date}\nparticipants = [{{ nom = \"Zorglub {word}\", organisation = \"{word}\" }}]\n\
         [[themes]]\ntitre = \"Les puits de {word}\"\ndecisions = [{{ texte = \"Creuser à {word}.\", vote = {{ pour = 2, contre = 1, noms = {{ contre = [\"Zorglub {word}\"] }} }} }}]\n\
         [[themes.actions]]\ntexte = \"Creuser\"\nresponsables = [\"Zorglub {word}\"]\necheance = 2026-05-01\n"
    )
}

fn project() -> Project {
    Project::empty()
        .file(
            "greffier.toml",
            "adresse_du_site = \"https://example.org/crr\"\n",
        )
        .file(
            "meetings/2025/2025-12-09.toml",
            &record("2025-12-09", "Kidal"),
        )
        .file(OTHER, &record("2026-03-17", "Ansongo"))
        .file(RECORD, &record("2026-04-14", "Bourem"))
        .file(
            "meetings/2026/2026-05-12.toml",
            &record("2026-05-12", "Gossi"),
        )
}

fn built() -> Project {
    let project = project();
    sets_right(&project, FORMATS);
    project
}

/// Builds with a fault: tells it, and what else is said of the site.
#[track_caller]
fn fails(project: &Project, said: &str) {
    let run = project.run(["build", "--formats", FORMATS]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(run.stderr.contains(said), "{}", run.text());
}

/// Finds what a build from nothing makes of the same project with that record; its own page may still lead to neighbours that it had.
#[track_caller]
fn is_as_with(project: &Project, path: &str, text: &str) {
    let sound = project.copy();
    sound.write(path, text);
    let (ours, clean) = (outputs(project), clean(&sound, FORMATS));
    assert_eq!(
        ours.keys().collect::<Vec<_>>(),
        clean.keys().collect::<Vec<_>>()
    );
    let own = path
        .replace("meetings/", "")
        .replace(".toml", "/index.html");
    for (name, bytes) in clean.iter().filter(|(name, _)| **name != own) {
        assert!(ours[name] == *bytes, "{name} differs");
    }
}

/// Where a word stands, in whatever the output folder holds, what is kept for the next build too.
fn holding(project: &Project, sought: &str) -> Vec<String> {
    let files = walkdir::WalkDir::new(project.path("output")).into_iter();
    let files = files
        .filter_map(Result::ok)
        .filter(|file| file.file_type().is_file());
    let holding = files.filter(|file| {
        let mut bytes = fs::read(file.path()).unwrap();
        if file
            .path()
            .extension()
            .is_some_and(|ending| ending == "xlsx")
        {
            bytes = spreadsheet::everything(&bytes).into_bytes();
        }
        String::from_utf8_lossy(&bytes)
            .to_lowercase()
            .contains(&sought.to_lowercase())
    });
    holding
        .map(|file| file.path().display().to_string())
        .collect()
}

#[test]
fn a_slip_takes_no_meeting_off_the_site() {
    let good = record("2026-04-14", "Bourem");
    let project = built();
    let before = outputs(&project);
    project.write(RECORD, "dat = 3\n");
    project.run(["build", "--formats", FORMATS]).is(str![[r#"
code 1
── stderr
erreur⍽: clé inconnue⍽: `dat`
 --> meetings/2026/2026-04-14.toml:1:1
  |
1 | dat = 3
  | ^^^
  |
  = aide⍽: vouliez-vous dire `date`⍽?

3 comptes rendus dans output⍽: 54 fichiers inchangés. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.
Le site montre encore la version précédente du compte rendu du 14⍽avril 2026.

"#]]);
    let slips: [Vec<u8>; 4] = [
        good.replace("titre", "titer").into_bytes(),
        good.replace("]\n", "\n").into_bytes(),
        vec![0xff; 64],
        Vec::new(),
    ];
    for slip in slips {
        fs::write(project.path(RECORD), slip).unwrap();
        project.make_old("output");
        // However often: nothing is made, and nothing more is doubted.
        for _ in 0..3 {
            fails(&project, SHOWN);
            assert_eq!(project.rewritten("output"), "");
            assert_eq!(
                project
                    .run(["build", "--dry-run", "--formats", FORMATS])
                    .stdout,
                ""
            );
        }
        assert!(outputs(&project) == before);
    }
    // Mended, it is as if nothing had been.
    project.write(RECORD, &good);
    sets_right(&project, FORMATS);
    assert_eq!(project.rewritten("output"), "");
    assert!(outputs(&project) == before);
}

#[test]
fn all_else_goes_on_meanwhile() {
    let good = record("2026-04-14", "Bourem");
    let project = built();
    project.write(RECORD, "dat = 3\n");
    fails(&project, SHOWN);
    // A neighbour changes, one comes, one goes: lists, neighbours and search hold both what is new and what stands.
    project.write(OTHER, &record("2026-03-18", "Labbezanga"));
    fails(&project, SHOWN);
    is_as_with(&project, RECORD, &good);
    project.write(
        "meetings/2026/2026-04-15.toml",
        &record("2026-04-15", "Fafa"),
    );
    fails(&project, SHOWN);
    is_as_with(&project, RECORD, &good);
    fs::remove_file(project.path("meetings/2026/2026-05-12.toml")).unwrap();
    fails(&project, SHOWN);
    is_as_with(&project, RECORD, &good);
    assert!(!holding(&project, "bourem").is_empty());
    // Even all that is made anew is made with it.
    let run = project.run(["build", "--force", "--formats", FORMATS]);
    assert_eq!(run.code, 1, "{}", run.text());
    is_as_with(&project, RECORD, &good);
    project.write(RECORD, &record("2026-04-16", "Ménaka"));
    sets_right(&project, FORMATS);
    assert_eq!(holding(&project, "bourem"), Vec::<String>::new());
}

#[test]
fn every_record_may_have_faults() {
    let project = built();
    let before = outputs(&project);
    for path in project.files("meetings") {
        project.write(&format!("meetings/{path}"), "dat = 3\n");
    }
    fails(
        &project,
        "Le site montre encore la version précédente de 4 comptes rendus\u{a0}: 9\u{a0}décembre 2025, 17\u{a0}mars 2026, 14\u{a0}avril 2026, 12\u{a0}mai 2026.",
    );
    assert!(outputs(&project) == before);
}

#[test]
fn one_that_is_deleted_while_it_has_faults_goes() {
    let project = built();
    project.write(RECORD, "dat = 3\n");
    fails(&project, SHOWN);
    fs::remove_file(project.path(RECORD)).unwrap();
    sets_right(&project, FORMATS);
    assert_eq!(holding(&project, "bourem"), Vec::<String>::new());
}

#[test]
fn one_that_was_never_built_is_left_out() {
    let project = project();
    project.write(RECORD, "dat = 3\n");
    project.run(["build", "--formats", FORMATS]).is(str![[r#"
code 1
── stderr
erreur⍽: clé inconnue⍽: `dat`
 --> meetings/2026/2026-04-14.toml:1:1
  |
1 | dat = 3
  | ^^^
  |
  = aide⍽: vouliez-vous dire `date`⍽?

3 comptes rendus dans output⍽: 51 fichiers créés. 1 compte rendu laissé de côté à cause des erreurs ci-dessus.
Le site ne montre pas meetings/2026/2026-04-14.toml⍽: aucune version sans erreur n’en est connue.

"#]]);
    fails(&project, "aucune version sans erreur n’en est connue");
    let without = project.copy();
    fs::remove_file(without.path(RECORD)).unwrap();
    assert!(outputs(&project) == clean(&without, FORMATS));
    project.write(RECORD, &record("2026-04-14", "Bourem"));
    sets_right(&project, FORMATS);
}

/// An annex that is gone is a fault of its record too: its copy stays with the rest.
#[test]
fn an_annex_that_is_gone() {
    let text = "date = 2026-04-14\n[cloture]\nannexes = [{ titre = \"T\", fichier = \"t.txt\" }]\n";
    let project = project()
        .file(RECORD, text)
        .file("meetings/2026/t.txt", "un");
    sets_right(&project, FORMATS);
    let before = outputs(&project);
    fs::remove_file(project.path("meetings/2026/t.txt")).unwrap();
    fails(&project, SHOWN);
    assert!(outputs(&project) == before);
}

/// Names that are not published any more stand nowhere, whatever has faults.
#[test]
fn names_that_are_hidden_meanwhile() {
    let hidden =
        "adresse_du_site = \"https://example.org/crr\"\n[site]\nparticipants = \"organisations\"\n";
    // An annex holds on to what is remembered of its record.
    let good = record("2026-04-14", "Bourem")
        + "[cloture]\nannexes = [{ titre = \"T\", fichier = \"t.txt\" }]\n";
    let project = project()
        .file(RECORD, &good)
        .file("meetings/2026/t.txt", "un");
    sets_right(&project, FORMATS);
    project.write(RECORD, "dat = 3\n");
    fails(&project, SHOWN);
    assert!(holding(&project, "zorglub").len() > 10);
    project.write("greffier.toml", hidden);
    for said in ["peut contenir des noms", "aucune version sans erreur"] {
        fails(&project, said);
        assert_eq!(holding(&project, "zorglub"), Vec::<String>::new());
        let left = project.files("output/2026/2026-04-14");
        assert_eq!(left, ["annexes/t.txt"]);
    }
    project.write(RECORD, &record("2026-04-14", "Bourem"));
    sets_right(&project, FORMATS);
    // With faults in every record, nothing of the site is left that could tell one.
    let project = built();
    for path in project.files("meetings") {
        project.write(&format!("meetings/{path}"), "dat = 3\n");
    }
    project.write("greffier.toml", hidden);
    fails(
        &project,
        "Le site ne montre pas 4 comptes rendus\u{a0}: la version précédente peut contenir des noms",
    );
    assert_eq!(holding(&project, "zorglub"), Vec::<String>::new());
    for (path, date) in [
        (RECORD, "2026-04-14"),
        (OTHER, "2026-03-17"),
        ("meetings/2026/2026-05-12.toml", "2026-05-12"),
        ("meetings/2025/2025-12-09.toml", "2025-12-09"),
    ] {
        project.write(path, &record(date, "Bourem"));
    }
    sets_right(&project, FORMATS);
}

/// Under other settings only the page is left, and the lists do without it.
#[test]
fn settings_that_change_meanwhile() {
    let project = built();
    let page = project.bytes("output/2026/2026-04-14/index.html");
    project.write(RECORD, "dat = 3\n");
    project.write("greffier.toml", "instance = \"Comité\"\n");
    for _ in 0..2 {
        fails(
            &project,
            "Le site ne montre pas meetings/2026/2026-04-14.toml\u{a0}: la version précédente suit un autre greffier.toml.",
        );
    }
    assert!(project.bytes("output/2026/2026-04-14/index.html") == page);
    let without = project.copy();
    fs::remove_file(without.path(RECORD)).unwrap();
    let ours = outputs(&project);
    for (name, bytes) in clean(&without, FORMATS) {
        assert!(ours[&name] == bytes, "{name} differs");
    }
    project.write(RECORD, &record("2026-04-14", "Bourem"));
    sets_right(&project, FORMATS);
}

/// What is kept for this may be lost: then it is told, at each build, and all is set right with the record.
#[test]
fn what_was_kept_is_lost() {
    for lost in ["resumes-2026", "mots-2026", "manifeste"] {
        let project = built();
        project.write(RECORD, "dat = 3\n");
        fs::remove_file(project.path(&format!("output/.greffier/{lost}"))).unwrap();
        // Something must be made anew.
        let other = record("2026-03-17", "Ansongo").replace("Creuser à", "Forer à");
        project.write(OTHER, &other);
        let said = match lost {
            "manifeste" => "aucune version sans erreur n’en est connue",
            _ => "Le site ne montre pas partout meetings/2026/2026-04-14.toml\u{a0}: ce qui",
        };
        for _ in 0..2 {
            fails(&project, said);
        }
        assert!(project.path("output/2026/2026-04-14/index.html").exists());
        assert_eq!(
            lost == "mots-2026",
            project.read("output/annee-2026.html").contains("Bourem")
        );
        project.write(RECORD, &record("2026-04-14", "Bourem"));
        sets_right(&project, FORMATS);
    }
}

/// A record that was built alone is shown as it was built then.
#[test]
fn after_a_part_of_the_archive_was_built() {
    let project = built();
    let good = record("2026-04-14", "Ménaka");
    project.write(RECORD, &good);
    let run = project.run(["build", "--formats", FORMATS, RECORD]);
    assert_eq!(run.code, 0, "{}", run.text());
    project.write(RECORD, "dat = 3\n");
    fails(&project, SHOWN);
    is_as_with(&project, RECORD, &good);
}

#[test]
fn a_program_is_told_too() {
    let project = built();
    project.write(RECORD, "dat = 3\n");
    project.write("meetings/2026/2026-06-16.toml", "dat = 3\n");
    let run = project.run(["build", "--formats", FORMATS, "--message-format", "json"]);
    let of_site = run
        .stdout
        .lines()
        .filter(|line| line.contains("\"type\":\"site\""));
    same(
        &of_site.collect::<Vec<_>>().join("\n"),
        str![[r#"
{"type":"site","fichier":"meetings/2026/2026-04-14.toml","date":"2026-04-14","etat":"version précédente"}
{"type":"site","fichier":"meetings/2026/2026-06-16.toml","etat":"absent","raison":"aucune version sans erreur n’en est connue"}
"#]],
    );
}
