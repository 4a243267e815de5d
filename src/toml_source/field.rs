//! A value of a TOML file that remembers where it stands, and whether it was absent, faulty or given.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use crate::diagnostic::Span;

/// The name by which a [`Field`] asks the reader for its span as well as its value.
pub(super) const FIELD: &str = "greffier::Field";

/// A value as read. A fault in it has been reported by the reader: whoever meets `Faulty` need say nothing more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The key is not in the file.
    #[default]
    Absent,
    /// The key is there, its value is not of the right kind.
    Faulty(Span),
    /// The key is there with a value.
    Given(Span, T),
}

impl<T> Field<T> {
    /// The value, if one was given.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Given(_, value) => Some(value),
            Self::Absent | Self::Faulty(_) => None,
        }
    }

    /// The value with its place, if one was given.
    #[must_use]
    pub fn located(&self) -> Option<(&T, Span)> {
        match self {
            Self::Given(span, value) => Some((value, span.clone())),
            Self::Absent | Self::Faulty(_) => None,
        }
    }

    /// The place of the value, faulty or not.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Given(span, _) | Self::Faulty(span) => Some(span.clone()),
            Self::Absent => None,
        }
    }

    /// Whether the key is not in the file.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> Field<Vec<Field<T>>> {
    /// The sound items of a list, with their places; none where the list is absent or faulty.
    pub fn items(&self) -> impl Iterator<Item = (&T, Span)> {
        self.get().into_iter().flatten().filter_map(Field::located)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(FIELD, FieldVisitor(PhantomData))
    }
}

struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let start = parts.next_element()?.unwrap_or_default();
        let end = parts.next_element()?.unwrap_or_default();
        Ok(match parts.next_element()? {
            Some(value) => Field::Given(start..end, value),
            None => Field::Faulty(start..end),
        })
    }
}

/// In the schema a field is its value.
impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
