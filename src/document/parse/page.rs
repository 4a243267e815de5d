//! The document as a whole: `html`, what its head says of it, and its body.

use roxmltree::Node;

use super::attributes::{Common, place};
use super::reader::Reader;
use super::space;
use super::vocabulary::Container;
use crate::document::DocumentFault;
use crate::document::{Block, Document, Metadata};

/// What stands in `body` before the text, each once.
const BEFORE_TEXT: &[&str] = &["header", "footer", "aside"];

/// Reads the tree from its root.
pub(super) fn document(reader: &mut Reader<'_>, root: Node<'_, '_>) -> Document {
    let mut document = Document::default();
    if reader.name(root) != "html" {
        let (span, name) = (reader.tag(root), reader.name(root));
        reader.fault(
            DocumentFault::Root,
            span,
            format!("le document commence par <{name}>, et non par <html>"),
            "écrivez <html lang=\"fr\"><head>…</head><body>…</body></html>",
        );
        return document;
    }
    reader.only(root, &["lang"]);
    reader.required(root, "lang", "<html lang=\"fr\">");
    document.language = reader.language(root).unwrap_or_default();
    let mut expected = ["head", "body"].iter();
    for part in reader.elements(root, &["head", "body"]) {
        let name = reader.name(part);
        if !["head", "body"].contains(&name) {
            reader.misplaced(part, "html", &["head", "body"]);
        } else if !expected.any(|wanted| *wanted == name) {
            let span = reader.tag(part);
            reader.fault(
                DocumentFault::PartOrder,
                span,
                format!("<{name}> vient trop tard, ou deux fois"),
                "dans <html> : d’abord <head>, puis <body>, une fois chacun",
            );
        } else if name == "head" {
            document.metadata = head(reader, part);
        } else {
            body(reader, part, &mut document);
        }
    }
    for part in ["head", "body"] {
        if !root
            .children()
            .any(|child| child.is_element() && reader.name(child) == part)
        {
            let span = reader.tag(root);
            reader.fault(
                DocumentFault::MissingPart,
                span,
                format!("il manque <{part}> dans ce document"),
                "dans <html> : d’abord <head>, puis <body>",
            );
        }
    }
    document
}

fn head(reader: &mut Reader<'_>, node: Node<'_, '_>) -> Metadata {
    reader.only(node, &[]);
    let mut metadata = Metadata::default();
    let mut has_title = false;
    for child in reader.elements(node, &["title", "meta"]) {
        match reader.name(child) {
            "title" => {
                reader.only(child, &[]);
                for inner in reader.elements_of_title(child) {
                    reader.misplaced(inner, "title", &[]);
                }
                if std::mem::replace(&mut has_title, true) {
                    twice(reader, child, "<title>");
                }
                metadata.title = space::folded_text(child.text().unwrap_or_default());
            }
            "meta" => meta(reader, child, &mut metadata),
            _ => reader.misplaced(child, "head", &["title", "meta"]),
        }
    }
    if metadata.title.is_empty() {
        let span = reader.tag(node);
        reader.fault(
            DocumentFault::MissingTitle,
            span,
            "il manque ici le titre du document",
            "écrivez <title>…</title> : c’est le nom que montre la fenêtre qui l’affiche",
        );
    }
    metadata
}

fn meta(reader: &mut Reader<'_>, node: Node<'_, '_>, metadata: &mut Metadata) {
    const EXAMPLE: &str = "<meta name=\"author\" content=\"Oumou Sow\"/>";
    reader.elements(node, &[]);
    if let Some(charset) = node.attribute_node("charset") {
        reader.only(node, &["charset"]);
        if !charset.value().eq_ignore_ascii_case("utf-8") {
            reader.fault(
                DocumentFault::Charset,
                place(&charset),
                "ce texte est toujours en UTF-8",
                "écrivez <meta charset=\"utf-8\"/>",
            );
        }
        return;
    }
    reader.only(node, &["name", "content"]);
    let name = reader.required(node, "name", EXAMPLE);
    let content = reader.required(node, "content", EXAMPLE);
    let (Some((name, name_span)), Some((content, content_span))) = (name, content) else {
        return;
    };
    let content = space::folded_text(content);
    match name {
        "author" => metadata
            .authors
            .extend(Some(content).filter(|name| !name.is_empty())),
        "subject" if metadata.subject.is_none() => {
            metadata.subject = Some(content).filter(|subject| !subject.is_empty());
        }
        "date" if metadata.date.is_none() => {
            metadata.date = content.parse().ok().filter(|_| content.len() == 10);
            if metadata.date.is_none() {
                reader.fault(
                    DocumentFault::DateOfDocument,
                    content_span,
                    format!("« {content} » n’est pas une date"),
                    "une date s’écrit année-mois-jour : 2026-03-17",
                );
            }
        }
        "subject" | "date" => twice(reader, node, &format!("<meta name=\"{name}\"/>")),
        _ => reader.fault(
            DocumentFault::UnknownProperty,
            name_span,
            format!("propriété inconnue : « {name} »"),
            "sont admises : author, subject, date",
        ),
    }
}

fn body(reader: &mut Reader<'_>, node: Node<'_, '_>, document: &mut Document) {
    reader.only(node, &["class"]);
    document.class = reader.class(node);
    let mut nodes = node.children().peekable();
    let mut seen = Vec::new();
    // What stands before the text, with the white space and the comments between.
    while let Some(next) = nodes.next_if(|next| is_before_text(reader, *next)) {
        if !next.is_element() {
            continue;
        }
        let name = reader.name(next);
        if seen.contains(&name) {
            twice(reader, next, &format!("<{name}>"));
        }
        seen.push(name);
        match name {
            "header" => document.running_header = running(reader, next),
            "footer" => document.running_footer = running(reader, next),
            _ => document.watermark = watermark(reader, next),
        }
    }
    reader.add_blocks(nodes, "body", Container::Flow, &mut document.body);
}

fn is_before_text(reader: &Reader<'_>, node: Node<'_, '_>) -> bool {
    match node.text().filter(|_| node.is_text()) {
        Some(text) => space::is_blank(text),
        None => {
            node.is_comment() || (node.is_element() && BEFORE_TEXT.contains(&reader.name(node)))
        }
    }
}

fn running(reader: &mut Reader<'_>, node: Node<'_, '_>) -> Vec<Block> {
    reader.running = true;
    let common: Common = reader.common(node, &[]);
    let blocks = reader.blocks(node, Container::Running);
    reader.running = false;
    common.around(blocks)
}

fn watermark(reader: &mut Reader<'_>, node: Node<'_, '_>) -> Option<String> {
    reader.only(node, &["class"]);
    let class = node.attribute_node("class");
    if class.is_none_or(|class| class.value() != "filigrane") {
        let span = class.map_or(reader.tag(node), |class| place(&class));
        reader.fault(
            DocumentFault::Watermark,
            span,
            "<aside> ne sert qu’au mot écrit en travers de chaque page",
            "écrivez <aside class=\"filigrane\">PROJET</aside>, ou employez <div>",
        );
    }
    for inner in reader.elements_of_title(node) {
        reader.misplaced(inner, "aside", &[]);
    }
    let text = space::folded_text(node.text().unwrap_or_default());
    Some(text).filter(|text| !text.is_empty())
}

fn twice(reader: &mut Reader<'_>, node: Node<'_, '_>, what: &str) {
    let span = reader.tag(node);
    reader.fault(
        DocumentFault::RepeatedElement,
        span,
        format!("{what} est là deux fois"),
        "gardez un seul des deux",
    );
}

impl Reader<'_> {
    /// The elements of a node that may hold only text.
    fn elements_of_title<'n>(&mut self, node: Node<'n, 'n>) -> Vec<Node<'n, 'n>> {
        node.children().filter(Node::is_element).collect()
    }
}
