//! Whatever is typed, reading it ends, and every fault points into the text.

use greffier::diagnostic::{Report, Source};
use greffier::record::{self, AnnexFile};
use proptest::prelude::*;

const EXAMPLES: [&str; 2] = [
    include_str!("../../meetings/2017/2017-02-07.toml"),
    include_str!("../../meetings/2026/2026-04-14.toml"),
];

/// Reads the text as a record and says all that there is to say of it.
fn read(text: &str) -> Result<(), TestCaseError> {
    let source = Source {
        name: "meetings/2017/2017-02-07.toml".into(),
        text: text.into(),
    };
    let reading = record::read(&source, &|path| match path.len() % 3 {
        0 => AnnexFile::Present,
        1 => AnnexFile::Missing,
        _ => AnnexFile::OutsideProject,
    });
    prop_assert_eq!(
        reading.meeting.is_none(),
        !reading.faults.is_empty(),
        "a record is sound or has faults"
    );
    let diagnostics: Vec<_> = reading
        .doubts(&source)
        .into_iter()
        .chain(reading.faults)
        .collect();
    for spot in diagnostics.iter().flat_map(|diagnostic| &diagnostic.spots) {
        prop_assert!(
            source.text.get(spot.span.clone()).is_some(),
            "{spot:?} cuts the text"
        );
    }
    let report = Report::new(source, diagnostics);
    prop_assert_eq!(
        report.render(false).is_empty(),
        report.diagnostics.is_empty()
    );
    Ok(())
}

/// A change such as a hasty hand makes.
#[derive(Clone, Debug)]
enum Change {
    Delete { start: usize, length: usize },
    Insert { start: usize, text: String },
    Duplicate { start: usize, length: usize },
    SwapLines { one: usize, other: usize },
}

fn change() -> impl Strategy<Value = Change> {
    let chunk = || (any::<usize>(), 1..80usize);
    prop_oneof![
        chunk().prop_map(|(start, length)| Change::Delete { start, length }),
        (any::<usize>(), typed()).prop_map(|(start, text)| Change::Insert { start, text }),
        chunk().prop_map(|(start, length)| Change::Duplicate { start, length }),
        any::<(usize, usize)>().prop_map(|(one, other)| Change::SwapLines { one, other }),
    ]
}

/// A little of what is typed in records, and of what is not.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\[\\]{}\"'“”«»=,.:#\\\\\n\r\t /0-9a-zéœ’-]{1,12}",
        "\\PC{1,6}",
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\"\"\"",
            "'''",
            "[[themes]]\n",
            "[[actions]]\n",
            "[themes]\n",
            "date = 7/2/2017\n",
            "debut = 9h30\n",
            "\u{7}",
            "\\u00e9",
            "lundi 7 février 17",
            "\u{feff}",
            "\r\n",
            "themes.actions = 3\n",
            "{ nom = \"A\" }",
            "= = =",
        ])
        .prop_map(String::from),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let place = |number: usize| {
        let mut offset = number % (text.len() + 1);
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let chunk = |start: usize, length: usize| {
        let start = place(start);
        (
            start,
            text[start..]
                .char_indices()
                .nth(length)
                .map_or(text.len(), |(end, _)| start + end),
        )
    };
    match change {
        Change::Delete { start, length } => {
            let (start, end) = chunk(*start, *length);
            format!("{}{}", &text[..start], &text[end..])
        }
        Change::Insert { start, text: added } => {
            let start = place(*start);
            format!("{}{added}{}", &text[..start], &text[start..])
        }
        Change::Duplicate { start, length } => {
            let (start, end) = chunk(*start, *length);
            format!("{}{}", &text[..end], &text[start..])
        }
        Change::SwapLines { one, other } => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let count = lines.len().max(1);
            if !lines.is_empty() {
                lines.swap(one % count, other % count);
            }
            lines.concat()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        read(&text)?;
    }

    #[test]
    fn any_pieces_of_a_record_are_read(pieces in prop::collection::vec(typed(), 0..40)) {
        read(&pieces.concat())?;
    }

    #[test]
    fn a_damaged_record_is_read(example in 0..2usize, changes in prop::collection::vec(change(), 1..4)) {
        read(&changes.iter().fold(EXAMPLES[example].to_owned(), |text, change| changed(&text, change)))?;
    }
}
