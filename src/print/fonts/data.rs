//! What a font file says of its face.

use std::fmt;
use std::sync::Arc;

use read_fonts::TableProvider;
use read_fonts::model::{Blob, Font, Source};
use read_fonts::types::{GlyphId, NameId};

use super::cut::{Cut, Cuts};
use super::fault::FontFaultKind;

/// A face: its file and the numbers that a PDF says of it. Lengths are in font units.
#[derive(Clone, Default)]
pub struct FaceData {
    /// Its PostScript name: *Inter-Regular*.
    pub name: String,
    /// Whether its outlines are CFF (OpenType) and not those of TrueType.
    pub is_cff: bool,
    /// Units to the em.
    pub units_per_em: u16,
    /// From the baseline to the top of a line.
    pub ascent: i16,
    /// From the baseline to the foot of a line: negative.
    pub descent: i16,
    /// Height of capitals.
    pub cap_height: i16,
    /// Height of an x.
    pub x_height: i16,
    /// The box that holds every glyph: left, bottom, right, top.
    pub bounding_box: [i16; 4],
    /// In degrees, counter-clockwise from the vertical: negative for letters that lean to the right.
    pub italic_angle: f64,
    /// From 1 to 1000; 400 is regular, 700 bold.
    pub weight: u16,
    /// Whether all advances are equal.
    pub is_fixed_pitch: bool,
    advances: Vec<u16>,
    alphabets: Vec<Alphabet>,
    font: Option<Font>,
    cuts: Cuts,
}

/// What a text of some length uses nearly all of, each with the share of it, one in so many, that tells of such a text: digits and signs
/// are small, and many texts have some of them.
const ALPHABETS: [(&str, usize); 4] = [
    ("abcdefghijklmnopqrstuvwxyzàçèéêîïôùû", 2),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZÀÉ", 2),
    ("0123456789", 5),
    ("\u{a0}\u{202f} .,;:%()-/«»°’", 5),
];

/// Glyphs of which a text that has some mostly has all.
#[derive(Clone, Debug)]
pub struct Alphabet {
    /// Each with its character.
    pub glyphs: Vec<(u16, String)>,
    /// How many of them a text has at least, for that to be said of it.
    pub least: usize,
}

impl FaceData {
    /// Reads a file.
    pub(super) fn read(file: Blob) -> Result<Self, FontFaultKind> {
        FontFaultKind::of_start(&file)?;
        let font = Font::new(file, 0).ok_or(FontFaultKind::Unreadable)?;
        FontFaultKind::of_tables(&font)?;
        let metrics = font.metrics();
        let line = metrics.h_line();
        let style = font.style_metrics();
        let whole = |length: read_fonts::types::F48Dot16| rounded(length.to_f64());
        let glyphs = font.glyph_metrics();
        let advances = (0..metrics.num_glyphs.min(u32::from(u16::MAX))).map(|glyph| {
            glyphs
                .h_advance(GlyphId::new(glyph))
                .clamp(0.0, f32::from(u16::MAX)) as u16
        });
        let ascent = line.map_or(0, |line| whole(line.ascender));
        Ok(Self {
            name: postscript_name(&font),
            is_cff: font.tables().cff().is_ok(),
            units_per_em: metrics.units_per_em,
            ascent,
            descent: line.map_or(0, |line| whole(line.descender)),
            cap_height: metrics.cap_height.map_or(ascent, whole),
            x_height: metrics.x_height.map_or(ascent / 2, whole),
            bounding_box: [
                whole(metrics.bounds.x_min),
                whole(metrics.bounds.y_min),
                whole(metrics.bounds.x_max),
                whole(metrics.bounds.y_max),
            ],
            italic_angle: style.italic_angle.map_or(0.0, |angle| angle.to_f64()),
            weight: font.default_attributes().weight.value() as u16,
            is_fixed_pitch: style.is_fixed_pitch.unwrap_or_default(),
            advances: advances.collect(),
            alphabets: ALPHABETS
                .map(|alphabet| Alphabet::of(&font, alphabet))
                .into(),
            font: Some(font),
            cuts: Cuts::default(),
        })
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self.font.as_ref().map(Font::source) {
            Some(Source::Blob(file)) => file,
            _ => &[],
        }
    }

    /// How far a glyph moves the pen, without kerning; 0 for one that the font does not have.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> u16 {
        self.advances
            .get(usize::from(glyph))
            .copied()
            .unwrap_or_default()
    }

    /// Small letters, capitals, digits, signs.
    #[must_use]
    pub fn alphabets(&self) -> &[Alphabet] {
        &self.alphabets
    }

    /// The face cut down to these glyphs, which are sorted: they have the numbers from 1.
    ///
    /// # Errors
    /// What the library says of a font that it cannot cut.
    pub fn cut(&self, glyphs: &[u16]) -> Result<Arc<Cut>, String> {
        self.cuts.get(self.bytes(), glyphs)
    }

    pub(super) fn font(&self) -> Option<&Font> {
        self.font.as_ref()
    }
}

impl fmt::Debug for FaceData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaceData")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Alphabet {
    fn of(font: &Font, (characters, share): (&str, usize)) -> Self {
        let glyphs = glyphs_of(font, characters);
        Self {
            least: glyphs.len().div_ceil(share),
            glyphs,
        }
    }
}

/// The glyphs of these characters, each once.
fn glyphs_of(font: &Font, characters: &str) -> Vec<(u16, String)> {
    let map = font.charmap();
    let glyph = |character: char| {
        let glyph = u16::try_from(map.map_unicode(character)?.to_u32()).ok()?;
        (glyph > 0).then(|| (glyph, character.to_string()))
    };
    let mut glyphs: Vec<(u16, String)> = characters.chars().filter_map(glyph).collect();
    glyphs.sort_unstable();
    glyphs.dedup_by_key(|(glyph, _)| *glyph);
    glyphs
}

fn rounded(length: f64) -> i16 {
    length.round() as i16
}

/// The name as PDF wants it: printable ASCII, no delimiters (ISO 32000-1, 9.6.2.1).
fn postscript_name(font: &Font) -> String {
    let names = font.names();
    let name = names
        .get(NameId::POSTSCRIPT_NAME)
        .or_else(|| names.get(NameId::FULL_NAME));
    let name = name.and_then(|name| name.english_or_first());
    let allowed = |letter: &char| letter.is_ascii_graphic() && !"[](){}<>/%".contains(*letter);
    let name: String = name
        .into_iter()
        .flat_map(|name| name.name().chars())
        .filter(allowed)
        .collect();
    if name.is_empty() {
        "Police".to_owned()
    } else {
        name
    }
}
