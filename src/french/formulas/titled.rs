//! Titles before a name that take the article within a sentence: *par le Dr Aubry*, *au colonel Haïdara*.

use super::lead::without_lead;
use crate::french::folding::fold;

/// The article of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Article {
    Le,
    La,
    Elided,
    Les,
}

/// What a title is, as to how it is written behind its article and what may follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It stays as it is typed: *Dr*.
    Short,
    /// Before a name and nothing else: *docteur*.
    Learned,
    /// Before a name, or what tells one office from another: *directeur régional*.
    Office,
}

/// Titles, folded, whose article is sure. *M.*, *Mme* and *Me* take none; of *Maire* and *Ministre* the article depends on the person.
const TITLES: [(&str, Article, Kind); 48] = [
    ("dr", Article::Le, Kind::Short),
    ("dre", Article::La, Kind::Short),
    ("drs", Article::Les, Kind::Short),
    ("pr", Article::Le, Kind::Short),
    ("prs", Article::Les, Kind::Short),
    ("prof", Article::Le, Kind::Short),
    ("docteur", Article::Le, Kind::Learned),
    ("docteure", Article::La, Kind::Learned),
    ("professeur", Article::Le, Kind::Learned),
    ("professeure", Article::La, Kind::Learned),
    ("abbe", Article::Elided, Kind::Learned),
    ("imam", Article::Elided, Kind::Learned),
    ("adjudant", Article::Elided, Kind::Office),
    ("adjudantchef", Article::Elided, Kind::Office),
    ("amiral", Article::Elided, Kind::Office),
    ("capitaine", Article::Le, Kind::Office),
    ("colonel", Article::Le, Kind::Office),
    ("colonelle", Article::La, Kind::Office),
    ("colonelmajor", Article::Le, Kind::Office),
    ("commandant", Article::Le, Kind::Office),
    ("commandante", Article::La, Kind::Office),
    ("general", Article::Le, Kind::Office),
    ("generale", Article::La, Kind::Office),
    ("lieutenant", Article::Le, Kind::Office),
    ("lieutenante", Article::La, Kind::Office),
    ("lieutenantcolonel", Article::Le, Kind::Office),
    ("medecincolonel", Article::Le, Kind::Office),
    ("sergentchef", Article::Le, Kind::Office),
    ("souslieutenant", Article::Le, Kind::Office),
    ("ambassadeur", Article::Elided, Kind::Office),
    ("ambassadrice", Article::Elided, Kind::Office),
    ("depute", Article::Le, Kind::Office),
    ("deputee", Article::La, Kind::Office),
    ("directeur", Article::Le, Kind::Office),
    ("directrice", Article::La, Kind::Office),
    ("gouverneur", Article::Le, Kind::Office),
    ("gouverneure", Article::La, Kind::Office),
    ("inspecteur", Article::Elided, Kind::Office),
    ("inspectrice", Article::Elided, Kind::Office),
    ("prefet", Article::Le, Kind::Office),
    ("prefete", Article::La, Kind::Office),
    ("president", Article::Le, Kind::Office),
    ("presidente", Article::La, Kind::Office),
    ("recteur", Article::Le, Kind::Office),
    ("senateur", Article::Le, Kind::Office),
    ("senatrice", Article::La, Kind::Office),
    ("sousprefet", Article::Le, Kind::Office),
    ("sousprefete", Article::La, Kind::Office),
];
/// What tells one office from another, folded: a capital does not make a name of it.
const QUALIFIERS: [&str; 54] = [
    "commercial",
    "commerciale",
    "education",
    "electrique",
    "elu",
    "elue",
    "sortant",
    "sortante",
    "suppleant",
    "suppleante",
    "adjoint",
    "adjointe",
    "administratif",
    "administrative",
    "communal",
    "communale",
    "delegue",
    "deleguee",
    "departemental",
    "departementale",
    "directeur",
    "directrice",
    "executif",
    "executive",
    "exterieur",
    "financier",
    "financiere",
    "general",
    "generale",
    "honoraire",
    "interimaire",
    "local",
    "locale",
    "medical",
    "municipal",
    "municipale",
    "national",
    "nationale",
    "par",
    "pays",
    "pedagogique",
    "president",
    "presidente",
    "principal",
    "principale",
    "programme",
    "programmes",
    "provincial",
    "provinciale",
    "regional",
    "regionale",
    "technique",
    "zone",
    "des",
];
/// Second parts of a rank typed without its hyphen: *Lieutenant Colonel*.
const SECOND_PARTS: [&str; 3] = ["colonel", "major", "chef"];

/// Somebody as they follow *par* or *avec*, without the words that lead to them: `par Dr Aubry` gives `le Dr Aubry`.
#[must_use]
pub fn after_par(typed: &str) -> String {
    with_article(&without_lead(typed))
}

/// Those named, each title with its article, and in small letters unless it is an abbreviation: `le Dr Hélène Aubry`, `le colonel Issa
/// Haïdara et l’adjudant Sow`. Anything else stays, `Me Diop` and `Mme la Préfète` too.
pub(super) fn with_article(named: &str) -> String {
    let each: Vec<(&str, Option<String>)> =
        named.split(" et ").map(|one| (one, titled(one))).collect();
    // All titles have their article, or none: of an enumeration one alone would be that of all.
    let lacks_article = |(one, titled): &(&str, Option<String>)| {
        one.contains([',', '&', '/']) || (titled.is_none() && begins_with_title(one))
    };
    if each.len() > 1 && each.iter().any(lacks_article)
        || named.contains([',', '&', '/']) && has_titles(named)
    {
        return named.to_owned();
    }
    let each = each.into_iter();
    let each = each.map(|(one, titled)| titled.unwrap_or_else(|| one.to_owned()));
    each.collect::<Vec<_>>().join(" et ")
}

/// Whether a title stands at the beginning, whatever follows it.
fn begins_with_title(one: &str) -> bool {
    let word = first_word(one.trim_start());
    let folded = fold(word.trim_end_matches('.'));
    TITLES.iter().any(|(title, ..)| *title == folded)
}

/// Whether several of those enumerated have a title.
fn has_titles(named: &str) -> bool {
    let parts = named
        .split([',', '&', '/'])
        .flat_map(|part| part.split(" et "));
    parts.filter(|part| begins_with_title(part)).count() > 1
}

fn titled(one: &str) -> Option<String> {
    // *Le Dr Aubry*, *L’Ambassadeur Diop* bring theirs.
    for article in ["Le ", "La ", "Les ", "L’", "L'"] {
        if let Some(rest) = one.strip_prefix(article) {
            return title(rest).map(|_| format!("{}{rest}", article.to_lowercase()));
        }
    }
    let (article, kind, typed, name) = title(one)?;
    let said = match kind {
        Kind::Short => format!("{typed} {name}"),
        Kind::Learned | Kind::Office => format!("{} {}", typed.to_lowercase(), with_rank(name)),
    };
    Some(match article {
        Article::Le => format!("le {said}"),
        Article::La => format!("la {said}"),
        Article::Elided => format!("l’{said}"),
        Article::Les => format!("les {said}"),
    })
}

/// A title, and the name that it leads to.
fn title(one: &str) -> Option<(Article, Kind, &str, &str)> {
    let (typed, name) = one.split_once(char::is_whitespace)?;
    let folded = fold(typed.trim_end_matches('.'));
    let (_, article, kind) = TITLES.iter().find(|(title, ..)| *title == folded)?;
    // *CAPITAINE Marie* is a family name; *Président·e* tells no gender.
    let is_family = is_in_capitals(typed) && !is_in_capitals(first_word(name));
    let is_word = typed
        .chars()
        .all(|sign| sign.is_alphabetic() || ".-".contains(sign));
    let starts = typed.starts_with(char::is_uppercase) && is_word && !is_family;
    let is_sure = match kind {
        // *DR* and *PR* are acronyms of other things.
        Kind::Short => typed.contains(char::is_lowercase) && is_name(behind_particle(name)),
        Kind::Learned => is_name(behind_particle(name)),
        Kind::Office => is_name(name) && !QUALIFIERS.contains(&fold(first_word(name)).as_str()),
    };
    (starts && is_sure).then_some((*article, *kind, typed, name))
}

/// Whether it begins as a name does.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// `Souza` of `de Souza`.
fn behind_particle(name: &str) -> &str {
    let particles = ["de ", "du ", "d’", "d'", "ag ", "ould ", "el ", "ben "];
    let behind = particles
        .iter()
        .find_map(|particle| name.strip_prefix(particle));
    behind.unwrap_or(name)
}

/// The second part of a rank in small letters, as the first: `colonel Sow` of `Colonel Sow`.
fn with_rank(name: &str) -> String {
    match name.split_once(' ') {
        Some((second, name)) if SECOND_PARTS.contains(&fold(second).as_str()) => {
            format!("{} {name}", second.to_lowercase())
        }
        _ => name.to_owned(),
    }
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().count() > 2 && !word.contains(char::is_lowercase)
}

fn first_word(text: &str) -> &str {
    text.split([' ', ',', '’', '\'']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::with_article;

    #[test]
    fn titles_have_their_article_or_none_has() {
        for (typed, said) in [
            ("Dr Ba et Dr Sow", "le Dr Ba et le Dr Sow"),
            ("Dr Ba et Mme Sow", "le Dr Ba et Mme Sow"),
            ("Dr Ba, pédiatre", "le Dr Ba, pédiatre"),
            ("COLONEL HAÏDARA", "le colonel HAÏDARA"),
        ] {
            assert_eq!(with_article(typed), said);
        }
        for stays in [
            "Dr Ba, Pr Sow et Mme Ly",
            "Dr Ba, Dr Sow",
            "Dr Ba & Dr Sow",
            "Dr Ba / Dr Sow",
            "Directeur Ba et directrice Sow",
            "Dr Ba et Docteur en droit Sow",
            "Président·e Awa",
            "CAPITAINE Marie",
            "PRÉFET Awa",
            "Général Électrique",
            "Président Sortant",
            "Inspecteur Éducation Nationale",
        ] {
            assert_eq!(with_article(stays), stays);
        }
    }
}
