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

/// What there are minutes of besides meetings: *compte rendu de mission*, *compte rendu financier*.
const OTHERWISE: [&str; 17] = [
    "mission",
    "missions",
    "visite",
    "visites",
    "atelier",
    "ateliers",
    "voyage",
    "formation",
    "enquete",
    "evaluation",
    "supervision",
    "terrain",
    "financier",
    "activite",
    "activites",
    "execution",
    "gestion",
];

/// What may stand between minutes and what they are of.
const BETWEEN: [&str; 12] = [
    "de",
    "la",
    "du",
    "des",
    "le",
    "les",
    "l",
    "d",
    "derniere",
    "precedente",
    "dernieres",
    "precedentes",
];

fn is_in(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

/// *Approbation du procès-verbal du 13 janvier*, *Adoption du relevé de décisions*, *Examen du CR*; not *Adoption du compte rendu de mission*.
fn is_approval(words: &[String]) -> bool {
    const APPROVED: [&str; 5] = ["approbation", "adoption", "validation", "lecture", "examen"];
    const MINUTES: [&[&str]; 9] = [
        &["proces", "verbal"],
        &["proces", "verbaux"],
        &["compte", "rendu"],
        &["comptes", "rendus"],
        &["pv"],
        &["cr"],
        &["releve", "de", "decisions"],
        &["releve", "de", "conclusions"],
        &["releve", "des", "decisions"],
    ];
    // The letters of *CR* are those of bodies too: *le budget de la CR*.
    let is_minutes = |place: usize, phrase: &[&str]| {
        let before = place.checked_sub(1).map(|place| words[place].as_str());
        let articles = ["du", "des", "le", "les", "d"];
        phrase != ["cr"]
            || before.is_some_and(|word| is_in(word, &articles) || is_in(word, &APPROVED))
    };
    let is_of_meeting = |place: usize| {
        let behind = MINUTES.iter().find_map(|&phrase| {
            let typed = words[place..].iter().take(phrase.len());
            (typed.eq(phrase.iter()) && is_minutes(place, phrase)).then_some(place + phrase.len())
        });
        let rest = behind.map(|behind| &words[behind..]);
        rest.is_some_and(|rest| {
            let of = rest.iter().find(|word| !is_in(word, &BETWEEN));
            of.is_none_or(|word| !is_in(word, &OTHERWISE))
        })
    };
    words.iter().any(|word| is_in(word, &APPROVED)) && (0..words.len()).any(is_of_meeting)
}

/// *Suivi des actions*, *Point sur les recommandations de la réunion précédente*: of what kind these are is not said. *Actions de la
/// réunion précédente* and *Retour sur la dernière séance* are it too.
fn is_follow_up(words: &[String]) -> bool {
    const FOLLOWED: [&str; 7] = [
        "suivi",
        "point",
        "etat",
        "revue",
        "suite",
        "suites",
        "avancement",
    ];
    const ACTIONS: [&str; 5] = [
        "action",
        "actions",
        "recommandations",
        "decisions",
        "engagements",
    ];
    const EARLIER: [&str; 17] = [
        "precedent",
        "precedente",
        "precedentes",
        "precedents",
        "derniere",
        "anterieure",
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
    let any = |words: &[String], list: &[&str]| words.iter().any(|word| is_in(word, list));
    let opens_with = |opening: &[&str]| words.iter().take(opening.len()).eq(opening.iter());
    let is_back = opens_with(&["retour", "sur"]);
    let is_carried_out = any(words, &["oeuvre"]);
    let Some(action) = words.iter().rposition(|word| is_in(word, &ACTIONS)) else {
        let follows = is_back || opens_with(&["suivi"]) || any(words, &["suites"]);
        return follows && is_of_last_meeting(words);
    };
    let rest = &words[action + 1..];
    let is_alone = action == 0
        || words[..action]
            .iter()
            .map(String::as_str)
            .eq(["points", "d"]);
    if is_alone {
        return is_of_last_meeting(rest);
    }
    if any(words, &FOLLOWED) || is_back {
        let is_all = rest.is_empty() || rest.iter().map(String::as_str).eq(["en", "cours"]);
        return is_all || any(rest, &EARLIER);
    }
    is_carried_out && any(rest, &EARLIER)
}

/// Whether these are of *la réunion précédente*, *la dernière séance*.
fn is_of_last_meeting(words: &[String]) -> bool {
    const MEETING: [&str; 5] = ["reunion", "seance", "session", "conseil", "comite"];
    const LAST: [&str; 4] = ["precedent", "precedente", "dernier", "derniere"];
    let any = |list: &[&str]| words.iter().any(|word| is_in(word, list));
    any(&MEETING) && any(&LAST)
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

    /// Titles of items: whether each is the approval of minutes, and whether it is the follow-up.
    const TITLES: &[(&str, bool, bool)] = &[
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
        ("Approbation du CR", true, false),
        ("Validation des CR précédents", true, false),
        ("Lecture CR", true, false),
        ("Examen du procès-verbal", true, false),
        (
            "Adoption du compte rendu de la dernière réunion",
            true,
            false,
        ),
        ("Revue des actions", false, true),
        ("Revue des points d’action", false, true),
        ("Point sur les actions en cours", false, true),
        ("Suites données aux décisions", false, true),
        ("Actions de la réunion précédente", false, true),
        ("Points d’action de la réunion précédente", false, true),
        (
            "Mise en œuvre des recommandations de la dernière réunion",
            false,
            true,
        ),
        ("Retour sur la réunion précédente", false, true),
        ("Suites de la dernière séance", false, true),
        ("Adoption du compte rendu de la mission", false, false),
        ("Approbation du CR de visite", false, false),
        ("Examen du compte rendu financier", false, false),
        ("Approbation du budget de la CR", false, false),
        ("Revue des actions culturelles", false, false),
        ("Point sur les actions culturelles en cours", false, false),
        ("Retour sur la mission précédente", false, false),
        ("Retour d’expérience sur les actions", false, false),
        ("Actions culturelles", false, false),
        ("Mise en œuvre des actions", false, false),
        ("Mise en œuvre du projet", false, false),
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
    ];

    #[test]
    fn an_item_may_be_the_approval_or_the_follow_up() {
        for (title, is_approval, is_follow_up) in TITLES.iter().copied() {
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
