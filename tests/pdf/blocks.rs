//! The blocks of a document made by hand: headings, lists, links, tables, figures.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests and benchmarks use a part; what cannot be set should stop there"
)]

use greffier::document::Scope;
use greffier::print::fonts::Face;
use greffier::print::page::{
    Destination, FilledBox, Item, LinkArea, Mark, OutlineEntry, Picture, Role,
};
use greffier::print::units::{Color, Pt};

use crate::setter::{BLUE, GREY, MARGIN, Setter, WIDTH};

impl Setter {
    pub(crate) fn heading(&mut self, level: u8, text: &str) -> usize {
        let element = self.element(Role::Heading(level), Some(0));
        let (page, y) = (self.number(), Pt(self.y));
        self.layout.outline.push(OutlineEntry {
            level,
            title: text.into(),
            page,
            y,
        });
        self.line(
            text,
            Face::Bold,
            16.0 - f64::from(level) * 2.0,
            Mark::Element(element),
        );
        element
    }

    pub(crate) fn paragraph(&mut self, text: &str) -> usize {
        let element = self.element(Role::Paragraph, Some(0));
        self.words(
            text,
            Face::Regular,
            10.0,
            Mark::Element(element),
            MARGIN,
            WIDTH - 2.0 * MARGIN,
        );
        element
    }

    pub(crate) fn anchor(&mut self, id: &str) {
        let (page, y) = (self.number(), Pt(self.y));
        self.layout.destinations.push(Destination {
            id: id.into(),
            page,
            y,
        });
    }

    /// A paragraph that is a link, one line for each text.
    pub(crate) fn link(&mut self, address: &str, lines: &[&str]) {
        let paragraph = self.element(Role::Paragraph, Some(0));
        self.line("Voir", Face::Regular, 10.0, Mark::Element(paragraph));
        let link = self.element(Role::Link, Some(paragraph));
        for text in lines {
            let mut run = self.run(text, Face::Regular, 10.0, Mark::Element(link));
            run.color = BLUE;
            let area = LinkArea {
                element: link,
                address: address.into(),
                x: run.x,
                y: Pt(self.y),
                width: run.width(),
                height: Pt(14.0),
            };
            self.add(Item::Text(run));
            self.add(Item::Link(area));
            self.y += 14.0;
        }
        self.line(
            "pour la suite.",
            Face::Italic,
            10.0,
            Mark::Element(paragraph),
        );
    }

    pub(crate) fn list(&mut self, ordered: bool, items: &[&str]) {
        let list = self.element(Role::List { ordered }, Some(0));
        for (number, text) in (1..).zip(items) {
            let item = self.element(Role::ListItem, Some(list));
            if ordered {
                let label = self.element(Role::Label, Some(item));
                self.line(
                    &format!("{number}."),
                    Face::Regular,
                    10.0,
                    Mark::Element(label),
                );
                self.y -= 14.0;
            } else {
                self.fill(MARGIN, self.y + 5.0, 3.0, 3.0, GREY);
            }
            let body = self.element(Role::ListBody, Some(item));
            self.words(
                text,
                Face::Regular,
                10.0,
                Mark::Element(body),
                MARGIN + 18.0,
                300.0,
            );
        }
    }

    pub(crate) fn fill(&mut self, x: f64, y: f64, width: f64, height: f64, color: Color) {
        let [x, y, width, height] = [x, y, width, height].map(Pt);
        self.add(Item::Box(FilledBox {
            x,
            y,
            width,
            height,
            color,
        }));
    }

    /// A table; its cells are set one after the other, over as many pages as they need.
    pub(crate) fn table(&mut self, caption: &str, head: &[&str], rows: &[Vec<String>]) -> usize {
        let table = self.element(Role::Table, Some(0));
        let title = self.element(Role::Caption, Some(table));
        self.line(caption, Face::Bold, 9.0, Mark::Element(title));
        let width = (WIDTH - 2.0 * MARGIN) / head.len() as f64;
        let part = self.element(Role::TableHead, Some(table));
        let row = self.element(Role::TableRow, Some(part));
        let top = self.y;
        self.fill(
            MARGIN,
            top,
            WIDTH - 2.0 * MARGIN,
            14.0,
            Color {
                red: 230,
                green: 235,
                blue: 240,
            },
        );
        for (column, text) in head.iter().enumerate() {
            let role = Role::HeaderCell {
                scope: Scope::Column,
                column_span: 1,
                row_span: 1,
            };
            let cell = self.element(role, Some(row));
            self.y = top;
            self.words(
                text,
                Face::Bold,
                9.0,
                Mark::Element(cell),
                MARGIN + column as f64 * width,
                width,
            );
        }
        let part = self.element(Role::TableBody, Some(table));
        for texts in rows {
            let row = self.element(Role::TableRow, Some(part));
            self.fill(MARGIN, self.y, WIDTH - 2.0 * MARGIN, 0.5, GREY);
            for (column, text) in texts.iter().enumerate() {
                let column_span = if column + 1 == texts.len() {
                    head.len() - column
                } else {
                    1
                };
                let cell = self.element(
                    Role::DataCell {
                        column_span,
                        row_span: 1,
                    },
                    Some(row),
                );
                if !text.is_empty() {
                    let paragraph = self.element(Role::Paragraph, Some(cell));
                    let x = MARGIN + column as f64 * width;
                    self.words(
                        text,
                        Face::Regular,
                        9.0,
                        Mark::Element(paragraph),
                        x,
                        width - 6.0,
                    );
                }
            }
        }
        table
    }

    pub(crate) fn figure(&mut self, source: &str, alternative: &str) {
        let figure = self.element(
            Role::Figure {
                alternative: alternative.into(),
            },
            Some(0),
        );
        self.add(Item::Picture(Picture {
            mark: Mark::Element(figure),
            source: source.into(),
            x: Pt(MARGIN),
            y: Pt(self.y),
            width: Pt(60.0),
            height: Pt(30.0),
        }));
        self.y += 40.0;
    }
}
