//! The opening formula.

use jiff::civil::Date;

use serde::Serialize;

use super::body::{Body, body};
use super::place::placed;
use super::{Gathering, Named, end_sentence, joined};
use crate::french::dates::{Thousand, year_in_words};
use crate::french::days::Days;
use crate::french::words::capital_first;
use crate::french::{Gender, NB, Spelling};

/// How a meeting is held (FOR-01, FOR-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting<'a> {
    /// In a room; the phrase of the place (`dans le bureau du PNUD`), if it is known.
    Room(Option<&'a str>),
    /// Online only.
    Online,
    /// In a room and online together.
    Hybrid(Option<&'a str>),
}

/// Who chaired a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chair<'a> {
    /// Name, function and organisation.
    pub who: Named<'a>,
    /// The gender, where it is known; it governs *accompagnée par*.
    pub gender: Option<Gender>,
    /// Who came with the chair.
    pub accompanied_by: &'a [Named<'a>],
}

/// In what the meetings are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum NumberedIn {
    /// From 1 in each year.
    #[default]
    Year,
    /// On from year to year.
    Series,
}

/// The number of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1; a 0 is not said.
    pub number: u64,
    /// In what it numbers.
    pub of: NumberedIn,
}

/// What the opening formula says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening<'a> {
    /// What the body calls its meeting.
    pub gathering: Gathering,
    /// The day of the meeting.
    pub date: Date,
    /// Its last day, if it took several.
    pub last_day: Option<Date>,
    /// How it was held.
    pub setting: Setting<'a>,
    /// With what it was held online: `Teams`, `visioconférence`.
    pub tool: Option<&'a str>,
    /// The body with its article: `du Cluster Relèvement Rapide`.
    pub body: Option<&'a str>,
    /// The number of the meeting (FOR-06).
    pub rank: Option<Rank>,
    /// Who chaired it (FOR-02 without).
    pub chairs: &'a [Chair<'a>],
    /// `Mil` in the formula, unless the option is turned off.
    pub thousand: Thousand,
    /// How its numbers are hyphenated.
    pub spelling: Spelling,
    /// Whether the date is said in figures: `Le 7 février 2017 s’est tenue…`.
    pub in_figures: bool,
}

/// The opening formula (FOR-01 to FOR-06): one sentence, and a second one for those who chaired.
pub fn opening(opening: &Opening<'_>) -> String {
    let placed = placed(opening.setting, opening.tool);
    let mut text = format!(
        "{} s’est {}",
        when(opening),
        opening.gathering.agreed("tenu")
    );
    if let Some(inside) = &placed.inside {
        text += &format!(", {inside},");
    }
    text += &format!(" {}", what(opening));
    if let Some(place) = placed.in_brackets() {
        text += &format!(" ({place})");
    }
    end_sentence(&mut text);
    if let Some(chaired) = chaired(opening, Tense::Past) {
        text += &format!(" {chaired}");
    }
    text
}

/// `L’an deux mille dix-sept, le sept février,`, `Le 7 février 2017`.
fn when(opening: &Opening<'_>) -> String {
    let days = Days::new(opening.date, opening.last_day);
    let Opening {
        thousand, spelling, ..
    } = *opening;
    if opening.in_figures {
        capital_first(&days.with_article())
    } else if days.is_in_one_year() {
        let year = year_in_words(opening.date.year(), thousand, spelling);
        format!("L’an {year}, {},", days.in_words(spelling))
    } else {
        capital_first(&days.in_words_with_years(thousand, spelling))
    }
}

/// `la quatorzième réunion de l’année 2013 du Cluster`.
pub(super) fn what(opening: &Opening<'_>) -> String {
    let body = opening.body.and_then(body);
    let rank = opening.rank.filter(|rank| rank.number > 0);
    let mut text = match rank {
        None => opening.gathering.with_article(),
        Some(rank) => opening.gathering.ranked(rank.number, opening.spelling),
    };
    let year = match rank {
        Some(Rank {
            of: NumberedIn::Year,
            ..
        }) => Some(opening.date.year()),
        _ => None,
    };
    match (body, year) {
        // "La réunion ordinaire du comité", "le conseil d’école": the year would part the noun from what belongs to it.
        (Some(Body::Qualified(body)), year) => {
            text += &format!(" {body}");
            if let Some(year) = year {
                text += &format!(" en {year}");
            }
        }
        (body, year) => {
            if let Some(year) = year {
                text += &format!(" de l’année {year}");
            }
            match body {
                Some(Body::Of(body)) => text += &format!(" {body}"),
                Some(Body::Bare(body)) => text += &format!(" ({body})"),
                Some(Body::Qualified(_)) | None => {}
            }
        }
    }
    text
}

/// Whether a meeting was held or will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// `Elle a été présidée par Moustapha Diallo, conseiller.`; functions without a name stand behind a label.
pub(super) fn chaired(opening: &Opening<'_>, tense: Tense) -> Option<String> {
    let can_follow_par = opening
        .chairs
        .iter()
        .filter(|chair| chair.who.said().is_some())
        .all(|chair| chair.who.as_agent().is_some());
    let said = |chair: &Chair<'_>| {
        let said = match can_follow_par {
            true => chair.who.said_after_par(),
            false => chair.who.said_inside(),
        };
        with_company(chair, said)
    };
    let all: Vec<String> = opening.chairs.iter().filter_map(said).collect();
    let mut text = if all.is_empty() {
        return None;
    } else if can_follow_par {
        let pronoun = capital_first(opening.gathering.pronoun());
        let chaired = opening.gathering.agreed("présidé");
        let was = match tense {
            Tense::Past => "a été",
            Tense::Future => "sera",
        };
        format!("{pronoun} {was} {chaired} par {}", by_each(&all))
    } else {
        format!("Présidence{NB}: {}", joined(&all))
    };
    end_sentence(&mut text);
    Some(text)
}

/// Two who each bring their function are parted by a second *par*: `par A, maire, et par B, adjointe`.
fn by_each(chairs: &[String]) -> String {
    match chairs {
        [first, second] if first.contains(", ") => format!("{first}, et par {second}"),
        _ => joined(chairs),
    }
}

/// What leads to who came with somebody.
#[must_use]
pub fn in_company(gender: Option<Gender>) -> &'static str {
    match gender {
        // *Par*, since *de* would have to elide before some names (FOR-R1).
        Some(Gender::Feminine) => "accompagnée par",
        Some(Gender::Masculine) => "accompagné par",
        None => "avec",
    }
}

/// `Awa Sow, directrice, accompagnée par Fanta Keïta`; *avec* where the gender is not known.
fn with_company(chair: &Chair<'_>, said: Option<String>) -> Option<String> {
    let said = said?;
    let company: Vec<String> = chair
        .accompanied_by
        .iter()
        .filter_map(Named::said_after_par)
        .collect();
    if company.is_empty() {
        return Some(said);
    }
    let company = joined(&company);
    Some(format!("{said}, {} {company}", in_company(chair.gender)))
}
