//! The bridge between the recovered TOML table and serde: a deserialiser that keeps every slip and goes on.
//!
//! It reports at two places only: an unknown key, where a struct is read, and a value of the wrong kind, where a [`Field`]
//! is read. A `Field` whose value fails becomes `Faulty`, and its siblings are read as if nothing had happened.
//!
//! [`Field`]: super::Field

use std::fmt;

use serde::Deserializer;
use serde::de::value::StringDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Vocabulary;
use super::field::FIELD;
use super::moment_text::Moment;
use super::parts::{Entries, FieldParts, Items, OfTwoKinds};
use super::slips::{Context, Found, Slip, SlipKind, Wanted};
use super::syntax::Damage;
use super::typed::with_ends_within;
use crate::french::folding::as_seen;

/// The variants of an enum that may be of two kinds: an annex is a text or a table, the participants are a text or a list,
/// the chair is a table or a list.
pub(crate) const TEXT_VARIANT: &str = "texte";
/// See [`TEXT_VARIANT`].
pub(crate) const TABLE_VARIANT: &str = "table";
/// See [`TEXT_VARIANT`].
pub(crate) const LIST_VARIANT: &str = "liste";

/// Reads the whole table, with the slips met; `None` only if the type asked for is no struct of [`Field`](super::Field)s.
pub(super) fn read_table<T: DeserializeOwned>(
    text: &str,
    table: Spanned<DeTable<'_>>,
    damage: &Damage,
    vocabulary: &Vocabulary,
) -> (Option<T>, Vec<Slip>) {
    let context = Context::new(text, damage, vocabulary);
    let top = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let reader = Reader {
        value: &top,
        key: "",
        is_unreadable: false,
        context: &context,
    };
    let value = match T::deserialize(reader) {
        Ok(value) => Some(value),
        Err(Failure(kind)) => {
            context.note(kind, top.span(), "");
            None
        }
    };
    (value, context.into_slips())
}

/// The error of this deserialiser: a slip whose place its nearest `Field` knows.
#[derive(Debug)]
pub(super) struct Failure(pub(super) SlipKind);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.0)
    }
}

impl std::error::Error for Failure {}

impl serde::de::Error for Failure {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self(SlipKind::Other)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 'toml> {
    pub(super) value: &'a Spanned<DeValue<'toml>>,
    /// The nearest key above the value.
    pub(super) key: &'a str,
    /// Its line has a fault that was said already: nothing of it is looked at.
    pub(super) is_unreadable: bool,
    pub(super) context: &'a Context<'a>,
}

impl Reader<'_, '_> {
    fn found(&self) -> Found {
        match self.value.get_ref() {
            DeValue::String(_) => Found::Text,
            DeValue::Integer(_) => Found::Number,
            DeValue::Float(_) => Found::Decimal,
            DeValue::Boolean(value) => Found::Boolean(*value),
            DeValue::Datetime(moment) if moment.date.is_none() => Found::Hour,
            DeValue::Datetime(_) => Found::Date,
            DeValue::Array(_) => Found::List,
            DeValue::Table(_) => Found::Group,
        }
    }

    fn wrong_type(&self, wanted: Wanted) -> Failure {
        Failure(SlipKind::WrongType {
            wanted,
            found: self.found(),
        })
    }

    fn text(&self, wanted: Wanted) -> Result<String, Failure> {
        let DeValue::String(text) = self.value.get_ref() else {
            return Err(self.wrong_type(wanted));
        };
        let span = self.value.span();
        let holds_ends_within = self.context.holds_ends_within;
        let typed = self.context.text.get(span).filter(|_| holds_ends_within);
        if typed.is_none() && !may_hold_control(text) {
            return Ok(text.to_string());
        }
        if let Some(character) = text.chars().find(|character| is_forbidden(*character)) {
            return Err(Failure(SlipKind::ControlCharacter(character)));
        }
        let text = text.replace("\r\n", "\n");
        Ok(with_ends_within(&text, typed.unwrap_or_default()))
    }
}

/// A quick look at the bytes: most texts hold no control character but line feeds, and nothing from U+F000 on.
fn may_hold_control(text: &str) -> bool {
    let is_suspect =
        |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7F | 0xC2 | 0xEF..);
    text.bytes().any(is_suspect)
}

/// A control character other than tab and line ends, that of Word within a paragraph among them; or a noncharacter.
fn is_forbidden(character: char) -> bool {
    let is_line_end = matches!(character, '\t' | '\n' | '\r' | '\u{b}');
    (character.is_control() && !is_line_end) || is_noncharacter(character)
}

/// What Unicode keeps out of every text (chapter 23.7); XML knows no U+FFFE nor U+FFFF, so that a feed with one is read by nobody.
fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// What is wanted where a value may be of two kinds; `None` where it is a word among others.
fn of_two_kinds(allowed: &[&str]) -> Option<Wanted> {
    let admits = |variant: &str| allowed.contains(&variant);
    match (
        admits(TEXT_VARIANT),
        admits(TABLE_VARIANT),
        admits(LIST_VARIANT),
    ) {
        (true, true, false) => Some(Wanted::TextOrGroup),
        (true, false, true) => Some(Wanted::TextOrList),
        (false, true, true) => Some(Wanted::GroupOrList),
        _ => None,
    }
}

impl From<Moment> for Wanted {
    fn from(moment: Moment) -> Self {
        match moment {
            Moment::Date => Self::Date,
            Moment::Hour => Self::Hour,
            Moment::DateOrWord => Self::DateOrWord,
        }
    }
}

impl<'a, 'toml> Reader<'a, 'toml> {
    /// The keys of a group that are admitted, and, as unreadable, those that were meant; the others are noted.
    fn entries_of(&self, table: &'a DeTable<'toml>, allowed: &'static [&'static str]) -> Vec<Self> {
        let mut entries = Vec::new();
        // Keys that were meant, as far as one can tell: that they are missing is no second fault.
        let mut meant: Vec<&str> = self
            .context
            .damage
            .keys
            .iter()
            .map(String::as_str)
            .collect();
        let mut misspelt: Vec<&str> = Vec::new();
        for (key, value) in table {
            let (key, span) = (key.get_ref().as_ref(), key.span());
            let is_unreadable = self.context.is_damaged(value);
            if allowed.contains(&key) {
                entries.push(Reader {
                    value,
                    key,
                    is_unreadable,
                    ..*self
                });
            } else if !self.context.is_full() {
                let near = self.context.vocabulary.key_meant(key, allowed);
                match near {
                    Some(near) => misspelt.push(near),
                    // In a group the unknown key stands for the one that is missing, whichever that is.
                    None if !self.key.is_empty() => meant.extend(allowed),
                    None => {}
                }
                self.context
                    .note(SlipKind::UnknownKey { near, allowed }, span, key);
            }
        }
        for entry in &mut entries {
            // Of `[[theme]]` or `[[themes]` and `[[themes.actions]]` below it, the first alone is wrong.
            let is_table = matches!(entry.value.get_ref(), DeValue::Table(_));
            let repeats = self.context.vocabulary.repeated.contains(&entry.key);
            let is_amiss = misspelt.contains(&entry.key) || meant.contains(&entry.key);
            entry.is_unreadable |= is_table && repeats && is_amiss;
        }
        meant.extend(misspelt);
        for key in allowed {
            if meant.contains(key) && !entries.iter().any(|entry| entry.key == *key) {
                entries.push(Reader {
                    key,
                    is_unreadable: true,
                    ..*self
                });
            }
        }
        entries
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Failure;

    /// A value of the user's own, of whatever kind; a date or an hour as it is typed.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.value.get_ref() {
            DeValue::String(_) => self.deserialize_string(visitor),
            DeValue::Integer(_) => self.deserialize_i64(visitor),
            DeValue::Float(_) => self.deserialize_f64(visitor),
            DeValue::Boolean(_) => self.deserialize_bool(visitor),
            DeValue::Datetime(moment) => visitor.visit_string(moment.to_string()),
            DeValue::Array(_) => self.deserialize_seq(visitor),
            DeValue::Table(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        if name == FIELD {
            return visitor.visit_seq(FieldParts {
                reader: self,
                next: 0,
            });
        }
        let Some(moment) = Moment::asked(name) else {
            return visitor.visit_newtype_struct(self);
        };
        let text = match self.value.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            _ => moment.meant(&self.text(moment.into())?),
        };
        visitor.visit_newtype_struct(StringDeserializer::<Failure>::new(text))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_string(self.text(Wanted::Text)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_string(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let DeValue::Integer(number) = self.value.get_ref() else {
            return Err(self.wrong_type(Wanted::Number));
        };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => visitor.visit_i64(number),
            Err(_) => Err(Failure(SlipKind::NumberTooLarge)),
        }
    }

    /// A whole number is a decimal too: `10` for `10.0`.
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let number = match self.value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .ok()
                .map(|number| number as f64),
            _ => return Err(self.wrong_type(Wanted::Decimal)),
        };
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => visitor.visit_f64(number),
            None => Err(Failure(SlipKind::NumberTooLarge)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.value.get_ref() {
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            _ => Err(self.wrong_type(Wanted::Boolean)),
        }
    }

    /// A group whose keys are names of the user's.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let DeValue::Table(table) = self.value.get_ref() else {
            return Err(self.wrong_type(Wanted::Group));
        };
        let entries: Vec<Self> = table
            .iter()
            .map(|(key, value)| Reader {
                value,
                key: key.get_ref().as_ref(),
                is_unreadable: self.context.is_damaged(value),
                ..self
            })
            .collect();
        visitor.visit_map(Entries {
            entries: entries.into_iter(),
            value: None,
        })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let DeValue::Array(items) = self.value.get_ref() else {
            return Err(self.wrong_type(Wanted::List));
        };
        visitor.visit_seq(Items {
            items: items.iter(),
            list: self,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let DeValue::Table(table) = self.value.get_ref() else {
            return Err(self.wrong_type(Wanted::Group));
        };
        visitor.visit_map(Entries {
            entries: self.entries_of(table, allowed).into_iter(),
            value: None,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        if let Some(wanted) = of_two_kinds(allowed) {
            let variant = match self.value.get_ref() {
                DeValue::String(_) => TEXT_VARIANT,
                DeValue::Table(_) => TABLE_VARIANT,
                DeValue::Array(_) => LIST_VARIANT,
                _ => return Err(self.wrong_type(wanted)),
            };
            if !allowed.contains(&variant) {
                return Err(self.wrong_type(wanted));
            }
            return visitor.visit_enum(OfTwoKinds {
                variant,
                reader: self,
            });
        }
        let word = match self.value.get_ref() {
            // `adresse = true`: a yes or no that one of the words is known to say.
            DeValue::Boolean(said)
                if self
                    .context
                    .vocabulary
                    .by_sense(&said.to_string(), allowed)
                    .is_some() =>
            {
                said.to_string()
            }
            _ => as_seen(&self.text(Wanted::Text)?).into_owned(),
        };
        match allowed.iter().find(|candidate| **candidate == word) {
            Some(word) => visitor.visit_enum((*word).into_deserializer()),
            None => Err(Failure(SlipKind::UnknownWord { word, allowed })),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf option unit unit_struct tuple tuple_struct
        identifier ignored_any
    }
}
