//! The space before `;` `!` `?` (ESP-R1) and before `:` (ESP-R2).

use super::draft::Edits;
use super::signs::{
    after, before, is_closing, is_opening, is_space, places, spaces_after, spaces_before,
};

/// ESP-R1 and ESP-R2: a run of marks has one space before it, thin unless the run begins with `:`, and none inside.
///
/// Where none was typed, it is added only if the run ends something: `14:30` and `Mopti;Ménaka` stay. A colon that announces a
/// quotation takes both its spaces (SUP-R7): `répond:"non"`.
pub(super) fn high_marks(text: &str, edits: &mut Edits) {
    let mut done = 0;
    for (at, mark) in places(text, is_mark) {
        if at < done {
            continue;
        }
        let gap = spaces_before(text, at)..at;
        let space = if mark == b':' { "\u{a0}" } else { "\u{202f}" };
        let end = run_end(text, at);
        let fits = before(text, gap.start).is_some_and(|previous| !is_opening(previous));
        let announces = text[at..end] == *":" && text[end..].starts_with(['«', '“']);
        if fits && (!gap.is_empty() || announces || ends_something(text, end)) {
            edits.bind_to_next(gap, space);
        }
        if fits && announces {
            edits.bind_to_previous(end..end, " ");
        }
        done = at;
        while done < end {
            let part_end = marks_end(text, done);
            let next = spaces_after(text, part_end).min(end);
            edits.replace(part_end..next, "");
            done = next;
        }
    }
}

/// Where the run that begins at `at` ends: marks with nothing between, or spaces between two of `!` and `?`.
fn run_end(text: &str, at: usize) -> usize {
    let mut end = marks_end(text, at);
    loop {
        let next = spaces_after(text, end);
        let joins = text[..end].ends_with(['!', '?']) && text[next..].starts_with(['!', '?']);
        if !joins {
            return end;
        }
        end = marks_end(text, next);
    }
}

fn marks_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes()[at..].iter();
    at + bytes.take_while(|byte| is_mark(**byte)).count()
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b';' | b':' | b'!' | b'?')
}

fn ends_something(text: &str, at: usize) -> bool {
    after(text, at)
        .is_none_or(|sign| is_space(sign) || is_closing(sign) || matches!(sign, ',' | '.' | '…'))
}
