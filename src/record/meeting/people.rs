//! People, after validation.

use jiff::civil::Time;

use super::Edition;
use crate::french::Gender;

/// A person, or an organisation alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Full name as typed.
    pub name: Option<String>,
    /// Function.
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// What kind the organisation is of, as far as the series knows.
    pub category: Option<String>,
    /// How many came, of an organisation.
    pub count: Option<u32>,
    /// In which capacity: *membre*, *observateur*.
    pub quality: Option<String>,
    /// Who sits in their place.
    pub represented_by: Option<String>,
    /// To whom they gave their proxy.
    pub proxy: Option<String>,
    /// When they came, if later than the others.
    pub arrival: Option<Time>,
    /// When they left, if before the others.
    pub departure: Option<Time>,
    /// Whether they were online.
    pub is_remote: bool,
    /// Filing name (`francais.md` TRI-R3).
    pub filed_under: Option<String>,
    /// Gender, where the record gives it (`francais.md` FOR-16).
    pub gender: Option<Gender>,
    /// The least edition that shows them.
    pub visibility: Edition,
}

impl Person {
    /// Whether they gave a proxy for all of the meeting: whoever came late or left early gave it for the rest.
    #[must_use]
    pub fn is_represented(&self) -> bool {
        self.proxy.is_some() && self.arrival.is_none() && self.departure.is_none()
    }
}

/// Somebody who chaired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chair {
    /// Full name; `None` once names are hidden.
    pub name: Option<String>,
    /// Function.
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Who accompanied them.
    pub accompanied_by: Option<String>,
    /// Filing name, for a later list of those present.
    pub filed_under: Option<String>,
    /// Gender, where the record gives it.
    pub gender: Option<Gender>,
    /// The least edition that shows them.
    pub visibility: Edition,
}

/// Somebody who had a part in the meeting or in its minutes: a name or an organisation or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// *Rédigé par*, *Convoquée par*, *Secrétariat*…
    pub role: String,
    /// Full name.
    pub name: Option<String>,
    /// Function.
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// The least edition that shows them.
    pub visibility: Edition,
}

/// How many came, as the record counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadCount {
    /// Persons.
    pub people: Option<u32>,
    /// Women among them.
    pub women: Option<u32>,
    /// Organisations.
    pub organisations: Option<u32>,
    /// Observers.
    pub observers: Option<u32>,
}

/// The members counted for the quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Members present.
    pub present: u32,
    /// Members represented.
    pub represented: u32,
    /// How many must be.
    pub required: u32,
    /// All members.
    pub members: u32,
    /// Who counts.
    pub counted: Counted,
}

/// Who counts for a quorum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// Those present alone.
    #[default]
    Present,
    /// Those present and those represented.
    PresentAndRepresented,
}

impl Quorum {
    /// Whether enough came.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        let counted = match self.counted {
            Counted::Present => self.present,
            Counted::PresentAndRepresented => self.present + self.represented,
        };
        counted >= self.required
    }
}
