//! Where a French word may be cut at the end of a line (CES-R1 to CES-R3).
//!
//! Entry points: [`break_points`], [`adds_hyphen`].
//! The patterns are those of TeX; the guards around them are ours, since the patterns alone cut acronyms, names and
//! apostrophes (`jourd’-hui`, typst/hypher#13). What concerns a whole paragraph or page (CES-R4) is the layout's.

use hypher::{Lang, hyphenate_bounded};

/// Letters left on the line, and letters carried to the next one (CES-R1).
const LEFT: usize = 2;
const RIGHT: usize = 3;

/// Words of fewer letters are never cut (CES-R2).
const SHORTEST: usize = 6;

/// The bytes before which a line may end inside a word of running text, in order.
///
/// `word` is what stands between two spaces; marks around it do no harm. A hyphen is to be added at a point unless
/// [`adds_hyphen`] says otherwise.
pub fn break_points(word: &str) -> Vec<usize> {
    let ends = (
        word.find(char::is_alphanumeric),
        word.rfind(char::is_alphanumeric),
    );
    let (Some(start), Some(end)) = ends else {
        return Vec::new();
    };
    let end = end + word[end..].chars().next().map_or(0, char::len_utf8);
    let core = &word[start..end];
    if is_address(core) {
        let points = address_points(core).into_iter();
        return points.map(|point| start + point).collect();
    }
    let has_other = |letter: char| !is_letter(letter) && !matches!(letter, '’' | '\'' | '-' | '/');
    let mut points = if core.contains(has_other) {
        Vec::new()
    } else if core.contains('-') {
        typed_hyphens(core)
    } else {
        syllables(core)
    };
    points.extend(slashes(core));
    points.sort_unstable();
    points.into_iter().map(|point| start + point).collect()
}

/// Whether a line that ends at a point of [`break_points`] gets a hyphen: not after a typed one or a slash, nor in an address.
pub fn adds_hyphen(word: &str, point: usize) -> bool {
    let (before, after) = word.split_at_checked(point).unwrap_or_default();
    !before.ends_with(JOINTS) && !after.starts_with('.')
}

/// Whether a word is an address of the web or of mail, or the name of a file. It is cut at its joints, and gives way before words
/// do.
pub fn is_address(word: &str) -> bool {
    // Most words have none of the signs that one cannot do without.
    let is_of_one = |byte: u8| matches!(byte, b'.' | b':' | b'@' | b'_');
    if !word.bytes().any(is_of_one) {
        return false;
    }
    let core = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    is_url(core) || is_mail(core) || is_file(core)
}

/// The letters that French writes; the patterns know nothing of others (`Ɲɛnɛma`).
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ".contains(letter)
}

fn is_url(text: &str) -> bool {
    ["http:", "https:", "mailto:", "www."].iter().any(|start| {
        let head = text.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    })
}

fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// A name with low lines, or with one of the endings that files of an office have.
fn is_file(text: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "csv", "zip", "jpg",
    ];
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    let is_known = |ending: &str| {
        ENDINGS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    };
    text.contains('_') || ending.is_some_and(is_known)
}

/// What a line of an address may end with.
const JOINTS: [char; 7] = ['-', '/', '?', '&', '=', '@', '_'];

/// At least four signs stand between a joint and a dot that begins a line: `www` is no line.
const BEFORE_DOT: usize = 4;

/// After its joints, but not inside a run of them; and before a dot, so that nobody takes it for the end of a sentence.
fn address_points(core: &str) -> Vec<usize> {
    let mut points = Vec::new();
    let mut signs = core.char_indices().peekable();
    let (mut before, mut part) = (' ', 0);
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let is_joint = JOINTS.contains(&before) && !JOINTS.contains(&sign);
        let is_dot = sign == '.'
            && at >= part + BEFORE_DOT
            && before.is_alphanumeric()
            && next.is_some_and(char::is_alphanumeric);
        if is_joint || is_dot {
            points.push(at);
        }
        if is_joint || sign == '.' {
            part = at;
        }
        before = sign;
    }
    points
}

/// After the slashes between words or acronyms: not in `et/ou`, `km/h`, `31/12`.
fn slashes(core: &str) -> impl Iterator<Item = usize> {
    const BEFORE: usize = 3;
    const AFTER: usize = 2;
    let letters = |part: &str, least: usize| {
        part.chars()
            .all(|sign| sign.is_alphabetic() || matches!(sign, '’' | '\'' | '-'))
            && part.chars().filter(|sign| sign.is_alphabetic()).count() >= least
    };
    let is_between_words = move |at: &usize| {
        let before = core[..*at].rsplit('/').next().unwrap_or_default();
        let after = core[*at + 1..].split('/').next().unwrap_or_default();
        letters(before, BEFORE) && letters(after, AFTER)
    };
    let slashes = core.match_indices('/').map(|(at, _)| at);
    slashes.filter(is_between_words).map(|at| at + 1)
}

/// After the hyphens that the author typed, two letters before; an inserted `-t-` stays with its pronoun.
fn typed_hyphens(core: &str) -> Vec<usize> {
    let points = core.match_indices('-').map(|(at, _)| at);
    points
        .filter(|&at| {
            let mut letters = core[..at].chars().filter(|letter| is_letter(*letter));
            let part = core[..at].rsplit('-').next().unwrap_or_default();
            letters.nth(LEFT - 1).is_some() && !part.eq_ignore_ascii_case("t") && !part.is_empty()
        })
        .map(|at| at + 1)
        .filter(|&point| !core[point..].starts_with('-'))
        .collect()
}

/// Inside the parts that apostrophes and slashes bound.
fn syllables(core: &str) -> Vec<usize> {
    let mut points = Vec::new();
    for alternative in parts(core, &['/']) {
        let text = &core[alternative.clone()];
        if text.contains(['’', '\'']) && !is_elided(text) {
            continue;
        }
        for part in parts(text, &['’', '\'']) {
            let begin = alternative.start + part.start;
            points.extend(patterns(&text[part]).map(|point| begin + point));
        }
    }
    points
}

/// The ranges between separators.
fn parts(text: &str, separators: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let mut parts = Vec::new();
    for piece in text.split(separators) {
        parts.push(start..start + piece.len());
        let separator = text[start + piece.len()..].chars().next();
        start += piece.len() + separator.map_or(0, char::len_utf8);
    }
    parts
}

/// Whether every apostrophe is that of an elision: before a vowel or an `h`. Others are of names: `N’Djaména`.
fn is_elided(text: &str) -> bool {
    const VOWELS: &str = "aàâäæeéèêëiîïoôöœuùûüyÿh";
    let mut after = text.split(['’', '\'']).skip(1);
    after.all(|part| {
        let first = part.chars().flat_map(char::to_lowercase).next();
        first.is_some_and(|first| VOWELS.contains(first))
    })
}

/// The points of a part that has neither apostrophe nor hyphen.
fn patterns(part: &str) -> impl Iterator<Item = usize> {
    // Two capitals make an acronym: `ONGs`, `OCHA`. One may open a sentence.
    let capitals = part.chars().filter(|letter| letter.is_uppercase()).count();
    let is_word = capitals < 2 && part.chars().count() >= SHORTEST;
    let syllables = hyphenate_bounded(if is_word { part } else { "" }, Lang::French, LEFT, RIGHT);
    let mut ends = Vec::with_capacity(syllables.len());
    let mut end = 0;
    for syllable in syllables {
        end += syllable.len();
        ends.push(end);
    }
    ends.pop();
    ends.into_iter()
}
