//! The whole pages of the example records.

use std::path::Path;

use snapbox::Data;

use crate::common::{Project, REPOSITORY, same};

#[test]
fn of_the_examples() {
    let project = Project::example().build_texts();
    let golden = Path::new(REPOSITORY).join("tests/golden");
    let pages: Vec<String> = project
        .files("output")
        .into_iter()
        // Copies; and the index, which has a reader of its own.
        .filter(|file| !file.contains("/annexes/") && file != "recherche.js")
        .filter(|file| !file.starts_with("recherche/"))
        // Packed; `tests/site` reads them.
        .filter(|file| !file.ends_with(".xlsx"))
        .collect();
    let kept: Vec<String> = walkdir::WalkDir::new(&golden)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            entry
                .path()
                .strip_prefix(&golden)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/")
        })
        .collect();
    for file in &pages {
        let path = file
            .split('/')
            .fold(golden.clone(), |path, part| path.join(part));
        same(
            &project.read(&format!("output/{file}")),
            Data::read_from(&path, Some(snapbox::data::DataFormat::Text)),
        );
    }
    for file in kept {
        assert!(
            pages.contains(&file),
            "tests/golden/{file} is no page of the examples"
        );
    }
}
