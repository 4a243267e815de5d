//! The meetings to come, and those that did not come: the next one, one cancelled, one postponed.

use jiff::civil::{Date, Time};

use super::lead::without_lead;
use super::place::placed;
use super::titled::with_article;
use super::{Gathering, Opening, end_sentence, place, tidy};
use crate::french::NB;
use crate::french::dates::date_or_undecided;
use crate::french::days::Days;
use crate::french::hours::clock_time;
use crate::french::phrases::{is_place_phrase, starts_with_preposition, undecided};
use crate::french::words::capital_first;

/// What is known of the next meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NextMeeting<'a> {
    /// What the body calls its meeting.
    pub gathering: Gathering,
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
    let gathering = capital_first(&next.gathering.with_adjective("prochain"));
    let mut text = format!("{gathering}{NB}: {}", date_or_undecided(next.date));
    if let Some(start) = next.start {
        // A time belongs to its day; beside an unknown day it stands alone.
        let comma = if next.date.is_some() { "" } else { "," };
        text += &format!("{comma} à {}", clock_time(start));
    }
    if let Some(place) = next.place.map(tidy).filter(|place| !place.is_empty()) {
        let place = match undecided(&place, "lieu") {
            Some(open) => open,
            None if is_place_phrase(&place) => place::set_off(&place),
            None => place,
        };
        text += &format!(", {place}");
    }
    if let Some(host) = next.host.map(without_lead).filter(|host| !host.is_empty()) {
        if let Some(open) = undecided(&host, "accueil") {
            text += &format!(", {open}");
        } else if starts_with_preposition(&host) {
            text += &format!(", {host}");
        } else {
            let host = with_article(&host);
            text += &format!(", {} par {host}", next.gathering.agreed("accueilli"));
        }
    }
    end_sentence(&mut text);
    text
}

/// A meeting that is convened, announced as a next one is, with all that its convocation says of when and where:
/// `Prochain conseil : les 10 et 11 décembre 2026, de 18 h le premier jour à 12 h le dernier, à l’école et en ligne.`
#[must_use]
pub fn next_convened(opening: &Opening<'_>, hours: Option<&str>) -> String {
    let gathering = capital_first(&opening.gathering.with_adjective("prochain"));
    let days = Days::new(opening.date, opening.last_day).with_weekday();
    let days = days.strip_prefix("le ").unwrap_or(&days);
    let mut text = format!("{gathering}{NB}: {days}");
    if let Some(hours) = hours {
        // The hour of one day is said with it.
        let is_of_the_day = opening.last_day.is_none() && hours.starts_with("à ");
        let comma = if is_of_the_day { "" } else { "," };
        text += &format!("{comma} {hours}");
    }
    let placed = placed(opening.setting, opening.tool);
    let inside = placed.inside.as_ref().map(|place| format!(", {place}"));
    let behind = match inside {
        None => placed.behind.as_ref().map(|place| format!(", {place}")),
        Some(_) => placed.in_brackets().map(|place| format!(" ({place})")),
    };
    text.extend(inside.into_iter().chain(behind));
    end_sentence(&mut text);
    text
}

/// `La réunion du 14 avril 2026 est annulée.`
#[must_use]
pub fn cancelled(days: Days, gathering: Gathering) -> String {
    format!(
        "{} est {}.",
        subject(days, gathering),
        gathering.agreed("annulé")
    )
}

/// `La réunion du 14 avril 2026 est reportée au 21 avril 2026.`, or `à une date à déterminer`.
#[must_use]
pub fn postponed(days: Days, to: Option<Days>, gathering: Gathering) -> String {
    let to = to.map_or_else(|| "à une date à déterminer".to_owned(), Days::with_a);
    format!(
        "{} est {} {to}.",
        subject(days, gathering),
        gathering.agreed("reporté")
    )
}

fn subject(days: Days, gathering: Gathering) -> String {
    capital_first(&format!("{} {}", gathering.with_article(), days.with_de()))
}
