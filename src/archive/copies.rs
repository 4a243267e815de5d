//! A record beside the one that it was copied from, as its name tells: left by a copy in the Explorer, or by `OneDrive` and its like where
//! two computers wrote one file. Each of the two has its page, and all that they say counts twice.

use std::collections::{HashMap, HashSet};

use super::discover::RecordFile;
use super::guard::Step;
use super::project::Project;
use super::reading::read_as;
use crate::diagnostic::{Diagnostic, Source};
use crate::follow_up::Proceedings;
use crate::minutes::proceedings;
use crate::record::{Edition, RecordDoubt};

/// What programs call the copy of a file, in French and in English.
const COPY: [&str; 3] = ["copie", "copy", "conflicted"];
/// How the names of computers begin that `OneDrive` writes behind that of a file.
const COMPUTERS: [&str; 4] = ["desktop", "laptop", "pc", "portable"];

/// The records of a project, each by its name without the extension.
pub(super) struct Originals<'a>(HashMap<&'a str, &'a RecordFile>);

/// What a name has beside that of another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// It says that the file is a copy.
    Said,
    /// A copy may have it, and a second meeting of the day too.
    Likely,
}

impl<'a> Originals<'a> {
    pub(super) fn of(records: &'a [RecordFile]) -> Self {
        let by_stem = |record: &'a RecordFile| (stem(&record.name), record);
        Self(records.iter().map(by_stem).collect())
    }

    /// Told if that record is a copy of another one, and of the same meeting: a copy that was given another day or hour is a new record.
    pub(super) fn doubt_of_copy(
        &self,
        project: &Project,
        record: &RecordFile,
        (source, said): (&Source, Option<&Proceedings>),
    ) -> Option<Diagnostic> {
        let said = said?;
        let (original, mark) = self.original_of(&record.name)?;
        let read = || read_as(project, original, Edition::Internal);
        let read = original.guarded(Step::Read, read).ok()?;
        let other = proceedings(&read.meeting, &project.config);
        let has_other_hour = said.start.is_some() && said.start != other.start;
        let is_copy = said.date == other.date
            && !has_other_hour
            && (mark == Mark::Said || says_mostly(&source.text, &read.source.text));
        let name = file_name(&original.name);
        is_copy.then(|| {
            Diagnostic::new(
                RecordDoubt::CopyOfAnother,
                format!("ce compte rendu est sans doute une copie de « {name} »"),
            )
            .help("comparez les deux fichiers et n’en gardez qu’un : chacun fait sa page, et tout y compte deux fois ; si ce sont deux réunions, renommez celui-ci et donnez leurs heures")
        })
    }

    /// The record whose name is part of that one, the rest being the mark of a copy.
    fn original_of(&self, name: &str) -> Option<(&'a RecordFile, Mark)> {
        let stem = stem(name);
        let start = stem.len() - file_name(stem).len();
        let folder = stem.get(..start)?;
        let ends = stem.char_indices().map(|(at, _)| at);
        let cuts: Vec<usize> = ends.filter(|at| *at > start).collect();
        let before = cuts.iter().filter_map(|at| {
            let (original, rest) = stem.split_at_checked(*at)?;
            let original = self.0.get(original)?;
            Some((*original, mark_behind(rest)?))
        });
        let behind = cuts.iter().filter_map(|at| {
            let (rest, original) = stem.split_at_checked(*at)?;
            let rest = rest.get(start..).filter(|rest| begins_with_copy(rest))?;
            let original = self.0.get(format!("{folder}{original}").as_str())?;
            (!rest.is_empty()).then_some((*original, Mark::Said))
        });
        let found: Vec<(&RecordFile, Mark)> = before.chain(behind).collect();
        let said = found.iter().find(|(_, mark)| *mark == Mark::Said);
        said.or(found.first()).copied()
    }
}

/// Whether more than half of the lines of a text stand in another.
fn says_mostly(text: &str, other: &str) -> bool {
    let there: HashSet<&str> = lines(other).collect();
    let here: Vec<&str> = lines(text).collect();
    let shared = here.iter().filter(|line| there.contains(*line)).count();
    2 * shared > here.len()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty())
}

/// What the end of a name says, behind the name of another record: ` - Copie (2)`, ` (1)`, `-DESKTOP-4F2K9`.
fn mark_behind(rest: &str) -> Option<Mark> {
    let words = words(rest);
    let is_said = words.iter().any(|word| COPY.contains(&word.as_str()))
        || words.windows(2).any(|pair| pair == ["sync", "conflict"]);
    if is_said {
        return Some(Mark::Said);
    }
    let inner = rest.trim().strip_prefix('(');
    let number = inner.and_then(|inner| inner.strip_suffix(')'));
    let is_counted = number.is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
    });
    let first = words.first().map(String::as_str);
    let is_of_computer = rest.starts_with('-')
        && words.len() > 1
        && first.is_some_and(|first| COMPUTERS.contains(&first));
    (is_counted || is_of_computer).then_some(Mark::Likely)
}

/// Whether the beginning of a name says that what follows it was copied: `Copie de `, `Copie (2) de `, `Copy of `.
fn begins_with_copy(rest: &str) -> bool {
    let words = words(rest);
    let first = words.first().map(String::as_str);
    first.is_some_and(|first| COPY.contains(&first))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// A path without its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_copy_leads_to_its_original() {
        let named = |name: &str| RecordFile {
            path: name.into(),
            name: name.to_owned(),
            address: String::new(),
        };
        let original = "meetings/2026/2026-03-17.toml";
        for (name, expected) in [
            ("2026-03-17 - Copie.toml", Some(Mark::Said)),
            ("2026-03-17 - Copie (2).toml", Some(Mark::Said)),
            ("2026-03-17 - Copie - Copie.toml", Some(Mark::Said)),
            ("2026-03-17 - Copy.TOML", Some(Mark::Said)),
            ("2026-03-17 copie 2.toml", Some(Mark::Said)),
            ("2026-03-17 (copie).toml", Some(Mark::Said)),
            ("2026-03-17_COPIE.toml", Some(Mark::Said)),
            ("Copie de 2026-03-17.toml", Some(Mark::Said)),
            ("Copie (3) de 2026-03-17.toml", Some(Mark::Said)),
            ("Copy of 2026-03-17.toml", Some(Mark::Said)),
            (
                "2026-03-17 (Copie en conflit de Awa 2026-03-18).toml",
                Some(Mark::Said),
            ),
            (
                "2026-03-17 (conflicted copy 2026-03-18 101112).toml",
                Some(Mark::Said),
            ),
            (
                "2026-03-17.sync-conflict-20260318-101112-ABCDEFG.toml",
                Some(Mark::Said),
            ),
            ("2026-03-17 (1).toml", Some(Mark::Likely)),
            ("2026-03-17(12).toml", Some(Mark::Likely)),
            ("2026-03-17-DESKTOP-4F2K9.toml", Some(Mark::Likely)),
            ("2026-03-17-PC-DE-AWA.toml", Some(Mark::Likely)),
            ("2026-03-17.toml", None),
            ("2026-03-17-2.toml", None),
            ("2026-03-17-matin.toml", None),
            ("2026-03-17-pc.toml", None),
            ("2026-03-17-conflits-fonciers.toml", None),
            ("2026-03-17-photocopies.toml", None),
            ("2026-03-17 (2026).toml", None),
            ("2026-04-14 - Copie.toml", None),
            ("Copie de 2026-04-14.toml", None),
            ("Copie.toml", None),
        ] {
            let records = [named(original), named(&format!("meetings/2026/{name}"))];
            let found = Originals::of(&records).original_of(&records[1].name);
            let found = found.map(|(record, mark)| (record.name.as_str(), mark));
            assert_eq!(found, expected.map(|mark| (original, mark)), "{name}");
        }
        let elsewhere = [
            named(original),
            named("meetings/2025/2026-03-17 - Copie.toml"),
        ];
        let originals = Originals::of(&elsewhere);
        assert_eq!(originals.original_of(&elsewhere[1].name), None);
    }
}
