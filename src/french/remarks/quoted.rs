//! Words between two straight apostrophes (SUP-R7): `le mot 'projet'`.

use super::context::Context;
use super::{Remark, RemarkKind};
use crate::french::typed_tokens::Kind;

/// A quotation has at most 24 tokens; beyond, two apostrophes have nothing to do with each other.
const LONGEST: usize = 24;

/// The words that the apostrophe at `at`, and a second one, hold as quotation marks do.
pub(super) fn by_apostrophes(context: &Context<'_>, at: usize) -> Option<Remark> {
    let opens = |index: Option<usize>| {
        index.is_none_or(|before| {
            context.is(Some(before), Kind::Space)
                || ["(", "[", "’"].contains(&context.at(Some(before)))
        })
    };
    if context.at(Some(at)) != "'" || !opens(at.checked_sub(1)) {
        return None;
    }
    // Two apostrophes on each side are one mark.
    let doubled = context.at(Some(at + 1)) == "'";
    let width = if doubled { 2 } else { 1 };
    let start = at + width;
    if !context.is(Some(start), Kind::Word) {
        return None;
    }
    let rest = context
        .tokens
        .get(start..)?
        .iter()
        .take(LONGEST)
        .enumerate();
    let mut rest = rest.take_while(|(_, token)| !token.text.contains('\n'));
    let (length, _) = rest.find(|(index, token)| {
        let place = start + index;
        let follows = context.tokens.get(place + width);
        let ends = follows.is_none_or(|next| {
            next.kind == Kind::Space || next.kind == Kind::Mark && next.text != "'"
        });
        let both = !doubled || context.at(Some(place + 1)) == "'";
        token.text == "'" && both && ends && !context.is(Some(place - 1), Kind::Space)
    })?;
    let end = start + length;
    let words = &context.text[context.tokens[start].start..context.tokens[end].start];
    Some(Remark {
        range: context.tokens[at].start..context.tokens[end + width - 1].end(),
        kind: RemarkKind::ApostropheQuotes,
        proposal: Some(format!("« {words} »")),
    })
}
