//! The print XHTML read as XML, without a look at the program.

use roxmltree::{Document as Tree, Node};

use super::document::{Action, Document, Participant, Theme, words};

/// Elements that end a word.
const BLOCKS: [&str; 15] = [
    "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "td", "th", "tr", "br", "table", "footer",
    "aside",
];

fn text(node: Node<'_, '_>) -> String {
    let mut result = String::new();
    push_text(node, "", &mut result);
    words(&result)
}

fn push_text(node: Node<'_, '_>, without_class: &str, result: &mut String) {
    if node.is_text() {
        result.push_str(node.text().unwrap_or_default());
    }
    if !without_class.is_empty() && node.attribute("class") == Some(without_class) {
        return;
    }
    let is_block = BLOCKS.contains(&node.tag_name().name());
    result.push_str(if is_block { " " } else { "" });
    for child in node.children() {
        push_text(child, without_class, result);
    }
    result.push_str(if is_block { " " } else { "" });
}

/// The elements of that name, or with that class after a point, in order.
fn all<'a>(node: Node<'a, 'a>, what: &str) -> Vec<Node<'a, 'a>> {
    let (name, class) = what.split_once('.').unwrap_or((what, ""));
    node.descendants()
        .filter(|node| node.has_tag_name(name))
        .filter(|node| class.is_empty() || node.attribute("class") == Some(class))
        .collect()
}

fn texts(node: Node<'_, '_>, what: &str) -> Vec<String> {
    all(node, what).into_iter().map(text).collect()
}

fn first(node: Node<'_, '_>, what: &str) -> String {
    texts(node, what).into_iter().next().unwrap_or_default()
}

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.has_tag_name(name))
}

/// The items of the lists of that class, without those of lists within.
fn items(node: Node<'_, '_>, list: &str) -> Vec<String> {
    let lists = all(node, list).into_iter();
    lists
        .flat_map(|list| children(list, "li"))
        .map(text)
        .collect()
}

/// The words of the text, without what stands on each page.
pub(crate) fn whole_text(xhtml: &str) -> String {
    let tree = Tree::parse(xhtml).expect("sound XML");
    let body = all(tree.root_element(), "body")[0];
    let parts = body
        .children()
        .filter(|part| !part.has_tag_name("footer") && !part.has_tag_name("aside"));
    words(&parts.map(text).collect::<Vec<_>>().join(" "))
}

/// What the text says, after the program has read it without a fault.
#[track_caller]
pub(crate) fn document(xhtml: &str) -> Document {
    let source = greffier::diagnostic::Source {
        name: "print".into(),
        text: xhtml.to_owned(),
    };
    if let Err(faults) = greffier::document::Document::parse(&source) {
        panic!(
            "{}",
            greffier::diagnostic::Report::new(source, faults).render(false)
        );
    }
    let tree = Tree::parse(xhtml).expect("sound XML");
    let body = all(tree.root_element(), "body")[0];
    let head = ["p.instance", "p.quand", "p.etat"];
    let people = all(body, "table.personnes")
        .into_iter()
        .chain(all(body, "table.personnes-en-colonnes"));
    let notes = |node: &Node<'_, '_>| {
        let before = node.prev_sibling_element();
        before.is_some_and(|before| before.attribute("id") == Some("notes"))
    };
    let part = |wanted: bool| {
        let texts = children(body, "div").filter(|node| node.attribute("class") == Some("texte"));
        let mut parts = texts.filter(|node| notes(node) == wanted);
        parts.next().map(text).unwrap_or_default()
    };
    Document {
        mark: first(body, "aside"),
        title: first(body, "h1"),
        head: head
            .into_iter()
            .flat_map(|what| texts(body, what))
            .collect(),
        authors: items(body, "ul.redaction"),
        opening: first(body, "p.ouverture"),
        agenda: items(body, "ol.ordre-du-jour"),
        adoption: part(false),
        participants: people
            .flat_map(|table| all(table, "tbody"))
            .flat_map(|body| all(body, "tr"))
            .map(participant)
            .collect(),
        absences: all(body, "ul.absences").into_iter().map(absences).collect(),
        themes: all(body, "table.themes")
            .into_iter()
            .flat_map(|table| all(table, "tbody"))
            .map(theme)
            .collect(),
        notes: part(true),
        next: first(body, "p.prochaine"),
        signed_at: first(body, "p.fait-a"),
        signatures: signatures(body),
        annexes: items(body, "ul.annexes"),
        links: texts(body, "p.lien"),
        headings: headings(body),
        addresses: all(body, "a")
            .into_iter()
            .filter_map(|link| link.attribute("href"))
            .filter(|address| !address.starts_with('#'))
            .map(str::to_owned)
            .collect(),
    }
}

fn headings(body: Node<'_, '_>) -> Vec<(u32, String)> {
    body.descendants()
        .filter_map(|node| {
            let level = match node.tag_name().name() {
                "h1" => 1,
                "h2" => 2,
                "h3" => 3,
                _ => return None,
            };
            Some((level, text(node)))
        })
        .collect()
}

fn participant(row: Node<'_, '_>) -> Participant {
    let cells = all(row, "td");
    let mut name = String::new();
    push_text(cells[1], "fonction", &mut name);
    if let Some(function) = all(cells[1], "span.fonction").first() {
        name = format!("{}, {}", name.trim_end(), text(*function));
    }
    Participant {
        number: text(cells[0]),
        name: words(&name),
        organisation: text(cells[2]),
    }
}

fn absences(list: Node<'_, '_>) -> (String, Vec<String>) {
    let heading = list.prev_sibling_element().expect("a heading");
    assert!(
        heading.has_tag_name("h2"),
        "a list of absences has its heading"
    );
    (text(heading), children(list, "li").map(text).collect())
}

/// Who signs, side by side.
fn signatures(body: Node<'_, '_>) -> Vec<String> {
    let columns = all(body, "div.signatures").into_iter();
    let columns = columns
        .flat_map(|block| all(block, "div.colonnes"))
        .flat_map(|columns| children(columns, "div"));
    columns
        .filter(|column| !text(*column).is_empty())
        .map(|column| {
            let of = |class: &str| first(column, class);
            let mut said = of("p.qualite");
            for (between, part) in [(" : ", "p.signataire"), (", ", "p.fonction-du-signataire")] {
                if !of(part).is_empty() {
                    said = said + between + &of(part);
                }
            }
            said
        })
        .collect()
}

/// A theme: a body of the table. Actions and owners stand in the last two cells of each row.
fn theme(body: Node<'_, '_>) -> Theme {
    let rows: Vec<Vec<Node<'_, '_>>> = all(body, "tr")
        .into_iter()
        .map(|row| all(row, "td"))
        .collect();
    let [what, opinions, ..] = rows[0].as_slice() else {
        panic!("a theme without its cells")
    };
    let mut theme = Theme {
        title: first(*what, "h3"),
        agenda_item: first(*what, "p.point"),
        discussion: first(*what, "div.texte"),
        opinions: text(*opinions),
        ..Theme::default()
    };
    let table = body.parent().expect("a table");
    let has_due = !all(table, "col.delai").is_empty();
    for row in &rows {
        let (cells, due) = row.split_at(row.len() - usize::from(has_due));
        let [.., action, owners] = cells else {
            panic!("a row without its cells")
        };
        let owners = items(*owners, "ul").join(", ");
        if action.attribute("id").is_none() {
            assert_eq!(text(*action), "");
            theme.owners = owners;
            continue;
        }
        let mut said = String::new();
        push_text(*action, "suivi", &mut said);
        theme.actions.push(Action {
            text: words(&said),
            follow_up: due
                .iter()
                .map(|cell| text(*cell))
                .filter(|due| !due.is_empty())
                .map(|due| format!("Délai : {due}"))
                .chain(texts(*action, "p.suivi"))
                .collect(),
            owners,
        });
    }
    theme
}
