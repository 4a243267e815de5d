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

const LONG_NAME: &str = "Groupe de travail technique multisectoriel sur l’eau, l’hygiène, l’assainissement et la santé en milieu scolaire des régions de Gao et de Ménaka";
const LONG_PLACE: &str = "dans la grande salle de conférence du gouvernorat de la région de Gao, au premier étage du bâtiment principal";

/// When and where a meeting is, nobody has to ask, however long its sentence is.
#[test]
fn when_and_where_are_never_left_out() {
    let instruction =
        "derrière la direction régionale du budget, entrée par la porte nord, ".repeat(5);
    let settings = format!("instance = \"{LONG_NAME}\"\ninstance_avec_de = \"du {LONG_NAME}\"\n");
    for (place, keys, told) in [
        (
            LONG_PLACE,
            "mode = \"hybride\"\noutil = \"Zoom\"\n",
            ["14 avril 2026", "9 h 30", "gouvernorat", "Zoom"],
        ),
        (
            LONG_PLACE,
            "fin = 12:00:00\n",
            [
                "14 avril 2026",
                "de 9 h 30 à 12 h",
                "gouvernorat",
                "bâtiment",
            ],
        ),
        (
            instruction.as_str(),
            "",
            ["14 avril 2026", "9 h 30", "derrière la direction", "…"],
        ),
    ] {
        let record = format!(
            "date = 2026-04-14\ndebut = 09:30:00\netat = \"convocation\"\nlieu = \"{place}\"\n{keys}ordre_du_jour = [\"Atelier\"]\n"
        );
        let project = super::Project::empty()
            .file("greffier.toml", &settings)
            .file("meetings/2026/2026-04-14.toml", &record);
        let short = plain_spaces(&sent(project, "2026-04-14").read(SHORT));
        let line = short.lines().nth(1).unwrap();
        assert!(line.chars().count() <= 300, "{short}");
        for said in told {
            assert!(line.contains(said), "{said}: {short}");
        }
        assert!(!short.contains("\n\n\n"), "{short}");
    }
    let next = format!(
        "[prochaine_reunion]\ndate = 2026-05-12\ndebut = 09:00:00\nlieu = \"{LONG_PLACE}, {instruction}\"\n"
    );
    let text = APRIL
        .split("[prochaine_reunion]")
        .next()
        .unwrap()
        .to_owned()
        + &next;
    let project = series().file("meetings/2026/2026-04-14.toml", &text);
    let short = plain_spaces(&sent(project, "2026-04-14").read(SHORT));
    let said = short.lines().last().unwrap();
    assert!(
        said.starts_with("Prochaine réunion : mardi 12 mai 2026 à 9 h, dans la grande salle"),
        "{short}"
    );
    assert!(
        said.ends_with('…') && said.chars().count() <= 301,
        "{short}"
    );
}

/// The first list takes no room that the others need to be told at all.
#[test]
fn each_list_tells_at_least_how_many_it_has() {
    let sentence = "Chaque membre du cluster envoie ce qui lui est demandé dans les délais";
    let many = |count: usize, item: &dyn Fn(usize) -> String| {
        (1..=count).map(item).collect::<Vec<_>>().join(", ")
    };
    for (decisions, actions) in [(30, 25), (30, 1), (1, 30), (60, 60)] {
        let decisions_typed = many(decisions, &|rank| format!("\"{sentence}, {rank}.\""));
        let actions_typed = many(actions, &|rank| {
            format!("{{ texte = \"{sentence}, {rank}.\" }}")
        });
        let record = format!(
            "date = 2026-04-14\n[[themes]]\ntitre = \"Gao\"\ndecisions = [{decisions_typed}]\nactions = [{actions_typed}]\n"
        );
        let project = super::Project::empty().file("meetings/2026/2026-04-14.toml", &record);
        let short = plain_spaces(&sent(project, "2026-04-14").read(SHORT));
        assert!(short.chars().count() <= 1500, "{short}");
        for (label, count) in [("Décisions :", decisions), ("À faire :", actions)] {
            let list = short.split_once(label).map(|(_, list)| list);
            let list = list.and_then(|list| list.split("\n\n").next());
            let list = list.expect(label);
            let told = list.matches("\n- ").count();
            let rest = list.split_once("\nPlus ").map_or("0", |(_, rest)| rest);
            let rest = rest.split(' ').next().unwrap().parse::<usize>().unwrap();
            assert_eq!(told + rest, count, "{short}");
        }
    }
}

/// Minutes that are approved are told of however many they are.
#[test]
fn many_approved_minutes_are_counted() {
    // Of several years, each day has its own.
    let day = |number: usize| format!("20{:02}-12-27", number + 10);
    let days: Vec<String> = (1..=12).map(day).collect();
    let long = "Le point 2 est à lire autrement que les membres ne l’ont lu ".repeat(6);
    for (count, changes, told) in [
        (
            2,
            "",
            "réunions du 27 décembre 2011 et du 27 décembre 2012 sont approuvés sans modification.",
        ),
        (
            2,
            long.as_str(),
            "du 27 décembre 2012 sont approuvés avec des modifications.",
        ),
        (
            12,
            "",
            "Les comptes rendus de 12 réunions sont approuvés sans modification.",
        ),
        (
            12,
            long.as_str(),
            "Les comptes rendus de 12 réunions sont approuvés avec des modifications.",
        ),
    ] {
        let named: Vec<String> = days[..count]
            .iter()
            .map(|day| format!("\"avant/{day}\""))
            .collect();
        let changes = match changes {
            "" => String::new(),
            changes => format!(", modifications = \"{changes}\""),
        };
        let approval = format!(
            "approbation = {{ reunion = [{}]{changes} }}\n",
            named.join(", ")
        );
        let record = format!("date = 2026-04-14\n{approval}");
        let project = super::Project::empty().file("meetings/2026/2026-04-14.toml", &record);
        let project = days.iter().fold(project, |project, day| {
            let draft = format!("date = {day}\netat = \"projet\"\n");
            project.file(&format!("meetings/avant/{day}.toml"), &draft)
        });
        let short = plain_spaces(&sent(project, "2026-04-14").read(SHORT));
        assert!(short.lines().any(|line| line.ends_with(told)), "{short}");
    }
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
