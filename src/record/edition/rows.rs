//! Rows of tables, as they are typed.

/// Whether a line is the one below the head of a table.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ']);
    let mut signs = line.chars();
    line.contains('-') && signs.all(|sign| matches!(sign, '|' | '-' | ':' | ' ' | '\t' | '\r'))
}

/// How many cells a row has.
pub(super) fn cells(line: &str) -> usize {
    let line = line.trim_start_matches(['>', ' ']).trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.replace("\\|", "").matches('|').count() + 1
}
