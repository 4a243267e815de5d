//! French as the minutes print it: numbers, dates, hours, counted nouns and fixed sentences.
//!
//! Every function is pure and yields plain text in the spacing profile `fine`: [`NB`] and [`FI`] stand in the text
//! as themselves. Rules named like `DAT-R4` are those of the specification of the language.
//!
//! | module | says |
//! |---|---|
//! | [`numbers`] | numbers and ranks in words, short ordinals, grouped digits |
//! | [`qualities`] | the head of a group of people in one capacity |
//! | [`quantities`] | typed numbers with decimals and units, sizes of files, telephone numbers |
//! | [`dates`] | dates, months, years and ranges of days; reads their names |
//! | [`days`] | the day or the days of a meeting |
//! | [`typed_dates`] | where a free text holds a date |
//! | [`hours`] | times of the day and durations; reads a typed time |
//! | [`words`] | plurals, enumerations, capitals |
//! | [`characters`] | what to call a character of another script |
//! | [`folding`] | slugs, and spellings folded to be compared |
//! | [`naming`] | a person’s name, whatever title stands before it |
//! | [`bare_names`] | whether a name of which nothing else is known may be that of a person |
//! | [`persons`] | who is meant where a name is typed a little otherwise |
//! | [`formulas`] | the sentences of the minutes |
//! | [`phrases`] | typed phrases that would break a sentence, each with its remedy |
//! | [`sorting`] | alphabetical order, filing names of persons |
//! | [`hyphenation`] | where a word may be cut at the end of a line |
//! | [`remarks`] | what the checker reports of a free text, and never changes |
//! | [`typography`] | a free text as French prints it: spaces, quotation marks, apostrophes, dashes |
//!
//! Nothing here reads a record or escapes for an output format.

use serde::Serialize;

use std::error::Error;
use std::fmt;

pub mod bare_names;
pub mod characters;
mod collation;
pub mod contacts;
pub mod dates;
pub mod days;
pub mod folding;
pub mod formulas;
mod hollow;
pub mod hours;
pub mod hyphenation;
pub mod naming;
pub mod numbers;
pub mod persons;
pub mod phrases;
mod positions;
pub mod qualities;
pub mod quantities;
pub mod remarks;
pub mod sorting;
pub mod typed_dates;
mod typed_tokens;
pub mod typography;
pub mod words;

/// The no-break space, U+00A0: before `:`, inside guillemets, in dates and hours.
pub const NB: char = '\u{a0}';

/// The narrow no-break space, U+202F: before `;` `!` `?`, between thousands.
pub const FI: char = '\u{202f}';

/// The grammatical gender that governs an agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// *un*, *premier*, *excusé*.
    #[default]
    Masculine,
    /// *une*, *première*, *excusée*.
    Feminine,
}

/// How numbers in words are hyphenated (MOT-R6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Spelling {
    /// Hyphens below one hundred only, none beside *et*: `cent vingt et un`.
    #[default]
    Traditional,
    /// The rectifications of 1990: hyphens everywhere but around *million* and *milliard*: `cent-vingt-et-un`.
    Rectified1990,
}

/// The fault of a range whose end lies before its start (HEU-18).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndBeforeStart;

impl fmt::Display for EndBeforeStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("la fin précède le début")
    }
}

impl Error for EndBeforeStart {}
