//! `minutes.json`, the minutes as data beside each page: texts as they are printed, without marks; documented by a schema.

use jiff::civil::Date;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::summary::plain;
use crate::minutes::{self, Minutes};

/// The version of the data: it grows when a key changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize, JsonSchema)]
#[schemars(
    rename = "minutes",
    description = "Le compte rendu d’une réunion, en données. Les textes sont sans mise en forme."
)]
struct Data<'a> {
    #[schemars(description = "La version de ce format.")]
    version: u32,
    #[serde(rename = "titre")]
    #[schemars(description = "Le titre du document.")]
    title: &'a str,
    #[schemars(description = "Le nom de qui se réunit.")]
    instance: Option<&'a str>,
    #[schemars(with = "String", extend("format" = "date"), description = "Le jour.")]
    date: Date,
    #[serde(rename = "horaires")]
    #[schemars(description = "« de 9 h 30 à 11 h 45 ».")]
    hours: Option<&'a str>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Le lieu, tel que la formule le dit.")]
    place: Option<&'a str>,
    #[serde(rename = "etat")]
    #[schemars(description = "Une phrase sur l’état du document.")]
    state: Option<&'a str>,
    #[serde(rename = "adresse")]
    #[schemars(description = "L’adresse de la page, si le site en a une.")]
    address: Option<&'a str>,
    #[schemars(description = "Qui a tenu la plume.")]
    redaction: Vec<Author<'a>>,
    #[serde(rename = "ouverture")]
    #[schemars(description = "La formule d’ouverture.")]
    opening: &'a str,
    #[schemars(description = "La phrase sur le quorum.")]
    quorum: Option<&'a str>,
    #[serde(rename = "ordre_du_jour")]
    #[schemars(description = "Les points de l’ordre du jour.")]
    agenda: &'a [String],
    #[schemars(description = "Comment l’ordre du jour a été adopté.")]
    adoption: Option<String>,
    #[serde(rename = "nombre_de_participants")]
    #[schemars(description = "Combien étaient présents.")]
    participant_count: u64,
    #[schemars(description = "Les présents, là où leurs noms sont publiés.")]
    participants: Vec<Person<'a>>,
    #[schemars(description = "Les excusés et les absents.")]
    absences: Vec<Absences<'a>>,
    #[schemars(description = "Les organisations présentes.")]
    organisations: Vec<Organisation<'a>>,
    #[schemars(description = "Les thèmes traités.")]
    themes: Vec<Theme<'a>>,
    #[schemars(description = "Les notes finales.")]
    notes: Option<String>,
    #[schemars(description = "Les annexes.")]
    annexes: Vec<Annex<'a>>,
    #[schemars(description = "Les liens.")]
    liens: Vec<Link<'a>>,
    #[serde(rename = "levee")]
    #[schemars(description = "La phrase sur la levée de la séance.")]
    closing: Option<&'a str>,
    #[serde(rename = "prochaine_reunion")]
    #[schemars(description = "La phrase sur la prochaine réunion.")]
    next_meeting: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "personne")]
struct Person<'a> {
    #[schemars(description = "Nom et prénom.")]
    nom: Option<&'a str>,
    #[schemars(description = "Fonction.")]
    fonction: Option<&'a str>,
    #[schemars(description = "Organisation.")]
    organisation: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "redacteur")]
struct Author<'a> {
    #[schemars(description = "« Rédigé par »…")]
    role: &'a str,
    #[schemars(description = "Nom et prénom ; la fonction, là où les noms ne sont pas publiés.")]
    nom: &'a str,
    #[schemars(description = "Fonction.")]
    fonction: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "absences")]
struct Absences<'a> {
    #[schemars(description = "« Absences excusées »…")]
    libelle: &'a str,
    #[schemars(description = "Les personnes.")]
    personnes: Vec<Person<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "lien")]
struct Link<'a> {
    #[schemars(description = "Les mots du lien.")]
    texte: &'a str,
    #[schemars(description = "L’adresse.")]
    adresse: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "organisation")]
struct Organisation<'a> {
    #[schemars(description = "Son nom.")]
    nom: &'a str,
    #[schemars(description = "Combien de personnes en sont venues.")]
    nombre: u64,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "theme")]
struct Theme<'a> {
    #[schemars(description = "L’ancre du thème dans la page.")]
    ancre: &'a str,
    #[schemars(description = "Le titre.")]
    titre: &'a str,
    #[schemars(description = "Ce qui a été dit.")]
    discussion: Option<String>,
    #[schemars(description = "Les recommandations.")]
    recommandations: Vec<String>,
    #[schemars(description = "Les commentaires.")]
    commentaires: Option<String>,
    #[schemars(description = "Les décisions.")]
    decisions: Vec<String>,
    #[schemars(description = "Les points d’action.")]
    actions: Vec<Action<'a>>,
    #[schemars(description = "Les responsables du thème entier.")]
    responsables: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "action")]
struct Action<'a> {
    #[schemars(description = "L’ancre de l’action dans la page.")]
    ancre: &'a str,
    #[schemars(description = "Ce qui est à faire.")]
    texte: String,
    #[schemars(description = "Qui doit le faire.")]
    responsables: &'a [String],
    #[schemars(
        with = "Option<String>",
        description = "L’échéance, si c’est un jour : 2026-04-30."
    )]
    echeance: Option<Date>,
    #[schemars(description = "L’échéance, si elle est dite en mots.")]
    echeance_en_mots: Option<&'a str>,
    #[schemars(description = "« à faire », « en cours », « fait » ou « abandonné ».")]
    statut: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "annexe")]
struct Annex<'a> {
    #[schemars(description = "Le titre.")]
    titre: &'a str,
    #[schemars(description = "L’adresse, à partir de la page.")]
    adresse: Option<&'a str>,
}

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
        title: &minutes.title,
        instance: minutes.body.as_deref(),
        date: minutes.date,
        hours: minutes.hours.as_deref(),
        place: minutes.place.as_deref(),
        state: minutes.state.as_deref(),
        address: minutes.public_address.as_deref(),
        redaction: minutes.authors.iter().map(author).collect(),
        opening: &minutes.opening,
        quorum: minutes.quorum.as_deref(),
        agenda: &minutes.agenda,
        adoption: minutes.adoption.as_deref().map(plain),
        participant_count: minutes.head_count as u64,
        participants: minutes.participants.iter().map(person).collect(),
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
            })
            .collect(),
        themes: minutes.themes.iter().map(theme).collect(),
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

fn author(author: &minutes::Author) -> Author<'_> {
    Author {
        role: &author.role,
        nom: &author.name,
        fonction: author.function.as_deref(),
    }
}

fn person(person: &minutes::Person) -> Person<'_> {
    Person {
        nom: person.name.as_deref(),
        fonction: person.function.as_deref(),
        organisation: person.organisation.as_deref(),
    }
}

fn theme(theme: &minutes::Theme) -> Theme<'_> {
    let plain_all = |texts: &[String]| texts.iter().map(|text| plain(text)).collect();
    Theme {
        ancre: &theme.anchor,
        titre: &theme.title,
        discussion: theme.discussion.as_deref().map(plain),
        recommandations: plain_all(&theme.recommendations),
        commentaires: theme.comments.as_deref().map(plain),
        decisions: plain_all(&theme.decisions),
        actions: theme.actions.iter().map(action).collect(),
        responsables: &theme.owners,
    }
}

fn action(action: &minutes::Action) -> Action<'_> {
    Action {
        ancre: &action.anchor,
        texte: plain(&action.text),
        responsables: &action.owners,
        echeance: action.due,
        echeance_en_mots: action.due_in_words.as_deref(),
        statut: action.status,
    }
}
