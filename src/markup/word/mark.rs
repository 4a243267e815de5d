//! What begins a line of a list: the marks of Word, and those of Markdown.

use crate::markup::escape::LINE_ENDS;

/// How far apart the tab stops are in Markdown.
const TAB_WIDTH: usize = 4;
/// A number before an item has at most three digits: four are a year.
const LONGEST_NUMBER: usize = 3;

/// The kind of a mark; marks of one kind belong to one level of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A bullet or a dash.
    Sign(char),
    /// A number, with the sign after it.
    Number(char),
    /// A letter and a bracket, in capitals or not.
    Letter { capital: bool },
}

/// Who would see a list in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Markdown, unless the line stands too far to the right.
    Markdown,
    /// Any reader: the mark is a bullet.
    Word,
    /// Whoever sees the lines around too: a dash, or a letter in a sequence.
    Neighbours,
}

/// A line that begins with the mark of an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked<'t> {
    pub(super) kind: Kind,
    pub(super) origin: Origin,
    /// The column of the mark.
    pub(super) indent: usize,
    /// The mark itself.
    pub(super) mark: &'t str,
    /// The column where the text begins.
    pub(super) content: usize,
    /// What follows the mark; only an item of Markdown may be empty.
    pub(super) text: &'t str,
}

impl Marked<'_> {
    /// Whether it is the first letter of a list: `a)`.
    pub(super) fn begins_letters(&self) -> bool {
        matches!(self.kind, Kind::Letter { .. }) && self.mark.eq_ignore_ascii_case("a)")
    }
}

/// The mark at the start of a line, if one is there.
pub(super) fn marked(line: &str) -> Option<Marked<'_>> {
    let typed = line.trim_start_matches(is_gap);
    let blank = &line[..line.len() - typed.len()];
    let first = typed.chars().next()?;
    let length = match first {
        '0'..='9' => typed.find(|one: char| !one.is_ascii_digit())? + 1,
        _ if first.is_ascii_alphabetic() && typed[1..].starts_with(')') => 2,
        _ => first.len_utf8(),
    };
    let (mark, rest) = typed.split_at_checked(length)?;
    let text = rest.trim_start_matches(is_gap);
    let gap = &rest[..rest.len() - text.len()];
    let (kind, origin) = kind_of(first, mark, gap, text)?;
    let indent = columns(blank, 0);
    Some(Marked {
        kind,
        origin,
        indent,
        mark,
        content: columns(gap, indent + mark.chars().count()),
        text,
    })
}

fn kind_of(first: char, mark: &str, gap: &str, text: &str) -> Option<(Kind, Origin)> {
    if gap.is_empty() && !(text.is_empty() && first.is_ascii()) {
        return None;
    }
    let in_markdown = gap.is_empty() || gap.starts_with([' ', '\t']);
    let has_value = text.starts_with(|one: char| one.is_ascii_digit());
    let sign = |origin| Some((Kind::Sign(first), origin));
    match first {
        '+' if has_value => None,
        '-' | '*' if is_rule(first, text) => None,
        '-' | '*' | '+' if in_markdown => sign(Origin::Markdown),
        _ if text.trim_end().is_empty() && !first.is_ascii_digit() => None,
        '-' if !has_value => sign(Origin::Neighbours),
        '–' | '—' => sign(Origin::Neighbours),
        'o' | '§' | 'Ø' | 'ü' | 'v' | 'q' if gap.contains('\t') && !mark.ends_with(')') => {
            sign(Origin::Word)
        }
        '0'..='9' => {
            let after = mark
                .chars()
                .next_back()
                .filter(|one| matches!(one, '.' | ')'))?;
            let is_number = in_markdown && mark.len() <= LONGEST_NUMBER + 1;
            is_number.then_some((Kind::Number(after), Origin::Markdown))
        }
        _ if first.is_ascii_alphabetic() && mark.ends_with(')') => {
            let capital = first.is_ascii_uppercase();
            Some((Kind::Letter { capital }, Origin::Neighbours))
        }
        _ if is_bullet(first) && !is_rule('-', text) => sign(Origin::Word),
        _ => None,
    }
}

/// Whether a line is a rule: three of its sign at least, and nothing else.
fn is_rule(first: char, text: &str) -> bool {
    text.chars().all(|one| one == first || is_gap(one)) && text.matches(first).count() > 1
}

/// A bullet as Word copies it: a sign of its own, or a private-use character that its symbol fonts (Symbol, Wingdings) draw.
pub(super) fn is_bullet(sign: char) -> bool {
    matches!(
        sign,
        '•' | '·'
            | '‣'
            | '⁃'
            | '◦'
            | '○'
            | '●'
            | '■'
            | '▪'
            | '▫'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '▸'
            | '❖'
            | '\u{f020}'..='\u{f0ff}'
    )
}

/// A space, a tab, or any other blank that ends no line.
pub(super) fn is_gap(one: char) -> bool {
    let is_other = || !one.is_ascii() && one.is_whitespace() && !LINE_ENDS.contains(&one);
    matches!(one, ' ' | '\t') || is_other()
}

/// The column after some blanks that begin at a column.
pub(super) fn columns(blank: &str, start: usize) -> usize {
    blank.chars().fold(start, |column, one| match one {
        '\t' => (column / TAB_WIDTH + 1) * TAB_WIDTH,
        _ => column + 1,
    })
}
