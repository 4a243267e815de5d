//! Writing to the terminal. A reader that goes away (`greffier check | head`) is no error; what cannot be written for another reason
//! is one, told when the command is done.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

use crate::diagnostic::{Report, no_break_spaces, shortened, visible};
use crate::files;
use crate::french::words::{counted, list_of_some};

/// Why something could not be written: the first answer of the system that said so.
static UNWRITTEN: OnceLock<io::Error> = OnceLock::new();

/// A result, on stdout.
pub(super) fn result(text: &str) {
    note(writeln!(io::stdout(), "{}", visible(text)));
}

/// A message to the user, on stderr, with the no-break spaces of French.
pub(super) fn say(text: &str) {
    // In one piece: several programs may write to one terminal.
    let line = no_break_spaces(&visible(text)) + "\n";
    note(io::stderr().write_all(line.as_bytes()));
}

/// The page of help of a report, on stderr; in colours only on a terminal that wants them (<https://no-color.org>).
pub(super) fn show(report: &Report) {
    let wants_colour =
        is_lively() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    note(write!(io::stderr(), "{}", report.render(wants_colour)));
}

/// At most 2 000 faults and doubts of an archive are shown: nobody reads more, and each file shows its first.
const MOST_SHOWN: usize = 2_000;

/// The same for several.
pub(super) fn show_all(reports: &[Report]) {
    let mut shown = 0;
    for (place, report) in reports.iter().enumerate() {
        if shown >= MOST_SHOWN {
            let rest = counted((reports.len() - place) as u64, "autre fichier");
            say(&format!(
                "… et {rest} : corrigez d’abord ce qui précède, puis relancez"
            ));
            return;
        }
        show(report);
        shown += report.diagnostics.len();
    }
}

/// At most 20 names stand in one message, each of which a file may hold.
const MOST_NAMED: usize = 20;
/// At most 200 bytes of each.
const LONGEST_NAME: usize = 200;

/// Names in a sentence, of many the first.
pub(super) fn some_of<T: AsRef<str>>(names: &[T]) -> String {
    let names = names.iter();
    let short = names.map(|name| shortened(name.as_ref().to_owned(), LONGEST_NAME));
    list_of_some(&short.collect::<Vec<_>>(), MOST_NAMED)
}

/// Whether messages go to a terminal that knows more than lines: `dumb` is what one calls itself that does not.
pub(super) fn is_lively() -> bool {
    io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|name| name != "dumb")
}

/// How the program ends: as the command did, unless something of its answer is lost.
pub(super) fn ended(code: ExitCode) -> ExitCode {
    let Some(error) = UNWRITTEN.get() else {
        return code;
    };
    say(&format!(
        "erreur : la réponse de la commande n’a pas pu être écrite : {}",
        files::said(error)
    ));
    ExitCode::from(2)
}

fn note(written: io::Result<()>) {
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        let _ = UNWRITTEN.set(error);
    }
}

/// A path as the user knows it: from the current folder where it lies below it.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&here).unwrap_or(path) {
        path if path.as_os_str().is_empty() => ".".to_owned(),
        path => path.display().to_string(),
    }
}
