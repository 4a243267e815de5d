//! The bodies that a meeting names, under the names that the series has for them.

use super::{Content, Meeting, Person, Theme};

/// What a series knows of a body.
#[derive(Clone, Copy, Debug)]
pub struct Body<'a> {
    /// The one name under which it stands in minutes.
    pub name: &'a str,
    /// What kind it is of: *ONU*, *gouvernement*.
    pub category: Option<&'a str>,
}

impl Meeting {
    /// Calls each body that `known` knows by its one name, whichever of its names was typed, wherever a name stands alone: with a person,
    /// a role, an item of the agenda, a vote, as an owner. Texts stay as typed. Those who were there are given their category.
    pub fn name_bodies<'a>(&mut self, known: &impl Fn(&str) -> Option<Body<'a>>) {
        // Whether it was called otherwise.
        let rename = |name: &mut String| {
            let other = known(name).filter(|body| body.name != name);
            if let Some(body) = other {
                body.name.clone_into(name);
            }
            other.is_some()
        };
        for person in self.people_mut() {
            let body = person.organisation.as_deref().and_then(known);
            person.category = body.and_then(|body| body.category).map(str::to_owned);
            person.organisation.as_mut().map(rename);
        }
        let chairs = self.chairs.iter_mut().map(|chair| &mut chair.organisation);
        let roles = self.authors.iter_mut().chain(&mut self.roles);
        let roles = roles.map(|role| &mut role.organisation);
        let presenters = self.agenda.iter_mut().map(|item| &mut item.presenter);
        let alone = chairs.chain(roles).chain(presenters);
        alone.flatten().for_each(|name| {
            rename(name);
        });
        let mut bodies = Vec::new();
        for names in self.name_lists_mut() {
            bodies.extend(names.iter().filter(|name| known(name).is_some()).cloned());
            let mut is_renamed = false;
            for name in names.iter_mut() {
                is_renamed |= rename(name);
            }
            // Two names of one body are one owner.
            if is_renamed {
                let mut seen = Vec::new();
                names.retain(|name| {
                    let is_new = !seen.contains(name);
                    seen.push(name.clone());
                    is_new
                });
            }
        }
        self.bodies_of_series.extend(bodies);
    }

    /// Every person of the lists: present, represented, excused, absent.
    pub fn people_mut(&mut self) -> impl Iterator<Item = &mut Person> {
        let lists = [
            &mut self.participants,
            &mut self.represented,
            &mut self.excused,
            &mut self.absent,
        ];
        lists.into_iter().flatten()
    }

    /// The lists of owners and of who voted what: names of persons and of bodies.
    pub fn name_lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<String>> {
        let contents = self.themes.iter_mut().flat_map(Theme::contents_mut);
        let followed = self.follow_up.iter_mut();
        let owners_now = followed.map(|followed| &mut followed.owners);
        contents.flat_map(Content::name_lists_mut).chain(owners_now)
    }
}

impl Content {
    fn name_lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<String>> {
        let votes = self
            .decisions
            .iter_mut()
            .filter_map(|decision| decision.vote.as_mut());
        let voters = votes.flat_map(|vote| {
            let names = &mut vote.names;
            [
                &mut names.in_favour,
                &mut names.against,
                &mut names.abstentions,
                &mut names.not_taking_part,
            ]
        });
        let owners = self.actions.iter_mut().map(|action| &mut action.owners);
        owners.chain([&mut self.owners]).chain(voters)
    }
}
