//! Long functions: each has its reason.

use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, Signature};

use super::sources;

const MOST_LINES: usize = 60;

/// Those that are longer, and why no seam is better.
const LONG: &[(&str, &str, &str)] = &[
    (
        "document/parse/xml.rs",
        "explain",
        "an arm a message of the library",
    ),
    (
        "markup/inline_markdown.rs",
        "write_inlines",
        "an arm a kind of node",
    ),
    (
        "markup/parse/inlines.rs",
        "inline_event",
        "an arm a kind of event",
    ),
    (
        "minutes/rows.rs",
        "rows",
        "the shape of one table, seen whole",
    ),
    ("minutes/said.rs", "minutes", "a line a field"),
    ("record/doubts/votes.rs", "of_vote", "a doubt a paragraph"),
    ("record/quorum.rs", "quorum", "a number a paragraph"),
    ("record/validate.rs", "validate", "a line a field"),
    ("search/units.rs", "meeting", "a line a text"),
    ("site/data/mod.rs", "data", "a line a field"),
    ("templates/faults.rs", "report", "an arm a kind of fault"),
    ("toml_source/values.rs", "value", "a slip a paragraph"),
    ("toml_source/wrong_type.rs", "way", "an arm a pair of types"),
];

/// The functions of a file, by name and number of lines.
#[derive(Default)]
struct Functions(Vec<(String, usize)>);

impl Functions {
    fn add(&mut self, signature: &Signature, body: &Block) {
        let first = signature.fn_token.span.start().line;
        let last = body.brace_token.span.close().end().line;
        let name = signature.ident.to_string();
        self.0.push((name, last - first + 1));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

#[test]
fn a_long_function_has_its_reason() {
    let mut long = Vec::new();
    for file in sources() {
        let mut functions = Functions::default();
        functions.visit_file(&syn::parse_file(&file.text).unwrap());
        let of_file = functions.0.into_iter();
        let of_file = of_file.filter(|(_, lines)| *lines > MOST_LINES);
        long.extend(of_file.map(|(name, lines)| (file.name.clone(), name, lines)));
    }
    let has_reason = |file: &str, name: &str| {
        LONG.iter()
            .any(|(of, known, _)| (*of, *known) == (file, name))
    };
    let without: Vec<_> = long
        .iter()
        .filter(|(file, name, _)| !has_reason(file, name))
        .collect();
    assert!(
        without.is_empty(),
        "over {MOST_LINES} lines, without a reason: {without:#?}"
    );
    let is_long = |of: &str, known: &str| {
        long.iter()
            .any(|(file, name, _)| (file.as_str(), name.as_str()) == (of, known))
    };
    let short: Vec<_> = LONG
        .iter()
        .filter(|(of, known, _)| !is_long(of, known))
        .collect();
    assert!(short.is_empty(), "no longer long: {short:#?}");
}
