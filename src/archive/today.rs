//! The day of a build, on which an action point is late or not.

use jiff::civil::Date;

use crate::config::Config;

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
