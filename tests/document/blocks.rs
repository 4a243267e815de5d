//! What a sound text is read as.

use greffier::diagnostic::Report;
use greffier::document::Document;

use crate::dump::{blocks, line};
use crate::{source, with_body};

#[track_caller]
fn read(text: &str) -> Document {
    let source = source(text.to_owned());
    Document::parse(&source)
        .unwrap_or_else(|faults| panic!("{}", Report::new(source, faults).render(false)))
}

/// Each body, and its blocks.
const CASES: &[(&str, &str)] = &[
    ("", ""),
    ("<!-- rien -->", ""),
    ("un  texte\nseul", "p[un texte seul]"),
    ("<p>a</p>b<p>c</p>", "p[a] | p[b] | p[c]"),
    ("<p/>", "p[]"),
    // White space.
    ("<p>  a \t\r\n b  </p>", "p[a b]"),
    ("<p>a <b> b </b> c</p>", "p[a **b **c]"),
    ("<p>a<b> b</b> <em> c </em></p>", "p[a** b** _c_]"),
    ("<p> <b> a</b></p>", "p[**a**]"),
    ("<p>a <b> </b></p>", "p[a]"),
    ("<p>a<b> </b>c</p>", "p[a** **c]"),
    ("<p>a <br/> b<br/></p>", "p[a↵b↵]"),
    ("<p>a <em>b <br/> </em> c</p>", "p[a _b↵_c]"),
    ("<p>\u{a0}a\u{a0} \u{202f}b\u{202f}</p>", "p[⍽a⍽ ˽b˽]"),
    ("<p>a &#160; b&#32;&#10;c</p>", "p[a ⍽ b c]"),
    ("<p>a<!-- x -->b <!-- y --> c</p>", "p[ab c]"),
    (
        "<p>&lt;b&gt; &amp;amp; ]]&gt; <![CDATA[<i> ]]></p>",
        "p[<b> &amp; ]]> <i>]",
    ),
    // Lines.
    (
        "<p><strong>a</strong><i>b</i><sup>c</sup></p>",
        "p[**a**_b_^c^]",
    ),
    (
        "<p><b class=\"nom\" lang=\"bm\">a</b></p>",
        "p[span.nom@bm{**a**}]",
    ),
    (
        "<p><span class=\"nom\">a</span><span id=\"x\"/><span/></p>",
        "p[span.nom{a}span#x{}]",
    ),
    (
        "<p id=\"x\"><a href=\"#x\">a</a> <a href=\"HTTPS://e.org/?a=1&amp;b=2\" class=\"lien\">b</a></p>",
        "p#x[<#x>{a} span.lien{<HTTPS://e.org/?a=1&b=2>{b}}]",
    ),
    (
        "<p><a href=\"mailto:a@e.org\">a</a><a href=\"tel:+223\">b</a></p>",
        "p[<mailto:a@e.org>{a}<tel:+223>{b}]",
    ),
    // Blocks.
    (
        "<h1 id=\"a\" class=\"b\" lang=\"fr-ML\">T</h1><h2>U</h2><h3>V</h3><h1>W</h1>",
        "h1#a.b@fr-ML[T] | h2[U] | h3[V] | h1[W]",
    ),
    (
        "<h1>T</h1><h2>U</h2><h3>V</h3><h4 class=\"b\">W</h4><h2>X</h2>",
        "h1[T] | h2[U] | h3[V] | h4.b[W] | h2[X]",
    ),
    (
        "<section class=\"paysage\" id=\"a\"><p>a</p>b</section><div><div class=\"paysage\"/></div>",
        "landscape#a.paysage[p[a] | p[b]] | div[landscape.paysage[]]",
    ),
    (
        "<div class=\"texte\"><p>a</p>b</div><section/>",
        "div.texte[p[a] | p[b]] | section[]",
    ),
    (
        "<img src=\"logo.png\" alt=\" Le  logo \"/><hr class=\"filet\"/>",
        "img[logo.png \"Le logo\"] | hr.filet",
    ),
    (
        "<div class=\"colonnes\" id=\"c\"><div>a</div> <div class=\"d\"><p>b</p></div></div>",
        "columns#c.colonnes[div[p[a]] | div.d[p[b]]]",
    ),
    // Lists.
    (
        "<ul><li>a</li> <li id=\"x\"><p>b</p><ul><li>c</li></ul></li><li/></ul>",
        "ul[(p[a]) #x(p[b] | ul[(p[c])]) ()]",
    ),
    ("<ol><li>a</li><li>b</li></ol>", "ol[1.(p[a]) 2.(p[b])]"),
    (
        "<ol start=\"0\"><li>a</li><li value=\"7\">b</li><li>c</li></ol>",
        "ol[0.(p[a]) 7.(p[b]) 8.(p[c])]",
    ),
    (
        "<ul><li class=\"x\" lang=\"ff\">a</li></ul>",
        "ul[(div.x@ff[p[a]])]",
    ),
    // Tables.
    (
        "<table><tbody><tr><td>a</td><td/></tr></tbody></table>",
        "table[_ _ / tr: td0(p[a]) td1()]",
    ),
    (
        "<table class=\"t\"><caption>Les <b>gens</b></caption><colgroup><col class=\"n\"/><col/></colgroup>\
         <thead><tr><th>N</th><th scope=\"col\">Nom</th></tr></thead>\
         <tbody><tr id=\"r\" class=\"s\"><th>1</th><td>A</td></tr></tbody></table>",
        "table.t[n _ / caption[Les **gens**] / head tr: col0(p[N]) col1(p[Nom]) / tr#r.s: row0(p[1]) td1(p[A])]",
    ),
    (
        "<table><tbody><tr><td rowspan=\"2\">a</td><td rowspan=\"2\">b</td><td>c</td></tr><tr><td>d</td></tr></tbody>\
         <tbody><tr><td colspan=\"2\">e</td><td>f</td></tr></tbody></table>",
        "table[_ _ _ / tr: td0×1×2(p[a]) td1×1×2(p[b]) td2(p[c]) / tr: td2(p[d]) / tr: td0×2×1(p[e]) td2(p[f])]",
    ),
    (
        "<table><tbody><tr><td>a</td><td rowspan=\"3\" colspan=\"2\">b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>\
         <tr><td rowspan=\"1\">f</td><td>g</td></tr></tbody></table>",
        "table[_ _ _ _ / tr: td0(p[a]) td1×2×3(p[b]) td3(p[c]) / tr: td0(p[d]) td3(p[e]) / tr: td0(p[f]) td3(p[g])]",
    ),
    // Tables in a cell and in an item.
    (
        "<table><tbody><tr><td>a<table class=\"t\"><tbody><tr><th scope=\"row\">b</th><td/></tr></tbody></table>c</td></tr></tbody>\
         </table>",
        "table[_ / tr: td0(p[a] | table.t[_ _ / tr: row0(p[b]) td1()] | p[c])]",
    ),
    (
        "<ul><li>a<table><tbody><tr><td><ul><li><table><tbody><tr><td>b</td></tr></tbody></table></li></ul></td></tr></tbody>\
         </table></li></ul>",
        "ul[(p[a] | table[_ / tr: td0(ul[(table[_ / tr: td0(p[b])])])])]",
    ),
    // A row that cells from above cover whole.
    (
        "<table><tbody><tr><td rowspan=\"2\">a</td></tr><tr/></tbody></table>",
        "table[_ / tr: td0×1×2(p[a]) / tr: ]",
    ),
    (
        "<table><tbody><tr lang=\"bm\"><td lang=\"ff\" class=\"x\">a</td></tr></tbody></table>",
        "table[_ / tr: td0.x(div@bm[div@ff[p[a]]])]",
    ),
    (
        "<table><tbody><tr><td>a<br/>b<ul><li>c</li></ul><h1>d</h1></td></tr></tbody></table>",
        "table[_ / tr: td0(p[a↵b] | ul[(p[c])] | h1[d])]",
    ),
];

#[test]
fn of_each_body() {
    for (body, expected) in CASES {
        let document = read(&with_body(body));
        assert_eq!(blocks(&document.body), *expected, "{body}");
    }
}

#[test]
fn of_what_stands_on_each_page() {
    let document = read(&with_body(
        "<!-- x --><header><img src=\"logo.png\" alt=\"\"/></header>\n\
         <footer class=\"pied\">Le corps <a href=\"https://e.org\">ici</a>, page <span class=\"page\"/> / <span class=\"pages\"/> </footer>\n\
         <aside class=\"filigrane\"> PROJET\n</aside><p>a</p>",
    ));
    assert_eq!(blocks(&document.running_header), "img[logo.png \"\"]");
    assert_eq!(
        blocks(&document.running_footer),
        "div.pied[p[Le corps <https://e.org>{ici}, page %page / %pages]]"
    );
    assert_eq!(document.watermark.as_deref(), Some("PROJET"));
    assert_eq!(blocks(&document.body), "p[a]");
    assert_eq!(line(&[]), "");
}

#[test]
fn of_the_head() {
    let document = read(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html lang=\"fr-ML\" xmlns=\"http://www.w3.org/1999/xhtml\"><head>\n\
         <meta charset=\"utf-8\"/><title> Compte rendu,\n 7 février </title><meta name=\"author\" content=\"Oumou Sow\"/>\
         <meta name=\"author\" content=\"Jean-Luc Kramo\"/><meta name=\"subject\" content=\"Cluster\"/>\
         <meta name=\"date\" content=\"2017-02-07\"/></head><body/></html>",
    );
    assert_eq!(document.language, "fr-ML");
    let metadata = document.metadata;
    assert_eq!(metadata.title, "Compte rendu, 7 février");
    assert_eq!(metadata.authors, ["Oumou Sow", "Jean-Luc Kramo"]);
    assert_eq!(metadata.subject.as_deref(), Some("Cluster"));
    assert_eq!(metadata.date, Some(jiff::civil::date(2017, 2, 7)));
    assert!(document.body.is_empty() && document.watermark.is_none());
}
