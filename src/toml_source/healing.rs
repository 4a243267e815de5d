//! What is proposed for a fault of the syntax is tried before it is said: a change after which the same fault stands at the same place
//! heals nothing, and only the writer knows what does.

use super::{Vocabulary, errors_of, invisible, syntax};
use crate::diagnostic::{Diagnostic, Proposal, Source};

/// A longer text is not read again for each of its faults.
const LONGEST: usize = 256 * 1024;
/// The changes of the first 10 faults are tried: nobody makes more at once.
const MOST_TRIED: usize = 10;

/// Drops the changes that do not heal.
pub(super) fn try_all(source: &Source, faults: &mut [Diagnostic], vocabulary: &Vocabulary) {
    if source.text.len() > LONGEST {
        return;
    }
    for fault in faults.iter_mut().take(MOST_TRIED) {
        let tried = fault.clone();
        fault.keep_changes(&|change| heals(source, &tried, change, vocabulary));
    }
}

/// Whether the fault is gone from its place once the change is made.
fn heals(source: &Source, fault: &Diagnostic, change: &Proposal, vocabulary: &Vocabulary) -> bool {
    if source.text.get(change.span.clone()).is_none() {
        // It names a part of a sign that was made blank, and is set right later.
        return true;
    }
    let mut text = source.text.clone();
    text.replace_range(change.span.clone(), &change.replacement);
    let changed = Source {
        name: source.name.clone(),
        text,
    };
    let (seen, _) = invisible::made_blank(&changed.text);
    let (left, _) = syntax::found(&changed, &errors_of(&seen), vocabulary);
    let place = |fault: &Diagnostic| fault.spots.first().map(|spot| spot.span.start);
    !left
        .iter()
        .any(|other| other.code == fault.code && place(other) == place(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_source::TomlFault;

    #[test]
    fn what_leaves_the_fault_is_not_proposed() {
        let source = Source {
            name: String::new(),
            text: "date 1\n".to_owned(),
        };
        for (replacement, is_kept) in [("date = 1", true), ("date 2", false), ("", true)] {
            let fault = Diagnostic::new(TomlFault::NoEquals, "").at(0..6, "");
            let mut faults = [fault.proposal(0..6, replacement)];
            try_all(&source, &mut faults, &Vocabulary::NONE);
            assert_eq!(faults[0].proposals.is_empty(), !is_kept, "{replacement}");
        }
    }
}
