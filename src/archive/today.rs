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
