//! Choices → a style sheet within its bounds, the ends of which come often.

use std::fmt::Write;

use greffier::diagnostic::Source;
use greffier::print::style::StyleSheet;
use greffier::toml_source::FileState;

use super::choices::Choices;
use super::xhtml::{CLASSES, COLUMNS};

const PAGES: &[&str] = &[
    "format = \"A4\"",
    "format = \"A5\"\norientation = \"paysage\"\nresserrement = 50",
    "largeur = 70\nhauteur = 70\nmarges = { haut = 15, droite = 15, bas = 15, gauche = 15 }\nresserrement = 0",
    "largeur = 80\nhauteur = 1200\nmarges = { haut = 10, droite = 0, bas = 11, gauche = 40 }",
    "largeur = 1200\nhauteur = 80\nmarges = { haut = 20, droite = 0, bas = 20, gauche = 0 }",
];

const ELEMENTS: &[&str] = &[
    "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "table", "td", "th", "tr", "div", "caption",
    "img", "hr", "b", "strong", "em", "sup", "a", "span", "colonnes", "header", "footer",
];

/// Keys of a rule with values from end to end of what is allowed, but `adresse`, which adds to the text.
const KEYS: &[(&str, &[&str])] = &[
    ("taille", &["9", "4", "72", "20"]),
    ("proportion", &["90", "30", "300"]),
    ("interligne", &["1.3", "0.8", "3"]),
    ("gras", &["true", "false"]),
    ("italique", &["true", "false"]),
    (
        "alignement",
        &["\"gauche\"", "\"droite\"", "\"centre\"", "\"justifie\""],
    ),
    ("cesure", &["true", "false"]),
    ("avant", &["4", "0", "200"]),
    ("apres", &["4", "0", "200"]),
    ("retrait", &["10", "0", "60", "200"]),
    ("retrait_de_liste", &["12", "0", "60", "200"]),
    ("avec_le_suivant", &["true", "false"]),
    ("insecable", &["true", "false"]),
    ("orientation", &["\"paysage\"", "\"portrait\""]),
    ("marge_verticale", &["3", "0", "60", "200"]),
    ("marge_horizontale", &["3", "0", "60", "200"]),
    ("fond", &["\"#eeeeee\""]),
    ("filets", &["\"grille\"", "\"lignes\"", "\"aucun\""]),
    ("epaisseur", &["0.5", "0", "10"]),
    ("colonnes", &["2", "1", "3", "4"]),
    ("gouttiere", &["12", "0", "200"]),
    ("largeur", &["60", "1", "500"]),
    ("hauteur", &["20", "1", "500"]),
    ("pleine_largeur", &["true", "false"]),
    ("puce", &["\"carre\"", "\"tiret\"", "\"aucune\""]),
];

/// What differs from the embedded sheet.
pub(crate) fn toml(choices: &mut Choices<'_>) -> String {
    let mut toml = format!("[page]\n{}\n", choices.pick(PAGES));
    let names: Vec<&str> = ELEMENTS.iter().chain(CLASSES).copied().collect();
    for name in names {
        if !choices.one_in(3) {
            continue;
        }
        let _ = writeln!(toml, "[styles.{name}]");
        let mut is_sized = false;
        for (key, values) in KEYS {
            if !choices.one_in(4) {
                continue;
            }
            // A size is said in one way.
            if matches!(*key, "taille" | "proportion") && std::mem::replace(&mut is_sized, true) {
                continue;
            }
            let _ = writeln!(toml, "{key} = {}", choices.pick(values));
        }
    }
    for name in COLUMNS {
        let (least, most) = [(0, 100), (5, 10), (50, 60), (100, 100), (0, 0)][choices.below(5)];
        let _ = writeln!(toml, "[colonnes.{name}]\nmin = {least}\nmax = {most}");
    }
    toml
}

#[track_caller]
pub(crate) fn sheet(toml: &str) -> StyleSheet {
    let source = Source {
        name: "style.toml".into(),
        text: toml.to_owned(),
    };
    let reading = StyleSheet::read(&source, &|_| FileState::Missing);
    reading
        .sheet
        .unwrap_or_else(|| panic!("{:?}\n{toml}", reading.diagnostics))
}
