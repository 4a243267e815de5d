//! A workbook is a ZIP archive, and what writes it notes on which system it did: one byte an entry. Here they all say the same, so that equal
//! tables give equal bytes on every system.

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

/// Has each entry say that it was written on Unix. What is no such archive stays as it is, up to there.
pub(super) fn tell_one_system(archive: &mut [u8]) -> Option<()> {
    let end = archive.len().checked_sub(END)?;
    let offset = archive.get(end + DIRECTORY..end + DIRECTORY + 4)?;
    let mut at = usize::try_from(u32::from_le_bytes(offset.try_into().ok()?)).ok()?;
    let (signature, length) = ENTRY;
    while archive.get(at..at + signature.len())? == signature {
        *archive.get_mut(at + SYSTEM)? = UNIX;
        let mut next = at + length;
        for place in LENGTHS {
            let texts = archive.get(at + place..at + place + 2)?;
            next += usize::from(u16::from_le_bytes(texts.try_into().ok()?));
        }
        at = next;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::{SYSTEM, UNIX, tell_one_system};

    /// As Windows writes it, and as Unix does; one of them is what this system writes.
    #[test]
    fn an_archive_does_not_say_where_it_was_written() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet();
        let mut ours = workbook.save_to_buffer().expect("a workbook");
        let mut theirs = ours.clone();
        let entries: Vec<usize> = (0..ours.len() - 4)
            .filter(|&at| ours[at..].starts_with(b"PK\x01\x02"))
            .collect();
        assert!(entries.len() > 5, "{entries:?}");
        for at in entries {
            theirs[at + SYSTEM] ^= UNIX;
        }
        assert_ne!(ours, theirs);
        assert_eq!(tell_one_system(&mut ours), Some(()));
        assert_eq!(tell_one_system(&mut theirs), Some(()));
        assert_eq!(ours, theirs);
    }

    #[test]
    fn what_is_no_archive_stays_as_it_is() {
        for bytes in [&b""[..], b"PK\x05\x06", &[0xff; 40], &[0; 22]] {
            let mut told = bytes.to_vec();
            tell_one_system(&mut told);
            assert_eq!(told, bytes);
        }
    }
}
