//! `minutes.json`, the minutes as data beside each page, and `actions.json`, the register of action points: texts as they are printed,
//! without marks; documented by a schema each.

mod register;
mod shape;

pub use register::actions_schema;
pub(super) use register::page as register_page;
use schemars::schema_for;

use super::summary::plain;
use crate::french::days::Days;
use crate::french::words::capital_first;
use crate::minutes::{self, Minutes};
use crate::record::Edition;
use shape::{
    Absences, Action, AgendaItem, Annex, Approval, Content, Data, Decision, FollowUpRow, Link,
    Organisation, Part, Person, Role, Theme,
};

/// The version of the data: it grows when a key changes its meaning or goes.
const VERSION: u32 = 2;

/// The minutes as the JSON that stands beside their page.
#[must_use]
pub fn minutes_json(minutes: &Minutes) -> Vec<u8> {
    let mut json = serde_json::to_vec(&data(minutes)).unwrap_or_default();
    json.push(b'\n');
    json
}

/// The JSON Schema of that data, with French descriptions.
#[must_use]
pub fn minutes_schema() -> serde_json::Value {
    schema_for!(Data<'static>).to_value()
}

fn data(minutes: &Minutes) -> Data<'_> {
    let organisations = minutes.organisations.iter();
    let annexes = minutes.annexes.iter();
    Data {
        version: VERSION,
        edition: minutes.edition.map(Edition::word),
        title: &minutes.title,
        gathering: gathering(minutes),
        instance: minutes.body.as_deref(),
        date: minutes.date,
        date_fin: minutes.last_day,
        a_eu_lieu: minutes.is_held,
        convocation: minutes.is_convened,
        hours: minutes.hours.as_deref(),
        place: minutes.place.as_deref(),
        state: minutes.state.as_deref(),
        address: minutes.public_address.as_deref(),
        faits_dates: &minutes.dated_facts,
        objectif: minutes.objective.as_deref().map(plain),
        redaction: minutes.authors.iter().map(role).collect(),
        roles: minutes.roles.iter().map(role).collect(),
        opening: &minutes.opening,
        quorum: minutes.quorum.as_deref(),
        agenda: minutes
            .agenda
            .iter()
            .map(|item| AgendaItem {
                titre: &item.title,
                details: item.details.as_deref(),
                sous_points: &item.subitems,
            })
            .collect(),
        adoption: minutes.adoption.as_deref().map(plain),
        participants_attendus: minutes.expected().map(person).collect(),
        presences: minutes.attendance.as_deref(),
        participant_count: minutes.head_count as u64,
        participants: minutes.participants().map(person).collect(),
        representes: minutes
            .represented
            .iter()
            .flat_map(|list| list.people.iter().map(person))
            .collect(),
        absences: minutes
            .absences
            .iter()
            .map(|absences| Absences {
                libelle: &absences.label,
                personnes: absences.people.iter().map(person).collect(),
            })
            .collect(),
        organisations: organisations
            .map(|present| Organisation {
                nom: &present.name,
                nombre: present.people as u64,
                categorie: present.category.as_deref(),
            })
            .collect(),
        approbation: minutes.approval.as_ref().map(|approval| Approval {
            phrase: &approval.sentence,
            modifications: approval.changes.as_deref().map(plain),
        }),
        suivi: minutes.followed().map(followed).collect(),
        themes: minutes.themes().map(theme).collect(),
        notes: minutes.notes.as_deref().map(plain),
        annexes: annexes
            .map(|annex| Annex {
                titre: &annex.title,
                adresse: annex.address.as_deref(),
            })
            .collect(),
        liens: minutes
            .links
            .iter()
            .map(|link| Link {
                texte: &link.text,
                adresse: &link.address,
            })
            .collect(),
        closing: minutes.closing.as_deref(),
        next_meeting: minutes.next_meeting.as_deref(),
    }
}

fn gathering(minutes: &Minutes) -> String {
    let days = Days::new(minutes.date, minutes.last_day);
    format!("{} {}", capital_first(minutes.words.seance), days.with_de())
}

fn role(role: &minutes::Role) -> Role<'_> {
    Role {
        role: &role.role,
        nom: role.name.as_deref(),
        fonction: role.function.as_deref(),
    }
}

fn person(person: &minutes::Person) -> Person<'_> {
    Person {
        nom: person.name.as_deref(),
        fonction: person.function.as_deref(),
        organisation: person.organisation.as_deref(),
        qualite: person.quality.as_deref(),
        nombre: person.count,
        mentions: &person.mentions,
    }
}

fn theme(theme: &minutes::Theme) -> Theme<'_> {
    let parts = theme.parts.iter();
    Theme {
        ancre: &theme.anchor,
        titre: &theme.title,
        numero: theme.number.as_deref(),
        contenu: content(&theme.content),
        parties: parts
            .map(|part| Part {
                ancre: &part.anchor,
                titre: &part.title,
                contenu: content(&part.content),
            })
            .collect(),
    }
}

fn followed(row: &minutes::FollowUpRow) -> FollowUpRow<'_> {
    FollowUpRow {
        date_de_reunion: row.date,
        adresse: &row.address,
        numero: row.number.as_deref(),
        theme: &row.theme,
        texte: plain(&row.text),
        responsables: &row.owners,
        echeance: row.due,
        echeance_en_mots: row.due_in_words.as_deref(),
        report: row.put_off.as_deref(),
        en_retard: row.is_late,
        statut: row.status.as_deref(),
        commentaire: row.comment.as_deref().map(plain),
    }
}

fn content(content: &minutes::Content) -> Content<'_> {
    let recommendations = content.recommendations.iter();
    Content {
        discussion: content.discussion.as_deref().map(plain),
        recommandations: recommendations.map(|text| plain(text)).collect(),
        commentaires: content.comments.as_deref().map(plain),
        decisions: content.decisions.iter().map(decision).collect(),
        actions: content.actions.iter().map(action).collect(),
        responsables: &content.owners,
    }
}

fn decision(decision: &minutes::Decision) -> Decision<'_> {
    Decision {
        ancre: &decision.anchor,
        numero: decision.number.as_deref(),
        texte: plain(&decision.text),
        vote: decision.vote.as_deref(),
    }
}

fn action(action: &minutes::Action) -> Action<'_> {
    Action {
        ancre: &action.anchor,
        numero: action.number.as_deref(),
        texte: plain(&action.text),
        responsables: &action.owners,
        echeance: action.due,
        echeance_en_mots: action.due_in_words.as_deref(),
        statut: action.status.as_deref(),
    }
}
