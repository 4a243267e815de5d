//! A value that is kept as bytes, which are read only when it is asked for: a build with nothing to do asks for none.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value as bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Packed<T> {
    bytes: Arc<[u8]>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Self::of(Arc::clone(&self.bytes))
    }
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    pub(crate) fn new(value: &T) -> Self {
        // Plain data in memory: this does not fail.
        let bytes = postcard::to_allocvec(value).unwrap_or_default();
        Self::of(bytes.into())
    }

    /// The value, if the bytes are those of one.
    pub(crate) fn unpack(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }
}

impl<T> Packed<T> {
    fn of(bytes: Arc<[u8]>) -> Self {
        Self {
            bytes,
            holds: PhantomData,
        }
    }
}

impl<T> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

impl<'de, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes).map(Self::of)
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
