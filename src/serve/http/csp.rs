//! A page's own content security policy, relaxed just so far that our script may run and hear events.

/// The value of a policy, as the attribute is written, with what the script needs.
pub(super) fn relaxed(written: &str) -> String {
    let policy = decoded(written);
    let mut directives: Vec<(String, Vec<String>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            let name = words.next()?.to_ascii_lowercase();
            Some((name, words.map(ToOwned::to_owned).collect()))
        })
        .collect();
    let default = sources(&directives, "default-src").cloned();
    for name in ["script-src", "script-src-elem", "connect-src"] {
        if sources(&directives, name).is_none()
            && name != "script-src-elem"
            && let Some(default) = &default
        {
            // What is not said is as by default.
            directives.push((name.to_owned(), default.clone()));
        }
        // The first of two that are named alike is the one that counts.
        if let Some((_, sources)) = directives.iter_mut().find(|(own, _)| own == name) {
            allow_own(sources);
        }
    }
    let directives: Vec<String> = directives
        .into_iter()
        .map(|(name, sources)| [vec![name], sources].concat().join(" "))
        .collect();
    // What `decoded` leaves as it is has to stay so: the signs that it reads, and no more.
    directives
        .join("; ")
        .replace('&', "&amp;")
        .replace('"', "&quot;")
}

fn sources<'a>(directives: &'a [(String, Vec<String>)], name: &str) -> Option<&'a Vec<String>> {
    let found = directives.iter().find(|(own, _)| own == name);
    found.map(|(_, sources)| sources)
}

fn allow_own(sources: &mut Vec<String>) {
    sources.retain(|source| !source.eq_ignore_ascii_case("'none'"));
    if !sources
        .iter()
        .any(|source| source.eq_ignore_ascii_case("'self'"))
    {
        sources.push("'self'".to_owned());
    }
}

/// The few references that a template engine writes in an attribute.
fn decoded(written: &str) -> String {
    let quotes = ["&#39;", "&#x27;", "&#X27;", "&apos;"];
    let text = quotes
        .iter()
        .fold(written.to_owned(), |text, quote| text.replace(quote, "'"));
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies() {
        for (written, expected) in [
            (
                "default-src 'none'; style-src 'self'",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
            ),
            (
                "default-src &#x27;none&#x27;; script-src &#39;none&#39;",
                "default-src 'none'; script-src 'self'; connect-src 'self'",
            ),
            (
                "DEFAULT-SRC 'self' https:;; Script-Src 'NONE' ; connect-src https://a.org?b&amp;c;",
                "default-src 'self' https:; script-src 'self'; connect-src https://a.org?b&amp;c 'self'",
            ),
            (
                "default-src 'none'; script-src-elem 'none'",
                "default-src 'none'; script-src-elem 'self'; script-src 'self'; connect-src 'self'",
            ),
            (
                "default-src 'none'; script-src 'sha256-x'; script-src 'none'; connect-src 'Self'",
                "default-src 'none'; script-src 'sha256-x' 'self'; script-src 'none'; connect-src 'Self'",
            ),
            // Nothing keeps a script out.
            ("img-src 'self'", "img-src 'self'"),
            ("", ""),
        ] {
            assert_eq!(relaxed(written), expected, "{written}");
            assert_eq!(relaxed(expected), expected, "again");
        }
    }
}
