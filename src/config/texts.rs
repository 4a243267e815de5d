//! A text of the settings that stands on one line.

use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::{composed, without_unseen_ends};
use crate::record::{LONGEST_LINE, line_too_long};
use crate::toml_source::Field;

/// What stands there, composed, if it is a text on one line.
pub(super) fn text(field: &Field<String>, faults: &mut Diagnostics) -> Option<String> {
    let (text, span) = field.located()?;
    let text = without_unseen_ends(text);
    if text.is_empty() || text.contains(['\n', '\u{2028}']) {
        let (kind, title, help) = if text.is_empty() {
            (
                ConfigFault::EmptyText,
                "ce texte est vide",
                "complétez cette ligne, ou supprimez-la",
            )
        } else {
            (
                ConfigFault::TextOfLines,
                "ce texte doit tenir sur une ligne",
                "écrivez-le entre deux guillemets droits : \"…\"",
            )
        };
        faults.push(Diagnostic::new(kind, title).at(span, "").help(help));
        return None;
    }
    if text.len() > LONGEST_LINE {
        faults.push(line_too_long().at(span, ""));
        return None;
    }
    Some(composed(text))
}
