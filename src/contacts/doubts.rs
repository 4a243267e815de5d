//! What is odd in `contacts.toml` without being wrong.

use super::raw::RawContacts;
use super::{ContactDoubt, Contacts, quoted};
use crate::diagnostic::Diagnostic;
use crate::toml_source::Field;

/// All of it, in no particular order.
pub(super) fn doubts(raw: &RawContacts, contacts: &Contacts) -> Vec<Diagnostic> {
    let people = raw.people.items().map(|(person, _)| &person.organisation);
    let organisations = people.filter_map(Field::located);
    let unknown = organisations.filter(|(name, _)| contacts.organisation(name).is_none());
    let doubts = unknown.map(|(name, span)| {
        Diagnostic::new(
            ContactDoubt::UnknownOrganisation,
            format!("« {} » n’est pas parmi les organisations", name.trim()),
        )
        .at(span, "")
        .help(format!(
            "ajoutez un bloc [[organisations]] avec nom = {}, ou corrigez ce nom",
            quoted(name.trim())
        ))
    });
    doubts.collect()
}
