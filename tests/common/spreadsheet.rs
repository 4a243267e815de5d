//! Reads tables for a spreadsheet, sharing no code with what writes them: CSV as a French one opens it, and workbooks.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::DeflateDecoder;
use roxmltree::{Document, Node};

/// The rows of a CSV file, its heads among them.
#[track_caller]
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let table = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row of a table"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// The same without the heads.
#[track_caller]
pub(crate) fn rows_below(text: &str) -> Vec<Vec<String>> {
    rows(text).split_off(1)
}

/// The files that a workbook holds, by their names.
#[track_caller]
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let number = |at: usize, length: usize| {
        let bytes = &bytes[at..at + length];
        let number = bytes.iter().rev();
        number.fold(0, |number, byte| number * 256 + usize::from(*byte))
    };
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06");
    let end = end.expect("the end of a ZIP file");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut parts = BTreeMap::new();
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02", "an entry of a ZIP file");
        let (length, local) = (number(at + 20, 4), number(at + 42, 4));
        let name = &bytes[at + 46..at + 46 + number(at + 28, 2)];
        let from = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let mut text = String::new();
        let mut inflating = DeflateDecoder::new(&bytes[from..from + length]);
        inflating.read_to_string(&mut text).expect("deflated text");
        parts.insert(String::from_utf8_lossy(name).into_owned(), text);
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    parts
}

/// All that a workbook holds, as a text.
#[track_caller]
pub(crate) fn everything(bytes: &[u8]) -> String {
    parts(bytes).into_values().collect()
}

/// A workbook of one sheet.
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// What stands in each cell: a text as it is, a day as `2026-04-30`, a number as such.
    pub(crate) rows: Vec<Vec<String>>,
    /// How each cell is kept: `text`, `day`, `number`, or nothing.
    pub(crate) kinds: Vec<Vec<&'static str>>,
    /// The XML of the sheet.
    pub(crate) xml: String,
}

impl Sheet {
    #[track_caller]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let parts = parts(bytes);
        let shared = parts.get("xl/sharedStrings.xml").map_or(Vec::new(), |xml| {
            let shared = Document::parse(xml).expect("sound XML");
            let items = shared.descendants().filter(|node| node.has_tag_name("si"));
            items.map(text_of).collect()
        });
        let days = styles_of_days(&parts["xl/styles.xml"]);
        let workbook = Document::parse(&parts["xl/workbook.xml"]).expect("sound XML");
        let named = workbook
            .descendants()
            .find(|node| node.has_tag_name("sheet"));
        let xml = parts["xl/worksheets/sheet1.xml"].clone();
        let sheet = Document::parse(&xml).expect("sound XML");
        let (mut rows, mut kinds) = (Vec::new(), Vec::new());
        for row in sheet.descendants().filter(|node| node.has_tag_name("row")) {
            let mut cells: Vec<(String, &str)> = Vec::new();
            for cell in row.children().filter(|node| node.has_tag_name("c")) {
                let at = column(cell.attribute("r").expect("a place"));
                cells.resize(at, (String::new(), ""));
                cells.push(read(cell, &shared, &days));
            }
            let (texts, kept): (Vec<String>, Vec<&str>) = cells.into_iter().unzip();
            rows.push(texts);
            kinds.push(kept);
        }
        let width = rows.first().map_or(0, Vec::len);
        rows.iter_mut()
            .for_each(|row| row.resize(width, String::new()));
        kinds.iter_mut().for_each(|row| row.resize(width, ""));
        Self {
            name: named
                .and_then(|sheet| sheet.attribute("name"))
                .expect("a name")
                .to_owned(),
            rows,
            kinds,
            xml,
        }
    }
}

fn read(cell: Node<'_, '_>, shared: &[String], days: &[bool]) -> (String, &'static str) {
    let value = cell.children().find(|node| node.has_tag_name("v"));
    let value = value.and_then(|value| value.text()).unwrap_or_default();
    let style: usize = cell
        .attribute("s")
        .map_or(0, |style| style.parse().unwrap());
    match cell.attribute("t") {
        Some("s") => (shared[value.parse::<usize>().unwrap()].clone(), "text"),
        Some("inlineStr") => (text_of(cell), "text"),
        Some(other) => panic!("a cell of the kind {other}"),
        None if value.is_empty() => (String::new(), ""),
        None if days[style] => {
            // Counted from 1900, whose February has a day too many there.
            let first = jiff::civil::date(1899, 12, 30);
            let days: i64 = value.parse().unwrap();
            let day = first.checked_add(jiff::Span::new().days(days)).unwrap();
            (day.to_string(), "day")
        }
        None => (value.to_owned(), "number"),
    }
}

fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| node.has_tag_name("t"));
    texts.filter_map(|text| text.text()).collect()
}

/// Of each style of a cell, whether it shows a day.
fn styles_of_days(styles: &str) -> Vec<bool> {
    let styles = Document::parse(styles).expect("sound XML");
    let formats: Vec<&str> = styles
        .descendants()
        .filter(|node| node.has_tag_name("numFmt"))
        .filter(|node| node.attribute("formatCode") == Some("dd/mm/yyyy"))
        .filter_map(|node| node.attribute("numFmtId"))
        .collect();
    let cells = styles
        .descendants()
        .find(|node| node.has_tag_name("cellXfs"));
    let cells = cells.expect("styles of cells").children();
    let cells = cells.filter(|node| node.has_tag_name("xf"));
    cells
        .map(|style| formats.contains(&style.attribute("numFmtId").unwrap_or_default()))
        .collect()
}

/// Of `C7`, 2.
fn column(place: &str) -> usize {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |number, letter| {
        number * 26 + usize::from(letter - b'A') + 1
    }) - 1
}
