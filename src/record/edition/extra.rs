//! Keys of the user's own: a group that has a `visibilite` is shown as far as that says, a text as its marks say.

use super::hiding::Hiding;
use super::marks::misplaced_in;
use super::paragraphs;
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::french::folding::as_seen;
use crate::record::RecordFault;
use crate::record::raw::Edition;
use crate::toml_source::{Field, FreeKeys, FreeValue};

/// The key that says for whom a group is.
pub(in crate::record) const VISIBILITY: &str = "visibilite";

/// The keys that an edition shows.
pub(crate) fn free_keys_of(edition: Edition, keys: &FreeKeys) -> FreeKeys {
    let mut shown = keys.clone();
    match shows(&mut shown, edition) {
        true => shown,
        false => FreeKeys::default(),
    }
}

/// What is meant to be kept back, and would be shown: a mark that no paragraph begins with, a `visibilite` that names no edition.
pub(crate) fn faults_of_free_keys(source: &Source, keys: &FreeKeys, faults: &mut Diagnostics) {
    for (text, span) in keys.texts() {
        misplaced_in(source, text, &span, Hiding::Mark, faults);
    }
    for group in keys.groups() {
        let mark = group.0.get(VISIBILITY).filter(|mark| least(mark).is_none());
        if let Some(Field::Given(span, _)) = mark {
            let fault = Diagnostic::new(
                RecordFault::UnknownEdition,
                "cette visibilité n’est celle d’aucune édition",
            );
            let help = "écrivez \"publique\", \"membres\" ou \"interne\" : sous [extra] aussi, `visibilite` dit qui lit ce groupe";
            faults.push(fault.at(span.clone(), "").help(help));
        }
    }
}

pub(super) fn leave_out(extra: &mut Field<FreeKeys>, edition: Edition) {
    if let Field::Given(_, keys) = extra
        && !shows(keys, edition)
    {
        *extra = Field::Absent;
    }
}

/// The least edition that shows what bears this mark.
fn least(mark: &Field<FreeValue>) -> Option<Edition> {
    let Some(FreeValue::Text(word)) = mark.get() else {
        return None;
    };
    let word = as_seen(word);
    let editions = [Edition::Public, Edition::Members, Edition::Internal];
    editions.into_iter().find(|edition| edition.word() == word)
}

/// Whether the edition shows something of that group: what it does not show of it is gone.
fn shows(keys: &mut FreeKeys, edition: Edition) -> bool {
    let least = keys.0.get(VISIBILITY).and_then(least);
    if least.is_some_and(|least| least > edition) {
        return false;
    }
    keys.0.retain(|_, value| is_shown(value, edition));
    true
}

fn is_shown(value: &mut Field<FreeValue>, edition: Edition) -> bool {
    let Field::Given(_, value) = value else {
        return true;
    };
    match value {
        FreeValue::Text(text) => match paragraphs::shown(text, edition) {
            Some(shown) => {
                *text = shown;
                !text.trim().is_empty()
            }
            None => true,
        },
        FreeValue::List(items) => {
            items.retain_mut(|item| is_shown(item, edition));
            true
        }
        FreeValue::Group(keys) => shows(keys, edition),
        FreeValue::Whole(_) | FreeValue::Decimal(_) | FreeValue::Truth(_) => true,
    }
}
