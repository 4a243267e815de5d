//! Where the content of a cell is cut when the page ends.

use super::super::galley::{Break, Strip};
use super::super::units::Pt;

/// How many strips, from `first` on, stay in that room, the page ending at a place no worse than `worst`; all that is left,
/// if it fits.
pub(super) fn fitting(content: &[Strip], first: usize, room: Pt, worst: Break) -> usize {
    let rest = content.get(first..).unwrap_or_default();
    let mut height = rest.first().map_or(Pt::ZERO, Strip::head_height);
    let mut best = 0;
    for (count, strip) in rest.iter().enumerate() {
        // A page may end before this strip, with `count` strips on it.
        if count > 0 && strip.break_before <= worst {
            best = count;
        }
        let space = if count == 0 {
            Pt::ZERO
        } else {
            strip.space_before
        };
        height += space + strip.height;
        if height > room + TOLERANCE {
            return best;
        }
    }
    rest.len()
}

/// As [`fitting`], taking the best place that leaves something on the page; where there is none, one strip, whatever its
/// height, so that each page takes something.
pub(super) fn forced(content: &[Strip], first: usize, room: Pt) -> usize {
    let left = content.len().saturating_sub(first);
    [Break::Allowed, Break::Avoided, Break::Forbidden]
        .into_iter()
        .map(|worst| fitting(content, first, room, worst))
        .find(|count| *count > 0)
        .unwrap_or(left.min(1))
}

/// What sums of rounded numbers may differ by.
pub(super) const TOLERANCE: Pt = Pt(0.001);

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(breaks: &[Break]) -> Vec<Strip> {
        let strip = |break_before: &Break| Strip {
            height: Pt(10.0),
            break_before: *break_before,
            ..Strip::default()
        };
        breaks.iter().map(strip).collect()
    }

    #[test]
    fn no_line_of_a_paragraph_is_left_alone() {
        use Break::{Allowed, Avoided};
        let four = lines(&[Allowed, Avoided, Allowed, Avoided]);
        for (room, expected) in [(9.0, 0), (19.0, 0), (29.0, 2), (39.0, 2), (40.0, 4)] {
            assert_eq!(fitting(&four, 0, Pt(room), Allowed), expected, "{room}");
        }
        let three = lines(&[Allowed, Avoided, Avoided]);
        assert_eq!(fitting(&three, 0, Pt(29.0), Allowed), 0);
        assert_eq!(fitting(&three, 0, Pt(29.0), Avoided), 2);
        assert_eq!(fitting(&three, 2, Pt(29.0), Allowed), 1);
    }

    #[test]
    fn something_is_always_taken() {
        use Break::{Allowed, Avoided, Forbidden};
        assert_eq!(forced(&lines(&[Allowed, Avoided, Avoided]), 0, Pt(12.0)), 1);
        assert_eq!(forced(&lines(&[Allowed, Forbidden]), 0, Pt(12.0)), 1);
        assert_eq!(forced(&lines(&[Allowed]), 0, Pt(2.0)), 1);
        assert_eq!(forced(&[], 0, Pt(2.0)), 0);
    }
}
