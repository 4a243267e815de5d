//! Faults of the TOML itself, said in French. What the parser's message tells (see `messages`) and what was typed there say what was
//! meant (see `shapes`). One fault a line: the first slip of a line makes the parser stumble over the rest of it.

use toml::de::Error;

use super::Vocabulary;
use super::healing;
use super::line::{Line, plain_key};
use super::line_ends;
use super::lists;
use super::messages::{Said, said};
use super::other_kinds;
use super::quoted_lines;
use super::quotes;
use super::running_on;
use super::shapes;
use super::signs;
use super::tails;
use super::twice;
use super::unclosed;
use super::values;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::toml_source::TomlFault;

/// What the syntax faults of a file spoil: what is read there is not what was typed.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// The lines that hold a fault, in their order.
    pub(super) lines: Vec<Span>,
    /// The keys that were meant on these lines.
    pub(super) keys: Vec<String>,
    /// Something was opened and not closed, or the file is no TOML: what was recovered of it means nothing.
    pub(super) is_total: bool,
}

impl Damage {
    /// Whether a damaged line holds that place.
    pub(super) fn holds(&self, offset: usize) -> bool {
        let after = self.lines.partition_point(|line| line.start <= offset);
        after > 0 && offset <= self.lines[after - 1].end
    }
}

/// A place where the parser stumbled.
#[derive(Debug)]
struct Stumble<'a> {
    line: Line<'a>,
    span: Span,
    said: Said,
}

/// At most 200 errors are looked at; a file with more is not TOML.
pub(super) const MOST_LOOKED_AT: usize = 200;

/// The faults, with changes that heal them, and what they spoil.
pub(super) fn explain(
    source: &Source,
    errors: &[Error],
    vocabulary: &Vocabulary,
) -> (Vec<Diagnostic>, Damage) {
    let (mut faults, damage) = found(source, errors, vocabulary);
    healing::try_all(source, &mut faults, damage.is_total, vocabulary);
    (faults, damage)
}

/// The faults as they are found, and what they spoil.
pub(super) fn found(
    source: &Source,
    errors: &[Error],
    vocabulary: &Vocabulary,
) -> (Vec<Diagnostic>, Damage) {
    let mut damage = Damage::default();
    if errors.is_empty() {
        return (Vec::new(), damage);
    }
    let mut stumbles: Vec<Stumble<'_>> = errors
        .iter()
        .take(MOST_LOOKED_AT)
        .map(|error| {
            let span = error.span().unwrap_or_default();
            let line = Line::around(&source.text, span.start);
            let said = match said(error) {
                // The parser sees the line end of Windows as a sign that no text may hold.
                Said::ControlCharacter if source.text[span.start..].starts_with("\r\n") => {
                    Said::TextUnclosed
                }
                said => said,
            };
            Stumble { line, span, said }
        })
        .collect();
    stumbles.sort_by_key(|stumble| {
        let comes_first = stumble.said <= Said::CloseWithoutOpen;
        (stumble.line.span.start, !comes_first, stumble.span.start)
    });
    if let Some(fault) = text_of_lines_amiss(source, &stumbles) {
        damage.is_total = true;
        return (vec![fault], damage);
    }
    if let Some(fault) = unclosed::find(source, errors) {
        damage.is_total = true;
        return (
            vec![swallowing_text(source, &stumbles, &fault, vocabulary).unwrap_or(fault)],
            damage,
        );
    }
    if let Some(fault) = line_ends::unreadable(errors) {
        damage.is_total = true;
        return (vec![fault], damage);
    }
    stumbles.dedup_by_key(|stumble| stumble.line.span.start);
    let is_cut = errors.len() > MOST_LOOKED_AT;
    if let Some(fault) = not_toml(source, &stumbles, is_cut, vocabulary) {
        damage.is_total = true;
        return (vec![fault], damage);
    }
    let faults = one_by_one(source, &stumbles, vocabulary, &mut damage);
    (faults, damage)
}

/// The faults of the stumbles, in their order, and what each spoils.
fn one_by_one(
    source: &Source,
    stumbles: &[Stumble<'_>],
    vocabulary: &Vocabulary,
    damage: &mut Damage,
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    // Where the last run of prose ended, and whether it runs on: one fault is enough for it.
    let mut prose_end = None;
    // Whether the block that the line is in lost its first line, so that its keys ended up in another one.
    let mut in_broken_block = false;
    let mut said_line = None;
    // Where the last list ends whose opening bracket is missing or amiss: its elements are as they should be.
    let mut list_end = 0;
    for stumble in stumbles {
        let line = &stumble.line;
        if line.span.start < list_end {
            continue;
        }
        list_end = end_of_parts(source, stumble).unwrap_or(list_end);
        let is_prose = stumble.said <= Said::Key
            && stumble.said != Said::Duplicate
            && (line.is_prose() || signs::is_lone_element(line));
        let runs_on = is_prose
            && !tails::is_marked_header(line)
            && prose_end.is_some_and(|end| is_blank(source, end, line.span.start));
        let is_misplaced_key =
            in_broken_block && stumble.said == Said::Duplicate && !line.is_header();
        let fault = say(source, stumble, vocabulary).filter(|_| !runs_on && !is_misplaced_key);
        let place = fault.as_ref().and_then(|fault| fault.spots.first());
        let place = place.map(|spot| Line::around(&source.text, spot.span.start).span.start);
        // What stands on a line that has its fault already came of that one.
        if place.is_none() || place != said_line {
            said_line = place.or(said_line);
            faults.extend(fault);
        }
        let is_header = line.is_header() || tails::is_almost_header(line);
        if is_header {
            in_broken_block = breaks_block(stumble);
        }
        let is_of_lines =
            is_prose || stumble.said == Said::TextUnclosed || quotes::is_lone_quote(line);
        prose_end = is_of_lines.then_some(line.span.end);
        damage
            .keys
            .extend(keys_lost(stumble, is_header, vocabulary));
        if stumble.said == Said::CommaBetweenElements
            && shapes::is_before_element(line, &stumble.span)
        {
            // The parser sees the elements as they were meant.
            continue;
        }
        let mut spoilt = damaged(source, stumble, is_header);
        spoilt.end = spoilt.end.max(list_end);
        if damage.lines.last().is_none_or(|last| last.end < spoilt.end) {
            damage.lines.push(spoilt);
        }
    }
    faults
}

/// Where the parts end, on the lines after, of a list or a group that does not begin as it should.
fn end_of_parts(source: &Source, stumble: &Stumble<'_>) -> Option<usize> {
    let line = &stumble.line;
    let after_sign = || match stumble.said {
        Said::ExtraEquals | Said::Value => signs::end_after_extra_sign(source, line),
        _ => None,
    };
    signs::end_of_unopened_list(source, line)
        .or_else(|| signs::end_of_value_below(source, line))
        .or_else(|| lists::end_of_parentheses(source, line))
        .or_else(after_sign)
}

/// Whether a block lost its first line by a stumble there.
fn breaks_block(stumble: &Stumble<'_>) -> bool {
    use Said::{Duplicate, Header, NoEquals, Tail};
    tails::is_marked_header(&stumble.line)
        || stumble.line.text.trim_start().starts_with(['(', '{'])
        || matches!(stumble.said, Duplicate | Header | Tail | NoEquals)
}

/// The lines that a stumble spoils: its own, with the group that they are in, and those of a block that it costs its name.
fn damaged(source: &Source, stumble: &Stumble<'_>, is_header: bool) -> Span {
    let line = &stumble.line;
    let is_block_lost = match stumble.said {
        Said::Header | Said::NoEquals => is_header,
        Said::Key => tails::is_marked_header(line),
        Said::Tail => signs::is_block(line.split_at(stumble.span.start).1.trim()),
        _ => false,
    };
    let end = match is_block_lost {
        true => next_header(&source.text, line.span.end),
        false => line.span.end,
    };
    let start = unclosed::group_around(&source.text, line.span.start);
    start.unwrap_or(line.span.start)..end
}

/// The keys that were meant on the line, and are not read.
fn keys_lost(stumble: &Stumble<'_>, is_header: bool, vocabulary: &Vocabulary) -> Vec<String> {
    let key = key_lost(stumble);
    let meant = key.as_deref();
    let meant = meant.and_then(|key| vocabulary.key_meant(key, vocabulary.top_keys));
    let meant = meant.map(str::to_owned);
    let block = is_header.then(|| block_lost(stumble, vocabulary)).flatten();
    meant.into_iter().chain(key).chain(block).collect()
}

/// The key that is not read though it was typed on the line.
fn key_lost(stumble: &Stumble<'_>) -> Option<String> {
    let Stumble { line, span, said } = stumble;
    match said {
        Said::NoEquals | Said::Key if !line.is_header() => {
            let key = line.key_and_value().map_or(line.key(), |(key, _)| key);
            Some(plain_key(key))
        }
        // `[[themes]] titre = "…"`
        Said::Tail if line.is_header() => {
            let (key, _) = line.split_at(span.start).1.split_once('=')?;
            Some(plain_key(key.trim()))
        }
        _ => None,
    }
}

/// The block whose first line the parser makes nothing of.
fn block_lost(stumble: &Stumble<'_>, vocabulary: &Vocabulary) -> Option<String> {
    let is_lost = matches!(
        stumble.said,
        Said::Header | Said::NoEquals | Said::Key | Said::KeyMissing
    );
    let name = stumble.line.text.trim().split('#').next()?;
    let name = name.trim_matches(|sign: char| "[](){}".contains(sign) || sign.is_whitespace());
    let known = vocabulary.block_meant(name).filter(|_| is_lost);
    known.map(str::to_owned)
}

/// Where the block ends that the offset is in.
pub(super) fn next_header(text: &str, offset: usize) -> usize {
    let mut start = offset;
    for line in text[offset..].split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            break;
        }
        start += line.len();
    }
    start
}

fn is_blank(source: &Source, start: usize, end: usize) -> bool {
    source
        .text
        .get(start..end)
        .is_some_and(|between| between.trim().is_empty())
}

/// Of a group that is not closed because a text of its line swallowed the brace, the text is the fault.
fn swallowing_text(
    source: &Source,
    stumbles: &[Stumble<'_>],
    unclosed: &Diagnostic,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let opening = unclosed.spots.first()?.span.start;
    let mut of_the_line = stumbles
        .iter()
        .filter(|stumble| stumble.line.span.contains(&opening));
    let first = of_the_line.clone().next()?;
    of_the_line.find(|stumble| stumble.said == Said::TextUnclosed)?;
    say(source, first, vocabulary)
}

/// A text of several lines that does not begin, or ends too soon: the parser takes the rest of it for keys, and its end for a beginning.
fn text_of_lines_amiss(source: &Source, stumbles: &[Stumble<'_>]) -> Option<Diagnostic> {
    use Said::{CommaBetweenElements, CommaBetweenKeys, GroupUnclosed, ListUnclosed, Tail, Value};
    let places = stumbles.iter().filter(|stumble| {
        matches!(
            stumble.said,
            Tail | Value | CommaBetweenElements | CommaBetweenKeys | ListUnclosed | GroupUnclosed
        )
    });
    let first = places.min_by_key(|stumble| stumble.span.start);
    let closed = first.map(|stumble| stumble.span.start);
    let closed = closed.and_then(|place| quoted_lines::closed_inside(&source.text, place));
    let mut lines = stumbles.iter().map(|stumble| &stumble.line);
    closed.or_else(|| lines.find_map(|line| quoted_lines::without_equals(&source.text, line)))
}

/// A letter or a report saved under the name of a record: no line is as it should be, and most are sentences.
fn not_toml(
    source: &Source,
    stumbles: &[Stumble<'_>],
    is_cut: bool,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let last = stumbles.last()?.line.span.end;
    let looked_at = if is_cut {
        &source.text[..last]
    } else {
        &source.text
    };
    let lines = looked_at.lines().map(str::trim);
    let written = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .count();
    let faulty: Vec<&Line<'_>> = stumbles
        .iter()
        .map(|stumble| &stumble.line)
        .filter(|line| !line.is_comment())
        .collect();
    let prose = faulty.iter().filter(|line| line.is_prose()).count();
    if written > faulty.len() || prose * 2 <= written {
        return None;
    }
    let first = faulty.first()?;
    let fault = Diagnostic::new(TomlFault::NotToml, "ce fichier n’est pas au format TOML").at(
        first.trimmed_span(),
        "aucune ligne n’a la forme clé = valeur",
    );
    Some(if vocabulary.beginning_help.is_empty() {
        fault
    } else {
        fault.help(vocabulary.beginning_help)
    })
}

/// What is said of a stumble; nothing where the reader will say it better.
fn say(source: &Source, stumble: &Stumble<'_>, vocabulary: &Vocabulary) -> Option<Diagnostic> {
    let Stumble { line, span, said } = stumble;
    if let Some(fault) = shapes::decimal_in_group(line) {
        return Some(other_kinds::of_comma(source, line, fault, vocabulary));
    }
    if matches!(
        said,
        Said::EqualsMissing | Said::ExtraComma | Said::TextUnclosed
    ) && let Some(fault) = lists::second_text(line, span.start, vocabulary.lists)
    {
        return Some(fault);
    }
    let here = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
    Some(match said {
        Said::EqualsInList => running_on::on_line(line).unwrap_or_else(|| signs::key_in_list(line, span)),
        Said::CloseWithoutOpen => {
            running_on::on_line(line).unwrap_or_else(|| signs::closing_without_opening(line, span))
        }
        Said::Duplicate if line.is_header() => return twice::block_twice(source, line, span, vocabulary),
        Said::Duplicate => twice::key_twice(source, span),
        Said::NoEquals => shapes::no_equals_sign(source, line, vocabulary),
        Said::Key if line.is_header() => tails::header(line, vocabulary),
        Said::Key => shapes::key_in_words(source, line, span, vocabulary),
        Said::KeyMissing if line.is_header() && line.text.contains(char::is_alphabetic) => tails::header(line, vocabulary),
        Said::KeyMissing if line.is_header() => {
            here(TomlFault::UnnamedBlock, "il manque un nom entre ces crochets").help("par exemple [cloture]")
        }
        Said::KeyMissing if !line.text.contains(char::is_alphanumeric) => shapes::no_equals_sign(source, line, vocabulary),
        Said::KeyMissing if line.text.contains('{') => signs::swapped_brackets(line, span),
        Said::KeyMissing => here(TomlFault::MissingKey, "il manque la clé avant le signe =").help("une ligne a la forme clé = valeur"),
        Said::CommaBetweenElements | Said::CommaBetweenKeys => shapes::comma_missing(source, line, span),
        Said::ExtraComma => shapes::extra_comma(line, span, vocabulary),
        Said::EqualsMissing => shapes::equals_missing(line, span, vocabulary),
        Said::ExtraEquals => signs::extra_equals(line, span),
        Said::Header => tails::header(line, vocabulary),
        Said::Tail => other_kinds::of_comma(source, line, tails::tail(line, span, vocabulary), vocabulary),
        Said::ControlCharacter => here(TomlFault::ForbiddenCharacter, "il y a ici un caractère invisible interdit")
            .help("effacez ce passage et retapez-le ; seuls la tabulation et le passage à la ligne sont permis"),
        Said::Backslash => quotes::backslash(line, span),
        Said::TextUnclosed => quotes::text_unclosed(source, line, span),
        // What is not closed, or too deep, is said before when it can be.
        Said::Value | Said::ListUnclosed | Said::GroupUnclosed | Said::TooDeep | Said::TooManyDots | Said::LineEnd => {
            values::value(source, line, span, vocabulary)
        }
    })
}
