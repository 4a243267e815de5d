//! The message to all: its parts, whom it goes to, and what it says.

use mail_parser::MimeHeaders;
use snapbox::str;

use super::{
    APRIL, Project, addresses, attachments, header_names, parsed, plain_spaces, sent, series,
};
use crate::common::same;

const MESSAGE: &str = "circulation/2026-04-14/message.eml";

#[test]
fn a_draft_that_a_mail_program_opens() {
    let project = sent(series(), "2026-04-14");
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    assert_eq!(
        header_names(&message),
        [
            "content-type",
            "mime-version",
            "subject",
            "x-unsent",
            "message-id",
            "date",
            "bcc"
        ]
    );
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(
        addresses(message.bcc()),
        [
            "coordination@example.org",
            "acted@example.org",
            "awa.sow@example.org"
        ]
    );
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-04-14T12:00:00Z");
    let kinds = message.parts.iter().map(|part| {
        let kind = part.content_type().unwrap();
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap())
    });
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "application/pdf",
            "text/calendar"
        ]
    );
    let attached = attachments(&message);
    let names: Vec<&str> = attached.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["compte-rendu-2026-04-14.pdf", "2026-04-14-reunion.ics"]
    );
    assert!(attached[0].1 == project.bytes("circulation/2026-04-14/compte-rendu-2026-04-14.pdf"));
    let calendar = String::from_utf8(attached[1].1.clone()).unwrap();
    assert!(
        calendar.contains("METHOD:PUBLISH\r\n")
            && calendar.contains("DTSTART:20260512T090000Z\r\n"),
        "{calendar}"
    );
}

/// The event is that of the site's calendar: who has both has it once.
#[test]
fn the_next_meeting_is_the_one_of_the_calendar() {
    let project = sent(series().build(), "2026-04-14");
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let invited = String::from_utf8(attachments(&message)[1].1.clone()).unwrap();
    let uid = invited
        .lines()
        .find(|line| line.starts_with("UID:"))
        .unwrap();
    assert!(project.read("output/calendrier.ics").contains(uid), "{uid}");
}

#[test]
fn it_says_what_was_decided_and_what_is_to_be_done() {
    let project = sent(series(), "2026-04-14");
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    same(
        &plain_spaces(&text),
        str![[r#"
Compte rendu de la réunion
Cluster Relèvement Rapide
Mardi 14 avril 2026, à 9 h 30, au bureau du PNUD

Bonjour,

Veuillez trouver ci-joint le compte rendu.

DÉCISIONS

- L’atelier se tiendra à Gao.
- N° 4 : Le budget est adopté. Adopté à l’unanimité des 2 votants.

POINTS D’ACTION

- Envoyer les invitations (Mme Awa Sow, PNUD), pour le 30 avril 2026

Prochaine réunion : mardi 12 mai 2026 à 9 h, à Gao. Le fichier joint l’ajoute à votre agenda.

"#]],
    );
    let html = message.body_html(0).unwrap();
    for said in [
        "<strong>à Gao</strong>",
        "Envoyer les invitations",
        "Mme Awa Sow, PNUD",
    ] {
        assert!(plain_spaces(&html).contains(said), "{html}");
    }
    for refused in ["<style", "class=", "<img", "<link", "<script", "src="] {
        assert!(!html.contains(refused), "{refused}");
    }
}

const FOLLOWED: &str = r#"
date = 2026-03-17
[[themes]]
titre = "Cartographie"
actions = [
  { id = "3w", numero = "A1", texte = "Remplir le tableau 3W", responsables = ["ACTED"], echeance = 2026-04-01 },
  { id = "tdr", texte = "Diffuser les TDR", responsables = ["PNUD"], echeance = 2026-04-10 },
]
"#;

/// A meeting that only approved the minutes before and followed up, whose minutes are a draft.
const FOLLOWING: &str = r#"
date = 2026-04-14
etat = "projet"
approbation = { reunion = "2026/2026-03-17" }
suivi = [
  { action = "3w", statut = "fait" },
  { action = "tdr", statut = "reporté", echeance = 2026-05-30, commentaire = "La salle manquait." },
]
"#;

fn following(record: &str) -> Project {
    let project = series()
        .file("meetings/2026/2026-03-17.toml", FOLLOWED)
        .file("meetings/2026/2026-04-14.toml", record);
    sent(project, "2026-04-14")
}

#[test]
fn what_was_approved_and_followed_up_is_told() {
    let project = following(FOLLOWING);
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    same(
        &plain_spaces(&text),
        str![[r#"
Projet de compte rendu de la réunion
Cluster Relèvement Rapide
Mardi 14 avril 2026

Bonjour,

Veuillez trouver ci-joint le projet de compte rendu.

Ce document est un projet : il n’a pas encore été approuvé.

Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.

SUIVI DES POINTS D’ACTION

- A1 : Remplir le tableau 3W (ACTED) : fait
- Diffuser les TDR (PNUD) : pour le 30 mai 2026, reportée, d’abord fixée au 10 avril
  La salle manquait.

"#]],
    );
    let html = plain_spaces(&message.body_html(0).unwrap());
    for said in [
        "le projet de compte rendu.",
        "est approuvé sans modification.",
        "<em>fait</em>",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    same(
        &plain_spaces(&project.read("circulation/2026-04-14/court.txt")),
        str![[r#"
Projet de compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide

Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.

Suivi des points d’action :
- A1 : Remplir le tableau 3W (ACTED) : fait
- Diffuser les TDR (PNUD) : pour le 30 mai 2026, reportée, d’abord fixée au 10 avril

"#]],
    );
}

/// What was changed goes with the sentence that announces it, or neither does.
#[test]
fn changes_of_what_was_approved_are_told_where_there_is_room() {
    let long = "Le point 2 est à lire autrement que les membres ne l’ont lu ".repeat(6);
    for (changes, told) in [
        (
            "Le point 2.",
            "avec les modifications suivantes : Le point 2.",
        ),
        (long.as_str(), "du 17 mars 2026 est approuvé."),
    ] {
        let with_changes = format!("2026-03-17\", modifications = \"{changes}\" }}");
        let project = following(&FOLLOWING.replace("2026-03-17\" }", &with_changes));
        let short = plain_spaces(&project.read("circulation/2026-04-14/court.txt"));
        let mut lines = short.lines();
        assert!(lines.any(|line| line.ends_with(told)), "{short}");
    }
}

/// The subject gives the day once, and the head says where who was not in the room was.
#[test]
fn the_day_once_and_the_place_whole() {
    for (keys, subject, place) in [
        (
            "titre = \"Compte rendu de la réunion du 14 avril 2026\"\nmode = \"en ligne\"\noutil = \"Zoom\"\n",
            "Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide",
            "Mardi 14 avril 2026, en ligne (Zoom)",
        ),
        (
            "titre = \"Réunion du mardi 14/04/2026\"\nmode = \"hybride\"\noutil = \"Teams\"\nlieu = \"à Gao\"\n",
            "Réunion du mardi 14/04/2026, Cluster Relèvement Rapide",
            "Mardi 14 avril 2026, à Gao et en ligne (Teams)",
        ),
        (
            "titre = \"Suites du 3 mars 2026\"\nlieu = \"à Gao\"\n",
            "Suites du 3 mars 2026 du 14 avril 2026, Cluster Relèvement Rapide",
            "Mardi 14 avril 2026, à Gao",
        ),
    ] {
        let record = format!("date = 2026-04-14\n{keys}");
        let project = sent(
            series().file("meetings/2026/2026-04-14.toml", &record),
            "2026-04-14",
        );
        let bytes = project.bytes(MESSAGE);
        let message = parsed(&bytes);
        assert_eq!(plain_spaces(message.subject().unwrap()), subject);
        let text = plain_spaces(&message.body_text(0).unwrap());
        assert!(text.lines().any(|line| line == place), "{text}");
    }
}

#[test]
fn a_convocation_goes_out_too() {
    let text = APRIL.split("[[themes]]").next().unwrap();
    let text = text.replacen(
        '\n',
        "\netat = \"convocation\"\nordre_du_jour = [\"Atelier de Gao\", \"Divers\"]\n",
        1,
    );
    let project = sent(
        series().file("meetings/2026/2026-04-14.toml", &text),
        "2026-04-14",
    );
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let attached = attachments(&message);
    let names: Vec<&str> = attached.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "compte-rendu-2026-04-14-convocation.pdf",
            "2026-04-14-reunion.ics"
        ]
    );
    let calendar = String::from_utf8(attached[1].1.clone()).unwrap();
    assert!(
        calendar.contains("DTSTART:20260414T093000Z\r\n"),
        "{calendar}"
    );
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    same(
        &plain_spaces(&text),
        str![[r#"
Convocation à la réunion
Cluster Relèvement Rapide
Mardi 14 avril 2026, à 9 h 30

Bonjour,

Veuillez trouver ci-joint la convocation.

La réunion du Cluster Relèvement Rapide se tiendra le mardi 14 avril 2026, à 9 h 30, au bureau du PNUD.

POINTS À L’ORDRE DU JOUR

1. Atelier de Gao
2. Divers

Le fichier joint ajoute cette date à votre agenda.

"#]],
    );
}

#[test]
fn without_a_next_meeting_there_is_no_calendar() {
    let project = sent(series(), "2026-03-17");
    let bytes = project.bytes("circulation/2026-03-17/message.eml");
    assert_eq!(attachments(&parsed(&bytes)).len(), 1);
}

/// A message that says something else is another one: a mail program would hide the second of two with one name.
#[test]
fn a_corrected_message_has_another_name() {
    let name = |project: Project| {
        let project = sent(project, "2026-04-14");
        let bytes = project.bytes(MESSAGE);
        let name = parsed(&bytes).message_id().unwrap().to_owned();
        assert!(name.ends_with("@greffier.invalid"), "{name}");
        name
    };
    let corrected = APRIL.replace("Envoyer les", "Porter les");
    assert_ne!(
        name(series()),
        name(series().file("meetings/2026/2026-04-14.toml", &corrected))
    );
}

/// The texts are the user's to change.
#[test]
fn a_template_of_the_user_s_takes_the_place_of_ours() {
    let project = series()
        .file(
            "templates/message.txt",
            "Chers membres,\n\n{{ titre }} : {{ decisions | length }} décisions.\n",
        )
        .file(
            "templates/message/actions.html",
            "<p>{{ actions | length }} action</p>",
        );
    let project = sent(project.build(), "2026-04-14");
    let bytes = project.bytes(MESSAGE);
    let message = parsed(&bytes);
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(
        plain_spaces(text.trim_end()),
        "Chers membres,\n\nCompte rendu de la réunion : 2 décisions."
    );
    assert!(message.body_html(0).unwrap().contains("<p>1 action</p>"));
    project.write("templates/message.txt", "{{ sans_objet }}");
    project.run(["send", "2026-04-14"]).is(str![[r#"
code 1
── stderr
erreur⍽: ce modèle ne peut pas être appliqué à 2026/2026-04-14
 --> templates/message.txt:1:4
  |
1 | {{ sans_objet }}
  |    ^^^^^^^^^^ cette variable n’existe pas (Variable `sans_objet` is not defined)
  |
  = aide⍽: sont disponibles⍽: a_eu_lieu, absences, actions, adoption, adresse, adresse_du_site, annee, annexes, approbation, approuve_le, avancement, avec_agenda, categories, convocation, convoques, date, date_fin, decisions, description, document_joint, edition, effectif, en_retard, etat, evenement, extra, fait_a, faits_dates, fichier_markdown, fichier_pdf, formule, grille, horaires, instance, levee, libelles, liens, lieu, lieu_complet, logo, mention_projet, mots, nombre_d_organisations, nombre_de_participants, notes, objectif, ordre_du_jour, organisations, ouverture, paysage, pieces_jointes, presences, presents, prochaine_reunion, quand, quorum, racine, redaction, registre_des_decisions, representes, responsable, reunion_precedente, reunion_suivante, roles, sans_noms, serie, signatures, suites, suivi, sujet, tableau_en_paysage, taille_markdown, taille_pdf, titre, titre_dit_le_jour
  = aide⍽: sans templates/message.txt, le modèle du programme reprend sa place

Corrigez d’abord cela⍽: rien n’a été écrit.

"#]]);
}
