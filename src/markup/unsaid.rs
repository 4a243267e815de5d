//! What a text field cannot say: it is printed as typed, and the record's checker names it.

use std::ops::Range;

/// Something outside the subset, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaid {
    /// What it is.
    pub kind: UnsaidKind,
    /// How it begins, on its first line.
    pub text: String,
}

/// What is printed with its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnsaidKind {
    /// `![…](…)`
    Image,
    /// `[^1]`
    Footnote,
    /// `> …`
    Quotation,
    /// A block of code between fences.
    Code,
    /// A tag or a comment of HTML.
    Html,
}

/// Whether what looks like a tag there is none: its angles are the inner ones of `<<…>>`, which are typed for guillemets.
pub(crate) fn is_between_angles(text: &str, tag: &Range<usize>) -> bool {
    let before = text.get(..tag.start).unwrap_or_default();
    let after = text.get(tag.end..).unwrap_or_default();
    let opening = before.strip_suffix('<');
    let closing = after.strip_prefix('>');
    opening.is_some_and(|rest| !rest.ends_with('<'))
        && closing.is_some_and(|rest| !rest.starts_with('>'))
}

/// At most 20 letters in the label of a footnote.
const LONGEST_LABEL: usize = 20;

/// The footnotes of a text: the Markdown parser does not know them.
pub(super) fn footnotes(text: &str) -> impl Iterator<Item = Unsaid> + '_ {
    text.match_indices("[^").filter_map(|(start, opening)| {
        let rest = text.get(start + opening.len()..)?;
        let label = &rest[..rest.find(']')?];
        let is_label = !label.is_empty()
            && label.chars().count() <= LONGEST_LABEL
            && !label.contains(|one: char| one.is_whitespace() || one == '[' || one == '^');
        is_label.then(|| Unsaid {
            kind: UnsaidKind::Footnote,
            text: format!("[^{label}]"),
        })
    })
}
