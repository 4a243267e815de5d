//! What a change makes stale, and nothing else.

use std::fs;
use std::time::{Duration, SystemTime};

use snapbox::str;

use crate::common::{Project, same};
use crate::{same_as_clean, sets_right, synthetic};

const DATES: [&str; 4] = ["2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14"];

#[track_caller]
fn stale(project: &Project, expected: impl snapbox::IntoData) {
    same(
        &project
            .run(["build", "--dry-run"])
            .stdout
            .replace('\u{a0}', "⍽"),
        expected,
    );
    sets_right(project, "html,md,pdf");
    assert_eq!(project.run(["build", "--dry-run"]).stdout, "");
}

#[test]
fn a_word_changes_its_record_alone() {
    let project = Project::of_dates(&DATES).build();
    project.write(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\nlieu = \"à Gao\"\n",
    );
    stale(
        &project,
        str![[r#"
output/2026/2026-02-10/index.html⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/minutes.json⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/compte-rendu-2026-02-10.md⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/compte-rendu-2026-02-10.pdf⍽: à faire, le compte rendu ou une annexe a changé
output/calendrier.ics⍽: à faire, les réunions ont changé
output/recherche/2026/index.json⍽: à faire, les réunions ont changé
output/recherche/2026/0.json⍽: à faire, les réunions ont changé

"#]],
    );
}

#[test]
fn a_day_changes_the_pages_that_show_it() {
    let project = Project::of_dates(&DATES).build();
    project.write("meetings/2026/2026-02-10.toml", "date = 2026-02-11\n");
    stale(
        &project,
        str![[r#"
output/2026/2026-01-13/index.html⍽: à faire, une réunion voisine ou les formats demandés ont changé
output/2026/2026-02-10/index.html⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/minutes.json⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/compte-rendu-2026-02-10.md⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-02-10/compte-rendu-2026-02-10.pdf⍽: à faire, le compte rendu ou une annexe a changé
output/2026/2026-03-10/index.html⍽: à faire, une réunion voisine ou les formats demandés ont changé
output/annee-2026.html⍽: à faire, les réunions ont changé
output/calendrier.ics⍽: à faire, les réunions ont changé
output/recherche/2026/index.json⍽: à faire, les réunions ont changé
output/recherche/2026/0.json⍽: à faire, les réunions ont changé

"#]],
    );
}

#[test]
fn a_record_that_is_gone() {
    let project = Project::of_dates(&DATES).build();
    fs::remove_file(project.path("meetings/2026/2026-02-10.toml")).unwrap();
    stale(
        &project,
        str![[r#"
output/2026/2026-01-13/index.html⍽: à faire, une réunion voisine ou les formats demandés ont changé
output/2026/2026-03-10/index.html⍽: à faire, une réunion voisine ou les formats demandés ont changé
output/index.html⍽: à faire, les réunions ont changé
output/annee-2026.html⍽: à faire, les réunions ont changé
output/organisations.html⍽: à faire, les réunions ont changé
output/calendrier.ics⍽: à faire, les réunions ont changé
output/recherche/2026/index.json⍽: à faire, les réunions ont changé
output/recherche/2026/0.json⍽: à faire, les réunions ont changé
output/2026/2026-02-10/index.html⍽: à supprimer, plus aucun compte rendu ne le donne
output/2026/2026-02-10/minutes.json⍽: à supprimer, plus aucun compte rendu ne le donne
output/2026/2026-02-10/compte-rendu-2026-02-10.md⍽: à supprimer, plus aucun compte rendu ne le donne
output/2026/2026-02-10/compte-rendu-2026-02-10.pdf⍽: à supprimer, plus aucun compte rendu ne le donne

"#]],
    );
    assert!(!project.path("output/2026/2026-02-10").exists());
}

/// Signs that only Windows refuses in the name of a file do not make the memory of the builds unreadable.
#[cfg(not(windows))]
#[test]
fn an_annex_with_a_colon_in_its_name_goes_with_its_record() {
    let record = "date = 2026-03-17\n[cloture]\nannexes = [{ titre = \"T\", fichier = \"annexes/liste : mars.txt\" }]\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-17.toml", record)
        .file("meetings/2026/annexes/liste : mars.txt", "un")
        .file("meetings/2026/2026-04-14.toml", "date = 2026-04-14\n");
    assert_eq!(project.run(["build", "--formats", "html"]).code, 0);
    let copy = project.path("output/2026/2026-03-17/annexes/liste : mars.txt");
    assert!(copy.is_file());
    fs::remove_file(project.path("meetings/2026/2026-03-17.toml")).unwrap();
    assert_eq!(project.run(["build", "--formats", "html"]).code, 0);
    assert!(!copy.exists() && !project.path("output/2026/2026-03-17").exists());
}

#[test]
fn a_record_that_is_renamed() {
    let project = Project::of_dates(&DATES).build();
    let meetings = project.path("meetings/2026");
    fs::rename(
        meetings.join("2026-02-10.toml"),
        meetings.join("extraordinaire.toml"),
    )
    .unwrap();
    sets_right(&project, "html,md,pdf");
}

#[test]
fn a_record_that_turns_into_a_folder() {
    let project = Project::of_dates(&DATES).build();
    let path = project.path("meetings/2026/2026-02-10.toml");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    fs::write(path.join("suite.toml"), "date = 2026-02-10\n").unwrap();
    sets_right(&project, "html,md,pdf");
}

#[test]
fn settings_template_and_style_each_reach_what_they_make() {
    let project = Project::of_dates(&DATES[..1]).build();
    project.write("templates/style.toml", "[page]\nmarges = { haut = 30 }\n");
    same(
        &project
            .run(["build", "--dry-run"])
            .stdout
            .replace('\u{a0}', "⍽"),
        str![[r#"
output/2026/2026-01-13/index.html⍽: à faire, la feuille de style ou une police a changé
output/2026/2026-01-13/compte-rendu-2026-01-13.pdf⍽: à faire, la feuille de style ou une police a changé

"#]],
    );
    fs::remove_file(project.path("templates/style.toml")).unwrap();
    project.write("templates/partials/closing.md", "Fin\n");
    stale(
        &project,
        str![[r#"
output/2026/2026-01-13/index.html⍽: à faire, un modèle a changé
output/2026/2026-01-13/compte-rendu-2026-01-13.md⍽: à faire, un modèle a changé

"#]],
    );
    project.write("greffier.toml", "instance = \"Cluster\"\n");
    same(
        &project
            .run(["build", "--dry-run"])
            .stdout
            .replace('\u{a0}', "⍽"),
        str![[r#"
output/2026/2026-01-13/index.html⍽: à faire, greffier.toml ou le logo a changé
output/2026/2026-01-13/minutes.json⍽: à faire, greffier.toml ou le logo a changé
output/2026/2026-01-13/compte-rendu-2026-01-13.md⍽: à faire, greffier.toml ou le logo a changé
output/2026/2026-01-13/compte-rendu-2026-01-13.pdf⍽: à faire, greffier.toml ou le logo a changé
output/style.css⍽: à faire, greffier.toml ou le logo a changé
output/index.html⍽: à faire, greffier.toml ou le logo a changé
output/404.html⍽: à faire, greffier.toml ou le logo a changé
output/annee-2026.html⍽: à faire, greffier.toml ou le logo a changé
output/actions.html⍽: à faire, greffier.toml ou le logo a changé
output/actions-par-responsable.html⍽: à faire, greffier.toml ou le logo a changé
output/actions-par-statut.html⍽: à faire, greffier.toml ou le logo a changé
output/organisations.html⍽: à faire, greffier.toml ou le logo a changé
output/recherche.html⍽: à faire, greffier.toml ou le logo a changé
output/recherche.js⍽: à faire, greffier.toml ou le logo a changé
output/recherche/annees.json⍽: à faire, greffier.toml ou le logo a changé
output/actions.csv⍽: à faire, greffier.toml ou le logo a changé
output/actions.xlsx⍽: à faire, greffier.toml ou le logo a changé
output/actions.json⍽: à faire, greffier.toml ou le logo a changé
output/calendrier.ics⍽: à faire, greffier.toml ou le logo a changé
output/robots.txt⍽: à faire, greffier.toml ou le logo a changé
output/recherche/2026/index.json⍽: à faire, greffier.toml ou le logo a changé
output/recherche/2026/0.json⍽: à faire, greffier.toml ou le logo a changé

"#]],
    );
}

/// Files under the old names go; those of a format that was not asked for stay.
#[test]
fn another_prefix() {
    let project = Project::of_dates(&DATES[..2]).build();
    project.write("greffier.toml", "prefixe = \"cr\"\n");
    let run = project.run(["build", "--formats", "html,pdf"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let pdfs: Vec<String> = project.files("output");
    assert!(
        pdfs.contains(&"2026/2026-01-13/cr-2026-01-13.pdf".to_owned()),
        "{pdfs:?}"
    );
    assert!(!pdfs.contains(&"2026/2026-01-13/compte-rendu-2026-01-13.pdf".to_owned()));
    assert!(pdfs.contains(&"2026/2026-01-13/compte-rendu-2026-01-13.md".to_owned()));
    sets_right(&project, "html,md,pdf");
}

#[test]
fn an_annex_that_changes_comes_or_goes() {
    let record = "date = 2026-03-17\n[cloture]\nannexes = [{ titre = \"T\", fichier = \"annexes/t.txt\" }]\n";
    let project = Project::empty()
        .file("meetings/2026-03-17.toml", record)
        .file("meetings/annexes/t.txt", "un")
        .build();
    project.write("meetings/annexes/t.txt", "deux");
    stale(
        &project,
        str![[r#"
output/2026-03-17/annexes/t.txt⍽: à faire, le compte rendu ou une annexe a changé

"#]],
    );
    project.write("meetings/2026-03-17.toml", "date = 2026-03-17\n");
    sets_right(&project, "html,md,pdf");
    assert!(!project.path("output/2026-03-17/annexes").exists());
}

/// Neither a time that is set back nor a size that stays hides a change.
#[test]
fn a_clock_that_goes_backwards() {
    let project = Project::of_dates(&DATES);
    let path = project.path("meetings/2026/2026-02-10.toml");
    let set = |text: &str, seconds: u64| {
        fs::write(&path, text).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
    };
    let one_day = 86_400;
    set("date = 2026-02-10\nlieu = \"à Gao\"\n", 20_000 * one_day);
    sets_right(&project, "html,md");
    for (text, days) in [
        ("date = 2026-02-10\nlieu = \"à Ber\"\n", 20_000),
        ("date = 2026-02-10\nlieu = \"à Kon\"\n", 10_000),
        ("date = 2026-02-10\nlieu = \"à Ley\"\n", 60_000),
        ("date = 2026-02-10\nlieu = \"à San\"\n", 60_000),
    ] {
        set(text, days * one_day);
        sets_right(&project, "html,md");
    }
}

#[test]
fn broken_records_cost_the_others_nothing() {
    let project = synthetic(200);
    let files = project.files("meetings");
    type Break<'a> = &'a dyn Fn(&str) -> Vec<u8>;
    let breaks: [Break<'_>; 10] = [
        &|_| Vec::new(),
        &|text| text.replacen("date", "dat", 1).into_bytes(),
        &|text| format!("{text}\n[[themes").into_bytes(),
        &|text| format!("{text}\ninconnue = 1\n").into_bytes(),
        &|_| vec![0xff; 64],
        &|_| b"\xff\xfed\0a\0t\0e\0".to_vec(),
        &|_| b"date = 31/02/2026\n".to_vec(),
        &|_| b"date = 2026-02-31\n".to_vec(),
        &|text| format!("debut = \"25h\"\n{text}").into_bytes(),
        &|text| {
            text.as_bytes()[..text.len() / 2]
                .iter()
                .chain(b"\"\"\"")
                .copied()
                .collect()
        },
    ];
    let run = project.run(["build", "--formats", "html,md", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let before = crate::outputs(&project);
    for (index, file) in files.iter().step_by(10).enumerate() {
        let path = format!("meetings/{file}");
        let text = project.read(&path);
        fs::write(project.path(&path), breaks[index % 10](&text)).unwrap();
    }
    let run = project.run(["build", "--formats", "html,md", "--message-format", "json"]);
    assert_eq!(run.code, 1);
    let last = run.stdout.lines().last().unwrap();
    assert!(
        last.contains("\"comptes_rendus\":180,\"en_erreur\":20"),
        "{last}"
    );
    // All stands as it was, they among the rest.
    assert!(crate::outputs(&project) == before);
}

#[test]
fn nothing_goes_while_records_cannot_be_found() {
    let project = Project::of_dates(&DATES).build();
    let before = project.tree("output");
    // Two records of one address: neither counts, and the archive is not known whole.
    project.write("meetings/2026/2026-03-10.TOML", "date = 2026-03-10\n");
    fs::remove_file(project.path("meetings/2026/2026-01-13.toml")).unwrap();
    project.run(["build"]);
    assert_eq!(project.tree("output"), before);
    fs::rename(project.path("meetings"), project.path("ailleurs")).unwrap();
    fs::create_dir(project.path("meetings")).unwrap();
    project.run(["build"]);
    assert_eq!(project.tree("output"), before);
    fs::remove_dir(project.path("meetings")).unwrap();
    project.write("greffier.toml", "");
    project.run(["build"]);
    assert_eq!(project.tree("output"), before);
    fs::rename(project.path("ailleurs"), project.path("meetings")).unwrap();
    fs::remove_file(project.path("meetings/2026/2026-03-10.TOML")).unwrap();
    sets_right(&project, "html,md,pdf");
}

#[test]
fn one_record_that_is_asked_for_removes_nothing() {
    let project = Project::of_dates(&DATES).build();
    fs::remove_file(project.path("meetings/2026/2026-01-13.toml")).unwrap();
    let run = project.run(["build", "meetings/2026/2026-04-14.toml"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(project.path("output/2026/2026-01-13/index.html").exists());
    project.run(["build"]);
    same_as_clean(&project, "html,md,pdf");
}

/// The pages of before stand while their records have faults, and show the logo of before.
#[test]
fn the_logo_stays_while_every_record_has_faults() {
    let project = Project::of_dates(&DATES[..1]).file("greffier.toml", "logo = \"logo.png\"\n");
    fs::write(project.path("logo.png"), crate::common::png(4, 4)).unwrap();
    sets_right(&project, "html");
    assert!(project.path("output/logo.png").exists());
    project.write("meetings/2026/2026-01-13.toml", "dat = 3\n");
    assert_eq!(project.run(["build", "--formats", "html"]).code, 1);
    assert!(project.path("output/logo.png").exists());
    project.write("meetings/2026/2026-01-13.toml", "date = 2026-01-13\n");
    project.write("greffier.toml", "");
    sets_right(&project, "html");
    assert!(!project.path("output/logo.png").exists());
}
