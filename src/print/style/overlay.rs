//! What a sheet says, laid over another: each value judged, what it does not say kept.

use super::properties::RawRule;
use super::raw::{Named, Orientation, RawColumn, RawFonts, RawPage, RawSheet, RawWatermark};
use super::values::{ANGLE, SHARE, WATERMARK_SIZE, color, number, percent, points};
use super::{ColumnBounds, FontFiles, Rule, StyleSheet, Watermark, paper};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::slug;
use crate::print::style::StyleFault;
use crate::toml_source::{Field, FileState, PathWords, fault_of_path, path_meant};

/// The sheet that was asked for. It is sound only if no fault was added.
pub(super) fn overlay(
    raw: &RawSheet,
    held: Option<Orientation>,
    base: &StyleSheet,
    font_file: &dyn Fn(&str) -> FileState,
    faults: &mut Diagnostics,
) -> StyleSheet {
    let mut sheet = base.clone();
    let unsaid = RawPage::default();
    sheet.page = paper::page(raw.page.get().unwrap_or(&unsaid), held, base.page, faults);
    if let Some(raw) = raw.fonts.get() {
        sheet.fonts = fonts(raw, font_file, faults);
    }
    if let Some(raw) = raw.text.get() {
        sheet.base = raw.over(base.base, faults);
    }
    if let Some(raw) = raw.watermark.get() {
        sheet.watermark = watermark(raw, base.watermark, faults);
    }
    for (name, raw) in named(&raw.styles, faults) {
        let lower = base.rules.get(name).copied().unwrap_or_default();
        let rule = rule(raw, faults).over(lower);
        sheet.rules.insert(name.to_owned(), rule);
    }
    for (name, raw) in named(&raw.columns, faults) {
        let bounds = column(raw, base.columns.get(name).copied(), faults);
        sheet.columns.insert(name.to_owned(), bounds);
    }
    sheet
}

/// The sound groups of a table of groups, by the names that the templates give them.
fn named<'a, T>(groups: &'a Named<T>, faults: &mut Diagnostics) -> Vec<(&'a str, &'a T)> {
    let mut sound = Vec::new();
    for (name, group) in groups.get().into_iter().flatten() {
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        match group.located() {
            Some((_, span)) if !is_name || name.is_empty() => faults.push(
                Diagnostic::new(
                    StyleFault::NameForm,
                    format!("« {name} » ne peut être ni un élément ni une classe"),
                )
                .at(span, "")
                .help(match slug(name).as_str() {
                    "" => {
                        "ces noms s’écrivent en minuscules sans accent, chiffres et traits d’union"
                            .into()
                    }
                    slug => format!("écrivez {slug}"),
                }),
            ),
            Some((group, _)) => sound.push((name.as_str(), group)),
            None => {}
        }
    }
    sound
}

const FONT_WORDS: PathWords = PathWords {
    example: "polices/NotoSans-Regular.ttf",
    missing_help: "le chemin part du dossier du projet ; vérifiez le nom, les majuscules et l’extension",
    outside_help: "copiez le fichier dans le projet, puis écrivez par exemple \"polices/NotoSans-Regular.ttf\"",
};

fn fonts(
    raw: &RawFonts,
    font_file: &dyn Fn(&str) -> FileState,
    faults: &mut Diagnostics,
) -> FontFiles {
    let mut file = |field: &Field<String>| {
        let (path, span) = field.located()?;
        let path = path_meant(path, font_file);
        match fault_of_path(path, &span, FONT_WORDS, font_file) {
            None => Some(path.to_owned()),
            Some(fault) => {
                faults.push(fault);
                None
            }
        }
    };
    FontFiles {
        regular: file(&raw.regular),
        bold: file(&raw.bold),
        italic: file(&raw.italic),
        bold_italic: file(&raw.bold_italic),
    }
}

fn watermark(raw: &RawWatermark, base: Watermark, faults: &mut Diagnostics) -> Watermark {
    Watermark {
        size: points(&raw.size, WATERMARK_SIZE, faults).unwrap_or(base.size),
        color: color(&raw.color, faults).unwrap_or(base.color),
        angle: number(&raw.angle, ANGLE, faults).unwrap_or(base.angle),
    }
}

fn rule(raw: &RawRule, faults: &mut Diagnostics) -> Rule {
    if let (Some((_, size)), Some((_, scale))) = (raw.size.located(), raw.scale.located()) {
        faults.push(
            Diagnostic::new(
                StyleFault::SizeAndScale,
                "une taille s’écrit en points ou en proportion, pas les deux",
            )
            .at(scale, "")
            .at(size, "")
            .help("gardez taille ou proportion"),
        );
    }
    raw.read(faults)
}

fn column(raw: &RawColumn, base: Option<ColumnBounds>, faults: &mut Diagnostics) -> ColumnBounds {
    let base = base.unwrap_or_default();
    let bounds = ColumnBounds {
        least: percent(&raw.least, SHARE, faults).unwrap_or(base.least),
        most: percent(&raw.most, SHARE, faults).unwrap_or(base.most),
    };
    if bounds.least > bounds.most
        && let Some((_, place)) = raw.least.located().or(raw.most.located())
    {
        let of = |share: f64| (share * 100.0).round();
        faults.push(
            Diagnostic::new(
                StyleFault::LeastAboveMost,
                format!(
                    "le min de cette colonne, {} %, dépasse son max, {} %",
                    of(bounds.least),
                    of(bounds.most)
                ),
            )
            .at(place, "")
            .help("écrivez les deux : min = 20 et max = 35, par exemple"),
        );
    }
    bounds
}
