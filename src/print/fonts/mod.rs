//! The faces: embedded in the program, or the user's own.
//!
//! Entry points: [`Fonts::embedded`], [`Fonts::with`]. Each file is read once, and [`Fonts`] may be shared by all threads and
//! all documents. The faces of Inter and their licence stand in `fonts/`. These files alone name read-fonts.

mod cut;
mod data;
mod fault;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use read_fonts::model::Blob;

pub use cut::{Cut, Said};
pub use data::{Alphabet, FaceData};
pub use fault::{FontFault, FontFaultKind};

use super::shape::{Coverage, Shaper, Word, WordCache};

/// The faces of a family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    #[default]
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Face {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face for that weight and slope.
    #[must_use]
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The embedded file.
    fn embedded(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../fonts/Inter-Regular.otf"),
            Self::Bold => include_bytes!("../../../fonts/Inter-Bold.otf"),
            Self::Italic => include_bytes!("../../../fonts/Inter-Italic.otf"),
            Self::BoldItalic => include_bytes!("../../../fonts/Inter-BoldItalic.otf"),
        }
    }
}

/// The four faces that documents are set in, and the words that have been shaped with them.
#[derive(Debug)]
pub struct Fonts {
    /// In the order of [`Face::ALL`].
    faces: [FaceData; 4],
    shapers: [Option<Shaper>; 4],
    coverage: Coverage,
    words: WordCache,
    /// The space and the hyphen of each face, which every text asks for.
    signs: [OnceLock<[Word; 2]>; 4],
}

impl Fonts {
    /// The faces of Inter.
    #[must_use]
    pub fn embedded() -> Self {
        // Should an embedded file be unreadable, its face shows nothing, and `covers` says so of every character.
        Self::of(Face::ALL.map(|face| embedded(face).unwrap_or_default()))
    }

    /// The user's own OpenType or TrueType files, and Inter for the faces that are not given.
    ///
    /// # Errors
    /// The first file that cannot be used, with its face.
    pub fn with(files: &BTreeMap<Face, Vec<u8>>) -> Result<Self, FontFault> {
        let mut faces = Face::ALL.map(|_| FaceData::default());
        for (face, data) in Face::ALL.into_iter().zip(&mut faces) {
            *data = match files.get(&face) {
                Some(file) => FaceData::read(Blob::from(file.clone())),
                None => embedded(face),
            }
            .map_err(|kind| FontFault { face, kind })?;
        }
        Ok(Self::of(faces))
    }

    fn of(faces: [FaceData; 4]) -> Self {
        let shapers = faces.each_ref().map(|data| data.font().map(Shaper::new));
        let coverage = Coverage::of_all(shapers.each_ref().map(Option::as_ref));
        Self {
            faces,
            shapers,
            coverage,
            words: WordCache::default(),
            signs: Default::default(),
        }
    }

    /// A face.
    #[must_use]
    pub fn face(&self, face: Face) -> &FaceData {
        &self.faces[face as usize]
    }

    /// Whether all four faces can show a character. Spaces, line feeds and what is never drawn (U+00AD, U+200B, …) count as
    /// shown; a space or a no-break hyphen that a font lacks is drawn by other means. A letter of Arabic or N’Ko counts only if
    /// the faces join it with others, and none does of a script that cannot be set (Thai, Khmer).
    #[must_use]
    pub fn covers(&self, character: char) -> bool {
        self.coverage.covers(character)
    }

    /// The ordinary space and the hyphen as a face draws them.
    pub(super) fn space_and_hyphen(&self, face: Face) -> &[Word; 2] {
        self.signs[face as usize]
            .get_or_init(|| [" ", "-"].map(|sign| self.shape(face, sign, false)))
    }

    /// A word of one script as a face draws it, in font units; without spaces, or a space alone. `leftwards` if it runs from
    /// right to left.
    pub(super) fn shape(&self, face: Face, word: &str, leftwards: bool) -> Word {
        let shaper = self.shapers[face as usize].as_ref();
        self.words.get(face, word, leftwards, || match shaper {
            Some(shaper) => shaper.word(word, leftwards),
            None => Word::default(),
        })
    }
}

fn embedded(face: Face) -> Result<FaceData, FontFaultKind> {
    FaceData::read(Blob::from(face.embedded()))
}
