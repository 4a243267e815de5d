//! What the title of minutes tells of the meeting, behind the name of the document.

use super::titles::{KINDS, behind_kind};

/// What follows the name of the document, as the title of another document takes it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Announced<'a> {
    /// The meeting: ` de la réunion du Cluster`.
    Meeting(&'a str),
    /// Who meets, when, or which meeting it is: ` du bureau`, ` des 16 et 17 juin`, ` n° 4`.
    OfMeeting(&'a str),
    /// Nothing, or what a mark sets apart: ` – Cluster`.
    Apart(&'a str),
}

/// What is held, by the word that follows *compte rendu de*, with its gender; the first letter says the rest.
const MEETINGS: [(&str, bool); 10] = [
    ("réunion", true),
    ("séance", true),
    ("assemblée", true),
    ("session", true),
    ("rencontre", true),
    ("conférence", true),
    ("conseil", false),
    ("congrès", false),
    ("atelier", false),
    ("forum", false),
];

/// What minutes may be called, besides their kind: `compte rendu intégral`.
const ADJECTIVES: [&str; 14] = [
    "intégral",
    "sommaire",
    "analytique",
    "provisoire",
    "définitif",
    "succinct",
    "synthétique",
    "détaillé",
    "officiel",
    "littéral",
    "abrégé",
    "simplifié",
    "complet",
    "in extenso",
];
/// What minutes hold: `relevé de conclusions`, `compte rendu des débats`.
const CONTENTS: [&str; 14] = [
    "conclusions",
    "décisions",
    "délibérations",
    "débats",
    "échanges",
    "discussions",
    "travaux",
    "résolutions",
    "recommandations",
    "actions",
    "interventions",
    "engagements",
    "propositions",
    "avis",
];
/// What is no meeting, though minutes are drawn up of it.
const OTHERWISE: [&str; 16] = [
    "mission",
    "visite",
    "voyage",
    "activité",
    "activités",
    "élection",
    "élections",
    "opérations",
    "scrutin",
    "vote",
    "votes",
    "audition",
    "entretien",
    "formation",
    "exécution",
    "gestion",
];

/// What a title tells of the meeting, its first letter being small; none where it names no kind of document, or one of
/// something else than a meeting: `procès-verbal de carence`.
pub(super) fn announced(lowered: &str) -> Option<Announced<'_>> {
    let behind = KINDS.iter().find_map(|kind| behind_kind(lowered, kind))?;
    let mut rest = behind;
    while let Some(after) = behind_qualifier(rest) {
        rest = after;
    }
    if with_a(rest).is_some() {
        return Some(Announced::Meeting(rest));
    }
    let Some(said) = rest.strip_prefix(' ') else {
        return Some(Announced::Apart(rest));
    };
    if said.starts_with(|sign: char| !sign.is_alphanumeric()) {
        return Some(Announced::Apart(rest));
    }
    let articled = ["du ", "des ", "de la ", "de l’", "de l\'"];
    let noun = articled.iter().find_map(|of| said.strip_prefix(of));
    let noun = noun.or_else(|| said.strip_prefix("de "));
    let noun = noun.or_else(|| said.strip_prefix("d’"));
    let is_articled = articled.iter().any(|of| said.starts_with(of));
    let first = noun.unwrap_or(said).split([' ', ',']).next()?;
    let is_proper = first.starts_with(char::is_uppercase) || first.starts_with("n°");
    let is_number = first.starts_with(|sign: char| sign.is_ascii_digit());
    let is_meeting = is_articled && !OTHERWISE.contains(&first) || is_proper || is_number;
    is_meeting.then_some(Announced::OfMeeting(rest))
}

/// What follows an adjective of minutes, or what they hold: ` intégral de la séance`, ` et des actions du bureau`.
fn behind_qualifier(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix(' ')?;
    let rest = rest.strip_prefix("et ").unwrap_or(rest);
    let behind = |words: &[&str], text| words.iter().find_map(|word| behind_kind(text, word));
    let of = ["des ", "de ", "d’", "d\'"];
    let held = of.iter().find_map(|of| rest.strip_prefix(of));
    let held = held.unwrap_or(rest);
    behind(&CONTENTS, held).or_else(|| behind(&ADJECTIVES, rest))
}

/// ` de la réunion`, as it follows the name of a document, with *à*; none where what follows *de* is no meeting.
pub(super) fn with_a(ending: &str) -> Option<String> {
    let contracted = [
        (" du ", "au "),
        (" des ", "aux "),
        (" de ", "à "),
        (" d’", "à "),
    ];
    let (rest, a) = contracted
        .iter()
        .find_map(|(de, a)| Some((ending.strip_prefix(de)?, *a)))?;
    // An article and a rank may stand before the noun: *la première réunion*, *la 3e session*.
    let mut words = rest.split([' ', '’']).take(3).enumerate();
    let (place, meeting) = words.find_map(|(place, word)| Some((place, named(word)?)))?;
    let is_bare = place == 0 && matches!(a, "à ");
    Some(match (is_bare, meeting) {
        (false, _) => format!("{a}{rest}"),
        (true, _) if rest.starts_with(['a', 'A']) => format!("à l’{rest}"),
        (true, (_, true)) => format!("à la {rest}"),
        (true, (_, false)) => format!("au {rest}"),
    })
}

fn named(word: &str) -> Option<&'static (&'static str, bool)> {
    let word = word.to_lowercase();
    MEETINGS.iter().find(|(noun, _)| {
        word.strip_prefix(noun)
            .is_some_and(|rest| matches!(rest, "" | "s"))
    })
}
