//! Days and hours that do not exist (SUP-R10): `31 juin`, `25h30`, `14h75`.

use super::context::Context;
use super::{Remark, RemarkKind};
use crate::french::dates::{is_full_month, month_number};
use crate::french::folding::fold;
use crate::french::typed_dates::{TypedDate, TypedYear};
use crate::french::typed_tokens::Kind;
use jiff::civil::Date;

/// The dates that no calendar has, with the last day of their month.
pub(super) fn impossible_dates(text: &str, dates: &[TypedDate]) -> Vec<Remark> {
    let remarks = dates.iter().filter_map(|date| {
        // Every four years there is a 29 February.
        let year = match date.year {
            TypedYear::Missing => 2024,
            TypedYear::TwoDigits(year) => 2000 + i16::from(year),
            TypedYear::Full(year) => year,
        };
        let first = Date::new(year, date.month, 1).ok()?;
        if date.day <= first.days_in_month() {
            return None;
        }
        let typed = text.get(date.range.clone())?;
        let day = typed.find(|sign: char| sign.is_ascii_digit())?;
        let rest = typed[day..].trim_start_matches(|sign: char| sign.is_ascii_digit());
        Some(Remark {
            range: date.range.clone(),
            kind: RemarkKind::ImpossibleDate,
            proposal: Some(format!("{}{}{rest}", &typed[..day], first.days_in_month())),
        })
    });
    remarks.collect()
}

/// `le 32 mars`, `le 07/13/2026`: a day or a month that is none, where a date is surely meant.
pub(super) fn beyond(context: &Context<'_>, at: usize) -> Option<Remark> {
    const LEADS: [&str; 13] = [
        "le", "du", "au", "les", "avant", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "date",
    ];
    let led = || LEADS.contains(&context.folded_before(at).as_str());
    let day = context.tokens[at].number(2..=2, 1..=99)?;
    if let Some(month) = context.after(at)
        && day > 31
        && is_full_month(context.at(Some(month)))
        && month_number(context.at(Some(month))).is_some()
        && led()
    {
        return Some(Remark {
            range: context.tokens[at].start..context.tokens[month].end(),
            kind: RemarkKind::ImpossibleDate,
            proposal: None,
        });
    }
    let month = context.tokens.get(at + 2)?.number(2..=2, 1..=99)?;
    let year = context.tokens.get(at + 4)?;
    let slashed = [at + 1, at + 3].map(|mark| context.at(Some(mark))) == ["/", "/"];
    let dated = slashed && year.number(4..=4, 1900..=2199).is_some() && led();
    let touched = context.at(Some(at + 5)) == "/";
    (dated && !touched && (day > 31 || month > 12)).then(|| Remark {
        range: context.tokens[at].start..year.end(),
        kind: RemarkKind::ImpossibleDate,
        // The American order.
        proposal: ((1..=12).contains(&day) && month <= 31)
            .then(|| format!("{month:02}/{day:02}/{}", year.text)),
    })
}

/// An hour over 24 or a minute over 59, unless a duration may be meant: `48h`, `36h30 de formation`.
pub(super) fn impossible_hour(context: &Context<'_>, at: usize) -> Option<Remark> {
    let hour = context.tokens[at].number(1..=2, 0..=99)?;
    if is_continued(context, at) {
        return None;
    }
    let spaced = usize::from(context.is(Some(at + 1), Kind::Space));
    let symbol = at + 1 + spaced;
    let clock = context.at(Some(symbol)) == ":" && spaced == 0;
    if !clock && !["h", "H"].contains(&context.at(Some(symbol))) {
        return None;
    }
    let gap = usize::from(!clock && context.is(Some(symbol + 1), Kind::Space));
    let joined = gap == 0;
    let minute = context.tokens.get(symbol + 1 + gap);
    let minute = minute.and_then(|minute| minute.number(2..=2, 0..=99));
    let end = match minute {
        Some(_) => symbol + 1 + gap,
        None => symbol,
    };
    let goes_on = is_counting(context, end);
    let minute = minute.filter(|_| joined || !goes_on);
    let at_hour = follows_moment(context, at);
    let impossible = match minute {
        Some(minute) if clock => at_hour && hour <= 29 && (minute > 59 || hour > 24),
        Some(minute) if minute > 59 => hour <= 29,
        Some(minute) if hour == 24 => minute > 0 && at_hour,
        Some(_) if hour > 24 => at_hour || hour <= 29 && !is_duration(context, at, end),
        None if clock => false,
        None => (25..=29).contains(&hour) && at_hour && !is_duration(context, at, symbol),
        _ => false,
    };
    let end = if minute.is_some() { end } else { symbol };
    impossible.then(|| Remark {
        range: context.tokens[at].start..context.tokens[end].end(),
        kind: RemarkKind::ImpossibleHour,
        proposal: None,
    })
}

/// Whether a number goes on from something: `1,25 h`, `v25h`.
fn is_continued(context: &Context<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    context.is(before, Kind::Word)
        || [",", ".", ":", "/", "_", "+", "@"].contains(&context.at(before))
}

/// Whether two digits across a space count something: `12 h 75 personnes`.
fn is_counting(context: &Context<'_>, end: usize) -> bool {
    let next = context.after(end);
    context.is(next, Kind::Word) || context.is(next, Kind::Number)
}

/// Whether the word before an hour tells when: `à 25h`, `dès 25h`; not `jusqu’à 48h`.
fn follows_moment(context: &Context<'_>, at: usize) -> bool {
    let Some(before) = context.before(at) else {
        return false;
    };
    let word = context.at(Some(before)).to_lowercase();
    let until = context.elided_before(before).is_some();
    ["à", "dès", "vers", "entre", "avant"].contains(&word.as_str()) && !until
}

/// Whether words beside an hour make a duration of it.
fn is_duration(context: &Context<'_>, at: usize, end: usize) -> bool {
    const WORDS: [&str; 17] = [
        "duree", "total", "totale", "volume", "soit", "pendant", "durant", "cumul", "environ",
        "dure", "temps", "sous", "dans", "plus", "moins", "pres", "chaque",
    ];
    let start = at.saturating_sub(8);
    let before = context.tokens[start..at].iter();
    let mut before = before.filter(|token| token.kind == Kind::Word);
    let after = context
        .after(end)
        .map_or(String::new(), |next| fold(context.at(Some(next))));
    let follows = ["de", "d", "par", "en", "supplementaires", "hebdomadaires"];
    // « Une astreinte de 26h30 », but « de 25h30 à 27h ».
    let of = context.folded_before(at) == "de";
    of || before.any(|token| WORDS.contains(&fold(token.text).as_str()))
        || follows.contains(&after.as_str())
        || ["/", "+"].contains(&context.at(Some(end + 1)))
}
