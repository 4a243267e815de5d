//! What may stand beside the delimiters of emphasis.

use pulldown_cmark::{Event, Parser, Tag};

/// Whether a character counts as part of a word where emphasis begins or ends: neither white space nor punctuation.
pub(super) fn wordlike(character: char) -> bool {
    if character.is_ascii() {
        return !(character.is_ascii_whitespace() || character.is_ascii_punctuation());
    }
    if character.is_whitespace() || matches!(character, '«' | '»' | '’' | '…' | '–' | '—')
    {
        return false;
    }
    character.is_alphanumeric() || !is_punctuation(character)
}

/// The parser has its own list of punctuation, symbols included. It is asked rather than copied.
fn is_punctuation(character: char) -> bool {
    Parser::new(&format!("*(*{character}"))
        .any(|event| matches!(event, Event::Start(Tag::Emphasis)))
}
