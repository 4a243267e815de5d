//! Persons and organisations inside a sentence: name, function, organisation.

use super::tidy;
use crate::french::folding::fold;
use crate::french::phrases::role_ends_open;
use crate::french::{FI, NB};

/// Someone, as typed; each part may lack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The name: `Mme Awa Sow`.
    pub name: Option<&'a str>,
    /// The function: its capital stays.
    pub function: Option<&'a str>,
    /// The organisation.
    pub organisation: Option<&'a str>,
}

impl Named<'_> {
    /// `Awa Sow, cheffe de bureau, OIM`: what is known, cleaned, with a comma between; none where nothing is.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        let parts = [self.name, self.function, self.organisation];
        let parts = parts.into_iter().flatten().map(tidy);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let said = after_par(&parts.join(", "));
        (!said.is_empty()).then_some(said)
    }

    /// As [`Self::said`], if it can follow *par*: a name, an organisation, or a function with its article (`le maire`).
    pub(super) fn as_agent(&self) -> Option<String> {
        let said = self.said()?;
        let is_named = self.name.is_some_and(|name| !after_par(name).is_empty());
        let function = self.function.map(tidy).unwrap_or_default();
        (is_named || function.is_empty() || has_article(&function)).then_some(said)
    }
}

/// An enumeration that keeps each one’s parts together: `A et B`, `A, directrice, et B`, `A, directrice ; B ; et C`.
///
/// Empty items are left out.
#[must_use]
pub fn joined<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items
        .iter()
        .map(AsRef::as_ref)
        .filter(|item| !item.is_empty())
        .collect();
    let has_parts = |item: &&str| item.contains(", ") || item.contains(" et ");
    match items[..] {
        [] => String::new(),
        [only] => only.to_owned(),
        [first, last] if has_parts(&first) => format!("{first}, et {last}"),
        [first, last] => format!("{first} et {last}"),
        [ref start @ .., last] if items.iter().any(has_parts) => {
            let mark = format!("{FI}; ");
            format!("{}{mark}et {last}", start.join(&mark))
        }
        [ref start @ .., last] => format!("{} et {last}", start.join(", ")),
    }
}

/// A role and who held it, for a line of its own: `Rédigé par Awa Sow, OIM`, `Secrétariat : Awa Sow`.
///
/// A role that ends in *par* leads to a name; to a function alone it leads through a colon. None where nobody is known.
#[must_use]
pub fn role_line(role: &str, who: &Named<'_>) -> Option<String> {
    let said = who.said()?;
    let role = tidy(role);
    if role.is_empty() {
        return Some(said);
    }
    if role_ends_open(&role) && who.as_agent().is_some() {
        // A role that ends in *de*, before a name typed with it.
        Some(tidy(&format!("{role} {said}")))
    } else {
        Some(format!("{role}{NB}: {said}"))
    }
}

/// What stands after *par* (*présidée par*, *accueillie par*), without a *par* of its own.
pub fn after_par(text: &str) -> String {
    let mut said = tidy(text);
    while let Some(rest) = without_par(&said) {
        said = tidy(rest);
    }
    said
}

/// What follows `par`, or a participle with its `par`: `présidée par`.
fn without_par(text: &str) -> Option<&str> {
    const PARTICIPLES: [&str; 14] = [
        "accueilli",
        "anime",
        "assure",
        "conduit",
        "convoque",
        "dirige",
        "facilite",
        "heberge",
        "invite",
        "modere",
        "organise",
        "preside",
        "redige",
        "represente",
    ];
    let (first, rest) = next_word(text);
    if fold(first) == "par" {
        return Some(rest);
    }
    let (second, after) = next_word(rest);
    let first = fold(first);
    let is_participle = PARTICIPLES.iter().any(|stem| {
        first
            .strip_prefix(stem)
            .is_some_and(|end| matches!(end, "" | "e" | "s" | "es"))
    });
    (is_participle && fold(second) == "par").then_some(after)
}

fn next_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// `le maire`, `la coordinatrice`, `l’adjointe`, `un membre`.
fn has_article(text: &str) -> bool {
    let text = text.to_lowercase();
    ["le ", "la ", "les ", "l’", "l'", "un ", "une ", "deux "]
        .iter()
        .any(|article| text.starts_with(article))
}
