//! What must hold of any layout.

use std::collections::BTreeSet;

use greffier::print::Layout;
use greffier::print::page::{Item, Mark, Role};

use unicode_normalization::char::is_combining_mark;

use crate::view::{
    Text, around, cells, is_cell, line_count, rows, signs, signs_of_blocks, texts, whole_rows,
};
use crate::{Laid, STYLE};

/// What sums of rounded numbers may differ by, in points.
const TOLERANCE: f64 = 0.02;

#[track_caller]
pub(crate) fn check(laid: &Laid) {
    let layout = &laid.layout;
    within_the_margins(layout, |_| false);
    nothing_overlaps(layout, |_| false);
    cells_keep_apart(layout);
    no_heading_is_left(layout);
    no_part_of_a_row_is_a_single_line(layout);
    the_header_is_on_every_page_of_the_table(layout);
    nothing_is_lost(laid);
    marks_are_sound(layout);
}

/// What holds of any document in our style, however unlike minutes.
#[track_caller]
pub(crate) fn holds_for_any(laid: &Laid) {
    within_the_margins(&laid.layout, is_one_letter);
    nothing_overlaps(&laid.layout, is_one_letter);
}

/// Lists in cells of columns in columns leave less room than a letter is wide, and a letter cannot be broken: it reaches out to
/// the right of its column.
fn is_one_letter(text: &Text) -> bool {
    let seen = text.text.chars().filter(|sign| !sign.is_whitespace());
    seen.filter(|sign| !is_combining_mark(*sign)).count() == 1
}

fn body_texts(layout: &Layout) -> Vec<Text> {
    let mut texts = texts(layout);
    texts.retain(|text| !text.is_turned && text.mark != Mark::Pagination && !text.is_blank());
    texts
}

#[track_caller]
fn within_the_margins(layout: &Layout, reaches_out: fn(&Text) -> bool) {
    let sheet = STYLE.page;
    for text in body_texts(layout) {
        let page = &layout.pages[text.page];
        let inside = text.left >= sheet.left.0 - TOLERANCE
            && (text.right <= page.width.0 - sheet.right.0 + TOLERANCE || reaches_out(&text))
            && text.top() >= sheet.top.0 - TOLERANCE
            && text.foot() <= page.height.0 - sheet.bottom.0 + 1.0;
        assert!(inside, "outside of the margins: {text:?}");
    }
    for page in &layout.pages {
        for item in &page.items {
            if let Item::Box(filled) = item {
                let inside = filled.x.0 >= STYLE.page.left.0 - 1.0
                    && filled.x.0 + filled.width.0 <= page.width.0 - STYLE.page.right.0 + 1.0
                    && filled.width.0 >= 0.0
                    && filled.height.0 >= 0.0;
                assert!(inside, "outside of the margins: {filled:?}");
            }
        }
    }
}

#[track_caller]
fn nothing_overlaps(layout: &Layout, reaches_out: fn(&Text) -> bool) {
    let mut texts = texts(layout);
    texts.retain(|text| !text.is_turned && !text.is_blank());
    texts.sort_by(|a, b| (a.page, a.top()).partial_cmp(&(b.page, b.top())).unwrap());
    for (index, one) in texts.iter().enumerate() {
        for other in texts[index + 1..]
            .iter()
            .take_while(|other| other.page == one.page && other.top() < one.foot() - 0.2)
        {
            // Letters of one line may touch, and kerning may bring runs a little together.
            let beside = one.right <= other.left + 0.5 || other.right <= one.left + 0.5;
            let left = if one.left <= other.left { one } else { other };
            assert!(beside || reaches_out(left), "{one:?}\noverlaps {other:?}");
        }
    }
}

#[track_caller]
fn cells_keep_apart(layout: &Layout) {
    for cells in rows(layout).values() {
        for pair in cells.windows(2) {
            let right = pair[0]
                .iter()
                .filter(|text| !text.is_blank())
                .map(|text| text.right);
            let left = pair[1].iter().map(|text| text.left);
            let (right, left) = (right.fold(0.0, f64::max), left.fold(f64::MAX, f64::min));
            assert!(right < left, "{:?}\nreaches into {:?}", pair[0], pair[1]);
        }
    }
}

fn is_heading(role: &Role) -> bool {
    matches!(role, Role::Heading(_) | Role::Caption)
}

/// No page ends with a heading, nor does the part of a cell that goes on.
#[track_caller]
fn no_heading_is_left(layout: &Layout) {
    // A heading that is all of a cell heads what stands beside it, and is level with it.
    let heads_its_row = |text: &Text| {
        let cell = text
            .element()
            .and_then(|element| around(layout, element, &is_cell));
        cell.is_some_and(|cell| {
            let own = cells(layout);
            own[&cell].iter().all(|text| {
                text.element()
                    .is_none_or(|element| around(layout, element, &is_heading).is_some())
            })
        })
    };
    let check = |texts: &[Text]| {
        for pair in texts.windows(2).filter(|pair| pair[0].page != pair[1].page) {
            let heading = pair[0]
                .element()
                .and_then(|element| around(layout, element, &is_heading));
            let goes_on = pair[1]
                .element()
                .and_then(|element| around(layout, element, &is_heading));
            assert!(
                heading.is_none() || heading == goes_on || heads_its_row(&pair[0]),
                "a heading at the foot of a page: {:?}",
                pair[0]
            );
        }
    };
    let mut all = body_texts(layout);
    all.retain(|text| text.element().is_some());
    check(&all);
    for texts in cells(layout).values() {
        check(texts);
    }
}

#[track_caller]
fn no_part_of_a_row_is_a_single_line(layout: &Layout) {
    for cells in whole_rows(layout).values() {
        let pages: BTreeSet<usize> = cells.iter().flatten().map(|text| text.page).collect();
        if pages.len() < 2 {
            continue;
        }
        for page in pages {
            let lines = cells
                .iter()
                .map(|texts| {
                    let here: Vec<&Text> = texts.iter().filter(|text| text.page == page).collect();
                    line_count(&here)
                })
                .max();
            assert!(
                lines > Some(1),
                "a single line on page {}: {:?}",
                page + 1,
                cells
                    .iter()
                    .flatten()
                    .map(|text| text.text.as_str())
                    .collect::<Vec<_>>()
            );
        }
    }
}

#[track_caller]
fn the_header_is_on_every_page_of_the_table(layout: &Layout) {
    let texts = texts(layout);
    let table_of = |element| around(layout, element, &|role| *role == Role::Table);
    let part_of = |text: &Text, part: Role| {
        let element = text.element()?;
        around(layout, element, &|role| *role == part)?;
        table_of(element)
    };
    let tables: BTreeSet<usize> = texts
        .iter()
        .filter_map(|text| part_of(text, Role::TableHead))
        .collect();
    for table in tables {
        let head: Vec<&Text> = texts
            .iter()
            .filter(|text| part_of(text, Role::TableHead) == Some(table))
            .collect();
        let pages: BTreeSet<usize> = texts
            .iter()
            .filter(|text| part_of(text, Role::TableBody) == Some(table))
            .map(|text| text.page)
            .collect();
        for page in pages {
            for wanted in &head {
                let is_there = texts.iter().any(|text| {
                    text.page == page
                        && text.text == wanted.text
                        && (text.left - wanted.left).abs() < TOLERANCE
                        && (text.page == wanted.page || text.mark == Mark::Artifact)
                });
                assert!(is_there, "no « {} » on page {}", wanted.text, page + 1);
            }
        }
    }
}

/// Every letter of the document is on a page, once and in the document's order, element by element.
#[track_caller]
pub(crate) fn nothing_is_lost(laid: &Laid) {
    let texts = texts(&laid.layout);
    let mut own: Vec<&Text> = texts
        .iter()
        .filter(|text| text.element().is_some())
        .collect();
    // Elements are numbered in the order of the document; links and words of another language within a paragraph are painted
    // in its order, and belong to it.
    let block_of = |text: &Text| {
        around(&laid.layout, text.element().unwrap_or_default(), &|role| {
            !matches!(role, Role::Link | Role::Span)
        })
    };
    own.sort_by_key(|text| block_of(text));
    let printed: String = own.iter().map(|text| signs(&text.text)).collect();
    assert_eq!(printed, signs_of_blocks(&laid.document.body));
}

#[track_caller]
pub(crate) fn marks_are_sound(layout: &Layout) {
    for (index, element) in layout.elements.iter().enumerate() {
        match element.parent {
            None => assert_eq!(index, 0),
            Some(parent) => assert!(parent < index),
        }
    }
    for page in &layout.pages {
        for item in &page.items {
            match item {
                Item::Text(run) => {
                    assert!(
                        run.glyphs.iter().all(|glyph| glyph.id != 0),
                        "{}",
                        run.text()
                    );
                    if let Mark::Element(element) = run.mark {
                        assert!(element < layout.elements.len());
                    }
                }
                Item::Link(link) => {
                    assert_eq!(layout.elements[link.element].role, Role::Link);
                    assert!(link.width.0 > 0.0 && link.height.0 > 0.0);
                }
                Item::Box(_) | Item::Picture(_) => {}
            }
        }
    }
    for destination in &layout.destinations {
        assert!(destination.page < layout.pages.len());
    }
}
