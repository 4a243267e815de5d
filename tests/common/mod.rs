//! What the tests of the whole program share: a project in a temporary folder, the program run in it, and what came of it.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "each test file uses a part; a test that cannot go on should stop there; tests make files of their own"
)]

pub(crate) mod document;
pub(crate) mod from_html;
pub(crate) mod from_markdown;
pub(crate) mod from_print;
pub(crate) mod markdown_blocks;
pub(crate) mod people;
pub(crate) mod sound;
pub(crate) mod spreadsheet;
pub(crate) mod synthetic;
pub(crate) mod texts;
pub(crate) mod themes;
pub(crate) mod tree;
pub(crate) mod varied;

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use snapbox::{Assert, Data, IntoData};
use tempfile::TempDir;

/// The folder of the repository.
pub(crate) const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// Words that only a library's own messages bring.
const ENGLISH: [&str; 19] = [
    "Usage",
    "USAGE",
    "Print ",
    "possible values",
    "error:",
    "warning:",
    "help:",
    "tip:",
    "For more information",
    "[default",
    "unexpected",
    "invalid",
    "required",
    "expected",
    "No such file",
    "os error",
    "denied",
    "panicked",
    "RUST_BACKTRACE",
];

/// A folder of its own, removed in the end.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("greffier-test-").tempdir();
        Self {
            folder: folder.expect("a temporary folder"),
        }
    }

    /// The example records of the repository, with their `greffier.toml`.
    pub(crate) fn example() -> Self {
        let project = Self::empty();
        let repository = Path::new(REPOSITORY);
        fs::copy(
            repository.join("greffier.toml"),
            project.path("greffier.toml"),
        )
        .unwrap();
        copy_folder(&repository.join("meetings"), &project.path("meetings"));
        project
    }

    /// A record that says only its date, for each of these dates.
    pub(crate) fn of_dates(dates: &[&str]) -> Self {
        dates.iter().fold(Self::empty(), |project, date| {
            let year = &date[..4];
            project.file(
                &format!("meetings/{year}/{date}.toml"),
                &format!("date = {date}\n"),
            )
        })
    }

    /// Another folder with the same files.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::empty();
        copy_folder(self.folder.path(), copy.folder.path());
        copy
    }

    /// Adds a file, or writes it anew.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    /// Adds an empty folder.
    pub(crate) fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The path of a file of the project.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        path.split('/')
            .filter(|part| !part.is_empty())
            .fold(self.folder.path().to_owned(), |path, part| path.join(part))
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The paths of all files below a folder of the project, sorted, with `/`, without what the program notes for itself.
    pub(crate) fn files(&self, below: &str) -> Vec<String> {
        let folder = self.path(below);
        let mut files: Vec<String> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .filter_entry(|entry| entry.file_name() != ".greffier")
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let below = entry.path().strip_prefix(&folder).unwrap();
                let parts: Vec<_> = below
                    .iter()
                    .map(|part| part.to_string_lossy().into_owned())
                    .collect();
                parts.join("/")
            })
            .collect();
        files.sort();
        files
    }

    /// The tree of files below a folder, a path a line.
    pub(crate) fn tree(&self, below: &str) -> String {
        self.files(below)
            .into_iter()
            .map(|file| file + "\n")
            .collect()
    }

    /// Makes every file below a folder look as if it had been written long ago.
    pub(crate) fn make_old(&self, below: &str) {
        for file in self.files(below) {
            let file = fs::File::options()
                .write(true)
                .open(self.path(&format!("{below}/{file}")))
                .unwrap();
            file.set_modified(long_ago()).unwrap();
        }
    }

    /// The files below a folder that were written since [`Project::make_old`].
    pub(crate) fn rewritten(&self, below: &str) -> String {
        let rewritten = |file: &String| {
            let metadata = fs::metadata(self.path(&format!("{below}/{file}"))).unwrap();
            metadata.modified().unwrap() != long_ago()
        };
        self.files(below)
            .into_iter()
            .filter(rewritten)
            .map(|file| file + "\n")
            .collect()
    }

    /// The program, about to be run in the project's folder.
    pub(crate) fn greffier<const N: usize>(&self, arguments: [&str; N]) -> Invocation<'_> {
        Invocation {
            project: self,
            arguments: arguments.iter().map(OsString::from).collect(),
            folder: self.folder.path().to_owned(),
            environment: Vec::new(),
        }
    }

    /// Runs the program in the project's folder.
    pub(crate) fn run<const N: usize>(&self, arguments: [&str; N]) -> Run {
        self.greffier(arguments).run()
    }

    /// Builds what is built by default, which must succeed in silence on stdout.
    #[track_caller]
    pub(crate) fn build(self) -> Self {
        let run = self.run(["build"]);
        self.built(&run)
    }

    /// Builds every output that is a text, likewise.
    #[track_caller]
    pub(crate) fn build_texts(self) -> Self {
        let run = self.run(["build", "--formats", "html,md,print"]);
        self.built(&run)
    }

    #[track_caller]
    fn built(self, run: &Run) -> Self {
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.text());
        self
    }
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A PNG of one colour.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [11, 83, 120].repeat((width * height) as usize);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    file
}

/// The program with its arguments, its folder and its environment.
pub(crate) struct Invocation<'a> {
    project: &'a Project,
    arguments: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(&'static str, String)>,
}

impl Invocation<'_> {
    /// Runs in that folder of the project.
    pub(crate) fn within(mut self, folder: &str) -> Self {
        self.folder = self.project.path(folder);
        self
    }

    pub(crate) fn env(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.environment.push((key, value.into()));
        self
    }

    pub(crate) fn argument(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// The command, for what [`Invocation::run`] does not do.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_greffier"));
        for variable in [
            "NO_COLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
            "RAYON_NUM_THREADS",
            "RUST_BACKTRACE",
        ] {
            command.env_remove(variable);
        }
        // `init` asks where the computer is.
        command
            .env("TZ", "UTC")
            .args(&self.arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        command.envs(self.environment.iter().map(|(key, value)| (key, value)));
        command
    }

    pub(crate) fn run(&self) -> Run {
        let mut command = self.command();
        let is_check = self.arguments.first().is_some_and(|name| name == "check");
        if is_check && !self.arguments.iter().any(|word| word == "--today") {
            // On a day after all meetings, else what is checked would depend on the clock.
            command.args(["--today", "9999-12-31"]);
        }
        self.run_as(command)
    }

    /// Runs a check without telling it the day.
    pub(crate) fn on_the_day_of_the_machine(&self) -> Run {
        self.run_as(self.command())
    }

    fn run_as(&self, mut command: Command) -> Run {
        let output = command.output().expect("the program starts");
        let said = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("the program speaks UTF-8");
            self.without_machine(&text)
        };
        Run {
            code: output.status.code().expect("the program ends by itself"),
            stdout: said(output.stdout),
            stderr: said(output.stderr),
        }
    }

    /// The project's own folder reads `[PROJET]`, on every machine and system.
    fn without_machine(&self, text: &str) -> String {
        let folder = self.project.folder.path();
        let mut text = text.replace("\r\n", "\n");
        for path in [folder.canonicalize().unwrap(), folder.to_owned()] {
            text = text.replace(&path.display().to_string(), "[PROJET]");
        }
        if cfg!(windows) {
            text = text.replace('\\', "/");
        }
        text
    }
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// The whole of it as one text. No-break spaces, which an eye cannot tell from others, read `⍽`.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("code {}\n", self.code);
        for (name, said) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !said.is_empty() {
                let _ = write!(text, "── {name}\n{said}");
            }
        }
        text.replace(['\u{a0}', '\u{202f}'], "⍽")
    }

    /// Compares the whole of it, and sees to it that no library speaks English.
    #[track_caller]
    pub(crate) fn is(&self, expected: impl IntoData) {
        self.speaks_french();
        same(&self.text(), expected);
    }

    /// The same for a fault of Tera: its original words stand in brackets after ours.
    #[track_caller]
    pub(crate) fn is_with_original(&self, expected: impl IntoData) {
        let without_original = |line: &str| line.split(" (").next().unwrap_or_default().to_owned();
        let ours = self.stderr.lines().map(without_original).collect();
        Self {
            stderr: ours,
            ..self.clone()
        }
        .speaks_french();
        same(&self.text(), expected);
    }

    #[track_caller]
    pub(crate) fn speaks_french(&self) {
        self.speaks_french_but_for(&[]);
    }

    #[track_caller]
    pub(crate) fn speaks_french_but_for(&self, allowed: &[&str]) {
        let said = self.text();
        for word in ENGLISH.iter().filter(|word| !allowed.contains(word)) {
            assert!(!said.contains(word), "« {word} » in:\n{said}");
        }
    }
}

/// Compares a whole text with the one expected; `SNAPSHOTS=overwrite` accepts it.
#[track_caller]
pub(crate) fn same(actual: &str, expected: impl IntoData) {
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(Data::text(actual), expected.into_data().raw());
}
