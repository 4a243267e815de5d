//! What a style sheet says of one element: what it inherits, then the element's rule, then its class's.

use super::values::SIZE;
use super::{BoxStyle, Rule, StyleSheet, TextStyle};
use crate::print::units::Pt;

impl StyleSheet {
    /// The style of an element that stands in a text of style `parent`. A name of which the sheet says nothing changes
    /// nothing. A class may be several words, the later ones on top.
    #[must_use]
    pub fn resolve(
        &self,
        parent: &TextStyle,
        element: &str,
        class: Option<&str>,
    ) -> (TextStyle, BoxStyle) {
        let (mut text, mut block) = (*parent, BoxStyle::default());
        let classes = class.unwrap_or_default().split_whitespace();
        for rule in [element].into_iter().chain(classes) {
            if let Some(rule) = self.rules.get(rule) {
                text = rule.text(parent, text);
                block = rule.over_block(block);
            }
        }
        (text, block)
    }

    /// The style of a cell: as [`Self::resolve`], over the paddings that the class of its table gives to all of its cells.
    #[must_use]
    pub fn resolve_cell(
        &self,
        parent: &TextStyle,
        element: &str,
        table: Option<&str>,
        class: Option<&str>,
    ) -> (TextStyle, BoxStyle) {
        let (text, mut block) = self.resolve(parent, element, class);
        let rule = |name| self.rules.get(name).copied().unwrap_or_default();
        let (own, table) = (
            class.map_or_else(Rule::default, rule),
            table.map_or_else(Rule::default, rule),
        );
        block.padding_y = own.padding_y.or(table.padding_y).unwrap_or(block.padding_y);
        block.padding_x = own.padding_x.or(table.padding_x).unwrap_or(block.padding_x);
        (text, block)
    }

    /// Whether the sheet says something of that class, of a block or of a column.
    #[must_use]
    pub fn knows_class(&self, class: &str) -> bool {
        self.rules.contains_key(class) || self.columns.contains_key(class)
    }
}

impl Rule {
    /// This rule over another: what it does not say, the other says.
    #[must_use]
    pub(super) fn over(self, lower: Self) -> Self {
        Self {
            // A size in points replaces a relative one, and the other way round.
            size: self.size.or(lower.size.filter(|_| self.scale.is_none())),
            scale: self.scale.or(lower.scale.filter(|_| self.size.is_none())),
            ..self.each_over(lower)
        }
    }

    /// A relative size counts from the text around the element, whatever other rules of the element say; however often an
    /// element stands in itself, it stays within the bounds of sizes.
    fn text(&self, parent: &TextStyle, text: TextStyle) -> TextStyle {
        let scaled = self.scale.map(|scale| {
            let size = parent.size * scale;
            size.max(Pt(SIZE.least)).min(Pt(SIZE.most))
        });
        TextStyle {
            size: self.size.or(scaled).unwrap_or(text.size),
            ..self.over_text(text)
        }
    }
}
