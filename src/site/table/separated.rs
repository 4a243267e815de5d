//! A table as a French spreadsheet opens it with a double click: `;` between the cells, each in quotes, a byte order mark, without
//! which the accents are misread, lines that end as Windows has them, days as 2026-04-30, which is a day in any language.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Register;
use super::cell::Cell;
use crate::french::folding::is_invisible;
use crate::site::Site;

pub(super) fn write(register: Register, site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    // A reader that does not know the mark takes a quote after it for a part of the first head.
    let mut heads = writer(csv::QuoteStyle::Necessary, &mut *out);
    let columns = register.columns(site);
    heads.write_record(columns.iter().map(|column| said(&column.head)))?;
    heads.flush()?;
    drop(heads);
    // Where `,` or a tab is taken for the end of a cell too, quotes alone keep a row whole.
    let mut rows = writer(csv::QuoteStyle::Always, out);
    for row in register.rows(site) {
        rows.write_record(row.iter().map(said))?;
    }
    rows.flush()
}

fn writer<W: Write>(quotes: csv::QuoteStyle, out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(quotes)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out)
}

fn said(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => without_formula(text).into_owned(),
        Cell::Day(day) => day.to_string(),
        Cell::Count(count) => count.to_string(),
    }
}

/// What makes a spreadsheet run a cell, with its wide and small forms, which some take for it (OWASP, *CSV injection*).
const FORMULA: [char; 12] = [
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫',
];
/// What ends a cell for one reader or another.
const ENDS: [char; 5] = [';', ',', '\t', '；', '，'];
/// What a reader may drop before the first sign of a cell, beside spaces.
const DROPPED: [char; 4] = ['"', '\'', '＂', '＇'];

/// A text without a cell in it that runs, wherever a reader takes it to begin: an apostrophe stands before what would.
fn without_formula(text: &str) -> Cow<'_, str> {
    let mut safe = String::new();
    let mut kept = 0;
    let mut begins = true;
    for (at, letter) in text.char_indices() {
        if begins && FORMULA.contains(&letter) {
            safe.push_str(&text[kept..at]);
            safe.push('\'');
            kept = at;
        }
        begins = ENDS.contains(&letter) || begins && is_dropped(letter);
    }
    match safe.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(safe + &text[kept..]),
    }
}

fn is_dropped(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter) || DROPPED.contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::without_formula;

    #[test]
    fn no_cell_runs_wherever_a_reader_takes_it_to_begin() {
        for (text, expected) in [
            ("", ""),
            (
                "Partager les TDR ; vite, à 9 h",
                "Partager les TDR ; vite, à 9 h",
            ),
            ("R&D = 2, soit - 3", "R&D = 2, soit - 3"),
            (
                "a@example.org, b@example.org",
                "a@example.org, b@example.org",
            ),
            ("=1+1", "'=1+1"),
            ("+223 20 22 12 34", "'+223 20 22 12 34"),
            ("-5 %", "'-5 %"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠A1", "'＠A1"),
            ("﹣1", "'﹣1"),
            ("  =1", "  '=1"),
            ("\u{200b}\u{a0}=1", "\u{200b}\u{a0}'=1"),
            ("\"=1\"", "\"'=1\""),
            ("'=1", "''=1"),
            ("' \"=1", "' \"'=1"),
            ("ACTED ; =1", "ACTED ; '=1"),
            ("a;=1", "a;'=1"),
            ("a,=1;+2", "a,'=1;'+2"),
            ("a\t=1", "a\t'=1"),
            ("a, \"=1", "a, \"'=1"),
            ("a，＝1", "a，'＝1"),
            ("==1", "'==1"),
            ("- =1", "'- =1"),
            (";=1", ";'=1"),
            ("−5 %, – puis", "−5 %, – puis"),
        ] {
            assert_eq!(without_formula(text), expected, "{text:?}");
        }
    }
}
