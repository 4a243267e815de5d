//! Several minutes approved at once, and several meetings of one day.

use super::common::Project;
use super::{plain_spaces, register, table};

/// A series of minutes in draft, with what a last record of 14 April says.
fn approving(settings: &str, last: &str) -> Project {
    let draft = |date: &str, more: &str| format!("date = {date}\netat = \"projet\"\n{more}");
    Project::empty()
        .file("greffier.toml", settings)
        .file("meetings/2025/2025-12-16.toml", &draft("2025-12-16", ""))
        .file("meetings/2026/2026-03-03.toml", &draft("2026-03-03", ""))
        .file(
            "meetings/2026/2026-03-10.toml",
            &draft("2026-03-10", "date_fin = 2026-03-11\n"),
        )
        .file(
            "meetings/2026/2026-03-17.toml",
            &draft("2026-03-17", "seance = \"assemblée générale\"\n"),
        )
        .file(
            "meetings/2026/2026-04-14.toml",
            &format!("date = 2026-04-14\n{last}"),
        )
}

/// One sentence for all of them, in every output; each is approved.
#[test]
fn several_minutes_are_approved_at_once() {
    let formal = "document = \"procès-verbal\"\n";
    for (settings, named, said) in [
        (
            "",
            &["2026/2026-03-03"][..],
            "Le compte rendu de la réunion du 3 mars 2026 est approuvé sans modification.",
        ),
        (
            formal,
            &["2025/2025-12-16", "2026/2026-03-03"],
            "Les procès-verbaux des réunions du 16 décembre 2025 et du 3 mars 2026 sont approuvés sans modification.",
        ),
        (
            "",
            &["2026/2026-03-03", "2026/2026-03-10"],
            "Les comptes rendus des réunions du 3 mars et des 10 et 11 mars 2026 sont approuvés sans modification.",
        ),
        (
            "",
            &["2026/2026-03-10", "2026/2026-03-03"],
            "Les comptes rendus des réunions du 3 mars et des 10 et 11 mars 2026 sont approuvés sans modification.",
        ),
        (
            "seance = \"séance\"\n",
            &["2026/2026-03-03", "2026/2026-03-10", "2026/2026-03-17"],
            "Les comptes rendus de la séance du 3 mars, de la séance des 10 et 11 mars et de l’assemblée générale du 17 mars 2026 \
             sont approuvés sans modification.",
        ),
    ] {
        let last = format!("approbation = {{ reunion = {named:?} }}\n");
        let project = approving(settings, &last).build();
        let of = |address: &str| {
            let files = project.files(&format!("output/{address}"));
            let file = files.iter().find(|file| file.ends_with(".md")).unwrap();
            let markdown = project.read(&format!("output/{address}/{file}"));
            let html = project.read(&format!("output/{address}/index.html"));
            [markdown, html].map(|text| plain_spaces(&text))
        };
        for text in of("2026/2026-04-14") {
            assert!(text.contains(said), "{said}\n{text}");
            let title = match named.len() {
                1 => "Approbation du ",
                _ => "Approbation des ",
            };
            assert!(text.contains(title), "{text}");
        }
        for address in named {
            for text in of(address) {
                assert!(
                    text.contains("approuvé le 14 avril 2026"),
                    "{address}: {text}"
                );
            }
        }
    }
}

/// What is wrong in one of them is said at its place.
#[test]
fn a_list_of_approved_minutes_has_its_faults() {
    for (named, fault, place) in [
        (
            "[\"2026/2026-03-03\", \"2026/2026-03-04\"]",
            "aucune réunion précédente",
            "2:47",
        ),
        (
            "[\"2026/2026-03-03\", \"2026/2026-03-03\"]",
            "nommé deux fois ici",
            "2:47",
        ),
        (
            "[\"2026/2026-03-03\", \"\"]",
            "cet élément de la liste est vide",
            "2:47",
        ),
        (
            "[]",
            "la réunion dont le compte rendu est approuvé est vide",
            "2:27",
        ),
        (
            "\"\"",
            "la réunion dont le compte rendu est approuvé est vide",
            "2:27",
        ),
    ] {
        let project = approving("", &format!("approbation = {{ reunion = {named} }}\n"));
        let checked = project.run(["check"]);
        let said = plain_spaces(&checked.text());
        assert_eq!(checked.code, 1, "{said}");
        assert!(
            said.contains(fault) && said.contains(&format!("2026-04-14.toml:{place}")),
            "{said}"
        );
    }
}

/// Two meetings of a day are told apart by their hour, wherever they are called by their day; one that is alone is not.
#[test]
fn two_meetings_of_a_day_are_told_apart() {
    let meeting = |date: &str, hour: &str, id: &str| {
        format!(
            "date = {date}\ndebut = {hour}\n[[themes]]\ntitre = \"Gao\"\ndecisions = [\"Décidé.\"]\n  [[themes.actions]]\n  \
             id = \"{id}\"\n  texte = \"Agir\"\n"
        )
    };
    let last = "date = 2026-04-14\napprobation = { reunion = [\"2026/2026-03-03-soir\", \"2026/2026-03-03-matin\"] }\n\
                [[suivi]]\naction = \"seul\"\n[[suivi]]\naction = \"matin\"\n[[suivi]]\naction = \"soir\"\n";
    let project = Project::empty()
        .file("greffier.toml", "[suivi]\ngrouper_par = \"réunion\"\n")
        .file(
            "meetings/2026/2026-02-03.toml",
            &meeting("2026-02-03", "09:00:00", "seul"),
        )
        .file(
            "meetings/2026/2026-03-03-matin.toml",
            &meeting("2026-03-03", "09:00:00", "matin"),
        )
        .file(
            "meetings/2026/2026-03-03-soir.toml",
            &meeting("2026-03-03", "17:30:00", "soir"),
        )
        .file("meetings/2026/2026-04-14.toml", last)
        .build();
    let read = |path: &str| plain_spaces(&project.read(&format!("output/{path}")));
    let morning = read("2026/2026-03-03-matin/index.html");
    assert!(
        morning.contains("Réunion précédente : 3 février 2026</a>"),
        "{morning}"
    );
    assert!(
        morning.contains("Réunion suivante : 3 mars 2026, à 17 h 30</a>"),
        "{morning}"
    );
    let later = read("2026/2026-04-14/compte-rendu-2026-04-14.md");
    for said in [
        "Les comptes rendus des réunions du 3 mars 2026 à 9 h et à 17 h 30 sont approuvés",
        "### Réunion du 3 février 2026\n",
        "### Réunion du 3 mars 2026 à 9 h\n",
        "### Réunion du 3 mars 2026 à 17 h 30\n",
        "| 3 février 2026<br>",
        "| 3 mars 2026, à 17 h 30<br>",
    ] {
        assert!(later.contains(said), "{said}\n{later}");
    }
    let year = read("annee-2026.html");
    for said in [
        "Mardi 3 février 2026<",
        "Mardi 3 mars 2026, à 9 h<",
        "Mardi 3 mars 2026, à 17 h 30<",
    ] {
        assert!(year.contains(said), "{said}\n{year}");
    }
    let decisions = read("decisions-2026.html") + &read("actions-2026.html");
    assert_eq!(
        decisions
            .matches("Réunion du 3 mars 2026, à 17 h 30")
            .count()
            % 2,
        0
    );
    assert!(
        decisions.contains("Réunion du 3 mars 2026, à 9 h"),
        "{decisions}"
    );
    assert!(
        !decisions.contains("Réunion du 3 février 2026, à"),
        "{decisions}"
    );
    let open = read("actions.html");
    for said in [">03/02/2026</time></td>", ">03/03/2026</time>, à 9 h</td>"] {
        assert!(open.contains(said), "{said}\n{open}");
    }
    assert_eq!(register(&project).len(), 3);
    assert_eq!(
        table(&project, "2026-04-14", "### Réunion du 3 mars 2026 à 9 h").len(),
        1
    );
}

/// An action point that is given an `id` later is found by its place still, in each edition, also behind one that it does not show.
#[test]
fn a_place_means_the_same_action_once_it_has_an_id() {
    for (first, second, named) in [
        ("", "", "action-1-2"),
        ("", ", id = \"y\"", "action-1-2"),
        ("", ", id = \"y\"", "y"),
        (", id = \"x\"", ", id = \"y\"", "action-1-2"),
        (", visibilite = \"membres\"", "", "action-1-2"),
        (", visibilite = \"membres\"", ", id = \"y\"", "action-1-2"),
    ] {
        let taking = format!(
            "date = 2026-03-03\n[[themes]]\ntitre = \"T\"\nactions = [{{ texte = \"Lire\"{first} }}, {{ texte = \"Écrire\"{second} }}, {{ texte = \"Compter\" }}]\n"
        );
        let following = format!(
            "date = 2026-03-17\n[[suivi]]\naction = \"2026/2026-03-03#{named}\"\nstatut = \"fait\"\n"
        );
        let project = Project::empty()
            .file("meetings/2026/2026-03-03.toml", &taking)
            .file("meetings/2026/2026-03-17.toml", &following)
            .build();
        let done: Vec<String> = register(&project)
            .values()
            .filter(|row| row["Statut"] == "fait")
            .map(|row| row["Points d’action"].clone())
            .collect();
        assert_eq!(done, ["Écrire"], "{first} {second} {named}");
    }
}

/// To follow it by both names is to follow it twice.
#[test]
fn an_action_has_two_names_and_is_one() {
    let taking = "date = 2026-03-03\n[[themes]]\ntitre = \"T\"\nactions = [{ texte = \"Lire\", id = \"x\" }]\n";
    let following = "date = 2026-03-17\n[[suivi]]\naction = \"x\"\nstatut = \"en cours\"\n[[suivi]]\naction = \"2026/2026-03-03#action-1-1\"\nstatut = \"fait\"\n";
    let project = Project::empty()
        .file("meetings/2026/2026-03-03.toml", taking)
        .file("meetings/2026/2026-03-17.toml", following);
    let check = project.run(["check"]);
    assert_eq!(check.code, 1, "{}", check.text());
    assert!(
        check.text().contains("suivie deux fois"),
        "{}",
        check.text()
    );
}

/// Whoever approves or follows what a meeting did, whose record is a convocation still, is told of that.
#[test]
fn a_convocation_that_was_forgotten_is_told() {
    let convened = "date = 2026-03-03\netat = \"convocation\"\n";
    let helped = "si elle s’est tenue, écrivez dans son compte rendu etat = \"projet\"";
    for (state, said, told) in [
        (
            "",
            "approbation = { reunion = \"2026/2026-03-03\" }\n",
            true,
        ),
        (
            "",
            "[[suivi]]\naction = \"2026/2026-03-03#action-1-1\"\n",
            true,
        ),
        ("", "[[suivi]]\naction = \"x\"\n", true),
        (
            "",
            "[[suivi]]\naction = \"2026/2026-02-03#action-1-1\"\n",
            false,
        ),
        (
            "annulée",
            "approbation = { reunion = \"2026/2026-03-03\" }\n",
            false,
        ),
        ("annulée", "[[suivi]]\naction = \"x\"\n", false),
    ] {
        let earlier = match state {
            "" => convened.to_owned(),
            state => format!("date = 2026-03-03\netat = \"{state}\"\n"),
        };
        let project = Project::empty()
            .file("meetings/2026/2026-03-03.toml", &earlier)
            .file(
                "meetings/2026/2026-03-17.toml",
                &format!("date = 2026-03-17\n{said}"),
            );
        let check = project.run(["check"]);
        let text = plain_spaces(&check.text());
        assert_eq!(check.code, 1, "{text}");
        assert_eq!(text.contains(helped), told, "{said}{text}");
    }
}

/// The approval of the others stays where one of a list was approved before.
#[test]
fn one_address_is_taken_off_a_list() {
    for (named, help) in [
        ("\"2026/2026-03-03\"", "supprimez cette ligne"),
        (
            "[\"2026/2026-03-03\", \"2026/2026-03-10\"]",
            "ôtez cette adresse de la liste",
        ),
    ] {
        let project = approving("", &format!("approbation = {{ reunion = {named} }}\n"));
        project.write(
            "meetings/2026/2026-03-17.toml",
            "date = 2026-03-17\napprobation = { reunion = \"2026/2026-03-03\" }\n",
        );
        let check = project.run(["check"]);
        assert!(check.text().contains(help), "{}", check.text());
    }
}
