//! A PDF read back: its structure, its text by element, where each glyph stands.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A PDF.
pub(crate) struct Reader {
    pub(crate) document: Document,
    /// By page, then by number, the text of each stretch that belongs to an element.
    pub(crate) stretches: Vec<BTreeMap<i64, String>>,
    /// By page, the text that belongs to no element.
    pub(crate) artifacts: Vec<String>,
    /// By page, the glyphs: place from the lower left corner, text.
    pub(crate) glyphs: Vec<Vec<([f64; 2], String)>>,
}

/// A font as a reader sees it.
struct Font {
    texts: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

impl Reader {
    pub(crate) fn new(file: &[u8]) -> Self {
        let document = Document::load_mem(file).unwrap();
        let mut reader = Self {
            document,
            stretches: Vec::new(),
            artifacts: Vec::new(),
            glyphs: Vec::new(),
        };
        for page in reader.pages() {
            reader.read_page(page);
        }
        reader
    }

    pub(crate) fn pages(&self) -> Vec<ObjectId> {
        self.document.page_iter().collect()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// What an entry of a dictionary is, through a reference.
    pub(crate) fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        self.follow(
            dictionary
                .get(key.as_bytes())
                .unwrap_or_else(|_| panic!("no {key} in {dictionary:?}")),
        )
    }

    pub(crate) fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    pub(crate) fn dictionary<'a>(
        &'a self,
        dictionary: &'a Dictionary,
        key: &str,
    ) -> &'a Dictionary {
        self.get(dictionary, key).as_dict().unwrap()
    }

    /// The tree of the structure, one line for each element, with its text.
    pub(crate) fn structure(&self) -> String {
        let root = self.dictionary(self.catalog(), "StructTreeRoot");
        let mut lines = String::new();
        for kid in kids(root) {
            self.element(kid, 0, None, &mut lines);
        }
        lines
    }

    fn element(&self, kid: &Object, depth: usize, page: Option<ObjectId>, lines: &mut String) {
        let pages = self.pages();
        let text = |page: ObjectId, number: i64| {
            let page = pages.iter().position(|&other| other == page).unwrap();
            format!(
                "{}“{}”\n",
                "  ".repeat(depth),
                self.stretches[page][&number]
            )
        };
        if let Object::Integer(number) = kid {
            lines.push_str(&text(page.unwrap(), *number));
            return;
        }
        let entries = self.follow(kid).as_dict().unwrap();
        if entries.has_type(b"MCR") {
            let page = entries.get(b"Pg").unwrap().as_reference().unwrap();
            lines.push_str(&text(page, entries.get(b"MCID").unwrap().as_i64().unwrap()));
            return;
        }
        lines.push_str(&"  ".repeat(depth));
        if entries.has_type(b"OBJR") {
            let annotation = self.dictionary(entries, "Obj");
            lines.push_str(&format!("→ {}\n", string(self.get(annotation, "Contents"))));
            return;
        }
        lines.push_str(&String::from_utf8_lossy(
            entries.get(b"S").unwrap().as_name().unwrap(),
        ));
        for key in ["Lang", "Alt"] {
            if let Ok(value) = entries.get(key.as_bytes()) {
                lines.push_str(&format!(" {key}={}", string(value)));
            }
        }
        if let Ok(attributes) = entries.get(b"A").and_then(Object::as_dict) {
            for (key, value) in attributes.iter().filter(|(key, _)| *key != b"O") {
                let value = match value {
                    Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                    Object::Integer(number) => number.to_string(),
                    _ => "…".to_owned(),
                };
                lines.push_str(&format!(" {}={value}", String::from_utf8_lossy(key)));
            }
        }
        lines.push('\n');
        let page = entries.get(b"Pg").and_then(Object::as_reference).ok();
        for kid in kids(entries) {
            self.element(kid, depth + 1, page, lines);
        }
    }

    fn fonts(&self, page: ObjectId) -> BTreeMap<Vec<u8>, Font> {
        let page = self.document.get_dictionary(page).unwrap();
        let resources = self.dictionary(page, "Resources");
        let Ok(fonts) = resources.get(b"Font") else {
            return BTreeMap::new();
        };
        let fonts = self.follow(fonts).as_dict().unwrap().iter();
        fonts
            .map(|(name, font)| {
                (
                    name.clone(),
                    self.font(self.follow(font).as_dict().unwrap()),
                )
            })
            .collect()
    }

    fn font(&self, font: &Dictionary) -> Font {
        let map = self
            .get(font, "ToUnicode")
            .as_stream()
            .unwrap()
            .decompressed_content()
            .unwrap();
        let map = String::from_utf8(map).unwrap();
        let mut texts = BTreeMap::new();
        for line in map
            .lines()
            .filter(|line| line.starts_with('<') && line.ends_with('>'))
        {
            let fields: Vec<&str> = line
                .split(['<', '>', ' '])
                .filter(|field| !field.is_empty())
                .collect();
            let units: Vec<u16> = fields[1]
                .as_bytes()
                .chunks(4)
                .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
                .collect();
            texts.insert(
                u16::from_str_radix(fields[0], 16).unwrap(),
                String::from_utf16(&units).unwrap(),
            );
        }
        let descendants = self.get(font, "DescendantFonts").as_array().unwrap();
        let descendant = self.follow(&descendants[0]).as_dict().unwrap();
        let widths = self.get(descendant, "W").as_array().unwrap();
        let first = widths[0].as_i64().unwrap();
        let widths = widths[1].as_array().unwrap().iter();
        let widths = (first..)
            .zip(widths)
            .map(|(code, width)| (code as u16, f64::from(width.as_float().unwrap())));
        Font {
            texts,
            widths: widths.collect(),
        }
    }

    fn read_page(&mut self, page: ObjectId) {
        let fonts = self.fonts(page);
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let mut pen = [0.0; 2];
        let mut line = [0.0; 2];
        let (mut font, mut size) = (None, 0.0);
        let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
        let (mut stretches, mut artifacts, mut glyphs) =
            (BTreeMap::new(), String::new(), Vec::new());
        for operation in &content.operations {
            let operands = &operation.operands;
            let float = |index: usize| f64::from(operands[index].as_float().unwrap());
            match operation.operator.as_str() {
                "BT" => (pen, line) = ([0.0; 2], [0.0; 2]),
                "Td" => {
                    line = [line[0] + float(0), line[1] + float(1)];
                    pen = line;
                }
                "Tm" => pen = [float(4), float(5)],
                "Tf" => (font, size) = (fonts.get(operands[0].as_name().unwrap()), float(1)),
                "BMC" => open.push((None, None)),
                "BDC" => {
                    let entries = operands[1].as_dict().unwrap();
                    let number = entries.get(b"MCID").and_then(Object::as_i64).ok();
                    let read_as = entries.get(b"ActualText").ok().map(string);
                    if let Some(number) = number {
                        let former = stretches.insert(number, read_as.clone().unwrap_or_default());
                        assert!(former.is_none(), "the number {number} is given twice");
                    }
                    assert!(open.is_empty(), "a stretch within another");
                    open.push((number, read_as));
                }
                "EMC" => drop(open.pop().unwrap()),
                "Tj" | "TJ" => {
                    let font = font.unwrap();
                    let items = operands[0]
                        .as_array()
                        .map_or_else(|_| vec![operands[0].clone()], Clone::clone);
                    let (number, read_as) = open.last().expect("text outside of any stretch");
                    for item in items {
                        let Ok(codes) = item.as_str() else {
                            pen[0] -= f64::from(item.as_float().unwrap()) * size / 1000.0;
                            continue;
                        };
                        for code in codes.chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            let text = &font.texts[&code];
                            glyphs.push((pen, text.clone()));
                            pen[0] += font.widths[&code] * size / 1000.0;
                            match number {
                                Some(number) if read_as.is_none() => {
                                    stretches.get_mut(number).unwrap().push_str(text)
                                }
                                Some(_) => {}
                                None => artifacts.push_str(text),
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "a stretch is never closed");
        self.stretches.push(stretches);
        self.artifacts.push(artifacts);
        self.glyphs.push(glyphs);
    }
}

/// The children of an element.
pub(crate) fn kids(entries: &Dictionary) -> Vec<&Object> {
    match entries.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().collect(),
        Ok(kid) => vec![kid],
        Err(_) => Vec::new(),
    }
}

/// A text.
pub(crate) fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}
