//! How the rows of a pasted list of people are parted, and what a sheet has beside persons: the head of its columns, its rules, its numbers.

use crate::french::folding::{fold, is_invisible};

/// What parts two lines: the second within a paragraph of Word.
pub(super) const LINE_ENDS: [char; 2] = ['\n', '\u{2028}'];

/// What stands above a column of names or of organisations, folded: alone in its line, it is a head already.
const HEADS: [&str; 20] = [
    "nom",
    "noms",
    "nomcomplet",
    "nometprenom",
    "nometprenoms",
    "nomsetprenoms",
    "nomprenom",
    "nomprenoms",
    "nomsprenoms",
    "prenom",
    "prenoms",
    "prenometnom",
    "prenomsetnom",
    "prenomsetnoms",
    "prenomnom",
    "organisation",
    "organisations",
    "organisme",
    "structure",
    "structures",
];

/// What stands above the other columns.
const OTHER_HEADS: [&str; 17] = [
    "n",
    "no",
    "num",
    "numero",
    "fonction",
    "fonctions",
    "poste",
    "titre",
    "qualite",
    "institution",
    "service",
    "email",
    "mail",
    "courriel",
    "telephone",
    "tel",
    "contact",
];

/// What all the rows of a list tell of each.
pub(super) struct Rows {
    /// Whether each has as many bars, and two have them at least: a bar may be of a name.
    have_bars: bool,
    /// Whether a number stands before the words of two rows at least.
    pub(super) are_numbered: bool,
}

impl Rows {
    pub(super) fn of(text: &str) -> Self {
        let is_seen = |sign: char| !sign.is_whitespace() && !is_invisible(sign);
        let lines = || {
            let lines = text.split(LINE_ENDS).map(str::trim);
            lines.filter(|line| line.contains(is_seen))
        };
        let bars = |line: &str| line.matches('|').count();
        let first = lines().next().map_or(0, bars);
        let have_bars = first > 0
            && lines().count() > 1
            && !text.contains(['\t', ';'])
            && lines().all(|line| bars(line) == first);
        let rows = Self {
            have_bars,
            are_numbered: false,
        };
        let numbered = lines().filter(|line| rows.is_numbered(line)).count();
        Self {
            are_numbered: numbered > 1,
            ..rows
        }
    }

    /// `1 ; Ali Bé`: a number, and a word beside it.
    fn is_numbered(&self, line: &str) -> bool {
        let mut cells = self.cells(line).map(|(_, part)| part);
        cells.next().is_some_and(is_number)
            && cells
                .next()
                .is_some_and(|part| part.contains(char::is_alphabetic))
    }

    /// The cells of a line, each with where it begins. Bars may stand around all of them too.
    pub(super) fn cells<'l>(
        &self,
        line: &'l str,
    ) -> impl Iterator<Item = (usize, &'l str)> + use<'l> {
        let separator = self.separator(line);
        let (inside, mut offset) = match line.strip_prefix('|').filter(|_| separator == '|') {
            Some(rest) => (rest, 1),
            None => (line, 0),
        };
        let closed = inside.strip_suffix('|').filter(|_| separator == '|');
        closed.unwrap_or(inside).split(separator).map(move |part| {
            let start = offset;
            offset += part.len() + separator.len_utf8();
            (start, part)
        })
    }

    /// A tab where there is one, as a sheet gives it; a semicolon else, or the bars of a table.
    pub(super) fn separator(&self, line: &str) -> char {
        let is_closed = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        match line {
            _ if line.contains('\t') => '\t',
            _ if line.contains(';') => ';',
            _ if self.have_bars || is_closed => '|',
            _ => ';',
        }
    }

    /// `- ; - ; -`, an empty row of a sheet, and `|---|---|`, which parts the head of a table from its rows.
    pub(super) fn is_rule(&self, line: &str) -> bool {
        let typed: Vec<&str> = self.cells(line).map(|(_, part)| part.trim()).collect();
        let mut seen = typed.iter().filter(|part| !part.is_empty()).peekable();
        typed.len() > 1
            && seen.peek().is_some()
            && seen.all(|part| stands_for_nothing(part.trim_matches(':')))
    }

    /// `N° ; Nom et prénom ; Structure`: each cell is what stands above a column.
    pub(super) fn is_head(&self, line: &str) -> bool {
        let words: Vec<String> = self.cells(line).map(|(_, part)| fold(part)).collect();
        let mut words = words.iter().filter(|word| !word.is_empty());
        let is_known = |word: &String| HEADS.contains(&word.as_str());
        words.clone().any(is_known)
            && words.all(|word| is_known(word) || OTHER_HEADS.contains(&word.as_str()))
    }
}

/// `3`, `n° 3`, `3.`: what a column of numbers has.
pub(super) fn is_number(cell: &str) -> bool {
    let folded = fold(cell);
    let led = folded
        .strip_prefix("no")
        .or_else(|| folded.strip_prefix('n'));
    let digits = led.unwrap_or(&folded);
    !digits.is_empty() && digits.chars().all(char::is_numeric)
}

/// `-`, `—`, `/`: what is typed in a cell of a sheet that has nothing to say.
pub(super) fn stands_for_nothing(part: &str) -> bool {
    part.chars().all(|sign| "-‐‑–—−/".contains(sign))
}
