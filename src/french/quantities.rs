//! Typed quantities: numbers with decimals and units (NUM-R2), telephone numbers.
//!
//! Entry points: [`decimal`], [`with_unit`], [`size`], [`telephone`]. A number in a free text is the matter of
//! [`super::typography`].

use super::NB;
use super::numbers::group;

/// A number in digits (NUM-R2): groups of three, decimal comma. `3,7`; `1 500`.
///
/// What is no number (an infinity, a not-a-number) is given as Rust writes it.
pub fn decimal(number: f64) -> String {
    let written = number.to_string();
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return written;
    }
    let whole = group(digits);
    match decimals {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole},{decimals}"),
    }
}

/// A number already in French digits and its unit or symbol (NUM-R2): `1 500 000 FCFA`, `3,7 millions`.
pub fn with_unit(number: &str, unit: &str) -> String {
    format!("{number}{NB}{unit}")
}

/// A number of bytes in French units: *12 ko*, *1,3 Mo*.
#[must_use]
pub fn size(bytes: usize) -> String {
    let tenths = |unit: usize| {
        let tenths = u32::try_from((bytes * 10).div_ceil(unit)).unwrap_or(u32::MAX);
        decimal(f64::from(tenths) / 10.0)
    };
    match bytes {
        0..1_000 => with_unit(
            &bytes.to_string(),
            if bytes < 2 { "octet" } else { "octets" },
        ),
        1_000..1_000_000 => with_unit(&bytes.div_ceil(1_000).to_string(), "ko"),
        _ => with_unit(&tenths(1_000_000), "Mo"),
    }
}

/// A typed telephone number (NUM-R1): `+223 76 12 34 56`, with [`NB`] between its groups.
///
/// Groups that the author made are kept. Digits in one piece are cut two by two from the right, after the country's
/// code if there is a `+`. A text that is no number keeps its characters.
pub fn telephone(text: &str) -> String {
    let groups: Vec<&str> = text.split_whitespace().collect();
    let ([single] | ["+", single]) = groups.as_slice() else {
        return groups.join(&NB.to_string());
    };
    let (prefix, digits) = match single.strip_prefix('+') {
        Some(digits) => ("+", digits),
        None if groups.len() > 1 => ("+", *single),
        None => ("", *single),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{prefix}{digits}");
    }
    let code = match prefix {
        "" => 0,
        _ => country_code(digits).min(digits.len()),
    };
    let (code, national) = digits.split_at(code);
    let mut written = format!("{prefix}{code}");
    for (index, digit) in national.chars().enumerate() {
        let begins_pair = (national.len() - index).is_multiple_of(2);
        if !written.is_empty() && (index == 0 || begins_pair) {
            written.push(NB);
        }
        written.push(digit);
    }
    written
}

/// How many digits the code of a country has, by the first ones (recommendation E.164 of the ITU).
fn country_code(digits: &str) -> usize {
    const TWO_DIGITS: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
        "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
        "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        _ if TWO_DIGITS.iter().any(|code| digits.starts_with(code)) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_said_in_french_units() {
        for (bytes, said) in [
            (0, "0\u{a0}octet"),
            (999, "999\u{a0}octets"),
            (1_000, "1\u{a0}ko"),
            (31_874, "32\u{a0}ko"),
            (1_000_000, "1\u{a0}Mo"),
            (1_340_001, "1,4\u{a0}Mo"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
