//! A fragment of a table → what is painted, from its top left corner.

use super::super::galley::Anchor;
use super::super::page::{FilledBox, Item, Mark};
use super::super::style::Ruling;
use super::super::units::Pt;
use super::cursor::{Fragment, Part};
use super::{Grid, GridCell};

impl Grid {
    /// What is painted, and what begins at which height. The content is moved out; that of the header rows is copied, since
    /// it may come again.
    pub(in crate::print) fn paint(
        &mut self,
        mut fragment: Fragment,
    ) -> (Vec<Item>, Vec<(Anchor, Pt)>) {
        fragment.parts.sort_by_key(|part| part.cell);
        let mut items = self.backgrounds(&fragment);
        items.extend(self.rules(&fragment));
        let mut anchors = Vec::new();
        for row in fragment.rows.iter().filter(|row| row.begins) {
            if let Some(own) = self.rows.get_mut(row.row) {
                let own = std::mem::take(&mut own.anchors);
                anchors.extend(own.into_iter().map(|anchor| (anchor, row.top)));
            }
        }
        let head_rows = self.head_rows;
        let mut continued = fragment.continued;
        for part in &fragment.parts {
            let is_body = |cell: &GridCell| cell.row >= head_rows;
            if self.cells.get(part.cell).is_some_and(is_body) {
                items.extend(self.said_of(continued.take()));
            }
            let Some(cell) = self.cells.get_mut(part.cell) else {
                continue;
            };
            let repeated = fragment.repeats_head && cell.row < head_rows;
            put_cell(
                cell,
                part,
                repeated,
                cell.row < head_rows,
                &mut items,
                &mut anchors,
            );
        }
        (items, anchors)
    }

    /// What says that a theme goes on.
    fn said_of(&self, continued: Option<(usize, Pt)>) -> impl Iterator<Item = Item> {
        let of = |(row, top): (usize, Pt)| Some((self.rows.get(row)?.continued.as_ref()?, top));
        let said = continued.and_then(of).into_iter();
        said.flat_map(|(said, top)| {
            let items = said.items.iter().cloned();
            items.map(move |item| item.moved(Pt::ZERO, top))
        })
    }

    fn backgrounds(&self, fragment: &Fragment) -> Vec<Item> {
        let painted = fragment.parts.iter().filter_map(|part| {
            let cell = self.cells.get(part.cell)?;
            Some(Item::Box(FilledBox {
                x: cell.x,
                y: part.top,
                width: cell.width,
                height: part.bottom - part.top,
                color: cell.background?,
            }))
        });
        painted.collect()
    }

    /// The rules of a fragment. Between two rows a rule is drawn only where no cell covers both.
    fn rules(&self, fragment: &Fragment) -> Vec<Item> {
        if self.ruling == Ruling::None || fragment.parts.is_empty() {
            return Vec::new();
        }
        let mut boxes = Vec::new();
        for row in &fragment.rows {
            for (left, right) in self.free_columns(fragment, row.top) {
                boxes.push(self.horizontal(left, right, row.top));
            }
        }
        boxes.push(self.horizontal(Pt::ZERO, self.width, fragment.height));
        if self.ruling == Ruling::Grid {
            for part in &fragment.parts {
                let Some(cell) = self.cells.get(part.cell) else {
                    continue;
                };
                boxes.push(self.vertical(cell.x, part));
                if cell.columns.end + 1 == self.column_edges.len() {
                    boxes.push(self.vertical(cell.x + cell.width, part));
                }
            }
        }
        boxes.into_iter().map(Item::Box).collect()
    }

    /// The stretches of columns that no cell covers across that height.
    fn free_columns(&self, fragment: &Fragment, y: Pt) -> Vec<(Pt, Pt)> {
        let crossed = |column: usize| {
            fragment.parts.iter().any(|part| {
                self.cells
                    .get(part.cell)
                    .is_some_and(|cell| cell.columns.contains(&column))
                    && part.top < y
                    && part.bottom > y
            })
        };
        let mut stretches: Vec<(Pt, Pt)> = Vec::new();
        for (column, edges) in self.column_edges.windows(2).enumerate() {
            if crossed(column) {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.1 == edges[0] => last.1 = edges[1],
                _ => stretches.push((edges[0], edges[1])),
            }
        }
        stretches
    }

    fn horizontal(&self, left: Pt, right: Pt, y: Pt) -> FilledBox {
        FilledBox {
            x: left,
            y: y - self.rule_width / 2.0,
            width: right - left,
            height: self.rule_width,
            color: self.rule_color,
        }
    }

    fn vertical(&self, x: Pt, part: &Part) -> FilledBox {
        FilledBox {
            x: x - self.rule_width / 2.0,
            y: part.top,
            width: self.rule_width,
            height: part.bottom - part.top,
            color: self.rule_color,
        }
    }
}

/// The strips of a part of a cell, from the top left corner of the fragment.
fn put_cell(
    cell: &mut GridCell,
    part: &Part,
    repeated: bool,
    is_head: bool,
    items: &mut Vec<Item>,
    anchors: &mut Vec<(Anchor, Pt)>,
) {
    let left = cell.x + cell.padding_x;
    let mut y = part.top + cell.padding_y;
    let first = part.strips.start;
    let head = cell.content.get(part.strips.clone()).and_then(<[_]>::first);
    if let Some(head) = head.and_then(|strip| strip.head.as_deref()) {
        let again = head.items.iter().cloned();
        items.extend(again.map(|item| item.moved(left, y)));
        y += head.height;
    }
    for (index, strip) in cell
        .content
        .iter_mut()
        .enumerate()
        .take(part.strips.end)
        .skip(first)
    {
        if index > first {
            y += strip.space_before;
        }
        let own = if is_head {
            strip.items.clone()
        } else {
            std::mem::take(&mut strip.items)
        };
        let moved = own.into_iter().map(|item| item.moved(left, y));
        if repeated {
            items.extend(moved.filter_map(|item| item.into_decoration(Mark::Artifact)));
        } else {
            items.extend(moved);
        }
        let own = std::mem::take(&mut strip.anchors);
        anchors.extend(own.into_iter().map(|anchor| (anchor, y)));
        y += strip.height;
    }
}
