//! Paragraphs made and shown as text.

use std::sync::LazyLock;

use greffier::print::fonts::{Face, Fonts};
use greffier::print::line::{Align, Cutting, Line, Measure, Span};
use greffier::print::page::Mark;
use greffier::print::paragraph::set;
use greffier::print::units::{Color, Pt};

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// Size 10, leading 14, black, upright.
pub(crate) fn span(text: &str) -> Span {
    Span {
        text: text.to_owned(),
        face: Face::Regular,
        size: Pt(10.0),
        color: Color::default(),
        rise: Pt::ZERO,
        cutting: Cutting::Text,
        mark: Mark::Element(1),
        link: None,
    }
}

pub(crate) fn name(text: &str) -> Span {
    Span {
        cutting: Cutting::Whole,
        ..span(text)
    }
}

pub(crate) fn bold(text: &str) -> Span {
    Span {
        face: Face::Bold,
        mark: Mark::Element(2),
        ..span(text)
    }
}

pub(crate) fn measure(width: f64, align: Align) -> Measure {
    Measure {
        width: Pt(width),
        leading: Pt(14.0),
        align,
    }
}

pub(crate) fn lines(spans: &[Span], width: f64, align: Align) -> Vec<Line> {
    set(&FONTS, spans, &measure(width, align))
}

/// The text of a line as a reader sees it: an added hyphen is shown as `‐`, spaces at the end are not.
pub(crate) fn shown(line: &Line) -> String {
    let texts = line.runs.iter().map(|run| match run.is_added_hyphen() {
        true => "‐".to_owned(),
        false => run.text(),
    });
    texts.collect::<String>().trim_end_matches(' ').to_owned()
}

/// What a reading program takes from the lines: added hyphens are not there.
pub(crate) fn read(lines: &[Line]) -> String {
    let runs = lines.iter().flat_map(|line| &line.runs);
    runs.filter(|run| !run.is_added_hyphen())
        .map(|run| run.text())
        .collect()
}

/// The right edge of what is seen.
pub(crate) fn right_edge(line: &Line) -> f64 {
    line.runs.last().map_or(0.0, |run| run.x.0 + run.width().0)
}

/// The width of a text on one line.
pub(crate) fn width(text: &str) -> f64 {
    lines(&[span(text)], 1e6, Align::Left)
        .first()
        .map_or(0.0, right_edge)
}

#[track_caller]
pub(crate) fn check(spans: &[Span], width: f64, align: Align, expected: &[&str]) {
    let lines: Vec<String> = lines(spans, width, align).iter().map(shown).collect();
    assert_eq!(lines, expected, "{width} points");
}
