//! The ways through the document: links, the side panel, anchors, page numbers (ISO 32000-1, 12.3 to 12.5).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::{Event, EventKind};
use super::fault::PdfFault;
use super::misshapen::{Misshapen, Part};
use super::objects::{Entries, bytes, dictionary, name, number, text};
use crate::print::Layout;
use crate::print::page::{Destination, LinkArea, OutlineEntry};

/// An annotation that prints: part of the page (table 165).
const PRINT: i64 = 4;

/// Adds the links; gives their objects in the order of their events, and hangs them on their pages.
///
/// # Errors
/// [`PdfFault::UnknownAnchor`]; a page that is not as expected, or that has links already.
pub(super) fn add_links(
    document: &mut Document,
    layout: &Layout,
    events: &[Event<'_>],
    pages: &[ObjectId],
) -> Result<Vec<ObjectId>, PdfFault> {
    let anchors: BTreeMap<&str, &Destination> = layout
        .destinations
        .iter()
        .map(|destination| (&*destination.id, destination))
        .collect();
    let mut links = Vec::new();
    let mut on_page: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    for event in events {
        let EventKind::Link(area) = event.kind else {
            continue;
        };
        let (action, contents) = target(layout, &anchors, &area.address)?;
        let key = pages.len() + links.len();
        let height = layout.pages[event.page].height.0;
        let annotation = dictionary([
            ("Type", name("Annot")),
            ("Subtype", name("Link")),
            ("Rect", rectangle(area, height)),
            ("Border", Object::Array(vec![0.into(), 0.into(), 0.into()])),
            ("F", PRINT.into()),
            ("Contents", text(&contents)),
            ("A", action.into()),
            ("StructParent", (key as i64).into()),
        ]);
        let annotation = document.add_object(annotation);
        on_page[event.page].push(annotation.into());
        links.push(annotation);
    }
    for (number, (annotations, id)) in (1..).zip(on_page.into_iter().zip(pages)) {
        let mut page = Entries::of(document, *id, Part::Page(number))?;
        page.array("Annots", 0)?;
        if annotations.is_empty() {
            page.take("Annots")?;
        } else {
            page.replace("Annots", annotations)?;
        }
    }
    Ok(links)
}

/// Where a link leads: what a reader does who follows it, and what one hears who does not see it.
fn target(
    layout: &Layout,
    anchors: &BTreeMap<&str, &Destination>,
    address: &str,
) -> Result<(Dictionary, String), PdfFault> {
    let Some(anchor) = address.strip_prefix('#') else {
        let uri = ascii(address);
        let action = dictionary([("S", name("URI")), ("URI", bytes(uri.as_bytes()))]);
        return Ok((action, described(address)));
    };
    let destination = anchors
        .get(anchor)
        .ok_or_else(|| PdfFault::UnknownAnchor(anchor.to_owned()))?;
    let action = dictionary([("S", name("GoTo")), ("D", bytes(anchor.as_bytes()))]);
    Ok((
        action,
        format!("Aller à « {} »", title(layout, destination)),
    ))
}

/// The heading that an anchor leads to, else the anchor.
fn title<'a>(layout: &'a Layout, destination: &'a Destination) -> &'a str {
    let is_there = |entry: &&OutlineEntry| {
        entry.page == destination.page && (entry.y - destination.y).0.abs() < 1.0
    };
    let heading = layout.outline.iter().find(is_there);
    heading.map_or(&destination.id, |entry| &entry.title)
}

/// What a link to an address is said to be.
fn described(address: &str) -> String {
    if let Some(mailbox) = address.strip_prefix("mailto:") {
        format!("Écrire à {mailbox}")
    } else if let Some(telephone) = address.strip_prefix("tel:") {
        format!("Appeler le {telephone}")
    } else {
        address.to_owned()
    }
}

/// An address in 7 bits (ISO 32000-1, 12.6.4.7): other characters as their bytes in UTF-8, escaped.
fn ascii(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn rectangle(area: &LinkArea, height: f64) -> Object {
    let (left, top) = (area.x.0, height - area.y.0);
    let corners = [left, top - area.height.0, left + area.width.0, top];
    Object::Array(corners.map(number).to_vec())
}

/// A place on a page: its top, at the size that the reader has chosen.
fn place(layout: &Layout, pages: &[ObjectId], page: usize, y: f64) -> Result<Object, Misshapen> {
    let (Some(sheet), Some(id)) = (layout.pages.get(page), pages.get(page)) else {
        return Err(Misshapen::Missing(Part::Page(page + 1)));
    };
    let place = vec![
        Object::Reference(*id),
        name("XYZ"),
        Object::Null,
        number(sheet.height.0 - y),
        Object::Null,
    ];
    Ok(Object::Array(place))
}

/// The anchors by name, so that `….pdf#theme-3` opens there.
///
/// # Errors
/// An anchor on a page that is nowhere.
pub(super) fn destinations(
    layout: &Layout,
    pages: &[ObjectId],
) -> Result<Option<Dictionary>, Misshapen> {
    let places = layout.destinations.iter().map(|destination| {
        let place = place(layout, pages, destination.page, destination.y.0)?;
        Ok((destination.id.as_bytes(), place))
    });
    let sorted: BTreeMap<&[u8], Object> = places.collect::<Result<_, Misshapen>>()?;
    if sorted.is_empty() {
        return Ok(None);
    }
    let names = sorted
        .into_iter()
        .flat_map(|(id, place)| [bytes(id), place])
        .collect();
    Ok(Some(dictionary([("Names", Object::Array(names))])))
}

/// The pages are called 1, 2, 3.
pub(super) fn page_labels() -> Dictionary {
    let style = dictionary([("S", name("D"))]);
    dictionary([("Nums", Object::Array(vec![0.into(), style.into()]))])
}

/// The side panel: the headings, each below the last one before it of a higher level.
///
/// # Errors
/// A heading on a page that is nowhere.
pub(super) fn outline(
    document: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
) -> Result<Option<ObjectId>, Misshapen> {
    if layout.outline.is_empty() {
        return Ok(None);
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = layout
        .outline
        .iter()
        .map(|_| document.new_object_id())
        .collect();
    let parents = parents(&layout.outline);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); ids.len() + 1];
    let mut ranks = Vec::with_capacity(ids.len());
    for (entry, parent) in parents.iter().enumerate() {
        let siblings = &mut children[parent.map_or(0, |parent| parent + 1)];
        ranks.push(siblings.len());
        siblings.push(entry);
    }
    for (index, entry) in layout.outline.iter().enumerate() {
        let (parent, rank) = (parents[index], ranks[index]);
        let siblings = &children[parent.map_or(0, |parent| parent + 1)];
        let mut item = dictionary([
            ("Title", text(&entry.title)),
            ("Parent", parent.map_or(root, |parent| ids[parent]).into()),
            ("Dest", place(layout, pages, entry.page, entry.y.0)?),
        ]);
        let previous = rank.checked_sub(1).and_then(|rank| siblings.get(rank));
        for (key, sibling) in [("Prev", previous), ("Next", siblings.get(rank + 1))] {
            if let Some(&sibling) = sibling {
                item.set(key, ids[sibling]);
            }
        }
        add_ends(&mut item, &children[index + 1], &ids);
        if !children[index + 1].is_empty() {
            // Only the first level is open.
            let count = children[index + 1].len() as i64;
            item.set("Count", if parent.is_none() { count } else { -count });
        }
        document.objects.insert(ids[index], item.into());
    }
    let shown = children[0]
        .iter()
        .map(|&top| 1 + children[top + 1].len() as i64)
        .sum::<i64>();
    let mut top = dictionary([("Type", name("Outlines")), ("Count", shown.into())]);
    add_ends(&mut top, &children[0], &ids);
    document.objects.insert(root, top.into());
    Ok(Some(root))
}

fn add_ends(item: &mut Dictionary, children: &[usize], ids: &[ObjectId]) {
    if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
        item.set("First", ids[first]);
        item.set("Last", ids[last]);
    }
}

fn parents(outline: &[OutlineEntry]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(outline.len());
    for (index, entry) in outline.iter().enumerate() {
        open.retain(|&above| outline[above].level < entry.level);
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}
