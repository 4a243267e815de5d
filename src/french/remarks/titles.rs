//! Titles of persons: `Mr`, and the space after `M.`

use super::context::{Context, has_capital, is_apostrophe};
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::typed_tokens::Kind;

/// `Mr Diallo`, `Mr. Diallo`, `Mr le Maire`, or `M.Diallo`, `Dr.Sow`, if the word at `at` begins one.
pub(super) fn of_person(context: &Context<'_>, at: usize) -> Option<Remark> {
    let title = context.at(Some(at));
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

/// Whether a word looks like a name, and not like an initial or a degree (`M.Sc`): `Diallo`, `N’Golo`.
fn is_name(context: &Context<'_>, at: usize) -> bool {
    let word = context.at(Some(at));
    let initial = context.at(Some(at + 1)) == "." && context.is(Some(at + 2), Kind::Word);
    let elided = is_apostrophe(context.at(Some(at + 1))) && context.is(Some(at + 2), Kind::Word);
    let long = elided || word.chars().nth(2).is_some();
    has_capital(word) && long && !initial && !["Phil", "Arch", "Eng"].contains(&word)
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
