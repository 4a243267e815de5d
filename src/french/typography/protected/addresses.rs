//! Addresses of the web and of the mail.

use std::ops::Range;

use crate::french::typography::signs::{is_space, word_before};

/// What the brackets of one stretch without spaces are worth, reckoned once for all the addresses in it.
#[derive(Default)]
pub(super) struct Token {
    end: usize,
    /// The opening brackets that nothing closes.
    open: Vec<usize>,
    /// Closing brackets and the opening ones that they close, if they do.
    closings: Vec<(usize, Option<usize>)>,
}

/// The URL whose scheme ends, or whose `www` ends, just before `at`.
pub(super) fn url(
    text: &str,
    free: &Range<usize>,
    at: usize,
    token: &mut Token,
) -> Option<Range<usize>> {
    let prefixes: &[&str] = match text.as_bytes()[at] {
        b':' => &["http", "https", "mailto"],
        _ => &["www"],
    };
    let head = &text.as_bytes()[free.start..at];
    let start = prefixes.iter().find_map(|prefix| {
        let start = head.len().checked_sub(prefix.len())?;
        let same = head[start..].eq_ignore_ascii_case(prefix.as_bytes());
        (same && !word_before(text, free.start + start)).then_some(free.start + start)
    })?;
    if token.end <= at {
        *token = Token::around(text, at, free.end);
    }
    let end = token.address_end(text, start);
    (end > at + 1).then_some(start..end)
}

impl Token {
    /// Reads from `at` to the next sign that no address holds.
    fn around(text: &str, at: usize, limit: usize) -> Self {
        let rest = &text[at..limit];
        let end = at + rest.find(ends_address).unwrap_or(rest.len());
        let mut token = Self {
            end,
            ..Self::default()
        };
        // A closing bracket that does not fit the last one opened closes nothing: pairs never cross.
        for (index, bracket) in text[at..end].match_indices(['(', '[', ')', ']']) {
            let index = at + index;
            let opening = match bracket {
                ")" => b'(',
                "]" => b'[',
                _ => {
                    token.open.push(index);
                    continue;
                }
            };
            let fits = |last: &mut usize| text.as_bytes()[*last] == opening;
            token.closings.push((index, token.open.pop_if(fits)));
        }
        token
    }

    /// Where the address that begins at `start` ends: before a bracket that stands alone in it, and before the marks that
    /// belong to the sentence.
    fn address_end(&self, text: &str, start: usize) -> usize {
        let first_open = self.open.partition_point(|open| *open < start);
        let first_closing = self.closings.partition_point(|(at, _)| *at < start);
        let closes_nothing = |opening: &Option<usize>| opening.is_none_or(|at| at < start);
        let mut closings = self.closings[first_closing..].iter();
        let alone = [
            self.open.get(first_open).copied(),
            closings
                .find(|(_, opening)| closes_nothing(opening))
                .map(|(at, _)| *at),
        ];
        let end = alone.into_iter().flatten().min().unwrap_or(self.end);
        let ends_sentence = |sign| {
            matches!(
                sign,
                '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '*'
            )
        };
        start + text[start..end].trim_end_matches(ends_sentence).len()
    }
}

fn ends_address(sign: char) -> bool {
    match sign {
        '<' | '>' | '`' | '"' => true,
        _ if sign.is_ascii() => is_space(sign),
        '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '‚' | '‛' | '‹' | '›' => true,
        _ => is_space(sign),
    }
}

/// The e-mail address around the `@` that stands at `at`.
pub(super) fn mail(text: &str, free: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let local = &text[free.start..at];
    let in_local = |sign: char| sign.is_alphanumeric() || "._%+-'".contains(sign);
    let start = local.trim_end_matches(in_local).len();
    // A quotation opened, a dash or dots before the address are not of it.
    let start = at - local[start..].trim_start_matches(['\'', '.', '-']).len();
    let domain = &text[at + 1..free.end];
    let in_domain = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '-');
    let domain = &domain[..domain.len() - domain.trim_start_matches(in_domain).len()];
    let domain = domain.trim_end_matches(['.', '-']);
    let dotted = domain.split_once('.');
    let sound = dotted.is_some_and(|(name, rest)| !name.is_empty() && !rest.starts_with('.'));
    (start < at && sound).then_some(start..at + 1 + domain.len())
}
