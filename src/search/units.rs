//! What a result leads to: a meeting, a theme of it, an action point, each with the words of its published texts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::{Deserialize, Serialize};

use super::stem::has_no_ending;
use super::words::words;
use crate::french::dates::long_date;
use crate::french::typography::Profile;
use crate::markup;
use crate::minutes::{Absences, Action, Content, Decision, Minutes, Person, Theme};
use crate::texts::Table;

/// How much a word tells of what it stands in, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Names, owners, formulas.
    Rest,
    /// What was said.
    Said,
    /// What was decided, recommended, or is to be done.
    Done,
    /// What it is called.
    Heading,
}

/// A meeting as the index takes it. It may be kept from build to build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchedMeeting {
    pub(super) address: String,
    /// Of each place its anchor and its words ([`Unit`]).
    units: Table<2>,
}

/// A place of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'a> {
    /// Its anchor in the page of its meeting; empty for the page itself.
    pub(super) anchor: &'a str,
    /// The words that stand there, each form once, in order: a year has a million of them, so they are one text. Of each the digit of its
    /// weight, the form and, where that is not the form, the spelling after a space; a line each.
    words: &'a str,
}

/// A word of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitWord<'a> {
    /// As it is sought.
    pub(super) form: &'a str,
    /// The spelling that tells most.
    pub(super) spelling: &'a str,
    /// That of the heaviest place where it stands.
    pub(super) weight: Weight,
}

impl UnitWord<'_> {
    /// Writes it as the line that [`Unit::words`] reads.
    fn write(self, words: &mut String) {
        words.push(self.weight.digit());
        words.push_str(self.form);
        if self.spelling != self.form {
            words.push(' ');
            words.push_str(self.spelling);
        }
        words.push('\n');
    }
}

impl<'a> Unit<'a> {
    /// Its words.
    pub(super) fn words(self) -> impl Iterator<Item = UnitWord<'a>> {
        self.words.lines().filter_map(|line| {
            let mut letters = line.chars();
            let weight = Weight::of_digit(letters.next()?)?;
            let word = letters.as_str();
            let (form, spelling) = word.split_once(' ').unwrap_or((word, word));
            Some(UnitWord {
                form,
                spelling,
                weight,
            })
        })
    }
}

impl Weight {
    const ALL: [(Self, char); 4] = [
        (Self::Rest, '0'),
        (Self::Said, '1'),
        (Self::Done, '2'),
        (Self::Heading, '3'),
    ];

    fn digit(self) -> char {
        let [(_, least), ..] = Self::ALL;
        let mut all = Self::ALL.into_iter();
        all.find(|(weight, _)| *weight == self)
            .map_or(least, |(_, digit)| digit)
    }

    fn of_digit(digit: char) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(_, one)| *one == digit).map(|(weight, _)| weight)
    }
}

/// *réunion* tells more than *reunion*, and both more than *RÉUNION*, which could be an acronym.
pub(super) fn telling(spelling: &str) -> (bool, usize) {
    let accents = spelling.chars().filter(|letter| !letter.is_ascii());
    (!has_no_ending(spelling), accents.count())
}

impl SearchedMeeting {
    /// The address of its page.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// About how many bytes of memory it takes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.address.len() + self.units.size()
    }

    /// Its places.
    pub(super) fn units(&self) -> impl Iterator<Item = Unit<'_>> {
        let rows = self.units.rows();
        let rows = rows.map(|row| row.map(Option::unwrap_or_default));
        rows.map(|[anchor, words]| Unit { anchor, words })
    }

    /// The minutes of a meeting, whose page has that address below the output folder: `2017/2017-02-07`.
    #[must_use]
    pub fn new(minutes: &Minutes, address: &str) -> Self {
        let mut units = vec![meeting(minutes)];
        if minutes.follow_up.is_some() {
            units.push(follow_up(minutes));
        }
        for theme in minutes.themes() {
            units.push(self::theme(theme));
            for part in &theme.parts {
                units.push(content(
                    Texts::new(&part.anchor),
                    &part.title,
                    &part.content,
                ));
            }
            for content in theme.contents() {
                units.extend(content.decisions.iter().map(decision));
                units.extend(content.actions.iter().map(action));
            }
        }
        Self {
            address: address.to_owned(),
            units: units.iter().map(Texts::row).collect(),
        }
    }
}

/// The texts of a unit, as they are gathered.
struct Texts {
    anchor: String,
    texts: Vec<(Weight, String)>,
}

impl Texts {
    fn new(anchor: &str) -> Self {
        Self {
            anchor: anchor.to_owned(),
            texts: Vec::new(),
        }
    }

    fn plain<'a>(mut self, weight: Weight, texts: impl IntoIterator<Item = &'a String>) -> Self {
        let texts = texts.into_iter().map(|text| (weight, text.clone()));
        self.texts.extend(texts);
        self
    }

    fn marked_up<'a>(self, weight: Weight, texts: impl IntoIterator<Item = &'a String>) -> Self {
        let texts: Vec<String> = texts
            .into_iter()
            .map(|text| markup::plain(text, Profile::Fine))
            .collect();
        self.plain(weight, &texts)
    }

    /// The anchor, and the words as [`Unit`] has them.
    fn row(&self) -> [Option<Cow<'_, str>>; 2] {
        let mut found: BTreeMap<String, (Cow<'_, str>, Weight)> = BTreeMap::new();
        for (weight, text) in &self.texts {
            for word in words(text) {
                match found.entry(word.form) {
                    Entry::Vacant(new) => {
                        new.insert((word.spelling, *weight));
                    }
                    Entry::Occupied(mut known) => {
                        let (spelling, heaviest) = known.get_mut();
                        *heaviest = (*heaviest).max(*weight);
                        if telling(&word.spelling) > telling(spelling) {
                            *spelling = word.spelling;
                        }
                    }
                }
            }
        }
        let mut words = String::new();
        for (form, (spelling, weight)) in &found {
            let (form, spelling, weight) = (form.as_str(), spelling.as_ref(), *weight);
            let word = UnitWord {
                form,
                spelling,
                weight,
            };
            word.write(&mut words);
        }
        [Some(Cow::from(&self.anchor)), Some(Cow::from(words))]
    }
}

fn meeting(minutes: &Minutes) -> Texts {
    let absences = || minutes.absences.iter().chain(&minutes.represented);
    let people = minutes.participants();
    let people = people.chain(minutes.expected());
    let people = people.chain(absences().flat_map(|Absences { people, .. }| people));
    let roles = minutes.authors.iter().chain(&minutes.roles);
    let agenda = minutes.agenda.iter().flat_map(|item| {
        let details = item.details.iter();
        [&item.title]
            .into_iter()
            .chain(details)
            .chain(&item.subitems)
    });
    let days: Vec<String> = [Some(minutes.date), minutes.last_day]
        .into_iter()
        .flatten()
        .map(long_date)
        .collect();
    // The title is mostly that of every meeting of the series, and tells little of this one.
    Texts::new("")
        .plain(Weight::Heading, &days)
        .plain(Weight::Said, [&minutes.title])
        .plain(Weight::Rest, [&minutes.words.seance.to_owned()])
        .plain(Weight::Rest, &minutes.body)
        .plain(Weight::Said, agenda)
        .plain(Weight::Said, minutes.annexes.iter().map(|one| &one.title))
        .plain(Weight::Said, &minutes.next_meeting)
        .plain(
            Weight::Said,
            minutes
                .approval
                .iter()
                .flat_map(|approval| [&approval.title, &approval.sentence]),
        )
        .marked_up(
            Weight::Said,
            minutes
                .approval
                .iter()
                .filter_map(|approval| approval.changes.as_ref()),
        )
        .marked_up(
            Weight::Said,
            [&minutes.objective, &minutes.adoption, &minutes.notes]
                .into_iter()
                .flatten(),
        )
        .plain(Weight::Rest, [&minutes.opening])
        .plain(Weight::Rest, minutes.hours.iter().chain(&minutes.place))
        .plain(Weight::Rest, minutes.quorum.iter().chain(&minutes.state))
        .plain(Weight::Rest, &minutes.dated_facts)
        .plain(
            Weight::Rest,
            minutes.attendance.iter().chain(&minutes.without_names),
        )
        .plain(Weight::Rest, minutes.grid.iter().map(|row| &row.value))
        .plain(
            Weight::Rest,
            minutes
                .present
                .iter()
                .chain(&minutes.expected)
                .filter_map(|group| group.label.as_ref()),
        )
        .plain(
            Weight::Rest,
            minutes
                .expected
                .iter()
                .filter_map(|group| group.enumeration.as_ref()),
        )
        .plain(Weight::Rest, &minutes.closing)
        .plain(
            Weight::Rest,
            minutes
                .links
                .iter()
                .flat_map(|link| [&link.text, &link.address]),
        )
        .plain(
            Weight::Rest,
            roles.flat_map(|role| {
                let who = role.name.iter().chain(&role.function);
                [&role.role].into_iter().chain(who)
            }),
        )
        .plain(
            Weight::Rest,
            minutes.organisations.iter().map(|one| &one.name),
        )
        .plain(Weight::Rest, absences().map(|one| &one.label))
        .plain(Weight::Rest, people.flat_map(said_of))
}

fn said_of(person: &Person) -> impl Iterator<Item = &String> {
    let known = [
        &person.name,
        &person.function,
        &person.organisation,
        &person.quality,
    ];
    known.into_iter().flatten().chain(&person.mentions)
}

/// What became of earlier action points; what these are stands with the meeting that took them.
fn follow_up(minutes: &Minutes) -> Texts {
    let rows = || minutes.followed();
    let days: Vec<String> = rows()
        .flat_map(|row| [Some(row.date), row.due])
        .flatten()
        .map(long_date)
        .collect();
    let said = rows().flat_map(|row| {
        [&row.number, &row.due_in_words, &row.put_off, &row.status]
            .into_iter()
            .flatten()
    });
    Texts::new("suivi-des-precedentes")
        .plain(Weight::Rest, [&minutes.labels.follow_up])
        .marked_up(Weight::Done, rows().filter_map(|row| row.comment.as_ref()))
        .marked_up(Weight::Rest, rows().map(|row| &row.text))
        .plain(Weight::Rest, rows().map(|row| &row.theme))
        .plain(Weight::Rest, rows().flat_map(|row| &row.owners))
        .plain(Weight::Rest, said)
        .plain(Weight::Rest, &days)
}

fn theme(theme: &Theme) -> Texts {
    content(Texts::new(&theme.anchor), &theme.title, &theme.content)
}

/// A theme or a part of one; its decisions and actions are units of their own.
fn content(unit: Texts, title: &String, content: &Content) -> Texts {
    unit.plain(Weight::Heading, [title])
        .marked_up(Weight::Done, &content.recommendations)
        .marked_up(
            Weight::Said,
            content.discussion.iter().chain(&content.comments),
        )
        .plain(Weight::Rest, &content.owners)
}

fn decision(decision: &Decision) -> Texts {
    Texts::new(&decision.anchor)
        .plain(Weight::Heading, &decision.number)
        .marked_up(Weight::Done, [&decision.text])
        .plain(Weight::Rest, &decision.vote)
}

fn action(action: &Action) -> Texts {
    Texts::new(&action.anchor)
        .plain(Weight::Rest, &action.number)
        .marked_up(Weight::Done, [&action.text])
        .plain(Weight::Rest, &action.owners)
        .plain(Weight::Rest, &action.due.map(long_date))
        .plain(
            Weight::Rest,
            action.due_in_words.iter().chain(&action.status),
        )
}
