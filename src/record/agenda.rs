//! The agenda: each item has a title.

use super::meeting::{AgendaItem, Purpose};
use super::numbers::{Bounds, count};
use super::raw::{RawAgendaItem, RawMeeting, RawPurpose};
use super::texts::{empty_item, line, list, optional_line, required_line};
use crate::diagnostic::Diagnostics;
use crate::french::folding::fold;

/// What of a meeting an item of its agenda may have been besides a theme.
#[derive(Clone, Copy, Debug)]
pub struct Besides {
    /// The record approves earlier minutes.
    pub has_approval: bool,
    /// It tells what became of earlier action points.
    pub has_follow_up: bool,
}

impl Besides {
    /// Whether an item of that title was one of them: *Approbation du procès-verbal*, *Suivi des actions*.
    #[must_use]
    pub fn answer(self, title: &str) -> bool {
        const APPROVED: [&str; 4] = ["approbation", "adoption", "validation", "lecture"];
        const MINUTES: [&str; 4] = ["proces", "compte", "pv", "releve"];
        const FOLLOWED: [&str; 3] = ["suivi", "point", "etat"];
        const ACTIONS: [&str; 8] = [
            "action",
            "actions",
            "recommandations",
            "decisions",
            "engagements",
            "precedent",
            "precedente",
            "precedentes",
        ];
        let words = title.split(|sign: char| !sign.is_alphanumeric());
        let words: Vec<String> = words.map(fold).collect();
        let has = |some: &[&str]| words.iter().any(|word| some.contains(&word.as_str()));
        self.has_approval && has(&APPROVED) && has(&MINUTES)
            || self.has_follow_up && has(&FOLLOWED) && has(&ACTIONS)
    }
}

/// At most a day, in minutes, for an item of an agenda.
const LONGEST_ITEM: u32 = 24 * 60;

pub(super) fn agenda(raw: &RawMeeting, faults: &mut Diagnostics) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    for (item, span) in raw.agenda.items() {
        match item {
            RawAgendaItem::Title(title) if line(title).is_empty() => faults.push(empty_item(span)),
            RawAgendaItem::Title(title) => items.push(AgendaItem {
                title: line(title),
                ..AgendaItem::default()
            }),
            RawAgendaItem::Full(table) => {
                let title =
                    required_line(&table.title, &span, "le titre de ce point", "titre", faults);
                let item = AgendaItem {
                    title: title.unwrap_or_default(),
                    presenter: optional_line(&table.presenter),
                    minutes: count(
                        &table.minutes,
                        &Bounds {
                            what: "la durée",
                            help: "écrivez-la en minutes : duree = 10",
                            least: 1,
                            most: LONGEST_ITEM,
                        },
                        faults,
                    ),
                    purpose: table.purpose.get().map(|purpose| match purpose {
                        RawPurpose::Information => Purpose::Information,
                        RawPurpose::Discussion => Purpose::Discussion,
                        RawPurpose::Decision => Purpose::Decision,
                    }),
                    subitems: list(&table.subitems, line, faults),
                };
                items.push(item);
            }
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::Besides;

    #[test]
    fn an_item_may_be_the_approval_or_the_follow_up() {
        let [approves, follows, does_both, does_nothing] =
            [(true, false), (false, true), (true, true), (false, false)].map(
                |(has_approval, has_follow_up)| Besides {
                    has_approval,
                    has_follow_up,
                },
            );
        for (title, is_approval, is_follow_up) in [
            ("Approbation du procès-verbal du 13 janvier", true, false),
            ("Adoption du PV de la séance précédente", true, false),
            ("Lecture et validation du compte rendu", true, false),
            ("Suivi des actions", false, true),
            (
                "Suivi des recommandations de la réunion précédente",
                false,
                true,
            ),
            ("Point sur les décisions précédentes", false, true),
            ("Approbation du budget", false, false),
            ("Adoption de l’ordre du jour", false, false),
            ("Approbation des comptes de l’exercice", false, false),
            ("Suivi nutritionnel", false, false),
            ("Point de situation", false, false),
            ("Divers", false, false),
        ] {
            assert_eq!(approves.answer(title), is_approval, "{title}");
            assert_eq!(follows.answer(title), is_follow_up, "{title}");
            assert_eq!(
                does_both.answer(title),
                is_approval || is_follow_up,
                "{title}"
            );
            assert!(!does_nothing.answer(title), "{title}");
        }
    }
}
