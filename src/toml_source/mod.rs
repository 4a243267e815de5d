//! TOML text → a typed value and *all* the faults of the file, each with its place.
//!
//! Entry point: [`read`]. The steps: [`decode()`] makes text of bytes; `invisible` sees what no eye does; the TOML parser
//! recovers from each syntax fault (`lost`: from lines of which it makes nothing); `unclosed` and `syntax` say them in French, with the
//! help of `shapes`, `signs`, `quotes`, `tails` and `values`, `closing` knows where what is open was meant to end, and `healing`
//! tries what is proposed; `reader` hands the
//! recovered table to serde, keeping every slip (unknown key, wrong type, unknown word) instead of stopping at the first, and
//! `explain` says those. What a syntax fault spoilt is [`Field::Faulty`], so that nothing is said twice. What a value *means* is checked by the
//! modules that own it (`record`, `config`). This is the only module that names the `toml` crate.

mod closing;
mod decode;
mod explain;
mod field;
mod free;
mod healing;
mod invisible;
mod kinds;
mod line;
mod line_ends;
mod lists;
mod lost;
mod messages;
mod missing_block;
mod moment_text;
mod moments;
mod other_kinds;
mod parts;
mod paths;
mod quoted_lines;
mod quotes;
mod reader;
mod running_on;
mod shapes;
mod signs;
mod slips;
mod syntax;
mod tails;
mod too_deep;
mod too_high;
mod twice;
mod typed;
mod unclosed;
mod unknown_key;
mod values;
mod vocabulary;
mod wrong_type;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, Error};

use slips::Slip;

use crate::diagnostic::{Diagnostic, Source, Span};

pub use decode::{MAX_BYTES, decode};
pub use field::Field;
pub use free::FreeKeys;
pub(crate) use free::FreeValue;
pub use kinds::TomlFault;
pub(crate) use moment_text::{Moment, moment_text};
pub(crate) use moments::{date_or_hour as date_or_hour_slip, hour_slip, impossible_hour};
pub use paths::FileState;
pub(crate) use paths::{PathWords, fault_of_path, fault_of_state, fault_of_writing, path_meant};
pub(crate) use typed::{place_in, text_of, typed_chars};
pub use vocabulary::Vocabulary;

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
        let fault = Diagnostic::new(TomlFault::EmptyFile, "le fichier est vide");
        let fault = fault.help(help(source));
        return Read {
            value: None,
            faults: vec![fault],
        };
    }
    let (seen, unseen) = invisible::made_blank(&source.text);
    let (mut read, mut slips) = read_seen(source, &seen, &unseen, vocabulary, None);
    if let Some(fault) = missing_block::take(source, &mut slips, vocabulary) {
        read.faults.push(fault);
        return said(read, source, &slips, vocabulary);
    }
    match too_high::find(source, &slips, vocabulary) {
        Some(block) => {
            let seen = block.without(&seen);
            let (mut read, slips) =
                read_seen(source, &seen, &unseen, vocabulary, Some(&block.name));
            read.faults.push(block.fault);
            said(read, source, &slips, vocabulary)
        }
        None => said(read, source, &slips, vocabulary),
    }
}

/// With the slips said.
fn said<T>(mut read: Read<T>, source: &Source, slips: &[Slip], vocabulary: &Vocabulary) -> Read<T> {
    let faults = slips
        .iter()
        .map(|slip| explain::explain(source, slip, vocabulary));
    read.faults.extend(faults);
    for fault in &mut read.faults {
        invisible::on_whole_signs(&source.text, fault);
    }
    read
}

/// What could be read of the text as `seen`, and the slips in it; `left_out` is a block of which nothing is to be said.
fn read_seen<T: DeserializeOwned>(
    source: &Source,
    seen: &str,
    unseen: &[Span],
    vocabulary: &Vocabulary,
    left_out: Option<&str>,
) -> (Read<T>, Vec<Slip>) {
    let (mut table, mut errors) = parse(seen);
    let (text, lost) = lost::without_lost_lines(seen, &errors);
    if !lost.is_empty() {
        let (other, others) = parse(&text);
        table = other;
        errors = lost.into_iter().chain(others).collect();
    }
    let (mut faults, mut damage) = syntax::explain(source, &errors, vocabulary);
    let other_line_ends = line_ends::others(&source.text);
    if let Some(fault) = line_ends::explain(&source.text, &other_line_ends) {
        // What else is wrong can be told once the lines are apart.
        faults = vec![fault];
        damage.is_total |= !errors.is_empty();
    }
    damage.keys.extend(left_out.map(str::to_owned));
    let Some(table) = table.filter(|_| !damage.is_total) else {
        return (
            Read {
                value: None,
                faults,
            },
            Vec::new(),
        );
    };
    faults.extend(invisible::explain(source, unseen, &errors));
    let (value, slips) = reader::read_table(&source.text, table, &damage, vocabulary);
    (Read { value, faults }, slips)
}

/// The errors of a text as it is `seen`, those of lines lost included.
fn errors_of(seen: &str) -> Vec<Error> {
    let (_, errors) = parse(seen);
    let (text, lost) = lost::without_lost_lines(seen, &errors);
    match lost.is_empty() {
        true => errors,
        false => lost.into_iter().chain(parse(&text).1).collect(),
    }
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
