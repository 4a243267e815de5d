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
                block = rule.block(block);
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
            leading: self.leading.or(lower.leading),
            color: self.color.or(lower.color),
            bold: self.bold.or(lower.bold),
            italic: self.italic.or(lower.italic),
            align: self.align.or(lower.align),
            hyphenate: self.hyphenate.or(lower.hyphenate),
            show_address: self.show_address.or(lower.show_address),
            before: self.before.or(lower.before),
            after: self.after.or(lower.after),
            indent: self.indent.or(lower.indent),
            hanging: self.hanging.or(lower.hanging),
            keep_with_next: self.keep_with_next.or(lower.keep_with_next),
            keep_together: self.keep_together.or(lower.keep_together),
            padding_y: self.padding_y.or(lower.padding_y),
            padding_x: self.padding_x.or(lower.padding_x),
            background: self.background.or(lower.background),
            ruling: self.ruling.or(lower.ruling),
            rule_width: self.rule_width.or(lower.rule_width),
            rule_color: self.rule_color.or(lower.rule_color),
            page_columns: self.page_columns.or(lower.page_columns),
            gutter: self.gutter.or(lower.gutter),
            width: self.width.or(lower.width),
            height: self.height.or(lower.height),
            bullet: self.bullet.or(lower.bullet),
            full_width: self.full_width.or(lower.full_width),
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
            leading: self.leading.unwrap_or(text.leading),
            color: self.color.unwrap_or(text.color),
            bold: self.bold.unwrap_or(text.bold),
            italic: self.italic.unwrap_or(text.italic),
            align: self.align.unwrap_or(text.align),
            hyphenate: self.hyphenate.unwrap_or(text.hyphenate),
            show_address: self.show_address.unwrap_or(text.show_address),
        }
    }

    fn block(&self, block: BoxStyle) -> BoxStyle {
        BoxStyle {
            before: self.before.unwrap_or(block.before),
            after: self.after.unwrap_or(block.after),
            indent: self.indent.unwrap_or(block.indent),
            hanging: self.hanging.unwrap_or(block.hanging),
            keep_with_next: self.keep_with_next.unwrap_or(block.keep_with_next),
            keep_together: self.keep_together.unwrap_or(block.keep_together),
            padding_y: self.padding_y.unwrap_or(block.padding_y),
            padding_x: self.padding_x.unwrap_or(block.padding_x),
            background: self.background.or(block.background),
            ruling: self.ruling.unwrap_or(block.ruling),
            rule_width: self.rule_width.unwrap_or(block.rule_width),
            rule_color: self.rule_color.unwrap_or(block.rule_color),
            page_columns: self.page_columns.unwrap_or(block.page_columns),
            gutter: self.gutter.unwrap_or(block.gutter),
            width: self.width.or(block.width),
            height: self.height.or(block.height),
            bullet: self.bullet.unwrap_or(block.bullet),
            full_width: self.full_width.unwrap_or(block.full_width),
        }
    }
}
