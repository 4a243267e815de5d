//! Persons and organisations inside a sentence: name, function, organisation.

use super::lead::{has_article, without_lead, without_lead_behind_name};
use super::tidy;
use super::titled::with_article;
use crate::french::phrases::{role_ends_open, undecided};
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
    /// `Awa Sow, cheffe de bureau, OIM`: what is known, cleaned, with a comma between, nothing twice; none where nothing is.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        joined_parts(&self.parts())
    }

    /// Function and organisation, where the name stands apart.
    #[must_use]
    pub fn said_behind_name(&self) -> Option<String> {
        let parts = self.parts();
        joined_parts(parts.get(1..).unwrap_or_default())
    }

    fn parts(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for part in [self.name, self.function, self.organisation] {
            let part = match said.is_empty() {
                true => part.map(without_lead),
                false => part.map(without_lead_behind_name),
            };
            let is_new = |part: &String| !part.is_empty() && !is_said(&said, part);
            said.extend(part.filter(is_new));
        }
        said
    }

    /// As [`Self::said`], behind another word: the article of `Le maire` is small there.
    pub(super) fn said_inside(&self) -> Option<String> {
        self.said().map(|said| small_article(&said))
    }

    /// As [`Self::said_inside`], behind *par* or *avec* in a sentence: a title before the name takes its article, `le Dr Aubry`.
    pub(super) fn said_after_par(&self) -> Option<String> {
        let mut parts = self.parts();
        if let Some(name) = parts.first_mut().filter(|_| self.is_named()) {
            *name = with_article(name);
        }
        joined_parts(&parts).map(|said| small_article(&said))
    }

    fn is_named(&self) -> bool {
        self.name.is_some_and(|name| !without_lead(name).is_empty())
    }

    /// As [`Self::said_inside`], if it can follow *par*: a name, an organisation, or a function with its article (`le maire`); `à désigner`
    /// cannot.
    pub(super) fn as_agent(&self) -> Option<String> {
        let is_open = |name| undecided(name, "nom").is_some();
        if self.name.or(self.organisation).is_some_and(is_open) {
            return None;
        }
        let said = self.said_inside()?;
        let is_named = self.is_named();
        let function = self.function.map(tidy).unwrap_or_default();
        (is_named || function.is_empty() || has_article(&function)).then_some(said)
    }
}

fn joined_parts(parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `Le maire` gives `le maire`; a surname (`Le Goff`) stays.
fn small_article(text: &str) -> String {
    let articles = ["Le ", "La ", "Les ", "L’", "L'", "Un ", "Une "];
    let noun = articles
        .iter()
        .find_map(|article| text.strip_prefix(article));
    match noun.is_some_and(|noun| noun.starts_with(char::is_lowercase)) {
        true => text[..1].to_lowercase() + &text[1..],
        false => text.to_owned(),
    }
}

/// Whether one of the others is that part, or ends with it behind a comma: the function of `Awa Sow, maire`.
fn is_said(said: &[String], part: &str) -> bool {
    let part = part.to_lowercase();
    let mut said = said.iter().map(|said| said.to_lowercase());
    said.any(|said| {
        let before = said.strip_suffix(&part);
        before.is_some_and(|before| before.is_empty() || before.ends_with(", "))
    })
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
    match who.as_agent().filter(|_| role_ends_open(&role)) {
        // A role that ends in *de*, before a name typed with it.
        Some(agent) => Some(tidy(&format!("{role} {agent}"))),
        None => Some(format!("{role}{NB}: {said}")),
    }
}
