//! Who wrote the minutes, and who had another part, said.

use super::Role;
use super::head::named;
use super::tidied::tidy_or_typed;
use crate::french::NB;
use crate::french::formulas;
use crate::french::phrases::{role_ends_open, undecided};
use crate::french::typography::correct;
use crate::record;

/// The roles, each with who held it.
pub(super) fn roles(roles: &[record::Role]) -> Vec<Role> {
    let in_apposition = |role: &record::Role| {
        let said = role.function.as_deref();
        said.is_none_or(|said| !said.trim_start().starts_with(char::is_uppercase))
    };
    roles
        .iter()
        .map(|one| role(one, in_apposition(one)))
        .collect()
}

/// Those who wrote: a function follows a colon, as in the source document.
pub(super) fn authors(authors: &[record::Role]) -> Vec<Role> {
    let authors = authors.iter();
    authors
        .map(|one| role(one, one.function.is_none()))
        .collect()
}

/// A role that ends in *par* leads to a name; any other, and one without a name or whose name is left open, ends in a colon. What the person is follows a comma
/// then, or in apposition: *Convoquée par M. Garnier, maire sortant*; else a colon: *Rédigé par Oumou Sow : Coordinatrice du Cluster*.
fn role(role: &record::Role, in_apposition: bool) -> Role {
    let title = tidy_or_typed(&role.role);
    let name = role.name.as_deref().map(formulas::without_lead);
    let name = name.filter(|name| !name.is_empty());
    let function = match &name {
        Some(_) => named(&role.name, &role.function, &role.organisation).said_behind_name(),
        None => named(&None, &role.function, &role.organisation).said(),
    };
    let is_open = name.as_deref().or(role.organisation.as_deref());
    let is_open = is_open.is_some_and(|name| undecided(name, "nom").is_some());
    let has_agent = name.is_some() || (role.function.is_none() && role.organisation.is_some());
    let leads_on = has_agent && !is_open;
    // *Rédigé par l’adjoint* leads to a name too.
    let leads_to_name =
        role_ends_open(&title) || title.split_whitespace().any(|word| word == "par");
    let has_colon = !(leads_to_name && leads_on);
    let (name, function) = match (name, function) {
        // An organisation that held the role stands as its name.
        (None, said) => (said, None),
        named => named,
    };
    Role {
        role: correct(&if has_colon {
            format!("{title}{NB}:")
        } else {
            title
        }),
        name: name.map(|name| correct(&name)),
        function: function.map(|function| correct(&function)),
        has_colon,
        follows_comma: has_colon || in_apposition,
    }
}
