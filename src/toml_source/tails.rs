//! Lines between brackets that are amiss, and what follows a value or a line between brackets.

use super::invisible::is_space;
use super::line::{Line, is_word, plain_key};
use super::lists;
use super::quotes::{begins_with_key, quote_inside};
use super::running_on;
use super::shapes::other_separator;
use super::signs;
use super::values::without_bullet;
use super::{TomlFault, Vocabulary};
use crate::diagnostic::{Diagnostic, Span};

/// By what others begin a comment.
const COMMENT_MARKS: [&str; 6] = ["//", "/*", "<!--", "--", ";", "%"];

/// What marks an item of a list, with or without a space after it.
const BULLETS: [char; 8] = ['-', '–', '—', '*', '•', '·', '▪', '+'];

/// `[[themes]`, `[cloture`, `[prochaine réunion]`, `[ [themes] ]`, `(cloture)`.
pub(super) fn header(line: &Line<'_>, vocabulary: &Vocabulary) -> Diagnostic {
    let whole = &line.text.trim()[..line.header_span().len()];
    let typed = block_after_mark(whole).unwrap_or(whole);
    let count = |brackets: [char; 3]| typed.matches(brackets).count();
    let (opened, closed) = (count(['[', '(', '{']), count([']', ')', '}']));
    let name = typed.trim_matches(|sign: char| "[](){}".contains(sign) || sign.is_whitespace());
    let known = vocabulary.block_meant(name);
    if known.is_none() && !name.starts_with(char::is_alphabetic) {
        // `[[2026-04-24`: no block has such a name.
        let title = "les crochets de cette ligne ne vont pas par paires";
        return Diagnostic::new(TomlFault::UnpairedBrackets, title)
            .at(line.trimmed_span(), "")
            .help("un bloc porte un nom entre crochets, par exemple [cloture] ; une liste suit sa clé et le signe =");
    }
    let better = known.map_or_else(|| plain_key(name), str::to_owned);
    let number = match vocabulary.repeated.contains(&better.as_str()) {
        true => 2,
        false if known.is_some() => 1,
        false => opened.max(closed).clamp(1, 2),
    };
    let better = format!("{}{better}{}", "[".repeat(number), "]".repeat(number));
    let is_paired = opened == closed && opened >= number && typed.starts_with('[');
    let is_paired = is_paired && plain_key(name) != name;
    let fault = match is_paired {
        _ if typed.len() < whole.len() => Diagnostic::new(
            TomlFault::ListMark,
            "le nom d’un bloc s’écrit sans tiret ni numéro devant",
        ),
        true => Diagnostic::new(
            TomlFault::KeyForm,
            "le nom d’un bloc s’écrit sans accent ni espace",
        ),
        false => Diagnostic::new(
            TomlFault::UnpairedBrackets,
            "les crochets de cette ligne ne vont pas par paires",
        ),
    };
    fault
        .at(line.trimmed_span(), "")
        .help(format!("écrivez {better}"))
        .proposal(line.header_span(), better)
}

/// `- [[themes]]`, `1. [cloture]`: the line between brackets after the mark of a list.
fn block_after_mark(text: &str) -> Option<&str> {
    let after_sign = || text.strip_prefix(BULLETS).map(str::trim_start);
    let block = without_bullet(text).or_else(after_sign)?;
    let name = block.trim_matches(['[', ']', ' ']);
    let is_name = name.starts_with(char::is_alphabetic) && name.split_whitespace().all(is_word);
    (is_name && block.starts_with('[') && block.ends_with(']')).then_some(block)
}

/// Whether the mark of a list stands before a line between brackets.
pub(super) fn is_marked_header(line: &Line<'_>) -> bool {
    let header = line.text.trim().split('#').next().unwrap_or_default();
    block_after_mark(header.trim_end()).is_some()
}

/// `(cloture)`, `{cloture}`, `cloture]`: the name of a block, and nothing else, between brackets that are not the right ones; or one
/// after the mark of a list.
pub(super) fn is_almost_header(line: &Line<'_>) -> bool {
    if is_marked_header(line) {
        return true;
    }
    let text = line.text.trim();
    let name = text.trim_matches(['(', '{', '[', ')', '}', ']', ' ']);
    text.ends_with([']', ')', '}'])
        && name.len() < text.len()
        && is_word(name)
        && name.starts_with(char::is_alphabetic)
}

/// Something after the end of a value or of a header.
pub(super) fn tail(line: &Line<'_>, span: &Span, vocabulary: &Vocabulary) -> Diagnostic {
    let (head, after) = line.split_at(span.start);
    let rest = after.trim();
    let whole = span.start..span.start + after.trim_end().len();
    if line.is_header() {
        return tail_of_header(line, rest, whole, vocabulary);
    }
    let value = head.split_once('=').map_or(head, |(_, value)| value).trim();
    let after_sign = rest.strip_prefix([',', ';', '.']).map(str::trim_start);
    if after_sign.is_some_and(|after| after.is_empty() || after.starts_with('#')) {
        return extra_sign(whole.end - rest.len());
    }
    if head.trim_end().ends_with('=') {
        return sign_before_value(whole.end - rest.len(), rest);
    }
    if let Some(fault) = running_on::on_line(line).filter(|_| rest.starts_with([']', '}'])) {
        return fault;
    }
    if rest.starts_with([']', '}']) && rest[1..].trim_start_matches([']', '}', ' ']).is_empty() {
        return Diagnostic::new(
            TomlFault::UnopenedClosing,
            format!("ce signe {} ferme ce qui n’est pas ouvert", &rest[..1]),
        )
        .at(whole.clone(), "")
        .help("supprimez-le, ou vérifiez ce qui est fermé trop tôt au-dessus")
        .proposal(whole, "");
    }
    if let Some(fault) = without_brackets(line, &whole, value, rest) {
        return fault;
    }
    if begins_with_key(after_sign.unwrap_or(rest)) {
        let key_start = whole.end - after_sign.unwrap_or(rest).len();
        return two_keys(line, key_start, line.span.start + head.trim_end().len());
    }
    let key = line.key();
    if let Some(list) = lists::cut_by_quote(value, rest).filter(|_| vocabulary.lists.contains(&key))
    {
        let start = line.span.start + head.trim_end().len() - value.len();
        return lists::without_brackets(key, start..whole.end, list);
    }
    let is_letter = rest.chars().count() == 1 && rest.chars().all(char::is_alphanumeric);
    if value.starts_with('\'') || (value.starts_with('"') && (rest.ends_with('"') || is_letter)) {
        return quote_inside(line, span);
    }
    if signs::is_block(rest) {
        // `][[themes]]`: the block begins on a line of its own.
        let title = "un bloc commence sur une ligne à lui";
        return Diagnostic::new(TomlFault::LineTail, title)
            .at(whole.clone(), "")
            .help(format!("passez à la ligne avant {rest}"))
            .proposal(whole.start..whole.end - rest.len(), line.line_end());
    }
    after_value(head, after, whole)
}

/// What follows a value, and is nothing that is known by its shape.
fn after_value(head: &str, after: &str, whole: Span) -> Diagnostic {
    let rest = after.trim();
    let fault = Diagnostic::new(TomlFault::LineTail, "cette fin de ligne est de trop")
        .at(whole.clone(), "")
        .help("une seule clé = valeur par ligne ; un commentaire commence par #");
    // `20]26-04-30`: what touches the value may be a part of it.
    let stands_apart = after.starts_with(is_space)
        || head.ends_with(is_space)
        || rest.starts_with('(')
        || COMMENT_MARKS.iter().any(|mark| rest.starts_with(mark));
    match stands_apart {
        true => as_comment(fault, rest, &whole),
        // `09:00:00=`, `"Budget")`: a sign that says nothing.
        false if !rest.contains(char::is_alphanumeric) => fault.proposal(whole, ""),
        false => fault,
    }
}

/// `point =, 2`, `point =: 2`: the sign that stands at the offset, before the value.
pub(super) fn sign_before_value(start: usize, rest: &str) -> Diagnostic {
    let length = rest.chars().next().map_or(0, char::len_utf8);
    let value = rest[length..].trim_start();
    let is_value = value.contains(char::is_alphanumeric) || value.starts_with(['[', '{']);
    let fault = Diagnostic::new(TomlFault::ExtraSign, "ce signe est de trop")
        .at(start..start + length, "")
        .help("supprimez-le : une ligne a la forme clé = valeur");
    match is_value && rest.starts_with([',', ';', ':', '.', '/', '!']) {
        true => fault.proposal(start..start + length, ""),
        false => fault,
    }
}

/// `. 4`, `/ "Gao"`: a sign that stands before a value, and is no part of it.
pub(super) fn is_before_value(value: &str) -> bool {
    let Some(after) = value.strip_prefix([':', '.', '/', ';', '!']) else {
        return false;
    };
    let meant = after.trim_start();
    let is_parted = meant.len() < after.len();
    value.starts_with(':')
        || meant.starts_with(['"', '\'', '[', '{'])
        || (is_parted && meant.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// `femmes /= 5`: the sign between a key of a group, which ends at the offset, and its sign =.
pub(super) fn sign_before_equals(line: &Line<'_>, offset: usize) -> Option<Diagnostic> {
    let (_, after) = line.split_at(offset);
    let (between, value) = after.split_once('=')?;
    let signs = between.trim();
    let is_extra = (1..=2).contains(&signs.len())
        && signs.chars().all(|sign| "/+-!:.*|~".contains(sign))
        && !value.starts_with('=');
    let start = offset + between.find(signs)?;
    is_extra.then(|| {
        Diagnostic::new(TomlFault::ExtraSign, "ce signe est de trop")
            .at(start..start + signs.len(), "")
            .help("supprimez-le : une ligne a la forme clé = valeur")
            .proposal(start..start + signs.len(), "")
    })
}

/// Where the rest of a line may be a comment: with its sign.
fn as_comment(fault: Diagnostic, rest: &str, place: &Span) -> Diagnostic {
    fault.proposal(place.clone(), comment(rest))
}

/// The text as a comment, without the marks that comments have elsewhere.
pub(super) fn comment(text: &str) -> String {
    let mark = COMMENT_MARKS
        .iter()
        .find_map(|mark| text.strip_prefix(mark));
    let text = mark
        .or_else(|| text.strip_prefix("REM "))
        .unwrap_or(text)
        .trim();
    let text = text
        .strip_suffix("*/")
        .or_else(|| text.strip_suffix("-->"))
        .unwrap_or(text);
    format!("# {}", text.trim())
}

/// Whether a line is a comment as others write them, or a rule drawn with signs.
pub(super) fn is_almost_comment(text: &str) -> bool {
    let has_mark =
        COMMENT_MARKS.iter().any(|mark| text.starts_with(mark)) || text.starts_with("REM ");
    has_mark || !text.contains(char::is_alphanumeric)
}

fn tail_of_header(line: &Line<'_>, rest: &str, whole: Span, vocabulary: &Vocabulary) -> Diagnostic {
    if rest.starts_with(']') {
        return header(line, vocabulary);
    }
    let fault = Diagnostic::new(TomlFault::LineTail, "cette fin de ligne est de trop")
        .at(whole.clone(), "")
        .help("passez à la ligne après les crochets ; un commentaire commence par #");
    if begins_with_key(rest) && !rest.starts_with('=') {
        return fault.proposal(whole.start..whole.start, line.line_end());
    }
    match rest.contains(char::is_alphanumeric) {
        true => as_comment(fault, rest, &whole),
        false => fault.proposal(whole, ""),
    }
}

/// `"AVSF", "OIM"`, `"AVSF" et "OIM"` for a list, `9,5` for a decimal.
fn without_brackets(line: &Line<'_>, tail: &Span, value: &str, rest: &str) -> Option<Diagnostic> {
    let (head, _) = line.split_at(tail.start);
    let place = line.span.start + head.trim_end().len() - value.len()..tail.end;
    let comma = rest.starts_with(',').then_some(1);
    let after_comma = rest[comma.or_else(|| other_separator(rest))?..].trim_start();
    let are = |signs: [char; 2]| after_comma.starts_with(signs) && value.starts_with(signs);
    let are_groups = are(['{', '{']) && value.ends_with('}') && after_comma.ends_with(['}', ']']);
    if are(['"', '\'']) || are_groups {
        let list = format!("{value}, {}", after_comma.trim_end_matches([']', ' ']));
        return Some(
            Diagnostic::new(
                TomlFault::ListWithoutBrackets,
                "il manque les crochets de cette liste",
            )
            .at(place.clone(), "")
            .help(format!("écrivez {} = [ {list} ]", line.key()))
            .proposal(place, format!("[ {list} ]")),
        );
    }
    let number = decimal_comma(value, rest)?;
    Some(
        Diagnostic::new(
            TomlFault::DecimalComma,
            "un nombre à virgule s’écrit avec un point",
        )
        .at(place.clone(), "")
        .help(format!("écrivez {} = {number}", line.key()))
        .proposal(place, number),
    )
}

/// Two keys on a line: the second begins at `key`, the value of the first ends at `end`.
pub(super) fn two_keys(line: &Line<'_>, key: usize, end: usize) -> Diagnostic {
    let (_, after) = line.split_at(key);
    let name = after.split('=').next().unwrap_or_default().trim();
    Diagnostic::new(TomlFault::TwoKeysOnLine, "il y a deux clés sur cette ligne")
        .at(key..key + name.len(), "")
        .help(format!("passez à la ligne avant {}", after.trim()))
        .proposal(end..key, line.line_end())
}

/// `9` and `,5`: the number as TOML writes it.
pub(super) fn decimal_comma(value: &str, rest: &str) -> Option<String> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = rest.strip_prefix(',')?;
    (is_number(value) && is_number(decimals)).then(|| format!("{value}.{decimals}"))
}

/// A comma, a semicolon or a period at the end of a line.
pub(super) fn extra_sign(start: usize) -> Diagnostic {
    Diagnostic::new(TomlFault::ExtraSign, "ce signe est de trop")
        .at(start..start + 1, "")
        .help("supprimez-le : rien ne termine une ligne")
        .proposal(start..start + 1, "")
}
