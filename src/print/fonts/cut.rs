//! A face cut down to some of its glyphs, kept for the documents that use the same.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use subsetter::GlyphRemapper;

/// At most so many cuts of a face are kept, some 20 kB each, and then forgotten.
const MOST_CUTS: usize = 64;

/// A face cut down.
#[derive(Debug)]
pub struct Cut {
    program: Vec<u8>,
    packed: OnceLock<Vec<u8>>,
}

impl Cut {
    /// The font file.
    #[must_use]
    pub fn program(&self) -> &[u8] {
        &self.program
    }

    /// The font as a file holds it, packed at the first call. Whoever packs must always do it alike.
    ///
    /// # Errors
    /// Those of `pack`.
    pub fn packed(&self, pack: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<&[u8]> {
        if let Some(packed) = self.packed.get() {
            return Ok(packed);
        }
        let packed = pack()?;
        Ok(self.packed.get_or_init(|| packed))
    }
}

/// Those of a face, by glyphs. What it holds never changes a result, only the time it takes.
#[derive(Clone, Default)]
pub(super) struct Cuts(Arc<Mutex<ByGlyphs>>);

type ByGlyphs = HashMap<Box<[u16]>, Arc<Cut>>;

impl Cuts {
    /// The font of that file cut down to these glyphs, now if it has not been before.
    ///
    /// # Errors
    /// What the library says of a font that it cannot cut.
    pub(super) fn get(&self, file: &[u8], glyphs: &[u16]) -> Result<Arc<Cut>, String> {
        let known = self.lock(|cuts| cuts.get(glyphs).map(Arc::clone));
        if let Some(cut) = known {
            return Ok(cut);
        }
        let remapper = GlyphRemapper::new_from_glyphs_sorted(glyphs);
        let program = subsetter::subset(file, 0, &remapper).map_err(|fault| fault.to_string())?;
        let cut = Arc::new(Cut {
            program,
            packed: OnceLock::new(),
        });
        self.lock(|cuts| {
            if cuts.len() >= MOST_CUTS {
                cuts.clear();
            }
            cuts.insert(glyphs.into(), Arc::clone(&cut));
        });
        Ok(cut)
    }

    fn lock<T>(&self, look: impl FnOnce(&mut ByGlyphs) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for Cuts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cuts")
    }
}
