//! The print XHTML, a small strict subset, as a tree of blocks with roles. It knows nothing of meetings nor of pages.
//!
//! Entry points: [`Document::parse`], [`Document::parse_with`]. What the subset holds is told to template authors in `templates/README.md`; an element or
//! an attribute outside of it is a fault at its line of the rendered text. This is the only module that names roxmltree.

mod kinds;
mod parse;

pub use kinds::DocumentFault;
pub use parse::Classes;

/// A document to set: what its reader sees on each page, and once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The language of the text, a tag of BCP 47: *fr*.
    pub language: String,
    /// What stands in the properties of the file, not on a page.
    pub metadata: Metadata,
    /// The name of the style that all of the text starts from, if it has one of its own.
    pub class: Option<String>,
    /// Set at the top of each page.
    pub running_header: Vec<Block>,
    /// Set at the foot of each page.
    pub running_footer: Vec<Block>,
    /// The word across each page: *PROJET*.
    pub watermark: Option<String>,
    /// The text.
    pub body: Vec<Block>,
}

/// The properties of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Title of the document.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What it is about, in one line.
    pub subject: Option<String>,
    /// Its day, `2017-02-07`: the date of the file too, so that its bytes do not depend on the clock.
    pub date: Option<jiff::civil::Date>,
}

/// What may stand between two others, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The anchor that links lead to.
    pub id: Option<String>,
    /// The name of its style in the style sheet.
    pub class: Option<String>,
    /// The language of its text, where it is not the document's.
    pub language: Option<String>,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// `h1` to `h4`. A heading is also an entry of the outline.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Its text.
        content: Vec<Inline>,
    },
    /// `p`, or text that stands alone in an item or a cell.
    Paragraph(Vec<Inline>),
    /// `ul`, `ol`.
    List(List),
    /// `table`.
    Table(Table),
    /// `div class="colonnes"`: each child `div` is a column beside the others.
    Columns(Vec<Block>),
    /// `div`: blocks that share a style.
    Group(Vec<Block>),
    /// `section`: the same, and a part of the document, such as a theme. The notes of its links end it.
    Section(Vec<Block>),
    /// `section class="paysage"`: blocks on pages of their own, held sideways.
    Landscape(Vec<Block>),
    /// `img`.
    Image {
        /// The name by which the caller knows the picture.
        source: String,
        /// What a reader who cannot see it is told; empty for an ornament.
        alternative: String,
    },
    /// `hr`: a rule from margin to margin, an ornament.
    Rule,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Whether its items are numbered.
    pub ordered: bool,
    /// Its items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The anchor that links lead to.
    pub id: Option<String>,
    /// Its number, in a numbered list.
    pub number: Option<u64>,
    /// What it holds.
    pub content: Vec<Block>,
}

/// A table. Every row has all its columns, once the cells that span several are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows; set above it.
    pub caption: Option<Vec<Inline>>,
    /// The names of its columns in the style sheet, one `col` each.
    pub columns: Vec<Option<String>>,
    /// The rows repeated at the top of each page.
    pub head: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The anchor that links lead to.
    pub id: Option<String>,
    /// The name of its style.
    pub class: Option<String>,
    /// The cells that begin in this row.
    pub cells: Vec<Cell>,
}

/// A cell of a table. It holds no columns and no picture; a table only where no other is around its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The anchor that links lead to.
    pub id: Option<String>,
    /// The name of its style.
    pub class: Option<String>,
    /// For a `th`: what it is the header of.
    pub scope: Option<Scope>,
    /// The first column it covers, from 0.
    pub column: usize,
    /// How many columns it covers, at least 1.
    pub column_span: usize,
    /// How many rows it covers, at least 1.
    pub row_span: usize,
    /// What it holds.
    pub content: Vec<Block>,
}

/// What a header cell is the header of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// `scope="col"`.
    Column,
    /// `scope="row"`.
    Row,
}

/// What may stand in a line of text. White space is folded as in HTML: one ordinary space, none at the ends of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// `strong`, `b`.
    Strong(Vec<Inline>),
    /// `em`, `i`.
    Emphasis(Vec<Inline>),
    /// `sup`.
    Superscript(Vec<Inline>),
    /// `a`.
    Link {
        /// `#anchor`, or an address with http, https, mailto or tel.
        address: String,
        /// What is clicked.
        content: Vec<Inline>,
    },
    /// `span`.
    Span {
        /// The anchor that links lead to.
        id: Option<String>,
        /// The name of its style.
        class: Option<String>,
        /// The language of its text, where it is not the block's.
        language: Option<String>,
        /// Its text.
        content: Vec<Inline>,
    },
    /// `br`.
    Break,
    /// `<span class="page"/>` in a running header or footer: the number of the page.
    PageNumber,
    /// `<span class="pages"/>` in a running header or footer: how many pages there are.
    PageCount,
}
