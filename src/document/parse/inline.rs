//! The elements of a line of text.

use roxmltree::Node;

use super::attributes::{Common, place};
use super::reader::Reader;
use super::space;
use super::vocabulary::INLINES;
use crate::diagnostic::{Span, suggestion};
use crate::document::DocumentFault;
use crate::document::Inline;
use crate::markup::allowed_address;

impl Reader<'_> {
    /// The line that an element holds.
    pub(super) fn line(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        space::folded(self.inlines(node, false))
    }

    /// The pieces of an element, their white space as typed.
    fn inlines(&mut self, node: Node<'_, '_>, in_link: bool) -> Vec<Inline> {
        let parent = self.name(node);
        let mut content = Vec::new();
        for child in node.children() {
            self.inline(child, parent, in_link, &mut content);
        }
        content
    }

    /// Adds one piece of a line, its white space as typed.
    pub(super) fn inline(
        &mut self,
        node: Node<'_, '_>,
        parent: &str,
        in_link: bool,
        content: &mut Vec<Inline>,
    ) {
        if !node.is_element() {
            match node.text().filter(|_| node.is_text()) {
                Some(text) => content.push(Inline::Text(text.to_owned())),
                None => self.instruction(node),
            }
            return;
        }
        match self.name(node) {
            "strong" | "b" => {
                let common = self.common(node, &[]);
                let inner = self.inlines(node, in_link);
                content.push(wrapped(common, Inline::Strong(inner)));
            }
            "em" | "i" => {
                let common = self.common(node, &[]);
                let inner = self.inlines(node, in_link);
                content.push(wrapped(common, Inline::Emphasis(inner)));
            }
            "sup" => {
                let common = self.common(node, &[]);
                let inner = self.inlines(node, in_link);
                content.push(wrapped(common, Inline::Superscript(inner)));
            }
            "span" => content.extend(self.span(node, in_link)),
            "br" => {
                self.only(node, &[]);
                self.elements(node, &[]);
                content.push(Inline::Break);
            }
            "a" if !in_link => content.extend(self.link(node)),
            name => {
                self.misplaced(node, parent, INLINES);
                if !super::vocabulary::is_element(name) {
                    content.extend(self.inlines(node, in_link));
                }
            }
        }
    }

    fn span(&mut self, node: Node<'_, '_>, in_link: bool) -> Option<Inline> {
        let class = node.attribute("class");
        if !matches!(class, Some("page" | "pages")) {
            let common = self.common(node, &[]);
            let content = self.inlines(node, in_link);
            return Some(Inline::Span {
                id: common.id,
                class: common.class,
                language: common.language,
                content,
            });
        }
        self.only(node, &["class"]);
        if !self.running {
            let span = self.tag(node);
            self.fault(
                DocumentFault::MisplacedPageNumber,
                span,
                "le numéro de la page n’a sa place que dans <header> et <footer>",
                "ces deux éléments se placent dans <body>, avant tout le reste",
            );
            return None;
        }
        if node.has_children() {
            let span = self.tag(node);
            self.fault(DocumentFault::FilledPageNumber, span,
                "le numéro de la page prend la place de cet élément, qui doit être vide",
                "écrivez <span class=\"page\"/>, ou <span class=\"pages\"/> pour le nombre de pages",
            );
        }
        Some(if class == Some("page") {
            Inline::PageNumber
        } else {
            Inline::PageCount
        })
    }

    fn link(&mut self, node: Node<'_, '_>) -> Option<Inline> {
        let common = self.common(node, &["href"]);
        let found = self.required(node, "href", "<a href=\"https://example.org\">…</a>");
        let content = self.inlines(node, true);
        if space::is_empty(&content) {
            let span = self.tag(node);
            self.fault(
                DocumentFault::EmptyLink,
                span,
                "ce lien est vide : il n’y a rien à suivre",
                "écrivez un texte entre <a …> et </a>",
            );
        }
        let (address, span) = found?;
        let span = node
            .attribute_node("href")
            .map_or(span, |href| place(&href));
        self.check_address(address, span);
        Some(wrapped(
            common,
            Inline::Link {
                address: address.to_owned(),
                content,
            },
        ))
    }

    fn check_address(&mut self, address: &str, span: Span) {
        if let Some(anchor) = address.strip_prefix('#') {
            if self.anchors.contains(anchor) {
                return;
            }
            if anchor.is_empty() {
                self.fault(
                    DocumentFault::LinkWithoutTarget,
                    span,
                    "ce lien ne dit pas où mener",
                    "écrivez après # l’identifiant d’un élément : href=\"#theme-3\"",
                );
                return;
            }
            let anchors: Vec<&str> = self.anchors.iter().copied().collect();
            let help = match suggestion(anchor, &anchors) {
                Some(near) => format!("vouliez-vous dire « #{near} » ?"),
                None => format!("donnez id=\"{anchor}\" à l’élément où ce lien doit mener"),
            };
            self.fault(
                DocumentFault::MissingAnchor,
                span,
                format!("aucun élément ne porte l’identifiant « {anchor} »"),
                help,
            );
            return;
        }
        let is_sound =
            |character: char| !character.is_whitespace() && !character.is_ascii_control();
        if !allowed_address(address) || !address.chars().all(is_sound) {
            self.fault(DocumentFault::LinkAddress, span,
                "cette adresse ne peut pas devenir un lien",
                "sont admises, sans espace, les adresses qui commencent par https://, http://, mailto:, tel: ou #",
            );
        }
    }
}

/// A piece of a line with the attributes that it cannot carry itself.
fn wrapped(common: Common, inline: Inline) -> Inline {
    if common == Common::default() {
        return inline;
    }
    Inline::Span {
        id: common.id,
        class: common.class,
        language: common.language,
        content: vec![inline],
    }
}
