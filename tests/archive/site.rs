//! The site around the minutes, kept in step like them.

use std::fs;

use snapbox::str;

use crate::common::{Project, same};
use crate::sets_right;

const DATES: [&str; 3] = ["2025-12-09", "2026-01-13", "2026-02-10"];

#[test]
fn a_year_goes_with_its_last_meeting() {
    let project = Project::of_dates(&DATES).build();
    let kept = |year: &str| project.path(&format!("output/.greffier/resumes-{year}"));
    let written = |year: &str| {
        fs::metadata(kept(year))
            .and_then(|file| file.modified())
            .unwrap()
    };
    assert!(project.path("output/annee-2025.html").exists());
    assert!(kept("2025").exists());
    let of_2026 = written("2026");
    fs::remove_file(project.path("meetings/2025/2025-12-09.toml")).unwrap();
    sets_right(&project, "html,md,pdf");
    assert!(!project.path("output/annee-2025.html").exists());
    assert!(!kept("2025").exists());
    assert_eq!(written("2026"), of_2026, "nothing changed in 2026");
}

#[test]
fn pages_that_show_nothing_of_it_are_not_made_again() {
    let project = Project::of_dates(&DATES).build();
    project.write(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\n[[themes]]\ntitre = \"Les puits\"\n",
    );
    let run = project.run(["build", "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.text());
    let names = run
        .stdout
        .lines()
        .filter_map(|line| line.split('\u{a0}').next());
    let of_site: Vec<&str> = names.filter(|name| !name.contains("/2026/")).collect();
    same(
        &of_site.join("\n"),
        str![[r#"
output/index.html
output/annee-2026.html
output/calendrier.ics
"#]],
    );
    sets_right(&project, "html,md,pdf");
}

/// What is kept of the meetings may be lost or damaged.
#[test]
fn without_what_was_kept() {
    let kept = "output/.greffier/resumes-2026";
    for damage in [
        &|_: &[u8]| None,
        &half as &dyn Fn(&[u8]) -> Option<Vec<u8>>,
        &changed,
    ] {
        let project = Project::of_dates(&DATES).build();
        match damage(&project.bytes(kept)) {
            Some(bytes) => fs::write(project.path(kept), bytes).unwrap(),
            None => fs::remove_file(project.path(kept)).unwrap(),
        }
        assert_eq!(project.run(["build", "--dry-run"]).stdout, "");
        project.write("meetings/2026/2026-02-10.toml", "date = 2026-02-11\n");
        sets_right(&project, "html,md,pdf");
    }
}

fn half(bytes: &[u8]) -> Option<Vec<u8>> {
    Some(bytes[..bytes.len() / 2].to_vec())
}

fn changed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    *bytes.last_mut()? ^= 1;
    Some(bytes)
}

#[test]
fn a_page_of_the_user_at_a_name_of_the_site() {
    for name in ["index.html", "robots.txt", "annee-2026.html", "style.css"] {
        let project = Project::of_dates(&DATES).file(&format!("output/{name}"), "à moi\n");
        let run = project.run(["build"]);
        assert_eq!(run.code, 0, "{}", run.text());
        assert_eq!(project.read(&format!("output/{name}")), "à moi\n");
        let notice = format!("output/{name} n’est pas tel que greffier l’a fait");
        assert!(run.stderr.contains(&notice), "{}", run.stderr);
        let again = project.run(["build"]);
        assert!(again.stderr.contains(&notice), "{}", again.stderr);
        let run = project.run(["build", "--force"]);
        assert_eq!(run.code, 0, "{}", run.text());
        sets_right(&project, "html,md,pdf");
    }
}

#[test]
fn a_page_of_the_site_that_was_changed_by_hand() {
    let project = Project::of_dates(&DATES).build();
    project.write("output/index.html", "<p>À moi</p>");
    project.write("meetings/2026/2026-02-10.toml", "date = 2026-02-11\n");
    let run = project.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert_eq!(project.read("output/index.html"), "<p>À moi</p>");
    fs::remove_file(project.path("output/index.html")).unwrap();
    sets_right(&project, "html,md,pdf");
}

/// A template of the site that fails costs the minutes nothing, and is told at each build until it is mended.
#[test]
fn a_faulty_template_of_the_site() {
    let project = Project::of_dates(&DATES)
        .file("templates/site/year.html", "{{ inconnue }}\n")
        .file("templates/minutes.html", "<p>{{ date }}</p>\n");
    for _ in 0..2 {
        let run = project.run(["build"]);
        assert_eq!(run.code, 1, "{}", run.text());
        assert!(
            run.stderr.contains("templates/site/year.html"),
            "{}",
            run.stderr
        );
        assert!(project.path("output/2026/2026-02-10/index.html").exists());
        assert!(project.path("output/index.html").exists());
    }
    fs::remove_file(project.path("templates/site/year.html")).unwrap();
    sets_right(&project, "html,md,pdf");
}

/// The day on which actions are late: that of the latest meeting, or the one asked for.
#[test]
fn the_day_of_the_pages() {
    let project = Project::of_dates(&DATES[..2]).file(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\n[[themes]]\ntitre = \"T\"\nactions = [{ texte = \"Creuser\", echeance = 2026-03-01 }]\n",
    );
    let late = |project: &Project| {
        let table = project.read("output/actions.csv");
        table.lines().nth(1).unwrap().contains(";\"oui\";")
    };
    project.run(["build", "--quiet"]);
    assert!(!late(&project));
    project.run(["build", "--quiet", "--today", "2026-03-02"]);
    assert!(late(&project));
    sets_right(&project, "html,md,pdf");
    assert!(!late(&project));
}

/// A part of the archive leaves the site as it is.
#[test]
fn a_part_of_the_archive() {
    let project = Project::of_dates(&DATES).build();
    let before = project.bytes("output/annee-2026.html");
    project.write(
        "meetings/2026/2026-02-10.toml",
        "date = 2026-02-10\n[[themes]]\ntitre = \"Les puits\"\n",
    );
    let run = project.run(["build", "meetings/2026/2026-02-10.toml"]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(project.bytes("output/annee-2026.html") == before);
    sets_right(&project, "html,md,pdf");
    assert!(project.read("output/annee-2026.html").contains("Les puits"));
}
