//! The table of the specification's cases: `cases.tsv`, one or more rows for each case, in the order of the specification.
//!
//! A row names its case, the kind of question that [`kinds::answer`] answers, the input and the answer. Rows named by a rule
//! (`NUM-R1`) or a family alone (`CAP`) are those that the specification says in its text, without a number.

use std::collections::{BTreeMap, BTreeSet};

use crate::kinds;

/// The families whose cases are numbered from 1, and the number of the last case.
const NUMBERED: [(&str, u32); 15] = [
    ("ESP", 35),
    ("GUI", 14),
    ("APO", 20),
    ("NUM", 34),
    ("ORD", 10),
    ("AN", 12),
    ("DAT", 31),
    ("HEU", 22),
    ("FOR", 22),
    ("CAP", 13),
    ("TRI", 13),
    ("CES", 22),
    ("LIS", 10),
    ("TXT", 8),
    ("SUP", 32),
];

/// The ordinals in words: `ORD-n1` and so on.
const ORDINALS: [u64; 17] = [
    1, 2, 4, 5, 9, 11, 14, 21, 30, 71, 80, 81, 91, 100, 101, 200, 1000,
];

/// The numbers in words: `MOT-0` and so on.
const IN_WORDS: [u64; 49] = [
    0,
    1,
    16,
    17,
    20,
    21,
    22,
    31,
    61,
    70,
    71,
    72,
    77,
    79,
    80,
    81,
    82,
    90,
    91,
    97,
    99,
    100,
    101,
    121,
    171,
    180,
    181,
    200,
    201,
    280,
    999,
    1000,
    1001,
    1100,
    2000,
    10_000,
    21_000,
    80_000,
    80_080,
    200_000,
    280_000,
    500_000,
    1_000_000,
    1_000_001,
    2_500_000,
    80_000_000,
    200_000_000,
    200_200_200,
    3_000_000_000,
];

/// What the specification says in its text, and not in a table.
const IN_TEXT: [(&str, usize); 7] = [
    ("GUI-R2", 1),
    ("NUM-R1", 2),
    ("DAT-R3", 1),
    ("DAT-R6", 2),
    ("CAP", 8),
    ("TRI-R3", 1),
    ("LIS-R3", 1),
];

/// The cases that must be reported, whatever is printed.
const REPORTED: [&str; 13] = [
    "GUI-05", "GUI-11", "NUM-27", "DAT-24", "DAT-25", "DAT-31", "SUP-23", "SUP-24", "SUP-25",
    "SUP-26", "SUP-27", "SUP-30", "SUP-32",
];

pub(crate) struct Row {
    pub(crate) id: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) input: String,
    pub(crate) expected: String,
}

pub(crate) fn rows() -> Vec<Row> {
    let mut lines = include_str!("cases.tsv").lines();
    assert_eq!(lines.next(), Some("id\tkind\tinput\texpected"));
    let rows = lines.map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, kind, input, expected] = cells[..] else {
            panic!("not four cells: {line}");
        };
        Row {
            id,
            kind,
            input: with_signs(input),
            expected: with_signs(expected),
        }
    });
    rows.collect()
}

/// Replaces the tokens of the specification by their characters.
pub(crate) fn with_signs(cell: &str) -> String {
    let cell = cell.replace("{nb}", "\u{a0}").replace("{fi}", "\u{202f}");
    let cell = cell.replace("{sp}", " ").replace("{lf}", "\n");
    assert!(!cell.contains('{'), "unknown token: {cell}");
    cell
}

/// The letters before the number: `ESP`; `ORD-n` and `MOT` for what is written in words.
fn family(id: &str) -> &str {
    let (family, number) = id.split_once('-').unwrap_or((id, ""));
    if number.starts_with('n') {
        &id[..=family.len() + 1]
    } else {
        family
    }
}

#[track_caller]
fn check(wanted: &str) {
    let rows = rows();
    let rows = rows.iter().filter(|row| family(row.id) == wanted);
    let mut checked = 0;
    let mut faults = Vec::new();
    for row in rows {
        let Row {
            id,
            kind,
            input,
            expected,
        } = row;
        let found = kinds::answer(kind, input);
        if !agrees(kind, &found, expected) {
            faults.push(format!("{id} {kind}({input}): {found:?}, not {expected:?}"));
        }
        checked += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(checked > 0, "no case of {wanted}");
}

/// The expectation of an opening may begin or end with `…`: the rest of the sentence does not matter.
fn agrees(kind: &str, found: &str, expected: &str) -> bool {
    if kind != "opening" {
        return found == expected;
    }
    match (expected.strip_prefix('…'), expected.strip_suffix('…')) {
        (Some(_), Some(_)) => found.contains(expected.trim_matches('…')),
        (Some(end), None) => found.ends_with(end),
        (None, Some(start)) => found.starts_with(start),
        (None, None) => found == expected,
    }
}

macro_rules! families {
    ($($test:ident: $family:literal,)*) => {
        $(#[test]
        fn $test() {
            check($family);
        })*

        #[test]
        fn every_row_belongs_to_a_family() {
            let families = [$($family),*];
            for row in rows() {
                assert!(families.contains(&family(row.id)), "{}", row.id);
            }
        }
    };
}

families! {
    esp_spaces: "ESP",
    gui_quotation_marks: "GUI",
    apo_apostrophes_and_dashes: "APO",
    num_numbers_and_units: "NUM",
    ord_ordinals: "ORD",
    ord_ordinals_in_words: "ORD-n",
    mot_numbers_in_words: "MOT",
    an_years_in_words: "AN",
    dat_dates: "DAT",
    heu_hours: "HEU",
    for_formulas: "FOR",
    cap_capitals: "CAP",
    tri_order: "TRI",
    ces_hyphenation: "CES",
    lis_lists: "LIS",
    txt_whole_sentences: "TXT",
    sup_rules_added_after_an_audit: "SUP",
}

#[test]
fn no_case_is_left_out() {
    let rows = rows();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.id).or_default().insert(row.kind);
    }
    let mut wanted = BTreeSet::new();
    for (family, last) in NUMBERED {
        wanted.extend((1..=last).map(|number| format!("{family}-{number:02}")));
    }
    wanted.extend(ORDINALS.map(|number| format!("ORD-n{number}")));
    wanted.extend(IN_WORDS.map(|number| format!("MOT-{number}")));
    assert_eq!(wanted.len(), 364);
    wanted.extend(IN_TEXT.map(|(id, _)| id.to_owned()));
    let found_ids: BTreeSet<String> = found.keys().map(|id| (*id).to_owned()).collect();
    let lost: Vec<_> = wanted.difference(&found_ids).collect();
    assert!(lost.is_empty(), "left out: {lost:?}");
    let unknown: Vec<_> = found_ids.difference(&wanted).collect();
    assert!(unknown.is_empty(), "not in the specification: {unknown:?}");

    for (id, count) in IN_TEXT {
        let rows = rows.iter().filter(|row| row.id == id);
        assert_eq!(rows.count(), count, "{id}");
    }
    // Each column of the tables with several.
    for (id, kinds) in &found {
        let columns: &[&str] = match family(id) {
            "AN" => &["year_formula", "year_formula_1990", "year"],
            "MOT" => &["cardinal", "cardinal_1990"],
            "ORD-n" => &["ordinal", "ordinal_1990"],
            "ORD" if matches!(*id, "ORD-06" | "ORD-07") => {
                &["meeting_number", "meeting_number_raised"]
            }
            "ORD" => &["free", "raised"],
            _ if REPORTED.contains(id) => &["free_reported"],
            _ => &[],
        };
        for column in columns {
            assert!(kinds.contains(column), "{id} lacks {column}");
        }
    }
}

#[test]
fn the_rows_follow_the_specification() {
    let order = [
        "ESP", "GUI", "APO", "NUM", "ORD", "ORD-n", "MOT", "AN", "DAT", "HEU", "FOR", "CAP", "TRI",
        "CES", "LIS", "TXT", "SUP",
    ];
    let place = |row: &Row| {
        let family = family(row.id);
        let number = row.id[family.len()..].trim_start_matches('-').parse();
        let place = order.iter().position(|known| *known == family).unwrap();
        // Rules come after the numbers.
        (place, number.unwrap_or(u64::MAX))
    };
    assert!(rows().iter().map(place).is_sorted());
}

#[test]
#[should_panic(expected = "unknown kind: cardinl")]
fn an_unknown_kind_is_refused() {
    kinds::answer("cardinl", "1");
}

#[test]
fn a_wrong_answer_is_found() {
    assert!(agrees("free", "Suite…", "Suite…") && !agrees("free", "Suites", "Suite…"));
    let opening = |found, expected| agrees("opening", found, expected);
    assert!(opening("ab", "…b") && opening("ab", "a…") && opening("abc", "…b…"));
    assert!(!opening("ab", "…a") && !opening("ab", "b…") && !opening("abc", "…d…"));
}
