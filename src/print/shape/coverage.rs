//! Which characters can be shown in every face.

use harfrust::unicode::{Decomposed, decompose};

use super::shaper::{NO_BREAK_HYPHEN, STAND_INS, Shaper};

/// A bit for each character that all faces hold.
#[derive(Debug, Default)]
pub(in crate::print) struct Coverage {
    bits: Vec<u64>,
}

impl Coverage {
    /// What all the faces hold; nothing if one is missing.
    pub(in crate::print) fn of_all(shapers: [Option<&Shaper>; 4]) -> Self {
        let mut faces = shapers.into_iter().map(Self::of);
        let first = faces.next().unwrap_or_default();
        faces.fold(first, |all, face| Self {
            bits: all
                .bits
                .iter()
                .zip(&face.bits)
                .map(|(one, other)| one & other)
                .collect(),
        })
    }

    fn of(shaper: Option<&Shaper>) -> Self {
        let mut bits = Vec::new();
        if let Some(shaper) = shaper {
            shaper.each_character(|character| {
                let word = character as usize / 64;
                if word >= bits.len() {
                    bits.resize(word + 1, 0);
                }
                bits[word] |= 1 << (character % 64);
            });
        }
        Self { bits }
    }

    /// Whether a text that holds the character can be set.
    pub(in crate::print) fn covers(&self, character: char) -> bool {
        match character {
            // Never drawn: breaks, soft hyphen, zero-width space and joiners.
            '\n' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => self.has(' '),
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
                self.has(' ')
            }
            NO_BREAK_HYPHEN => {
                self.has(character) || STAND_INS.into_iter().any(|other| self.has(other))
            }
            _ => self.has(character) || self.has_parts(u32::from(character)),
        }
    }

    fn has(&self, character: char) -> bool {
        self.has_code(u32::from(character))
    }

    fn has_code(&self, character: u32) -> bool {
        let word = self
            .bits
            .get(character as usize / 64)
            .copied()
            .unwrap_or_default();
        word >> (character % 64) & 1 == 1
    }

    /// A letter that the font lacks is drawn as its base and its marks.
    fn has_parts(&self, character: u32) -> bool {
        let has = |part: u32| self.has_code(part) || self.has_parts(part);
        match decompose(character) {
            Some(Decomposed::Singleton(part)) => has(part),
            Some(Decomposed::Pair(base, mark)) => has(base) && has(mark),
            None => false,
        }
    }
}
