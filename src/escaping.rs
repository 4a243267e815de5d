//! A text as a part of HTML or XML that is nothing but a text: the one place that knows what stands there for the signs of markup.
//!
//! The templates escape by their engines, and what is Markdown by [`crate::markup`].

/// In which quotation marks an attribute may stand that holds the text; each such mark within is written as a reference too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// The text may stand anywhere.
    Any,
    /// Between tags, or in an attribute within these: `"…"`.
    #[cfg_attr(
        not(feature = "cli"),
        allow(dead_code, reason = "only the help is written so")
    )]
    Double,
    /// The text stands between tags alone.
    None,
}

/// A text, escaped.
pub(crate) fn escaped(text: &str, quotes: Quotes) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text, quotes);
    escaped
}

/// Writes a text behind what is there, escaped.
pub(crate) fn push_escaped(out: &mut String, text: &str, quotes: Quotes) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quotes != Quotes::None => "&quot;",
            b'\'' if quotes == Quotes::Any => "&#39;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(reference);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markup() {
        for (text, any, double, none) in [
            ("", "", "", ""),
            ("é’ \u{a0}", "é’ \u{a0}", "é’ \u{a0}", "é’ \u{a0}"),
            ("a&b", "a&amp;b", "a&amp;b", "a&amp;b"),
            (
                "&amp;&lt;",
                "&amp;amp;&amp;lt;",
                "&amp;amp;&amp;lt;",
                "&amp;amp;&amp;lt;",
            ),
            ("<é>", "&lt;é&gt;", "&lt;é&gt;", "&lt;é&gt;"),
            ("é\"'", "é&quot;&#39;", "é&quot;'", "é\"'"),
        ] {
            for (quotes, expected) in [
                (Quotes::Any, any),
                (Quotes::Double, double),
                (Quotes::None, none),
            ] {
                assert_eq!(escaped(text, quotes), expected, "{text:?}, {quotes:?}");
            }
        }
    }

    #[test]
    fn what_is_there_stays() {
        let mut out = "<b>".to_owned();
        push_escaped(&mut out, "a < b", Quotes::None);
        assert_eq!(out, "<b>a &lt; b");
    }
}
