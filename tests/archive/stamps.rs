//! What a stamp proves. Where the clock of the disk tells any two files apart, nobody can be deceived, and nothing is tried.

use std::fs;
use std::time::{Duration, SystemTime};

use greffier::files::Stamp;

use crate::common::Project;
use crate::sets_right;

/// Long after any run of this test.
const FUTURE: Duration = Duration::from_secs(4_000_000_000);

/// Makes two files that no stamp tells apart, though they hold two texts of one length: written together, and dated in the future.
fn twins(project: &Project, one: (&str, &str), other: (&str, &str)) {
    for _ in 0..1_000 {
        for (path, text) in [one, other] {
            let _ = fs::remove_file(project.path(path));
            project.write(path, text);
        }
        for (path, _) in [one, other] {
            let file = fs::File::options().write(true).open(project.path(path));
            let future = SystemTime::UNIX_EPOCH + FUTURE;
            file.unwrap().set_modified(future).unwrap();
        }
        let stamps = [one, other].map(|(path, _)| Stamp::of(&project.path(path)).unwrap());
        if stamps[0] == stamps[1] {
            return;
        }
    }
    panic!("the clock of this disk tells any two files apart");
}

/// As a computer leaves them whose clock was wrong: neither a record nor an annex is taken for the one that stood there.
#[test]
fn the_stamp_of_a_file_from_the_future_proves_nothing() {
    let at_gao = "date = 2026-03-17\nlieu = \"à Gao\"\n[cloture]\nannexes = [{ titre = \"T\", fichier = \"annexes/t.txt\" }]\n";
    let at_ber = at_gao.replace("Gao", "Ber");
    let project = Project::empty()
        .file("meetings/2026/annexes/t.txt", "une annexe")
        .file("ailleurs/annexes/t.txt", "une annexe");
    let swapped = |file: &str, folder: &str, aside: &str, texts: [&str; 2]| {
        let paths = [folder, aside].map(|folder| format!("{folder}/{file}"));
        twins(&project, (&paths[0], texts[0]), (&paths[1], texts[1]));
        sets_right(&project, "html,md");
        fs::rename(project.path(folder), project.path("avant")).unwrap();
        fs::rename(project.path(aside), project.path(folder)).unwrap();
        fs::remove_dir_all(project.path("avant")).unwrap();
        sets_right(&project, "html,md");
    };
    let records = [at_gao, &at_ber];
    swapped("2026-03-17.toml", "meetings/2026", "ailleurs", records);
    let page = project.read("output/2026/2026-03-17/index.html");
    assert!(page.contains("à Ber"), "{page}");
    let annexes = ["premier", "dernier"];
    swapped("t.txt", "meetings/2026/annexes", "ailleurs", annexes);
    let copy = project.read("output/2026/2026-03-17/annexes/t.txt");
    assert_eq!(copy, "dernier");
}
