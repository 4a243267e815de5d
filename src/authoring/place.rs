//! Where a new meeting is held and by whom it is received, as far as the series tells.

use super::Beginning;
use crate::french::folding::fold;
use crate::french::phrases::undecided;
use crate::record::{NextMeeting, is_placeholder};

/// What says that a place, or a host, is the one of last time, folded.
const SAME: [&str; 19] = [
    "memelieu",
    "aumemelieu",
    "memeendroit",
    "aumemeendroit",
    "memeadresse",
    "alamemeadresse",
    "memesalle",
    "lamemesalle",
    "danslamemesalle",
    "memeslocaux",
    "danslesmemeslocaux",
    "memehote",
    "lieuhabituel",
    "aulieuhabituel",
    "endroithabituel",
    "alendroithabituel",
    "sallehabituelle",
    "idem",
    "commedhabitude",
];

/// Whether a text only says that it is as last time: *même lieu*, *idem*.
fn says_same(text: &str) -> bool {
    SAME.contains(&fold(text).as_str())
}

/// What the latest meeting announces, if that is the new one.
pub(super) fn announced<'a>(beginning: &Beginning<'a>) -> Option<&'a NextMeeting> {
    let next = beginning.latest?.1.next.as_ref()?;
    (next.date == Some(beginning.date)).then_some(next)
}

/// Whether another place than the usual one is announced.
pub(super) fn is_elsewhere(next: &NextMeeting) -> bool {
    next.place.as_deref().is_some_and(|place| !says_same(place))
}

/// Where the new meeting is announced; where the latest one was, unless another host receives it.
pub(super) fn place<'a>(beginning: &Beginning<'a>) -> Option<&'a str> {
    let announced = announced(beginning);
    let usual = || {
        let (_, latest) = beginning.latest?;
        let place = latest.place.as_deref()?;
        (!says_same(place) && !is_placeholder(place)).then_some(place)
    };
    let has_host = announced.is_some_and(|next| {
        let host = next.host.as_deref();
        host.is_some_and(|host| !says_same(host))
    });
    match announced.and_then(|next| next.place.as_deref()) {
        Some(place) if !says_same(place) => Some(place),
        None if has_host => None,
        _ => usual(),
    }
}

/// Whether the place of the new meeting is known of those before it.
#[must_use]
pub fn takes_place(beginning: &Beginning<'_>) -> bool {
    place(beginning).is_some_and(|place| undecided(place, "lieu").is_none())
}

/// Who is announced to receive the new meeting, where that is known.
pub(super) fn host<'a>(beginning: &Beginning<'a>) -> Option<&'a str> {
    let host = announced(beginning)?.host.as_deref()?;
    (!says_same(host) && undecided(host, "hôte").is_none()).then_some(host)
}

/// Whether the one who received the latest meeting receives the new one too, as it says.
pub(super) fn has_same_host(beginning: &Beginning<'_>) -> bool {
    let host = announced(beginning).and_then(|next| next.host.as_deref());
    host.is_some_and(says_same)
}
