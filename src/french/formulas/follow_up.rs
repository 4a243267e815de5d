//! What became of earlier action points and minutes.

use jiff::civil::{Date, Time};

use super::{DocumentName, Gathering};
use crate::french::dates::{day_and_month, long_date};
use crate::french::days::Days;
use crate::french::hours::at_clock_time;
use crate::french::numbers::cardinal;
use crate::french::words::{counted, list_join};
use crate::french::{Gender, Spelling};

/// When an action point is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueWords<'a> {
    /// On a day.
    On(Date),
    /// In words.
    Words(&'a str),
}

/// That a due date has moved: *reportée deux fois, d’abord fixée au 31 mars*. `earlier` are those of before, the first date first.
/// Words are neither before a day nor after it: a day in their place makes them precise. None where it has not.
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
    let has_words = days.len() < earlier.len() + usize::from(now.is_some());
    let verb = match (earlier, now) {
        ([DueWords::Words(_)], Some(DueWords::On(_))) => "précisée",
        _ if has_words => "modifiée",
        _ if days.is_sorted() => "reportée",
        _ if days.is_sorted_by(|one, other| one >= other) => "avancée",
        _ => "modifiée",
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
        DueWords::On(day) if is_of_year(*day) => format!("fixée au {}", day_and_month(*day)),
        DueWords::On(day) => format!("fixée au {}", long_date(*day)),
        DueWords::Words(words) => format!("«\u{a0}{words}\u{a0}»"),
    };
    Some(format!("{verb}{times}, d’abord {first}"))
}

/// A meeting whose minutes are approved.
#[derive(Clone, Copy, Debug)]
pub struct ApprovedMeeting {
    /// What met.
    pub gathering: Gathering,
    /// When.
    pub days: Days,
    /// The hour, where the day is that of another meeting too.
    pub hour: Option<Time>,
}

/// What is said of changes in minutes that are approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// There were none.
    None,
    /// They follow.
    Following,
    /// There were some, which are not told here.
    Unlisted,
    /// Nothing: the readers are not told whether there were any.
    Untold,
}

impl Changes {
    /// How a sentence ends that tells of them.
    const fn end(self) -> &'static str {
        match self {
            Self::Following => " avec les modifications suivantes\u{a0}:",
            Self::None => " sans modification.",
            Self::Unlisted => " avec des modifications.",
            Self::Untold => ".",
        }
    }
}

/// Earlier minutes that a meeting approves.
#[derive(Clone, Copy, Debug)]
pub struct ApprovedMinutes<'a> {
    /// What the series calls its documents.
    pub document: DocumentName,
    /// Their meetings, in their order.
    pub meetings: &'a [ApprovedMeeting],
    /// What is said of changes in them.
    pub changes: Changes,
}

/// *Le compte rendu de la réunion du 17 mars 2026 est approuvé sans modification.* Where changes follow, it ends in a colon. Of
/// several: *Les comptes rendus des réunions du 3 mars et du 17 mars 2026 sont approuvés sans modification.* Where the readers
/// are not told of changes, it ends behind *approuvé*. Meetings of one day have it once, and their hours.
#[must_use]
pub fn approved_minutes(approved: &ApprovedMinutes<'_>) -> String {
    let ApprovedMinutes {
        document,
        meetings,
        changes,
    } = *approved;
    let end = changes.end();
    if let [one] = meetings {
        let (document, gathering) = (document.noun(), one.gathering.with_de());
        let days = one.said(true);
        return format!("Le {document} {gathering} {days} est approuvé{end}");
    }
    let first = meetings.first();
    let year = first.and_then(|first| first.days.year());
    let are_of_a_year = year.is_some() && meetings.iter().all(|one| one.days.year() == year);
    let gathering = first.map(|first| first.gathering);
    let gathering = gathering.filter(|all| meetings.iter().all(|one| one.gathering == *all));
    let said = meetings.iter().enumerate().map(|(rank, one)| {
        let days = one.said(!are_of_a_year || rank + 1 == meetings.len());
        match gathering {
            Some(_) => days,
            None => format!("{} {days}", one.gathering.with_de()),
        }
    });
    let of_one_day = gathering.and_then(|_| said_of_one_day(meetings));
    let said = of_one_day.unwrap_or_else(|| list_join(&said.collect::<Vec<String>>()));
    let gatherings = gathering.map(|gathering| format!(" des {}", gathering.plural()));
    let gatherings = gatherings.unwrap_or_default();
    let documents = document.plural();
    format!("Les {documents}{gatherings} {said} sont approuvés{end}")
}

/// The same where there is no room for all days: *Les comptes rendus de 12 réunions sont approuvés sans modification.*
#[must_use]
pub fn approved_minutes_counted(approved: &ApprovedMinutes<'_>) -> String {
    let ApprovedMinutes {
        document,
        meetings,
        changes,
    } = *approved;
    let end = changes.end();
    match meetings {
        [] | [_] => format!("Le {} précédent est approuvé{end}", document.noun()),
        [first, ..] => {
            let are_alike = meetings.iter().all(|one| one.gathering == first.gathering);
            let noun = match are_alike {
                true => first.gathering.noun(),
                false => "réunion",
            };
            let meetings = counted(meetings.len() as u64, noun);
            format!(
                "Les {} de {meetings} sont approuvés{end}",
                document.plural()
            )
        }
    }
}

/// The day of meetings that have the same, then their hours: *du 17 mars 2026 à 9 h et à 15 h*.
fn said_of_one_day(meetings: &[ApprovedMeeting]) -> Option<String> {
    let (first, others) = meetings.split_first()?;
    let hours = meetings.iter().map(|one| one.hour.map(at_clock_time));
    let hours: Vec<String> = hours.collect::<Option<_>>()?;
    let has_one_day = others.iter().all(|one| one.days == first.days);
    has_one_day.then(|| format!("{} {}", first.days.with_de(), list_join(&hours)))
}

impl ApprovedMeeting {
    /// `du 17 mars 2026`, `du 17 mars`, `du 17 mars 2026 à 9 h`.
    fn said(&self, with_year: bool) -> String {
        let days = match with_year {
            true => self.days.with_de(),
            false => self.days.with_de_without_year(),
        };
        match self.hour {
            Some(hour) => format!("{days} {}", at_clock_time(hour)),
            None => days,
        }
    }
}

/// *Approbation du compte rendu précédent*, or *des comptes rendus précédents*.
#[must_use]
pub fn approval_title(document: DocumentName, count: usize) -> String {
    match count {
        0 | 1 => format!("Approbation du {} précédent", document.noun()),
        _ => format!("Approbation des {} précédents", document.plural()),
    }
}
