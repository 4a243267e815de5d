//! Documents of every kind, by name: what the tests read back and what the judges in `.ci/` see.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests and benchmarks use a part; what cannot be made should stop there"
)]

use greffier::diagnostic::Source;
use greffier::document::Document;
use greffier::pdf::Pictures;
use greffier::print::fonts::{Face, Fonts};
use greffier::print::page::{Item, Mark, Role};
use greffier::print::style::StyleSheet;
use greffier::print::{Layout, lay_out};
use greffier::toml_source::FileState;

use crate::setter::Setter;

pub(crate) const SENTENCE: &str = "Les membres du cluster ont discuté de l’efficacité des activités de relèvement, des \
     affaires foncières et de la coordination avec les services techniques\u{a0}; « la difficulté », dit-on, reste \
     l’accès à Ménaka, et le budget de 12\u{202f}500\u{202f}000 FCFA ne suffit pas.";

/// A logo with a transparent corner.
pub(crate) fn logo() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 8, 4);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = (0..32_u8)
        .flat_map(|n| [n * 8, 80, 200 - n * 4, if n < 8 { 100 } else { 255 }])
        .collect();
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
    file
}

pub(crate) fn pictures() -> Pictures {
    let mut pictures = Pictures::default();
    pictures.add("logo.png", &logo()).unwrap();
    pictures
}

/// Every sample with its name.
pub(crate) fn all(fonts: &Fonts) -> Vec<(&'static str, Layout)> {
    vec![
        ("minutes", minutes(fonts)),
        ("empty", Setter::new(fonts).finish(false)),
        ("letters", letters(fonts)),
        ("long", long(fonts, 200)),
        ("council", printed(include_str!("council.xhtml"), fonts)),
        ("notes", noted(fonts)),
    ]
}

/// The pages of a print XHTML in our own style.
pub(crate) fn printed(text: &str, fonts: &Fonts) -> Layout {
    styled(text, &StyleSheet::default(), fonts)
}

fn styled(text: &str, style: &StyleSheet, fonts: &Fonts) -> Layout {
    let document = Document::parse(&source("test.print.html", text)).unwrap();
    lay_out(&document, style, fonts, &|_| None)
}

fn source(name: &str, text: &str) -> Source {
    Source {
        name: name.into(),
        text: text.into(),
    }
}

/// Addresses as notes, of a section and of themes in a table.
pub(crate) fn noted(fonts: &Fonts) -> Layout {
    let sheet = source("style.toml", "[styles.a]\nadresse = \"notes\"\n");
    let style = StyleSheet::read(&sheet, &|_| FileState::Missing);
    let link =
        |path: &str| format!("<a href=\"https://example.org/{path}\">le document {path}</a>");
    let rows: String = (1..=12)
        .map(|row| {
            format!(
                "<tr><td><h3>Thème {row}</h3></td><td>{SENTENCE} {} et {}</td></tr>",
                link("tdr"),
                link(&format!("plan-{row}"))
            )
        })
        .collect();
    let text = format!(
        "<html lang=\"fr\"><head><title>Adresses en notes</title></head><body><h1>Adresses en notes</h1><section><h2>Un</h2><p>Voir {}.</p></section>\
         <h2>Deux</h2><table><thead><tr><th scope=\"col\">Thème</th><th scope=\"col\">Texte</th></tr></thead><tbody>{rows}</tbody>\
         </table></body></html>",
        link("un")
    );
    styled(&text, &style.sheet.unwrap(), fonts)
}

/// Minutes of four pages or so, with everything in them.
pub(crate) fn minutes(fonts: &Fonts) -> Layout {
    let mut setter = Setter::new(fonts);
    setter.figure("logo.png", "Logo du cluster");
    setter.heading(1, "Compte rendu de la réunion");
    setter.paragraph(SENTENCE);
    setter.heading(2, "Ordre du jour");
    setter.list(
        true,
        &["Adoption du compte rendu", "Relance à Gao", SENTENCE],
    );
    setter.heading(2, "Participants");
    setter.list(false, &["Awa Traoré (PNUD)", "Jean Coulibaly (AVSF)"]);
    setter.heading(2, "Thèmes");
    let rows: Vec<Vec<String>> = (1..=12)
        .map(|row| {
            vec![
                format!("Thème {row}"),
                SENTENCE.into(),
                String::new(),
                format!("ACTED, OIM {row}"),
            ]
        })
        .collect();
    setter.anchor("theme-3");
    setter.table(
        "Points d’action",
        &["Thème", "Discussion", "Action", "Responsable"],
        &rows,
    );
    setter.heading(2, "Annexes");
    setter.heading(3, "Liens");
    setter.link(
        "https://example.org/réunions?a=1&b=(2)",
        &["le site du cluster,", "sur deux lignes"],
    );
    setter.link("#theme-3", &["le thème 3"]);
    setter.link("mailto:im@example.org", &["l’adresse de l’IM"]);
    hyphenated(&mut setter);
    setter.finish(true)
}

/// A word cut at the end of a line, and a word of another language.
fn hyphenated(setter: &mut Setter) {
    let paragraph = setter.element(Role::Paragraph, Some(0));
    setter.line("La coordina", Face::Regular, 10.0, Mark::Element(paragraph));
    setter.y -= 14.0;
    let mut hyphen = setter.run("-", Face::Regular, 10.0, Mark::Element(paragraph));
    hyphen.x.0 += 56.0;
    hyphen.actual_text = Some("\u{ad}".into());
    setter.add(Item::Text(hyphen));
    setter.y += 14.0;
    setter.line("tion des ", Face::Regular, 10.0, Mark::Element(paragraph));
    let span = setter.element(Role::Span, Some(paragraph));
    setter.layout.elements[span].language = Some("en".into());
    setter.line("early recovery", Face::Italic, 10.0, Mark::Element(span));
}

/// Ligatures, small spaces, letters of the national languages with their tones.
fn letters(fonts: &Fonts) -> Layout {
    let mut setter = Setter::new(fonts);
    setter.heading(1, "Lettres");
    for face in Face::ALL {
        let paragraph = setter.element(Role::Paragraph, Some(0));
        for text in [
            "efficace, difficile, flèche, affluent : fi fl ffi",
            "1\u{202f}000\u{a0}%\u{202f}; dit\u{2011}on «\u{202f}oui\u{202f}» — 3×4 -> x",
            "ɛ́ ɔ̀ ɲ ŋ ɓ ɗ ƴ ɣ ǝ ʃ ʒ ḍ ṭ ɛ̃̀ à a\u{300} Ɛ\u{301}",
        ] {
            setter.line(text, face, 11.0, Mark::Element(paragraph));
        }
    }
    setter.finish(false)
}

const TOWNS: [&str; 7] = [
    "Kayes",
    "Kidal",
    "Ménaka",
    "Mopti",
    "Ségou",
    "Sikasso",
    "Tombouctou",
];

/// As many pages.
pub(crate) fn long(fonts: &Fonts, pages: usize) -> Layout {
    let mut setter = Setter::new(fonts);
    for page in 0..pages {
        if page > 0 {
            setter.page();
        }
        let level = if page == 0 { 1 } else { 2 };
        // Other words on each page, or they would look like a running header that is not marked as one.
        let words = SENTENCE.split(' ').filter(|word| word.len() > 3);
        let mut words: Vec<(usize, &str)> = words
            .enumerate()
            .map(|(rank, word)| {
                (
                    (rank + 5) * (page + 143) * (rank + 17 * page + 311) % 10_007,
                    word,
                )
            })
            .collect();
        words.sort_unstable();
        let words: Vec<&str> = words.into_iter().map(|(_, word)| word).collect();
        let town = |divisor: usize| TOWNS[page / divisor % TOWNS.len()];
        let title = format!("De {} à {} par {}", town(1), town(7), town(49));
        setter.heading(level, &title);
        setter.anchor(&format!("page-{page}"));
        setter.paragraph(&words.join(" "));
    }
    setter.finish(false)
}
