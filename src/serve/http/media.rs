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

/// The media type of a file that holds these bytes: a text says that it is UTF-8, where it is.
pub(super) fn media_type(file: &Path, bytes: &[u8]) -> String {
    let extension = file.extension().unwrap_or_default();
    let known = TYPES
        .iter()
        .find(|(ending, _)| extension.eq_ignore_ascii_case(ending));
    let Some((_, kind)) = known else {
        return "application/octet-stream".to_owned();
    };
    let is_text = kind.starts_with("text/") || kind.ends_with("xml") || kind.ends_with("json");
    match is_text && std::str::from_utf8(bytes).is_ok() {
        true => format!("{kind}; charset=utf-8"),
        false => (*kind).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_files() {
        for (name, bytes, expected) in [
            ("index.html", "é".as_bytes(), "text/html; charset=utf-8"),
            ("annexe.HTM", b"\xe9", "text/html"),
            ("a.md", b"", "text/markdown; charset=utf-8"),
            ("a.ics", b"", "text/calendar; charset=utf-8"),
            ("actions.csv", b"", "text/csv; charset=utf-8"),
            ("flux.xml", b"", "application/xml; charset=utf-8"),
            ("a.pdf", b"%PDF", "application/pdf"),
            ("logo.png", b"", "image/png"),
            ("annexe", b"", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name), bytes), expected, "{name}");
        }
    }
}
