//! Choices → a print XHTML, of any shape that the subset has.

use std::fmt::Write;

use super::choices::Choices;

const WORDS: &[&str] = &[
    "mot",
    "développement",
    "efficace",
    "l’atelier",
    "«\u{a0}difficulté\u{a0}»",
    "12\u{202f}500\u{202f}000",
    "anticonstitutionnellementanticonstitutionnellementanticonstitutionnel",
    "https://example.org/tres/longue/adresse-qui-ne-finit-pas?a=1&amp;b=2#c",
    "Ɲɛnɛba",
    "e\u{301}\u{300}te\u{301}",
    "co\u{ad}or\u{ad}di\u{ad}na\u{ad}tion",
    "a\u{200b}b\u{200b}c",
    "\u{200b}",
    "\u{ad}",
    "\u{a0}",
    "\u{2003}",
    "porte-à-porte",
    "sous\u{2011}cluster",
    "–",
    "—\u{a0}oui",
    "-",
    "-----------------------------------------------",
    ".",
    "W",
    "fi",
    "7\u{a0}février\u{a0}2017\u{a0}à\u{a0}9\u{a0}h\u{a0}30\u{a0}dans\u{a0}le\u{a0}bureau\u{a0}du\u{a0}PNUD",
    "&lt;b&gt;",
    "ŒUVRE",
    "ɓɗƴŋɣǝ",
];

/// The classes that the random style sheets speak of; the last ones are those of the embedded sheet.
pub(crate) const CLASSES: &[&str] = &[
    "un",
    "deux",
    "personnes-en-colonnes",
    "nom",
    "sous-titre",
    "donnees",
];
pub(crate) const COLUMNS: &[&str] = &["etroite", "large", "theme", "responsables"];

/// Where blocks stand, which decides what they may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Flow,
    Item,
    Cell,
    HeaderCell,
}

pub(crate) struct Writer<'c, 'n> {
    choices: &'c mut Choices<'n>,
    text: String,
    ids: usize,
    heading: usize,
    /// How many tables are around what is written.
    tables: usize,
}

/// A document, and how many anchors it has: `a0`, `a1`…
pub(crate) fn document(choices: &mut Choices<'_>) -> (String, usize) {
    let mut writer = Writer {
        choices,
        text: String::from("<html lang=\"fr\"><head><title>Essai</title></head><body>"),
        ids: 0,
        heading: 1,
        tables: 0,
    };
    for part in ["header", "footer"] {
        if writer.choices.one_in(4) {
            writer.wrapped(part, "", |writer| {
                writer.wrapped("p", "", |writer| writer.line(3))
            });
        }
    }
    if writer.choices.one_in(8) {
        writer
            .text
            .push_str("<aside class=\"filigrane\">PROJET</aside>");
    }
    // Something to link to.
    writer.wrapped("h1", "", |writer| {
        writer.text.push_str("Titre ");
        writer.line(6);
    });
    writer.blocks(Place::Flow, 0, 8);
    let Writer { mut text, ids, .. } = writer;
    text.push_str("</body></html>");
    (text, ids)
}

impl Writer<'_, '_> {
    fn wrapped(&mut self, name: &str, attributes: &str, inner: impl FnOnce(&mut Self)) {
        let _ = write!(self.text, "<{name}{attributes}>");
        inner(self);
        let _ = writeln!(self.text, "</{name}>");
    }

    /// Some of the attributes that most elements may have.
    fn attributes(&mut self) -> String {
        let mut attributes = String::new();
        if self.choices.one_in(3) {
            let class = self.choices.pick(CLASSES);
            let _ = write!(attributes, " class=\"{class}\"");
        }
        if self.choices.one_in(5) {
            let _ = write!(attributes, " id=\"a{}\"", self.ids);
            self.ids += 1;
        }
        if self.choices.one_in(9) {
            attributes.push_str(" lang=\"bm\"");
        }
        attributes
    }

    fn blocks(&mut self, place: Place, depth: usize, most: usize) {
        for _ in 0..self.choices.below(most + 1) {
            self.block(place, depth);
        }
    }

    fn block(&mut self, place: Place, depth: usize) {
        let kinds: &[&str] = match (place, depth) {
            (Place::Flow, 0) => &[
                "p", "table", "ul", "ol", "h", "div", "colonnes", "img", "hr", "text", "long",
                "paysage",
            ],
            (Place::Flow, 1..5) => &[
                "p", "table", "ul", "ol", "h", "div", "colonnes", "img", "hr", "text", "long",
            ],
            (Place::Item, 0..9) if self.tables < 2 => &["p", "ul", "ol", "div", "text", "table"],
            (Place::Item, 0..9) => &["p", "ul", "ol", "div", "text"],
            (Place::Cell, 0..5) if self.tables < 2 => {
                &["p", "ul", "ol", "h", "div", "hr", "text", "long", "table"]
            }
            (Place::Cell | Place::HeaderCell, 0..5) => {
                &["p", "ul", "ol", "h", "div", "hr", "text", "long"]
            }
            _ => &["p"],
        };
        let kind = self.choices.pick(kinds);
        if kind == "text" {
            return self.line(9);
        }
        if kind == "colonnes" {
            return self.columns(place, depth);
        }
        if kind == "paysage" {
            return self.wrapped("section", " class=\"paysage\"", |writer| {
                writer.blocks(place, depth + 1, 4);
            });
        }
        let mut attributes = self.attributes();
        match kind {
            "h" => {
                self.heading = 1 + self.choices.below((self.heading + 1).min(4));
                let name = format!("h{}", self.heading);
                self.wrapped(&name, &attributes, |writer| {
                    writer.text.push_str("Titre ");
                    writer.line(9);
                });
            }
            "ul" | "ol" => {
                if kind == "ol" {
                    let start = [1, 8, 98, 999_999_990][self.choices.below(4)];
                    let _ = write!(attributes, " start=\"{start}\"");
                }
                let items = 1 + self.choices.below(4);
                self.wrapped(kind, &attributes, |writer| {
                    for _ in 0..items {
                        let attributes = writer.attributes();
                        writer.wrapped("li", &attributes, |writer| {
                            writer.blocks(Place::Item, depth + 1, 3);
                        });
                    }
                });
            }
            "table" => {
                self.tables += 1;
                self.table(&attributes, depth);
                self.tables -= 1;
            }
            "div" => self.wrapped("div", &attributes, |writer| {
                writer.blocks(place, depth + 1, 3);
            }),
            "img" => {
                let _ = write!(
                    self.text,
                    "<img src=\"logo.png\" alt=\"Le logo\"{attributes}/>"
                );
            }
            "hr" => {
                let _ = write!(self.text, "<hr{attributes}/>");
            }
            "long" => self.wrapped("p", &attributes, |writer| {
                let words = 50 + writer.choices.below(400);
                let word = writer.choices.pick(WORDS);
                for _ in 0..words {
                    let _ = write!(writer.text, "{word} ");
                }
            }),
            _ => self.wrapped("p", &attributes, |writer| writer.line(30)),
        }
    }

    fn columns(&mut self, place: Place, depth: usize) {
        self.wrapped("div", " class=\"colonnes\"", |writer| {
            for _ in 0..1 + writer.choices.below(3) {
                let attributes = writer.attributes();
                writer.wrapped("div", &attributes, |writer| {
                    writer.blocks(place, depth + 1, 4);
                });
            }
        });
    }

    /// Words, and elements of a line around some of them.
    fn line(&mut self, most: usize) {
        for _ in 0..self.choices.below(most + 1) {
            let word = self.choices.pick(WORDS);
            let space = self
                .choices
                .pick(&[" ", "", "\n", "<br/>", "\u{a0}", "\u{202f}"]);
            let is_seen = word.contains(char::is_alphanumeric);
            let (open, close) = match self.choices.below(12) {
                0 => ("<b>".into(), "</b>"),
                1 => ("<em>".into(), "</em>"),
                2 => ("<sup>".into(), "</sup>"),
                3 if is_seen => ("<a href=\"https://example.org/\">".into(), "</a>"),
                4 if is_seen && self.ids > 0 => {
                    let id = self.choices.below(self.ids);
                    (format!("<a href=\"#a{id}\">"), "</a>")
                }
                5 => ("<span lang=\"bm\">".into(), "</span>"),
                6 => ("<span class=\"nom\">".into(), "</span>"),
                _ => (String::new(), ""),
            };
            let _ = write!(self.text, "{open}{word}{close}{space}");
        }
    }

    fn table(&mut self, attributes: &str, depth: usize) {
        let columns = 1 + self.choices.below(5);
        let attributes = attributes.to_owned();
        self.wrapped("table", &attributes, |writer| {
            if writer.choices.one_in(4) {
                writer.wrapped("caption", "", |writer| writer.line(9));
            }
            writer.wrapped("colgroup", "", |writer| {
                for _ in 0..columns {
                    let class = writer.choices.pick(COLUMNS);
                    let _ = write!(writer.text, "<col class=\"{class}\"/>");
                }
            });
            let head = writer.choices.below(3);
            let body = writer.choices.below(9) + usize::from(head == 0);
            for (part, rows) in [("thead", head), ("tbody", body)] {
                if rows > 0 {
                    writer.wrapped(part, "", |writer| {
                        writer.rows(
                            columns,
                            rows,
                            if part == "thead" { "th" } else { "td" },
                            depth,
                        );
                    });
                }
            }
        });
    }

    fn rows(&mut self, columns: usize, rows: usize, name: &str, depth: usize) {
        // How many rows, from the current one on, are covered from above.
        let mut covered = vec![0_usize; columns];
        for row in 0..rows {
            let attributes = self.attributes();
            self.wrapped("tr", &attributes, |writer| {
                let mut column = 0;
                while column < columns {
                    if covered[column] > 0 {
                        covered[column] -= 1;
                        column += 1;
                        continue;
                    }
                    let free = covered[column..]
                        .iter()
                        .take_while(|rows| **rows == 0)
                        .count();
                    let mut wide = if writer.choices.one_in(4) {
                        1 + writer.choices.below(free)
                    } else {
                        1
                    };
                    let high = if writer.choices.one_in(4) {
                        1 + writer.choices.below(rows - row)
                    } else {
                        1
                    };
                    wide = wide.min(free);
                    let mut attributes = writer.attributes();
                    let _ = write!(attributes, " colspan=\"{wide}\" rowspan=\"{high}\"");
                    writer.wrapped(name, &attributes, |writer| {
                        // A list in it might hold a table, which has no place in what is repeated.
                        let tables = writer.tables;
                        let place = if name == "th" {
                            writer.tables = 2;
                            Place::HeaderCell
                        } else {
                            Place::Cell
                        };
                        writer.blocks(place, depth + 1, 3);
                        writer.tables = tables;
                    });
                    covered[column..column + wide].fill(high - 1);
                    column += wide;
                }
            });
        }
    }
}
