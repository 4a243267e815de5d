//! A disk that refuses a step, is full, or loses its power: at each step of a build that changes it, one after another.
//!
//! The program is told where to fail (`src/files/trial.rs`), so that every step is tried and none is missed.

use std::collections::BTreeMap;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::common::{Project, Run};
use crate::{clean, outputs, sets_right};

/// The exit code of a process that ended on purpose.
const ENDED: i32 = 86;
const FORMATS: &str = "html,md";
/// A file of the user's among the outputs.
const USERS_FILE: &str = "2026/notes.txt";
const USERS_TEXT: &str = "à moi\n";

/// A project about to be built.
struct Start {
    project: Project,
    /// What stands before.
    before: BTreeMap<String, Vec<u8>>,
    /// What is to stand in the end.
    wanted: BTreeMap<String, Vec<u8>>,
    /// What changes once the files stand as they were written.
    change: Option<fn(&Project)>,
}

impl Start {
    fn new(project: Project) -> Self {
        project.write(&format!("output/{USERS_FILE}"), USERS_TEXT);
        let mut wanted = clean(&project, FORMATS);
        wanted.insert(USERS_FILE.to_owned(), USERS_TEXT.as_bytes().to_vec());
        Self {
            before: outputs(&project),
            wanted,
            project,
            change: None,
        }
    }

    /// All was built; then a record changes in what no other rests on.
    fn after_a_place_changed() -> Self {
        let dates: Vec<String> = (1..=9).map(|month| format!("2026-0{month}-03")).collect();
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let project = Project::of_dates(&dates);
        sets_right(&project, FORMATS);
        let start = Self::new(project);
        let change = |project: &Project| {
            let record = "date = 2026-03-03\nlieu = \"à Gao\"\n";
            project.write("meetings/2026/2026-03-03.toml", record);
        };
        let changed = start.project.copy();
        change(&changed);
        Self {
            wanted: Self::new(changed).wanted,
            change: Some(change),
            ..start
        }
    }

    /// The project, as a build is to find it.
    fn ready(&self) -> Project {
        let project = self.project.copy();
        if let Some(change) = self.change {
            let record = "meetings/2026/2026-03-03.toml";
            project.write(record, "date = 2026-03-03\n");
            let run = project.run(["build", "--formats", FORMATS]);
            assert_eq!(run.code, 0, "{}", run.text());
            change(&project);
        }
        project
    }

    /// Nothing was ever built.
    fn from_nothing() -> Self {
        Self::new(Project::of_dates(&["2026-03-17", "2026-04-14"]))
    }

    /// All was built; then one record changes, one goes and one comes.
    fn after_a_change() -> Self {
        let project = Project::of_dates(&["2025-12-16", "2026-03-17", "2026-04-14"]);
        sets_right(&project, FORMATS);
        fs::remove_file(project.path("meetings/2025/2025-12-16.toml")).unwrap();
        project.write(
            "meetings/2026/2026-04-14.toml",
            "date = 2026-04-14\n[cloture]\nnotes = \"Merci.\"\n",
        );
        project.write("meetings/2026/2026-05-12.toml", "date = 2026-05-12\n");
        Self::new(project)
    }

    /// The same after a build that was cut off in the middle, and another change: what that build wrote is not what is wanted.
    fn after_a_cut() -> Self {
        let Self { project, .. } = {
            let start = Self::after_a_change();
            let run = start.build_with(&start.project, "end", start.steps() / 2);
            assert_eq!(run.code, ENDED, "{}", run.text());
            start
        };
        assert!(project.path("output/2026/2026-05-12/index.html").exists());
        for date in ["2026-04-14", "2026-05-12"] {
            let text = format!("date = {date}\n[cloture]\nnotes = \"Merci à tous.\"\n");
            project.write(&format!("meetings/2026/{date}.toml"), &text);
        }
        Self::new(project)
    }

    /// All was built; then the files that go with a record change, which are written piece by piece, and nothing else does.
    fn after_large_files_changed() -> Self {
        let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
        let names: Vec<String> = (0..8)
            .map(|number| format!("annexe-{number}.csv"))
            .collect();
        let annexes = names.iter();
        let annexes: Vec<String> = annexes
            .map(|name| format!("{{ titre = \"Annexe\", fichier = \"{name}\" }}"))
            .collect();
        let record = format!(
            "date = 2026-04-14\n[cloture]\nannexes = [{}]\n",
            annexes.join(", ")
        );
        project.write("meetings/2026/2026-04-14.toml", &record);
        let write = |text: &str| {
            for name in &names {
                project.write(&format!("meetings/2026/{name}"), text);
            }
        };
        write("Gao;3\n");
        sets_right(&project, FORMATS);
        write("Gao;4\n");
        Self::new(project)
    }

    fn build_with(&self, project: &Project, kind: &str, step: usize) -> Run {
        let build = project.greffier(["build", "--jobs", "1", "--formats", FORMATS]);
        build
            .env("GREFFIER_DISK_FAULT", format!("{kind}:{step}"))
            .run()
    }

    /// How many steps change the disk.
    fn steps(&self) -> usize {
        let is_past = |step: usize| match self.build_with(&self.ready(), "end", step).code {
            0 => true,
            code => {
                assert_eq!(code, ENDED);
                false
            }
        };
        let mut past = 64;
        while !is_past(past) {
            past *= 2;
        }
        let mut before = past / 2;
        while past - before > 1 {
            let middle = usize::midpoint(before, past);
            match is_past(middle) {
                true => past = middle,
                false => before = middle,
            }
        }
        assert!(before > 15, "{before} steps");
        before
    }

    /// Fails at each of these steps, looks at what came of it, and builds again, which sets all right.
    fn at_each(&self, kind: &str, every: usize, look: impl Fn(&Project, &Run, usize) + Sync) {
        let steps = self.steps();
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    loop {
                        let step = next.fetch_add(every, Ordering::Relaxed) + 1;
                        if step > steps {
                            return;
                        }
                        let project = self.ready();
                        let run = self.build_with(&project, kind, step);
                        look(&project, &run, step);
                        self.is_set_right(&project, kind, step);
                    }
                });
            }
        });
    }

    fn is_set_right(&self, project: &Project, kind: &str, step: usize) {
        let run = project.run(["build", "--formats", FORMATS, "--quiet"]);
        assert_eq!(run.text(), "code 0\n", "{kind}:{step}");
        let ours = outputs(project);
        assert_eq!(
            ours.keys().collect::<Vec<_>>(),
            self.wanted.keys().collect::<Vec<_>>(),
            "{kind}:{step}"
        );
        for (name, bytes) in &self.wanted {
            assert!(ours[name] == *bytes, "{kind}:{step}: {name} differs");
        }
        let hidden = project.path("output/.greffier");
        let hidden = fs::read_dir(hidden).unwrap().flatten();
        let names: Vec<_> = hidden.map(|entry| entry.file_name()).collect();
        let is_left = |name: &&std::ffi::OsString| {
            let name = name.to_string_lossy();
            name.contains("journal") || name.ends_with(".tmp")
        };
        assert_eq!(names.iter().find(is_left), None, "{kind}:{step}");
    }

    /// Each file is as it was, or as it is to be: nothing is torn, nothing of the user's is touched.
    fn each_file_is_whole(&self, project: &Project, step: usize) {
        for (name, bytes) in outputs(project) {
            if name.ends_with(".tmp") {
                continue;
            }
            let known = [self.before.get(&name), self.wanted.get(&name)];
            let is_known = known.into_iter().flatten().any(|known| *known == bytes);
            // The site tells of what stands: cut off, it may tell of some.
            let is_of_site = !name.starts_with("20");
            assert!(
                is_known || is_of_site,
                "{step}: {name} is neither old nor new"
            );
        }
    }

    fn cut_off(&self) {
        self.at_each("end", 1, |project, run, step| {
            assert_eq!(run.code, ENDED, "{}", run.text());
            self.each_file_is_whole(project, step);
        });
    }
}

#[test]
fn a_first_build_cut_off_at_each_step() {
    Start::from_nothing().cut_off();
}

#[test]
fn a_later_build_cut_off_at_each_step() {
    Start::after_a_change().cut_off();
}

#[test]
fn a_build_after_a_cut_cut_off_at_each_step() {
    Start::after_a_cut().cut_off();
}

/// What is noted beside the manifest holds as the manifest does.
#[test]
fn a_build_that_changes_little_cut_off_at_each_step() {
    let start = Start::after_a_place_changed();
    let project = start.ready();
    let run = project.run(["build", "--formats", FORMATS]);
    assert_eq!(run.code, 0, "{}", run.text());
    assert!(project.path("output/.greffier/changements").exists());
    start.cut_off();
}

/// What was written beside its place, and never put there, is found by the next build and goes.
#[test]
fn a_build_that_only_writes_large_files_cut_off_at_each_step() {
    Start::after_large_files_changed().cut_off();
}

/// A step that is refused costs a file, which is told, or the build, which says why.
#[test]
fn each_step_refused() {
    let start = Start::after_a_change();
    start.at_each("refuse", 1, |project, run, step| {
        start.each_file_is_whole(project, step);
        let said = run.text();
        match run.code {
            // What is tidied away last: who it was that built.
            0 => assert_eq!(outputs(project), start.wanted, "{step}: {said}"),
            1 => {
                let ours = outputs(project);
                let differs = |name: &&String| ours.get(*name) != start.wanted.get(*name);
                let mut names = start.before.keys().chain(start.wanted.keys());
                let untold = names.find(|name| differs(name) && !said.contains(name.as_str()));
                assert_eq!(untold, None, "{step}: {said}");
                assert!(said.contains("impossible de"), "{step}: {said}");
            }
            2 => assert!(
                said.contains("── stderr\nerreur⍽: impossible"),
                "{step}: {said}"
            ),
            code => panic!("{step}: exit code {code}: {said}"),
        }
    });
}

#[test]
fn a_disk_that_is_full_from_some_step_on() {
    let start = Start::after_a_change();
    start.at_each("full", 3, |project, run, step| {
        start.each_file_is_whole(project, step);
        let said = run.text();
        if run.code == 0 {
            // What is tidied away last: who it was that built.
            assert_eq!(outputs(project), start.wanted, "{step}: {said}");
            return;
        }
        assert_eq!(run.code, 2, "{step}: {said}");
        assert!(said.contains("le disque est plein"), "{step}: {said}");
    });
}

/// A table that is open elsewhere, a folder where a page should be: that file is told, all else is made.
#[test]
fn a_blocked_file_of_the_site_costs_itself_alone() {
    for name in [
        "actions.csv",
        "actions.xlsx",
        "calendrier.ics",
        "index.html",
        "recherche/annees.json",
        "2026/2026-03-17/index.html",
    ] {
        let project = Project::of_dates(&["2026-03-17", "2026-04-14"]);
        let mut wanted = clean(&project, FORMATS);
        assert!(wanted.remove(name).is_some(), "{name} is an output");
        fs::create_dir_all(project.path(&format!("output/{name}/x"))).unwrap();
        for _ in 0..2 {
            let run = project.run(["build", "--formats", FORMATS]);
            assert_eq!(run.code, 1, "{name}: {}", run.text());
            assert!(run.text().contains(name), "{}", run.text());
            assert_eq!(outputs(&project), wanted, "{name}");
            assert!(!project.path("output/.greffier/journal").exists(), "{name}");
        }
        fs::remove_dir_all(project.path(&format!("output/{name}"))).unwrap();
        sets_right(&project, FORMATS);
    }
}
