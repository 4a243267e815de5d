//! Words and keys that writers put for those of the format: the help names the right one, and typing it heals the record.

use greffier::diagnostic::Source;
use greffier::record::{self, AnnexFile};

/// A record with the slip, the slip, and what the help proposes instead.
const SLIPS: &[(&str, &str, &str)] = &[
    ("mode = §", "\"présentiel\"", "\"en salle\""),
    ("mode = §", "\"en présentiel\"", "\"en salle\""),
    ("mode = §", "\"visioconférence\"", "\"en ligne\""),
    ("mode = §", "\"Visio\"", "\"en ligne\""),
    ("mode = §", "\"distanciel\"", "\"en ligne\""),
    ("mode = §", "\"mixte\"", "\"hybride\""),
    ("etat = §", "\"brouillon\"", "\"projet\""),
    ("etat = §", "\"annulé\"", "\"annulée\""),
    ("etat = §", "\"reporté\"", "\"reportée\""),
    ("seance = §", "\"assemblée\"", "\"assemblée générale\""),
    ("seance = §", "\"AG\"", "\"assemblée générale\""),
    ("presentation = §", "\"table\"", "\"tableau\""),
    ("presentation = §", "\"texte\"", "\"sections\""),
    ("entete = §", "\"grilles\"", "\"grille\""),
    ("colonnes = [§]", "\"theme\"", "\"themes\""),
    ("colonnes = [\"themes\", §]", "\"échéance\"", "\"delai\""),
    (
        "colonnes = [\"themes\", §]",
        "\"commentaires\"",
        "\"recommandations\"",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", pour = § }]",
        "\"decision\"",
        "\"décision\"",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", pour = § }]",
        "\"débat\"",
        "\"discussion\"",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", § = \"OCHA\" }]",
        "\"présenté_par\"",
        "`presente_par`",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", § = [\"B\"] }]",
        "sous-points",
        "`sous_points`",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", duree = § }]",
        "\"10 min\"",
        " 10",
    ),
    (
        "ordre_du_jour = [{ titre = \"A\", duree = § }]",
        "\"10\"",
        " 10",
    ),
    (
        "participants = [{ nom = \"A\", genre = § }]",
        "\"femme\"",
        "\"féminin\"",
    ),
    (
        "participants = [{ nom = \"A\", § = \"membre\" }]",
        "\"qualité\"",
        "`qualite`",
    ),
    (
        "participants = [{ nom = \"A\", § = 19:00:00 }]",
        "\"arrivée\"",
        "`arrivee`",
    ),
    (
        "participants = [{ nom = \"A\", § = 19:00:00 }]",
        "\"départ\"",
        "`depart`",
    ),
    (
        "representes = [{ nom = \"A\", § = \"B\" }]",
        "pouvoir",
        "`pouvoir_a`",
    ),
    (
        "representes = [{ nom = \"A\", § = \"B\" }]",
        "represente",
        "`represente_par`",
    ),
    (
        "[[themes]]\ntitre = \"A\"\ndecisions = [{ texte = \"B\", vote = { pour = 3, § = 1 } }]",
        "abstention",
        "`abstentions`",
    ),
    (
        "[[themes]]\ntitre = \"A\"\ndecisions = [{ texte = \"B\", vote = { § = true } }]",
        "\"unanimité\"",
        "`unanimite`",
    ),
    (
        "[[themes]]\ntitre = \"A\"\ndecisions = [{ texte = \"B\", vote = { pour = 3, scrutin = § } }]",
        "\"main levée\"",
        "\"à main levée\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\ndecisions = [{ texte = \"B\", vote = { pour = 3, resultat = § } }]",
        "\"adoptée\"",
        "\"adopté\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = §",
        "\"Terminé\"",
        "\"fait\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = §",
        "\"Complété\"",
        "\"fait\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = §",
        "\"non-fait\"",
        "\"non fait\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = §",
        "\"pas commencé\"",
        "\"à faire\"",
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.§]]\ntitre = \"B\"",
        "partie",
        "`parties`",
    ),
];

fn read(line: &str) -> record::Reading {
    let source = Source {
        name: "r.toml".into(),
        text: format!("date = 2026-03-17\n{line}\n"),
    };
    record::read(&source, &|_| AnnexFile::Missing)
}

#[test]
fn the_help_names_what_heals() {
    for (record, slip, right) in SLIPS {
        let faults = read(&record.replace('§', slip)).faults;
        let [fault] = faults.as_slice() else {
            panic!("{slip}: {faults:?}");
        };
        let first = fault.help.first().cloned().unwrap_or_default();
        assert!(first.contains(right), "{slip}: {first}");
        let healed = read(&record.replace('§', right.trim_matches(['`', ' '])));
        assert!(healed.faults.is_empty(), "{right}: {:?}", healed.faults);
    }
}
