//! The table of the objects, judged strictly: the reader would look for objects itself where it is wrong.

use std::collections::BTreeMap;

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{FromBytes, Object, Stream};

use super::entries::{Entries, integer, unpacked};

/// The entries of the trailer, which the table of the objects holds.
pub(crate) fn trailer(file: &[u8]) -> Dict<'_> {
    table(file).dict().clone()
}

/// Every object stands where the table says, and no place is left over; gives how many there are.
pub(crate) fn judge(file: &[u8]) -> usize {
    let table = table(file);
    let widths: Vec<i64> = table.dict().list("W").iter().map(integer).collect();
    assert_eq!(widths, [1, 4, 2]);
    let rows = unpacked(&table);
    let count = table.dict().integer("Size") as usize;
    assert_eq!(rows.len(), count * 7);
    let mut streams: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, row) in rows.chunks(7).enumerate() {
        let place = u32::from_be_bytes([row[1], row[2], row[3], row[4]]) as usize;
        match row[0] {
            0 => assert_eq!(number, 0, "an object is free"),
            1 => drop(object(file, place, number)),
            2 => {
                let numbers = streams.entry(place).or_insert_with(|| {
                    let row = &rows[place * 7..][..7];
                    assert_eq!(row[0], 1, "a stream within a stream");
                    let start = u32::from_be_bytes([row[1], row[2], row[3], row[4]]);
                    let stream = object(file, start as usize, place).into_stream();
                    numbers(&stream.unwrap())
                });
                assert_eq!(
                    numbers[usize::from(u16::from_be_bytes([row[5], row[6]]))],
                    number
                );
            }
            other => panic!("{other} is no kind of place"),
        }
    }
    count
}

/// The table, at the place that the last lines of the file name.
fn table(file: &[u8]) -> Stream<'_> {
    let end = std::str::from_utf8(&file[file.len() - 40..]);
    let end = end.unwrap_or_else(|_| panic!("the last lines are no text"));
    let start = end.rsplit_once("startxref\n").unwrap().1;
    let start: usize = start.strip_suffix("\n%%EOF\n").unwrap().parse().unwrap();
    let number = file[start..].split(|&byte| byte == b' ').next().unwrap();
    let number = std::str::from_utf8(number).unwrap().parse().unwrap();
    let table = object(file, start, number).into_stream().unwrap();
    assert_eq!(table.dict().name("Type"), "XRef");
    table
}

/// The object of that number at that place.
fn object(file: &[u8], start: usize, number: usize) -> Object<'_> {
    let head = format!("{number} 0 obj\n");
    let body = file[start..].strip_prefix(head.as_bytes());
    let body = body.unwrap_or_else(|| panic!("{number} does not stand at {start}"));
    Object::from_bytes(body).unwrap()
}

/// The numbers of the objects in a stream of theirs.
fn numbers(stream: &Stream<'_>) -> Vec<usize> {
    let entries = stream.dict();
    assert_eq!(entries.name("Type"), "ObjStm");
    let content = unpacked(stream);
    let head = std::str::from_utf8(&content[..entries.integer("First") as usize]).unwrap();
    let numbers: Vec<usize> = head
        .split_whitespace()
        .step_by(2)
        .map(|number| number.parse().unwrap())
        .collect();
    assert_eq!(numbers.len() as i64, entries.integer("N"));
    numbers
}
