//! A mail address, as far as a program can tell: what a mail server would refuse at once, and what would say something else in
//! the head of a message.

/// At most 254 bytes (RFC 5321, section 4.5.3.1.3, less the angle brackets).
const LONGEST: usize = 254;
/// At most 64 bytes before the `@` (section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// At most 63 bytes in each part of a domain (RFC 1035, section 2.3.4).
const LONGEST_LABEL: usize = 63;

/// Whether a text is an address without a name around it, such as `awa.sow@example.org`: ASCII alone, since few servers take more.
pub(super) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    text.len() <= LONGEST && is_local(local) && is_domain(domain)
}

/// Words of letters, digits and the signs of RFC 5322's `atext`, with single points between.
fn is_local(local: &str) -> bool {
    let is_word_sign =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.len() <= LONGEST_LOCAL
        && local
            .split('.')
            .all(|word| !word.is_empty() && word.bytes().all(is_word_sign))
}

/// At least two labels: an address within one machine is of no use to a series.
fn is_domain(domain: &str) -> bool {
    domain.contains('.') && is_host(domain)
}

/// Whether a text is the name or the address of a machine.
pub(super) fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host == "::1" || host.split('.').all(is_label)
}

/// The address within what was typed, where that is plain: `Awa Sow <awa@example.org>`, `mailto:awa@example.org`.
pub(super) fn within(text: &str) -> Option<&str> {
    let ends = |letter: char| letter.is_whitespace() || "<>()[],;:\"«»".contains(letter);
    let mut found = text.split(ends).filter(|piece| is_address(piece));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{is_address, within};

    #[test]
    fn addresses_and_what_is_none() {
        for address in [
            "a@b.co",
            "awa.sow+crr@un-mali.example.org",
            "o'brien@example.org",
            "x_y@sub.example.org",
        ] {
            assert!(is_address(address), "{address}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        for text in [
            "",
            "awa",
            "awa@",
            "@example.org",
            "awa@example",
            "awa..sow@example.org",
            ".awa@example.org",
            "awa sow@example.org",
            "awa@exam ple.org",
            "awa@example.org\r\nBcc: x@example.org",
            "awa@example.org, b@example.org",
            "<awa@example.org>",
            "awa@-example.org",
            "awa@example..org",
            "é@example.org",
            &long,
        ] {
            assert!(!is_address(text), "{text}");
        }
        assert_eq!(within("Awa Sow <awa@example.org>"), Some("awa@example.org"));
        assert_eq!(within("a@example.org, b@example.org"), None);
    }
}
