//! Several owners in one text: *OIM et AVSF* would be a third one, on whose page, in whose feed and reminder neither finds what is to be done.

use std::collections::{BTreeMap, BTreeSet};

use super::at_all;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::folding::name_key;
use crate::french::persons::pieces;
use crate::record::RecordDoubt;
use crate::record::raw::{RawMeeting, Text};
use crate::record::texts::optional_line;
use crate::toml_source::Field;

/// Words between names that make no list of them, and signs by which one may say something of another.
const NO_LIST: [&str; 6] = ["ou", "avec", "puis", "pour", "and", "-"];
const SAYS_MORE: [char; 10] = ['(', ')', '[', ']', ':', '–', '—', '<', '>', '|'];

pub(super) fn doubts(raw: &RawMeeting, knows: &dyn Fn(&str) -> bool, doubts: &mut Diagnostics) {
    let known = Known::of(raw, knows);
    let mut places: BTreeMap<String, Vec<&Text>> = BTreeMap::new();
    for text in owners(raw) {
        if let Some(line) = optional_line(text) {
            places.entry(line).or_default().push(text);
        }
    }
    for (line, texts) in &places {
        let several = known.several(line);
        if several.is_empty() {
            continue;
        }
        let quoted = several.iter().map(|name| format!("\"{name}\""));
        doubts.push(several_owners(
            texts,
            &quoted.collect::<Vec<_>>().join(", "),
        ));
    }
}

/// The doubt of a text, at all its places. One proposal heals it in one of them alone.
fn several_owners(texts: &[&Text], better: &str) -> Diagnostic {
    let title = "ce texte nomme plusieurs responsables";
    let doubt = Diagnostic::new(RecordDoubt::SeveralOwners, title)
        .help(format!("écrivez-les un à un : {better}"));
    let typed: Vec<(&String, Span)> = texts.iter().filter_map(|text| text.located()).collect();
    let doubt = at_all(doubt, typed.iter().map(|(_, span)| span.clone()));
    match typed.as_slice() {
        [(text, span)] if !text.contains(['\\', '"', '\n']) => doubt.proposal(span.clone(), better),
        _ => doubt,
    }
}

/// The owners of the record, as typed.
fn owners(raw: &RawMeeting) -> Vec<&Text> {
    let mut texts: Vec<&Text> = Vec::new();
    for content in raw.contents() {
        texts.extend(content.owners.get().into_iter().flatten());
        for (action, _) in content.actions.items() {
            texts.extend(action.owners.get().into_iter().flatten());
        }
    }
    for (followed, _) in raw.follow_up.items() {
        texts.extend(followed.owners.get().into_iter().flatten());
    }
    texts
}

/// Whom a record, or the contacts, know.
struct Known<'a> {
    /// The organisations of those who are listed.
    bodies: BTreeSet<String>,
    /// Whoever is listed by name, or is an owner.
    others: BTreeSet<String>,
    /// Persons listed, each with the organisation.
    members: BTreeSet<(String, String)>,
    contacts: &'a dyn Fn(&str) -> bool,
}

impl<'a> Known<'a> {
    fn of(raw: &RawMeeting, contacts: &'a dyn Fn(&str) -> bool) -> Self {
        let key = |text: &Text| optional_line(text).map(|name| name_key(&name));
        let people = || raw.people_lists().into_iter().flat_map(Field::people);
        let bodies = people().filter_map(|(person, _)| key(&person.organisation));
        let names = people().filter_map(|(person, _)| key(&person.name));
        let members = people()
            .filter_map(|(person, _)| Some((key(&person.name)?, key(&person.organisation)?)));
        Self {
            members: members.collect(),
            bodies: bodies.collect(),
            others: names
                .chain(owners(raw).into_iter().filter_map(key))
                .collect(),
            contacts,
        }
    }

    fn is_body(&self, name: &str) -> bool {
        (self.contacts)(name) || self.bodies.contains(&name_key(name))
    }

    /// `OIM/Awa Sow`: one person, and whom she is listed as of.
    fn is_member_of_body(&self, text: &str) -> bool {
        let Some((one, other)) = text.split_once('/') else {
            return false;
        };
        let [one, other] = [one, other].map(name_key);
        self.members.contains(&(one.clone(), other.clone())) || self.members.contains(&(other, one))
    }

    /// The names of which a text is a list, if each is known, and the whole is none. Behind a comma may stand whom somebody belongs to.
    fn several<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut words = text.split_whitespace().map(str::to_lowercase);
        let is_list =
            !text.contains(SAYS_MORE) && !words.any(|word| NO_LIST.contains(&word.as_str()));
        if !is_list || self.is_body(text) || self.is_member_of_body(text) {
            return Vec::new();
        }
        let pieces = pieces(text);
        let are_bodies = pieces.iter().all(|piece| self.is_body(piece.text));
        let is_other = |name: &str| self.others.contains(&name_key(name));
        let are_known = pieces
            .iter()
            .all(|piece| !piece.may_qualify && (self.is_body(piece.text) || is_other(piece.text)));
        match pieces.len() > 1 && (are_bodies || are_known) {
            true => pieces.iter().map(|piece| piece.text).collect(),
            false => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Kind, Source};
    use crate::record::{AnnexFile, read};

    const LISTED: &str = "participants = [{ nom = \"Awa Sow\", organisation = \"OIM\" }, { nom = \"Ali Ba\", organisation = \"ONU Femmes\" }]\nexcuses = [{ organisation = \"Eau et Vie\" }]\n";

    /// The owner of an action, beside one whose owner is ACTED, and what should stand instead.
    const OWNERS: [(&str, Option<&str>); 25] = [
        ("OIM et ONU Femmes", Some(r#""OIM", "ONU Femmes""#)),
        ("OIM/ONU Femmes", Some(r#""OIM", "ONU Femmes""#)),
        ("OIM & onu femmes", Some(r#""OIM", "onu femmes""#)),
        (
            "OIM, ONU Femmes et FAO",
            Some(r#""OIM", "ONU Femmes", "FAO""#),
        ),
        ("OIM et ACTED", Some(r#""OIM", "ACTED""#)),
        ("Awa Sow et Ali Ba", Some(r#""Awa Sow", "Ali Ba""#)),
        ("ONU Femmes/Awa Sow", Some(r#""ONU Femmes", "Awa Sow""#)),
        ("OIM/Awa Sow", None),
        ("OIM / awa sow", None),
        ("Awa Sow/OIM", None),
        ("Awa Sow, OIM", None),
        ("Awa Sow (OIM)", None),
        ("OIM (ONU Femmes)", None),
        ("OIM : ONU Femmes", None),
        ("OIM ou ONU Femmes", None),
        ("OIM avec ONU Femmes", None),
        ("OIM pour ONU Femmes", None),
        ("OIM - ONU Femmes", None),
        ("Eau et Vie", None),
        ("OIM et la coordination", None),
        ("PNUD/ la coordination", None),
        ("Ministère de l’eau et de l’énergie", None),
        ("ONU Femmes", None),
        ("Awa Sow", None),
        ("Membres du cluster et autorités", None),
    ];

    #[test]
    fn two_owners_in_a_text() {
        for (owner, expected) in OWNERS {
            let action = |owner| format!("{{ texte = \"Faire\", responsables = [\"{owner}\"] }}");
            let actions = ["ACTED", owner].map(action).join(", ");
            let source = Source {
                text: format!(
                    "date = 2026-03-17\n{LISTED}themes = [{{ titre = \"T\", actions = [{actions}] }}]\n"
                ),
                ..Source::default()
            };
            let reading = read(&source, &|_| AnnexFile::Missing);
            assert!(reading.faults.is_empty(), "{owner}");
            let raised = reading.doubts_beside(&source, &|name| name == "FAO", &[]);
            let code = RecordDoubt::SeveralOwners.code();
            let raised = raised
                .into_iter()
                .filter(|doubt| doubt.code.as_str() == code);
            let helps = raised.flat_map(|doubt| doubt.help);
            let expected = expected.map(|names| format!("écrivez-les un à un : {names}"));
            assert_eq!(
                helps.collect::<Vec<_>>(),
                Vec::from_iter(expected),
                "{owner}"
            );
        }
    }

    #[test]
    fn one_text_is_told_of_once() {
        let action = "{ texte = \"Faire\", responsables = [\"OIM et ONU Femmes\"] }";
        let source = Source {
            text: format!(
                "date = 2026-03-17\n{LISTED}themes = [{{ titre = \"T\", actions = [{action}, {action}] }}]\n"
            ),
            ..Source::default()
        };
        let reading = read(&source, &|_| AnnexFile::Missing);
        let raised = reading.doubts_beside(&source, &|_| false, &[]);
        let code = RecordDoubt::SeveralOwners.code();
        let mut told = raised.iter().filter(|doubt| doubt.code.as_str() == code);
        let places = told
            .next()
            .map(|doubt| (doubt.spots.len(), doubt.proposals.len()));
        assert_eq!((places, told.count()), (Some((2, 0)), 0));
    }
}
