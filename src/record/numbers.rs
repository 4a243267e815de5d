//! Whole numbers between bounds.

use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::record::RecordFault;
use crate::toml_source::Field;

/// Between what a number lies, and how a fault names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// *le nombre de femmes*.
    pub(super) what: &'static str,
    pub(super) help: &'static str,
    pub(super) least: u32,
    pub(super) most: u32,
}

/// A number that may be missing.
pub(super) fn count(field: &Field<i64>, bounds: &Bounds, faults: &mut Diagnostics) -> Option<u32> {
    let Bounds {
        what,
        help,
        least,
        most,
    } = bounds;
    let (number, span) = field.located()?;
    let number = u32::try_from(*number).ok();
    let sound = number.filter(|number| (*least..=*most).contains(number));
    if sound.is_none() {
        faults.push(
            Diagnostic::new(
                RecordFault::NumberOutOfBounds,
                format!("{what} va ici de {least} à {most}"),
            )
            .at(span, "")
            .help(*help),
        );
    }
    sound
}

/// A number that must be there, in a group of that place; `key` is its key.
pub(super) fn required_count(
    field: &Field<i64>,
    bounds: &Bounds,
    key: &str,
    group: &Span,
    faults: &mut Diagnostics,
) -> Option<u32> {
    if field.is_absent() {
        faults.push(
            Diagnostic::new(
                RecordFault::MissingNumber,
                format!("{} manque", bounds.what),
            )
            .at(group.clone(), "")
            .help(format!("ajoutez la clé `{key}` : {key} = 9")),
        );
    }
    count(field, bounds, faults)
}
