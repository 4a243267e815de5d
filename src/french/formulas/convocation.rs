//! What convenes a meeting to come: the sentence that announces it, the title of the document.

use super::announced::{Announced, announced, with_a};
use super::opening::{Tense, chaired, what};
use super::place::placed;
use super::titles::{behind_kind, small_first};
use super::{Gathering, Opening, end_sentence};
use crate::french::days::Days;
use crate::french::words::capital_first;

/// The opening sentence of a convocation, and a second one for those who will chair:
/// `La réunion du Cluster se tiendra le mardi 14 avril 2026, à 9 h 30, dans le bureau du PNUD.`
///
/// The days are said in figures, whatever the opening formula of the series does: whoever is convened looks for them.
/// `hours` is how the hours of a meeting are said: `à 9 h 30`, `de 9 h 30 à 11 h`.
pub fn convocation(opening: &Opening<'_>, hours: Option<&str>) -> String {
    let days = Days::new(opening.date, opening.last_day).with_weekday();
    let placed = placed(opening.setting, opening.tool);
    let mut text = capital_first(&format!("{} se tiendra {days}", what(opening)));
    for part in hours.into_iter().chain(placed.inside.as_deref()) {
        text += &format!(", {part}");
    }
    if let Some(place) = placed.in_brackets() {
        text += &format!(" ({place})");
    }
    end_sentence(&mut text);
    if let Some(chaired) = chaired(opening, Tense::Future) {
        text += &format!(" {chaired}");
    }
    text
}

/// What meets, without its article: `quatrième réunion de l’année 2026 du Cluster`.
pub fn meeting_named(opening: &Opening<'_>) -> String {
    let named = what(opening);
    let articles = ["la ", "le ", "l’"];
    let bare = articles
        .iter()
        .find_map(|article| named.strip_prefix(article));
    bare.map(str::to_owned).unwrap_or(named)
}

/// The title of a convocation: `Convocation à la réunion du Cluster` for `Compte rendu de la réunion du Cluster`.
///
/// Where the title of the minutes names the body alone, the meeting is named too: `Convocation à la séance du Cluster`. A title
/// that names no kind of document, or one of something else than a meeting, is followed by `(convocation)`; one that already says it stays.
#[must_use]
pub fn convocation_title(title: &str, gathering: Gathering) -> String {
    let lowered = small_first(title);
    if behind_kind(&lowered, "convocation").is_some() {
        return title.to_owned();
    }
    match announced(&lowered) {
        None => format!("{title} (convocation)"),
        Some(Announced::Meeting(ending)) => {
            format!("Convocation {}", with_a(ending).unwrap_or_default())
        }
        Some(Announced::OfMeeting(ending) | Announced::Apart(ending)) => {
            format!("Convocation {}{ending}", gathering.with_a())
        }
    }
}
