//! The labels before lists of persons, in agreement with those listed.

use crate::french::Gender;

/// The label before the persons excused, one gender each, where the record gives it (FOR-16, FOR-17, FOR-21).
///
/// None when nobody is excused.
pub fn excused_label(genders: &[Option<Gender>]) -> Option<&'static str> {
    of_genders(
        genders,
        ["Excusé\u{a0}:", "Excusée\u{a0}:", "Absence excusée\u{a0}:"],
        [
            "Excusés\u{a0}:",
            "Excusées\u{a0}:",
            "Absences excusées\u{a0}:",
        ],
    )
}

/// The head of the persons who gave a proxy or sent someone, one gender each, without a colon: `Représentés`.
///
/// None when nobody is represented.
pub fn represented_label(genders: &[Option<Gender>]) -> Option<&'static str> {
    of_genders(
        genders,
        ["Représenté", "Représentée", "Membre représenté"],
        ["Représentés", "Représentées", "Membres représentés"],
    )
}

/// The head of the persons who were absent, without a colon; none when nobody was.
pub fn absent_label(count: usize) -> Option<&'static str> {
    match count {
        0 => None,
        1 => Some("Absence"),
        _ => Some("Absences"),
    }
}

/// The head of the list of proxies, without a colon; none without any.
pub fn proxies_label(count: usize) -> Option<&'static str> {
    match count {
        0 => None,
        1 => Some("Pouvoir"),
        _ => Some("Pouvoirs"),
    }
}

/// One of three forms, in the singular or the plural: for men, for women, for a company that is mixed or not known.
fn of_genders(
    genders: &[Option<Gender>],
    singular: [&'static str; 3],
    plural: [&'static str; 3],
) -> Option<&'static str> {
    let all = |gender| genders.iter().all(|known| *known == Some(gender));
    let [men, women, mixed] = match genders.len() {
        0 => return None,
        1 => singular,
        _ => plural,
    };
    Some(if all(Gender::Masculine) {
        men
    } else if all(Gender::Feminine) {
        women
    } else {
        mixed
    })
}
