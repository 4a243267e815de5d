//! One name for a body in every output, whichever of its names a record has.

use super::common::Project;
use super::plain_spaces;

const CONTACTS: &str = r#"
[[organisations]]
nom = "PNUD"
autres_noms = ["UNDP", "Programme des Nations unies pour le développement"]
categorie = "ONU"
adresses = ["pnud@example.org"]
[[organisations]]
nom = "ACTED"
categorie = "ONGI"
[[organisations]]
nom = "Mercy Corps"
categorie = "ONGI"
"#;

/// Each name stands alone where a record may have one.
const FEBRUARY: &str = r#"
date = 2026-02-10
presidence = { nom = "M. Bah", organisation = "U.N.D.P." }
redaction = [{ role = "Rédigé par", organisation = "UNDP" }]
ordre_du_jour = [{ titre = "Budget", presente_par = "undp" }]
participants = [
  { nom = "Awa Sow", organisation = "UNDP" },
  { nom = "Ali Dicko", organisation = "Programme des Nations Unies pour le Développement" },
  { nom = "Oumou Keita", organisation = "ACTED" },
  { organisation = "Mercy Corps", nombre = 2 },
  { organisation = "Mairie de Gao" },
]
excuses = [{ organisation = "UNDP" }]
[[themes]]
titre = "Budget"
responsables = ["UNDP", "ACTED"]
decisions = [{ texte = "Le budget est adopté.", vote = { pour = 2, noms = { pour = ["UNDP", "ACTED"] } } }]
actions = [{ texte = "Diffuser le budget", responsables = ["undp", "PNUD"] }]
"#;

const MARCH: &str = r#"
date = 2026-03-10
suivi = [{ action = "2026/2026-02-10#action-1-1", responsables = ["UNDP", "ACTED"], echeance = 2026-04-01 }]
[[themes]]
titre = "Atelier"
discussion = "Le texte garde UNDP, comme il est écrit."
"#;

fn series(settings: &str) -> Project {
    Project::empty()
        .file("greffier.toml", settings)
        .file("contacts.toml", CONTACTS)
        .file("meetings/2026/2026-02-10.toml", FEBRUARY)
        .file("meetings/2026/2026-03-10.toml", MARCH)
}

/// The outputs that are texts, by name.
fn texts(project: &Project) -> Vec<(String, String)> {
    let files = project.files("output").into_iter();
    let files = files.filter(|name| !name.contains(".greffier/"));
    let read = files.filter_map(|name| {
        let bytes = project.bytes(&format!("output/{name}"));
        Some((name, String::from_utf8(bytes).ok()?))
    });
    read.collect()
}

#[test]
fn a_body_has_one_name_in_every_output() {
    let project = series("");
    assert_eq!(project.run(["build", "--formats", "html,md"]).code, 0);
    for (name, text) in texts(&project) {
        let text = text.replace("garde UNDP", "").to_lowercase();
        // The index keeps the word of the text, which stays as it was typed.
        if !name.starts_with("recherche/") {
            for other in ["undp", "u.n.d.p.", "programme des nations"] {
                assert!(!text.contains(other), "{name} calls it {other}:\n{text}");
            }
        }
    }
    let owners: Vec<String> = project
        .files("output")
        .into_iter()
        .filter(|name| name.starts_with("responsable-") && name.ends_with(".html"))
        .collect();
    assert_eq!(
        owners,
        ["responsable-acted.html", "responsable-pnud.html"],
        "an owner has one page"
    );
}

/// Without contacts nothing is called otherwise; a name that is not listed stays.
#[test]
fn a_name_that_is_not_listed_stays() {
    let project = Project::empty().file("meetings/2026/2026-02-10.toml", FEBRUARY);
    assert_eq!(project.run(["build", "--formats", "md"]).code, 0);
    let text = project.read("output/2026/2026-02-10/compte-rendu-2026-02-10.md");
    assert!(text.contains("| UNDP |"), "{text}");
}

/// What the contacts call a body is part of what the outputs are made from; their addresses are not.
#[test]
fn contacts_that_change_a_name_make_the_outputs_anew() {
    let project = series("");
    let build = ["build", "--formats", "html,md"];
    assert_eq!(project.run(build).code, 0);
    let project = project.file(
        "contacts.toml",
        &CONTACTS.replace("pnud@example.org", "gao@example.org"),
    );
    let run = project.run(build);
    assert!(!run.text().contains("mis à jour"), "{}", run.text());
    let project = project.file(
        "contacts.toml",
        &CONTACTS.replace("nom = \"PNUD\"", "nom = \"PNUD Mali\""),
    );
    assert_eq!(project.run(build).code, 0);
    let text = project.read("output/2026/2026-02-10/compte-rendu-2026-02-10.md");
    assert!(text.contains("| PNUD Mali |"), "{text}");
}

/// Without sound contacts nobody knows what the bodies are called.
#[test]
fn faulty_contacts_hold_the_build() {
    let project = series("").file("contacts.toml", "[[organisations]]\n");
    let run = project.run(["build"]);
    assert_eq!(run.code, 1, "{}", run.text());
    assert!(run.text().contains("contacts.toml:1"), "{}", run.text());
}

#[test]
fn the_organisations_are_counted_by_category_where_the_series_asks() {
    let said = "Organisations par catégorie : ONGI (2), ONU (1), sans catégorie (1).";
    for (settings, is_said) in [
        ("", false),
        ("compte_par_categorie = true\n", true),
        (
            "compte_par_categorie = true\n[site]\nparticipants = \"organisations\"\n",
            true,
        ),
    ] {
        let project = series(settings);
        assert_eq!(project.run(["build", "--formats", "html,md"]).code, 0);
        for page in ["index.html", "compte-rendu-2026-02-10.md"] {
            let text = plain_spaces(&project.read(&format!("output/2026/2026-02-10/{page}")));
            assert_eq!(text.contains(said), is_said, "{settings}{page}:\n{text}");
        }
        // Nobody is said to have been at the other.
        let text = project.read("output/2026/2026-03-10/index.html");
        assert!(!text.contains("par catégorie"), "{text}");
    }
}
