//! The words that have been shaped, kept for all threads and all documents.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::sync::{Arc, PoisonError, RwLock};

use foldhash::fast::RandomState;

use crate::print::fonts::Face;

use super::word::Word;

/// Threads that look for different words seldom meet at one lock.
const SHARDS: usize = 16;

/// At most 1 000 words of a face in a shard, which then forgets them: 64 000 in all, far more than the vocabulary of an archive.
const MOST_WORDS: usize = 1000;

/// At most 96 bytes in a word that is kept: longer ones hardly come twice.
const LONGEST: usize = 96;

/// For each face, in the two directions.
type Shard = [HashMap<Box<str>, Word, RandomState>; 2 * Face::ALL.len()];

/// Shaped words by face and text. What it holds never changes a result, only the time it takes.
#[derive(Debug, Default)]
pub(in crate::print) struct WordCache {
    shards: [RwLock<Shard>; SHARDS],
    hasher: RandomState,
}

impl WordCache {
    /// The word, shaped now if it has not been before.
    pub(in crate::print) fn get(
        &self,
        face: Face,
        text: &str,
        leftwards: bool,
        shape: impl FnOnce() -> Word,
    ) -> Word {
        if text.len() > LONGEST {
            return shape();
        }
        let shard = &self.shards[self.hasher.hash_one(text) as usize % SHARDS];
        let kind = face as usize * 2 + usize::from(leftwards);
        let known = shard.read().unwrap_or_else(PoisonError::into_inner)[kind]
            .get(text)
            .map(Arc::clone);
        if let Some(word) = known {
            return word;
        }
        let word = shape();
        let mut words = shard.write().unwrap_or_else(PoisonError::into_inner);
        let words = &mut words[kind];
        if words.len() >= MOST_WORDS {
            words.clear();
        }
        words.insert(text.into(), Arc::clone(&word));
        word
    }
}
