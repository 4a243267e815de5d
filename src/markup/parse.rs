//! Reading a text field: the events of the Markdown parser become the tree.

mod blocks;
mod inlines;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::paragraph::Paragraph;
use super::prepare::{prepare, unify_white_space};
use super::{Item, Markup};

/// Reads a text field. No input is refused, and no letter or digit of it is lost.
pub fn parse(text: &str) -> Markup {
    read(text, Assurance::Given)
}

/// Whether paragraphs are made sure to be writable as Markdown.
#[derive(Clone, Copy)]
pub(super) enum Assurance {
    Given,
    /// For the reading that gives the assurance.
    Waived,
}

pub(super) fn read(text: &str, assurance: Assurance) -> Markup {
    let text = unify_white_space(text);
    let Some(prepared) = prepare(&text) else {
        // A text that holds all 137 468 private-use characters is no Markdown: it is printed as it is.
        let mut reader = Reader::new(&text, None, assurance);
        reader.typed_paragraphs(&text);
        return reader.markup;
    };
    let mut reader = Reader::new(&prepared.text, Some(prepared.mark), assurance);
    for (event, range) in Parser::new(&prepared.text).into_offset_iter() {
        reader.block_event(event, range);
    }
    reader.end_paragraph();
    reader.markup
}

enum Container {
    List { items: Vec<Item>, ordered: bool },
    Item(Item),
}

/// What a block outside the subset is.
#[derive(Clone, Copy)]
enum VerbatimKind {
    Html,
    Fenced,
    Indented,
}

/// A block outside the subset, while it is read.
struct Verbatim {
    kind: VerbatimKind,
    text: String,
    /// Where the text ends in the source.
    end: Option<usize>,
}

struct Reader<'s> {
    source: &'s str,
    mark: Option<char>,
    assurance: Assurance,
    markup: Markup,
    containers: Vec<Container>,
    lists_open: usize,
    quotations_open: usize,
    /// How many of the open quotations have printed their `>` before some text.
    quotations_shown: usize,
    /// Markers of flattened items that wait for a paragraph to stand in.
    pending_head: String,
    paragraph: Option<Paragraph>,
    verbatim: Option<Verbatim>,
    /// How many elements are open within one that is printed as typed.
    skipped_depth: usize,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str, mark: Option<char>, assurance: Assurance) -> Self {
        Self {
            source,
            mark,
            assurance,
            markup: Markup::default(),
            containers: Vec::new(),
            lists_open: 0,
            quotations_open: 0,
            quotations_shown: 0,
            pending_head: String::new(),
            paragraph: None,
            verbatim: None,
            skipped_depth: 0,
        }
    }

    fn block_event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) | Event::Html(text) if self.verbatim.is_some() => {
                if let Some(verbatim) = &mut self.verbatim {
                    verbatim.text.push_str(&text);
                    verbatim.end = Some(range.end);
                }
            }
            Event::Start(Tag::Paragraph) => self.start_paragraph(false),
            Event::Start(Tag::Heading { .. }) => self.start_paragraph(true),
            Event::End(TagEnd::Paragraph) => self.end_paragraph(),
            Event::End(TagEnd::Heading(_)) => self.end_heading(range),
            Event::Rule => self.typed_paragraphs(self.source.get(range).unwrap_or_default()),
            Event::Start(Tag::HtmlBlock) => self.start_verbatim(VerbatimKind::Html),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                self.start_verbatim(VerbatimKind::Fenced)
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                self.start_verbatim(VerbatimKind::Indented)
            }
            Event::End(TagEnd::HtmlBlock | TagEnd::CodeBlock) => self.end_verbatim(range),
            Event::Start(Tag::BlockQuote(_)) => self.start_quotation(),
            Event::End(TagEnd::BlockQuote(_)) => self.end_quotation(),
            Event::Start(Tag::List(first)) => self.start_list(first.is_some()),
            Event::End(TagEnd::List(_)) => self.end_list(),
            Event::Start(Tag::Item) => self.start_item(range),
            Event::End(TagEnd::Item) => self.end_item(),
            other => self.inline_event(other, range, self.source),
        }
    }
}
