//! The addresses of links as numbered notes, at the end of the theme or the part in which they are met, for who reads on paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::print::fonts::Face;
use crate::print::galley::Anchor;
use crate::print::line::{Cutting, Span};
use crate::print::page::{Mark, Role};
use crate::print::units::Pt;

use super::lists::GAP;
use super::{Composer, Inherited, Label, LabelMark, PieceKind, leading};

/// The style they are set in.
const CLASS: &str = "note";

/// The notes of a document: numbered through, an address once in each theme.
#[derive(Debug)]
pub(super) struct Notes {
    /// Whether they have a place to stand.
    is_open: bool,
    /// How many there have been.
    count: usize,
    /// Those that wait for the end of their theme.
    waiting: Vec<Note>,
    /// Their numbers, by where the links lead.
    numbers: BTreeMap<Arc<str>, usize>,
}

#[derive(Debug)]
struct Note {
    number: usize,
    /// Where the link leads.
    address: Arc<str>,
    /// The address as it is typed.
    said: String,
}

impl Notes {
    pub(super) fn new(is_open: bool) -> Self {
        Self {
            is_open,
            count: 0,
            waiting: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// Whether they have a place to stand.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether none waits.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The number of the note that says this address.
    pub(super) fn number(&mut self, address: &str, said: &str) -> usize {
        if let Some(number) = self.numbers.get(address) {
            return *number;
        }
        self.count += 1;
        let address: Arc<str> = address.into();
        self.numbers.insert(Arc::clone(&address), self.count);
        self.waiting.push(Note {
            number: self.count,
            address,
            said: said.to_owned(),
        });
        self.count
    }

    /// Those that wait, which wait no more.
    fn take(&mut self) -> Vec<Note> {
        self.numbers.clear();
        std::mem::take(&mut self.waiting)
    }
}

/// The anchor of a note. No element has it: theirs hold no space.
fn anchor(number: usize) -> String {
    format!("note {number}")
}

/// Where the number in the text leads.
pub(super) fn aim(number: usize) -> Arc<str> {
    format!("#{}", anchor(number)).into()
}

impl Composer<'_, '_> {
    /// Sets the notes that wait, the first on the page of what it follows.
    pub(super) fn set_notes(&mut self, inherited: &Inherited) {
        let notes = self.notes.take();
        let style = self.workshop.style;
        let (text, boxed) = style.resolve(&inherited.text, "p", Some(CLASS));
        self.keep |= !notes.is_empty() && !self.pieces.is_empty();
        let numbers = notes
            .iter()
            .map(|note| self.number(note.number as u64, &text));
        let numbers: Vec<_> = numbers.collect();
        let widest = numbers.iter().map(|run| run.width());
        let hanging = widest.fold(Pt::ZERO, Pt::max) + text.size * GAP;
        let indent = inherited.indent + boxed.indent + boxed.hanging.max(hanging);
        for (note, mut number) in notes.into_iter().zip(numbers) {
            let paragraph = self.structure.add(Role::Paragraph, inherited.parent, None);
            let element = self.structure.add(Role::Note(note.number), paragraph, None);
            number.mark = Mark::Element(self.structure.add(Role::Label, element, None));
            let link = self.structure.add(Role::Link, element, None);
            self.anchors.push(Anchor::Id(anchor(note.number)));
            self.space = self.space.max(boxed.before);
            let said = Span {
                text: note.said,
                face: Face::of(text.bold, text.italic),
                size: text.size,
                color: text.color,
                rise: Pt::ZERO,
                cutting: Cutting::Whole,
                mark: Mark::Element(link),
                link: Some((link, note.address)),
            };
            let x = indent - text.size * GAP - number.width();
            let kind = PieceKind::Text {
                spans: vec![said],
                leading: leading(&text),
                align: text.align,
                balanced: false,
            };
            self.push(kind, indent);
            if let Some(piece) = self.pieces.last_mut() {
                let mark = LabelMark::Number(number);
                piece.labels.push(Label { x, mark });
            }
            self.space = boxed.after;
        }
    }
}
