//! The pieces of a paragraph: text, emphasis, links, and what is printed as typed.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Reader;
use crate::markup::finish::push_text;
use crate::markup::links::{allowed_address, encoded};
use crate::markup::paragraph::Paragraph;
use crate::markup::unsaid::{UnsaidKind, is_between_angles};
use crate::markup::{Inline, typed};

impl Reader<'_> {
    /// Takes in an event within a paragraph; `range` is its place in `source`.
    pub(super) fn inline_event(&mut self, event: Event<'_>, range: Range<usize>, source: &str) {
        if self.skipped_depth > 0 {
            match event {
                Event::Start(_) => self.skipped_depth += 1,
                Event::End(_) => self.skipped_depth -= 1,
                _ => {}
            }
            return;
        }
        if self.paragraph.is_none() {
            // The items of a tight list hold text outside any paragraph.
            self.start_paragraph(false);
        }
        let opens = matches!(&event, Event::InlineHtml(tag) if !tag.starts_with("</"));
        let is_tag = opens && !is_between_angles(source, &range);
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let href = match link_type {
                    LinkType::Email => format!("mailto:{}", self.unmarked(&dest_url)),
                    _ => self.unmarked(&dest_url),
                };
                let source = source.get(range).unwrap_or_default();
                if self.paragraph.as_ref().is_some_and(Paragraph::in_link) {
                    // An address in angle brackets within a link: it cannot lead elsewhere.
                    self.skip_as_typed(source);
                } else if allowed_address(&href) {
                    let title: Vec<&str> = title
                        .lines()
                        .map(|line| line.trim_matches([' ', '\t']))
                        .filter(|line| !line.is_empty())
                        .collect();
                    let title =
                        Some(self.unmarked(&title.join(" "))).filter(|title| !title.is_empty());
                    let href = encoded(&href).into_owned();
                    self.with_paragraph(|paragraph| paragraph.start_link(href, title));
                } else {
                    self.markup.refused.push(href);
                    self.skip_as_typed(source);
                }
            }
            Event::Start(Tag::Image { .. }) => {
                let source = source.get(range).unwrap_or_default();
                self.note(UnsaidKind::Image, source);
                self.skip_as_typed(source);
            }
            Event::Start(Tag::Emphasis) => {
                self.with_paragraph(|paragraph| paragraph.start_emphasis())
            }
            Event::Start(Tag::Strong) => self.with_paragraph(|paragraph| paragraph.start_strong()),
            Event::End(TagEnd::Emphasis) => {
                self.with_paragraph(|paragraph| paragraph.end_emphasis())
            }
            Event::End(TagEnd::Strong) => self.with_paragraph(|paragraph| paragraph.end_strong()),
            Event::End(TagEnd::Link) => self.with_paragraph(|paragraph| paragraph.end_innermost()),
            Event::Code(_) => self.push_typed(source.get(range).unwrap_or_default()),
            Event::SoftBreak => self.paragraph_inlines(|inlines| inlines.push(Inline::SoftBreak)),
            Event::HardBreak => self.paragraph_inlines(|inlines| inlines.push(Inline::HardBreak)),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => {
                if is_tag {
                    self.note(UnsaidKind::Html, &text);
                }
                let lines: Vec<&str> = text.split('\n').collect();
                match lines.as_slice() {
                    [line] => {
                        let line = self.unmarked(line);
                        self.paragraph_inlines(|inlines| push_text(inlines, &line));
                    }
                    lines => self.push_lines(lines),
                }
            }
            // Without extensions the parser sends nothing else.
            _ => {}
        }
    }

    /// Prints an element as typed; the events up to its end are passed over.
    fn skip_as_typed(&mut self, source: &str) {
        self.push_typed(source);
        self.skipped_depth = 1;
    }

    fn push_typed(&mut self, source: &str) {
        self.push_lines(&typed::source_lines(source, self.quotations_open));
    }

    /// A text as it was typed, nothing in disguise.
    pub(super) fn unmarked(&self, text: &str) -> String {
        self.disguise.map_or_else(
            || text.to_owned(),
            |disguise| disguise.taken_off(text).into_owned(),
        )
    }

    pub(super) fn paragraph_inlines(&mut self, change: impl FnOnce(&mut Vec<Inline>)) {
        self.with_paragraph(|paragraph| change(paragraph.inlines()));
    }

    fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = &mut self.paragraph {
            change(paragraph);
        }
    }
}
