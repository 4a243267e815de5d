//! A plan → the pages: what has its place is moved there.

use super::plan::{PagePlan, Plan};
use super::{Pagination, TypePage};
use crate::print::galley::{Anchor, Flow};
use crate::print::page::{Destination, OutlineEntry};
use crate::print::units::Pt;

/// Paints every page of a plan.
pub(super) fn paint(mut flows: Vec<Flow>, plan: Plan) -> Pagination {
    let mut result = Pagination::default();
    for page in plan.pages {
        paint_page(&mut flows, page, &mut result);
    }
    result
}

fn paint_page(flows: &mut [Flow], plan: PagePlan, result: &mut Pagination) {
    let number = result.pages.len();
    let mut page = TypePage::default();
    if let Some(head) = plan.head {
        page.items.extend(head.items.iter().cloned());
    }
    let mut anchors: Vec<(Anchor, Pt)> = Vec::new();
    for placed in plan.placed {
        match &mut flows[placed.flow] {
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
            Anchor::Id(id) => result.destinations.push(Destination {
                id,
                page: number,
                y,
            }),
            Anchor::Heading { level, title } => result.outline.push(OutlineEntry {
                level,
                title,
                page: number,
                y,
            }),
        }
    }
    result.pages.push(page);
}
