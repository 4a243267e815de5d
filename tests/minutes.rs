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
#[path = "minutes/columns.rs"]
mod columns;
#[path = "minutes/convocation.rs"]
mod convocation;
#[path = "minutes/golden.rs"]
mod golden;
#[path = "minutes/hostile.rs"]
mod hostile;
#[path = "minutes/large.rs"]
mod large;
#[path = "minutes/people.rs"]
mod people;
#[path = "minutes/records.rs"]
mod records;
#[path = "minutes/shapes.rs"]
mod shapes;
#[path = "minutes/source.rs"]
mod source;

use common::document::{Document, Heads, agree};
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
        let files = project.files(&format!("output/{address}"));
        let read = |ending: &str| {
            let file = files.iter().find(|file| file.ends_with(ending));
            project.read(&format!("output/{address}/{}", file.expect(ending)))
        };
        Self {
            html: read("index.html"),
            markdown: read(".md"),
            print: read(".print.html"),
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
        self.sound_with(&Heads::default())
    }

    /// The same where the series has its own heads.
    #[track_caller]
    fn sound_with(&self, heads: &Heads) -> Document {
        let [html, markdown, print] = self.read(heads);
        agree(&html, &markdown, "HTML, then Markdown");
        agree(&html.clone().on_paper(), &print, "HTML, then print");
        html
    }

    /// The same where the columns of the table, in their order, may not part what was said from what was recommended.
    #[track_caller]
    fn sound_in_columns(&self, heads: &Heads) -> Document {
        let [html, markdown, print] = self.read(heads);
        let [merged, markdown] = [html.clone().merged(), markdown.merged()];
        agree(&merged, &markdown, "HTML, then Markdown");
        agree(&html.clone().on_paper(), &print, "HTML, then print");
        html
    }

    /// The three read, after all that must hold of any page.
    #[track_caller]
    fn read(&self, heads: &Heads) -> [Document; 3] {
        let html = from_html::document(&sound::page(&self.html), heads);
        sound::markdown(&self.markdown);
        let markdown = from_markdown::document(&self.markdown, heads, &html);
        [html, markdown, from_print::document(&self.print, heads)]
    }
}
