//! The closing sentence.

use jiff::civil::Time;

use super::Gathering;
use crate::french::Spelling;
use crate::french::hours::{clock_time, time_in_words};
use crate::french::words::capital_first;

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

/// What became of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaState {
    /// Each item was treated.
    Exhausted,
    /// An item was left over, there was no agenda, or nobody knows.
    Unknown,
}

/// The closing sentence (FOR-12 to FOR-14); that the agenda was exhausted is said only of one that was.
///
/// *La séance* is *levée*, whatever the body calls its meeting; a session is closed.
pub fn closing(closing: Closing, agenda: AgendaState, gathering: Gathering) -> String {
    let end = match gathering {
        Gathering::Session => "la session est close",
        _ => "la séance est levée",
    };
    let time = match closing {
        Closing::Untimed => String::new(),
        Closing::At(time) => format!(" à {}", clock_time(time)),
        Closing::AtInWords(time, spelling) => format!(" à {}", time_in_words(time, spelling)),
    };
    match agenda {
        AgendaState::Exhausted => format!("L’ordre du jour étant épuisé, {end}{time}."),
        AgendaState::Unknown => capital_first(&format!("{end}{time}.")),
    }
}
