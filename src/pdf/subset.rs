//! Each face cut down to the glyphs that the pages use, and the numbers that those glyphs have then.

use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::clusters;
use super::fault::PdfFault;
use crate::print::fonts::{Cut, Face, FaceData, Fonts};
use crate::print::page::{Item, Page};

/// The faces in use, in the order of [`Face::ALL`].
#[derive(Debug)]
pub(super) struct Subsets<'a> {
    faces: [Option<Subset<'a>>; 4],
}

/// A face cut down.
#[derive(Debug)]
pub(super) struct Subset<'a> {
    /// Which face it is.
    pub(super) which: Face,
    /// The whole face.
    pub(super) face: &'a FaceData,
    /// The name by which the pages call it: *F1* to *F4*.
    pub(super) id: String,
    /// Its name with the tag of a subset: *ABCDEF+Inter-Regular* (ISO 32000-1, 9.6.4).
    pub(super) name: String,
    /// The font file.
    pub(super) cut: Arc<Cut>,
    /// Its glyphs in the order of their numbers, from 1; number 0 is the box of a missing glyph.
    pub(super) glyphs: Vec<Code<'a>>,
    /// By number in the whole face, the number in the subset; 0 where it is not used.
    numbers: Vec<u16>,
}

/// A glyph of a subset.
#[derive(Debug)]
pub(super) struct Code<'a> {
    /// Its number in the subset.
    pub(super) number: u16,
    /// The text that it stands for wherever nothing else is said.
    pub(super) text: &'a str,
    /// Its width in hundredths of a thousandth of an em: finer than the rounding of any reader.
    pub(super) width: u32,
}

impl<'a> Subsets<'a> {
    /// A face, if the pages use it.
    pub(super) fn get(&self, face: Face) -> Option<&Subset<'a>> {
        self.faces[face as usize].as_ref()
    }

    /// The faces in use.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Subset<'a>> {
        self.faces.iter().flatten()
    }
}

impl<'a> Subset<'a> {
    /// What a glyph of the whole face is in the subset.
    pub(super) fn code(&self, glyph: u16) -> Option<&Code<'a>> {
        let number = *self.numbers.get(usize::from(glyph))?;
        self.glyphs.get(usize::from(number).checked_sub(1)?)
    }
}

/// Cuts the faces down to what the pages use.
///
/// # Errors
/// [`PdfFault::MissingGlyph`], [`PdfFault::Font`].
pub(super) fn of_pages<'a>(pages: &'a [Page], fonts: &'a Fonts) -> Result<Subsets<'a>, PdfFault> {
    let mut uses = [const { Uses::new() }; 4];
    for item in pages.iter().flat_map(|page| &page.items) {
        let Item::Text(run) = item else { continue };
        let uses = &mut uses[run.face as usize];
        for cluster in clusters::of_run(run) {
            for (glyph, text) in cluster.parts() {
                if glyph.id == 0 {
                    let text = cluster.text.to_owned();
                    return Err(PdfFault::MissingGlyph {
                        text,
                        face: run.face,
                    });
                }
                uses.add(glyph.id, text);
            }
        }
    }
    // A record that is made alone has all cores for itself.
    let cut = Face::ALL.into_par_iter().zip(uses).map(|(face, uses)| {
        let is_used = !uses.texts.is_empty();
        is_used
            .then(|| cut(face, fonts.face(face), uses))
            .transpose()
    });
    let cut: Vec<Result<_, PdfFault>> = cut.collect();
    let mut faces = [const { None }; 4];
    for (face, cut) in faces.iter_mut().zip(cut) {
        *face = cut?;
    }
    Ok(Subsets { faces })
}

/// The glyphs of a face in use, and how often each stands for which text.
struct Uses<'a> {
    /// By number of the glyph, one more than its place in `texts`; 0 where it is not used.
    places: Vec<u16>,
    /// The glyphs with their texts, mostly one.
    texts: Vec<(u16, Vec<(&'a str, usize)>)>,
}

impl<'a> Uses<'a> {
    const fn new() -> Self {
        Self {
            places: Vec::new(),
            texts: Vec::new(),
        }
    }

    fn add(&mut self, glyph: u16, text: &'a str) {
        let index = usize::from(glyph);
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        if self.places[index] == 0 {
            self.texts.push((glyph, Vec::new()));
            // There are no more glyphs than u16 can number, and number 0 is never added.
            self.places[index] = self.texts.len() as u16;
        }
        let texts = &mut self.texts[usize::from(self.places[index]) - 1].1;
        match texts
            .iter_mut()
            .find(|(known, _)| clusters::is_same(known, text))
        {
            Some((_, count)) => *count += 1,
            None => texts.push((text, 1)),
        }
    }

    /// Adds the whole of each alphabet of which it has enough: so a face of one document is mostly cut as that of another, for some ten
    /// glyphs more.
    fn round_up(&mut self, data: &'a FaceData) {
        for alphabet in data.alphabets() {
            let is_used = |glyph: u16| {
                let place = self.places.get(usize::from(glyph));
                place.is_some_and(|place| *place > 0)
            };
            let glyphs = alphabet.glyphs.iter();
            if glyphs.filter(|(glyph, _)| is_used(*glyph)).count() < alphabet.least {
                continue;
            }
            for (glyph, text) in &alphabet.glyphs {
                self.add(*glyph, text);
            }
        }
    }
}

fn cut<'a>(face: Face, data: &'a FaceData, mut uses: Uses<'a>) -> Result<Subset<'a>, PdfFault> {
    uses.round_up(data);
    uses.texts.sort_unstable_by_key(|(glyph, _)| *glyph);
    let mut numbers = uses.places;
    let mut glyphs = Vec::with_capacity(uses.texts.len());
    for (number, (glyph, texts)) in (1..).zip(&uses.texts) {
        numbers[usize::from(*glyph)] = number;
        let em = u32::from(data.units_per_em.max(1));
        glyphs.push(Code {
            number,
            text: most_frequent(texts),
            width: (u32::from(data.advance(*glyph)) * 100_000 + em / 2) / em,
        });
    }
    let used: Vec<u16> = uses.texts.iter().map(|(glyph, _)| *glyph).collect();
    let cut = data.cut(&used);
    let cut = cut.map_err(|reason| PdfFault::Font { face, reason })?;
    Ok(Subset {
        which: face,
        face: data,
        id: format!("F{}", face as usize + 1),
        name: format!("{}+{}", cut.tag(tag), data.name),
        cut,
        glyphs,
        numbers,
    })
}

/// The text that a glyph stands for most often; among equals the first in the order of characters.
fn most_frequent<'a>(texts: &[(&'a str, usize)]) -> &'a str {
    let first = texts
        .iter()
        .min_by_key(|(text, count)| (usize::MAX - count, *text));
    first.map_or("", |(text, _)| text)
}

/// Six capitals that tell subsets of one font apart, from the content of the file.
fn tag(program: &[u8]) -> String {
    let hash = Sha256::digest(program);
    hash.iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
