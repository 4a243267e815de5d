//! How the parts of a value are handed to serde one by one: a field, the items of a list, the entries of a group.

use serde::de::value::{BorrowedStrDeserializer, UsizeDeserializer};
use serde::de::{
    DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Failure, Reader};
use super::slips::SlipKind;

/// A field's start, end and value, as a sequence of three; a value that fails is reported and left out.
pub(super) struct FieldParts<'a, 'toml> {
    pub(super) reader: Reader<'a, 'toml>,
    pub(super) next: usize,
}

impl<'de> SeqAccess<'de> for FieldParts<'_, '_> {
    type Error = Failure;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Failure> {
        let span = self.reader.value.span();
        self.next += 1;
        match self.next {
            1 => seed
                .deserialize(UsizeDeserializer::new(span.start))
                .map(Some),
            2 => seed.deserialize(UsizeDeserializer::new(span.end)).map(Some),
            _ if self.reader.is_unreadable => Ok(None),
            _ => match seed.deserialize(self.reader) {
                Ok(value) => Ok(Some(value)),
                Err(Failure(kind)) => {
                    self.reader.context.note(kind, span, self.reader.key);
                    Ok(None)
                }
            },
        }
    }
}

pub(super) struct Items<'a, 'toml> {
    pub(super) items: std::slice::Iter<'a, Spanned<DeValue<'toml>>>,
    pub(super) list: Reader<'a, 'toml>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Failure;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Failure> {
        let Some(value) = self.items.next() else {
            return Ok(None);
        };
        let is_unreadable = self.list.context.is_damaged(value);
        let reader = Reader {
            value,
            is_unreadable,
            ..self.list
        };
        seed.deserialize(reader).map(Some)
    }
}

pub(super) struct Entries<'a, 'toml> {
    pub(super) entries: std::vec::IntoIter<Reader<'a, 'toml>>,
    pub(super) value: Option<Reader<'a, 'toml>>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Failure;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Failure> {
        self.value = self.entries.next();
        let Some(reader) = self.value else {
            return Ok(None);
        };
        seed.deserialize(reader.key.into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Failure> {
        match self.value.take() {
            Some(reader) => seed.deserialize(reader),
            None => Err(Failure(SlipKind::Other)),
        }
    }
}

pub(super) struct OfTwoKinds<'a, 'toml> {
    pub(super) variant: &'static str,
    pub(super) reader: Reader<'a, 'toml>,
}

impl<'de> EnumAccess<'de> for OfTwoKinds<'_, '_> {
    type Error = Failure;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Failure> {
        let variant = seed.deserialize(BorrowedStrDeserializer::<Failure>::new(self.variant))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for OfTwoKinds<'_, '_> {
    type Error = Failure;

    fn unit_variant(self) -> Result<(), Failure> {
        Err(Failure(SlipKind::Other))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Failure> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        _visitor: V,
    ) -> Result<V::Value, Failure> {
        Err(Failure(SlipKind::Other))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Failure> {
        Err(Failure(SlipKind::Other))
    }
}
