//! From a print XHTML to the file: tables within cells, four levels of titles, pages held sideways.

use greffier::print::fonts::Fonts;
use hayro_syntax::object::Object;

use crate::read_back;
use crate::reader::Reader;
use crate::reader::entries::{Entries, bytes, items, number, references};
use crate::samples::printed;

fn of_body(body: &str) -> Reader {
    let fonts = Fonts::embedded();
    let text =
        format!("<html lang=\"fr\"><head><title>Essai</title></head><body>{body}</body></html>");
    read_back(&printed(&text, &fonts), &fonts)
}

#[test]
fn a_table_within_a_cell_is_a_table_within_that_cell() {
    let reader = of_body(
        "<table><thead><tr><th>Thème</th></tr></thead><tbody><tr><td><p>Avant</p><table class=\"donnees\"><thead><tr>\
         <th scope=\"col\">Zone</th><th scope=\"col\" class=\"droite\">Cas</th></tr></thead><tbody><tr><th scope=\"row\">Gao</th>\
         <td class=\"droite\">12</td></tr><tr><td/><td/></tr></tbody></table><p>Après</p></td></tr></tbody></table>",
    );
    let expected = "\
Document
  Table
    THead
      TR
        TH Scope=Column
          P
            “Thème”
    TBody
      TR
        TD
          P
            “Avant”
          Table
            THead
              TR
                TH Scope=Column
                  P
                    “Zone”
                TH Scope=Column
                  P
                    “Cas”
            TBody
              TR
                TH Scope=Row
                  P
                    “Gao”
                TD
                  P
                    “12”
              TR
                TD
                TD
          P
            “Après”
";
    assert_eq!(reader.structure(), expected);
}

/// The header that comes again is decoration; the rows of both pages belong to one table.
#[test]
fn a_table_within_a_cell_goes_on_overleaf() {
    let rows: String = (0..80)
        .map(|row| format!("<tr><td>Rue{row}</td></tr>"))
        .collect();
    let reader = of_body(&format!(
        "<table><tbody><tr><td><p>Avant</p><table><thead><tr><th>Noms</th></tr></thead><tbody>{rows}</tbody></table></td></tr>\
         </tbody></table>"
    ));
    let structure = reader.structure();
    assert_eq!(structure.matches("Table\n").count(), 2);
    assert_eq!(structure.matches("“Noms”").count(), 1);
    assert_eq!(structure.matches("“Rue").count(), 80);
    assert_eq!(reader.pages().len(), reader.artifacts.len());
    assert!(reader.pages().len() > 1);
    assert_eq!(reader.artifacts[0], "");
    assert!(reader.artifacts[1..].iter().all(|text| text == "Noms"));
}

#[test]
fn titles_of_four_levels_are_tags_and_entries_of_the_side_panel() {
    let reader = of_body("<h1>Un</h1><h2>Deux</h2><h3>Trois</h3><h4>Quatre</h4><p>Texte</p>");
    let structure = reader.structure();
    for level in 1..=4 {
        assert!(structure.contains(&format!("  H{level}\n")), "{structure}");
    }
    let mut entry = reader.catalog().dictionary("Outlines");
    for title in ["Deux", "Trois", "Quatre"] {
        entry = entry.dictionary("First");
        assert_eq!(entry.text("Title"), title);
    }
}

fn numbers(array: &[Object<'_>]) -> Vec<f64> {
    array.iter().map(number).collect()
}

/// Each page has its own paper, and what leads somewhere is measured on it.
#[test]
fn pages_held_sideways_have_their_own_paper() {
    let reader = of_body(
        "<h1>T</h1><p><a href=\"#de-cote\">vers</a></p><section class=\"paysage\"><h2 id=\"de-cote\">Titre</h2>\
         <p><a href=\"https://example.org/\">ici</a></p></section><p>Fin</p>",
    );
    let pages = reader.pages();
    let papers: Vec<Vec<f64>> = pages
        .iter()
        .map(|page| numbers(&reader.get(*page).list("MediaBox")))
        .collect();
    let (upright, sideways) = ([595.28, 841.89], [841.89, 595.28]);
    for (paper, expected) in papers.iter().zip([upright, sideways, upright]) {
        assert_eq!(paper[..2], [0.0, 0.0]);
        assert!((paper[2] - expected[0]).abs() < 0.01 && (paper[3] - expected[1]).abs() < 0.01);
    }
    assert_eq!(papers.len(), 3);
    let link = reader.page(1).list("Annots")[0].clone();
    let place = numbers(&link.into_dict().unwrap().list("Rect"));
    // The letters of the link, and no other.
    let inside = reader.glyphs[1]
        .iter()
        .filter(|([x, y], _)| place[0] <= *x && *x <= place[2] && place[1] <= *y && *y <= place[3]);
    assert_eq!(inside.count(), 3, "{place:?}");
    let names = reader.catalog().dictionary("Names").dictionary("Dests");
    let names = names.list("Names");
    assert_eq!(bytes(&names[0]), b"de-cote");
    let aim = names[1].clone().into_array().unwrap();
    assert_eq!(references(&aim)[0], Some(pages[1]));
    let height = number(&items(&aim)[3]);
    assert!(height < 595.28 && height > 500.0, "{height}");
}
