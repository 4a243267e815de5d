//! Print XHTML → [`Document`]. All the faults of a text are found at once, as long as it is sound XML.
//!
//! `xml` answers for the syntax, `survey` for the depth and the anchors; then `page`, `block`, `list`, `table` and `inline` each
//! read an element of their kind, and `vocabulary` says what may stand where. This folder alone names roxmltree.

mod attributes;
mod block;
mod inline;
mod list;
mod page;
mod reader;
mod space;
mod survey;
mod table;
mod vocabulary;
mod xml;

use super::Document;
use crate::diagnostic::{Diagnostic, Source};
use reader::Reader;

/// The names that the style sheet knows. A text may use no other, so that a slip is reported instead of printed without its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes<'a> {
    /// The classes of blocks and of words in a line.
    pub styles: Vec<&'a str>,
    /// The classes of the columns of tables (`col`).
    pub columns: Vec<&'a str>,
}

impl Document {
    /// Reads a print XHTML; any class is allowed.
    ///
    /// # Errors
    /// The fault of its XML, or all the faults of what it holds.
    pub fn parse(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        parse(source, None)
    }

    /// Reads a print XHTML whose classes the style sheet must know.
    ///
    /// # Errors
    /// As [`Document::parse`], and a class that is not known.
    pub fn parse_with(source: &Source, classes: &Classes<'_>) -> Result<Self, Vec<Diagnostic>> {
        parse(source, Some(classes))
    }
}

fn parse(source: &Source, classes: Option<&Classes<'_>>) -> Result<Document, Vec<Diagnostic>> {
    let tree = xml::read(&source.text).map_err(|fault| vec![fault])?;
    let mut reader = Reader::new(&source.text, classes);
    // What is too deep is not read any further: reading goes down from call to call.
    let document = match survey::survey(&mut reader, &tree) {
        Ok(()) => page::document(&mut reader, tree.root_element()),
        Err(survey::TooDeep) => Document::default(),
    };
    let faults = reader.faults.into_vec();
    if faults.is_empty() {
        Ok(document)
    } else {
        Err(faults)
    }
}
