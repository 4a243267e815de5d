//! A page as it is served: with the script that loads it anew. The file stays as it was built.

use super::markup::{Tag, head_of};
use super::{SCRIPT, csp};

/// The tag of the script, in a page of that version (letters, digits and hyphens only).
pub(super) fn script_tag(version: &str) -> String {
    format!("<script src=\"{SCRIPT}\" data-vu=\"{version}\" defer></script>\n")
}

/// The page with the script at the end of its head, and a policy that lets it run.
pub(super) fn into_page(page: &str, version: &str) -> String {
    let tags = head_of(page);
    let mut result = String::with_capacity(page.len() + 256);
    let mut copied = 0;
    for tag in tags.iter().filter(|tag| is_policy(tag)) {
        if let Some(content) = tag.attribute("content") {
            result.push_str(&page[copied..content.span.start]);
            result.push_str(&format!("\"{}\"", csp::relaxed(&content.value)));
            copied = content.span.end;
        }
    }
    let end = match tags.last() {
        Some(last) if ["/head", "body"].contains(&last.name.as_str()) => last.span.start,
        _ => page.len(),
    };
    result.push_str(&page[copied..end]);
    result.push_str(&script_tag(version));
    result.push_str(&page[end..]);
    result
}

fn is_policy(tag: &Tag) -> bool {
    tag.name == "meta"
        && tag.attribute("http-equiv").is_some_and(|name| {
            name.value
                .trim()
                .eq_ignore_ascii_case("content-security-policy")
        })
}

#[cfg(test)]
mod tests {
    use proptest::strategy::Strategy;

    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'";

    #[test]
    fn pages() {
        let script = script_tag("1-2");
        for (page, expected) in [
            // Without a policy, nothing but the script.
            (
                "<html><head><title>a</title></head><body>b",
                "<html><head><title>a</title>{}</head><body>b",
            ),
            (
                "<html><body>b</body></html>",
                "<html>{}<body>b</body></html>",
            ),
            ("<p>a", "<p>a{}"),
            ("", "{}"),
            (
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n</head>",
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"{csp}\">\n{}</head>",
            ),
            (
                "<HEAD><META content='default-src &#39;none&#39;' HTTP-EQUIV=content-security-policy /></HEAD>",
                "<HEAD><META content=\"{csp}\" HTTP-EQUIV=content-security-policy />{}</HEAD>",
            ),
            (
                "<head><meta content = \"default-src 'none'\" http-equiv= 'CONTENT-SECURITY-POLICY'></head>",
                "<head><meta content = \"{csp}\" http-equiv= 'CONTENT-SECURITY-POLICY'>{}</head>",
            ),
            // What only looks like the end of the head, or like a policy.
            (
                "<head><!-- </head> <meta http-equiv=\"content-security-policy\" content=\"img-src a\"> --><title></head></title><style>a { b: '</head>' }</style></head>",
                "<head><!-- </head> <meta http-equiv=\"content-security-policy\" content=\"img-src a\"> --><title></head></title><style>a { b: '</head>' }</style>{}</head>",
            ),
            (
                "<head><meta name=\"description\" content=\"</head> 1 < 2 > 0\"></head><body>",
                "<head><meta name=\"description\" content=\"</head> 1 < 2 > 0\">{}</head><body>",
            ),
            // In the body it counts for no browser.
            (
                "<head></head><body><meta http-equiv=content-security-policy content=\"script-src a\">",
                "<head>{}</head><body><meta http-equiv=content-security-policy content=\"script-src a\">",
            ),
            (
                "<head><meta http-equiv=\"content-security-policy\"></head>",
                "<head><meta http-equiv=\"content-security-policy\">{}</head>",
            ),
            ("<head><meta content=\"é", "<head><meta content=\"é{}"),
            ("<head><!-- é", "<head><!-- é{}"),
            ("<head><title>é", "<head><title>é{}"),
            ("a < b <é <", "a < b <é <{}"),
        ] {
            let expected = expected.replace("{}", &script).replace("{csp}", POLICY);
            assert_eq!(into_page(page, "1-2"), expected, "{page}");
        }
    }

    proptest::proptest! {
        /// Whatever a page is, nothing of it is lost but the words of its policies, and it is not read wrongly enough to fail.
        #[test]
        fn any_page(pieces in proptest::collection::vec(piece(), 0..24)) {
            let page = pieces.concat();
            let script = script_tag("1");
            let served = into_page(&page, "1");
            proptest::prop_assert_eq!(served.matches(&script).count(), 1);
            if !page.contains("policy") {
                proptest::prop_assert_eq!(served.replace(&script, ""), page);
            }
        }
    }

    fn piece() -> impl Strategy<Value = String> {
        const PIECES: [&str; 26] = [
            "<",
            ">",
            "</",
            "/>",
            "<!--",
            "-->",
            "=",
            "\"",
            "'",
            " ",
            "\n",
            "é",
            "<head>",
            "</HEAD>",
            "<body",
            "<title>",
            "</title",
            "<meta ",
            "content=",
            "http-equiv=",
            "content-security-policy",
            "default-src",
            "'none'",
            ";",
            "&quot;",
            "a",
        ];
        proptest::sample::select(&PIECES[..]).prop_map(ToOwned::to_owned)
    }
}
