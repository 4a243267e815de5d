//! What a result leads to: a meeting, a theme of it, an action point, each with its published texts.

use crate::french::dates::long_date;
use crate::french::typography::Profile;
use crate::markup;
use crate::minutes::{Absences, Action, Minutes, Person, Theme};

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

/// A meeting as the index takes it.
#[derive(Clone, Debug)]
pub struct SearchedMeeting {
    pub(super) address: String,
    pub(super) units: Vec<Unit>,
}

/// A place of a page.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its anchor in the page of its meeting; empty for the page itself.
    pub(super) anchor: String,
    pub(super) texts: Vec<(Weight, String)>,
}

impl SearchedMeeting {
    /// The minutes of a meeting, whose page has that address below the output folder: `2017/2017-02-07`.
    #[must_use]
    pub fn new(minutes: &Minutes, address: &str) -> Self {
        let mut units = vec![meeting(minutes)];
        for theme in &minutes.themes {
            units.push(self::theme(theme));
            units.extend(theme.actions.iter().map(action));
        }
        Self {
            address: address.to_owned(),
            units,
        }
    }
}

impl Unit {
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
        let texts: Vec<String> = texts.into_iter().map(|text| without_marks(text)).collect();
        self.plain(weight, &texts)
    }
}

fn meeting(minutes: &Minutes) -> Unit {
    let absent = minutes.absences.iter();
    let people = minutes.participants.iter();
    let people = people.chain(absent.flat_map(|Absences { people, .. }| people));
    // The title is mostly that of every meeting of the series, and tells little of this one.
    Unit::new("")
        .plain(Weight::Heading, [&long_date(minutes.date)])
        .plain(Weight::Said, [&minutes.title])
        .plain(Weight::Rest, &minutes.body)
        .plain(Weight::Said, &minutes.agenda)
        .plain(Weight::Said, minutes.annexes.iter().map(|one| &one.title))
        .plain(Weight::Said, &minutes.next_meeting)
        .marked_up(Weight::Said, minutes.adoption.iter().chain(&minutes.notes))
        .plain(Weight::Rest, [&minutes.opening])
        .plain(Weight::Rest, minutes.hours.iter().chain(&minutes.place))
        .plain(Weight::Rest, minutes.quorum.iter().chain(&minutes.state))
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
            minutes.authors.iter().flat_map(|author| {
                [&author.role, &author.name]
                    .into_iter()
                    .chain(&author.function)
            }),
        )
        .plain(
            Weight::Rest,
            minutes.organisations.iter().map(|one| &one.name),
        )
        .plain(Weight::Rest, minutes.absences.iter().map(|one| &one.label))
        .plain(Weight::Rest, people.flat_map(said_of))
}

fn said_of(person: &Person) -> impl Iterator<Item = &String> {
    let known = [&person.name, &person.function, &person.organisation];
    known.into_iter().flatten()
}

fn theme(theme: &Theme) -> Unit {
    let decided = theme.recommendations.iter().chain(&theme.decisions);
    Unit::new(&theme.anchor)
        .plain(Weight::Heading, [&theme.title])
        .marked_up(Weight::Done, decided)
        .marked_up(Weight::Said, theme.discussion.iter().chain(&theme.comments))
        .plain(Weight::Rest, &theme.owners)
}

fn action(action: &Action) -> Unit {
    let status = action.status.map(str::to_owned);
    Unit::new(&action.anchor)
        .marked_up(Weight::Done, [&action.text])
        .plain(Weight::Rest, &action.owners)
        .plain(Weight::Rest, &action.due.map(long_date))
        .plain(Weight::Rest, action.due_in_words.iter().chain(&status))
}

fn without_marks(text: &str) -> String {
    markup::to_plain(&markup::typeset(markup::parse(text).blocks, Profile::Fine))
}
