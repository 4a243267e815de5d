//! Page ends over whole documents: how full pages are, where words and signatures stand.

use greffier::config::Config;
use greffier::print::Layout;
use greffier::print::page::Mark;

use crate::common::synthetic::records;
use crate::view::{Text, texts};
use crate::{Laid, STYLE, of_series, of_xhtml};

/// What stands between the margins.
fn of_text(layout: &Layout) -> Vec<Text> {
    let all = texts(layout).into_iter();
    all.filter(|text| text.mark != Mark::Pagination && !text.is_turned && !text.is_blank())
        .collect()
}

/// How much of the height of each page is filled.
fn filled(laid: &Laid) -> Vec<f64> {
    let all = of_text(&laid.layout);
    let pages = laid.layout.pages.iter().enumerate();
    pages
        .map(|(number, page)| {
            let own = all.iter().filter(|text| text.page == number);
            let foot = own.map(Text::foot).fold(STYLE.page.top.0, f64::max);
            let height = page.height.0 - STYLE.page.top.0 - STYLE.page.bottom.0;
            (foot - STYLE.page.top.0) / height
        })
        .collect()
}

/// A batch that nobody chose: as many records as there are meetings in some years.
#[test]
fn pages_are_filled() {
    let (mut ends, mut lasts) = (Vec::new(), Vec::new());
    let batch = records(2026, 200);
    for record in &batch {
        let laid = of_series(&record.toml, &Config::default());
        let mut filled = filled(&laid);
        let last = filled.pop().unwrap();
        if !filled.is_empty() {
            lasts.push((last, &record.path));
        }
        ends.extend(filled.into_iter().map(|filled| (filled, &record.path)));
    }
    let below = |pages: &[(f64, &String)], share: f64| -> usize {
        pages.iter().filter(|(filled, _)| *filled < share).count()
    };
    assert!(
        ends.len() > 100 && lasts.len() > 50,
        "too few pages to judge"
    );
    assert!(below(&ends, 0.6) * 100 <= ends.len() * 2, "{ends:?}");
    assert!(below(&lasts, 0.15) * 100 <= lasts.len() * 5, "{lasts:?}");
}

const LONG: &str = "L’organisation de l’atelier de coordination humanitaire se tiendra dans le bureau du Programme des Nations \
    Unies pour le développement ; les recommandations de la réunion précédente seront examinées par les représentants \
    gouvernementaux des collectivités, avant la communication des informations complémentaires aux organisations \
    internationales. ";

/// A long text, pushed down line by line, so that each of its lines comes to the foot once.
#[test]
fn no_word_goes_on_from_page_to_page() {
    let mut hyphens = 0;
    for above in 0..40 {
        let filler = "<p>.</p>".repeat(above);
        let laid = of_xhtml(&format!(
            "<html lang=\"fr\"><head><title>T</title></head><body>{filler}<p>{}</p></body></html>",
            LONG.repeat(30)
        ));
        let all = of_text(&laid.layout);
        hyphens += all.iter().filter(|text| text.is_added_hyphen).count();
        for number in 0..laid.layout.pages.len() {
            let last = all.iter().rfind(|text| text.page == number).unwrap();
            assert!(!last.is_added_hyphen, "page {number} after {above} lines");
        }
    }
    assert!(hyphens > 100, "too few hyphens to judge: {hyphens}");
}

#[test]
fn signatures_stand_with_the_closing_sentence() {
    for above in 0..60 {
        let filler = "<p>.</p>".repeat(above);
        let laid = of_xhtml(&format!(
            "<html lang=\"fr\"><head><title>T</title></head><body><h1>T</h1>{filler}<p class=\"levee\">Levée</p>\
             <p class=\"prochaine\">Prochaine</p><div class=\"signatures\"><h2>Signatures</h2><p>Awa Sow</p></div></body></html>"
        ));
        let all = of_text(&laid.layout);
        let page = |start: &str| {
            all.iter()
                .find(|text| text.text.starts_with(start))
                .unwrap()
                .page
        };
        assert_eq!(page("Levée"), page("Signatures"), "after {above} lines");
        assert_eq!(page("Levée"), page("Awa Sow"), "after {above} lines");
    }
}

/// The title of the source record in many widths: its last line is no lone word.
#[test]
fn the_lines_of_a_title_are_balanced() {
    let title = "Présentation des résultats de la mission intégrée du PNUD, de l’OCHA et de la MINUSMA dans la région de ";
    for end in [
        "Gao",
        "Tombouctou",
        "Gao et de Kidal",
        "Mopti, de Gao et de Kidal",
    ] {
        let laid = of_xhtml(&format!(
            "<html lang=\"fr\"><head><title>T</title></head><body><h1>{title}{end}</h1></body></html>"
        ));
        let all = of_text(&laid.layout);
        let widths: Vec<f64> = all.iter().map(|line| line.right - line.left).collect();
        let (widest, last) = (
            widths.iter().copied().fold(0.0, f64::max),
            widths[widths.len() - 1],
        );
        assert!(widths.len() > 1 && last > widest * 0.6, "{end}: {widths:?}");
    }
}

/// A long name of the body beside the number of the page.
#[test]
fn the_foot_stands_on_one_line() {
    let config = Config {
        body: Some("Comité régional de coordination des interventions de relèvement rapide de la région de Gao".into()),
        ..Config::default()
    };
    let agenda = "\"Point\",".repeat(80);
    let record = format!("date = 2026-03-17\nordre_du_jour = [{agenda}]\n");
    let laid = of_series(&record, &config);
    assert!(laid.layout.pages.len() > 1);
    let all = texts(&laid.layout).into_iter();
    let mut foot: Vec<f64> = all
        .filter(|text| text.mark == Mark::Pagination && !text.is_turned && text.page == 0)
        .map(|text| text.baseline)
        .collect();
    foot.dedup();
    assert_eq!(foot.len(), 1, "{foot:?}");
}
