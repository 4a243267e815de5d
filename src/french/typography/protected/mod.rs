//! What the pass leaves byte for byte: addresses, file names, symbols of documents, dates for machines, inline code.
//!
//! Entry points: [`spans`] finds them, [`Protection`] hides each behind one character, worth a letter, while the rules
//! work. No rule moves or removes a letter, so the spans are put back by counting.

mod addresses;
mod code;
mod names;

use std::borrow::Cow;
use std::ops::Range;

use super::look::Look;
use super::signs::SPAN;
use addresses::Token;
use names::Seen;
pub(crate) use names::is_known as is_file_extension;

/// A text whose protected spans are hidden.
pub(super) struct Protection<'a> {
    /// The text as typed.
    text: &'a str,
    /// What it holds.
    look: Look,
    /// The spans, in order, apart from each other.
    spans: Vec<Range<usize>>,
}

impl<'a> Protection<'a> {
    /// Hides the spans of a text, and the `others` that the caller knows of, in order.
    pub(super) fn new(text: &'a str, others: Vec<Range<usize>>) -> Self {
        let look = Look::at(text);
        let mut spans = if look.spans { spans(text) } else { Vec::new() };
        if !others.is_empty() {
            spans.extend(others);
            spans.sort_by_key(|span| span.start);
            spans.dedup_by(|later, span| {
                let overlap = later.start < span.end;
                if overlap {
                    span.end = span.end.max(later.end);
                }
                overlap
            });
        }
        Self { text, look, spans }
    }

    /// Whether no rule has anything to do in the text as typed.
    pub(super) fn is_all_plain(&self) -> bool {
        self.look == Look::default()
    }

    /// What the text holds while its spans are hidden.
    pub(super) fn look(&self, hidden: &str) -> Look {
        if self.spans.is_empty() {
            self.look
        } else {
            Look::at(hidden)
        }
    }

    /// The text with one [`SPAN`] for each span.
    pub(super) fn hidden(&self) -> Cow<'a, str> {
        if self.spans.is_empty() {
            return Cow::Borrowed(self.text);
        }
        let mut hidden = String::with_capacity(self.text.len());
        let mut done = 0;
        for span in &self.spans {
            hidden.push_str(&self.text[done..span.start]);
            hidden.push(SPAN);
            done = span.end;
        }
        hidden.push_str(&self.text[done..]);
        Cow::Owned(hidden)
    }

    /// The places in the hidden text of places in the text as typed, in order. One that lies within a span comes to lie
    /// within its character.
    pub(super) fn places_hidden(&self, places: &[usize]) -> Vec<usize> {
        let mut spans = self.spans.iter().peekable();
        let (mut typed, mut hidden) = (0, 0);
        let place_hidden = |place: &usize| {
            while let Some(span) = spans.next_if(|span| span.end <= *place) {
                hidden += span.start - typed + SPAN.len_utf8();
                typed = span.end;
            }
            match spans.peek() {
                Some(span) if span.start < *place => hidden + span.start - typed + 1,
                _ => hidden + place - typed,
            }
        };
        places.iter().map(place_hidden).collect()
    }

    /// The places in the text as typed of places in the hidden text, in order.
    pub(super) fn places_typed(&self, places: &[usize]) -> Vec<usize> {
        let mut spans = self.spans.iter().peekable();
        let (mut typed, mut hidden) = (0, 0);
        let place_typed = |place: &usize| {
            while let Some(span) = spans.next_if(|span| hidden + span.start - typed < *place) {
                hidden += span.start - typed + SPAN.len_utf8();
                typed = span.end;
            }
            typed + place - hidden
        };
        places.iter().map(place_typed).collect()
    }

    /// Puts the spans back into a corrected text, and gives each cut its place there. `typed_cuts` are the places that
    /// the cuts had in the text as typed: they tell how deep within its span a cut stands.
    pub(super) fn put_back(
        &self,
        corrected: Cow<'a, str>,
        cuts: &[usize],
        typed_cuts: &[usize],
    ) -> (Cow<'a, str>, Vec<usize>) {
        if self.spans.is_empty() {
            return (corrected, cuts.to_vec());
        }
        let mut text = String::with_capacity(corrected.len() + self.text.len());
        let mut shown = Vec::with_capacity(cuts.len());
        let mut open = cuts.iter().zip(typed_cuts).peekable();
        let mut spans = self.spans.iter();
        let mut done = 0;
        for (at, _) in corrected.match_indices(SPAN) {
            while let Some((cut, _)) = open.next_if(|(cut, _)| **cut <= at) {
                shown.push(text.len() + cut - done);
            }
            text.push_str(&corrected[done..at]);
            done = at + SPAN.len_utf8();
            let Some(span) = spans.next() else {
                continue;
            };
            while let Some((_, typed)) = open.next_if(|(cut, _)| **cut < done) {
                shown.push(text.len() + typed - span.start);
            }
            text.push_str(&self.text[span.clone()]);
        }
        shown.extend(open.map(|(cut, _)| text.len() + cut - done));
        text.push_str(&corrected[done..]);
        (Cow::Owned(text), shown)
    }
}

/// The protected spans of a text, in order, apart from each other.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    for code in code::spans(text) {
        scan(text, from..code.start, &mut spans);
        from = code.end;
        spans.push(code);
    }
    scan(text, from..text.len(), &mut spans);
    spans
}

/// Finds the spans between two pieces of inline code: each kind has a sign of its own that betrays it.
fn scan(text: &str, within: Range<usize>, spans: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut token = Token::default();
    let mut seen = Seen::default();
    let mut at = within.start;
    let mut free = at..within.end;
    while let Some(&byte) = bytes[..within.end].get(at) {
        let touched = || bytes.get(at + 1).is_some_and(|next| *next > b' ') && at + 1 < within.end;
        let span = match byte {
            b'.' if touched() => {
                let url = addresses::url(text, &free, at, &mut token);
                url.or_else(|| names::file(text, &free, at, &mut seen))
            }
            b':' if touched() => {
                let url = addresses::url(text, &free, at, &mut token);
                url.or_else(|| names::iso_time(text, &free, at))
            }
            b'@' => addresses::mail(text, &free, at),
            b'/' => names::symbol(text, &free, at, &mut seen),
            b'-' => names::iso_date(text, &free, at),
            0xEF if text[at..].starts_with(SPAN) => Some(at..at + SPAN.len_utf8()),
            _ => None,
        };
        match span {
            Some(span) => {
                at = span.end;
                free.start = at;
                spans.push(span);
            }
            None => at += 1,
        }
    }
}
