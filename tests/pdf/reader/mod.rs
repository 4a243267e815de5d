//! A PDF read back, by a library that did not write it: its structure, its text by element, where each glyph stands.

mod cross_references;
pub(crate) mod entries;

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{MaybeRef, ObjRef, Object};

use entries::{Entries, integer, is_of_type, items, name, number, references, unpacked};

/// A PDF.
pub(crate) struct Reader {
    pdf: Pdf,
    /// By page, then by number, the text of each stretch that belongs to an element.
    pub(crate) stretches: Vec<BTreeMap<i64, String>>,
    /// By page, the text that belongs to no element.
    pub(crate) artifacts: Vec<String>,
    /// By page, the glyphs: place from the lower left corner, text.
    pub(crate) glyphs: Vec<Vec<([f64; 2], String)>>,
}

/// What is read on a page.
#[derive(Default)]
struct Page {
    stretches: BTreeMap<i64, String>,
    artifacts: String,
    glyphs: Vec<([f64; 2], String)>,
}

/// A font as a reader sees it.
struct Font {
    texts: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

impl Reader {
    pub(crate) fn new(file: &[u8]) -> Self {
        let count = cross_references::judge(file);
        let pdf = Pdf::new(file.to_vec()).unwrap();
        assert_eq!(
            pdf.objects().into_iter().count() + 1,
            count,
            "an object is not read"
        );
        let mut reader = Self {
            pdf,
            stretches: Vec::new(),
            artifacts: Vec::new(),
            glyphs: Vec::new(),
        };
        let root = ObjRef::from(reader.pdf.xref().root_id());
        assert_eq!(reader.trailer().reference("Root"), root);
        assert_eq!(reader.pdf.pages().len(), reader.pages().len());
        for page in reader.pages() {
            let read = reader.read_page(page);
            reader.stretches.push(read.stretches);
            reader.artifacts.push(read.artifacts);
            reader.glyphs.push(read.glyphs);
        }
        reader
    }

    /// The pages, which all hang on the root of their tree.
    pub(crate) fn pages(&self) -> Vec<ObjRef> {
        let root = self.catalog().dictionary("Pages");
        let kids = references(&root.object("Kids").into_array().unwrap());
        let pages: Vec<ObjRef> = kids.into_iter().map(Option::unwrap).collect();
        assert_eq!(pages.len() as i64, root.integer("Count"));
        pages
    }

    pub(crate) fn page(&self, number: usize) -> Dict<'_> {
        let page = self.get(self.pages()[number]);
        assert!(is_of_type(&page, "Page"));
        page
    }

    /// The operators of a page, one on each line.
    pub(crate) fn content(&self, page: usize) -> String {
        let content = unpacked(&self.page(page).stream("Contents"));
        String::from_utf8(content).unwrap()
    }

    pub(crate) fn trailer(&self) -> Dict<'_> {
        cross_references::trailer(self.pdf.data().as_ref())
    }

    pub(crate) fn information(&self) -> Dict<'_> {
        self.get(self.trailer().reference("Info"))
    }

    pub(crate) fn catalog(&self) -> Dict<'_> {
        self.get(self.pdf.xref().root_id().into())
    }

    /// The dictionary that a reference names.
    pub(crate) fn get(&self, reference: ObjRef) -> Dict<'_> {
        let entries = self.pdf.xref().get::<Dict<'_>>(reference.into());
        entries.unwrap_or_else(|| panic!("{reference:?} is no dictionary"))
    }

    /// All that the objects say, whether a page shows it or not.
    pub(crate) fn everything(&self) -> String {
        let mut said = String::new();
        for object in self.pdf.objects() {
            say(&object, &mut said);
        }
        said
    }

    /// The tree of the structure, one line for each element, with its text.
    pub(crate) fn structure(&self) -> String {
        let mut lines = String::new();
        let pages = self.pages();
        for kid in kids(&self.catalog().dictionary("StructTreeRoot")) {
            self.element(&kid, 0, None, &pages, &mut lines);
        }
        lines
    }

    fn element(
        &self,
        kid: &Object<'_>,
        depth: usize,
        page: Option<ObjRef>,
        pages: &[ObjRef],
        lines: &mut String,
    ) {
        let said = |page: ObjRef, number: i64| {
            let page = pages.iter().position(|&other| other == page).unwrap();
            let said = &self.stretches[page][&number];
            format!("{}“{said}”\n", "  ".repeat(depth))
        };
        if let Object::Number(_) = kid {
            lines.push_str(&said(page.unwrap(), integer(kid)));
            return;
        }
        let entries = kid.clone().into_dict().unwrap();
        if is_of_type(&entries, "MCR") {
            lines.push_str(&said(entries.reference("Pg"), entries.integer("MCID")));
            return;
        }
        lines.push_str(&"  ".repeat(depth));
        if is_of_type(&entries, "OBJR") {
            let annotation = entries.dictionary("Obj");
            lines.push_str(&format!("→ {}\n", annotation.text("Contents")));
            return;
        }
        lines.push_str(&entries.name("S"));
        for key in ["Lang", "Alt"] {
            if entries.has(key) {
                lines.push_str(&format!(" {key}={}", entries.text(key)));
            }
        }
        if entries.has("A") {
            lines.push_str(&attributes(&entries.dictionary("A")));
        }
        lines.push('\n');
        let page = entries.has("Pg").then(|| entries.reference("Pg"));
        for kid in kids(&entries) {
            self.element(&kid, depth + 1, page, pages, lines);
        }
    }

    fn read_page(&self, page: ObjRef) -> Page {
        let page = self.get(page);
        let fonts = fonts(&page);
        let content = unpacked(&page.stream("Contents"));
        let mut instructions = UntypedIter::new(&content);
        let mut read = Page::default();
        let mut pen = [0.0; 2];
        let mut line = [0.0; 2];
        let (mut font, mut size) = (None, 0.0);
        let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
        let mut count = 0;
        while let Some(instruction) = instructions.next() {
            count += 1;
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            let float = |index: usize| number(operands[index]);
            match std::str::from_utf8(instruction.operator).unwrap() {
                "BT" => (pen, line) = ([0.0; 2], [0.0; 2]),
                "Td" => {
                    line = [line[0] + float(0), line[1] + float(1)];
                    pen = line;
                }
                "Tm" => pen = [float(4), float(5)],
                "Tf" => (font, size) = (fonts.get(&name(operands[0])), float(1)),
                "BMC" => open.push((None, None)),
                "BDC" => {
                    let entries = operands[1].clone().into_dict().unwrap();
                    let number = entries.has("MCID").then(|| entries.integer("MCID"));
                    let read_as = entries
                        .has("ActualText")
                        .then(|| entries.text("ActualText"));
                    if let Some(number) = number {
                        let text = read_as.clone().unwrap_or_default();
                        let former = read.stretches.insert(number, text);
                        assert!(former.is_none(), "the number {number} is given twice");
                    }
                    assert!(open.is_empty(), "a stretch within another");
                    open.push((number, read_as));
                }
                "EMC" => drop(open.pop().unwrap()),
                "Tj" | "TJ" => {
                    let font: &Font = font.unwrap();
                    let (number, read_as) = open.last().expect("text outside of any stretch");
                    for item in shown(operands[0]) {
                        let codes = match &item {
                            Object::String(codes) => codes.as_bytes().chunks(2),
                            back => {
                                pen[0] -= entries::number(back) * size / 1000.0;
                                continue;
                            }
                        };
                        for code in codes {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            let text = &font.texts[&code];
                            read.glyphs.push((pen, text.clone()));
                            pen[0] += font.widths[&code] * size / 1000.0;
                            match number {
                                Some(number) if read_as.is_none() => {
                                    read.stretches.get_mut(number).unwrap().push_str(text);
                                }
                                Some(_) => {}
                                None => read.artifacts.push_str(text),
                            }
                        }
                    }
                }
                "ET" | "Ts" | "g" | "rg" | "re" | "f" | "q" | "Q" | "cm" | "Do" => {}
                other => panic!("{other} is not expected on a page"),
            }
        }
        assert!(open.is_empty(), "a stretch is never closed");
        // One on each line: none was passed over.
        let lines = content.split(|&byte| byte == b'\n');
        assert_eq!(count, lines.filter(|line| !line.is_empty()).count());
        read
    }
}

/// What an object says, but not what it names elsewhere.
fn say(object: &Object<'_>, said: &mut String) {
    let mut say_inner = |inner: MaybeRef<Object<'_>>| {
        if let MaybeRef::NotRef(inner) = inner {
            say(&inner, said);
        }
    };
    match object {
        Object::Array(list) => list.raw_iter().for_each(say_inner),
        Object::Dict(entries) => entries.entries().for_each(|(_, inner)| say_inner(inner)),
        Object::Stream(stream) => {
            say(&Object::Dict(stream.dict().clone()), said);
            said.push_str(&String::from_utf8_lossy(&unpacked(stream)));
        }
        Object::String(string) => {
            let is_text = string.as_bytes().starts_with(b"\xFE\xFF");
            match is_text {
                true => said.push_str(&entries::text(object)),
                false => said.push_str(&String::from_utf8_lossy(string.as_bytes())),
            }
        }
        Object::Name(name) => said.push_str(name.as_str()),
        Object::Null(_) | Object::Boolean(_) | Object::Number(_) => {}
    }
    said.push('\n');
}

/// What an operator shows: texts and the ways back between them.
fn shown<'a>(operand: &Object<'a>) -> Vec<Object<'a>> {
    match operand {
        Object::Array(list) => items(list),
        other => vec![other.clone()],
    }
}

fn attributes(attributes: &Dict<'_>) -> String {
    let mut said = String::new();
    // In the order of the file, which is that of a reader's panel.
    let mut keys: Vec<String> = attributes
        .keys()
        .map(|key| key.as_str().to_owned())
        .filter(|key| key != "O")
        .collect();
    let place = |key: &String| {
        let name = format!("/{key}");
        let data = attributes.data();
        data.windows(name.len())
            .position(|part| part == name.as_bytes())
    };
    keys.sort_by_key(place);
    for key in keys {
        let value = match attributes.object(&key) {
            Object::Name(name) => name.as_str().to_owned(),
            number @ Object::Number(_) => integer(&number).to_string(),
            _ => "…".to_owned(),
        };
        said.push_str(&format!(" {key}={value}"));
    }
    said
}

fn fonts(page: &Dict<'_>) -> BTreeMap<String, Font> {
    let resources = page.dictionary("Resources");
    if !resources.has("Font") {
        return BTreeMap::new();
    }
    let fonts = resources.dictionary("Font");
    fonts
        .keys()
        .map(|name| {
            let font = font(&fonts.dictionary(name.as_str()));
            (name.as_str().to_owned(), font)
        })
        .collect()
}

fn font(font: &Dict<'_>) -> Font {
    let map = String::from_utf8(unpacked(&font.stream("ToUnicode"))).unwrap();
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
    let descendant = font.list("DescendantFonts")[0].clone();
    let widths = descendant.into_dict().unwrap().list("W");
    let first = integer(&widths[0]);
    let widths = items(&widths[1].clone().into_array().unwrap());
    let widths = (first..)
        .zip(&widths)
        .map(|(code, width)| (code as u16, number(width)));
    Font {
        texts,
        widths: widths.collect(),
    }
}

/// The children of an element.
pub(crate) fn kids<'a>(entries: &Dict<'a>) -> Vec<Object<'a>> {
    if !entries.has("K") {
        return Vec::new();
    }
    match entries.object("K") {
        Object::Array(kids) => items(&kids),
        kid => vec![kid],
    }
}
