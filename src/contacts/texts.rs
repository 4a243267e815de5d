//! What the keys of the file share: a text on one line, an address that is none.

use super::address::within;
use super::{ContactFault, quoted};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::{composed, without_unseen_ends};
use crate::toml_source::Field;

/// A text on one line.
pub(super) fn line(field: &Field<String>, faults: &mut Diagnostics) -> Option<String> {
    let (text, span) = field.located()?;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        let fault = Diagnostic::new(ContactFault::EmptyText, "ce texte est vide").at(span, "");
        faults.push(fault.help("complétez-le, ou supprimez-le"));
        return None;
    }
    Some(composed(without_unseen_ends(&words.join(" "))))
}

/// What is wrong with a text that is typed as an address.
pub(super) fn not_an_address(typed: &str, span: Span) -> Diagnostic {
    let fault = Diagnostic::new(
        ContactFault::AddressForm,
        "ceci n’est pas une adresse de courriel",
    )
    .at(span.clone(), "");
    match within(typed) {
        Some(address) => {
            let better = quoted(address);
            fault
                .help(format!("écrivez l’adresse seule : {better}"))
                .proposal(span, better)
        }
        None => fault
            .help("une adresse s’écrit nom@example.org, sans espace ni accent, une par élément de la liste"),
    }
}
