//! Ids are anchors of the page: well formed, and no two alike, the ones that the program gives included.

use std::collections::BTreeMap;

use super::RESERVED_ANCHORS;
use super::raw::{RawDecision, RawMeeting, RawTheme, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::{slug, without_unseen_ends};
use crate::record::RecordFault;

/// The anchors that the program gives, where the record fixes none. Those of actions and decisions count through the parts
/// of a theme, so that they do not depend on them.
pub fn theme_anchor(theme: usize) -> String {
    format!("theme-{theme}")
}

/// See [`theme_anchor`].
pub fn part_anchor(theme: usize, part: usize) -> String {
    format!("theme-{theme}-{part}")
}

/// See [`theme_anchor`].
pub fn action_anchor(theme: usize, action: usize) -> String {
    format!("action-{theme}-{action}")
}

/// See [`theme_anchor`].
pub fn decision_anchor(theme: usize, decision: usize) -> String {
    format!("decision-{theme}-{decision}")
}

/// The faults of the ids of a record.
pub(super) fn anchors(raw: &RawMeeting, faults: &mut Diagnostics) {
    let mut taken: BTreeMap<String, Option<Span>> = RESERVED_ANCHORS
        .iter()
        .map(|id| ((*id).to_owned(), None))
        .collect();
    taken.extend((1..=raw.agenda.items().count()).map(|number| (format!("point-{number}"), None)));
    let ids: Vec<(&Text, String)> = (1..)
        .zip(raw.themes.items())
        .flat_map(|(number, (theme, _))| ids_of(number, theme))
        .collect();
    let is_given = |id: &Text| id.get().is_some_and(|id| !id.trim().is_empty());
    taken.extend(
        ids.iter()
            .filter(|(id, _)| !is_given(id))
            .map(|(_, anchor)| (anchor.clone(), None)),
    );
    for (id, _) in ids.into_iter().filter(|(id, _)| is_given(id)) {
        let Some((id, span)) = id
            .located()
            .and_then(|(id, span)| well_formed_anchor(without_unseen_ends(id), span, faults))
        else {
            continue;
        };
        match taken.get(id) {
            None => {
                taken.insert(id.to_owned(), Some(span));
            }
            Some(first) => {
                let fault = Diagnostic::new(
                    RecordFault::IdTaken,
                    format!("l’adresse `{id}` est déjà prise"),
                )
                .at(span, "");
                let fault = match first {
                    Some(first) => fault
                        .at(first.clone(), "prise ici")
                        .help("donnez à chacun un `id` différent"),
                    None => fault.help("la page l’emploie déjà : choisissez un autre `id`"),
                };
                faults.push(fault);
            }
        }
    }
}

/// The ids of a theme and of all it holds, each with the anchor that it has without.
fn ids_of(number: usize, theme: &RawTheme) -> Vec<(&Text, String)> {
    const NONE: &Text = &Text::Absent;
    let mut ids = vec![(&theme.id, theme_anchor(number))];
    let parts = (1..).zip(theme.parts.items());
    ids.extend(parts.map(|(part, (raw, _))| (&raw.id, part_anchor(number, part))));
    let actions = theme.contents().flat_map(|content| content.actions.items());
    let actions = (1..).zip(actions);
    ids.extend(actions.map(|(action, (raw, _))| (&raw.id, action_anchor(number, action))));
    let decisions = theme
        .contents()
        .flat_map(|content| content.decisions.items());
    ids.extend((1..).zip(decisions).map(|(decision, (raw, _))| {
        let id = match raw {
            RawDecision::Text(_) => NONE,
            RawDecision::Full(table) => &table.id,
        };
        (id, decision_anchor(number, decision))
    }));
    ids
}

fn well_formed_anchor<'a>(
    id: &'a str,
    span: Span,
    faults: &mut Diagnostics,
) -> Option<(&'a str, Span)> {
    let well_formed = id
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if well_formed {
        return Some((id, span));
    }
    let fault = Diagnostic::new(
        RecordFault::IdForm,
        "un `id` s’écrit en minuscules sans accent, chiffres et traits d’union",
    )
    .at(span.clone(), "");
    let proposal = slug(id);
    faults.push(if proposal.is_empty() {
        fault.help("par exemple \"relance-gao\"")
    } else {
        fault
            .help(format!("écrivez \"{proposal}\""))
            .proposal(span, format!("\"{proposal}\""))
    });
    None
}
