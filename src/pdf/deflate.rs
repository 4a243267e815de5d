//! Compression of streams.

use std::cell::RefCell;
use std::io;

use flate2::{Compress, Compression, FlushCompress, Status};

/// What is packed, and so how hard it pays to try.
///
/// Measured on minutes of three pages, milliseconds and bytes of all their streams: level 2 0.43 and 27 934, 3 0.53 and 26 644, 4
/// 0.58 and 26 425, 6 0.69 and 25 826, 9 1.20 and 25 550. The outlines of fonts hardly repeat anything: level 9 takes 0.4 in 100
/// more off them than level 1.
#[derive(Clone, Copy)]
pub(super) enum Matter {
    /// Operators, objects, samples of pictures: whatever repeats itself.
    Repetitive,
    /// The program of a font.
    Outlines,
}

impl Matter {
    const fn level(self) -> Compression {
        Compression::new(match self {
            Self::Repetitive => 3,
            Self::Outlines => 2,
        })
    }
}

thread_local! {
    // Some 300 kB to find and to make blank, and twenty streams a document: one is kept for each kind.
    static PACKERS: [RefCell<Compress>; 2] = [Matter::Repetitive, Matter::Outlines]
        .map(|matter| RefCell::new(Compress::new(matter.level(), true)));
}

/// The bytes as zlib packs them: the same on every processor, whatever was packed before.
pub(super) fn deflate(matter: Matter, bytes: &[u8]) -> io::Result<Vec<u8>> {
    PACKERS.with(|packers| {
        let packer = &mut packers[matter as usize].borrow_mut();
        packer.reset();
        // What cannot be packed grows by a few bytes in each block.
        let mut packed = Vec::with_capacity(bytes.len() + bytes.len() / 64 + 64);
        loop {
            let rest = bytes.get(packer.total_in() as usize..);
            let rest = rest.ok_or_else(|| io::Error::other("packed more than there is"))?;
            match packer.compress_vec(rest, &mut packed, FlushCompress::Finish)? {
                Status::StreamEnd => return Ok(packed),
                Status::Ok | Status::BufError => packed.reserve(bytes.len() + 64),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Matter, deflate};

    #[test]
    fn nothing_is_left_of_what_was_packed_before() {
        let noise = |seed: u32, length: u32| -> Vec<u8> {
            let mix = |place: u32| place.wrapping_mul(2_654_435_761).wrapping_add(seed) >> 24;
            (0..length).map(|place| mix(place) as u8).collect()
        };
        let texts: Vec<Vec<u8>> = [0, 1, 300, 70_000, 200_000]
            .into_iter()
            .flat_map(|length| {
                [
                    noise(7, length),
                    "réunion ".repeat(length as usize / 8).into(),
                ]
            })
            .collect();
        let alone: Vec<Vec<u8>> = texts
            .iter()
            .map(|text| {
                let text = text.clone();
                let packing =
                    std::thread::spawn(move || deflate(Matter::Repetitive, &text).expect("packs"));
                packing.join().expect("no panic")
            })
            .collect();
        for (text, alone) in texts.iter().zip(&alone).rev() {
            assert_eq!(deflate(Matter::Repetitive, text).expect("packs"), *alone);
            let mut read = Vec::new();
            let mut reader = flate2::read::ZlibDecoder::new(alone.as_slice());
            reader.read_to_end(&mut read).expect("unpacks");
            assert_eq!(read, *text);
        }
    }
}
