//! The text for a telephone.

use snapbox::str;

use super::{APRIL, SETTINGS, plain_spaces, sent, series};
use crate::common::same;

const SHORT: &str = "circulation/2026-04-14/court.txt";

#[test]
fn a_short_text_says_what_matters() {
    let settings = format!("{SETTINGS}adresse_du_site = \"https://example.org/crr/\"\n");
    let project = sent(series().file("greffier.toml", &settings), "2026-04-14");
    same(
        &plain_spaces(&project.read(SHORT)),
        str![[r#"
Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide

Décisions :
- L’atelier se tiendra à Gao.
- N° 4 : Le budget est adopté. Adopté à l’unanimité des 2 votants.

À faire :
- Envoyer les invitations (Mme Awa Sow, PNUD, 30 avril 2026)

Prochaine réunion : mardi 12 mai 2026 à 9 h, à Gao.

Compte rendu : https://example.org/crr/2026/2026-04-14/

"#]],
    );
}

/// What was rejected is no decision: the vote goes with its text, or neither does.
#[test]
fn a_vote_is_never_left_out() {
    let sentence = "Le tarif de l’eau est porté à trente et un francs dans toutes les communes";
    let long = format!("{}.", [sentence; 4].join(", puis "));
    let text = format!(
        "date = 2026-04-14\n[[themes]]\ntitre = \"Tarifs\"\ndecisions = [\n\
         {{ texte = \"Le tarif est porté à 31 F.\", vote = {{ pour = 1, contre = 8 }} }},\n\
         {{ texte = \"Le budget est reporté\", vote = {{ pour = 4, contre = 4 }} }},\n\
         {{ numero = \"7\", texte = \"{long}\", vote = {{ pour = 2, contre = 6 }} }},\n\
         {{ texte = \"La date est fixée\", vote = {{ pour = 9, contre = 0 }} }} ]\n"
    );
    let project = sent(
        series().file("meetings/2026/2026-04-14.toml", &text),
        "2026-04-14",
    );
    let short = plain_spaces(&project.read(SHORT));
    let told: Vec<&str> = short
        .lines()
        .skip_while(|line| *line != "Décisions :")
        .take_while(|line| !line.is_empty())
        .collect();
    same(
        &told.join("\n"),
        str![[r#"
Décisions :
- Le tarif est porté à 31 F. Rejeté par 8 voix contre et 1 pour.
- Le budget est reporté. Rejeté, les voix étant partagées : 4 voix pour et 4 contre.
- La date est fixée. Adopté par 9 voix pour.
Plus 1 décision.
"#]],
    );
}

#[test]
fn a_long_meeting_is_told_in_whole_sentences() {
    let sentence =
        "Il faut que chaque membre du cluster envoie ce qui lui est demandé, dans les délais";
    let decision = |number: usize| format!("\"{sentence}, une fois {number}. {sentence}.\"");
    let decisions: Vec<String> = (1..60).map(decision).collect();
    let text = APRIL.replace(
        "decisions = [",
        &format!("decisions = [{}, ", decisions.join(", ")),
    );
    let settings = format!("{SETTINGS}adresse_du_site = \"https://example.org/crr\"\n");
    let project = series()
        .file("greffier.toml", &settings)
        .file("meetings/2026/2026-04-14.toml", &text);
    let short = sent(project, "2026-04-14").read(SHORT);
    assert!(short.chars().count() <= 1500, "{}", short.chars().count());
    assert!(short.chars().count() > 1200, "{short}");
    let short = plain_spaces(&short);
    assert!(
        short.ends_with("\n\nCompte rendu : https://example.org/crr/2026/2026-04-14/\n"),
        "{short}"
    );
    assert!(
        short.contains("\nPlus ") && short.contains(" décisions.\n"),
        "{short}"
    );
    let items = short
        .lines()
        .filter_map(|line| line.strip_prefix("- Il faut"));
    assert!(items.clone().count() > 3);
    assert!(
        items.into_iter().all(|item| item.ends_with("délais.")),
        "{short}"
    );
}

/// A sentence that alone is too long is left out, and counted.
#[test]
fn a_text_without_end_is_counted() {
    let text = APRIL.replace("Envoyer les invitations", &"mot ".repeat(500));
    let short = sent(
        series().file("meetings/2026/2026-04-14.toml", &text),
        "2026-04-14",
    )
    .read(SHORT);
    assert!(short.chars().count() <= 1500 && !short.contains("mot mot"));
    assert!(
        plain_spaces(&short).contains("Plus 1 point d’action."),
        "{short}"
    );
}

/// That minutes wait to be approved, or are, is said as a title says that they are a draft.
#[test]
fn how_far_minutes_are_is_said() {
    for (state, head) in [
        (
            "projet",
            "Projet de compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide\n\n",
        ),
        (
            "soumis",
            "Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide\n\
             Ce document est soumis à l’approbation des participants.\n\n",
        ),
        (
            "approuvé",
            "Compte rendu de la réunion du 14 avril 2026, Cluster Relèvement Rapide\n\
             Ce document a été approuvé.\n\n",
        ),
    ] {
        let text = format!("etat = \"{state}\"\n{}", APRIL.trim_start());
        let project = series().file("meetings/2026/2026-04-14.toml", &text);
        let short = plain_spaces(&sent(project, "2026-04-14").read(SHORT));
        assert!(short.starts_with(head), "{short}");
    }
}
