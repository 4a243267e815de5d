//! The French of the texts (`francais.md`, section CAP): what the program prints as typed, and the author may prefer
//! otherwise. The same word again is said once, with all its places.
//!
//! A weekday that contradicts its date needs the day of the meeting: [`super::dates`] says it.

use std::collections::BTreeMap;

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::french::remarks::{Remark, RemarkKind, leading_number, remarks};
use crate::french::typography;
use crate::record::RecordDoubt;
use crate::record::raw::RawMeeting;
use crate::record::texts::locate;

/// At most 300 places are reported of one record.
const MOST_PLACES: usize = 300;

pub(super) fn doubts(source: &Source, raw: &RawMeeting, doubts: &mut Diagnostics) {
    let mut places: BTreeMap<(RemarkKind, String, Option<String>), Vec<Span>> = BTreeMap::new();
    // Beyond that many places nobody reads on, and finding each takes its time.
    let mut left = MOST_PLACES;
    for (text, whole, _) in raw.texts() {
        if left == 0 {
            break;
        }
        for remark in remarks(text).into_iter().take(left) {
            let Remark {
                range,
                kind,
                proposal,
            } = remark;
            let typed = text.get(range.clone()).unwrap_or_default().to_owned();
            let span = locate(source, &whole, text, range);
            let same = places.entry((kind, typed, proposal)).or_default();
            same.push(span);
            left -= 1;
        }
    }
    for ((kind, typed, proposal), mut spans) in places {
        spans.sort_by_key(|span| span.start);
        // What was typed with escapes, or at several places, is healed by hand.
        let alone = match spans.as_slice() {
            [span] if source.text.get(span.clone()) == Some(typed.as_str()) => Some(span.clone()),
            _ => None,
        };
        let Some(doubt) = doubt_of(kind) else {
            continue;
        };
        let doubt = at_all(doubt, spans);
        doubts.push(match proposal {
            Some(proposal) => {
                let doubt = doubt.help(format!("écrivez « {proposal} »"));
                match alone {
                    Some(span) => doubt.proposal(span, proposal),
                    None => doubt,
                }
            }
            None if kind == RemarkKind::TwoDigitYear => {
                doubt.help("écrivez-la sur quatre chiffres")
            }
            None => doubt,
        });
    }
    typed_numbers(source, raw, doubts);
    odd_quotation_marks(source, raw, doubts);
}

/// What is odd; none where another file says it.
fn doubt_of(kind: RemarkKind) -> Option<Diagnostic> {
    Some(match kind {
        RemarkKind::TypedNumber => return None,
        RemarkKind::TwoDigitYear => {
            Diagnostic::new(RecordDoubt::TwoDigitYear, "l’année est sur deux chiffres")
        }
        RemarkKind::MonthCapital => Diagnostic::new(
            RecordDoubt::MonthCapital,
            "les noms de mois s’écrivent sans majuscule",
        ),
        RemarkKind::WeekdayCapital => Diagnostic::new(
            RecordDoubt::WeekdayCapital,
            "les jours de la semaine s’écrivent sans majuscule",
        ),
        RemarkKind::BareA => Diagnostic::new(
            RecordDoubt::BareCapital,
            "il manque l’accent de cette majuscule",
        ),
        RemarkKind::AcronymPlural => Diagnostic::new(
            RecordDoubt::AcronymPlural,
            "un sigle ne prend pas de « s » au pluriel",
        ),
        RemarkKind::EnglishMister => Diagnostic::new(
            RecordDoubt::EnglishMister,
            "« Mr » est une abréviation anglaise",
        ),
        RemarkKind::MissingSpace => Diagnostic::new(
            RecordDoubt::MissingSpace,
            "il manque une espace après le point",
        ),
        RemarkKind::ThousandsMark => Diagnostic::new(
            RecordDoubt::ThousandsMark,
            "les milliers se séparent par une espace",
        ),
    })
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
        // A mark typed as \" is found nowhere: the whole text is meant, once.
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
