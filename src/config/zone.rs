//! `fuseau`: the time zone of a series, by which the hours of its records are moments for who lives elsewhere.
//!
//! The database of zones is the program's own, of the version that `Cargo.lock` tells: the same record gives the same bytes on a
//! machine that has another, or none.

use std::sync::LazyLock;

use jiff::civil::{Date, Time, date, time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ZonedDateTime};
use serde::{Serialize, Serializer};

use super::raw::RawConfig;
use super::texts::text;
use super::zone_names;
use crate::config::{ConfigDoubt, ConfigFault};
use crate::diagnostic::{Diagnostic, Diagnostics, suggestion};
use crate::french::folding::fold;

/// The zone of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// Where nothing tells the zone: that of the country the program was made for. It has the hours of UTC, all the year round.
const USUAL: &str = "Africa/Bamako";
/// Zones that only stand for others, under older names.
const OLD_NAMES: [&str; 6] = ["Brazil/", "Canada/", "Chile/", "Etc/", "Mexico/", "US/"];

static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

impl Default for Zone {
    fn default() -> Self {
        Self::named(USUAL).unwrap_or(Self(TimeZone::UTC))
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Zone {
    /// The zone of a place, `Africa/Bamako`; or `UTC`. A shorter name (`CET`, `EST`) is that of an hour, and in half the year of a wrong one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_place = name.contains('/') || name.eq_ignore_ascii_case("UTC");
        let zone = is_place.then(|| DATABASE.get(name).ok()).flatten()?;
        Some(Self(zone))
    }

    /// Its name in the database of zones.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The moment at which clocks there show that hour. Of an hour that they show twice it is the first; one that they skip comes as
    /// much later as was skipped (RFC 5545, section 3.3.5).
    #[must_use]
    pub fn moment(&self, day: Date, hour: Time) -> ZonedDateTime {
        let clocks = self.0.to_ambiguous_zoned_datetime(day.to_datetime(hour));
        // Only the first and the last days of all calendars lie out of reach: the nearest moment stands for theirs.
        let moment = clocks.compatible();
        let nearest = match day.year() > 0 {
            true => Timestamp::MAX,
            false => Timestamp::MIN,
        };
        moment.unwrap_or_else(|_| nearest.to_zoned_datetime(TimeZone::UTC))
    }

    /// Whether every hour of a day is a moment in all zones.
    #[must_use]
    pub fn reaches(day: Date) -> bool {
        (date(-9998, 1, 1)..date(9999, 12, 30)).contains(&day)
    }

    /// Noon of a day: for what has no hour, so that it is the same day nearly everywhere.
    #[must_use]
    pub fn noon(&self, day: Date) -> ZonedDateTime {
        self.moment(day, time(12, 0, 0, 0))
    }

    /// A moment as web pages and Atom have it (RFC 3339): `2026-04-14T09:30:00+02:00`.
    #[must_use]
    pub fn written(moment: &ZonedDateTime) -> String {
        // Before there were zones, clocks showed the sun's hour, to the second.
        let is_whole = moment.offset().seconds() % 60 == 0;
        match is_whole {
            true => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            false => moment
                .with_time_zone(TimeZone::UTC)
                .strftime("%Y-%m-%dT%H:%M:%S+00:00")
                .to_string(),
        }
    }
}

/// The zone that the settings tell, or that what they name is in; else the usual one.
pub(super) fn zone(raw: &RawConfig, faults: &mut Diagnostics) -> Zone {
    if raw.zone.is_absent() {
        let told = zone_names::told(raw).and_then(Zone::named);
        return told.unwrap_or_default();
    }
    let Some(typed) = text(&raw.zone, faults) else {
        return Zone::default();
    };
    if let Some(zone) = Zone::named(&typed) {
        return zone;
    }
    let span = raw.zone.span().unwrap_or_default();
    let fault = Diagnostic::new(
        ConfigFault::UnknownZone,
        "ce n’est pas le nom d’un fuseau horaire",
    )
    .at(span.clone(), "");
    faults.push(match likely(&typed) {
        Some(meant) => fault
            .help(format!("écrivez fuseau = \"{meant}\""))
            .proposal(span, format!("\"{meant}\"")),
        None => fault.help(
            "un fuseau se nomme par un continent et une ville, en anglais : \"Africa/Bamako\", \"Europe/Paris\" ; un décalage comme UTC+1 ne dit pas l’heure d’été",
        ),
    });
    Zone::default()
}

/// The name that was probably meant: `Paris`, `heure de Bamako`, `Mali`, `Afrique/Bamako`, `Europe/Pari`.
fn likely(typed: &str) -> Option<String> {
    let joined = typed.replace(' ', "_");
    if let Some(zone) = Zone::named(&joined) {
        return Some(zone.name().to_owned());
    }
    let city = typed.rsplit('/').next().unwrap_or(typed).trim();
    let city = ["heure de ", "heure du ", "heure d’", "heure d'"]
        .iter()
        .find_map(|before| city.strip_prefix(before))
        .unwrap_or(city);
    if let Some(zone) = zone_names::named(city) {
        return Some(zone.to_owned());
    }
    let all: Vec<String> = DATABASE
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name.contains('/') && !OLD_NAMES.iter().any(|old| name.starts_with(old)))
        .collect();
    let cities: Vec<&str> = all
        .iter()
        .filter_map(|name| name.rsplit('/').next())
        .collect();
    let of_city = |city: &str| {
        let found = cities.iter().position(|one| fold(one) == fold(city))?;
        Some(all[found].clone())
    };
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    of_city(city)
        .or_else(|| suggestion(typed, &names).map(str::to_owned))
        .or_else(|| suggestion(city, &cities).and_then(of_city))
}

/// Hours that everyone will read, and of which nobody can tell the moment.
pub(super) fn unknown(raw: &RawConfig) -> Option<Diagnostic> {
    let (address, span) = raw.site_address.located()?;
    // An address that is none publishes nothing.
    let is_published = address.starts_with("http");
    let is_untold = raw.zone.is_absent() && zone_names::told(raw).is_none();
    (is_published && is_untold).then(|| {
        Diagnostic::new(
            ConfigDoubt::UntoldZone,
            "le fuseau horaire de la série n’est pas dit",
        )
        .at(
            span,
            "le calendrier qui y est publié prend les heures pour celles de Bamako",
        )
        .help("ajoutez une ligne, avec le continent et la ville : fuseau = \"Europe/Paris\"")
    })
}
