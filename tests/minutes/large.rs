//! Records that are large, deep or empty.

use std::fmt::Write;

use super::Pages;
use crate::common::from_html;

fn sentence(words: usize) -> String {
    (0..words)
        .map(|number| format!("mot{number}"))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_long_discussion() {
    let discussion = sentence(3000);
    let document = Pages::of_record(&format!(
        "date = 2026-03-17\n[[themes]]\ntitre = \"Long\"\ndiscussion = \"{discussion}\"\nrecommandations = [\"Une.\"]\n\
         commentaires = \"Un.\"\nresponsables = [\"Une\", \"Deux\"]\n[[themes]]\ntitre = \"Court\"\ndiscussion = \"Rien.\"\n"
    ))
    .sound();
    assert_eq!(document.themes[0].discussion, discussion);
    assert_eq!(document.themes[0].opinions, "Une. Un.");
    assert_eq!(document.themes[0].owners, "Une, Deux");
}

#[test]
fn long_opinions_beside_actions() {
    let long = sentence(400);
    let document = Pages::of_record(&format!(
        "date = 2026-03-17\n[[themes]]\ntitre = \"Long\"\nrecommandations = [\"{long}\"]\ndecisions = [\"{long}\", \"Oui.\"]\n\
         [[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"A\", \"B\"]\n[[themes.actions]]\ntexte = \"Refaire\"\n"
    ))
    .sound();
    assert_eq!(document.themes[0].opinions, long);
    assert_eq!(document.themes[0].decisions, format!("{long} Oui."));
    assert_eq!(document.themes[0].actions.len(), 2);
    assert_eq!(document.themes[0].actions[0].owners, "A, B");
}

/// A head with nothing below it says that something is missing.
#[test]
fn decisions_alone_have_no_other_head() {
    let long = sentence(400);
    for discussion in ["Court.", long.as_str()] {
        let pages = Pages::of_record(&format!(
            "date = 2026-03-17\n[[themes]]\ntitre = \"Atelier\"\ndiscussion = \"{discussion}\"\ndecisions = [\"Oui.\"]\n"
        ));
        assert!(!pages.markdown.contains("Recommandations"));
        assert!(
            !pages
                .html
                .contains("<p class=\"sous-titre\">Recommandations")
        );
        // Either the column says what it holds, or a head in it does.
        let heads = ["<p class=\"sous-titre\">Décision</p>", ">Décisions</th>"];
        let heads = heads.iter().filter(|head| pages.html.contains(**head));
        assert_eq!(heads.count(), 1);
        let document = pages.sound();
        assert_eq!(document.themes[0].decisions, "Oui.");
    }
}

#[test]
fn many_people() {
    for count in [0, 1, 2, 7, 8, 9, 200] {
        let people: String = (1..=count)
            .map(|number| {
                format!(
                    "{{ nom = \"Personne {number}\", organisation = \"Organisation {number}\" }},\n"
                )
            })
            .collect();
        let pages = Pages::of_record(&format!("date = 2026-03-17\nparticipants = [\n{people}]\n"));
        let document = pages.sound();
        assert_eq!(document.participants.len(), count);
        for (number, participant) in (1..).zip(&document.participants) {
            assert_eq!(participant.number, number.to_string());
            assert_eq!(participant.name, format!("Personne {number}"));
            assert_eq!(participant.organisation, format!("Organisation {number}"));
        }
        let page = scraper::Html::parse_document(&pages.html);
        let sizes: Vec<usize> = from_html::all(&page, "table.personnes")
            .into_iter()
            .map(|table| from_html::within(table, "tbody > tr").len())
            .collect();
        assert_eq!(sizes.iter().sum::<usize>(), count);
        if let [left, right] = sizes.as_slice() {
            assert!(left.abs_diff(*right) <= 1, "{sizes:?} is not balanced");
        }
    }
}

#[test]
fn many_actions_and_agenda_items() {
    let mut record = String::from("date = 2026-03-17\nordre_du_jour = [\n");
    for number in 1..=30 {
        let _ = writeln!(record, "\"Point {number}\",");
    }
    record.push_str("]\n[[themes]]\ntitre = \"Actions\"\npoint = 30\n");
    for number in 1..=40 {
        let _ = writeln!(
            record,
            "[[themes.actions]]\ntexte = \"Action {number}\"\nresponsables = [\"R{number}\"]"
        );
    }
    let document = Pages::of_record(&record).sound();
    assert_eq!(document.agenda.len(), 30);
    assert_eq!(document.agenda[29], "Point 30");
    assert_eq!(document.themes[0].title, "30. Actions");
    assert_eq!(document.themes[0].actions.len(), 40);
    assert_eq!(
        (
            document.themes[0].actions[39].text.as_str(),
            document.themes[0].actions[39].owners.as_str()
        ),
        ("Action 40", "R40")
    );
}

#[test]
fn lists_five_levels_deep() {
    let list = "- a\\n  - b\\n    - c\\n      - d\\n        - e\\n- f";
    let pages = Pages::of_record(&format!(
        "date = 2026-03-17\n[[themes]]\ntitre = \"Listes\"\ndiscussion = \"{list}\"\nrecommandations = [\"{list}\"]\n\
         [[themes.actions]]\ntexte = \"{list}\"\n[cloture]\nnotes = \"{list}\"\n"
    ));
    let document = pages.sound();
    assert_eq!(document.notes, "a b c d e f");
    assert_eq!(document.themes[0].discussion, "a b c d e f");
    assert_eq!(document.themes[0].actions[0].text, "a b c d e f");
    let page = scraper::Html::parse_document(&pages.html);
    let deepest = from_html::all(&page, "section[aria-labelledby=notes] ul ul ul ul ul li");
    assert_eq!(
        deepest.into_iter().map(from_html::text).collect::<Vec<_>>(),
        ["e"]
    );
}

#[test]
fn a_theme_with_nothing() {
    let document = Pages::of_record(
        "date = 2026-03-17\n[[themes]]\ntitre = \"Rien\"\n[[themes]]\ntitre = \"Rien non plus\"\n",
    )
    .sound();
    assert_eq!(document.themes.len(), 2);
    assert_eq!(document.themes[1].title, "2. Rien non plus");
}

#[test]
fn an_action_without_owner() {
    let document = Pages::of_record(
        "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\n[[themes.actions]]\ntexte = \"Faire\"\n[[themes.actions]]\ntexte = \"Refaire\"\nresponsables = [\"A\"]\n",
    )
    .sound();
    assert_eq!(
        (
            document.themes[0].actions[0].owners.as_str(),
            document.themes[0].actions[1].owners.as_str()
        ),
        ("", "A")
    );
}

/// Owners of the theme as a whole, beside actions that have their own: neither may be lost.
#[test]
fn owners_of_a_theme_that_has_actions() {
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"T\"\nresponsables = [\"Toute l’équipe\"]\n[[themes.actions]]\ntexte = \"Faire\"\nresponsables = [\"A\"]\n";
    let pages = Pages::of_record(record);
    for text in [
        from_html::whole_text(&scraper::Html::parse_document(&pages.html)),
        crate::common::from_markdown::whole_text(&pages.markdown),
    ] {
        assert!(
            text.contains("Toute l’équipe"),
            "the owners of the theme are lost in: {text}"
        );
    }
}

#[test]
fn the_smallest_record() {
    let document = Pages::of_record("date = 2026-03-17\n").sound();
    assert_eq!(document.title, "Compte rendu de la réunion");
    assert_eq!(document.head, ["Mardi 17 mars 2026"]);
    assert_eq!(document.headings.len(), 1);
}
