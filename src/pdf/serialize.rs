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
            let id = id as usize;
            if numbers.len() <= id {
                numbers.resize(id + 1, 0);
            }
            numbers[id] = number;
        }
        Self { numbers }
    }

    /// The number of an object in the file.
    ///
    /// # Errors
    /// One that is nowhere.
    pub(super) fn get(&self, (id, _): ObjectId) -> Result<u32, Misshapen> {
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
            Object::Integer(value) => fixed(*value, 0, file),
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
                fixed(self.get(*id)?.into(), 0, file);
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

/// Objects that are gathered in streams, one after the other, each with its number.
#[derive(Default)]
pub(super) struct Objects {
    bytes: Vec<u8>,
    /// The number of each, and where it begins.
    starts: Vec<(u32, usize)>,
}

impl Objects {
    /// Begins another object: what is added to these bytes is what it says.
    pub(super) fn begin(&mut self, number: u32) -> &mut Vec<u8> {
        self.starts.push((number, self.bytes.len()));
        &mut self.bytes
    }

    /// The number of the last one.
    pub(super) fn last(&self) -> Option<u32> {
        self.starts.last().map(|(number, _)| *number)
    }

    /// The objects in groups of so many.
    pub(super) fn groups(&self, size: usize) -> impl Iterator<Item = Vec<(u32, &[u8])>> {
        let numbers = self.starts.iter().map(|(number, _)| *number);
        let ends = self.starts.iter().skip(1).map(|(_, start)| *start);
        let ends = ends.chain([self.bytes.len()]);
        let spans = self.starts.iter().map(|(_, start)| *start).zip(ends);
        let mut objects = numbers.zip(spans.map(|(start, end)| &self.bytes[start..end]));
        std::iter::from_fn(move || {
            let group: Vec<_> = objects.by_ref().take(size).collect();
            (!group.is_empty()).then_some(group)
        })
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

/// Writes a name (7.3.5).
pub(super) fn write_name(name: &[u8], file: &mut Vec<u8>) {
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

/// Writes a string between parentheses (7.3.4.2).
pub(super) fn write_string(bytes: &[u8], file: &mut Vec<u8>) {
    file.push(b'(');
    write_escaped(bytes, file);
    file.push(b')');
}

/// Writes what stands in a string.
pub(super) fn write_escaped(bytes: &[u8], file: &mut Vec<u8>) {
    let is_plain = |byte: &u8| !matches!(byte, b'(' | b')' | b'\\' | b'\r' | b'\n');
    if bytes.iter().all(is_plain) {
        return file.extend_from_slice(bytes);
    }
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => file.extend_from_slice(&[b'\\', byte]),
            // A bare carriage return would be read as a line feed; without bare ones of these, each operator has its line.
            b'\r' => file.extend_from_slice(b"\\r"),
            b'\n' => file.extend_from_slice(b"\\n"),
            byte => file.push(byte),
        }
    }
}

/// Writes a reference that follows whatever else.
pub(super) fn write_reference(number: u32, file: &mut Vec<u8>) {
    write_integer(number.into(), file);
    file.extend_from_slice(b" 0 R");
}

/// Writes an integer that follows whatever else.
pub(super) fn write_integer(integer: i64, file: &mut Vec<u8>) {
    if file.last().is_some_and(|byte| *byte != b'[') {
        file.push(b' ');
    }
    fixed(integer, 0, file);
}

/// Writes an entry of a dictionary that is an integer.
pub(super) fn write_entry(key: &str, integer: i64, file: &mut Vec<u8>) {
    write_name(key.as_bytes(), file);
    write_integer(integer, file);
}

/// Writes a number given without its point (7.3.3), which has so many decimals: those that say nothing are left out.
pub(super) fn fixed(number: i64, mut decimals: usize, file: &mut Vec<u8>) {
    let mut rest = number.unsigned_abs();
    while decimals > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        decimals -= 1;
    }
    if number < 0 {
        file.push(b'-');
    }
    // From the last digit on; there are no more than 20, and one point.
    let mut digits = [0; 24];
    let mut start = digits.len();
    let mut written = 0;
    while rest > 0 || written <= decimals {
        if written == decimals && decimals > 0 {
            start -= 1;
            digits[start] = b'.';
        }
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        written += 1;
    }
    file.extend_from_slice(&digits[start..]);
}

#[cfg(test)]
mod tests {
    use super::fixed;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let written = |number, decimals| {
            let mut file = Vec::new();
            fixed(number, decimals, &mut file);
            String::from_utf8(file).expect("ASCII")
        };
        for (number, decimals, expected) in [
            (0, 0, "0"),
            (0, 2, "0"),
            (7, 0, "7"),
            (-7, 2, "-0.07"),
            (70, 2, "0.7"),
            (700, 2, "7"),
            (-12_345, 2, "-123.45"),
            (100_000, 5, "1"),
            (1, 6, "0.000001"),
            (i64::MIN, 0, "-9223372036854775808"),
            (i64::MAX, 6, "9223372036854.775807"),
        ] {
            assert_eq!(written(number, decimals), expected);
        }
    }
}
