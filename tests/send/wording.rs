//! How messages say what they tell: where a text goes on, what is attached, on which days, by which name.

use super::{SETTINGS, parsed, plain_spaces, sent, series};

const MESSAGE: &str = "circulation/2026-04-14/message.eml";

/// A period ends a sentence, and none goes on behind it; what asks or abbreviates stays.
#[test]
fn a_text_that_something_follows_has_no_period() {
    let march = r#"
date = 2026-03-17
[[themes]]
titre = "Cartographie"
actions = [
  { id = "a", texte = "Partager la carte.", responsables = ["OIM"], echeance = 2026-03-31 },
  { id = "b", texte = "Qui relance le maire ?", responsables = ["OIM"], echeance = "avant la prochaine réunion." },
  { id = "c", texte = "Relancer, etc.", responsables = ["OIM"] },
]
"#;
    let april = r#"
date = 2026-04-14
suivi = [
  { action = "a", echeance = "mai." },
  { action = "b", echeance = "dès que possible" },
  { action = "c", statut = "non fait" },
]
[[themes]]
titre = "Divers"
actions = [
  { texte = "Lire la **note.**", responsables = ["ACTED"], echeance = "fin mai." },
  { texte = "Rien ne suit." },
]
"#;
    let project = series()
        .file("meetings/2026/2026-03-17.toml", march)
        .file("meetings/2026/2026-04-14.toml", april);
    let project = sent(project, "2026-04-14");
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let text = plain_spaces(&message.body_text(0).unwrap().replace("\r\n", "\n"));
    let short = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
    for (told, lines) in [
        (
            &text,
            [
                "- Lire la note (ACTED), échéance : fin mai",
                "- Rien ne suit.",
                "- Partager la carte (OIM) : échéance « mai », modifiée, d’abord fixée au 31 mars 2026",
                "- Qui relance le maire ? (OIM) : échéance « dès que possible », modifiée, d’abord « avant la prochaine réunion »",
                "- Relancer, etc. (OIM) : non fait",
            ],
        ),
        (
            &short,
            [
                "- Lire la note (ACTED, fin mai)",
                "- Rien ne suit.",
                "- Partager la carte (OIM) : échéance « mai », modifiée, d’abord fixée au 31 mars 2026",
                "- Qui relance le maire ? (OIM) : échéance « dès que possible », modifiée, d’abord « avant la prochaine réunion »",
                "- Relancer, etc. (OIM) : non fait",
            ],
        ),
    ] {
        for line in lines {
            assert!(told.lines().any(|one| one == line), "{line}: {told}");
        }
    }
    let html = plain_spaces(&message.body_html(0).unwrap());
    assert!(html.contains("Partager la carte : <em>"), "{html}");
    let reminder = project.bytes("circulation/2026-04-14/par-responsable/oim.eml");
    let reminder = parsed(&reminder).body_text(0).unwrap().into_owned();
    let reminder = plain_spaces(&reminder.replace("\r\n", "\n"));
    let line = "- Partager la carte, échéance : mai, modifiée, d’abord fixée au 31 mars 2026";
    assert!(reminder.lines().any(|one| one == line), "{reminder}");
}

/// The file attached adds as many days as the meeting has.
#[test]
fn the_days_of_a_convocation_are_added_to_the_agenda() {
    for (keys, said) in [
        ("", "Le fichier joint ajoute cette date à votre agenda."),
        (
            "date_fin = 2026-04-15\n",
            "Le fichier joint ajoute ces dates à votre agenda.",
        ),
    ] {
        let text = format!("date = 2026-04-14\n{keys}etat = \"convocation\"\n");
        let project = series().file("meetings/2026/2026-04-14.toml", &text);
        let bytes = sent(project, "2026-04-14").bytes(MESSAGE);
        let message = parsed(&bytes);
        let text = message.body_text(0).unwrap();
        assert!(text.contains(said), "{text}");
        let html = message.body_html(0).unwrap();
        assert!(html.contains(said), "{html}");
    }
}

/// What a meeting is called by its title, and in which state it is, stands where it reads as a sentence.
#[test]
fn the_subject_says_what_is_attached() {
    for (keys, subject, attached, short) in [
        (
            "titre = \"Rapport de mission\"\netat = \"projet\"\n",
            "Rapport de mission du 14 avril 2026 (projet), Cluster Relèvement Rapide",
            "Veuillez trouver ci-joint le projet de compte rendu.",
            "Compte rendu : https://example.org/crr/2026/2026-04-14/",
        ),
        (
            "titre = \"Réunion de crise\"\netat = \"annulée\"\n",
            "Réunion de crise du 14 avril 2026 (annulation), Cluster Relèvement Rapide",
            "La réunion",
            "Page : https://example.org/crr/2026/2026-04-14/",
        ),
        (
            "titre = \"Procès-verbal de l’assemblée constitutive\"\n",
            "Procès-verbal de l’assemblée constitutive du 14 avril 2026, Cluster Relèvement Rapide",
            "Veuillez trouver ci-joint le procès-verbal.",
            "Procès-verbal : https://example.org/crr/2026/2026-04-14/",
        ),
        (
            "titre = \"Procès-verbal de l’assemblée constitutive\"\netat = \"projet\"\n",
            "Projet de procès-verbal de l’assemblée constitutive du 14 avril 2026, Cluster Relèvement Rapide",
            "Veuillez trouver ci-joint le projet de procès-verbal.",
            "Procès-verbal : https://example.org/crr/2026/2026-04-14/",
        ),
    ] {
        let settings = format!(
            "{}adresse_du_site = \"https://example.org/crr/\"\n",
            SETTINGS
        );
        let record = format!("date = 2026-04-14\n{keys}");
        let project = series()
            .file("greffier.toml", &settings)
            .file("meetings/2026/2026-04-14.toml", &record);
        let project = sent(project, "2026-04-14");
        let bytes = project.bytes(MESSAGE);
        let message = parsed(&bytes);
        assert_eq!(plain_spaces(message.subject().unwrap()), subject);
        let text = plain_spaces(&message.body_text(0).unwrap());
        assert!(
            text.lines().any(|line| line.starts_with(attached)),
            "{text}"
        );
        let told = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
        assert!(told.lines().any(|line| line == short), "{told}");
    }
}

/// Of two meetings of a day each has its hour.
#[test]
fn two_meetings_of_a_day_have_subjects_of_their_own() {
    let record = |hour| format!("date = 2026-04-14\ndebut = {hour}:00:00\n");
    let project = series()
        .file("meetings/2026/2026-04-14.toml", &record("09"))
        .file("meetings/2026/2026-04-14-soir.toml", &record("15"));
    for (meeting, hour) in [
        ("meetings/2026/2026-04-14.toml", "9 h"),
        ("meetings/2026/2026-04-14-soir.toml", "15 h"),
    ] {
        let run = project.run(["send", meeting]);
        assert_eq!(run.code, 0, "{}", run.text());
        let folder = meeting
            .trim_start_matches("meetings/2026/")
            .trim_end_matches(".toml");
        let short = plain_spaces(&project.read(&format!("circulation/{folder}/court.txt")));
        let subject = format!(
            "Compte rendu de la réunion du 14 avril 2026 à {hour}, Cluster Relèvement Rapide\n"
        );
        assert!(short.starts_with(&subject), "{short}");
    }
}
