//! How a new record is written: values, lines, headings.

use toml_edit::Value;

/// Stands for what is left to write: `check` reports it.
pub(super) const TO_WRITE: &str = "\"…\"";

/// A text as a TOML value, on one line.
pub(super) fn quoted(text: &str) -> String {
    Value::from(if text.contains(LINE_ENDS) {
        on_one_line(text)
    } else {
        text.to_owned()
    })
    .to_string()
}

/// What some reader takes for the end of a line.
const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// A text with single spaces for all that parts its words.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// `key = value` where there is a value, else the example as a comment.
pub(super) fn entry(text: &mut String, key: &str, value: Option<String>, example: &str) {
    match value {
        Some(value) => line(text, &format!("{key} = {value}")),
        None => line(text, &format!("# {key} = {example}")),
    }
}

pub(super) fn heading(text: &mut String, title: &str) {
    let rule = "─".repeat(74usize.saturating_sub(title.chars().count()));
    line(text, &format!("\n# ── {title} {rule}"));
}
