//! What is left around words that were taken out of a line: brackets around nothing, signs that part nothing.

/// What is written with less, wherever it stands.
const HOLLOW: [(&str, &str); 32] = [
    ("( ", "("),
    (" )", ")"),
    ("(,", "("),
    (",)", ")"),
    ("(;", "("),
    (";)", ")"),
    ("(:", "("),
    ("()", ""),
    ("<>", ""),
    ("[]", ""),
    ("«»", ""),
    ("  ", " "),
    (" ,", ","),
    (" ;", ";"),
    (",,", ","),
    (", ,", ","),
    (";;", ";"),
    ("; ;", ";"),
    (",;", ";"),
    (";,", ";"),
    ("(/", "("),
    ("/)", ")"),
    ("(-", "("),
    ("-)", ")"),
    ("/ /", "/"),
    ("//", "/"),
    ("| |", "|"),
    ("- -", "-"),
    ("– –", "–"),
    (", /", ","),
    ("/ ,", ","),
    ("{}", ""),
];

/// No empty brackets, no sign that parts nothing, single spaces. Each sign is looked at once, with what it ends: a line of nothing but
/// brackets costs no more than another.
pub(super) fn without_hollow(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut kept = String::with_capacity(words.len());
    for sign in words.chars() {
        kept.push(sign);
        while let Some((from, to)) = HOLLOW.iter().find(|(from, _)| kept.ends_with(from)) {
            kept.truncate(kept.len() - from.len());
            kept.push_str(to);
        }
    }
    kept.trim_matches(|sign: char| sign.is_whitespace() || ",;:/|-–—".contains(sign))
        .to_owned()
}
