//! A report as text for a terminal: annotate-snippets draws it, our words stand in it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::outward::in_its_place;
use super::{Diagnostic, Report, Severity, Span, visible, visible_name};

/// At most 100 diagnostics of one file are printed; a file with more is not what its user takes it for.
pub(super) const MOST_PRINTED: usize = 100;

impl Report {
    /// The report as the user reads it, each diagnostic followed by a blank line.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        }
        .decor_style(DecorStyle::Ascii);
        let mut text = String::new();
        for diagnostic in self.diagnostics.iter().take(MOST_PRINTED) {
            text.push_str(&renderer.render(&[self.group(diagnostic)]));
            text.push_str("\n\n");
        }
        let hidden = self.diagnostics.len().saturating_sub(MOST_PRINTED) + self.unkept;
        if hidden > 0 {
            text.push_str(&no_break_spaces(&format!(
                "… et {hidden} autres dans {}\n\n",
                visible_name(&self.source.name)
            )));
        }
        text
    }

    fn group<'a>(&'a self, diagnostic: &'a Diagnostic) -> Group<'a> {
        let level = match diagnostic.severity {
            Severity::Fault => Level::ERROR.with_name("erreur\u{a0}"),
            Severity::Doubt => Level::WARNING.with_name("avis\u{a0}"),
        };
        let mut group = Group::with_title(level.primary_title(said(&diagnostic.title)));
        if diagnostic.spots.is_empty() {
            group = group.element(Origin::path(self.path()));
        }
        for excerpt in self.excerpts(diagnostic) {
            group = match excerpt {
                Ok(snippet) => group.element(snippet),
                Err(origin) => group.element(origin),
            };
        }
        for help in &diagnostic.help {
            // The text of a message is trusted, and a help may quote the file.
            let help = normalize_untrusted_str(&said(help));
            group = group.element(Level::HELP.with_name("aide\u{a0}").message(help));
        }
        group
    }

    /// The lines of the spots: an excerpt for those that lie together, an origin alone for a line that is too long to show.
    fn excerpts<'a>(
        &'a self,
        diagnostic: &'a Diagnostic,
    ) -> Vec<Result<Snippet<'a, Annotation<'a>>, Origin<'a>>> {
        let mut marks: Vec<Mark<'_>> = Vec::new();
        for (index, spot) in diagnostic.spots.iter().take(MOST_MARKS).enumerate() {
            marks.push(Mark {
                span: on_one_line(&self.source.text, &spot.span),
                label: &spot.label,
                kind: if index == 0 {
                    AnnotationKind::Primary
                } else {
                    AnnotationKind::Context
                },
            });
        }
        let mut excerpts: Vec<Vec<Mark<'_>>> = Vec::new();
        let primary = marks.first().map(|mark| mark.span.start);
        marks.sort_by_key(|mark| mark.span.start);
        for mark in marks {
            match excerpts.last_mut() {
                Some(together) if mark.span.end - together[0].span.start <= LONGEST_EXCERPT => {
                    together.push(mark)
                }
                _ => excerpts.push(vec![mark]),
            }
        }
        // The place that is named first is the main one.
        excerpts.sort_by_key(|marks| !marks.iter().any(|mark| Some(mark.span.start) == primary));
        excerpts.truncate(MOST_EXCERPTS);
        excerpts
            .into_iter()
            .map(|marks| self.excerpt(marks))
            .collect()
    }

    fn excerpt<'a>(
        &'a self,
        marks: Vec<Mark<'a>>,
    ) -> Result<Snippet<'a, Annotation<'a>>, Origin<'a>> {
        let text = self.source.text.as_str();
        let first = marks.first().map_or(0, |mark| mark.span.start);
        let last = marks.last().map_or(0, |mark| mark.span.end);
        let start = text[..first].rfind('\n').map_or(0, |end| end + 1);
        // No editor shows the mark of UTF-8, nor counts it.
        let marked =
            text[start..first].len() - text[start..first].trim_start_matches('\u{feff}').len();
        let start = start + marked;
        let end = text[last..]
            .find('\n')
            .map_or(text.len(), |length| last + length);
        let number = self.source.line_of(start);
        if end - start > 2 * LONGEST_EXCERPT {
            let column = text[start..first].chars().count() + 1;
            return Err(Origin::path(self.path()).line(number).char_column(column));
        }
        // Nor are the line ends of Windows shown; between lines a space takes their place, so that all else keeps its own.
        let has_end = end > last && text[end..].starts_with('\n');
        let end = end - usize::from(has_end && text[..end].ends_with('\r'));
        let lines = text[start..end].split('\n');
        let lines = lines.map(|line| match line.strip_suffix('\r') {
            Some(line) => format!("{line} "),
            None => line.to_owned(),
        });
        let lines = lines.collect::<Vec<_>>().join("\n");
        // What this leaves as it is is seen to by who draws it.
        let lines: String = lines.chars().map(in_its_place).collect();
        let mut snippet = Snippet::source(lines).path(self.path()).line_start(number);
        for mark in marks {
            let annotation = mark
                .kind
                .span(mark.span.start - start..mark.span.end - start);
            snippet = snippet.annotation(if mark.label.is_empty() {
                annotation
            } else {
                annotation.label(said(mark.label))
            });
        }
        Ok(snippet)
    }

    /// The name of a file is the user's too.
    fn path(&self) -> String {
        normalize_untrusted_str(&visible_name(&self.source.name))
    }
}

/// A spot as it is drawn.
struct Mark<'a> {
    span: Span,
    label: &'a str,
    kind: AnnotationKind,
}

/// At most 16 KiB of the file lie between the first and the last mark of an excerpt; more is not looked through.
const LONGEST_EXCERPT: usize = 16 * 1024;

/// At most 100 places of one diagnostic are marked.
const MOST_MARKS: usize = 100;

/// At most 5 excerpts of a diagnostic are shown, where its places lie far apart.
const MOST_EXCERPTS: usize = 5;

/// Our sentences, which may quote the file.
fn said(text: &str) -> String {
    no_break_spaces(&visible(text))
}

/// The part of the span on its first line, on character boundaries, so that no caret can cut a character or draw a box
/// around half the file.
fn on_one_line(text: &str, span: &Span) -> Span {
    let boundary = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = boundary(span.start);
    let end = boundary(span.end).max(start);
    let line = text[start..end].split('\n').next().unwrap_or_default();
    start..start + line.trim_end().len()
}

/// Our sentences with their spaces before double marks and inside guillemets made no-break (`francais.md`, profile
/// `insecable`, which is the terminal's).
#[must_use]
pub fn no_break_spaces(text: &str) -> String {
    let mut result = text.replace("« ", "«\u{a0}");
    for mark in [":", ";", "!", "?", "»"] {
        result = result.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    result
}
