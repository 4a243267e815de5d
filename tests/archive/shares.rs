//! Shares of the archive, built apart, are the archive to the byte.

use std::fs;
use std::time::Duration;

use crate::common::Project;
use crate::common::synthetic::Lcg;
use crate::cut_off::is_killed_while_it_writes;
use crate::{outputs, same_as_clean, sets_right, synthetic};

#[track_caller]
fn share(project: &Project, of: usize, number: usize) {
    let share = format!("--partition={number}/{of}");
    let run = project.run(["build", "--formats", "html,md", "--quiet", &share]);
    assert_eq!(run.code, 0, "{}", run.text());
}

#[test]
fn the_union_is_the_whole() {
    let project = synthetic(40);
    for of in [1, 3, 7] {
        for number in (1..=of).rev() {
            share(&project, of, number);
        }
        let union = outputs(&project);
        // The page, the data and the Markdown of each, and the style sheet of all.
        assert_eq!(union.len(), 3 * 40 + 1);
        let run = project.run(["build", "--formats", "html,md"]);
        assert!(
            run.stderr.contains(", 121 fichiers inchangés."),
            "{}",
            run.stderr
        );
        let whole = outputs(&project);
        assert!(whole.contains_key("index.html"));
        assert!(union.iter().all(|(name, bytes)| whole[name] == *bytes));
        same_as_clean(&project, "html,md");
        let kept = fs::read_dir(project.path("output/.greffier")).unwrap();
        let of_shares: Vec<String> = kept
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| {
                let kinds = ["manifeste-", "journal", "verrou-", "occupant"];
                kinds.iter().any(|kind| name.starts_with(kind))
            })
            .collect();
        assert_eq!(of_shares, [""; 0]);
        fs::remove_dir_all(project.path("output")).unwrap();
    }
}

/// Each record is in one share, whatever other records there are.
#[test]
fn shares_do_not_overlap() {
    let project = synthetic(30);
    let mut made = 0;
    for number in 1..=3 {
        share(&project, 3, number);
        let now = outputs(&project).len();
        assert!(now > made, "a share of thirty records holds some");
        made = now;
    }
    assert_eq!(made, 3 * 30 + 1);
}

#[test]
fn a_share_removes_nothing_and_knows_what_the_whole_made() {
    let project = synthetic(20);
    sets_right(&project, "html,md");
    let files = project.files("meetings");
    fs::remove_file(project.path(&format!("meetings/{}", files[3]))).unwrap();
    let path = format!("meetings/{}", files[9]);
    project.write(&path, &format!("{}# changé\n", project.read(&path)));
    for number in 1..=4 {
        share(&project, 4, number);
    }
    assert_eq!(of_meetings(&project), 3 * 20);
    sets_right(&project, "html,md");
    assert_eq!(of_meetings(&project), 3 * 19);
}

/// How many files lie in the folders of meetings.
fn of_meetings(project: &Project) -> usize {
    let names = outputs(project).into_keys();
    names
        .filter(|name| name.contains('/') && !name.starts_with("recherche/"))
        .count()
}

/// How many kills must fall while a share writes, and in how many rounds.
const FALL_WITHIN: usize = 6;
const MOST_ROUNDS: usize = 20;

/// Shares killed half-way, at moments chosen by a seed after they have said what they are about to write, are finished by the whole build.
#[test]
fn a_share_that_was_killed() {
    let mut choices = Lcg::new(3);
    let (mut rounds, mut within) = (0, 0);
    while within < FALL_WITHIN && rounds < MOST_ROUNDS {
        let project = synthetic(40);
        for number in 1..=3 {
            let pause = Duration::from_micros(choices.below(3_000) as u64);
            let journal = project.path(&format!("output/.greffier/journal-{number}-3"));
            let share = format!("--partition={number}/3");
            let build = ["build", "--formats", "html,md", &share];
            within += usize::from(is_killed_while_it_writes(&project, build, &journal, pause));
        }
        sets_right(&project, "html,md");
        rounds += 1;
    }
    assert!(
        within >= FALL_WITHIN,
        "only {within} of {} kills fell while a share wrote",
        3 * rounds
    );
}

#[test]
fn a_share_that_does_not_exist() {
    let project = Project::of_dates(&["2026-03-17"]);
    for wrong in ["0/3", "4/3", "3", "a/b", "1/0"] {
        let run = project.run(["build", &format!("--partition={wrong}")]);
        assert_eq!(run.code, 2);
        assert!(
            run.stderr.contains("c’est une part et le nombre des parts"),
            "{}",
            run.stderr
        );
    }
}
