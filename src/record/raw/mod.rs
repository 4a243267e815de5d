//! The record as it is typed: the keys, in French as in the file, and their descriptions, which the schema shows in editors.
//!
//! No field is required here: absence is judged in [`validate`](super::validate), so that one fault hides no other.

mod agenda;
mod closing;
mod contents;
mod follow_up;
mod people;
mod texts;
mod themes;
mod words;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

pub(crate) use agenda::{RawAgendaItem, RawPurpose};
pub(crate) use closing::{RawAnnex, RawAnnexTable, RawClosing, RawNext};
pub(crate) use contents::RawContent;
pub(crate) use follow_up::{RawApproval, RawFollowUp, RawMeetings};
pub(crate) use people::{RawChairs, RawHeadCount, RawPeople, RawPerson, RawQuorum, RawRole};
pub(crate) use texts::TextKind;
pub(crate) use themes::{
    RawAction, RawDecision, RawPart, RawTheme, RawVote, RawVoteGroup, RawVoteNames,
};
pub(crate) use words::{
    BallotWord, CountedWord, GatheringWord, GenderWord, OutcomeWord, StateWord, StatusText,
};
pub use words::{Column, Edition, HeadForm, Mode, Presentation, Status};

use crate::toml_source::{Field, FreeKeys, Moment, moment_text};

/// A text of the record.
pub(crate) type Text = Field<String>;
/// A list of texts.
pub(crate) type Texts = Field<Vec<Text>>;
/// A list of groups of keys.
pub(crate) type Groups<T> = Field<Vec<Field<T>>>;

/// A date as typed: a TOML date, or a text that looks like one.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(inline, extend("format" = "date"))]
pub(crate) struct DateText(pub(crate) String);

/// An hour as typed: a TOML time, or a text such as `9h30`.
#[derive(Clone, Debug)]
pub(crate) struct HourText(pub(crate) String);

/// A due date as typed: a date, or a word such as `immédiat`.
#[derive(Clone, Debug)]
pub(crate) struct DueText(pub(crate) String);

/// A text, or what TOML has for a moment: to a strict editor (tombi) that is no text, and each has its format.
macro_rules! schema_of_moments {
    ($($name:ident: $format:literal)+) => {
        $(impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "anyOf": [{ "type": "string", "format": $format }, { "type": "string" }] })
            }
        })+
    };
}
schema_of_moments! { HourText: "time-local" DueText: "date" }

macro_rules! read_as_moments {
    ($($name:ident: $moment:ident)+) => {
        $(impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                moment_text(deserializer, Moment::$moment).map(Self)
            }
        })+
    };
}
read_as_moments! { DateText: Date HourText: Hour DueText: DateOrWord }

/// The whole record.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "compte-rendu",
    deny_unknown_fields,
    extend("required" = ["date"]),
    description = "Compte rendu d’une réunion, tel que le lit greffier."
)]
pub(crate) struct RawMeeting {
    #[schemars(description = "Date de la réunion, sans guillemets : 2026-03-17. Obligatoire.")]
    pub(crate) date: Field<DateText>,
    #[serde(rename = "date_fin")]
    #[schemars(description = "Dernier jour d’une réunion de plusieurs jours : 2026-03-19.")]
    pub(crate) last_day: Field<DateText>,
    #[serde(rename = "numero")]
    #[schemars(
        description = "Numéro de la réunion dans l’année, ou dans la série si greffier.toml a numero_de : 3."
    )]
    pub(crate) number: Field<i64>,
    #[serde(rename = "debut")]
    #[schemars(description = "Heure de début : 09:30:00.")]
    pub(crate) start: Field<HourText>,
    #[serde(rename = "fin")]
    #[schemars(description = "Heure de fin : 11:45:00 ; après minuit, celle du lendemain.")]
    pub(crate) end: Field<HourText>,
    #[schemars(description = "Réunion en salle, en ligne, ou les deux (hybride).")]
    pub(crate) mode: Field<Mode>,
    #[serde(rename = "outil")]
    #[schemars(description = "L’outil de la réunion en ligne : \"Teams\".")]
    pub(crate) tool: Text,
    #[schemars(description = "Ce qui se réunit ; sans cette clé, ce que dit greffier.toml.")]
    #[serde(rename = "seance")]
    pub(crate) gathering: Field<GatheringWord>,
    #[serde(rename = "etat")]
    #[schemars(description = "Où en est le compte rendu ; sans cette clé, il est définitif.")]
    pub(crate) state: Field<StateWord>,
    #[serde(rename = "approuve_le")]
    #[schemars(description = "Date d’approbation, avec etat = \"approuvé\".")]
    pub(crate) approved_on: Field<DateText>,
    #[serde(rename = "reportee_au")]
    #[schemars(description = "Nouvelle date, avec etat = \"reportée\".")]
    pub(crate) postponed_to: Field<DateText>,
    #[serde(rename = "convoquee_le")]
    #[schemars(description = "Date de la convocation : 2026-03-10.")]
    pub(crate) convened_on: Field<DateText>,
    #[serde(rename = "diffuse_le")]
    #[schemars(description = "Date d’envoi du compte rendu : 2026-03-20.")]
    pub(crate) sent_on: Field<DateText>,
    #[serde(rename = "visibilite")]
    #[schemars(
        description = "Les éditions où figure tout ce compte rendu ; sans cette clé, toutes."
    )]
    pub(crate) visibility: Field<Edition>,
    #[serde(rename = "titre")]
    #[schemars(description = "Titre du document ; sans cette clé, celui de greffier.toml.")]
    pub(crate) title: Text,
    #[serde(rename = "instance")]
    #[schemars(
        description = "Nom de l’instance qui se réunit ; sans cette clé, celui de greffier.toml."
    )]
    pub(crate) body: Text,
    #[serde(rename = "instance_avec_de")]
    #[schemars(
        description = "L’instance après « la réunion » : \"du Cluster Relèvement Rapide\"."
    )]
    pub(crate) body_phrase: Text,
    #[serde(rename = "lieu")]
    #[schemars(description = "Lieu, tel qu’il suit « s’est tenue » : \"dans le bureau du PNUD\".")]
    pub(crate) place: Text,
    #[serde(rename = "objectif")]
    #[schemars(description = "Ce que la réunion doit atteindre, en paragraphes ou en liste.")]
    pub(crate) objective: Text,
    #[serde(rename = "presidence")]
    #[schemars(description = "Qui a présidé la réunion : une personne, ou une liste.")]
    pub(crate) chairs: Field<RawChairs>,
    #[serde(rename = "redaction")]
    #[schemars(description = "Qui a rédigé, complété, revu le compte rendu.")]
    pub(crate) authors: Groups<RawRole>,
    #[schemars(
        description = "Les autres rôles : \"Convoquée par\", \"Modération\", \"Scrutateurs\"…"
    )]
    pub(crate) roles: Groups<RawRole>,
    #[serde(rename = "ordre_du_jour")]
    #[schemars(
        description = "Les points de l’ordre du jour, sans numéros : le programme les met."
    )]
    pub(crate) agenda: Groups<RawAgendaItem>,
    #[schemars(description = "\"adopté\", \"amendé et adopté\", ou une phrase entière.")]
    pub(crate) adoption: Text,
    #[serde(rename = "presences")]
    #[schemars(
        description = "Combien sont venus, quand la liste n’est pas donnée ou est incomplète."
    )]
    pub(crate) head_count: Field<RawHeadCount>,
    #[schemars(
        description = "Les présents : une liste, ou un texte avec une ligne par personne, \"Nom ; fonction ; organisation\"."
    )]
    pub(crate) participants: Field<RawPeople>,
    #[serde(rename = "representes")]
    #[schemars(description = "Les membres représentés, avec pouvoir_a.")]
    pub(crate) represented: Field<RawPeople>,
    #[serde(rename = "excuses")]
    #[schemars(description = "Les personnes ou organisations absentes et excusées.")]
    pub(crate) excused: Field<RawPeople>,
    #[serde(rename = "absents")]
    #[schemars(description = "Les personnes ou organisations absentes.")]
    pub(crate) absent: Field<RawPeople>,
    #[schemars(description = "Le quorum, pour qui doit l’atteindre.")]
    pub(crate) quorum: Field<RawQuorum>,
    #[schemars(
        description = "Les thèmes en tableau ou en sections ; sans cette clé, comme dans greffier.toml."
    )]
    pub(crate) presentation: Field<Presentation>,
    #[serde(rename = "colonnes")]
    #[schemars(description = "Les colonnes du tableau des thèmes, dans l’ordre voulu.")]
    pub(crate) columns: Field<Vec<Field<Column>>>,
    #[serde(rename = "entete")]
    #[schemars(description = "Le haut du document : la formule d’ouverture, ou une grille.")]
    pub(crate) head: Field<HeadForm>,
    #[serde(rename = "suivi")]
    #[schemars(
        description = "Ce que sont devenus les points d’action des réunions précédentes, un bloc [[suivi]] chacun."
    )]
    pub(crate) follow_up: Groups<RawFollowUp>,
    #[serde(rename = "approbation")]
    #[schemars(description = "Le compte rendu précédent que cette réunion a approuvé.")]
    pub(crate) approval: Field<RawApproval>,
    #[schemars(
        description = "Les thèmes traités, un bloc [[themes]] par thème, dans l’ordre du document."
    )]
    pub(crate) themes: Groups<RawTheme>,
    #[serde(rename = "cloture")]
    #[schemars(description = "La fin du document : notes, annexes, liens.")]
    pub(crate) closing: Field<RawClosing>,
    #[serde(rename = "prochaine_reunion")]
    #[schemars(description = "La prochaine réunion, si elle est annoncée.")]
    pub(crate) next: Field<RawNext>,
    #[schemars(description = "Vos propres clés, que seuls vos modèles lisent.")]
    pub(crate) extra: Field<FreeKeys>,
}

impl RawMeeting {
    /// The lists of people: present, represented, excused, absent.
    pub(crate) fn people_lists(&self) -> [&Field<RawPeople>; 4] {
        [
            &self.participants,
            &self.represented,
            &self.excused,
            &self.absent,
        ]
    }
}
