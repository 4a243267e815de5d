//! How a new record is written: values, lines, headings.

use toml_edit::Value;

/// Stands for what is left to write: `check` reports it.
pub(super) const TO_WRITE: &str = "\"…\"";

/// A text as a TOML value, on one line.
pub(super) fn quoted(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Value::from(if text.contains('\n') {
        one_line
    } else {
        text.to_owned()
    })
    .to_string()
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
