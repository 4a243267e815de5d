//! The agenda of an edition: without the items that are marked, and without those that only themes answer which are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::{given, is_shown};
use crate::french::folding::fold;
use crate::record::raw::{Edition, RawAgendaItem, RawMeeting};
use crate::toml_source::Field;

/// The themes, from 0, that answer each item of an agenda as it was typed.
pub(super) struct Answers(Vec<Vec<usize>>);

/// Which themes answer which items, before any of them goes.
pub(super) fn answers(raw: &RawMeeting) -> Answers {
    let (mut by_number, mut by_title) = (Themes::new(), BTreeMap::new());
    for (place, (theme, _)) in raw.themes.items().enumerate() {
        let of_answer = match theme.agenda_item.get() {
            Some(number) => by_number.entry(*number).or_default(),
            None => match theme.title.get() {
                Some(title) => by_title.entry(fold(title)).or_insert_with(Vec::new),
                None => continue,
            },
        };
        of_answer.push(place);
    }
    let items = (1..).zip(raw.agenda.items());
    let answers = items.map(|(number, (item, span))| {
        let title = item.title(&span).map(|(title, _)| fold(title));
        let titled = title.and_then(|title| by_title.get(&title));
        let numbered = by_number.get(&number);
        let both = [numbered, titled].into_iter().flatten().flatten();
        both.copied().collect()
    });
    Answers(answers.collect())
}

/// The places of themes, by the number of the item that they answer.
type Themes = BTreeMap<i64, Vec<usize>>;

impl Answers {
    /// The items, from 0, that are answered by themes of which none is shown; of each theme, whether it is.
    pub(super) fn left_out(&self, are_shown: &[bool]) -> BTreeSet<usize> {
        let is_shown = |theme: &usize| are_shown.get(*theme).copied().unwrap_or_default();
        let items = self.0.iter().enumerate();
        let left_out =
            items.filter(|(_, themes)| !themes.is_empty() && !themes.iter().any(is_shown));
        left_out.map(|(index, _)| index).collect()
    }
}

/// Takes out these items and the marked ones, and has the themes name the others by their new numbers.
pub(super) fn leave_out(raw: &mut RawMeeting, edition: Edition, unanswered: &BTreeSet<usize>) {
    let Field::Given(_, items) = &mut raw.agenda else {
        return;
    };
    let shown = items.iter().enumerate().map(|(index, item)| {
        let is_marked = match item.get() {
            Some(RawAgendaItem::Full(table)) => !is_shown(&table.visibility, edition),
            Some(RawAgendaItem::Title(_)) | None => false,
        };
        !is_marked && !unanswered.contains(&index)
    });
    let shown: Vec<bool> = shown.collect();
    if shown.iter().all(|shown| *shown) {
        return;
    }
    let mut is_kept = shown.iter();
    items.retain(|_| is_kept.next().copied().unwrap_or_default());
    if items.is_empty() {
        raw.agenda = Field::Absent;
    }
    for theme in given(&mut raw.themes) {
        let Field::Given(_, number) = &mut theme.agenda_item else {
            continue;
        };
        let index = usize::try_from(*number).unwrap_or_default();
        let before = shown.iter().take(index).filter(|shown| **shown).count();
        let is_there = index.checked_sub(1).and_then(|index| shown.get(index)) == Some(&true);
        match i64::try_from(before) {
            Ok(now) if is_there => *number = now,
            _ => theme.agenda_item = Field::Absent,
        }
    }
}
