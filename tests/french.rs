//! French: every case of the specification, from one table; then readings back, false alarms and properties.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop there"
)]

#[path = "french/cases.rs"]
mod cases;
#[path = "french/checked.rs"]
mod checked;
#[path = "french/contacts.rs"]
mod contacts;
#[path = "french/doubts.rs"]
mod doubts;
#[path = "french/figures.rs"]
mod figures;
#[path = "french/formulas.rs"]
mod formulas;
#[path = "french/hyphenation.rs"]
mod hyphenation;
#[path = "french/kinds.rs"]
mod kinds;
#[path = "french/language_properties.rs"]
mod language_properties;
#[path = "french/parser.rs"]
mod parser;
#[path = "french/properties.rs"]
mod properties;
#[path = "french/remarks.rs"]
mod remarks;
#[path = "french/round_trips.rs"]
mod round_trips;
#[path = "french/sentence_properties.rs"]
mod sentence_properties;
#[path = "french/sentences.rs"]
mod sentences;
#[path = "french/sorting.rs"]
mod sorting;
#[path = "french/typed.rs"]
mod typed;
#[path = "french/typography.rs"]
mod typography;
#[path = "french/typography_properties.rs"]
mod typography_properties;
#[path = "french/typography_templates.rs"]
mod typography_templates;
#[path = "french/words.rs"]
mod words;
