//! Keeps the French documents true: what they list is what the program knows, what they show is what it answers.
//!
//! Conventions of the documents, which these tests read:
//! - a `toml` block of `meetings/README.md` that begins with `date` is a whole record, any other is appended to a record
//!   that holds nothing but a date, and one marked `toml greffier.toml` is a configuration;
//! - a block whose first line is a comment `Fichier : path` is written to that path of the temporary project (in
//!   Windows-1252 if it is marked so);
//! - in a `console` block, lines after `$ ` are commands, run in order, and the other lines are all that they answer; they
//!   end with code 0, or with the one of the mark `code=1`.
//!
//! `SNAPSHOTS=overwrite cargo test --test docs` writes the answers of today into the documents: read the difference.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; its files are temporary"
)]

#[path = "common/kinds.rs"]
mod kinds;
#[path = "docs/messages.rs"]
mod messages;
#[path = "docs/serve.rs"]
mod serve;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use greffier::config::{self, Config, PictureFile, Signatory};
use greffier::contacts;
use greffier::diagnostic::{Diagnostic, Severity, Source};
use greffier::follow_up::{
    Approved, ApprovedMeeting, Entry, Followed, Ledger, Proceedings, Told, repeated_ids,
};
use greffier::minutes::{Minutes, Neighbour, Surroundings};
use greffier::picture::{Picture, PictureFormat};
use greffier::print::style::{self, StyleSheet};
use greffier::record::{
    self, Annex, AnnexFile, AnnexTarget, DueDate, FileNames, HeadForm, KeptBack, KnownPersons, Link,
};
use greffier::templates::{EMBEDDED, Templates};
use serde_json::Value;

const FORMAT: &str = "meetings/README.md";
const TEMPLATES: &str = "templates/README.md";
const GUIDE: &str = "docs/guide.md";
const MESSAGES: &str = "docs/messages.md";

#[test]
fn every_key_is_documented_in_its_table() {
    let record = record::schema();
    let config = config::schema();
    let contacts = contacts::schema();
    let tables = [
        ("La réunion", &record, "/properties"),
        (
            "Un point de l’ordre du jour",
            &record,
            "/$defs/point_precise/properties",
        ),
        ("Une personne", &record, "/$defs/personne/properties"),
        ("Les présences", &record, "/$defs/presences/properties"),
        ("Qui a présidé", &record, "/$defs/presidence/properties"),
        ("Le quorum", &record, "/$defs/quorum/properties"),
        ("Un rôle", &record, "/$defs/role/properties"),
        ("Un thème", &record, "/$defs/theme/properties"),
        ("Une partie", &record, "/$defs/partie/properties"),
        ("Une décision", &record, "/$defs/decision_votee/properties"),
        ("Un vote", &record, "/$defs/vote/properties"),
        ("Les noms", &record, "/$defs/noms_du_vote/properties"),
        (
            "Les voix d’un groupe",
            &record,
            "/$defs/voix_d_un_groupe/properties",
        ),
        ("Un point d’action", &record, "/$defs/action/properties"),
        ("La clôture", &record, "/$defs/cloture/properties"),
        ("Une annexe", &record, "/$defs/annexe_jointe/properties"),
        ("Un lien", &record, "/$defs/lien/properties"),
        ("Un suivi", &record, "/$defs/suivi/properties"),
        ("L’approbation", &record, "/$defs/approbation/properties"),
        (
            "La prochaine réunion",
            &record,
            "/$defs/prochaine_reunion/properties",
        ),
        ("greffier.toml", &config, "/properties"),
        ("Les libellés", &config, "/$defs/libelles/properties"),
        ("Le suivi", &config, "/$defs/suivi/properties"),
        ("Le site", &config, "/$defs/site/properties"),
        (
            "Les éditions que l’on fait",
            &config,
            "/$defs/editions/properties",
        ),
        ("contacts.toml", &contacts, "/properties"),
        (
            "Une organisation des contacts",
            &contacts,
            "/$defs/organisation/properties",
        ),
        (
            "Une personne des contacts",
            &contacts,
            "/$defs/personne/properties",
        ),
        ("L’envoi", &contacts, "/$defs/envoi/properties"),
    ];
    let text = read(FORMAT);
    let mut told = 0;
    for (heading, schema, pointer) in tables {
        let properties = schema.pointer(pointer).and_then(Value::as_object);
        let keys: BTreeSet<String> = properties.expect(pointer).keys().cloned().collect();
        assert_eq!(
            first_column(&text, heading, "Clé"),
            keys,
            "the table of « {heading} »"
        );
        told += 1;
    }
    let groups = groups_of(&record) + groups_of(&config) + groups_of(&contacts);
    assert_eq!(told, groups, "each group of keys has its table");
}

#[test]
fn every_key_of_the_style_sheet_is_documented_in_its_table() {
    let schema = style::schema();
    let tables = [
        ("La feuille de style du PDF", "/properties"),
        ("La feuille de papier", "/$defs/page/properties"),
        ("Les marges", "/$defs/marges/properties"),
        ("Les polices", "/$defs/polices/properties"),
        ("Le texte courant", "/$defs/texte/properties"),
        ("Le filigrane", "/$defs/filigrane/properties"),
        ("Une règle", "/$defs/regle/properties"),
        ("La largeur d’une colonne", "/$defs/colonne/properties"),
    ];
    let text = read(TEMPLATES);
    for (heading, pointer) in tables {
        let properties = schema.pointer(pointer).and_then(Value::as_object);
        let keys: BTreeSet<String> = properties.expect(pointer).keys().cloned().collect();
        assert_eq!(
            first_column(&text, heading, "Clé"),
            keys,
            "the table of « {heading} »"
        );
    }
    assert_eq!(tables.len(), groups_of(&schema), "each group has its table");
}

#[test]
fn every_style_sheet_of_the_templates_is_sound() {
    let sheets = blocks(TEMPLATES)
        .into_iter()
        .filter(|block| block.info == "toml style.toml");
    let mut tried = 0;
    for block in sheets {
        let reading = StyleSheet::read(&source(&block.lines.join("\n")), &|_| AnnexFile::Present);
        assert!(reading.sheet.is_some(), "{:?}", reading.diagnostics);
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        tried += 1;
    }
    assert_eq!(tried, 1);
}

/// Each name of the embedded sheet stands in the tables, and each name of the tables in the sheet.
#[test]
fn every_name_of_the_style_sheet_is_documented() {
    let sheet = StyleSheet::default();
    let text = read(TEMPLATES);
    let told = first_column(&text, "Les éléments et les classes", "Nom");
    assert_eq!(told, sheet.rules.keys().cloned().collect());
    let told = first_column(&text, "La largeur d’une colonne", "Colonne");
    assert_eq!(told, sheet.columns.keys().cloned().collect());
}

/// How many groups of keys a schema holds.
fn groups_of(schema: &Value) -> usize {
    let definitions = schema["$defs"].as_object().unwrap();
    1 + definitions
        .values()
        .filter(|definition| definition["properties"].is_object())
        .count()
}

#[test]
fn every_template_variable_is_documented_in_its_table() {
    let headings = BTreeMap::from([
        ("", "La réunion"),
        (".formule", "Les parties des formules"),
        (".mots", "Les mots de la série"),
        (".redaction[]", "Un rôle"),
        (".roles[]", "Un rôle"),
        (".grille[]", "Une ligne de la grille"),
        (".ordre_du_jour[]", "Un point de l’ordre du jour"),
        (".signatures[]", "Une signature"),
        (".presents[]", "Un groupe de présents"),
        (".presents[].personnes[]", "Une personne"),
        (".representes", "Des absences"),
        (".representes.personnes[]", "Une personne"),
        (".representes.groupes[]", "Un groupe d’absents"),
        (".representes.groupes[].personnes[]", "Une personne"),
        (".organisations[]", "Une organisation"),
        (".absences[]", "Des absences"),
        (".absences[].personnes[]", "Une personne"),
        (".absences[].groupes[]", "Un groupe d’absents"),
        (".absences[].groupes[].personnes[]", "Une personne"),
        (".suites[]", "Une suite de thèmes"),
        (".suites[].colonnes[]", "Une colonne"),
        (".suites[].places", "Les places"),
        (".suites[].themes[]", "Un thème"),
        (".suites[].themes[].lignes[]", "Une ligne du tableau"),
        (".suites[].themes[].lignes[].cases[]", "Une case"),
        (".suites[].themes[].decisions[]", "Une décision"),
        (".suites[].themes[].actions[]", "Une action"),
        (".suites[].themes[].parties[]", "Une partie"),
        (
            ".suites[].themes[].parties[].lignes[]",
            "Une ligne du tableau",
        ),
        (".suites[].themes[].parties[].lignes[].cases[]", "Une case"),
        (".suites[].themes[].parties[].decisions[]", "Une décision"),
        (".suites[].themes[].parties[].actions[]", "Une action"),
        (".suivi", "Le suivi"),
        (".suivi.groupes[]", "Un groupe du suivi"),
        (".suivi.groupes[].lignes[]", "Une action suivie"),
        (".approbation", "L’approbation"),
        (".annexes[]", "Une annexe"),
        (".liens[]", "Un lien"),
        (".libelles", "Les libellés"),
        (".logo", "Le logo"),
        (".reunion_precedente", "Une réunion voisine"),
        (".reunion_suivante", "Une réunion voisine"),
    ]);
    let source = source_of("meetings/2026/2026-06-16.toml");
    let meeting = record::read(&source, &|_| AnnexFile::Present)
        .meeting
        .expect("the example is sound");
    let neighbour = Some(Neighbour {
        date: meeting.date,
        hour: Some("à 9 h".into()),
        address: "../2026-03-17/index.html".into(),
    });
    let surroundings = Surroundings {
        address: "2026/2026-04-14".into(),
        has_markdown: true,
        has_pdf: true,
        previous: neighbour.clone(),
        next: neighbour,
        has_decisions: true,
        told: Told {
            followed: vec![Followed {
                date: meeting.date,
                hour: meeting.start,
                address: "2026/2026-03-17".into(),
                anchor: "tdr-gao".into(),
                theme: "Relance".into(),
                part: Some("Gao".into()),
                number: Some("A-1".into()),
                text: "Diffuser".into(),
                owners: vec!["ACTED".into()],
                due: Some(DueDate::On(meeting.date)),
                earlier_dues: vec![DueDate::Words("immédiat".into())],
                status: None,
                comment: Some("Presque.".into()),
                is_late: true,
            }],
            approved: Some(Approved {
                meetings: vec![ApprovedMeeting {
                    date: meeting.date,
                    last_day: None,
                    hour: None,
                    gathering: None,
                }],
                changes: Some("Le point 3.".into()),
                has_hidden_changes: false,
            }),
            approved_on: None,
        },
    };
    let config = Config {
        head: HeadForm::Grid,
        logo: Some(Picture {
            format: PictureFormat::Png,
            width: 300,
            height: 100,
            bytes: Vec::new().into(),
        }),
        signatures: vec![Signatory::Chair],
        signed_at: Some("Bamako".into()),
        ..Config::default()
    };
    // What the example leaves to the series, and what no record has beside the rest.
    let mut meeting = meeting;
    meeting.head = None;
    for theme in &mut meeting.themes {
        theme.presentation = None;
    }
    meeting.annexes.push(Annex {
        title: "Calendrier".into(),
        target: AnnexTarget::None,
    });
    meeting.links.push(Link {
        text: "Site".into(),
        address: "https://example.org".into(),
    });
    let minutes = Minutes::new(&meeting, &config, &surroundings);
    let mut objects = BTreeMap::new();
    collect_keys(&serde_json::to_value(&minutes).unwrap(), "", &mut objects);
    // The user's own keys, whatever they are.
    objects.remove(".extra");
    let text = read(TEMPLATES);
    for (path, keys) in &objects {
        let heading = headings
            .get(path.as_str())
            .unwrap_or_else(|| panic!("no table for {path}"));
        assert_eq!(
            first_column(&text, heading, "Variable"),
            *keys,
            "the table of « {heading} »"
        );
    }
    let unseen: Vec<_> = headings
        .keys()
        .filter(|path| !objects.contains_key(**path))
        .collect();
    assert!(unseen.is_empty(), "the example shows nothing of {unseen:?}");
}

/// The keys of every object, by the path that leads to it.
fn collect_keys(value: &Value, path: &str, objects: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(map) => {
            let keys = objects.entry(path.to_owned()).or_default();
            keys.extend(map.keys().cloned());
            for (key, value) in map {
                collect_keys(value, &format!("{path}.{key}"), objects);
            }
        }
        Value::Array(items) => {
            for item in items {
                collect_keys(item, &format!("{path}[]"), objects);
            }
        }
        _ => {}
    }
}

#[test]
fn every_template_and_filter_is_documented() {
    let text = read(TEMPLATES);
    let templates: BTreeSet<String> = EMBEDDED
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(
        first_column(&text, "Remplacer un modèle", "Modèle"),
        templates
    );
    let source = read("src/templates/filters.rs");
    let filters: BTreeSet<String> = after_each(&source, "register_filter(\"").collect();
    assert_eq!(first_column(&text, "Les filtres", "Filtre"), filters);
    let forms: BTreeSet<String> = after_each(&source, "Some(\"").collect();
    let told = first_column(&text, "Les filtres", "`forme`");
    assert_eq!(
        told,
        forms.iter().map(|form| format!("\"{form}\"")).collect()
    );
}

/// What stands between each occurrence of `start` and the next quotation mark.
fn after_each<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = String> + 'a {
    let ends = text.split(start).skip(1);
    ends.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
}

/// An example that copies an embedded template must not fall behind it.
#[test]
fn the_copied_templates_are_still_the_embedded_ones() {
    let own = ["Fichier :", "partials/annexes.html"];
    for name in ["minutes.html", "partials/closing.html"] {
        let (_, embedded) = EMBEDDED
            .iter()
            .find(|(embedded, _)| *embedded == name)
            .unwrap();
        let block = blocks(TEMPLATES)
            .into_iter()
            .find(|block| block.file().as_deref() == Some(&format!("templates/{name}")))
            .expect(name);
        let mut rest = embedded.lines();
        for line in &block.lines {
            if own.iter().any(|mark| line.contains(mark)) {
                continue;
            }
            assert!(
                rest.any(|embedded| embedded == line),
                "{name} has no such line any more: {line}"
            );
        }
    }
}

#[test]
fn every_toml_block_of_the_format_is_sound() {
    let mut tried = 0;
    for block in blocks(FORMAT) {
        if block.language() != "toml" {
            continue;
        }
        tried += 1;
        let text = block.lines.join("\n");
        let place = format!("{FORMAT}, line {}", block.line);
        if block.info.contains("greffier.toml") {
            let reading = config::read(&source(&text), &|_| {
                PictureFile::NotThere(AnnexFile::Missing)
            });
            assert!(
                reading.config.is_some() && reading.diagnostics.is_empty(),
                "{place}: {:?}",
                reading.diagnostics
            );
            continue;
        }
        if block.info.contains("contacts.toml") {
            let reading = contacts::read(&source(&text));
            assert!(
                reading.contacts.is_some() && reading.diagnostics.is_empty(),
                "{place}: {:?}",
                reading.diagnostics
            );
            continue;
        }
        let text = if text.starts_with("date") {
            text
        } else {
            format!("date = 2026-03-17\n{text}")
        };
        let source = source(&text);
        let reading = record::read(&source, &|_| AnnexFile::Present);
        assert!(reading.meeting.is_some(), "{place}: {:?}", reading.faults);
        let doubts = reading.doubts(&source);
        assert!(doubts.is_empty(), "{place}: {doubts:?}");
    }
    assert!(tried >= 8, "only {tried} blocks");
}

/// Raises every doubt of a record once, but for those of [`ODD_TOO`].
const ODD: &str = r#"
date = 2026-03-16
approuve_le = 2026-03-01
mode = "en ligne"
lieu = """à
Bamako"""
ordre_du_jour = ["Suivi", "Atelier"]
participants = [
  { nom = "Awa Sow", organisation = "PNUD" },
  { nom = "Awa Sow", organisation = "OIM" },
  { nom = "Ali Dicko (tél. 76 12 34 56)" },
]
[[themes]]
titre = "Suivi"
point = 1
discussion = "Voir [le site](ftp://example.org), le lundi 17 mars 2026 et le 24 janvier 17."
responsables = ["O.I.M."]
[[themes]]
titre = "Autre"
[[themes.actions]]
texte = "Relancer"
echeance = 2025-04-01
[prochaine_reunion]
date = 2026-03-16
"#;
const ODD_TOO: &str = r#"
date = 0026-03-17
ordre_du_jour = ["1. Suivi"]
adoption = "A l’issue des débats du 7 Février, Mr Sow et M.Bah ont remis 160.000 FCFA aux ONGs, le Mardi."
lieu = "devant un écran de 15\""
cloture = { notes = "![a](b.png) et <b>c</b>[^1]\n\n> d\n\n```\ne\n```" }
participants = [{ nom = "KONE Sanaba SIDIBE" }]
presences = { organisations = 0 }
"#;
const ODD_PHRASES: &str = r#"
date = 2026-03-17
debut = 18:00:00
fin = 20:00:00
outil = "Teams"
lieu = "Bureau du PNUD"
instance_avec_de = "le Comité"
adoption = "adopté à l’unanimité"
presidence = { nom = "par Awa Sow", fonction = "Cheffe,", accompagne_par = "assistée de M. Dolo" }
presences = { personnes = 1 }
quorum = { presents = 9, requis = 9, membres = 17 }
reportee_au = 2026-03-17
convoquee_le = 2026-03-18
diffuse_le = 2026-03-16
participants = [
  { nom = "Mme Rivoal", qualite = "membre", arrivee = 17:00:00 },
  { nom = "M. Bah", qualite = "Membres", arrivee = 19:30:00, depart = 19:00:00, represente_par = "Mme Keita" },
  { nom = "M. Attou", pouvoir_a = "Mme Rivoal", a_distance = true },
]
representes = [
  { nom = "M. Kermeur", pouvoir_a = "M. Le Dantec" },
  { nom = "Mme Trévien", pouvoir_a = "Mme Trévien" },
]
excuses = [{ nom = "Mme Keita" }]
[[themes]]
titre = "Budget"
decisions = [
  { numero = "2021-03-01", texte = "Un.", vote = { resultat = "adopté", pour = 3, contre = 17, par = [{ groupe = "CGT", pour = 2 }, { groupe = "FO" }] } },
  { numero = "2021-03-01", texte = "Deux.", vote = { unanimite = true, contre = 1, noms = { contre = ["M. Bah", "Mme Rivoal"] } } },
  { texte = "Trois.", vote = { unanimite = true, par = [{ groupe = "CGT", pour = 2 }, { groupe = "FO" }] } },
]
[prochaine_reunion]
"#;
const ODD_DAYS: &str = r#"
date = 2026-03-17
date_fin = 2026-05-17
quorum = { presents = 3, requis = 9, membres = 17 }
themes = [{ titre = "Tarif", decisions = [{ texte = "Il est porté à 31 €.", vote = { pour = 3 } }] }]
etat = "annulée"
adoption = "adopté"
"#;
const ODD_DRAFT: &str = r#"
date = 2026-03-17
etat = "projet"
objectif = "…"
cloture = { notes = "…" }
[extra]
lieu = "dans le bureau du PNUD"
"#;
/// Raises what is odd of the French, and what is pasted twice.
const ODD_FRENCH: &str = r#"
date = 2026-03-17
presidence = { nom = "Mme Sow" }
objectif = "L’acceuil : Etat des lieux , le 31 juin à 25h30 : la mise en oeuvre, avec Mme. Sow.. Le le mot 'projet' est retiré. Écrire à gao@example.org."
[[themes]]
titre = "Suivi"
[[themes.actions]]
texte = "Relancer"
responsables = ["OIM", "Mme Touré"]
echeance = "30 avril"
[[themes.actions]]
texte = "Relancer"
responsables = ["OIM", "Mme Touré"]
echeance = "30 avril"
[[themes]]
titre = "Suivi"
"#;
/// Raises what Windows would refuse.
const ODD_FILES: &str = r#"
date = 2026-03-17
cloture = { annexes = [{ titre = "Rapport", fichier = "annexes/CON.pdf" }] }
"#;
/// Beside itself on another day, it gives an `id` twice.
const ODD_SERIES: &str = r#"
[[themes]]
titre = "Gao"
[[themes.actions]]
id = "tdr-gao"
texte = "Diffuser les TDR"
"#;
/// Raises what is odd of a convocation, on the day before it and on the day after.
const ODD_CONVOCATION: &str = r#"
date = 2026-03-17
etat = "convocation"
adoption = "adopté"
"#;
/// Raises what is odd where somebody is hidden.
const ODD_KEPT_BACK: &str = r#"
date = 2026-03-17
participants = [{ nom = "Awa Sow", visibilite = "membres" }]
themes = [{ titre = "Gao", discussion = "Mme Sow est venue.\n\n[intern] Elle revient." }]
"#;
/// Raises what is odd of contacts, and of an organisation that they call otherwise.
const ODD_CONTACTS: &str = r#"
organisations = [{ nom = "PNUD", autres_noms = ["UNDP"] }]
personnes = [{ nom = "Awa Sow", organisation = "FAO" }]
"#;
const ODD_CONFIG: &str = "instance = \"Cluster Protection\"\nfait_a = \"à Koulikoro\"\nadresse_du_site = \"https://example.org\"";

#[test]
fn every_doubt_is_explained() {
    let mut raised: Vec<Diagnostic> = config::read(&source(ODD_CONFIG), &|_| {
        PictureFile::NotThere(AnnexFile::Missing)
    })
    .diagnostics;
    let day = |day: &str| day.parse().unwrap();
    for text in [
        ODD,
        ODD_TOO,
        ODD_PHRASES,
        ODD_DAYS,
        ODD_DRAFT,
        ODD_CONVOCATION,
        ODD_FRENCH,
        ODD_FILES,
        ODD_KEPT_BACK,
    ] {
        let source = source(text);
        let reading = record::read(&source, &|_| AnnexFile::Present);
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        raised.extend(reading.doubts(&source));
        match text {
            ODD_TOO => raised.extend(reading.doubt_of_sorting()),
            ODD_FRENCH => {
                raised.extend(reading.doubts_of_persons(&source, &KnownPersons::default(), &[]))
            }
            ODD_KEPT_BACK => {
                raised.extend(reading.doubts_of_kept_back(&source, &KeptBack::default()));
                let named = Source {
                    name: "meetings/2026/2026-03-17-sow.toml".into(),
                    ..source
                };
                raised.extend(reading.doubts_of_kept_back(&named, &KeptBack::default()));
            }
            ODD_PHRASES => raised.extend(reading.doubt_of_day(day("2026-03-16"))),
            ODD_FILES => raised.extend(reading.doubts_of_file_names(&FileNames {
                record: &format!("meetings/{}.toml", "a".repeat(209)),
                page: "output/2026-03-17",
                document: "compte-rendu-2026-03-17.pdf",
            })),
            ODD_CONVOCATION => raised.extend(reading.doubt_of_day(day("2026-03-18"))),
            _ => {}
        }
    }
    raised.extend(doubts_of_series());
    let contacts = contacts::read(&source(ODD_CONTACTS));
    raised.extend(contacts.diagnostics);
    let templates = Templates::new(BTreeMap::new()).unwrap();
    let unused = templates.doubts(&["partials/foter.html".to_owned()]);
    raised.extend(unused.into_iter().flat_map(|report| report.diagnostics));
    let codes: BTreeSet<&str> = raised.iter().map(|doubt| doubt.code.as_str()).collect();
    let kinds = kinds::all().into_iter();
    let doubts = kinds.filter(|kind| kind.severity == Severity::Doubt && kind.room != "style");
    assert_eq!(codes, doubts.map(|kind| kind.code).collect());
    let titles: BTreeSet<String> = raised
        .iter()
        .map(|doubt| plain_spaces(&doubt.title))
        .collect();
    let told: BTreeSet<String> = rows(&read(FORMAT), "Les avis", "Avis")
        .iter()
        .map(|row| plain_spaces(row))
        .collect();
    assert_eq!(told, titles);
}

/// What is odd in a record beside an earlier one.
fn doubts_of_series() -> Vec<Diagnostic> {
    let read = |date: &str| {
        let source = source(&format!("date = {date}\n{ODD_SERIES}"));
        record::read(&source, &|_| AnnexFile::Missing)
    };
    let (first, second) = (read("2026-03-17"), read("2026-04-14"));
    let did = |reading: &record::Reading| Proceedings::of(reading.meeting.as_ref().expect("sound"));
    let (earlier, later) = (did(&first), did(&second));
    let ledger = Ledger::new(vec![
        Entry {
            address: "2026/2026-03-17",
            proceedings: &earlier,
        },
        Entry {
            address: "2026/2026-04-14",
            proceedings: &later,
        },
    ]);
    repeated_ids(&ledger, 1, &second.places())
}

#[test]
fn the_guide_shows_what_the_program_answers() {
    let project = tempfile::tempdir().unwrap();
    let commands = play(GUIDE, project.path(), true);
    assert!(commands >= 12, "only {commands} commands");
}

#[test]
fn the_examples_of_the_templates_show_what_the_program_answers() {
    let project = tempfile::tempdir().unwrap();
    let (code, _) = greffier(project.path(), &["init"]);
    assert_eq!(code, Some(0));
    let page = project.path().join("output/2026/2026-03-17/index.html");
    play(TEMPLATES, project.path(), true);
    // The last example fails, so the page is the one before it.
    let page = fs::read_to_string(page).unwrap();
    let place = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("the page has no {text}"))
    };
    assert!(place("id=\"annexes\"") < place("id=\"themes\""));
    assert!(page.contains(">Conclusions</th>"));
}

/// `README.md` starts from the repository itself; what it says of the output is left to it.
#[test]
fn the_commands_of_the_front_page_work() {
    if !root().join("README.md").exists() {
        return;
    }
    let project = tempfile::tempdir().unwrap();
    copy(&root().join("meetings"), &project.path().join("meetings"));
    fs::copy(
        root().join("greffier.toml"),
        project.path().join("greffier.toml"),
    )
    .unwrap();
    play("README.md", project.path(), false);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Writes the files and runs the commands of a document in order, and says how many were run.
fn play(document: &str, project: &Path, compare_answers: bool) -> usize {
    let mut folder = project.to_owned();
    let mut run = 0;
    let mut answer = String::new();
    let mut updates = Vec::new();
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    for block in blocks(document) {
        let place = format!("{document}, line {}", block.line);
        if let Some(file) = block.file() {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, block.bytes()).unwrap();
        }
        let expected_code = block
            .info
            .split("code=")
            .nth(1)
            .map_or(0, |code| code.trim().parse().unwrap());
        match block.language() {
            "console" => {
                let mut index = 0;
                while index < block.lines.len() {
                    let command = block.lines[index].strip_prefix("$ ").expect("a command");
                    let shown = block.lines[index + 1..]
                        .iter()
                        .take_while(|line| !line.starts_with("$ "));
                    let shown: Vec<&str> = shown.map(String::as_str).collect();
                    run += usize::from(execute(
                        command,
                        &mut folder,
                        expected_code,
                        &mut answer,
                        &place,
                    ));
                    let lines = block.line + index..block.line + index + shown.len();
                    index += 1 + shown.len();
                    if compare_answers && overwrite {
                        updates.push((lines, answer.clone()));
                    } else if compare_answers {
                        assert_eq!(
                            answer.trim_end(),
                            shown.join("\n").trim_end(),
                            "{place}: {command}"
                        );
                    }
                }
            }
            "sh" => {
                for line in &block.lines {
                    run += usize::from(execute(
                        line,
                        &mut folder,
                        expected_code,
                        &mut answer,
                        &place,
                    ));
                }
            }
            _ => {}
        }
    }
    if !updates.is_empty() {
        let text = read(document);
        let mut lines: Vec<&str> = text.lines().collect();
        for (range, answer) in updates.iter().rev() {
            lines.splice(range.clone(), answer.lines());
        }
        fs::write(root().join(document), lines.join("\n") + "\n").unwrap();
    }
    run
}

/// Runs a command if it is the program's own (or `cargo run` of it), follows a `cd`, leaves any other alone.
fn execute(
    command: &str,
    folder: &mut PathBuf,
    expected_code: i32,
    answer: &mut String,
    place: &str,
) -> bool {
    answer.clear();
    let words: Vec<&str> = command
        .split_whitespace()
        .take_while(|word| *word != "#")
        .collect();
    let arguments = match words.as_slice() {
        ["cd", target] => {
            folder.push(target);
            assert!(folder.is_dir(), "{place}: {command}");
            return false;
        }
        ["greffier", arguments @ ..] | ["cargo", "run", "--", arguments @ ..] => arguments,
        ["cargo", "run", "--release", "--", arguments @ ..] => arguments,
        _ => return false,
    };
    let (code, text) = match arguments {
        // It would never end by itself.
        ["serve", ..] => serve::serve(folder, arguments),
        _ => greffier(folder, arguments),
    };
    assert_eq!(code, Some(expected_code), "{place}: {command}\n{text}");
    *answer = text;
    true
}

/// The code and all that the program says: its results, then its messages, without spaces at the ends of lines.
fn greffier(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greffier"));
    command.args(arguments).current_dir(folder);
    if arguments.first() == Some(&"check") && !arguments.contains(&"--today") {
        // On a day after all meetings, else the answer would depend on the clock.
        command.args(["--today", "9999-12-31"]);
    }
    let output = command
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let mut said = String::from_utf8(said).unwrap();
    if cfg!(windows) {
        said = said.replace('\\', "/");
    }
    let lines: Vec<&str> = said.lines().map(str::trim_end).collect();
    (output.status.code(), lines.join("\n"))
}

#[test]
fn the_french_is_typeset() {
    let mut faults = Vec::new();
    for document in [FORMAT, TEMPLATES, GUIDE, MESSAGES] {
        for (number, line) in prose(document) {
            if let Some(fault) = typographic_fault(&line) {
                faults.push(format!("{document}:{number}: {fault}: {line}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn typographic_fault(line: &str) -> Option<&'static str> {
    if line.contains('\'') {
        return Some("straight apostrophe");
    }
    if line.contains("...") {
        return Some("three periods");
    }
    if line.contains("« ") || line.contains(" »") {
        return Some("ordinary space inside « »");
    }
    let mut before = ' ';
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_a_word = characters.peek().is_none_or(|next| next.is_whitespace());
        if matches!(character, ':' | ';' | '!' | '?') && ends_a_word && before != '\u{a0}' {
            return Some("no no-break space before a double mark");
        }
        before = character;
    }
    None
}

/// The lines of a document outside code, with inline code, addresses and comments taken out.
fn prose(document: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let mut in_code = false;
    for (number, line) in (1..).zip(read(document).lines()) {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            let outside: String = line
                .split('`')
                .enumerate()
                .map(|(index, part)| if index % 2 == 0 { part } else { "code" })
                .collect();
            let text =
                outside
                    .split("](")
                    .enumerate()
                    .map(|(index, part)| match part.split_once(')') {
                        Some((_, after)) if index > 0 => after,
                        _ => part,
                    });
            lines.push((number, text.collect()));
        }
    }
    lines
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    for document in [FORMAT, TEMPLATES, GUIDE, MESSAGES] {
        let folder = root().join(document).parent().unwrap().to_owned();
        let text = read(document);
        let outside: String = text.split("```").step_by(2).collect();
        let outside: String = outside.split('`').step_by(2).collect();
        for target in outside
            .split("](")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once(')')?.0))
        {
            if target.starts_with("http") {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() {
                root().join(document)
            } else {
                folder.join(path)
            };
            assert!(path.exists(), "{document}: {target}");
            // A picture has no headings.
            let there = fs::read_to_string(&path).unwrap_or_default();
            let headings = there.lines().filter_map(|line| line.strip_prefix('#'));
            let mut anchors =
                headings.map(|heading| anchor_of(heading.trim_start_matches('#').trim()));
            assert!(
                anchor.is_empty() || anchors.any(|known| known == anchor),
                "{document}: {target}"
            );
        }
    }
}

/// The contents of the guide lead to each of its parts, in order.
#[test]
fn the_contents_of_the_guide_are_whole() {
    let text = read(GUIDE);
    let parts = text.lines().filter_map(|line| line.strip_prefix("## "));
    let parts: Vec<String> = parts.map(anchor_of).collect();
    let contents = text.lines().take_while(|line| !line.starts_with("## "));
    let listed = contents.filter_map(|line| line.split_once("](#")?.1.strip_suffix(')'));
    assert_eq!(listed.collect::<Vec<&str>>(), parts);
}

/// The anchor that GitHub gives a heading.
fn anchor_of(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept
        .chars()
        .filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'));
    kept.collect::<String>().replace(' ', "-")
}

/// A block of code of a document.
struct Block {
    /// What stands after the opening backquotes.
    info: String,
    /// The number of its first line.
    line: usize,
    lines: Vec<String>,
}

impl Block {
    fn language(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    /// The path of the file that the block is, if its first line says so.
    fn file(&self) -> Option<String> {
        let (_, path) = self.lines.first()?.split_once("Fichier : ")?;
        Some(path.split_whitespace().next()?.to_owned())
    }

    /// The text as the file's bytes, without the line that names it: the numbers of lines are those that a reader sees.
    fn bytes(&self) -> Vec<u8> {
        let text = self.lines[1..].join("\n") + "\n";
        if !self.info.contains("windows-1252") {
            return text.into_bytes();
        }
        let byte = |character| u8::try_from(u32::from(character)).expect("a letter of Latin-1");
        text.chars().map(byte).collect()
    }
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(read(document).lines()) {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(info), None) => {
                open = Some(Block {
                    info: info.to_owned(),
                    line: number + 1,
                    lines: Vec::new(),
                });
            }
            (None, Some(block)) => block.lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{document}: a block is not closed");
    blocks
}

/// The first words in backquotes of a table's rows.
fn first_column(text: &str, heading: &str, column: &str) -> BTreeSet<String> {
    let rows = rows(text, heading, column);
    let keys: Vec<String> = rows
        .iter()
        .map(|cell| {
            let key = cell.strip_prefix('`').and_then(|rest| rest.split_once('`'));
            key.unwrap_or_else(|| panic!("no key in « {cell} »"))
                .0
                .to_owned()
        })
        .collect();
    let set: BTreeSet<String> = keys.iter().cloned().collect();
    assert_eq!(
        set.len(),
        keys.len(),
        "a key stands twice under « {heading} »"
    );
    set
}

/// The first cells of the table whose first column has that head, under that heading and before the next.
fn rows(text: &str, heading: &str, column: &str) -> Vec<String> {
    let is_heading =
        |line: &str| line.starts_with('#') && line.trim_start_matches('#').trim() == heading;
    let section = text.lines().skip_while(|line| !is_heading(line)).skip(1);
    let section = section.take_while(|line| !line.starts_with('#'));
    let table = section
        .skip_while(|line| !line.starts_with(&format!("| {column} |")))
        .skip(2);
    let rows: Vec<String> = table
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            line.split('|')
                .nth(1)
                .unwrap_or_default()
                .trim_matches(' ')
                .to_owned()
        })
        .collect();
    assert!(
        !rows.is_empty(),
        "no table « {column} » under « {heading} »"
    );
    rows
}

fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn source(text: &str) -> Source {
    Source {
        name: "meetings/2026/2026-03-17.toml".into(),
        text: text.to_owned(),
    }
}

fn source_of(path: &str) -> Source {
    Source {
        name: path.to_owned(),
        text: read(path),
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
