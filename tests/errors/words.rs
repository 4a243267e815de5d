//! Words and keys that writers put for those of the format: the help names the right one, and typing it heals the record.

use greffier::contacts;
use greffier::diagnostic::Source;
use greffier::record::{self, AnnexFile, AnnexTarget};

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

/// What a record is read as, and the same as programs from which it was pasted leave it: with signs that nobody sees, and accents and spaces
/// of other kinds.
const UNSEEN: &[(&str, &[&str])] = &[
    (
        "etat = \"projet\"",
        &["etat = \"projet\u{200b}\"", "etat = \"\\u200eprojet\""],
    ),
    ("etat = \"approuvé\"", &["etat = \"approuve\u{301}\""]),
    (
        "mode = \"en ligne\"",
        &[
            "mode = \"en\u{a0}ligne\"",
            "mode = \"en\u{202f}ligne\u{feff}\"",
        ],
    ),
    (
        "participants = [{ nom = \"A\", visibilite = \"membres\" }]",
        &["participants = [{ nom = \"A\u{200b}\", visibilite = \"membres\u{200b}\" }]"],
    ),
    (
        "date_fin = \"2026-03-18\"",
        &[
            "date_fin = \"\u{200e}2026-03-18\"",
            "date_fin = \"2026\u{200b}-03-18\u{a0}\"",
        ],
    ),
    (
        "debut = \"9h30\"",
        &[
            "debut = \"9h30\u{200b}\"",
            "debut = \"\u{202a}9\u{a0}h\u{a0}30\u{202c}\"",
        ],
    ),
    (
        "[[themes]]\ntitre = \"A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = \"non fait\"\necheance = 2026-04-01",
        &[
            "[[themes]]\ntitre = \"\u{200b}A\"\n[[themes.actions]]\ntexte = \"B\"\nstatut = \"non\u{a0}fait\u{200b}\"\necheance = \"2026-04-01\u{200e}\"",
        ],
    ),
    (
        "participants = [{ nom = \"Awa Sow\", organisation = \"OIM\" }]\nlieu = \"à Gao\"",
        &[
            "participants = [{ nom = \"Awa Sow\u{200b}\", organisation = \"\u{200e}OIM\u{2060}\" }]\nlieu = \"\u{202a}à Gao\u{202c}\"",
        ],
    ),
    (
        "[cloture]\nliens = [{ texte = \"L\", adresse = \"https://x.org/a\" }]",
        &[
            "[cloture]\nliens = [{ texte = \"L\", adresse = \"https://x.org/a\u{200b}\" }]",
            "[cloture]\nliens = [{ texte = \"L\", adresse = \"\u{200e}https://x.org/\u{200b}a\" }]",
        ],
    ),
    (
        "[cloture]\nannexes = [{ titre = \"A\", lien = \"https://x.org/a\" }]",
        &[
            "[cloture]\nannexes = [{ titre = \"A\", lien = \"https://x.org/a\u{200b}\" }]",
            "[cloture]\nannexes = [{ titre = \"A\u{feff}\", lien = \"\u{202a}https://x.org/a\u{202c}\" }]",
        ],
    ),
];

#[test]
fn what_nobody_sees_changes_nothing() {
    for (plain, others) in UNSEEN {
        let expected = read(plain).meeting;
        assert!(expected.is_some(), "{plain}");
        for typed in *others {
            let reading = read(typed);
            assert!(reading.faults.is_empty(), "{typed}: {:?}", reading.faults);
            assert_eq!(reading.meeting, expected, "{typed}");
        }
    }
}

/// A name of a file may hold such signs; where none does, the one that is read is meant.
#[test]
fn a_path_is_read_as_it_is_seen() {
    for (typed, there, expected) in [
        ("a.pdf\u{200b}", "a.pdf", Some("a.pdf")),
        ("\u{200e}a.pdf", "a.pdf", Some("a.pdf")),
        ("a.pdf\u{200b}", "a.pdf\u{200b}", Some("a.pdf\u{200b}")),
        ("a\u{200b}.pdf", "a.pdf", None),
    ] {
        let source = Source {
            name: "r.toml".into(),
            text: format!(
                "date = 2026-03-17\n[cloture]\nannexes = [{{ titre = \"A\", fichier = \"{typed}\" }}]\n"
            ),
        };
        let is_there = |path: &str| match path == there {
            true => AnnexFile::Present,
            false => AnnexFile::Missing,
        };
        let meeting = record::read(&source, &is_there).meeting;
        let annex = meeting.and_then(|meeting| meeting.annexes.into_iter().next());
        let target = annex.map(|annex| annex.target);
        let expected = expected.map(|path| AnnexTarget::File(path.to_owned()));
        assert_eq!(target, expected, "{typed:?}");
    }
}

#[test]
fn contacts_are_read_as_one_sees_them() {
    let source = Source {
        name: "contacts.toml".into(),
        text: "[[organisations]]\nnom = \"OIM\u{200b}\"\nautres_noms = [\"\u{200e}Organisation des migrations\"]\nadresses = [\"h@example.org\u{200b}\", \"\u{202a}h\u{200b}b@example.org\u{202c}\"]\n".into(),
    };
    let reading = contacts::read(&source);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    let contacts = reading.contacts.unwrap();
    assert_eq!(contacts.of("OIM"), ["h@example.org", "hb@example.org"]);
    assert_eq!(contacts.one_name("Organisation des migrations"), "OIM");
}
