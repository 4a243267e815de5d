//! What stands in the objects of a PDF: each is what is asked for, or the test stops.

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, MaybeRef, ObjRef, Object, Stream};

/// Typed entries of a dictionary, through references.
pub(crate) trait Entries<'a> {
    fn object(&self, key: &str) -> Object<'a>;
    /// An entry that is a reference.
    fn reference(&self, key: &str) -> ObjRef;
    fn has(&self, key: &str) -> bool;

    fn dictionary(&self, key: &str) -> Dict<'a> {
        self.object(key).into_dict().expect(key)
    }

    fn dictionary_if_any(&self, key: &str) -> Option<Dict<'a>> {
        self.has(key).then(|| self.dictionary(key))
    }

    fn stream(&self, key: &str) -> Stream<'a> {
        self.object(key).into_stream().expect(key)
    }

    fn list(&self, key: &str) -> Vec<Object<'a>> {
        items(&self.object(key).into_array().expect(key))
    }

    fn integer(&self, key: &str) -> i64 {
        integer(&self.object(key))
    }

    fn number(&self, key: &str) -> f64 {
        number(&self.object(key))
    }

    fn boolean(&self, key: &str) -> bool {
        self.object(key).into_bool().expect(key)
    }

    fn name(&self, key: &str) -> String {
        name(&self.object(key))
    }

    fn bytes(&self, key: &str) -> Vec<u8> {
        bytes(&self.object(key))
    }

    /// A text for readers.
    fn text(&self, key: &str) -> String {
        text(&self.object(key))
    }
}

impl<'a> Entries<'a> for Dict<'a> {
    fn object(&self, key: &str) -> Object<'a> {
        let object = self.get::<Object<'_>>(key);
        object.unwrap_or_else(|| panic!("no {key} in {self:?}"))
    }

    fn reference(&self, key: &str) -> ObjRef {
        let reference = self.get_ref(key);
        reference.unwrap_or_else(|| panic!("no reference {key} in {self:?}"))
    }

    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }
}

/// The items of a list, through references.
pub(crate) fn items<'a>(list: &Array<'a>) -> Vec<Object<'a>> {
    let items: Vec<Object<'_>> = list.iter().collect();
    let count = list.raw_iter().count();
    assert_eq!(items.len(), count, "an item leads nowhere");
    items
}

/// The items of a list that are references.
pub(crate) fn references(list: &Array<'_>) -> Vec<Option<ObjRef>> {
    list.raw_iter().map(|item| item.as_obj_ref()).collect()
}

/// An integer, written as one.
pub(crate) fn integer(object: &Object<'_>) -> i64 {
    let number = number(object);
    assert_eq!(number.fract(), 0.0);
    number as i64
}

pub(crate) fn number(object: &Object<'_>) -> f64 {
    let Object::Number(number) = object else {
        panic!("{object:?} is no number");
    };
    number.as_f64()
}

pub(crate) fn name(object: &Object<'_>) -> String {
    let Object::Name(name) = object else {
        panic!("{object:?} is no name");
    };
    String::from_utf8(name.to_vec()).unwrap()
}

pub(crate) fn bytes(object: &Object<'_>) -> Vec<u8> {
    let Object::String(string) = object else {
        panic!("{object:?} is no string");
    };
    string.as_bytes().to_vec()
}

/// A text for readers: UTF-16 behind its mark, else what all encodings share.
pub(crate) fn text(object: &Object<'_>) -> String {
    let bytes = bytes(object);
    let Some(units) = bytes.strip_prefix(b"\xFE\xFF") else {
        assert!(bytes.is_ascii(), "{bytes:?}");
        return String::from_utf8(bytes).unwrap();
    };
    assert_eq!(units.len() % 2, 0);
    let units = units
        .chunks(2)
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
    String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
}

/// What a stream unpacks to.
pub(crate) fn unpacked(stream: &Stream<'_>) -> Vec<u8> {
    stream.decoded().unwrap().into_owned()
}

/// Whether an object says that it is of that type.
pub(crate) fn is_of_type(entries: &Dict<'_>, kind: &str) -> bool {
    entries.has("Type") && entries.name("Type") == kind
}

/// The object that stands there, if it does not stand elsewhere.
pub(crate) fn is_indirect(item: &MaybeRef<Object<'_>>) -> bool {
    item.as_obj_ref().is_some()
}
