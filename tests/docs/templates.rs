//! The templates and filters that the document of the templates lists and copies are those of the program.

use std::collections::BTreeSet;

use greffier::templates::EMBEDDED;

use super::{TEMPLATES, blocks, first_column, read};

#[test]
fn every_template_and_filter_is_documented() {
    let text = read(TEMPLATES);
    let templates: BTreeSet<String> = EMBEDDED
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(
        first_column(&text, "Remplacer un modèle", "Modèle"),
        templates
    );
    let source = read("src/templates/filters.rs");
    let filters: BTreeSet<String> = after_each(&source, "register_filter(\"").collect();
    assert_eq!(first_column(&text, "Les filtres", "Filtre"), filters);
    let forms: BTreeSet<String> = after_each(&source, "Some(\"").collect();
    let told = first_column(&text, "Les filtres", "`forme`");
    assert_eq!(
        told,
        forms.iter().map(|form| format!("\"{form}\"")).collect()
    );
}

/// What stands between each occurrence of `start` and the next quotation mark.
fn after_each<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = String> + 'a {
    let ends = text.split(start).skip(1);
    ends.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
}

/// An example that copies an embedded template must not fall behind it.
#[test]
fn the_copied_templates_are_still_the_embedded_ones() {
    let own = ["Fichier :", "partials/annexes.html"];
    for name in ["minutes.html", "partials/closing.html"] {
        let (_, embedded) = EMBEDDED
            .iter()
            .find(|(embedded, _)| *embedded == name)
            .unwrap();
        let block = blocks(TEMPLATES)
            .into_iter()
            .find(|block| block.file().as_deref() == Some(&format!("templates/{name}")))
            .expect(name);
        let mut rest = embedded.lines();
        for line in &block.lines {
            if own.iter().any(|mark| line.contains(mark)) {
                continue;
            }
            assert!(
                rest.any(|embedded| embedded == line),
                "{name} has no such line any more: {line}"
            );
        }
    }
}
