//! Keys of the format below `[extra]`: in TOML a line belongs to the last block above it, and only templates read this one.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::record::RecordDoubt;
use crate::record::edition::VISIBILITY;
use crate::record::raw::RawMeeting;
use crate::record::vocabulary::VOCABULARY;
use crate::toml_source::Field;

/// Said once, at all of them.
pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some(extra) = raw.extra.get() else {
        return;
    };
    let is_of_format = |key: &str| key != VISIBILITY && VOCABULARY.top_keys.contains(&key);
    let alike = extra.0.iter().filter(|(key, _)| is_of_format(key));
    let mut places: Vec<_> = alike.filter_map(|(_, value)| Field::span(value)).collect();
    places.sort_by_key(|span| span.start);
    if places.is_empty() {
        return;
    }
    let doubt = Diagnostic::new(
        RecordDoubt::KeyOfFormatInExtra,
        "sous [extra], cette clé du format n’est lue que par vos modèles",
    );
    let help = "placez cette ligne avant [extra], ou donnez à votre clé un autre nom";
    doubts.push(super::at_all(doubt, places).help(help));
}
