//! A document of the help as a page that needs no other file.

use super::html::{Heading, rendered};
use super::{DOCUMENTS, Document, target};
use crate::escaping::{Quotes, escaped};

/// What the pages of the help have beyond those of the site.
const OWN_STYLE: &str = include_str!("guide.css");

/// What a page of the help says of its maker.
pub(super) const MARK: &str = r#"<meta name="generator" content="greffier">"#;

pub(super) fn page(document: &Document, style: &str) -> String {
    let rendered = rendered(document.text, &|link| target(document, link));
    let contents = match document.has_contents {
        true => String::new(),
        false => contents(&rendered.headings),
    };
    // The contents stand below the title and what introduces the document, before its first part.
    let first = rendered.body.find("<h2").unwrap_or(rendered.body.len());
    let (beginning, parts) = rendered.body.split_at(first);
    format!(
        r##"<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{MARK}
<title>{title} (greffier)</title>
<style>
{style}
{OWN_STYLE}</style>
</head>
<body>
<a class="saut" href="#contenu">Aller au contenu</a>
<header class="bandeau">
<p class="marque">greffier {version}</p>
{menu}</header>
<main id="contenu" class="aide">
{beginning}{contents}{parts}</main>
</body>
</html>
"##,
        title = escaped(&rendered.title, Quotes::Double),
        version = env!("CARGO_PKG_VERSION"),
        menu = menu(document),
    )
}

/// The other documents, and which of them this is.
fn menu(here: &Document) -> String {
    let mut menu = "<nav class=\"menu\" aria-label=\"Aide\">\n<ul>\n".to_owned();
    for document in DOCUMENTS {
        let current = match document == here {
            true => " aria-current=\"page\"",
            false => "",
        };
        menu.push_str(&format!(
            "<li><a href=\"{}\"{current}>{}</a></li>\n",
            document.page(),
            document.title
        ));
    }
    menu + "</ul>\n</nav>\n"
}

/// The parts of a document, and their own.
fn contents(headings: &[Heading]) -> String {
    let mut contents = "<nav class=\"sommaire\" aria-label=\"Sommaire\">\n<ul>\n".to_owned();
    let shown = headings.iter().filter(|heading| heading.level <= 3);
    let parts: Vec<&Heading> = shown.collect();
    for part in parts.chunk_by(|_, next| next.level > 2) {
        let [part, within @ ..] = part else {
            continue;
        };
        contents.push_str(&format!("<li>{}", link(part)));
        if !within.is_empty() {
            let links: Vec<String> = within.iter().map(|heading| link(heading)).collect();
            contents.push_str(&format!(
                "\n<p class=\"fonction\">{}</p>\n",
                links.join(" · ")
            ));
        }
        contents.push_str("</li>\n");
    }
    contents + "</ul>\n</nav>\n"
}

fn link(heading: &Heading) -> String {
    format!(
        "<a href=\"#{}\">{}</a>",
        heading.anchor,
        without_links(&heading.words)
    )
}

/// A heading that holds a link cannot be within another.
fn without_links(words: &str) -> String {
    let mut kept = String::new();
    let mut rest = words;
    while let Some(start) = rest.find("<a ").or_else(|| rest.find("</a>")) {
        kept.push_str(&rest[..start]);
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end + 1);
        rest = &rest[end..];
    }
    kept + rest
}
