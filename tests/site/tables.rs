//! The tables for a spreadsheet: CSV as a French one opens it, workbooks where a day is a day.

use std::fmt::Write as _;

use crate::common::spreadsheet::{Sheet, everything, rows, rows_below};
use crate::common::{Project, synthetic};
use crate::example;

const TABLES: [&str; 2] = ["actions", "decisions"];

/// Texts that a spreadsheet could run, or that could end a cell or a row; what stands in the cell.
const HOSTILE: [(&str, &str); 23] = [
    ("=1+1", "=1+1"),
    ("+223 x", "+223 x"),
    ("-2+3", "-2+3"),
    ("@SUM(A1)", "@SUM(A1)"),
    ("\\t=1", "=1"),
    ("\\r=1", "=1"),
    ("\\r\\n=1", "=1"),
    ("＝1", "＝1"),
    ("＋1", "＋1"),
    ("－1", "－1"),
    ("＠A1", "＠A1"),
    ("  =1", "=1"),
    ("\\\"=1\\\"", "=1"),
    ("a;=1", "=1"),
    ("a ; =1", "=1"),
    ("a,=1", "=1"),
    ("a, +1", "+1"),
    ("a\\t=1", "=1"),
    ("a\\n=1", "=1"),
    ("a\\u2028b", "b"),
    ("a;b;c", "b"),
    ("a\\\";\\\"b", "b"),
    ("=HYPERLINK(\\\"http://e.example\\\")", "HYPERLINK"),
];

fn hostile() -> Project {
    let mut record = "date = 2026-03-17\n".to_owned();
    for (text, _) in HOSTILE {
        let _ = write!(
            record,
            "[[themes]]\ntitre = \"{text}\"\ndecisions = [{{ numero = \"{text}\", texte = \"{text}\" }}]\n[[themes.actions]]\ntexte = \"{text}\"\nnumero = \"{text}\"\nresponsables = [\"{text}\", \"O{text}\", \"OIM\"]\necheance = \"{text}\"\n"
        );
    }
    Project::empty()
        .file("meetings/2026/2026-03-17.toml", &record)
        .build_texts()
}

fn sheet(project: &Project, table: &str) -> Sheet {
    Sheet::of(&project.bytes(&format!("output/{table}.xlsx")))
}

fn csv(project: &Project, table: &str) -> String {
    project.read(&format!("output/{table}.csv"))
}

#[test]
fn heads_are_french_words_and_those_of_the_series() {
    let project = example();
    assert_eq!(
        csv(&project, "actions").lines().next().unwrap(),
        "\u{feff}Numéro;Réunion;Points d’action;Responsable;Échéance;Statut;En retard;Première échéance;Reports;Suite;Adresse;Identifiant"
    );
    assert_eq!(
        csv(&project, "decisions").lines().next().unwrap(),
        "\u{feff}Numéro;Date;Décision;Vote;Réunion;Thème;Adresse;Identifiant"
    );
    let settings = "[libelles]\nactions = \"Tâches ; suites\"\nresponsables = \"Pilote\"\necheance = \"Terme\"\nstatut = \"Avancement\"\ndecision = \"Délibération\"\n";
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\ndecisions = [\"D\"]\nactions = [{ texte = \"A\" }]\n";
    let project = Project::empty()
        .file(
            "greffier.toml",
            &format!("seance = \"conseil\"\n{settings}"),
        )
        .file("meetings/2026-03-17.toml", record)
        .build_texts();
    let heads = &rows(&csv(&project, "actions"))[0];
    assert_eq!(
        heads[..6],
        [
            "Numéro",
            "Conseil",
            "Tâches ; suites",
            "Pilote",
            "Terme",
            "Avancement"
        ]
    );
    assert_eq!(sheet(&project, "actions").rows[0], *heads);
    assert_eq!(rows(&csv(&project, "decisions"))[0][2], "Délibération");
}

/// Neither a first due date nor an earlier one puts anything off.
#[test]
fn a_due_date_is_put_off_or_brought_forward_or_the_first() {
    let table = [
        ("", "echeance = 2026-03-31", "échéance : 31 mars 2026", "0"),
        (
            "",
            "echeance = 2026-03-31\nstatut = \"reporté\"",
            "reporté, échéance : 31 mars 2026",
            "0",
        ),
        (
            "2026-06-30",
            "echeance = 2026-03-31",
            "avancé au 31 mars 2026",
            "0",
        ),
        (
            "2026-02-28",
            "echeance = 2026-03-31",
            "reporté au 31 mars 2026",
            "1",
        ),
        (
            "2026-02-28",
            "echeance = 2026-03-31\nstatut = \"reporté\"",
            "reporté au 31 mars 2026",
            "1",
        ),
        (
            "\"dès que possible\"",
            "echeance = 2026-03-31",
            "échéance : 31 mars 2026",
            "0",
        ),
        (
            "2026-02-28",
            "echeance = \"en mars\"",
            "échéance : en mars",
            "1",
        ),
    ];
    for (due, followed, said, times) in table {
        let due = match due {
            "" => String::new(),
            due => format!(", echeance = {due}"),
        };
        let project = Project::empty()
            .file(
                "meetings/2026-01-13.toml",
                &format!("date = 2026-01-13\n[[themes]]\ntitre = \"T\"\nactions = [{{ texte = \"A\", id = \"a\"{due} }}]\n"),
            )
            .file(
                "meetings/2026-02-10.toml",
                &format!("date = 2026-02-10\n[[suivi]]\naction = \"a\"\n{followed}\n"),
            )
            .build_texts();
        let row = rows_below(&csv(&project, "actions")).remove(0);
        assert_eq!(row[8], times, "{due} {followed}");
        let told = row[9].replace('\u{a0}', " ");
        assert!(told.ends_with(&format!(" : {said}")), "{told}");
        let page = project.read("output/actions.html").replace('\u{a0}', " ");
        assert!(page.contains(said), "{said}");
    }
}

/// Each line ends as Windows has it, each cell stands in quotes, and a line is a row.
#[test]
fn a_row_is_a_line_of_quoted_cells() {
    for project in [example(), hostile(), synthetic_one()] {
        for (table, width) in [("actions", 12), ("decisions", 8)] {
            let text = csv(&project, table);
            assert!(text.ends_with("\r\n"));
            let lines: Vec<&str> = text.split_terminator("\r\n").collect();
            assert_eq!(lines.len(), rows(&text).len());
            for line in &lines[1..] {
                assert!(!line.contains(char::is_control), "{line:?}");
                assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
                let row = rows(&format!("\u{feff}{line}")).concat();
                assert_eq!(row.len(), width, "{line}");
            }
        }
    }
}

fn synthetic_one() -> Project {
    let records = synthetic::records(2017, 30).into_iter();
    let project = records.fold(Project::empty(), |project, record| {
        project.file(&record.path, &record.toml)
    });
    project.build_texts()
}

/// Wherever a reader takes a cell to begin.
#[test]
fn no_cell_begins_a_formula() {
    let project = hostile();
    for table in TABLES {
        let text = csv(&project, table);
        assert_eq!(rows_below(&text).len(), HOSTILE.len(), "{table}");
        for cell in rows_below(&text).iter().flatten() {
            for piece in cell.split([';', ',', '\t']) {
                let dropped = |letter: char| letter.is_whitespace() || letter == '"';
                let first = piece.trim_start_matches(dropped).chars().next();
                let runs = first.is_some_and(|first| "=+-@＝＋－＠".contains(first));
                assert!(!runs, "{cell:?} in {table}.csv");
            }
        }
    }
}

#[test]
fn owners_stand_in_one_cell_whatever_their_names() {
    for (at, row) in rows_below(&csv(&hostile(), "actions")).iter().enumerate() {
        let (_, held) = HOSTILE[at];
        assert_eq!(row.len(), 12);
        assert!(row[3].contains(held), "{row:?}");
        assert!(row[3].ends_with(" ; OIM"), "{row:?}");
        assert_eq!(row[11], format!("2026/2026-03-17#action-{}-1", at + 1));
    }
}

/// What the CSV says, the workbook says, and no text is more than a text.
#[test]
fn the_workbook_says_what_the_table_says() {
    for project in [example(), hostile(), synthetic_one()] {
        for (table, name, days, counts) in [
            ("actions", "Points d’action", vec![1, 4, 7], vec![8]),
            ("decisions", "Décisions", vec![1], vec![]),
        ] {
            let sheet = sheet(&project, table);
            assert_eq!(sheet.name, name);
            let rows = rows(&csv(&project, table));
            assert_eq!(sheet.rows.len(), rows.len());
            for (at, row) in rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    let kept = &sheet.rows[at][column];
                    let is_disarmed = cell.replace('\'', "") == kept.replace('\'', "");
                    assert!(cell == kept || is_disarmed, "{cell:?}, {kept:?}");
                    let is_day = kept.len() == 10 && kept.parse::<jiff::civil::Date>().is_ok();
                    let expected = match kept.as_str() {
                        "" => "",
                        _ if at == 0 => "text",
                        _ if counts.contains(&column) => "number",
                        _ if days.contains(&column) && is_day => "day",
                        _ => "text",
                    };
                    assert_eq!(sheet.kinds[at][column], expected, "{kept:?} in {table}");
                }
            }
            for formula in ["<f>", "<f ", "<hyperlink", "t=\"str\""] {
                assert!(!sheet.xml.contains(formula), "{formula} in {table}.xlsx");
            }
        }
    }
}

#[test]
fn the_workbook_is_ready_to_be_read_sorted_and_printed() {
    let project = example();
    let bytes = project.bytes("output/actions.xlsx");
    let sheet = Sheet::of(&bytes);
    for said in [
        "state=\"frozen\"",
        "topLeftCell=\"A2\"",
        "<autoFilter ref=\"A1:L19\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
    ] {
        assert!(sheet.xml.contains(said), "{said}: {}", sheet.xml);
    }
    // Columns side by side of one width are told together.
    let widths = sheet.xml.matches("<col ").count();
    assert!((8..=12).contains(&widths), "{widths}");
    let all = everything(&bytes);
    assert!(all.contains("wrapText=\"1\""));
    assert!(all.contains("2000-01-01T00:00:00Z"), "no clock");
    assert!(all.contains("<dc:title>Points d’action, Cluster Relèvement Rapide</dc:title>"));
}

/// A long register waits on the disk while it is made, and says the same; so it does where there is no room for it there.
#[test]
fn a_long_register_is_whole() {
    let mut record = "date = 2026-03-17\n".to_owned();
    for theme in 0..60 {
        let _ = writeln!(record, "[[themes]]\ntitre = \"T{theme}\"");
        for action in 0..100 {
            let _ = write!(
                record,
                "[[themes.actions]]\ntexte = \"Faire {theme}-{action}\"\n"
            );
        }
    }
    let project = Project::empty().file("meetings/2026-03-17.toml", &record);
    let project = project.build_texts();
    let with_room = project.bytes("output/actions.xlsx");
    let sheet = Sheet::of(&with_room);
    assert_eq!(sheet.rows, rows(&csv(&project, "actions")));
    assert_eq!(sheet.rows.len(), 6_001);
    let nowhere = project.path("nowhere").display().to_string();
    let build = project.greffier(["build", "--formats", "html,md", "--force"]);
    let build = ["TMPDIR", "TMP", "TEMP"]
        .into_iter()
        .fold(build, |build, key| build.env(key, nowhere.clone()));
    let run = build.run();
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(
        Sheet::of(&project.bytes("output/actions.xlsx")).rows,
        sheet.rows
    );
}

/// What a workbook does not show does not have it made anew.
#[test]
fn a_workbook_is_made_anew_where_its_rows_change() {
    let record = |said: &str, action: &str, decision: &str| {
        format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\ndiscussion = \"{said}\"\ndecisions = [\"{decision}\"]\nactions = [{{ texte = \"{action}\" }}]\n"
        )
    };
    let path = "meetings/2026-03-17.toml";
    let project = Project::of_dates(&["2026-02-10"])
        .file(path, &record("Dit.", "Faire.", "Décidé."))
        .build_texts();
    for (record, expected) in [
        (record("Redit.", "Faire.", "Décidé."), vec![]),
        (
            record("Redit.", "Refaire.", "Décidé."),
            vec!["actions.xlsx"],
        ),
        (
            record("Redit.", "Refaire.", "Redécidé."),
            vec!["decisions.xlsx"],
        ),
    ] {
        project.write(path, &record);
        let run = project.run(["build", "--formats", "html,md", "--dry-run"]);
        let text = run.text().replace(['\u{a0}', '⍽'], " ");
        let told = text.lines().filter(|line| line.contains(".xlsx"));
        let told: Vec<&str> = told
            .filter_map(|line| line.strip_prefix("output/")?.split_once(" :"))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(told, expected, "{text}");
        project.run(["build", "--formats", "html,md"]);
    }
}

#[test]
fn the_registers_offer_their_tables() {
    let project = example();
    for (page, table) in [
        ("actions.html", "actions"),
        ("actions-par-statut.html", "actions"),
        ("actions-2026.html", "actions"),
        ("decisions.html", "decisions"),
        ("decisions-2026.html", "decisions"),
    ] {
        let page = project.read(&format!("output/{page}"));
        let excel = format!("<a href=\"{table}.xlsx\">Tableau Excel</a>");
        assert!(page.contains(&excel), "{page}");
        assert!(page.contains(&format!("<a href=\"{table}.csv\">CSV</a>")));
    }
}
