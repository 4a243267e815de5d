//! Layouts made by hand: a typesetter that knows just enough to fill pages with every kind of item.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "tests and benchmarks use a part; what cannot be set should stop there"
)]

use greffier::document::Metadata;
use greffier::print::Layout;
use greffier::print::fonts::{Face, Fonts};
use greffier::print::page::{Element, Glyph, Item, Mark, Page, Role, TextRun};
use greffier::print::units::{Color, Pt};
use harfrust::{Buffer, Direction, Font, Language, Script, ShapeOptions, ShapePlan, ShaperFont};
use read_fonts::model::Blob;

pub(crate) const BLACK: Color = Color {
    red: 0,
    green: 0,
    blue: 0,
};
pub(crate) const GREY: Color = Color {
    red: 90,
    green: 90,
    blue: 90,
};
pub(crate) const BLUE: Color = Color {
    red: 0,
    green: 60,
    blue: 140,
};
pub(crate) const WIDTH: f64 = 595.28;
const HEIGHT: f64 = 841.89;
pub(crate) const MARGIN: f64 = 56.0;
const FOOT: f64 = HEIGHT - 70.0;

struct Shaper {
    font: Font,
    plan: ShapePlan,
}

/// Sets a document from top to bottom.
pub(crate) struct Setter {
    shapers: Vec<Shaper>,
    units: Vec<f64>,
    pub(crate) layout: Layout,
    pub(crate) y: f64,
}

impl Setter {
    /// An empty page in French.
    pub(crate) fn new(fonts: &Fonts) -> Self {
        let shaper = |face: Face| {
            let font = Font::new(Blob::from(fonts.face(face).bytes().to_vec()), 0).unwrap();
            let plan = ShapePlan::new(
                &font,
                Direction::LeftToRight,
                Some(Script::LATIN),
                Language::new("fr").as_ref(),
                &[],
            );
            Shaper { font, plan }
        };
        let mut setter = Self {
            shapers: Face::ALL.map(shaper).into(),
            units: Face::ALL
                .map(|face| f64::from(fonts.face(face).units_per_em))
                .into(),
            layout: Layout {
                language: "fr".into(),
                metadata: Metadata {
                    title: "Compte rendu de la réunion du 7 février 2017".into(),
                    authors: vec!["Awa Traoré".into(), "Jean « JP » Coulibaly & fils".into()],
                    subject: Some("Cluster Relèvement <précoce>, 7 février 2017".into()),
                    date: Some(jiff::civil::date(2017, 2, 7)),
                },
                ..Layout::default()
            },
            y: MARGIN,
        };
        setter.element(Role::Document, None);
        setter.page();
        setter
    }

    /// Adds an element.
    pub(crate) fn element(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.layout.elements.push(Element {
            role,
            parent,
            language: None,
        });
        self.layout.elements.len() - 1
    }

    /// Begins a page.
    pub(crate) fn page(&mut self) {
        self.layout.pages.push(Page {
            width: Pt(WIDTH),
            height: Pt(HEIGHT),
            items: Vec::new(),
        });
        self.y = MARGIN;
    }

    pub(crate) fn add(&mut self, item: Item) {
        self.layout.pages.last_mut().unwrap().items.push(item);
    }

    /// The number of the page, from 0.
    pub(crate) fn number(&self) -> usize {
        self.layout.pages.len() - 1
    }

    /// A text shaped, as one run at the start of the line.
    pub(crate) fn run(&self, text: &str, face: Face, size: f64, mark: Mark) -> TextRun {
        let shaper = &self.shapers[face as usize];
        let scale = size / self.units[face as usize];
        let mut buffer = Buffer::new();
        for (index, character) in text.char_indices() {
            buffer.push(u32::from(character), index as u32);
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        buffer.set_language(Language::new("fr"));
        let options = ShapeOptions::new().plan(Some(&shaper.plan));
        harfrust::shape(&ShaperFont::new(&shaper.font), &mut buffer, options).unwrap();
        let infos = buffer.glyph_infos();
        let mut glyphs = Vec::new();
        for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let begins = index == 0 || infos[index - 1].cluster != info.cluster;
            let end = infos[index..]
                .iter()
                .map(|next| next.cluster)
                .find(|&next| next != info.cluster);
            let end = end.map_or(text.len(), |end| end as usize);
            glyphs.push(Glyph {
                id: info.glyph_id as u16,
                advance: Pt(f64::from(position.x_advance) * scale),
                x_offset: Pt(f64::from(position.x_offset) * scale),
                y_offset: Pt(f64::from(position.y_offset) * scale),
                text: if begins {
                    text[info.cluster as usize..end].into()
                } else {
                    "".into()
                },
            });
        }
        TextRun {
            mark,
            face,
            size: Pt(size),
            color: BLACK,
            x: Pt(MARGIN),
            y: Pt(self.y + size),
            angle: 0.0,
            glyphs,
            actual_text: None,
        }
    }

    /// One line.
    pub(crate) fn line(&mut self, text: &str, face: Face, size: f64, mark: Mark) {
        if self.y + size * 1.4 > FOOT {
            self.page();
        }
        let run = self.run(text, face, size, mark);
        self.add(Item::Text(run));
        self.y += size * 1.4;
    }

    /// Words on as many lines, and pages, as they need, from `x` in `width`.
    pub(crate) fn words(
        &mut self,
        text: &str,
        face: Face,
        size: f64,
        mark: Mark,
        x: f64,
        width: f64,
    ) {
        let mut line = String::new();
        let set = |setter: &mut Self, line: &str, is_last: bool| {
            if setter.y + size * 1.4 > FOOT {
                setter.page();
            }
            let mut run = setter.run(line, face, size, mark);
            run.x = Pt(x);
            let spaces = run
                .glyphs
                .iter()
                .filter(|glyph| &*glyph.text == " ")
                .count();
            if !is_last && spaces > 0 {
                let stretch = (Pt(width) - run.width()) / spaces as f64;
                for glyph in run.glyphs.iter_mut().filter(|glyph| &*glyph.text == " ") {
                    glyph.advance += stretch;
                }
            }
            setter.add(Item::Text(run));
            setter.y += size * 1.4;
        };
        for word in text.split(' ') {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if self.run(&longer, face, size, mark).width().0 > width && !line.is_empty() {
                set(self, &line, false);
                line = word.to_owned();
            } else {
                line = longer;
            }
        }
        set(self, &line, true);
    }

    /// Running header and footer, and the word across each page.
    pub(crate) fn finish(mut self, draft: bool) -> Layout {
        let count = self.layout.pages.len();
        for number in 0..count {
            self.y = HEIGHT - 40.0;
            let text = format!("Cluster · page {} / {count}", number + 1);
            let foot = self.run(&text, Face::Regular, 8.0, Mark::Pagination);
            self.y = 20.0;
            let head = self.run("Compte rendu", Face::Regular, 8.0, Mark::Pagination);
            let mut across = self.run("PROJET", Face::Bold, 120.0, Mark::Artifact);
            across.color = Color {
                red: 240,
                green: 240,
                blue: 240,
            };
            across.angle = 50.0;
            (across.x, across.y) = (Pt(150.0), Pt(620.0));
            let items = &mut self.layout.pages[number].items;
            if draft {
                items.insert(0, Item::Text(across));
            }
            items.insert(0, Item::Text(head));
            items.push(Item::Text(foot));
        }
        self.layout
    }
}
