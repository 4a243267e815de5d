//! The Markdown of the text fields: tables of cases, then properties over random text.

#![allow(
    clippy::expect_used,
    reason = "a test fails by panicking, in its helpers too"
)]

use greffier::markup::{
    Block, Inline, allowed_address, escape_markdown, inline_html, parse, to_html, to_markdown,
    to_markdown_cell, to_plain,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

#[track_caller]
fn check(input: &str, html: &str, markdown: &str) {
    let markup = parse(input);
    assert_eq!(to_html(&markup.blocks), html, "HTML of {input:?}");
    assert_eq!(
        to_markdown(&markup.blocks),
        markdown,
        "Markdown of {input:?}"
    );
    assert_eq!(parse(markdown).blocks, markup.blocks, "{input:?} read back");
}

/// What is typed as plain prose comes out without a backslash.
#[track_caller]
fn check_untouched(text: &str) {
    let markup = parse(text);
    assert_eq!(
        markup.blocks,
        [Block::Paragraph(vec![Inline::Text(text.to_owned())])]
    );
    assert_eq!(to_markdown(&markup.blocks), text);
    assert_eq!(to_plain(&markup.blocks), text);
}

#[test]
fn prose_is_untouched() {
    check_untouched("Point (i) : les 3W de l'atelier 2014-2016, « dit-on » ; R&D, A/RES/46/182.");
    check_untouched("un * seul, une _ seule, un ~ seul, ~10 km, -5 °C, +223 70");
    check_untouched("nom_de_fichier.xlsx, [sic], C:\\Temp, a < b > c, <5 %, C#, #3, 2017.");
    check_untouched("Validé ! Vraiment ? 50 % = la moitié | le reste, www.example.org");
}

#[test]
fn paragraphs_and_lines() {
    check("", "", "");
    check("a\n\n\n  b  \n", "<p>a</p>\n<p>b</p>", "a\n\nb");
    check("a\r\nb\rc", "<p>a\nb\nc</p>", "a\nb\nc");
    check("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>", "a\\\nb\\\nc");
    check("a\tb", "<p>a b</p>", "a b");
    check(
        "& < > \" '",
        "<p>&amp; &lt; &gt; &quot; &#39;</p>",
        "& < > \" '",
    );
}

#[test]
fn emphasis() {
    check(
        "*a* **b** ***c***",
        "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>",
        "*a* **b** ***c***",
    );
    check(
        "_a_ __b__",
        "<p><em>a</em> <strong>b</strong></p>",
        "*a* **b**",
    );
    check("**a**b", "<p><strong>a</strong>b</p>", "**a**b");
    check(
        "**_a_ b**",
        "<p><strong><em>a</em> b</strong></p>",
        "**_a_ b**",
    );
    check(
        "**a***b*",
        "<p><strong>a</strong><em>b</em></p>",
        "**a**_b_",
    );
    check(
        "_(a)_**b**",
        "<p><em>(a)</em><strong>b</strong></p>",
        "*(a)*__b__",
    );
    check(
        "a***b***",
        "<p>a<em><strong>b</strong></em></p>",
        "a***b***",
    );
    // Emphasis within its like, or beside its like, says no more.
    check("*a _b_ c*", "<p><em>a b c</em></p>", "*a b c*");
    check("*a*_b_", "<p><em>ab</em></p>", "*ab*");
    check("****a****", "<p><strong>a</strong></p>", "**a**");
    check("2 * 3 * 4", "<p>2 * 3 * 4</p>", "2 * 3 * 4");
    check("\\*a\\* 3*4", "<p>*a* 3*4</p>", "\\*a\\* 3\\*4");
}

#[test]
fn lists() {
    check(
        "* a\n* b",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
        "- a\n- b",
    );
    check(
        "- a\n\n  b\n- c",
        "<ul>\n<li><p>a</p>\n<p>b</p></li>\n<li>c</li>\n</ul>",
        "- a\n\n  b\n\n- c",
    );
    check(
        "- a\n  - b",
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>",
        "- a\n  - b",
    );
    check(
        "- a\n* b",
        "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>",
        "- a\n\n+ b",
    );
    check(
        "1. a\n1) b",
        "<ol>\n<li>a</li>\n</ol>\n<ol>\n<li>b</li>\n</ol>",
        "1. a\n\n1) b",
    );
    check("-\n- a", "<ul>\n<li></li>\n<li>a</li>\n</ul>", "-\n- a");
    check(
        "3. a\n4. b\n7. c\n8. d",
        "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n<li value=\"7\">c</li>\n<li>d</li>\n</ol>",
        "3. a\n4. b\n7. c\n8. d",
    );
    check(
        "1. a\n1. b",
        "<ol>\n<li>a</li>\n<li value=\"1\">b</li>\n</ol>",
        "1. a\n1. b",
    );
    check(
        "- a\n\n  3. b",
        "<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol></li>\n</ul>",
        "- a\n\n  3. b",
    );
    check(
        "2017\\. Une année",
        "<p>2017. Une année</p>",
        "2017\\. Une année",
    );
    check(
        "> \t2. a",
        "<ol start=\"2\">\n<li>&gt; a</li>\n</ol>",
        "2. \\> a",
    );
}

#[test]
fn links() {
    check(
        "[a](http://x.org \"t\")",
        "<p><a href=\"http://x.org\" title=\"t\">a</a></p>",
        "[a](http://x.org \"t\")",
    );
    check(
        "<http://x.org/a_b>",
        "<p><a href=\"http://x.org/a_b\">http://x.org/a_b</a></p>",
        "<http://x.org/a_b>",
    );
    check(
        "[](http://x.org)",
        "<p><a href=\"http://x.org\">http://x.org</a></p>",
        "<http://x.org>",
    );
    check(
        "[a](<http://x.org/a b>)",
        "<p><a href=\"http://x.org/a%20b\">a</a></p>",
        "[a](<http://x.org/a b>)",
    );
    check(
        "[a](http://x.org/?b&amp;c)",
        "<p><a href=\"http://x.org/?b&amp;amp;c\">a</a></p>",
        "[a](http://x.org/?b\\&amp;c)",
    );
    check(
        "[*a* b](tel:+223)",
        "<p><a href=\"tel:+223\"><em>a</em> b</a></p>",
        "[*a* b](tel:+223)",
    );
    check(
        "vu ! [a](http://x.org)",
        "<p>vu ! <a href=\"http://x.org\">a</a></p>",
        "vu ! [a](http://x.org)",
    );
    check(
        "vu \\![a](http://x.org)",
        "<p>vu !<a href=\"http://x.org\">a</a></p>",
        "vu \\![a](http://x.org)",
    );
    check(
        "[http://a.org <b@c.org>](http://x.org)",
        "<p><a href=\"http://x.org\">http://a.org &lt;b@c.org&gt;</a></p>",
        "[http://a.org \\<b@c.org>](http://x.org)",
    );
}

#[test]
fn bare_addresses() {
    let link = "<a href=\"http://x.org/a\">http://x.org/a</a>";
    check(
        "(http://x.org/a).",
        &format!("<p>({link}).</p>"),
        "(<http://x.org/a>).",
    );
    check(
        "«http://x.org/a»…",
        &format!("<p>«{link}»…</p>"),
        "«<http://x.org/a>»…",
    );
    check(
        "http://x.org/a(b",
        &format!("<p>{link}(b</p>"),
        "<http://x.org/a>(b",
    );
    check(
        "http://x.org/a\u{a0}!",
        &format!("<p>{link}\u{a0}!</p>"),
        "<http://x.org/a>\u{a0}!",
    );
    check(
        "**http://x.org/a**b",
        &format!("<p><strong>{link}</strong>b</p>"),
        "**http://x.org/a**b",
    );
    check(
        "http://x.org/a_(b)_c, vu",
        "<p><a href=\"http://x.org/a_(b)_c\">http://x.org/a_(b)_c</a>, vu</p>",
        "<http://x.org/a_(b)_c>, vu",
    );
    check(
        "l’a@x.org",
        "<p>l’<a href=\"mailto:a@x.org\">a@x.org</a></p>",
        "l’<a@x.org>",
    );
    check(
        "o'brien@x.org",
        "<p><a href=\"mailto:o&#39;brien@x.org\">o&#39;brien@x.org</a></p>",
        "<o'brien@x.org>",
    );
    check(
        "ftp://x.org www.x.org",
        "<p>ftp://x.org www.x.org</p>",
        "ftp://x.org www.x.org",
    );
}

#[test]
fn refused_links_are_text() {
    check(
        "[a](javascript:b)",
        "<p>[a](javascript:b)</p>",
        "[a\\](javascript:b)",
    );
    check("[*a*](b.pdf)", "<p>[*a*](b.pdf)</p>", "[\\*a\\*\\](b.pdf)");
    check(
        "<ftp://x.org>",
        "<p>&lt;ftp://x.org&gt;</p>",
        "\\<ftp://x.org>",
    );
    check("[a]()", "<p>[a]()</p>", "[a\\]()");
    let refused = parse("[a](javascript:b) [c](http://x.org) [d](../e) <data:f>").refused;
    assert_eq!(refused, ["javascript:b", "../e", "data:f"]);
}

#[test]
fn addresses_are_allowed_by_scheme() {
    for address in [
        "http://x.org",
        "HTTPS://x.org",
        "mailto:a@x.org",
        "tel:+223",
    ] {
        assert!(allowed_address(address), "{address:?}");
    }
    for address in [
        "",
        "x",
        "/x",
        "../x",
        "#x",
        "//x.org",
        "ftp://x.org",
        "file:///x",
        "data:x",
        "javascript:x",
        "JavaScript:x",
        " javascript:x",
        "\u{1}javascript:x",
        "java\tscript:x",
        " http://x.org",
        "http:",
        "http:x",
        "mailto:",
        "é",
    ] {
        assert!(!allowed_address(address), "{address:?}");
    }
}

#[test]
fn what_is_outside_the_subset_is_kept() {
    check(
        "[Note]: http://e.org",
        "<p>[Note]: <a href=\"http://e.org\">http://e.org</a></p>",
        "[Note\\]: <http://e.org>",
    );
    check("    a *b*\n      c", "<p>a <em>b</em>\nc</p>", "a *b*\nc");
    check("    - *(a)*", "<p>- <em>(a)</em></p>", "\\- *(a)*");
    check(
        "# A *b* #",
        "<p><strong>A <em>b</em></strong></p>",
        "**A _b_**",
    );
    check("A\nb\n---", "<p><strong>A\nb</strong></p>", "**A\nb**");
    check("#", "<p><strong>#</strong></p>", "**#**");
    check(
        "a <b>c</b>",
        "<p>a &lt;b&gt;c&lt;/b&gt;</p>",
        "a \\<b>c\\</b>",
    );
    check(
        "<div>*a*\n\n<!-- b -->",
        "<p>&lt;div&gt;*a*</p>\n<p>&lt;!-- b --&gt;</p>",
        "\\<div>\\*a\\*\n\n\\<!-- b -->",
    );
    check(
        "![a *b*](c.png)",
        "<p>![a *b*](c.png)</p>",
        "![a \\*b\\*\\](c.png)",
    );
    check("`a *b*`", "<p>`a *b*`</p>", "\\`a \\*b\\*\\`");
    check(
        "```x\na\n\nb\n```",
        "<p>```x\na</p>\n<p>b\n```</p>",
        "\\`\\`\\`x\na\n\nb\n\\`\\`\\`",
    );
    check(
        "> a\n> b\n>\n> c",
        "<p>&gt; a\nb</p>\n<p>&gt; c</p>",
        "\\> a\nb\n\n\\> c",
    );
    check("> > - a\n>", "<ul>\n<li>&gt;&gt; a</li>\n</ul>", "- \\>> a");
    check(">", "<p>&gt;</p>", "\\>");
    check("* * *", "<p>* * *</p>", "\\* * *");
    check(
        "&eacute; &#233; &amp;",
        "<p>&amp;eacute; &amp;#233; &amp;amp;</p>",
        "\\&eacute; \\&#233; \\&amp;",
    );
    check("\\q \\é", "<p>\\q \\é</p>", "\\q \\é");
    check(
        "~~a~~ a|b\n-|-",
        "<p>~~a~~ a|b\n-|-</p>",
        "\\~\\~a\\~\\~ a|b\n\\-|-",
    );
}

#[test]
fn depth_is_bounded() {
    let deep = format!("{}a", "- ".repeat(14));
    assert_eq!(
        to_markdown(&parse(&deep).blocks),
        "- + - + - + - + - + - + \\- - a"
    );
    let numbered = format!("{}a", "7. ".repeat(13));
    assert!(to_plain(&parse(&numbered).blocks).ends_with("7. 7. a"));
    for sign in [
        "- ",
        "> ",
        ">",
        "[",
        "*a ",
        "]:",
        "&",
        "1. ",
        "<",
        "`",
        "*a_",
        "a**b",
        "![",
        "http://x.yz(",
    ] {
        let text = sign.repeat(20_000);
        let markup = parse(&text);
        assert_eq!(
            parse(&to_markdown(&markup.blocks)).blocks,
            markup.blocks,
            "{sign:?}"
        );
    }
}

/// Once broken, found by the properties below.
#[test]
fn scars() {
    let read_back = |input: &str| {
        assert!(
            read_back(input).is_ok() && others_read_the_same(input).is_ok(),
            "{input:?}"
        )
    };
    [
        "a***a***",
        "&a@b.co",
        "!a@b.co[",
        "http://a.bc(http://a.bc",
        "*****__*__*a**(",
        "- \u{a0}\n**\n  -",
        "1. > \t2. ",
        "# - \t- ",
        "***http://a.bc***a*",
        "a***a_**a***_*http://a.bc*__**",
        "a*a***a*a*a*",
        "**http://a.bc(http://a.bc**a",
        "a**http://a.bc[](http://a.bc)**",
        "- *a<http://a.bc/c>http://a.bc*a",
        "a*a**a_**[](http://a.bc)*",
        "- \na- *     \n+ \n-\n",
        "[<*a@b.co> (*](http://a.bc)",
        "*<http://a.bc/c>http://a.bc*a*",
        "a**http://a.bc`a<http://a.bc/c>**",
        "[*_*  \n](http://a.bc)",
        "***a**a_****[a***a",
        "~*\r\n\n~*",
        "* ***\n_(_",
        "*_**http://a.bchttp://a.bc***a",
        "*****a**a(_a_**a***_",
        "[<http://a.bc>]:-->",
    ]
    .into_iter()
    .for_each(read_back);
    for text in ["<&a@b.co> ", "~(~*", "\\", "# #", "a #"] {
        assert!(escaped_everywhere(text).is_ok(), "{text:?}");
    }
}

#[test]
fn a_text_with_every_private_character_is_kept() {
    let codes = (0xE000..=0xF8FF)
        .chain(0xF0000..=0xFFFFD)
        .chain(0x100000..=0x10FFFD);
    let every: String = codes.filter_map(char::from_u32).collect();
    let text = format!("{every}\n\n[a]: b &amp;");
    assert_eq!(
        to_plain(&parse(&text).blocks),
        format!("{every}\n[a]: b &amp;")
    );
}

#[test]
fn cells() {
    let cell = |text: &str| to_markdown_cell(&parse(text).blocks);
    assert_eq!(cell("a | b\nc\n\nd  \ne"), "a \\| b c<br>d<br>e");
    assert_eq!(cell("- a\n- b\n  1. c"), "• a<br>• b<br>1. c");
    assert_eq!(cell("3. a\n4. *b*"), "3\\. a<br>4. *b*");
    assert_eq!(cell("[a|b](http://x.org/|)"), "[a\\|b](http://x.org/\\|)");
    assert_eq!(cell(""), "");
}

#[test]
fn plain_text() {
    let plain = |text: &str| to_plain(&parse(text).blocks);
    assert_eq!(
        plain("*a* [b](http://x.org \"t\") http://x.org\n\nc\nd"),
        "a b (http://x.org, t) http://x.org\nc d"
    );
    assert_eq!(plain("- a\n  1. b\n- c@x.org"), "• a\n  1. b\n• c@x.org");
}

#[test]
fn inline_html_has_no_paragraph_around() {
    assert_eq!(inline_html(&parse("*a*").blocks), "<em>a</em>");
    assert_eq!(inline_html(&parse("a\n\nb").blocks), "<p>a</p>\n<p>b</p>");
}

#[test]
fn plain_titles_are_escaped_only_where_needed() {
    for text in [
        "l'atelier (i) 3W 2014-2016",
        "a_b",
        "50 % ; oui !",
        "R&D",
        "a - b",
        "~10 km",
    ] {
        assert_eq!(escape_markdown(text), text);
    }
    for (text, escaped) in [
        ("# a #", r"\# a \#"),
        ("- a", r"\- a"),
        ("12) a", r"12\) a"),
        ("[a](b)|c", r"\[a\](b)\|c"),
        ("*a* _b_ ~~c~~ `d`", r"\*a\* \_b\_ \~\~c\~\~ \`d\`"),
        ("<b> &amp;\n", r"\<b> \&amp; "),
    ] {
        assert_eq!(escape_markdown(text), escaped);
    }
}

// ---- Properties ----

/// Letters and digits but `0`: the zeros before an item's number are not kept.
fn signs(text: &str) -> Vec<char> {
    text.chars()
        .filter(|character| character.is_alphanumeric() && *character != '0')
        .collect()
}

fn is_subsequence(wanted: &[char], found: &[char]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|sign| found.any(|other| other == sign))
}

/// In `<http://a.b>`, the address counts as what is shown and as where it leads.
fn with_addresses_doubled(markdown: &str) -> String {
    let mut doubled = String::new();
    for (index, part) in markdown.split('<').enumerate() {
        doubled.push_str(part);
        if let Some((address, _)) = part.split_once('>').filter(|_| index > 0) {
            doubled.truncate(doubled.len() - part.len());
            doubled.push_str(address);
            doubled.push_str(part);
        }
    }
    doubled
}

/// The text of an HTML page with the numbers of items; with addresses and titles if asked.
fn text_of_html(html: &str, with_addresses: bool) -> String {
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

fn read_back(input: &str) -> Result<(), TestCaseError> {
    let markup = parse(input);
    let html = to_html(&markup.blocks);
    let markdown = to_markdown(&markup.blocks);
    let cell = to_markdown_cell(&markup.blocks);
    let plain = to_plain(&markup.blocks);
    let back = parse(&markdown);
    prop_assert_eq!(&back.blocks, &markup.blocks, "markdown: {:?}", markdown);
    prop_assert_eq!(to_html(&back.blocks), html.clone());
    let wanted = signs(input);
    for output in [text_of_html(&html, true), with_addresses_doubled(&markdown)] {
        prop_assert!(
            is_subsequence(&wanted, &signs(&output)),
            "lost in {:?}",
            output
        );
    }
    let visible = signs(&text_of_html(&html, false));
    prop_assert!(
        is_subsequence(&visible, &signs(&plain)),
        "lost in {:?}",
        plain
    );
    prop_assert!(!cell.contains('\n'));
    Ok(())
}

/// The text that a reader of `CommonMark` with tables sees in one kind of place.
fn text_in(markdown: &str, place: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_))
                if place == "heading" => {}
            Event::Start(Tag::List(_) | Tag::Item) | Event::End(TagEnd::List(_) | TagEnd::Item)
                if place == "item" => {}
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableCell) if place == "cell" => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell)
                if place == "cell" => {}
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
                if place == "paragraph" => {}
            Event::Text(part) => text.push_str(&part),
            other => text.push_str(&format!("<{other:?}>")),
        }
    }
    text
}

/// The characters of a tree as a reader sees them, block after block.
fn text_of_blocks(blocks: &[Block], line_end: &str, text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => text_of_inlines(inlines, line_end, text),
            Block::List { items, .. } => items
                .iter()
                .for_each(|item| text_of_blocks(&item.blocks, line_end, text)),
        }
    }
}

fn text_of_inlines(inlines: &[Inline], line_end: &str, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) => text.push_str(part),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                text_of_inlines(content, line_end, text);
            }
            Inline::SoftBreak | Inline::HardBreak => text.push_str(line_end),
        }
    }
}

/// A reader without our rules, who knows tables and strikethrough, sees the same characters and no other markup.
fn others_read_the_same(input: &str) -> Result<(), TestCaseError> {
    let markup = parse(input);
    let mut wanted = String::new();
    text_of_blocks(&markup.blocks, "\n", &mut wanted);
    let markdown = to_markdown(&markup.blocks);
    let mut seen = String::new();
    for event in Parser::new_ext(
        &markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Link { .. },
            ) => {}
            Event::End(TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Item) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::Text(part) => seen.push_str(&part),
            Event::SoftBreak | Event::HardBreak => seen.push('\n'),
            other => seen.push_str(&format!("<{other:?}>")),
        }
    }
    prop_assert_eq!(seen, wanted, "markdown: {:?}", markdown);
    let cell = to_markdown_cell(&markup.blocks);
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '•')
            .collect()
    };
    let mut seen = String::new();
    for event in Parser::new_ext(
        &format!("| {cell} |\n|---|\n"),
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableCell) => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell) => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::Text(part) => seen.push_str(&part),
            Event::InlineHtml(tag) if &*tag == "<br>" => {}
            other => seen.push_str(&format!("<{other:?}>")),
        }
    }
    let plain_cell = {
        let mut text = String::new();
        numbered_text(&markup.blocks, &mut text);
        text
    };
    prop_assert_eq!(bare(&seen), bare(&plain_cell), "cell: {:?}", cell);
    Ok(())
}

fn numbered_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => text_of_inlines(inlines, " ", text),
            Block::List { items, .. } => {
                for item in items {
                    text.push_str(
                        &item
                            .number
                            .map_or_else(String::new, |number| format!("{number}.")),
                    );
                    numbered_text(&item.blocks, text);
                }
            }
        }
    }
}

fn escaped_everywhere(text: &str) -> Result<(), TestCaseError> {
    let escaped = escape_markdown(text);
    let unified = text
        .replace("\r\n", " ")
        .replace(['\n', '\r', '\u{b}', '\u{c}'], " ");
    let wanted = unified.trim_matches([' ', '\t']);
    if wanted.is_empty() {
        prop_assert!(escaped.trim().is_empty());
        return Ok(());
    }
    prop_assert_eq!(
        text_in(&escaped, "paragraph"),
        wanted,
        "paragraph {:?}",
        &escaped
    );
    prop_assert_eq!(
        text_in(&format!("# {escaped}"), "heading"),
        wanted,
        "heading {:?}",
        &escaped
    );
    prop_assert_eq!(
        text_in(&format!("- {escaped}"), "item"),
        wanted,
        "item {:?}",
        &escaped
    );
    let table = format!("| {escaped} |\n|---|\n");
    prop_assert_eq!(text_in(&table, "cell"), wanted, "cell {:?}", &escaped);
    Ok(())
}

fn rich_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "*",
        "*",
        "**",
        "_",
        "__",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "#",
        "|",
        "~",
        "~~",
        "-",
        "+",
        "=",
        "`",
        "``",
        "\\",
        "!",
        ":",
        ";",
        ".",
        ",",
        "'",
        "\"",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "\t",
        "a",
        "b",
        "é",
        "1",
        "2",
        "30",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "7. ",
        "> ",
        "# ",
        "---",
        "===",
        "```",
        "~~~",
        "](http://a.bc)",
        "](http://a.bc 't')",
        "](javascript:x)",
        "](",
        "]:",
        "http://a.bc",
        "https://c.de/f_g(h)",
        "a@b.co",
        "<http://a.bc/c>",
        "<a@b.co>",
        "<br>",
        "<div>",
        "<!--",
        "-->",
        "&amp;",
        "&#49;",
        "![",
        "\u{a0}",
        "’",
        "«",
        "»",
        "…",
        "\r",
        "\r\n",
        "\u{c}",
        "\0",
        "\u{301}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

/// Text close to what people type: few signs, mostly words.
fn emphatic_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "*",
        "*",
        "**",
        "**",
        "***",
        "_",
        "_",
        "__",
        "a",
        "b",
        "(",
        ")",
        ".",
        " ",
        "\n",
        "[",
        "](http://a.bc)",
        "http://a.bc",
        "\\*",
        "«",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn listed_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "- ", "- ", "+ ", "* ", "-\n", "1. ", "2. ", "3) ", "1.\n", "a", "b", "> ", "\n", "\n",
        "\n\n", "\n  ", "\n   ", "\n    ", "\n\n  ", "\n\n    ", "# ", "---", "    ", "\t",
        "```\n",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads_back(text in any::<String>()) {
        read_back(&text)?;
    }

    #[test]
    fn rich_text_reads_back(text in rich_text()) {
        read_back(&text)?;
    }

    #[test]
    fn emphatic_text_reads_back(text in emphatic_text()) {
        read_back(&text)?;
    }

    #[test]
    fn listed_text_reads_back(text in listed_text()) {
        read_back(&text)?;
    }

    #[test]
    fn others_read_rich_text_the_same(text in rich_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_emphatic_text_the_same(text in emphatic_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn others_read_listed_text_the_same(text in listed_text()) {
        others_read_the_same(&text)?;
    }

    #[test]
    fn escaped_text_is_text_everywhere(text in rich_text()) {
        escaped_everywhere(&text)?;
    }

    #[test]
    fn any_escaped_text_is_text_everywhere(text in any::<String>()) {
        escaped_everywhere(&text)?;
    }
}
