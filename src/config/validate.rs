//! Raw settings → [`Config`]: what each value must mean. Every fault is collected.

use super::choices::{NumberedInWord, SpellingWord, ThousandWord};
use super::editions::editions;
use super::follow_up::follow_up;
use super::labels::{Labels, RawLabels, labels};
use super::raw::RawConfig;
use super::texts::text;
use super::{Config, PictureFile, logo, signatures, site, statuses, zone};
use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::Spelling;
use crate::french::dates::Thousand;
use crate::french::folding::slug;
use crate::french::formulas::{Gathering, NumberedIn};
use crate::french::words::capital_first;
use crate::record::{address_meant, columns, gathering as gathering_of, require_allowed_address};
use crate::toml_source::Field;

/// The settings, sound only if no fault was added.
pub(super) fn validate(
    raw: &RawConfig,
    picture_file: &dyn Fn(&str) -> PictureFile,
    faults: &mut Diagnostics,
) -> Config {
    let default = Config::default();
    let document = raw.kind.get().copied().unwrap_or_default().name();
    let gathering = raw.gathering.get();
    let gathering = gathering.map_or(default.gathering, |word| gathering_of(*word));
    Config {
        body: text(&raw.body, faults),
        body_phrase: text(&raw.body_phrase, faults),
        document,
        gathering,
        title: text(&raw.title, faults),
        place: text(&raw.place, faults),
        prefix: prefix(raw, faults).unwrap_or_else(|| document.file_stem()),
        numbered_in: match raw.numbered_in.get() {
            Some(NumberedInWord::Series) => NumberedIn::Series,
            Some(NumberedInWord::Year) | None => default.numbered_in,
        },
        site_address: site_address(raw, faults),
        zone: zone::zone(raw, faults),
        spelling: match raw.spelling.get() {
            Some(SpellingWord::Rectified) => Spelling::Rectified1990,
            Some(SpellingWord::Traditional) | None => default.spelling,
        },
        thousand: match raw.thousand.get() {
            Some(ThousandWord::Mille) => Thousand::Mille,
            Some(ThousandWord::Mil) | None => default.thousand,
        },
        opening_date: raw.opening_date.get().copied().unwrap_or_default(),
        closing_time: raw.closing_time.get().copied(),
        participant_order: raw.participant_order.get().copied(),
        logo: logo::logo(&raw.logo, picture_file, faults),
        logo_text: text(&raw.logo_text, faults),
        orientation: raw.orientation.get().copied(),
        qualities: qualities(&raw.qualities, faults),
        head: raw.head.get().copied().unwrap_or_default(),
        presentation: raw.presentation.get().copied(),
        columns: columns(&raw.columns, faults),
        statuses: part(&raw.statuses, |raw| statuses::statuses(raw, faults)),
        counts_categories: raw.counts_categories.get().copied().unwrap_or_default(),
        due_column: raw.due_column.get().copied().unwrap_or_default(),
        signatures: signatures::signatures(&raw.signatures, faults),
        signed_at: text(&raw.signed_at, faults),
        labels: labels_beside(&raw.labels, gathering, faults),
        follow_up: part(&raw.follow_up, |raw| follow_up(raw, faults)),
        site: part(&raw.site, |raw| site::site(raw, faults)),
        all_extra: raw.extra.get().cloned().unwrap_or_default(),
        editions: part(&raw.editions, |raw| editions(raw, faults)),
        edition: default.edition,
        names_edition: default.names_edition,
    }
}

/// The labels; that of the meetings which took action points says what meets, unless it is given.
fn labels_beside(raw: &Field<RawLabels>, gathering: Gathering, faults: &mut Diagnostics) -> Labels {
    let labels = part(raw, |raw| labels(raw, faults));
    match raw.get().is_some_and(RawLabels::names_origin) {
        true => labels,
        false => Labels {
            origin: capital_first(gathering.noun()),
            ..labels
        },
    }
}

/// A group of settings, as it is without any where the file has none.
fn part<R, T: Default>(raw: &Field<R>, read: impl FnOnce(&R) -> T) -> T {
    raw.get().map(read).unwrap_or_default()
}

/// The words of capacities, in the order wanted.
fn qualities(list: &Field<Vec<Field<String>>>, faults: &mut Diagnostics) -> Vec<String> {
    let fields = list.get().into_iter().flatten();
    fields.filter_map(|field| text(field, faults)).collect()
}

/// A name of a file has room for so many letters of it, beside those of the record.
const LONGEST_PREFIX: usize = 100;

fn prefix(raw: &RawConfig, faults: &mut Diagnostics) -> Option<String> {
    let prefix = text(&raw.prefix, faults)?;
    let proposal = slug(&prefix);
    if proposal.len() > LONGEST_PREFIX {
        let fault = Diagnostic::new(
            ConfigFault::LongPrefix,
            format!("ce préfixe est trop long : {} signes", proposal.len()),
        )
        .at(raw.prefix.span().unwrap_or_default(), "");
        faults.push(fault.help(format!(
            "raccourcissez-le à {LONGEST_PREFIX} signes au plus : chaque fichier à télécharger le porte"
        )));
        return None;
    }
    if proposal == prefix {
        return Some(prefix);
    }
    let span = raw.prefix.span().unwrap_or_default();
    let fault = Diagnostic::new(
        ConfigFault::PrefixForm,
        "un préfixe s’écrit en minuscules sans accent, chiffres et traits d’union",
    )
    .at(span.clone(), "");
    faults.push(if proposal.is_empty() {
        fault.help("par exemple \"cr-crr-mali\"")
    } else {
        fault
            .help(format!("écrivez \"{proposal}\""))
            .proposal(span, format!("\"{proposal}\""))
    });
    None
}

fn site_address(raw: &RawConfig, faults: &mut Diagnostics) -> Option<String> {
    let address = address_meant(&text(&raw.site_address, faults)?);
    let span = raw.site_address.span().unwrap_or_default();
    if !require_allowed_address(&address, span.clone(), faults) {
        return None;
    }
    if !address.to_ascii_lowercase().starts_with("http") {
        faults.push(
            Diagnostic::new(
                ConfigFault::SiteAddress,
                "l’adresse d’un site commence par https:// ou http://",
            )
            .at(span, "")
            .help("par exemple \"https://example.org/comptes-rendus\""),
        );
        return None;
    }
    match misshapen_site_address(&address) {
        None => Some(with_ascii_path(address.trim_end_matches('/'))),
        Some((why, instead)) => {
            let fault = Diagnostic::new(ConfigFault::SiteAddressForm, why).at(span.clone(), "");
            faults.push(match instead {
                Some(instead) => {
                    let instead = format!("\"{instead}\"");
                    fault
                        .help(format!("écrivez {instead}"))
                        .proposal(span, instead)
                }
                None => fault.help("par exemple \"https://example.org/comptes-rendus\""),
            });
            None
        }
    }
}

/// Endings of a page, which is no folder.
const PAGES: [&str; 5] = [".html", ".htm", ".php", ".asp", ".aspx"];

/// Why no file can have an address below that one, and what is likely meant.
fn misshapen_site_address(address: &str) -> Option<(&'static str, Option<String>)> {
    let (scheme, rest) = address.split_once("://")?;
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let (host, path) = rest[..end].split_at(rest[..end].find('/').unwrap_or(end));
    if !host.contains(char::is_alphanumeric) {
        return Some(("il manque à cette adresse le nom du site", None));
    }
    // As browsers take them (WHATWG URL, 4.4: double-dot path segment).
    let path_taken = path.to_ascii_lowercase().replace("%2e", ".");
    let mut folders = path_taken.split(['/', '\\']);
    if folders.any(|folder| matches!(folder, "." | "..")) {
        return Some(("l’adresse d’un site ne remonte pas d’un dossier", None));
    }
    if let Some((_, server)) = host.rsplit_once('@') {
        return Some((
            "l’adresse d’un site ne contient ni nom d’utilisateur ni mot de passe",
            Some(format!("{scheme}://{server}{}", path.trim_end_matches('/'))),
        ));
    }
    if !has_port_that_exists(host) {
        return Some(("le port de cette adresse n’existe pas", None));
    }
    let (folder, page) = path.rsplit_once('/').unwrap_or(("", ""));
    let is_page = PAGES
        .iter()
        .any(|ending| page.to_ascii_lowercase().ends_with(ending));
    let path = if is_page { folder } else { path };
    let instead = || Some(format!("{scheme}://{host}{}", path.trim_end_matches('/')));
    match (end < rest.len(), is_page) {
        (true, _) => Some((
            "l’adresse d’un site est celle d’un dossier, sans ? ni #",
            instead(),
        )),
        (false, true) => Some((
            "l’adresse d’un site est celle d’un dossier, et non d’une page",
            instead(),
        )),
        (false, false) => None,
    }
}

/// Whether a host is given no port, an empty one, or one of 1 to 65535.
fn has_port_that_exists(host: &str) -> bool {
    // Within brackets, `:` parts the groups of an address of IPv6.
    let after = host.rsplit_once(']').map_or(host, |(_, after)| after);
    after
        .split_once(':')
        .is_none_or(|(_, port)| port.is_empty() || port.parse().is_ok_and(|port: u16| port > 0))
}

/// The address with the letters of its folders that ASCII has not as percent codes (RFC 3986): feeds, calendars and the map of the site
/// admit no others.
fn with_ascii_path(address: &str) -> String {
    let host_start = address.find("://").map_or(0, |end| end + 3);
    let path_start = address[host_start..]
        .find('/')
        .map_or(address.len(), |at| host_start + at);
    let (host, path) = address.split_at(path_start);
    let mut encoded = host.to_owned();
    for sign in path.chars() {
        let mut bytes = [0; 4];
        match sign.is_ascii() {
            true => encoded.push(sign),
            false => encoded.extend(
                sign.encode_utf8(&mut bytes)
                    .bytes()
                    .map(|byte| format!("%{byte:02X}")),
            ),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{misshapen_site_address, with_ascii_path};

    #[test]
    fn an_address_as_feeds_and_calendars_admit_it() {
        for (typed, expected) in [
            ("https://example.org", "https://example.org"),
            ("https://example.org/crr", "https://example.org/crr"),
            ("https://example.org/é", "https://example.org/%C3%A9"),
            (
                "https://example.org/r%C3%A9/a",
                "https://example.org/r%C3%A9/a",
            ),
            (
                "https://école.example/réunions",
                "https://école.example/r%C3%A9unions",
            ),
        ] {
            assert_eq!(with_ascii_path(typed), expected, "{typed}");
        }
    }

    #[test]
    fn who_logs_in_and_where_no_port_is() {
        for (typed, instead) in [
            (
                "https://user:pw@example.org/crr",
                Some("https://example.org/crr"),
            ),
            ("https://user@example.org", Some("https://example.org")),
            ("https://example.org:99999", None),
            ("https://example.org:0/crr", None),
            ("https://example.org:port", None),
            ("https://[::1]:99999", None),
        ] {
            let told = misshapen_site_address(typed).map(|(_, instead)| instead);
            assert_eq!(told, Some(instead.map(str::to_owned)), "{typed}");
        }
        for typed in [
            "https://example.org",
            "https://example.org:8443/crr",
            "https://example.org:",
            "https://example.org:/crr",
            "http://localhost:8000",
            "https://[2001:db8::1]/crr",
            "https://[::1]:8000",
            "https://example.org/@cluster",
            "https://example.org/a:99999",
        ] {
            assert!(misshapen_site_address(typed).is_none(), "{typed}");
        }
    }
}
