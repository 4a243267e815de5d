//! The blocks: what opens and ends them, and what becomes of those outside the subset.

use std::mem;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Assurance, Container, Reader, Verbatim, VerbatimKind, is_underlined};
use crate::markup::finish::push_text;
use crate::markup::paragraph::Paragraph;
use crate::markup::{Block, Inline, Item, typed, writable};

/// At most 12 lists within one another; deeper ones are flattened: the printers recurse, and no page has room for more.
const DEEPEST_LIST: usize = 12;

impl Reader<'_> {
    pub(super) fn start_paragraph(&mut self, heading: bool) {
        self.end_paragraph();
        let mut head = ">".repeat(self.quotations_open);
        if self.quotations_open > 0 {
            head.push(' ');
        }
        self.quotations_shown = self.quotations_open;
        head.push_str(&mem::take(&mut self.pending_head));
        self.paragraph = Some(Paragraph::new(head, heading));
    }

    /// Ends the paragraph that is open, if one is.
    pub(super) fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraph.take() else {
            return;
        };
        let inlines = match self.assurance {
            Assurance::Given => writable::assured(paragraph.finish(), writable::alone),
            Assurance::Waived => writable::as_it_is(paragraph.finish()),
        };
        if !inlines.is_empty() {
            self.push_block(Block::Paragraph(inlines));
        }
    }

    /// A heading without text is printed as typed, and so is the line of signs below a paragraph.
    pub(super) fn end_heading(&mut self, range: Range<usize>) {
        let source = self.source.get(range).unwrap_or_default();
        if is_underlined(source) {
            self.end_paragraph();
            let line = source.trim_end().lines().next_back().unwrap_or_default();
            self.typed_paragraphs(line.trim_start_matches(['>', ' ']));
            return;
        }
        if let Some(paragraph) = &mut self.paragraph
            && paragraph.inlines().is_empty()
        {
            let source = self.unmarked(source.trim());
            self.paragraph_inlines(|inlines| push_text(inlines, &source));
        }
        self.end_paragraph();
    }

    pub(super) fn start_verbatim(&mut self, kind: VerbatimKind) {
        self.end_paragraph();
        self.verbatim = Some(Verbatim {
            kind,
            text: String::new(),
            end: None,
        });
    }

    pub(super) fn end_verbatim(&mut self, range: Range<usize>) {
        let Some(Verbatim { kind, text, end }) = self.verbatim.take() else {
            return;
        };
        match kind {
            VerbatimKind::Html => self.typed_paragraphs(&text),
            VerbatimKind::Indented => self.indented_paragraphs(&text),
            VerbatimKind::Fenced => {
                let start = range.start;
                let source = self.source.get(range).unwrap_or_default();
                let (opening, closing) =
                    typed::fences(source, end.map(|end| end.saturating_sub(start)));
                let line_end = if text.is_empty() || text.ends_with('\n') {
                    ""
                } else {
                    "\n"
                };
                self.typed_paragraphs(&format!("{opening}\n{text}{line_end}{closing}"));
            }
        }
    }

    /// Prints lines as typed, nothing in them read.
    pub(super) fn typed_paragraphs(&mut self, text: &str) {
        for paragraph in typed::paragraphs(text) {
            self.start_paragraph(false);
            self.push_lines(&paragraph);
            self.end_paragraph();
        }
    }

    /// Reads indented lines as paragraphs. With the mark and a space before it, no line is anything else, and
    /// emphasis is seen as at the start of a line.
    pub(super) fn indented_paragraphs(&mut self, text: &str) {
        let Some(disguise) = self.disguise else {
            return;
        };
        let mark = disguise.mark();
        for paragraph in typed::paragraphs(text) {
            let lines: Vec<String> = paragraph
                .iter()
                .map(|line| format!("{mark} {}", line.trim_start_matches([' ', '\t'])))
                .collect();
            let source = lines.join("\n");
            self.start_paragraph(false);
            for (event, range) in Parser::new(&source).into_offset_iter() {
                if !matches!(
                    event,
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
                ) {
                    self.inline_event(event, range, &source);
                }
            }
            self.end_paragraph();
        }
    }

    pub(super) fn start_quotation(&mut self) {
        self.end_paragraph();
        self.quotations_open += 1;
    }

    /// A quotation that holds nothing still prints its `>`.
    pub(super) fn end_quotation(&mut self) {
        self.end_paragraph();
        if self.quotations_shown < self.quotations_open {
            self.start_paragraph(false);
            self.end_paragraph();
        }
        self.quotations_open = self.quotations_open.saturating_sub(1);
        self.quotations_shown = self.quotations_shown.min(self.quotations_open);
    }

    pub(super) fn start_list(&mut self, ordered: bool) {
        self.end_paragraph();
        self.lists_open += 1;
        if self.lists_open <= DEEPEST_LIST {
            self.containers.push(Container::List {
                items: Vec::new(),
                ordered,
            });
        }
    }

    pub(super) fn end_list(&mut self) {
        self.end_paragraph();
        if self.lists_open <= DEEPEST_LIST
            && let Some(Container::List { items, ordered }) = self.containers.pop()
        {
            self.push_block(Block::List { items, ordered });
        }
        self.lists_open = self.lists_open.saturating_sub(1);
    }

    pub(super) fn start_item(&mut self, range: Range<usize>) {
        self.end_paragraph();
        let marker = typed::item_marker(self.source.get(range).unwrap_or_default());
        if self.lists_open > DEEPEST_LIST {
            self.pending_head.push_str(marker);
            self.pending_head.push(' ');
            return;
        }
        let ordered = matches!(
            self.containers.last(),
            Some(Container::List { ordered: true, .. })
        );
        let number = ordered.then(|| marker.trim_end_matches(['.', ')']).parse().unwrap_or(1));
        self.containers.push(Container::Item(Item {
            number,
            blocks: Vec::new(),
        }));
    }

    pub(super) fn end_item(&mut self) {
        self.end_paragraph();
        if !self.pending_head.is_empty() {
            self.start_paragraph(false);
            self.end_paragraph();
        }
        if self.lists_open > DEEPEST_LIST {
            return;
        }
        if let Some(Container::Item(item)) = self.containers.pop()
            && let Some(Container::List { items, .. }) = self.containers.last_mut()
        {
            items.push(item);
        }
    }

    pub(super) fn push_block(&mut self, block: Block) {
        match self.containers.last_mut() {
            Some(Container::Item(item)) => item.blocks.push(block),
            _ => self.markup.blocks.push(block),
        }
    }

    /// Adds lines of text to the paragraph.
    pub(super) fn push_lines(&mut self, lines: &[&str]) {
        for (index, line) in lines.iter().enumerate() {
            let line = self.unmarked(line.trim_matches([' ', '\t']));
            self.paragraph_inlines(|inlines| {
                if index > 0 {
                    inlines.push(Inline::SoftBreak);
                }
                push_text(inlines, &line);
            });
        }
    }
}
