//! Every word that stands alone on a page can be chosen, under `[libelles]`.

use crate::common::Project;

const SETTINGS: &str = r#"adresse_du_site = "https://example.org"
entete = "grille"
compte_par_categorie = true
signatures = ["présidence", "rédaction"]
colonnes = ["themes", "discussion", "recommandations", "decisions", "actions", "responsables", "delai", "statut"]
[suivi]
tableau = "ouvertes"
grouper_par = "responsable"
"#;

const HELD: &str = r#"date = 2026-03-17
debut = 09:30:00
lieu = "à Gao"
objectif = "Relancer"
convoquee_le = 2026-03-02
presidence = { nom = "Awa Sow", fonction = "Coordinatrice" }
redaction = [{ role = "Rédigé par", nom = "Oumou Sow" }]
participants = [{ nom = "Awa Sow", organisation = "ACTED", fonction = "Coordinatrice" }]
excuses = [{ nom = "Issa Keita" }]
absents = [{ nom = "Ali Keita" }]
representes = [{ nom = "Fanta Keita", pouvoir_a = "Awa Sow" }]
ordre_du_jour = ["Gao"]
[cloture]
notes = "Rien."
annexes = ["Le plan"]
[prochaine_reunion]
date = 2026-06-09
[[themes]]
titre = "Gao"
discussion = "Oui."
recommandations = ["Aller"]
decisions = [{ numero = "D1", texte = "Oui.", vote = { pour = 3, contre = 1 } }, "Non."]
actions = [
  { texte = "Un", responsables = ["ACTED"], echeance = 2026-03-20, statut = "en cours" },
  { texte = "Deux" },
  { texte = "Trois", echeance = 2026-09-01 },
  { texte = "Quatre", statut = "permanent" },
  { texte = "Cinq", responsables = ["ACTED"], statut = "fait" },
]
[[themes]]
titre = "Kidal"
presentation = "sections"
actions = [{ texte = "Six", responsables = ["ACTED"], echeance = 2026-03-21, statut = "en cours" }]
"#;

const CONVENED: &str = r#"date = 2026-06-09
etat = "convocation"
ordre_du_jour = ["Gao"]
participants = [{ nom = "Sira Ba", fonction = "Maire" }]
"#;

/// The labels that are only drawn in a PDF: the sheet to be signed.
const DRAWN: [&str; 3] = ["feuille_de_presence", "signature", "autres_participants"];

fn word(key: &str) -> String {
    let word = format!("Zz{}", key.replace('_', ""));
    match key {
        // One that would have to agree stands in no sentence.
        "en_retard" => format!("en {word}"),
        _ => word,
    }
}

#[test]
fn each_key_of_labels_is_said_somewhere_and_no_default_is_left() {
    let schema = Project::empty().run(["schema", "configuration"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let keys = schema["$defs"]["libelles"]["properties"]
        .as_object()
        .unwrap();
    assert!(keys.len() > 100, "{}", keys.len());
    let labels: String = keys
        .keys()
        .map(|key| format!("{key} = \"{}\"\n", word(key)))
        .collect();
    let many: String = (0..210)
        .map(|at| format!("[[themes.actions]]\ntexte = \"Action {at}\"\n"))
        .chain(["echeance = 2025-05-01\n".to_owned()])
        .collect();
    let project = Project::empty()
        .file("greffier.toml", &format!("{SETTINGS}[libelles]\n{labels}"))
        .file("contacts.toml", "[[organisations]]\nnom = \"ACTED\"\ncategorie = \"ONG\"\nadresses = [\"acted@example.org\"]\n")
        .file("meetings/2025/2025-04-14.toml", &format!("date = 2025-04-14\n[[themes]]\ntitre = \"Gao\"\n{many}"))
        .file("meetings/2026/2026-03-17.toml", HELD)
        .file("meetings/2026/2026-06-09.toml", CONVENED);
    let built = project.run(["build", "--formats", "html,md,pdf,print"]);
    assert_eq!(built.code, 0, "{}", built.text());
    let sent = project.run(["send", "2026-03-17"]);
    assert_eq!(sent.code, 0, "{}", sent.text());
    let said = texts(&project);
    let lower = said.to_lowercase();
    for key in keys.keys().filter(|key| !DRAWN.contains(&key.as_str())) {
        // Some stand within a sentence, or are all capitals in a plain text.
        assert!(
            lower.contains(&word(key).to_lowercase()),
            "no page says `{key}`"
        );
    }
    for default in [
        ">Point d’action</th>",
        ">Accueil<",
        "en retard",
        "Télécharger",
        "Sans date",
        "Décisions de 2026",
        "Points d’action de 2026",
        ";Vote;",
        ";Thème;",
        ";En retard;",
        ">Par année<",
        "par année\"",
        ", page ",
        ">Page ",
        "Tableau Excel",
        "Flux Atom",
        "Autres années",
        "Aller au contenu",
        "Calendrier",
        "Situation",
        "Première échéance",
        "Identifiant",
        " n° ",
        "Bonjour",
        "À faire",
        "Page introuvable",
        "Représenté",
        "Recommandation\"",
        "Ordre du jour",
        ">CSV<",
        "(CSV)",
        "(ICS)",
        "(Atom)",
        "(RSS)",
        ";\"oui\";",
        ";\"non\";",
        ">Point d’action</title>",
        ":Échéance",
        ":Responsables",
    ] {
        assert!(!said.contains(default), "a page says «{default}»");
    }
}

/// All that is made for readers, but what the program's script says in whole sentences.
fn texts(project: &Project) -> String {
    ["output", "circulation"]
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(project.path(folder)))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name() != "recherche.js")
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .collect()
}
