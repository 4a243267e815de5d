//! Names the program by what it is made of, so that an archive made by another one is made anew.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// All that can change what an output looks like.
const SOURCES: [&str; 4] = ["src", "templates", "fonts", "Cargo.lock"];

fn main() -> std::io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        for file in files_of(Path::new(source))? {
            file.to_string_lossy().replace('\\', "/").hash(&mut hasher);
            #[allow(
                clippy::disallowed_methods,
                reason = "`files` is not built yet; an error ends this build"
            )]
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    println!(
        "cargo::rustc-env=GREFFIER_PROGRAM={version} {:016x}",
        hasher.finish()
    );
    Ok(())
}

/// The files of a folder, in order; none if it is not there, as the lock file of a packaged program may not be.
fn files_of(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<std::io::Result<_>>()?;
        entries.sort();
        for entry in entries {
            files.extend(files_of(&entry)?);
        }
    }
    Ok(files)
}
