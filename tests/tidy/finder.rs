//! Finds the rooms that a source file uses, and the disk, however it names them: one by one, in a group, under another name,
//! within an expression, an attribute or a macro.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Token, UseTree};

/// What stands for a room where a file takes the whole crate, by which it could name any.
pub(crate) const WHOLE_CRATE: &str = "*";

/// What stands for a room where a file asks the disk itself, by `std::fs` or by a method of a path.
pub(crate) const DISK: &str = "the disk";

/// What a path is asked that only the disk can answer.
const QUESTIONS: &[&str] = &[
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "is_symlink",
    "metadata",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];

/// A place where a file names a room.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    /// The line, from 1 on.
    pub(crate) line: usize,
    /// The first name below the crate, [`WHOLE_CRATE`] or [`DISK`].
    pub(crate) room: String,
}

/// The rooms that a file names, its own too; unit tests are left out.
///
/// `name` is the file's path below `src/`, with `/`; `text`, what it holds.
pub(crate) fn uses(name: &str, text: &str) -> BTreeSet<Use> {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut finder = Finder {
        module: module_of(name),
        found: BTreeSet::new(),
    };
    finder.visit_file(&file);
    finder.found
}

/// The module that a file is: `archive/store/mod.rs` is `archive::store`, and `main.rs` and `lib.rs` are the crate.
fn module_of(name: &str) -> Vec<String> {
    let name = name.strip_suffix(".rs").unwrap_or(name);
    let mut parts: Vec<String> = name.split('/').map(str::to_owned).collect();
    if matches!(
        parts.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        parts.pop();
    }
    parts
}

struct Finder {
    /// The module whose items are being read.
    module: Vec<String>,
    found: BTreeSet<Use>,
}

impl Finder {
    /// Notes the room that a path leads to, if it leads below the crate or to the disk.
    fn note(&mut self, path: &[String], span: Span) {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        match names[..] {
            ["std" | "tokio", "fs", ..] => self.note_disk(span),
            [.., "Path" | "PathBuf", question] if QUESTIONS.contains(&question) => {
                self.note_disk(span);
            }
            _ => {}
        }
        let mut place = match path.first().map(String::as_str) {
            Some("crate" | "greffier") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            _ => return,
        };
        for part in path {
            match part.as_str() {
                "crate" | "greffier" | "self" => {}
                "super" => {
                    place.pop();
                }
                name => place.push(name.to_owned()),
            }
        }
        let room = place.into_iter().next();
        self.found.insert(Use {
            line: span.start().line,
            room: room.unwrap_or_else(|| WHOLE_CRATE.to_owned()),
        });
    }

    fn note_disk(&mut self, span: Span) {
        self.found.insert(Use {
            line: span.start().line,
            room: DISK.to_owned(),
        });
    }

    /// Notes each path of a tree of imports that begins with `path`.
    fn note_tree(&mut self, path: &[String], tree: &UseTree) {
        let below = |name: &syn::Ident| [path, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(branch) => self.note_tree(&below(&branch.ident), &branch.tree),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(path, tree);
                }
            }
            UseTree::Name(leaf) => self.note(&below(&leaf.ident), leaf.ident.span()),
            UseTree::Rename(leaf) => self.note(&below(&leaf.ident), leaf.ident.span()),
            UseTree::Glob(leaf) => self.note(path, leaf.star_token.spans[0]),
        }
    }

    /// Notes what looks like a path in tokens that nobody has parsed: those of a macro or an attribute.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(name) => {
                    let span = name.span();
                    let before = at.checked_sub(1).map(|before| &tokens[before]);
                    let mut path = vec![name.to_string()];
                    at += 1;
                    while is_double_colon(&tokens[at..]) {
                        at += 2;
                        match tokens.get(at) {
                            Some(TokenTree::Ident(name)) => path.push(name.to_string()),
                            Some(TokenTree::Group(group))
                                if group.delimiter() == Delimiter::Brace =>
                            {
                                self.note_group(&path, group.stream());
                                path.clear();
                            }
                            _ => break,
                        }
                        at += 1;
                    }
                    if path.len() > 1 {
                        self.note(&path, span);
                    }
                    if is_dot(before) && is_question(&path) && is_call(tokens.get(at)) {
                        self.note_disk(span);
                    }
                }
                TokenTree::Group(group) => {
                    self.note_tokens(group.stream());
                    at += 1;
                }
                TokenTree::Literal(literal) => {
                    self.note_literal(literal);
                    at += 1;
                }
                TokenTree::Punct(_) => at += 1,
            }
        }
    }

    fn note_group(&mut self, path: &[String], tokens: TokenStream) {
        let trees = Punctuated::<UseTree, Token![,]>::parse_terminated.parse2(tokens);
        for tree in trees.into_iter().flatten() {
            self.note_tree(path, &tree);
        }
    }

    /// A path that an attribute takes as a text, as serde does.
    fn note_literal(&mut self, literal: &proc_macro2::Literal) {
        let text = literal.to_string();
        let path: Vec<String> = text
            .trim_matches('"')
            .split("::")
            .map(str::to_owned)
            .collect();
        if path.len() > 1 {
            self.note(&path, literal.span());
        }
    }
}

fn is_dot(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == '.')
}

fn is_question(path: &[String]) -> bool {
    matches!(path, [name] if QUESTIONS.contains(&name.as_str()))
}

fn is_call(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

fn is_double_colon(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(first), TokenTree::Punct(second), ..] => {
            first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':'
        }
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note_tree(&[], &item.tree);
    }

    /// `extern crate self as …` names the crate anew.
    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if item.ident == "self" {
            self.note(&["crate".to_owned()], item.ident.span());
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        // `self` alone is a value.
        if let [first, _, ..] = &path.segments.iter().collect::<Vec<_>>()[..] {
            self.note(&names, first.ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if QUESTIONS.iter().any(|question| call.method == question) {
            self.note_disk(call.method.span());
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.note_tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.note_tokens(list.tokens.clone());
        }
    }

    /// Who may see an item says nothing of what it uses.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

/// Whether an attribute is `#[cfg(test)]`.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    let condition = attribute.parse_args::<syn::Ident>();
    attribute.path().is_ident("cfg") && condition.is_ok_and(|condition| condition == "test")
}

/// The rooms of a text that is the file `name`, each once.
fn rooms(name: &str, text: &str) -> Vec<String> {
    let rooms: BTreeSet<String> = uses(name, text)
        .into_iter()
        .map(|found| found.room)
        .collect();
    rooms.into_iter().collect()
}

#[test]
fn imports_are_found_in_every_form() {
    for (text, expected) in [
        ("use crate::french;", "french"),
        ("use crate::french::slug;", "french"),
        ("pub use crate::french::slug;", "french"),
        ("use crate::french::*;", "french"),
        ("use crate::french as f;", "french"),
        ("use crate::french::{self as f, slug};", "french"),
        (
            "use crate::{french, record::meeting::Theme};",
            "french record",
        ),
        ("use crate::{a::{b, c::{d as e}}, f::*};", "a f"),
        ("use {crate::french, std::fmt};", "french"),
        ("use super::super::super::french::slug;", "french"),
        (
            "use super::super::super::{french as f, record};",
            "french record",
        ),
        ("use super::{self as here, store};", "archive"),
        ("use self::store::Store;", "archive"),
        ("use crate as c;", "*"),
        ("use crate::*;", "*"),
        ("use crate::{self as c};", "*"),
        ("use super::super::super as top;", "*"),
        ("use greffier::french;", "french"),
        ("extern crate self as house;", "*"),
        ("extern crate std;", ""),
        ("use std::fmt;", ""),
        ("use jiff::civil::Date;", ""),
        ("fn f() { use crate::french; }", "french"),
        (
            "mod inner { use super::super::super::super::french; }",
            "french",
        ),
        ("mod inner { use super::other; }", "archive"),
    ] {
        let found = rooms("archive/store/hash.rs", text).join(" ");
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn paths_are_found_wherever_they_stand() {
    for (text, expected) in [
        ("fn f() -> String { crate::french::slug(\"a\") }", "french"),
        ("fn f(date: crate::french::Date) {}", "french"),
        ("fn f() { g::<Vec<crate::french::Date>>(); }", "french"),
        ("fn f() { let crate::record::A { b } = c; }", "record"),
        ("fn f() { super::super::super::record::read(); }", "record"),
        ("impl crate::french::Said for A {}", "french"),
        ("const A: usize = crate::toml_source::MAX;", "toml_source"),
        (
            "fn f() { println!(\"{}\", crate::french::slug(a)); }",
            "french",
        ),
        ("fn f() { vec![vec![(crate::french::A, 1)]]; }", "french"),
        (
            "macro_rules! m { () => { use $crate::{french, record as r}; } }",
            "french record",
        ),
        (
            "#[serde(with = \"crate::french::moment\")] struct A;",
            "french",
        ),
        ("#[derive(crate::french::Said)] struct A;", "french"),
        ("pub(crate) fn f() {}", ""),
        ("pub(in crate::archive) fn f() { self.a; }", ""),
        ("/// See [`crate::french::slug`].\nfn f() {}", ""),
        (
            "// crate::french::slug\nconst A: &str = \"crate::french\";",
            "",
        ),
        ("#[cfg(test)] mod tests { use crate::french; }", ""),
        ("#[cfg(unix)] mod tests { use crate::french; }", "french"),
    ] {
        let found = rooms("archive/store/hash.rs", text).join(" ");
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_disk_is_found_in_every_form() {
    for text in [
        "use std::fs;",
        "use std::fs::File;",
        "use std::{fmt, fs as f};",
        "use std::{fmt, fs::{self, File}};",
        "fn f() { std::fs::read(a); }",
        "fn f() { let a: std::fs::File; }",
        "async fn f() { tokio::fs::read(a).await; }",
        "fn f() { a.join(b).exists(); }",
        "fn f() { if !folder.is_dir() { g(); } }",
        "fn f() { a.iter().filter(|path| path.is_file()); }",
        "fn f() { a.filter(Path::exists); }",
        "fn f() { std::path::Path::new(a).metadata(); }",
        "fn f() { a.map(std::path::PathBuf::canonicalize); }",
        "fn f() { assert!(a.exists()); }",
        "fn f() { println!(\"{}\", a.join(b).is_file()); }",
    ] {
        assert_eq!(rooms("cli/create.rs", text), [DISK], "{text}");
    }
    for text in [
        "use std::path::Path;",
        "fn f() { files::is_file(a); matches!(files::is_file(a), true); }",
        "struct A { metadata: bool, exists: fn() }",
        "fn f() { a.metadata = b; g!(a.metadata); }",
        "fn metadata() {}",
    ] {
        assert_eq!(rooms("cli/create.rs", text), [""; 0], "{text}");
    }
}

#[test]
fn a_file_is_the_module_of_its_name() {
    for (name, module) in [
        ("main.rs", ""),
        ("lib.rs", ""),
        ("picture.rs", "picture"),
        ("archive/mod.rs", "archive"),
        ("archive/store/locks.rs", "archive::store::locks"),
    ] {
        assert_eq!(module_of(name).join("::"), module);
    }
    assert_eq!(rooms("archive/mod.rs", "use super::french;"), ["french"]);
    assert_eq!(rooms("archive/mod.rs", "use super::*;"), ["*"]);
}

#[test]
fn a_use_is_found_at_its_line() {
    let found = uses(
        "picture.rs",
        "//! A.\n\nuse crate::{\n    french,\n    record,\n};",
    );
    let lines: Vec<usize> = found.iter().map(|found| found.line).collect();
    assert_eq!(lines, [4, 5]);
}
