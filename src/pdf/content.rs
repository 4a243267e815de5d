//! The items of the pages as their content streams, and what belongs to which element.

use std::collections::BTreeSet;

use super::clusters;
use super::drawing::Drawing;
use super::fault::PdfFault;
use super::marks::{Marks, Owner, known, structure_type};
use super::misshapen::{Misshapen, Part};
use super::pen::{Pen, hundredths};
use super::pictures::Pictures;
use super::subset::{Subset, Subsets};
use crate::picture::Turn;
use crate::print::Layout;
use crate::print::page::{Element, FilledBox, Item, LinkArea, Mark, Page, Picture, TextRun};
use crate::print::units::Color;

/// The pages and what happened on them.
#[derive(Debug, Default)]
pub(super) struct Content<'a> {
    /// The content stream of each page.
    pub(super) streams: Vec<Vec<u8>>,
    /// What belongs to elements, in the order of the pages.
    pub(super) events: Vec<Event<'a>>,
    /// The names of the pictures that are shown.
    pub(super) pictures: BTreeSet<&'a str>,
}

/// Something on a page that belongs to an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event<'a> {
    /// The page, from 0.
    pub(super) page: usize,
    /// The element, by index.
    pub(super) element: usize,
    /// What it is.
    pub(super) kind: EventKind<'a>,
}

/// The kinds of thing on a page that belong to an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum EventKind<'a> {
    /// A stretch of marked content, by its number on the page (MCID).
    Stretch(usize),
    /// The place of a picture: left, bottom, right, top. Its stretch is an event of its own.
    Place([f64; 4]),
    /// A place to click.
    Link(&'a LinkArea),
}

/// The content of all pages.
///
/// # Errors
/// [`PdfFault::UnknownPicture`]; an element, a face or a glyph that is nowhere.
pub(super) fn of_pages<'a>(
    layout: &'a Layout,
    subsets: &Subsets<'_>,
    pictures: &Pictures,
) -> Result<Content<'a>, PdfFault> {
    let mut content = Content::default();
    for (number, page) in layout.pages.iter().enumerate() {
        let mut sheet = Sheet::new(number, page, &layout.elements);
        for item in &page.items {
            match item {
                Item::Text(run) => sheet.text(run, subsets)?,
                Item::Box(filled) => sheet.filled_box(filled),
                Item::Link(area) => {
                    let element = known(area.element, &layout.elements)?;
                    sheet.note(element, EventKind::Link(area));
                }
                Item::Picture(picture) => {
                    let Some((id, turn)) = pictures.id(&picture.source) else {
                        return Err(PdfFault::UnknownPicture(picture.source.clone()));
                    };
                    content.pictures.insert(&picture.source);
                    sheet.picture(picture, id, turn)?;
                }
            }
        }
        sheet.leave_text();
        sheet.marks.close(&mut sheet.drawing);
        content.events.append(&mut sheet.events);
        content.streams.push(sheet.drawing.into_bytes());
    }
    Ok(content)
}

/// A page being written.
struct Sheet<'a> {
    number: usize,
    height: f64,
    elements: &'a [Element],
    drawing: Drawing,
    events: Vec<Event<'a>>,
    marks: Marks,
    pen: Pen,
    color: Option<Color>,
}

impl<'a> Sheet<'a> {
    fn new(number: usize, page: &Page, elements: &'a [Element]) -> Self {
        Self {
            number,
            height: page.height.0,
            elements,
            drawing: Drawing::default(),
            events: Vec::new(),
            marks: Marks::default(),
            pen: Pen::default(),
            color: None,
        }
    }

    fn text(&mut self, run: &TextRun, subsets: &Subsets<'_>) -> Result<(), Misshapen> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        let part = Part::Font(run.face);
        let subset = subsets.get(run.face).ok_or(Misshapen::Missing(part))?;
        if run.size.0 <= 0.0 {
            return Err(Misshapen::Missing(Part::SizeOfText(self.number + 1)));
        }
        let is_turned = run.angle != 0.0;
        if is_turned {
            self.leave_text();
        }
        let owner = self.owner(run.mark, run.y.0)?;
        self.enter_text(owner, run.actual_text.as_deref());
        self.set_color(run.color);
        self.pen
            .set_font(run.face, run.size.0, subset, &mut self.drawing);
        let y = self.height - run.y.0;
        if is_turned {
            self.pen.turn(run.angle, run.x.0, y, &mut self.drawing);
        } else {
            self.pen.move_to(run.x.0, y, &mut self.drawing);
        }
        self.glyphs(run, owner, subset)?;
        if is_turned {
            self.leave_text();
        } else if run.actual_text.is_some() {
            self.close();
        }
        Ok(())
    }

    fn glyphs(
        &mut self,
        run: &TextRun,
        owner: Owner,
        subset: &Subset<'_>,
    ) -> Result<(), Misshapen> {
        let is_heard = matches!(owner, Owner::Element(_));
        let is_whole = run.actual_text.is_some() && is_heard;
        let mut x = run.x.0;
        for cluster in clusters::of_run(run) {
            let is_as_shown = cluster.shares_its_text()
                && cluster.parts().all(|(glyph, part)| {
                    let code = subset.code(glyph.id);
                    code.is_some_and(|code| clusters::is_same(code.text, part))
                });
            let is_said = is_heard && !is_whole && !is_as_shown;
            if is_said {
                self.open(owner, Some(cluster.text));
            } else if !is_whole {
                self.mark(owner);
            }
            for glyph in cluster.glyphs {
                let part = Part::Glyph(run.face, glyph.id);
                let code = subset.code(glyph.id).ok_or(Misshapen::Missing(part))?;
                let place = [x + glyph.x_offset.0, glyph.y_offset.0];
                self.pen.add(code, run.size.0, place, &mut self.drawing);
                x += glyph.advance.0;
            }
            if is_said {
                self.close();
            }
        }
        Ok(())
    }

    fn filled_box(&mut self, filled: &FilledBox) {
        self.leave_text();
        self.mark(Owner::Decoration);
        self.set_color(filled.color);
        let [left, right] = edges(filled.x.0, filled.width.0);
        let [bottom, top] = edges(self.height - filled.y.0 - filled.height.0, filled.height.0);
        self.drawing
            .fill([left, bottom, right - left, top - bottom]);
    }

    fn picture(&mut self, picture: &Picture, id: &str, turn: Turn) -> Result<(), Misshapen> {
        self.leave_text();
        let owner = self.owner(picture.mark, picture.y.0)?;
        self.mark(owner);
        let bottom = self.height - picture.y.0 - picture.height.0;
        let [left, right] = edges(picture.x.0, picture.width.0);
        let [bottom, top] = edges(bottom, picture.height.0);
        self.drawing
            .show_picture(id, matrix(turn, [left, bottom, right, top]));
        if let Owner::Element(element) = owner {
            let place = [left, bottom, right, top].map(|length| length as f64 / 100.0);
            self.note(element, EventKind::Place(place));
        }
        Ok(())
    }

    fn owner(&self, mark: Mark, y: f64) -> Result<Owner, Misshapen> {
        Owner::of(mark, y < self.height / 2.0, self.elements)
    }

    fn note(&mut self, element: usize, kind: EventKind<'a>) {
        self.events.push(Event {
            page: self.number,
            element,
            kind,
        });
    }

    /// Opens a stretch for what comes next, if none is open for it.
    fn mark(&mut self, owner: Owner) {
        if !self.marks.is_open_for(owner) {
            self.open(owner, None);
        }
    }

    /// Opens a stretch of its own for what comes next, which is read as that text if there is one.
    fn open(&mut self, owner: Owner, read_as: Option<&str>) {
        self.pen.show(&mut self.drawing);
        match owner {
            Owner::Element(element) => {
                let tag = structure_type(&self.elements[element].role);
                let number = self
                    .marks
                    .open_element(element, tag, read_as, &mut self.drawing);
                self.note(element, EventKind::Stretch(number));
            }
            Owner::Decoration | Owner::Header | Owner::Footer => {
                self.marks.open_artifact(owner, &mut self.drawing);
            }
        }
    }

    fn close(&mut self) {
        self.pen.show(&mut self.drawing);
        self.marks.close(&mut self.drawing);
    }

    fn enter_text(&mut self, owner: Owner, read_as: Option<&str>) {
        if !self.pen.is_down() {
            self.marks.close(&mut self.drawing);
            self.pen.put_down(&mut self.drawing);
        }
        match read_as {
            Some(_) => self.open(owner, read_as),
            None => self.mark(owner),
        }
    }

    fn leave_text(&mut self) {
        if self.pen.is_down() {
            self.close();
            self.pen.lift(&mut self.drawing);
        }
    }

    fn set_color(&mut self, color: Color) {
        if self.color != Some(color) {
            self.pen.show(&mut self.drawing);
            self.color = Some(color);
            self.drawing.set_color(color);
        }
    }
}

/// Where a turned picture stands between its edges: left, bottom, right, top.
fn matrix(turn: Turn, [left, bottom, right, top]: [i64; 4]) -> [i64; 6] {
    let (width, height) = (right - left, top - bottom);
    let sized = |[x, y]: [i8; 2]| [i64::from(x) * width, i64::from(y) * height];
    let [corner, along, up] = turn.corners().map(sized);
    let place = [left + corner[0], bottom + corner[1]];
    [along[0], along[1], up[0], up[1], place[0], place[1]]
}

/// Both edges in hundredths of a point; what is not empty stays visible.
fn edges(start: f64, length: f64) -> [i64; 2] {
    let first = hundredths(start);
    let last = hundredths(start + length);
    [
        first,
        if length > 0.0 {
            last.max(first + 1)
        } else {
            last
        },
    ]
}
