//! The end of a record: annexes and links.

use std::collections::BTreeMap;

use super::AnnexFile;
use super::meeting::{Annex, AnnexTarget, Link};
use super::raw::{RawAnnex, RawAnnexTable, RawClosing};
use super::texts::{address_meant, line, require_allowed_address, required_line};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::one_form;
use crate::record::RecordFault;
use crate::toml_source::{PathWords, fault_of_path, path_meant};

/// Annexes: a file must exist in the project, an address must be allowed, and no two files may have the same name.
pub(super) fn annexes(
    closing: &RawClosing,
    annex_file: &dyn Fn(&str) -> AnnexFile,
    faults: &mut Diagnostics,
) -> Vec<Annex> {
    let mut result = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (annex, span) in closing.annexes.items() {
        match annex {
            RawAnnex::Title(title) if line(title).is_empty() => {
                faults.push(
                    Diagnostic::new(RecordFault::EmptyAnnex, "cette annexe est vide")
                        .at(span, "")
                        .help("écrivez son titre, ou supprimez-la"),
                );
            }
            RawAnnex::Title(title) => result.push(Annex {
                title: line(title),
                target: AnnexTarget::None,
            }),
            RawAnnex::Full(table) => {
                let title = required_line(
                    &table.title,
                    &span,
                    "le titre de cette annexe",
                    "titre",
                    faults,
                );
                let target = annex_target(table, annex_file, &mut names, faults);
                result.extend(
                    title
                        .zip(target)
                        .map(|(title, target)| Annex { title, target }),
                );
            }
        }
    }
    result
}

fn annex_target(
    table: &RawAnnexTable,
    annex_file: &dyn Fn(&str) -> AnnexFile,
    names: &mut BTreeMap<String, String>,
    faults: &mut Diagnostics,
) -> Option<AnnexTarget> {
    if let (Some((_, file)), Some((_, link))) = (table.file.located(), table.link.located()) {
        faults.push(
            Diagnostic::new(
                RecordFault::AnnexFileAndLink,
                "une annexe a un fichier ou un lien, pas les deux",
            )
            .at(link, "")
            .at(file, "")
            .help("écrivez deux annexes, ou gardez l’un des deux"),
        );
        return None;
    }
    if let Some((link, span)) = table.link.located() {
        let allowed = require_allowed_address(link, span, faults);
        return allowed.then(|| AnnexTarget::Link(address_meant(link)));
    }
    let Some((path, span)) = table.file.located() else {
        return Some(AnnexTarget::None);
    };
    let path = path_meant(path, annex_file);
    if let Some(fault) = fault_of_path(path, &span, ANNEX_WORDS, annex_file) {
        faults.push(fault);
        return None;
    }
    // Copied under one form of its name, whatever the disk and the record have.
    let path = one_form(path);
    let name = path.rsplit('/').next().unwrap_or(&path).to_lowercase();
    match names.insert(name, path.clone()) {
        Some(other) if other != path => {
            faults.push(
                Diagnostic::new(RecordFault::AnnexesOfOneName, format!("deux annexes différentes portent le même nom de fichier : « {other} » et « {path} »"))
                    .at(span, "")
                    .help("renommez l’un des deux fichiers : ils sont copiés dans un même dossier"),
            );
            None
        }
        _ => Some(AnnexTarget::File(path)),
    }
}

const ANNEX_WORDS: PathWords = PathWords {
    example: "annexes/rapport.pdf",
    missing_help: "le chemin part du dossier de ce compte rendu ; vérifiez le nom, les majuscules et l’extension",
    outside_help: "copiez le fichier à côté du compte rendu, puis écrivez par exemple \"annexes/rapport.pdf\"",
};

/// The links at the end.
pub(super) fn links(closing: &RawClosing, faults: &mut Diagnostics) -> Vec<Link> {
    let mut result = Vec::new();
    for (raw, span) in closing.links.items() {
        let text = required_line(&raw.text, &span, "le texte de ce lien", "texte", faults);
        let address = required_line(
            &raw.address,
            &span,
            "l’adresse de ce lien",
            "adresse",
            faults,
        );
        let (Some(text), Some(address), Some(place)) = (text, address, raw.address.span()) else {
            continue;
        };
        if require_allowed_address(&address, place, faults) {
            let address = address_meant(&address);
            result.push(Link { text, address });
        }
    }
    result
}
