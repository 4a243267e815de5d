//! File names, symbols of documents, dates and times for machines.

use std::ops::Range;

use crate::french::typography::signs::{is_letter, is_word, word_after, word_before};

/// The extensions by which a file name is known. None is a French word, since `fin.Suite` lacks but a space.
const EXTENSIONS: [&str; 46] = [
    "7z", "csv", "doc", "docm", "docx", "eml", "epub", "geojson", "gif", "gpx", "gz", "htm",
    "html", "ics", "jpeg", "jpg", "json", "kml", "kmz", "md", "mp3", "mp4", "msg", "odp", "ods",
    "odt", "pdf", "png", "pps", "ppt", "pptx", "rar", "rtf", "shp", "svg", "tar", "tif", "tiff",
    "toml", "tsv", "txt", "webp", "xls", "xlsx", "xml", "zip",
];

/// Where the stretches end that were searched in vain, so that none is searched twice.
#[derive(Default)]
pub(super) struct Seen {
    names: usize,
    symbols: usize,
}

/// The file name that has a period at `at`: `rapport.docx`, `PTA_2017.v2.pdf`.
pub(super) fn file(
    text: &str,
    free: &Range<usize>,
    at: usize,
    seen: &mut Seen,
) -> Option<Range<usize>> {
    if at < seen.names {
        return None;
    }
    let in_name = |sign: char| is_letter(sign) || sign.is_ascii_digit() || "_%~.-".contains(sign);
    let head = &text[free.start..at];
    let start = free.start + head.trim_end_matches(in_name).len();
    let tail = &text[at..free.end];
    let end = free.end - tail.trim_start_matches(in_name).len();
    seen.names = end;
    // Dots and hyphens before a name are the sentence's.
    let start = end - text[start..end].trim_start_matches(['.', '-']).len();
    let name = &text[start..end];
    name.rmatch_indices('.').find_map(|(period, _)| {
        let rest = &name[period + 1..];
        let extension = rest.find(|sign| !is_word(sign)).unwrap_or(rest.len());
        let name_end = start + period + 1 + extension;
        let known = extension <= 7 && is_known(&rest[..extension]);
        let touched = word_after(text, name_end) || text[name_end..].starts_with(['@', '_']);
        (known && period > 0 && !touched).then_some(start..name_end)
    })
}

/// Whether a file name may end so, in any case.
pub(crate) fn is_known(extension: &str) -> bool {
    EXTENSIONS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(extension))
}

/// The symbol of a document of the United Nations that has a slash at `at`: `A/RES/46/182`. It begins with a capital:
/// `24/7` and `07/02/2017` are none.
pub(super) fn symbol(
    text: &str,
    free: &Range<usize>,
    at: usize,
    seen: &mut Seen,
) -> Option<Range<usize>> {
    if at < seen.symbols {
        return None;
    }
    let in_symbol = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '/';
    let head = &text[free.start..at];
    let start = free.start + head.trim_end_matches(in_symbol).len();
    let tail = &text[at..free.end];
    let end = free.end - tail.trim_start_matches(in_symbol).len();
    seen.symbols = end;
    let symbol = text[start..end].trim_end_matches('/');
    let sound = symbol.starts_with(|sign: char| sign.is_ascii_uppercase())
        && symbol.contains('/')
        && symbol.contains(|sign: char| sign.is_ascii_digit());
    let touched = word_before(text, start) || word_after(text, end);
    (sound && !touched).then_some(start..start + symbol.len())
}

/// The date for machines whose first hyphen stands at `at`, with its time if it has one: `2017-02-07T14:30`.
///
/// Letters may touch it, digits may not: a space that the pass adds after a digit must not make a date of what was none.
pub(super) fn iso_date(text: &str, free: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let start = at.checked_sub(4).filter(|start| *start >= free.start)?;
    let bytes = &text.as_bytes()[..free.end];
    let month = at + 1..at + 3;
    let day = at + 4..at + 6;
    let sound = number(bytes, start..at, 9999).is_some()
        && number(bytes, month, 12).is_some_and(|month| month > 0)
        && bytes.get(at + 3) == Some(&b'-')
        && number(bytes, day, 31).is_some_and(|day| day > 0);
    if !sound || touches_digit(bytes, start, at + 6) {
        return None;
    }
    let end = at + 6;
    let time_end = match bytes.get(end) {
        Some(b'T') => time_end(bytes, end + 1).map(|time_end| zone_end(bytes, time_end)),
        _ => None,
    };
    Some(
        start
            ..time_end
                .filter(|end| !touches_digit(bytes, start, *end))
                .unwrap_or(end),
    )
}

/// The time for machines whose first colon stands at `at`: `14:30`, `14:30:00`.
pub(super) fn iso_time(text: &str, free: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let start = at.checked_sub(2).filter(|start| *start >= free.start)?;
    let bytes = &text.as_bytes()[..free.end];
    let end = time_end(bytes, start)?;
    (!touches_digit(bytes, start, end)).then_some(start..end)
}

/// Where the time that begins at `start` ends: hour, minutes, seconds or none.
fn time_end(bytes: &[u8], start: usize) -> Option<usize> {
    number(bytes, start..start + 2, 24)?;
    let minutes_end = minutes_end(bytes, start + 2)?;
    Some(self::minutes_end(bytes, minutes_end).unwrap_or(minutes_end))
}

/// Where `:30` ends.
fn minutes_end(bytes: &[u8], colon: usize) -> Option<usize> {
    let end = colon + 3;
    let sound = bytes.get(colon) == Some(&b':') && number(bytes, colon + 1..end, 59).is_some();
    sound.then_some(end)
}

/// Where the zone of a time ends: `Z`, `+01:00`, or nothing.
fn zone_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'Z') => at + 1,
        Some(b'+' | b'-') if number(bytes, at + 1..at + 3, 24).is_some() => {
            minutes_end(bytes, at + 3).unwrap_or(at + 3)
        }
        _ => at,
    }
}

/// The number that all the bytes of a range spell, if it is no more than `most`.
fn number(bytes: &[u8], range: Range<usize>, most: u16) -> Option<u16> {
    let digits = bytes.get(range)?;
    let mut value = 0;
    for digit in digits {
        value = value * 10 + u16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    (value <= most).then_some(value)
}

fn touches_digit(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    [before, bytes.get(end)]
        .into_iter()
        .flatten()
        .any(u8::is_ascii_digit)
}
