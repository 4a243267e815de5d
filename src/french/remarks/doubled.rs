//! What is typed twice: a word, a mark (SUP-R10).

use super::context::{Context, has_capital, is_apostrophe};
use super::{Remark, RemarkKind};
use crate::french::typed_tokens::Kind;

/// Words that may stand twice: `nous nous réunissons`, `faire faire`, `très très`.
const TWICE: [&str; 13] = [
    "nous", "vous", "faire", "en", "oui", "non", "si", "très", "bla", "tam", "cha", "bien", "même",
];

/// Words that have an eastern side, so that *est est* may be that side and a verb: *la rive est est inondée*.
const EASTERN: [&str; 22] = [
    "rive",
    "berge",
    "côte",
    "zone",
    "région",
    "secteur",
    "partie",
    "façade",
    "quartier",
    "porte",
    "aile",
    "frontière",
    "axe",
    "bloc",
    "flanc",
    "versant",
    "côté",
    "bord",
    "entrée",
    "bâtiment",
    "nord",
    "sud",
];

/// Words behind which a clause may end with the verb that the sentence takes up: *ceux qui les ont ont signé*.
const PRONOUNS: [&str; 10] = [
    "les", "la", "le", "en", "y", "qui", "nous", "vous", "leur", "lui",
];

/// Latin words after which *a a* is a verb and a preposition: *il a a priori raison*.
const LATIN: [&str; 7] = [
    "priori",
    "posteriori",
    "contrario",
    "fortiori",
    "minima",
    "maxima",
    "cappella",
];

/// The same word twice, with a space between.
pub(super) fn word(context: &Context<'_>, at: usize) -> Option<Remark> {
    let second = context.at(Some(at));
    let space = context.at(at.checked_sub(1));
    let first = context.before(at)?;
    let typed = context.at(Some(first));
    // A small letter of French has as many bytes as its capital.
    let same = typed.len() == second.len()
        && context.is(Some(first), Kind::Word)
        && (typed == second
            || typed
                .chars()
                .flat_map(char::to_lowercase)
                .eq(second.chars()));
    if !same || space.matches('\n').count() > 1 {
        return None;
    }
    // A word that is typed on and on is no slip.
    let same = |index: Option<usize>| index.filter(|index| context.at(Some(*index)) == second);
    let follows = same(context.after(at)).and_then(|next| same(context.after(next)));
    let on_and_on = follows.is_some() || same(context.before(first)).is_some();
    let small = second.to_lowercase();
    // Names are said twice: Moussa Moussa, KONE KONE. One letter is a mark: `groupe A A`.
    let is_name = has_capital(second);
    let single = second.chars().nth(1).is_none() && !["à", "a"].contains(&second);
    // `donnez-le le matin`, `l’est est`, `le le-dit`
    let joined = |index: Option<usize>| {
        let sign = context.at(index);
        ["-", "‑", "_", "/", ".", "@", "#"].contains(&sign) || is_apostrophe(sign)
    };
    let apart = joined(first.checked_sub(1))
        || ["-", "‑", "_"].contains(&context.at(Some(at + 1)))
        || is_apostrophe(context.at(Some(at + 1)));
    let is_sense = match small.as_str() {
        "est" => {
            let lead = context.at(context.before(first)).to_lowercase();
            lead == "qui" || EASTERN.contains(&lead.as_str())
        }
        // « Ceux qui les ont ont été informés. »
        "ont" | "sont" | "avaient" | "étaient" => {
            let lead = context.at(context.before(first)).to_lowercase();
            PRONOUNS.contains(&lead.as_str())
        }
        // « Le groupe A a fini. »
        "a" => typed == "A" || LATIN.contains(&context.at(context.after(at))),
        _ => TWICE.contains(&small.as_str()),
    };
    (!is_name && !on_and_on && !single && !apart && !is_sense).then(|| Remark {
        range: context.tokens[first].start..context.tokens[at].end(),
        kind: RemarkKind::RepeatedWord,
        proposal: Some(typed.to_owned()),
    })
}

/// Longer runs of dots are lines to fill in.
const LONGEST_DOTS: usize = 6;

/// Marks that are typed twice, or that exclude each other: `..`, `,,`, `!.`, `, ,`.
pub(super) fn marks(context: &Context<'_>, at: usize) -> Option<Remark> {
    let mark = context.at(Some(at));
    if !matches!(mark, "." | "," | ";" | ":" | "!" | "?" | "…") {
        return None;
    }
    let is = |index: usize, text: &str| context.at(Some(index)) == text;
    let before = at.checked_sub(1)?;
    if is(before, mark) {
        return None;
    }
    let ends_word =
        context.tokens[before].is_text() || [")", "»", "”"].contains(&context.at(Some(before)));
    let spaced = context.is(Some(before), Kind::Space);
    let run = context.tokens[at..].iter().take(LONGEST_DOTS + 1);
    let run = run.take_while(|token| token.text == mark).count();
    let next = at + run;
    let ends = |index: usize| {
        let token = context.tokens.get(index);
        token.is_none_or(|token| {
            token.kind == Kind::Space || [")", "»", "”", "\"", ";"].contains(&token.text)
        })
    };
    let remark = |last: usize, proposal: &str| {
        Some(Remark {
            range: context.tokens[at].start..context.tokens[last].end(),
            kind: RemarkKind::RepeatedMark,
            proposal: Some(proposal.to_owned()),
        })
    };
    let second = context.at(Some(next));
    match (mark, run) {
        (".", 2) if ends_word && ends(next) => remark(next - 1, "."),
        (".", 4..=LONGEST_DOTS) if ends_word && ends(next) && !is_etc(context, before) => {
            remark(next - 1, "…")
        }
        ("," | ";" | ":", 2) if (ends_word || spaced) && (mark != ":" || ends(next)) => {
            remark(next - 1, mark)
        }
        ("," | ";" | ":" | "!" | "?" | "…", 1) if second == "." && ends(next + 1) => {
            let proposal = if [",", ";", ":"].contains(&mark) {
                "."
            } else {
                mark
            };
            remark(next, proposal)
        }
        (",", 1) if second == ";" && ends_word => remark(next, ";"),
        (";", 1) if second == "," && ends_word => remark(next, ";"),
        ("," | ";" | ":", 1)
            if (ends_word || spaced)
                && context.is(Some(next), Kind::Space)
                && is(next + 1, mark) =>
        {
            remark(next + 1, mark)
        }
        _ => None,
    }
}

/// `etc....` is printed as it should be.
fn is_etc(context: &Context<'_>, at: usize) -> bool {
    context.at(Some(at)).eq_ignore_ascii_case("etc")
}
