//! Which script a text is in, and which ones can be set.

use harfrust::Script;
use harfrust::unicode::script;

/// Whether a character can be shaped as Latin, from left to right: all but a few can.
pub(in crate::print) fn is_plain(character: char) -> bool {
    match character {
        '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' | '\u{2070}'..='\u{2bff}' => true,
        // What changes the direction.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        '\u{2000}'..='\u{206f}' => true,
        _ => false,
    }
}

/// The start of a text that is of one script. Signs and marks, which all scripts share, go with what stands before them.
pub(in crate::print) fn same_script(text: &str) -> &str {
    let mut own = None;
    for (at, one) in text.char_indices() {
        let Some(script) = script_of(one) else {
            continue;
        };
        if *own.get_or_insert(script) != script {
            return &text[..at];
        }
    }
    text
}

/// The script of a character; none if others share it.
pub(super) fn script_of(character: char) -> Option<Script> {
    let script = script(u32::from(character));
    let is_shared = [Script::COMMON, Script::INHERITED, Script::UNKNOWN].contains(&script);
    (!is_shared).then_some(script)
}

/// A letter that joins with itself, of each script whose letters are joined: a font that draws two of them as it draws one does not
/// know how.
pub(super) const JOINED: [(Script, char); 4] = [
    (Script::ARABIC, '\u{628}'),
    (Script::SYRIAC, '\u{712}'),
    (Script::NKO, '\u{7d3}'),
    (Script::ADLAM, '\u{1e922}'),
];
