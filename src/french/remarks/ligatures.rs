//! `oe` where French writes `œ` (SUP-R10): `oeuvre`, `coeur`, `oeil`, `foetus`.

use super::context::{Context, is_capitalised};
use super::{Remark, RemarkKind};

/// Beginnings of words, in small letters. Where `oeu` stands in a word in small letters, it is always `œu`.
const STEMS: [&str; 28] = [
    "oeuvr",
    "oeuf",
    "oeil",
    "oecumén",
    "oecumen",
    "oedèm",
    "oedem",
    "oesophag",
    "oenolog",
    "oestrog",
    "coeur",
    "choeur",
    "soeur",
    "voeu",
    "noeud",
    "boeuf",
    "moeurs",
    "manoeuvr",
    "désoeuvr",
    "desoeuvr",
    "écoeur",
    "ecoeur",
    "rancoeur",
    "foetus",
    "foetal",
    "foetaux",
    "consoeur",
    "oeillèr",
];

/// How many letters the shortest of them has.
const SHORTEST: usize = 4;

/// The word with its ligature, if it lacks it.
pub(super) fn oe(context: &Context<'_>, at: usize) -> Option<Remark> {
    let typed = context.at(Some(at));
    if typed.len() < SHORTEST {
        return None;
    }
    let mut pairs = typed.as_bytes().windows(2);
    let place = pairs.position(|pair| matches!(pair, b"oe" | b"OE" | b"Oe"))?;
    let small = typed.to_lowercase();
    let all_small = typed == small;
    let known = STEMS.iter().any(|stem| small.starts_with(stem));
    let all_capitals = !typed.chars().any(char::is_lowercase);
    let sure = known && (all_small || all_capitals || is_capitalised(typed))
        || all_small && small.contains("oeu");
    let joined = ["#", "@", "_", "."].contains(&context.at(at.checked_sub(1)));
    let (before, after) = (typed.get(..place)?, typed.get(place + 2..)?);
    let ligature = if typed[place..].starts_with('O') {
        "Œ"
    } else {
        "œ"
    };
    (sure && !joined).then(|| {
        context.remark(
            at,
            RemarkKind::Ligature,
            format!("{before}{ligature}{after}"),
        )
    })
}
