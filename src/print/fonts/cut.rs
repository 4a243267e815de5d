//! A face cut down to some of its glyphs, kept for the documents that use the same.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use subsetter::GlyphRemapper;

/// At most 128 cuts of a face are kept, some 20 kB each, and then forgotten.
const MOST_CUTS: usize = 128;

/// A face cut down.
#[derive(Debug)]
pub struct Cut {
    program: Vec<u8>,
    tag: OnceLock<String>,
    packed: [OnceLock<Packed>; 2],
}

/// What is said of a cut, as a file holds it.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// Its outlines.
    Program,
    /// What its glyphs stand for.
    Texts,
}

#[derive(Debug)]
struct Packed {
    bytes: Vec<u8>,
    packed: Vec<u8>,
}

impl Cut {
    /// The font file.
    #[must_use]
    pub fn program(&self) -> &[u8] {
        &self.program
    }

    /// What tells it from other cuts of its face, as made of its program at the first call. Whoever makes it must always do it alike.
    pub fn tag(&self, make: impl FnOnce(&[u8]) -> String) -> &str {
        self.tag.get_or_init(|| make(&self.program))
    }

    /// These bytes packed: now, but where the first document with this cut said the same. Whoever packs must always do it alike.
    ///
    /// # Errors
    /// Those of `pack`.
    pub fn packed(
        &self,
        said: Said,
        bytes: &[u8],
        pack: impl FnOnce(&[u8]) -> io::Result<Vec<u8>>,
    ) -> io::Result<Vec<u8>> {
        let first = &self.packed[said as usize];
        if let Some(first) = first.get().filter(|first| first.bytes == bytes) {
            return Ok(first.packed.clone());
        }
        let packed = pack(bytes)?;
        // Whichever thread comes first.
        let _ = first.set(Packed {
            bytes: bytes.to_vec(),
            packed: packed.clone(),
        });
        Ok(packed)
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
            tag: OnceLock::new(),
            packed: Default::default(),
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
