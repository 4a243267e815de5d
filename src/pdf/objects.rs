//! Short words for the objects of a PDF.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

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

/// An indirect dictionary.
pub(super) fn dictionary_mut(document: &mut Document, id: ObjectId) -> Option<&mut Dictionary> {
    document.objects.get_mut(&id)?.as_dict_mut().ok()
}
