//! What is said beside a person’s name: hours, proxies, substitutes; and the gender that a title tells.

use jiff::civil::Time;

use super::tidy;
use super::titled::{after_par, with_article};
use crate::french::Gender;
use crate::french::hours::clock_time;
use crate::french::persons::may_be_acronym;
use crate::french::phrases::{undecided, without_a};
use crate::french::words::list_join;

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

/// Who has something to do now: `confié à ACTED et OIM`, `confié au PNUD et aux membres du cluster`. As soon as one of several is named with an
/// article or an abbreviated title, each has its preposition.
#[must_use]
pub fn entrusted_to<T: AsRef<str>>(names: &[T]) -> String {
    let parted = names.iter().map(|name| articled(name.as_ref()));
    let parted: Vec<Option<String>> = parted.collect();
    if parted.iter().all(Option::is_none) {
        return format!("confié à {}", list_join(names));
    }
    let each = names.iter().zip(parted);
    let each = each.map(|(name, said)| said.unwrap_or_else(|| format!("à {}", name.as_ref())));
    format!("confié {}", list_join(&each.collect::<Vec<String>>()))
}

/// `au PNUD`, `aux membres du cluster`, `à l’équipe du PNUD`, `au Dr Haddad`; none for what has neither article nor abbreviated title, nor for
/// a family name that begins as an article does: `Le Goff`.
fn articled(name: &str) -> Option<String> {
    let elided = ["l’", "l'", "L’", "L'"];
    if let Some(noun) = elided.iter().find_map(|article| name.strip_prefix(article)) {
        let is_noun = noun.starts_with(char::is_lowercase) || may_be_acronym(noun);
        let is_articled = name.starts_with('l') || is_noun;
        return is_articled.then(|| format!("à l’{noun}"));
    }
    let (article, noun) = name.split_once(char::is_whitespace)?;
    let noun = noun.trim_start();
    let is_common = noun.starts_with(char::is_lowercase) || may_be_acronym(noun);
    match article {
        _ if noun.is_empty() => None,
        "le" => Some(format!("au {noun}")),
        "les" | "Les" => Some(format!("aux {noun}")),
        "la" => Some(format!("à la {noun}")),
        "Le" if is_common => Some(format!("au {noun}")),
        "La" if is_common => Some(format!("à la {noun}")),
        "Dr" | "Dr." | "Pr" | "Pr." => Some(format!("au {name}")),
        _ => None,
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
