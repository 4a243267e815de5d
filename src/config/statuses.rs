//! `[statuts]`: the words of a series for how far an action is, each with the word of the format that it means.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::record::{Status, StatusWords};
use crate::toml_source::Field;

/// The words in the order of the file, each with its meaning.
#[derive(Debug, Default)]
pub(super) struct RawStatuses(Vec<(String, Field<Status>)>);

impl<'de> Deserialize<'de> for RawStatuses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Words)
    }
}

struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = RawStatuses;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("words with their meaning")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut words = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            words.push(entry);
        }
        Ok(RawStatuses(words))
    }
}

impl JsonSchema for RawStatuses {
    fn schema_name() -> Cow<'static, str> {
        "statuts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let meaning = Status::json_schema(generator);
        json_schema!({ "type": "object", "additionalProperties": meaning })
    }
}

/// The words, none of them one of the format with another meaning.
pub(super) fn statuses(raw: &RawStatuses, faults: &mut Diagnostics) -> StatusWords {
    let mut words = StatusWords::default();
    for (word, meaning) in &raw.0 {
        let Some((meaning, span)) = meaning.located() else {
            continue;
        };
        let known = Status::ALL.into_iter().find(|known| known.word() == word);
        if word.trim().is_empty() {
            faults.push(
                Diagnostic::new(ConfigFault::EmptyStatus, "ce mot est vide")
                    .at(span, "")
                    .help("écrivez par exemple : \"Complété\" = \"fait\""),
            );
        } else if let Some(known) = known.filter(|known| known != meaning) {
            faults.push(
                Diagnostic::new(
                    ConfigFault::StatusOfFormat,
                    format!("« {} » a déjà un sens", known.word()),
                )
                .at(span, "")
                .help("choisissez un autre mot : ceux du format gardent le leur"),
            );
        } else if !words.add(word, *meaning) {
            faults.push(
                Diagnostic::new(
                    ConfigFault::RepeatedStatus,
                    format!("« {word} » est donné deux fois"),
                )
                .at(span, "")
                .help("gardez une seule de ces lignes"),
            );
        }
    }
    words
}
