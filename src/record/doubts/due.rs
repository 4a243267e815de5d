//! Due dates that are words for the program: `30 avril` is never late, since it has no year, and `le 30 avril 2026 au plus tard` is not, since
//! it says more than a day.

use std::ops::Range;

use jiff::civil::Date;

use super::sound_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::dates::month_number;
use crate::french::folding::{as_seen, fold};
use crate::french::hours::parse_hour;
use crate::french::typed_dates::{TypedYear, dates_in};
use crate::record::RecordDoubt;
use crate::record::raw::{DueText, RawMeeting};
use crate::record::texts::{is_meant_as_moment, strict_date};
use crate::toml_source::Field;

/// What may stand before a day and says no more than it.
const LEADS: [&str; 11] = [
    "au plus tard le",
    "avant le",
    "pour le",
    "d’ici le",
    "d'ici le",
    "d’ici au",
    "d'ici au",
    "jusqu’au",
    "jusqu'au",
    "le",
    "au",
];

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let Some(meeting) = sound_date(&raw.date) else {
        return;
    };
    let actions = raw.contents().flat_map(|content| content.actions.items());
    let dues = actions.map(|(action, _)| &action.due);
    let followed = raw.follow_up.items().map(|(followed, _)| &followed.due);
    for due in dues.chain(followed) {
        doubts_of(due, meeting, doubts);
    }
}

fn doubts_of(due: &Field<DueText>, meeting: Date, doubts: &mut Diagnostics) {
    let Some((DueText(text), span)) = due.located() else {
        return;
    };
    let typed = text.trim();
    if strict_date(typed).is_some() || is_meant_as_moment(typed, &span) {
        return;
    }
    let Some(day) = day_meant(typed) else {
        return;
    };
    match date_of(meeting, &day) {
        // Of a day that is past, nobody knows whether it is of the next year or tells what was done.
        Some(date) if date < meeting => {}
        Some(date) => doubts.push(dated(&span, date, day.is_alone)),
        None if day.is_of_leap_years() => {}
        None => doubts.push(
            Diagnostic::new(RecordDoubt::ImpossibleDate, "ce jour n’existe pas")
                .at(span, "")
                .help("vérifiez le jour et le mois"),
        ),
    }
}

/// What to write instead.
fn dated(span: &Span, date: Date, is_alone: bool) -> Diagnostic {
    let others = match is_alone {
        true => "",
        false => " ; les autres mots vont dans `texte`",
    };
    Diagnostic::new(
        RecordDoubt::DueInWords,
        "cette échéance est un texte : elle ne sera jamais en retard",
    )
    .at(span.clone(), "")
    .help(format!(
        "écrivez la date avec son année : echeance = {date}{others}"
    ))
    .proposal(span.clone(), date.to_string())
}

/// A day as typed, which the calendar may not have.
struct TypedDay {
    day: i8,
    month: i8,
    year: Option<i16>,
    /// Whether the text says nothing else.
    is_alone: bool,
}

impl TypedDay {
    /// Whether it is the 29 February of no year.
    fn is_of_leap_years(&self) -> bool {
        (self.day, self.month, self.year) == (29, 2, None)
    }
}

/// The one day that a text tells, where it tells nothing else but an hour: `30 avril`, `le 30 avril 2026 au plus tard`, `2026-04-30 à 12h`,
/// `fin avril 2026`.
fn day_meant(typed: &str) -> Option<TypedDay> {
    let seen = as_seen(typed).replace(['–', '—', '‑', '‐', '−'], "-");
    let text = with_days_in_digits(&seen);
    let after = without_lead(&text).trim();
    let after = after.strip_suffix("au plus tard").unwrap_or(after).trim();
    let after = after.trim_end_matches(['.', ',']);
    let alone = day_in_digits(after)
        .or_else(|| eight_digits(after))
        .or_else(|| end_of_month(after));
    if let Some((day, month, year)) = alone {
        return Some(TypedDay {
            day,
            month,
            year,
            is_alone: true,
        });
    }
    let (day, month, year, end) = iso_day(after).or_else(|| day_in_letters(after))?;
    let behind = after.get(end..)?.trim();
    (behind.is_empty() || is_hour(behind)).then_some(TypedDay {
        day,
        month,
        year,
        is_alone: behind.is_empty(),
    })
}

/// The day that begins a text, and where it ends: `30 avril`, `vendredi 30/04/2026`.
fn day_in_letters(text: &str) -> Option<(i8, i8, Option<i16>, usize)> {
    let date = dates_in(text).into_iter().next()?;
    let year = match date.year {
        TypedYear::Missing => None,
        TypedYear::TwoDigits(year) => Some(2000 + i16::from(year)),
        TypedYear::Full(year) => Some(year),
    };
    let begins = date.range.start == 0;
    begins.then_some((date.day, date.month, year, date.range.end))
}

/// `2026-04-30`, at the beginning of a text.
fn iso_day(text: &str) -> Option<(i8, i8, Option<i16>, usize)> {
    let length = "2026-04-30".len();
    let date = strict_date(text.get(..length)?)?;
    Some((date.day(), date.month(), Some(date.year()), length))
}

/// Whether what stands behind a day is an hour: `à 12h`, `, 17h30`, `(avant midi)`.
fn is_hour(behind: &str) -> bool {
    let around = |sign: char| sign.is_whitespace() || ",-()".contains(sign);
    let said = behind.trim_matches(around);
    let leads = ["à ", "avant "];
    let hour = leads.iter().find_map(|lead| said.strip_prefix(lead));
    let hour = hour.unwrap_or(said).trim();
    matches!(hour, "midi" | "minuit") || parse_hour(hour).is_some()
}

fn without_lead(text: &str) -> &str {
    let led = LEADS.iter().find_map(|lead| {
        let before = text.get(..lead.len())?;
        let rest = text.get(lead.len()..)?;
        (before.eq_ignore_ascii_case(lead) && rest.starts_with(' ')).then_some(rest)
    });
    led.unwrap_or(text)
}

/// `premier mai` is `1er mai`, `30e avril` is `30 avril`; single spaces.
fn with_days_in_digits(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let has_month_at = |at: usize| words.get(at).is_some_and(|word| is_month(word));
    let day = |(at, word): (usize, &&str)| {
        let rank = ["ème", "eme", "e"]
            .into_iter()
            .find_map(|mark| word.strip_suffix(mark));
        let rank = rank.filter(|rank| rank.bytes().all(|byte| byte.is_ascii_digit()));
        match rank {
            _ if !has_month_at(at + 1) => (*word).to_owned(),
            Some(rank) => rank.to_owned(),
            None if fold(word) == "premier" => "1er".to_owned(),
            None => (*word).to_owned(),
        }
    };
    let words: Vec<String> = words.iter().enumerate().map(day).collect();
    words.join(" ")
}

fn is_month(word: &str) -> bool {
    month_number(word.trim_end_matches([',', '.'])).is_some()
}

/// `fin avril 2026`, `fin d’avril 2026`: the last day of the month.
fn end_of_month(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let parts = text.split([' ', '’', '\'']);
    let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    let (month, year) = match words[..] {
        [end, month, year] if fold(end) == "fin" => (month, year),
        [end, "d" | "de", month, year] if fold(end) == "fin" => (month, year),
        _ => return None,
    };
    let is_year = |year: &i16| (1900..2200).contains(year);
    let year: i16 = year.parse().ok().filter(is_year)?;
    let last = Date::new(year, month_number(month)?, 1)
        .ok()?
        .last_of_month();
    Some((last.day(), last.month(), Some(year)))
}

/// `30042026`, `20260430`.
fn eight_digits(text: &str) -> Option<(i8, i8, Option<i16>)> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let read = |year: Range<usize>, month: Range<usize>, day: Range<usize>| {
        let year: i16 = text.get(year)?.parse().ok()?;
        let (month, day) = (text.get(month)?.parse().ok()?, text.get(day)?.parse().ok()?);
        let is_day = (1900..2200).contains(&year) && Date::new(year, month, day).is_ok();
        is_day.then_some((day, month, Some(year)))
    };
    read(4..8, 2..4, 0..2).or_else(|| read(0..4, 4..6, 6..8))
}

/// `30/04`, `1er/05`, `30.04`, `30-04`.
fn day_in_digits(text: &str) -> Option<(i8, i8, Option<i16>)> {
    let sign = text.find(['/', '.', '-'])?;
    let (day, month) = (&text[..sign], &text[sign + 1..]);
    let number = |digits: &str, most: i8| {
        let is_number =
            (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let value = is_number.then(|| digits.parse::<i8>().ok()).flatten()?;
        (1..=most).contains(&value).then_some(value)
    };
    let day = number(day.strip_suffix("er").unwrap_or(day), 31)?;
    // `10-12` may be two weeks or two days, `10.12` an hour or a number.
    let is_sure = match &text[sign..=sign] {
        "/" => true,
        "-" => day > 12 && text.len() == "30-04".len(),
        _ => day > 23 && text.len() == "30.04".len(),
    };
    let month = number(month, 12)?;
    is_sure.then_some((day, month, None))
}

/// That day, of the year of the meeting where no year was typed.
fn date_of(meeting: Date, typed: &TypedDay) -> Option<Date> {
    let year = typed.year.unwrap_or(meeting.year());
    Date::new(year, typed.month, typed.day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{date_of, day_meant};

    #[test]
    fn the_day_that_a_due_date_tells() {
        for (typed, expected, is_alone) in [
            ("30 avril", "2026-04-30", true),
            ("avant le 30 avril", "2026-04-30", true),
            ("Jusqu’au 30 avril", "2026-04-30", true),
            ("au 30 avril 2026", "2026-04-30", true),
            ("30 avr.", "2026-04-30", true),
            ("le 30 avril 2026 au plus tard", "2026-04-30", true),
            ("au plus tard le 30 avril 2026", "2026-04-30", true),
            ("30 avril 2026 à 12h", "2026-04-30", false),
            ("30 avril 2026 (avant midi)", "2026-04-30", false),
            ("2026-04-30 à 12h", "2026-04-30", false),
            ("d’ici le 2026-04-30", "2026-04-30", true),
            ("30 avril\u{200b} 2026", "2026-04-30", true),
            ("30\u{a0}avril\u{202f}2026", "2026-04-30", true),
            ("30e avril 2026", "2026-04-30", true),
            ("premier mai 2026", "2026-05-01", true),
            ("Le premier mai", "2026-05-01", true),
            ("30042026", "2026-04-30", true),
            ("20260430", "2026-04-30", true),
            ("1er/05", "2026-05-01", true),
            ("30/04", "2026-04-30", true),
            ("30.04", "2026-04-30", true),
            ("30-04", "2026-04-30", true),
            ("d’ici le 30‑04", "2026-04-30", true),
            ("avant le 30/04/2026, 17h", "2026-04-30", false),
            ("vendredi 30 janvier", "2026-01-30", true),
            ("le 12 mars 2025", "2025-03-12", true),
            ("fin avril 2026", "2026-04-30", true),
            ("fin d’avril 2026", "2026-04-30", true),
            ("fin février 2028", "2028-02-29", true),
        ] {
            let day = day_meant(typed).unwrap_or_else(|| panic!("{typed}"));
            let found = date_of(date(2026, 3, 17), &day);
            assert_eq!(found.unwrap().to_string(), expected, "{typed}");
            assert_eq!(day.is_alone, is_alone, "{typed}");
        }
    }

    #[test]
    fn words_that_tell_no_day() {
        for typed in [
            "immédiat",
            "fin avril",
            "fin juin",
            "mai.",
            "chaque mois",
            "semaine 11",
            "avant la prochaine réunion",
            "avant la réunion d’avril 2026",
            "à partir du 1er mai 2026",
            "30 jours après le 1er mai 2026",
            "dès le 5 mai",
            "début mai 2026",
            "sous 48 h",
            "24/7 puis",
            "15/20",
            "2.5",
            "2-3",
            "10-12",
            "05-06",
            "10.12",
            "dans 15 jours",
            "T2 2026",
            "2026",
            "fin 2026",
            "12345678",
            "semaine 12-13",
            "76 12 34 56",
            "du 1er au 5 mai 2026",
            "30 avril, 5 mai",
            "30 avril 2026 (initialement 15 mars 2026)",
            "initialement le 30 avril 2026",
            "30 mai 2026 au lieu du 30 avril",
            "la veille du 30 avril 2026",
            "une semaine avant le 30 avril 2026",
            "8 jours avant le 30 avril 2026",
            "30 jours suivant le 30 avril 2026",
            "à compter du 30 avril 2026",
            "suite à la réunion du 30 avril 2026",
            "selon le courriel du 30 avril 2026",
            "fait le 30 avril 2026",
            "réalisé le 30 avril",
            "chaque 30 avril",
            "tous les 5 mai",
            "courant avril 2026",
            "vers le 30 avril",
            "mi-avril 2026",
            "semaine du 30 avril",
            "mois de mai 2026",
            "avril 2026",
            "30 avril 2026 (Gao)",
        ] {
            assert!(day_meant(typed).is_none(), "{typed}");
        }
    }
}
