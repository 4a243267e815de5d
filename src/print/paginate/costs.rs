//! What the ends of pages cost. As in a paragraph, it is the sum over the document that is judged, not each page by itself: a
//! page may end less well where that spares the reader a worse one further on.

use super::plan::Plan;
use crate::print::galley::Break;

/// Each page: what fits on three is not spread over four.
const PAGE: f64 = 1_000.0;
/// An end that leaves a line of a paragraph alone, or half a word.
const AVOIDED: f64 = 300.0;
/// An end that parts what belongs together: a title without its text, signatures in two.
const FORBIDDEN: f64 = 5_000.0;
/// A page that is empty from top to bottom, were there one; that of half a page is a quarter of it. The last is not judged by it.
const EMPTY: f64 = 4_000.0;
/// Less than that is not seen as empty: the rows of a table end where they end.
const UNSEEN: f64 = 0.08;
/// A last page so little filled looks like an oversight: somebody would have taken its few lines back…
pub(super) const SHORT_LAST: f64 = 0.15;
/// … or given a few more, some beyond that share, since lines and rows are not cut…
pub(super) const MARGIN: f64 = 0.05;
/// … and costs that much…
const SHORT_LAST_PAGE: f64 = 1_500.0;
/// … while one below this is only worth a try.
pub(super) const FEW: f64 = 0.3;
/// Spaces taken in by all that the style sheet allows; half of that costs a quarter. It is less than a page, or nothing would
/// be taken in, and more than a page that ends a little better.
const TIGHTENED: f64 = 700.0;

/// What a plan costs.
pub(super) fn of(plan: &Plan) -> f64 {
    let last = plan.pages.len().saturating_sub(1);
    let pages = plan.pages.iter().enumerate().map(|(index, page)| {
        let end = match page.end {
            Break::Allowed => 0.0,
            Break::Avoided => AVOIDED,
            Break::Forbidden => FORBIDDEN,
        };
        let filled = match (index == last, index) {
            (true, 0) => 0.0,
            (true, _) if page.filled < SHORT_LAST => SHORT_LAST_PAGE,
            (true, _) => 0.0,
            (false, _) => EMPTY * (1.0 - page.filled - UNSEEN).max(0.0).powi(2),
        };
        PAGE + end + filled
    });
    pages.sum::<f64>() + TIGHTENED * plan.tightened.powi(2)
}
