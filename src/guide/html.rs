//! Markdown as the documents of the help are written in → HTML: headings with anchors, lists, tables, code, links.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::escaping::{Quotes, escaped};

/// A document as HTML.
pub(super) struct Rendered {
    /// Its first heading, as a text.
    pub(super) title: String,
    pub(super) body: String,
    /// All headings but the first.
    pub(super) headings: Vec<Heading>,
}

/// A heading that a link may lead to.
pub(super) struct Heading {
    /// 2 for a part of the document.
    pub(super) level: usize,
    pub(super) anchor: String,
    /// Its words, as HTML.
    pub(super) words: String,
}

/// Writes a document. `target` says where a link leads.
pub(super) fn rendered(text: &str, target: &dyn Fn(&str) -> String) -> Rendered {
    let mut writer = Writer {
        target,
        out: String::new(),
        plain: String::new(),
        open: 0,
        title: String::new(),
        headings: Vec::new(),
        table: None,
        is_code: false,
    };
    Parser::new_ext(text, Options::ENABLE_TABLES).for_each(|event| writer.write(event));
    Rendered {
        title: writer.title,
        body: writer.out,
        headings: writer.headings,
    }
}

struct Writer<'a> {
    target: &'a dyn Fn(&str) -> String,
    out: String,
    /// The words since the heading or the cell that is being written was opened, and where that was.
    plain: String,
    open: usize,
    title: String,
    headings: Vec<Heading>,
    table: Option<Table>,
    is_code: bool,
}

/// A table while it is written: on a telephone each row becomes a block, whose cells are told by the heads of their columns.
#[derive(Default)]
struct Table {
    heads: Vec<String>,
    column: usize,
    is_head: bool,
}

impl Writer<'_> {
    fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.out.push_str(&escaped(&text, Quotes::Double)),
            Event::Text(text) => self.say(&text),
            Event::Code(code) => {
                self.plain.push_str(&code);
                self.out
                    .push_str(&format!("<code>{}</code>", escaped(&code, Quotes::Double)));
            }
            // What is no Markdown is a text.
            Event::Html(text) | Event::InlineHtml(text) => self.say(&text),
            Event::SoftBreak => self.say("\n"),
            Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn say(&mut self, text: &str) {
        self.plain.push_str(text);
        self.out.push_str(&escaped(text, Quotes::Double));
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading { .. } => self.begin(),
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(words) => words.split(' ').next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                // What is wider than the sheet is moved with the keys.
                let class = match language {
                    "console" => " class=\"console\"",
                    _ => "",
                };
                self.out
                    .push_str(&format!("<pre{class} tabindex=\"0\"><code>"));
                self.is_code = true;
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Link { dest_url, .. } => {
                let target = (self.target)(dest_url);
                self.out.push_str(&format!(
                    "<a href=\"{}\">",
                    escaped(&target, Quotes::Double)
                ));
            }
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                self.start_of_table(tag)
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.out.push_str("</code></pre>\n");
                self.is_code = false;
            }
            TagEnd::List(is_numbered) => {
                self.out
                    .push_str(if is_numbered { "</ol>\n" } else { "</ul>\n" })
            }
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Link => self.out.push_str("</a>"),
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {
                self.end_of_table(tag)
            }
            _ => {}
        }
    }

    /// From here on, the words of a heading or of a cell.
    fn begin(&mut self) {
        self.plain.clear();
        self.open = self.out.len();
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = self.out.split_off(self.open);
        let level = level as usize;
        if level == 1 {
            self.title.clone_from(&self.plain);
            self.out.push_str(&format!("<h1>{words}</h1>\n"));
            return;
        }
        let anchor = self.anchor();
        self.out
            .push_str(&format!("<h{level} id=\"{anchor}\">{words}</h{level}>\n"));
        self.headings.push(Heading {
            level,
            anchor,
            words,
        });
    }

    /// The anchor that GitHub gives a heading: another one of the same words is numbered.
    fn anchor(&self) -> String {
        let is_kept = |sign: &char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | ' ');
        let words = self.plain.to_lowercase();
        let anchor: String = words.chars().filter(is_kept).collect();
        let anchor = anchor.trim().replace(' ', "-");
        let is_taken = |anchor: &String| self.headings.iter().any(|other| other.anchor == *anchor);
        let numbered = (1..).map(|number| format!("{anchor}-{number}"));
        let mut anchors = std::iter::once(anchor.clone()).chain(numbered);
        anchors.find(|anchor| !is_taken(anchor)).unwrap_or(anchor)
    }

    fn start_of_table(&mut self, tag: &Tag<'_>) {
        let table = self.table.get_or_insert_default();
        match tag {
            Tag::Table(_) => {
                *table = Table::default();
                self.out
                    .push_str("<table class=\"registre\" role=\"table\">\n");
            }
            Tag::TableHead => {
                table.is_head = true;
                self.out
                    .push_str("<thead role=\"rowgroup\">\n<tr role=\"row\">\n");
            }
            Tag::TableRow => {
                table.column = 0;
                self.out.push_str("<tr role=\"row\">\n");
            }
            Tag::TableCell if table.is_head => {
                self.out
                    .push_str("<th scope=\"col\" role=\"columnheader\">");
                self.begin();
            }
            _ => {
                let head = table.heads.get(table.column).map_or("", String::as_str);
                let label = match table.column {
                    0 => String::new(),
                    _ => format!(" data-titre=\"{}\"", escaped(head, Quotes::Double)),
                };
                table.column += 1;
                self.out.push_str(&format!("<td role=\"cell\"{label}>"));
            }
        }
    }

    fn end_of_table(&mut self, tag: TagEnd) {
        let table = self.table.get_or_insert_default();
        match tag {
            TagEnd::Table => self.out.push_str("</tbody>\n</table>\n"),
            TagEnd::TableHead => {
                table.is_head = false;
                self.out
                    .push_str("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            _ if table.is_head => {
                table.heads.push(self.plain.clone());
                self.out.push_str("</th>\n");
            }
            _ => self.out.push_str("</td>\n"),
        }
    }
}
