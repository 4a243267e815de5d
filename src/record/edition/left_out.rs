//! What an edition leaves out of a record, by the names that other records may use for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::anchors::action_anchor;
use crate::record::meeting::ActionReference;
use crate::record::raw::RawMeeting;

/// What an edition leaves out of a record, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Whether the edition shows nothing of the record.
    pub is_whole: bool,
    /// Whether it shows less, or otherwise, than the record holds.
    pub is_any: bool,
    /// The `id` of each action point that it does not show.
    ids: BTreeSet<String>,
    /// The anchor of each action point in the whole record, and of one with an `id` that which it would have without, with the one that
    /// it has in the edition, if it is there.
    anchors: BTreeMap<String, Option<String>>,
}

/// An action point of a record: where it stands in the file, its anchor, and, where that is an `id`, the one that it would have without.
type Located = BTreeMap<usize, (String, Option<String>)>;

impl LeftOut {
    /// What `shown` has not of the whole.
    pub(in crate::record) fn new(whole: &RawMeeting, shown: Option<&RawMeeting>) -> Self {
        let all = actions(whole);
        let left = shown.map(actions).unwrap_or_default();
        let mut left_out = Self {
            is_whole: shown.is_none(),
            is_any: true,
            ..Self::default()
        };
        for (place, (anchor, without_id)) in all {
            let now = left.get(&place).map(|(anchor, _)| anchor.clone());
            if without_id.is_some() && now.is_none() {
                left_out.ids.insert(anchor.clone());
            }
            if let Some(without_id) = without_id {
                left_out.anchors.insert(without_id, now.clone());
            }
            left_out.anchors.insert(anchor, now);
        }
        left_out
    }

    /// Whether it leaves out an action point of that `id`.
    #[must_use]
    pub fn hides_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// How the edition knows an action point of the record by its place: `None` where it does not show it. One that the record never
    /// had keeps its name, and is found nowhere.
    #[must_use]
    pub fn anchor(&self, anchor: &str) -> Option<String> {
        match self.anchors.get(anchor) {
            Some(now) => now.clone(),
            None if self.is_whole => None,
            None => Some(anchor.to_owned()),
        }
    }

    /// The name of an action point of this record, whose address is `meeting`, in the edition.
    #[must_use]
    pub fn reference(&self, meeting: &str, anchor: &str) -> Option<ActionReference> {
        let anchor = self.anchor(anchor)?;
        Some(ActionReference::Place {
            meeting: meeting.to_owned(),
            anchor,
        })
    }
}

fn actions(raw: &RawMeeting) -> Located {
    let themes = (1..).zip(raw.themes.items());
    let of_themes = themes.flat_map(|(theme, (raw, _))| {
        let actions = raw.contents().flat_map(|content| content.actions.items());
        (1..).zip(actions).map(move |(number, (action, span))| {
            let id = action.id.get().map(|id| id.trim());
            let id = id.filter(|id| !id.is_empty());
            let by_place = action_anchor(theme, number);
            let told = match id {
                Some(id) => (id.to_owned(), Some(by_place)),
                None => (by_place, None),
            };
            (span.start, told)
        })
    });
    of_themes.collect()
}
