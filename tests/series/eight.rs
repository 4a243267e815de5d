//! Eight meetings, with 13 owners: actions taken, moved, handed on, split, put off twice, closed, given up, reopened. Each meeting's table, the
//! register after it, and the earlier documents, which stay as they were.

use std::collections::BTreeMap;

use serde_json::Value;
use snapbox::str;

use crate::common::{Project, same};
use crate::{documents, plain_spaces, register, register_as_data, table};

const OWNERS: [&str; 13] = [
    "ACTED",
    "CICR",
    "CRS",
    "DRC",
    "FAO",
    "HI",
    "IRC",
    "NRC",
    "OIM",
    "ONU Femmes",
    "PAM",
    "PNUD",
    "UNICEF",
];

/// A meeting: its day, its record below the date, its table, and lines of the register after it: the action, its status, its due date, how
/// often it was put off.
struct Step {
    day: &'static str,
    record: &'static str,
    table: &'static [[&'static str; 5]],
    register: &'static [[&'static str; 4]],
}

const STEPS: [Step; 8] = [
    Step {
        day: "2026-01-13",
        record: r#"
[[themes]]
titre = "Gao"
  [[themes.actions]]
  id = "tdr-gao"
  texte = "Diffuser les TDR"
  responsables = ["ACTED"]
  echeance = 2026-01-31
  [[themes.actions]]
  texte = "Mettre à jour la matrice"
  responsables = ["OIM", "PNUD"]
  statut = "en cours"
"#,
        table: &[],
        register: &[
            ["2026/2026-01-13#tdr-gao", "", "2026-01-31", "0"],
            ["2026/2026-01-13#action-1-2", "en cours", "", "0"],
        ],
    },
    Step {
        day: "2026-02-10",
        record: r#"
[[suivi]]
action = "tdr-gao"
echeance = 2026-02-28
commentaire = "Le gouvernorat tarde."
[[themes]]
titre = "Mopti"
  [[themes.actions]]
  id = "mopti"
  texte = "Ouvrir un bureau"
  responsables = ["ACTED", "CICR", "CRS", "DRC", "FAO", "HI", "IRC", "NRC", "OIM", "ONU Femmes", "PAM", "PNUD", "UNICEF"]
  echeance = "immédiat"
"#,
        table: &[[
            "13 janvier 2026<br>Gao",
            "Diffuser les TDR<br><br>Le gouvernorat tarde.",
            "ACTED",
            "28/02/2026, reportée, d’abord fixée au 31 janvier",
            "",
        ]],
        register: &[
            ["2026/2026-01-13#tdr-gao", "", "2026-02-28", "1"],
            ["2026/2026-02-10#mopti", "", "immédiat", "0"],
        ],
    },
    // Put off a second time, and handed on; the other is closed.
    Step {
        day: "2026-03-10",
        record: r#"
[[suivi]]
action = "tdr-gao"
echeance = 2026-04-15
responsables = ["PNUD", "ONU Femmes"]
statut = "en cours"
[[suivi]]
action = "2026/2026-01-13#action-1-2"
statut = "fait"
"#,
        table: &[
            [
                "13 janvier 2026<br>Gao",
                "Diffuser les TDR",
                "PNUD, ONU Femmes",
                "15/04/2026, reportée deux fois, d’abord fixée au 31 janvier",
                "en cours",
            ],
            [
                "13 janvier 2026<br>Gao",
                "Mettre à jour la matrice",
                "OIM, PNUD",
                "",
                "fait",
            ],
        ],
        register: &[
            ["2026/2026-01-13#tdr-gao", "en cours", "2026-04-15", "2"],
            ["2026/2026-01-13#action-1-2", "fait", "", "0"],
        ],
    },
    // Late, and nothing is said of it but that.
    Step {
        day: "2026-04-21",
        record: "\n[[suivi]]\naction = \"tdr-gao\"\n",
        table: &[[
            "13 janvier 2026<br>Gao",
            "Diffuser les TDR",
            "PNUD, ONU Femmes",
            "15/04/2026, reportée deux fois, d’abord fixée au 31 janvier",
            "en cours, **en retard**",
        ]],
        register: &[["2026/2026-01-13#tdr-gao", "en cours", "2026-04-15", "2"]],
    },
    // Split: it is given up for two others.
    Step {
        day: "2026-05-12",
        record: r#"
[[suivi]]
action = "mopti"
statut = "abandonné"
commentaire = "Remplacée par deux actions."
[[themes]]
titre = "Mopti"
  [[themes.actions]]
  id = "mopti-bail"
  texte = "Signer le bail"
  responsables = ["UNICEF"]
  [[themes.actions]]
  id = "mopti-equipe"
  texte = "Recruter"
  responsables = ["PAM"]
"#,
        table: &[[
            "10 février 2026<br>Mopti",
            "Ouvrir un bureau<br><br>Remplacée par deux actions.",
            "ACTED, CICR, CRS, DRC, FAO, HI, IRC, NRC, OIM, ONU Femmes, PAM, PNUD, UNICEF",
            "immédiat",
            "abandonné",
        ]],
        register: &[
            ["2026/2026-02-10#mopti", "abandonné", "immédiat", "0"],
            ["2026/2026-05-12#mopti-bail", "", "", "0"],
            ["2026/2026-05-12#mopti-equipe", "", "", "0"],
        ],
    },
    // A closed one is opened again.
    Step {
        day: "2026-06-09",
        record: r#"
[[suivi]]
action = "2026/2026-01-13#action-1-2"
statut = "en cours"
echeance = 2026-06-30
[[suivi]]
action = "tdr-gao"
statut = "fait"
"#,
        table: &[
            [
                "13 janvier 2026<br>Gao",
                "Mettre à jour la matrice",
                "OIM, PNUD",
                "30/06/2026",
                "en cours",
            ],
            [
                "13 janvier 2026<br>Gao",
                "Diffuser les TDR",
                "PNUD, ONU Femmes",
                "15/04/2026, reportée deux fois, d’abord fixée au 31 janvier",
                "fait",
            ],
        ],
        register: &[
            ["2026/2026-01-13#tdr-gao", "fait", "2026-04-15", "2"],
            ["2026/2026-01-13#action-1-2", "en cours", "2026-06-30", "0"],
        ],
    },
    // Moved to an earlier day, which is no postponement.
    Step {
        day: "2026-06-23",
        record: r#"
[[suivi]]
action = "2026/2026-01-13#action-1-2"
echeance = 2026-06-25
"#,
        table: &[[
            "13 janvier 2026<br>Gao",
            "Mettre à jour la matrice",
            "OIM, PNUD",
            "25/06/2026, avancée, d’abord fixée au 30 juin",
            "en cours",
        ]],
        register: &[["2026/2026-01-13#action-1-2", "en cours", "2026-06-25", "0"]],
    },
    Step {
        day: "2026-07-07",
        record: r#"
[[suivi]]
action = "mopti-bail"
statut = "fait"
[[suivi]]
action = "mopti-equipe"
statut = "fait"
[[suivi]]
action = "2026/2026-01-13#action-1-2"
statut = "fait"
"#,
        table: &[
            [
                "12 mai 2026<br>Mopti",
                "Signer le bail",
                "UNICEF",
                "",
                "fait",
            ],
            ["12 mai 2026<br>Mopti", "Recruter", "PAM", "", "fait"],
            [
                "13 janvier 2026<br>Gao",
                "Mettre à jour la matrice",
                "OIM, PNUD",
                "25/06/2026, avancée, d’abord fixée au 30 juin",
                "fait",
            ],
        ],
        register: &[
            ["2026/2026-05-12#mopti-bail", "fait", "", "0"],
            ["2026/2026-05-12#mopti-equipe", "fait", "", "0"],
            ["2026/2026-01-13#action-1-2", "fait", "2026-06-25", "0"],
        ],
    },
];

#[test]
fn each_meeting_has_its_table_and_the_register_follows() {
    let project = Project::empty().file("greffier.toml", "instance = \"Cluster\"\n");
    let mut earlier = BTreeMap::new();
    for step in STEPS {
        let path = format!("meetings/2026/{}.toml", step.day);
        project.write(&path, &format!("date = {}\n{}", step.day, step.record));
        let build = project.run(["build"]);
        assert_eq!(build.code, 0, "{}", build.text());
        // A column that nothing fills is not there.
        let found = table(&project, step.day, "## Suivi des points d’action");
        let has = |column: usize| step.table.iter().any(|row| !row[column].is_empty());
        let expected: Vec<Vec<String>> = step
            .table
            .iter()
            .map(|row| {
                let cells = row.iter().enumerate();
                cells
                    .filter(|(column, _)| has(*column))
                    .map(|(_, cell)| (*cell).to_owned())
                    .collect()
            })
            .collect();
        assert_eq!(found, expected, "the table of {}", step.day);
        let register = register(&project);
        for [action, status, due, times] in step.register {
            let row = &register[*action];
            let told = ["Statut", "Échéance", "Reports"].map(|column| row[column].as_str());
            assert_eq!(told, [*status, *due, *times], "{action} after {}", step.day);
        }
        agree(&register, &register_as_data(&project));
        let now = documents(&project);
        for (file, bytes) in &earlier {
            assert!(now[file] == *bytes, "{file} changed with {}", step.day);
        }
        earlier = now;
    }
    let open = register(&project);
    let open = open
        .values()
        .filter(|row| row["Statut"] != "fait" && row["Statut"] != "abandonné");
    assert_eq!(open.count(), 0);
    assert_eq!(
        register(&project)["2026/2026-01-13#tdr-gao"]["Suite"],
        "10/02/2026 : reporté au 28 février 2026 ; 10/03/2026 : en cours, reporté au 15 avril 2026, confié à PNUD et ONU Femmes ; \
         21/04/2026 : examiné ; 09/06/2026 : fait"
    );
}

/// The table and the data say the same of each action point.
fn agree(table: &BTreeMap<String, BTreeMap<String, String>>, data: &BTreeMap<String, Value>) {
    assert!(table.keys().eq(data.keys()));
    for (action, row) in table {
        let told = &data[action];
        let text = |key: &str| plain_spaces(told[key].as_str().unwrap_or_default());
        let due = text("echeance") + &text("echeance_en_mots");
        assert_eq!(
            [text("statut"), due],
            [row["Statut"].clone(), row["Échéance"].clone()],
            "{action}"
        );
        let earlier = told["echeances_precedentes"].as_array().unwrap();
        let dues = earlier.iter().chain([&told["echeance"]]);
        let dues: Vec<&str> = dues.filter_map(Value::as_str).collect();
        let later = dues.windows(2).filter(|dues| dues[0] < dues[1]).count();
        assert_eq!(later.to_string(), row["Reports"], "{action}");
        let is_closed = ["fait", "abandonné"].contains(&row["Statut"].as_str());
        assert_eq!(told["ouverte"], !is_closed, "{action}");
        assert_eq!(told["en_retard"], row["En retard"] == "oui", "{action}");
        let changes = told["suite"].as_array().unwrap();
        let changes = changes.iter().map(|change| {
            let said = plain_spaces(change["dit"].as_str().unwrap());
            let day: jiff::civil::Date = change["date"].as_str().unwrap().parse().unwrap();
            format!("{} : {said}", day.strftime("%d/%m/%Y"))
        });
        assert_eq!(
            changes.collect::<Vec<_>>().join(" ; "),
            row["Suite"],
            "{action}"
        );
    }
}

/// However many owners an action has, each has a group and a page of their own, with a calendar.
#[test]
fn each_owner_has_a_page() {
    let (first, second) = (&STEPS[0], &STEPS[1]);
    let project = [first, second]
        .into_iter()
        .fold(Project::empty(), |project, step| {
            let path = format!("meetings/2026/{}.toml", step.day);
            project.file(&path, &format!("date = {}\n{}", step.day, step.record))
        })
        .build();
    let all = project.read("output/actions-par-responsable.html");
    for owner in OWNERS {
        let path = format!("responsable-{}", owner.to_lowercase().replace(' ', "-"));
        let page = project.read(&format!("output/{path}.html"));
        assert!(page.contains("Ouvrir un bureau"), "{owner}");
        let calendar = project.read(&format!("output/{path}.ics"));
        assert!(calendar.starts_with("BEGIN:VCALENDAR"), "{owner}");
        assert!(
            all.contains(&format!("<a href=\"{path}.html\">{owner}</a>")),
            "{owner}"
        );
    }
    let calendar = project.read("output/responsable-acted.ics");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20260228"),
        "{calendar}"
    );
    assert!(!calendar.contains("20260131"), "{calendar}");
}

/// An owner whom an action names twice, spelt otherwise, has it once.
#[test]
fn an_owner_named_twice() {
    let record = "date = 2026-01-13\n[[themes]]\ntitre = \"Gao\"\n[[themes.actions]]\ntexte = \"Écrire\"\nresponsables = [\"Équipe\", \"equipe\"]\necheance = 2026-02-01\n";
    let project = Project::empty()
        .file("meetings/2026/2026-01-13.toml", record)
        .build_texts();
    let calendar = project.read("output/responsable-equipe.ics");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    let page = project.read("output/responsable-equipe.html");
    assert_eq!(page.matches(">Écrire</a>").count(), 1, "{page}");
}

/// The second page of an owner is never the page of another: *Équipe 2* is no page of *Équipe*.
#[test]
fn an_owner_named_as_a_further_page() {
    let action = "[[themes.actions]]\ntexte = \"Écrire\"\nresponsables = [\"Équipe\"]\n";
    let record = format!(
        "date = 2026-01-13\n[[themes]]\ntitre = \"Gao\"\n{}[[themes.actions]]\ntexte = \"Lire\"\nresponsables = [\"Équipe 2\"]\n",
        action.repeat(250)
    );
    let project = Project::empty()
        .file("meetings/2026/2026-01-13.toml", &record)
        .build_texts();
    let rows = |page: &str| project.read(page).matches(">Écrire</a>").count();
    assert_eq!(rows("output/responsable-equipe.html"), 150);
    assert_eq!(rows("output/responsable-equipe--2.html"), 100);
    assert!(
        project
            .read("output/responsable-equipe-2.html")
            .contains(">Lire</a>")
    );
}

/// An action that is closed touches the pages that show it or its count, and no other of a long register.
#[test]
fn closing_an_action_remakes_only_what_shows_it() {
    let action = |id: usize| {
        format!(
            "[[themes.actions]]\nid = \"a-{id}\"\ntexte = \"Écrire {id}\"\nresponsables = [\"ACTED\"]\necheance = 2026-01-31\n"
        )
    };
    let record = |month: usize| {
        let actions: String = (month * 40..month * 40 + 40).map(action).collect();
        format!("date = 2026-{month:02}-13\n[[themes]]\ntitre = \"Gao\"\n{actions}")
    };
    let mut project = Project::empty();
    for month in 1..=11 {
        project = project.file(
            &format!("meetings/2026/2026-{month:02}-13.toml"),
            &record(month),
        );
    }
    let closing = "meetings/2026/2026-12-13.toml";
    let closes = |id: usize| format!("[[suivi]]\naction = \"a-{id}\"\nstatut = \"fait\"\n");
    let project = project
        .file(closing, &format!("date = 2026-12-13\n{}", closes(50)))
        .build_texts();
    project.make_old("output");
    project.write(
        closing,
        &format!("date = 2026-12-13\n{}{}", closes(50), closes(470)),
    );
    let project = project.build_texts();
    same(
        &project.rewritten("output"),
        str![[r#"
2026/2026-12-13/compte-rendu-2026-12-13.md
2026/2026-12-13/compte-rendu-2026-12-13.print.html
2026/2026-12-13/index.html
2026/2026-12-13/minutes.json
actions-2026.html
actions-par-responsable.html
actions-par-statut.html
actions.csv
actions.html
actions.json
actions.xlsx
calendrier.ics
index.html
recherche/2026/0.json
recherche/2026/1.json
recherche/2026/index.json
responsable-acted--5.html
responsable-acted.html
responsable-acted.ics

"#]],
    );
}

/// Two meetings of one day are in the order of their hours, whatever their files are called.
#[test]
fn meetings_of_one_day_are_ordered_by_their_hour() {
    let project = Project::empty()
        .file(
            "meetings/2026/2026-01-13-b.toml",
            "date = 2026-01-13\ndebut = 09:00:00\n[[themes]]\ntitre = \"Gao\"\n[[themes.actions]]\nid = \"tdr\"\ntexte = \"Écrire\"\nresponsables = [\"OIM\"]\n",
        )
        .file(
            "meetings/2026/2026-01-13-a.toml",
            "date = 2026-01-13\ndebut = 14:00:00\n[[suivi]]\naction = \"tdr\"\nstatut = \"fait\"\n",
        );
    let build = project.run(["build"]);
    assert_eq!(build.code, 0, "{}", build.text());
    let page = project.read("output/2026/2026-01-13-b/index.html");
    assert!(
        page.contains("../../2026/2026-01-13-a/index.html"),
        "{page}"
    );
    assert_eq!(
        register(&project)["2026/2026-01-13-b#tdr"]["Statut"],
        "fait"
    );
}
