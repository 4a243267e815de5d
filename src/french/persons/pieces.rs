//! A text that names several persons or bodies, taken apart: *Awa Sow (OIM) et Ali Ba*.

/// A piece of a text that may name several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// Whether it may say something of the one before: it stands in brackets, or after a comma or a dash.
    pub may_qualify: bool,
}

/// The persons and bodies that a text names, each apart.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    const WORDS: [&str; 6] = ["et", "ou", "avec", "and", "puis", "pour"];
    const STRONG: [char; 8] = [';', '/', '&', '+', '|', '\n', '•', '·'];
    const WEAK: [char; 10] = [',', '(', ')', '[', ']', ':', '–', '—', '<', '>'];
    let mut pieces = Vec::new();
    let (mut start, mut may_qualify) = (0, false);
    let mut cut = |from: usize, to: usize, next: usize, weak: bool, start: &mut usize| {
        let piece = text[from..to].trim();
        if !piece.is_empty() {
            pieces.push(Piece {
                text: piece,
                may_qualify,
            });
            may_qualify = weak;
        } else {
            may_qualify &= weak;
        }
        *start = next;
    };
    for (at, sign) in text.char_indices() {
        let after = at + sign.len_utf8();
        if STRONG.contains(&sign) || WEAK.contains(&sign) {
            cut(start, at, after, WEAK.contains(&sign), &mut start);
        } else if sign.is_whitespace() {
            let rest = &text[after..];
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            let next = after + word.len();
            if WORDS.contains(&word.to_lowercase().as_str()) && next < text.len() {
                cut(start, at, next, false, &mut start);
            } else if word == "-" {
                cut(start, at, next, true, &mut start);
            }
        }
    }
    cut(start, text.len(), text.len(), false, &mut start);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_names_several() {
        let said = |text| -> Vec<String> {
            let pieces = pieces(text).into_iter();
            let said =
                pieces.map(|one| format!("{}{}", if one.may_qualify { "~" } else { "" }, one.text));
            said.collect()
        };
        assert_eq!(said("Awa Sow"), ["Awa Sow"]);
        assert_eq!(said("Awa Sow (OIM)"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow, OIM"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow - OIM"), ["Awa Sow", "~OIM"]);
        assert_eq!(said("Awa Sow et Issa Ba"), ["Awa Sow", "Issa Ba"]);
        assert_eq!(
            said("OIM : Awa Sow/Issa Ba (FAO) et PNUD"),
            ["OIM", "~Awa Sow", "Issa Ba", "~FAO", "PNUD"]
        );
        assert_eq!(said("Jean-Marie Ba"), ["Jean-Marie Ba"]);
        assert_eq!(said(" ( ) "), [""; 0]);
    }
}
