//! Who is to do something, as a record says it or as it is held among the texts of a meeting.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use crate::french::folding::name_key;
use crate::texts::Texts;

/// Who is to do something.
#[derive(Clone, Copy, Debug)]
pub struct Owners<'a>(Named<'a>);

#[derive(Clone, Copy, Debug)]
enum Named<'a> {
    Typed(&'a [String]),
    Held {
        texts: &'a Texts,
        first: u32,
        count: u32,
    },
}

impl<'a> Owners<'a> {
    pub(super) fn typed(owners: &'a [String]) -> Self {
        Self(Named::Typed(owners))
    }

    /// So many of these texts, from one of them on.
    pub(super) fn held(texts: &'a Texts, first: u32, count: u32) -> Self {
        // The count may have been read from a file.
        let most = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        Self(Named::Held {
            texts,
            first,
            count: count.min(most),
        })
    }

    /// How many they are.
    #[must_use]
    pub fn len(self) -> usize {
        match self.0 {
            Named::Typed(owners) => owners.len(),
            Named::Held { count, .. } => count as usize,
        }
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Each of them, as typed.
    pub fn iter(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |number| match self.0 {
            Named::Typed(owners) => owners[number].as_str(),
            Named::Held { texts, first, .. } => texts.get(first as usize + number),
        })
    }

    /// Whether these are the others, in whatever order, near spellings of a name being one.
    #[must_use]
    pub fn are_as(self, others: Self) -> bool {
        let keys = |owners: Self| owners.iter().map(name_key).collect::<BTreeSet<String>>();
        keys(self) == keys(others)
    }

    /// The same, to be kept.
    #[must_use]
    pub fn to_vec(self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }
}

impl PartialEq for Owners<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Owners<'_> {}

impl Hash for Owners<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        self.iter().for_each(|owner| owner.hash(state));
    }
}
