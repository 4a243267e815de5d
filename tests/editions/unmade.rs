//! What shows less than it did is not made anew in every format: what earlier builds made of it goes all the same.

use std::fs;

use super::{SETTINGS, holding, run};
use crate::common::Project;

const RECORD: &str = "meetings/2026/2026-03-17.toml";
const LATER: &str = "meetings/2026/2026-04-17.toml";
const PDF: &str = "output/2026/2026-03-17/compte-rendu-2026-03-17.pdf";

const MARK: &str = "visibilite = \"interne\"\n";

fn series(record: &str) -> Project {
    Project::empty()
        .file("greffier.toml", SETTINGS)
        .file(RECORD, record)
}

/// A record of which a theme bears that mark, with that place.
fn record(place: &str, mark: &str) -> String {
    format!(
        "date = 2026-03-17\nlieu = \"{place}\"\n\
         participants = [{{ nom = \"Zawala\", organisation = \"ONU\" }}]\n\
         [[themes]]\ntitre = \"Zsujet\"\n{mark}decisions = [\"Zdecision\"]\n\
         actions = [{{ texte = \"Zaction\", responsables = [\"Zorganisme\"], echeance = 2026-05-01 }}]\n\
         [[themes]]\ntitre = \"Public\"\n"
    )
}

/// Finds each word in a page of the output, and one of them in a PDF.
#[track_caller]
fn tells(project: &Project, words: &[&str]) {
    let is_in = |word: &str, ending: &str| {
        let found = holding(project, "output", word);
        found.iter().any(|name| name.ends_with(ending))
    };
    for word in words {
        assert!(is_in(word, ".html"), "{word}");
    }
    assert!(words.iter().any(|word| is_in(word, ".pdf")));
}

/// Finds the words nowhere in the output, in what is kept for the next build neither.
#[track_caller]
fn tells_nothing(project: &Project, words: &[&str]) {
    for word in words {
        let found = holding(project, "output", word);
        assert_eq!(found, Vec::<String>::new(), "{word}");
    }
}

const WORDS: [&str; 4] = ["Zsujet", "Zdecision", "Zaction", "Zorganisme"];

/// The site around the minutes is not asked for: it goes, as it does where names are not published any more.
#[test]
fn a_build_of_other_formats_leaves_no_site_that_tells_what_is_hidden() {
    for formats in ["pdf", "md", "md,pdf"] {
        let project = series(&record("Gao", "")).file(LATER, "date = 2026-04-17\n");
        run(&project, ["build"]);
        tells(&project, &WORDS);
        project.write(RECORD, &record("Gao", MARK));
        run(&project, ["build", "--formats", formats]);
        tells_nothing(&project, &WORDS);
        assert!(!project.path("output/index.html").exists(), "{formats}");
        // Unmarked, the site is there again.
        project.write(RECORD, &record("Gao", ""));
        run(&project, ["build"]);
        assert!(project.path("output/index.html").is_file(), "{formats}");
        tells(&project, &WORDS);
        // A record of which nothing is shown takes it along too.
        project.write(RECORD, &format!("{MARK}{}", record("Gao", "")));
        run(&project, ["build", "--formats", formats]);
        tells_nothing(&project, &WORDS);
    }
}

/// What shows no less than before does not cost the site.
#[test]
fn a_build_of_other_formats_leaves_a_site_that_tells_nothing_hidden() {
    let project = series(&record("Gao", MARK)).file(LATER, "date = 2026-04-17\n");
    run(&project, ["build"]);
    project.write(LATER, "date = 2026-04-17\nlieu = \"Kidal\"\n");
    run(&project, ["build", "--formats", "pdf"]);
    assert!(project.path("output/index.html").is_file());
}

/// A PDF that cannot be made anew stays only if it tells nothing more than the record.
#[test]
fn a_pdf_of_before_goes_where_it_tells_a_hidden_part() {
    let project = series(&record("Gao", ""));
    run(&project, ["build"]);
    tells(&project, &WORDS);
    project.write(RECORD, &record("Gao 😀", MARK));
    let failed = project.run(["build"]);
    assert_eq!(failed.code, 1, "{}", failed.text());
    assert!(!project.path(PDF).exists());
    tells_nothing(&project, &WORDS);
    assert!(project.path("output/2026/2026-03-17/index.html").is_file());
}

#[test]
fn a_pdf_of_before_goes_where_it_tells_names() {
    let project = series(&record("Gao", ""));
    run(&project, ["build"]);
    tells(&project, &["Zawala"]);
    project.write(
        "greffier.toml",
        &format!("{SETTINGS}[site]\nparticipants = \"organisations\"\n"),
    );
    project.write(RECORD, &record("Gao 😀", ""));
    let failed = project.run(["build"]);
    assert_eq!(failed.code, 1, "{}", failed.text());
    assert!(!project.path(PDF).exists());
    tells_nothing(&project, &["Zawala"]);
}

#[test]
fn a_pdf_of_before_stays_where_it_tells_nothing_more() {
    let project = series(&record("Gao", ""));
    run(&project, ["build"]);
    project.write(RECORD, &record("Gao 😀", ""));
    let failed = project.run(["build"]);
    assert_eq!(failed.code, 1, "{}", failed.text());
    assert!(project.path(PDF).is_file());
}

/// What stands of a record that has faults does not tell what an earlier record hides from now on; that of another one stands.
#[test]
fn what_stands_of_a_faulty_record_tells_nothing_that_another_one_hides() {
    let first = |mark: &str| {
        format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"Un\"\n\
             actions = [{{ id = \"k\", texte = \"Zcache\", responsables = [\"OIM\"]{mark} }}]\n"
        )
    };
    let follows = "[[suivi]]\naction = \"k\"\nstatut = \"en cours\"\n";
    let before = "meetings/2026/2026-02-17.toml";
    let project = series(&first(""))
        .file(before, "date = 2026-02-17\nlieu = \"Gao\"\n")
        .file(LATER, &format!("date = 2026-04-17\n{follows}"));
    run(&project, ["build"]);
    tells(&project, &["Zcache"]);
    project.write(RECORD, &first(", visibilite = \"membres\""));
    project.write(LATER, &format!("date = 2026-04-17\nlieux = 1\n{follows}"));
    project.write(before, "date = 2026-02-17\nlieux = 1\n");
    for _ in 0..2 {
        let failed = project.run(["build"]);
        assert_eq!(failed.code, 1, "{}", failed.text());
        tells_nothing(&project, &["Zcache"]);
        assert!(!project.path("output/2026/2026-04-17/index.html").exists());
        let stands = project.path("output/2026/2026-02-17/index.html");
        assert!(stands.is_file(), "{}", failed.text());
    }
    project.write(LATER, &format!("date = 2026-04-17\n{follows}"));
    project.write(before, "date = 2026-02-17\n");
    run(&project, ["build"]);
    assert!(project.path("output/2026/2026-04-17/index.html").is_file());
    tells_nothing(&project, &["Zcache"]);
}

/// The same folder, for readers who are shown less of the record than those before them, both less than it holds.
#[test]
fn a_folder_made_for_a_lesser_edition_keeps_nothing_of_the_other() {
    let record = format!(
        "{}[[themes]]\ntitre = \"Zmembres\"\nvisibilite = \"membres\"\n",
        record("Gao", MARK)
    );
    let project = series(&record);
    run(
        &project,
        ["build", "--edition", "membres", "--output", "folder"],
    );
    assert_ne!(
        holding(&project, "folder", "Zmembres"),
        Vec::<String>::new()
    );
    let narrower = [
        "build",
        "--edition",
        "publique",
        "--output",
        "folder",
        "--formats",
        "pdf",
    ];
    run(&project, narrower);
    assert_eq!(
        holding(&project, "folder", "Zmembres"),
        Vec::<String>::new()
    );
}

/// A file that somebody changed is left as it is, also where it may tell what is marked since: that is a fault, told until it is gone.
#[test]
fn a_file_changed_by_hand_that_may_tell_what_is_hidden_is_a_fault() {
    const MARKDOWN: &str = "output/2026/2026-03-17/compte-rendu-2026-03-17.md";
    let project = series(&record("Gao", "")).file(LATER, "date = 2026-04-17\n");
    run(&project, ["build"]);
    let changed = format!("{}\nÀ moi.\n", project.read(MARKDOWN));
    project.write(MARKDOWN, &changed);
    // Nothing is hidden.
    let left = project.run(["build"]);
    assert_eq!(left.code, 0, "{}", left.text());
    project.write(RECORD, &record("Gao", MARK));
    for _ in 0..2 {
        let failed = project.run(["build"]);
        assert_eq!(failed.code, 1, "{}", failed.text());
        assert!(
            failed.stderr.contains("changé à la main"),
            "{}",
            failed.text()
        );
    }
    assert_eq!(project.read(MARKDOWN), changed);
    run(&project, ["build", "--force"]);
    tells_nothing(&project, &WORDS);
}

/// Says what each page of the site shows of a meeting.
const PUBLIC: &str = "date = 2026-04-17\nparticipants = [{ nom = \"Autre\", organisation = \"OIM\" }]\n\
    [[themes]]\ntitre = \"Public\"\ndecisions = [\"Creuser\"]\nactions = [{ texte = \"Creuser\", responsables = [\"OIM\"] }]\n";

/// A page of the site that cannot be made anew, for its template fails, stays only if it can tell nothing more than the records.
#[test]
fn a_page_of_the_site_of_before_goes_where_it_tells_what_is_hidden() {
    let templates = [
        "actions",
        "decisions",
        "home",
        "organisations",
        "owner",
        "year",
    ];
    for template in templates {
        let (project, words) = (series(&record("Gao", "")).file(LATER, PUBLIC), &WORDS);
        run(&project, ["build"]);
        tells(&project, words);
        let path = format!("templates/site/{template}.html");
        project.write(&path, "{{ inconnue }}\n");
        // Hides nothing: what stands in the place of the page may stay.
        let before = pages(&project);
        let failed = project.run(["build"]);
        assert_eq!(failed.code, 1, "{template}: {}", failed.text());
        assert_eq!(pages(&project), before, "{template}");
        project.write(RECORD, &record("Gao", MARK));
        let failed = project.run(["build"]);
        assert_eq!(failed.code, 1, "{template}: {}", failed.text());
        tells_nothing(&project, words);
        assert!(pages(&project).len() < before.len(), "{template}");
        // Names that are not published any more are hidden as well.
        project.write(RECORD, &record("Gao", ""));
        fs::remove_file(project.path(&path)).unwrap();
        run(&project, ["build"]);
        project.write(&path, "{{ inconnue }}\n");
        project.write(
            "greffier.toml",
            &format!("{SETTINGS}[site]\nparticipants = \"organisations\"\n"),
        );
        let failed = project.run(["build"]);
        assert_eq!(failed.code, 1, "{template}: {}", failed.text());
        tells_nothing(&project, &["Zawala"]);
    }
}

fn pages(project: &Project) -> Vec<String> {
    let of_site = |path: &std::path::Path| path.extension().is_some_and(|ending| ending == "html");
    let files = fs::read_dir(project.path("output")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut pages: Vec<String> = files
        .filter(|path| of_site(path))
        .map(|path| path.display().to_string())
        .collect();
    pages.sort();
    pages
}

/// What was made of a record before it came to show less stands in the pages around all of them, whichever record is built.
#[test]
fn a_build_of_another_record_leaves_nothing_that_is_hidden() {
    let project = series(&record("Gao", "")).file(LATER, "date = 2026-04-17\n");
    run(&project, ["build"]);
    tells(&project, &WORDS);
    project.write(RECORD, &record("Gao", MARK));
    run(&project, ["build", LATER]);
    tells_nothing(&project, &WORDS);
    let page = project.read("output/2026/2026-03-17/index.html");
    assert!(page.contains("Public"), "{page}");
}

/// The same where the record is renamed when it is marked: the files under its old name show all of it.
#[test]
fn a_build_of_another_record_leaves_nothing_of_one_renamed_and_marked() {
    let whole = record("Gao", "").replacen('\n', "\nvisibilite = \"membres\"\n", 1);
    for marked in [record("Gao", MARK), whole] {
        let project = series(&record("Gao", "")).file(LATER, "date = 2026-04-17\n");
        run(&project, ["build"]);
        tells(&project, &WORDS);
        fs::remove_file(project.path(RECORD)).unwrap();
        project.write("meetings/2026/mars.toml", &marked);
        run(&project, ["build", LATER]);
        tells_nothing(&project, &WORDS);
        assert!(!project.path("output/2026/2026-03-17/index.html").exists());
    }
}

#[test]
fn a_build_of_another_record_leaves_no_name_that_is_not_published_any_more() {
    let project = series(&record("Gao", "")).file(LATER, "date = 2026-04-17\n");
    run(&project, ["build"]);
    tells(&project, &["Zawala"]);
    project.write(
        "greffier.toml",
        &format!("{SETTINGS}[site]\nparticipants = \"organisations\"\n"),
    );
    run(&project, ["build", LATER]);
    tells_nothing(&project, &["Zawala"]);
    for page in ["index.html", "2026/2026-03-17/index.html"] {
        assert!(project.path(&format!("output/{page}")).is_file(), "{page}");
    }
}

/// Where what was known of the builds is lost, nothing of before is taken away: it is told, in the folder of a living record too, at each
/// build until it is gone.
#[test]
fn what_stands_of_before_is_told_until_it_is_gone() {
    let record = |state: &str, mark: &str| {
        let visibility = mark.trim_end();
        let annex = match visibility {
            "" => String::new(),
            visibility => format!(", {visibility}"),
        };
        let record = record("Gao", mark);
        format!(
            "etat = \"{state}\"\n{record}[cloture]\nannexes = [{{ titre = \"Zannexe\", fichier = \"annexes/z.txt\"{annex} }}]\n"
        )
    };
    let project = series(&record("projet", "")).file("meetings/2026/annexes/z.txt", "Zsecret\n");
    run(&project, ["build"]);
    let before = project.files("output");
    fs::remove_dir_all(project.path("output/.greffier")).unwrap();
    project.write(RECORD, &record("soumis", MARK));
    let told = [run(&project, ["build"]), run(&project, ["build"])];
    let tells_hidden = |name: &&String| {
        let words = WORDS.iter().chain(&["Zsecret"]);
        let mut found = words.flat_map(|word| holding(&project, "output", word));
        found.any(|found| found == **name)
    };
    let left: Vec<&String> = before.iter().filter(tells_hidden).collect();
    assert!(left.len() >= 4, "{left:?}");
    for name in &left {
        for told in &told {
            assert!(told.contains(name.as_str()), "{name}: {told}");
        }
        fs::remove_file(project.path(&format!("output/{name}"))).unwrap();
    }
    run(&project, ["build"]);
    let last = run(&project, ["build"]);
    assert!(!last.contains("avant est perdu"), "{last}");
    tells_nothing(&project, &WORDS);
}
