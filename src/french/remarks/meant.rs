//! What seems a slip and may be meant: how a person or a body writes their name, an address without its beginning, a figure.

use super::context::{Context, has_capital};
use super::spacing::{DOMAINS, SMALL_OPENINGS};
use super::{Remark, RemarkKind};
use crate::french::folding::fold;
use crate::french::naming::is_title;
use crate::french::typed_tokens::{Kind, tokens};

/// So many bytes before a word are looked at, for what stands before it and whether it opens a sentence.
const LOOKED_AT: usize = 200;

/// First names that are much borne, folded and sorted, one on a line.
const FIRST_NAMES: &str = include_str!("first_names.txt");

/// The months that are names as well, folded.
const NAMED: [&str; 6] = ["janvier", "mars", "avril", "mai", "juin", "aout"];

impl Remark {
    /// Whether what is odd may be as its writer meant it; `text` is the one that the remark is on.
    #[must_use]
    pub fn may_be_meant(&self, text: &str) -> bool {
        match self.kind {
            RemarkKind::NeedlessSpace => self.parts_figures(text),
            RemarkKind::MissingSpace => self.is_in_address(text),
            RemarkKind::Ligature
            | RemarkKind::Misspelt
            | RemarkKind::BareA
            | RemarkKind::AcronymPlural
            | RemarkKind::MonthCapital
            | RemarkKind::WeekdayCapital => self.is_in_address(text) || self.may_be_name(text),
            _ => false,
        }
    }

    /// Whether a comma or a period stands between two figures, *3 , 5*, where it may be that of a decimal or of a list.
    fn parts_figures(&self, text: &str) -> bool {
        let (typed, after) = (&text[self.range.clone()], &text[self.range.end..]);
        let is_blank = |sign: char| sign.is_whitespace() && sign != '\n';
        let figure = typed.strip_suffix([',', '.']).map(str::trim_end);
        figure.is_some_and(|figure| figure.ends_with(|sign: char| sign.is_ascii_digit()))
            && after
                .trim_start_matches(is_blank)
                .starts_with(|sign: char| sign.is_ascii_digit())
            && !(typed.ends_with(',') && goes_on_with_figures(after))
    }

    /// Whether it stands in an address or the name of a file, whatever that ends with: *oeuvre.example*.
    fn is_in_address(&self, text: &str) -> bool {
        let (before, after) = (&text[..self.range.start], &text[self.range.end..]);
        let before = before
            .rsplit(char::is_whitespace)
            .next()
            .map_or(0, str::len);
        let after = after.split(char::is_whitespace).next().map_or(0, str::len);
        let run = &text[self.range.start - before..self.range.end + after];
        let mut points = run.match_indices('.');
        points.any(|(at, _)| {
            let after = &run[at + 1..];
            let length = after.find(|sign: char| !sign.is_alphanumeric());
            let word = &after[..length.unwrap_or(after.len())];
            let goes_on = word.starts_with(char::is_lowercase) && !SMALL_OPENINGS.contains(&word);
            run[..at].ends_with(char::is_alphanumeric)
                && (goes_on || DOMAINS.contains(&word.to_lowercase().as_str()))
        })
    }

    /// Whether a word may be a part of a name.
    fn may_be_name(&self, text: &str) -> bool {
        let mut start = self.range.start.saturating_sub(LOOKED_AT);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let seen = &text[start..self.range.end];
        let tokens = tokens(seen);
        let context = Context::new(seen, &tokens);
        let Some(at) = tokens.len().checked_sub(1) else {
            return false;
        };
        if !has_capital(context.at(Some(at))) {
            return false;
        }
        follows_title(&context, at)
            || match self.kind {
                RemarkKind::Ligature | RemarkKind::Misspelt => {
                    let after = &text[self.range.end..];
                    !context.surely_opens(at)
                        && !is_among_capitals(text, self)
                        && !is_said_of_work(&context, at, after)
                }
                RemarkKind::MonthCapital => follows_first_name(&context, at),
                _ => false,
            }
    }
}

/// Whether a word stands behind a title, *Mme Boeuf*, *M. Avril*, or behind an initial, *P. Avril*.
fn follows_title(context: &Context<'_>, at: usize) -> bool {
    let Some(before) = context.before(at) else {
        return false;
    };
    let has_point = context.at(Some(before)) == ".";
    let Some(word) = before.checked_sub(usize::from(has_point)) else {
        return false;
    };
    let word = context.at(Some(word));
    let is_initial = has_point && word.chars().nth(1).is_none();
    has_capital(word) && (is_initial || is_title(&fold(word)))
}

/// Whether a month that may be a name stands behind a first name: *Paul Avril*, where *Budget Juin 2026* names nobody.
fn follows_first_name(context: &Context<'_>, at: usize) -> bool {
    let before = context.before(at);
    let before = before.filter(|before| context.is(Some(*before), Kind::Word));
    let is_name = |word: &str| {
        let folded = fold(word);
        has_capital(word) && FIRST_NAMES.lines().any(|name| name == folded)
    };
    before.is_some_and(|before| is_name(context.at(Some(before))))
        && NAMED.contains(&fold(context.at(Some(at))).as_str())
}

/// Whether figures follow a comma and then *et* or *ou* with one more: ` 13 et 14 mars`.
fn goes_on_with_figures(after: &str) -> bool {
    let is_blank = |sign: char| sign.is_whitespace() && sign != '\n';
    let mut rest = after;
    loop {
        let figure = rest.trim_start_matches(is_blank);
        let behind = figure.trim_start_matches(|sign: char| sign.is_ascii_digit());
        if behind.len() == figure.len() {
            return false;
        }
        let next = behind.trim_start_matches(is_blank);
        if let Some(after) = next.strip_prefix(',') {
            rest = after;
            continue;
        }
        let last = ["et", "ou"].iter().find_map(|word| next.strip_prefix(word));
        return next.len() < behind.len()
            && last.is_some_and(|last| {
                let figure = last.trim_start_matches(is_blank);
                figure.len() < last.len() && figure.starts_with(|sign: char| sign.is_ascii_digit())
            });
    }
}

/// Whether a word is that of a turn of phrase: *Mise en Oeuvre*, *main d’Oeuvre*, *dans le Coeur du projet*. *De l’Oeuvre Malienne* may
/// be of a name.
fn is_said_of_work(context: &Context<'_>, at: usize, after: &str) -> bool {
    let word = fold(context.at(Some(at)));
    let next = after.trim_start_matches(char::is_whitespace);
    let leads = |wanted: &str| context.folded_before(at) == wanted;
    match word.as_str() {
        "oeuvre" if leads("l") => {
            let of = context
                .elided_before(at)
                .map(|elided| context.folded_before(elided));
            of.as_deref() == Some("de") && !has_capital(next)
        }
        "oeuvre" => leads("en") || leads("d"),
        "coeur" => {
            let article = context.before(at);
            let inside = || article.map(|article| context.folded_before(article));
            let is_inside = leads("au") || (leads("le") && inside().as_deref() == Some("dans"));
            let of = ["du ", "de ", "des ", "d’", "d'"];
            let whole = of.iter().find_map(|of| next.strip_prefix(of));
            is_inside && whole.is_some_and(|next| !has_capital(next))
        }
        _ => false,
    }
}

/// Whether a line is in capitals alone, as a title may be: no word in it has one of its own.
fn is_among_capitals(text: &str, remark: &Remark) -> bool {
    let (before, after) = (&text[..remark.range.start], &text[remark.range.end..]);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').unwrap_or(after.len());
    let line = &text[start..remark.range.end + end];
    !line.contains(char::is_lowercase)
}
