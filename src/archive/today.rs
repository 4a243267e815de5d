//! The day of a build or of letters, on which an action point is late or not.

use jiff::civil::Date;

use crate::config::Config;
use crate::follow_up::Proceedings;
use crate::record::Meeting;

/// The day that was asked for, or that the settings give, else that of the last meeting that was held, or that of the last one. `meetings` are
/// the days of all in their order, each with whether it was held.
pub(super) fn day_of_build(
    asked: Option<Date>,
    config: &Config,
    meetings: impl DoubleEndedIterator<Item = (Date, bool)> + Clone,
) -> Date {
    let mut latest_first = meetings.rev();
    let last_held = latest_first.clone().find(|(_, is_held)| *is_held);
    let latest = last_held.or_else(|| latest_first.next());
    asked
        .or(config.follow_up.day)
        .or(latest.map(|(day, _)| day))
        .unwrap_or_default()
}

/// The day of the letters that go out, by what is known of each meeting in their order, and whether it goes out: that of a build, but
/// where the last that goes out is a convocation, which judges what is late on its own day, the letters with it do too.
pub(super) fn day_of_letters<'p>(
    asked: Option<Date>,
    config: &Config,
    meetings: impl DoubleEndedIterator<Item = (&'p Proceedings, bool)> + Clone,
) -> Date {
    let mut latest_first = meetings.clone().rev();
    let last = latest_first.find(|(_, goes_out)| *goes_out);
    let convened = last.and_then(|(one, _)| Some(one.convened_on?.min(one.date)));
    let days = meetings.map(|(one, _)| (one.date, one.is_held()));
    day_of_build(asked.or(convened), config, days)
}

/// The day on which the document of a meeting tells of it: its own; of one that is not held yet or at all the day that the record gives,
/// else one that is not after `today`.
pub(super) fn day_told(meeting: &Meeting, today: Date) -> Date {
    if meeting.is_held() {
        return meeting.date;
    }
    let given = match meeting.is_convened() {
        true => meeting.convened_on,
        false => meeting.convened_on.max(meeting.sent_on),
    };
    given.unwrap_or_else(|| meeting.date.min(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_before_what_was_held() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let (march, april, may) = (day("2026-03-17"), day("2026-04-14"), day("2026-05-12"));
        let of = |asked, given, meetings: &[(Date, bool)]| {
            let mut config = Config::default();
            config.follow_up.day = given;
            day_of_build(asked, &config, meetings.iter().copied())
        };
        let series = [(march, true), (april, false), (may, false)];
        assert_eq!(of(None, None, &series), march);
        assert_eq!(of(None, None, &series[1..]), may);
        assert_eq!(of(None, Some(april), &series), april);
        assert_eq!(of(Some(may), Some(april), &series), may);
        assert_eq!(of(None, None, &[]), Date::default());
    }
}
