//! A paragraph while it is being read: the emphasis and links that are open in it.

use super::Inline;
use super::finish::{push_all, push_text, without_cell_edges, without_line_edges};

/// What an open stretch will become.
enum Kind {
    Emphasis,
    Strong,
    Link { href: String, title: Option<String> },
}

/// A paragraph under construction.
///
/// Emphasis within emphasis says nothing more and is not kept, nor is strong within strong; so no input makes the
/// tree deep.
pub(super) struct Paragraph {
    head: String,
    heading: bool,
    inlines: Vec<Inline>,
    open: Vec<(Kind, Vec<Inline>)>,
    emphasis_depth: usize,
    strong_depth: usize,
}

impl Paragraph {
    /// A new paragraph that begins with the characters of `head`; a heading's text will be strong as a whole.
    pub(super) fn new(head: String, heading: bool) -> Self {
        Self {
            head,
            heading,
            inlines: Vec::new(),
            open: Vec::new(),
            emphasis_depth: 0,
            strong_depth: usize::from(heading),
        }
    }

    /// Where the next piece goes.
    pub(super) fn inlines(&mut self) -> &mut Vec<Inline> {
        self.open
            .last_mut()
            .map_or(&mut self.inlines, |(_, inlines)| inlines)
    }

    pub(super) fn start_emphasis(&mut self) {
        self.emphasis_depth += 1;
        if self.emphasis_depth == 1 {
            self.open.push((Kind::Emphasis, Vec::new()));
        }
    }

    pub(super) fn end_emphasis(&mut self) {
        self.emphasis_depth = self.emphasis_depth.saturating_sub(1);
        if self.emphasis_depth == 0 {
            self.end_innermost();
        }
    }

    pub(super) fn start_strong(&mut self) {
        self.strong_depth += 1;
        if self.strong_depth == 1 {
            self.open.push((Kind::Strong, Vec::new()));
        }
    }

    pub(super) fn end_strong(&mut self) {
        self.strong_depth = self.strong_depth.saturating_sub(1);
        if self.strong_depth == 0 {
            self.end_innermost();
        }
    }

    pub(super) fn start_link(&mut self, href: String, title: Option<String>) {
        self.open.push((Kind::Link { href, title }, Vec::new()));
    }

    /// Whether a link is open.
    pub(super) fn in_link(&self) -> bool {
        self.open
            .iter()
            .any(|(kind, _)| matches!(kind, Kind::Link { .. }))
    }

    /// Ends what was opened last.
    pub(super) fn end_innermost(&mut self) {
        let Some((kind, inlines)) = self.open.pop() else {
            return;
        };
        let inline = match kind {
            Kind::Emphasis => Inline::Emphasis(inlines),
            Kind::Strong => Inline::Strong(inlines),
            Kind::Link { href, title } if inlines.iter().all(is_blank) => {
                // A link that shows nothing could not be clicked, and its address could not be read.
                let shown = href.strip_prefix("mailto:").unwrap_or(&href).to_owned();
                Inline::Link {
                    href,
                    title,
                    content: vec![Inline::Text(shown)],
                }
            }
            Kind::Link { href, title } => Inline::Link {
                href,
                title,
                content: inlines,
            },
        };
        self.inlines().push(inline);
    }

    /// All that was read, trimmed; nothing if the paragraph holds nothing.
    pub(super) fn finish(self) -> Vec<Inline> {
        self.finish_by(without_line_edges)
    }

    /// The same for the paragraph that a cell holds.
    pub(super) fn finish_cell(self) -> Vec<Inline> {
        self.finish_by(without_cell_edges)
    }

    fn finish_by(mut self, trim: impl Fn(Vec<Inline>) -> Vec<Inline>) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.end_innermost();
        }
        let mut content = trim(self.inlines);
        if self.heading {
            content = strong_as_a_whole(content);
        }
        if content.is_empty() {
            self.head.truncate(self.head.trim_end_matches(' ').len());
        }
        let mut whole = Vec::with_capacity(content.len() + 1);
        push_text(&mut whole, &self.head);
        push_all(&mut whole, content);
        whole
    }
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    }
}

/// Markdown cannot write strong emphasis that begins or ends with a space, a no-break one included: those stay out.
fn strong_as_a_whole(mut content: Vec<Inline>) -> Vec<Inline> {
    let blank_before = content.iter().take_while(|inline| is_blank(inline)).count();
    let mut whole: Vec<Inline> = content.drain(..blank_before).collect();
    let blank_after = content
        .iter()
        .rev()
        .take_while(|inline| is_blank(inline))
        .count();
    let after = content.split_off(content.len() - blank_after);
    if let Some(Inline::Text(first)) = content.first_mut() {
        let kept = first.trim_start().len();
        let spaces: String = first.drain(..first.len() - kept).collect();
        push_text(&mut whole, &spaces);
    }
    let mut spaces = String::new();
    if let Some(Inline::Text(last)) = content.last_mut() {
        spaces = last.split_off(last.trim_end().len());
    }
    if !content.is_empty() {
        whole.push(Inline::Strong(content));
    }
    push_text(&mut whole, &spaces);
    whole.extend(after);
    whole
}
