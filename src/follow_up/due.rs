//! When an action point is due, as a record says it.

use crate::record::{DueDate, is_placeholder};

/// Whether a due date is more than a sign that one is to be written.
pub(super) fn is_written(due: &DueDate) -> bool {
    !matches!(due, DueDate::Words(words) if is_placeholder(words))
}
