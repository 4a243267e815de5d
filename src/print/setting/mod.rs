//! Pieces + the area of the text → a galley of set lines.
//!
//! Entry points: [`galley`], [`set`]. Whatever the style sheet says, the text keeps a part of its column and of the page: see [`Area`].

mod crowded;
mod demands;
mod tables;
mod trial;

use std::sync::Arc;

use super::compose::{Continuation, Label, LabelMark, Piece, PieceKind, offset};
use super::fonts::Fonts;
use super::galley::{Break, Flow, Galley, RepeatedHead, Strip};
use super::line::{Align, Line, Measure};
use super::page::{FilledBox, Item, Picture};
use super::paragraph;
use super::style::Bullet;
use super::units::Pt;
use tables::set_table;

/// Where pieces are set: in a column of that width, on pages of that height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    /// The width of the column.
    pub(super) width: Pt,
    /// The height of the text on a page. Nothing that cannot be cut is made higher.
    pub(super) height: Pt,
}

/// The most that an indent takes of the width of a column, where it would leave the text too little…
const MOST_INDENT: f64 = 0.5;
/// … and with the marks of lists, which stand beside each other in it.
const MOST_INDENT_WITH_LABELS: f64 = 0.75;

/// The most that the title of a theme that goes on takes of the height of a page.
const MOST_HEAD: f64 = 0.1;

/// Sets the pieces of a whole document, which know their themes.
pub(super) fn galley(pieces: Vec<Piece>, area: Area, fonts: &Fonts) -> Galley {
    let mut galley = Galley::default();
    let mut last: Option<(Arc<Continuation>, Option<Arc<RepeatedHead>>)> = None;
    for mut piece in pieces {
        let head = piece.theme.take().and_then(|theme| {
            let known = last
                .as_ref()
                .filter(|(known, _)| Arc::ptr_eq(known, &theme));
            if let Some((_, head)) = known {
                return head.clone();
            }
            let head = head_of(&theme, area, fonts).map(Arc::new);
            last = Some((theme, head.clone()));
            head
        });
        set_piece(piece, area, fonts, &mut galley.flows);
        galley.themes.resize(galley.flows.len(), head);
    }
    galley
}

/// What says that a theme goes on, unless it is too high.
fn head_of(theme: &Continuation, area: Area, fonts: &Fonts) -> Option<RepeatedHead> {
    let mut head = RepeatedHead {
        height: Pt::ZERO,
        items: Vec::new(),
    };
    for strip in strips_of(&theme.said, area, Pt::ZERO, false, fonts) {
        let down = head.height;
        let items = strip.items.into_iter();
        head.items
            .extend(items.map(|item| item.moved(Pt::ZERO, down)));
        head.height += strip.height;
    }
    head.height += theme.after;
    (head.height <= area.height * MOST_HEAD).then_some(head)
}

/// Sets the pieces.
pub(super) fn set(pieces: Vec<Piece>, area: Area, fonts: &Fonts) -> Vec<Flow> {
    let mut flows = Vec::with_capacity(pieces.len());
    for piece in pieces {
        set_piece(piece, area, fonts, &mut flows);
    }
    flows
}

/// The indent that a piece gets, and where its marks go with it: to the left as far as there is room, then together.
fn indent_of(piece: &Piece, width: Pt) -> (Pt, impl Fn(Pt) -> Pt + use<>) {
    let too_much = (piece.indent - width * MOST_INDENT).max(Pt::ZERO);
    let leftmost = piece.labels.iter().map(|label| label.x);
    let shift = leftmost.fold(too_much, Pt::min);
    let wanted = piece.indent - shift;
    let indent = wanted.min(width * MOST_INDENT_WITH_LABELS);
    let share = if indent < wanted {
        indent.0 / wanted.0
    } else {
        1.0
    };
    (indent, move |x| (x - shift) * share)
}

fn set_piece(mut piece: Piece, area: Area, fonts: &Fonts, flows: &mut Vec<Flow>) {
    let (indent, moved) = indent_of(&piece, area.width);
    let inner = Area {
        width: area.width - indent,
        ..area
    };
    let anchors = std::mem::take(&mut piece.anchors);
    let labels = std::mem::take(&mut piece.labels);
    if let PieceKind::Table(table) = piece.kind {
        let mut grid = set_table(*table, inner, fonts);
        grid.x = indent;
        grid.space_before = piece.before;
        grid.break_before = piece.break_before;
        grid.anchors = anchors;
        flows.push(Flow::Grid(Box::new(grid)));
        return;
    }
    let mut strips = strips_of(&piece, inner, indent, !labels.is_empty(), fonts);
    if let Some(first) = strips.first_mut() {
        first.space_before = piece.before;
        first.break_before = piece.break_before;
        first.anchors = anchors;
        make_room_for_numbers(first, &labels, area.height);
        let baseline = first_baseline(first);
        let labels: Vec<Label> = labels
            .into_iter()
            .map(|label| Label {
                x: moved(label.x),
                ..label
            })
            .collect();
        if labels_fit(&labels, indent) {
            let labels = labels
                .into_iter()
                .filter_map(|label| drawn(label, baseline, area.width));
            first.items.splice(0..0, labels);
        } else {
            above(&mut strips, labels, baseline, area.width);
        }
    }
    flows.extend(strips.into_iter().map(Flow::Strip));
}

fn whole(height: Pt, item: Option<Item>) -> Strip {
    Strip {
        height,
        items: item.into_iter().collect(),
        ..Strip::default()
    }
}

/// What a piece that is no table is set as, `indent` from the left. `is_marked` if labels stand beside it.
fn strips_of(piece: &Piece, area: Area, indent: Pt, is_marked: bool, fonts: &Fonts) -> Vec<Strip> {
    match &piece.kind {
        PieceKind::Table(_) => Vec::new(),
        PieceKind::Text {
            spans,
            leading,
            align,
            balanced,
        } => {
            let measure = Measure {
                width: area.width,
                leading: leading.min(area.height),
                align: *align,
            };
            let mut lines = paragraph::set(fonts, spans, &measure);
            if *balanced && lines.len() > 1 && *align == Align::Left {
                lines = paragraph::balanced(fonts, spans, &measure, lines);
            }
            let mut strips = slugs_of(lines, indent, piece.keep_lines);
            if strips.is_empty() {
                // Nothing is seen of it, but it can be led to, and an item has its mark.
                let height = measure.leading * f64::from(u8::from(is_marked));
                strips.push(whole(height, None));
            }
            strips
        }
        PieceKind::Room(height) => vec![whole(height.min(area.height), None)],
        PieceKind::Rule { thickness, color } => {
            let rule = FilledBox {
                x: indent,
                y: Pt::ZERO,
                width: area.width,
                height: *thickness,
                color: *color,
            };
            vec![whole(*thickness, Some(Item::Box(rule)))]
        }
        PieceKind::Picture {
            mark,
            source,
            width,
            height,
            align,
        } => {
            let scale = (area.width / width.0)
                .min(area.height / height.0)
                .0
                .min(1.0);
            let picture = Picture {
                mark: *mark,
                source: source.clone(),
                x: indent + offset(*align, area.width - *width * scale),
                y: Pt::ZERO,
                width: *width * scale,
                height: *height * scale,
            };
            vec![whole(*height * scale, Some(Item::Picture(picture)))]
        }
    }
}

/// Whether the marks stand beside each other before the text.
fn labels_fit(labels: &[Label], indent: Pt) -> bool {
    let starts = labels.iter().skip(1).map(|label| label.x).chain([indent]);
    labels
        .iter()
        .zip(starts)
        .all(|(label, next)| label.x + label.width() <= next + Pt(0.01))
}

/// Puts each mark on a line of its own above the text, where there is no room for them beside each other.
fn above(strips: &mut Vec<Strip>, labels: Vec<Label>, baseline: Pt, width: Pt) {
    let Some(first) = strips.first_mut() else {
        return;
    };
    let top = Strip {
        height: first.height,
        items: Vec::new(),
        anchors: std::mem::take(&mut first.anchors),
        space_before: std::mem::take(&mut first.space_before),
        break_before: std::mem::replace(&mut first.break_before, Break::Forbidden),
        ..Strip::default()
    };
    let line = |(index, label): (usize, Label)| {
        let x = label.x.min(width - label.width()).max(Pt::ZERO);
        let items = drawn(Label { x, ..label }, baseline, width);
        let place = if index == 0 {
            top.clone()
        } else {
            Strip {
                height: top.height,
                break_before: Break::Forbidden,
                ..Strip::default()
            }
        };
        Strip {
            items: items.into_iter().collect(),
            ..place
        }
    };
    let lines: Vec<Strip> = labels.into_iter().enumerate().map(line).collect();
    strips.splice(0..0, lines);
}

/// The lines of a paragraph, which leaves no line alone at the foot or the top of a page where it can be helped.
fn slugs_of(lines: Vec<Line>, indent: Pt, keep_lines: bool) -> Vec<Strip> {
    let count = lines.len();
    // No word goes on from page to page.
    let cut: Vec<bool> = lines.iter().map(Line::ends_in_a_word).collect();
    let strip = |(index, line): (usize, Line)| {
        let runs = line.runs.into_iter().map(Item::Text);
        let links = line.links.into_iter().map(Item::Link);
        Strip {
            height: line.height,
            break_before: if keep_lines && index > 0 {
                Break::Forbidden
            } else if index == 1 || index > 0 && (index + 1 == count || cut[index - 1]) {
                Break::Avoided
            } else {
                Break::Allowed
            },
            items: runs
                .chain(links)
                .map(|item| item.moved(indent, Pt::ZERO))
                .collect(),
            ..Strip::default()
        }
    };
    lines.into_iter().enumerate().map(strip).collect()
}

/// How far a number reaches above the line it stands on, and below, as shares of its size.
const NUMBER_ABOVE: f64 = 0.75;
const NUMBER_BELOW: f64 = 0.25;

/// Makes the first line of an item as high as the number beside it, where that is larger: above a caption, or a picture.
fn make_room_for_numbers(first: &mut Strip, labels: &[Label], most: Pt) {
    let sizes = labels.iter().map(|label| match &label.mark {
        LabelMark::Number(run) => run.size,
        LabelMark::Bullet { .. } => Pt::ZERO,
    });
    let size = sizes.fold(Pt::ZERO, Pt::max);
    let missing = (size * NUMBER_ABOVE - first_baseline(first)).max(Pt::ZERO);
    let has_text = first.items.iter().any(|item| matches!(item, Item::Text(_)));
    if !has_text {
        let height = size * (NUMBER_ABOVE / BASELINE);
        first.height = first.height.max(height.min(most));
    } else if missing > Pt::ZERO && first.height + missing <= most {
        let items = std::mem::take(&mut first.items).into_iter();
        first.items = items.map(|item| item.moved(Pt::ZERO, missing)).collect();
        first.height += missing;
    }
    let below = first_baseline(first) + size * NUMBER_BELOW;
    if below > first.height && below <= most {
        first.height = below;
    }
}

/// How far down a line its text stands, as a share of its height.
const BASELINE: f64 = 0.72;

/// Where the first line of text stands; where there is none, about where it would.
fn first_baseline(strip: &Strip) -> Pt {
    let text = strip.items.iter().find_map(|item| match item {
        Item::Text(run) => Some(run.y),
        _ => None,
    });
    text.unwrap_or(strip.height * BASELINE)
}

/// The mark of a list item, beside a line with that baseline. It is made smaller where the whole column is too narrow for it.
fn drawn(label: Label, baseline: Pt, column: Pt) -> Option<Item> {
    let wide = label.width();
    let share = if wide > column {
        column.0 / wide.0
    } else {
        1.0
    };
    let item = match label.mark {
        LabelMark::Number(run) => Item::Text(run),
        LabelMark::Bullet { shape, size, color } => {
            let (width, height, middle) = drawing(shape)?;
            Item::Box(FilledBox {
                x: Pt::ZERO,
                y: -size * (middle + height / 2.0),
                width: size * width,
                height: size * height,
                color,
            })
        }
    };
    Some(item.scaled(share).moved(label.x, baseline))
}

/// The drawing of a bullet in shares of the size of the text: how wide, how high, and how far its middle stands above the
/// baseline.
fn drawing(shape: Bullet) -> Option<(f64, f64, f64)> {
    match shape {
        Bullet::Square => Some((0.30, 0.30, 0.36)),
        Bullet::Dash => Some((0.45, 0.07, 0.33)),
        Bullet::None => None,
    }
}

impl Label {
    fn width(&self) -> Pt {
        match &self.mark {
            LabelMark::Number(run) => run.width(),
            LabelMark::Bullet { shape, size, .. } => {
                drawing(*shape).map_or(Pt::ZERO, |(width, ..)| *size * width)
            }
        }
    }
}
