//! TOML text → a typed value and *all* the faults of the file, each with its place.
//!
//! Entry point: [`read`]. The steps: [`decode()`] makes text of bytes; `invisible` sees what no eye does; the TOML parser
//! recovers from each syntax fault; `unclosed` and `syntax` say them in French, with the help of `shapes`; `reader` hands the
//! recovered table to serde, keeping every slip (unknown key, wrong type, unknown word) instead of stopping at the first, and
//! `explain` says those. What a syntax fault spoilt is [`Field::Faulty`], so that nothing is said twice. What a value *means* is checked by the
//! modules that own it (`record`, `config`). This is the only module that names the `toml` crate.

mod decode;
mod explain;
mod field;
mod invisible;
mod kinds;
mod line;
mod messages;
mod moment_text;
mod moments;
mod parts;
mod paths;
mod reader;
mod shapes;
mod slips;
mod syntax;
mod typed;
mod unclosed;
mod values;
mod wrong_type;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::diagnostic::{Diagnostic, Source, suggestion};
use crate::french::folding::fold;

pub use decode::{MAX_BYTES, decode};
pub use field::Field;
pub use kinds::TomlFault;
pub(crate) use moment_text::{Moment, moment_text};
pub(crate) use moments::{date_or_hour as date_or_hour_slip, impossible_hour};
pub use paths::FileState;
pub(crate) use paths::{PathWords, fault_of_path, fault_of_state, fault_of_writing};
pub(crate) use typed::typed_chars;

/// What is known of the words of a file beyond the fields of its types; it makes the help better.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vocabulary {
    /// Keys that stand at the top of the file; typed below a `[…]`, they end up in the wrong table.
    pub top_keys: &'static [&'static str],
    /// Keys that users write in the wrong place or by another name, and the sentence that sets it right.
    pub advice: &'static [(&'static str, &'static str)],
    /// Keys that hold a list or a group, and the sentence that shows how one is written.
    pub examples: &'static [(&'static str, &'static str)],
    /// Words that users write for one of the admitted values, and that value; folded, without accents or capitals.
    pub words: &'static [(&'static str, &'static str)],
    /// Blocks that may stand several times, and so in double brackets.
    pub repeated: &'static [&'static str],
    /// What to write in an empty file; `None` where an empty file is sound.
    pub empty_file_help: Option<&'static str>,
    /// How to begin a file that is nothing of the kind.
    pub beginning_help: &'static str,
}

impl Vocabulary {
    /// The admitted value that was probably meant by a word.
    fn meant<'a>(&self, word: &str, allowed: &[&'a str]) -> Option<&'a str> {
        let folded = fold(word);
        let known = |value: &&str| {
            let mut words = self.words.iter();
            words.any(|(typed, meant)| *typed == folded && meant == value)
        };
        let by_sense = allowed.iter().copied().find(known);
        by_sense.or_else(|| suggestion(word, allowed))
    }
}

/// What could be read of a file.
#[derive(Debug)]
pub struct Read<T> {
    /// The value; fields with a fault, those on a line with a syntax fault and those that stand under a misspelt key are
    /// [`Field::Faulty`]. `None` where the structure of the file itself is broken.
    pub value: Option<T>,
    /// The faults, in no particular order.
    pub faults: Vec<Diagnostic>,
}

/// At most 1 MiB is looked through fault by fault.
const WRITTEN_BY_HAND: usize = 1024 * 1024;

/// Reads a TOML text as a `T`, whose fields are [`Field`]s, and collects every fault.
#[must_use]
pub fn read<T: DeserializeOwned>(source: &Source, vocabulary: &Vocabulary) -> Read<T> {
    let is_empty = source.text.trim_start_matches('\u{feff}').trim().is_empty();
    if let Some(help) = vocabulary.empty_file_help.filter(|_| is_empty) {
        let fault = Diagnostic::new(TomlFault::EmptyFile, "le fichier est vide").help(help);
        return Read {
            value: None,
            faults: vec![fault],
        };
    }
    let (seen, unseen) = invisible::made_blank(&source.text);
    let (mut table, mut errors) = parse(&seen);
    let (text, lost) = syntax::without_lost_lines(&seen, &errors);
    if !lost.is_empty() {
        let (other, others) = parse(&text);
        table = other;
        errors = lost.into_iter().chain(others).collect();
    }
    let (mut faults, damage) = syntax::explain(source, &errors, vocabulary);
    let Some(table) = table.filter(|_| !damage.is_total) else {
        return Read {
            value: None,
            faults,
        };
    };
    faults.extend(invisible::explain(source, &unseen, &errors));
    let (value, slips) = reader::read_table(&source.text, table, &damage);
    faults.extend(
        slips
            .iter()
            .map(|slip| explain::explain(source, slip, vocabulary)),
    );
    Read { value, faults }
}

/// The table and the errors of a text. Of a file that no hand wrote the first error is enough: there may be one for each of
/// its bytes.
fn parse(text: &str) -> (Option<Spanned<DeTable<'_>>>, Vec<Error>) {
    if text.len() <= WRITTEN_BY_HAND {
        let (table, errors) = DeTable::parse_recoverable(text);
        return (Some(table), errors);
    }
    match DeTable::parse(text) {
        Ok(table) => (Some(table), Vec::new()),
        Err(error) => (None, vec![error]),
    }
}
