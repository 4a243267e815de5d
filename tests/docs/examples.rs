//! The commands of the documents, played in order: the program answers what they show.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::serve::serve;
use super::{GUIDE, TEMPLATES, blocks, read, root};

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
pub(super) fn play(document: &str, project: &Path, compare_answers: bool) -> usize {
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
        ["serve", ..] => serve(folder, arguments),
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
