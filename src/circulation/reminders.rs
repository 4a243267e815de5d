//! A message to each owner of action points that are still open, in the whole series.

use std::collections::{BTreeMap, BTreeSet};

use super::REMINDERS_FOLDER;
use super::letter::Letter;
use super::said::{Action, Outgoing};
use crate::archive::OpenAction;
use crate::contacts::Contacts;
use crate::diagnostic::Report;
use crate::french::folding::{Rank, name_key, name_slug};
use crate::templates::{REMINDER, Shared, Templates};

/// The messages to the owners.
pub(super) struct Reminders {
    pub(super) letters: Vec<Letter>,
    /// The owners of whom no address is known.
    pub(super) unknown: Vec<String>,
}

/// An owner and what they have to do.
struct Owner {
    /// As it is written most often.
    name: String,
    /// The names that their file has under each name that they have or may have had.
    stems: BTreeSet<String>,
    actions: Vec<Action>,
}

pub(super) fn reminders(
    outgoing: &Outgoing<'_>,
    open: &[OpenAction],
    contacts: &Contacts,
    templates: &Templates,
    shared: &Shared,
) -> Result<Reminders, Box<Report>> {
    let mut reminders = Reminders {
        letters: Vec::new(),
        unknown: Vec::new(),
    };
    let owners = owners(outgoing, open, contacts);
    // What is another's by now says nothing of who is called otherwise.
    let stems: BTreeSet<String> = owners.keys().cloned().collect();
    for (stem, mut owner) in owners {
        owner
            .actions
            .sort_by_key(|one| (!one.is_late, one.due.is_none(), one.due));
        let file = |stem: &str| format!("{REMINDERS_FOLDER}/{stem}.eml");
        let name = file(&stem);
        let other_stems = owner
            .stems
            .difference(&stems)
            .filter(|other| **other != stem);
        let message = outgoing.reminder(&owner.name, &owner.actions);
        let to = contacts.of(&owner.name);
        if to.is_empty() {
            reminders.unknown.push(owner.name.clone());
        }
        reminders.letters.push(Letter {
            other_files: other_stems.map(|other| file(other)).collect(),
            kind: format!("rappel-{}", outgoing.circulated.today),
            identity: format!("{}/{stem}", outgoing.circulated.address),
            day: outgoing.circulated.day,
            host: outgoing.host().to_owned(),
            text: templates.message_text(REMINDER, (shared, &message), &name)?,
            html: templates.message_html(REMINDER, (shared, &message), &name)?,
            file: name,
            subject: message.subject,
            addresses: to.into_iter().map(str::to_owned).collect(),
            is_for_one: true,
            enclosures: Vec::new(),
        });
    }
    Ok(reminders)
}

/// The owners, by the name of their file, which tells each from all others: nobody has what is another's. Names that only case, accents
/// and signs tell apart are one owner's, and so are the names of an organisation or a person of the contacts.
fn owners(
    outgoing: &Outgoing<'_>,
    open: &[OpenAction],
    contacts: &Contacts,
) -> BTreeMap<String, Owner> {
    let mut owners: BTreeMap<String, (Spellings, BTreeSet<String>, Vec<Action>)> = BTreeMap::new();
    // Mostly spelt alike: each spelling is looked for once.
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for one in open {
        let action = outgoing.open(one);
        let mut seen = BTreeSet::new();
        for typed in &action.owners {
            let name = known
                .entry(typed.clone())
                .or_insert_with(|| contacts.one_name(typed).to_owned());
            let key = name_key(name);
            let (spellings, stems, actions) = owners.entry(key.clone()).or_default();
            spellings.add(name);
            if typed != name {
                stems.insert(name_slug(typed));
            }
            // An action may name an owner twice, spelt otherwise.
            if seen.insert(key) {
                actions.push(action.clone());
            }
        }
    }
    let named = owners
        .into_values()
        .filter_map(|(spellings, mut stems, actions)| {
            let (stem, name) = (name_slug(spellings.first()?), spellings.shown()?);
            stems.extend(spellings.0.iter().map(|(spelling, _)| name_slug(spelling)));
            stems.extend(contacts.names_of(&name).iter().map(|name| name_slug(name)));
            let owner = Owner {
                name,
                stems,
                actions,
            };
            Some((stem, owner))
        });
    named.collect()
}

/// How a name is written, and how often, the first first.
#[derive(Default)]
struct Spellings(Vec<(String, usize)>);

impl Spellings {
    fn add(&mut self, spelling: &str) {
        match self.0.iter_mut().find(|(known, _)| known == spelling) {
            Some((_, count)) => *count += 1,
            None => self.0.push((spelling.to_owned(), 1)),
        }
    }

    fn first(&self) -> Option<&str> {
        self.0.first().map(|(spelling, _)| spelling.as_str())
    }

    /// The one that is written most often.
    fn shown(&self) -> Option<String> {
        let rank = |(spelling, count): &&(String, usize)| Rank::of(*count, spelling);
        let most = self.0.iter().max_by_key(rank);
        most.map(|(spelling, _)| spelling.clone())
    }
}
