//! A message to each owner of action points that are still open, in the whole series.

use std::collections::{BTreeMap, BTreeSet};

use super::REMINDERS_FOLDER;
use super::letter::Letter;
use super::said::{Action, Outgoing};
use crate::archive::OpenAction;
use crate::contacts::Contacts;
use crate::diagnostic::Report;
use crate::french::folding::name_slug;
use crate::templates::{REMINDER, Shared, Templates};

/// The messages to the owners.
pub(super) struct Reminders {
    pub(super) letters: Vec<Letter>,
    /// The owners of whom no address is known.
    pub(super) unknown: Vec<String>,
}

/// An owner and what they have to do.
struct Owner {
    /// As it was written last.
    name: String,
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
    for (stem, mut owner) in owners(outgoing, open, contacts) {
        owner
            .actions
            .sort_by_key(|one| (!one.is_late, one.due.is_none(), one.due));
        let file = |stem: &str| format!("{REMINDERS_FOLDER}/{stem}.eml");
        let name = file(&stem);
        let other_stems = contacts.names_of(&owner.name).map(name_slug);
        let message = outgoing.reminder(&owner.name, &owner.actions);
        let to = contacts.of(&owner.name);
        if to.is_empty() {
            reminders.unknown.push(owner.name.clone());
        }
        reminders.letters.push(Letter {
            other_files: other_stems
                .filter(|other| *other != stem)
                .map(|other| file(&other))
                .collect(),
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
/// and signs tell apart are one owner's, and so are the names of an organisation of the contacts.
fn owners(
    outgoing: &Outgoing<'_>,
    open: &[OpenAction],
    contacts: &Contacts,
) -> BTreeMap<String, Owner> {
    let mut owners: BTreeMap<String, Owner> = BTreeMap::new();
    for one in open {
        let action = outgoing.open(one);
        let mut seen = BTreeSet::new();
        for name in &action.owners {
            let name = contacts.one_name(name);
            let key = name_slug(name);
            // An action may name an owner twice, spelt otherwise.
            if !seen.insert(key.clone()) {
                continue;
            }
            let owner = owners.entry(key).or_insert_with(|| Owner {
                name: String::new(),
                actions: Vec::new(),
            });
            name.clone_into(&mut owner.name);
            owner.actions.push(action.clone());
        }
    }
    owners
}
