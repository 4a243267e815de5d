//! Themes in sections that go on overleaf say so at the top of the page.

use greffier::print::page::Mark;

use crate::view::{Text, joined, texts};
use crate::{Laid, STYLE, of_record, of_xhtml, sound};

/// The texts of each page, the foot apart.
fn pages(laid: &Laid) -> Vec<Vec<Text>> {
    let mut pages = vec![Vec::new(); laid.layout.pages.len()];
    for text in texts(&laid.layout) {
        if text.mark != Mark::Pagination && !text.is_blank() {
            pages[text.page].push(text);
        }
    }
    pages
}

/// What says at the top of each page that a theme goes on.
fn said(laid: &Laid) -> Vec<String> {
    let heads = pages(laid).into_iter().map(|page| {
        let is_head = |text: &&Text| text.mark == Mark::Artifact;
        joined(&page.iter().take_while(is_head).cloned().collect::<Vec<_>>())
    });
    heads.collect()
}

fn theme(title: &str, sentences: usize) -> String {
    let text = "Une phrase du compte rendu, qui n’est ni longue ni courte. ".repeat(sentences);
    format!("[[themes]]\ntitre = \"{title}\"\ndiscussion = \"{text}\"\n")
}

fn record(themes: &str) -> Laid {
    let laid = of_record(&format!(
        "date = 2026-03-17\npresentation = \"sections\"\n{themes}"
    ));
    sound::check(&laid);
    laid
}

#[test]
fn a_section_names_its_theme_on_each_page() {
    let laid = record(&(theme("Relance des activités", 250) + &theme("Divers", 3)));
    let mut heads = said(&laid);
    assert!(heads.len() > 2);
    assert_eq!(heads.remove(0), "");
    for head in heads {
        assert_eq!(head, "1. Relance des activités (suite)");
    }
    for page in pages(&laid).iter().skip(1) {
        let top = STYLE.page.top.0;
        assert!((page[0].top() - top).abs() < 6.0, "{:?}", page[0]);
        let next = page
            .iter()
            .find(|text| text.mark != Mark::Artifact)
            .unwrap();
        assert!(next.top() > page[0].foot() + 1.0, "{next:?}");
    }
}

/// At the top of a page stands the theme that began last on the pages before, unless the next one begins there.
#[test]
fn what_begins_a_page_says_nothing() {
    let mut begun = 0;
    for sentences in 60..110 {
        let laid = record(&(theme("Un", sentences) + &theme("Deux", 40)));
        let mut last = "";
        for (head, page) in said(&laid).into_iter().zip(pages(&laid)) {
            let own: Vec<Text> = page
                .into_iter()
                .filter(|text| text.mark != Mark::Artifact)
                .collect();
            let begins = own[0].text.starts_with("2. Deux");
            begun += usize::from(begins);
            let expected = match last {
                "" => String::new(),
                _ if begins => String::new(),
                last => format!("{last} (suite)"),
            };
            assert_eq!(head, expected, "{sentences}");
            for title in ["1. Un", "2. Deux"] {
                if own.iter().any(|text| text.text.starts_with(title)) {
                    last = title;
                }
            }
        }
    }
    assert!(begun > 0, "no theme begins a page");
}

/// A title of a part of the document is none of a theme; a page too low for the head has none; nothing is lost for it.
#[test]
fn only_themes_are_named_where_there_is_room() {
    let text = "<p>Une phrase, puis une autre.</p>".repeat(120);
    let page = |title: &str| {
        let laid = of_xhtml(&format!(
            "<html lang=\"fr\"><head><title>Essai</title></head><body><h1>Essai</h1><h2>Partie</h2><section>{title}{text}</section></body></html>"
        ));
        sound::check(&laid);
        said(&laid)
    };
    assert!(page("<h2>Notes</h2>").iter().all(String::is_empty));
    assert!(page("").iter().all(String::is_empty));
    let heads = page("<h3>1. Thème</h3>");
    assert!(heads.len() > 2 && heads[1..].iter().all(|head| head == "1. Thème (suite)"));
}
