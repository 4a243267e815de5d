//! The fixed sentences of the minutes (section FOR), as functions of small parameters.
//!
//! Nothing here knows a record. No sentence elides or contracts before what it is given (FOR-R1): a place, a body or
//! a host is a phrase with its preposition or article, printed as typed but for a final mark, never empty. *La réunion*
//! governs the agreement of *tenue* and *présidée*.

use jiff::civil::{Date, Time};

use super::dates::{Thousand, date_or_undecided, day_in_words, long_date, year_in_words};
use super::hours::{clock_time, time_in_words};
use super::numbers::ordinal;
use super::typography::phrase;
use super::words::counted;
use super::{Gender, NB, Spelling};

/// The word on each page of a draft (FOR-18).
pub const DRAFT_MARK: &str = "PROJET";

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chair<'a> {
    /// The name, as typed.
    pub name: &'a str,
    /// The function, as typed: its capital stays.
    pub function: Option<&'a str>,
}

/// What the opening formula says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening<'a> {
    /// The day of the meeting.
    pub date: Date,
    /// How it was held.
    pub setting: Setting<'a>,
    /// The body with its article: `du Cluster Relèvement Rapide`.
    pub body: Option<&'a str>,
    /// The number of the meeting in its year (FOR-06).
    pub number: Option<u64>,
    /// Who chaired it (FOR-02 without).
    pub chair: Option<Chair<'a>>,
    /// `Mil` in the formula, unless the option is turned off.
    pub thousand: Thousand,
    /// How its numbers are hyphenated.
    pub spelling: Spelling,
    /// Whether the date is said in figures: `Le 7 février 2017 s’est tenue…`.
    pub in_figures: bool,
}

/// The opening formula (FOR-01 to FOR-06): one sentence, and a second one for the chair.
pub fn opening(opening: &Opening<'_>) -> String {
    let year = year_in_words(opening.date.year(), opening.thousand, opening.spelling);
    let day = day_in_words(opening.date, opening.spelling);
    let mut text = if opening.in_figures {
        format!("Le {} s’est tenue", long_date(opening.date))
    } else {
        format!("L’an {year}, {day}, s’est tenue")
    };
    match opening.setting {
        Setting::Room(None) => {}
        Setting::Room(Some(place)) => text += &format!(", {},", phrase(place)),
        Setting::Online => text += ", en ligne,",
        Setting::Hybrid(None) => text += ", en ligne et en salle,",
        Setting::Hybrid(Some(place)) => text += &format!(", {} et en ligne,", phrase(place)),
    }
    match opening.number {
        None => text += " la réunion",
        Some(number) => {
            let rank = ordinal(number, Gender::Feminine, opening.spelling);
            text += &format!(" la {rank} réunion de l’année {}", opening.date.year());
        }
    }
    if let Some(body) = opening.body {
        text += &format!(" {}", phrase(body));
    }
    end_sentence(&mut text);
    if let Some(chair) = opening.chair {
        text += &format!(" Elle a été présidée par {}", phrase(chair.name));
        if let Some(function) = chair.function {
            text += &format!(", {}", phrase(function));
        }
        end_sentence(&mut text);
    }
    text
}

/// The members present, counted for the quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members present.
    pub present: u64,
    /// All members.
    pub members: u64,
    /// How many must be present; none where no rule asks for a quorum.
    pub required: Option<u64>,
}

/// The sentence on the quorum (FOR-07, FOR-08); none without a rule (FOR-09).
pub fn quorum(quorum: &Quorum) -> Option<String> {
    let present = counted(quorum.present, "membre présent");
    let count = format!("({present} sur {})", quorum.members);
    Some(if quorum.present >= quorum.required? {
        format!("Le quorum étant atteint {count}, la réunion peut valablement délibérer.")
    } else {
        format!("Le quorum n’étant pas atteint {count}, la réunion est tenue à titre consultatif.")
    })
}

/// How the agenda was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// As it was proposed.
    Unchanged,
    /// After a change.
    Amended,
}

/// The sentence on the agenda (FOR-10, FOR-11).
pub fn adoption(adoption: Adoption) -> &'static str {
    match adoption {
        Adoption::Unchanged => "L’ordre du jour est adopté.",
        Adoption::Amended => "L’ordre du jour est amendé et adopté.",
    }
}

/// When a meeting closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// The time is not known.
    Untimed,
    /// At a time given in digits.
    At(Time),
    /// At a time given in words.
    AtInWords(Time, Spelling),
}

/// The closing sentence (FOR-12 to FOR-14).
pub fn closing(closing: Closing) -> String {
    let time = match closing {
        Closing::Untimed => String::new(),
        Closing::At(time) => format!(" à {}", clock_time(time)),
        Closing::AtInWords(time, spelling) => format!(" à {}", time_in_words(time, spelling)),
    };
    format!("L’ordre du jour étant épuisé, la séance est levée{time}.")
}

/// What is known of the next meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NextMeeting<'a> {
    /// Its day; `date à déterminer` without (DAT-30).
    pub date: Option<Date>,
    /// When it begins.
    pub start: Option<Time>,
    /// The phrase of the place, as typed: `au bureau d’ONU Femmes`.
    pub place: Option<&'a str>,
    /// Who receives it.
    pub host: Option<&'a str>,
}

/// The sentence on the next meeting (FOR-15).
pub fn next_meeting(next: &NextMeeting<'_>) -> String {
    let mut text = format!("Prochaine réunion{NB}: {}", date_or_undecided(next.date));
    if let Some(start) = next.start {
        // A time belongs to its day; beside an unknown day it stands alone.
        let comma = if next.date.is_some() { "" } else { "," };
        text += &format!("{comma} à {}", clock_time(start));
    }
    if let Some(place) = next.place {
        text += &format!(", {}", phrase(place));
    }
    if let Some(host) = next.host {
        text += &format!(", accueillie par {}", phrase(host));
    }
    end_sentence(&mut text);
    text
}

/// The label before the persons excused, one gender each, where the record gives it (FOR-16, FOR-17, FOR-21).
///
/// None when nobody is excused.
pub fn excused_label(genders: &[Option<Gender>]) -> Option<&'static str> {
    let all = |gender| genders.iter().all(|known| *known == Some(gender));
    Some(match genders.len() {
        0 => return None,
        1 if all(Gender::Masculine) => "Excusé\u{a0}:",
        1 if all(Gender::Feminine) => "Excusée\u{a0}:",
        1 => "Absence excusée\u{a0}:",
        _ if all(Gender::Masculine) => "Excusés\u{a0}:",
        _ if all(Gender::Feminine) => "Excusées\u{a0}:",
        _ => "Absences excusées\u{a0}:",
    })
}

/// The title of a draft (FOR-18): `Projet de compte rendu de la réunion`.
///
/// A title of another kind is followed by `(projet)`, since nothing elides before it (FOR-R1); one that already says
/// *projet* stays.
pub fn draft_title(title: &str) -> String {
    const KINDS: [&str; 4] = ["compte rendu", "compte-rendu", "procès-verbal", "relevé"];
    let mut rest = title.chars();
    let small: String = rest
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .collect();
    let lowered = format!("{small}{}", rest.as_str());
    let begins_with = |kind: &&str| {
        let after = lowered.strip_prefix(*kind);
        after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    if begins_with(&"projet") {
        title.to_owned()
    } else if KINDS.iter().any(begins_with) {
        format!("Projet de {lowered}")
    } else {
        format!("{title} (projet)")
    }
}

/// Adds the period, unless what was typed last already ends the sentence.
fn end_sentence(text: &mut String) {
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
}
