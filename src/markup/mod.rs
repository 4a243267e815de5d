//! The Markdown of a text field: paragraphs, lists, tables, emphasis and links, nothing else.
//!
//! [`parse()`] reads a field into a small owned tree; [`to_html`], [`to_xhtml`], [`to_markdown`], [`to_markdown_cell`] and
//! [`to_plain`] print it. Lists as Word leaves them are lists. Whatever lies outside the subset (raw HTML, images, code,
//! quotations, definitions of references, entities) is kept as the text that was typed. The tree is never deep, so the
//! printers may recurse.
//!
//! This module does no typography and knows nothing of records or templates.

mod cell;
mod disguise;
mod ending;
mod escape;
mod finish;
mod flanking;
mod html;
mod inline_markdown;
mod lettered;
mod link_markdown;
mod links;
mod markdown;
mod paragraph;
mod parse;
mod pieces;
mod plain;
mod prepare;
mod read_lines;
mod set;
mod shown;
mod table;
mod table_html;
mod table_markdown;
mod typed;
mod typeset;
mod unsaid;
mod word;
mod writable;

pub use cell::to_markdown_cell;
pub use ending::without_end;
pub use escape::escape_markdown;
pub use html::{inline_html, inline_xhtml, to_html, to_xhtml};
pub use links::allowed_address;
pub(crate) use links::encoded;
pub use markdown::{to_markdown, to_own_markdown};
pub use parse::parse;
pub(crate) use parse::with_lists_apart;
pub(crate) use pieces::pieces;
pub use plain::{plain, plain_line, to_plain, to_plain_line};
pub(crate) use read_lines::{ReadLine, joined, read_lines};
pub use set::set;
pub use shown::shows;
pub use table::{Alignment, Cell, Table, holds_table};
pub use typeset::typeset;
pub(crate) use unsaid::is_between_angles;
pub use unsaid::{Unsaid, UnsaidKind};
pub(crate) use word::item_text;

/// A text field, read.
///
/// ```
/// let markup = greffier::markup::parse("Voir *le site* : http://example.org.");
/// assert_eq!(
///     greffier::markup::to_html(&markup.blocks),
///     "<p>Voir <em>le site</em> : <a href=\"http://example.org\">http://example.org</a>.</p>"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    /// The paragraphs, lists and tables of the field, in order.
    pub blocks: Vec<Block>,
    /// The destinations of the links that were refused for their scheme, in order; these links are printed as text.
    pub refused: Vec<String>,
    /// What the field holds outside the subset and is printed with its signs, in order; footnotes come last.
    pub unsaid: Vec<Unsaid>,
}

/// A paragraph, a list or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; also what becomes of a heading, of code and of raw HTML.
    Paragraph(Vec<Inline>),
    /// A list with at least one item.
    List {
        /// The items, in order.
        items: Vec<Item>,
        /// Whether the items bear numbers.
        ordered: bool,
    },
    /// A table with at least one row below its head.
    Table(Table),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The number as typed, in an ordered list.
    pub number: Option<u64>,
    /// What the item holds; nothing if it is empty.
    pub blocks: Vec<Block>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Characters to print as they are.
    Text(String),
    /// Emphasis; never within another emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis; never within another strong emphasis.
    Strong(Vec<Inline>),
    /// A link to an allowed address; never within another link.
    Link {
        /// The address as typed.
        href: String,
        /// The title that was typed after the address.
        title: Option<String>,
        /// What is shown; never empty.
        content: Vec<Inline>,
    },
    /// A line end of the source, worth a space.
    SoftBreak,
    /// A line end to be shown.
    HardBreak,
}
