//! Who signs the minutes, and where.

use super::choices::Signatory;
use crate::config::{ConfigDoubt, ConfigFault};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::toml_source::Field;

/// Those who sign, in the order of the file; each once.
pub(super) fn signatures(
    list: &Field<Vec<Field<Signatory>>>,
    faults: &mut Diagnostics,
) -> Vec<Signatory> {
    let mut signatories = Vec::new();
    for (signatory, span) in list.items() {
        if signatories.contains(signatory) {
            faults.push(
                Diagnostic::new(
                    ConfigFault::RepeatedSignature,
                    "cette signature est demandée deux fois",
                )
                .at(span, "")
                .help("supprimez l’une des deux"),
            );
        } else {
            signatories.push(*signatory);
        }
    }
    signatories
}

/// A place of signature that nobody signs at.
pub(super) fn unsigned(
    list: &Field<Vec<Field<Signatory>>>,
    place: &Field<String>,
) -> Option<Diagnostic> {
    let (_, span) = place.located()?;
    let is_signed = list.span().is_some() && list.get().is_none_or(|list| !list.is_empty());
    (!is_signed).then(|| {
        Diagnostic::new(
            ConfigDoubt::UnsignedTown,
            "cette ville ne sera pas imprimée : personne ne signe",
        )
        .at(span, "")
        .help("ajoutez signatures = [\"présidence\", \"rédaction\"], ou supprimez cette ligne")
    })
}
