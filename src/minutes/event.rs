//! The meeting as schema.org's `Event`, for search engines.

use jiff::civil::{Date, Time};
use serde_json::{Value, json};

use super::organisations::organisations;
use super::people::who_came;
use super::tidied::corrected;
use crate::config::{Config, Zone};
use crate::french::phrases::place_name;
use crate::french::typography::Profile;
use crate::record::{Meeting, Mode, State};

/// JSON that may stand in a page as it is: no sign in it ends a script.
pub(super) fn event(title: &str, meeting: &Meeting, config: &Config, page: &str) -> String {
    let body = corrected(meeting.body.as_ref().or(config.body.as_ref()));
    let place = meeting.place.as_ref().or(config.place.as_ref());
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": plain(title),
        "url": page,
        "inLanguage": "fr",
        "startDate": moment(&config.zone, meeting.date, meeting.start),
        "eventStatus": format!("https://schema.org/{}", status(meeting.state)),
        "eventAttendanceMode": format!("https://schema.org/{}", mode(meeting.mode)),
    });
    let mut add = |key: &str, value: Value| event[key] = value;
    if let Some(end) = meeting.end {
        add(
            "endDate",
            moment(&config.zone, meeting.end_day(), Some(end)).into(),
        );
    } else if let Some(last_day) = meeting.last_day {
        add("endDate", last_day.to_string().into());
    }
    match (meeting.mode, corrected(place)) {
        (Some(Mode::Online), _) => add(
            "location",
            json!({ "@type": "VirtualLocation", "url": page }),
        ),
        (_, Some(place)) => add(
            "location",
            json!({ "@type": "Place", "name": plain(&place_name(&place)) }),
        ),
        (_, None) => {}
    }
    if let Some(body) = body {
        add("organizer", organisation(&body));
    }
    let came = who_came(meeting);
    let attending: Vec<Value> = organisations(&came)
        .iter()
        .filter(|_| meeting.is_held())
        .map(|present| organisation(&present.name))
        .collect();
    if !attending.is_empty() {
        add("attendee", attending.into());
    }
    within_a_page(&event.to_string())
}

fn organisation(name: &str) -> Value {
    json!({ "@type": "Organization", "name": plain(name) })
}

fn plain(text: &str) -> String {
    Profile::Simple.spaced(text).into_owned()
}

/// An hour with how far it is from that of Greenwich, so that it is the same for every reader.
fn moment(zone: &Zone, day: Date, hour: Option<Time>) -> String {
    match hour {
        Some(hour) => Zone::written(&zone.moment(day, hour)),
        None => day.to_string(),
    }
}

fn status(state: State) -> &'static str {
    match state {
        State::Cancelled => "EventCancelled",
        State::Postponed(_) => "EventPostponed",
        _ => "EventScheduled",
    }
}

fn mode(mode: Option<Mode>) -> &'static str {
    match mode {
        None | Some(Mode::Room) => "OfflineEventAttendanceMode",
        Some(Mode::Online) => "OnlineEventAttendanceMode",
        Some(Mode::Hybrid) => "MixedEventAttendanceMode",
    }
}

/// These signs stand only within the texts of a JSON, where each may be written by its number.
fn within_a_page(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\'' | '\u{2028}' | '\u{2029}' => {
                safe += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => safe.push(letter),
        }
    }
    safe
}
