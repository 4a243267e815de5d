//! `greffier send --smtp`: each address has its message once, whatever the server does.

use snapbox::str;

use super::outbox::{PLAIN, post, usual, with_server};
use super::server::{Does, Server};
use super::{Project, parsed, series};

const JOURNAL: &str = "circulation/2026-04-14/envois.txt";

/// The words and addresses of the journal.
fn journal(project: &Project) -> String {
    let text = project.read(JOURNAL);
    // Its first line says of what it is.
    let lines = text.lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            format!("{} {} {}\n", words[2], words[3], words[4])
        })
        .collect()
}

#[test]
fn each_address_has_its_message_once() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 0
── stderr
6 messages sont partis.

"#]]);
    let everyone = [
        "coordination@example.org",
        "acted@example.org",
        "awa.sow@example.org",
        "acted@example.org",
        "awa.sow@example.org",
        "coordination@example.org",
    ];
    assert_eq!(server.addresses(), everyone);
    assert_eq!(
        journal(&project)
            .lines()
            .take(3)
            .collect::<Vec<_>>()
            .join("\n"),
        "départ coordination@example.org message.eml\nparti coordination@example.org message.eml\ndépart acted@example.org message.eml"
    );
    post(&project).is(str![[r#"
code 0
── stderr
6 messages sont partis déjà⍽: d’après envois.txt, rien n’est envoyé deux fois.
Rien à envoyer.

"#]]);
    assert_eq!(server.taken().len(), everyone.len());
}

#[test]
fn a_message_that_goes_out_names_its_sender_and_its_reader_alone() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    assert_eq!(post(&project).code, 0);
    let taken = server.taken();
    let (_, text) = &taken[1];
    let message = parsed(text.as_bytes());
    assert_eq!(super::addresses(message.to()), ["acted@example.org"]);
    assert_eq!(super::addresses(message.from()), ["greffe@example.org"]);
    let name = message.from().unwrap().first().unwrap().name.clone();
    assert_eq!(name.as_deref(), Some("Greffe du Cluster Relèvement Rapide"));
    for absent in ["bcc", "x-unsent"] {
        assert!(!super::header_names(&message).contains(&absent.to_owned()));
    }
    assert!(!text.contains("coordination@example.org"), "{text}");
    let names: Vec<String> = super::attachments(&message)
        .into_iter()
        .map(|one| one.0)
        .collect();
    assert_eq!(
        names,
        ["compte-rendu-2026-04-14.pdf", "2026-04-14-reunion.ics"]
    );
    let ids: std::collections::BTreeSet<_> = taken
        .iter()
        .map(|(_, text)| parsed(text.as_bytes()).message_id().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), taken.len(), "each has a name of its own");
}

#[test]
fn a_rehearsal_writes_and_sends_nothing() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    project
        .run(["send", "2026-04-14", "--smtp", "--dry-run"])
        .is(str![[r#"
code 0
── stdout
message.eml → coordination@example.org
message.eml → acted@example.org
message.eml → awa.sow@example.org
par-responsable/acted.eml → acted@example.org
par-responsable/mme-awa-sow.eml → awa.sow@example.org
par-responsable/pnud.eml → coordination@example.org
── stderr
6 messages à envoyer, par 127.0.0.1, de la part de greffe@example.org. Rien n’est envoyé.

"#]]);
    assert!(!project.path("circulation").exists());
    assert!(server.heard().is_empty());
}

#[test]
fn nothing_is_sent_unasked() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    let run = project.run(["send", "2026-04-14", "--smtp"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("ajoutez --yes"), "{}", run.text());
    assert!(server.heard().is_empty());
}

#[test]
fn without_a_server_it_says_what_to_add() {
    series().run(["send", "2026-04-14", "--smtp", "--yes"]).is(str![[r#"
code 2
── stderr
erreur⍽: contacts.toml ne dit pas par quel serveur envoyer⍽; ajoutez-y un bloc [envoi] avec serveur = "smtp.example.org" et expediteur = "vous@example.org"

"#]]);
    series().run(["send", "2026-04-14", "--yes"]).is(str![[r#"
code 2
── stderr
erreur⍽: il manque --smtp
  aide⍽: «⍽greffier --help⍽» montre les commandes et leurs options

"#]]);
}

#[test]
fn a_refused_address_costs_no_other() {
    let server = Server::plain(|heard, _| match heard {
        "RCPT TO:<acted@example.org>" => Does::Says("550 5.1.1 User unknown"),
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 1
── stderr
avis⍽: le serveur refuse acted@example.org (message.eml)⍽: 550 5.1.1 User unknown
avis⍽: le serveur refuse acted@example.org (par-responsable/acted.eml)⍽: 550 5.1.1 User unknown
4 messages sont partis.

"#]]);
    assert_eq!(server.taken().len(), 4);
    // Nor is it tried again, unless asked.
    let asked = server.heard().len();
    let run = post(&project);
    assert_eq!(
        (run.code, server.heard().len()),
        (1, asked),
        "{}",
        run.text()
    );
    let run = project.run(["send", "2026-04-14", "--smtp", "--yes", "--again"]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(server.heard().len() > asked);
    assert_eq!(server.taken().len(), 4);
}

#[test]
fn what_is_put_off_is_tried_again() {
    let server = Server::plain(|heard, before| match (heard, before) {
        ("RCPT TO:<acted@example.org>", 0..3) => Does::Says("450 4.2.0 Greylisted"),
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 0
── stderr
2 à plus tard⍽: nouvel essai dans 1 s.
1 à plus tard⍽: nouvel essai dans 1 s.
6 messages sont partis.

"#]]);
    assert_eq!(server.taken().len(), 6);
}

#[test]
fn what_stays_put_off_is_told_and_sent_by_the_next_run() {
    let server = Server::plain(|heard, before| match (heard, before) {
        (". awa.sow@example.org", 0..6) => Does::Says("452 4.3.1 Full"),
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 1
── stderr
2 à plus tard⍽: nouvel essai dans 1 s.
2 à plus tard⍽: nouvel essai dans 1 s.
4 messages sont partis.
avis⍽: awa.sow@example.org (message.eml) n’a pas le message⍽: le serveur le remet à plus tard (452 4.3.1 Full)
avis⍽: awa.sow@example.org (par-responsable/mme-awa-sow.eml) n’a pas le message⍽: le serveur le remet à plus tard (452 4.3.1 Full)
Relancez plus tard la même commande⍽: elle n’enverra que ceux-là.

"#]]);
    assert_eq!(server.taken().len(), 4);
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
}

#[test]
fn a_corrected_message_is_sent_again_only_if_asked() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    assert_eq!(post(&project).code, 0);
    let april = super::APRIL.replace("à Gao**", "à Kidal**");
    let project = project.file("meetings/2026/2026-04-14.toml", &april);
    let run = post(&project);
    assert!(
        run.stderr.contains("d’avant vos corrections"),
        "{}",
        run.text()
    );
    assert_eq!(server.taken().len(), 6);
    let run = project.run(["send", "2026-04-14", "--smtp", "--yes", "--again"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(
        server.taken().len(),
        9,
        "the three who have the message, and no reminder"
    );
}

/// A convocation, a draft, minutes and a cancellation are a letter each: none corrects another, and each goes out once.
#[test]
fn each_state_of_a_meeting_has_its_message() {
    let server = Server::plain(usual);
    let mut project = with_server(&server, PLAIN);
    // The reminders of the convocation told of a meeting that is not held: it is told who has them as they were.
    let states = [
        ("etat = \"convocation\"", 0),
        ("etat = \"projet\"", 0),
        ("etat = \"soumis\"", 0),
        ("", 0),
        ("etat = \"annulée\"", 1),
        ("etat = \"reportée\"\nreportee_au = 2026-04-21", 1),
    ];
    for (number, (state, code)) in (1..).zip(states) {
        let record = format!("date = 2026-04-14\n{state}\nordre_du_jour = [\"Atelier\"]\n");
        project = project.file("meetings/2026/2026-04-14.toml", &record);
        for _ in 0..2 {
            let run = post(&project);
            assert_eq!(run.code, code, "{state}: {}", run.text());
            let journal = journal(&project);
            let is_sent = |line: &&str| line.starts_with("parti") && line.ends_with("message.eml");
            let sent = journal.lines().filter(is_sent).count();
            assert_eq!(sent, 3 * number, "{state}: {}", run.text());
        }
    }
}

/// On a later day an owner is reminded again where there is something else to say; on the same day, an earlier one, or in the same words not.
#[test]
fn reminders_go_out_again_on_another_day() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    assert_eq!(post(&project).code, 0);
    for (day, reminders) in [
        ("2026-04-14", 0),
        ("2026-04-15", 0),
        // Of one of the three nothing is late that was not.
        ("2026-05-11", 2),
        ("2026-05-11", 0),
        ("2026-04-14", 0),
        ("2026-06-15", 3),
    ] {
        let before = server.taken().len();
        let send = ["send", "2026-04-14", "--smtp", "--yes", "--today", day];
        let run = project.run(send);
        assert_eq!(run.code, 0, "{day}: {}", run.text());
        assert_eq!(server.taken().len() - before, reminders, "{day}");
    }
}

#[test]
fn a_changed_draft_is_not_sent_as_it_was() {
    let server = Server::plain(usual);
    let project = with_server(&server, PLAIN);
    assert_eq!(project.run(["send", "2026-04-14"]).code, 0);
    project.write(
        "circulation/2026-04-14/message.eml",
        "Subject: le mien\r\n\r\nBonjour\r\n",
    );
    let run = post(&project);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("a été changé"), "{}", run.text());
    assert!(server.taken().is_empty());
}

#[test]
fn a_server_may_have_its_messages_at_leisure() {
    let server = Server::plain(usual);
    let project =
        with_server(&server, PLAIN).file("meetings/2026/2026-03-17.toml", "date = 2026-03-17\n");
    let contacts = project.read("contacts.toml").replace("6000", "120");
    let project = project.file("contacts.toml", &contacts);
    let began = std::time::Instant::now();
    assert_eq!(post(&project).code, 0);
    let count = u32::try_from(server.taken().len()).unwrap();
    assert!(began.elapsed() >= std::time::Duration::from_millis(500) * (count - 1));
}
