//! What a text field cannot say: it is printed as typed, and the record's checker names it.

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
