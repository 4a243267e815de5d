//! A page as a tree of elements, the same for HTML and for the print XHTML.

use scraper::ElementRef;

use super::document::words;

/// Elements that end a word.
const BLOCKS: [&str; 21] = [
    "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "td", "th", "tr", "br", "table",
    "caption", "section", "header", "nav", "footer", "aside",
];

#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Text(String),
    Element(Element),
}

impl From<ElementRef<'_>> for Element {
    fn from(element: ElementRef<'_>) -> Self {
        let attributes = element.value().attrs();
        Self {
            name: element.value().name().to_owned(),
            attributes: attributes
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            nodes: element
                .children()
                .filter_map(|node| match node.value() {
                    scraper::Node::Text(text) => Some(Node::Text(text.to_string())),
                    _ => ElementRef::wrap(node).map(|element| Node::Element(element.into())),
                })
                .collect(),
        }
    }
}

impl From<roxmltree::Node<'_, '_>> for Element {
    fn from(element: roxmltree::Node<'_, '_>) -> Self {
        let node = |node: roxmltree::Node<'_, '_>| match node.text() {
            Some(text) if node.is_text() => Some(Node::Text(text.to_owned())),
            _ => node.is_element().then(|| Node::Element(node.into())),
        };
        Self {
            name: element.tag_name().name().to_owned(),
            attributes: element
                .attributes()
                .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()))
                .collect(),
            nodes: element.children().filter_map(node).collect(),
        }
    }
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether it has that name, and the class after a point: `p.suivi`, `.suivi`.
    pub(crate) fn is(&self, what: &str) -> bool {
        let (name, class) = what.split_once('.').unwrap_or((what, ""));
        let mut classes = self.attribute("class").unwrap_or_default().split(' ');
        (name.is_empty() || self.name == name)
            && (class.is_empty() || classes.any(|other| other == class))
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All elements below it of that kind, in order.
    pub(crate) fn all<'a>(&'a self, what: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        self.push_all(what, &mut found);
        found
    }

    fn push_all<'a>(&'a self, what: &str, found: &mut Vec<&'a Self>) {
        for child in self.children() {
            if child.is(what) {
                found.push(child);
            }
            child.push_all(what, found);
        }
    }

    /// The words of the first element of that kind.
    pub(crate) fn first(&self, what: &str) -> String {
        let found = self.all(what);
        found.first().map(|found| found.text()).unwrap_or_default()
    }

    /// The words of each element of that kind.
    pub(crate) fn texts(&self, what: &str) -> Vec<String> {
        self.all(what).into_iter().map(Self::text).collect()
    }

    /// The items of the first level of the lists of that kind.
    pub(crate) fn items(&self, list: &str) -> Vec<String> {
        let lists = self.all(list).into_iter();
        let items = lists.flat_map(Self::children);
        items.filter(|item| item.is("li")).map(Self::text).collect()
    }

    pub(crate) fn text(&self) -> String {
        self.text_without(&[])
    }

    /// The words of all but some elements.
    pub(crate) fn text_without(&self, left_out: &[&str]) -> String {
        let mut text = String::new();
        self.push_text(left_out, &mut text);
        words(&text)
    }

    fn push_text(&self, left_out: &[&str], text: &mut String) {
        let is_block = BLOCKS.contains(&self.name.as_str());
        text.push_str(if is_block { " " } else { "" });
        for node in &self.nodes {
            match node {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(element) if left_out.iter().any(|what| element.is(what)) => {}
                Node::Element(element) => element.push_text(left_out, text),
            }
        }
        text.push_str(if is_block { " " } else { "" });
    }
}
