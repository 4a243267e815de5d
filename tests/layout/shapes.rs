//! Series of other shapes: signatures kept together, a letterhead, a column of due dates, a sheet held sideways.

use greffier::config::{Config, Signatory};
use greffier::diagnostic::Source;
use greffier::picture::{Picture, PictureFormat};
use greffier::print::page::Item;
use greffier::print::style::{Orientation, StyleSheet};
use greffier::toml_source::FileState;

use crate::view::{Text, texts};
use crate::{Laid, of_record, of_series, sound};

fn find(laid: &Laid, words: &str) -> Text {
    let all = texts(&laid.layout);
    let found = all.iter().find(|text| text.text.starts_with(words));
    found.unwrap_or_else(|| panic!("no « {words} »")).clone()
}

fn signed() -> Config {
    Config {
        signatures: vec![Signatory::Chair, Signatory::Author],
        signed_at: Some("Gao".into()),
        ..Config::default()
    }
}

/// Wherever the text before it ends, the block stands on one page, heading and names included.
#[test]
fn signatures_stay_on_one_page() {
    let mut moved = 0;
    for lines in 20..60 {
        let record = format!(
            "date = 2026-03-17\npresidence = {{ nom = \"Awa\" }}\nredaction = [ {{ role = \"Par\", nom = \"Issa\" }} ]\n\
             [cloture]\nnotes = \"\"\"\n{}\"\"\"\n",
            "ligne\n\n".repeat(lines)
        );
        let laid = of_series(&record, &signed());
        sound::check(&laid);
        let places =
            ["Signatures", "Fait", "Présidence", "Secrétariat"].map(|word| find(&laid, word));
        let all = texts(&laid.layout);
        let names: Vec<&Text> = ["Awa", "Issa"]
            .into_iter()
            .map(|name| all.iter().rfind(|text| text.text == name).unwrap())
            .collect();
        for text in places.iter().chain(names.iter().copied()) {
            assert_eq!(text.page, places[0].page, "{lines}: {text:?}");
        }
        assert_eq!(places[2].baseline, places[3].baseline);
        assert_eq!(names[0].baseline, names[1].baseline);
        assert!(
            names[0].baseline - places[2].baseline > 50.0,
            "room to sign"
        );
        moved += usize::from(places[0].page > 0 && places[0].baseline < 80.0);
    }
    assert!(moved > 0, "some of them begin a page");
}

/// All who presided sign, at most three side by side, with the same room each.
#[test]
fn all_who_presided_sign() {
    for count in 1..=5 {
        let chairs: Vec<String> = (1..=count)
            .map(|number| format!("{{ nom = \"Chef {number}\" }}"))
            .collect();
        let record = format!(
            "date = 2026-03-17\npresidence = [{}]\nredaction = [ {{ role = \"Par\", nom = \"Issa\" }} ]\n",
            chairs.join(", ")
        );
        let laid = of_series(&record, &signed());
        sound::check(&laid);
        let all = texts(&laid.layout);
        let mut names: Vec<Text> = (1..=count)
            .map(|number| format!("Chef {number}"))
            .chain(["Issa".to_owned()])
            .map(|name| all.iter().rfind(|text| text.text == name).unwrap().clone())
            .collect();
        for row in names.chunks(3) {
            assert!(row.iter().all(|text| text.baseline == row[0].baseline));
        }
        let rooms: Vec<f64> = names
            .chunks(3)
            .flat_map(|row| row.windows(2).map(|pair| pair[1].left - pair[0].left))
            .collect();
        let first = rooms[0];
        assert!(
            rooms.iter().all(|room| (room - first).abs() < 0.1),
            "{count}: {rooms:?}"
        );
        // The head of a second row stands clear of the names of the first.
        let heads = all.iter().filter(|text| {
            text.text.starts_with("Présidence") || text.text.starts_with("Secrétariat")
        });
        let second = heads.map(|text| text.baseline).fold(0.0, f64::max);
        if count > 2 {
            assert!(second - names[0].baseline > 20.0, "{count}: {second}");
        }
        names.dedup_by_key(|text| text.page);
        assert_eq!(names.len(), 1, "on one page");
    }
}

/// Wherever the text before it ends, the number of a decision stands with its text, and the end of that with its vote.
#[test]
fn a_decision_its_number_and_its_vote_stay_together() {
    let mut new_pages = 0;
    for lines in 0..24 {
        let decisions: Vec<String> = (1..12)
            .map(|number| {
                format!(
                    "{{ numero = \"{number}\", texte = \"Texte {number}.\", vote = {{ pour = {number}, contre = 0 }} }}"
                )
            })
            .collect();
        let record = format!(
            "date = 2026-03-17\npresentation = \"sections\"\n[[themes]]\ntitre = \"Votes\"\ndiscussion = \"\"\"\n{}\"\"\"\n\
             decisions = [{}]\n",
            "ligne\n\n".repeat(lines),
            decisions.join(", ")
        );
        let laid = of_record(&record);
        let all = texts(&laid.layout);
        for number in 1..12 {
            let at = all
                .iter()
                .position(|one| one.text == format!("Texte {number}."))
                .unwrap();
            let head = all[..at]
                .iter()
                .rfind(|one| one.text.starts_with("Décision"));
            let vote = all[at..].iter().find(|one| one.text.starts_with("Adopté"));
            let page = all[at].page;
            assert_eq!(head.unwrap().page, page, "{lines}: {number}");
            assert_eq!(vote.unwrap().page, page, "{lines}: {number}");
            let head = head.unwrap();
            new_pages += usize::from(head.page > 0 && head.baseline < 110.0);
        }
    }
    assert!(new_pages > 5, "{new_pages}");
}

/// No number of a person is cut, however many there are and whatever else is known of them.
#[test]
fn the_numbers_of_persons_are_whole() {
    for count in [7, 8, 24, 120] {
        for more in [
            "organisation = \"OIM\", ",
            "fonction = \"Chargée de projet\", ",
            "",
        ] {
            let people: Vec<String> = (1..=count)
                .map(|number| {
                    format!("{{ nom = \"Mme Awa Sow {number}\", {more}qualite = \"membre\" }}")
                })
                .collect();
            let record = format!(
                "date = 2026-03-17\nparticipants = [{}]\n",
                people.join(", ")
            );
            let laid = of_record(&record);
            let all = texts(&laid.layout);
            for number in 1..=count {
                let number = number.to_string();
                assert!(
                    all.iter().any(|text| text.text == number),
                    "{count} {more}: {number}"
                );
            }
            assert!(all.iter().any(|text| text.text == "N°"), "{count} {more}");
        }
    }
}

#[test]
fn the_logo_stands_beside_the_body() {
    let config = Config {
        body: Some("Cluster Protection".into()),
        site_address: Some("https://example.org/cr".into()),
        logo: Some(Picture {
            format: PictureFormat::Png,
            width: 400,
            height: 100,
            bytes: Vec::new().into(),
        }),
        ..Config::default()
    };
    let laid = of_series("date = 2026-03-17\n", &config);
    sound::check(&laid);
    let logo = laid.layout.pages[0]
        .items
        .iter()
        .find_map(|item| match item {
            Item::Picture(picture) => Some(picture.clone()),
            _ => None,
        });
    let (logo, title) = (logo.unwrap(), find(&laid, "Compte rendu"));
    for words in ["Cluster Protection", "https://example.org/cr"] {
        let line = find(&laid, words);
        assert!(line.left > logo.x.0 + logo.width.0 && line.baseline < title.top());
        assert!(line.baseline < logo.y.0 + logo.height.0);
    }
}

#[test]
fn a_due_date_stands_level_with_its_action_and_is_not_broken() {
    let config = Config {
        due_column: true,
        ..Config::default()
    };
    let record = "date = 2026-03-17\n[[themes]]\ntitre = \"Thème\"\ndiscussion = \"Une discussion assez longue pour remplir \
        sa colonne et peser sur les autres, plusieurs fois.\"\n[[themes.actions]]\ntexte = \"Partager les termes de \
        référence\"\nresponsables = [\"ACTED\"]\necheance = 2026-04-07\nstatut = \"fait\"\n";
    let laid = of_series(record, &config);
    sound::check(&laid);
    let (head, due) = (find(&laid, "Délai"), find(&laid, "07/04/2026"));
    let (action, owner) = (find(&laid, "Partager"), find(&laid, "ACTED"));
    assert_eq!((due.page, due.baseline), (action.page, action.baseline));
    assert_eq!(due.baseline, owner.baseline);
    assert!(action.left < owner.left && owner.right < due.left && due.left == head.left);
}

#[test]
fn the_series_turns_the_sheet() {
    let read = |text: &str, held| {
        let source = Source {
            name: "templates/style.toml".into(),
            text: text.into(),
        };
        StyleSheet::read_held(&source, held, &|_| FileState::Missing)
    };
    let size = |text, held| {
        let page = read(text, held).sheet.unwrap().page;
        page.width > page.height
    };
    assert!(size("", Some(Orientation::Landscape)));
    assert!(size(
        "[page]\norientation = \"portrait\"\n",
        Some(Orientation::Landscape)
    ));
    assert!(!size(
        "[page]\norientation = \"paysage\"\n",
        Some(Orientation::Portrait)
    ));
    assert!(size("[page]\norientation = \"paysage\"\n", None) && !size("", None));
    // A sheet whose margins leave room only upright is refused when it is turned.
    let narrow = "[page]\nlargeur = 70\nhauteur = 300\nmarges = { haut = 30, bas = 30, gauche = 5, droite = 5 }\n";
    assert!(read(narrow, None).sheet.is_some());
    assert!(read(narrow, Some(Orientation::Landscape)).sheet.is_none());
}
