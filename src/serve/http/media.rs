//! What a file is, by the end of its name.

use std::path::Path;

/// The media types of what greffier writes, and of the annexes that users have.
const TYPES: [(&str, &str); 34] = [
    ("html", "text/html"),
    ("htm", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("md", "text/markdown"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("xml", "application/xml"),
    ("atom", "application/atom+xml"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("toml", "application/toml"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("ttf", "font/ttf"),
    ("wasm", "application/wasm"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("doc", "application/msword"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
];

/// The media type of a file.
pub(super) fn media_type(file: &Path) -> &'static str {
    let extension = file.extension().unwrap_or_default();
    let known = TYPES
        .iter()
        .find(|(ending, _)| extension.eq_ignore_ascii_case(ending));
    known.map_or("application/octet-stream", |(_, kind)| kind)
}

/// Whether files of that type are texts.
pub(super) fn is_text(kind: &str) -> bool {
    kind.starts_with("text/") || kind.ends_with("xml") || kind.ends_with("json")
}

/// The type of a text that is UTF-8.
pub(super) fn in_utf8(kind: &str) -> String {
    format!("{kind}; charset=utf-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_files() {
        for (name, expected, has_letters) in [
            ("index.html", "text/html", true),
            ("annexe.HTM", "text/html", true),
            ("a.md", "text/markdown", true),
            ("a.ics", "text/calendar", true),
            ("actions.csv", "text/csv", true),
            ("flux.xml", "application/xml", true),
            ("minutes.json", "application/json", true),
            ("a.pdf", "application/pdf", false),
            ("logo.png", "image/png", false),
            ("annexe", "application/octet-stream", false),
        ] {
            let kind = media_type(Path::new(name));
            assert_eq!((kind, is_text(kind)), (expected, has_letters), "{name}");
        }
    }
}
