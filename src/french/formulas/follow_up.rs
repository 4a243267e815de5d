//! What became of earlier action points and minutes.

use jiff::civil::Date;

use super::Gathering;
use crate::french::dates::{day_and_month, long_date};
use crate::french::days::Days;
use crate::french::numbers::cardinal;
use crate::french::{Gender, Spelling};

/// When an action point is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWords<'a> {
    /// On a day.
    On(Date),
    /// In words.
    Words(&'a str),
}

/// That a due date has moved: *reportée deux fois, d’abord au 31 mars*. `earlier` are those of before, the first date first.
/// None where it has not.
#[must_use]
pub fn put_off(earlier: &[DueWords<'_>], now: Option<DueWords<'_>>) -> Option<String> {
    let first = earlier.first()?;
    let days = earlier
        .iter()
        .chain(now.as_ref())
        .filter_map(|due| match due {
            DueWords::On(day) => Some(*day),
            DueWords::Words(_) => None,
        });
    let days: Vec<Date> = days.collect();
    let verb = if days.is_sorted() {
        "reportée"
    } else if days.is_sorted_by(|one, other| one >= other) {
        "avancée"
    } else {
        "modifiée"
    };
    let times = match earlier.len() {
        1 => String::new(),
        count => {
            let count = cardinal(count as u64, Gender::Feminine, Spelling::Traditional);
            format!(" {count} fois")
        }
    };
    let is_of_year = |day: Date| matches!(now, Some(DueWords::On(now)) if now.year() == day.year());
    let first = match first {
        DueWords::On(day) if is_of_year(*day) => format!("au {}", day_and_month(*day)),
        DueWords::On(day) => format!("au {}", long_date(*day)),
        DueWords::Words(words) => format!("«\u{a0}{words}\u{a0}»"),
    };
    Some(format!("{verb}{times}, d’abord {first}"))
}

/// Earlier minutes that a meeting approves.
#[derive(Clone, Copy, Debug)]
pub struct ApprovedMinutes<'a> {
    /// What the series calls its documents: *compte rendu*.
    pub document: &'a str,
    /// What met.
    pub gathering: Gathering,
    /// When.
    pub days: Days,
    /// Whether what was changed in them follows.
    pub has_changes: bool,
}

/// *Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.* Where changes follow, it ends in a colon.
#[must_use]
pub fn approved_minutes(approved: &ApprovedMinutes<'_>) -> String {
    let ApprovedMinutes {
        document,
        gathering,
        days,
        has_changes,
    } = approved;
    let end = match has_changes {
        true => "avec les modifications suivantes\u{a0}:",
        false => "sans modification.",
    };
    let (gathering, days) = (gathering.with_de(), days.with_de());
    format!("Le {document} {gathering} {days} est approuvé {end}")
}
