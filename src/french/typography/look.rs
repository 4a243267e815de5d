//! One look at the bytes of a text tells which rules have anything to do in it: most have nothing in most texts.

/// What a text holds. A `true` may be mistaken, a `false` never is.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Look {
    /// A sign that betrays a protected span.
    pub(super) spans: bool,
    /// `..` or `…`.
    pub(super) dots: bool,
    /// `"`.
    pub(super) straight_marks: bool,
    /// `'`, or what is typed amiss for it.
    pub(super) apostrophes: bool,
    /// `<<`.
    pub(super) angles: bool,
    /// A space beside a bracket, or before a comma or a period.
    pub(super) gaps: bool,
    /// A digit.
    pub(super) digits: bool,
    /// A capital of a Roman number.
    pub(super) roman: bool,
    /// The first sign of an abbreviation that is bound to what follows.
    pub(super) abbreviations: bool,
    /// A hyphen or a dash between spaces.
    pub(super) dashes: bool,
    /// Two spaces together.
    pub(super) double_spaces: bool,
    /// `«`, `»`, `“` or `”`.
    pub(super) quotation_marks: bool,
    /// `;`, `:`, `!` or `?`.
    pub(super) high_marks: bool,
}

impl Look {
    pub(super) fn at(text: &str) -> Self {
        let mut look = Self::default();
        let mut last = 0;
        // Bytes above ASCII that may end a space, a dash or a quotation mark: then nothing is ruled out.
        let mut foreign = false;
        let bytes = text.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            let after_space = is_space(last) || foreign && last >= 0x80;
            look.spans |= matches!(last, b'.' | b':') && byte > b' ';
            match byte {
                b'a'..=b'z' => {}
                b' ' | b'\t'..=b'\r' => {
                    look.double_spaces |= after_space;
                    look.gaps |= matches!(last, b'(' | b'[');
                }
                b'\'' => look.apostrophes = true,
                b'`' => (look.apostrophes, look.spans) = (true, true),
                b'<' => look.angles |= last == b'<',
                b',' | b')' | b']' => look.gaps |= after_space,
                b'.' => {
                    look.gaps |= after_space;
                    look.dots |= last == b'.';
                    // A space before a period is taken away first: `p . 4`.
                    look.abbreviations |=
                        after_space || matches!(last, b'p' | b't' | b'l' | b'g' | b'n');
                }
                b'-' => {
                    look.dashes |= after_space || last == b'(';
                    look.spans |= last.is_ascii_digit();
                }
                b'0'..=b'9' => look.digits = true,
                b'A'..=b'Z' => {
                    look.abbreviations |= matches!(byte, b'M' | b'D' | b'P' | b'G' | b'C');
                    look.roman |= matches!(byte, b'I' | b'V' | b'X');
                }
                b'"' => look.straight_marks = true,
                b';' | b':' | b'!' | b'?' => look.high_marks = true,
                b'@' | b'/' | 0xEF => look.spans = true,
                // The first byte of U+02BC.
                0xCA => look.apostrophes = true,
                // The apostrophe is what a corrected text has most of.
                0xE2 if bytes[at..].starts_with("’".as_bytes()) => {}
                // The first bytes of the spaces, dashes, quotation marks and of `°` and `…`.
                0xC2 | 0xE1 | 0xE2 | 0xE3 => {
                    foreign = true;
                    // The acute accent, U+00B4, begins so too.
                    look.apostrophes |= byte == 0xC2;
                    look.abbreviations = true;
                    look.dashes = true;
                    look.dots = true;
                    look.double_spaces = true;
                    look.gaps |= matches!(last, b'(' | b'[');
                    look.quotation_marks = true;
                }
                _ => {}
            }
            last = byte;
        }
        look
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Look;
    use crate::french::typography::{Draft, Profile, Protection, run, with_profile};

    const EVERY_RULE: Look = Look {
        spans: true,
        dots: true,
        straight_marks: true,
        apostrophes: true,
        angles: true,
        gaps: true,
        digits: true,
        roman: true,
        abbreviations: true,
        dashes: true,
        double_spaces: true,
        quotation_marks: true,
        high_marks: true,
    };

    const PIECES: &str = "a|p|art|M|n°|etc|er|I|5|12|h|.|...|…|,|;|:|!|-|–|(|)|[|]|<|<<|>>|«|»|“|”|\"|'|’|ʼ|´|`|@|/|%|€| | |  |\n|\
        \u{a0}|\u{202f}|\u{2009}|\u{301}";

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_rule_is_left_out_that_would_change_the_text(
            pieces in prop::collection::vec(prop::sample::select(PIECES.split('|').collect::<Vec<_>>()), 0..10),
        ) {
            let text = pieces.concat();
            for profile in [Profile::Fine, Profile::Simple] {
                let protection = Protection::new(&text, Vec::new());
                let draft = Draft::new(protection.hidden(), Vec::new());
                let (with_all, _) = run(draft, EVERY_RULE, profile).finish();
                let (with_all, _) = protection.put_back(with_all, &[], &[]);
                prop_assert_eq!(with_profile(&text, profile), with_all);
            }
        }
    }
}
