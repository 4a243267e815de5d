//! A picture to print: its bytes, its format, its size in pixels and how it has to be turned, read from the first bytes.
//!
//! Entry point: [`Picture::read`]. Nothing is decoded here. This is the only module that names imagesize and kamadak-exif.

use serde::{Serialize, Serializer};

use std::io::Cursor;
use std::sync::Arc;

use imagesize::ImageType;

/// A PNG or JPEG file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// What the bytes are.
    pub format: PictureFormat,
    /// Width in pixels as it is seen, at least 1.
    pub width: u32,
    /// Height in pixels as it is seen, at least 1.
    pub height: u32,
    /// The whole file.
    #[serde(serialize_with = "as_bytes")]
    pub bytes: Arc<[u8]>,
}

/// The formats that are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PictureFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl PictureFormat {
    /// The ending of a file's name, without its point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// How what is stored has to be turned to stand upright: what a camera or a telephone noted of how it was held (EXIF, tag 274).
/// Browsers do so by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn(u8);

impl Turn {
    /// What a file says of itself; upright if it says nothing that can be read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let said = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
        let turn = said.ok().and_then(|said| {
            let field = said.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
            field.value.get_uint(0)
        });
        let turn = turn.and_then(|turn| u8::try_from(turn).ok());
        Self(turn.filter(|turn| (1..=8).contains(turn)).unwrap_or(1))
    }

    /// Whether it stands upright as it is stored.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 1
    }

    /// Whether the width of what is stored is the height of what is seen.
    #[must_use]
    pub fn is_on_its_side(self) -> bool {
        self.0 >= 5
    }

    /// Where the stored corners are seen, from 0 to 1 to the right and upwards: its lower left corner, how far its lower edge leads
    /// from there, and how far its left edge.
    #[must_use]
    pub fn corners(self) -> [[i8; 2]; 3] {
        match self.0 {
            2 => [[1, 0], [-1, 0], [0, 1]],
            3 => [[1, 1], [-1, 0], [0, -1]],
            4 => [[0, 1], [1, 0], [0, -1]],
            5 => [[1, 1], [0, -1], [-1, 0]],
            6 => [[0, 1], [0, -1], [1, 0]],
            7 => [[0, 0], [0, 1], [1, 0]],
            8 => [[1, 0], [0, 1], [-1, 0]],
            _ => [[0, 0], [1, 0], [0, 1]],
        }
    }
}

fn as_bytes<S: Serializer>(bytes: &Arc<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Why a file is no picture that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// Neither PNG nor JPEG, whatever its name says.
    OtherFormat,
    /// It begins as one, and its size cannot be read.
    Damaged,
    /// It is larger than [`MAX_PICTURE_BYTES`].
    TooLarge,
    /// It has more than [`MAX_PICTURE_PIXELS`].
    TooManyPixels,
}

/// At most 2 MiB: a larger picture is a photograph, which would weigh on every document.
pub const MAX_PICTURE_BYTES: usize = 2 * 1024 * 1024;

/// At most 16 million, as 4 000 on 4 000: a few bytes may claim milliards, each of which is a place in memory.
pub const MAX_PICTURE_PIXELS: u64 = 16_000_000;

impl Picture {
    /// Recognises a file by its bytes.
    ///
    /// # Errors
    /// It is of another format, its header is damaged, or it is too large.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PictureFault> {
        if bytes.len() > MAX_PICTURE_BYTES {
            return Err(PictureFault::TooLarge);
        }
        let format = match imagesize::image_type(&bytes) {
            Ok(ImageType::Png) => PictureFormat::Png,
            Ok(ImageType::Jpeg) => PictureFormat::Jpeg,
            _ => return Err(PictureFault::OtherFormat),
        };
        let mut size = imagesize::blob_size(&bytes).map_err(|_| PictureFault::Damaged)?;
        if Turn::of(&bytes).is_on_its_side() {
            (size.width, size.height) = (size.height, size.width);
        }
        match (u32::try_from(size.width), u32::try_from(size.height)) {
            (Ok(width), Ok(height))
                if u64::from(width) * u64::from(height) > MAX_PICTURE_PIXELS =>
            {
                Err(PictureFault::TooManyPixels)
            }
            (Ok(width @ 1..), Ok(height @ 1..)) => Ok(Self {
                format,
                width,
                height,
                bytes: bytes.into(),
            }),
            _ => Err(PictureFault::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Picture, PictureFault, PictureFormat};

    /// A PNG of 3 on 2 pixels, without its pixels.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";
    /// A JPEG of 3 on 2 pixels: its application segment, then its frame (SOF0).
    const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xC0\0\x0B\x08\0\x02\0\x03\x01\x01\x11\0";

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        for (bytes, format) in [(PNG, PictureFormat::Png), (JPEG, PictureFormat::Jpeg)] {
            let picture = Picture::read(bytes.to_vec()).unwrap();
            assert_eq!(
                (picture.width, picture.height, picture.format),
                (3, 2, format)
            );
        }
        for bytes in ["GIF89a\x03\0\x02\0", "<svg/>", "", "%PDF"] {
            let fault = Picture::read(bytes.into()).unwrap_err();
            assert_eq!(fault, PictureFault::OtherFormat, "{bytes}");
        }
    }

    /// A JPEG of 3 on 2 pixels that was stored as if held otherwise.
    fn held(orientation: u8) -> Vec<u8> {
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
        let mut file = b"\xFF\xD8\xFF\xE1\0\x22".to_vec();
        file.extend(exif);
        file.extend([orientation, 0, 0, 0, 0, 0, 0]);
        file.extend(&JPEG[20..]);
        file
    }

    #[test]
    fn a_picture_has_the_size_that_is_seen() {
        for (orientation, size) in [
            (0, (3, 2)),
            (1, (3, 2)),
            (3, (3, 2)),
            (6, (2, 3)),
            (8, (2, 3)),
            (9, (3, 2)),
        ] {
            let picture = Picture::read(held(orientation)).unwrap();
            assert_eq!((picture.width, picture.height), size, "{orientation}");
        }
        for end in 0..held(6).len() {
            let _ = Picture::read(held(6)[..end].to_vec());
        }
    }

    #[test]
    fn a_picture_cut_short_has_no_size() {
        for bytes in [PNG, JPEG] {
            for end in 0..bytes.len() {
                // Whatever is left, the answer is an answer.
                let _ = Picture::read(bytes[..end].to_vec());
            }
        }
        assert_eq!(
            Picture::read(PNG[..18].to_vec()),
            Err(PictureFault::Damaged)
        );
        let mut empty = PNG.to_vec();
        empty[19] = 0;
        assert_eq!(Picture::read(empty), Err(PictureFault::Damaged));
    }
}
