//! `greffier check`: what is wrong and what is odd; never a file, but with `--fix`.

use snapbox::str;

use crate::common::Project;

#[test]
fn a_sound_project() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
    let before = project.tree("");
    project.run(["check"]).is(str![[r#"
code 0
── stderr
2 comptes rendus vérifiés⍽: aucune erreur.

"#]]);
    project.run(["check", "--strict"]).is(str![[r#"
code 0
── stderr
2 comptes rendus vérifiés⍽: aucune erreur.

"#]]);
    assert_eq!(project.tree(""), before);
}

#[test]
fn one_record() {
    Project::of_dates(&["2026-03-17"])
        .run(["check"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
}

#[test]
fn the_source_document_has_doubts() {
    Project::example().run(["check", "meetings/2017"]).is(str![[r#"
code 0
── stderr
avis⍽: ce point de l’ordre du jour n’a pas de thème
  --> meetings/2017/2017-02-07.toml:17:3
   |
17 |   "Introduction / Présentation",
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = aide⍽: s’il a été traité, écrivez son numéro dans le thème⍽: point = 1

avis⍽: l’année est sur deux chiffres
  --> meetings/2017/2017-02-07.toml:21:44
   |
21 |   "Compte rendu de la Retraite de l'ICC du 24 janvier 17",
   |                                            ^^^^^^^^^^^^^
   |
   = aide⍽: écrivez «⍽24 janvier 2017⍽»

avis⍽: «⍽PNUD/la Coordination du cluster⍽» et «⍽PNUD/La coordination du cluster⍽»⍽: est-ce la même organisation⍽?
   --> meetings/2017/2017-02-07.toml:81:19
    |
 59 |   responsables = ["PNUD/la Coordination du cluster"]
    |                   ---------------------------------
...
 81 |   responsables = ["PNUD/La coordination du cluster"]
    |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
107 |   responsables = ["PNUD/ La coordination du cluster"]
    |                   ----------------------------------
...
143 |   responsables = ["PNUD / La coordination du Cluster"]
    |                   -----------------------------------
    |
    = aide⍽: écrivez-la partout de la même façon⍽: c’est par son nom qu’on retrouve ses actions

avis⍽: un sigle ne prend pas de «⍽s⍽» au pluriel
   --> meetings/2017/2017-02-07.toml:102:8
    |
102 |   "Les TDRs de l'atelier sur l'appui à la coordination du cluster financé par ACTED ont été entérinés par les membres du cluster.",
    |        ^^^^
...
106 |   texte = "Partage des TDRs de l'atelier du Cluster aux membres du cluster"
    |                        ----
...
110 |   texte = "Partage des TDRs validés par les membres du cluster à ACTED"
    |                        ----
    |
    = aide⍽: écrivez «⍽TDR⍽»

avis⍽: ce texte nomme plusieurs responsables
   --> meetings/2017/2017-02-07.toml:129:19
    |
129 |   responsables = ["AVSF et Mercy Corps"]
    |                   ^^^^^^^^^^^^^^^^^^^^^
    |
    = aide⍽: écrivez-les un à un⍽: "AVSF", "Mercy Corps"

avis⍽: un sigle ne prend pas de «⍽s⍽» au pluriel
   --> meetings/2017/2017-02-07.toml:138:50
    |
138 |   "Des débats intéressants sur l'implication des ONGs et structures gouvernementales dans cette approche intégrée.",
    |                                                  ^^^^
    |
    = aide⍽: écrivez «⍽ONG⍽»

avis⍽: ce thème a des responsables, mais aucun point d’action
   --> meetings/2017/2017-02-07.toml:156:16
    |
156 | responsables = ["AVSF", "Mercy Corps et la coordination du cluster"]   # responsables du thème, quand aucune action n’est écrite
    |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    |
    = aide⍽: s’ils ont quelque chose à faire, écrivez-le dans un bloc [[themes.actions]]

avis⍽: les noms de mois s’écrivent sans majuscule
   --> meetings/2017/2017-02-07.toml:165:25
    |
165 |   "3W (Qui fais Quoi Ou Janvier 2017)",
    |                         ^^^^^^^
    |
    = aide⍽: écrivez «⍽janvier⍽»

1 compte rendu vérifié⍽: aucune erreur, 8 avis.

"#]]);
}

#[test]
fn doubts_are_faults_when_strict() {
    let project = Project::empty().file("meetings/2026-03-17.toml", "date = 2026-03-18\n");
    project.run(["check"]).is(str![[r#"
code 0
── stderr
avis⍽: le nom du fichier et la date ne s’accordent pas
 --> meetings/2026-03-17.toml:1:8
  |
1 | date = 2026-03-18
  |        ^^^^^^^^^^ le fichier se nomme 2026-03-17
  |
  = aide⍽: corrigez la date⍽; si c’est le nom qui est faux, gardez-le quand la page est déjà publiée

1 compte rendu vérifié⍽: aucune erreur, 1 avis.

"#]]);
    let strict = project.run(["check", "--strict"]);
    assert_eq!(strict.code, 1);
    assert_eq!(strict.stderr, project.run(["check"]).stderr);
}

#[test]
fn faults() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/2026/2026-04-14.toml", "date = 14/04/2026\n")
        .file(
            "meetings/2026/2026-05-12.toml",
            "date = 2026-05-12\nlieux = \"à Gao\"\n",
        );
    project.run(["check"]).is(str![[r#"
code 1
── stderr
erreur⍽: cette date n’est pas écrite comme il faut
 --> meetings/2026/2026-04-14.toml:1:8
  |
1 | date = 14/04/2026
  |        ^^^^^^^^^^
  |
  = aide⍽: écrivez l’année, le mois, puis le jour⍽: 2026-04-14

erreur⍽: clé inconnue⍽: `lieux`
 --> meetings/2026/2026-05-12.toml:2:1
  |
2 | lieux = "à Gao"
  | ^^^^^
  |
  = aide⍽: vouliez-vous dire `lieu`⍽?

3 comptes rendus vérifiés⍽: 2 erreurs.

"#]]);
    assert_eq!(project.tree("output"), "");
}

#[test]
fn paths_choose_the_records() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/2026/2026-04-14.toml", "date = 14/04/2026\n");
    project
        .run(["check", "meetings/2026/2026-03-17.toml"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
    project
        .greffier(["check", "2026-03-17.toml"])
        .within("meetings/2026")
        .run()
        .is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
}

#[test]
fn two_records_with_one_address() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/Été.toml", "date = 2026-06-09\n")
        .file("meetings/ete.toml", "date = 2026-06-10\n");
    project.run(["check"]).is(str![[r#"
code 1
── stderr
erreur⍽: deux comptes rendus auraient la même adresse⍽: ete
--> meetings/ete.toml
 = aide⍽: l’autre est meetings/Été.toml⍽: renommez l’un des deux

erreur⍽: deux comptes rendus auraient la même adresse⍽: ete
--> meetings/Été.toml
 = aide⍽: l’autre est meetings/ete.toml⍽: renommez l’un des deux

1 compte rendu vérifié⍽: 2 erreurs.

"#]]);
}

/// A fault of other records is no business of the one that was asked for.
#[test]
fn two_other_records_with_one_address() {
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/Été.toml", "date = 2026-06-09\n")
        .file("meetings/ete.toml", "date = 2026-06-10\n");
    project.run(["check", "meetings/2026"]).is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
}

#[test]
fn a_name_without_address() {
    Project::empty().file("meetings/会议.toml", "date = 2026-06-09\n").run(["check"]).is(str![[r#"
code 1
── stderr
erreur⍽: ce nom ne donne pas d’adresse à la page
--> meetings/会议.toml
 = aide⍽: nommez le fichier par la date, avec des lettres latines sans accent, par exemple 2026-03-17.toml

0 compte rendu vérifié⍽: 1 erreur.

"#]]);
}

#[test]
fn doubts_of_the_configuration() {
    Project::of_dates(&["2026-03-17"])
        .file("greffier.toml", "instance = \"Cluster Santé\"\n")
        .run(["check"])
        .is(str![[r#"
code 0
── stderr
avis⍽: la formule d’ouverture ne nommera pas l’instance
 --> greffier.toml:1:12
  |
1 | instance = "Cluster Santé"
  |            ^^^^^^^^^^^^^^^
  |
  = aide⍽: ajoutez l’instance avec son article⍽: instance_avec_de = "du …", "de la …" ou "de l’…"

1 compte rendu vérifié⍽: aucune erreur, 1 avis.

"#]]);
}

#[test]
fn faults_of_the_configuration() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "greffier.toml",
        "prefixe = \"Comptes rendus\"\ninstnace = \"x\"\n",
    );
    project.run(["check"]).is(str![[r#"
code 1
── stderr
erreur⍽: un préfixe s’écrit en minuscules sans accent, chiffres et traits d’union
 --> greffier.toml:1:11
  |
1 | prefixe = "Comptes rendus"
  |           ^^^^^^^^^^^^^^^^
  |
  = aide⍽: écrivez "comptes-rendus"

erreur⍽: clé inconnue⍽: `instnace`
 --> greffier.toml:2:1
  |
2 | instnace = "x"
  | ^^^^^^^^
  |
  = aide⍽: vouliez-vous dire `instance`⍽?

Corrigez d’abord cela⍽: rien d’autre n’a été lu.

"#]]);
    project.run(["build"]).is(str![[r#"
code 1
── stderr
erreur⍽: un préfixe s’écrit en minuscules sans accent, chiffres et traits d’union
 --> greffier.toml:1:11
  |
1 | prefixe = "Comptes rendus"
  |           ^^^^^^^^^^^^^^^^
  |
  = aide⍽: écrivez "comptes-rendus"

erreur⍽: clé inconnue⍽: `instnace`
 --> greffier.toml:2:1
  |
2 | instnace = "x"
  | ^^^^^^^^
  |
  = aide⍽: vouliez-vous dire `instance`⍽?

Corrigez d’abord cela⍽: rien d’autre n’a été lu.

"#]]);
    assert_eq!(project.tree("output"), "");
}

#[test]
fn no_record() {
    Project::empty().folder("meetings").run(["check"]).is(str![[r#"
code 0
── stderr
Aucun compte rendu dans le dossier meetings⍽: «⍽greffier new⍽» en crée un, «⍽greffier init⍽» crée un projet.

"#]]);
}

/// What editors and systems leave beside the records is none.
#[test]
fn left_overs_of_editors() {
    Project::of_dates(&["2026-03-17"])
        .file("meetings/2026/.2026-03-17.toml.swp", "x")
        .file("meetings/2026/2026-03-17.toml~", "x")
        .file("meetings/2026/~$2026-03-17.toml", "x")
        .file("meetings/2026/#2026-03-17.toml#", "x")
        .file("meetings/.git/config.toml", "x")
        .file("meetings/README.md", "x")
        .run(["check"])
        .is(str![[r#"
code 0
── stderr
1 compte rendu vérifié⍽: aucune erreur.

"#]]);
}

/// A record with such a name as people give one is doubted, since it is not read; it holds nothing back.
#[test]
fn records_put_aside_are_told() {
    let record = "date = 2026-04-14\n";
    let project = Project::of_dates(&["2026-03-17"])
        .file("meetings/#1.toml", record)
        .file("meetings/#archives/2026/2026-04-14.toml", record)
        .file("meetings/2026/~brouillon.toml", record)
        .file("meetings/2026/#modele.toml", "titre = \"…\"\n")
        .file("meetings/#images/plan.png", "x");
    project.run(["check"]).is(str![[r#"
code 0
── stderr
avis⍽: ce compte rendu n’est pas lu⍽: son nom, ou celui de son dossier, commence par # ou ~
--> meetings/#1.toml
 = aide⍽: enlevez ce signe, ou mettez-le hors de meetings

avis⍽: ce compte rendu n’est pas lu⍽: son nom, ou celui de son dossier, commence par # ou ~
--> meetings/#archives/2026/2026-04-14.toml
 = aide⍽: enlevez ce signe, ou mettez-le hors de meetings

avis⍽: ce compte rendu n’est pas lu⍽: son nom, ou celui de son dossier, commence par # ou ~
--> meetings/2026/~brouillon.toml
 = aide⍽: enlevez ce signe, ou mettez-le hors de meetings

1 compte rendu vérifié⍽: aucune erreur, 3 avis.

"#]]);
    let run = project.run(["build", "--quiet"]);
    assert!(run.text().starts_with("code 0"), "{}", run.text());
    assert!(project.tree("output").contains("index.html"));
}

/// A meeting still to come, a convocation whose day has passed: the only command that asks what day it is.
#[test]
fn a_day_to_check_on() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "meetings/2026/2026-04-14.toml",
        "date = 2026-04-14\netat = \"convocation\"\n",
    );
    let doubts = |day: &str| {
        let run = project.run(["check", "--message-format", "json", "--today", day]);
        let lines = run.stdout.lines().map(|line| {
            let said: serde_json::Value = serde_json::from_str(line).unwrap();
            said["code"].as_str().map(str::to_owned)
        });
        lines.flatten().collect::<Vec<String>>()
    };
    assert_eq!(doubts("2026-03-16"), ["convocation-manquante"]);
    assert_eq!(doubts("2026-03-17"), [""; 0]);
    assert_eq!(doubts("2026-04-14"), [""; 0]);
    assert_eq!(doubts("2026-04-15"), ["convocation-passee"]);
}

/// Without an option it is the day of the machine, which lies between these two.
#[test]
fn the_day_of_the_machine() {
    let project = Project::of_dates(&["1999-03-17", "9998-03-17"]);
    let run = project.greffier(["check"]).on_the_day_of_the_machine();
    assert!(run.stderr.contains("9998-03-17"), "{}", run.text());
    assert!(run.stderr.contains("1 avis"), "{}", run.text());
}

/// The corrections that leave the sense as it is, as a diff; written only where that is asked for.
#[test]
fn sure_corrections() {
    let record = "\u{feff}date = 2026-03-17\r\nobjectif = \"Mise en oeuvre , avec Mme. Sow : 160.000 FCFA le 31 juin\"\r\n\
        lieu = \"dans l'Ecole\"\r\ntitre = \"Suivi des ONGs et de l'oeuvre\"\r\n";
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", record);
    let read = || project.read("meetings/2026/2026-03-17.toml");
    let shown = project.run(["check", "--fix", "--dry-run"]);
    assert_eq!(read(), record);
    let diff = "--- meetings/2026/2026-03-17.toml\n+++ meetings/2026/2026-03-17.toml\n\
        @@ -2 +2 @@\n\
        -objectif = \"Mise en oeuvre , avec Mme. Sow : 160.000 FCFA le 31 juin\"\n\
        +objectif = \"Mise en œuvre, avec Mme Sow : 160.000 FCFA le 31 juin\"\n\
        @@ -3 +3 @@\n-lieu = \"dans l'Ecole\"\n+lieu = \"dans l'École\"\n\
        @@ -4 +4 @@\n-titre = \"Suivi des ONGs et de l'oeuvre\"\n+titre = \"Suivi des ONG et de l'œuvre\"\n";
    assert_eq!(shown.stdout, diff);
    let done = project.run(["check", "--fix"]);
    assert_eq!(done.stdout, diff);
    // The byte order mark and the line ends of Windows are kept, and so is what only the writer knows.
    let fixed = record
        .replace("oeuvre ,", "œuvre,")
        .replace("oeuvre", "œuvre")
        .replace("Mme.", "Mme");
    let fixed = fixed.replace("Ecole", "École").replace("ONGs", "ONG");
    assert_eq!(read(), fixed);
    assert!(done.stderr.contains("2 avis"), "{}", done.text());
    let again = project.run(["check", "--fix"]);
    assert_eq!(again.stdout, "");
    assert_eq!(read(), fixed);
}

/// What a correction brings to light is corrected by the same command.
#[test]
fn corrections_beside_corrections() {
    let path = "meetings/2026/2026-03-17.toml";
    let record = |title: &str| format!("date = 2026-03-17\ntitre = \"{title}\"\n");
    let project = Project::empty().file(path, &record("Suivi de l’ Etat"));
    let run = project.run(["check", "--fix"]);
    assert_eq!(project.read(path), record("Suivi de l’État"));
    assert!(
        run.stderr.contains("2 corrections faites."),
        "{}",
        run.text()
    );
    assert_eq!(project.run(["check", "--fix"]).stdout, "");
}

/// Nobody is renamed, and no path leads elsewhere: what looks like a slip there may be how it is written.
#[test]
fn no_correction_of_names_and_paths() {
    let record = "date = 2026-03-17\n\
        objectif = 'Le dossier Documents\\Mme. Sow\\oeuvre, puis D:/oeuvre/Etat, ../oeuvre ou oeuvre/Etat.'\n\
        presidence = { nom = \"Awa Soeur\", organisation = \"Mme. Sow et Fils\" }\n\
        participants = [ { nom = \"Jean Coeur\", organisation = \"Mr Bean SA\" }, { organisation = \"Node.Js\" } ]\n\
        [[themes]]\ntitre = \"Divers\"\nresponsables = [\"Mr Bean SA\"]\n\
        [prochaine_reunion]\nlieu = \"à Gao\"\naccueil = \"Mr Bean SA\"\n";
    let path = "meetings/2026/2026-03-17.toml";
    let project = Project::empty().file(path, record);
    assert_eq!(project.run(["check", "--fix"]).code, 0);
    assert_eq!(project.read(path), record);
    // Of two spaces one is none of a name; and a text of words is corrected.
    let slips = record
        .replace("Jean Coeur", "Jean  Coeur")
        .replace("Divers", "Oeuvre");
    let project = Project::empty().file(path, &slips);
    assert_eq!(project.run(["check", "--fix"]).code, 0);
    assert_eq!(project.read(path), record.replace("Divers", "Œuvre"));
}

/// A name that a list has, of the record or of the contacts, or that its capital tells, stays in a text as it was typed, and so do figures
/// and addresses.
#[test]
fn no_correction_of_what_may_be_meant() {
    let path = "meetings/2026/2026-03-17.toml";
    let record = |text: &str| {
        format!(
            "date = 2026-03-17\nparticipants = [\n  \
             {{ nom = \"Marie Boeuf\", organisation = \"ONG Bonne Oeuvre\" }},\n  \
             {{ nom = \"Paul Avril\", organisation = \"Ecole Acceuil\" }},\n  \
             {{ nom = \"Ali Ba\", organisation = \"PCs Mali\" }},\n]\n\
             [[themes]]\ntitre = \"T\"\ndiscussion = \"{text}\"\n"
        )
    };
    for (typed, fixed) in [
        (
            "L'ONG Bonne Oeuvre et l'Ecole Acceuil présentent l'oeuvre.",
            "L'ONG Bonne Oeuvre et l'Ecole Acceuil présentent l'œuvre.",
        ),
        (
            "Mme Boeuf et Jacques Coeur disent. Boeuf conclut.",
            "Mme Boeuf et Jacques Coeur disent. Boeuf conclut.",
        ),
        (
            "Mme Soeur. Marie Boeuf, le 7 Avril 2026.",
            "Mme Soeur. Marie Boeuf, le 7 avril 2026.",
        ),
        (
            "Paul Avril 2026. PCs Mali a dit : des PCs.",
            "Paul Avril 2026. PCs Mali a dit : des PC.",
        ),
        (
            "Les TDRs de l'Etat, avec les ONGs d'Ici.",
            "Les TDR de l'État, avec les ONGs d'Ici.",
        ),
        (
            "Taux de 3 , 5 % et 2 . 5. Le n° 5 , 6. Fin , là.",
            "Taux de 3 , 5 % et 2 . 5. Le n° 5 , 6. Fin, là.",
        ),
        (
            "Voir oeuvre.fr et oeuvre.example : l'oeuvre.",
            "Voir oeuvre.fr et oeuvre.example : l'œuvre.",
        ),
    ] {
        let contacts = "[[organisations]]\nnom = \"ONGs d'Ici\"\n";
        let project = Project::empty()
            .file("contacts.toml", contacts)
            .file(path, &record(typed));
        assert_eq!(project.run(["check", "--fix"]).code, 0, "{typed}");
        assert_eq!(project.read(path), record(fixed), "{typed}");
    }
}

/// What is typed otherwise than it reads, a line joined to the next one or a sign typed by its number, leads no correction elsewhere: into
/// an indentation, an address or code.
#[test]
fn corrections_of_texts_with_backslashes() {
    let path = "meetings/2026/2026-03-17.toml";
    for (typed, fixed) in [
        (
            "discussion = \"\"\"\n- un\n  - deux \\\n    suite\n      - la  fin\n\"\"\"",
            "discussion = \"\"\"\n- un\n  - deux \\\n    suite\n      - la fin\n\"\"\"",
        ),
        (
            "discussion = \"\"\"\r\nPremier \\\r\n  mot  double\r\n  ici\"\"\"",
            "discussion = \"\"\"\r\nPremier \\\r\n  mot double\r\n  ici\"\"\"",
        ),
        (
            r#"discussion = "L’\u006feuvre commune, une oeuvre ; voir https://example.org/oeuvre et `oeuvre`.""#,
            r#"discussion = "L’\u006feuvre commune, une œuvre ; voir https://example.org/oeuvre et `oeuvre`.""#,
        ),
        (
            r#"discussion = "La mise en \u006feuvre : https://example.org/oeuvre""#,
            r#"discussion = "La mise en \u006feuvre : https://example.org/oeuvre""#,
        ),
        (
            r#"discussion = "Voir :\n- \"oeuvre\"\n- la mise en oeuvre\n- l'\u006feuvre""#,
            r#"discussion = "Voir :\n- \"œuvre\"\n- la mise en œuvre\n- l'\u006feuvre""#,
        ),
        (
            r"discussion = 'Le dossier C:\oeuvre, et la mise en oeuvre'",
            r"discussion = 'Le dossier C:\oeuvre, et la mise en œuvre'",
        ),
    ] {
        let record = |text: &str| format!("date = 2026-03-17\n[[themes]]\ntitre = \"x\"\n{text}\n");
        let project = Project::empty().file(path, &record(typed));
        for _ in 0..2 {
            project.run(["check", "--fix"]);
            assert_eq!(project.read(path), record(fixed), "{typed}");
        }
    }
}

/// What Notepad writes, a mark at the beginning and line ends of its own, is neither counted nor shown.
#[test]
fn a_file_of_windows_is_shown_as_its_editor_shows_it() {
    let text = "\u{feff}titrre = \"x\"\r\ndate = 2026-03-17\r\n";
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", text);
    project.run(["check"]).is(str![[r#"
code 1
── stderr
erreur⍽: clé inconnue⍽: `titrre`
 --> meetings/2026/2026-03-17.toml:1:1
  |
1 | titrre = "x"
  | ^^^^^^
  |
  = aide⍽: vouliez-vous dire `titre`⍽?

1 compte rendu vérifié⍽: 1 erreur.

"#]]);
}

/// A correction is made where a link leads, for whom the file was.
#[cfg(unix)]
#[test]
fn corrections_keep_a_link_and_permissions() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    let project = Project::empty().file(
        "ailleurs/mars.toml",
        "date = 2026-03-17\nobjectif = \"Mme. Sow\"\n",
    );
    fs::create_dir_all(project.path("meetings")).unwrap();
    let (record, link) = (
        project.path("ailleurs/mars.toml"),
        project.path("meetings/2026-03-17.toml"),
    );
    fs::set_permissions(&record, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&record, &link).unwrap();
    assert_eq!(project.run(["check", "--fix"]).code, 0);
    assert!(project.read("ailleurs/mars.toml").contains("Mme Sow"));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(
        fs::metadata(&record).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// A record is named by its link, or by a folder that is one, as by its own path.
#[cfg(unix)]
#[test]
fn a_record_behind_a_link_is_named_by_it() {
    use std::os::unix::fs::symlink;

    let text = "date = 2026-03-17\nobjectif = \"Mme. Sow\"\n";
    for path in [
        "meetings/2026-03-17.toml",
        "./meetings/../meetings/2026-03-17.toml",
        "meetings/avant/mars.toml",
        "meetings/avant",
        "meetings",
    ] {
        let project = Project::empty()
            .file("meetings/2026-02-17.toml", "date = 2026-02-17\n")
            .file("ailleurs/mars.toml", text)
            .file("archives/mars.toml", text);
        symlink(
            project.path("ailleurs/mars.toml"),
            project.path("meetings/2026-03-17.toml"),
        )
        .unwrap();
        symlink(project.path("archives"), project.path("meetings/avant")).unwrap();
        let checked = project.run(["check", path]);
        assert!(
            checked.stderr.contains("vérifié"),
            "{path}: {}",
            checked.text()
        );
        assert_eq!(project.run(["check", "--fix", path]).code, 0, "{path}");
        let is_fixed = |name: &str| project.read(name).contains("Mme Sow");
        assert_eq!(
            is_fixed("ailleurs/mars.toml"),
            !path.contains("avant"),
            "{path}"
        );
        assert_eq!(
            is_fixed("archives/mars.toml"),
            path.contains("avant") || path == "meetings"
        );
    }
    let project = Project::empty()
        .file("meetings/2026-02-17.toml", "date = 2026-02-17\n")
        .file("ailleurs/mars.toml", text);
    assert_eq!(project.run(["check", "ailleurs/mars.toml"]).code, 2);
}

/// What the project is worked with is no annex, however it is named.
#[test]
fn files_to_work_with_are_never_published() {
    const NO_EDITIONS: &str = "instance = \"Cluster\"\n";
    const ELSEWHERE: &str = "instance = \"Cluster\"\n[editions]\ndossier = \"diffusion\"\n";
    const DEEPER: &str = "instance = \"Cluster\"\n[editions]\ndossier = \"pieces/a-part\"\n";
    let project = Project::empty()
        .file(
            "contacts.toml",
            "[[organisations]]\nnom = \"OIM\"\nadresses = [\"oim@example.org\"]\n",
        )
        .file(".git/config", "[core]\n")
        .file("templates/partials/pied.html", "Pied")
        .file("circulation/2026-03-17/message.txt", "Bonjour")
        .file("circulation/membres/s.txt", "SECRET")
        .file("diffusion/membres/s.txt", "SECRET")
        .file("pieces/a-part/interne/s.txt", "SECRET")
        .file("pieces/note.txt", "Note")
        .file("meetings/2026/2026-02-17.toml", "date = 2026-02-17\n")
        .file("meetings/2026/note.txt", "Note");
    for (settings, path, is_published) in [
        (NO_EDITIONS, "../../contacts.toml", false),
        (NO_EDITIONS, "../../CONTACTS.toml", false),
        (NO_EDITIONS, "../../greffier.toml", false),
        (NO_EDITIONS, "../../.git/config", false),
        (NO_EDITIONS, "../../templates/partials/pied.html", false),
        (
            NO_EDITIONS,
            "../../circulation/2026-03-17/message.txt",
            false,
        ),
        (NO_EDITIONS, "../../circulation/membres/s.txt", false),
        (NO_EDITIONS, "../../diffusion/membres/s.txt", true),
        (NO_EDITIONS, "2026-02-17.toml", false),
        (NO_EDITIONS, "2026-03-17.toml", false),
        (NO_EDITIONS, "note.txt", true),
        // Each after a build that may have published it.
        (ELSEWHERE, "../../diffusion/membres/s.txt", false),
        (
            ELSEWHERE,
            "../../diffusion/../diffusion/membres/s.txt",
            false,
        ),
        (ELSEWHERE, "../../circulation/membres/s.txt", false),
        (ELSEWHERE, "../../pieces/a-part/interne/s.txt", true),
        (DEEPER, "../../pieces/a-part/interne/s.txt", false),
        (DEEPER, "../../pieces/note.txt", true),
        (DEEPER, "../../diffusion/membres/s.txt", true),
        (ELSEWHERE, "../../diffusion/membres/s.txt", false),
    ] {
        project.write("greffier.toml", settings);
        let record = format!(
            "date = 2026-03-17\n[cloture]\nannexes = [{{ titre = \"A\", fichier = \"{path}\" }}]\n"
        );
        project.write("meetings/2026/2026-03-17.toml", &record);
        let run = project.run(["check"]);
        assert_eq!(run.code == 0, is_published, "{path}: {}", run.text());
        let name = path.rsplit('/').next().unwrap();
        let copy = project.path(&format!("output/2026/2026-03-17/annexes/{name}"));
        if copy.exists() {
            std::fs::remove_file(&copy).unwrap();
        }
        let run = project.run(["build", "--formats", "html"]);
        assert_eq!(run.code == 0, is_published, "{path}: {}", run.text());
        assert_eq!(copy.exists(), is_published, "{path}");
    }
}

/// Thousands of the same doubt in one text are found in a time that grows with the text, and told at few places, each the right one.
#[test]
fn one_text_of_many_doubts() {
    const SIZE: usize = 100 << 10;
    const MOST_PLACES: usize = 300;
    let units = [
        ("x <b> ", "<b>"),
        ("a[^1] ", "[^1]"),
        ("> a b\n\n", ">"),
        ("a ![a](b) ", "![a](b)"),
        ("```\na\n```\n\n", "```"),
    ];
    for ((unit, marked), line_end) in units.into_iter().zip(["\n", "\r\n"].into_iter().cycle()) {
        let text = format!(
            "date = 2026-03-17\n\n[[themes]]\ntitre = \"A\"\ndiscussion = \"\"\"\n{}\"\"\"\n",
            unit.repeat(SIZE / unit.len())
        );
        let text = text.replace('\n', line_end);
        let project = Project::empty().file("meetings/2026-03-17.toml", &text);
        let run = project.run(["check", "--message-format", "json"]);
        let told = run.stdout.lines();
        let told = told.map(|line| serde_json::from_str(line).unwrap());
        let told: Vec<serde_json::Value> = told.collect();
        let doubts = told.iter().filter(|told| told["type"] == "avis");
        let places = doubts.filter_map(|told| told["lieux"].as_array());
        let places: Vec<&serde_json::Value> = places.flatten().collect();
        let count = places.len();
        assert!((2..=MOST_PLACES).contains(&count), "{unit}: {count}");
        let lines: Vec<&str> = text.lines().collect();
        for place in places {
            let at = |key: &str| usize::try_from(place["debut"][key].as_u64().unwrap());
            let (line, column) = (at("ligne").unwrap(), at("colonne").unwrap());
            let typed = &lines[line - 1][column - 1..];
            assert!(typed.starts_with(marked), "{unit}: {line}:{column}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_folder_one_is_in_is_gone() {
    let project = Project::empty().file("parti/note.txt", "");
    for command in ["check", "build", "new 2026-04-14", "init"] {
        let script = format!(
            "mkdir -p parti && cd parti && rm -r ../parti && exec \"{}\" {command}",
            env!("CARGO_BIN_EXE_greffier")
        );
        let run = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(project.path(""))
            .output()
            .unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{command}: {said}");
        let told = "erreur : le dossier où vous êtes n’existe plus : allez dans celui du projet\n";
        assert_eq!(said.replace('\u{a0}', " "), told, "{command}");
    }
}
