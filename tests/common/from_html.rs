//! A page read as a browser reads it (html5ever), without a look at the program.

use scraper::{ElementRef, Html, Selector};

use super::document::{Document, Heads};
use super::people::{absences, addresses, approval, follow_up, grid, headings, present};
use super::themes::themes;
use super::tree::Element;

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
    Element::from(element).text()
}

fn main_of(page: &Html) -> Element {
    let main = all(page, "main").into_iter().next();
    main.map(Element::from).unwrap_or_default()
}

/// The words of a whole page, without head and navigation.
pub(crate) fn whole_text(page: &Html) -> String {
    main_of(page).text_without(&["nav"])
}

pub(crate) fn document(page: &Html, heads: &Heads) -> Document {
    let main = main_of(page);
    let children = |what: &'static str| main.children().filter(move |child| child.is(what));
    let part = |id: &'static str| {
        let sections = children("section")
            .filter(move |section| section.attribute("aria-labelledby") == Some(id));
        sections.flat_map(Element::children)
    };
    let texts = |id: &'static str| {
        let texts = part(id).filter(|child| child.is("div.texte"));
        texts.map(Element::text).collect::<Vec<_>>().join(" ")
    };
    let items = |id: &'static str| {
        let lists = part(id).filter(|child| child.is("ul") || child.is("ol"));
        lists
            .flat_map(Element::children)
            .map(Element::text)
            .collect()
    };
    let lists = ["representes", "absences"].map(|id| absences(part(id)));
    let header = children("header").flat_map(Element::children);
    let is_said = |line: &&Element| line.is("p") && !line.is("p.projet") && !line.is("p.logo");
    let opening = ["p.ouverture", "p.annulee"].map(|what| main.first(what));
    let mut document = Document {
        mark: main.first("p.projet"),
        title: main.first("h1"),
        head: header.filter(is_said).map(Element::text).collect(),
        authors: main.items("ul.redaction"),
        grid: grid(&main),
        opening: opening.concat(),
        quorum: main.first("p.quorum"),
        objective: texts("objectif"),
        agenda: items("ordre-du-jour"),
        adoption: children("div.texte").map(Element::text).collect(),
        absences: lists.concat(),
        approval: approval(part("approbation-du-precedent")),
        follow_up: follow_up(part("suivi-des-precedentes")),
        themes: themes(part("themes"), heads),
        closing: main.first("p.levee"),
        notes: texts("notes"),
        next: main.first("p.prochaine"),
        signed_at: main.first("p.fait-a"),
        signatures: main.items("ul.signataires"),
        annexes: items("annexes"),
        links: main.texts("p.lien"),
        headings: headings(&main),
        addresses: addresses(&main),
        ..Document::default()
    };
    // Another meeting's page stands beside this one, and not beside a file that was sent.
    document
        .addresses
        .retain(|address| !address.starts_with("../"));
    present(part("participants"), &mut document);
    document
}
