//! What the checker reports of the French in a free text, and never changes (CAP, *reported*; DAT-R6; NUM-R1; LIS-R3).
//!
//! Entry points: [`remarks`] for any text, [`leading_number`] for what an agenda item or the title of a theme begins with. A remark is
//! advice, so that a fault missed weighs less than one invented: what may be a name, a label or a quotation is left.
//! Addresses, file names, UN symbols and code are never reported.
//!
//! Who says what of a typed date: [`RemarkKind::TwoDigitYear`] and the capitals are found here, in the text alone; a
//! weekday that contradicts its date (DAT-R3) needs the day of the meeting and is left to the checker of records, which
//! asks [`super::typed_dates`]. Odd quotation marks (GUI-R2) are left to the pass that pairs them.

mod accents;
mod calendar;
mod capitals;
mod context;
mod doubled;
mod english;
mod figures;
mod ligatures;
mod meant;
mod misspelt;
mod moments;
mod protected;
mod quoted;
mod spacing;
mod titles;

use std::ops::Range;

use super::typed_dates::dates_among;
use super::typed_tokens::{Kind, tokens};
use context::{Context, has_capital};

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
    /// `A l’ordre du jour`, for `À`; `Etat des lieux`, for `État` (section CAP, SUP-R10).
    BareA,
    /// `ONGs`, `TDRs`: an acronym takes no `s` (section CAP).
    AcronymPlural,
    /// `Mr Diallo`, for `M. Diallo` (section CAP).
    EnglishMister,
    /// `M.Diallo`, `Gao,Mopti`, `réunion.Le`, without a space (section CAP, SUP-R10).
    MissingSpace,
    /// `2.508.543`, `160.000`, `160,000` (NUM-R1, NUM-27, section CAP).
    ThousandsMark,
    /// `31 juin` (SUP-R10).
    ImpossibleDate,
    /// `25h30`, `14h75` (SUP-R10).
    ImpossibleHour,
    /// `Mme.`, `Melle`, `M Ba` (SUP-R10).
    TitleForm,
    /// `oeuvre`, for `œuvre` (SUP-R10).
    Ligature,
    /// `aprés`, `acceuil`: no word (SUP-R10).
    Misspelt,
    /// `mot , suite`, `L' ONU`, two spaces (SUP-R6, SUP-R10).
    NeedlessSpace,
    /// `fin..`, `,,` (SUP-R7, SUP-R10).
    RepeatedMark,
    /// `le le comité` (SUP-R10).
    RepeatedWord,
    /// `le mot 'projet'` (SUP-R7).
    ApostropheQuotes,
}

/// The remarks on a free text, by their places. Two may overlap: `24 Janvier 17` has a capital and a short year.
pub fn remarks(text: &str) -> Vec<Remark> {
    let tokens = tokens(text);
    let context = Context::new(text, &tokens);
    let dates = dates_among(text, &tokens);
    let mut remarks = figures::short_years(text, &dates);
    remarks.extend(moments::impossible_dates(text, &dates));
    for (at, token) in tokens.iter().enumerate() {
        let found = match token.kind {
            Kind::Number => figures::thousands(&context, at)
                .or_else(|| moments::beyond(&context, at))
                .or_else(|| moments::impossible_hour(&context, at)),
            Kind::Word => capitalised(&context, at)
                .or_else(|| ligatures::oe(&context, at))
                .or_else(|| misspelt::word(&context, at)),
            Kind::Space => spacing::needless(&context, at),
            Kind::Mark => doubled::marks(&context, at)
                .or_else(|| spacing::missing(&context, at))
                .or_else(|| quoted::by_apostrophes(&context, at)),
        };
        if let Some(remark) = found {
            remarks.push(remark);
        }
        if token.kind == Kind::Word
            && let Some(twice) = doubled::word(&context, at)
        {
            remarks.push(twice);
        }
    }
    if !remarks.is_empty() {
        let protected = protected::spans(text);
        let english = english::sentences(&tokens);
        let is_left = |remark: &Remark| {
            [&protected, &english]
                .iter()
                .any(|spans| protected::touches(spans, &remark.range))
        };
        remarks.retain(|remark| !is_left(remark));
    }
    remarks.sort_by_key(|remark| (remark.range.start, remark.range.end));
    remarks
}

/// What is said of a word only if it begins with a capital.
fn capitalised(context: &Context<'_>, at: usize) -> Option<Remark> {
    if !has_capital(context.at(Some(at))) {
        return None;
    }
    calendar::small_letters(context, at)
        .or_else(|| capitals::bare_a(context, at))
        .or_else(|| capitals::acronym_plural(context, at))
        .or_else(|| titles::of_person(context, at))
        .or_else(|| accents::initial(context, at))
}
