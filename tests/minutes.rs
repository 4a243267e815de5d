//! The minutes, read in HTML, in Markdown and in print XHTML by readers that share no code with the program: nothing is lost,
//! the three agree, and no record, however hostile, makes a page that is broken or does harm.
//!
//! `SNAPSHOTS=overwrite cargo test --test minutes` accepts the golden files; read the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "minutes/agreement.rs"]
mod agreement;
#[path = "minutes/golden.rs"]
mod golden;
#[path = "minutes/hostile.rs"]
mod hostile;
#[path = "minutes/large.rs"]
mod large;
#[path = "minutes/shapes.rs"]
mod shapes;
#[path = "minutes/source.rs"]
mod source;

use common::document::Document;
use common::from_markdown::Shape;
use common::{Project, from_html, from_markdown, from_print, sound};

/// The outputs of one record.
struct Pages {
    html: String,
    markdown: String,
    print: String,
}

impl Pages {
    /// The record's address: `2017/2017-02-07`.
    fn of(project: &Project, address: &str) -> Self {
        let stem = address.rsplit('/').next().unwrap_or(address);
        Self {
            html: project.read(&format!("output/{address}/index.html")),
            markdown: project.read(&format!("output/{address}/compte-rendu-{stem}.md")),
            print: project.read(&format!("output/{address}/compte-rendu-{stem}.print.html")),
        }
    }

    /// The pages of one record alone.
    #[track_caller]
    fn of_record(record: &str) -> Self {
        let project = Project::empty()
            .file("meetings/2026/2026-03-17.toml", record)
            .build_texts();
        Self::of(&project, "2026/2026-03-17")
    }

    /// What all say, after all that must hold of any page.
    #[track_caller]
    fn sound(&self) -> Document {
        self.sound_with(Shape::with_links(0))
    }

    /// The same where the series has its own heads.
    #[track_caller]
    fn sound_with(&self, shape: Shape) -> Document {
        let html = from_html::document(&sound::page(&self.html));
        sound::markdown(&self.markdown);
        let shape = Shape {
            links: html.links.len(),
            ..shape
        };
        let markdown = from_markdown::document(&self.markdown, &shape);
        assert_eq!(html, markdown, "HTML on the left, Markdown on the right");
        let print = from_print::document(&self.print);
        let printed = html.clone().on_paper();
        assert_eq!(printed, print, "HTML on the left, print on the right");
        html
    }
}
