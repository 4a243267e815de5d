//! The help that the program carries: the French documents of the repository, each as a page that needs nothing else.
//!
//! Entry points: [`DOCUMENTS`], [`files`]. The pages are in the look of the site; a link between documents leads from page to page, and
//! what else they link to (the example records, the style sheet of the PDF) lies beside them.

mod html;
mod page;

use page::{MARK, page};

/// A document of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called on the command line, and its page.
    pub name: &'static str,
    /// What it is called among the others.
    pub title: &'static str,
    /// Its file in the repository.
    pub source: &'static str,
    /// What it says, in Markdown.
    pub text: &'static str,
    /// Whether it begins with its own contents.
    has_contents: bool,
}

impl Document {
    /// The name of its page.
    #[must_use]
    pub fn page(&self) -> String {
        format!("{}.html", self.name)
    }
}

/// Whether that is a page of the help, of this version or another.
#[must_use]
pub fn is_page(bytes: &[u8]) -> bool {
    bytes
        .windows(MARK.len())
        .any(|window| window == MARK.as_bytes())
}

/// All of them, the guide first.
pub const DOCUMENTS: &[Document] = &[
    Document {
        name: "guide",
        title: "Guide",
        source: "docs/guide.md",
        text: include_str!("../../docs/guide.md"),
        has_contents: true,
    },
    Document {
        name: "format",
        title: "Le format",
        source: "meetings/README.md",
        text: include_str!("../../meetings/README.md"),
        has_contents: false,
    },
    Document {
        name: "modeles",
        title: "Les modèles",
        source: "templates/README.md",
        text: include_str!("../../templates/README.md"),
        has_contents: false,
    },
    Document {
        name: "messages",
        title: "Les messages",
        source: "docs/messages.md",
        text: include_str!("../../docs/messages.md"),
        has_contents: false,
    },
];

/// What the documents link to beside each other: its place in the repository, and what it holds.
const ENCLOSURES: &[(&str, &str)] = &[
    (
        "meetings/2017/2017-02-07.toml",
        include_str!("../../meetings/2017/2017-02-07.toml"),
    ),
    (
        "meetings/2026/2026-04-14.toml",
        include_str!("../../meetings/2026/2026-04-14.toml"),
    ),
    (
        "meetings/2026/2026-05-12.toml",
        include_str!("../../meetings/2026/2026-05-12.toml"),
    ),
    (
        "meetings/2026/2026-06-16.toml",
        include_str!("../../meetings/2026/2026-06-16.toml"),
    ),
    (
        "meetings/2026/2026-07-14.toml",
        include_str!("../../meetings/2026/2026-07-14.toml"),
    ),
    (
        "meetings/2026/2026-07-21.toml",
        include_str!("../../meetings/2026/2026-07-21.toml"),
    ),
    (
        "templates/style.toml",
        include_str!("../../templates/style.toml"),
    ),
];

/// The pages, and what they link to, each by its name in one folder. `style` is the style sheet of a site.
#[must_use]
pub fn files(style: &str) -> Vec<(String, String)> {
    let pages = DOCUMENTS.iter();
    let pages = pages.map(|document| (document.page(), page(document, style)));
    let enclosures = ENCLOSURES.iter();
    let enclosures =
        enclosures.map(|(path, text)| (file_name(path).to_owned(), (*text).to_owned()));
    pages.chain(enclosures).collect()
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Where a link of a document leads among the pages. What leads out of the repository, or within the document, stays as it is.
fn target(document: &Document, link: &str) -> String {
    let (path, anchor) = link.split_at(link.find('#').unwrap_or(link.len()));
    if path.is_empty() || path.contains(':') {
        return link.to_owned();
    }
    let place = resolved(document.source, path);
    let other = DOCUMENTS.iter().find(|document| document.source == place);
    match other {
        Some(other) => format!("{}{anchor}", other.page()),
        None => format!("{}{anchor}", file_name(&place)),
    }
}

/// A relative path as one from the top of the repository.
fn resolved(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
