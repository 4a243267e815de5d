//! People as typed: those present, represented, excused and absent, who chaired, who had a part, and how many they were.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CountedWord, Edition, GenderWord, HourText, Text};
use crate::diagnostic::Span;
use crate::toml_source::Field;

/// A list of people: one group of keys each, or one text with a line each, as pasted from a sheet.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged, inline)]
pub(crate) enum RawPeople {
    #[serde(rename = "texte")]
    #[schemars(description = "Une ligne par personne : \"Nom ; fonction ; organisation\".")]
    Pasted(String),
    #[serde(rename = "liste")]
    List(Vec<Field<RawPerson>>),
}

impl Field<RawPeople> {
    /// The persons, with their places. A pasted text has been read as a list by then
    /// ([`pasted`](crate::record::pasted)).
    pub(crate) fn people(&self) -> impl Iterator<Item = (&RawPerson, Span)> {
        let list = match self.get() {
            Some(RawPeople::List(list)) => list.as_slice(),
            Some(RawPeople::Pasted(_)) | None => &[],
        };
        list.iter().filter_map(Field::located)
    }
}

/// A person, or an organisation alone.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "personne",
    deny_unknown_fields,
    description = "Une personne, ou une organisation seule."
)]
pub(crate) struct RawPerson {
    #[serde(rename = "nom")]
    #[schemars(description = "Nom complet.")]
    pub(crate) name: Text,
    #[serde(rename = "fonction")]
    #[schemars(description = "Fonction : \"Conseiller en relèvement rapide au PNUD\".")]
    pub(crate) function: Text,
    #[schemars(description = "Organisation ou structure.")]
    pub(crate) organisation: Text,
    #[serde(rename = "nombre")]
    #[schemars(description = "Combien sont venus, pour une organisation : 3.")]
    pub(crate) count: Field<i64>,
    #[serde(rename = "qualite")]
    #[schemars(
        description = "À quel titre : \"membre\", \"observateur\", \"titulaire\", \"invité\", \"voix consultative\" ; la liste est groupée par ce mot."
    )]
    pub(crate) quality: Text,
    #[serde(rename = "represente_par")]
    #[schemars(description = "Qui siège à sa place : \"M. Karim Attou\".")]
    pub(crate) represented_by: Text,
    #[serde(rename = "pouvoir_a")]
    #[schemars(description = "À qui va son pouvoir : \"Mme Odile Rivoal\".")]
    pub(crate) proxy: Text,
    #[serde(rename = "arrivee")]
    #[schemars(description = "Heure d’arrivée : 19:55:00.")]
    pub(crate) arrival: Field<HourText>,
    #[serde(rename = "depart")]
    #[schemars(description = "Heure de départ : 22:15:00.")]
    pub(crate) departure: Field<HourText>,
    #[serde(rename = "a_distance")]
    #[schemars(description = "true : la personne était en ligne.")]
    pub(crate) remote: Field<bool>,
    #[serde(rename = "trier_sous")]
    #[schemars(description = "Nom sous lequel classer la personne : \"Sidibe\".")]
    pub(crate) filed_under: Text,
    #[serde(rename = "genre")]
    #[schemars(description = "Accord de ce qui est dit de la personne : « Excusée », « Excusé ».")]
    pub(crate) gender: Field<GenderWord>,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette personne ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

impl RawPerson {
    /// Whether they gave a proxy for all of the meeting: whoever came late or left early gave it for the rest.
    pub(crate) fn is_represented(&self) -> bool {
        let stays_away = self.arrival.is_absent() && self.departure.is_absent();
        !self.proxy.is_absent() && stays_away
    }
}

/// Who chaired: one, or several.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(untagged, inline)]
pub(crate) enum RawChairs {
    #[serde(rename = "table")]
    One(Box<RawChair>),
    #[serde(rename = "liste")]
    Several(Vec<Field<RawChair>>),
}

impl Field<RawChairs> {
    /// Each of those who chaired, with its place.
    pub(crate) fn chairs(&self) -> impl Iterator<Item = (&RawChair, Span)> {
        let (one, several) = match self.located() {
            Some((RawChairs::One(chair), span)) => (Some((&**chair, span)), None),
            Some((RawChairs::Several(chairs), _)) => (None, Some(chairs)),
            None => (None, None),
        };
        let several = several.into_iter().flatten();
        one.into_iter().chain(several.filter_map(Field::located))
    }
}

/// Somebody who chaired.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "presidence",
    deny_unknown_fields,
    description = "Qui a présidé.",
    extend("required" = ["nom"])
)]
pub(crate) struct RawChair {
    #[serde(rename = "nom")]
    #[schemars(description = "Nom complet.")]
    pub(crate) name: Text,
    #[serde(rename = "fonction")]
    #[schemars(description = "Fonction : \"Conseiller en relèvement rapide au PNUD\".")]
    pub(crate) function: Text,
    #[schemars(description = "Organisation ou structure.")]
    pub(crate) organisation: Text,
    #[serde(rename = "accompagne_par")]
    #[schemars(description = "Qui l’accompagnait : \"Mme Awa Diarra, chargée de mission\".")]
    pub(crate) accompanied_by: Text,
    #[serde(rename = "trier_sous")]
    #[schemars(description = "Nom sous lequel classer la personne : \"Sidibe\".")]
    pub(crate) filed_under: Text,
    #[serde(rename = "genre")]
    #[schemars(description = "Accord de ce qui est dit de la personne.")]
    pub(crate) gender: Field<GenderWord>,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette personne ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// Somebody who had a part in the meeting or in its minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "role",
    deny_unknown_fields,
    description = "Un rôle et qui l’a tenu : un nom, une organisation, ou les deux.",
    extend("required" = ["role"])
)]
pub(crate) struct RawRole {
    #[schemars(description = "\"Rédigé par\", \"Convoquée par\", \"Secrétariat\"…")]
    pub(crate) role: Text,
    #[serde(rename = "nom")]
    #[schemars(description = "Nom complet.")]
    pub(crate) name: Text,
    #[serde(rename = "fonction")]
    #[schemars(description = "Fonction.")]
    pub(crate) function: Text,
    #[schemars(description = "Organisation ou structure.")]
    pub(crate) organisation: Text,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure ce rôle ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// How many came, where no list tells, or only a part.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "presences",
    deny_unknown_fields,
    description = "Combien sont venus, quand la liste n’est pas donnée ou est incomplète."
)]
pub(crate) struct RawHeadCount {
    #[serde(rename = "personnes")]
    #[schemars(description = "Toutes les personnes venues : 20.")]
    pub(crate) people: Field<i64>,
    #[serde(rename = "femmes")]
    #[schemars(description = "Combien de femmes parmi elles : 6.")]
    pub(crate) women: Field<i64>,
    #[schemars(description = "Combien d’organisations : 17.")]
    pub(crate) organisations: Field<i64>,
    #[serde(rename = "observateurs")]
    #[schemars(description = "Combien d’observateurs : 1.")]
    pub(crate) observers: Field<i64>,
}

/// The members counted for the quorum.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "quorum",
    deny_unknown_fields,
    description = "Le compte des membres pour le quorum.",
    extend("required" = ["presents", "requis", "membres"])
)]
pub(crate) struct RawQuorum {
    #[serde(rename = "presents")]
    #[schemars(description = "Membres présents : 69.")]
    pub(crate) present: Field<i64>,
    #[serde(rename = "representes")]
    #[schemars(description = "Membres représentés, par un pouvoir ou un suppléant : 17.")]
    pub(crate) represented: Field<i64>,
    #[serde(rename = "requis")]
    #[schemars(description = "Membres qu’il faut pour délibérer : 50.")]
    pub(crate) required: Field<i64>,
    #[serde(rename = "membres")]
    #[schemars(description = "Tous les membres : 98.")]
    pub(crate) members: Field<i64>,
    #[serde(rename = "compte")]
    #[schemars(description = "Qui compte pour le quorum ; sans cette clé, les présents.")]
    pub(crate) counted: Field<CountedWord>,
}
