//! What the TOML parser's messages tell. The parser gives its faults as English sentences alone: the words by which each is
//! recognised stand here, and nowhere else. The tests provoke each from the parser itself.

use toml::de::Error;

/// What the parser stumbled over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    // These name the cause; of several faults in a line they are said first.
    EqualsInList,
    CloseWithoutOpen,
    // These as they come.
    Duplicate,
    NoEquals,
    Key,
    KeyMissing,
    CommaBetweenElements,
    CommaBetweenKeys,
    ExtraComma,
    EqualsMissing,
    ExtraEquals,
    Header,
    Tail,
    ControlCharacter,
    Backslash,
    TextUnclosed,
    ListUnclosed,
    GroupUnclosed,
    TooDeep,
    TooManyDots,
    LineEnd,
    /// Any other: most often a value that is nothing that TOML knows.
    Value,
}

/// The words by which a message is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    /// It begins with them.
    Begin(&'static str),
    /// They stand somewhere in it.
    Hold(&'static str),
}

use Words::{Begin, Hold};

/// The first that fits holds. A message begins alike whether a text is not closed or holds what it must not.
const MESSAGES: &[(Words, Said)] = &[
    (Hold("visible characters"), Said::ControlCharacter),
    (Hold("escaped value"), Said::Backslash),
    (Hold("unicode"), Said::Backslash),
    (Begin("unexpected `=` in array"), Said::EqualsInList),
    (Begin("missing table open"), Said::CloseWithoutOpen),
    (Begin("missing array opening"), Said::CloseWithoutOpen),
    (
        Begin("missing inline table opening"),
        Said::CloseWithoutOpen,
    ),
    (Begin("duplicate key"), Said::Duplicate),
    (Begin("cannot extend value"), Said::Duplicate),
    (Begin("key with no value"), Said::NoEquals),
    (Begin("missing value for key"), Said::NoEquals),
    (Begin("invalid key-value pair"), Said::NoEquals),
    (Begin("invalid unquoted key"), Said::Key),
    (Begin("keys cannot be multi-line"), Said::Key),
    (Begin("unquoted keys cannot be empty"), Said::KeyMissing),
    (Begin("missing key"), Said::KeyMissing),
    (
        Begin("missing comma between array elements"),
        Said::CommaBetweenElements,
    ),
    (
        Begin("missing comma between key-value pairs"),
        Said::CommaBetweenKeys,
    ),
    (Begin("extra comma"), Said::ExtraComma),
    (Begin("missing assignment"), Said::EqualsMissing),
    (Begin("extra `=`"), Said::ExtraEquals),
    (Begin("extra assignment"), Said::ExtraEquals),
    (Begin("unclosed table"), Said::Header),
    (Begin("unclosed array table"), Said::Header),
    (Begin("unexpected key or value"), Said::Tail),
    (Begin("invalid comment"), Said::ControlCharacter),
    (Begin("invalid basic string"), Said::TextUnclosed),
    (Begin("invalid literal string"), Said::TextUnclosed),
    (Begin("unclosed array,"), Said::ListUnclosed),
    (Begin("unclosed inline table"), Said::GroupUnclosed),
    (Begin("cannot recurse"), Said::TooDeep),
    (Begin("recursion limit"), Said::TooManyDots),
    (Begin("carriage return"), Said::LineEnd),
];

/// What a fault of the parser tells.
pub(super) fn said(error: &Error) -> Said {
    known(error.message()).map_or(Said::Value, |(_, said)| *said)
}

fn known(message: &str) -> Option<&'static (Words, Said)> {
    MESSAGES.iter().find(|(words, _)| match words {
        Begin(words) => message.starts_with(words),
        Hold(words) => message.contains(words),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use toml::de::DeTable;

    use super::{MESSAGES, known};

    /// Texts that make the parser say each of the messages, one after the other.
    const PROVOKING: &[&str] = &[
        "a = \"\u{1}\"",
        "a = \"\\",
        "a = \"\\u12\"",
        "a = [ nom = 1 ]",
        "]",
        "a = ]",
        "a = }",
        "a = 1\na = 2",
        "a = 1\na.b = 2",
        "a",
        ".a",
        "{ a = 1 }",
        "é = 1",
        "\"\"\"a\"\"\" = 1",
        "[]",
        "a = { b = 1, { c = 2 } }",
        "a = [ \"b\" \"c\" ]",
        "a = { b c = 1 }",
        "a = [ , ]",
        "a = { b 1 }",
        "a == 2",
        "a = { b c = 1 }",
        "[a",
        "[[a",
        "[a]]",
        "# \u{1}",
        "a = \"b",
        "a = 'b",
        "a = [ 1",
        "a = {\n",
        "carriage \r return",
    ];

    #[test]
    fn the_parser_words_its_faults_as_we_expect() {
        let mut texts: Vec<String> = PROVOKING.iter().map(|text| (*text).to_owned()).collect();
        texts.push(format!("a = {}", "[".repeat(300)));
        texts.push(format!("{}a = 1", "a.".repeat(300)));
        let mut provoked = BTreeSet::new();
        for text in &texts {
            let (_, errors) = DeTable::parse_recoverable(text);
            let found = errors.iter().filter_map(|error| known(error.message()));
            let found: Vec<String> = found.map(|row| format!("{row:?}")).collect();
            assert!(!found.is_empty(), "{text:?} gives {errors:?}");
            provoked.extend(found);
        }
        let expected: BTreeSet<String> = MESSAGES.iter().map(|row| format!("{row:?}")).collect();
        assert_eq!(provoked, expected);
    }
}
