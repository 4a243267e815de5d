//! A layout as lists of texts with their places.

use std::collections::BTreeMap;

use greffier::document::{Block, BlockKind, Inline};
use greffier::print::Layout;
use greffier::print::page::{Item, Mark, Role, TextRun};

/// A run of text on a page, in points from the top left corner.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) page: usize,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    pub(crate) size: f64,
    pub(crate) text: String,
    pub(crate) mark: Mark,
    pub(crate) is_turned: bool,
    pub(crate) is_added_hyphen: bool,
}

impl Text {
    fn of(page: usize, run: &TextRun) -> Self {
        Self {
            page,
            left: run.x.0,
            right: run.x.0 + run.width().0,
            baseline: run.y.0,
            size: run.size.0,
            text: run.text(),
            mark: run.mark,
            is_turned: run.angle != 0.0,
            is_added_hyphen: run.is_added_hyphen(),
        }
    }

    /// The top of its capitals.
    pub(crate) fn top(&self) -> f64 {
        self.baseline - 0.73 * self.size
    }

    /// The foot of its longest letters.
    pub(crate) fn foot(&self) -> f64 {
        self.baseline + 0.21 * self.size
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(crate) fn element(&self) -> Option<usize> {
        match self.mark {
            Mark::Element(element) => Some(element),
            Mark::Artifact | Mark::Pagination => None,
        }
    }
}

/// All runs of all pages, in the order of painting.
pub(crate) fn texts(layout: &Layout) -> Vec<Text> {
    let mut texts = Vec::new();
    for (number, page) in layout.pages.iter().enumerate() {
        for item in &page.items {
            if let Item::Text(run) = item {
                texts.push(Text::of(number, run));
            }
        }
    }
    texts
}

/// The nearest element around one, itself included, of which `accepts` holds.
pub(crate) fn around(
    layout: &Layout,
    element: usize,
    accepts: &dyn Fn(&Role) -> bool,
) -> Option<usize> {
    let mut current = Some(element);
    while let Some(index) = current {
        if accepts(&layout.elements[index].role) {
            return Some(index);
        }
        current = layout.elements[index].parent;
    }
    None
}

pub(crate) fn is_cell(role: &Role) -> bool {
    matches!(role, Role::HeaderCell { .. } | Role::DataCell { .. })
}

/// The runs of each cell, by element.
pub(crate) fn cells(layout: &Layout) -> BTreeMap<usize, Vec<Text>> {
    let mut cells: BTreeMap<usize, Vec<Text>> = BTreeMap::new();
    for text in texts(layout) {
        let cell = text
            .element()
            .and_then(|element| around(layout, element, &is_cell));
        if let Some(cell) = cell {
            cells.entry(cell).or_default().push(text);
        }
    }
    cells
}

/// The cells of each row that hold text, by element.
pub(crate) fn rows(layout: &Layout) -> BTreeMap<usize, Vec<Vec<Text>>> {
    let mut rows: BTreeMap<usize, Vec<Vec<Text>>> = BTreeMap::new();
    for (cell, texts) in cells(layout) {
        let row = layout.elements[cell]
            .parent
            .expect("a cell stands in a row");
        rows.entry(row).or_default().push(texts);
    }
    rows
}

/// As [`rows`], a cell having the text of the tables within it too.
pub(crate) fn whole_rows(layout: &Layout) -> BTreeMap<usize, Vec<Vec<Text>>> {
    let mut cells: BTreeMap<usize, Vec<Text>> = BTreeMap::new();
    for text in texts(layout) {
        let mut next = text.element();
        while let Some(cell) = next.and_then(|element| around(layout, element, &is_cell)) {
            cells.entry(cell).or_default().push(text.clone());
            next = layout.elements[cell].parent;
        }
    }
    let mut rows: BTreeMap<usize, Vec<Vec<Text>>> = BTreeMap::new();
    for (cell, texts) in cells {
        let row = layout.elements[cell]
            .parent
            .expect("a cell stands in a row");
        rows.entry(row).or_default().push(texts);
    }
    rows
}

/// The text of runs as it is read: no hyphen that a line break added, a space between lines and between what stands apart,
/// ordinary spaces for all others.
pub(crate) fn joined(texts: &[Text]) -> String {
    let mut joined = String::new();
    let mut last: Option<&Text> = None;
    for text in texts {
        if let Some(last) = last {
            let is_new_line =
                last.page != text.page || text.baseline > last.baseline + last.size * 0.8;
            let is_apart = text.left - last.right > 1.0 || text.left < last.left;
            if (is_new_line || is_apart) && !last.is_added_hyphen {
                joined.push(' ');
            }
        }
        if !text.is_added_hyphen {
            joined.push_str(&text.text);
        }
        last = Some(text);
    }
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of runs: how many baselines, raised letters apart.
pub(crate) fn line_count(texts: &[&Text]) -> usize {
    let mut baselines: Vec<(usize, i64)> = texts
        .iter()
        .filter(|text| !text.is_blank())
        .map(|text| (text.page, (text.baseline / 5.0).round() as i64))
        .collect();
    baselines.sort_unstable();
    baselines.dedup_by(|a, b| a.0 == b.0 && (a.1 - b.1).abs() <= 1);
    baselines.len()
}

/// Every letter and digit of blocks, in order.
pub(crate) fn signs_of_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    push_blocks(blocks, &mut text);
    signs(&text)
}

/// The letters and digits of a text.
pub(crate) fn signs(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

fn push_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                push_inlines(content, text);
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    let number = item.number.filter(|_| list.ordered);
                    text.extend(number.map(|number| number.to_string()));
                    push_blocks(&item.content, text);
                }
            }
            BlockKind::Table(table) => {
                push_inlines(table.caption.as_deref().unwrap_or_default(), text);
                for row in table.head.iter().chain(&table.body) {
                    for cell in &row.cells {
                        push_blocks(&cell.content, text);
                    }
                }
            }
            BlockKind::Columns(blocks)
            | BlockKind::Group(blocks)
            | BlockKind::Section(blocks)
            | BlockKind::Landscape(blocks) => push_blocks(blocks, text),
            BlockKind::Image { .. } | BlockKind::Rule => {}
        }
    }
}

fn push_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(own) => text.push_str(own),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Superscript(content)
            | Inline::Link { content, .. }
            | Inline::Span { content, .. } => push_inlines(content, text),
            Inline::Break | Inline::PageNumber | Inline::PageCount => {}
        }
    }
}
