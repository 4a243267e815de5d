//! A file whose lists and groups, or the parts of a key, lie too deep in one another: nothing of it is read. Where the keys are the user's
//! own, they may, as far as the parser goes.

use toml::de::Error;

use super::TomlFault;
use super::line::{Line, block_of};
use super::messages::{Said, said};
use super::unclosed::all_open;
use crate::diagnostic::{Diagnostic, Span};

/// The block of the user's own keys.
const FREE: &str = "extra";
/// So deep the parser goes.
const DEEPEST: usize = 80;

/// The fault, if something lies too deep.
pub(super) fn find(text: &str, errors: &[Error]) -> Option<Diagnostic> {
    if let Some(error) = errors.iter().find(|error| said(error) == Said::TooDeep) {
        return Some(of_brackets(text, error.span().unwrap_or_default()));
    }
    let mut errors = errors.iter();
    errors
        .any(|error| said(error) == Said::TooManyDots)
        .then(|| of_dots(text))
}

fn of_brackets(text: &str, span: Span) -> Diagnostic {
    let outermost = all_open(text, span.start).first().map(|(start, _)| *start);
    let is_free = is_free(text, outermost.unwrap_or(span.start));
    let title = "trop de crochets ou d’accolades les uns dans les autres";
    let help = match is_free {
        true => format!(
            "sous [{FREE}], une liste ou un groupe en contient d’autres, mais pas plus de {DEEPEST} les uns dans les autres ; souvent, une seule liste de groupes suffit : {{ libelle = \"…\", montant = 1 }}"
        ),
        false => {
            "dans un compte rendu, une liste ne contient que des textes ou des groupes".to_owned()
        }
    };
    Diagnostic::new(TomlFault::TooDeep, title)
        .at(span, "")
        .help(help)
}

/// The parser does not say where; a key of so many parts is found by its points.
fn of_dots(text: &str) -> Diagnostic {
    let fault = Diagnostic::new(
        TomlFault::TooManyDots,
        "une clé de ce fichier contient trop de points",
    );
    let mut starts = text.match_indices('\n').map(|(end, _)| end + 1);
    let lines = std::iter::once(0).chain(&mut starts);
    let mut lines = lines.map(|start| Line::around(text, start));
    let line = lines.find(|line| line.key().matches('.').count() >= DEEPEST);
    match line {
        Some(line) if is_free(text, line.span.start) => fault.at(line.trimmed_span(), "").help(
            format!("sous [{FREE}], une clé a {DEEPEST} parties au plus"),
        ),
        Some(line) => fault.at(line.trimmed_span(), "").help(HELP_ON_DOTS),
        None => fault.help(HELP_ON_DOTS),
    }
}

const HELP_ON_DOTS: &str = "dans un compte rendu, une clé est un seul mot : lieu = \"…\"";

/// Whether what is typed there is the user's own.
fn is_free(text: &str, offset: usize) -> bool {
    let begins = |name: &str| {
        let first = name.split('.').next().unwrap_or_default();
        first.trim_matches(['"', '\'', ' ', '\t']) == FREE
    };
    let (line, block) = (Line::around(text, offset), block_of(text, offset));
    begins(block) || (begins(line.key()) && (line.is_header() || block.is_empty()))
}
