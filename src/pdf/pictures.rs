//! Pictures, read once and kept as a PDF holds them, for all documents that show them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use sha2::{Digest, Sha256};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::deflate::{Matter, deflate};
use super::fault::{PdfFault, PictureFault};
use crate::picture::Turn;

/// The pictures that documents may show, by the names that they give them.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    pictures: BTreeMap<String, Picture>,
}

#[derive(Clone, Debug)]
struct Picture {
    width: u32,
    height: u32,
    /// The name by which the pages call it, from its content.
    id: String,
    stream: ExternalStream,
    turn: Turn,
}

impl Pictures {
    /// Reads a PNG or a JPEG and keeps it under a name.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn add(&mut self, name: &str, file: &[u8]) -> Result<(), PictureFault> {
        let (width, height, stream) = if file.starts_with(b"\x89PNG") {
            png(file)?
        } else if file.starts_with(b"\xFF\xD8") {
            jpeg(file)?
        } else {
            return Err(PictureFault::UnknownFormat);
        };
        let hash = Sha256::digest(file);
        let id = hash
            .iter()
            .take(4)
            .fold("P".to_owned(), |id, byte| format!("{id}{byte:02x}"));
        let picture = Picture {
            width,
            height,
            id,
            stream,
            turn: Turn::of(file),
        };
        self.pictures.insert(name.to_owned(), picture);
        Ok(())
    }

    /// The width and the height of a picture as it is seen, in pixels.
    #[must_use]
    pub fn size(&self, name: &str) -> Option<(u32, u32)> {
        let picture = self.pictures.get(name)?;
        Some(match picture.turn.is_on_its_side() {
            true => (picture.height, picture.width),
            false => (picture.width, picture.height),
        })
    }

    /// The name by which the pages call a picture, and how it has to be turned.
    pub(super) fn id(&self, name: &str) -> Option<(&str, Turn)> {
        let picture = self.pictures.get(name)?;
        Some((&picture.id, picture.turn))
    }

    /// What the pages call by those names.
    ///
    /// # Errors
    /// [`PdfFault::UnknownPicture`].
    pub(super) fn resources(
        &self,
        names: &BTreeSet<&str>,
    ) -> Result<BTreeMap<XObjectId, XObject>, PdfFault> {
        let resource = |name: &&str| {
            let picture = self.pictures.get(*name);
            let picture = picture.ok_or_else(|| PdfFault::UnknownPicture((*name).to_owned()))?;
            // Without a size, so that its place on the page is all that scales it.
            let object = ExternalXObject {
                stream: picture.stream.clone(),
                width: None,
                height: None,
                dpi: None,
            };
            Ok((XObjectId(picture.id.clone()), XObject::External(object)))
        };
        names.iter().map(resource).collect()
    }
}

type Parts = (u32, u32, ExternalStream);

/// Decodes a PNG; what shines through becomes a mask of its own.
fn png(file: &[u8]) -> Result<Parts, PictureFault> {
    let damaged = |error: png::DecodingError| PictureFault::Damaged(error.to_string());
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let too_large = || PictureFault::Damaged("trop grande".to_owned());
    let mut pixels = vec![0; reader.output_buffer_size().ok_or_else(too_large)?];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    // What follows the pixels must be whole too: readers of a PDF never see it, those of the page do.
    reader.finish().map_err(damaged)?;
    pixels.truncate(frame.buffer_size());
    let (space, colors, has_alpha) = match frame.color_type {
        png::ColorType::Grayscale | png::ColorType::Indexed => ("DeviceGray", 1, false),
        png::ColorType::GrayscaleAlpha => ("DeviceGray", 1, true),
        png::ColorType::Rgb => ("DeviceRGB", 3, false),
        png::ColorType::Rgba => ("DeviceRGB", 3, true),
    };
    let size = (frame.width, frame.height);
    let mut mask = None;
    if has_alpha {
        let alpha: Vec<u8> = pixels
            .chunks_exact(colors + 1)
            .map(|pixel| pixel[colors])
            .collect();
        pixels = pixels
            .chunks_exact(colors + 1)
            .flat_map(|pixel| &pixel[..colors])
            .copied()
            .collect();
        if alpha.iter().any(|&alpha| alpha != u8::MAX) {
            mask = Some(packed(size, "DeviceGray", &alpha)?);
        }
    }
    let mut stream = packed(size, space, &pixels)?;
    if let Some(stream_of_mask) = mask {
        let mask = DictItem::Stream {
            stream: stream_of_mask,
        };
        stream.dict.insert("SMask".to_owned(), mask);
    }
    Ok((frame.width, frame.height, stream))
}

fn packed(size: (u32, u32), space: &str, samples: &[u8]) -> Result<ExternalStream, PictureFault> {
    let content = deflate(Matter::Repetitive, samples)
        .map_err(|error| PictureFault::Damaged(error.to_string()))?;
    Ok(stream(size, space, "FlateDecode", content))
}

/// Keeps a JPEG as it is: a PDF holds it whole.
fn jpeg(file: &[u8]) -> Result<Parts, PictureFault> {
    let cut_short = || PictureFault::Damaged("fichier incomplet".to_owned());
    let mut rest = file.get(2..).ok_or_else(cut_short)?;
    loop {
        let (marker, length) = match *rest {
            [0xFF, 0xFF, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xFF, marker, high, low, ..] => (marker, usize::from(u16::from_be_bytes([high, low]))),
            _ => return Err(cut_short()),
        };
        // A frame header: all of C0 to CF but the tables of Huffman and arithmetic codes and the extension.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            let header = rest.get(5..10).ok_or_else(cut_short)?;
            let height = u32::from(u16::from_be_bytes([header[0], header[1]]));
            let width = u32::from(u16::from_be_bytes([header[2], header[3]]));
            let space = match header[4] {
                1 => "DeviceGray",
                3 => "DeviceRGB",
                _ => return Err(PictureFault::PrinterColors),
            };
            decodes(file)?;
            let stream = stream((width, height), space, "DCTDecode", file.to_vec());
            return Ok((width, height, stream));
        }
        rest = rest.get(2 + length..).ok_or_else(cut_short)?;
    }
}

const END_OF_JPEG: &[u8] = &[0xFF, 0xD9];

/// Whether all of a JPEG can be decoded: one cut short or corrupt is half a picture, or none, for those who read the PDF.
fn decodes(file: &[u8]) -> Result<(), PictureFault> {
    // The decoder asks for no end.
    if !file
        .windows(END_OF_JPEG.len())
        .any(|two| two == END_OF_JPEG)
    {
        return Err(PictureFault::Damaged("fichier incomplet".to_owned()));
    }
    let options = DecoderOptions::default().set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    let decoded = decoder.decode();
    decoded
        .map(drop)
        .map_err(|error| PictureFault::Damaged(error.to_string()))
}

fn stream(
    (width, height): (u32, u32),
    space: &str,
    filter: &str,
    content: Vec<u8>,
) -> ExternalStream {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(width))),
        ("Height", DictItem::Int(i64::from(height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name(filter)),
    ];
    ExternalStream {
        dict: entries.map(|(key, value)| (key.to_owned(), value)).into(),
        content,
        compress: false,
    }
}
