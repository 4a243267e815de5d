//! Names that Windows refuses, and paths too long for it: a colleague could not copy the folder, nor whoever keeps the host.
//!
//! The rules are those of «Naming Files, Paths, and Namespaces» in the documentation of Windows.

use crate::diagnostic::{Diagnostic, Span};
use crate::record::RecordDoubt;
use crate::record::raw::{RawAnnex, RawAnnexTable, RawMeeting};

/// Windows takes 260 characters of an ordinary path; these leave sixty for the folder where the project is.
const LONGEST_PATH: usize = 200;
/// Windows, macOS and Linux take as much of one name.
const LONGEST_NAME: usize = 255;

/// How a record is named, and what is made of it.
#[derive(Clone, Copy, Debug)]
pub struct FileNames<'a> {
    /// Its path in the project: `meetings/2017/2017-02-07.toml`.
    pub record: &'a str,
    /// The folder of its page: `output/2017/2017-02-07`.
    pub page: &'a str,
    /// The document there whose name is the longest: `compte-rendu-2017-02-07.pdf`.
    pub document: &'a str,
}

/// What is doubtful about the names of a record; of one that cannot be read, about its own.
pub(in crate::record) fn of_file_names(
    named: &FileNames<'_>,
    raw: Option<&RawMeeting>,
) -> Vec<Diagnostic> {
    let folder = named
        .record
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let own = refused_name(named.record, "", None)
        .or_else(|| refused_name(named.page, ", qui fait l’adresse de la page", None))
        .or_else(|| too_long(named.record, None))
        .or_else(|| too_long(&format!("{}/{}", named.page, named.document), None));
    let closing = raw.and_then(|raw| raw.closing.get());
    let annexes = closing
        .into_iter()
        .flat_map(|closing| closing.annexes.items());
    let annexes = annexes.filter_map(|(annex, _)| {
        let RawAnnex::Full(RawAnnexTable { file, .. }) = annex else {
            return None;
        };
        let (path, span) = file.located()?;
        let (path, at) = (path.trim(), Some(&span));
        let name = path.rsplit('/').next().unwrap_or(path);
        // What is no path from the record is a fault already.
        let is_fault = path.contains('\\') || path.starts_with('/') || path.get(1..2) == Some(":");
        let doubt = || {
            refused_name(path, "", at)
                .or_else(|| too_long(&format!("{folder}/{path}"), at))
                .or_else(|| too_long(&format!("{}/annexes/{name}", named.page), at))
        };
        (!is_fault).then(doubt)?
    });
    own.into_iter().chain(annexes).collect()
}

/// The name that a file may have instead, where Windows refuses its own: what it answers to whoever opens `CON.toml` does not tell it.
#[must_use]
pub fn name_for_windows(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    refusal(name).map(|_| mended(name))
}

/// What is wrong with the first part of a path that Windows refuses; `role` says what the name does besides naming a file.
fn refused_name(path: &str, role: &str, at: Option<&Span>) -> Option<Diagnostic> {
    let mut parts = path
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."));
    let (part, why) = parts.find_map(|part| Some((part, refusal(part)?)))?;
    let title = match why {
        Refusal::Reserved => format!("« {part} » est un nom réservé par Windows"),
        Refusal::Sign(sign) => format!("Windows n’admet pas « {sign} » dans un nom : « {part} »"),
        Refusal::End => {
            format!("Windows n’admet ni point ni espace à la fin d’un nom : « {part} »")
        }
        Refusal::Length => "un nom a plus de 255 caractères".to_owned(),
    };
    let help = match why {
        Refusal::Length => "raccourcissez-le".to_owned(),
        _ => format!(
            "changez ce nom{role}, par exemple « {} » : sous Windows, il ne pourrait être ni copié ni ouvert",
            mended(part)
        ),
    };
    Some(placed(Diagnostic::new(RecordDoubt::NameForbidden, title), at).help(help))
}

fn too_long(path: &str, at: Option<&Span>) -> Option<Diagnostic> {
    let length = path.encode_utf16().count();
    if length <= LONGEST_PATH {
        return None;
    }
    let title = format!("un chemin de {length} caractères est trop long pour Windows");
    let doubt = placed(Diagnostic::new(RecordDoubt::PathTooLong, title), at);
    Some(doubt.help("raccourcissez le nom du fichier ou ceux de ses dossiers : Windows compte 260 caractères au plus, avec le dossier du projet"))
}

fn placed(doubt: Diagnostic, at: Option<&Span>) -> Diagnostic {
    match at {
        Some(span) => doubt.at(span.clone(), ""),
        None => doubt,
    }
}

/// Why Windows refuses a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// It is that of a device, whatever its extension.
    Reserved,
    /// It has a sign that no name may have.
    Sign(char),
    /// It ends in a period or a space.
    End,
    /// It is too long.
    Length,
}

fn refusal(name: &str) -> Option<Refusal> {
    let is_forbidden = |sign: &char| {
        matches!(sign, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || sign.is_control()
    };
    if let Some(sign) = name.chars().find(is_forbidden) {
        return Some(Refusal::Sign(sign));
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ');
    match () {
        () if is_device(stem) => Some(Refusal::Reserved),
        () if name.ends_with(['.', ' ']) => Some(Refusal::End),
        () if name.encode_utf16().count() > LONGEST_NAME => Some(Refusal::Length),
        () => None,
    }
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let is_number = |rest: &str| {
        let mut signs = rest.chars();
        matches!(
            (signs.next(), signs.next()),
            (Some('0'..='9' | '¹' | '²' | '³'), None)
        )
    };
    let is_port = ["COM", "LPT"]
        .iter()
        .any(|port| stem.strip_prefix(port).is_some_and(is_number));
    is_port
        || matches!(
            stem.as_str(),
            "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
        )
}

/// The name with what Windows refuses taken out of it.
fn mended(name: &str) -> String {
    let is_forbidden = |sign: char| refusal(&sign.to_string()) == Some(Refusal::Sign(sign));
    let name = name.replace(is_forbidden, "-");
    let name = name.trim_end_matches(['.', ' ']);
    let (stem, extension) = name.split_at(name.find('.').unwrap_or(name.len()));
    let stem = stem.trim_end();
    match is_device(stem) {
        true => format!("{stem}-1{extension}"),
        false if stem.is_empty() && extension.is_empty() => "document".to_owned(),
        false => format!("{stem}{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, mended, name_for_windows, refusal};

    #[test]
    fn windows_refuses_devices_signs_and_ends() {
        let table = [
            ("CON", Some(Refusal::Reserved), "CON-1"),
            ("nul.toml", Some(Refusal::Reserved), "nul-1.toml"),
            ("Aux .pdf", Some(Refusal::Reserved), "Aux-1.pdf"),
            ("com1.tar.gz", Some(Refusal::Reserved), "com1-1.tar.gz"),
            ("LPT².txt", Some(Refusal::Reserved), "LPT²-1.txt"),
            (
                "rapport: final.pdf",
                Some(Refusal::Sign(':')),
                "rapport- final.pdf",
            ),
            ("quoi ?.pdf", Some(Refusal::Sign('?')), "quoi -.pdf"),
            ("a\tb", Some(Refusal::Sign('\t')), "a-b"),
            ("rapport.", Some(Refusal::End), "rapport"),
            ("rapport ", Some(Refusal::End), "rapport"),
            ("console.pdf", None, "console.pdf"),
            ("com10", None, "com10"),
            ("com", None, "com"),
            ("2026-03-17.toml", None, "2026-03-17.toml"),
            ("compte rendu (fin).pdf", None, "compte rendu (fin).pdf"),
        ];
        for (name, refused, healed) in table {
            assert_eq!(refusal(name), refused, "{name:?}");
            assert_eq!(mended(name), healed, "{name:?}");
            assert_eq!(refusal(healed), None, "{healed:?}");
            let allowed = name_for_windows(&format!("meetings/2026/{name}"));
            assert_eq!(allowed.as_deref(), refused.map(|_| healed), "{name:?}");
        }
    }
}
