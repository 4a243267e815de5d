//! Proxies and substitutes: somebody who is not there cannot hold one, nor can one be one's own.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::folding::fold;
use crate::record::RecordDoubt;
use crate::record::raw::{RawMeeting, RawPerson, Text};
use crate::record::texts::optional_line;
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    let there = there(raw);
    let everybody = raw.people_lists().into_iter().flat_map(Field::people);
    let substitutes = names(everybody.map(|(person, _)| &person.represented_by));
    let away = names(
        [&raw.represented, &raw.excused, &raw.absent]
            .into_iter()
            .flat_map(Field::people)
            .map(|(person, _)| &person.name),
    );
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        if of_oneself(person, doubts) {
            continue;
        }
        if let Some((name, holder)) = holder(&person.proxy)
            && !there.is_empty()
            && !there
                .iter()
                .chain(&substitutes)
                .any(|other| holder.is_same(other))
        {
            doubts.push(
                Diagnostic::new(RecordDoubt::AbsentHolder, format!("« {name} » n’est pas parmi les présents"))
                    .at(person.proxy.span().unwrap_or_default(), "")
                    .help("un pouvoir va à quelqu’un qui est là : vérifiez le nom, ou ajoutez la personne à `participants`"),
            );
        }
        if let Some((name, substitute)) = holder(&person.represented_by)
            && away.iter().any(|other| substitute.is_same(other))
            && !there.iter().any(|other| substitute.is_same(other))
        {
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::AbsentSubstitute,
                    format!("« {name} » est parmi les absents"),
                )
                .at(person.represented_by.span().unwrap_or_default(), "")
                .help(
                    "qui siège à la place d’un autre est présent : vérifiez le nom, ou les listes",
                ),
            );
        }
    }
    for (person, _) in raw.participants.people() {
        let is_there = person.is_represented() && person.remote.get() == Some(&true);
        if let Some((_, span)) = person.proxy.located().filter(|_| is_there) {
            doubts.push(
                Diagnostic::new(RecordDoubt::PresentGiver, "qui a donné pouvoir est compté parmi les représentés, et non parmi les présents")
                    .at(span, "")
                    .help("si la personne était là, supprimez `pouvoir_a` ; si elle l’était pour une partie, ajoutez `arrivee` ou `depart`"),
            );
        }
    }
}

/// Whether somebody is named in their own place; that is said.
fn of_oneself(person: &RawPerson, doubts: &mut Diagnostics) -> bool {
    let texts = [&person.proxy, &person.represented_by].into_iter();
    let own = holder(&person.name);
    let mut same = texts.filter(|text| match (&own, holder(text)) {
        (Some((_, own)), Some((_, other))) => own.is_same(&other),
        _ => false,
    });
    let Some(span) = same.next().and_then(Field::span) else {
        return false;
    };
    doubts.push(
        Diagnostic::new(
            RecordDoubt::OwnSubstitute,
            "cette personne se représenterait elle-même",
        )
        .at(span, "")
        .help("écrivez ici l’autre personne"),
    );
    true
}

/// All who are named as there: present, in the chair or in another part.
fn there(raw: &RawMeeting) -> Vec<Name> {
    let came = raw.participants.people().map(|(person, _)| person);
    let came: Vec<&RawPerson> = came.filter(|person| !person.is_represented()).collect();
    let listed = names(came.iter().map(|person| &person.name));
    if listed.is_empty() {
        // Where nobody present is named, nobody can be missing.
        return listed;
    }
    let chairs = raw
        .chairs
        .chairs()
        .flat_map(|(chair, _)| [&chair.name, &chair.accompanied_by]);
    let roles = raw.authors.items().chain(raw.roles.items());
    let others = roles.map(|(role, _)| &role.name);
    let mut there = listed;
    there.extend(names(chairs.chain(others)));
    there
}

fn names<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Vec<Name> {
    let texts = texts.into_iter();
    texts
        .filter_map(|text| holder(text).map(|(_, name)| name))
        .collect()
}

/// The name as typed, and its words. An office (`M. le Maire`) names nobody of the lists.
fn holder(text: &Text) -> Option<(String, Name)> {
    let typed = optional_line(text)?;
    let name = Name::of(&typed);
    (!name.0.is_empty() && !is_office(&typed)).then_some((typed, name))
}

fn is_office(text: &str) -> bool {
    const TITLES: [&str; 5] = ["m", "mme", "monsieur", "madame", "a"];
    let mut words = text.split_whitespace();
    let first = words.find(|word| !TITLES.contains(&fold(word).as_str()));
    // A small letter: « M. Le Dantec » is a name.
    first.is_some_and(|word| ["le", "la", "au"].contains(&word) || word.starts_with("l’"))
}

/// The words of a name, without titles and small words.
struct Name(Vec<String>);

impl Name {
    fn of(text: &str) -> Self {
        const NOT_NAMES: [&str; 13] = [
            "m", "mm", "mme", "mmes", "mlle", "me", "dr", "pr", "madame", "monsieur", "a", "par",
            "le",
        ];
        // What follows a comma says who it is: « Mme Awa Diarra, directrice ».
        let name = text.split(',').next().unwrap_or_default();
        let words = name
            .split(|sign: char| sign.is_whitespace() || sign == '-')
            .map(fold);
        Self(
            words
                .filter(|word| !word.is_empty() && !NOT_NAMES.contains(&word.as_str()))
                .collect(),
        )
    }

    /// Whether the two may be one: all the words of one are in the other (`Mme Rivoal`, `Odile Rivoal`).
    fn is_same(&self, other: &Self) -> bool {
        let all_in = |these: &[String], those: &[String]| {
            these
                .iter()
                .all(|word| those.iter().any(|other| is_same_word(word, other)))
        };
        all_in(&self.0, &other.0) || all_in(&other.0, &self.0)
    }
}

/// An initial is any word that begins with it.
fn is_same_word(one: &str, other: &str) -> bool {
    let is_initial = |word: &str| word.chars().count() == 1;
    one == other
        || is_initial(one) && other.starts_with(one)
        || is_initial(other) && one.starts_with(other)
}

#[cfg(test)]
mod tests {
    use super::{Name, is_office};

    #[test]
    fn an_office_is_no_name() {
        for (text, expected) in [
            ("M. le Maire", true),
            ("Mme la présidente", true),
            ("le secrétaire de séance", true),
            ("à la directrice", true),
            ("l’adjointe aux écoles", true),
            ("au maire", true),
            ("M. Le Dantec", false),
            ("Mme Odile Rivoal", false),
            ("Jean de La Fontaine", false),
            ("A. Laurent", false),
        ] {
            assert_eq!(is_office(text), expected, "{text}");
        }
    }

    #[test]
    fn two_spellings_of_a_name() {
        for (one, other, expected) in [
            ("Mme Rivoal", "Odile Rivoal", true),
            ("M. L. Trévien", "Loïc TREVIEN", true),
            ("Jean-Pierre Sow", "SOW Jean Pierre", true),
            ("Mme Awa Diarra, directrice", "Awa Diarra", true),
            ("M. Le Dantec", "Erwan Le Dantec", true),
            ("Awa Diarra", "Awa Sow", false),
            ("M. Sow", "Mme Ba", false),
        ] {
            assert_eq!(
                Name::of(one).is_same(&Name::of(other)),
                expected,
                "{one}, {other}"
            );
        }
    }
}
