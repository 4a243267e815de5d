//! Lists.

use roxmltree::Node;

use super::reader::Reader;
use super::vocabulary::Container;
use crate::document::DocumentFault;
use crate::document::{List, ListItem};

/// The greatest number of an item, that of Markdown.
const GREATEST: u64 = 999_999_999;

impl Reader<'_> {
    /// `ul`, `ol`: its items, numbered on from `start` or from the `value` of one of them.
    pub(super) fn list(&mut self, node: Node<'_, '_>, ordered: bool) -> List {
        let mut number = self.number(node, "start", 0, GREATEST).unwrap_or(1);
        let mut items = Vec::new();
        for child in self.elements(node, &["li"]) {
            if self.name(child) != "li" {
                let parent = self.name(node);
                self.misplaced(child, parent, &["li"]);
                continue;
            }
            let others: &[&str] = if ordered { &["value"] } else { &[] };
            let mut common = self.common(child, others);
            number = self.number(child, "value", 0, GREATEST).unwrap_or(number);
            let content = self.blocks(child, Container::Item);
            items.push(ListItem {
                id: common.id.take(),
                number: ordered.then_some(number),
                content: common.around(content),
            });
            number = number.saturating_add(1);
        }
        if items.is_empty() {
            let span = self.tag(node);
            self.fault(DocumentFault::EmptyList, span,
                "cette liste est vide",
                "entourez-la de {% if … %} pour qu’elle n’apparaisse que s’il y a quelque chose à dire",
            );
        }
        List { ordered, items }
    }
}
