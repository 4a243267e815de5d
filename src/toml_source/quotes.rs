//! Texts whose quotes are amiss: one that is not closed, one that a quote of its own closes too early, a bar before a letter.

use super::invisible::is_space;
use super::line::{CURLY, Line, is_word};
use super::running_on::{MeantEnd, is_before_value, stands_for_quote};
use super::signs::extra_quote;
use super::unclosed::length_of_text;
use crate::diagnostic::{Diagnostic, Proposal, Source, Span};
use crate::toml_source::TomlFault;

/// Keys whose text is the path of a file.
const PATHS: [&str; 3] = ["fichier", "logo", "dossier"];

/// A text that begins on a line, by the place of its opening quote in the line.
struct Opened {
    start: usize,
    mark: char,
    /// It is one of several of a list or a group.
    is_inner: bool,
}

impl Opened {
    /// The text that reaches an offset of the line, or goes beyond it.
    fn at(line: &str, offset: usize) -> Option<Self> {
        let mut rest = 0;
        while rest < offset {
            let tail = &line[rest..];
            let sign = tail.chars().next()?;
            if sign != '"' && sign != '\'' {
                rest += sign.len_utf8();
                continue;
            }
            let length = length_of_text(tail, sign);
            if rest + length >= offset {
                let before = line[..rest].trim_start();
                let value = before.split_once('=').map_or(before, |(_, value)| value);
                let is_inner =
                    before.is_empty() || before.starts_with('{') || value.contains(['[', '{']);
                return Some(Self {
                    start: rest,
                    mark: sign,
                    is_inner,
                });
            }
            rest += length;
        }
        None
    }

    /// Where the quote stands that was meant to close it: the first after which the line goes on as it should.
    fn meant_end(&self, line: &str) -> Option<usize> {
        let ends = line.match_indices(self.mark).map(|(at, _)| at);
        let mut ends = ends.filter(|at| *at > self.start);
        let goes_on = |at: &usize| {
            let after = line[at + 1..].trim_start();
            let is_over = after.is_empty() || after.starts_with('#');
            is_over || (self.is_inner && is_after_element(after))
        };
        ends.find(goes_on)
    }
}

/// `] }`, `, "…"`, `, nom = "…"`: what may follow an element of a list or a group.
pub(super) fn is_after_element(text: &str) -> bool {
    let Some(next) = text.strip_prefix(',').map(str::trim_start) else {
        return text.starts_with([']', '}']);
    };
    next.is_empty()
        || next.starts_with(['"', '\'', '{', '[', ']', '}', '#'])
        || begins_with_key(next)
}

pub(super) fn begins_with_key(text: &str) -> bool {
    text.split_once('=')
        .is_some_and(|(key, _)| is_word(key.trim()))
}

/// `"dans la salle "Djoliba" du PNUD"`: the quote before the span ended the text. The same with apostrophes.
pub(super) fn quote_inside(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.start);
    let head = head.trim_end_matches(is_space);
    let quote = line.span.start + head.len().saturating_sub(1);
    let opened = Opened::at(line.text, head.len());
    let content = opened
        .as_ref()
        .and_then(|opened| head.get(opened.start + 1..head.len().saturating_sub(1)));
    if let (Some(opened), Some(content)) = (&opened, content)
        && let Some(fault) = running_on(line, opened, content.trim_end())
    {
        return fault;
    }
    if let Some(fault) = opened
        .as_ref()
        .and_then(|opened| quote_misplaced(line, opened, head.len()))
    {
        return fault;
    }
    let fault = match opened.as_ref().map(|opened| opened.mark) {
        Some('\'') => Diagnostic::new(
            TomlFault::ApostropheInText,
            "cette apostrophe ferme le texte trop tôt",
        )
        .at(quote..quote + 1, "")
        .help("entourez le texte de guillemets droits \"…\" : l’apostrophe y est permise"),
        _ => Diagnostic::new(
            TomlFault::QuoteInText,
            "ce guillemet droit ferme le texte trop tôt",
        )
        .at(quote..quote + 1, "")
        .help("à l’intérieur d’un texte, écrivez « … », ou \\\" pour garder le guillemet droit"),
    };
    let whole = opened.and_then(|opened| Some((opened.meant_end(line.text)?, opened)));
    match whole {
        Some((end, opened)) => match requoted(&line.text[opened.start + 1..end], &opened) {
            Some(text) => {
                let start = line.span.start + opened.start;
                fault.proposal(start..line.span.start + end + 1, text)
            }
            None => fault,
        },
        None => fault,
    }
}

/// The quote after the content was meant to open: it is the text before it that has no end.
fn running_on(line: &Line<'_>, opened: &Opened, content: &str) -> Option<Diagnostic> {
    let is_cut = content.ends_with('=')
        || (opened.is_inner && (content.ends_with(',') || is_before_value(content)));
    if !is_cut {
        return None;
    }
    let start = line.span.start + opened.start;
    let end = MeantEnd::of(&line.text[..opened.start], content, opened.mark);
    if let Some(end) = end.filter(|_| opened.is_inner) {
        return Some(end.said(start, content, opened.mark));
    }
    let end = start + 1 + content.rfind(',').unwrap_or(content.len());
    let fault = Diagnostic::new(TomlFault::UnclosedText, "ce texte n’est pas fermé");
    let fault = fault.at(start..end, "");
    let fault = fault.help("terminez-le par un guillemet droit");
    Some(fault.proposal(end..end, "\""))
}

/// `""ACTED"`, `"ACTED""`: one of them is typed twice. `"ACTE"D`: the last letter was typed after the quote. `end` is where, in the
/// line, the text ends for the parser.
fn quote_misplaced(line: &Line<'_>, opened: &Opened, end: usize) -> Option<Diagnostic> {
    if opened.mark != '"' {
        return None;
    }
    let after = line.text.get(end..)?;
    let letter = after.chars().next().filter(|sign| sign.is_alphanumeric());
    if let Some(letter) = letter {
        let rest = after[letter.len_utf8()..].trim_start();
        let is_over = rest.is_empty() || rest.starts_with('#');
        let is_last = is_over || (opened.is_inner && is_after_element(rest));
        let text = line.text.get(opened.start + 1..end - 1)?;
        if is_last && !text.is_empty() {
            let start = line.span.start + end - 1;
            let fault = Diagnostic::new(
                TomlFault::QuoteInText,
                "ce guillemet droit ferme le texte trop tôt",
            );
            return Some(
                fault
                    .at(start..start + 1, "")
                    .help(format!("écrivez \"{text}{letter}\""))
                    .proposal(start..start + 1 + letter.len_utf8(), format!("{letter}\"")),
            );
        }
    }
    let close = opened.meant_end(line.text)?;
    let text = line.text.get(opened.start + 1..close)?;
    let is_alone = |text: &str| !text.is_empty() && !text.replace("\\\"", "").contains('"');
    let extra = match (text.strip_prefix('"'), text.strip_suffix('"')) {
        (Some(text), _) if is_alone(text) => opened.start + 1,
        (_, Some(text)) if is_alone(text) => close,
        _ => return None,
    };
    let extra = line.span.start + extra;
    Some(extra_quote(extra..extra + 1))
}

/// The text between straight quotes, with those inside it as French has them; nothing where it is rather two elements of a list, and what
/// stands between them is no word.
fn requoted(text: &str, opened: &Opened) -> Option<String> {
    let mark = opened.mark;
    let doubled = text
        .strip_prefix(mark)
        .and_then(|text| text.strip_suffix(mark));
    if let Some(text) = doubled.filter(|text| !text.contains(mark)) {
        return Some(format!("\"{text}\""));
    }
    if mark == '\'' {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        return Some(format!("\"{text}\""));
    }
    let parts: Vec<&str> = text.split('"').collect();
    if parts.len().is_multiple_of(2) {
        return Some(format!("\"{}\"", text.replace('"', "\\\"")));
    }
    let mut quoted = parts.iter().skip(1).step_by(2);
    if opened.is_inner && quoted.any(|part| !part.contains(char::is_alphanumeric)) {
        // `"OIM". "HCR"`: two texts, and what stands between them.
        return None;
    }
    let parts = parts
        .iter()
        .enumerate()
        .map(|(number, part)| match number % 2 {
            0 => (*part).to_owned(),
            _ => format!("« {} »", part.trim()),
        });
    Some(format!("\"{}\"", parts.collect::<String>()))
}

/// A text on one line without the quote that ends it.
pub(super) fn text_unclosed(source: &Source, line: &Line<'_>, span: &Span) -> Diagnostic {
    let typed = line.text.trim_end();
    let opened = Opened::at(typed, typed.len());
    let Opened {
        start,
        mark,
        is_inner,
    } = opened.unwrap_or(Opened {
        start: span
            .start
            .saturating_sub(line.span.start)
            .min(typed.len().saturating_sub(1)),
        mark: '"',
        is_inner: false,
    });
    if typed.ends_with("\\\"") {
        // The bar takes its sense from the quote.
        let quote = line.span.start + typed.len() - 1;
        return backslash(line, &(quote..quote));
    }
    let end = line.span.start + typed.len().max(start + 1);
    let start = line.span.start + start;
    let fault =
        Diagnostic::new(TomlFault::UnclosedText, "ce texte n’est pas fermé").at(start..end, "");
    let body = source.text.get(start + 1..end).unwrap_or_default();
    let (before, _) = line.split_at(start);
    if let Some(end) = MeantEnd::of(before, body, mark).filter(|_| is_inner) {
        return end.said(start, body, mark);
    }
    if let Some(curly) = curly_for_quote(body) {
        return fault
            .help(format!(
                "terminez-le par un guillemet droit \" au lieu de {curly}"
            ))
            .proposal(end - curly.len_utf8()..end, mark);
    }
    let other = if mark == '"' { '\'' } else { '"' };
    if let Some(text) = body.strip_suffix(other).filter(|text| !text.is_empty()) {
        return fault
            .help("ouvrez-le et fermez-le par le même guillemet droit : \"…\"")
            .proposal(start..end, format!("\"{}\"", text.replace('"', "\\\"")));
    }
    let fault = match mark {
        '\'' => fault.help("entourez-le de guillemets droits : \"…\""),
        _ => fault.help("terminez-le par un guillemet droit ; un texte de plusieurs lignes se met entre \"\"\" et \"\"\""),
    };
    if let Some(change) = end_on_next_line(source, line, mark, is_inner) {
        return fault.proposal(change.span, change.replacement);
    }
    if let Some(end) = end_on_later_line(source, line, mark) {
        let text = source.text.get(start + 1..end).unwrap_or_default();
        return fault.proposal(start..end + 1, format!("\"\"\"{text}\"\"\""));
    }
    match length_meant(body, is_inner) {
        0 => fault,
        length => fault.proposal(start + 1 + length..start + 1 + length, mark),
    }
}

/// The curly quote that ends the text in the place of a straight one.
fn curly_for_quote(body: &str) -> Option<char> {
    let (at, sign) = body.char_indices().next_back()?;
    (CURLY.contains(&sign) && stands_for_quote(&body[..at], sign)).then_some(sign)
}

/// How long the text is that was meant on its line: without a comment, and without what ends a list or a group.
fn length_meant(body: &str, is_inner: bool) -> usize {
    let text = body.split_once(" #").map_or(body, |(text, _)| text);
    let text = text.trim_end();
    match is_inner {
        true => text.trim_end_matches([',', ']', '}', ' ']).len(),
        false => text.len(),
    }
}

/// A line end typed before the quote, or within an element of a list: what puts it right. The quote may stand alone on the next line, or
/// before the key that begins there.
fn end_on_next_line(
    source: &Source,
    line: &Line<'_>,
    mark: char,
    is_inner: bool,
) -> Option<Proposal> {
    let start = line.span.end + 1;
    let next = (start < source.text.len()).then(|| Line::around(&source.text, start))?;
    let typed = next.text.trim_start();
    let words = start + next.text.len() - typed.len();
    let end = line.span.start + line.text.trim_end().len();
    if let Some(rest) = typed.strip_prefix(mark) {
        let rest = rest.trim_start();
        return match rest.is_empty() || (is_inner && is_after_element(rest)) {
            true => Some(Proposal {
                span: end..words,
                replacement: String::new(),
            }),
            false => begins_with_key(rest).then(|| Proposal {
                span: end..words + 1,
                replacement: format!("{mark}{}", line.line_end()),
            }),
        };
    }
    let (text, rest) = typed.split_once(mark)?;
    let is_text = is_inner && !text.contains(['=', '[', '{', '#']) && !text.is_empty();
    (is_text && is_after_element(rest.trim_start())).then(|| Proposal {
        span: end..words,
        replacement: " ".to_owned(),
    })
}

/// Where the quote stands that ends the text on one of the lines after, which are sentences.
fn end_on_later_line(source: &Source, line: &Line<'_>, mark: char) -> Option<usize> {
    const MOST_LINES: usize = 50;
    let mut start = line.span.end + 1;
    for _ in 0..MOST_LINES {
        let next = source
            .text
            .get(start..)
            .filter(|rest| !rest.is_empty())
            .map(|_| Line::around(&source.text, start))?;
        let typed = next.text.trim_end();
        if !next.is_prose()
            || typed
                .trim_start()
                .starts_with(['"', '\'', ']', '}', '{', '#'])
        {
            return None;
        }
        if typed.ends_with(mark) {
            return Some(start + typed.len() - 1);
        }
        start = next.span.end + 1;
    }
    None
}

/// A backslash in a text, most often in the path of a file.
pub(super) fn backslash(line: &Line<'_>, span: &Span) -> Diagnostic {
    let (head, _) = line.split_at(span.end.max(span.start + 1));
    let at = head.rfind('\\').unwrap_or_default();
    let start = line.span.start + at;
    let fault = Diagnostic::new(
        TomlFault::Backslash,
        "la barre \\ a un sens particulier entre guillemets",
    )
    .at(start..start + 1, "");
    let opening = Opened::at(line.text, at + 1).map_or(0, |opened| opened.start + 1);
    let typed = line.text.get(opening..).unwrap_or_default();
    if typed.get(1..2) == Some(":") || typed.starts_with("\\\\") {
        return fault.help(
            "copiez le fichier à côté du compte rendu, puis écrivez son chemin avec des barres / : \"annexes/rapport.pdf\"",
        );
    }
    let fault = fault.help("dans un chemin, écrivez / ; ailleurs, doublez la barre : \\\\");
    let key = line.key_at(line.span.start + opening.saturating_sub(1));
    let end = typed.find('"').unwrap_or(typed.len());
    let (text, after) = typed.split_at(end);
    let is_last = text.ends_with('\\')
        && after
            .strip_prefix('"')
            .is_some_and(|after| after.trim().is_empty());
    match is_last {
        _ if PATHS.contains(&key) => {
            let whole = line.span.start + opening..line.span.start + opening + end;
            fault.proposal(whole, text.replace('\\', "/"))
        }
        true => fault.proposal(start..start + 1, ""),
        false => fault.proposal(start..start + 1, "\\\\"),
    }
}

/// `objectif = «`: the text is on the lines after.
pub(super) fn is_lone_quote(line: &Line<'_>) -> bool {
    let value = line
        .text
        .split_once('=')
        .map_or("", |(_, value)| value.trim());
    !value.is_empty() && value.chars().all(|sign| CURLY.contains(&sign))
}
