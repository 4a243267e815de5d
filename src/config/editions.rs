//! `[editions]`: which editions are built beside the public one, and where they go.

use schemars::JsonSchema;
use serde::Deserialize;

use super::texts::text;
use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::slug;
use crate::record::Edition;
use crate::toml_source::Field;

/// Which editions are built beside the public one, and where they go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editions {
    /// The others than the public one, the lesser first.
    pub built: Vec<Edition>,
    /// The folder of their folders, from that of the project, with `/`; `circulation` without.
    pub folder: Option<String>,
    /// Whether the series has the key at all.
    pub is_given: bool,
}

/// The folder beside `output` that holds what goes out, and the folders of the editions unless another is asked for. It is never published.
pub const CIRCULATION_FOLDER: &str = "circulation";
/// Folders of the project that hold something else.
const TAKEN: [&str; 3] = ["output", "meetings", "templates"];

impl Editions {
    /// The folder of an edition, from that of the project, with `/`.
    #[must_use]
    pub fn folder_of(&self, edition: Edition) -> String {
        let folder = self.folder.as_deref().unwrap_or(CIRCULATION_FOLDER);
        format!("{folder}/{}", edition.word())
    }

    /// The folders in which an earlier build may have left an edition that no build makes there now.
    #[must_use]
    pub fn folders_left(&self) -> Vec<String> {
        let usual = Self::default();
        let mut folders = Vec::new();
        for edition in [Edition::Members, Edition::Internal] {
            let own = self.folder_of(edition);
            let before = usual.folder_of(edition);
            folders.extend((before != own).then_some(before));
            folders.extend((!self.built.contains(&edition)).then_some(own));
        }
        folders
    }

    /// Whether a file of the project, by the parts of its path from there in small letters, lies in a folder that is made for some alone:
    /// that of the editions, or that of the messages.
    pub(crate) fn hold(&self, parts: &[String]) -> bool {
        let is_in = |folder: &str| {
            let mut parts = parts.iter();
            folder
                .split('/')
                .all(|name| parts.next().is_some_and(|part| part == name))
        };
        is_in(CIRCULATION_FOLDER) || self.folder.as_deref().is_some_and(is_in)
    }
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "editions", deny_unknown_fields)]
pub(super) struct RawEditions {
    #[serde(rename = "construire")]
    #[schemars(
        description = "Les éditions que « greffier build » fait avec la publique : [\"membres\", \"interne\"]."
    )]
    built: Field<Vec<Field<Edition>>>,
    #[serde(rename = "dossier")]
    #[schemars(
        description = "Le dossier où elles vont, à partir du dossier du projet ; sans cette clé, \"circulation\"."
    )]
    folder: Field<String>,
}

pub(super) fn editions(raw: &RawEditions, faults: &mut Diagnostics) -> Editions {
    let mut built: Vec<Edition> = raw.built.items().map(|(edition, _)| *edition).collect();
    built.retain(|edition| *edition != Edition::Public);
    built.sort_unstable();
    built.dedup();
    Editions {
        built,
        folder: folder(&raw.folder, faults),
        is_given: true,
    }
}

/// A folder below that of the project, of plain names, that holds nothing else.
fn folder(field: &Field<String>, faults: &mut Diagnostics) -> Option<String> {
    let folder = text(field, faults)?;
    let parts: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
    let is_plain = |part: &&str| !part.is_empty() && slug(part) == *part;
    let is_taken = parts.first().is_some_and(|first| TAKEN.contains(first));
    if parts.iter().all(is_plain) && !is_taken {
        return Some(parts.join("/"));
    }
    let span = field.span().unwrap_or_default();
    let fault = Diagnostic::new(
        ConfigFault::EditionFolder,
        "les éditions ne peuvent pas aller dans ce dossier",
    );
    let help = match is_taken {
        true => {
            "il contient autre chose : prenez un dossier qui ne se copie pas sur le site, \"circulation\""
        }
        false => "écrivez un dossier du projet, en minuscules sans accent : \"circulation\"",
    };
    faults.push(fault.at(span, "").help(help));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_may_be_left_where_none_is_made() {
        let (members, internal) = (Edition::Members, Edition::Internal);
        let cases: [(&[Edition], Option<&str>, &[&str]); 6] = [
            (&[], None, &["circulation/membres", "circulation/interne"]),
            (&[members], None, &["circulation/interne"]),
            (&[internal], None, &["circulation/membres"]),
            (&[members, internal], None, &[]),
            (
                &[members, internal],
                Some("lecture"),
                &["circulation/membres", "circulation/interne"],
            ),
            (
                &[internal],
                Some("a/part"),
                &[
                    "circulation/membres",
                    "a/part/membres",
                    "circulation/interne",
                ],
            ),
        ];
        for (built, folder, expected) in cases {
            let editions = Editions {
                built: built.to_vec(),
                folder: folder.map(str::to_owned),
                is_given: true,
            };
            assert_eq!(editions.folders_left(), expected, "{built:?} {folder:?}");
        }
    }
}
