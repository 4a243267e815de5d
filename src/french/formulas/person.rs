//! What is said beside a person’s name: hours, proxies, substitutes; and the gender that a title tells.

use jiff::civil::Time;

use super::tidy;
use super::titled::{after_par, with_article};
use crate::french::Gender;
use crate::french::hours::clock_time;
use crate::french::phrases::{undecided, without_a};

/// Beside a person who took part from afar.
pub const ONLINE: &str = "en ligne";

/// `arrivée à 19 h 55`: a noun, whatever the gender.
#[must_use]
pub fn arrival(time: Time) -> String {
    format!("arrivée à {}", clock_time(time))
}

/// `départ à 22 h 15`.
#[must_use]
pub fn departure(time: Time) -> String {
    format!("départ à {}", clock_time(time))
}

/// Beside a person in whose place another sits: `représentée par Mme Sow`, `suppléance assurée par Mme Sow` where the
/// gender is not known. None without a name.
#[must_use]
pub fn represented_by(name: &str, gender: Option<Gender>) -> Option<String> {
    if let Some(open) = undecided(name, "suppléance") {
        return Some(open);
    }
    let name = after_par(name);
    let start = match gender {
        Some(Gender::Masculine) => "représenté par",
        Some(Gender::Feminine) => "représentée par",
        None => "suppléance assurée par",
    };
    (!name.is_empty()).then(|| format!("{start} {name}"))
}

/// Beside a person who gave a proxy: `pouvoir donné à M. Sow`, `pouvoir donné au Dr Haddad`, `pouvoir donné au Maire`. None without a name.
#[must_use]
pub fn gives_proxy_to(name: &str) -> Option<String> {
    let name = tidy(name);
    if let Some(open) = undecided(&name, "mandataire") {
        return Some(format!("pouvoir donné, {open}"));
    }
    let (article, rest) = name.split_once(' ').unwrap_or((&name, ""));
    let to = match article.to_lowercase().as_str() {
        "" => return None,
        "à" | "au" | "aux" | "le" | "les" if rest.is_empty() => return None,
        "au" | "aux" => name.clone(),
        "le" => format!("au {rest}"),
        "les" => format!("aux {rest}"),
        _ => to_named(&with_article(without_a(&name))),
    };
    Some(tidy(&format!("pouvoir donné {to}")))
}

/// `à Mme Sow`, `au Dr Haddad`, `aux Drs Ba et Sow`.
fn to_named(name: &str) -> String {
    match name.split_once(' ') {
        Some(("le", rest)) => format!("au {rest}"),
        Some(("les", rest)) => format!("aux {rest}"),
        _ => format!("à {name}"),
    }
}

/// The gender that the title before a name tells: `Mme Odile Rivoal`, `M. Sow`; none for `Dr`, `Me` or a bare name.
#[must_use]
pub fn gender_of_title(name: &str) -> Option<Gender> {
    let name = name.trim();
    // "M.Sow" lacks its space; "M" alone is a letter.
    let end = name.find(|sign: char| sign == '.' || sign.is_whitespace())?;
    match name[..end].to_lowercase().as_str() {
        "mme" | "mmes" | "mlle" | "mlles" | "madame" | "mesdames" | "mademoiselle"
        | "mesdemoiselles" => Some(Gender::Feminine),
        "m" | "mm" | "mr" | "monsieur" | "messieurs" => Some(Gender::Masculine),
        _ => None,
    }
}
