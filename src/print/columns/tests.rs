//! How widths are shared out.

use super::*;

fn demand(narrowest: f64, widest: f64, volume: f64, bounds: Option<(f64, f64)>) -> ColumnDemand {
    ColumnDemand {
        narrowest: Pt(narrowest),
        widest: Pt(widest),
        volume: Pt(volume),
        bounds: bounds.map(|(least, most)| ColumnBounds { least, most }),
        ..ColumnDemand::default()
    }
}

/// A column of ordinary words, that wide; hyphens make them a third as wide.
fn words(narrowest: f64, volume: f64, bounds: Option<(f64, f64)>) -> ColumnDemand {
    ColumnDemand {
        ordinary: Pt(narrowest),
        hyphenated: Pt(narrowest / 3.0),
        uncuttable: Pt(narrowest / 3.0),
        ..demand(narrowest, volume, volume, bounds)
    }
}

/// A column of dates: no hyphen makes them narrower.
fn dates(narrowest: f64, bounds: Option<(f64, f64)>) -> ColumnDemand {
    ColumnDemand {
        ordinary: Pt(narrowest),
        hyphenated: Pt(narrowest),
        uncuttable: Pt(narrowest),
        ..demand(narrowest, narrowest, narrowest, bounds)
    }
}

#[track_caller]
fn check(demands: &[ColumnDemand], expected: &[f64]) {
    let widths: Vec<f64> = shares(Pt(100.0), demands)
        .widths
        .iter()
        .map(|width| (width.0 * 10.0).round() / 10.0)
        .collect();
    assert_eq!(widths, expected);
}

#[test]
fn what_fits_on_one_line_is_not_broken() {
    let free = None;
    check(
        &[
            demand(5.0, 5.0, 50.0, free),
            demand(20.0, 45.0, 400.0, free),
            demand(20.0, 50.0, 400.0, free),
        ],
        &[5.0, 45.0, 50.0],
    );
}

#[test]
fn the_bounds_are_kept() {
    let demands = [
        demand(10.0, 900.0, 9_000.0, Some((0.2, 0.4))),
        demand(10.0, 500.0, 1_000.0, Some((0.1, 0.3))),
        demand(10.0, 0.0, 0.0, Some((0.1, 0.3))),
    ];
    check(&demands, &[40.0, 30.0, 30.0]);
}

#[test]
fn long_columns_are_wide() {
    let free = None;
    check(
        &[
            demand(10.0, 900.0, 3_000.0, free),
            demand(10.0, 900.0, 1_000.0, free),
        ],
        &[75.0, 25.0],
    );
}

#[test]
fn words_too_wide_for_the_whole_share_it() {
    let free = None;
    check(
        &[
            demand(300.0, 300.0, 300.0, free),
            demand(100.0, 100.0, 100.0, free),
        ],
        &[75.0, 25.0],
    );
    check(&[], &[]);
}

#[test]
fn no_column_is_without_width() {
    check(
        &[
            demand(10.0, 20.0, 20.0, Some((0.0, 0.0))),
            demand(10.0, 300.0, 300.0, Some((1.0, 1.0))),
        ],
        &[10.0, 90.0],
    );
    check(
        &[
            demand(20.0, 20.0, 20.0, None),
            demand(9_000.0, 9_000.0, 9_000.0, None),
        ],
        &[10.0, 90.0],
    );
}

#[test]
fn a_word_or_a_date_is_not_cut_for_a_bound() {
    let text = words(15.0, 900.0, Some((0.2, 0.8)));
    check(&[words(40.0, 40.0, Some((0.1, 0.3))), text], &[40.0, 60.0]);
    check(&[text, dates(22.0, Some((0.08, 0.16)))], &[78.0, 22.0]);
    // Bounds that leave too little for the words of another.
    let greedy = demand(10.0, 900.0, 900.0, Some((0.9, 0.9)));
    check(&[greedy, words(25.0, 25.0, None)], &[75.0, 25.0]);
}

#[test]
fn hyphens_cut_words_before_a_date_is_cut() {
    let columns = [
        words(60.0, 60.0, None),
        words(60.0, 60.0, None),
        dates(22.0, None),
    ];
    check(&columns, &[39.0, 39.0, 22.0]);
}

/// Head words of many columns: the longest ones are cut, on syllables, and neither short ones nor figures.
#[test]
fn the_longest_head_words_give_way_to_short_ones_and_to_figures() {
    let head = |whole: f64, uncuttable: f64| ColumnDemand {
        uncuttable: Pt(uncuttable),
        ..dates(whole, None)
    };
    let columns = [
        head(45.0, 20.0),
        head(40.0, 20.0),
        head(14.0, 14.0),
        head(22.0, 22.0),
    ];
    check(&columns, &[32.0, 32.0, 14.0, 22.0]);
    let figures = [dates(60.0, None), dates(60.0, None), dates(14.0, None)];
    check(&figures, &[43.0, 43.0, 14.0]);
    let shares = shares(Pt(100.0), &figures);
    assert_eq!(shares.least[2], Pt(14.0), "no trial narrows it");
}

/// Of a column with little in it, what fits its lower bound stays on one line; a text that does not may be broken.
#[test]
fn a_nearly_empty_column_has_room_for_its_short_texts_alone() {
    let poor = |widest: f64, bounds| ColumnDemand {
        is_poor: true,
        ordinary: Pt(11.0),
        ..demand(11.0, widest, widest, Some(bounds))
    };
    let text = demand(10.0, 900.0, 9_000.0, Some((0.4, 0.75)));
    let least = |column| shares(Pt(100.0), &[text, column]).least[1].0;
    assert_eq!(least(poor(15.0, (0.18, 0.2))), 15.0);
    assert_eq!(least(poor(90.0, (0.26, 0.84))), 11.0);
    assert_eq!(least(poor(120.0, (0.26, 0.84))), 26.0);
}

/// Few columns fill the table: the rest goes to where the text is, not to what is short.
#[test]
fn what_the_bounds_leave_goes_to_the_text() {
    let text = words(15.0, 900.0, Some((0.16, 0.4)));
    check(&[text, dates(12.0, Some((0.08, 0.16)))], &[88.0, 12.0]);
    check(&[dates(12.0, Some((0.08, 0.16)))], &[100.0]);
    let shares = |share: f64| demand(0.0, 0.0, 0.0, Some((share, share)));
    check(&[shares(0.2), shares(0.4)], &[33.3, 66.7]);
}

#[test]
fn a_long_address_stays_within_the_bound() {
    check(
        &[
            demand(80.0, 80.0, 80.0, Some((0.1, 0.3))),
            demand(10.0, 300.0, 300.0, Some((0.2, 0.8))),
        ],
        &[30.0, 70.0],
    );
}
