//! What a bad line costs. The total-fit method and the order of its figures are those of Knuth and Plass, *Breaking
//! Paragraphs into Lines* (1981), and of plain TeX: a badness of 100 is a line whose spaces have grown by all their stretch.

/// By how much of its width a space likes to grow, and may shrink. Twice the first is still well.
pub(super) const STRETCH: f64 = 0.5;
/// See [`STRETCH`].
pub(super) const SHRINK: f64 = 0.22;

/// A line whose spaces would grow by more than this many times their stretch is set ragged: at two and a half times their
/// width the gaps of neighbouring lines run into rivers.
pub(super) const LOOSEST: f64 = 3.0;

/// The rest of a ragged line that has a badness of 100: this share of the measure, or so many ems if that is more.
pub(super) const RAGGED_SHARE: f64 = 0.2;
/// See [`RAGGED_SHARE`].
pub(super) const RAGGED_EMS: f64 = 3.0;

/// Lines with a greater rest, as a share of the measure, are not even tried…
pub(super) const MOST_REST: f64 = 0.35;
/// … and where that leads nowhere, those with a greater rest than this.
pub(super) const MOST_REST_AT_NEED: f64 = 0.6;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// After a word, or where nothing else is possible.
    Plain,
    /// After a typed hyphen or in an address.
    Typed,
    /// With an added hyphen.
    Hyphen,
}

impl Ending {
    /// Its penalty. A ragged edge has room for whole words; a justified line may need the hyphen.
    pub(super) fn penalty(self, justified: bool) -> f64 {
        match self {
            Self::Plain => 0.0,
            Self::Typed => 40.0,
            Self::Hyphen if justified => 60.0,
            Self::Hyphen => 95.0,
        }
    }
}

/// Each line costs a little, so that there are few.
pub(super) const LINE: f64 = 10.0;

/// Demerits of two hyphenated lines in a row.
const TWO_HYPHENS: f64 = 10_000.0;
/// Demerits of three: in French they are not done (CES-R4).
const THREE_HYPHENS: f64 = 1e9;
/// Demerits of a hyphen at the end of the last line but one: the last line would begin with a piece of a word.
const LAST_HYPHEN: f64 = 5_000.0;
/// Demerits of a last line that is shorter than this many ems.
const SHORT_LAST: f64 = 4_000.0;
/// See [`SHORT_LAST`].
const SHORT_EMS: f64 = 3.0;
/// Demerits of a tight line beside a loose one.
const UNLIKE_NEIGHBOURS: f64 = 10_000.0;

/// No line is worse than one of this badness.
const WORST: f64 = 10_000.0;

/// How a line looks: tight, decent, loose, very loose. Neighbours should not be two steps apart.
pub(super) type Fitness = u8;
/// The number of kinds.
pub(super) const FITNESSES: usize = 4;
/// A line whose spaces are as they should be.
pub(super) const DECENT: Fitness = 1;

/// How a line looks whose spaces have to grow by that many times their stretch, or shrink, if it is negative.
pub(super) fn fitness(ratio: f64) -> Fitness {
    match ratio {
        ratio if ratio < -0.5 => 0,
        ratio if ratio <= 0.5 => DECENT,
        ratio if ratio <= 1.0 => 2,
        _ => 3,
    }
}

/// The badness of a line with that ratio.
pub(super) fn badness(ratio: f64) -> f64 {
    (100.0 * ratio.abs().powi(3)).min(WORST)
}

/// The badness of a line to be justified whose rest is that of a ragged line of ratio `ragged`. One that is set ragged, since
/// its spaces would grow too much, is worse than any other, and the worse the more it lacks.
pub(super) fn loose_badness(ratio: f64, ragged: f64) -> f64 {
    if ratio <= LOOSEST {
        badness(ratio)
    } else {
        badness(LOOSEST) + 10.0 * badness(ragged)
    }
}

/// What a line is judged by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The badness of its spaces or of its rest.
    pub(super) badness: f64,
    /// The penalty of the place where it ends.
    pub(super) penalty: f64,
    /// How it looks, and how the line before looks.
    pub(super) fitness: [Fitness; 2],
    /// How many lines in a row end with a hyphen, this one included.
    pub(super) hyphens: u8,
    /// For the last line: whether the line before ends with a hyphen, and its own width in ems.
    pub(super) last: Option<(bool, f64)>,
}

impl Candidate {
    /// Its demerits.
    pub(super) fn demerits(&self) -> f64 {
        let mut demerits = (LINE + self.badness).powi(2) + self.penalty.powi(2);
        demerits += match self.hyphens {
            0 | 1 => 0.0,
            2 => TWO_HYPHENS,
            _ => THREE_HYPHENS,
        };
        if self.fitness[0].abs_diff(self.fitness[1]) > 1 {
            demerits += UNLIKE_NEIGHBOURS;
        }
        if let Some((after_hyphen, ems)) = self.last {
            demerits += if after_hyphen { LAST_HYPHEN } else { 0.0 };
            demerits += if ems < SHORT_EMS { SHORT_LAST } else { 0.0 };
        }
        demerits
    }
}
