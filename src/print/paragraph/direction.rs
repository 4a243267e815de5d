//! Which words run from right to left, and where their glyphs stand (UAX #9).
//!
//! Texts are French: a line runs from left to right, and what is Arabic, Hebrew or N’Ko in it runs the other way, as on the page of
//! a browser. Glyphs stay in the order in which they are read; those that run to the left are painted away from the pen. This file
//! alone names unicode-bidi.

use unicode_bidi::{BidiInfo, Level};

use crate::print::page::{LinkArea, Mark, TextRun};
use crate::print::shape::is_plain;
use crate::print::units::Pt;

/// How deep the runs of one direction in another lie: even from left to right, odd from right to left.
pub(super) type Depth = u8;

/// The depth of each byte of a line that no break cuts; none if all of it is plain, as nearly all texts are.
pub(super) fn depths<'a>(parts: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<Depth>> {
    if parts.clone().all(|part| part.chars().all(is_plain)) {
        return None;
    }
    let text: String = parts.collect();
    let levels = BidiInfo::new(&text, Some(Level::ltr())).levels;
    let depths = levels.iter().map(Level::number);
    // A tabulation stands between two things, whatever they are (L1).
    let between = |(byte, depth)| if byte == b'\t' { 0 } else { depth };
    Some(text.bytes().zip(depths).map(between).collect())
}

/// Moves the glyphs of a line to where they are seen, by the depth of each (L2), and the places to click with them. The glyphs of a
/// cluster stay together.
pub(super) fn turn(runs: &mut [TextRun], links: &mut [LinkArea], depths: &[Depth]) {
    if depths.iter().all(|depth| *depth == 0) {
        return;
    }
    let clusters = clusters(runs, depths);
    let levels: Vec<Level> = clusters.iter().map(|cluster| cluster.level).collect();
    let mut x = clusters.first().map_or(Pt::ZERO, |first| first.x);
    let mut seen: Vec<Option<(Pt, Pt)>> = vec![None; links.len()];
    for at in BidiInfo::reorder_visual(&levels) {
        let cluster = &clusters[at];
        for glyph in &mut runs[cluster.run].glyphs[cluster.glyphs.clone()] {
            glyph.x_offset += x - cluster.x;
        }
        let mark = runs[cluster.run].mark;
        if let Some(link) = links
            .iter()
            .position(|link| Mark::Element(link.element) == mark)
        {
            let (left, right) = seen[link].unwrap_or((x, x));
            seen[link] = Some((left.min(x), right.max(x + cluster.width)));
        }
        x += cluster.width;
    }
    for (link, seen) in links.iter_mut().zip(seen) {
        let (left, right) = seen.unwrap_or((link.x, link.x + link.width));
        (link.x, link.width) = (left, right - left);
    }
}

/// Says of words that readers of a PDF take for Latin, N’Ko or Adlam, in which order they are read: each stretch of them becomes a run
/// of its own with its text. Arabic and Hebrew they know.
pub(super) fn say(runs: &mut Vec<TextRun>, depths: &[Depth]) {
    let is_little_known = |text: &str| {
        text.contains(|one| matches!(one, '\u{7c0}'..='\u{7ff}' | '\u{1e900}'..='\u{1e95f}'))
    };
    if depths.iter().all(|depth| *depth == 0) {
        return;
    }
    let mut rest = depths;
    for mut run in std::mem::take(runs) {
        let (own, others) = rest.split_at(run.glyphs.len());
        rest = others;
        for stretch in own.chunk_by(|one, other| one % 2 == other % 2) {
            let after = run.glyphs.split_off(stretch.len());
            let mut said = TextRun {
                glyphs: std::mem::replace(&mut run.glyphs, after),
                ..run.clone()
            };
            run.x += said.width();
            let text = said.text();
            if stretch[0] % 2 == 1 && is_little_known(&text) {
                said.actual_text = Some(text.into());
            }
            runs.push(said);
        }
    }
}

/// Glyphs that are never parted.
struct Cluster {
    run: usize,
    glyphs: std::ops::Range<usize>,
    /// Where the pen stands before them.
    x: Pt,
    width: Pt,
    level: Level,
}

fn clusters(runs: &[TextRun], depths: &[Depth]) -> Vec<Cluster> {
    let mut depths = depths.iter().copied();
    let mut clusters: Vec<Cluster> = Vec::with_capacity(depths.len());
    for (run, text) in runs.iter().enumerate() {
        let mut x = text.x;
        for (at, glyph) in text.glyphs.iter().enumerate() {
            let level = depths.next().and_then(|depth| Level::new(depth).ok());
            match clusters.last_mut() {
                Some(last) if at > 0 && glyph.text.is_empty() => {
                    last.glyphs.end = at + 1;
                    last.width += glyph.advance;
                }
                _ => clusters.push(Cluster {
                    run,
                    glyphs: at..at + 1,
                    x,
                    width: glyph.advance,
                    level: level.unwrap_or(Level::ltr()),
                }),
            }
            x += glyph.advance;
        }
    }
    clusters
}
