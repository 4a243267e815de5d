//! Tables: the parser finds where one stands, and its rows are cut here, so that a row with too many cells loses none.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Assurance, Reader};
use crate::markup::finish::without_cell_edges;
use crate::markup::paragraph::Paragraph;
use crate::markup::table::{Cell, cells_of, holds_bar, read_rule};
use crate::markup::{Block, Inline, Table, typed, writable};

/// At most 40 columns: what has more is no table, and no page has room for it.
const MOST_COLUMNS: usize = 40;
/// The lines above the rows: the head and the rule.
const HEAD_LINES: usize = 2;

impl Reader<'_> {
    /// Takes in the table that stands at `range`, and passes over its events.
    pub(super) fn table(&mut self, range: Range<usize>) {
        self.end_paragraph();
        if !self.pending_head.is_empty() {
            self.start_paragraph(false);
            self.end_paragraph();
        }
        let source = self.source.get(range).unwrap_or_default().trim_end();
        let lines = typed::source_lines(source, self.quotations_open);
        let rows = lines
            .iter()
            .skip(HEAD_LINES)
            .take_while(|line| holds_bar(line));
        let (table, after) = lines.split_at(lines.len().min(HEAD_LINES + rows.count()));
        if self.quotations_open > 0 {
            self.typed_paragraphs(&lines.join("\n"));
        } else if let Some(table) = self.read_table(table) {
            self.push_block(Block::Table(table));
            self.indented_paragraphs(&after.join("\n"));
        } else {
            self.indented_paragraphs(&lines.join("\n"));
        }
        self.skipped_depth = 1;
    }

    /// A table of its lines; `None` if it has no row below its head, or too many columns.
    fn read_table(&mut self, lines: &[&str]) -> Option<Table> {
        let [head, rule, rows @ ..] = lines else {
            return None;
        };
        let told = read_rule(rule)?;
        let cut: Vec<Vec<String>> = rows.iter().map(|row| cells_of(row)).collect();
        let head = cells_of(head);
        let width = cut.iter().map(Vec::len).fold(head.len(), usize::max);
        if cut.is_empty() || width > MOST_COLUMNS {
            return None;
        }
        let head = self.row(&head);
        let rows = cut.iter().map(|row| self.row(row)).collect();
        Some(Table::new(&told, head, rows))
    }

    fn row(&mut self, cells: &[String]) -> Vec<Cell> {
        cells.iter().map(|cell| self.cell(cell)).collect()
    }

    /// A cell: one line of Markdown, where `<br>` is a line end to be shown.
    fn cell(&mut self, text: &str) -> Cell {
        let Some(disguise) = self.disguise.filter(|_| !text.is_empty()) else {
            return Cell::new();
        };
        let source = format!("{} {text}", disguise.mark());
        self.start_paragraph(false);
        for (event, range) in Parser::new(&source).into_offset_iter() {
            match event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::InlineHtml(tag) if self.skipped_depth == 0 && is_line_break(&tag) => {
                    self.paragraph_inlines(|inlines| inlines.push(Inline::HardBreak));
                }
                event => self.inline_event(event, range, &source),
            }
        }
        let inlines = self
            .paragraph
            .take()
            .map_or_else(Vec::new, Paragraph::finish_cell);
        let inlines = match self.assurance {
            Assurance::Given => writable::assured(inlines, writable::in_cell),
            Assurance::Waived => writable::as_it_is(inlines),
        };
        // Emphasis that held nothing but a line end has become a space.
        without_cell_edges(inlines)
    }
}

fn is_line_break(tag: &str) -> bool {
    let name = tag
        .trim_start_matches('<')
        .trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}
