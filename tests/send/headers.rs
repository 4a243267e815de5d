//! Twenty French subjects, read as they were meant. The messages stay, with their list, for a judge that shares no code with us.

use std::fs;
use std::path::Path;

use super::{Project, parsed, sent, series};

/// What `titre` says, and how a reader finds it; the day follows it.
const TITLES: [(&str, &str); 20] = [
    ("Compte rendu", "Compte rendu"),
    ("Réunion élargie", "Réunion élargie"),
    ("Réunion d'été à Ménaka", "Réunion d’été à Ménaka"),
    ("Œuvres et cœurs", "Œuvres et cœurs"),
    (
        "L’Haÿ-les-Roses : point d’étape",
        "L’Haÿ-les-Roses\u{a0}: point d’étape",
    ),
    ("Où en est-on ?", "Où en est-on\u{a0}?"),
    (
        "« Relèvement » et « résilience »",
        "«\u{a0}Relèvement\u{a0}» et «\u{a0}résilience\u{a0}»",
    ),
    ("ÉVALUATION DES BESOINS", "ÉVALUATION DES BESOINS"),
    ("Budget de 12 500 €", "Budget de 12\u{a0}500\u{a0}€"),
    (
        "Comité n° 3 du 1er semestre",
        "Comité n°\u{a0}3 du 1er semestre",
    ),
    (
        "Ɛ, ɔ et ŋ : les langues du Mali",
        "Ɛ, ɔ et ŋ\u{a0}: les langues du Mali",
    ),
    (
        "Éééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
        "Éééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    ),
    (
        "ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé",
        "ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé ééé",
    ),
    (
        "Sécurité alimentaire, nutrition, eau, hygiène et assainissement, abris, éducation et protection",
        "Sécurité alimentaire, nutrition, eau, hygiène et assainissement, abris, éducation et protection",
    ),
    ("a_b=c?d", "a_b=c?d"),
    ("=?utf-8?q?Bcc=3A_intrus?=", "=?utf-8?q?Bcc=3A_intrus?="),
    ("Réunion é=?x?=é", "Réunion\u{a0}é=?x?=é"),
    ("Suivi \\\"à chaud\\\"", "Suivi «\u{a0}à chaud\u{a0}»"),
    (
        "Point 3W, à Gao (Tombouctou, Kidal) & Mopti <Sud>",
        "Point 3W, à Gao (Tombouctou, Kidal) & Mopti <Sud>",
    ),
    ("Un mot\\nsur deux lignes", "Un mot sur deux lignes"),
];

#[test]
fn twenty_french_subjects() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("messages");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut list = String::new();
    let mut faults = Vec::new();
    for (number, (title, expected)) in TITLES.iter().enumerate() {
        let record = format!(
            "date = 2026-04-01\ntitre = \"{title}\"\n[[themes]]\ntitre = \"É\"\nactions = [{{ texte = \"Écrire à Awa\" }}]\n"
        );
        let project = Project::empty().file("meetings/2026/2026-04-01.toml", &record);
        let project = sent(project, "2026-04-01");
        let bytes = project.bytes("circulation/2026-04-01/message.eml");
        // What looks like an encoded word is held together with its neighbours.
        let space = if expected.contains("=?") {
            '\u{a0}'
        } else {
            ' '
        };
        let expected = format!("{expected}{space}du 1er\u{a0}avril 2026");
        let message = parsed(&bytes);
        let subject = message.subject().unwrap();
        if subject != expected {
            faults.push(format!("« {subject} », not « {expected} »"));
        }
        let name = format!("{number:02}.eml");
        fs::write(folder.join(&name), &bytes).unwrap();
        list += &format!("{name}\t{expected}\n");
    }
    fs::write(folder.join("subjects.tsv"), list).unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is told before a meeting, or of one that is not held, bears no day that is yet to come.
#[test]
fn letters_are_of_the_day_on_which_they_tell() {
    for (keys, day) in [
        ("", "2026-05-12"),
        (
            "etat = \"projet\"\nconvoquee_le = 2026-05-01\n",
            "2026-05-12",
        ),
        ("etat = \"convocation\"\n", "2026-04-14"),
        (
            "etat = \"convocation\"\nconvoquee_le = 2026-05-01\n",
            "2026-05-01",
        ),
        ("etat = \"annulée\"\n", "2026-04-14"),
        (
            "etat = \"annulée\"\ndiffuse_le = 2026-05-08\n",
            "2026-05-08",
        ),
        (
            "etat = \"reportée\"\nconvoquee_le = 2026-05-01\ndiffuse_le = 2026-05-08\n",
            "2026-05-08",
        ),
    ] {
        let record = format!("date = 2026-05-12\n{keys}");
        let project = series().file("meetings/2026/2026-05-12.toml", &record);
        let project = sent(project, "2026-05-12");
        for file in ["message.eml", "par-responsable/acted.eml"] {
            let bytes = project.bytes(&format!("circulation/2026-05-12/{file}"));
            let message = parsed(&bytes);
            let date = message.date().unwrap().to_rfc3339();
            assert!(date.starts_with(day), "{file}: {keys}{date}");
        }
    }
}
