//! Each variable that a template may use stands in its table.

use std::collections::{BTreeMap, BTreeSet};

use greffier::config::{Config, Signatory};
use greffier::follow_up::{Approved, ApprovedMeeting, Followed, Told};
use greffier::minutes::{Minutes, Neighbour, Surroundings};
use greffier::picture::{Picture, PictureFormat};
use greffier::record::{self, Annex, AnnexFile, AnnexTarget, DueDate, HeadForm, Link};
use serde_json::Value;

use super::{TEMPLATES, first_column, read, source_of};

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
