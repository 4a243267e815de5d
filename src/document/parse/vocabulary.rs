//! The elements of the subset, and what may stand where.

/// Elements of a line of text.
pub(super) const INLINES: &[&str] = &["strong", "b", "em", "i", "sup", "a", "br", "span"];

/// Elements that stand in one place only, or in a block of their own.
const OTHERS: &[&str] = &[
    "html", "head", "title", "meta", "body", "header", "footer", "aside", "li", "caption",
    "colgroup", "col", "thead", "tbody", "tr", "th", "td",
];

/// Where blocks stand, which decides what they may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// In the page, or in a part of it.
    Flow,
    /// In one of several columns side by side.
    Column,
    /// In what stands on each page. It has no headings, which would each be an entry of the outline.
    Running,
    /// In an item of a list.
    Item,
    /// In a cell of a table.
    Cell,
}

impl Container {
    /// The blocks admitted there.
    pub(super) const fn blocks(self) -> &'static [&'static str] {
        match self {
            Self::Flow | Self::Column => &[
                "h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "div", "section", "img", "hr",
            ],
            Self::Running => &["p", "div", "section", "img", "hr"],
            Self::Item => &["p", "ul", "ol", "table", "div", "section"],
            Self::Cell => &[
                "h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "div", "section", "hr",
            ],
        }
    }
}

/// Whether the subset has an element of that name.
pub(super) fn is_element(name: &str) -> bool {
    [Container::Flow.blocks(), INLINES, OTHERS]
        .iter()
        .any(|names| names.contains(&name))
}

/// What to do instead of an element of HTML that the subset lacks.
pub(super) fn advice_on_element(name: &str) -> Option<&'static str> {
    Some(match name {
        "h5" | "h6" => "les titres vont de <h1> à <h4>",
        "style" | "link" => "l’aspect se règle dans style.toml",
        "script" => "un document imprimé n’a pas de programme : supprimez cet élément",
        "article" | "main" | "nav" | "figure" | "center" | "address" => {
            "employez <div> ou <section>, et réglez leur aspect dans style.toml"
        }
        "u" | "s" | "del" | "ins" | "font" | "small" | "big" | "mark" | "code" | "time"
        | "abbr" => "employez <span class=\"…\">, et réglez son aspect dans style.toml",
        "blockquote" | "pre" | "figcaption" => {
            "employez <p class=\"…\">, et réglez son aspect dans style.toml"
        }
        "dl" | "dt" | "dd" => "employez une liste <ul> ou un tableau",
        "tfoot" => "mettez cette ligne à la fin de <tbody>",
        _ => return None,
    })
}

/// What to do with an element that stands where it may not.
pub(super) fn advice_on_place(name: &str, parent: &str) -> Option<&'static str> {
    Some(match (name, parent) {
        ("li", _) => "un élément <li> se place dans une liste <ul> ou <ol>",
        ("tr", _) => "une ligne <tr> se place dans <thead> ou <tbody>",
        ("td" | "th", _) => "une case se place dans une ligne <tr>",
        ("col", _) => "une colonne <col> se place dans <colgroup>",
        ("header" | "footer" | "aside", _) => {
            "<header>, <footer> et <aside class=\"filigrane\"> se placent dans <body>, avant tout le reste"
        }
        (
            "h1" | "h2" | "h3" | "h4" | "p" | "ul" | "ol" | "table" | "div" | "section" | "hr",
            "p",
        ) => "fermez d’abord le paragraphe par </p>",
        ("a", "a") => "fermez d’abord l’autre lien par </a>",
        _ => return None,
    })
}
