//! A server that tells how heavy a message may be (RFC 1870) is asked before anybody gets anything.

use snapbox::str;

use super::outbox::{PLAIN, post, with_server};
use super::server::{Does, Server};

fn greeting(says: &'static str) -> impl Fn(&str, usize) -> Does {
    move |heard, _| match heard.starts_with("EHLO") {
        true => Does::Says(says),
        false => Does::AsUsual,
    }
}

#[test]
fn a_message_over_the_limit_reaches_nobody() {
    let server = Server::plain(greeting("250-serveur\r\n250-8BITMIME\r\n250 SIZE 20000"));
    let run = post(&with_server(&server, PLAIN));
    assert!(server.taken().is_empty());
    assert!(!server.heard().iter().any(|one| one.starts_with("MAIL")));
    let weight = run.stderr.split("pèse").nth(1).unwrap();
    let weight = weight.split(',').next().unwrap();
    let stderr = run.stderr.replace(weight, " N ko");
    let run = crate::common::Run { stderr, ..run };
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: message.eml pèse N ko, et le serveur ne prend pas plus de 20⍽ko⍽; personne ne l’a reçu
  aide⍽: allégez le logo, puis relancez⍽; ou demandez à qui tient le serveur d’en prendre davantage⍽; ou publiez le compte rendu et envoyez son adresse
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn a_server_with_room_hears_how_heavy_each_message_is() {
    let server = Server::plain(greeting("250-serveur\r\n250 SIZE 10000000"));
    let run = post(&with_server(&server, PLAIN));
    assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
    let heard = server.heard();
    let told = heard.iter().filter(|one| one.starts_with("MAIL"));
    let told: Vec<usize> = told
        .map(|one| one.split("> SIZE=").nth(1).unwrap().parse().unwrap())
        .collect();
    let taken = server.taken();
    let weights: Vec<usize> = taken.iter().map(|(_, text)| text.len()).collect();
    assert_eq!(told, weights);
}

#[test]
fn no_limit_is_none() {
    for greets in ["250-serveur\r\n250 SIZE", "250-serveur\r\n250 SIZE 0"] {
        let server = Server::plain(greeting(greets));
        let run = post(&with_server(&server, PLAIN));
        assert_eq!((run.code, server.taken().len()), (0, 6), "{}", run.text());
    }
}

/// Without a limit that it tells, it may have one all the same.
#[test]
fn a_server_that_finds_a_message_too_heavy_is_not_asked_for_each_address() {
    let server = Server::plain(|heard, _| match heard.starts_with(". ") {
        true => Does::Says("552 5.3.4 Message size exceeds fixed limit"),
        false => Does::AsUsual,
    });
    let run = post(&with_server(&server, PLAIN));
    let ends = server
        .heard()
        .into_iter()
        .filter(|one| one.starts_with(". "));
    assert_eq!(ends.count(), 1);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur trouve le message trop lourd (552 5.3.4 Message size exceeds fixed limit)
  aide⍽: allégez le logo, puis relancez⍽; ou demandez à qui tient le serveur d’en prendre davantage⍽; ou publiez le compte rendu et envoyez son adresse
Il reste 6 messages à envoyer.

"#]]);
}

/// Nothing but ASCII goes out, so that no server has to take more (RFC 6152, 6531).
#[test]
fn what_goes_out_asks_for_no_extension() {
    let server = Server::plain(greeting("250-serveur\r\n250-8BITMIME\r\n250 SMTPUTF8"));
    assert_eq!(post(&with_server(&server, PLAIN)).code, 0);
    for (_, text) in server.taken() {
        assert!(text.is_ascii());
        assert!(text.split("\r\n").all(|line| line.len() <= 998));
    }
    for line in server.heard() {
        assert!(line.is_ascii(), "{line}");
        assert!(
            !line.contains("BODY=") && !line.contains("SMTPUTF8"),
            "{line}"
        );
    }
}
