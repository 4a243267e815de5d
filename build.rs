//! Names the program by what it makes its outputs with, so that an archive made by another one is made anew.

#[path = "build/name.rs"]
mod name;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = name::MANIFESTS.into_iter().chain([name::LOCK]);
    for source in name::FOLDERS.into_iter().chain(files) {
        // What is not there would make each build begin anew.
        if root.join(source).exists() {
            println!("cargo::rerun-if-changed={source}");
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    let name = name::name(root)?;
    println!("cargo::rustc-env=GREFFIER_PROGRAM={version} {name:016x}");
    Ok(())
}
