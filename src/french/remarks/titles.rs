//! Titles of persons: `Mr`, `Mme.`, `Melle`, `M Ba`, and the space after `M.`

use super::context::{Context, has_capital, is_apostrophe};
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::typed_tokens::Kind;

/// `Mr Diallo`, `Mr. Diallo`, `Mr le Maire`, or `M.Diallo`, `Dr.Sow`, if the word at `at` begins one.
pub(super) fn of_person(context: &Context<'_>, at: usize) -> Option<Remark> {
    let title = context.at(Some(at));
    if let Some(remark) = other_form(context, at) {
        return Some(remark);
    }
    if !["M", "MM", "Mr", "Dr", "Pr"].contains(&title) {
        return None;
    }
    let before = context.at(at.checked_sub(1));
    let joined = context.is(at.checked_sub(1), Kind::Number);
    if joined || ["-", ".", "/", "&"].contains(&before) || is_apostrophe(before) && title == "M" {
        return None;
    }
    let start = context.tokens[at].start;
    let period = context.at(Some(at + 1)) == ".";
    let last = at + usize::from(period);
    if let Some(name) = context.after(last) {
        // "Mr" alone is not what it abbreviates: a name, or "le Maire", must follow.
        let named = has_capital(context.at(Some(name))) || is_office(context, name);
        return (title == "Mr" && named).then(|| Remark {
            range: start..context.tokens[last].end(),
            kind: RemarkKind::EnglishMister,
            proposal: Some("M.".to_owned()),
        });
    }
    let name = last + 1;
    if !period || !is_name(context, name) {
        return None;
    }
    let elided = is_apostrophe(context.at(Some(name + 1)));
    let last = if elided && context.is(Some(name + 2), Kind::Word) {
        name + 2
    } else {
        name
    };
    let end = context.tokens[last].end();
    let name = &context.text[context.tokens[name].start..end];
    let (kind, title) = match title {
        "Mr" => (RemarkKind::EnglishMister, "M."),
        title => (
            RemarkKind::MissingSpace,
            &context.text[start..start + title.len() + 1],
        ),
    };
    Some(Remark {
        range: start..end,
        kind,
        proposal: Some(format!("{title} {name}")),
    })
}

/// `Mme.`, `Melle`, `M Ba`, if the word at `at` is a title that is abbreviated amiss, with a name behind.
fn other_form(context: &Context<'_>, at: usize) -> Option<Remark> {
    let title = context.at(Some(at));
    let right = match title {
        "Mme" | "Mmes" | "Mlle" | "Mlles" => title,
        "Melle" | "Mle" => "Mlle",
        "Melles" | "Mles" => "Mlles",
        "M" => "M.",
        "MM" => "MM.",
        _ => return None,
    };
    let before = at.checked_sub(1);
    let joined = context.is(before, Kind::Number)
        || ["-", ".", "/", "&", "’", "'", "+"].contains(&context.at(before));
    if joined {
        return None;
    }
    let period = context.at(Some(at + 1)) == ".";
    let last = at + usize::from(period);
    let named = |index: usize| {
        let word = context.at(Some(index));
        context.is(Some(index), Kind::Word)
            && has_capital(word)
            && (context.at(Some(index + 1)) != "." || word.chars().nth(1).is_some())
    };
    // A capital alone may be a letter: « groupe M Gao », « 5 M USD ».
    if title == "M" || title == "MM" {
        let name = context.after(at).filter(|name| !period && named(*name))?;
        let lead = context.folded_before(at);
        let lettered = LETTERED.contains(&lead.as_str())
            || context
                .before(at)
                .is_some_and(|before| context.is(Some(before), Kind::Number));
        let word = context.at(Some(name));
        let unit = ["USD", "EUR", "FCFA", "XOF", "CFA"].contains(&word);
        let long = word.chars().nth(1).is_some();
        return (!lettered && !unit && long).then(|| Remark {
            range: context.tokens[at].start..context.tokens[at].end(),
            kind: RemarkKind::TitleForm,
            proposal: Some(right.to_owned()),
        });
    }
    let joined_name = last + 1;
    if period && named(joined_name) {
        let name = context.at(Some(joined_name));
        return Some(Remark {
            range: context.tokens[at].start..context.tokens[joined_name].end(),
            kind: RemarkKind::TitleForm,
            proposal: Some(format!("{right} {name}")),
        });
    }
    let named_after = context
        .after(last)
        .is_some_and(|name| named(name) || is_office(context, name));
    let wrong = period || right != title;
    (wrong && named_after).then(|| Remark {
        range: context.tokens[at].start..context.tokens[last].end(),
        kind: RemarkKind::TitleForm,
        proposal: Some(right.to_owned()),
    })
}

/// Words, folded, after which a capital alone is a letter.
const LETTERED: [&str; 20] = [
    "groupe",
    "plan",
    "serie",
    "type",
    "modele",
    "categorie",
    "niveau",
    "axe",
    "annexe",
    "lot",
    "batiment",
    "salle",
    "bloc",
    "option",
    "point",
    "volet",
    "zone",
    "classe",
    "taille",
    "lettre",
];

/// Whether a word looks like a name, and not like an initial or a degree (`M.Sc`): `Diallo`, `N’Golo`.
fn is_name(context: &Context<'_>, at: usize) -> bool {
    let word = context.at(Some(at));
    let initial = context.at(Some(at + 1)) == "." && context.is(Some(at + 2), Kind::Word);
    let elided = is_apostrophe(context.at(Some(at + 1))) && context.is(Some(at + 2), Kind::Word);
    let long = elided || word.chars().nth(2).is_some();
    // "Ba", "Sy", "Ly" are names; "Sc", "Ed" are degrees.
    let short = word.chars().nth(1).is_some_and(char::is_lowercase);
    let degrees = [
        "Phil", "Arch", "Eng", "Sc", "Ed", "Ps", "Ph", "Ad", "Sci", "Tech",
    ];
    has_capital(word) && (long || short) && !initial && !degrees.contains(&word)
}

/// `le Maire`, `la Présidente`, `l’Ambassadeur`.
fn is_office(context: &Context<'_>, at: usize) -> bool {
    let article = fold(context.at(Some(at)));
    let noun = match article.as_str() {
        "le" | "la" => context.after(at),
        "l" if is_apostrophe(context.at(Some(at + 1))) => Some(at + 2),
        _ => None,
    };
    context.is(noun, Kind::Word)
}
