//! Why a PDF cannot be written.

use std::fmt;

use super::misshapen::Misshapen;
use crate::print::fonts::Face;

/// Why a PDF cannot be written. None of it comes from a sound layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfFault {
    /// The text has characters for which the font has no glyph.
    MissingGlyph {
        /// The characters.
        text: String,
        /// The face that lacks them.
        face: Face,
    },
    /// A font file cannot be cut down to the glyphs that are used.
    Font {
        /// The face.
        face: Face,
        /// What the library says.
        reason: String,
    },
    /// A picture that nobody brought.
    UnknownPicture(String),
    /// A link to an anchor that is nowhere in the document.
    UnknownAnchor(String),
    /// A part is not as it was made to be: a fault of the program.
    Misshapen(Misshapen),
    /// The file could not be put together: a fault of the program.
    Assembly(String),
}

/// What the user is asked to do about a fault that only a new version can mend.
const SEND: &str = "envoyez ce fichier à ceux qui tiennent le programme, pour qu’ils le corrigent";

impl fmt::Display for PdfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph { text, face } => {
                write!(
                    f,
                    "la police ({}) n’a pas de signe pour « {text} »",
                    name(*face)
                )
            }
            Self::Font { face, reason } => {
                write!(
                    f,
                    "la police ({}) ne peut pas être intégrée au PDF [{reason}]",
                    name(*face)
                )
            }
            Self::UnknownPicture(source) => write!(f, "l’image « {source} » est introuvable"),
            Self::UnknownAnchor(anchor) => {
                write!(
                    f,
                    "un lien mène à « #{anchor} », qui n’est nulle part dans le document"
                )
            }
            Self::Misshapen(part) => {
                write!(f, "ses parties ne vont pas ensemble [{part}] ; {SEND}")
            }
            Self::Assembly(reason) => {
                write!(f, "il n’a pas pu être assemblé [{reason}] ; {SEND}")
            }
        }
    }
}

impl std::error::Error for PdfFault {}

impl From<Misshapen> for PdfFault {
    fn from(part: Misshapen) -> Self {
        Self::Misshapen(part)
    }
}

impl From<std::io::Error> for PdfFault {
    fn from(error: std::io::Error) -> Self {
        Self::Assembly(error.to_string())
    }
}

/// Why a picture cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// It is neither a PNG nor a JPEG.
    UnknownFormat,
    /// It is damaged.
    Damaged(String),
    /// It is a JPEG for print shops (CMYK), whose colours a screen cannot tell.
    PrinterColors,
}

impl fmt::Display for PictureFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFormat => write!(f, "cette image n’est ni un PNG ni un JPEG"),
            Self::Damaged(reason) => write!(f, "cette image est abîmée [{reason}]"),
            Self::PrinterColors => {
                write!(f, "cette image JPEG est en CMJN ; enregistrez-la en RVB")
            }
        }
    }
}

impl std::error::Error for PictureFault {}

fn name(face: Face) -> &'static str {
    match face {
        Face::Regular => "romain",
        Face::Bold => "gras",
        Face::Italic => "italique",
        Face::BoldItalic => "gras italique",
    }
}
