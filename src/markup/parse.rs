//! Reading a text field: the events of the Markdown parser become the tree.

mod blocks;
mod inlines;
mod tables;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::disguise::Disguise;
use super::paragraph::Paragraph;
use super::prepare::{prepare, without_tabs};
use super::read_lines::as_read;
use super::table::{may_hold_table, with_tables_apart};
use super::unsaid::{Unsaid, UnsaidKind, footnotes};
use super::word::as_markdown;
use super::{Item, Markup};

/// Reads a text field. No input is refused, and no letter, digit or sign of it is lost, marks of Markdown apart.
pub fn parse(text: &str) -> Markup {
    let mut markup = read(text, Assurance::Given);
    markup.unsaid.extend(footnotes(text));
    markup
}

/// The text with its lists in Markdown, without tabs: what belongs to an item stands to the right of it. Its lines are as they are
/// read.
pub(crate) fn with_lists_apart(text: &str) -> String {
    without_tabs(as_markdown(text)).into_owned()
}

/// Whether paragraphs are made sure to be writable as Markdown.
#[derive(Clone, Copy)]
pub(super) enum Assurance {
    Given,
    /// For the reading that gives the assurance.
    Waived,
}

pub(super) fn read(text: &str, assurance: Assurance) -> Markup {
    let text = as_read(text);
    let text = as_markdown(&text);
    let text = without_tabs(with_tables_apart(&text));
    let Some(prepared) = prepare(&text) else {
        // A text that leaves none of the 137 468 private-use characters free is no Markdown: it is printed as it is.
        let mut reader = Reader::new(&text, None, assurance);
        reader.typed_paragraphs(&text);
        return reader.markup;
    };
    let options = if may_hold_table(&prepared.text) {
        Options::ENABLE_TABLES
    } else {
        Options::empty()
    };
    let mut reader = Reader::new(&prepared.text, Some(prepared.disguise), assurance);
    for (event, range) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
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
    disguise: Option<Disguise>,
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
    fn new(source: &'s str, disguise: Option<Disguise>, assurance: Assurance) -> Self {
        Self {
            source,
            disguise,
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
            Event::Start(Tag::Heading { .. }) => {
                let source = self.source.get(range).unwrap_or_default();
                self.start_paragraph(!is_underlined(source));
            }
            Event::End(TagEnd::Paragraph) => self.end_paragraph(),
            Event::End(TagEnd::Heading(_)) => self.end_heading(range),
            Event::Rule => self.typed_paragraphs(self.source.get(range).unwrap_or_default()),
            Event::Start(Tag::HtmlBlock) => {
                self.note(UnsaidKind::Html, self.source.get(range).unwrap_or_default());
                self.start_verbatim(VerbatimKind::Html);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                self.note(UnsaidKind::Code, self.source.get(range).unwrap_or_default());
                self.start_verbatim(VerbatimKind::Fenced);
            }
            Event::Start(Tag::Table(_)) => self.table(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                self.start_verbatim(VerbatimKind::Indented)
            }
            Event::End(TagEnd::HtmlBlock | TagEnd::CodeBlock) => self.end_verbatim(range),
            Event::Start(Tag::BlockQuote(_)) => {
                // Those within it stand on the same line: noted each, they would weigh as the square of their number.
                if self.quotations_open == 0 {
                    self.note(
                        UnsaidKind::Quotation,
                        self.source.get(range).unwrap_or_default(),
                    );
                }
                self.start_quotation();
            }
            Event::End(TagEnd::BlockQuote(_)) => self.end_quotation(),
            Event::Start(Tag::List(first)) => self.start_list(first.is_some()),
            Event::End(TagEnd::List(_)) => self.end_list(),
            Event::Start(Tag::Item) => self.start_item(range),
            Event::End(TagEnd::Item) => self.end_item(),
            other => self.inline_event(other, range, self.source),
        }
    }

    /// Notes what cannot be printed as its writer may expect, by the first line of it.
    fn note(&mut self, kind: UnsaidKind, source: &str) {
        let line = source.trim_start().lines().next().unwrap_or_default();
        let text = self.unmarked(line.trim_end());
        self.markup.unsaid.push(Unsaid { kind, text });
    }
}

/// Whether a heading is one for the line of signs below it, which are no heading for who types minutes.
fn is_underlined(heading: &str) -> bool {
    heading.trim_matches(['\n', ' ']).contains('\n')
}

#[cfg(test)]
mod tests {
    use super::parse;

    /// What holds what is like it weighs as much as it is long, and takes so long to be read: as the square of that, these would take
    /// gigabytes, or a quarter of an hour.
    #[test]
    fn what_is_nested_or_repeated_costs_what_it_weighs() {
        let nested = parse(&"> ".repeat(50_000));
        assert_eq!(nested.unsaid.len(), 1);
        for text in [
            "\\", "> ", "- ", "*", "_", "`", "[", "](", "<", "&", "|", "\u{2028}", "\u{a0}",
            "\u{b}a", "a)\n\n",
        ] {
            let _ = parse(&text.repeat((1 << 18) / text.len()));
        }
    }
}
