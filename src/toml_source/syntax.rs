//! Faults of the TOML itself, said in French. What the parser's message tells (see `messages`) and what was typed there say what was
//! meant (see `shapes`). One fault a line: the first slip of a line makes the parser stumble over the rest of it.

use std::borrow::Cow;

use toml::de::{DeTable, Error};

use super::line::{Line, earlier_key, plain_key};
use super::messages::{Said, said};
use super::shapes;
use super::unclosed;
use super::values;
use super::{Vocabulary, WRITTEN_BY_HAND};
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
const MOST_LOOKED_AT: usize = 200;

/// The text with the lines that are no expression at all made blank, and the errors they gave. For such a line the parser
/// loses the lines after it too. `errors` are those of the text as it is, mostly none.
pub(super) fn without_lost_lines<'a>(
    text: &'a str,
    errors: &[Error],
) -> (Cow<'a, str>, Vec<Error>) {
    const MOST_ROUNDS: usize = 20;
    let mut text = Cow::Borrowed(text);
    let mut lost = Vec::new();
    let mut errors = errors.to_vec();
    for _ in 0..MOST_ROUNDS {
        if text.len() > WRITTEN_BY_HAND {
            break;
        }
        errors.truncate(MOST_LOOKED_AT);
        errors.retain(|error| said(error) == Said::NoEquals);
        if errors.is_empty() {
            break;
        }
        let mut blanked = text.into_owned();
        for error in &errors {
            let start = error.span().unwrap_or_default().start;
            let line = Line::around(&blanked, start).span;
            let blank = " ".repeat(line.len());
            blanked.replace_range(line, &blank);
        }
        lost.append(&mut errors);
        (_, errors) = DeTable::parse_recoverable(&blanked);
        text = Cow::Owned(blanked);
    }
    (text, lost)
}

/// The faults, and what they spoil.
pub(super) fn explain(
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
            let said = said(error);
            Stumble { line, span, said }
        })
        .collect();
    stumbles.sort_by_key(|stumble| {
        let comes_first = stumble.said <= Said::CloseWithoutOpen;
        (stumble.line.span.start, !comes_first, stumble.span.start)
    });
    if let Some(fault) = unclosed::find(source, errors) {
        damage.is_total = true;
        return (
            vec![swallowing_text(source, &stumbles, &fault, vocabulary).unwrap_or(fault)],
            damage,
        );
    }
    if let Some(fault) = unreadable_line_ends(errors) {
        damage.is_total = true;
        return (vec![fault], damage);
    }
    stumbles.dedup_by_key(|stumble| stumble.line.span.start);
    if let Some(fault) = not_toml(source, &stumbles, vocabulary) {
        damage.is_total = true;
        return (vec![fault], damage);
    }
    let mut faults = Vec::new();
    // Where the last run of prose ended, and whether it runs on: one fault is enough for it.
    let mut prose_end = None;
    // Whether the block that the line is in lost its first line, so that its keys ended up in another one.
    let mut in_broken_block = false;
    for stumble in &stumbles {
        let line = &stumble.line;
        let is_prose =
            stumble.said <= Said::Key && stumble.said != Said::Duplicate && line.is_prose();
        let runs_on =
            is_prose && prose_end.is_some_and(|end| is_blank(source, end, line.span.start));
        let is_misplaced_key =
            in_broken_block && stumble.said == Said::Duplicate && !line.is_header();
        if !runs_on && !is_misplaced_key {
            faults.extend(say(source, stumble, vocabulary));
        }
        if line.is_header() {
            in_broken_block = matches!(stumble.said, Said::Duplicate | Said::Header | Said::Tail);
        }
        prose_end = (is_prose || stumble.said == Said::TextUnclosed).then_some(line.span.end);
        if matches!(stumble.said, Said::NoEquals | Said::Key) {
            damage.keys.push(plain_key(line.key()));
        }
        if stumble.said == Said::CommaBetweenElements
            && shapes::is_before_element(line, &stumble.span)
        {
            // The parser sees the elements as they were meant.
            continue;
        }
        let block = next_header(&source.text, line.span.end);
        let end = if line.is_header() && stumble.said == Said::Header {
            block
        } else {
            line.span.end
        };
        if damage.lines.last().is_none_or(|last| last.end < end) {
            damage.lines.push(line.span.start..end);
        }
    }
    (faults, damage)
}

/// Where the block ends that the offset is in.
fn next_header(text: &str, offset: usize) -> usize {
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

fn unreadable_line_ends(errors: &[Error]) -> Option<Diagnostic> {
    let error = errors.iter().find(|error| said(error) == Said::LineEnd)?;
    let fault = Diagnostic::new(
        TomlFault::LineEnds,
        "une fin de ligne de ce fichier n’est pas lisible",
    );
    Some(
        fault
            .at(error.span().unwrap_or_default(), "")
            .help("enregistrez le fichier avec les fins de ligne de Windows (CRLF) ou d’Unix (LF)"),
    )
}

/// A letter or a report saved under the name of a record: no line is as it should be, and most are sentences.
fn not_toml(
    source: &Source,
    stumbles: &[Stumble<'_>],
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let looked_at = &source.text[..stumbles.last()?.line.span.end];
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
    let here = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
    Some(match said {
        Said::EqualsInList => shapes::key_in_list(line, span),
        Said::CloseWithoutOpen => {
            let sign = line.sign_at(span.start);
            here(TomlFault::UnopenedClosing, &format!("ce signe {sign} ferme ce qui n’est pas ouvert"))
                .help("supprimez-le, ou vérifiez ce qui est fermé trop tôt au-dessus")
        }
        Said::Duplicate if line.is_header() => return block_twice(source, line, span, vocabulary),
        Said::Duplicate => key_twice(source, span),
        Said::NoEquals => shapes::no_equals_sign(line),
        Said::Key => shapes::key_in_words(line, span.start),
        Said::KeyMissing if line.is_header() => {
            here(TomlFault::UnnamedBlock, "il manque un nom entre ces crochets").help("par exemple [cloture]")
        }
        Said::KeyMissing => here(TomlFault::MissingKey, "il manque la clé avant le signe =").help("une ligne a la forme clé = valeur"),
        Said::CommaBetweenElements | Said::CommaBetweenKeys => shapes::comma_missing(source, line, span),
        Said::ExtraComma => shapes::extra_comma(line, span),
        Said::EqualsMissing => shapes::equals_missing(line, span),
        Said::ExtraEquals => here(TomlFault::ExtraEquals, "ce signe = est de trop")
            .help("supprimez-le : une ligne a la forme clé = valeur")
            .proposal(span.clone(), ""),
        Said::Header => shapes::header(line),
        Said::Tail => shapes::tail(line, span),
        Said::ControlCharacter => here(TomlFault::ForbiddenCharacter, "il y a ici un caractère invisible interdit")
            .help("effacez ce passage et retapez-le ; seuls la tabulation et le passage à la ligne sont permis"),
        Said::Backslash => shapes::backslash(line, span),
        Said::TextUnclosed => shapes::text_unclosed(line, span),
        // What is not closed, or too deep, is said before when it can be.
        Said::Value | Said::ListUnclosed | Said::GroupUnclosed | Said::TooDeep | Said::TooManyDots | Said::LineEnd => {
            values::value(line, span)
        }
    })
}

fn key_twice(source: &Source, span: &Span) -> Diagnostic {
    let key = source.text.get(span.clone()).unwrap_or_default();
    let fault = Diagnostic::new(
        TomlFault::RepeatedKey,
        format!("`{key}` est écrit deux fois"),
    )
    .at(span.clone(), "la deuxième fois");
    match earlier_key(&source.text, span.start, key) {
        Some(first) => fault.at(first, "la première fois"),
        None => fault,
    }
    .help("gardez l’un des deux")
}

/// `[cloture]` twice, or `[themes]` that should be `[[themes]]`.
fn block_twice(
    source: &Source,
    line: &Line<'_>,
    span: &Span,
    vocabulary: &Vocabulary,
) -> Option<Diagnostic> {
    let name = line.key();
    if vocabulary.repeated.contains(&name) {
        // Of `[[themes]]` after `[themes]` only the single brackets are wrong, and the reader says so.
        let is_single = !line.text.trim_start().starts_with("[[");
        return is_single.then(|| {
            Diagnostic::new(
                TomlFault::BlockInSingleBrackets,
                "ce bloc peut se répéter : ses crochets sont doubles",
            )
            .at(line.trimmed_span(), "")
            .help(format!("écrivez [[{name}]]"))
            .proposal(line.header_span(), format!("[[{name}]]"))
        });
    }
    let fault = Diagnostic::new(
        TomlFault::RepeatedBlock,
        format!("le bloc [{name}] est écrit deux fois"),
    )
    .at(span.clone(), "la deuxième fois");
    let header = format!("[{name}]");
    let first = source.text[..line.span.start].match_indices(&header).next();
    let fault = match first {
        Some((start, _)) => fault.at(start + 1..start + 1 + name.len(), "la première fois"),
        None => fault,
    };
    Some(fault.help(format!(
        "rassemblez toutes ses lignes sous un seul [{name}]"
    )))
}
