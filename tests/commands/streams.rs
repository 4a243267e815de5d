//! Results on stdout, messages on stderr; no colour in a pipe; a reader that goes away is no error.

use std::process::Stdio;

use crate::common::Project;

#[test]
fn results_alone_stand_on_stdout() {
    let project = Project::example();
    for (arguments, stdout_lines) in [
        (vec!["build", "--dry-run"], 70),
        (vec!["build"], 0),
        (vec!["check"], 0),
        (vec!["new", "2026-06-09"], 1),
        (vec!["init"], 3),
        (vec!["frobnicate"], 0),
        (vec![], 0),
    ] {
        let run = arguments
            .iter()
            .fold(project.greffier([]), |invocation, argument| {
                invocation.argument(argument)
            })
            .run();
        assert_eq!(
            run.stdout.lines().count(),
            stdout_lines,
            "{arguments:?}\n{}",
            run.text()
        );
        assert!(!run.stderr.is_empty(), "{arguments:?} is silent");
    }
    for arguments in [
        ["--help", "-h"],
        ["schema", "compte-rendu"],
        ["completions", "bash"],
        ["--version", "-V"],
    ] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(
            run.stdout.ends_with('\n') && !run.stdout.ends_with("\n\n"),
            "{arguments:?}"
        );
    }
}

#[test]
fn no_colour_in_a_pipe() {
    let project = Project::example().file("meetings/2026/2026-06-09.toml", "date = 9/6/2026\n");
    for arguments in [
        ["check", "meetings"],
        ["build", "--help"],
        ["build", "--forse"],
    ] {
        let plain = project.run(arguments);
        assert!(!plain.text().contains('\u{1b}'), "{}", plain.text());
        assert_eq!(
            project.greffier(arguments).env("NO_COLOR", "1").run(),
            plain
        );
        assert_eq!(
            project
                .greffier(arguments)
                .env("TERM", "xterm-256color")
                .run(),
            plain
        );
    }
}

/// On a terminal the carets are coloured, unless `NO_COLOR` asks otherwise. `script` lends a terminal.
#[cfg(target_os = "linux")]
#[test]
fn colours_on_a_terminal_only() {
    let project = Project::empty().file("meetings/2026/2026-06-09.toml", "date = 9/6/2026\n");
    let on_a_terminal = |variable: &str, value: &str| {
        let check = format!("{} check", env!("CARGO_BIN_EXE_greffier"));
        let mut command = std::process::Command::new("script");
        command
            .args(["-qec", &check, "/dev/null"])
            .current_dir(project.path(""))
            .stdin(Stdio::null());
        command.env_remove("NO_COLOR").env("TERM", "xterm");
        let output = command.env(variable, value).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    // A machine without `script` has no terminal to lend.
    let Some(coloured) = on_a_terminal("NO_COLOR", "") else {
        return;
    };
    assert!(coloured.contains('\u{1b}'), "{coloured}");
    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let plain = on_a_terminal(variable, value).unwrap_or_default();
        assert!(
            plain.contains("erreur") && !plain.contains('\u{1b}'),
            "{variable}: {plain}"
        );
    }
}

/// An answer that is lost for another reason than a reader who has enough is a fault, and told.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_an_answer_is_a_fault() {
    let full = || {
        std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    let project = Project::example();
    for arguments in [
        vec!["schema", "compte-rendu"],
        vec!["completions", "bash"],
        vec!["--help"],
        vec!["build", "--dry-run"],
        vec!["check", "--message-format", "json"],
        vec!["new", "2031-06-10"],
    ] {
        let mut command = project.greffier([]).command();
        let output = command.args(&arguments).stdout(full()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).replace('\u{a0}', " ");
        let said = said.lines().last().unwrap_or_default();
        assert_eq!(
            (output.status.code(), said),
            (
                Some(2),
                "erreur : la réponse de la commande n’a pas pu être écrite : le disque est plein"
            ),
            "{arguments:?}"
        );
    }
    let mut command = project.greffier(["check"]).command();
    let status = command
        .stdout(Stdio::null())
        .stderr(full())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let project = Project::example().file("meetings/2026/2026-06-09.toml", "date = 9/6/2026\n");
    for (arguments, code) in [
        (["schema", "compte-rendu"], 0),
        (["completions", "zsh"], 0),
        (["build", "--dry-run"], 1),
        (["check", "meetings"], 1),
    ] {
        let mut child = project
            .greffier(arguments)
            .command()
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        drop(child.stderr.take());
        assert_eq!(child.wait().unwrap().code(), Some(code), "{arguments:?}");
    }
}
