//! A slip of the reader said in French, with the way out.

use super::Vocabulary;
use super::slips::{Slip, SlipKind};
use super::unknown_key::unknown_key;
use super::wrong_type;
use crate::diagnostic::{Diagnostic, Source};
use crate::toml_source::TomlFault;

/// The diagnostic of a slip.
pub(super) fn explain(source: &Source, slip: &Slip, vocabulary: &Vocabulary) -> Diagnostic {
    let here = |kind, title: String| Diagnostic::new(kind, title).at(slip.span.clone(), "");
    match &slip.kind {
        SlipKind::UnknownKey { near, allowed } => {
            unknown_key(source, slip, *near, allowed, vocabulary)
        }
        SlipKind::UnknownWord { word, allowed } => {
            let fault = here(
                TomlFault::UnknownWord,
                format!("valeur inconnue : « {word} »"),
            );
            match vocabulary.meant(word, allowed) {
                Some(near) => fault
                    .help(format!("vouliez-vous dire \"{near}\" ?"))
                    .proposal(slip.span.clone(), format!("\"{near}\"")),
                None => fault,
            }
            .help(format!("valeurs admises : {}", quoted_list(allowed)))
        }
        SlipKind::WrongType { wanted, found } => {
            wrong_type::explain(source, slip, *wanted, *found, vocabulary)
        }
        SlipKind::ControlCharacter(_) if is_escaped(source, slip) => {
            backslash_of_path(source, slip)
        }
        SlipKind::ControlCharacter(character) => {
            let number = u32::from(*character);
            here(TomlFault::ForbiddenCharacter, format!("ce texte contient un caractère invisible interdit (U+{number:04X})"))
                .help("effacez ce texte et retapez-le ; seuls la tabulation et le passage à la ligne sont permis")
        }
        SlipKind::NumberTooLarge => {
            here(TomlFault::NumberTooLarge, "ce nombre est trop grand".into())
                .help("vérifiez-le ; un numéro de téléphone se met entre guillemets")
        }
        SlipKind::Other => here(
            TomlFault::UnreadableValue,
            "cette valeur ne se lit pas".into(),
        ),
    }
}

/// `"annexes\budget.pdf"`: the bar and the letter after it are read as a sign that nobody sees.
fn is_escaped(source: &Source, slip: &Slip) -> bool {
    let typed = source.text.get(slip.span.clone()).unwrap_or_default();
    typed.starts_with('"')
        && ["\\b", "\\f", "\\e"]
            .iter()
            .any(|escape| typed.contains(escape))
}

fn backslash_of_path(source: &Source, slip: &Slip) -> Diagnostic {
    let typed = source.text.get(slip.span.clone()).unwrap_or_default();
    Diagnostic::new(
        TomlFault::Backslash,
        "la barre \\ a un sens particulier entre guillemets",
    )
    .at(slip.span.clone(), "")
    .help("dans un chemin, écrivez / ; ailleurs, doublez la barre : \\\\")
    .proposal(slip.span.clone(), typed.replace('\\', "/"))
}

fn quoted_list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
