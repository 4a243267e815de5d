//! What a page says, read back from its HTML.

/// The text of an HTML page with the numbers of items; with addresses and titles if asked.
pub(crate) fn text_of_html(html: &str, with_addresses: bool) -> String {
    let mut text = String::new();
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let mut ends: Vec<String> = Vec::new();
    for (index, part) in html.split('<').enumerate() {
        let Some((tag, rest)) = part.split_once('>').filter(|_| index > 0) else {
            text.push_str(part);
            continue;
        };
        let attribute = |name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            value.split_once('"').map(|(value, _)| value.to_owned())
        };
        match tag.split(' ').next().unwrap_or_default() {
            "ul" => numbers.push(None),
            "ol" => numbers.push(Some(
                attribute("start").map_or(1, |start| start.parse().expect("a number")),
            )),
            "/ul" | "/ol" => {
                numbers.pop();
            }
            "li" => {
                if let Some(Some(number)) = numbers.last_mut() {
                    if let Some(value) = attribute("value") {
                        *number = value.parse().expect("a number");
                    }
                    text.push_str(&format!(" {number} "));
                    *number += 1;
                }
            }
            "a" => {
                let address = attribute("href").expect("an address");
                let title = attribute("title").unwrap_or_default();
                ends.push(format!(" {address} {title} "));
            }
            "/a" => {
                let end = ends.pop().expect("an open link");
                text.push_str(if with_addresses { &end } else { "" });
            }
            "div" | "/div" | "table" | "/table" | "thead" | "/thead" | "tbody" | "/tbody"
            | "tr" | "/tr" => {}
            "th" | "td" | "/th" | "/td" => text.push(' '),
            "p" | "/p" | "em" | "/em" | "strong" | "/strong" | "sup" | "/sup" | "br" | "/li" => {}
            other => panic!("unknown tag {other}"),
        }
        text.push_str(rest);
    }
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text
}
