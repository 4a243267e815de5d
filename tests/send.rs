//! `greffier send`, through the front door: what goes out after a meeting, read by a reader that did not write it.
//!
//! The messages that `headers` makes stay in `target/tmp/messages`, for `.ci/judge-message`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "send/agenda.rs"]
mod agenda;
#[path = "send/asked.rs"]
mod asked;
#[path = "send/broken.rs"]
mod broken;
#[path = "send/folder.rs"]
mod folder;
#[path = "send/headers.rs"]
mod headers;
#[path = "send/injected.rs"]
mod injected;
#[path = "send/journal.rs"]
mod journal;
#[path = "send/many.rs"]
mod many;
#[path = "send/message.rs"]
mod message;
#[path = "send/outbox.rs"]
mod outbox;
#[path = "send/parts.rs"]
mod parts;
#[path = "send/password.rs"]
mod password;
#[path = "send/people.rs"]
mod people;
#[path = "send/reminders.rs"]
mod reminders;
#[path = "send/server.rs"]
mod server;
#[path = "send/short.rs"]
mod short;
#[path = "send/smtp.rs"]
mod smtp;
#[path = "send/tls.rs"]
mod tls;
#[path = "send/weight.rs"]
mod weight;
#[path = "send/wording.rs"]
mod wording;

use mail_parser::{Message, MessageParser, MimeHeaders};

use common::Project;

const CONTACTS: &str = r#"
[[organisations]]
nom = "PNUD"
autres_noms = ["UNDP"]
categorie = "ONU"
adresses = ["coordination@example.org"]

[[organisations]]
nom = "ACTED"
adresses = ["acted@example.org", "ACTED@example.org"]

[[organisations]]
nom = "Mercy Corps"

[[personnes]]
nom = "Mme Awa Sow"
organisation = "PNUD"
adresses = ["awa.sow@example.org"]
"#;

const MARCH: &str = r#"
date = 2026-03-17
participants = [{ nom = "Mme Awa Sow", fonction = "Coordinatrice", organisation = "PNUD" }]
[[themes]]
titre = "Cartographie"
actions = [
  { id = "3w", texte = "Remplir le tableau 3W", responsables = ["ACTED", "Mercy Corps"], echeance = 2026-04-01 },
  { texte = "Diffuser les TDR", responsables = ["ACTED"], echeance = 2026-05-30 },
  { texte = "Réserver la salle", responsables = ["ACTED"], statut = "fait" },
]
"#;

const APRIL: &str = r#"
date = 2026-04-14
debut = 09:30:00
lieu = "au bureau du PNUD"
participants = [
  { nom = "Mme Awa Sow", fonction = "Coordinatrice", organisation = "PNUD" },
  { nom = "M. Ali Dicko", organisation = "ACTED" },
]
[[themes]]
titre = "Atelier"
decisions = ["L’atelier se tiendra **à Gao**.", { numero = "4", texte = "Le budget est adopté.", vote = { pour = 2, unanimite = true } }]
actions = [{ texte = "Envoyer les invitations", responsables = ["Mme Awa Sow", "UNDP"], echeance = 2026-04-30 }]
[prochaine_reunion]
date = 2026-05-12
debut = 09:00:00
lieu = "à Gao"
"#;

const SETTINGS: &str = "instance = \"Cluster Relèvement Rapide\"\ninstance_avec_de = \"du Cluster Relèvement Rapide\"\n";

/// Two meetings, with contacts.
fn series() -> Project {
    Project::empty()
        .file("greffier.toml", SETTINGS)
        .file("contacts.toml", CONTACTS)
        .file("meetings/2026/2026-03-17.toml", MARCH)
        .file("meetings/2026/2026-04-14.toml", APRIL)
}

/// The project after `greffier send` of that meeting, which must succeed.
#[track_caller]
fn sent(project: Project, meeting: &str) -> Project {
    let run = project.run(["send", meeting]);
    assert_eq!(run.code, 0, "{}", run.text());
    project
}

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).expect("a message")
}

/// The names of the headers on top of a message, in small letters, in order.
fn header_names(message: &Message<'_>) -> Vec<String> {
    let headers = message.headers().iter();
    headers
        .map(|header| header.name.as_str().to_lowercase())
        .collect()
}

/// The addresses of a header.
fn addresses(list: Option<&mail_parser::Address<'_>>) -> Vec<String> {
    let list = list.into_iter().flat_map(mail_parser::Address::iter);
    list.map(|one| one.address.as_deref().unwrap_or_default().to_owned())
        .collect()
}

/// The files that go with a message: the name of each and its content.
fn attachments(message: &Message<'_>) -> Vec<(String, Vec<u8>)> {
    let attached = message.attachments();
    attached
        .map(|part| {
            let name = part.attachment_name().unwrap_or_default().to_owned();
            (name, part.contents().to_vec())
        })
        .collect()
}

/// A text with the spaces that one types.
fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
