//! The bytes of the file (ISO 32000-1, 7.5).
//!
//! Not by lopdf's own writer, since that leaves the cross-reference stream uncompressed, a sixth of our files, and since a
//! stream that ends with a carriage return cannot be told from its end-of-line there, which ISO 19005-2, 6.1.7.1 forbids: here each
//! ends with both signs.

use lopdf::{Dictionary, Document, Object};
use sha2::{Digest, Sha256};

use super::deflate::{Matter, deflate};
use super::fault::PdfFault;
use super::misshapen::{Misshapen, Part};
use super::objects::{bytes, dictionary, name};
use super::serialize::{Numbering, Objects, fixed, print};
use super::structure::Structure;

/// At most 1 000 objects in an object stream, which a reader unpacks whole for any of them: mostly all that there are, which packs best.
const OBJECTS_PER_STREAM: usize = 1000;

/// Where an object is: alone at a place of the file, or within an object stream.
#[derive(Clone, Copy)]
enum Entry {
    Alone { start: usize },
    Within { stream: u32, index: usize },
}

/// The file of a document with that structure. Its identifier is made from all that stands before it.
///
/// # Errors
/// An object that names another that is nowhere, a trailer without a root; what the compression says.
pub(super) fn write(document: &Document, structure: &Structure<'_>) -> Result<Vec<u8>, PdfFault> {
    let root = structure.root();
    let numbering = Numbering::of(document.objects.keys().chain([&root]));
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut gathered = Objects::default();
    // By number, from 1.
    let mut entries = Vec::new();
    for (number, object) in (1..).zip(document.objects.values()) {
        entries.push(Entry::Alone { start: file.len() });
        match object {
            Object::Stream(stream) => {
                write_stream(number, &stream.dict, &stream.content, &numbering, &mut file)?;
            }
            object => numbering.write(object, gathered.begin(number))?,
        }
    }
    structure.write(&numbering, &mut gathered)?;
    let count = gathered.last().unwrap_or(0).max(entries.len() as u32);
    entries.resize(count as usize, Entry::Alone { start: 0 });
    for group in gathered.groups(OBJECTS_PER_STREAM) {
        let stream = entries.len() as u32 + 1;
        for (index, &(number, _)) in group.iter().enumerate() {
            entries[number as usize - 1] = Entry::Within { stream, index };
        }
        entries.push(Entry::Alone { start: file.len() });
        let (entries_of_stream, content) = object_stream(&group);
        let (entries_of_stream, content) = packed(entries_of_stream, &content)?;
        write_stream(stream, &entries_of_stream, &content, &numbering, &mut file)?;
    }
    let start = file.len();
    entries.push(Entry::Alone { start });
    let identifier = bytes(&Sha256::digest(&file)[..16]);
    let mut trailer = dictionary([
        ("Type", name("XRef")),
        ("ID", Object::Array(vec![identifier.clone(), identifier])),
    ]);
    for key in ["Root", "Info"] {
        let object = document.trailer.get(key.as_bytes());
        let object = object.map_err(|_| Misshapen::Missing(Part::OfTrailer(key)))?;
        trailer.set(key, object.clone());
    }
    let (trailer, table) = cross_references(trailer, &entries)?;
    write_stream(
        entries.len() as u32,
        &trailer,
        &table,
        &numbering,
        &mut file,
    )?;
    file.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    Ok(file)
}

fn write_stream(
    number: u32,
    entries: &Dictionary,
    content: &[u8],
    numbering: &Numbering,
    file: &mut Vec<u8>,
) -> Result<(), Misshapen> {
    print(file, &number);
    file.extend_from_slice(b" 0 obj\n");
    let mut entries = entries.clone();
    entries.set("Length", content.len() as i64);
    numbering.write_dictionary(&entries, file)?;
    file.extend_from_slice(b"\nstream\n");
    file.extend_from_slice(content);
    file.extend_from_slice(b"\r\nendstream\nendobj\n");
    Ok(())
}

/// Objects one after the other, behind a table of their numbers and places.
fn object_stream(group: &[(u32, &[u8])]) -> (Dictionary, Vec<u8>) {
    let mut content = Vec::new();
    let mut place = 0;
    for (number, object) in group {
        fixed((*number).into(), 0, &mut content);
        content.push(b' ');
        fixed(place as i64, 0, &mut content);
        content.push(b' ');
        place += object.len() + 1;
    }
    let entries = dictionary([
        ("Type", name("ObjStm")),
        ("N", (group.len() as i64).into()),
        ("First", (content.len() as i64).into()),
    ]);
    content.reserve(place);
    for (_, object) in group {
        content.extend_from_slice(object);
        content.push(b'\n');
    }
    (entries, content)
}

/// The table of all objects, each line as its difference from the one above, which packs best.
fn cross_references(
    mut trailer: Dictionary,
    entries: &[Entry],
) -> std::io::Result<(Dictionary, Vec<u8>)> {
    let columns = 7;
    let mut table = Vec::with_capacity((entries.len() + 1) * (columns + 1));
    // Object 0 heads the list of free objects, of which there are no others.
    let mut above = [0; 7];
    table.extend_from_slice(&[2, 0, 0, 0, 0, 0, 0, 0]);
    for entry in entries {
        let (kind, place, index) = match *entry {
            Entry::Alone { start } => (1, start as u32, 0),
            Entry::Within { stream, index } => (2, stream, index as u16),
        };
        let [first, second, third, fourth] = place.to_be_bytes();
        let [high, low] = index.to_be_bytes();
        let row = [kind, first, second, third, fourth, high, low];
        table.push(2);
        table.extend(
            row.iter()
                .zip(above)
                .map(|(byte, above)| byte.wrapping_sub(above)),
        );
        above = row;
    }
    trailer.set("Size", entries.len() as i64 + 1);
    trailer.set("W", Object::Array(vec![1.into(), 4.into(), 2.into()]));
    let parameters = [
        ("Predictor", 12.into()),
        ("Columns", (columns as i64).into()),
    ];
    trailer.set("DecodeParms", dictionary(parameters));
    packed(trailer, &table)
}

fn packed(mut entries: Dictionary, content: &[u8]) -> std::io::Result<(Dictionary, Vec<u8>)> {
    let content = deflate(Matter::Repetitive, content)?;
    entries.set("Filter", name("FlateDecode"));
    Ok((entries, content))
}
