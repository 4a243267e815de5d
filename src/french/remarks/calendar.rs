//! Months and weekdays: French writes them in small letters (DAT-R1, DAT-R3, DAT-R6).

use std::sync::LazyLock;

use jiff::civil::Date;

use super::context::{Context, has_capital, is_capitalised};
use super::{Remark, RemarkKind};
use crate::french::dates::month_name;
use crate::french::folding::fold;

/// The months, folded, as French writes them, with their numbers.
static MONTHS: LazyLock<Vec<(String, &str, i8)>> = LazyLock::new(|| {
    let days = (1..=12).filter_map(|month| Date::new(2000, month, 1).ok());
    days.map(|day| (fold(month_name(day)), month_name(day), day.month()))
        .collect()
});

/// A month or a weekday with a capital inside a sentence.
pub(super) fn small_letters(context: &Context<'_>, at: usize) -> Option<Remark> {
    let word = context.at(Some(at));
    if !(3..16).contains(&word.len()) || !is_capitalised(word) || context.is_joined(at) {
        return None;
    }
    let folded = fold(word);
    if is_weekday(&folded) {
        let proposal = word.to_lowercase();
        return is_in_week(context, at)
            .then(|| context.remark(at, RemarkKind::WeekdayCapital, proposal));
    }
    let (_, name, month) = MONTHS.iter().find(|(month, _, _)| *month == folded)?;
    let dated = follows_day(context, at, *month);
    dated
        .unwrap_or_else(|| is_spoken_of(context, at, &folded))
        .then(|| context.remark(at, RemarkKind::MonthCapital, (*name).to_owned()))
}

/// Whether a folded word is a weekday, or several: `mardi`, `lundis`.
fn is_weekday(folded: &str) -> bool {
    const WEEKDAYS: [&str; 7] = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ];
    WEEKDAYS.contains(&folded.strip_suffix('s').unwrap_or(folded))
}

/// Whether a month is one for the day before it, if there is one: `7 Février`, `1er Mars`, `le sept Février`. Days that
/// are names (`Stade du 26 Mars`, `le 8 Mars`) keep their capital.
fn follows_day(context: &Context<'_>, at: usize, month: i8) -> Option<bool> {
    const IN_WORDS: [&str; 20] = [
        "premier", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "er",
    ];
    const FEASTS: [(i16, i8); 9] = [
        (1, 1),
        (20, 1),
        (8, 3),
        (26, 3),
        (1, 5),
        (8, 5),
        (25, 5),
        (14, 7),
        (22, 9),
    ];
    let day = context.before(at)?;
    let typed = fold(context.at(Some(day)));
    let number = context.tokens[day].number(1..=2, 1..=31);
    // "1er" is a number and a word.
    let first = typed == "er" && context.at(day.checked_sub(1)).trim_start_matches('0') == "1";
    let number = number.or(first.then_some(1));
    if number.is_none() && !IN_WORDS.contains(&typed.as_str()) {
        return None;
    }
    let start = if first { day.saturating_sub(1) } else { day };
    let feast = number.is_some_and(|day| FEASTS.contains(&(day, month)));
    let dated = has_year(context, at);
    Some(!is_named_after(context, start, dated) && (dated || !feast))
}

/// Whether a noun of a place or a feast is named after the day at `at`, or, where no year follows, a capitalised one:
/// `rue du 8 Mai 1945`, `Mouvement du 5 Juin`.
fn is_named_after(context: &Context<'_>, at: usize, dated: bool) -> bool {
    const NOUNS: [&str; 19] = [
        "stade",
        "place",
        "rue",
        "avenue",
        "boulevard",
        "pont",
        "palais",
        "lycee",
        "ecole",
        "hopital",
        "quartier",
        "monument",
        "square",
        "mouvement",
        "fete",
        "feter",
        "journee",
        "celebration",
        "commemoration",
    ];
    if context.folded_before(at) != "du" {
        return false;
    }
    let noun = context.before(at).and_then(|du| context.before(du));
    let word = context.at(noun);
    let inside = noun.is_some_and(|noun| !context.may_open(noun));
    !dated && inside && is_capitalised(word) || NOUNS.contains(&fold(word).as_str())
}

/// Whether a month without a day is certainly one: `en Février`, `fin Mars`, `l’atelier de Janvier`, `Août 2017`
/// inside a sentence.
fn is_spoken_of(context: &Context<'_>, at: usize, folded: &str) -> bool {
    if has_year(context, at) && !context.may_open(at) {
        return true;
    }
    let next = context.at(context.after(at));
    let before = context.folded_before(at);
    // "Mai", "Avril" are first names, "Mars" and "Juin" names: a capital behind them says so.
    let named = has_capital(next);
    let certain = ["en", "fin", "debut", "courant", "depuis", "des", "mois"];
    let of_month = ["de", "d"].contains(&before.as_str()) && {
        let of = context.before(at).or_else(|| context.elided_before(at));
        let unlike = !["mars", "avril", "mai", "juin", "aout"].contains(&folded);
        unlike || of.is_some_and(|of| context.folded_before(of) == "mois")
    };
    !named && (certain.contains(&before.as_str()) || of_month)
}

/// Whether a four-digit year follows.
fn has_year(context: &Context<'_>, at: usize) -> bool {
    let year = context.after(at).and_then(|next| context.tokens.get(next));
    year.is_some_and(|year| year.number(4..=4, 1800..=2199).is_some())
}

/// Whether a capitalised weekday is one inside a sentence: `le Mardi`, `chaque Lundi`, `réunion, Mardi 7 février`.
fn is_in_week(context: &Context<'_>, at: usize) -> bool {
    const LEADS: [&str; 9] = ["le", "les", "ce", "ces", "chaque", "du", "au", "un", "des"];
    const FEASTS: [&str; 4] = ["saint", "gras", "noir", "des"];
    let next = context.after(at);
    if FEASTS.contains(&fold(context.at(next)).as_str()) {
        return false;
    }
    let of_easter = fold(context.at(next)) == "de"
        && next.is_some_and(|de| {
            let feast = fold(context.at(context.after(de)));
            ["paques", "pentecote"].contains(&feast.as_str())
        });
    let dated = next.is_some_and(|next| context.tokens[next].number(1..=2, 1..=31).is_some());
    let named = next.is_some() && has_capital(context.at(next)) && !dated;
    let lead = context.folded_before(at);
    let second = ["et", "ou"].contains(&lead.as_str()) && {
        let first = context.before(at).and_then(|and| context.before(and));
        is_weekday(&fold(context.at(first)))
    };
    let led = second || LEADS.contains(&lead.as_str());
    !of_easter && !named && (led || dated && !context.may_open(at))
}
