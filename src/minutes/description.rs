//! What a page says of itself to those who have not opened it: its description, the size of what it offers.

use crate::french::days::Days;
use crate::french::quantities::{decimal, with_unit};
use crate::french::typography::{self, Profile};
use crate::record::Meeting;

/// At most 200 letters, about what a search engine shows.
const LONGEST_DESCRIPTION: usize = 200;

/// The title, the days and the themes, in a line; that the meeting was not held, where it was not.
pub(super) fn description(title: &str, opening: &str, meeting: &Meeting) -> String {
    if !meeting.is_held() {
        return shortened(&Profile::Simple.spaced(opening), LONGEST_DESCRIPTION);
    }
    let days = Days::new(meeting.date, meeting.last_day);
    let mut text = format!("{title} {}", days.with_de());
    let themes: Vec<String> = meeting
        .themes
        .iter()
        .map(|theme| typography::title(&theme.title))
        .collect();
    if !themes.is_empty() {
        text += &format!("\u{a0}: {}", themes.join(" ; "));
    }
    shortened(&Profile::Simple.spaced(&text), LONGEST_DESCRIPTION)
}

/// A text cut after a word, with a mark of it, where it is longer than that many letters.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..end];
    let cut = kept.rfind(char::is_whitespace).unwrap_or(end);
    format!(
        "{}…",
        kept[..cut].trim_end_matches(|sign: char| sign.is_whitespace() || ",;:.".contains(sign))
    )
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

#[cfg(test)]
mod tests {
    use super::{shortened, size};

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

    #[test]
    fn a_long_text_is_cut_after_a_word() {
        assert_eq!(shortened("un deux trois", 13), "un deux trois");
        assert_eq!(shortened("un deux, trois", 10), "un deux…");
        assert_eq!(shortened("ééééé", 3), "ééé…");
    }
}
