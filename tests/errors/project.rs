//! A project in a temporary folder, the program run in it, and its answer compared whole.

use std::path::Path;
use std::process::{Command, Output};

use snapbox::{Assert, Data};
use tempfile::TempDir;

use super::codes;

/// Where the cases and their answers are.
pub(crate) const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors");
/// The record of the case.
pub(crate) const RECORD: &str = "meetings/2017/2017-02-07.toml";

pub(crate) struct Project {
    folder: TempDir,
    /// The day of a check: one after all meetings, else the answer would depend on the clock.
    today: &'static str,
}

impl Project {
    /// A project with two annexes of one name and no record.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Self {
            folder,
            today: "9999-12-31",
        };
        project
            .with("meetings/2017/annexes/rapport.pdf", "%PDF")
            .with("meetings/2017/pieces/rapport.pdf", "%PDF")
    }

    /// The project with one file more.
    pub(crate) fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// The project as it is checked on that day.
    pub(crate) fn on(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// What the program answers in the project's folder.
    pub(crate) fn greffier(self, arguments: &[&'static str]) -> Answer {
        let output = self.run(arguments);
        Answer {
            project: self,
            command: arguments[0],
            output,
        }
    }

    /// Runs the program in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let is_check = arguments.first() == Some(&"check");
        let day = is_check.then_some(["--today", self.today]);
        Command::new(env!("CARGO_BIN_EXE_greffier"))
            .args(arguments)
            .args(day.into_iter().flatten())
            .current_dir(self.root())
            .output()
            .unwrap()
    }
}

/// What the program answered, and where it may be asked again.
pub(crate) struct Answer {
    project: Project,
    command: &'static str,
    output: Output,
}

/// Whether the program answered what the case's file holds, with the code that the case's name asks for.
pub(crate) fn compare(case: &str, answer: &Answer) -> Result<(), String> {
    let output = &answer.output;
    let stderr = String::from_utf8(output.stderr.clone())
        .map_err(|_| format!("{case}: the answer is not UTF-8"))?;
    let expected = Data::read_from(Path::new(&format!("{CASES}/{case}.stderr")), None).raw();
    Assert::new()
        .action_env("SNAPSHOTS")
        .try_eq(Some(&case), stderr.into(), expected)
        .map_err(|difference| difference.to_string())?;
    let code = i32::from(!case.contains("doubt-") && !case.starts_with("sound-"));
    match output.status.code() {
        Some(found) if found == code => codes::compare(case, &answer.project, answer.command),
        found => Err(format!("{case}: exit code {found:?}, not {code}")),
    }
}

/// The same for a test of one case.
#[track_caller]
pub(crate) fn check(case: &str, answer: &Answer) {
    if let Err(fault) = compare(case, answer) {
        panic!("{fault}");
    }
}
