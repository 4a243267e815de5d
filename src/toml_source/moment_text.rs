//! A text that may be typed as a TOML date or hour too: what a type asks the reader for, beyond what serde knows.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};

use crate::french::folding::as_seen;

/// What a date or an hour may be typed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A date.
    Date,
    /// An hour.
    Hour,
    /// A date, or a word.
    DateOrWord,
}

impl Moment {
    const ALL: [Self; 3] = [Self::Date, Self::Hour, Self::DateOrWord];

    /// The name by which the reader is asked: serde hands on nothing else.
    fn name(self) -> &'static str {
        match self {
            Self::Date => "greffier::Moment::Date",
            Self::Hour => "greffier::Moment::Hour",
            Self::DateOrWord => "greffier::Moment::DateOrWord",
        }
    }

    /// The moment that the reader is asked for, if it is asked for one.
    pub(super) fn asked(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.name() == name)
    }

    /// A text as it was meant: what nobody sees is none of a date or an hour. Words are as they were typed.
    pub(super) fn meant(self, typed: &str) -> String {
        let seen = as_seen(typed);
        let mut signs = seen.bytes();
        let is_date = signs.all(|sign| sign.is_ascii_digit() || sign == b'-') && !seen.is_empty();
        match self != Self::DateOrWord || is_date {
            true => seen.into_owned(),
            false => typed.to_owned(),
        }
    }
}

/// Reads a moment as the text that it was typed as; its owner understands it.
pub(crate) fn moment_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    moment: Moment,
) -> Result<String, D::Error> {
    deserializer.deserialize_newtype_struct(moment.name(), TextVisitor)
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date or an hour")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, text: D) -> Result<String, D::Error> {
        String::deserialize(text)
    }
}
