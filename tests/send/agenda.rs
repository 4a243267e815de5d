//! What comes next, and what goes into the calendars of those who have the messages.

use super::{Project, attachments, parsed, plain_spaces, sent, series};

/// The text of a message, and the calendar that goes with it, its lines unfolded.
fn message(project: &Project, name: &str) -> (String, Option<String>) {
    let bytes = project.bytes(&format!("circulation/{name}"));
    let message = parsed(&bytes);
    let text = plain_spaces(&message.body_text(0).unwrap());
    let attached = attachments(&message);
    let calendar = attached.iter().find(|(name, _)| name.ends_with(".ics"));
    let calendar = calendar.map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap());
    (text, calendar.map(|text| text.replace("\r\n ", "")))
}

/// What April announced stands only as long as no later record says otherwise.
#[test]
fn the_next_meeting_is_the_one_that_the_series_has() {
    let announced = "mardi 12 mai 2026 à 9 h, à Gao";
    for (may, next, begins) in [
        (None, Some(announced), Some("DTSTART:20260512T090000Z")),
        (Some(("2026-05-12", "etat = \"annulée\"\n")), None, None),
        (Some(("2026-05-12", "etat = \"reportée\"\n")), None, None),
        (
            Some((
                "2026-05-12",
                "etat = \"reportée\"\nreportee_au = 2026-05-19\n",
            )),
            Some("mardi 19 mai 2026"),
            Some("DTSTART;VALUE=DATE:20260519"),
        ),
        (
            Some((
                "2026-05-12",
                "etat = \"annulée\"\n[prochaine_reunion]\ndate = 2026-06-09\n",
            )),
            Some("mardi 9 juin 2026"),
            Some("DTSTART;VALUE=DATE:20260609"),
        ),
        (
            Some(("2026-05-13", "etat = \"convocation\"\ndebut = 14:00:00\n")),
            Some("mercredi 13 mai 2026 à 14 h"),
            Some("DTSTART:20260513T140000Z"),
        ),
    ] {
        let mut project = series();
        if let Some((day, keys)) = may {
            let record = format!("date = {day}\n{keys}");
            project = project.file(&format!("meetings/2026/{day}.toml"), &record);
        }
        let project = sent(project, "2026-04-14");
        let (all, calendar) = message(&project, "2026-04-14/message.eml");
        let (reminder, none) = message(&project, "2026-04-14/par-responsable/acted.eml");
        let short = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
        for text in [&all, &reminder, &short] {
            let said = text
                .split_once("Prochaine réunion : ")
                .map(|(_, said)| said);
            let is_said = match (said, next) {
                (Some(said), Some(next)) => said.starts_with(next),
                (said, next) => said.is_none() && next.is_none(),
            };
            assert!(is_said, "{may:?}: {text}");
        }
        assert_eq!(all.contains("agenda"), begins.is_some(), "{may:?}: {all}");
        assert_eq!(none, None);
        let events = calendar.as_deref().unwrap_or_default();
        let count = events.matches("BEGIN:VEVENT").count();
        assert_eq!(count, usize::from(begins.is_some()), "{may:?}: {events}");
        assert!(
            events.contains(begins.unwrap_or_default()),
            "{may:?}: {events}"
        );
    }
}

/// The owners are told of the meeting at which they are to report.
#[test]
fn the_reminders_of_a_convocation_tell_of_it() {
    let record = "date = 2026-05-13\netat = \"convocation\"\ndebut = 14:00:00\n";
    let project = series().file("meetings/2026/2026-05-13.toml", record);
    let project = sent(project, "2026-05-13");
    let (text, _) = message(&project, "2026-05-13/par-responsable/acted.eml");
    assert!(
        text.contains("Prochaine réunion : mercredi 13 mai 2026 à 14 h"),
        "{text}"
    );
    let (text, _) = message(&project, "2026-05-13/message.eml");
    assert!(!text.contains("Prochaine réunion"), "{text}");
}

/// The day that was announced goes, under the name that calendars know it by; the new one comes.
#[test]
fn a_meeting_that_is_not_held_leaves_the_calendars() {
    for (keys, said, days) in [
        (
            "etat = \"annulée\"\n",
            "Le fichier joint ôte de votre agenda la date prévue.",
            [Some("20260512"), None],
        ),
        (
            "etat = \"reportée\"\n",
            "Le fichier joint ôte de votre agenda la date prévue.",
            [Some("20260512"), None],
        ),
        (
            "etat = \"reportée\"\nreportee_au = 2026-05-19\n",
            "Le fichier joint ôte de votre agenda la date prévue et y ajoute la nouvelle.",
            [Some("20260512"), Some("20260519")],
        ),
        (
            "etat = \"annulée\"\n[prochaine_reunion]\ndate = 2026-06-09\n",
            "Le fichier joint l’ajoute à votre agenda.",
            [Some("20260512"), Some("20260609")],
        ),
    ] {
        let record = format!("date = 2026-05-12\n{keys}");
        let project = series().file("meetings/2026/2026-05-12.toml", &record);
        let project = sent(project, "2026-05-12");
        let (text, calendar) = message(&project, "2026-05-12/message.eml");
        assert!(text.contains(said), "{text}");
        assert!(text.contains("ôte de votre agenda"), "{text}");
        let calendar = calendar.unwrap();
        let events: Vec<&str> = calendar.split("BEGIN:VEVENT").skip(1).collect();
        let begins: Vec<&str> = days.into_iter().flatten().collect();
        assert_eq!(events.len(), begins.len(), "{calendar}");
        for (event, day) in events.iter().zip(begins) {
            assert!(
                event.contains(&format!("DTSTART;VALUE=DATE:{day}")),
                "{event}"
            );
            let is_cancelled = event.contains("STATUS:CANCELLED");
            assert_eq!(is_cancelled, day == "20260512", "{event}");
        }
        assert!(
            events[0].contains("UID:2026/2026-04-14/prochaine-reunion@"),
            "{calendar}"
        );
    }
}

const LINKS: &str = r#"liens = [{ texte = "Se connecter", adresse = "https://zoom.us/j/1?pwd=a,b" }, { texte = "Dossier", adresse = "https://example.org/d" }]
"#;
const ANNEXES: &str = r#"annexes = [{ titre = "Budget", lien = "https://example.org/b.pdf" }]
"#;
const NOTES: &str = "notes = \"Apportez le **tableau**.\"\n";

/// What ends a convocation, the lines of its message that tell it, and whether there is a link to join it.
const ENDS: [(&[&str], &[&str], bool); 5] = [
    (&[], &[], false),
    (
        &[LINKS],
        &[
            "Se connecter : https://zoom.us/j/1?pwd=a,b",
            "Dossier : https://example.org/d",
        ],
        true,
    ),
    (
        &[ANNEXES],
        &["ANNEXES", "- Budget : https://example.org/b.pdf"],
        false,
    ),
    (&[NOTES], &["NOTES", "Apportez le tableau."], false),
    (
        &[NOTES, ANNEXES, LINKS],
        &[
            "Apportez le tableau.",
            "- Budget : https://example.org/b.pdf",
            "Dossier : https://example.org/d",
        ],
        true,
    ),
];

/// A convocation: what to read and where to join stand in the message, on the telephone and in the calendar, as far as there is any.
#[test]
fn a_convocation_says_where_to_join_and_what_to_read() {
    for (ends, lines, is_joined) in ENDS {
        let record = format!(
            "date = 2026-05-12\netat = \"convocation\"\nordre_du_jour = [\"Divers\"]\n[cloture]\n{}",
            ends.concat()
        );
        let project = series().file("meetings/2026/2026-05-12.toml", &record);
        let project = sent(project, "2026-05-12");
        let (text, calendar) = message(&project, "2026-05-12/message.eml");
        let said: Vec<&str> = text.lines().map(str::trim_end).collect();
        for line in lines {
            assert!(said.contains(line), "{line}: {text}");
        }
        let has_addresses = lines.iter().any(|line| line.contains("https://"));
        assert_eq!(text.contains("https://"), has_addresses, "{text}");
        let are_empty = |pair: &[&str]| pair.iter().all(|line| line.is_empty());
        assert!(!said.windows(2).any(are_empty), "{text}");
        let short = plain_spaces(&project.read("circulation/2026-05-12/court.txt"));
        let joins = "Se connecter : https://zoom.us/j/1?pwd=a,b";
        let is_told = short.lines().any(|line| line == joins);
        assert_eq!(is_told, is_joined, "{short}");
        assert!(!short.contains("Dossier"), "{short}");
        let calendar = plain_spaces(&calendar.unwrap());
        let joins = r"\nSe connecter : https://zoom.us/j/1?pwd=a\,b";
        assert_eq!(calendar.contains(joins), is_joined, "{calendar}");
    }
}

/// Minutes have their links in the document alone: the message tells what was decided.
#[test]
fn a_meeting_that_was_held_is_not_joined() {
    let record = "date = 2026-05-12\n[cloture]\nliens = [{ texte = \"Se connecter\", adresse = \"https://zoom.us/j/1\" }]\n";
    for state in ["", "etat = \"projet\"\n", "etat = \"annulée\"\n"] {
        let record = record.replacen('\n', &format!("\n{state}"), 1);
        let project = series().file("meetings/2026/2026-05-12.toml", &record);
        let project = sent(project, "2026-05-12");
        let (text, calendar) = message(&project, "2026-05-12/message.eml");
        let short = project.read("circulation/2026-05-12/court.txt");
        for told in [text, short, calendar.unwrap_or_default()] {
            assert!(!told.contains("zoom.us"), "{state}: {told}");
        }
    }
}
