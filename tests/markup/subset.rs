//! The cases of what Markdown says in a text field.

use greffier::markup::{
    allowed_address, escape_markdown, inline_html, parse, to_markdown, to_markdown_cell, to_plain,
};

use crate::{check, check_untouched};

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
        "- a\n\n* b",
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
        "<p><a class=\"mots\" href=\"http://x.org\" title=\"t\">a</a></p>",
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
        "<p><a class=\"mots\" href=\"http://x.org/a%20b\">a</a></p>",
        "[a](<http://x.org/a b>)",
    );
    check(
        "[a](http://x.org/?b&amp;c)",
        "<p><a class=\"mots\" href=\"http://x.org/?b&amp;amp;c\">a</a></p>",
        "[a](http://x.org/?b\\&amp;c)",
    );
    check(
        "[*a* b](tel:+223)",
        "<p><a class=\"mots\" href=\"tel:+223\"><em>a</em> b</a></p>",
        "[*a* b](tel:+223)",
    );
    check(
        "vu ! [a](http://x.org)",
        "<p>vu ! <a class=\"mots\" href=\"http://x.org\">a</a></p>",
        "vu ! [a](http://x.org)",
    );
    check(
        "vu \\![a](http://x.org)",
        "<p>vu !<a class=\"mots\" href=\"http://x.org\">a</a></p>",
        "vu \\![a](http://x.org)",
    );
    check(
        "[http://a.org <b@c.org>](http://x.org)",
        "<p><a class=\"mots\" href=\"http://x.org\">http://a.org &lt;b@c.org&gt;</a></p>",
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
        r"**http\://x.org/a**b",
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
    check(
        "# A *b* #",
        "<p><strong>A <em>b</em></strong></p>",
        "**A _b_**",
    );
    check("A\nb\n---", "<p>A\nb</p>\n<p>---</p>", "A\nb\n\n\\---");
    check("A\n===", "<p>A</p>\n<p>===</p>", "A\n\n\\===");
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
        "- * - * - * - * - * - * \\- - a"
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
    assert_eq!(cell("[a|b](http://x.org/|)"), "[a\\|b](http://x.org/%7C)");
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
        // Some readers take the backslashes off the brackets of a link's text before they read it.
        ("[a](b)|c", r"\[a\]\(b)\|c"),
        ("![a](http://b/c.png)", r"!\[a\]\(http://b/c.png)"),
        ("\u{feff}# a", r"\# a"),
        ("*a* _b_ ~~c~~ `d`", r"\*a\* \_b\_ \~\~c\~\~ \`d\`"),
        ("<b> &amp;\n", r"&lt;b> \&amp; "),
        // One tilde strikes through for some, and may close where no rule lets it.
        ("~Relu par~", r"\~Relu par\~"),
        ("~Relu par", r"\~Relu par"),
        ("Relu par~", r"Relu par\~"),
        ("a ~b (~c) ~10, ~20", r"a \~b (\~c) ~10, ~20"),
        ("~10 (~20)", r"\~10 (\~20)"),
        ("~10, voir http://a.bc/~d", r"\~10, voir http\://a.bc/\~d"),
        ("a ~ b", "a ~ b"),
        // Some take any space behind it for that of a heading.
        ("# : a", r"\# : a"),
        ("#\u{a0}: a", "\\#\u{a0}: a"),
        ("##\u{202f}! a", "\\##\u{202f}! a"),
        ("#\u{3000}", "\\#\u{3000}"),
        ("#", r"\#"),
        ("#3 fait", "#3 fait"),
    ] {
        assert_eq!(escape_markdown(text), escaped);
    }
}
