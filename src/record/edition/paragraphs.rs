//! A formatted text without the paragraphs, list items and table rows that an edition does not show.
//!
//! A mark holds for the line that it begins and what belongs to it: up to the next empty line, or to the end of the list item with
//! all that is set in below it. In doubt more is left out.

use std::ops::Range;

use super::mark::mark;
use super::rows::{cells, is_rule};
use crate::markup::{item_text, with_lists_apart};
use crate::record::raw::Edition;

/// How far a mark reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the next empty line.
    Paragraph,
    /// To the next item of the same list. The lists are in Markdown by then, where what is below an item stands to its right.
    Item,
    /// To the end of the line.
    Row,
}

/// A mark that holds.
#[derive(Clone, Copy)]
struct Scope {
    reach: Reach,
    /// How far the line of the mark is set in.
    indent: usize,
    least: Edition,
}

/// How a line begins.
struct Beginning {
    /// How far it is set in, the signs of a quotation included.
    indent: usize,
    /// Where the text begins, after what makes an item, a heading or a cell of it.
    text: usize,
    is_item: bool,
    /// Whether it is an item of Markdown, as all are that the page shows as items: another sign may be a part of the text above.
    is_of_list: bool,
    is_row: bool,
}

/// Signs that begin an item though no space follows them: `•[interne]`.
const TIGHT_BULLETS: [char; 5] = ['•', '–', '▪', '·', '\u{f0b7}'];

fn beginning(line: &str) -> Beginning {
    let is_set_in = |sign: &char| sign.is_whitespace() || *sign == '>';
    let indent = line.chars().take_while(is_set_in).count();
    let mut rest = line.trim_start();
    let (mut is_item, mut is_row) = (false, false);
    let is_of_list = rest
        .trim_start_matches(['>', ' '])
        .starts_with(|sign: char| matches!(sign, '-' | '*' | '+') || sign.is_ascii_digit());
    loop {
        if let Some(after) = rest.strip_prefix('|') {
            (is_row, rest) = (true, after.trim_start());
        } else if let Some(after) = rest.strip_prefix('>') {
            rest = after.trim_start();
        } else if let Some(after) = item(rest) {
            (is_item, rest) = (true, after.trim_start());
        } else if let Some(after) = heading(rest) {
            rest = after;
        } else {
            break;
        }
    }
    Beginning {
        indent,
        text: line.len() - rest.len(),
        is_item,
        is_of_list: is_item && is_of_list,
        is_row,
    }
}

/// What follows the sign, number or letter of an item.
fn item(text: &str) -> Option<&str> {
    item_text(text).or_else(|| text.strip_prefix(TIGHT_BULLETS))
}

/// What follows the signs of a heading.
fn heading(text: &str) -> Option<&str> {
    let after = text.trim_start_matches('#');
    let is_heading = after.len() < text.len() && after.starts_with(char::is_whitespace);
    is_heading.then(|| after.trim_start())
}

/// The number or letter of an item, `12.` or `- b)`: its place and its rank. Four digits are a year.
fn rank(text: &str) -> Option<(Range<usize>, u32)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let ends = |place: &Range<usize>| text[place.end..].starts_with(['.', ')']);
    let number = 0..digits;
    if (1..=3).contains(&digits) && ends(&number) {
        return Some((number, text[..digits].parse().ok()?));
    }
    let letter = text.strip_prefix(LETTERED)?.chars().next()?;
    let place = LETTERED.len()..LETTERED.len() + letter.len_utf8();
    (letter.is_ascii_lowercase() && ends(&place))
        .then(|| (place, u32::from(letter) - u32::from('a') + 1))
}

/// What stands before the letter of an item, once its list is in Markdown.
const LETTERED: &str = "- ";

/// Reads a text line by line: what holds for each.
#[derive(Default)]
struct Reader {
    scopes: Vec<Scope>,
    after_empty: bool,
    /// How many cells the line before has, if it is a row.
    cells_before: Option<usize>,
    is_in_table: bool,
}

/// A line, and what is to be done with it.
struct Judged {
    begins: Beginning,
    /// The mark that it begins with: its length.
    mark: Option<usize>,
    /// The least edition that shows it.
    least: Edition,
}

impl Reader {
    /// Judges a line, which is not empty.
    fn judge(&mut self, line: &str) -> Judged {
        let begins = beginning(line);
        while let Some(top) = self.scopes.last() {
            let is_past = match top.reach {
                Reach::Item => {
                    (begins.is_of_list || self.after_empty) && begins.indent <= top.indent
                }
                Reach::Paragraph => self.after_empty,
                Reach::Row => true,
            };
            if !is_past {
                break;
            }
            self.scopes.pop();
        }
        let cells = begins.is_row.then(|| cells(line));
        let before = self.cells_before.filter(|_| !self.after_empty);
        self.is_in_table = cells.is_some()
            && before.is_some()
            && (self.is_in_table || (is_rule(line) && cells == before));
        self.cells_before = cells;
        self.after_empty = false;
        let mark = mark(&line[begins.text..]);
        if let Some((least, _)) = mark {
            let is_paragraph = |scope: &Scope| scope.reach == Reach::Paragraph;
            self.scopes.pop_if(|scope| is_paragraph(scope));
            self.scopes.push(Scope {
                reach: reach(&begins, self.is_in_table),
                indent: begins.indent,
                least,
            });
        }
        let least = self.scopes.iter().map(|scope| scope.least).max();
        Judged {
            begins,
            mark: mark.map(|(_, length)| length),
            least: least.unwrap_or_default(),
        }
    }
}

/// A table without its head, or without the rule below it, is none: its mark holds for all of it.
fn reach(begins: &Beginning, is_in_table: bool) -> Reach {
    match begins {
        Beginning { is_item: true, .. } => Reach::Item,
        Beginning { is_row: true, .. } if is_in_table => Reach::Row,
        _ => Reach::Paragraph,
    }
}

/// Where the marks stand that mark something, in order.
pub(super) fn marked_places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let begins = beginning(line);
        if let Some((_, length)) = mark(&line[begins.text..]) {
            let is_alone = line[begins.text + length..].trim().is_empty();
            let next = lines.peek().copied().unwrap_or_default();
            if !is_alone || !next.trim().is_empty() {
                places.push(start + begins.text);
            }
        }
        start += line.len() + 1;
    }
    places
}

/// What the lines of a text say, each with its place: without the signs of lists, quotations, headings and tables before it.
pub(in crate::record) fn said_by_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let begins = beginning(line).text;
        let place = start + begins;
        start += line.len() + 1;
        (place, &line[begins..])
    })
}

/// The text as that edition shows it, without any mark; `None` where it has none.
pub(super) fn shown(text: &str, edition: Edition) -> Option<String> {
    if marked_places(text).is_empty() {
        return None;
    }
    let text = with_lists_apart(text);
    let mut reader = Reader::default();
    let mut ranks = Ranks::default();
    let mut shown: Vec<String> = Vec::new();
    let (mut is_left_out, mut is_owed) = (false, false);
    for line in text.split('\n') {
        if line.trim().is_empty() {
            reader.after_empty = true;
            match is_left_out {
                // It stands between what is left out and what follows.
                true => is_owed = true,
                false => push_empty(&mut shown, line),
            }
            continue;
        }
        let is_after_empty = reader.after_empty;
        let judged = reader.judge(line);
        ranks.leave(&judged.begins, is_after_empty);
        is_left_out = judged.least > edition;
        if is_left_out {
            ranks.skip(line, &judged.begins);
            continue;
        }
        // Items that had no empty line between them have none now.
        if std::mem::take(&mut is_owed) && !judged.begins.is_item {
            push_empty(&mut shown, "");
        }
        let begins = judged.begins.text;
        let bare = match judged.mark {
            Some(length) => {
                let head = ranks.renumbered(&line[..begins], &judged.begins);
                head + line[begins + length..].trim_start_matches([' ', '\t', '\u{a0}'])
            }
            None => ranks.renumbered(&line[..begins], &judged.begins) + &line[begins..],
        };
        // A mark alone on its line is not an empty line.
        if judged.mark.is_none() || !bare.trim().is_empty() {
            shown.push(bare);
        }
    }
    while shown.last().is_some_and(|last| last.trim().is_empty()) {
        shown.pop();
    }
    Some(shown.join("\n"))
}

/// Adds an empty line, never two, and none at the beginning.
fn push_empty(shown: &mut Vec<String>, line: &str) {
    if shown.last().is_some_and(|last| !last.trim().is_empty()) {
        shown.push(line.to_owned());
    }
}

/// How many items were left out of the numbered lists that are open, by how far these are set in.
#[derive(Default)]
struct Ranks(Vec<(usize, u32)>);

impl Ranks {
    /// Lists end where something stands that is set in less, or where a paragraph follows them.
    fn leave(&mut self, begins: &Beginning, is_after_empty: bool) {
        let is_over = |indent: usize| {
            begins.indent < indent || (is_after_empty && !begins.is_item && begins.indent <= indent)
        };
        while self.0.pop_if(|(indent, _)| is_over(*indent)).is_some() {}
    }

    fn skip(&mut self, line: &str, begins: &Beginning) {
        if !begins.is_item || rank(line.trim_start()).is_none() {
            return;
        }
        match self.0.last_mut() {
            Some((indent, skipped)) if *indent == begins.indent => *skipped += 1,
            _ => self.0.push((begins.indent, 1)),
        }
    }

    /// The beginning of a line with the number or letter that it has now.
    fn renumbered(&self, head: &str, begins: &Beginning) -> String {
        let indent = head.len() - head.trim_start().len();
        let renumbered = || {
            let (_, skipped) = self.0.last().filter(|(at, _)| *at == begins.indent)?;
            let (place, rank) = rank(&head[indent..])?;
            let rank = rank.checked_sub(*skipped).filter(|rank| *rank > 0)?;
            let rank = match place.start {
                0 => rank.to_string(),
                _ => char::from_u32(u32::from('a') + rank - 1)?.to_string(),
            };
            let (before, after) = (&head[..indent + place.start], &head[indent + place.end..]);
            Some(format!("{before}{rank}{after}"))
        };
        let is_item = begins.is_item;
        is_item
            .then(renumbered)
            .flatten()
            .unwrap_or_else(|| head.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_shows_its_own_paragraphs() {
        let cases = [
            ("Un.\n\n[interne] Deux.\nsuite\n\nTrois.", "Un.\n\nTrois."),
            ("Un.\n[interne] Deux.\n- a\n- b\n\nTrois.", "Un.\n\nTrois."),
            ("[Interne]\nDeux.\n\nTrois.", "Trois."),
            (
                "- un\n- [membres] deux\n  suite\n  - sous\n\n  encore\n- trois",
                "- un\n- trois",
            ),
            ("1. [interne] un\n2. deux\n3. trois", "1. deux\n2. trois"),
            (
                "1. un\n2. [interne] deux\n3. trois\n\nFin.\n\n4. quatre",
                "1. un\n2. trois\n\nFin.\n\n4. quatre",
            ),
            ("a) [interne] un\nb) deux", "- a) deux"),
            ("a) un\nb) [interne] deux\nc) trois", "- a) un\n- b) trois"),
            (
                "| a | b |\n|---|---|\n| [interne] c | d |\n| e | f |",
                "| a | b |\n|---|---|\n| e | f |",
            ),
            ("| [interne] a | b |\n|---|---|\n| c | d |\n\nFin.", "Fin."),
            ("| [interne] a | b |\n|—|—|\n| c | d |\n\nFin.", "Fin."),
            ("| [interne] a | b |\n| c | d |\n\nFin.", "Fin."),
            (
                "| a | b |\n|---|\n| [interne] c | d |\n| e | f |",
                "| a | b |\n|---|",
            ),
            (
                "> | a | b |\n> |---|---|\n> | [interne] c | d |\n> | e | f |",
                "> | a | b |\n> |---|---|\n> | e | f |",
            ),
            (
                "| a |\n|---|\n| b |\n\n| [interne] c | d |\n| e | f |\n\nFin.",
                "| a |\n|---|\n| b |\n\nFin.",
            ),
            ("•[interne] un\n• deux", "- deux"),
            ("•\t[interne] un\n▪\tsous\n•\tdeux", "- deux"),
            ("• [interne] un :\n– sous\n– sous\n• deux", "- deux"),
            ("➢\t[interne] un\n➢\tdeux", "- deux"),
            ("o\t[interne] un\no\tdeux", "- deux"),
            ("1. [interne] un\na) sous\nb) sous\n2. fin", "1. fin"),
            (" - [interne] un\n\t- sous\n - deux", " - deux"),
            ("> - [interne] un\n>   - sous\n> - deux", "> - deux"),
            ("1. [interne] un\n\n1986. Fondation", "1986. Fondation"),
            ("– [interne] un\n— suite\n– deux\n\nfin", "fin"),
            ("> • [interne] un\n> ▪ sous\n\nfin", "fin"),
            ("[interne]\u{2029}deux\n\nfin", "fin"),
            ("- a\n  - [interne] b\n  - c\n- d", "- a\n  - c\n- d"),
            ("- [interne] a\n  - [membres] b\n- d", "- d"),
            ("[interne] a\n[membres] b\n\nc", "c"),
            ("# [interne] Titre\ntexte\n\nfin", "fin"),
        ];
        for (typed, public) in cases {
            assert_eq!(
                shown(typed, Edition::Public).as_deref(),
                Some(public),
                "{typed}"
            );
        }
    }

    #[test]
    fn an_edition_shows_no_mark() {
        let cases = [
            ("Un.\n\n[interne] Deux.", "Un.\n\nDeux."),
            ("- [membres] deux\n- trois", "- deux\n- trois"),
            ("1. [interne] un\n2. deux", "1. un\n2. deux"),
            ("[interne]\nDeux.", "Deux."),
            ("| a |\n|---|\n| [interne] c |", "| a |\n|---|\n| c |"),
        ];
        for (typed, whole) in cases {
            assert_eq!(
                shown(typed, Edition::Internal).as_deref(),
                Some(whole),
                "{typed}"
            );
        }
        assert_eq!(
            shown("[interne](https://e.org) reste", Edition::Public),
            None
        );
        let members = shown("[interne] a\n\n[membres] b", Edition::Members);
        assert_eq!(members.as_deref(), Some("b"));
    }
}
