//! What is odd in `greffier.toml` without being wrong: what the sentences of the minutes cannot take, or will not print.

use super::raw::RawConfig;
use super::{signatures, zone};
use crate::config::ConfigDoubt;
use crate::diagnostic::Diagnostic;
use crate::french::phrases::town_remedy;
use crate::record::{HeadForm, body_phrase_doubt, place_doubt, remedied};

/// All the doubts of the settings, in no particular order.
pub(super) fn doubts(raw: &RawConfig) -> impl Iterator<Item = Diagnostic> {
    // A grid has no sentence around the place.
    let is_in_sentence = raw.head.get() != Some(&HeadForm::Grid);
    let town = Diagnostic::new(
        ConfigDoubt::TownWithMore,
        "il faut ici la ville seule : le programme écrit « Fait à »",
    );
    [
        nameless(raw),
        body_phrase_doubt(&raw.body_phrase),
        place_doubt(&raw.place).filter(|_| is_in_sentence),
        remedied(town, &raw.signed_at, town_remedy),
        signatures::unsigned(&raw.signatures, &raw.signed_at),
        zone::unknown(raw),
    ]
    .into_iter()
    .flatten()
}

/// A body that the opening formula cannot name.
fn nameless(raw: &RawConfig) -> Option<Diagnostic> {
    let (_, span) = raw.body.located().filter(|_| raw.body_phrase.is_absent())?;
    Some(
        Diagnostic::new(ConfigDoubt::UnnamedBody, "la formule d’ouverture ne nommera pas l’instance")
            .at(span, "")
            .help("ajoutez l’instance avec son article : instance_avec_de = \"du …\", \"de la …\" ou \"de l’…\""),
    )
}
