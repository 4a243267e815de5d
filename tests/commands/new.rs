//! `greffier new`: a record that builds and checks at once, pre-filled from the latest.

use snapbox::str;

use crate::common::{Project, same};

/// The new record is sound, and the one thing odd in it is what is left to write.
#[track_caller]
pub(super) fn sound(project: &Project, path: &str) {
    let day = path.rsplit('/').next().unwrap().trim_end_matches(".toml");
    let check = project.run(["check", "--today", day, "--message-format", "json", path]);
    let odd: Vec<&str> = check
        .stdout
        .lines()
        .filter(|line| line.contains("\"code\""))
        .collect();
    let is_to_write = |line: &&str| line.contains("\"projet-a-completer\"");
    assert!(
        check.code == 0 && odd.iter().all(is_to_write) && odd.len() <= 1,
        "{}\n{}",
        check.text(),
        project.read(path)
    );
    let build = project.run(["build", path]);
    assert_eq!(
        (build.code, build.stdout.as_str()),
        (0, ""),
        "{}",
        build.text()
    );
}

#[test]
fn in_an_empty_folder() {
    let project = Project::empty();
    project.run(["new", "2026-03-17"]).is(str![[r#"
code 0
── stdout
meetings/2026/2026-03-17.toml
── stderr
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
meetings/2026/2026-03-17.toml

"#]],
    );
    same(
        &project.read("meetings/2026/2026-03-17.toml"),
        str![[r##"
#:schema ../../compte-rendu.schema.json
# Compte rendu de réunion. Les lignes qui commencent par « # » ne sont pas imprimées.

# ── La réunion ────────────────────────────────────────────────────────────────
date = 2026-03-17
# numero = 1                 # le numéro de la réunion dans l’année
# debut = 09:30:00
# fin = 11:45:00
etat = "convocation"          # la réunion tenue : "projet", puis "soumis", puis "approuvé"
# lieu = "dans le bureau du PNUD"
presidence = { nom = "…", fonction = "…" }
# redaction = [ { role = "Rédigé par", nom = "…", fonction = "…" } ]
# roles = [ { role = "Convoquée par", nom = "…" } ]

# ── L’ordre du jour : sans numéros, le programme les met ──────────────────────
ordre_du_jour = [
  "…",
]
# adoption = "adopté"          # ou "amendé et adopté", ou une phrase entière

# ── Les participants : une ligne par personne ─────────────────────────────────
participants = [
  { nom = "…", organisation = "…" },
]
# excuses = [ { nom = "…", organisation = "…" } ]
# absents = [ { organisation = "…" } ]

# ── Les thèmes : un bloc [[themes]] par thème ─────────────────────────────────
[[themes]]
titre = "…"
point = 1                      # le point de l’ordre du jour traité ici
discussion = "…"
# recommandations = [ "…" ]

  [[themes.actions]]
  # id = "…"                 # un nom court, pour suivre l’action : "tdr-gao"
  texte = "…"
  responsables = [ "…" ]
  # echeance = 2026-04-30      # une date, ou un mot : "immédiat"

# ── La fin du document ────────────────────────────────────────────────────────
# [cloture]
# notes = """
# - …
# """
# annexes = [ "…", { titre = "…", fichier = "annexes/….pdf" } ]

# [prochaine_reunion]
# date = 2026-04-14
# debut = 09:30:00
# lieu = "…"
# accueil = "…"

"##]],
    );
    sound(&project, "meetings/2026/2026-03-17.toml");
}

#[test]
fn after_the_example_of_init() {
    let project = Project::empty();
    project.run(["init"]);
    project.run(["new"]).is(str![[r#"
code 0
── stdout
meetings/2026/2026-04-14.toml
── stderr
Repris de meetings/2026/2026-03-17.toml⍽: la présidence, la rédaction, les participants et les actions encore ouvertes.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    same(
        &project.read("meetings/2026/2026-04-14.toml"),
        str![[r##"
#:schema ../../compte-rendu.schema.json
# Compte rendu de réunion. Les lignes qui commencent par « # » ne sont pas imprimées.

# ── La réunion ────────────────────────────────────────────────────────────────
date = 2026-04-14
# numero = 1                 # le numéro de la réunion dans l’année
debut = 09:30:00
# fin = 11:45:00
etat = "convocation"          # la réunion tenue : "projet", puis "soumis", puis "approuvé"
# lieu = "dans le bureau du PNUD"
presidence = { nom = "Aminata Coulibaly", fonction = "Coordinatrice du Cluster" }
redaction = [
  { role = "Rédigé par", nom = "Modibo Traoré", fonction = "Chargé de la gestion de l’information" },
]
roles = [
  { role = "Accueillie par", organisation = "ACTED" },
]

# ── L’ordre du jour : sans numéros, le programme les met ──────────────────────
ordre_du_jour = [
  "…",
]
# adoption = "adopté"          # ou "amendé et adopté", ou une phrase entière

# ── Les participants : ceux du 17 mars 2026 ; supprimez les absents ───────────
participants = [
  { nom = "Aminata Coulibaly", organisation = "PNUD" },
  { nom = "Modibo Traoré", organisation = "PNUD" },
  { nom = "Fatoumata Dembélé", organisation = "ACTED" },
  # Absents le 17 mars 2026 :
  # { nom = "Ibrahim Maïga", organisation = "AVSF" },
]
# excuses = [ { nom = "…", organisation = "…" } ]
# absents = [ { organisation = "…" } ]

# ── Le compte rendu du 17 mars 2026 ───────────────────────────────────────────
approbation = { reunion = "2026/2026-03-17" }   # s’il a changé : modifications = "…"

# ── Le suivi : un bloc par action encore ouverte ──────────────────────────────
# À la réunion, écrivez ce qu’elle est devenue, et supprimez le bloc dont on n’a pas parlé :
# statut = "fait", echeance = 2026-05-31, responsables = [ "…" ], commentaire = "…"

# Partager la cartographie mise à jour | PNUD | pour le 31 mars 2026 | réunion du 17 mars 2026
[[suivi]]
action = "2026/2026-03-17#action-1-1"

# Rédiger les termes de référence de l’atelier | ACTED, PNUD | avant la prochaine réunion | réunion du 17 mars 2026
[[suivi]]
action = "2026/2026-03-17#action-2-1"

# ── Les thèmes : un bloc [[themes]] par thème ─────────────────────────────────
[[themes]]
titre = "…"
point = 1                      # le point de l’ordre du jour traité ici
discussion = "…"
# recommandations = [ "…" ]

  [[themes.actions]]
  # id = "…"                 # un nom court, pour suivre l’action : "tdr-gao"
  texte = "…"
  responsables = [ "…" ]
  # echeance = 2026-04-30      # une date, ou un mot : "immédiat"

# ── La fin du document ────────────────────────────────────────────────────────
# [cloture]
# notes = """
# - …
# """
# annexes = [ "…", { titre = "…", fichier = "annexes/….pdf" } ]

# [prochaine_reunion]
# date = 2026-05-12
# debut = 09:30:00
# lieu = "…"
# accueil = "…"

"##]],
    );
    sound(&project, "meetings/2026/2026-04-14.toml");
}

#[test]
fn never_over_a_record() {
    let project = Project::example();
    let before = project.read("meetings/2026/2026-04-14.toml");
    project.run(["new", "2026-04-14"]).is(str![[r#"
code 2
── stderr
erreur⍽: meetings/2026/2026-04-14.toml existe déjà⍽; pour une autre réunion, donnez sa date⍽: greffier new AAAA-MM-JJ

"#]]);
    assert_eq!(project.read("meetings/2026/2026-04-14.toml"), before);
}

/// What stands on stdout can be opened from where one is.
#[test]
fn from_a_folder_of_the_project() {
    let project = Project::of_dates(&["2026-03-17"]);
    let run = project
        .greffier(["new", "2026-04-14"])
        .within("meetings/2026")
        .run();
    let said = run
        .stdout
        .trim_end()
        .replace("[PROJET]", &project.path("").display().to_string());
    assert!(
        project.path("meetings/2026").join(said).is_file(),
        "{}",
        run.text()
    );
    same(
        &project.tree(""),
        str![[r#"
meetings/2026/2026-03-17.toml
meetings/2026/2026-04-14.toml

"#]],
    );
}

#[test]
fn beside_records_that_have_no_folder_of_the_year() {
    let project = Project::empty().file("meetings/2026-03-17.toml", "date = 2026-03-17\n");
    project.run(["new", "2027-04-14"]).is(str![[r#"
code 0
── stdout
meetings/2027-04-14.toml
── stderr
meetings/2026-03-17.toml ne contient rien à reprendre.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
meetings/2026-03-17.toml
meetings/2027-04-14.toml

"#]],
    );
    let text = project.read("meetings/2027-04-14.toml");
    assert_eq!(
        text.lines().next(),
        Some("#:schema ../compte-rendu.schema.json")
    );
}

#[test]
fn in_the_folder_of_the_new_year() {
    let project = Project::empty().file("meetings/gao/2026/2026-12-15.toml", "date = 2026-12-15\n");
    project.run(["new", "2027-01-12"]).is(str![[r#"
code 0
── stdout
meetings/gao/2027/2027-01-12.toml
── stderr
meetings/gao/2026/2026-12-15.toml ne contient rien à reprendre.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    same(
        &project.tree(""),
        str![[r#"
meetings/gao/2026/2026-12-15.toml
meetings/gao/2027/2027-01-12.toml

"#]],
    );
    let text = project.read("meetings/gao/2027/2027-01-12.toml");
    assert_eq!(
        text.lines().next(),
        Some("#:schema ../../../compte-rendu.schema.json")
    );
}

/// The reminders are comments: no text of an action may end the comment and begin a key.
#[test]
fn reminders_stay_comments() {
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\n  [[themes.actions]]\n  texte = \"un\\n[cloture]\\n\\u2028x\\r\\nmode = 3\"\n  responsables = [\"A\\nB = 2\"]\n  echeance = \"bientôt\\nC = 3\"\n";
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", record);
    project.run(["new", "2026-04-14"]).is(str![[r#"
code 0
── stdout
meetings/2026/2026-04-14.toml
── stderr
Repris de meetings/2026/2026-03-17.toml⍽: les actions encore ouvertes.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    // What the text holds is named as it stands; the PDF has no sign for U+2028.
    let record = project.read("meetings/2026/2026-04-14.toml");
    let table: toml::Table = record.parse().unwrap();
    assert!(
        !table.contains_key("cloture") && !table.contains_key("mode"),
        "{record}"
    );
    assert_eq!(project.run(["build", "--formats", "html,md"]).code, 0);
}

/// A record is not what a template or a style sheet is about.
#[test]
fn beside_a_template_and_a_style_sheet_that_are_broken() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("templates/minutes.html", "{% if %}")
        .file("templates/style.toml", "couleur =");
    assert_eq!(project.run(["check"]).code, 1);
    let run = project.run(["new", "2026-04-14"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "meetings/2026/2026-04-14.toml\n"),
        "{}",
        run.text()
    );
}
