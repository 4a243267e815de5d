//! Why a font file cannot be used.

use std::error::Error;
use std::fmt;

use read_fonts::model::Font;
use read_fonts::{FontRef, TableProvider};

use super::Face;

/// A file that cannot serve as a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FontFault {
    /// The face it was given for.
    pub face: Face,
    /// What is wrong with it.
    pub kind: FontFaultKind,
}

/// What may be wrong with a font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontFaultKind {
    /// It is something else, or its tables cannot be read.
    Unreadable,
    /// A file made for web pages (WOFF, WOFF2).
    Web,
    /// Several fonts in one file (`.ttc`, `.otc`).
    Collection,
    /// A format older than OpenType (Type 1, bare CFF).
    Old,
    /// A variable font: one file for all weights.
    Variable,
    /// Pictures of letters, without outlines.
    Bitmap,
    /// It does not say which glyph shows which character, or lacks the space.
    Unmapped,
    /// Its licence forbids that a document carries it (`fsType` of the OS/2 table).
    Restricted,
    /// Its licence forbids that a document carries a part of it.
    NoSubsetting,
}

impl FontFault {
    /// What the user may do, in one French sentence.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.kind {
            FontFaultKind::Unreadable => {
                "donnez un fichier .otf ou .ttf qui s’ouvre dans les autres programmes"
            }
            FontFaultKind::Web => {
                "donnez le fichier .otf ou .ttf de la même police, et non celui des pages Web"
            }
            FontFaultKind::Collection => {
                "donnez un fichier .otf ou .ttf qui ne contient qu’une police"
            }
            FontFaultKind::Old => {
                "donnez la version OpenType (.otf) ou TrueType (.ttf) de cette police"
            }
            FontFaultKind::Variable => {
                "donnez les fichiers de cette police à graisse fixe, souvent dans un dossier « static »"
            }
            FontFaultKind::Bitmap | FontFaultKind::Unmapped => {
                "choisissez une autre police de texte"
            }
            FontFaultKind::Restricted | FontFaultKind::NoSubsetting => {
                "choisissez une police libre, ou demandez une licence à son auteur"
            }
        }
    }
}

impl fmt::Display for FontFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let face = match self.face {
            Face::Regular => "la police du texte",
            Face::Bold => "la police grasse",
            Face::Italic => "la police italique",
            Face::BoldItalic => "la police grasse italique",
        };
        let reason = match self.kind {
            FontFaultKind::Unreadable => {
                "le fichier n’est pas une police OpenType ou TrueType, ou il est abîmé"
            }
            FontFaultKind::Web => "le fichier est une police pour le Web (WOFF)",
            FontFaultKind::Collection => "le fichier contient plusieurs polices (une collection)",
            FontFaultKind::Old => {
                "le fichier est une police d’un format ancien (Type 1 ou CFF seul)"
            }
            FontFaultKind::Variable => "le fichier est une police variable",
            FontFaultKind::Bitmap => {
                "le fichier ne contient que des images de lettres, sans contours"
            }
            FontFaultKind::Unmapped => {
                "le fichier ne dit pas quels caractères il montre, ou n’a pas d’espace"
            }
            FontFaultKind::Restricted => {
                "la licence de la police interdit de la joindre à un document"
            }
            FontFaultKind::NoSubsetting => {
                "la licence de la police interdit d’en joindre une partie à un document"
            }
        };
        write!(f, "{face} ne peut pas servir\u{a0}: {reason}")
    }
}

impl Error for FontFault {}

impl FontFaultKind {
    /// What the first bytes give away.
    pub(super) fn of_start(file: &[u8]) -> Result<(), Self> {
        match file.get(..4) {
            Some(b"wOFF" | b"wOF2") => Err(Self::Web),
            Some(b"ttcf") => Err(Self::Collection),
            Some(b"%!PS" | b"%!Fo" | [0x80, 0x01, ..]) => Err(Self::Old),
            Some([1, 0, 4, 1..=4]) => Err(Self::Old),
            _ if is_whole(file) => Ok(()),
            _ => Err(Self::Unreadable),
        }
    }

    /// What the tables say.
    pub(super) fn of_tables(font: &Font) -> Result<(), Self> {
        let tables = font.tables();
        let has_outlines = tables.cff().is_ok() || tables.glyf().is_ok();
        let charmap = font.charmap();
        if !font.axes().is_empty() || tables.cff2().is_ok() {
            Err(Self::Variable)
        } else if tables.head().is_err() || tables.hhea().is_err() || tables.maxp().is_err() {
            Err(Self::Unreadable)
        } else if !has_outlines {
            let has_pictures =
                tables.cbdt().is_ok() || tables.ebdt().is_ok() || tables.sbix().is_ok();
            Err(if has_pictures {
                Self::Bitmap
            } else {
                Self::Unreadable
            })
        } else if !charmap.has_unicode() || charmap.map_unicode(' ').is_none() {
            Err(Self::Unmapped)
        } else {
            tables
                .os2()
                .map_or(Ok(()), |os2| Self::of_licence(os2.fs_type()))
        }
    }

    /// The `fsType` of OS/2. Of several levels of embedding the freest holds; 0 is free.
    fn of_licence(fs_type: u16) -> Result<(), Self> {
        const LEVELS: u16 = 0x000e;
        const RESTRICTED: u16 = 0x0002;
        const NO_SUBSETTING: u16 = 0x0100;
        const BITMAP_ONLY: u16 = 0x0200;
        if fs_type & LEVELS == RESTRICTED || fs_type & BITMAP_ONLY != 0 {
            Err(Self::Restricted)
        } else if fs_type & NO_SUBSETTING != 0 {
            Err(Self::NoSubsetting)
        } else {
            Ok(())
        }
    }
}

/// Whether every table that the file announces is in it: a copy may have been cut short.
fn is_whole(file: &[u8]) -> bool {
    FontRef::new(file).is_ok_and(|font| {
        let directory = font.table_directory();
        let mut ends = directory
            .table_records()
            .iter()
            .map(|table| u64::from(table.offset()) + u64::from(table.length()));
        ends.all(|end| end <= file.len() as u64)
    })
}
