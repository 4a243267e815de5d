//! Objects as they stand in a file (ISO 32000-1, 7.3), written as short as they can be.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId};

use super::misshapen::{Misshapen, Part};
use super::objects::kind;

/// Objects without a gap in their numbers.
pub(super) struct Numbering {
    /// By number in memory, the number in the file; 0 for what is not written.
    numbers: Vec<u32>,
}

impl Numbering {
    /// Numbers objects from 1, in their order.
    pub(super) fn of<'a>(objects: impl Iterator<Item = &'a ObjectId>) -> Self {
        let mut numbers = Vec::new();
        for (number, &(id, _)) in (1..).zip(objects) {
            numbers.resize(id as usize + 1, 0);
            numbers[id as usize] = number;
        }
        Self { numbers }
    }

    /// The number of an object in the file.
    fn get(&self, (id, _): ObjectId) -> Result<u32, Misshapen> {
        match self.numbers.get(id as usize) {
            None | Some(0) => Err(Misshapen::Missing(Part::Object(id))),
            Some(number) => Ok(*number),
        }
    }

    /// Writes an object.
    ///
    /// # Errors
    /// A reference to an object that is nowhere: a reader would take it for nothing.
    pub(super) fn write(&self, object: &Object, file: &mut Vec<u8>) -> Result<(), Misshapen> {
        match object {
            Object::Null => file.extend_from_slice(b"null"),
            Object::Boolean(value) => {
                file.extend_from_slice(if *value { b"true" } else { b"false" })
            }
            Object::Integer(value) => print(file, value),
            Object::Real(value) => print(file, value),
            Object::Name(name) => write_name(name, file),
            Object::String(bytes, _) => write_string(bytes, file),
            Object::Array(array) => {
                file.push(b'[');
                for (index, item) in array.iter().enumerate() {
                    if index > 0 && is_bare(item) {
                        file.push(b' ');
                    }
                    self.write(item, file)?;
                }
                file.push(b']');
            }
            Object::Dictionary(dictionary) => self.write_dictionary(dictionary, file)?,
            // Its place is in `file`.
            Object::Stream(_) => return Err(kind(Part::Inner, "Reference", object)),
            Object::Reference(id) => {
                print(file, &self.get(*id)?);
                file.extend_from_slice(b" 0 R");
            }
        }
        Ok(())
    }

    /// Writes a dictionary.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub(super) fn write_dictionary(
        &self,
        dictionary: &Dictionary,
        file: &mut Vec<u8>,
    ) -> Result<(), Misshapen> {
        file.extend_from_slice(b"<<");
        for (key, value) in dictionary {
            write_name(key, file);
            if is_bare(value) {
                file.push(b' ');
            }
            self.write(value, file)?;
        }
        file.extend_from_slice(b">>");
        Ok(())
    }
}

/// Writes what can be displayed.
pub(super) fn print(file: &mut Vec<u8>, value: &impl std::fmt::Display) {
    // Writing to memory cannot fail.
    let _ = write!(file, "{value}");
}

/// Whether it begins without a delimiter, so that a space must part it from what stands before.
fn is_bare(object: &Object) -> bool {
    !matches!(
        object,
        Object::Name(_)
            | Object::String(..)
            | Object::Array(_)
            | Object::Dictionary(_)
            | Object::Stream(_)
    )
}

fn write_name(name: &[u8], file: &mut Vec<u8>) {
    file.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            file.push(byte);
        } else {
            // Writing to memory cannot fail.
            let _ = write!(file, "#{byte:02X}");
        }
    }
}

fn write_string(bytes: &[u8], file: &mut Vec<u8>) {
    file.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => file.extend_from_slice(&[b'\\', byte]),
            // A bare carriage return would be read as a line feed.
            b'\r' => file.extend_from_slice(b"\\r"),
            byte => file.push(byte),
        }
    }
    file.push(b')');
}
