//! Keys of the user's own, below `[extra]`: any value of TOML, which nothing but a template reads.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::field::Field;
use crate::diagnostic::Span;

/// Keys of the user's own, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreeKeys(pub(crate) BTreeMap<String, Field<FreeValue>>);

/// What one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FreeValue {
    /// A text; a date or an hour as it is typed, which the filters read.
    Text(String),
    Whole(i64),
    /// In digits, so that equal ones are equal.
    Decimal(String),
    Truth(bool),
    List(Vec<Field<FreeValue>>),
    Group(FreeKeys),
}

impl FreeKeys {
    /// These, and those of `others` that have another name.
    #[must_use]
    pub fn before(&self, others: &Self) -> Self {
        let mut all = others.clone();
        all.0.extend(self.0.clone());
        all
    }

    /// Every text among them, with its place.
    pub(crate) fn texts(&self) -> Vec<(&str, Span)> {
        let mut texts = Vec::new();
        self.0
            .values()
            .for_each(|value| find_texts(value, &mut texts));
        texts
    }

    /// These and every group among and below them.
    pub(crate) fn groups(&self) -> Vec<&Self> {
        let mut groups = vec![self];
        self.0
            .values()
            .for_each(|value| find_groups(value, &mut groups));
        groups
    }
}

fn find_groups<'a>(value: &'a Field<FreeValue>, groups: &mut Vec<&'a FreeKeys>) {
    match value.get() {
        Some(FreeValue::List(items)) => items.iter().for_each(|item| find_groups(item, groups)),
        Some(FreeValue::Group(keys)) => groups.extend(keys.groups()),
        _ => {}
    }
}

fn find_texts<'a>(value: &'a Field<FreeValue>, texts: &mut Vec<(&'a str, Span)>) {
    let Some((value, span)) = value.located() else {
        return;
    };
    match value {
        FreeValue::Text(text) => texts.push((text, span)),
        FreeValue::List(items) => items.iter().for_each(|item| find_texts(item, texts)),
        FreeValue::Group(keys) => texts.extend(keys.texts()),
        FreeValue::Whole(_) | FreeValue::Decimal(_) | FreeValue::Truth(_) => {}
    }
}

impl<'de> Deserialize<'de> for FreeKeys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for FreeValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = FreeValue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of TOML")
    }

    fn visit_str<E>(self, text: &str) -> Result<FreeValue, E> {
        Ok(FreeValue::Text(text.to_owned()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<FreeValue, E> {
        Ok(FreeValue::Whole(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<FreeValue, E> {
        Ok(FreeValue::Decimal(number.to_string()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<FreeValue, E> {
        Ok(FreeValue::Truth(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<FreeValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(FreeValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<FreeValue, A::Error> {
        let mut keys = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry()? {
            keys.insert(key, value);
        }
        Ok(FreeValue::Group(FreeKeys(keys)))
    }
}

impl Serialize for FreeKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sound = self.0.iter();
        let sound = sound.filter_map(|(key, value)| Some((key, value.get()?)));
        let sound: Vec<_> = sound.collect();
        serializer.collect_map(sound)
    }
}

/// To a template a value is what it is. Where kinds are not told apart (bytes that a fingerprint is made of), each says its own.
impl Serialize for FreeValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_told_apart = serializer.is_human_readable();
        if !is_told_apart {
            return match self {
                Self::Text(text) => serializer.serialize_newtype_variant("free", 0, "text", text),
                Self::Whole(number) => {
                    serializer.serialize_newtype_variant("free", 1, "whole", number)
                }
                Self::Decimal(number) => {
                    serializer.serialize_newtype_variant("free", 2, "decimal", number)
                }
                Self::Truth(value) => {
                    serializer.serialize_newtype_variant("free", 3, "truth", value)
                }
                Self::List(items) => {
                    serializer.serialize_newtype_variant("free", 4, "list", &sound(items))
                }
                Self::Group(keys) => serializer.serialize_newtype_variant("free", 5, "group", keys),
            };
        }
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Decimal(number) => serializer.serialize_f64(number.parse().unwrap_or_default()),
            Self::Truth(value) => serializer.serialize_bool(*value),
            Self::List(items) => serializer.collect_seq(sound(items)),
            Self::Group(keys) => keys.serialize(serializer),
        }
    }
}

fn sound(items: &[Field<FreeValue>]) -> Vec<&FreeValue> {
    items.iter().filter_map(Field::get).collect()
}

impl JsonSchema for FreeKeys {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": true })
    }
}
