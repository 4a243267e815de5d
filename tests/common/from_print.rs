//! The print XHTML read as XML, without a look at the program.

use roxmltree::Document as Tree;

use super::document::{Document, Heads, words};
use super::people::{addresses, approval, follow_up, grid, headings, present};
use super::themes::themes;
use super::tree::Element;

fn body(xhtml: &str) -> Element {
    let tree = Tree::parse(xhtml).expect("sound XML");
    let root = Element::from(tree.root_element());
    root.all("body")[0].clone()
}

/// The words of the text, without what stands on each page.
pub(crate) fn whole_text(xhtml: &str) -> String {
    words(&body(xhtml).text_without(&["footer", "aside"]))
}

/// What the text says, after the program has read it without a fault.
#[track_caller]
pub(crate) fn document(xhtml: &str, heads: &Heads) -> Document {
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
    let body = body(xhtml);
    let parts = parts(&body);
    let part = |id: &'static str| {
        parts
            .iter()
            .filter(move |(other, _)| other == id)
            .flat_map(|(_, elements)| elements.iter().copied())
    };
    let texts = |ids: &[&'static str]| {
        let elements = ids.iter().flat_map(|id| part(id));
        let texts =
            elements.filter(|element| element.is("div.texte") || element.is("div.texte-vote"));
        texts.map(Element::text).collect::<Vec<_>>().join(" ")
    };
    let mut document = Document {
        mark: body.first("aside"),
        title: body.first("h1"),
        head: ["p.instance", "p.quand", "p.etat", "p.diffusion"]
            .iter()
            .flat_map(|what| body.texts(what))
            .collect(),
        authors: body.items("ul.redaction"),
        grid: grid(&body),
        opening: ["p.ouverture", "p.annulee"]
            .map(|what| body.first(what))
            .concat(),
        quorum: body.first("p.quorum"),
        objective: texts(&["objectif"]),
        agenda: body.items("ol.ordre-du-jour"),
        adoption: texts(&["", "ordre-du-jour"]),
        absences: absences(&parts),
        approval: approval(part("approbation-du-precedent")),
        follow_up: follow_up(part("suivi-des-precedentes")),
        themes: themes(part("themes"), heads),
        closing: body.first("p.levee"),
        notes: texts(&["notes"]),
        next: body.first("p.prochaine"),
        signed_at: body.first("p.fait-a"),
        signatures: signatures(&body),
        annexes: body.items("ul.annexes"),
        links: body.texts("p.lien"),
        headings: headings(&body),
        addresses: addresses(&body),
        ..Document::default()
    };
    present(part("participants"), &mut document);
    document
}

/// What stands below each head of a part, whose anchor is given; the end is a part without a name.
fn parts(body: &Element) -> Vec<(String, Vec<&Element>)> {
    let mut parts = vec![(String::new(), Vec::new())];
    let is_turned = |element: &&Element| element.is("section");
    let elements = body.children().flat_map(|element| {
        let turned = Some(element).filter(is_turned).into_iter();
        let alone = Some(element).filter(|element| !is_turned(element));
        alone.into_iter().chain(turned.flat_map(Element::children))
    });
    for element in elements {
        let ends_themes = [".levee", ".prochaine", ".lien", ".signatures"];
        if element.is("h2") {
            let anchor = element.attribute("id").unwrap_or("absences");
            parts.push((anchor.to_owned(), Vec::new()));
        } else if ends_themes.iter().any(|what| element.is(what)) {
            parts.push(("fin".into(), Vec::new()));
        }
        if let Some((_, elements)) = parts.last_mut() {
            elements.push(element);
        }
    }
    parts
}

fn absences(parts: &[(String, Vec<&Element>)]) -> Vec<(String, Vec<String>)> {
    let lists = parts
        .iter()
        .filter(|(id, _)| ["representes", "absences"].contains(&id.as_str()));
    let lists = lists.map(|(_, elements)| super::people::absences(elements.iter().copied()));
    lists.collect::<Vec<_>>().concat()
}

/// Who signs, side by side.
fn signatures(body: &Element) -> Vec<String> {
    let columns = body.all("div.signatures").into_iter();
    let columns = columns
        .flat_map(|block| block.all("div.colonnes"))
        .flat_map(Element::children);
    columns
        .filter(|column| !column.text().is_empty())
        .map(|column| {
            let mut said = column.first("p.qualite");
            for (between, part) in [(" : ", "p.signataire"), (", ", "p.fonction-du-signataire")] {
                let part = column.first(part);
                if !part.is_empty() {
                    said = said + between + &part;
                }
            }
            said
        })
        .collect()
}
