//! Those present, in a page or in the print XHTML.

use super::document::{Document, Participant};
use super::tree::Element;

/// Reads what stands below the head of the list of those present.
pub(crate) fn present<'a>(elements: impl Iterator<Item = &'a Element>, document: &mut Document) {
    let mut group = String::new();
    for element in elements {
        match element.name.as_str() {
            "h2" => {}
            "h3" => group = element.text(),
            "p" => document.present.push(of_group(&group, &element.text())),
            _ => {
                let tables = element.is("table").then_some(element).into_iter();
                let tables = tables.chain(element.all("table"));
                let bodies = tables.flat_map(|table| table.all("tbody"));
                let rows = bodies.flat_map(Element::children);
                document
                    .participants
                    .extend(rows.map(|row| participant(&group, row)));
            }
        }
    }
}

/// Reads lists of absences: each with its heading, or its heading alone and each of its groups with both headings.
pub(crate) fn absences<'a>(
    elements: impl Iterator<Item = &'a Element>,
) -> Vec<(String, Vec<String>)> {
    let mut lists: Vec<(String, Vec<String>)> = Vec::new();
    let mut heading = String::new();
    for element in elements {
        match element.name.as_str() {
            "h2" => {
                heading = element.text();
                lists.push((heading.clone(), Vec::new()));
            }
            "h3" => lists.push((format!("{heading}, {}", element.text()), Vec::new())),
            _ => {
                let (_, items) = lists
                    .last_mut()
                    .expect("a list of absences has its heading");
                items.extend(element.children().map(Element::text));
            }
        }
    }
    lists
}

/// What is said of a group, with its head.
pub(crate) fn of_group(group: &str, said: &str) -> String {
    match group {
        "" => said.to_owned(),
        _ => format!("{group} : {said}"),
    }
}

fn participant(group: &str, row: &Element) -> Participant {
    let cells: Vec<&Element> = row.children().collect();
    let (number, name, other) = match cells.as_slice() {
        [number, name] => (number, name, None),
        [number, name, other] => (number, name, Some(other)),
        _ => panic!("{} cells of a participant", cells.len()),
    };
    Participant {
        group: group.to_owned(),
        number: number.text(),
        name: in_parts(name),
        organisation: other.map(|cell| in_parts(cell)).unwrap_or_default(),
    }
}

/// What a cell says, what is said of it behind commas, as in Markdown.
fn in_parts(cell: &Element) -> String {
    let said = [
        cell.text_without(&[".fonction", ".mentions"]),
        cell.first(".fonction"),
        cell.first(".mentions"),
    ];
    let said = said.into_iter().filter(|said| !said.is_empty());
    said.collect::<Vec<_>>().join(", ")
}

/// The grid at the head: labels and values.
pub(crate) fn grid(page: &Element) -> Vec<(String, String)> {
    let tables = page.all("table.grille").into_iter();
    let rows = tables.flat_map(|table| table.all("tr"));
    rows.map(|row| (row.first("th"), row.first("td"))).collect()
}

/// All headings with their levels.
pub(crate) fn headings(page: &Element) -> Vec<(u32, String)> {
    let level = |name: &str| name.strip_prefix('h').and_then(|level| level.parse().ok());
    let heading = |element: &Element| Some((level(&element.name)?, element.text()));
    page.all("").into_iter().filter_map(heading).collect()
}

/// All addresses that lead out of the page. What helps to move about is of the page alone.
pub(crate) fn addresses(page: &Element) -> Vec<String> {
    let mut addresses = Vec::new();
    for child in page.children().filter(|child| !child.is("nav")) {
        let address = child.attribute("href").filter(|_| child.is("a"));
        addresses.extend(
            address
                .filter(|address| !address.starts_with('#'))
                .map(str::to_owned),
        );
        addresses.extend(self::addresses(child));
    }
    addresses
}

/// What stands below the head of an approval.
pub(crate) fn approval<'a>(part: impl Iterator<Item = &'a Element>) -> String {
    let said = part.filter(|element| !element.is("h2"));
    said.map(Element::text).collect::<Vec<_>>().join(" ")
}

/// The cells of the rows of the tables of a part.
pub(crate) fn follow_up<'a>(part: impl Iterator<Item = &'a Element>) -> Vec<Vec<String>> {
    let tables = part.filter(|element| element.is("table"));
    let rows = tables.flat_map(|table| table.all("tr"));
    let cells = rows.map(|row| row.all("td").into_iter().map(followed).collect());
    cells
        .filter(|cells: &Vec<String>| !cells.is_empty())
        .collect()
}

fn followed(cell: &Element) -> String {
    without_commas(&cell.text())
}

/// What stands on lines of its own in a page follows a comma in Markdown.
pub(crate) fn without_commas(text: &str) -> String {
    super::document::words(&text.replace(',', " "))
}
