//! The file that an address means, if it means one below the output folder.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::files;

/// What the pages of a folder are named.
const INDEX: &str = "index.html";

/// The file that the path of an address names, by its words alone: below the output folder, nothing hidden, no way up.
pub(super) fn named(output: &Path, path: &str) -> Option<PathBuf> {
    let mut file = output.to_owned();
    let mut parts = path.strip_prefix('/')?.split('/').peekable();
    while let Some(part) = parts.next() {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        match part.as_ref() {
            "" if parts.peek().is_none() => file.push(INDEX),
            part if is_plain(part) => file.push(part),
            _ => return None,
        }
    }
    Some(file)
}

/// A name that leads nowhere else, on any system.
fn is_plain(part: &str) -> bool {
    let is_odd = |character: char| character.is_control() || ['/', '\\', ':'].contains(&character);
    !part.is_empty() && !part.starts_with('.') && !part.contains(is_odd)
}

/// Where a named file truly is, its links followed; `None` where there is none, or it is hidden, outside, or neither a file nor a folder.
pub(super) fn found(output: &Path, file: &Path) -> Option<PathBuf> {
    let real = files::true_path(file)?;
    let below = real.strip_prefix(files::true_path(output)?).ok()?;
    let is_hidden = |part: &std::ffi::OsStr| part.to_string_lossy().starts_with('.');
    // A pipe or a device would be waited for without end.
    let is_ordinary = files::is_file(&real) || files::is_folder(&real);
    (is_ordinary && !below.iter().any(is_hidden)).then_some(real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_their_files() {
        for (path, expected) in [
            ("/", Some("index.html")),
            ("/2026/2026-03-17/", Some("2026/2026-03-17/index.html")),
            ("/2026/2026-03-17", Some("2026/2026-03-17")),
            (
                "/2026/annexes/Rapport%20n%C2%B0%201.pdf",
                Some("2026/annexes/Rapport n° 1.pdf"),
            ),
            ("", None),
            ("*", None),
            ("//etc/passwd", None),
            ("/2026//index.html", None),
            ("/../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("/%2e%2e%2fCargo.toml", None),
            ("/..%5cCargo.toml", None),
            ("/2026%2findex.html", None),
            ("/C:/Windows/win.ini", None),
            ("/index.html:secret", None),
            ("/.greffier/manifeste", None),
            ("/2026/.greffier-a.tmp", None),
            ("/a%00.html", None),
            ("/%ff.html", None),
        ] {
            let output = Path::new("output");
            assert_eq!(
                named(output, path),
                expected.map(|file| output.join(file)),
                "{path}"
            );
        }
    }
}
