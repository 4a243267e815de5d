//! A slip of the reader said in French, with the way out.

use super::Vocabulary;
use super::slips::{Slip, SlipKind};
use super::wrong_type;
use crate::diagnostic::{Diagnostic, Source};
use crate::toml_source::TomlFault;

/// The diagnostic of a slip.
pub(super) fn explain(source: &Source, slip: &Slip, vocabulary: &Vocabulary) -> Diagnostic {
    let here = |kind, title: String| Diagnostic::new(kind, title).at(slip.span.clone(), "");
    match &slip.kind {
        SlipKind::UnknownKey { near, allowed } => unknown_key(slip, *near, allowed, vocabulary),
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

fn unknown_key(
    slip: &Slip,
    near: Option<&str>,
    allowed: &[&str],
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let key = slip.key.as_str();
    let fault = Diagnostic::new(TomlFault::UnknownKey, format!("clé inconnue : `{key}`"))
        .at(slip.span.clone(), "");
    if let Some((_, sentence)) = vocabulary.advice.iter().find(|(word, _)| *word == key) {
        return fault.help(*sentence);
    }
    if let Some(near) = near {
        return fault
            .help(format!("vouliez-vous dire `{near}` ?"))
            .proposal(slip.span.clone(), near);
    }
    let fault = if vocabulary.top_keys.contains(&key) {
        fault.help(format!(
            "`{key}` se place plus haut dans le fichier, avant la première ligne entre crochets [ ]"
        ))
    } else {
        fault
    };
    fault.help(format!("clés admises ici : {}", allowed.join(", ")))
}

fn quoted_list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
