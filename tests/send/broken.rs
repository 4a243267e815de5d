//! Servers that refuse, stall and hang up: nothing is lost, nothing goes out twice, and it is told in French.

use snapbox::str;

use super::outbox::{PLAIN, post, post_with, with_port, with_server};
use super::sent;
use super::server::{Does, Server};
use crate::common::Run;

#[test]
fn a_server_that_hangs_up_before_the_end_of_a_message_is_called_again() {
    let server = Server::plain(|heard, before| match (heard, before) {
        ("DATA", 1) => Does::HangsUp,
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
}

/// What was handed over may be all on its way already: nobody can tell, and it goes out again only if asked.
#[test]
fn a_server_that_hangs_up_in_the_middle_of_a_message() {
    let server = Server::plain(|heard, before| match (heard, before) {
        ("> acted@example.org", 0) => Does::HangsUp,
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (1, 5), "{}", run.text());
    assert!(run.stderr.contains("a peut-être le message, peut-être pas"));
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (1, 5), "{}", run.text());
    let run = project.run(["send", "2026-04-14", "--smtp", "--yes", "--again"]);
    assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
}

#[test]
fn nobody_can_tell_whether_a_message_went_out_after_its_end() {
    let server = Server::plain(|heard, before| match (heard, before) {
        (". acted@example.org", 0) => Does::HangsUp,
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 1
── stderr
avis⍽: acted@example.org (message.eml) a peut-être le message, peut-être pas⍽: le serveur a coupé la liaison⍽; demandez-le-lui, et --again le lui envoie de nouveau
5 messages sont partis.

"#]]);
    assert_eq!(server.taken().len(), 6);
    post(&project).is(str![[r#"
code 1
── stderr
5 messages sont partis déjà⍽: d’après envois.txt, rien n’est envoyé deux fois.
avis⍽: ces adresses ont peut-être reçu le message⍽: la liaison s’est coupée avant la réponse du serveur⍽: acted@example.org (message.eml)⍽; --again leur envoie le message de nouveau
Rien à envoyer.

"#]]);
    assert_eq!(server.taken().len(), 6, "none goes out twice unasked");
    let run = project.run(["send", "2026-04-14", "--smtp", "--yes", "--again"]);
    assert_eq!((run.code, server.taken().len()), (0, 7), "{}", run.text());
}

#[test]
fn a_server_that_hangs_up_after_each_message_does_not_get_them_all() {
    let server = Server::plain(|heard, _| match heard.starts_with(". ") {
        true => Does::HangsUp,
        false => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    let run = post(&project);
    assert_eq!((run.code, server.taken().len()), (2, 3), "{}", run.text());
    assert!(run.stderr.contains("Il reste 3 messages"), "{}", run.text());
}

#[test]
fn a_server_that_stalls() {
    let server = Server::plain(|heard, _| match heard {
        "DATA" => Does::Stalls,
        _ => Does::AsUsual,
    });
    let project = with_server(&server, PLAIN);
    post(&project).is(str![[r#"
code 2
── stderr
le serveur ne répond plus⍽: nouvel essai dans 1 s.
Aucun message n’est parti.
erreur⍽: le serveur ne répond plus
  aide⍽: relancez la même commande⍽: elle reprend où elle s’est arrêtée
Il reste 6 messages à envoyer.

"#]]);
    assert!(server.taken().is_empty());
}

#[test]
fn a_server_that_says_nothing() {
    let server = Server::plain(|heard, _| match heard {
        "connect" => Does::Stalls,
        _ => Does::AsUsual,
    });
    post(&with_server(&server, PLAIN)).is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur ne dit rien
  aide⍽: avec le port 465, écrivez securite = "tls" dans contacts.toml⍽; sinon, essayez plus tard
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn a_server_that_refuses_everything() {
    let server = Server::plain(|heard, _| match heard {
        "connect" => Does::Says("554 No service for you"),
        _ => Does::AsUsual,
    });
    post(&with_server(&server, PLAIN)).is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur refuse tout envoi (554 No service for you)
  aide⍽: essayez plus tard, ou prévenez qui tient le serveur
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn a_server_that_is_busy_is_called_again() {
    let server = Server::plain(|heard, before| match (heard, before) {
        ("connect", 0) => Does::Says("421 Too many connections"),
        _ => Does::AsUsual,
    });
    let run = post(&with_server(&server, PLAIN));
    assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
}

#[test]
fn a_server_that_refuses_the_sender() {
    let server = Server::plain(|heard, _| match heard {
        "MAIL FROM:<greffe@example.org>" => Does::Says("553 5.7.1 Sender not owned by user"),
        _ => Does::AsUsual,
    });
    post(&with_server(&server, PLAIN)).is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur refuse l’expéditeur (553 5.7.1 Sender not owned by user)
  aide⍽: vérifiez `expediteur` dans contacts.toml⍽: c’est souvent la même adresse que `utilisateur`
Il reste 6 messages à envoyer.

"#]]);
    assert_eq!(
        server
            .heard()
            .iter()
            .filter(|one| one.starts_with("MAIL"))
            .count(),
        1
    );
}

/// What cannot be noted is told, though the server has an answer that ends the run: the next one goes by what is noted.
#[test]
fn the_disk_refuses_to_note_an_answer_that_ends_the_run() {
    const MOST_STEPS: usize = 40;
    for (answer, said) in [
        (
            "553 5.7.1 Sender not owned",
            "le serveur refuse l’expéditeur",
        ),
        (
            "530 5.7.0 Log in first",
            "le serveur veut savoir qui envoie",
        ),
        (
            "552 5.3.4 Too heavy",
            "le serveur trouve le message trop lourd",
        ),
    ] {
        let server = Server::plain(move |heard, _| match heard {
            "MAIL FROM:<greffe@example.org>" => Does::Says(answer),
            _ => Does::AsUsual,
        });
        let project = sent(with_server(&server, PLAIN), "2026-04-14");
        let refused = (1..MOST_STEPS).map(|step| {
            let fault = format!("refuse:{step}");
            post_with(&project, &[("GREFFIER_DISK_FAULT", &fault)])
        });
        let refused: Vec<Run> = refused
            .take_while(|run| !run.stderr.contains(said))
            .collect();
        // The last step that changes the disk is the note of the answer.
        let last = refused.last().unwrap();
        assert!(refused.len() + 1 < MOST_STEPS, "{}", last.text());
        assert!(
            last.code == 2 && last.stderr.contains("ouvrez le dossier en écriture"),
            "{answer}: {}",
            last.text()
        );
    }
}

#[test]
fn a_server_that_refuses_the_password() {
    let server = Server::plain(|heard, _| match heard.starts_with("AUTH") {
        true => Does::Says("535 5.7.8 Authentication failed"),
        false => Does::AsUsual,
    });
    let run = post(&with_server(
        &server,
        &format!("{PLAIN}utilisateur = \"greffe\"\n"),
    ));
    assert!(!run.text().contains("sésame"));
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur refuse le mot de passe (535 5.7.8 Authentication failed)
  aide⍽: vérifiez `utilisateur` dans contacts.toml et le mot de passe⍽; certains fournisseurs demandent un mot de passe d’application
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn what_is_no_mail_server() {
    let server = Server::plain(|heard, _| match heard {
        "connect" => Does::Says("HTTP/1.1 400 Bad Request"),
        _ => Does::AsUsual,
    });
    post(&with_server(&server, PLAIN)).is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: ce qui répond n’est pas un serveur d’envoi
  aide⍽: vérifiez `serveur`, `port` et `securite` dans contacts.toml
Il reste 6 messages à envoyer.

"#]]);
}

// Elsewhere the system takes longer to say so than one waits here.
#[cfg(unix)]
#[test]
fn nothing_listens_there() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    post(&with_port(port, PLAIN)).is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: rien n’écoute à ce port du serveur
  aide⍽: vérifiez `serveur` et `port` dans contacts.toml⍽; un réseau de bureau peut fermer ce port
Il reste 6 messages à envoyer.

"#]]);
}
