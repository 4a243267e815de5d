//! A fault of Tera as a page of help: a French sentence, the template's line, the original message in brackets.

use std::collections::BTreeMap;
use std::error::Error as _;

use tera::{Error, ErrorKind};

use super::TemplateFault;
use super::messages::{DRAWN_FAULT, DRAWN_PLACE, said};
use crate::diagnostic::{Diagnostic, Report, Source};

const INVALID: &str = "ce modèle n’est pas valable";

/// The report of a fault in a template, met while parsing it or while rendering a record through it.
pub(super) fn report(
    error: &Error,
    texts: &BTreeMap<String, String>,
    record: Option<&str>,
) -> Report {
    let (kind, title) = match record {
        None => (TemplateFault::Invalid, INVALID.to_owned()),
        Some(record) => (
            TemplateFault::Inapplicable,
            format!("ce modèle ne peut pas être appliqué à {record}"),
        ),
    };
    let (diagnostic, name) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (label, help) = said(report.message());
            let fault = Diagnostic::new(kind, title).at(report.span().range.clone(), label);
            (
                help.into_iter().fold(fault, Diagnostic::help),
                report.filename().to_owned(),
            )
        }
        ErrorKind::MissingParent { current, parent } => {
            let text = texts.get(current).map_or("", String::as_str);
            let span = text
                .find(parent.as_str())
                .map_or(0..0, |start| start..start + parent.len());
            let fault = Diagnostic::new(TemplateFault::MissingParent, title)
                .at(span, "ce modèle n’existe pas");
            (fault, current.clone())
        }
        ErrorKind::CircularExtend {
            tpl,
            inheritance_chain: chain,
        }
        | ErrorKind::CircularInclude {
            tpl,
            include_chain: chain,
        } => {
            let fault = Diagnostic::new(
                TemplateFault::Circular,
                "ce modèle finit par se demander lui-même",
            );
            let fault = match chain.as_slice() {
                [] | [_] => fault,
                chain => fault.help(format!("dans cet ordre : {}", chain.join(" → "))),
            };
            (fault, tpl.clone())
        }
        // Several faults at once, each with its excerpt: the name of the first template leads to the file.
        ErrorKind::Msg(message) => several(message, texts),
        other => (
            Diagnostic::new(kind, format!("{title} ({other})")),
            String::new(),
        ),
    };
    let diagnostic = match error.source() {
        Some(source) => diagnostic.help(format!("précision : {source}")),
        None => diagnostic,
    };
    let text = texts.get(&name).cloned().unwrap_or_default();
    let name = if name.is_empty() {
        "templates".to_owned()
    } else {
        format!("templates/{name}")
    };
    let diagnostic = diagnostic.help(format!(
        "sans {name}, le modèle du programme reprend sa place"
    ));
    Report::new(Source { name, text }, vec![diagnostic])
}

/// The report of a template that makes a page without end.
pub(super) fn too_long(page: &str, texts: &BTreeMap<String, String>, record: &str) -> Report {
    let fault = Diagnostic::new(
        TemplateFault::TooLong,
        format!("ce modèle, appliqué à {record}, donne une page de plus de 64 Mio"),
    )
    .help("cherchez dans ce modèle une boucle trop longue");
    Report::new(
        Source {
            name: format!("templates/{page}"),
            text: texts.get(page).cloned().unwrap_or_default(),
        },
        vec![fault],
    )
}

/// The faults that Tera finds when it ties the templates together come as one text, each drawn with its excerpt:
/// `error: Unknown filter …`, then `--> minutes.html:1:16`. The first is said, at its place.
fn several(message: &str, texts: &BTreeMap<String, String>) -> (Diagnostic, String) {
    let mut lines = message.lines().map(str::trim);
    let first = lines.next().unwrap_or_default();
    let first = first.strip_prefix(DRAWN_FAULT).unwrap_or(first);
    let (label, help) = said(first);
    let fault = Diagnostic::new(TemplateFault::Invalid, INVALID);
    let place = lines
        .find_map(|line| line.strip_prefix(DRAWN_PLACE))
        .and_then(|place| {
            let mut parts = place.rsplitn(3, ':');
            let (column, line) = (
                parts.next()?.parse::<usize>().ok()?,
                parts.next()?.parse::<usize>().ok()?,
            );
            let name = parts.next()?.to_owned();
            let text = texts.get(&name)?;
            let start = text
                .split_inclusive('\n')
                .take(line.checked_sub(1)?)
                .map(str::len)
                .sum::<usize>();
            let column = text
                .get(start..)?
                .char_indices()
                .nth(column.checked_sub(1)?)?
                .0;
            let typed = first.split('`').nth(1).unwrap_or_default();
            let start = start + column;
            let length = text[start..]
                .find(typed)
                .filter(|before| *before <= 1)
                .map_or(1, |before| before + typed.len());
            Some((start..start + length, name))
        });
    match place {
        Some((span, name)) => (
            help.into_iter()
                .fold(fault.at(span, label), Diagnostic::help),
            name,
        ),
        None => (fault.help(label), String::new()),
    }
}
