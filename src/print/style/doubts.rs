//! What is odd in a style sheet without being wrong. Never blocking.

use super::StyleSheet;
use super::contrast::{contrast, too_pale};
use super::raw::RawSheet;
use crate::diagnostic::{Diagnostic, Diagnostics, suggestion};
use crate::print::style::StyleDoubt;

/// The doubts about a sheet that came out as `sheet`, laid over `base`.
pub(super) fn doubts(raw: &RawSheet, sheet: &StyleSheet, base: &StyleSheet) -> Vec<Diagnostic> {
    let mut doubts = Diagnostics::default();
    pale_texts(raw, sheet, &mut doubts);
    unknown_names(raw, base, &mut doubts);
    mixed_families(raw, &mut doubts);
    doubts.into_vec()
}

/// Only what this sheet itself colours is reported.
fn pale_texts(raw: &RawSheet, sheet: &StyleSheet, doubts: &mut Diagnostics) {
    let running = raw.text.get().and_then(|text| text.color.span());
    let running = running.map(|span| ("", span));
    let rules = raw.styles.get().into_iter().flatten();
    let colored = rules.filter_map(|(name, rule)| {
        let rule = rule.get()?;
        let span = rule.color.span().or(rule.background.span())?;
        Some((name.as_str(), span))
    });
    for (name, span) in running.into_iter().chain(colored) {
        if let Some((text, behind)) = too_pale(sheet, name) {
            let ratio = format!("{:.1}", contrast(text, behind)).replace('.', ",");
            let title = format!(
                "ce texte se lira mal : contraste de {ratio} entre {} et {}",
                text.hexadecimal(),
                behind.hexadecimal()
            );
            doubts.push(
                Diagnostic::new(StyleDoubt::WeakContrast, title)
                    .at(span, "")
                    .help("il en faut 4,5 : prenez un texte plus foncé ou un fond plus clair"),
            );
        }
    }
}

/// A name that is almost one of ours is probably misspelt; any other may be a class of the user's own templates.
fn unknown_names(raw: &RawSheet, base: &StyleSheet, doubts: &mut Diagnostics) {
    let styles = raw.styles.get().into_iter().flatten();
    let styles = styles.map(|(name, rule)| (name, rule.span(), base.rules.keys().collect()));
    let columns = raw.columns.get().into_iter().flatten();
    let columns =
        columns.map(|(name, column)| (name, column.span(), base.columns.keys().collect()));
    for (name, span, known) in styles.chain(columns) {
        let known: Vec<&String> = known;
        let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
        if known.contains(&name.as_str()) {
            continue;
        }
        if let (Some(near), Some(span)) = (suggestion(name, &known), span) {
            let title = format!("`{name}` n’est pas un nom de la feuille du programme");
            doubts.push(
                Diagnostic::new(StyleDoubt::UnknownName, title)
                    .at(span, "")
                    .help(format!("vouliez-vous dire `{near}` ?"))
                    .help("si c’est une classe de vos modèles, tout va bien"),
            );
        }
    }
}

/// A face that is not given stays that of the embedded family, which shows on the page.
fn mixed_families(raw: &RawSheet, doubts: &mut Diagnostics) {
    let Some(fonts) = raw.fonts.get() else {
        return;
    };
    let faces = [
        ("normal", &fonts.regular),
        ("gras", &fonts.bold),
        ("italique", &fonts.italic),
        ("gras_italique", &fonts.bold_italic),
    ];
    let given = faces.iter().find_map(|(_, file)| file.span());
    let missing: Vec<&str> = faces
        .iter()
        .filter(|(_, file)| file.is_absent())
        .map(|(key, _)| *key)
        .collect();
    if let (Some(given), false) = (given, missing.is_empty()) {
        doubts.push(
            Diagnostic::new(
                StyleDoubt::MixedFonts,
                "deux polices seront mêlées : celle-ci et celle du programme",
            )
            .at(given, "")
            .help(format!("donnez aussi : {}", missing.join(", "))),
        );
    }
}
