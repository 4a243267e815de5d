//! The templates of one page, parsed when it is first made.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::{Error, Tera};

use super::{Page, escape_markdown, filters, texts_of};

/// Tera for one page: its escape function and its filters are one set per engine.
#[derive(Debug)]
pub(super) struct Engine {
    page: Page,
    parsed: OnceLock<Result<Tera, Error>>,
}

impl Engine {
    pub(super) fn new(page: Page) -> Self {
        Self {
            page,
            parsed: OnceLock::new(),
        }
    }

    /// The templates of the page among all, parsed.
    pub(super) fn parsed(&self, texts: &BTreeMap<String, String>) -> Result<&Tera, &Error> {
        let parsed = self.parsed.get_or_init(|| {
            let mut tera = empty(self.page);
            tera.add_raw_templates(texts_of(texts, self.page))?;
            Ok(tera)
        });
        parsed.as_ref()
    }
}

/// The formulas are shared: each engine escapes them as it escapes its own pages.
fn empty(page: Page) -> Tera {
    let mut tera = Tera::new();
    match page {
        Page::Html => {
            tera.autoescape_on([".html", ".txt", ".xml"]);
            filters::register_for_html(&mut tera);
        }
        Page::Print => {
            tera.autoescape_on([".html", ".txt"]);
            filters::register_for_print(&mut tera);
        }
        Page::Markdown => {
            tera.autoescape_on([".md", ".txt"]);
            tera.set_escape_fn(escape_markdown);
            filters::register_for_markdown(&mut tera);
        }
        Page::MessageText => {
            // Nothing in a plain text has a meaning.
            tera.autoescape_on([""; 0]);
            filters::register_for_text(&mut tera);
        }
        Page::MessageHtml => {
            tera.autoescape_on([".html", ".txt"]);
            filters::register_for_html(&mut tera);
        }
    }
    tera
}
