//! The syntax: roxmltree's tree, or its fault in French with the original in brackets.

use roxmltree::{Document, Error, ParsingOptions, TextPos};

use crate::diagnostic::{Diagnostic, Span};
use crate::document::DocumentFault;

/// At most 2 000 000 elements and texts: the longest record gives fewer, and memory bears no more.
const MOST_NODES: u32 = 2_000_000;

/// The tree of a text. No document type is read, so that no entity can grow.
pub(super) fn read(text: &str) -> Result<Document<'_>, Diagnostic> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| explain(text, &error))
}

fn explain(text: &str, error: &Error) -> Diagnostic {
    let here = offset(text, error.pos());
    let fault = |kind, title: &str| Diagnostic::new(kind, format!("{title} ({})", original(error)));
    match error {
        Error::UnexpectedCloseTag(open, close, _) => {
            let fault = fault(
                DocumentFault::CrossedTags,
                &format!("</{close}> arrive alors que <{open}> est encore ouvert"),
            )
            .at(closing_tag(text, here), "");
            let fault = match open_elements(&text[..here]).pop() {
                Some((_, span)) => fault.at(span, "ouvert ici"),
                None => fault,
            };
            fault.help(match open.as_str() {
                "br" | "hr" | "img" | "meta" | "col" => {
                    format!("cet élément se ferme lui-même : écrivez <{open}/>")
                }
                _ => format!("écrivez d’abord </{open}>"),
            })
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => unclosed(text, &fault),
        Error::UnknownEntityReference(name, _) => fault(
            DocumentFault::UnknownEntity,
            &format!("le signe « &{name}; » n’existe pas en XML"),
        )
        .at(until(text, here, &[';']), "")
        .help(match name.as_str() {
            "nbsp" => "écrivez &#160; pour une espace insécable".to_owned(),
            _ => "écrivez le caractère lui-même : é et non &eacute;".to_owned(),
        }),
        Error::MalformedEntityReference(_) => fault(
            DocumentFault::BareAmpersand,
            "un & annonce un signe, et rien n’est annoncé ici",
        )
        .at(at(text, here), "")
        .help("pour imprimer &, écrivez &amp; ; {{ … }} le fait de lui-même"),
        Error::DuplicatedAttribute(name, _) => fault(
            DocumentFault::RepeatedAttribute,
            &format!("l’attribut {name} est donné deux fois"),
        )
        .at(until(text, here, &['=', ' ', '>']), "")
        .help("gardez un seul des deux"),
        Error::UnknownNamespace(name, _) => fault(
            DocumentFault::UnknownPrefix,
            &format!("le préfixe {name}: n’est pas connu"),
        )
        .at(until(text, here, &[':', ' ', '>']), "")
        .help("écrivez le nom sans préfixe"),
        Error::NonXmlChar(character, _) => {
            let number = u32::from(*character);
            fault(
                DocumentFault::NotOfXml,
                &format!("le caractère U+{number:04X} ne peut pas être imprimé"),
            )
            .at(at(text, here), "")
            .help("effacez ce texte dans le compte rendu et retapez-le")
        }
        Error::InvalidCharacterData(_) => fault(
            DocumentFault::BareMark,
            "]]> ne peut pas être écrit tel quel",
        )
        .at(last(text, here, "]]>"), "")
        .help("écrivez ]]&gt; ; {{ … }} le fait de lui-même"),
        Error::InvalidComment(_) => fault(
            DocumentFault::DashesInComment,
            "ce commentaire contient deux tirets de suite",
        )
        .at(at(text, here), "")
        .help("un commentaire s’écrit <!-- … -->, sans -- à l’intérieur"),
        Error::UnexpectedDeclaration(_) => fault(
            DocumentFault::LateDeclaration,
            "<?xml … ?> n’a sa place qu’au tout début",
        )
        .at(at(text, here), "")
        .help("supprimez-le, ou mettez-le avant tout le reste, espaces compris"),
        Error::DtdDetected => {
            let start = text.find("<!").unwrap_or_default();
            fault(
                DocumentFault::DocumentType,
                "un type de document n’est pas admis",
            )
            .at(until(text, start, &['>']), "")
            .help("supprimez <!DOCTYPE … > : le document commence par <html lang=\"fr\">")
        }
        Error::NoRootNode => fault(
            DocumentFault::NoDocument,
            "ce texte ne contient aucun document",
        )
        .help("écrivez <html lang=\"fr\"><head>…</head><body>…</body></html>"),
        Error::NodesLimitReached
        | Error::AttributesLimitReached
        | Error::NamespacesLimitReached => fault(
            DocumentFault::TooLong,
            "ce document est trop long pour être imprimé",
        )
        .help("partagez-le en plusieurs réunions"),
        Error::InvalidChar(..)
        | Error::InvalidChar2(..)
        | Error::InvalidName(_)
        | Error::InvalidString(..) => fault(
            DocumentFault::UnexpectedSign,
            "ce signe n’est pas attendu ici",
        )
        .at(
            at(text, here - usize::from(text[..here].ends_with('<'))),
            "",
        )
        .help(
            "un attribut s’écrit class=\"…\", avec ses guillemets ; pour imprimer <, écrivez &lt;",
        ),
        _ => fault(
            DocumentFault::Unreadable,
            "ceci ne se lit pas à cet endroit",
        )
        .at(at(text, here), "")
        .help("tout le document se place entre <html lang=\"fr\"> et </html>"),
    }
}

/// The message of the library without the place, which the excerpt shows.
fn original(error: &Error) -> String {
    let message = error.to_string();
    let place = format!(" at {}", error.pos());
    message.strip_suffix(&place).unwrap_or(&message).to_owned()
}

fn unclosed(text: &str, fault: &dyn Fn(DocumentFault, &str) -> Diagnostic) -> Diagnostic {
    match open_elements(text).pop() {
        Some((name, span)) => fault(
            DocumentFault::UnclosedElement,
            &format!("<{name}> n’est jamais fermé"),
        )
        .at(span, "ouvert ici")
        .help(format!("écrivez </{name}> à sa fin")),
        None => fault(DocumentFault::BrokenOff, "le texte s’arrête trop tôt")
            .at(at(text, text.trim_end().len().saturating_sub(1)), "")
            .help("complétez le dernier élément"),
    }
}

/// The elements that a text opens and does not close, outermost first: enough of a reading to show where they were opened.
fn open_elements(text: &str) -> Vec<(&str, Span)> {
    let mut open: Vec<(&str, Span)> = Vec::new();
    let mut position = 0;
    while let Some(start) = text[position..].find('<').map(|found| position + found) {
        let rest = &text[start..];
        let end_mark = ["<!--", "<![CDATA[", "<?", "<"]
            .iter()
            .zip(["-->", "]]>", "?>", ">"])
            .find(|(mark, _)| rest.starts_with(**mark))
            .map_or(">", |(_, end)| end);
        // A tag that the text breaks off is open too.
        let length = rest
            .find(end_mark)
            .map_or(rest.len(), |found| found + end_mark.len());
        let tag = &rest[..length];
        let name = |from: &'_ str| from.find(|c: char| c.is_ascii_whitespace() || "/>".contains(c));
        if let Some(closed) = tag.strip_prefix("</") {
            let closed = &closed[..name(closed).unwrap_or(closed.len())];
            if open.last().is_some_and(|(last, _)| *last == closed) {
                open.pop();
            }
        } else if !tag.starts_with("<!") && !tag.starts_with("<?") && !tag.ends_with("/>") {
            let end = 1 + name(&tag[1..]).unwrap_or(tag.len() - 1);
            let closes = usize::from(tag[end..].starts_with('>'));
            open.push((&tag[1..end], start..start + end + closes));
        }
        position = start + length;
    }
    open
}

/// The byte of a line and column counted from 1, in characters.
fn offset(text: &str, place: TextPos) -> usize {
    let row = (place.row as usize).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let column = (place.col as usize).saturating_sub(1);
    let line = text.get(start..).unwrap_or_default();
    let length = line
        .char_indices()
        .nth(column)
        .map_or(line.len(), |(index, _)| index);
    start + length
}

/// The last such mark before a byte, on its line, else the character there.
fn last(text: &str, here: usize, mark: &str) -> Span {
    let line = text
        .get(..here)
        .and_then(|before| before.rsplit('\n').next());
    match line.and_then(|line| Some(line.len() - line.rfind(mark)?)) {
        Some(back) => here - back..here - back + mark.len(),
        None => at(text, here),
    }
}

/// The character at a byte.
fn at(text: &str, start: usize) -> Span {
    let length = text
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    start..start + length
}

/// From a byte to the first of these marks, on the same line; at least one character.
fn until(text: &str, start: usize, marks: &[char]) -> Span {
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let end = line.find(marks).map_or(line.len(), |found| {
        found + usize::from(line[found..].starts_with([';', '>']))
    });
    start..(start + end).max(at(text, start).end)
}

/// The closing tag that begins at a byte, or just before it.
fn closing_tag(text: &str, here: usize) -> Span {
    let start = text
        .get(..(here + 2).min(text.len()))
        .and_then(|before| before.rfind("</"))
        .filter(|found| here - found <= 2)
        .unwrap_or(here);
    until(text, start, &['>'])
}
