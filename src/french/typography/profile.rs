//! The spacing profiles: what stands for the thin space and for the no-break space.

use std::borrow::Cow;

use super::draft::{Draft, Edits};

/// Which spaces an output can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Thin and no-break spaces, for HTML and PDF.
    #[default]
    Fine,
    /// No-break spaces alone (*insécable*), for Markdown, mail and terminals: many of their fonts lack U+202F.
    NoBreak,
    /// Ordinary spaces, for subjects, file names, `<title>` and the search index.
    Simple,
}

impl Profile {
    /// A text that the program wrote, in the profile: a date, a formula, a title.
    pub fn spaced(self, text: &str) -> Cow<'_, str> {
        let mut draft = Draft::new(Cow::Borrowed(text), Vec::new());
        draft.apply(|text, edits| self.replace_spaces(text, edits));
        draft.finish().0
    }

    /// Puts the profile's spaces in the place of the thin and no-break ones.
    pub(super) fn replace_spaces(self, text: &str, edits: &mut Edits) {
        let space = match self {
            Self::Fine => return,
            Self::NoBreak => "\u{a0}",
            Self::Simple => " ",
        };
        for (at, typed) in text.match_indices(['\u{a0}', '\u{202f}']) {
            edits.replace(at..at + typed.len(), space);
        }
    }
}
