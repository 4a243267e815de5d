//! A workbook is a ZIP archive, and what writes it notes on which system it did: one byte an entry. Here they all say the same, so that equal
//! tables give equal bytes on every system.

use std::io::{self, Write};

/// Where the record that ends an archive begins, counted from its last byte: the writer adds no comment.
const END: usize = 22;
/// The offset of the directory, in that record.
const DIRECTORY: usize = 16;
/// What an entry of the directory begins with, and how long it is without its texts.
const ENTRY: ([u8; 4], usize) = (*b"PK\x01\x02", 46);
/// Where an entry tells the system, and how long each of its texts is: name, extra field, comment.
const SYSTEM: usize = 5;
const LENGTHS: [usize; 3] = [28, 30, 32];
/// The system that is told, with whose permissions the writer describes a file on every one.
const UNIX: u8 = 3;

/// At most 64 KiB at the end are held back: the directory of a workbook of one sheet takes one of them.
const HELD: usize = 1 << 16;

/// Hands an archive on piece by piece, and has each entry of its directory say that it was written on Unix.
pub(super) struct OneSystem<'a> {
    out: &'a mut (dyn Write + Send),
    /// What was handed on.
    passed: usize,
    /// What was written last, in which the directory is looked for when all is there.
    held: Vec<u8>,
}

impl<'a> OneSystem<'a> {
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self {
            out,
            passed: 0,
            held: Vec::new(),
        }
    }

    /// Hands on what was held back.
    ///
    /// # Errors
    /// That of what takes it. What is no such archive is refused: two systems would make two files of one table.
    pub(super) fn end(mut self) -> io::Result<()> {
        let misshapen = || io::Error::other("le classeur n’est pas l’archive attendue");
        tell_one_system(&mut self.held, self.passed).ok_or_else(misshapen)?;
        self.out.write_all(&self.held)
    }
}

impl Write for OneSystem<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        // Not each time that something comes: what is held is moved.
        if self.held.len() > 2 * HELD {
            let older = self.held.len() - HELD;
            self.out.write_all(&self.held[..older])?;
            self.held.drain(..older);
            self.passed += older;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Has each entry of the directory say it, in the end of an archive of which so many bytes came before; `None` where there is none.
fn tell_one_system(held: &mut [u8], passed: usize) -> Option<()> {
    let end = held.len().checked_sub(END)?;
    let offset = held.get(end + DIRECTORY..end + DIRECTORY + 4)?;
    let offset = usize::try_from(u32::from_le_bytes(offset.try_into().ok()?)).ok()?;
    let mut at = offset.checked_sub(passed)?;
    let (signature, length) = ENTRY;
    while held.get(at..at + signature.len())? == signature {
        *held.get_mut(at + SYSTEM)? = UNIX;
        let mut next = at + length;
        for place in LENGTHS {
            let texts = held.get(at + place..at + place + 2)?;
            next += usize::from(u16::from_le_bytes(texts.try_into().ok()?));
        }
        at = next;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rust_xlsxwriter::Workbook;

    use super::{HELD, OneSystem, SYSTEM, UNIX};

    fn told(archive: &[u8], piece: usize) -> std::io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut one = OneSystem::new(&mut out);
        for bytes in archive.chunks(piece) {
            one.write_all(bytes)?;
        }
        one.end().map(|()| out)
    }

    /// A workbook of that many rows of noise, which no packing makes short.
    fn workbook(rows: u32) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..rows {
            let noise = f64::from(row).sin();
            sheet.write_number(row, 0, noise).expect("a number");
        }
        workbook.save_to_buffer().expect("a workbook")
    }

    /// As Windows writes it, and as Unix does; one of them is what this system writes. A short one, and one of which most is handed on
    /// before its end is there.
    #[test]
    fn an_archive_does_not_say_where_it_was_written() {
        let long = workbook(40_000);
        assert!(long.len() > 4 * HELD, "{}", long.len());
        for ours in [workbook(1), long] {
            let mut theirs = ours.clone();
            let entries: Vec<usize> = (0..ours.len() - 4)
                .filter(|&at| ours[at..].starts_with(b"PK\x01\x02"))
                .collect();
            assert!(entries.len() > 5, "{entries:?}");
            for at in entries {
                theirs[at + SYSTEM] ^= UNIX;
            }
            assert_ne!(ours, theirs);
            for piece in [ours.len(), HELD, 1000] {
                let told_ours = told(&ours, piece).expect("an archive");
                assert_eq!(told_ours.len(), ours.len());
                assert_eq!(told_ours, told(&theirs, piece).expect("an archive"));
                assert!(told_ours == ours || told_ours == theirs, "by {piece}");
            }
        }
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK\x05\x06", &[0xff; 40]] {
            assert!(told(bytes, 7).is_err(), "{bytes:?}");
        }
    }
}
