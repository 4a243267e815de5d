//! What stands in a part of a theme is told with it, and with its number: alone, it may say what that of another part says.

use snapbox::str;

use super::{Project, parsed, plain_spaces, sent, series};
use crate::common::same;

const GRANTS: &str = r#"
date = 2026-04-14
[[themes]]
titre = "Subventions :"
[[themes.parties]]
titre = "école de musique"
decisions = [{ numero = "2026-04-03", texte = "Attribue 42 000 €." }]
actions = [{ texte = "Verser", responsables = ["Mairie"] }]
[[themes.parties]]
titre = "Club de football"
decisions = ["Attribue 42 000 €."]
actions = [{ numero = "A2", texte = "Verser", responsables = ["Mairie"], echeance = 2026-04-30 }]
"#;

fn grants() -> Project {
    let project = series().file("meetings/2026/2026-04-14.toml", GRANTS);
    sent(project, "2026-04-14")
}

fn text(project: &Project, message: &str) -> String {
    let bytes = project.bytes(&format!("circulation/2026-04-14/{message}"));
    let text = parsed(&bytes).body_text(0).unwrap().replace("\r\n", "\n");
    plain_spaces(&text)
}

#[test]
fn the_short_text_tells_them_apart() {
    same(
        &plain_spaces(&grants().read("circulation/2026-04-14/court.txt")),
        str![[r#"
Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide

Décisions :
- N° 2026-04-03, Subventions – École de musique : Attribue 42 000 €.
- Subventions – Club de football : Attribue 42 000 €.

À faire :
- Subventions – École de musique : Verser (Mairie)
- A2, Subventions – Club de football : Verser (Mairie, 30 avril 2026)

"#]],
    );
}

#[test]
fn the_messages_tell_them_apart() {
    let project = grants();
    let message = text(&project, "message.eml");
    let (_, told) = message.split_once("compte rendu.\n\n").unwrap();
    same(
        told,
        str![[r#"
DÉCISIONS

- N° 2026-04-03 : Attribue 42 000 €.
  Subventions – École de musique
- Attribue 42 000 €.
  Subventions – Club de football

POINTS D’ACTION

- Verser (Mairie)
  Subventions – École de musique
- A2 : Verser (Mairie), pour le 30 avril 2026
  Subventions – Club de football

"#]],
    );
    let reminder = text(&project, "par-responsable/mairie.eml");
    let (_, told) = reminder.split_once("Bonjour,\n\n").unwrap();
    same(
        told,
        str![[r#"
Mairie : voici vos 2 points d’action à suivre.

- A2 : Verser, pour le 30 avril 2026
  Subventions – Club de football, 14 avril 2026
- Verser
  Subventions – École de musique, 14 avril 2026

Merci d’en indiquer l’avancement.

"#]],
    );
    let bytes = project.bytes("circulation/2026-04-14/message.eml");
    let html = parsed(&bytes).body_html(0).unwrap().into_owned();
    let html = plain_spaces(&html);
    assert!(
        html.contains("<strong>N° 2026-04-03</strong> Attribue"),
        "{html}"
    );
    assert_eq!(html.matches("Subventions – Club de football").count(), 2);
}
