//! The text at work: rules list their changes, a draft makes them and keeps account of where the runs are cut.

use std::borrow::Cow;
use std::ops::Range;

/// On which side of a cut a new text stands, when the markup cuts the block just there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Where the old text stood.
    Here,
    /// With what precedes: the space after `«`.
    WithPrevious,
    /// With what follows: the space before `:`.
    WithNext,
}

/// A piece of the text and what takes its place.
#[derive(Clone, Debug)]
struct Edit {
    range: Range<usize>,
    text: &'static str,
    place: Side,
}

/// The changes that one rule asks for, from left to right, none upon another.
#[derive(Default, Debug)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Puts a text in the place of another, in the same run.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &'static str) {
        self.push(range, text, Side::Here);
    }

    /// Puts a text that belongs to what precedes it.
    pub(super) fn bind_to_previous(&mut self, range: Range<usize>, text: &'static str) {
        self.push(range, text, Side::WithPrevious);
    }

    /// Puts a text that belongs to what follows it.
    pub(super) fn bind_to_next(&mut self, range: Range<usize>, text: &'static str) {
        self.push(range, text, Side::WithNext);
    }

    /// Adds the changes that another list holds, which come after all of these.
    pub(super) fn append(&mut self, mut later: Self) {
        self.0.append(&mut later.0);
    }

    /// Orders the changes, for a rule that found them out of order.
    pub(super) fn sort(&mut self) {
        self.0.sort_by_key(|edit| edit.range.start);
    }

    fn push(&mut self, range: Range<usize>, text: &'static str, place: Side) {
        self.0.push(Edit { range, text, place });
    }
}

/// A block under correction.
pub(super) struct Draft<'a> {
    text: Cow<'a, str>,
    /// Where the runs are cut, in order.
    cuts: Vec<usize>,
    edits: Edits,
}

impl<'a> Draft<'a> {
    pub(super) fn new(text: Cow<'a, str>, cuts: Vec<usize>) -> Self {
        let edits = Edits::default();
        Self { text, cuts, edits }
    }

    /// Applies one rule to the whole text.
    pub(super) fn apply(&mut self, rule: impl FnOnce(&str, &mut Edits)) {
        rule(&self.text, &mut self.edits);
        let text = &self.text;
        let edits = &mut self.edits.0;
        edits.retain(|edit| text[edit.range.clone()] != *edit.text);
        if edits.is_empty() {
            return;
        }
        move_cuts(&mut self.cuts, edits);
        let mut edited = String::with_capacity(text.len() + 4 * edits.len());
        let mut done = 0;
        for edit in edits.drain(..) {
            edited.push_str(&text[done..edit.range.start]);
            edited.push_str(edit.text);
            done = edit.range.end;
        }
        edited.push_str(&text[done..]);
        self.text = Cow::Owned(edited);
    }

    /// The text and its cuts, when all is done.
    pub(super) fn finish(self) -> (Cow<'a, str>, Vec<usize>) {
        (self.text, self.cuts)
    }
}

/// Moves the cuts to where they stand once the changes are made.
fn move_cuts(cuts: &mut [usize], edits: &[Edit]) {
    // What the changes that lie wholly before the cut add and remove.
    let (mut added, mut removed) = (0, 0);
    let mut next = 0;
    for cut in cuts {
        while let Some(edit) = edits.get(next).filter(|edit| edit.range.end < *cut) {
            added += edit.text.len();
            removed += edit.range.len();
            next += 1;
        }
        *cut = moved(*cut, &edits[next..], *cut + added - removed);
    }
}

/// Where a cut comes to stand: `at`, but for the `edits` that touch it.
fn moved(cut: usize, edits: &[Edit], at: usize) -> usize {
    let mut at = at;
    let touching = edits.iter().take_while(|edit| edit.range.start <= cut);
    for edit in touching {
        let to_start = cut - edit.range.start;
        let stays_before = match edit.place {
            Side::Here => to_start == 0,
            Side::WithPrevious => false,
            Side::WithNext => true,
        };
        // Both ways the part of the old text that stood before the cut is gone.
        at -= to_start.min(edit.range.len());
        if stays_before {
            return at;
        }
        at += edit.text.len();
    }
    at
}
