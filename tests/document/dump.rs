//! A document as a few short lines, for tables of cases.

use greffier::document::{Block, BlockKind, Cell, Document, Inline, Row, Scope, Table};

/// The blocks, ` | ` between them: `h1#a.b[Titre]`.
pub(crate) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" | ")
}

fn block(block: &Block) -> String {
    let mark = mark(&block.id, &block.class, &block.language);
    match &block.kind {
        BlockKind::Heading { level, content } => format!("h{level}{mark}[{}]", line(content)),
        BlockKind::Paragraph(content) => format!("p{mark}[{}]", line(content)),
        BlockKind::List(list) => {
            let items = list.items.iter().map(|item| {
                let number = item
                    .number
                    .map(|number| format!("{number}."))
                    .unwrap_or_default();
                format!(
                    "{number}{}({})",
                    super::dump::mark(&item.id, &None, &None),
                    blocks(&item.content)
                )
            });
            let name = if list.ordered { "ol" } else { "ul" };
            format!("{name}{mark}[{}]", items.collect::<Vec<_>>().join(" "))
        }
        BlockKind::Table(table) => format!("table{mark}[{}]", self::table(table)),
        BlockKind::Columns(columns) => format!("columns{mark}[{}]", blocks(columns)),
        BlockKind::Group(content) => format!("div{mark}[{}]", blocks(content)),
        BlockKind::Section(content) => format!("section{mark}[{}]", blocks(content)),
        BlockKind::Landscape(content) => format!("landscape{mark}[{}]", blocks(content)),
        BlockKind::Image {
            source,
            alternative,
        } => format!("img{mark}[{source} {alternative:?}]"),
        BlockKind::Rule => format!("hr{mark}"),
    }
}

fn table(table: &Table) -> String {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .map(|class| class.as_deref().unwrap_or("_"))
        .collect();
    let mut parts = vec![columns.join(" ")];
    parts.extend(
        table
            .caption
            .as_ref()
            .map(|caption| format!("caption[{}]", line(caption))),
    );
    parts.extend(
        table
            .head
            .iter()
            .map(|row| format!("head {}", self::row(row))),
    );
    parts.extend(table.body.iter().map(row));
    parts.join(" / ")
}

fn row(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    format!(
        "tr{}: {}",
        mark(&row.id, &row.class, &None),
        cells.join(" ")
    )
}

fn cell(cell: &Cell) -> String {
    let name = match cell.scope {
        None => "td",
        Some(Scope::Column) => "col",
        Some(Scope::Row) => "row",
    };
    let span = match (cell.column_span, cell.row_span) {
        (1, 1) => String::new(),
        (columns, rows) => format!("×{columns}×{rows}"),
    };
    let mark = mark(&cell.id, &cell.class, &None);
    format!(
        "{name}{}{span}{mark}({})",
        cell.column,
        blocks(&cell.content)
    )
}

/// A line as marked text; what a space is shows.
pub(crate) fn line(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.replace('\u{a0}', "⍽").replace('\u{202f}', "˽"),
            Inline::Strong(content) => format!("**{}**", line(content)),
            Inline::Emphasis(content) => format!("_{}_", line(content)),
            Inline::Superscript(content) => format!("^{}^", line(content)),
            Inline::Link { address, content } => format!("<{address}>{{{}}}", line(content)),
            Inline::Span {
                id,
                class,
                language,
                content,
            } => {
                format!("span{}{{{}}}", mark(id, class, language), line(content))
            }
            Inline::Break => "↵".to_owned(),
            Inline::PageNumber => "%page".to_owned(),
            Inline::PageCount => "%pages".to_owned(),
        })
        .collect()
}

fn mark(id: &Option<String>, class: &Option<String>, language: &Option<String>) -> String {
    let part = |sign: &str, value: &Option<String>| {
        value
            .as_ref()
            .map(|value| format!("{sign}{value}"))
            .unwrap_or_default()
    };
    part("#", id) + &part(".", class) + &part("@", language)
}

/// All the words of the body in order, a space between the lines of blocks.
pub(crate) fn text(document: &Document) -> String {
    let mut text = String::new();
    add_text(&document.body, &mut text);
    text
}

fn add_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                add_words(content, text);
                text.push(' ');
            }
            BlockKind::List(list) => list
                .items
                .iter()
                .for_each(|item| add_text(&item.content, text)),
            BlockKind::Table(table) => {
                for cell in table
                    .head
                    .iter()
                    .chain(&table.body)
                    .flat_map(|row| &row.cells)
                {
                    add_text(&cell.content, text);
                }
            }
            BlockKind::Columns(content)
            | BlockKind::Group(content)
            | BlockKind::Section(content)
            | BlockKind::Landscape(content) => add_text(content, text),
            BlockKind::Image { .. } | BlockKind::Rule => {}
        }
    }
}

fn add_words(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Superscript(content)
            | Inline::Link { content, .. }
            | Inline::Span { content, .. } => add_words(content, text),
            Inline::Break => text.push(' '),
            Inline::PageNumber | Inline::PageCount => {}
        }
    }
}
