//! Short words for the objects of a PDF.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

use super::misshapen::{Misshapen, Part};

/// A name: `/Name`.
pub(super) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A text for readers (ISO 32000-1, 7.9.2.2).
pub(super) fn text(text: &str) -> Object {
    lopdf::text_string(text)
}

/// Bytes between parentheses.
pub(super) fn bytes(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Literal)
}

/// A number with at most two decimals; without any where there are none.
pub(super) fn number(value: f64) -> Object {
    let hundredths = (value * 100.0).round();
    if hundredths % 100.0 == 0.0 {
        Object::Integer((hundredths / 100.0) as i64)
    } else {
        Object::Real((hundredths / 100.0) as f32)
    }
}

/// A dictionary.
pub(super) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(entries)
}

/// The entries of a dictionary that is repaired, which must be as printpdf has always written them.
pub(super) struct Entries<'a> {
    part: Part,
    entries: &'a mut Dictionary,
}

impl<'a> Entries<'a> {
    /// Those of an indirect dictionary.
    pub(super) fn of(
        document: &'a mut Document,
        id: ObjectId,
        part: Part,
    ) -> Result<Self, Misshapen> {
        let object = document.objects.get_mut(&id);
        Self::within(object.ok_or(Misshapen::Missing(part))?, part)
    }

    /// Those of a dictionary that is part of another object.
    pub(super) fn within(object: &'a mut Object, part: Part) -> Result<Self, Misshapen> {
        match object {
            Object::Dictionary(entries) => Ok(Self { part, entries }),
            other => Err(kind(part, "Dictionary", other)),
        }
    }

    /// An entry that is a reference.
    pub(super) fn reference(&self, key: &'static str) -> Result<ObjectId, Misshapen> {
        reference(self.get(key)?, self.part.entry(key))
    }

    /// An entry that is a list of so many.
    pub(super) fn array(
        &mut self,
        key: &'static str,
        expected: usize,
    ) -> Result<&mut [Object], Misshapen> {
        let part = self.part.entry(key);
        match self.entries.get_mut(key.as_bytes()) {
            Ok(Object::Array(items)) => {
                check_count(part, expected, items.len())?;
                Ok(items)
            }
            Ok(other) => Err(kind(part, "Array", other)),
            Err(_) => Err(Misshapen::Missing(part)),
        }
    }

    /// An entry that must be there.
    pub(super) fn get(&self, key: &'static str) -> Result<&Object, Misshapen> {
        let entry = self.entries.get(key.as_bytes());
        entry.map_err(|_| Misshapen::Missing(self.part.entry(key)))
    }

    /// Takes away an entry that must be there.
    pub(super) fn take(&mut self, key: &'static str) -> Result<Object, Misshapen> {
        let entry = self.entries.remove(key.as_bytes());
        entry.ok_or(Misshapen::Missing(self.part.entry(key)))
    }

    /// Writes over an entry that must be there.
    pub(super) fn replace(
        &mut self,
        key: &'static str,
        value: impl Into<Object>,
    ) -> Result<(), Misshapen> {
        self.get(key)?;
        self.entries.set(key, value);
        Ok(())
    }

    /// Adds an entry that must not be there.
    pub(super) fn add(
        &mut self,
        key: &'static str,
        value: impl Into<Object>,
    ) -> Result<(), Misshapen> {
        if let Ok(other) = self.entries.get(key.as_bytes()) {
            return Err(kind(self.part.entry(key), "Null", other));
        }
        self.entries.set(key, value);
        Ok(())
    }
}

/// The object that a reference names.
pub(super) fn reference(object: &Object, part: Part) -> Result<ObjectId, Misshapen> {
    match object {
        Object::Reference(id) => Ok(*id),
        other => Err(kind(part, "Reference", other)),
    }
}

/// Takes an indirect dictionary out of the document.
pub(super) fn take_dictionary(
    document: &mut Document,
    id: ObjectId,
    part: Part,
) -> Result<Dictionary, Misshapen> {
    match document.objects.remove(&id) {
        Some(Object::Dictionary(entries)) => Ok(entries),
        Some(other) => Err(kind(part, "Dictionary", &other)),
        None => Err(Misshapen::Missing(part)),
    }
}

/// Writes over an indirect stream.
pub(super) fn replace_stream(
    document: &mut Document,
    id: ObjectId,
    part: Part,
    content: Vec<u8>,
) -> Result<(), Misshapen> {
    match document.objects.get_mut(&id) {
        Some(Object::Stream(stream)) => {
            *stream = Stream::new(Dictionary::new(), content);
            Ok(())
        }
        Some(other) => Err(kind(part, "Stream", other)),
        None => Err(Misshapen::Missing(part)),
    }
}

/// Whether there are as many of a part as there should be.
pub(super) fn check_count(part: Part, expected: usize, found: usize) -> Result<(), Misshapen> {
    if expected == found {
        return Ok(());
    }
    Err(Misshapen::OtherCount {
        part,
        expected,
        found,
    })
}

/// Says that a part is of another kind.
pub(super) fn kind(part: Part, expected: &'static str, found: &Object) -> Misshapen {
    Misshapen::OtherKind {
        part,
        expected,
        found: found.enum_variant(),
    }
}
