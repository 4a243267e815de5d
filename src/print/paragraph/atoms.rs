//! Spans → words and spaces, shaped.

use crate::print::fonts::{Face, Fonts};
use crate::print::line::{Cutting, Span};
use crate::print::shape::{Word, same_script};

use super::direction::{self, Depth};
use super::held;

/// Room is made for at most 256 atoms at once.
const MOST_RESERVED: usize = 256;

/// The spans of a paragraph and the fonts to set them in.
pub(super) struct Setting<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) spans: &'a [Span],
    span_fonts: Vec<SpanFont<'a>>,
}

/// What the words of a span have in common.
struct SpanFont<'a> {
    /// Points per font unit.
    scale: f64,
    /// The ordinary space.
    space: &'a Word,
    /// The hyphen that a break adds.
    hyphen: &'a Word,
}

/// What is shaped as one: a word of one font, or a single space.
#[derive(Debug)]
pub(super) struct Atom<'a> {
    /// The span it is part of.
    pub(super) span: usize,
    /// Its characters.
    pub(super) text: &'a str,
    /// Its glyphs.
    pub(super) word: Word,
    /// What it does at the end of a line.
    pub(super) kind: Kind,
    /// Which way it runs.
    pub(super) depth: Depth,
}

/// The kinds of atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, or the part of a word that has one font.
    Word {
        /// Whether a hyphen may be added to it.
        hyphenates: bool,
    },
    /// A space.
    Space {
        /// Whether a line may end here.
        breaks: bool,
        /// Whether justification changes its width.
        stretches: bool,
    },
    /// A place inside a word where its author lets it be cut: with a hyphen (U+00AD) or without (U+200B). It has no glyph.
    Seam {
        /// Whether a hyphen is added.
        hyphen: bool,
    },
}

impl Kind {
    pub(super) fn is_breaking_space(self) -> bool {
        matches!(self, Self::Space { breaks: true, .. })
    }

    fn is_space(self) -> bool {
        matches!(self, Self::Space { .. })
    }
}

impl<'a> Setting<'a> {
    pub(super) fn new(fonts: &'a Fonts, spans: &'a [Span]) -> Self {
        let span_font = |span: &Span| {
            let [space, hyphen] = fonts.space_and_hyphen(span.face);
            SpanFont {
                scale: span.size.0 / f64::from(fonts.face(span.face).units_per_em.max(1)),
                space,
                hyphen,
            }
        };
        Self {
            fonts,
            spans,
            span_fonts: spans.iter().map(span_font).collect(),
        }
    }

    /// Points per font unit in a span.
    pub(super) fn scale(&self, span: usize) -> f64 {
        self.span_fonts[span].scale
    }

    /// The size of the text that sits on the baseline.
    pub(super) fn base_size(&self) -> f64 {
        let level = self.spans.iter().filter(|span| span.rise.0 == 0.0);
        let size = level.map(|span| span.size.0).reduce(f64::max);
        size.or_else(|| self.spans.first().map(|span| span.size.0))
            .unwrap_or_default()
    }

    /// How wide the hyphen is that a break adds, in points.
    pub(super) fn hyphen_width(&self, span: usize) -> f64 {
        f64::from(self.hyphen(span).width) * self.scale(span)
    }

    /// The hyphen that a break adds.
    pub(super) fn hyphen(&self, span: usize) -> &Word {
        self.span_fonts[span].hyphen
    }

    /// The atoms between line feeds; none if nothing is to be seen.
    pub(super) fn forced_lines(&self) -> Vec<Vec<Atom<'a>>> {
        let mut lines = vec![Vec::new()];
        for (at, span) in self.spans.iter().enumerate() {
            for (nth, text) in span.text.split('\n').enumerate() {
                if nth > 0 {
                    lines.push(Vec::new());
                }
                if let Some(line) = lines.last_mut() {
                    self.cut(at, span.face, text, line);
                }
            }
        }
        for line in &mut lines {
            let leading = line
                .iter()
                .take_while(|atom| atom.kind.is_breaking_space())
                .count();
            line.drain(..leading);
            self.turn(line);
            held::hold(line);
            self.allow_hyphens(line);
        }
        if lines.last().is_some_and(Vec::is_empty) {
            lines.pop();
        }
        let is_seen = |atom: &Atom<'_>| matches!(atom.kind, Kind::Word { .. });
        if lines.iter().flatten().any(is_seen) {
            lines
        } else {
            Vec::new()
        }
    }

    /// Cuts a text of one font at its spaces.
    fn cut(&self, span: usize, face: Face, text: &'a str, atoms: &mut Vec<Atom<'a>>) {
        // A word and a space in six letters.
        atoms.reserve((text.len() / 3 + 1).min(MOST_RESERVED));
        let mut atom = |text: &'a str, kind: Kind| {
            let word = match kind {
                Kind::Seam { .. } => Word::default(),
                Kind::Space { .. } if text == " " => Word::clone(self.span_fonts[span].space),
                Kind::Word { .. } | Kind::Space { .. } => self.fonts.shape(face, text, false),
            };
            atoms.push(Atom {
                span,
                text,
                word,
                kind,
                depth: 0,
            });
        };
        let mut start = 0;
        for (at, character) in text.char_indices() {
            let Some(kind) = separator(character) else {
                continue;
            };
            if start < at {
                atom(&text[start..at], Kind::Word { hyphenates: false });
            }
            start = at + character.len_utf8();
            atom(&text[at..start], kind);
        }
        if start < text.len() {
            atom(&text[start..], Kind::Word { hyphenates: false });
        }
    }

    /// Parts the words of a line where another script begins or the direction changes, and shapes them anew in theirs.
    fn turn(&self, line: &mut Vec<Atom<'a>>) {
        let Some(depths) = direction::depths(line.iter().map(|atom| atom.text)) else {
            return;
        };
        let mut rest = depths.as_slice();
        for atom in std::mem::take(line) {
            let (own, others) = rest.split_at(atom.text.len());
            rest = others;
            let mut start = 0;
            while let Some(depth) = own.get(start).copied() {
                let text = &atom.text[start..];
                let same_way = own[start..].iter().take_while(|other| **other == depth);
                let text = same_script(&text[..same_way.count()]);
                let face = self.spans[atom.span].face;
                line.push(Atom {
                    text,
                    word: match atom.kind {
                        Kind::Word { .. } => self.fonts.shape(face, text, depth % 2 == 1),
                        Kind::Space { .. } | Kind::Seam { .. } => Word::clone(&atom.word),
                    },
                    depth,
                    ..atom
                });
                start += text.len();
            }
        }
    }

    /// Lets French cut the words that stand for themselves: not names, nor parts of a word that changes its font on the way or
    /// that its author cut, nor what a no-break space ties to another word or number (`7 février`, `M. Coulibaly`).
    fn allow_hyphens(&self, atoms: &mut [Atom<'_>]) {
        for at in 0..atoms.len() {
            let before = atoms[..at].iter().rev();
            let after = atoms[at + 1..].iter();
            let allowed = self.spans[atoms[at].span].cutting == Cutting::Text
                && !atoms[at].word.points.is_empty()
                && !is_name(atoms[at].text, before.clone())
                && !is_tied(before, |text| text.chars().next_back())
                && !is_tied(after, |text| text.chars().next());
            if let Kind::Word { hyphenates } = &mut atoms[at].kind {
                *hyphenates = allowed;
            }
        }
    }
}

/// Whether a word belongs together with what stands beside it, nearest first; `facing` gives the nearest character of a text.
fn is_tied<'b, 'a: 'b>(
    mut beside: impl Iterator<Item = &'b Atom<'a>>,
    facing: impl Fn(&str) -> Option<char>,
) -> bool {
    let Some(nearest) = beside.next() else {
        return false;
    };
    match nearest.kind {
        Kind::Word { .. } => facing(nearest.text).is_some_and(char::is_alphanumeric),
        Kind::Seam { .. } => true,
        Kind::Space { breaks: true, .. } => false,
        Kind::Space { breaks: false, .. } => {
            let mut tied =
                beside.skip_while(|atom| atom.kind.is_space() && !atom.kind.is_breaking_space());
            tied.next()
                .is_some_and(|atom| atom.text.contains(char::is_alphanumeric))
        }
    }
}

/// Whether a word has a capital inside a sentence: a name (`Konaté`), which no hyphen cuts. What stands before comes nearest
/// first.
fn is_name<'b, 'a: 'b>(text: &str, mut before: impl Iterator<Item = &'b Atom<'a>>) -> bool {
    let letters = text.rsplit(['’', '\'']).next().unwrap_or_default();
    let first = letters.chars().find(|sign| sign.is_alphanumeric());
    if !first.is_some_and(char::is_uppercase) {
        return false;
    }
    let ends_a_sentence = |text: &str| {
        let last = text.chars().rfind(|sign| !matches!(sign, '»' | ')' | '”'));
        last.is_none_or(|sign| matches!(sign, '.' | '!' | '?' | '…' | ':' | '«' | '–' | '—' | '•'))
    };
    let word = before.find(|atom| matches!(atom.kind, Kind::Word { .. }));
    word.is_some_and(|word| !ends_a_sentence(word.text))
}

/// What separates words, by its character.
fn separator(character: char) -> Option<Kind> {
    let space = |breaks, stretches| Some(Kind::Space { breaks, stretches });
    match character {
        ' ' | '\t' => space(true, true),
        '\u{a0}' => space(false, true),
        '\u{202f}' | '\u{2007}' => space(false, false),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => space(true, false),
        '\u{ad}' => Some(Kind::Seam { hyphen: true }),
        '\u{200b}' => Some(Kind::Seam { hyphen: false }),
        _ => None,
    }
}
