//! A formatted text without the paragraphs, list items and table rows that an edition does not show.
//!
//! A mark holds for the line that it begins and what belongs to it: up to the next empty line, or to the end of the list item with
//! all that is set in below it. In doubt more is left out.

use super::lines::{Beginning, beginning, lines, marked_places};
use super::mark::mark;
use super::ranks::Ranks;
use super::rows::{cells, is_rule};
use crate::markup::{joined, with_lists_apart};
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

/// The text as that edition shows it, without any mark; `None` where it has none.
pub(super) fn shown(text: &str, edition: Edition) -> Option<String> {
    if marked_places(text).is_empty() {
        return None;
    }
    let text = with_lists_apart(&joined(&lines(text)));
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

    /// Texts whose lines other programs end, or leave with blanks that are seen as such.
    const PASTED: [(&str, &str); 19] = [
        ("[interne] a\n\u{a0}\nb", "b"),
        ("[interne] a\n\u{3000}\u{feff}\nb", "b"),
        ("[interne] a\n\u{200b}\nb", "b"),
        ("[interne] a\n\u{a0}b\n\nc", "c"),
        ("[interne] a\u{2028}\u{2028}b\n\nc", "c"),
        ("[interne] a\u{b}\u{b}b\n\nc", "c"),
        ("[interne] a\u{2028}b\u{2029}c", "c"),
        ("[interne] a\rb\r\rc", "c"),
        ("[interne] a\u{85}\u{85}b", "b"),
        ("a\u{2028}[interne] b\n\nc", "a  \n\nc"),
        ("\u{200b}[interne] a\n\nb", "b"),
        ("1.\u{a0}[interne] un\n2.\u{202f}deux", "1. deux"),
        ("\u{200b}- [interne] un\n\u{feff}- deux", "- deux"),
        ("\u{a0}\u{a0}- [interne] un\n- deux", "- deux"),
        ("> -\u{a0}[interne] a\n> -\u{a0}b\n\nfin", "fin"),
        (
            "| a | b |\n|\u{a0}---\u{a0}|---|\n| [interne] c | d |\n| e | f |",
            "| a | b |\n| --- |---|\n| e | f |",
        ),
        (
            "| a | b |\n|--\u{200b}-|---|\n| [interne] c | d |\n| e | f |",
            "| a | b |\n|---|---|\n| e | f |",
        ),
        ("Un.\n\u{a0}\u{a0}suite\n\n[interne] b", "Un.\n  suite"),
        (
            "a) x\nb) y\n\n- [interne] un\n- deux",
            "+ a) x\n+ b) y\n\n- deux",
        ),
    ];

    #[test]
    fn marks_read_the_lines_that_pages_read() {
        for (typed, public) in PASTED {
            let public_text = shown(typed, Edition::Public);
            assert_eq!(public_text.as_deref(), Some(public), "{typed:?}");
            // The reader of marks sees no other line than who reads the page.
            let whole = shown(typed, Edition::Internal).unwrap();
            let paragraphs =
                |text: &str| crate::markup::to_html(&crate::markup::parse(text).blocks);
            assert!(!paragraphs(&whole).contains("interne"), "{typed:?}");
            assert_eq!(
                paragraphs(&whole),
                paragraphs(&typed.replace("[interne] ", "")),
                "{typed:?}"
            );
        }
    }

    /// Whatever parts two paragraphs on the page ends a mark, and nothing else does.
    #[test]
    fn a_mark_hides_the_paragraph_that_is_shown() {
        let parts = [
            "\n\n",
            "\n\u{a0}\n",
            "\n\u{2003}\n",
            "\n\u{200b}\n",
            "\r\r",
            "\u{2029}",
            "\u{85}\u{85}",
            "\n",
            "\r\n",
            "\r",
            "\u{2028}",
            "\u{2028}\u{2028}",
            "\u{b}",
            "\u{b}\u{b}",
            "\u{b}\n",
            "\n\u{a0}",
            "\u{85}",
            "\u{2028}\n\n",
            "\n\u{2028}\n",
        ];
        for part in parts {
            let blocks = crate::markup::parse(&format!("a{part}b")).blocks.len();
            let public = shown(&format!("[interne] a{part}b"), Edition::Public).unwrap();
            assert_eq!(public, if blocks == 2 { "b" } else { "" }, "{part:?}");
        }
    }

    #[test]
    fn the_places_of_marks_are_those_of_the_text() {
        for (typed, part) in [
            ("a\u{2029}[interne] b", "[interne] b"),
            ("\u{a0}\u{a0}[interne] b", "[interne] b"),
            ("1.\u{a0}\u{a0}[interne] b", "[interne] b"),
            ("é\r\n\u{200b}-\u{200b} [membres] b", "[membres] b"),
            (
                "| é | b |\n|\u{a0}---|---|\n|\u{a0}[interne] c | d |",
                "[interne] c",
            ),
        ] {
            let places = marked_places(typed);
            assert_eq!(places, [typed.find(part).unwrap()], "{typed:?}");
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
