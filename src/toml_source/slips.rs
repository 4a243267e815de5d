//! What the reader keeps while it goes on: the slips of a file, and what is not worth another.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::DeValue;

use super::Vocabulary;
use super::syntax::Damage;
use super::typed::WORD_LINE_END;
use crate::diagnostic::{Diagnostics, Span};

/// A fault of the file's words, to be said in French by `explain`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slip {
    pub(super) kind: SlipKind,
    pub(super) span: Span,
    /// The key whose value it is in.
    pub(super) key: String,
}

/// What kinds of slip there are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SlipKind {
    UnknownKey {
        near: Option<&'static str>,
        allowed: &'static [&'static str],
    },
    UnknownWord {
        word: String,
        allowed: &'static [&'static str],
    },
    WrongType {
        wanted: Wanted,
        found: Found,
    },
    ControlCharacter(char),
    NumberTooLarge,
    Other,
}

/// What the record's types ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    Number,
    Decimal,
    Boolean,
    List,
    Group,
    TextOrGroup,
    TextOrList,
    GroupOrList,
    Date,
    Hour,
    DateOrWord,
}

/// What the file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Text,
    Number,
    Decimal,
    Boolean(bool),
    Hour,
    Date,
    List,
    Group,
}

/// What all the readers of a file share.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    /// Whether the text holds line ends of Word within a paragraph, which the parser does not see.
    pub(super) holds_ends_within: bool,
    pub(super) damage: &'a Damage,
    pub(super) vocabulary: &'a Vocabulary,
    slips: RefCell<Vec<Slip>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, damage: &'a Damage, vocabulary: &'a Vocabulary) -> Self {
        Self {
            text,
            holds_ends_within: text.contains(WORD_LINE_END),
            damage,
            vocabulary,
            slips: RefCell::new(Vec::new()),
        }
    }

    pub(super) fn into_slips(self) -> Vec<Slip> {
        self.slips.into_inner()
    }

    pub(super) fn is_full(&self) -> bool {
        self.slips.borrow().len() >= Diagnostics::MOST_KEPT
    }

    pub(super) fn note(&self, kind: SlipKind, span: Span, key: &str) {
        let is_said = match kind {
            // It was said where it stands, within the text.
            SlipKind::ControlCharacter(_) => {
                let mut lines = self.damage.lines.iter();
                lines.any(|line| line.start < span.end && span.start <= line.end)
            }
            _ => self.damage.holds(span.start),
        };
        if !self.is_full() && !is_said {
            let key = key.to_owned();
            self.slips.borrow_mut().push(Slip { kind, span, key });
        }
    }

    /// Whether a value is what the parser made of a line with a syntax fault. A block is more than its damaged first line.
    pub(super) fn is_damaged(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let span = value.span();
        let typed = self.text.get(span.start..).unwrap_or_default();
        let is_block = match value.get_ref() {
            DeValue::Table(_) => typed.starts_with('['),
            DeValue::Array(_) => typed.starts_with("[["),
            _ => false,
        };
        (self.damage.holds(span.start) && !is_block) || (span.is_empty() && span.end == 0)
    }
}
