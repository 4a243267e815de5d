//! The accent that a capital keeps, and the `s` that no acronym takes (section CAP).

use super::context::{Context, is_apostrophe};
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::typed_tokens::Kind;

/// Towns and regions, folded, before which `A` is no initial: `A Gao`, unlike `A Traoré`.
const PLACES: [&str; 18] = [
    "bamako",
    "kayes",
    "koulikoro",
    "sikasso",
    "segou",
    "mopti",
    "tombouctou",
    "gao",
    "kidal",
    "taoudenit",
    "menaka",
    "bandiagara",
    "douentza",
    "niamey",
    "ouagadougou",
    "dakar",
    "geneve",
    "paris",
];

/// Words that *à* governs, so that a bare `A` before them lacks its accent.
const GOVERNED: [&str; 90] = [
    "la",
    "cet",
    "cette",
    "ces",
    "ce",
    "son",
    "sa",
    "ses",
    "leur",
    "leurs",
    "notre",
    "nos",
    "votre",
    "vos",
    "chaque",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "partir",
    "travers",
    "propos",
    "cause",
    "défaut",
    "condition",
    "mesure",
    "titre",
    "terme",
    "court",
    "moyen",
    "long",
    "présent",
    "distance",
    "bord",
    "côté",
    "nouveau",
    "huis",
    "droite",
    "gauche",
    "peine",
    "moins",
    "tout",
    "toute",
    "toutes",
    "tous",
    "force",
    "part",
    "cela",
    "ceci",
    "celui",
    "celle",
    "ceux",
    "celles",
    "aucun",
    "aucune",
    "chacun",
    "chacune",
    "quoi",
    "qui",
    "jour",
    "temps",
    "pied",
    "niveau",
    "hauteur",
    "raison",
    "plusieurs",
    "nous",
    "vous",
    "eux",
    "mi",
    "domicile",
    "proximité",
    "destination",
    "charge",
    "vrai",
    "juste",
    "compter",
    "concurrence",
    "dessein",
    "fin",
    "certains",
    "certaines",
    "deux",
    "trois",
    "ma",
    "mon",
    "mes",
    "bientôt",
    "demain",
    "jamais",
];
/// Whether *à* governs a word; in a text all in capitals, `A LA DEMANDE`, too.
fn governs(word: &str) -> bool {
    let all_capitals = word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
    match all_capitals {
        true => GOVERNED.contains(&word.to_lowercase().as_str()),
        false => GOVERNED.contains(&word),
    }
}

// The last ones are English: a title may be quoted.
const NO_INFINITIVES: [&str; 18] = [
    "encore", "guère", "naguère", "outre", "hier", "entre", "contre", "libre", "fier", "cher",
    "number", "paper", "cluster", "member", "partner", "letter", "matter", "order",
];

/// `A` for `À` at the start of a sentence: before `l’`, a determiner, an infinitive, an hour, a town or a word that `à`
/// governs, where the verb *a* is not meant.
pub(super) fn bare_a(context: &Context<'_>, at: usize) -> Option<Remark> {
    if context.at(Some(at)) != "A" || !context.surely_opens(at) {
        return None;
    }
    let next = context.after(at)?;
    let word = context.at(Some(next));
    // The accents count: "A mesuré" is the verb, "A mesure que" is not.
    let infinitive = ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
        && word.len() > 3
        && word.starts_with(char::is_lowercase)
        && !NO_INFINITIVES.contains(&word);
    let elided = ["l", "L"].contains(&word) && is_apostrophe(context.at(Some(next + 1)));
    let counted = context.tokens[next].kind == Kind::Number && {
        let spaced = context.is(Some(next + 1), Kind::Space);
        let noun = context.at(Some(next + 1 + usize::from(spaced)));
        // « A 4 » is a size of paper, « A 4 h » an hour.
        let plural = spaced && noun.len() > 3 && noun.starts_with(char::is_lowercase);
        ["h", "H", "heures"].contains(&noun) || plural
    };
    let town = word.starts_with(char::is_uppercase) && PLACES.contains(&fold(word).as_str());
    (elided || town || infinitive || counted || governs(word))
        .then(|| context.remark(at, RemarkKind::BareA, "À".to_owned()))
}

/// `ONGs`, `TDRs`, `CVs`, `TdRs`: capitals with an `s` of the plural.
pub(super) fn acronym_plural(context: &Context<'_>, at: usize) -> Option<Remark> {
    let word = context.at(Some(at));
    let acronym = word.strip_suffix('s')?;
    let mut letters = acronym.chars();
    let capitals = letters.clone().count() > 1 && letters.all(char::is_uppercase);
    let is_tdr = acronym == "TdR";
    // "IVs", "XXs" are numbers, not initials.
    let roman = acronym.chars().all(|letter| "IVX".contains(letter));
    let dotted = context.at(Some(at + 1)) == "." && context.is(Some(at + 2), Kind::Word);
    let joined = dotted || context.is_joined(at);
    ((capitals && !roman || is_tdr) && !joined)
        .then(|| context.remark(at, RemarkKind::AcronymPlural, acronym.to_owned()))
}
