//! The text of a paragraph → spans set alike each.

use std::sync::Arc;

use crate::document::Inline;
use crate::print::fonts::Face;
use crate::print::galley::Anchor;
use crate::print::line::{Cutting, Span};
use crate::print::page::{Mark, Role};
use crate::print::style::{AddressShown, TextStyle};
use crate::print::units::Pt;

use super::{Composer, notes};

/// Raised letters: how far they stand above the baseline, as a share of the size of the text around. The style sheet says how
/// large they are…
const RAISED_BY: f64 = 0.33;
/// … but they are legible, unless the text around is not, however often letters are raised again.
const LEAST_RAISED_SIZE: Pt = Pt(6.0);

/// Between a word and the number of its note: a thin space, where no line ends. The number is none of the word's digits, read
/// aloud or copied.
const BEFORE_REFERENCE: &str = "\u{202f}";

/// What a stretch of text takes from the elements around it.
#[derive(Clone)]
struct Inherited {
    text: TextStyle,
    rise: Pt,
    element: usize,
    link: Option<(usize, Arc<str>)>,
}

impl Composer<'_, '_> {
    /// The spans of some inlines; links and words of another language become elements within `element`.
    pub(super) fn spans(
        &mut self,
        inlines: &[Inline],
        text: &TextStyle,
        element: usize,
    ) -> Vec<Span> {
        let mut spans = Vec::new();
        let inherited = Inherited {
            text: *text,
            rise: Pt::ZERO,
            element,
            link: None,
        };
        self.collect(inlines, &inherited, &mut spans);
        spans
    }

    fn collect(&mut self, inlines: &[Inline], inherited: &Inherited, spans: &mut Vec<Span>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => spans.push(span(text, inherited)),
                Inline::Break => spans.push(span("\n", inherited)),
                Inline::Strong(content) => self.styled(content, "strong", None, inherited, spans),
                Inline::Emphasis(content) => self.styled(content, "em", None, inherited, spans),
                Inline::Superscript(content) => {
                    let raised = self.raised(inherited);
                    self.collect(content, &raised, spans);
                }
                Inline::Link { address, content } => {
                    self.link(address, content, inherited, spans);
                }
                Inline::Span {
                    id,
                    class,
                    language,
                    content,
                } => {
                    self.anchors.extend(id.clone().map(Anchor::Id));
                    let mut own = self.within(inherited, "span", class.as_deref());
                    if let Some(language) = language {
                        own.element =
                            self.structure
                                .add(Role::Span, inherited.element, Some(language));
                    }
                    self.collect(content, &own, spans);
                }
                // Replaced by their text before a running header or footer is composed.
                Inline::PageNumber | Inline::PageCount => {}
            }
        }
    }

    fn link(
        &mut self,
        address: &str,
        content: &[Inline],
        inherited: &Inherited,
        spans: &mut Vec<Span>,
    ) {
        let mut linked = self.within(inherited, "a", None);
        linked.element = self.structure.add(Role::Link, inherited.element, None);
        linked.link = Some((linked.element, address.into()));
        self.collect(content, &linked, spans);
        let Some(said) = unsaid(address, content) else {
            return;
        };
        match linked.text.address {
            AddressShown::Nowhere => {}
            AddressShown::Notes if self.notes.is_open() => {
                let number = self.notes.number(address, said);
                let reference = self.structure.add(Role::Reference, inherited.element, None);
                let mut raised = self.raised(&linked);
                raised.element = self.structure.add(Role::Link, reference, None);
                raised.link = Some((raised.element, notes::aim(number)));
                spans.push(span(BEFORE_REFERENCE, inherited));
                spans.push(span(&number.to_string(), &raised));
            }
            // What stands on every page has no end where notes could be.
            AddressShown::Notes | AddressShown::Brackets => {
                spans.push(span(" ", inherited));
                spans.push(span(&format!("[{said}]"), &linked));
            }
        }
    }

    fn raised(&self, inherited: &Inherited) -> Inherited {
        let mut raised = self.within(inherited, "sup", None);
        raised.rise = inherited.rise + inherited.text.size * RAISED_BY;
        let least = LEAST_RAISED_SIZE.min(inherited.text.size);
        raised.text.size = raised.text.size.max(least);
        raised
    }

    fn styled(
        &mut self,
        content: &[Inline],
        element: &str,
        class: Option<&str>,
        inherited: &Inherited,
        spans: &mut Vec<Span>,
    ) {
        let own = self.within(inherited, element, class);
        self.collect(content, &own, spans);
    }

    fn within(&self, inherited: &Inherited, element: &str, class: Option<&str>) -> Inherited {
        let (text, _) = self.workshop.style.resolve(&inherited.text, element, class);
        Inherited {
            text,
            ..inherited.clone()
        }
    }
}

/// The address of a link to the web or to a mailbox, as a reader types it, where the words of the link do not say it.
fn unsaid<'a>(address: &'a str, content: &[Inline]) -> Option<&'a str> {
    let is_elsewhere = address.starts_with("http") || address.starts_with("mailto:");
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    (is_elsewhere && !plain_text(content).contains(address)).then_some(address)
}

fn span(text: &str, inherited: &Inherited) -> Span {
    Span {
        text: text.to_owned(),
        face: Face::of(inherited.text.bold, inherited.text.italic),
        size: inherited.text.size,
        color: inherited.text.color,
        rise: inherited.rise,
        cutting: if inherited.text.hyphenate {
            Cutting::Text
        } else {
            Cutting::Whole
        },
        mark: Mark::Element(inherited.element),
        link: inherited.link.clone(),
    }
}

/// What can be led to in some inlines.
pub(super) fn anchors(inlines: &[Inline]) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    push_anchors(inlines, &mut anchors);
    anchors
}

fn push_anchors(inlines: &[Inline], anchors: &mut Vec<Anchor>) {
    for inline in inlines {
        match inline {
            Inline::Span { id, content, .. } => {
                anchors.extend(id.clone().map(Anchor::Id));
                push_anchors(content, anchors);
            }
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Superscript(content)
            | Inline::Link { content, .. } => push_anchors(content, anchors),
            Inline::Text(_) | Inline::Break | Inline::PageNumber | Inline::PageCount => {}
        }
    }
}

/// The text of some inlines, as it is read.
pub(super) fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_text(inlines, &mut text);
    text
}

fn push_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(own) => text.push_str(own),
            Inline::Break => text.push(' '),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Superscript(content)
            | Inline::Link { content, .. }
            | Inline::Span { content, .. } => push_text(content, text),
            Inline::PageNumber | Inline::PageCount => {}
        }
    }
}
