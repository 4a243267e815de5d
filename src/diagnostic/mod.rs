//! One voice for every fault and doubt, whatever its place: a record, the configuration, a template, a file.
//!
//! A [`Diagnostic`] is built where the fault is found and knows only byte ranges; a [`Report`] ties the diagnostics of one
//! [`Source`] together; [`Report::render`] turns them into the French page of help that the user reads. Nothing here prints.

mod kind;
mod outward;
mod place;
mod render;
mod suggestion;

pub(crate) use kind::kinds;
pub use kind::{Code, Kind};
use outward::LONGEST_SAID;
pub use outward::{is_order, shortened, visible, visible_name};
pub use place::Place;
use render::MOST_PRINTED;
pub use render::no_break_spaces;
pub(crate) use suggestion::{slips, suggestion};

use std::ops::Range;

/// A range of bytes in a [`Source`]'s text.
pub type Span = Range<usize>;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// *Erreur*: the file cannot be used as it is.
    Fault,
    /// *Avis*: odd, shown by `check`, never blocking unless `--strict` asks for it.
    Doubt,
}

/// A text that diagnostics point into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The path as the user knows it, with `/` between its parts.
    pub name: String,
    /// The whole text; empty when the file could not be read as text.
    pub text: String,
}

impl Source {
    /// The line of a byte offset, counted from 1.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        1 + self
            .text
            .bytes()
            .take(offset)
            .filter(|byte| *byte == b'\n')
            .count()
    }

    /// The whole line that holds a byte offset, without its line end.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> &str {
        let start = self
            .text
            .get(..offset)
            .and_then(|head| head.rfind('\n'))
            .map_or(0, |end| end + 1);
        self.text
            .get(start..)
            .and_then(|tail| tail.lines().next())
            .unwrap_or_default()
    }
}

/// A place in the text and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub span: Span,
    /// The few words printed beside the caret; may be empty.
    pub label: String,
    /// What may be written there without asking (`check --fix`), since the sense cannot change.
    pub correction: Option<Box<Proposal>>,
}

/// A change to the text that would heal the fault, for a program to make: the help says it to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What to replace.
    pub span: Span,
    /// What to write there.
    pub replacement: String,
}

impl Proposal {
    /// Whether the text is another one once it is made.
    #[must_use]
    pub fn changes(&self, text: &str) -> bool {
        text.get(self.span.clone()) != Some(&self.replacement)
    }
}

/// One fault or doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of its kind, which stays when the words change.
    pub code: Code,
    /// Its weight.
    pub severity: Severity,
    /// What is wrong, in one sentence without a final mark.
    pub title: String,
    /// Where; the first is the main one. Empty when the fault is the file as a whole.
    pub spots: Vec<Spot>,
    /// The ways out, a sentence each.
    pub help: Vec<String>,
    /// Changes that would heal it, each on its own; none where only the writer knows what was meant.
    pub proposals: Vec<Proposal>,
}

impl Diagnostic {
    /// A fault or a doubt, as its kind is, at no place in particular.
    #[must_use]
    pub fn new<K: Kind>(kind: K, title: impl Into<String>) -> Self {
        Self {
            code: Code::of(kind),
            severity: K::SEVERITY,
            title: shortened(title.into(), LONGEST_SAID),
            spots: Vec::new(),
            help: Vec::new(),
            proposals: Vec::new(),
        }
    }

    /// Adds a place; the first one added is the main one.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.spots.push(Spot {
            span,
            label: shortened(label.into(), LONGEST_SAID),
            correction: None,
        });
        self
    }

    /// Adds a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(shortened(help.into(), LONGEST_SAID));
        self
    }

    /// Adds a change that would heal it.
    #[must_use]
    pub fn proposal(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.proposals.push(Proposal {
            span,
            replacement: replacement.into(),
        });
        self
    }

    /// Adds the change at one of its places of which there is no doubt.
    #[must_use]
    pub fn correction(mut self, place: &Span, span: Span, replacement: impl Into<String>) -> Self {
        if let Some(spot) = self.spots.iter_mut().find(|spot| spot.span == *place) {
            let replacement = replacement.into();
            spot.correction = Some(Box::new(Proposal { span, replacement }));
        }
        self
    }

    /// The changes that heal it together and leave the sense as it is.
    pub fn corrections(&self) -> impl Iterator<Item = &Proposal> {
        let spots = self.spots.iter();
        spots.filter_map(|spot| spot.correction.as_deref())
    }

    /// Drops the changes that are not to be kept.
    pub(crate) fn keep_changes(&mut self, is_kept: &dyn Fn(&Proposal) -> bool) {
        self.proposals.retain(is_kept);
        for spot in &mut self.spots {
            spot.correction.take_if(|correction| !is_kept(correction));
        }
    }

    /// Where it stands in the file, for sorting; a fault of the whole file comes first.
    fn position(&self) -> usize {
        self.spots.first().map_or(0, |spot| spot.span.start)
    }
}

/// The diagnostics of one file as they are found. Beyond a number that nobody reads the rest is dropped: a file of a
/// million faults is not what its user takes it for, and must not eat the memory.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// At most 1 000 are kept.
    pub(crate) const MOST_KEPT: usize = 1000;

    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.is_full() {
            self.0.push(diagnostic);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= Self::MOST_KEPT
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(found: Vec<Diagnostic>) -> Self {
        Self(found)
    }
}

/// What is to be said of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The file.
    pub source: Source,
    /// Its faults and doubts, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many faults more it has, of which nothing is kept.
    pub unkept: usize,
}

impl Report {
    /// Ties diagnostics to their file, in the order of the file. A change that would leave the text as it is, is none.
    #[must_use]
    pub fn new(source: Source, mut diagnostics: Vec<Diagnostic>) -> Self {
        for diagnostic in &mut diagnostics {
            diagnostic.keep_changes(&|change| change.changes(&source.text));
        }
        diagnostics.sort_by_key(|diagnostic| (diagnostic.position(), diagnostic.severity));
        Self {
            source,
            diagnostics,
            unkept: 0,
        }
    }

    /// With its first faults alone, and the number of the others: of an archive of thousands of files, nobody reads more.
    #[must_use]
    pub fn lightened(mut self) -> Self {
        let before = self.diagnostics.len();
        let mut faults = 0;
        self.diagnostics.retain(|one| {
            faults += usize::from(one.severity == Severity::Fault);
            one.severity != Severity::Fault || faults <= MOST_PRINTED
        });
        self.diagnostics.shrink_to_fit();
        self.unkept += before - self.diagnostics.len();
        self
    }

    /// What is to be said of a file as a whole, whose text is not known.
    #[must_use]
    pub fn of_file(name: String, diagnostic: Diagnostic) -> Self {
        let text = String::new();
        Self::new(Source { name, text }, vec![diagnostic])
    }

    /// How many diagnostics of that weight it holds.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.diagnostics.iter();
        let kept = kept.filter(|diagnostic| diagnostic.severity == severity);
        let unkept = match severity {
            Severity::Fault => self.unkept,
            Severity::Doubt => 0,
        };
        kept.count() + unkept
    }
}
