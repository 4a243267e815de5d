//! What a file is made from: templates, fonts, the text of the record that was looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use greffier::archive::{
    Archive, BuildOptions, Follower, Format, Outcome, Project as Opened, Rendering,
};
use snapbox::str;

use crate::common::{Project, REPOSITORY, same};
use crate::sets_right;

const DATES: [&str; 2] = ["2026-03-17", "2026-04-14"];

/// What a dry run finds to do for the first meeting, and why.
#[track_caller]
fn to_do(project: &Project, formats: &str, expected: impl snapbox::IntoData) {
    let run = project.run(["build", "--dry-run", "--formats", formats]);
    let own = run.stdout.lines().filter(|line| line.contains(DATES[0]));
    let own: Vec<&str> = own.collect();
    same(&own.join("\n").replace('\u{a0}', "⍽"), expected);
}

#[test]
fn a_template_of_the_pdf_changes_the_page_that_tells_its_size() {
    let project = Project::of_dates(&DATES[..1]);
    sets_right(&project, "html,md,pdf,print");
    project.write(
        "templates/partials/closing.print.html",
        "<p>Une fin bien à nous</p>\n",
    );
    to_do(
        &project,
        "html,md,pdf,print",
        str![[r#"
output/2026/2026-03-17/index.html⍽: à faire, un modèle a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.pdf⍽: à faire, un modèle a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.print.html⍽: à faire, un modèle a changé
"#]],
    );
    // Without its page, the PDF is another; the page is not forgotten.
    let run = project.run(["build", "--formats", "pdf,print"]);
    assert_eq!(run.code, 0, "{}", run.text());
    to_do(
        &project,
        "html",
        str!["output/2026/2026-03-17/index.html⍽: à faire, un modèle a changé"],
    );
    sets_right(&project, "html,md,pdf,print");
    to_do(&project, "html,md,pdf,print", str![""]);
}

#[test]
fn a_template_of_the_page_changes_the_page_alone() {
    let project = Project::of_dates(&DATES[..1]).build();
    project.write("templates/partials/closing.html", "<p>Fin</p>\n");
    to_do(
        &project,
        "html,md,pdf",
        str!["output/2026/2026-03-17/index.html⍽: à faire, un modèle a changé"],
    );
    sets_right(&project, "html,md,pdf");
}

#[test]
fn a_page_that_offers_no_file_is_not_made_from_their_templates() {
    let project = Project::of_dates(&DATES[..1])
        .file("templates/partials/opening.html", "<h1>{{ titre }}</h1>\n")
        .build();
    project.write("templates/partials/closing.print.html", "<p>Fin</p>\n");
    project.write("templates/partials/closing.md", "Fin\n");
    to_do(
        &project,
        "html,md,pdf",
        str![[r#"
output/2026/2026-03-17/compte-rendu-2026-03-17.md⍽: à faire, un modèle a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.pdf⍽: à faire, un modèle a changé
"#]],
    );
    sets_right(&project, "html,md,pdf");
}

/// The file of a font keeps its name when another takes its place.
#[test]
fn a_font_of_the_series_counts_by_what_it_holds() {
    let sheet = "[polices]\nnormal = \"p/n.otf\"\ngras = \"p/g.otf\"\nitalique = \"p/i.otf\"\ngras_italique = \"p/gi.otf\"\n";
    let project = Project::of_dates(&DATES[..1])
        .file("templates/style.toml", sheet)
        .folder("p");
    let take = |font: &str, name: &str| {
        let font = Path::new(REPOSITORY).join("fonts").join(font);
        fs::copy(font, project.path(&format!("p/{name}.otf"))).unwrap();
    };
    for (font, name) in [
        ("Inter-Regular.otf", "n"),
        ("Inter-Bold.otf", "g"),
        ("Inter-Italic.otf", "i"),
        ("Inter-BoldItalic.otf", "gi"),
    ] {
        take(font, name);
    }
    sets_right(&project, "html,pdf");
    take("Inter-Italic.otf", "n");
    to_do(
        &project,
        "html,pdf",
        str![[r#"
output/2026/2026-03-17/index.html⍽: à faire, la feuille de style ou une police a changé
output/2026/2026-03-17/compte-rendu-2026-03-17.pdf⍽: à faire, la feuille de style ou une police a changé
"#]],
    );
    sets_right(&project, "html,pdf");
}

/// Saves a record after the build has looked at it.
struct Saves {
    record: PathBuf,
    text: &'static str,
}

impl Follower for Saves {
    fn planned(&self, _: usize) {
        fs::write(&self.record, self.text).unwrap();
    }
    fn done(&self) {}
    fn stuck(&self, _: &Rendering) {}
}

/// A build that is told to make the pages of a project, while one of its records is saved.
fn build_while_saving(project: &Project) -> Outcome {
    let root = project.path("");
    let saves = Saves {
        record: project.path("meetings/2026/2026-03-17.toml"),
        text: "date = 2026-03-17\nlieu = \"à Gao\"\n",
    };
    let options = BuildOptions {
        output: root.join("output"),
        formats: vec![Format::Html, Format::Markdown],
        force: false,
        dry_run: false,
        partition: None,
        today: None,
        holder: String::new(),
        patience: Duration::from_secs(600),
    };
    let opened = Opened::open(&root).unwrap();
    Archive::discover(&opened)
        .build(&opened, &options, &|_| true, &saves)
        .unwrap()
}

/// A record is read once: what is made is made of the text that was looked at, and the next build makes it anew.
#[test]
fn a_record_that_changes_after_it_was_read() {
    let project = Project::of_dates(&DATES);
    let outcome = build_while_saving(&project);
    assert_eq!((outcome.sound_records, outcome.faulty_records), (2, 0));
    let page = "output/2026/2026-03-17/index.html";
    assert!(!project.read(page).contains("à Gao"));
    sets_right(&project, "html,md");
    assert!(project.read(page).contains("à Gao"));
}

/// Nothing is made of it: its files would be taken for those of the text that was looked at.
#[test]
fn a_record_that_changes_after_it_was_known_again() {
    let project = Project::of_dates(&DATES);
    sets_right(&project, "html,md");
    let page = "output/2026/2026-03-17/index.html";
    fs::remove_file(project.path(page)).unwrap();
    let outcome = build_while_saving(&project);
    assert_eq!((outcome.sound_records, outcome.faulty_records), (1, 1));
    let said = outcome.reports.iter().map(|report| {
        let faults = report.diagnostics.iter();
        let titles: Vec<&str> = faults.map(|fault| fault.title.as_str()).collect();
        (report.source.name.as_str(), titles.join("\n"))
    });
    let expected = (
        "meetings/2026/2026-03-17.toml",
        "ce fichier a changé pendant la construction".to_owned(),
    );
    assert_eq!(said.collect::<Vec<_>>(), [expected]);
    assert!(!project.path(page).exists());
    sets_right(&project, "html,md");
    assert!(project.read(page).contains("à Gao"));
}
