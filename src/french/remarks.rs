//! What the checker reports of the French in a free text, and never changes (CAP, *reported*; DAT-R6; NUM-R1; LIS-R3).
//!
//! Entry points: [`remarks`] for any text, [`title_remarks`] for an agenda item or the title of a theme. A remark is
//! advice, so that a fault missed weighs less than one invented: what may be a name, a label or a quotation is left.
//! Addresses, file names, UN symbols and code are never reported.
//!
//! Who says what of a typed date: [`RemarkKind::TwoDigitYear`] and the capitals are found here, in the text alone; a
//! weekday that contradicts its date (DAT-R3) needs the day of the meeting and is left to the checker of records, which
//! asks [`super::typed_dates`]. Odd quotation marks (GUI-R2) are left to the pass that pairs them.

mod calendar;
mod capitals;
mod context;
mod figures;
mod protected;
mod titles;

use std::ops::Range;

use super::typed_tokens::{Kind, tokens};
use context::Context;

pub use figures::leading_number;

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The bytes it is about, on character boundaries, never empty.
    pub range: Range<usize>,
    /// What is odd in them.
    pub kind: RemarkKind,
    /// What may stand there instead, if there is no doubt about it; empty where the bytes should go.
    pub proposal: Option<String>,
}

/// What is odd, each by its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkKind {
    /// `24 janvier 17` (DAT-R6, DAT-24).
    TwoDigitYear,
    /// `7 Février`, `le sept Février` (DAT-R1, DAT-R6, DAT-25, DAT-31).
    MonthCapital,
    /// `le Mardi` (DAT-R3, DAT-R6).
    WeekdayCapital,
    /// `A l’ordre du jour`, for `À` (section CAP).
    BareA,
    /// `ONGs`, `TDRs`: an acronym takes no `s` (section CAP).
    AcronymPlural,
    /// `Mr Diallo`, for `M. Diallo` (section CAP).
    EnglishMister,
    /// `M.Diallo`, without a space (section CAP).
    MissingSpace,
    /// `2.508.543`, `160.000`, `160,000` (NUM-R1, NUM-27, section CAP).
    ThousandsMark,
    /// `1. Présentation`: the program numbers agenda items and themes (LIS-R3).
    TypedNumber,
}

/// The remarks on a free text, by their places. Two may overlap: `24 Janvier 17` has a capital and a short year.
pub fn remarks(text: &str) -> Vec<Remark> {
    let tokens = tokens(text);
    let context = Context::new(text, &tokens);
    let mut remarks = figures::short_years(text);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Number => remarks.extend(figures::thousands(&context, at)),
            Kind::Word => remarks.extend(
                calendar::small_letters(&context, at)
                    .or_else(|| capitals::bare_a(&context, at))
                    .or_else(|| capitals::acronym_plural(&context, at))
                    .or_else(|| titles::of_person(&context, at)),
            ),
            Kind::Space | Kind::Mark => {}
        }
    }
    if !remarks.is_empty() {
        let protected = protected::spans(text);
        remarks.retain(|remark| !protected::touches(&protected, &remark.range));
    }
    remarks.sort_by_key(|remark| (remark.range.start, remark.range.end));
    remarks
}

/// The remarks on an agenda item or the title of a theme: those of [`remarks`], and a number typed in front.
pub fn title_remarks(text: &str) -> Vec<Remark> {
    let number = leading_number(text).map(|range| Remark {
        range,
        kind: RemarkKind::TypedNumber,
        proposal: Some(String::new()),
    });
    number.into_iter().chain(remarks(text)).collect()
}
