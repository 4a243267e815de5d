//! People, as they are printed.

use serde::Serialize;

/// A role and who held it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Role {
    /// *Rédigé par*, *Secrétariat :*; it ends in a colon unless a name can follow it.
    pub role: String,
    /// Full name.
    #[serde(rename = "nom")]
    pub name: Option<String>,
    /// Function and organisation.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
    /// Whether the role ends in a colon.
    #[serde(rename = "deux_points")]
    pub has_colon: bool,
    /// Whether the function follows a comma, and no colon: the role has one, or the function has no capital.
    #[serde(rename = "virgule")]
    pub follows_comma: bool,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// *Présidence de séance*.
    #[serde(rename = "qualite")]
    pub capacity: String,
    /// Full name, where the record tells it.
    #[serde(rename = "nom")]
    pub name: Option<String>,
    /// Function and organisation.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
}

/// A person, or an organisation alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The number in the list, from 1.
    #[serde(rename = "numero")]
    pub number: usize,
    /// Full name.
    #[serde(rename = "nom")]
    pub name: Option<String>,
    /// Function.
    #[serde(rename = "fonction")]
    pub function: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// In which capacity, as typed.
    #[serde(rename = "qualite")]
    pub quality: Option<String>,
    /// How many came, of an organisation without names.
    #[serde(rename = "nombre")]
    pub count: Option<u32>,
    /// What else is said of them: *en ligne*, *arrivée à 19 h 55*, *pouvoir donné à M. Sow*.
    pub mentions: Vec<String>,
}

impl Person {
    /// A row that only has its number.
    #[must_use]
    pub(in crate::minutes) fn unnamed(number: usize) -> Self {
        Self {
            number,
            name: None,
            function: None,
            organisation: None,
            quality: None,
            count: None,
            mentions: Vec::new(),
        }
    }
}

/// Those present in one capacity, or all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PresentGroup {
    /// *Observateurs*; none where the list is not in groups.
    #[serde(rename = "libelle")]
    pub label: Option<String>,
    /// *3 participants*, *21 organisations*.
    #[serde(rename = "nombre")]
    pub count: String,
    /// All of them in one sentence, where no name is given: *ACTED, OIM (2) et PNUD*.
    #[serde(rename = "enumeration")]
    pub enumeration: Option<String>,
    /// The persons, numbered through all groups.
    #[serde(rename = "personnes")]
    pub people: Vec<Person>,
    /// Whether functions have a column of their own, since nobody has an organisation.
    #[serde(rename = "colonne_fonction")]
    pub has_function_column: bool,
    /// Whether there is a column of organisations: one of the group has one.
    #[serde(rename = "colonne_organisation")]
    pub has_organisation_column: bool,
}

/// An organisation that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its name.
    #[serde(rename = "nom")]
    pub name: String,
    /// How many came from it.
    #[serde(rename = "nombre")]
    pub people: usize,
    /// *ONU*, *ONGI*, in a series that counts by category.
    #[serde(rename = "categorie")]
    pub category: Option<String>,
}

/// A list of persons absent or represented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Absences {
    /// *Absences excusées* (FOR-16, FOR-17), without its colon.
    #[serde(rename = "libelle")]
    pub label: String,
    /// The persons.
    #[serde(rename = "personnes")]
    pub people: Vec<Person>,
    /// The same in groups by capacity, where any has one; else in one.
    #[serde(rename = "groupes")]
    pub groups: Vec<AbsentGroup>,
}

/// Those absent or represented in one capacity, or all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AbsentGroup {
    /// *Titulaires*; none where the list is not in groups.
    #[serde(rename = "libelle")]
    pub label: Option<String>,
    /// The persons.
    #[serde(rename = "personnes")]
    pub people: Vec<Person>,
}
