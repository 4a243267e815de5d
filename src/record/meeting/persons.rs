//! The persons whom a meeting names: each field that is for the name of one, told once, for all who hide names or look for them. No text is
//! read for names here: [`crate::french::persons`] and `record::doubts` do.

use std::collections::BTreeSet;

use super::{Content, Meeting, Person, Theme, Vote, VoteNames};
use crate::french::bare_names::may_name_person;
use crate::french::folding::fold;

/// Somebody whom a meeting names.
#[derive(Clone, Copy, Debug)]
pub struct Named<'m> {
    /// The name, as typed.
    pub name: &'m String,
    /// What may be told in its place.
    pub stand_in: Option<&'m String>,
}

impl Meeting {
    /// Those of the lists, of the chair and of the roles, with whom sits for them, holds their proxy or came along.
    #[must_use]
    pub fn listed<'m>(&'m self) -> Vec<Named<'m>> {
        let mut listed = Vec::new();
        let mut add = |name: &'m Option<String>, stand_in: Option<&'m String>| {
            listed.extend(name.as_ref().map(|name| Named { name, stand_in }));
        };
        for role in self.authors.iter().chain(&self.roles) {
            let office = role.function.as_ref();
            add(&role.name, office.or(role.organisation.as_ref()));
        }
        for chair in &self.chairs {
            let body = chair.organisation.as_ref();
            add(&chair.name, body.or(chair.function.as_ref()));
            add(&chair.accompanied_by, None);
        }
        for person in self.people_of_lists() {
            let body = person.organisation.as_ref();
            let stand_in = body.or(person.function.as_ref());
            add(&person.name, stand_in);
            add(&person.represented_by, stand_in);
            add(&person.proxy, None);
        }
        listed
    }

    /// Those of the lists of who came and who did not.
    fn people_of_lists(&self) -> impl Iterator<Item = &Person> {
        let lists = [
            &self.participants,
            &self.represented,
            &self.excused,
            &self.absent,
        ];
        lists.into_iter().flatten()
    }

    /// Those who voted by name, as far as they may be persons.
    #[must_use]
    pub fn voters(&self) -> Vec<&String> {
        let bodies = self.bodies();
        let contents = self.themes.iter().flat_map(Theme::contents);
        let votes = contents.flat_map(Content::votes);
        let lists = votes.flat_map(|vote| vote.names.lists());
        let voters = lists.flatten();
        let is_person = |name: &&String| may_name_person(name) && !bodies.contains(&fold(name));
        voters.filter(is_person).collect()
    }

    /// The names of all of them.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let listed = self.listed().into_iter().map(|one| one.name);
        listed.chain(self.voters()).cloned().collect()
    }

    /// The bodies that the record tells of, or the series knows, folded: no part of a name.
    #[must_use]
    pub fn bodies(&self) -> BTreeSet<String> {
        let people = self.people_of_lists().map(|one| &one.organisation);
        let chairs = self.chairs.iter().map(|one| &one.organisation);
        let roles = self.authors.iter().chain(&self.roles);
        let roles = roles.map(|one| &one.organisation);
        let known = self.acquaintances.iter().map(|(_, body)| body);
        let typed = people.chain(chairs).chain(roles).chain(known).flatten();
        let contents = self.themes.iter().flat_map(Theme::contents);
        let groups = contents.flat_map(Content::votes);
        let groups = groups.flat_map(|vote| vote.groups.iter().map(|group| &group.name));
        let bodies = typed.chain(groups).chain(&self.bodies_of_series);
        bodies.map(|body| fold(body)).collect()
    }
}

impl Content {
    fn votes(&self) -> impl Iterator<Item = &Vote> {
        let decisions = self.decisions.iter();
        decisions.filter_map(|decision| decision.vote.as_ref())
    }
}

impl VoteNames {
    fn lists(&self) -> [&Vec<String>; 4] {
        [
            &self.in_favour,
            &self.against,
            &self.abstentions,
            &self.not_taking_part,
        ]
    }
}
