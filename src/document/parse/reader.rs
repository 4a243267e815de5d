//! What the readers of all elements share: the text, the faults, the anchors, and how an element is named and shown.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::Classes;
use super::vocabulary;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, suggestion};
use crate::document::DocumentFault;

/// The class of a `div` whose own `div`s stand side by side.
pub(super) const COLUMNS: &str = "colonnes";

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// `None` where any class is allowed.
    pub(super) classes: Option<&'t Classes<'t>>,
    pub(super) faults: Diagnostics,
    /// Every anchor of the text.
    pub(super) anchors: BTreeSet<&'t str>,
    /// The level of the heading before, 0 at the start.
    pub(super) heading: u8,
    /// Whether this is read for every page.
    pub(super) running: bool,
    /// How many tables are around what is read.
    pub(super) tables_around: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, classes: Option<&'t Classes<'t>>) -> Self {
        Self {
            text,
            classes,
            faults: Diagnostics::default(),
            anchors: BTreeSet::new(),
            heading: 0,
            running: false,
            tables_around: 0,
        }
    }

    pub(super) fn fault(
        &mut self,
        kind: DocumentFault,
        span: Span,
        title: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.faults
            .push(Diagnostic::new(kind, title).at(span, "").help(help));
    }

    /// The name of an element as it is written: `p`.
    pub(super) fn name(&self, node: Node<'_, '_>) -> &'t str {
        let after = self.text.get(node.range().start + 1..).unwrap_or_default();
        let end = after.find(|mark: char| mark.is_ascii_whitespace() || mark == '>' || mark == '/');
        after.get(..end.unwrap_or(after.len())).unwrap_or_default()
    }

    /// Where the start of an element stands: `<p>`, or `<p` if attributes follow.
    pub(super) fn tag(&self, node: Node<'_, '_>) -> Span {
        let start = node.range().start;
        let end = start + 1 + self.name(node).len();
        let closes = self.text.as_bytes().get(end) == Some(&b'>');
        start..end + usize::from(closes)
    }

    /// Says that an element has no place here, or that there is no such element.
    pub(super) fn misplaced(&mut self, node: Node<'_, '_>, parent: &str, allowed: &[&str]) {
        let name = self.name(node);
        let span = self.tag(node);
        if vocabulary::is_element(name) {
            let help = match vocabulary::advice_on_place(name, parent) {
                Some(advice) => advice.to_owned(),
                None => admitted(parent, allowed),
            };
            self.fault(
                DocumentFault::MisplacedElement,
                span,
                format!("<{name}> n’a pas sa place dans <{parent}>"),
                help,
            );
        } else {
            self.unknown_element(span, name, parent, allowed);
        }
    }

    fn unknown_element(&mut self, span: Span, name: &str, parent: &str, allowed: &[&str]) {
        let help = if let Some(advice) = vocabulary::advice_on_element(name) {
            advice.to_owned()
        } else if let Some(near) = suggestion(name, allowed) {
            format!("vouliez-vous dire <{near}> ?")
        } else {
            admitted(parent, allowed)
        };
        self.fault(
            DocumentFault::UnknownElement,
            span,
            format!("élément inconnu : <{name}>"),
            help,
        );
    }

    /// The elements of a node that holds no text of its own; a text in it is a fault.
    pub(super) fn elements<'n>(
        &mut self,
        node: Node<'n, 'n>,
        allowed: &[&str],
    ) -> Vec<Node<'n, 'n>> {
        let mut elements = Vec::new();
        for child in node.children() {
            if child.is_element() {
                elements.push(child);
            } else if let Some(text) = child.text().filter(|_| child.is_text()) {
                if !super::space::is_blank(text) {
                    let (span, parent) = (self.words(child), self.label(node));
                    self.fault(
                        DocumentFault::MisplacedText,
                        span,
                        format!("un texte n’a pas sa place directement dans <{parent}>"),
                        admitted(&parent, allowed),
                    );
                }
            } else {
                self.instruction(child);
            }
        }
        elements
    }

    /// The name of an element, with the class that makes it another.
    pub(super) fn label(&self, node: Node<'_, '_>) -> String {
        match self.name(node) {
            "div" if node.attribute("class") == Some(COLUMNS) => {
                format!("div class=\"{COLUMNS}\"")
            }
            name => name.to_owned(),
        }
    }

    /// Where the words of a text stand, without the white space around them.
    fn words(&self, text: Node<'_, '_>) -> Span {
        let range = text.range();
        let typed = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (typed.len() - typed.trim_start().len());
        start..(range.start + typed.trim_end().len()).max(start)
    }

    /// A comment says nothing; an instruction to another program is refused.
    pub(super) fn instruction(&mut self, node: Node<'_, '_>) {
        if node.is_pi() {
            self.fault(
                DocumentFault::Instruction,
                node.range(),
                "cette instruction n’est pas admise",
                "supprimez ce qui est entre <? et ?>",
            );
        }
    }
}

fn admitted(parent: &str, allowed: &[&str]) -> String {
    match allowed {
        [] if ["title", "aside"].contains(&parent) => {
            format!("<{parent}> ne contient que du texte")
        }
        [] => format!("<{parent}> ne contient rien"),
        allowed => {
            let names: Vec<String> = allowed.iter().map(|name| format!("<{name}>")).collect();
            format!("dans <{parent}> sont admis : {}", names.join(", "))
        }
    }
}
