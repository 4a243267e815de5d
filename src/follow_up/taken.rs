//! The action points that a meeting took, as it took them.

use serde::{Deserialize, Serialize};

use super::due::is_written;
use super::{Owners, Standing};
use crate::record::{ActionStatus, DueDate, Meeting, Theme, action_anchor, is_placeholder};
use crate::texts::Texts;

/// The action points that a meeting took. A large archive has a hundred thousand of them: the texts of a meeting's are held as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllTaken {
    rows: Vec<Row>,
    texts: Texts,
    /// Each that one of them has; what many have stands there once.
    statuses: Vec<ActionStatus>,
    dues: Vec<DueDate>,
}

/// What there is of one beside its texts: the numbers of these, of its status and of when it is due. Those of one theme share the number
/// of its title, those of one part of it that of the part's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    has_id: bool,
    /// Which of the themes it was taken in, and which of the action points of that theme it is, both from 1.
    place: (u32, u32),
    due: Option<u32>,
    status: Option<u32>,
    theme: u32,
    /// As the theme, where it was taken in no part.
    part: u32,
    /// Its anchor; then come its number, what is to be done, and each owner.
    anchor: u32,
    owners: u32,
}

/// An action point, as the meeting took it. Texts stand as typed.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// Its anchor in the page of its meeting.
    pub anchor: &'a str,
    /// Whether that is an `id` of the record, and so its name in the series.
    pub has_id: bool,
    /// Its number, if it has one.
    pub number: Option<&'a str>,
    /// The title of its theme.
    pub theme: &'a str,
    /// The title of the part of that theme, if it was taken in one.
    pub part: Option<&'a str>,
    /// What is to be done, markup.
    pub text: &'a str,
    /// Who is to do it; of the theme or the part as a whole where the action names nobody.
    pub owners: Owners<'a>,
    /// By when.
    pub due: Option<&'a DueDate>,
    /// How far it was.
    pub status: Option<&'a ActionStatus>,
}

impl AllTaken {
    /// Those of a meeting.
    pub(super) fn of(meeting: &Meeting) -> Self {
        let mut all = Self::default();
        for (rank, theme) in (1..).zip(&meeting.themes) {
            all.take(rank, theme);
        }
        all.rows.shrink_to_fit();
        all.texts.shrink();
        all.statuses.shrink_to_fit();
        all.dues.shrink_to_fit();
        all
    }

    fn take(&mut self, rank: usize, theme: &Theme) {
        let of_content = theme.contents_by_part().enumerate();
        let of_content = of_content.flat_map(|(place, (part, content))| {
            let actions = content.actions.iter();
            actions.map(move |action| (place, part, content, action))
        });
        let mut of_theme = None;
        let mut of_part = None;
        for (number, (place, part, content, action)) in (1..).zip(of_content) {
            // What is left to be written is nothing to do yet; those after it keep their places.
            if is_placeholder(&action.text) {
                continue;
            }
            let texts = &mut self.texts;
            let theme = *of_theme.get_or_insert_with(|| texts.push(&theme.title));
            let part = match of_part {
                Some((known, title)) if known == place => title,
                _ => part.map_or(theme, |part| texts.push(part)),
            };
            of_part = Some((place, part));
            let anchor = match &action.id {
                Some(id) => texts.push(id),
                None => texts.push(&action_anchor(rank, number)),
            };
            texts.push_any(action.number.as_deref());
            texts.push(&action.text);
            let owners = match action.owners.is_empty() {
                true => &content.owners,
                false => &action.owners,
            };
            let owners = owners.iter().filter(|owner| !is_placeholder(owner));
            let mut count = 0;
            for owner in owners {
                texts.push(owner);
                count += 1;
            }
            // No record has so many.
            let [of_theme, of_action] = [rank, number].map(|one| u32::try_from(one).unwrap_or(0));
            self.rows.push(Row {
                has_id: action.id.is_some(),
                place: (of_theme, of_action),
                due: numbered(
                    &mut self.dues,
                    action.due.as_ref().filter(|due| is_written(due)),
                ),
                status: numbered(&mut self.statuses, action.status.as_ref()),
                theme,
                part,
                anchor,
                owners: count,
            });
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Taken<'_>> {
        (0..self.len()).map(|rank| self.get(rank))
    }

    /// That of this rank, from 0.
    pub(super) fn get(&self, rank: usize) -> Taken<'_> {
        let (row, texts) = (&self.rows[rank], &self.texts);
        let anchor = row.anchor as usize;
        Taken {
            anchor: texts.get(anchor),
            has_id: row.has_id,
            number: texts.any(anchor + 1),
            theme: texts.get(row.theme as usize),
            part: (row.part != row.theme).then(|| texts.get(row.part as usize)),
            text: texts.get(anchor + 2),
            owners: self.owners(row),
            due: numbered_in(&self.dues, row.due),
            status: numbered_in(&self.statuses, row.status),
        }
    }

    /// Whether that of this rank would have that anchor without its `id`: what was written before it was given one means it still.
    pub(super) fn is_at(&self, rank: usize, anchor: &str) -> bool {
        let (theme, action) = self.rows[rank].place;
        action_anchor(theme as usize, action as usize) == anchor
    }

    /// How that of this rank stood when it was taken.
    pub(super) fn standing(&self, rank: usize) -> Standing<'_> {
        let row = &self.rows[rank];
        Standing {
            status: numbered_in(&self.statuses, row.status),
            due: numbered_in(&self.dues, row.due),
            earlier_dues: Vec::new(),
            owners: self.owners(row),
            changes: 0,
        }
    }

    fn owners(&self, row: &Row) -> Owners<'_> {
        Owners::held(&self.texts, row.anchor.saturating_add(3), row.owners)
    }
}

/// At most 16 values are looked through for one that comes again: a record may hold thousands, no two alike.
const NEAR: usize = 16;

/// The number of a value among these, to which it is added if it is not near their end.
fn numbered<T: Clone + PartialEq>(all: &mut Vec<T>, value: Option<&T>) -> Option<u32> {
    let value = value?;
    let far = all.len().saturating_sub(NEAR);
    let near = all[far..].iter().rposition(|one| one == value);
    let number = near.map_or(all.len(), |near| far + near);
    if number == all.len() {
        all.push(value.clone());
    }
    u32::try_from(number).ok()
}

fn numbered_in<T>(all: &[T], number: Option<u32>) -> Option<&T> {
    all.get(number? as usize)
}
