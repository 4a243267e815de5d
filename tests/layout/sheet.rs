//! The sheet that those present sign: room to sign on every row, its head on every page.

use greffier::config::Config;
use greffier::diagnostic::Source;
use greffier::minutes::{AttendanceSheet, Minutes, Surroundings};
use greffier::record::{self, AnnexFile};

use crate::view::{Text, texts};
use crate::{Laid, TEMPLATES, of_xhtml, sound};

fn sheet(record: &str) -> Laid {
    let source = Source {
        name: "test.toml".into(),
        text: record.to_owned(),
    };
    let reading = record::read(&source, &|_| AnnexFile::Present);
    let meeting = reading.meeting.unwrap();
    let config = Config {
        body: Some("Cluster Relèvement Rapide".into()),
        ..Config::default()
    };
    let minutes = Minutes::new(&meeting, &config, &Surroundings::default());
    let sheet = AttendanceSheet::new(&meeting, &config, minutes);
    of_xhtml(&TEMPLATES.sheet(&sheet, "test.toml").unwrap())
}

/// The numbers of the rows, in order.
fn numbers(laid: &Laid) -> Vec<Text> {
    let all = texts(&laid.layout).into_iter();
    all.filter(|text| text.element().is_some() && text.text.parse::<u32>().is_ok())
        .collect()
}

/// 9 mm.
const LEAST_HEIGHT: f64 = 9.0 * 72.0 / 25.4;

#[track_caller]
fn has_room(laid: &Laid, rows: usize) {
    sound::check(laid);
    let numbers = numbers(laid);
    let expected: Vec<String> = (1..=rows).map(|number| number.to_string()).collect();
    let said: Vec<&str> = numbers.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(said, expected);
    for (one, next) in numbers.iter().zip(&numbers[1..]) {
        let height = next.baseline - one.baseline;
        assert!(one.page != next.page || height >= LEAST_HEIGHT, "{height}");
    }
}

#[test]
fn a_long_list_has_its_head_on_every_page() {
    let people: String = (0..60)
        .map(|number| format!("{{ nom = \"Personne {number}\", organisation = \"OIM\" }},\n"))
        .collect();
    let laid = sheet(&format!("date = 2026-03-17\nparticipants = [\n{people}]\n"));
    has_room(&laid, 66);
    let all = texts(&laid.layout);
    let heads = all.iter().filter(|text| text.text == "Signature");
    let pages: Vec<usize> = heads.map(|text| text.page).collect();
    assert_eq!(pages, [0, 1, 2]);
}

#[test]
fn an_organisation_has_a_row_for_each_that_it_sends() {
    let record = "date = 2026-03-17\nparticipants = [ { organisation = \"ACTED\", nombre = 3 }, { organisation = \"OIM\" } ]\n";
    let laid = sheet(record);
    has_room(&laid, 10);
    let all = texts(&laid.layout);
    let of = |name: &str| all.iter().filter(|text| text.text == name).count();
    assert_eq!((of("ACTED"), of("OIM")), (3, 1));
}

/// In groups, those who were not expected have a group of their own.
#[test]
fn groups_are_those_of_the_minutes() {
    let record = "date = 2026-03-17\nparticipants = [ { nom = \"A\", qualite = \"membre\" }, { nom = \"B\", qualite = \"invité\" }, { nom = \"C\", pouvoir_a = \"A\" } ]\n";
    let laid = sheet(record);
    has_room(&laid, 8);
    let all = texts(&laid.layout);
    for head in ["Membre", "Invité", "Autres participants"] {
        assert!(all.iter().any(|text| text.text.starts_with(head)), "{head}");
    }
    assert!(
        !all.iter().any(|text| text.text == "C"),
        "who gave a proxy does not come"
    );
}

#[test]
fn nobody_is_expected() {
    has_room(&sheet("date = 2026-03-17\netat = \"convocation\"\n"), 20);
}
