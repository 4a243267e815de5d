//! Single values: a text that must be there, a line, a date, an hour, an address, an anchor.

use std::ops::Range;

use jiff::civil::{Date, Time};

use super::raw::{DateText, HourText, Text, Texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::french::folding::{composed, without_unseen_ends};
use crate::french::hours::parse_hour;
use crate::french::typography::correct;
use crate::record::RecordFault;
use crate::toml_source::{self, Field};

/// The text on one line: a line end is a space (a doubt says so), the ends are trimmed, of what nobody sees too.
pub(super) fn line(text: &str) -> String {
    let parts: Vec<&str> = text
        .split(['\n', '\u{2028}'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    composed(without_unseen_ends(&parts.join(" ")))
}

/// A markup text as typed, without the line ends at its end.
pub(super) fn markup(text: &str) -> String {
    composed(text.trim_end())
}

/// A one-line text that may be missing; an empty one is as good as absent.
pub(super) fn optional_line(text: &Text) -> Option<String> {
    text.get()
        .map(|text| line(text))
        .filter(|text| !text.is_empty())
}

/// A one-line text as it will be printed: two that differ by a double space or the shape of an apostrophe are one.
pub(super) fn printed_line(text: &Text) -> Option<String> {
    optional_line(text).map(|text| correct(&text))
}

/// A markup text that may be missing; an empty one is as good as absent.
pub(super) fn optional_markup(text: &Text) -> Option<String> {
    text.get()
        .filter(|text| !text.trim().is_empty())
        .map(|text| markup(text))
}

/// A one-line text that must be there. `owner` is the span of what lacks it, `what` names it: «le nom» ; `key` is its key.
pub(super) fn required_line(
    text: &Text,
    owner: &Span,
    what: &str,
    key: &str,
    faults: &mut Diagnostics,
) -> Option<String> {
    match text {
        Field::Faulty(_) => None,
        Field::Given(span, text) => {
            let text = line(text);
            if text.is_empty() {
                faults.push(
                    Diagnostic::new(RecordFault::EmptyText, format!("{what} est vide"))
                        .at(span.clone(), "")
                        .help("complétez ce texte"),
                );
                return None;
            }
            Some(text)
        }
        Field::Absent => {
            faults.push(
                Diagnostic::new(RecordFault::MissingText, format!("{what} manque"))
                    .at(owner.clone(), "")
                    .help(format!("ajoutez la clé `{key}` : {key} = \"…\"")),
            );
            None
        }
    }
}

/// The items of a list of texts, each through `convert`; an empty item is a fault.
pub(super) fn list(
    texts: &Texts,
    convert: fn(&str) -> String,
    faults: &mut Diagnostics,
) -> Vec<String> {
    let mut result = Vec::new();
    for (text, span) in texts.items() {
        if text.trim().is_empty() {
            faults.push(empty_item(span));
        } else {
            result.push(convert(text));
        }
    }
    result
}

/// An item of a list that says nothing.
pub(super) fn empty_item(span: Span) -> Diagnostic {
    Diagnostic::new(RecordFault::EmptyItem, "cet élément de la liste est vide")
        .at(span, "")
        .help("complétez-le ou supprimez-le")
}

/// A date: a TOML date, or the same between quotes.
pub(super) fn date(text: &Field<DateText>, faults: &mut Diagnostics) -> Option<Date> {
    let (DateText(text), span) = text.located()?;
    match strict_date(text) {
        Some(date) => Some(date),
        None => {
            faults.push(not_a_date(text, span));
            None
        }
    }
}

/// `2026-03-17` and nothing else.
pub(super) fn strict_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// `2017-02-07` at the beginning of a file's name.
pub(super) fn date_in_file_name(name: &str) -> Option<Date> {
    strict_date(name.rsplit('/').next()?.get(..10)?)
}

/// What to write in a record that is empty: the day that the file is named by, if it is.
pub(super) fn first_line(source: &Source) -> String {
    let date = date_in_file_name(&source.name);
    let date = date.map_or_else(|| "2026-03-17".to_owned(), |date| date.to_string());
    format!("écrivez au moins la date de la réunion : date = {date}")
}

/// What to say of a text that is no date, with what was probably meant.
pub(super) fn not_a_date(text: &str, span: Span) -> Diagnostic {
    let fault = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
    if is_date_with_hour(text) {
        let date = text.get(..10).unwrap_or_default();
        return fault(
            RecordFault::DateWithHour,
            "il faut ici une date, sans heure",
        )
        .help(format!("écrivez seulement la date : {date}"))
        .proposal(span.clone(), date);
    }
    if parse_hour(text).is_some() {
        return fault(
            RecordFault::HourForDate,
            "il faut ici une date, et non une heure",
        )
        .help("une date s’écrit année-mois-jour : 2026-03-17");
    }
    toml_source::date_or_hour_slip(text, &span).unwrap_or_else(|| {
        fault(RecordFault::NotADate, "ce texte n’est pas une date")
            .help("une date s’écrit année-mois-jour : 2026-03-17")
    })
}

/// Whether a text that is no date was meant as one, or is an hour.
pub(super) fn is_meant_as_moment(text: &str, span: &Span) -> bool {
    is_date_with_hour(text) || toml_source::date_or_hour_slip(text, span).is_some()
}

/// `2026-03-17T09:30:00`, as a TOML date with an hour comes out.
fn is_date_with_hour(text: &str) -> bool {
    text.get(..10)
        .is_some_and(|date| strict_date(date).is_some())
        && text.get(10..11) == Some("T")
}

/// The hour behind a date, `2026-03-17T09:30:00` or `2026-03-17 9h30`, without its zone.
fn hour_after_date(text: &str) -> Option<String> {
    strict_date(text.get(..10)?)?;
    let after = text.get(10..)?.strip_prefix(['T', ' '])?.trim_start();
    let is_of_clock = |sign: char| sign.is_ascii_digit() || sign == ':';
    let end = after.find(|sign| !is_of_clock(sign));
    let clock = parse_hour(&after[..end.unwrap_or(after.len())]).or_else(|| parse_hour(after))?;
    Some(format!("{:02}:{:02}:00", clock.hour(), clock.minute()))
}

/// An hour: a TOML time, or a text such as `9h30`.
pub(super) fn hour(text: &Field<HourText>, faults: &mut Diagnostics) -> Option<Time> {
    let (HourText(text), span) = text.located()?;
    let hour = parse_hour(text);
    if hour.is_none() {
        let fault = |kind, title: &str| Diagnostic::new(kind, title).at(span.clone(), "");
        faults.push(if let Some(hour) = hour_after_date(text) {
            let fault = fault(
                RecordFault::HourWithDate,
                "il faut ici une heure, sans date",
            );
            let fault = fault.help(format!("écrivez seulement l’heure : {hour}"));
            fault.proposal(span.clone(), hour)
        } else if strict_date(text).is_some() {
            fault(
                RecordFault::DateForHour,
                "il faut ici une heure, et non une date",
            )
            .help("une heure s’écrit 09:30:00")
        } else {
            let slip = toml_source::hour_slip(text, &span);
            slip.or_else(|| toml_source::impossible_hour(text, &span))
                .unwrap_or_else(|| {
                    fault(RecordFault::NotAnHour, "ce texte n’est pas une heure")
                        .help("une heure s’écrit 09:30:00, ou \"9h30\"")
                })
        });
    }
    hour
}

/// An address without what nobody sees around it, and without what no address holds: where a line may be cut, and the mark of the order
/// of bytes.
pub(crate) fn address_meant(typed: &str) -> String {
    without_unseen_ends(typed).replace(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'], "")
}

/// An address that may be made clickable: http, https, mailto or tel.
pub(crate) fn require_allowed_address(address: &str, span: Span, faults: &mut Diagnostics) -> bool {
    let address = address_meant(address);
    let address = address.as_str();
    if crate::markup::allowed_address(address) && !address.contains(char::is_whitespace) {
        return true;
    }
    if address.is_empty() {
        faults.push(
            Diagnostic::new(RecordFault::EmptyAddress, "cette adresse est vide")
                .at(span, "")
                .help("complétez-la, ou supprimez cette clé"),
        );
        return false;
    }
    let fault = Diagnostic::new(
        RecordFault::AddressForm,
        "cette adresse ne peut pas devenir un lien",
    )
    .at(span.clone(), "");
    faults.push(if address.contains(char::is_whitespace) {
        fault.help("une adresse ne contient pas d’espace : remplacez chacune par %20, ou supprimez-la")
    } else if address.contains('@') && !address.contains(':') {
        let whole = format!("\"mailto:{address}\"");
        fault.help(format!("écrivez {whole}")).proposal(span, whole)
    } else if address.contains('.') && !address.contains(':') {
        let whole = format!("\"https://{address}\"");
        fault.help(format!("écrivez l’adresse entière : {whole}")).proposal(span, whole)
    } else {
        fault.help("seules sont admises les adresses qui commencent par https://, http://, mailto: ou tel:")
    });
    false
}

/// Where a part of a text stands in the file: exact unless the part itself was written with escapes, in which case the whole text
/// is meant.
pub(super) fn locate(source: &Source, whole: &Span, text: &str, part: Range<usize>) -> Span {
    let typed = source.text.get(whole.clone()).unwrap_or_default();
    let place = toml_source::place_in(typed, text, &part);
    let place = place.and_then(|place| as_it_reads(typed, place, text.get(part)?));
    place.map_or_else(|| whole.clone(), |place| within(whole, place))
}

/// The same in what an edition shows of a text. Some lines are left out, and items have other numbers, but the ends of lines stand as they
/// were typed: good to show where, and not to correct there.
pub(super) fn locate_shown(source: &Source, whole: &Span, text: &str, part: Range<usize>) -> Span {
    let typed = source.text.get(whole.clone()).unwrap_or_default();
    if toml_source::place_in(typed, text, &part).is_some() {
        return locate(source, whole, text, part);
    }
    let all = toml_source::text_of(typed);
    let place = place_among_all(&all, text, &part);
    place.map_or_else(|| whole.clone(), |part| locate(source, whole, &all, part))
}

/// Where a part stands in all of a text of which `text` has some lines.
fn place_among_all(all: &str, text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let rest = text.get(part.end..)?;
    let end = part.end + rest.find('\n').unwrap_or(rest.len());
    let ending = text.get(part.start..end)?;
    let earlier = text[..part.start].matches(ending).count();
    let (start, _) = all.match_indices(ending).nth(earlier)?;
    Some(start..start + part.len())
}

/// A place where what stands in the file is what is read. A quotation mark has its own behind the bar before it.
fn as_it_reads(typed: &str, place: Range<usize>, text: &str) -> Option<Range<usize>> {
    let there = typed.get(place.clone()).filter(|there| !there.is_empty())?;
    match (there, text) {
        ("\\\"", "\"") => Some(place.start + 1..place.end),
        _ => (there == text).then_some(place),
    }
}

fn within(whole: &Span, place: Range<usize>) -> Span {
    whole.start + place.start..whole.start + place.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_record_begins_with_the_day_of_its_name() {
        let table = [
            ("meetings/2026/2026-04-14.toml", "2026-04-14"),
            ("meetings/2027-01-05-gao.toml", "2027-01-05"),
            ("meetings/2026-04-14/reunion.toml", "2026-03-17"),
            ("meetings/2026-02-30.toml", "2026-03-17"),
            ("meetings/avril.toml", "2026-03-17"),
            ("meetings/réunion du.toml", "2026-03-17"),
        ];
        for (name, day) in table {
            let source = Source {
                name: name.to_owned(),
                text: String::new(),
            };
            let line = first_line(&source);
            assert!(
                line.ends_with(&format!(" : date = {day}")),
                "{name}: {line}"
            );
        }
    }
}
