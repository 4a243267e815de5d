//! Texts of the record as they stand in the minutes: with French typography, and as sentences take them in.

use crate::french::formulas::tidy;
use crate::french::typography::correct;

/// A plain text of the record, with French typography.
pub(super) fn corrected(text: Option<&String>) -> Option<String> {
    text.map(|text| correct(text))
}

/// A name as a sentence takes it in; as it is typed, where that leaves nothing of it.
pub(super) fn tidy_or_typed(text: &str) -> String {
    let tidied = tidy(text);
    if tidied.is_empty() {
        text.to_owned()
    } else {
        tidied
    }
}
