//! A path typed in a file, to another file of the project.

use crate::diagnostic::{Diagnostic, Span};
use crate::french::folding::without_unseen_ends;
use crate::toml_source::TomlFault;

/// What is known of the file that a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is there.
    Present,
    /// There is no such file.
    Missing,
    /// A folder is there.
    Folder,
    /// The path leads out of the project.
    OutsideProject,
    /// Two files have a name that reads so, with its accents as letters of their own in one (NFD), and not in the other (NFC).
    TwoAlike,
    /// It is a file of the project that is never published.
    NeverPublished,
}

/// The words for a kind of file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PathWords {
    /// A path that is written as it should be: `"annexes/rapport.pdf"`.
    pub(crate) example: &'static str,
    /// From where paths count, and what to check, where there is no such file.
    pub(crate) missing_help: &'static str,
    /// How to bring a file in that lies elsewhere.
    pub(crate) outside_help: &'static str,
}

/// The path that is meant: without what nobody sees around it, unless a file bears the very name that was typed.
pub(crate) fn path_meant<'p>(typed: &'p str, state: &dyn Fn(&str) -> FileState) -> &'p str {
    let path = typed.trim();
    let seen = without_unseen_ends(path);
    match seen.len() < path.len() && state(path) != FileState::Present {
        true => seen,
        false => path,
    }
}

/// What is wrong with a path, if anything; `state` answers for one that is written as it should be.
pub(crate) fn fault_of_path(
    path: &str,
    span: &Span,
    words: PathWords,
    state: &dyn Fn(&str) -> FileState,
) -> Option<Diagnostic> {
    fault_of_writing(path, span, words).or_else(|| fault_of_state(path, span, words, state(path)))
}

/// What is wrong with the way a path is written.
pub(crate) fn fault_of_writing(path: &str, span: &Span, words: PathWords) -> Option<Diagnostic> {
    let fault = |kind, title: String| Diagnostic::new(kind, title).at(span.clone(), "");
    if is_from_a_root(path) {
        let fault = fault(
            TomlFault::PathFromRoot,
            format!("« {path} » part de la racine du disque"),
        );
        return Some(fault.help(words.outside_help));
    }
    // `"annexes\rapport.pdf"`, `"annexes\note.pdf"`: the bar and the letter after it were read as a line end.
    let path = &path
        .replace('\r', "\\r")
        .replace('\n', "\\n")
        .replace('\t', "\\t");
    if path.contains('\\') {
        let fault = fault(
            TomlFault::PathBackslash,
            "un chemin s’écrit avec des barres /".into(),
        );
        let better = format!("\"{}\"", path.replace('\\', "/"));
        let fault = fault.help(format!("écrivez {better}"));
        return Some(fault.proposal(span.clone(), better));
    }
    if path.is_empty() || path.ends_with('/') {
        let fault = fault(
            TomlFault::PathWithoutName,
            "il manque ici le nom d’un fichier".into(),
        );
        return Some(fault.help(format!("par exemple \"{}\"", words.example)));
    }
    None
}

/// What is wrong with what a path leads to.
pub(crate) fn fault_of_state(
    path: &str,
    span: &Span,
    words: PathWords,
    state: FileState,
) -> Option<Diagnostic> {
    let fault = |kind, title: String| Diagnostic::new(kind, title).at(span.clone(), "");
    match state {
        FileState::Present => None,
        FileState::Missing => Some(
            fault(
                TomlFault::MissingFile,
                format!("le fichier « {path} » est introuvable"),
            )
            .help(words.missing_help),
        ),
        FileState::Folder => Some(
            fault(
                TomlFault::MissingFile,
                format!("« {path} » est un dossier, et non un fichier"),
            )
            .help(format!(
                "écrivez le chemin d’un de ses fichiers, par exemple \"{}/{}\"",
                path.trim_end_matches('/'),
                words.example.rsplit('/').next().unwrap_or_default()
            )),
        ),
        FileState::OutsideProject => Some(
            fault(
                TomlFault::FileOutside,
                format!("« {path} » est hors du dossier du projet"),
            )
            .help(words.outside_help),
        ),
        FileState::NeverPublished => Some(
            fault(
                TomlFault::UnpublishableFile,
                format!("« {path} » n’est jamais publié"),
            )
            .help("c’est un fichier de travail du projet : copiez ce qui peut être lu de tous dans un autre fichier"),
        ),
        FileState::TwoAlike => Some(
            fault(
                TomlFault::TwoFilesAlike,
                format!("deux fichiers ont un nom qui se lit « {path} »"),
            )
            .help("leurs accents ne sont pas écrits de la même façon : ouvrez les deux, supprimez l’un, ou renommez-le"),
        ),
    }
}

/// `/etc/passwd`, `C:\rapport.pdf`, `\\serveur\rapport.pdf`.
fn is_from_a_root(path: &str) -> bool {
    path.starts_with(['/', '\\']) || path.get(1..2) == Some(":")
}
