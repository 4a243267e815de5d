//! Builds that do not end: killed, or without room on the disk.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::common::Project;
use crate::common::synthetic::Lcg;
use crate::{sets_right, synthetic};

/// Begins a build, and kills it so long after its journal stands: it stands still if the build was not done.
pub(crate) fn is_killed_while_it_writes<const N: usize>(
    project: &Project,
    arguments: [&str; N],
    journal: &Path,
    pause: Duration,
) -> bool {
    let mut greffier = project.greffier(arguments).command();
    let mut build = greffier
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while !journal.exists() && build.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(100));
    }
    sleep(pause);
    build.kill().unwrap();
    build.wait().unwrap();
    journal.exists()
}

/// How many of the kills below must fall while a build writes.
const FALL_WITHIN: usize = 30;

/// Killed at fifty moments, chosen by a seed, after it has said what it is about to write, each time after a change: the next build
/// sets all right.
#[test]
fn killed_while_it_writes() {
    let project = synthetic(8);
    sets_right(&project, "html,md");
    let files = project.files("meetings");
    let journal = project.path("output/.greffier/journal");
    let mut choices = Lcg::new(50);
    let mut within = 0;
    for round in 0..50 {
        for _ in 0..3 {
            let path = format!("meetings/{}", files[choices.below(files.len())]);
            let text = project.read(&path);
            project.write(&path, &format!("{text}# {round}\n"));
        }
        let pause = Duration::from_micros(choices.below(30_000) as u64);
        let build = ["build", "--force", "--formats", "html,md"];
        within += usize::from(is_killed_while_it_writes(&project, build, &journal, pause));
        // Every other time the record changes again before the next build.
        if round % 2 == 0 {
            let path = format!("meetings/{}", files[round % files.len()]);
            let text = project.read(&path);
            project.write(&path, &format!("{text}# encore {round}\n"));
        }
        sets_right(&project, "html,md");
    }
    #[allow(clippy::print_stdout, reason = "how good a proof it is")]
    {
        println!("{within} of 50 kills fell while the build wrote");
    }
    assert!(
        within >= FALL_WITHIN,
        "only {within} of 50 kills fell while the build wrote"
    );
}

/// What a power cut leaves of files that were just renamed: nothing, or zeros at their end.
#[test]
fn files_left_empty_by_a_power_cut() {
    for journal_is_there in [true, false] {
        let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
        sets_right(&project, "html,md");
        if journal_is_there {
            project.write("output/.greffier/journal", "");
        }
        project.write("output/2026/2026-03-17/index.html", "");
        let page = project.bytes("output/2026/2026-04-14/index.html");
        let half = page.len() / 2;
        let torn = page[..half]
            .iter()
            .copied()
            .chain(vec![0; page.len() - half]);
        fs::write(
            project.path("output/2026/2026-04-14/index.html"),
            torn.collect::<Vec<u8>>(),
        )
        .unwrap();
        sets_right(&project, "html,md");
    }
}

/// The journal ends in the middle of what it says.
#[test]
fn a_torn_journal() {
    let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
    sets_right(&project, "html,md");
    for length in [1, 5, 30, 400] {
        fs::write(project.path("output/.greffier/journal"), vec![7; length]).unwrap();
        sets_right(&project, "html,md");
        assert!(!project.path("output/.greffier/journal").exists());
    }
}

/// A limit on the size of files stands for a full disk: the system refuses in the same place.
#[cfg(unix)]
#[test]
fn a_full_disk() {
    let project = synthetic(6);
    let binary = env!("CARGO_BIN_EXE_greffier");
    for blocks in [0, 1, 2, 4, 8] {
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec {binary} build --formats html,md --force"
        );
        let run = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(project.path(""))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{blocks}: {said}");
        assert!(said.starts_with("erreur\u{a0}: impossible"), "{said}");
        // Whatever stands is whole.
        for (name, bytes) in crate::outputs(&project) {
            let end: &[u8] = match name.ends_with(".html") {
                true => b"</html>\n",
                false => b"\n",
            };
            assert!(bytes.ends_with(end), "{name}");
        }
    }
    sets_right(&project, "html,md");
}
