//! Pieces → parts that stand on pages of their own: those held upright, and those held sideways.

use super::compose::Piece;
use super::galley::Break;

/// Pieces on pages that are held one way.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Whether the pages are held sideways.
    pub(super) sideways: bool,
    /// What stands on them.
    pub(super) pieces: Vec<Piece>,
}

/// Whether some of the pages are held sideways.
pub(super) fn turns(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.sideways)
}

/// The parts, in order. A heading that stays with what follows goes with it, whichever way its own pages are held.
pub(super) fn parts(pieces: Vec<Piece>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for piece in pieces {
        match parts.last_mut() {
            Some(part) if part.sideways == piece.sideways => part.pieces.push(piece),
            last => {
                let is_tied = piece.break_before == Break::Forbidden;
                let mut pieces = match last.filter(|_| is_tied) {
                    Some(before) => before.pieces.split_off(start_of_tied(&before.pieces)),
                    None => Vec::new(),
                };
                let sideways = piece.sideways;
                pieces.push(piece);
                parts.retain(|part| !part.pieces.is_empty());
                parts.push(Part { sideways, pieces });
            }
        }
    }
    parts
}

/// The first of the last pieces that no page may part.
fn start_of_tied(pieces: &[Piece]) -> usize {
    let free = pieces
        .iter()
        .rposition(|piece| piece.break_before != Break::Forbidden);
    free.unwrap_or_default()
}
