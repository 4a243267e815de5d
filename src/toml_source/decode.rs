//! Bytes → text. Records are UTF-8; what Word, Excel and an old Notepad leave behind is named, with the way out.

use std::string::FromUtf8Error;

use crate::diagnostic::{Diagnostic, Report, Source};
use crate::toml_source::TomlFault;

/// At most 4 MiB: a larger file is no record, and what it is made of may take a hundred times its size to be read.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

const SAVE_AS_UTF8: &str =
    "enregistrez-le en UTF-8 (dans le Bloc-notes : Fichier, Enregistrer sous, Encodage : UTF-8)";

const WRITE_AS_TEXT: &str =
    "écrivez ce fichier dans un éditeur de texte (par exemple le Bloc-notes), pas dans Word";

/// Makes a [`Source`] of a file's bytes.
///
/// # Errors
/// A report with one fault: too large, UTF-16, UTF-32, Windows-1252, damaged UTF-8, a lost end, a Word, Excel or PDF document, not text at all.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Source, Box<Report>> {
    let refuse = |text: String, fault: Diagnostic| {
        Err(Box::new(Report::new(
            Source {
                name: name.to_owned(),
                text,
            },
            vec![fault],
        )))
    };
    if bytes.len() as u64 > MAX_BYTES {
        return refuse(String::new(), too_large());
    }
    if let Some(kind) = foreign_document(&bytes) {
        let fault = Diagnostic::new(
            TomlFault::ForeignDocument,
            format!("ce fichier est un document {kind}, pas un fichier texte"),
        )
        .help(WRITE_AS_TEXT);
        return refuse(String::new(), fault);
    }
    if let Some(encoding) = wide_encoding(&bytes) {
        let fault = Diagnostic::new(
            TomlFault::Utf16,
            format!("ce fichier est enregistré en {encoding}, pas en UTF-8"),
        )
        .help(SAVE_AS_UTF8);
        return refuse(String::new(), fault);
    }
    if let Some((text, fault)) = lost_end(&bytes) {
        return refuse(text, fault);
    }
    if bytes.contains(&0) {
        let fault = Diagnostic::new(TomlFault::NotText, "ce fichier n’est pas un fichier texte")
            .help(WRITE_AS_TEXT);
        return refuse(String::new(), fault);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source {
            name: name.to_owned(),
            text,
        }),
        Err(error) => {
            let (text, fault) = not_utf8(error);
            refuse(text, fault)
        }
    }
}

/// The text as far as it can be read, and what is wrong with its first letter that cannot.
fn not_utf8(error: FromUtf8Error) -> (String, Diagnostic) {
    let start = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let (kind, title, label) = if is_windows_1252(&bytes) {
        (
            TomlFault::Windows1252,
            "ce fichier est enregistré en Windows-1252 (ANSI), pas en UTF-8",
            "cette lettre n’est pas lisible",
        )
    } else {
        (
            TomlFault::DamagedUtf8,
            "ce fichier n’est pas en UTF-8 : il est peut-être abîmé",
            "ce caractère n’est pas lisible",
        )
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
    let fault = Diagnostic::new(kind, title)
        .at(start..end, label)
        .help(SAVE_AS_UTF8);
    (text, fault)
}

/// The text of a file whose end is full of zeros, as a disk leaves it where the power fails while it writes; and the fault, at its last
/// line. `None` if zeros stand elsewhere too.
fn lost_end(bytes: &[u8]) -> Option<(String, Diagnostic)> {
    let length = bytes.iter().rposition(|byte| *byte != 0)? + 1;
    let kept = &bytes[..length];
    if length == bytes.len() || kept.contains(&0) {
        return None;
    }
    let text = std::str::from_utf8(kept).ok()?;
    let end = text.trim_end().len();
    let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let fault = Diagnostic::new(
        TomlFault::NotText,
        "la fin de ce fichier est perdue : il n’a pas été enregistré en entier",
    )
    .at(start..end, "rien n’est lisible après cette ligne")
    .help("reprenez une copie de ce fichier ; sinon, ouvrez-le dans le Bloc-notes, supprimez ce qui suit cette ligne et complétez-le");
    Some((text.to_owned(), fault))
}

fn too_large() -> Diagnostic {
    Diagnostic::new(
        TomlFault::TooLarge,
        "ce fichier dépasse 4 Mio : il n’est pas lu",
    )
}

fn foreign_document(bytes: &[u8]) -> Option<&'static str> {
    let starts: [(&[u8], &str); 4] = [
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "Word, Excel ou OpenDocument"),
        (b"\xD0\xCF\x11\xE0", "Word ou Excel"),
        (b"{\\rtf", "RTF"),
    ];
    starts
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, kind)| *kind)
}

/// The encoding of a file whose letters have two bytes or four.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    let marks = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]];
    match marks.iter().any(|mark| bytes.starts_with(mark)) {
        true => Some("UTF-32"),
        false => is_utf16(bytes).then_some("UTF-16"),
    }
}

/// A byte order mark, or, without one, a zero in every second byte of the beginning, as ASCII letters have in UTF-16.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let head = &bytes[..bytes.len().min(64) & !1];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).all(|byte| *byte == 0);
    !head.is_empty() && zeros(0) != zeros(1)
}

/// Whether nothing above ASCII is UTF-8, and most of it is what French text in Windows-1252 is full of.
fn is_windows_1252(bytes: &[u8]) -> bool {
    const FRENCH: &[u8] = b"\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9\xFB\xFC\xC0\xC7\xC8\xC9\xCA\xD4\x9C\x8C\x91\x92\x93\x94\x85\x96\x97\xA0\xAB\xBB\xB0\x80";
    let above_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let french = bytes.iter().filter(|byte| FRENCH.contains(byte)).count();
    french * 2 >= above_ascii && bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}
