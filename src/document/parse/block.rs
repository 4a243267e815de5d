//! Blocks, and the text that stands alone among them.

use roxmltree::Node;

use super::attributes::Common;
use super::reader::{COLUMNS, Reader};
use super::space;
use super::vocabulary::{self, Container, INLINES};
use crate::document::DocumentFault;
use crate::document::{Block, BlockKind, Inline};

/// The class of a part that stands on pages held sideways.
const LANDSCAPE: &str = "paysage";

impl Reader<'_> {
    /// The blocks of an element. Text that stands alone is a paragraph.
    pub(super) fn blocks(&mut self, node: Node<'_, '_>, container: Container) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.add_blocks(node.children(), self.name(node), container, &mut blocks);
        blocks
    }

    /// Adds the blocks that these nodes are.
    pub(super) fn add_blocks<'n>(
        &mut self,
        nodes: impl Iterator<Item = Node<'n, 'n>>,
        parent: &str,
        container: Container,
        blocks: &mut Vec<Block>,
    ) {
        let mut alone = Vec::new();
        for node in nodes {
            let name = node.is_element().then(|| self.name(node));
            if name.is_none_or(|name| INLINES.contains(&name)) {
                self.inline(node, parent, false, &mut alone);
                continue;
            }
            end_paragraph(&mut alone, blocks);
            match name {
                Some(name) if container.blocks().contains(&name) => {
                    blocks.extend(self.block(node, name, container));
                }
                Some(name) => {
                    self.misplaced(node, parent, &[container.blocks(), INLINES].concat());
                    if !vocabulary::is_element(name) {
                        self.add_blocks(node.children(), parent, container, blocks);
                    }
                }
                None => {}
            }
        }
        end_paragraph(&mut alone, blocks);
    }

    fn block(&mut self, node: Node<'_, '_>, name: &str, container: Container) -> Option<Block> {
        let common = match name {
            "ol" => self.common(node, &["start"]),
            "img" => self.common(node, &["src", "alt"]),
            _ => self.common(node, &[]),
        };
        let kind = match name {
            "h1" => self.title(node, 1),
            "h2" => self.title(node, 2),
            "h3" => self.title(node, 3),
            "h4" => self.title(node, 4),
            "p" => BlockKind::Paragraph(self.line(node)),
            "ul" | "ol" => BlockKind::List(self.list(node, name == "ol")),
            "table" => BlockKind::Table(self.table(node)),
            "img" => self.image(node)?,
            "hr" => {
                self.elements(node, &[]);
                BlockKind::Rule
            }
            _ if common.class.as_deref() == Some(COLUMNS) => self.columns(node, container),
            _ if common.class.as_deref() == Some(LANDSCAPE) => self.landscape(node, container),
            "section" => BlockKind::Section(self.blocks(node, container)),
            _ => BlockKind::Group(self.blocks(node, container)),
        };
        Some(common.block(kind))
    }

    fn title(&mut self, node: Node<'_, '_>, level: u8) -> BlockKind {
        let span = self.tag(node);
        if level > self.heading + 1 {
            let missing = self.heading + 1;
            self.fault(DocumentFault::SkippedLevel, span.clone(),
                format!("un titre <h{level}> ne peut pas venir avant un titre <h{missing}>"),
                "le plan du document ne saute pas de niveau : <h1>, puis <h2>, puis <h3>, puis <h4>",
            );
        }
        self.heading = level;
        let content = self.line(node);
        if space::is_empty(&content) {
            self.fault(DocumentFault::EmptyHeading, span,
                "ce titre est vide",
                "complétez-le, ou entourez-le de {% if … %} pour qu’il n’apparaisse qu’avec un texte",
            );
        }
        BlockKind::Heading { level, content }
    }

    fn image(&mut self, node: Node<'_, '_>) -> Option<BlockKind> {
        const EXAMPLE: &str =
            "<img src=\"logo.png\" alt=\"Ce que montre l’image\"/> ; alt est vide pour un ornement";
        self.elements(node, &[]);
        let source = self.required(node, "src", EXAMPLE);
        let alternative = self.required(node, "alt", EXAMPLE);
        let (source, span) = source?;
        if source.trim().is_empty() {
            self.fault(
                DocumentFault::NamelessImage,
                span,
                "il manque ici le nom d’une image",
                format!("par exemple : {EXAMPLE}"),
            );
        }
        Some(BlockKind::Image {
            source: source.to_owned(),
            alternative: space::folded_text(alternative?.0),
        })
    }

    /// A part on pages held sideways: whole pages, so not beside, within or around anything that shares one.
    fn landscape(&mut self, node: Node<'_, '_>, container: Container) -> BlockKind {
        if container != Container::Flow {
            let span = self.tag(node);
            self.fault(
                DocumentFault::MisplacedLandscape,
                span,
                "des pages en paysage n’ont leur place que dans le corps du document",
                "mettez cette partie avant ou après la liste, le tableau ou les colonnes",
            );
        }
        BlockKind::Landscape(self.blocks(node, container))
    }

    fn columns(&mut self, node: Node<'_, '_>, container: Container) -> BlockKind {
        let span = self.tag(node);
        if matches!(container, Container::Item | Container::Cell) {
            self.fault(
                DocumentFault::MisplacedColumns,
                span.clone(),
                "des colonnes n’ont pas leur place dans une liste ni dans une case",
                "mettez-les avant ou après, ou employez un tableau",
            );
        }
        let inside = if container == Container::Flow {
            Container::Column
        } else {
            container
        };
        let mut columns = Vec::new();
        for child in self.elements(node, &["div"]) {
            if self.name(child) != "div" {
                self.misplaced(child, &self.label(node), &["div"]);
                continue;
            }
            let common = self.common(child, &[]);
            if common.class.as_deref() == Some(COLUMNS) {
                let span = self.tag(child);
                self.fault(
                    DocumentFault::ColumnsInColumn,
                    span,
                    "une colonne ne peut pas être elle-même en colonnes",
                    "donnez-lui une autre classe, ou aucune",
                );
            }
            let content = self.blocks(child, inside);
            columns.push(common.block(BlockKind::Group(content)));
        }
        if columns.is_empty() {
            self.fault(
                DocumentFault::NoColumns,
                span,
                "il manque ici des colonnes",
                "chaque <div> placé dans <div class=\"colonnes\"> est une colonne",
            );
        }
        BlockKind::Columns(columns)
    }
}

impl Common {
    pub(super) fn block(self, kind: BlockKind) -> Block {
        Block {
            id: self.id,
            class: self.class,
            language: self.language,
            kind,
        }
    }

    /// These blocks as one with class and language, where they have any; `id` is for another to carry.
    pub(super) fn around(self, blocks: Vec<Block>) -> Vec<Block> {
        if self.class.is_none() && self.language.is_none() {
            return blocks;
        }
        let group = Self { id: None, ..self };
        vec![group.block(BlockKind::Group(blocks))]
    }
}

fn end_paragraph(alone: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let content = space::folded(std::mem::take(alone));
    if !content.is_empty() {
        blocks.push(Common::default().block(BlockKind::Paragraph(content)));
    }
}
