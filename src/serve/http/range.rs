//! Which part of a file a request asks for (RFC 9110, section 14): readers of PDF fetch the page that is looked at first.

use std::ops::Range;

use axum::http::{HeaderMap, HeaderName, Method, header};

/// What of a file is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: nothing else was asked for, or nothing that is understood, or of another version.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// What is asked for lies beyond its end.
    Beyond,
}

/// The part of a file of that length, which has that tag, that a request asks for. Several parts at once are answered by the whole.
pub(super) fn part(method: &Method, headers: &HeaderMap, length: u64, tag: &str) -> Part {
    let is_of_this = match one(headers, &header::IF_RANGE) {
        Some(version) => version == tag,
        None => !headers.contains_key(header::IF_RANGE),
    };
    let asked = one(headers, &header::RANGE).filter(|_| method == Method::GET && is_of_this);
    asked
        .and_then(|asked| bytes(asked, length))
        .unwrap_or(Part::Whole)
}

/// The value of a header that is there once.
fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// `bytes=0-499`, `bytes=500-`, `bytes=-500`; `None` for anything else.
fn bytes(asked: &str, length: u64) -> Option<Part> {
    let (unit, range) = asked.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let range = match (first.is_empty(), last.is_empty()) {
        (true, true) => return None,
        // So many at the end.
        (true, false) => length.saturating_sub(number(last)?)..length,
        (false, true) => number(first)?..length,
        (false, false) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(length)
        }
    };
    Some(match range.is_empty() {
        true => Part::Beyond,
        false => Part::Bytes(range),
    })
}

/// A number in digits; one that is too large for any file is as large as can be.
fn number(digits: &str) -> Option<u64> {
    let are_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &Method, headers: &[(HeaderName, &str)]) -> Part {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, value.parse().unwrap());
        }
        part(method, &map, 1000, "\"t\"")
    }

    #[test]
    fn parts_of_a_file() {
        for (range, expected) in [
            ("bytes=0-499", Part::Bytes(0..500)),
            ("bytes=500-999", Part::Bytes(500..1000)),
            ("bytes=500-", Part::Bytes(500..1000)),
            ("bytes=-500", Part::Bytes(500..1000)),
            ("bytes=-5000", Part::Bytes(0..1000)),
            ("bytes=999-5000", Part::Bytes(999..1000)),
            ("BYTES = 0-0", Part::Bytes(0..1)),
            ("bytes=0-99999999999999999999999", Part::Bytes(0..1000)),
            ("bytes=0-18446744073709551615", Part::Bytes(0..1000)),
            ("bytes=1000-", Part::Beyond),
            ("bytes=1000-2000", Part::Beyond),
            ("bytes=99999999999999999999999-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=5-4", Part::Whole),
            ("bytes=0-1,5-6", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("", Part::Whole),
        ] {
            let found = asked(&Method::GET, &[(header::RANGE, range)]);
            assert_eq!(found, expected, "{range}");
        }
    }

    #[test]
    fn parts_of_this_version_alone() {
        let range = (header::RANGE, "bytes=0-0");
        for (version, expected) in [
            ("\"t\"", Part::Bytes(0..1)),
            ("\"u\"", Part::Whole),
            ("W/\"t\"", Part::Whole),
            ("Tue, 17 Mar 2026 00:00:00 GMT", Part::Whole),
        ] {
            let found = asked(&Method::GET, &[range.clone(), (header::IF_RANGE, version)]);
            assert_eq!(found, expected, "{version}");
        }
        assert_eq!(
            asked(&Method::HEAD, std::slice::from_ref(&range)),
            Part::Whole
        );
        assert_eq!(asked(&Method::GET, &[range.clone(), range]), Part::Whole);
    }
}
