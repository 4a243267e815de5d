//! A first walk over the tree, without recursion: is it too deep to read, and which anchors does it have?

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::reader::Reader;
use crate::diagnostic::{Diagnostic, Span};
use crate::document::DocumentFault;

/// At most 100 elements within one another: no page is as deep, and every reader below may recurse.
const DEEPEST: usize = 100;

/// The language of elements that are in another one than ours.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

pub(super) struct TooDeep;

/// Collects the anchors and refuses what is too deep, an anchor that stands twice, and elements of other languages.
pub(super) fn survey(reader: &mut Reader<'_>, tree: &Document<'_>) -> Result<(), TooDeep> {
    let mut places: BTreeMap<&str, Span> = BTreeMap::new();
    let mut node = tree.root_element();
    let mut depth = 1;
    loop {
        if depth > DEEPEST {
            reader.fault(
                DocumentFault::TooDeep,
                reader.tag(node),
                format!("plus de {DEEPEST} éléments sont ouverts l’un dans l’autre"),
                "un modèle s’appelle peut-être lui-même, ou un élément n’est pas fermé",
            );
            return Err(TooDeep);
        }
        if node.is_element() {
            language(reader, node);
            anchor(reader, node, &mut places);
        }
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling().filter(|_| depth > 1) {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) if depth > 1 => (node, depth) = (parent, depth - 1),
                _ => return Ok(()),
            }
        }
    }
}

fn language(reader: &mut Reader<'_>, node: Node<'_, '_>) {
    let namespace = node.tag_name().namespace();
    let around = node
        .parent_element()
        .and_then(|parent| parent.tag_name().namespace());
    // Said once, where it begins.
    if let Some(other) = namespace.filter(|uri| *uri != XHTML && namespace != around) {
        let span = reader.tag(node);
        reader.fault(
            DocumentFault::ForeignElement,
            span,
            format!("cet élément n’est pas de l’XHTML, mais de {other}"),
            "supprimez l’attribut xmlns",
        );
    }
}

fn anchor<'t>(reader: &mut Reader<'t>, node: Node<'_, '_>, places: &mut BTreeMap<&'t str, Span>) {
    let Some(attribute) = node.attribute_node("id") else {
        return;
    };
    let span = attribute.range_value();
    // As written: an anchor with an entity in it is refused where its element is read.
    let Some(id) = reader.text.get(span.clone()) else {
        return;
    };
    reader.anchors.insert(id);
    match places.get(id) {
        None => {
            places.insert(id, span);
        }
        Some(first) => reader.faults.push(
            Diagnostic::new(
                DocumentFault::RepeatedId,
                format!("l’identifiant « {id} » est donné deux fois"),
            )
            .at(span, "la deuxième fois")
            .at(first.clone(), "la première fois")
            .help("un lien ne saurait pas où mener : donnez à l’un des deux un autre nom"),
        ),
    }
}
