//! What stands around a word: its neighbours, and whether it opens a sentence.

use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::typed_tokens::{Kind, Token};

/// A text cut into tokens, asked about places among them.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token<'a>]) -> Self {
        Self { text, tokens }
    }

    /// The text of a token; empty beyond the ends.
    pub(super) fn at(&self, index: Option<usize>) -> &'a str {
        let token = index.and_then(|index| self.tokens.get(index));
        token.map_or("", |token| token.text)
    }

    pub(super) fn is(&self, index: Option<usize>, kind: Kind) -> bool {
        let token = index.and_then(|index| self.tokens.get(index));
        token.is_some_and(|token| token.kind == kind)
    }

    /// The token before a place, one space between.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let space = at.checked_sub(1);
        self.is(space, Kind::Space)
            .then(|| at.checked_sub(2))
            .flatten()
    }

    /// The token after a place, one space between.
    pub(super) fn after(&self, at: usize) -> Option<usize> {
        let next = self.is(Some(at + 1), Kind::Space).then_some(at + 2);
        next.filter(|&next| next < self.tokens.len())
    }

    /// The word whose elision a place follows: `d` in `d’Août`.
    pub(super) fn elided_before(&self, at: usize) -> Option<usize> {
        let apostrophe = is_apostrophe(self.at(at.checked_sub(1)));
        let word = at.checked_sub(2).filter(|_| apostrophe);
        word.filter(|&word| self.is(Some(word), Kind::Word))
    }

    /// The word before a place, folded, across a space or an elision; empty if none.
    pub(super) fn folded_before(&self, at: usize) -> String {
        let before = self.before(at).or_else(|| self.elided_before(at));
        match before.filter(|&before| self.is(Some(before), Kind::Word)) {
            Some(before) => fold(self.at(Some(before))),
            None => String::new(),
        }
    }

    /// Whether a word is a part of something longer: `Mars-Avril`, `#Mardi`, `ONGs-2`.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let joins = |index| {
            ["-", "‑", "–", "#", "@", "_", "&"].contains(&self.at(index))
                || self.is(index, Kind::Number)
        };
        joins(at.checked_sub(1)) || joins(Some(at + 1))
    }

    /// A remark on one token.
    pub(super) fn remark(&self, at: usize, kind: RemarkKind, proposal: String) -> Remark {
        let token = &self.tokens[at];
        Remark {
            range: token.start..token.end(),
            kind,
            proposal: Some(proposal),
        }
    }

    /// Whether a word may open a sentence, a line, an item, a bracket or a quotation, where its capital is due or
    /// meant. Doubt says yes.
    pub(super) fn may_open(&self, at: usize) -> bool {
        for token in self.tokens[..at].iter().rev() {
            match token.kind {
                Kind::Space if token.text.contains('\n') => return true,
                Kind::Space => {}
                Kind::Number | Kind::Word => return false,
                // Emphasis decides nothing; a comma or a closing mark stands inside a sentence.
                Kind::Mark if ["*", "~"].contains(&token.text) => {}
                Kind::Mark => return ![",", ")", "]", "»", "”", "’", "'"].contains(&token.text),
            }
        }
        true
    }

    /// Whether a word surely opens a sentence: at the start of a text, paragraph or item, after `:` or after a mark
    /// that ends a sentence and not an abbreviation. Doubt says no.
    pub(super) fn surely_opens(&self, at: usize) -> bool {
        let mut spaced = false;
        for (index, token) in self.tokens[..at].iter().enumerate().rev() {
            match (token.kind, token.text) {
                (Kind::Space, text) if text.matches('\n').count() > 1 => return true,
                (Kind::Space, _) => spaced = true,
                (Kind::Mark, "*" | "_") if !spaced => {}
                (Kind::Mark, "«" | "“" | "(" | "[") => return true,
                (Kind::Mark, "\"") if !spaced => return true,
                (Kind::Mark, "*" | "-" | "–" | "—" | "•" | "▪" | "+") => {
                    return self.starts_line(index);
                }
                (Kind::Mark, "!" | "?" | "…" | ":") => return spaced,
                (Kind::Mark, ".") => return spaced && self.ends_sentence(index),
                (Kind::Mark, "»" | "”" | ")") => {}
                _ => return false,
            }
        }
        true
    }

    /// Whether nothing stands before a place on its line.
    fn starts_line(&self, at: usize) -> bool {
        let before = self.tokens[..at].last();
        before.is_none_or(|token| token.text.contains('\n') || at == 1 && token.kind == Kind::Space)
    }

    /// Whether a period ends a sentence, rather than an initial or an abbreviation, or a number that counts an item.
    fn ends_sentence(&self, period: usize) -> bool {
        const ABBREVIATIONS: [&str; 14] = [
            "mm", "mr", "mme", "mlle", "dr", "pr", "me", "cf", "art", "ex", "no", "pp", "st", "etc",
        ];
        let Some(last) = period.checked_sub(1) else {
            return false;
        };
        let word = self.at(Some(last));
        match self.tokens[last].kind {
            Kind::Word => {
                word.chars().nth(1).is_some() && !ABBREVIATIONS.contains(&fold(word).as_str())
            }
            Kind::Number => true,
            Kind::Mark => [")", "»", "”", "%"].contains(&word),
            Kind::Space => false,
        }
    }
}

/// Whether a word is a capital followed by small letters: `Février`, not `FÉVRIER`.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut rest = word.chars();
    rest.next().is_some_and(char::is_uppercase)
        && !rest.as_str().is_empty()
        && !rest.any(char::is_uppercase)
}

/// Whether a word begins with a capital.
pub(super) fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

pub(super) fn is_apostrophe(mark: &str) -> bool {
    ["’", "'"].contains(&mark)
}
