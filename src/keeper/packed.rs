//! A value that is kept as bytes, which are read only when it is asked for: a build with nothing to do asks for none. One that was
//! just made is packed only when it is written: while a build runs, it is there once.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value, or its bytes.
#[derive(Debug)]
pub(crate) enum Packed<T> {
    /// As it was read.
    Bytes(Arc<[u8]>),
    /// As it was made.
    Value(Arc<T>),
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Bytes(bytes) => Self::Bytes(Arc::clone(bytes)),
            Self::Value(value) => Self::Value(Arc::clone(value)),
        }
    }
}

impl<T: Serialize> Packed<T> {
    fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Bytes(bytes) => Cow::Borrowed(bytes),
            // Plain data in memory: this does not fail.
            Self::Value(value) => Cow::Owned(postcard::to_allocvec(&**value).unwrap_or_default()),
        }
    }
}

impl<T: DeserializeOwned> Packed<T> {
    /// The value, if the bytes are those of one.
    pub(crate) fn unpack(&self) -> Option<Arc<T>> {
        match self {
            Self::Bytes(bytes) => postcard::from_bytes(bytes).ok().map(Arc::new),
            Self::Value(value) => Some(Arc::clone(value)),
        }
    }
}

impl<T: Serialize> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (self, other) {
            (Self::Bytes(one), Self::Bytes(other)) => Arc::ptr_eq(one, other),
            (Self::Value(one), Self::Value(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        is_same || self.bytes() == other.bytes()
    }
}

impl<T: Serialize> Eq for Packed<T> {}

impl<T: Serialize> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes())
    }
}

impl<'de, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes).map(Self::Bytes)
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Arc<[u8]>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(bytes.into())
    }
}
