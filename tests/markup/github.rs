//! GitHub's Markdown links bare addresses, and takes them as they are typed: no backslash protects what follows in the same word.
//! Nothing that a text holds is obeyed there, and all of it is seen.

use comrak::{Options, markdown_to_html};
use greffier::markup::{escape_markdown, parse, to_html, to_markdown, to_markdown_cell};
use proptest::prelude::*;
use scraper::{Html, Node};

use crate::others::LINE_ENDS;

/// What begins an address for one reader or another, of which ours may see none.
const ADDRESSES: [&str; 14] = [
    "http://e.example/",
    "HTTPS://e.example/",
    "ftp://e.example/",
    "www.e.example/",
    "WWW.e.example/",
    "http://www.e.example/",
    "//e.example/",
    "e.example/",
    "mailto:a@e.example",
    "a@e.example",
    "xmpp:a@e.example/",
    "irc://e.example/",
    "(http://e.example/",
    "http://-/",
];

/// What would run, or be seen as more than a text.
const PAYLOADS: [&str; 14] = [
    "<img src=x onerror=pwn(1)>",
    "<svg/onload=pwn(1)>",
    "<script>pwn(1)</script>",
    "**<img src=x onerror=pwn(1)>**",
    "*<img/src=x/onerror=pwn(1)>*",
    "<!-- -->",
    "</p><img src=x onerror=pwn(1)>",
    "[<img src=x onerror=pwn(1)>](http://e.example/)",
    "a*b*<b>c",
    "_<b>_",
    "~~<b>~~",
    "`<b>`",
    "&lt;b&gt;",
    "\\<img src=x onerror=pwn(1)>",
];

/// The ways out of a line.
const BREAKS: [&str; 9] = [
    "\r", "\n", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\r\r",
];

/// What a reader of GitHub's Markdown is shown: the text, and the elements around it in brackets but for those in `allowed`.
fn seen(markdown: &str, allowed: &[&str]) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.render.r#unsafe = true;
    let html = Html::parse_fragment(&markdown_to_html(markdown, &options));
    let mut seen = String::new();
    for node in html.tree.root().descendants() {
        match node.value() {
            Node::Text(text) => seen.push_str(text),
            Node::Element(element) if !allowed.contains(&element.name()) => {
                seen.push_str(&format!("[{}]", element.name()));
            }
            Node::Element(element) => {
                let address = element.attr("href").unwrap_or_default().to_lowercase();
                let runs = ["javascript:", "data:", "vbscript:", "file:"];
                let is_safe = !runs.iter().any(|scheme| address.starts_with(scheme));
                seen.push_str(if is_safe { "" } else { "[address]" });
                let runs = element.attrs().any(|(name, _)| name.starts_with("on"));
                seen.push_str(if runs { "[handler]" } else { "" });
            }
            Node::Comment(_) => seen.push_str("[comment]"),
            _ => {}
        }
    }
    seen
}

/// The letters and signs of a text: where it is cut into lines is layout.
fn signs(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().concat()
}

/// The text as one line, in each place of a page where a template may print it.
fn one_line_is_text(text: &str) -> Result<(), TestCaseError> {
    let escaped = escape_markdown(text);
    for (before, after, element) in [
        ("", "", "p"),
        ("# ", "", "h1"),
        ("- ", "", "li"),
        ("1. ", " (suite)", "li"),
        ("| ", " |\n|---|\n", "th"),
        ("**", "**", "strong"),
        ("Le lieu : ", ".", "p"),
    ] {
        let around = ["html", "a", "p", "ul", "ol", "table", "thead", "tr"];
        let allowed = [&around[..], &[element]].concat();
        let wanted = signs(&text.replace(LINE_ENDS, " "));
        let seen = signs(&seen(&format!("{before}{escaped}{after}"), &allowed));
        prop_assert!(seen.contains(&wanted), "{:?} gave {:?}", escaped, seen);
        prop_assert!(
            seen.len() <= wanted.len() + "Lelieu:(suite).".len(),
            "{:?} gave {:?}",
            escaped,
            seen
        );
    }
    Ok(())
}

/// The text of a field: its Markdown says what its HTML says.
fn field_is_text(text: &str) -> Result<(), TestCaseError> {
    let blocks = parse(text).blocks;
    let page = Html::parse_fragment(&to_html(&blocks));
    let wanted = signs(&page.root_element().text().collect::<String>());
    let allowed = [
        "html", "a", "p", "ul", "ol", "li", "em", "strong", "br", "table", "thead", "tbody", "tr",
        "th", "td",
    ];
    let markdown = to_markdown(&blocks);
    prop_assert_eq!(
        signs(&seen(&markdown, &allowed)),
        &wanted[..],
        "{:?}",
        markdown
    );
    let cell = format!("| {} |\n|---|\n", to_markdown_cell(&blocks));
    let of_cell = signs(&seen(&cell, &allowed)).replace(['•'], "");
    if !text.contains(['|', '-']) {
        prop_assert_eq!(of_cell, wanted.replace('•', ""), "{:?}", cell);
    }
    Ok(())
}

fn checked(text: &str) {
    one_line_is_text(text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    field_is_text(text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
}

#[test]
fn no_address_opens_the_way_to_a_tag() {
    for address in ADDRESSES {
        for payload in PAYLOADS {
            checked(&format!("{address}{payload}"));
            checked(&format!("Voir {address}x{payload} fin"));
            checked(&format!("{payload}{address}{payload}"));
        }
    }
}

#[test]
fn no_line_end_opens_a_block() {
    for line_end in BREAKS {
        for block in [
            "# Titre",
            "- [x] fait",
            "> cité",
            "---",
            "===",
            "1. un",
            "```",
            "    code",
            "|a|\n|-|",
        ] {
            let text = format!("Texte{line_end}{block}");
            one_line_is_text(&text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        }
    }
}

#[test]
fn no_tag_stands_after_a_backslash() {
    for payload in PAYLOADS {
        let outputs = [
            escape_markdown(payload),
            to_markdown(&parse(payload).blocks),
            to_markdown_cell(&parse(payload).blocks),
        ];
        for output in outputs {
            let output = output.replace("<http://e.example/>", "");
            assert!(!output.contains('<'), "{output:?}");
        }
    }
}

#[test]
fn a_box_that_was_typed_is_no_box_to_tick() {
    for text in ["[ ] à faire", "[x] fait", "[X] fait", "[ ]"] {
        checked(&format!("- {text}"));
        let item = format!("- {}", to_markdown(&parse(text).blocks));
        let seen = seen(&item, &["html", "ul", "li"]);
        assert_eq!(signs(&seen), signs(text));
    }
}

#[test]
fn addresses_that_hold_no_sign_stay_as_typed() {
    for text in [
        "https://example.org/a_b-c?d=e&f=g#h",
        "Voir www.example.org et ftp://example.org/x.",
        "http://e.example/a puis *b*",
    ] {
        let escaped = escape_markdown(text);
        assert_eq!(escaped.replace("\\*", "*"), text);
    }
    assert_eq!(
        escape_markdown("http://e.example/*a*"),
        r"http\://e.example/\*a\*"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn addresses_among_signs_are_text(text in address_text()) {
        one_line_is_text(&text)?;
    }
}

fn address_text() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = ADDRESSES
        .into_iter()
        .chain(PAYLOADS)
        .chain(BREAKS)
        .chain([
            " ", " ", "a", "*", "_", "~", "<", ">", "(", ")", "[", "]", ":", "/", ".", "www", "!",
            "\\", "&", "#",
        ])
        .collect();
    prop::collection::vec(prop::sample::select(pieces), 0..12).prop_map(|pieces| pieces.concat())
}
