//! Spaces that are taken in so that a last page of a few lines is not needed.

use crate::page_ends::{SHEET, filler, laid_with, sheet};
use crate::view::texts;

/// Nine lines of eleven points with three between each two take a little more than a page; with half of the spaces they fit.
#[test]
fn spaces_are_taken_in_only_where_a_page_is_saved() {
    let spaced = |most: u32| {
        let spaced = SHEET.replacen("[styles.p]\napres = 0", "[styles.p]\napres = 3", 1);
        let most = format!("hauteur = 70\nresserrement = {most}");
        let sized = spaced.replacen("hauteur = 70", &most, 1);
        let laid = laid_with(&sheet(&sized), &filler(9));
        let lines = texts(&laid.layout);
        let lines = lines.into_iter().map(|line| (line.page, line.baseline));
        lines.collect::<Vec<_>>()
    };
    let count_on = |lines: &[(usize, f64)], page: usize| {
        let own = lines.iter().filter(|(on, _)| *on == page);
        own.count()
    };
    let as_typed = spaced(0);
    assert_eq!((count_on(&as_typed, 0), count_on(&as_typed, 1)), (7, 2));
    assert_eq!(spaced(10), as_typed);
    assert_eq!(count_on(&spaced(50), 0), 9);
}
