//! Lists with hanging marks.

use crate::document::{List, ListItem};
use crate::print::fonts::Face;
use crate::print::galley::{Anchor, Break};
use crate::print::page::{Mark, Role, TextRun};
use crate::print::paragraph;
use crate::print::style::{BoxStyle, TextStyle};
use crate::print::units::Pt;

use super::{Composer, Inherited, Label, LabelMark, Piece, PieceKind, leading};

/// Between the widest number of a list and the text, as a share of the size of the text.
pub(super) const GAP: f64 = 0.45;

impl Composer<'_, '_> {
    pub(super) fn list(
        &mut self,
        list: &List,
        inherited: &Inherited,
        boxed: &BoxStyle,
        language: Option<&str>,
    ) {
        let role = Role::List {
            ordered: list.ordered,
        };
        let element = self.structure.add(role, inherited.parent, language);
        let (text, item_box) = self.workshop.style.resolve(&inherited.text, "li", None);
        let numbers: Vec<Option<TextRun>> = list
            .items
            .iter()
            .map(|item| {
                item.number
                    .filter(|_| list.ordered)
                    .map(|number| self.number(number, &text))
            })
            .collect();
        let widest = numbers
            .iter()
            .flatten()
            .map(TextRun::width)
            .fold(Pt::ZERO, Pt::max);
        let hanging = if widest > Pt::ZERO {
            boxed.hanging.max(widest + text.size * GAP)
        } else {
            boxed.hanging
        };
        let inner = Inherited {
            text,
            indent: inherited.indent + hanging,
            parent: element,
        };
        for (item, number) in list.items.iter().zip(numbers) {
            self.space = self.space.max(item_box.before);
            self.item(item, number, &inner, hanging, boxed);
            // What the last paragraph of an item asks for is the item's to say.
            self.space = item_box.after;
        }
    }

    fn item(
        &mut self,
        item: &ListItem,
        number: Option<TextRun>,
        inherited: &Inherited,
        hanging: Pt,
        list: &BoxStyle,
    ) {
        self.anchors.extend(item.id.clone().map(Anchor::Id));
        let element = self.structure.add(Role::ListItem, inherited.parent, None);
        let mark = match number {
            Some(mut run) => {
                run.mark = Mark::Element(self.structure.add(Role::Label, element, None));
                LabelMark::Number(run)
            }
            None => LabelMark::Bullet {
                shape: list.bullet,
                size: inherited.text.size,
                color: inherited.text.color,
            },
        };
        let parent = self.structure.add(Role::ListBody, element, None);
        let first = self.pieces.len();
        self.blocks(
            &item.content,
            &Inherited {
                parent,
                ..*inherited
            },
        );
        self.make_room_for_mark(first, inherited);
        let x = match &mark {
            // Numbers end on one edge, whatever how many digits they have.
            LabelMark::Number(run) => inherited.indent - inherited.text.size * GAP - run.width(),
            LabelMark::Bullet { .. } => inherited.indent - hanging,
        };
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.labels.insert(0, Label { x, mark });
        }
    }

    /// Gives an item without text, or one that begins with a table, a line for its mark to stand on.
    fn make_room_for_mark(&mut self, first: usize, inherited: &Inherited) {
        match self.pieces.get_mut(first) {
            None => self.push(PieceKind::Room(leading(&inherited.text)), inherited.indent),
            Some(table) if matches!(table.kind, PieceKind::Table(_)) => {
                let room = Piece {
                    before: std::mem::take(&mut table.before),
                    indent: inherited.indent,
                    break_before: std::mem::replace(&mut table.break_before, Break::Forbidden),
                    keep_lines: false,
                    anchors: std::mem::take(&mut table.anchors),
                    labels: Vec::new(),
                    sideways: table.sideways,
                    theme: table.theme.clone(),
                    kind: PieceKind::Room(leading(&inherited.text)),
                };
                self.pieces.insert(first, room);
            }
            Some(_) => {}
        }
    }

    /// The number of an item, or of a note.
    pub(super) fn number(&self, number: u64, text: &TextStyle) -> TextRun {
        paragraph::run(
            self.workshop.fonts,
            &format!("{number}."),
            Face::of(text.bold, text.italic),
            text.size,
            text.color,
            Mark::Artifact,
        )
    }
}
