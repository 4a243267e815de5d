//! A block of French text: its typography leaves its own result as it is, and runs give what the whole gives.

use greffier::french::typography::{
    Profile, Run, correct_runs, odd_quotation_marks, raised_letters, sentence_list, title,
    with_profile,
};
use unicode_normalization::UnicodeNormalization;

pub fn survives(data: &[u8]) {
    let Ok(typed) = std::str::from_utf8(data) else {
        return;
    };
    let text: String = typed.nfc().collect();
    let middle = (0..=text.len() / 2)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default();
    let (left, right) = text.split_at(middle);
    for profile in [Profile::Fine, Profile::NoBreak, Profile::Simple] {
        let once = with_profile(&text, profile);
        assert_eq!(with_profile(&once, profile), once, "{profile:?}");
        assert_eq!(letters(&once), letters(&text), "{profile:?}");
        let runs = correct_runs(&[Run::free(left), Run::free(right)], profile);
        assert_eq!(runs.concat(), once, "{profile:?}");
        for letters in raised_letters(&once) {
            assert!(once.get(letters).is_some());
        }
    }
    for mark in odd_quotation_marks(&text) {
        assert_eq!(text.get(mark), Some("\""));
    }
    let _ = (title(&text), sentence_list(&[&text]));
}

/// The letters and digits that no rule touches: not those of ordinals and hours.
fn letters(text: &str) -> Vec<char> {
    text.chars()
        .filter(|sign| sign.is_alphanumeric() && !"eEèÈéÉmMrRsSiIhHuUtTcC".contains(*sign))
        .collect()
}
