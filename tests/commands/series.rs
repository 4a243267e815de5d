//! What a series decides in `greffier.toml`, seen in the pages.

use crate::common::Project;

const RECORD: &str = "date = 1999-12-31\nnumero = 14\nfin = 12:30:00\nlieu = \"dans le bureau du PNUD\"\n\
    participants = [ { nom = \"Zana Koné\", organisation = \"AVSF\", trier_sous = \"Koné\" }, \
    { nom = \"Ali Bah\", organisation = \"OIM\", trier_sous = \"Bah\" }, { nom = \"Jean de La Fontaine\", organisation = \"ACTED\" } ]\n";

/// The Markdown of that record in a series with these settings.
fn markdown(config: &str) -> String {
    let project = Project::empty()
        .file(
            "greffier.toml",
            &format!("instance_avec_de = \"du Cluster\"\n{config}"),
        )
        .file("meetings/1999-12-31.toml", RECORD)
        .build();
    // The kind of document names its file.
    let files = project.files("output/1999-12-31");
    let file = files.iter().find(|file| file.ends_with(".md")).unwrap();
    project.read(&format!("output/1999-12-31/{file}"))
}

#[track_caller]
fn holds(config: &str, sentence: &str) {
    let text = markdown(config);
    assert!(text.contains(sentence), "« {sentence} » is not in\n{text}");
}

#[test]
fn spelling_and_thousand() {
    holds(
        "",
        "L’an mil neuf cent quatre-vingt-dix-neuf, le trente et un décembre, s’est tenue, dans le bureau du PNUD, la quatorzième réunion de l’année 1999 du Cluster.",
    );
    holds(
        "orthographe = \"1990\"",
        "L’an mil-neuf-cent-quatre-vingt-dix-neuf, le trente-et-un décembre,",
    );
    holds(
        "millesime = \"mille\"",
        "L’an mille neuf cent quatre-vingt-dix-neuf,",
    );
}

#[test]
fn the_date_of_the_formula() {
    holds(
        "date_d_ouverture = \"en chiffres\"",
        "Le 31\u{a0}décembre 1999 s’est tenue, dans le bureau du PNUD, la quatorzième réunion",
    );
}

#[test]
fn the_kind_of_document() {
    holds("", "# Compte rendu de la réunion\n");
    holds(
        "document = \"procès-verbal\"",
        "# Procès-verbal de la réunion\n",
    );
    holds(
        "document = \"relevé de décisions\"",
        "# Relevé de décisions de la réunion\n",
    );
    holds("document = \"procès-verbal\"\ntitre = \"PV\"", "# PV\n");
}

#[test]
fn the_label_of_the_excused() {
    let check = |people: &str, label: &str| {
        let record = format!("date = 2026-03-17\nexcuses = [ {people} ]\n");
        let project = Project::empty()
            .file("meetings/2026-03-17.toml", &record)
            .build();
        let text = project.read("output/2026-03-17/compte-rendu-2026-03-17.md");
        assert!(text.contains(&format!("## {label}\n")), "{text}");
    };
    let woman = "{ nom = \"Awa Sow\", genre = \"féminin\" }";
    let other = "{ nom = \"Oumou Ba\", genre = \"féminin\" }";
    let man = "{ nom = \"Ali Bah\", genre = \"masculin\" }";
    check(woman, "Excusée");
    check(man, "Excusé");
    check("{ nom = \"Ali Bah\" }", "Absence excusée");
    check(&format!("{woman}, {other}"), "Excusées");
    check(&format!("{woman}, {man}"), "Absences excusées");
    check(
        &format!("{woman}, {{ organisation = \"OIM\" }}"),
        "Absences excusées",
    );
}

#[test]
fn the_quorum() {
    let build = |quorum: &str, formula: Option<&str>| {
        let record = format!("date = 2026-03-17\n{quorum}\n");
        let mut project = Project::empty().file("meetings/2026-03-17.toml", &record);
        if let Some(formula) = formula {
            project = project.file("templates/formules/quorum.txt", formula);
        }
        let project = project.build();
        let folder = "output/2026-03-17";
        let html = project.read(&format!("{folder}/index.html"));
        (
            html,
            project.read(&format!("{folder}/compte-rendu-2026-03-17.md")),
        )
    };
    let reached = "quorum = { presents = 9, requis = 9, membres = 17 }";
    for (quorum, sentence) in [
        (
            reached,
            "Le quorum étant atteint (9 membres présents sur 17), la réunion peut valablement délibérer.",
        ),
        (
            "quorum = { presents = 4, requis = 9, membres = 17 }",
            "Le quorum n’étant pas atteint (4 membres présents sur 17), la réunion est tenue à titre consultatif.",
        ),
        // A body without its quorum is not consulted; a time limit that bears the name of it is something else.
        (
            "titre = \"Procès-verbal de carence\"\nquorum = { presents = 4, requis = 9, membres = 17 }",
            "Le quorum n’étant pas atteint (4 membres présents sur 17), la réunion ne peut valablement délibérer.",
        ),
        (
            "titre = \"Réforme du délai de carence\"\nquorum = { presents = 4, requis = 9, membres = 17 }",
            "Le quorum n’étant pas atteint (4 membres présents sur 17), la réunion est tenue à titre consultatif.",
        ),
    ] {
        let (html, markdown) = build(quorum, None);
        assert!(
            html.contains(&format!("<p class=\"quorum\">{sentence}</p>")),
            "{html}"
        );
        assert!(
            markdown.contains(&format!("\n\n{sentence}\n")),
            "{markdown}"
        );
    }
    let (html, markdown) = build("", None);
    assert!(!html.contains("quorum\"") && !markdown.contains("quorum"));
    let own = "{{ formule.membres_presents }} membres sur {{ formule.membres }} : quorum de {{ formule.membres_requis }}.";
    let (html, markdown) = build(reached, Some(own));
    for page in [html, markdown] {
        assert!(page.contains("9 membres sur 17 : quorum de 9."), "{page}");
    }
}

#[test]
fn the_end_of_the_meeting() {
    assert!(!markdown("").contains("levée"));
    holds(
        "levee_de_seance = \"en chiffres\"",
        "\n\nLa séance est levée à 12\u{a0}h\u{a0}30.",
    );
    holds(
        "levee_de_seance = \"en lettres\"",
        "\n\nLa séance est levée à douze heures trente.",
    );
}

#[test]
fn the_order_of_the_participants() {
    holds(
        "",
        "| 1 | Zana Koné | AVSF |\n| 2 | Ali Bah | OIM |\n| 3 | Jean de La Fontaine | ACTED |\n",
    );
    holds(
        "tri_des_participants = \"nom\"",
        "| 1 | Ali Bah | OIM |\n| 2 | Zana Koné | AVSF |\n| 3 | Jean de La Fontaine | ACTED |\n",
    );
    holds(
        "tri_des_participants = \"organisation\"",
        "| 1 | Jean de La Fontaine | ACTED |\n| 2 | Zana Koné | AVSF |\n| 3 | Ali Bah | OIM |\n",
    );
}

#[test]
fn a_sorted_list_asks_for_filing_names() {
    let check = |config: &str| {
        let project = Project::empty().file("greffier.toml", config).file(
            "meetings/2026-03-17.toml",
            "date = 2026-03-17\nparticipants = [ { nom = \"KONE Sanaba SIDIBE\" } ]\n",
        );
        project.run(["check"]).stderr
    };
    assert!(!check("").contains("nom entier"));
    let asked = check("tri_des_participants = \"nom\"");
    assert!(
        asked.contains("cette personne est classée sous son nom entier"),
        "{asked}"
    );
}

#[test]
fn a_series_writes_its_own_end_and_next_meeting() {
    let project = Project::empty()
        .file("greffier.toml", "levee_de_seance = \"en lettres\"\n")
        .file(
            "templates/formules/levee.txt",
            "Séance close à {{ formule.fin }}.",
        )
        .file(
            "templates/formules/prochaine-reunion.txt",
            "À bientôt, {{ formule.prochaine_date | date(forme=\"article\") }}, {{ formule.prochain_debut }}, \
             {{ formule.prochain_lieu }}, chez {{ formule.prochain_accueil }}.",
        )
        .file(
            "meetings/2026-03-17.toml",
            "date = 2026-03-17\nfin = 12:30:00\n[prochaine_reunion]\ndate = 2026-04-01\ndebut = 09:00:00\n\
             lieu = \"à l'hôtel\"\naccueil = \"l'OIM\"\n",
        )
        .build();
    let text = project.read("output/2026-03-17/compte-rendu-2026-03-17.md");
    for sentence in [
        "Séance close à douze heures trente.",
        "À bientôt, le 1er\u{a0}avril 2026, 9\u{a0}h, à l’hôtel, chez l’OIM.",
    ] {
        assert!(text.contains(sentence), "{text}");
    }
}

#[test]
fn a_series_writes_its_own_formula() {
    let formula = "{{ formule.jour }} {{ formule.annee }}, {{ formule.rang }} réunion {{ formule.instance_avec_de }}.";
    let project = Project::empty()
        .file(
            "greffier.toml",
            "instance_avec_de = \"du <b>Cluster</b>\"\n",
        )
        .file("templates/formules/ouverture.txt", formula)
        .file("meetings/1999-12-31.toml", RECORD)
        .build();
    let html = project.read("output/1999-12-31/index.html");
    assert!(html.contains("<p class=\"ouverture\">le trente et un décembre mil neuf cent quatre-vingt-dix-neuf, quatorzième réunion du &lt;b&gt;Cluster&lt;/b&gt;.</p>"), "{html}");
    let markdown = project.read("output/1999-12-31/compte-rendu-1999-12-31.md");
    assert!(
        markdown.contains("quatorzième réunion du &lt;b>Cluster&lt;/b>."),
        "{markdown}"
    );
}
