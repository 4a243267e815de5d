//! The end of a text that something follows on its line: no mark closes it there.

use super::{Block, Inline};
use crate::french::typography::phrase;

/// The blocks without the marks that end them: `Partager la carte`, not `Partager la carte.`, where *(OIM)* follows. What asks, exclaims or
/// suspends stays, and the period of an abbreviation.
#[must_use]
pub fn without_end(mut blocks: Vec<Block>) -> Vec<Block> {
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => end(inlines),
        Some(Block::List { items, .. }) => {
            if let Some(last) = items.last_mut() {
                last.blocks = without_end(std::mem::take(&mut last.blocks));
            }
        }
        Some(Block::Table(_)) | None => {}
    }
    blocks
}

fn end(inlines: &mut [Inline]) {
    match inlines.last_mut() {
        Some(Inline::Text(text)) => *text = phrase(text).to_owned(),
        Some(
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. },
        ) => end(content),
        Some(Inline::SoftBreak | Inline::HardBreak) | None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::without_end;
    use crate::markup::{inline_html, parse, to_plain_line};

    #[test]
    fn what_something_follows_has_no_final_mark() {
        for (typed, line, html) in [
            (
                "Partager la carte.",
                "Partager la carte",
                "Partager la carte",
            ),
            (
                "Partager la carte",
                "Partager la carte",
                "Partager la carte",
            ),
            (
                "Partager la carte ;",
                "Partager la carte",
                "Partager la carte",
            ),
            ("Qui relance ?", "Qui relance ?", "Qui relance ?"),
            ("Relancer, etc.", "Relancer, etc.", "Relancer, etc."),
            ("Un. Deux.", "Un. Deux", "Un. Deux"),
            (
                "Voir la **carte.**",
                "Voir la carte",
                "Voir la <strong>carte</strong>",
            ),
            (
                "- un\n- deux.",
                "• un • deux",
                "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>",
            ),
            ("Lire A & B ;", "Lire A & B", "Lire A &amp; B"),
            ("Attendre…", "Attendre…", "Attendre…"),
            ("", "", ""),
        ] {
            let blocks = without_end(parse(typed).blocks);
            assert_eq!(to_plain_line(&blocks), line, "{typed}");
            assert_eq!(inline_html(&blocks), html, "{typed}");
        }
    }
}
