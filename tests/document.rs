//! The print XHTML: what it is read as, and every fault of it as its reader sees it.
//!
//! `tests/document/faults/<case>.xhtml` is read; `<case>.stderr` is what must be said of it. A file that does not begin with
//! `<html`, `<!` or `<?` is the body of a document. `SNAPSHOTS=overwrite cargo test --test document` writes the answers; read
//! their diff as a secretary would.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; its cases are files"
)]

#[path = "document/blocks.rs"]
mod blocks;
#[path = "document/dump.rs"]
mod dump;
#[path = "document/faults.rs"]
mod faults;
#[path = "document/random.rs"]
mod random;
#[path = "document/records.rs"]
mod records;

use greffier::diagnostic::Source;

/// A document with that body.
pub(crate) fn with_body(body: &str) -> String {
    format!("<html lang=\"fr\"><head><title>T</title></head><body>\n{body}\n</body></html>\n")
}

pub(crate) fn source(text: String) -> Source {
    Source {
        name: "minutes.print.html".into(),
        text,
    }
}
