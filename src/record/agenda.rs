//! The agenda: each item has a title.

use std::collections::BTreeSet;

use super::meeting::{AgendaItem, Purpose};
use super::numbers::{Bounds, count};
use super::raw::{RawAgendaItem, RawMeeting, RawPurpose};
use super::texts::{empty_item, line, list, optional_line, required_line};
use crate::diagnostic::Diagnostics;
use crate::french::folding::fold;

/// What of a meeting items of its agenda may have been besides themes.
#[derive(Clone, Copy, Debug)]
pub struct Besides {
    /// How many earlier minutes the record approves.
    pub approved: usize,
    /// Whether it tells what became of earlier action points.
    pub has_follow_up: bool,
}

impl Besides {
    /// The numbers of the items that were one of them, from 1: the first that say so, *Approbation du procès-verbal*, *Suivi des actions*.
    pub fn answer<'a>(self, titles: impl IntoIterator<Item = &'a str>) -> BTreeSet<usize> {
        let (mut approved, mut follow_ups) = (self.approved, usize::from(self.has_follow_up));
        let mut answered = BTreeSet::new();
        for (number, title) in (1..).zip(titles) {
            let words = title.split(|sign: char| !sign.is_alphanumeric());
            let words: Vec<String> = words.map(fold).filter(|word| !word.is_empty()).collect();
            let left = match (is_approval(&words), is_follow_up(&words)) {
                (true, _) => &mut approved,
                (false, true) => &mut follow_ups,
                (false, false) => continue,
            };
            if *left > 0 {
                *left -= 1;
                answered.insert(number);
            }
        }
        answered
    }
}

/// *Approbation du procès-verbal du 13 janvier*, *Adoption du relevé de décisions*.
fn is_approval(words: &[String]) -> bool {
    const APPROVED: [&str; 4] = ["approbation", "adoption", "validation", "lecture"];
    const MINUTES: [[&str; 3]; 8] = [
        ["proces", "verbal", ""],
        ["proces", "verbaux", ""],
        ["compte", "rendu", ""],
        ["comptes", "rendus", ""],
        ["pv", "", ""],
        ["releve", "de", "decisions"],
        ["releve", "de", "conclusions"],
        ["releve", "des", "decisions"],
    ];
    let begins = |place: usize, phrase: &[&str; 3]| {
        let phrase = phrase.iter().filter(|word| !word.is_empty());
        let typed = words[place..].iter().map(String::as_str).map(Some);
        let mut typed = typed.chain(std::iter::repeat(None));
        phrase
            .map(|word| Some(*word))
            .all(|word| typed.next() == Some(word))
    };
    let is_minutes = |place: usize| MINUTES.iter().any(|phrase| begins(place, phrase));
    words.iter().any(|word| APPROVED.contains(&word.as_str())) && (0..words.len()).any(is_minutes)
}

/// *Suivi des actions*, *Point sur les recommandations de la réunion précédente*: of what kind these are is not said.
fn is_follow_up(words: &[String]) -> bool {
    const FOLLOWED: [&str; 3] = ["suivi", "point", "etat"];
    const ACTIONS: [&str; 5] = [
        "action",
        "actions",
        "recommandations",
        "decisions",
        "engagements",
    ];
    const EARLIER: [&str; 16] = [
        "precedent",
        "precedente",
        "precedentes",
        "precedents",
        "derniere",
        "anterieures",
        "prises",
        "ouvertes",
        "ouverts",
        "reunion",
        "reunions",
        "seance",
        "seances",
        "session",
        "conseil",
        "comite",
    ];
    let is_in = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let action = words.iter().rposition(|word| is_in(word, &ACTIONS));
    let Some(action) = action.filter(|_| words.iter().any(|word| is_in(word, &FOLLOWED))) else {
        return false;
    };
    let rest = &words[action + 1..];
    rest.is_empty() || rest.iter().any(|word| is_in(word, &EARLIER))
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
        for (title, is_approval, is_follow_up) in [
            ("Approbation du procès-verbal du 13 janvier", true, false),
            ("Adoption du PV de la séance précédente", true, false),
            ("Lecture et validation du compte rendu", true, false),
            ("Approbation du relevé de décisions", true, false),
            ("Suivi des actions", false, true),
            ("Suivi des points d’action", false, true),
            (
                "Suivi des recommandations de la réunion précédente",
                false,
                true,
            ),
            ("Point sur les décisions précédentes", false, true),
            ("Approbation du budget", false, false),
            ("Approbation du compte administratif 2025", false, false),
            ("Adoption du compte de gestion", false, false),
            ("Validation du relevé de charges", false, false),
            ("Adoption de l’ordre du jour", false, false),
            ("Approbation des comptes de l’exercice", false, false),
            ("Point sur les actions culturelles", false, false),
            ("Point sur les actions de plaidoyer", false, false),
            (
                "Suivi de la décision modificative et des décisions du maire",
                false,
                false,
            ),
            ("Suivi nutritionnel", false, false),
            ("Point de situation", false, false),
            ("Divers", false, false),
            ("", false, false),
        ] {
            let answers = |approved, has_follow_up| {
                let besides = Besides {
                    approved,
                    has_follow_up,
                };
                !besides.answer([title]).is_empty()
            };
            assert_eq!(answers(1, false), is_approval, "{title}");
            assert_eq!(answers(0, true), is_follow_up, "{title}");
            assert!(!answers(0, false), "{title}");
        }
    }

    /// One item for each of the minutes, one for the follow-up.
    #[test]
    fn each_answers_its_own_items() {
        let agenda = [
            "Approbation du PV du 3 mars",
            "Approbation du PV du 17 mars",
            "Suivi des actions",
            "Suivi des actions de la séance précédente",
        ];
        for (approved, has_follow_up, expected) in [
            (1, false, vec![1]),
            (2, true, vec![1, 2, 3]),
            (9, false, vec![1, 2]),
            (0, true, vec![3]),
        ] {
            let besides = Besides {
                approved,
                has_follow_up,
            };
            let answered: Vec<usize> = besides.answer(agenda).into_iter().collect();
            assert_eq!(answered, expected);
        }
    }
}
