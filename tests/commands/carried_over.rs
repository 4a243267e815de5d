//! What `greffier new` takes over from the latest record, and what it leaves.

use snapbox::str;

use crate::common::{Project, same};

use super::new::sound;

/// The example records up to the full one of April.
fn up_to_april() -> Project {
    let project = Project::example();
    for date in ["2026-05-12", "2026-06-16", "2026-07-14"] {
        std::fs::remove_file(project.path(&format!("meetings/2026/{date}.toml"))).unwrap();
    }
    project
}

#[test]
fn after_a_full_record() {
    let project = up_to_april();
    project.run(["new"]).is(str![[r#"
code 0
── stdout
meetings/2026/2026-05-12.toml
── stderr
Repris de meetings/2026/2026-04-14.toml⍽: le lieu, la présidence, la rédaction, les participants, l’ordre du jour habituel et les actions encore ouvertes.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    same(
        &project.read("meetings/2026/2026-05-12.toml"),
        str![[r##"
#:schema ../../compte-rendu.schema.json
# Compte rendu de réunion. Les lignes qui commencent par « # » ne sont pas imprimées.

# ── La réunion ────────────────────────────────────────────────────────────────
date = 2026-05-12
numero = 5
debut = 09:30:00
# fin = 11:45:00
mode = "hybride"
etat = "convocation"          # la réunion tenue : "projet", puis "soumis", puis "approuvé"
lieu = "au bureau d’ONU Femmes"
presidence = { nom = "Aminata Coulibaly", fonction = "coordinatrice du Cluster", organisation = "PNUD" }
redaction = [
  { role = "Rédigé par", nom = "Modibo Traoré", fonction = "chargé de la gestion de l’information" },
  { role = "Revu par", nom = "Aminata Coulibaly", fonction = "coordinatrice du Cluster" },
]
roles = [
  { role = "Accueillie par", organisation = "ONU Femmes" },
]

# ── L’ordre du jour : sans numéros, le programme les met ──────────────────────
ordre_du_jour = [
  "Divers",
]
# adoption = "adopté"          # ou "amendé et adopté", ou une phrase entière

# ── Les participants : ceux du 14 avril 2026 ; supprimez les absents ──────────
participants = [
  { nom = "Aminata Coulibaly", fonction = "Coordinatrice du Cluster", organisation = "PNUD" },
  { nom = "Modibo Traoré", organisation = "PNUD", trier_sous = "Traoré", genre = "masculin" },
  { nom = "Fatoumata Dembélé", fonction = "Cheffe de projet", organisation = "ACTED" },
  { nom = "Mohamed Ag Rhissa", organisation = "Direction régionale du développement social" },
  { nom = "Ɲɛnɛba Kɔnɛ", organisation = "Association Djigui Tugu Ton « AFM »" },
  { nom = "Zeïnabou Maïga", organisation = "ONU Femmes" },
  { nom = "Issa N’Diaye", organisation = "Mercy Corps" },
  { nom = "Hélène O’Connor", organisation = "OCHA" },
  # Absents le 14 avril 2026 :
  # { nom = "Jean Coulibaly", organisation = "AVSF", genre = "masculin" },
  # { nom = "Awa Sangaré", genre = "féminin" },
  # { organisation = "OXFAM" },
]
# excuses = [ { nom = "…", organisation = "…" } ]
# absents = [ { organisation = "…" } ]
# quorum = { presents = …, requis = 6, membres = 11 }

# ── Le compte rendu du 14 avril 2026 ──────────────────────────────────────────
# approbation = { reunion = "2026/2026-04-14" }   # s’il a changé : modifications = "…"

# ── Le suivi : un bloc par action encore ouverte ──────────────────────────────
# À la réunion, écrivez ce qu’elle est devenue, et supprimez le bloc dont on n’a pas parlé :
# statut = "fait", echeance = 2026-05-31, responsables = [ "…" ], commentaire = "…"

# Partage du PTA du Cluster aux membres du cluster | PNUD/la Coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-1-1"

# Feedback des membres du cluster avec leur inputs/commentaires | Membres du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-1-2"

# Les produits et outils seront partagés une fois de plus avec les membres du cluster | PNUD/La coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-2-1"

# Les Feedback et commentaires des membres des clusters sont attendus | Membres du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-2-2"

# Des outils seront envoyés aux membres du cluster pour la collecte des données pour la mise à jour des produits qui est pour le moment mensuel | PNUD/La coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-2-3"

# Partage des TDRs de l'atelier du Cluster aux membres du cluster | PNUD/ La coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-3-1"

# Partage des TDRs validés par les membres du cluster à ACTED | PNUD/ La coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-3-2"

# Recherche de partenaires volontaires pour être le point focal du cluster au niveau du terrain. Attentes des propositions des membres des clusters. | PNUD/ La coordination du cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-4-1"

# Certains partenaires comme AVSF et Mercy Corps pourraient être des volontaires pour cela, à confirmer. | AVSF et Mercy Corps | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-4-2"

# Les TDR de mission de l'Approche Intégrée à partager | PNUD / La coordination du Cluster | réunion du 7 février 2017
[[suivi]]
action = "2017/2017-02-07#action-5-1"

# Désigner un point focal par région | AVSF, Mercy Corps | pour le 30 avril 2026 | réunion du 14 avril 2026
[[suivi]]
action = "points-focaux"

# Partager les TDR de l’atelier | ACTED, PNUD | pour le 24 avril 2026 | réunion du 14 avril 2026
[[suivi]]
action = "tdr-gao"

# Remplir le tableau 3W | Membres du cluster | pour le 5 mai 2026 | réunion du 14 avril 2026
[[suivi]]
action = "2026/2026-04-14#action-3-1"

# ── Les thèmes : un bloc [[themes]] par thème ─────────────────────────────────
[[themes]]
titre = "Divers"
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
# date = 2026-06-09
# debut = 09:30:00
# lieu = "…"
# accueil = "…"

"##]],
    );
    sound(&project, "meetings/2026/2026-05-12.toml");
}

#[test]
fn on_another_day_than_announced() {
    let project = up_to_april();
    project.run(["new", "2027-01-05"]).is(str![[r#"
code 0
── stdout
meetings/2027/2027-01-05.toml
── stderr
Repris de meetings/2026/2026-04-14.toml⍽: le lieu, la présidence, la rédaction, les participants, l’ordre du jour habituel et les actions encore ouvertes.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    let record: toml::Table = project
        .read("meetings/2027/2027-01-05.toml")
        .parse()
        .unwrap();
    assert_eq!(record["numero"].as_integer(), Some(1), "a new year");
    assert_eq!(
        record["lieu"].as_str(),
        Some("dans la salle de conférences d’ONU Femmes, à Gao"),
        "the usual place"
    );
    sound(&project, "meetings/2027/2027-01-05.toml");
}

/// A series whose January meeting announces February, with these records since.
fn after_january(records: &[(&str, &str)]) -> Project {
    let january = "date = 2026-01-13\nordre_du_jour = [\"Divers\"]\n[[themes]]\ntitre = \"Divers\"\npoint = 1\n[prochaine_reunion]\ndate = 2026-02-10\n";
    let project = Project::empty().file("meetings/2026-01-13.toml", january);
    let records = records.iter();
    records.fold(project, |project, (day, keys)| {
        let record = format!("date = {day}\n{keys}\n");
        project.file(&format!("meetings/{day}.toml"), &record)
    })
}

/// The day is that to which the announced meeting was put off, and its agenda is taken over.
#[test]
fn after_a_meeting_that_was_put_off() {
    const ONCE: &str =
        "etat = \"reportée\"\nreportee_au = 2026-02-17\nordre_du_jour = [\"Budget\", \"Divers\"]";
    const TWICE: &str = "etat = \"reportée\"\nreportee_au = 2026-02-24";
    const SOMEDAY: &str = "etat = \"reportée\"\nordre_du_jour = [\"Budget\"]";
    type Case = (
        &'static [(&'static str, &'static str)],
        &'static str,
        &'static [&'static str],
    );
    let table: [Case; 4] = [
        (&[("2026-02-10", ONCE)], "2026-02-17", &["Budget", "Divers"]),
        (
            &[("2026-02-10", ONCE), ("2026-02-17", TWICE)],
            "2026-02-24",
            &["Budget", "Divers"],
        ),
        (&[("2026-02-09", SOMEDAY)], "2026-02-10", &["…"]),
        (&[], "2026-02-10", &["…"]),
    ];
    for (records, day, agenda) in table {
        let project = after_january(records);
        let run = project.run(["new"]);
        let path = format!("meetings/{day}.toml");
        assert_eq!(run.stdout.trim(), path, "{}", run.text());
        let is_put_off = run.stderr.contains("celui de la réunion reportée");
        assert_eq!(is_put_off, agenda != ["…"], "{}", run.text());
        let record: toml::Table = project.read(&path).parse().unwrap();
        let items = record["ordre_du_jour"].as_array().unwrap();
        let items: Vec<&str> = items.iter().filter_map(toml::Value::as_str).collect();
        assert_eq!(items, agenda);
        sound(&project, &path);
    }
}

/// The latest by day, not by name; a broken record is passed over.
#[test]
fn from_the_latest_sound_record() {
    let project = Project::empty()
        .file("meetings/a.toml", "date = 2026-05-12\nlieu = \"à Mopti\"\n")
        .file("meetings/b.toml", "date = 2026-03-17\nlieu = \"à Gao\"\n")
        .file("meetings/c.toml", "date = 17/06/2026\nlieu = \"à Kayes\"\n");
    project.run(["new", "2026-06-09"]).is(str![[r#"
code 0
── stdout
meetings/2026-06-09.toml
── stderr
Repris de meetings/a.toml⍽: le lieu. Un compte rendu n’a pas été lu⍽: «⍽greffier check⍽» dit pourquoi.
Ouvrez ce fichier, complétez-le, puis lancez «⍽greffier check⍽».

"#]]);
    assert!(
        project
            .read("meetings/2026-06-09.toml")
            .contains("lieu = \"à Mopti\"\n")
    );
}

#[test]
fn texts_are_copied_as_they_were() {
    let texts = [
        r#"Association "AFM""#,
        r"C:\Users\x",
        "l'eau d’ici",
        r#"'a' et "b" \ c"#,
        r#"'''x'''"#,
        r#"""""#,
        "tabulation\tet espace insécable\u{a0}:",
        "# pas un commentaire",
        "{ nom = \"x\" }, ]",
        "]",
        "🄰 Ɲɛnɛba \u{202e}abc",
        "fin\\",
        "=",
        "deux\nlignes",
    ];
    let people: Vec<toml::Value> = texts
        .iter()
        .map(|text| {
            let keys = ["nom", "fonction", "organisation", "trier_sous"];
            toml::Value::Table(
                keys.iter()
                    .map(|key| ((*key).to_owned(), (*text).into()))
                    .collect(),
            )
        })
        .collect();
    let mut record = toml::Table::new();
    record.insert(
        "date".into(),
        toml::Value::Datetime("2026-03-17".parse().unwrap()),
    );
    record.insert("lieu".into(), texts[3].into());
    record.insert("presidence".into(), people[3].clone());
    record.insert("participants".into(), people.into());
    let redaction: Vec<toml::Value> = texts
        .iter()
        .map(|text| {
            let keys = ["role", "nom", "fonction"];
            toml::Value::Table(
                keys.iter()
                    .map(|key| ((*key).to_owned(), (*text).into()))
                    .collect(),
            )
        })
        .collect();
    record.insert("redaction".into(), redaction.into());
    let project = Project::empty().file("meetings/2026/2026-03-17.toml", &record.to_string());
    let check = project.run(["check"]);
    assert_eq!(
        check.code,
        0,
        "the record of this test is sound: {}",
        check.text()
    );
    project.run(["new", "2026-04-14"]);
    let text = project.read("meetings/2026/2026-04-14.toml");
    let new: toml::Table = text
        .parse()
        .unwrap_or_else(|error| panic!("{error}\n{text}"));
    let one_line = |value: &toml::Value| value.to_string().replace("\\n", " ");
    for key in ["lieu", "presidence", "participants", "redaction"] {
        let expected: toml::Value = record[key].clone();
        let (expected, found) = (flattened(&expected), flattened(&new[key]));
        assert_eq!(found, expected, "{key}: {}", one_line(&new[key]));
    }
    // What was typed on two lines, or with characters that nobody sees, is odd there and here: no strict check.
    assert_eq!(
        project.run(["check", "meetings/2026/2026-04-14.toml"]).code,
        0
    );
}

/// The texts of a value in order, each on one line.
fn flattened(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.replace('\n', " ")],
        toml::Value::Array(values) => values.iter().flat_map(flattened).collect(),
        toml::Value::Table(table) => {
            let mut keys: Vec<&String> = table.keys().collect();
            keys.sort();
            keys.into_iter()
                .flat_map(|key| flattened(&table[key]))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The number is copied plus one, but never into a fault.
#[test]
fn after_the_greatest_number() {
    let project = Project::empty().file(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nnumero = 999\n",
    );
    project.run(["new", "2026-04-14"]);
    sound(&project, "meetings/2026/2026-04-14.toml");
}

/// The record that `new` writes gives no doubt of its own.
#[test]
fn after_a_meeting_online_that_announces_a_place() {
    let project = Project::empty().file(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nmode = \"en ligne\"\n[prochaine_reunion]\ndate = 2026-04-14\nlieu = \"à Gao\"\n",
    );
    project.run(["new"]);
    let record = project.read("meetings/2026/2026-04-14.toml");
    assert!(record.contains("\nlieu = \"à Gao\"\n"), "{record}");
    assert!(!record.contains("en ligne"), "{record}");
    sound(&project, "meetings/2026/2026-04-14.toml");
}

/// A convocation tells nothing of a meeting that was held: the one before is taken over from.
#[test]
fn after_a_convocation() {
    let project = Project::of_dates(&["2026-03-17"]).file(
        "meetings/2026/2026-04-14.toml",
        "date = 2026-04-14\netat = \"convocation\"\nlieu = \"à Gao\"\n",
    );
    let run = project.run(["new", "2026-05-12"]);
    assert!(
        run.stderr.contains("meetings/2026/2026-03-17.toml"),
        "{}",
        run.text()
    );
    assert!(
        !project
            .read("meetings/2026/2026-05-12.toml")
            .contains("Gao")
    );
}

/// Whatever a reader may take for the end of a line, in an owner or a due word, ends no comment.
#[test]
fn a_line_end_within_a_name_stays_in_its_line() {
    for end in ["\\r", "\\r\\n", "\\n", "\\u2028", "\\u0085"] {
        let record = format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"Gao{end}titre\"\nactions = [{{ texte = \"Écrire{end}a = 1\", responsables = [\"ACTED{end}statut = 3\"], echeance = \"demain{end}b = 2\" }}]\n"
        );
        let project = Project::empty().file("meetings/2026/2026-03-17.toml", &record);
        let run = project.run(["new", "2026-04-14"]);
        if run.code != 0 {
            // Such a name is refused where it stands.
            assert_eq!(project.run(["check"]).code, 1, "{}", run.text());
            continue;
        }
        let check = project.run(["check", "meetings/2026/2026-04-14.toml"]);
        assert_eq!(check.code, 0, "{}", check.text());
    }
}

/// Whom a meeting was not for, the one that is begun from it is not for either: its people, its place and its agenda are copied.
#[test]
fn what_is_not_for_all_stays_so() {
    let people = "lieu = \"chez Awa Sow\"\npresidence = { nom = \"Awa Sow\" }\nparticipants = [{ nom = \"Awa Sow\", organisation = \"PNUD\" }]\n";
    for visibility in ["interne", "membres"] {
        let project = Project::empty()
            .file("meetings/2026/2026-02-10.toml", "date = 2026-02-10\n")
            .file(
                "meetings/2026/2026-03-17.toml",
                &format!("date = 2026-03-17\nvisibilite = \"{visibility}\"\n{people}"),
            );
        let run = project.run(["new", "2026-04-14"]);
        assert_eq!(run.code, 0, "{}", run.text());
        assert!(
            run.stderr.contains("la visibilité, le lieu, la présidence"),
            "{}",
            run.text()
        );
        let new = project.read("meetings/2026/2026-04-14.toml");
        let mark = format!("date = 2026-04-14\nvisibilite = \"{visibility}\" ");
        assert!(new.contains(&mark), "{new}");
        let project = project.build_texts();
        for file in project.files("output") {
            let bytes = project.bytes(&format!("output/{file}"));
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(
                !text.contains("Awa") && !file.contains("2026-04-14"),
                "{file}"
            );
        }
        // And so does the one after it.
        project.run(["new", "2026-05-12"]);
        let new = project.read("meetings/2026/2026-05-12.toml");
        assert!(
            new.contains(&format!("visibilite = \"{visibility}\"")),
            "{new}"
        );
    }
    // What may be published may be so again, whoever of it may not.
    let project = Project::empty().file(
        "meetings/2026/2026-03-17.toml",
        "date = 2026-03-17\nparticipants = [{ nom = \"Awa Sow\", visibilite = \"interne\" }, { nom = \"Ali Dicko\" }]\n",
    );
    project.run(["new", "2026-04-14"]);
    let new = project.read("meetings/2026/2026-04-14.toml");
    assert_eq!(new.matches("visibilite").count(), 1, "{new}");
}

/// A record that is public may come after others that are not: nothing of these is published with it.
#[test]
fn what_others_hide_is_not_published_with_a_new_record() {
    let hidden = "[[themes]]\ntitre = \"Sujet caché\"\nvisibilite = \"interne\"\nactions = [{ id = \"cachee\", texte = \"Action cachée\", responsables = [\"Agence cachée\"] }]\n";
    let agenda =
        "ordre_du_jour = [\"Suivi\", { titre = \"Sujet caché\", visibilite = \"interne\" }]\n";
    let project = Project::empty()
        .file(
            "meetings/2026/2026-01-13.toml",
            &format!("date = 2026-01-13\nvisibilite = \"interne\"\n{agenda}{}", hidden.replace("visibilite = \"interne\"\n", "").replace("cachee", "plus-cachee")),
        )
        .file("meetings/2026/2026-02-10.toml", &format!("date = 2026-02-10\n{agenda}{hidden}"))
        .file(
            "meetings/2026/2026-03-17.toml",
            &format!("date = 2026-03-17\n{agenda}roles = [{{ role = \"Secrétaire\", nom = \"Personne cachée\", visibilite = \"interne\" }}]\n[prochaine_reunion]\ndate = 2026-04-14\n"),
        );
    let run = project.run(["new"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let project = project.build_texts();
    assert!(project.path("output/2026/2026-04-14/index.html").exists());
    for file in project.files("output") {
        let bytes = project.bytes(&format!("output/{file}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(file.ends_with(".js") || !text.contains("cach"), "{file}");
    }
}
