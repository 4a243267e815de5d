//! The French of the texts (`francais.md`, section CAP): what the program prints as typed, and the author may prefer
//! otherwise. The same word again is said once, with all its places.
//!
//! A weekday that contradicts its date needs the day of the meeting: [`super::dates`] says it.

use std::collections::{BTreeMap, BTreeSet};

use super::listed::ListedNames;
use super::{at_all, marks};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::french::remarks::{Remark, RemarkKind, leading_number, remarks};
use crate::french::typography;
use crate::record::RecordDoubt;
use crate::record::raw::RawMeeting;
use crate::record::texts::locate;

/// At most 300 places are reported of one record.
const MOST_PLACES: usize = 300;

/// `known` are names that stand elsewhere: what seems a slip in one may be how it is written.
pub(super) fn doubts(source: &Source, raw: &RawMeeting, known: &[&str], doubts: &mut Diagnostics) {
    let mut places: BTreeMap<(RemarkKind, String, Option<String>), Places> = BTreeMap::new();
    // Beyond that many places nobody reads on, and finding each takes its time.
    let mut left = MOST_PLACES;
    let reported = marks::reported(raw);
    let names = raw.texts_of_names();
    let of_names: BTreeSet<usize> = names.iter().map(|(_, span, _)| span.start).collect();
    let names = names.iter().map(|(name, ..)| *name);
    let names = ListedNames::of(names.chain(known.iter().copied()));
    for (text, whole, _) in raw.texts() {
        if left == 0 {
            break;
        }
        for remark in remarks(text).into_iter().take(left) {
            if remark.kind == RemarkKind::RepeatedMark && reported.contains(&whole.start) {
                continue;
            }
            let may_be_meant = remark.may_be_meant(text) || is_joined_by_bar(text, &remark.range);
            let may_be_name = of_names.contains(&whole.start) || names.may_hold(text, &remark);
            let Remark {
                range,
                kind,
                proposal,
            } = remark;
            let typed = text.get(range.clone()).unwrap_or_default().to_owned();
            // No name begins or ends with a space too many; all else may be how it is written.
            let may_be_name = may_be_name && kind != RemarkKind::NeedlessSpace;
            let is_sure = !may_be_name && !may_be_meant;
            let span = locate(source, &whole, text, range);
            let same = places.entry((kind, typed, proposal)).or_default();
            if is_sure {
                same.sure.push(span.clone());
            }
            same.all.push(span);
            left -= 1;
        }
    }
    for ((kind, typed, proposal), places) in places {
        doubts.push(told(doubt_of(kind), source, kind, &typed, proposal, places));
    }
    typed_numbers(source, raw, doubts);
    odd_quotation_marks(source, raw, doubts);
}

/// Where the same is odd.
#[derive(Default)]
struct Places {
    all: Vec<Span>,
    /// Those where it stands neither in a name nor in what may be a path or a figure.
    sure: Vec<Span>,
}

/// `oeuvre/Etat`: whether a word is joined to another one, as in a path.
fn is_joined_by_bar(text: &str, range: &Span) -> bool {
    let (before, after) = (text.get(..range.start), text.get(range.end..));
    before.is_some_and(|before| before.ends_with('/'))
        || after.is_some_and(|after| after.starts_with('/'))
}

/// The doubt with its places and what to write there.
fn told(
    doubt: Diagnostic,
    source: &Source,
    kind: RemarkKind,
    typed: &str,
    proposal: Option<String>,
    places: Places,
) -> Diagnostic {
    let Places { all, sure } = places;
    let mut spans = all;
    spans.sort_by_key(|span| span.start);
    // What was typed with escapes, or at several places, is healed by hand.
    let alone = match spans.as_slice() {
        [span] if source.text.get(span.clone()) == Some(typed) => Some(span.clone()),
        _ => None,
    };
    let as_typed: Vec<Span> = match is_sure(kind, proposal.as_deref()) {
        true => sure
            .into_iter()
            .filter(|span| source.text.get(span.clone()) == Some(typed))
            .collect(),
        false => Vec::new(),
    };
    let doubt = at_all(doubt, spans);
    let Some(proposal) = proposal else {
        return match kind {
            RemarkKind::TwoDigitYear => doubt.help("écrivez-la sur quatre chiffres"),
            RemarkKind::ImpossibleDate => doubt.help("vérifiez le jour et le mois"),
            RemarkKind::ImpossibleHour => {
                doubt.help("une journée a 24 heures, une heure 60 minutes")
            }
            _ => doubt,
        };
    };
    // What was meant, the writer alone knows.
    let verb = match kind {
        RemarkKind::ImpossibleDate => "vérifiez le jour et le mois ; peut-être",
        _ => "écrivez",
    };
    // Quotation marks do not stand within others.
    let doubt = doubt.help(match proposal.as_str() {
        " " => "écrivez une seule espace".to_owned(),
        quoted if quoted.starts_with('«') => format!("{verb} {quoted}"),
        proposal => format!("{verb} « {proposal} »"),
    });
    let (same, length, changed) = difference(typed, &proposal);
    let doubt = as_typed.into_iter().fold(doubt, |doubt, span| {
        let start = span.start + same;
        doubt.correction(&span, start..start + length, changed)
    });
    match alone {
        Some(span) => doubt.proposal(span, proposal),
        None => doubt,
    }
}

/// What differs between two texts: how long their common beginning is, how long what the first alone has behind it, and what
/// the second has there. Two corrections that touch the same word then stand apart.
fn difference<'a>(typed: &str, proposal: &'a str) -> (usize, usize, &'a str) {
    let alike = |(one, other): &(char, char)| one == other;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.map(|(sign, _)| sign.len_utf8()).sum()
    };
    let start = length(&mut typed.chars().zip(proposal.chars()).take_while(alike));
    let (typed, proposal) = (&typed[start..], &proposal[start..]);
    let ends = typed.chars().rev().zip(proposal.chars().rev());
    let end = length(&mut ends.take_while(alike));
    (start, typed.len() - end, &proposal[..proposal.len() - end])
}

/// Whether what is proposed may be written without asking, since the sense cannot change: a figure is never touched, nor the
/// verb that `A` may be, nor a word or a mark typed twice, of which another may have been meant.
fn is_sure(kind: RemarkKind, proposal: Option<&str>) -> bool {
    match kind {
        RemarkKind::BareA => proposal != Some("À"),
        RemarkKind::MonthCapital
        | RemarkKind::WeekdayCapital
        | RemarkKind::AcronymPlural
        | RemarkKind::EnglishMister
        | RemarkKind::MissingSpace
        | RemarkKind::NeedlessSpace
        | RemarkKind::TitleForm
        | RemarkKind::Ligature
        | RemarkKind::Misspelt => true,
        RemarkKind::TwoDigitYear
        | RemarkKind::ThousandsMark
        | RemarkKind::ImpossibleDate
        | RemarkKind::ImpossibleHour
        | RemarkKind::RepeatedMark
        | RemarkKind::RepeatedWord
        | RemarkKind::ApostropheQuotes => false,
    }
}

/// What is odd.
fn doubt_of(kind: RemarkKind) -> Diagnostic {
    let (doubt, title) = match kind {
        RemarkKind::TwoDigitYear => (RecordDoubt::TwoDigitYear, "l’année est sur deux chiffres"),
        RemarkKind::MonthCapital => (
            RecordDoubt::MonthCapital,
            "les noms de mois s’écrivent sans majuscule",
        ),
        RemarkKind::WeekdayCapital => (
            RecordDoubt::WeekdayCapital,
            "les jours de la semaine s’écrivent sans majuscule",
        ),
        RemarkKind::BareA => (
            RecordDoubt::BareCapital,
            "il manque l’accent de cette majuscule",
        ),
        RemarkKind::AcronymPlural => (
            RecordDoubt::AcronymPlural,
            "un sigle ne prend pas de « s » au pluriel",
        ),
        RemarkKind::EnglishMister => (
            RecordDoubt::EnglishMister,
            "« Mr » est une abréviation anglaise",
        ),
        RemarkKind::MissingSpace => (RecordDoubt::MissingSpace, "il manque une espace"),
        RemarkKind::ImpossibleDate => (RecordDoubt::ImpossibleDate, "ce jour n’existe pas"),
        RemarkKind::ImpossibleHour => (RecordDoubt::ImpossibleHour, "cette heure n’existe pas"),
        RemarkKind::TitleForm => (RecordDoubt::TitleForm, "cette civilité s’abrège autrement"),
        RemarkKind::Misspelt => (RecordDoubt::Misspelt, "ce mot ne s’écrit pas ainsi"),
        RemarkKind::Ligature => (RecordDoubt::Ligature, "ce mot s’écrit avec « œ »"),
        RemarkKind::NeedlessSpace => (RecordDoubt::NeedlessSpace, "il y a une espace de trop"),
        RemarkKind::RepeatedMark => (
            RecordDoubt::RepeatedMark,
            "il y a un signe de ponctuation de trop",
        ),
        RemarkKind::RepeatedWord => (RecordDoubt::RepeatedWord, "ce mot est écrit deux fois"),
        RemarkKind::ApostropheQuotes => (
            RecordDoubt::ApostropheQuotes,
            "des apostrophes tiennent lieu de guillemets",
        ),
        RemarkKind::ThousandsMark => (
            RecordDoubt::ThousandsMark,
            "les milliers se séparent par une espace",
        ),
    };
    Diagnostic::new(doubt, title)
}

/// Numbers typed in front of agenda items and titles of themes (LIS-R3), said once.
fn typed_numbers(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    let themes = raw.themes.items();
    let titles = themes.filter_map(|(theme, _)| theme.title.located());
    let titles = titles.map(|(title, span)| (title.as_str(), span));
    let agenda = raw.agenda.items();
    let agenda = agenda.filter_map(|(item, span)| item.title(&span));
    let mut spans = Vec::new();
    for (text, whole) in agenda.chain(titles).take(MOST_PLACES) {
        if let Some(number) = leading_number(text) {
            let end = number.start + text[number.clone()].trim_end().len();
            spans.push(locate(source, &whole, text, number.start..end));
        }
    }
    let title = match spans.len() {
        0 => return,
        1 => "ce titre porte déjà un numéro".to_owned(),
        count => format!("{count} titres portent déjà un numéro"),
    };
    doubts.push(
        at_all(Diagnostic::new(RecordDoubt::TypedNumber, title), spans)
            .help("supprimez ce que vous avez tapé : le programme met les numéros"),
    );
}

/// Straight quotation marks that the program cannot pair (GUI-R2), once a text.
fn odd_quotation_marks(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    for (text, whole, _) in raw.texts() {
        if doubts.is_full() {
            return;
        }
        let marks = typography::odd_quotation_marks(text);
        let mut spans: Vec<Span> = marks
            .into_iter()
            .take(MOST_PLACES)
            .map(|mark| locate(source, &whole, text, mark))
            .collect();
        // A mark typed by its number has no place: the whole text is meant, once.
        spans.dedup();
        if !spans.is_empty() {
            doubts.push(
                at_all(
                    Diagnostic::new(
                        RecordDoubt::OddQuotationMarks,
                        "ces guillemets droits ne vont pas par deux : ils restent tels quels",
                    ),
                    spans,
                )
                .help("écrivez « … » ; pour des pouces ou des secondes, écrivez le mot"),
            );
        }
    }
}
