//! All kinds of fault and doubt of the program, room by room.

use greffier::archive::ArchiveFault;
use greffier::config::{ConfigDoubt, ConfigFault};
use greffier::contacts::{ContactDoubt, ContactFault};
use greffier::diagnostic::{Kind, Severity};
use greffier::document::DocumentFault;
use greffier::follow_up::{FollowUpDoubt, FollowUpFault};
use greffier::print::style::{StyleDoubt, StyleFault};
use greffier::record::{RecordDoubt, RecordFault};
use greffier::templates::{TemplateDoubt, TemplateFault};
use greffier::toml_source::TomlFault;

/// A kind as the reference lists it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// The room that finds it.
    pub(crate) room: &'static str,
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) meaning: &'static str,
}

/// All of them, in the order of the reference.
pub(crate) fn all() -> Vec<Listed> {
    [
        of::<TomlFault>("toml_source"),
        of::<RecordFault>("record"),
        of::<RecordDoubt>("record"),
        of::<FollowUpFault>("follow_up"),
        of::<FollowUpDoubt>("follow_up"),
        of::<ConfigFault>("config"),
        of::<ConfigDoubt>("config"),
        of::<ContactFault>("contacts"),
        of::<ContactDoubt>("contacts"),
        of::<StyleFault>("style"),
        of::<StyleDoubt>("style"),
        of::<ArchiveFault>("archive"),
        of::<TemplateFault>("templates"),
        of::<TemplateDoubt>("templates"),
        of::<DocumentFault>("document"),
    ]
    .concat()
}

fn of<K: Kind>(room: &'static str) -> Vec<Listed> {
    let listed = |kind: &K| Listed {
        room,
        severity: K::SEVERITY,
        code: kind.code(),
        meaning: kind.meaning(),
    };
    K::ALL.iter().map(listed).collect()
}
