//! A galley → pages: where each page ends, and what stands where on it.
//!
//! Entry point: [`paginate`]. A page ends at the last place before the overflow that parts nothing that belongs together; only
//! where there is none is a worse one taken. What is not cut is never lost: a strip higher than the page stands alone on one.

use super::galley::{Anchor, Break, Flow};
use super::grid::{Cursor, Fragment, Grid};
use super::page::{Destination, Item, OutlineEntry};
use super::units::Pt;

/// The text of one page, from the top left corner of the type area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypePage {
    /// What is painted.
    pub(super) items: Vec<Item>,
}

/// The pages, and what can be led to, from the top of the type area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pagination {
    /// The pages; at least one.
    pub(super) pages: Vec<TypePage>,
    /// The anchors.
    pub(super) destinations: Vec<Destination>,
    /// The headings.
    pub(super) outline: Vec<OutlineEntry>,
}

/// Cuts the galley into pages of that height.
pub(super) fn paginate(flows: Vec<Flow>, height: Pt) -> Pagination {
    let mut paginator = Paginator {
        flows,
        height,
        page: Vec::new(),
        foot: Pt::ZERO,
        result: Pagination::default(),
    };
    let mut next = 0;
    while next < paginator.flows.len() {
        next = paginator.put(next);
    }
    if !paginator.page.is_empty() || paginator.result.pages.is_empty() {
        paginator.close_page();
    }
    paginator.result
}

/// Something that has its place on the current page.
struct Placed {
    flow: usize,
    y: Pt,
    /// What stands here of a table: fragments side by side, from left to right.
    fragments: Vec<Fragment>,
    /// Whether this is where the table begins.
    begins: bool,
}

struct Paginator {
    flows: Vec<Flow>,
    height: Pt,
    page: Vec<Placed>,
    foot: Pt,
    result: Pagination,
}

impl Paginator {
    /// Gives a flow its place, and tells which one comes next: an earlier one where the page had to end before it.
    fn put(&mut self, index: usize) -> usize {
        let y = if self.page.is_empty() {
            Pt::ZERO
        } else {
            self.foot + self.flows[index].space_before()
        };
        match &self.flows[index] {
            Flow::Strip(strip) => {
                let foot = y + strip.height;
                if foot > self.height + Pt(0.001) && !self.page.is_empty() {
                    return self.end_page_before(index);
                }
                self.place(index, y, foot, Vec::new(), true);
                index + 1
            }
            Flow::Grid(_) => self.put_grid(index, y),
        }
    }

    fn put_grid(&mut self, index: usize, mut y: Pt) -> usize {
        let Flow::Grid(grid) = &self.flows[index] else {
            return index + 1;
        };
        let mut cursor = grid.start();
        let mut begins = true;
        loop {
            let Flow::Grid(grid) = &self.flows[index] else {
                return index + 1;
            };
            let must = self.page.is_empty();
            let room = self.height - y;
            let mut fragments = side_by_side(grid, &mut cursor, (room, self.height), must);
            if fragments.is_empty() && !must {
                if !self.is_tied_to_top(index) {
                    return self.end_page_before(index);
                }
                // Moved, the table would leave its heading behind: rather a cut that does not look well.
                let mut forced = cursor.clone();
                fragments = side_by_side(grid, &mut forced, (room, self.height), true);
                if fragments.iter().any(|fragment| fragment.height > room) {
                    return self.end_page_before(index);
                }
                cursor = forced;
            }
            let is_done = grid.is_done(&cursor, grid.rows.len());
            let foot = fragments
                .iter()
                .map(|fragment| y + fragment.height)
                .fold(y, Pt::max);
            self.place(index, y, foot, fragments, begins);
            if is_done {
                return index + 1;
            }
            self.close_page();
            y = Pt::ZERO;
            begins = false;
        }
    }

    /// Whether a flow belongs together with all that stands before it on the page.
    fn is_tied_to_top(&self, index: usize) -> bool {
        let tied = |flow: usize| self.flows[flow].break_before() == Break::Forbidden;
        let mut others = self.page.iter().skip(1);
        tied(index) && others.all(|placed| placed.begins && tied(placed.flow))
    }

    fn place(&mut self, flow: usize, y: Pt, foot: Pt, fragments: Vec<Fragment>, begins: bool) {
        self.page.push(Placed {
            flow,
            y,
            fragments,
            begins,
        });
        self.foot = foot;
    }

    /// Ends the page before that flow, or before an earlier one that belongs with it.
    fn end_page_before(&mut self, index: usize) -> usize {
        let break_at = |flow: usize| self.flows[flow].break_before();
        // What stands first on the page stays on it.
        let candidates: Vec<usize> = self
            .page
            .iter()
            .skip(1)
            .filter(|placed| placed.begins)
            .map(|placed| placed.flow)
            .chain([index])
            .collect();
        let best = [Break::Allowed, Break::Avoided, Break::Forbidden]
            .into_iter()
            .find_map(|worst| {
                let mut fit = candidates.iter().rev();
                fit.find(|flow| break_at(**flow) <= worst).copied()
            })
            .unwrap_or(index);
        self.page.retain(|placed| placed.flow < best);
        self.close_page();
        best
    }

    /// Paints what has its place on the page, and begins the next.
    fn close_page(&mut self) {
        let number = self.result.pages.len();
        let mut page = TypePage::default();
        let mut anchors: Vec<(Anchor, Pt)> = Vec::new();
        for placed in std::mem::take(&mut self.page) {
            match &mut self.flows[placed.flow] {
                Flow::Strip(strip) => {
                    let own = std::mem::take(&mut strip.anchors);
                    anchors.extend(own.into_iter().map(|anchor| (anchor, placed.y)));
                    let own = std::mem::take(&mut strip.items);
                    page.items
                        .extend(own.into_iter().map(|item| item.moved(Pt::ZERO, placed.y)));
                }
                Flow::Grid(grid) => {
                    let own = std::mem::take(&mut grid.anchors);
                    anchors.extend(own.into_iter().map(|anchor| (anchor, placed.y)));
                    let step = grid.width + grid.page_gutter;
                    for (column, fragment) in placed.fragments.into_iter().enumerate() {
                        let x = grid.x + step * column as f64;
                        let (items, own) = grid.paint(fragment);
                        anchors.extend(own.into_iter().map(|(anchor, y)| (anchor, placed.y + y)));
                        page.items
                            .extend(items.into_iter().map(|item| item.moved(x, placed.y)));
                    }
                }
            }
        }
        for (anchor, y) in anchors {
            match anchor {
                Anchor::Id(id) => self.result.destinations.push(Destination {
                    id,
                    page: number,
                    y,
                }),
                Anchor::Heading { level, title } => self.result.outline.push(OutlineEntry {
                    level,
                    title,
                    page: number,
                    y,
                }),
            }
        }
        self.result.pages.push(page);
        self.foot = Pt::ZERO;
    }
}

/// What stands on this page of a table: one fragment for each of its columns on the page, none if too little would.
///
/// Where all the rows that are left find room, the columns get the same number of them, the last ones one more (1 to 8, 9 to
/// 17). Where they would on the next page, nothing stands on this one; else each column is filled before the next.
fn side_by_side(
    grid: &Grid,
    cursor: &mut Cursor,
    (room, page): (Pt, Pt),
    must: bool,
) -> Vec<Fragment> {
    let columns = grid.page_columns.max(1);
    if columns > 1 {
        if let Some((fragments, after)) = balanced(grid, cursor, columns, room) {
            *cursor = after;
            return fragments;
        }
        if !must && balanced(grid, cursor, columns, page).is_some() {
            return Vec::new();
        }
    }
    let mut fragments = Vec::new();
    let end = grid.rows.len();
    for column in 0..columns {
        if grid.is_done(cursor, end) {
            break;
        }
        match grid.cut(cursor, end, room, must && column == 0) {
            Some(fragment) => fragments.push(fragment),
            None => break,
        }
    }
    fragments
}

/// All rows that are left, in columns of the same number of rows, if they find room.
fn balanced(
    grid: &Grid,
    cursor: &Cursor,
    columns: usize,
    room: Pt,
) -> Option<(Vec<Fragment>, Cursor)> {
    let left = grid.rows_left(cursor);
    let first = grid.rows.len() - left;
    let mut cursor = cursor.clone();
    let mut fragments = Vec::new();
    for column in 1..=columns {
        let end = first + left * column / columns;
        if grid.is_done(&cursor, end) {
            continue;
        }
        let fragment = grid.cut(&mut cursor, end, room, false)?;
        // A cell that covers rows on both sides of the end goes on as far as it has to.
        if !grid.is_done(&cursor, end) || fragment.height > room {
            return None;
        }
        fragments.push(fragment);
    }
    Some((fragments, cursor))
}
