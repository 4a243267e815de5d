//! What a page says of itself to those who have not opened it: its description.

use crate::french::days::Days;
use crate::french::typed_dates::says_day;
use crate::french::typography::{self, Profile};
use crate::record::{Meeting, is_placeholder};

/// At most 200 letters, about what a search engine shows.
const LONGEST_DESCRIPTION: usize = 200;

/// The title, the days and the themes, in a line; that the meeting was not held, where it was not.
pub(super) fn description(title: &str, opening: &str, meeting: &Meeting) -> String {
    if !meeting.is_held() {
        return shortened(&Profile::Simple.spaced(opening), LONGEST_DESCRIPTION);
    }
    let days = Days::new(meeting.date, meeting.last_day);
    let mut text = match says_day(title, meeting.date, meeting.last_day) {
        true => title.to_owned(),
        false => format!("{title} {}", days.with_de()),
    };
    let themes: Vec<String> = meeting
        .themes
        .iter()
        .filter(|theme| !is_placeholder(&theme.title))
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

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_is_cut_after_a_word() {
        assert_eq!(shortened("un deux trois", 13), "un deux trois");
        assert_eq!(shortened("un deux, trois", 10), "un deux…");
        assert_eq!(shortened("ééééé", 3), "ééé…");
    }
}
