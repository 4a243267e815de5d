//! A page read as a browser reads it (html5ever), without a look at the program.

use scraper::{ElementRef, Html, Node, Selector};

use super::document::{Action, Document, Participant, Theme, words};

/// Elements that end a word.
const BLOCKS: [&str; 17] = [
    "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "td", "th", "tr", "br", "table", "section",
    "header", "nav", "caption",
];

pub(crate) fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

pub(crate) fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element
        .select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// The words of an element.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let mut result = String::new();
    push_text(element, "", &mut result);
    words(&result)
}

fn push_text(element: ElementRef<'_>, without_class: &str, result: &mut String) {
    if !without_class.is_empty()
        && element
            .value()
            .classes()
            .any(|class| class == without_class)
    {
        return;
    }
    let is_block = BLOCKS.contains(&element.value().name());
    if is_block {
        result.push(' ');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => result.push_str(text),
            Node::Element(_) => push_text(
                ElementRef::wrap(child).expect("an element"),
                without_class,
                result,
            ),
            _ => {}
        }
    }
    if is_block {
        result.push(' ');
    }
}

fn texts(elements: Vec<ElementRef<'_>>) -> Vec<String> {
    elements.into_iter().map(text).collect()
}

fn first(page: &Html, selector: &str) -> String {
    all(page, selector)
        .first()
        .copied()
        .map(text)
        .unwrap_or_default()
}

/// The words of a whole page, without head and navigation.
pub(crate) fn whole_text(page: &Html) -> String {
    let navigation = texts(all(page, "main nav"));
    let text = first(page, "main");
    navigation
        .iter()
        .fold(text, |text, links| text.replacen(links.as_str(), "", 1))
}

pub(crate) fn document(page: &Html) -> Document {
    let headings = all(page, "main h1, main h2, main h3, main h4, main h5, main h6");
    Document {
        mark: first(page, "p.projet"),
        title: first(page, "h1"),
        head: texts(all(page, "main > header > p:not(.projet)"))
            .into_iter()
            .collect::<Vec<_>>(),
        authors: texts(all(page, "ul.redaction > li")),
        opening: first(page, "p.ouverture"),
        agenda: texts(all(
            page,
            "section[aria-labelledby=ordre-du-jour] > ol > li",
        )),
        adoption: first(page, "main > div.texte"),
        participants: all(page, "table.personnes > tbody > tr")
            .into_iter()
            .map(participant)
            .collect(),
        absences: absences(page),
        themes: all(page, "table.themes > tbody")
            .into_iter()
            .map(theme)
            .collect(),
        notes: first(page, "section[aria-labelledby=notes] > div.texte"),
        next: first(page, "p.prochaine"),
        signed_at: first(page, "p.fait-a"),
        signatures: texts(all(page, "ul.signataires > li")),
        annexes: texts(all(page, "section[aria-labelledby=annexes] > ul > li")),
        links: texts(all(page, "p.lien")),
        headings: headings
            .into_iter()
            .map(|heading| {
                (
                    heading.value().name()[1..].parse().expect("a level"),
                    text(heading),
                )
            })
            .collect(),
        // What helps to move about is of the page alone.
        addresses: all(page, "main a[href]")
            .into_iter()
            .filter(|link| !is_within(link, "nav"))
            .filter_map(|link| link.attr("href"))
            .filter(|address| !address.starts_with('#'))
            .map(str::to_owned)
            .collect(),
    }
}

fn is_within(element: &ElementRef<'_>, name: &str) -> bool {
    let mut above = element.ancestors().filter_map(ElementRef::wrap);
    above.any(|element| element.value().name() == name)
}

fn participant(row: ElementRef<'_>) -> Participant {
    let cells = within(row, "td");
    let [number, name, organisation] = cells.as_slice() else {
        panic!("a participant has three cells: {}", row.html())
    };
    let mut full_name = String::new();
    push_text(*name, "fonction", &mut full_name);
    if let Some(function) = within(*name, ".fonction").first() {
        full_name = format!("{}, {}", full_name.trim_end(), text(*function));
    }
    Participant {
        number: text(*number),
        name: words(&full_name),
        organisation: text(*organisation),
    }
}

fn absences(page: &Html) -> Vec<(String, Vec<String>)> {
    let headings = all(page, "section[aria-labelledby=absences] > h2");
    let lists = all(page, "section[aria-labelledby=absences] > ul");
    assert_eq!(
        headings.len(),
        lists.len(),
        "each list of absences has its heading"
    );
    headings
        .into_iter()
        .zip(lists)
        .map(|(heading, list)| (text(heading), texts(within(list, "li"))))
        .collect()
}

/// One theme: a body of the table. Its first cell holds title and discussion; a theme that takes the whole width has its
/// opinions in a row of their own.
fn theme(body: ElementRef<'_>) -> Theme {
    let rows: Vec<Vec<ElementRef<'_>>> = within(body, "tr")
        .into_iter()
        .map(|row| within(row, "td"))
        .collect();
    let first_cell = rows[0][0];
    let is_wide = first_cell.attr("colspan").is_some();
    let mut theme = Theme {
        title: within(first_cell, "h3")
            .first()
            .copied()
            .map(text)
            .unwrap_or_default(),
        agenda_item: within(first_cell, "p.point")
            .first()
            .copied()
            .map(text)
            .unwrap_or_default(),
        discussion: within(first_cell, "div.texte")
            .first()
            .copied()
            .map(text)
            .unwrap_or_default(),
        ..Theme::default()
    };
    for (index, row) in rows.iter().enumerate() {
        let mut cells = row.as_slice();
        if index == 0 {
            cells = &cells[1..];
            if !is_wide {
                theme.opinions = text(cells[0]);
                cells = &cells[1..];
            }
        } else if is_wide && cells.len() == 1 {
            let mut opinions = text(cells[0]);
            // The head of decisions is one of theirs in every layout; the other takes the place of the column's.
            let label = within(cells[0], "p.sous-titre")
                .first()
                .copied()
                .map(text)
                .filter(|label| !label.starts_with("Décision"))
                .unwrap_or_default();
            opinions.replace_range(..label.len(), "");
            theme.opinions = words(&opinions);
            continue;
        } else if is_wide {
            assert_eq!(text(cells[0]), "", "the cell under a wide theme is empty");
            cells = &cells[1..];
        }
        let due = cells
            .last()
            .copied()
            .filter(|cell| cell.attr("data-titre") == Some("Délai"));
        if due.is_some() {
            cells = &cells[..cells.len() - 1];
        }
        let due = due.map(text).filter(|due| !due.is_empty());
        match cells {
            [] => {}
            [owners] => theme.owners = self::owners(*owners),
            [action, owners] if is_action(*action) => {
                theme.actions.push(self::action(*action, *owners));
                let actions = theme.actions.last_mut().expect("just pushed");
                let due = due.map(|due| format!("Délai : {due}"));
                actions.follow_up.splice(0..0, due);
            }
            [empty, owners] => {
                assert_eq!(text(*empty), "");
                theme.owners = self::owners(*owners);
            }
            _ => panic!("{} cells in row {index} of {}", cells.len(), theme.title),
        }
    }
    theme
}

fn is_action(cell: ElementRef<'_>) -> bool {
    cell.value().classes().any(|class| class == "action")
}

fn action(cell: ElementRef<'_>, owners: ElementRef<'_>) -> Action {
    Action {
        text: within(cell, "div.texte")
            .first()
            .copied()
            .map(text)
            .unwrap_or_default(),
        follow_up: texts(within(cell, "p.suivi")),
        owners: self::owners(owners),
    }
}

fn owners(cell: ElementRef<'_>) -> String {
    let items = texts(within(cell, "li"));
    if items.is_empty() {
        text(cell)
    } else {
        items.join(", ")
    }
}
