//! A key that is not admitted where it stands: the one that was meant, or the place where it belongs.

use super::TomlFault;
use super::Vocabulary;
use super::line::{Line, block_of};
use super::shapes::{INVISIBLE_IN_KEY, OTHER_ALPHABET};
use super::slips::Slip;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::{in_latin, is_invisible};

/// The diagnostic of an unknown key; `near` is the admitted one that was meant, `allowed` are all of them.
pub(super) fn unknown_key(
    source: &Source,
    slip: &Slip,
    near: Option<&str>,
    allowed: &[&str],
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let key = slip.key.as_str();
    let fault = Diagnostic::new(TomlFault::UnknownKey, format!("clé inconnue : `{key}`"))
        .at(slip.span.clone(), "");
    let line = Line::around(&source.text, slip.span.start);
    if line.is_header()
        && let Some(block) = vocabulary.block_meant(line.key())
        && block != line.key()
        && near.is_none_or(|near| line.key().replacen(key, near, 1) != block)
    {
        return block_meant(fault, &line, block, vocabulary);
    }
    if let Some(near) = near {
        let fault = hidden_in_quotes(slip, near).unwrap_or(fault);
        return fault
            .help(format!("vouliez-vous dire `{near}` ?"))
            .proposal(place_of(source, slip, near), near);
    }
    let here = block_of(&source.text, slip.span.start);
    if let Some(home) = vocabulary.home_of(key).filter(|home| *home != here) {
        return fault.help(way_home(key, home, here, vocabulary));
    }
    if let Some(sentence) = vocabulary.advice_on(key) {
        return fault.help(sentence);
    }
    let mut in_some_blocks = vocabulary.in_some_blocks.iter();
    if let Some((_, sentence)) = in_some_blocks.find(|(name, _)| *name == key) {
        return fault.help(*sentence);
    }
    let fault = if vocabulary.top_keys.contains(&key) && !here.is_empty() {
        fault.help(format!(
            "`{key}` se place plus haut dans le fichier, avant la première ligne entre crochets [ ]"
        ))
    } else {
        fault
    };
    fault.help(format!("clés admises ici : {}", allowed.join(", ")))
}

/// Where the key stands that was meant: `diffuse.le` with its point, where that makes two keys of one.
fn place_of(source: &Source, slip: &Slip, near: &str) -> Span {
    let Span { start, end } = slip.span.clone();
    let rest = source.text.get(end..).unwrap_or_default();
    let length = rest
        .find(|sign: char| !sign.is_alphanumeric() && !"_-.".contains(sign))
        .unwrap_or(rest.len());
    let typed = source.text.get(start..end + length).unwrap_or_default();
    let is_cut = rest.starts_with('.')
        && ["_", ""]
            .iter()
            .any(|sign| typed.replace('.', sign) == near);
    match is_cut {
        true => start..end + length,
        false => start..end,
    }
}

/// `"lieu"` with a sign that nobody sees, or a letter of another alphabet: to the eye it is the key that was meant.
fn hidden_in_quotes(slip: &Slip, near: &str) -> Option<Diagnostic> {
    let (kind, title) = match slip.key.replace(is_invisible, "") == near {
        true => (TomlFault::InvisibleInKey, INVISIBLE_IN_KEY),
        false if in_latin(&slip.key) == near => (TomlFault::KeyForm, OTHER_ALPHABET),
        false => return None,
    };
    Some(Diagnostic::new(kind, title).at(slip.span.clone(), ""))
}

fn brackets(block: &str, vocabulary: &Vocabulary) -> String {
    match vocabulary.repeated.contains(&block) {
        true => format!("[[{block}]]"),
        false => format!("[{block}]"),
    }
}

/// `[[theme]]`, `[[actions]]`: the whole line as it should be.
fn block_meant(
    fault: Diagnostic,
    line: &Line<'_>,
    block: &str,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    let better = brackets(block, vocabulary);
    let help = match vocabulary.advice_on(line.key()) {
        Some(advice) => advice.to_owned(),
        None => format!("écrivez {better}"),
    };
    fault.help(help).proposal(line.header_span(), better)
}

/// Where a key belongs that stands in another block.
fn way_home(key: &str, home: &str, here: &str, vocabulary: &Vocabulary) -> String {
    let home_said = brackets(home, vocabulary);
    let is_below = here
        .strip_prefix(home)
        .is_some_and(|below| below.starts_with('.'));
    match is_below {
        true => format!(
            "`{key}` appartient à {home_said} : placez cette ligne plus haut, avant {}",
            brackets(here, vocabulary)
        ),
        false => format!("`{key}` se place sous {home_said}"),
    }
}
