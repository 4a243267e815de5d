//! Writing to the terminal. A reader that goes away (`greffier check | head`) is no error.

use std::io::{IsTerminal, Write};

use crate::diagnostic::{Report, no_break_spaces};

/// A result, on stdout.
pub(super) fn result(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A message to the user, on stderr, with the no-break spaces of French.
pub(super) fn say(text: &str) {
    // In one piece: several programs may write to one terminal.
    let line = no_break_spaces(text) + "\n";
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// The page of help of a report, on stderr; in colours only on a terminal that wants them (<https://no-color.org>).
pub(super) fn show(report: &Report) {
    let wants_colour = std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let _ = write!(std::io::stderr(), "{}", report.render(wants_colour));
}

/// The same for several.
pub(super) fn show_all(reports: &[Report]) {
    reports.iter().for_each(show);
}
