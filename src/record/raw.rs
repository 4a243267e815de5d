//! The record as it is typed: the keys, in French as in the file, and their descriptions, which the schema shows in editors.
//!
//! No field is required here: absence is judged in [`validate`](super::validate), so that one fault hides no other.

use schemars::JsonSchema;
use serde::Deserialize;

pub(crate) use super::raw_words::{GenderWord, StateWord};
pub use super::raw_words::{Mode, Status};
use crate::toml_source::Field;

/// A text of the record.
pub(crate) type Text = Field<String>;
/// A list of texts.
pub(crate) type Texts = Field<Vec<Text>>;
/// A list of groups of keys.
pub(crate) type Groups<T> = Field<Vec<Field<T>>>;

/// A date as typed: a TOML date, or a text that looks like one.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(inline, extend("format" = "date"))]
pub(crate) struct DateText(pub(crate) String);

/// An hour as typed: a TOML time, or a text such as `9h30`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) struct HourText(pub(crate) String);

/// A due date as typed: a date, or a word such as `immédiat`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) struct DueText(pub(crate) String);

/// The whole record.
#[derive(Debug, Default, Deserialize, JsonSchema)]
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
    #[serde(rename = "numero")]
    #[schemars(description = "Numéro de la réunion dans l’année : 3.")]
    pub(crate) number: Field<i64>,
    #[serde(rename = "debut")]
    #[schemars(description = "Heure de début : 09:30:00.")]
    pub(crate) start: Field<HourText>,
    #[serde(rename = "fin")]
    #[schemars(description = "Heure de fin : 11:45:00.")]
    pub(crate) end: Field<HourText>,
    #[schemars(description = "Réunion en salle, en ligne, ou les deux (hybride).")]
    pub(crate) mode: Field<Mode>,
    #[serde(rename = "etat")]
    #[schemars(description = "Où en est le compte rendu ; sans cette clé, il est définitif.")]
    pub(crate) state: Field<StateWord>,
    #[serde(rename = "approuve_le")]
    #[schemars(description = "Date d’approbation, avec etat = \"approuvé\".")]
    pub(crate) approved_on: Field<DateText>,
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
    #[serde(rename = "presidence")]
    #[schemars(description = "Qui a présidé la réunion.")]
    pub(crate) chair: Field<RawPerson>,
    #[serde(rename = "redaction")]
    #[schemars(description = "Qui a rédigé, complété, revu le compte rendu.")]
    pub(crate) authors: Groups<RawAuthor>,
    #[serde(rename = "ordre_du_jour")]
    #[schemars(
        description = "Les points de l’ordre du jour, sans numéros : le programme les met."
    )]
    pub(crate) agenda: Texts,
    #[schemars(description = "\"adopté\", \"amendé et adopté\", ou une phrase entière.")]
    pub(crate) adoption: Text,
    #[schemars(description = "Les personnes présentes, une par ligne.")]
    pub(crate) participants: Groups<RawPerson>,
    #[serde(rename = "excuses")]
    #[schemars(description = "Les personnes ou organisations absentes et excusées.")]
    pub(crate) excused: Groups<RawPerson>,
    #[serde(rename = "absents")]
    #[schemars(description = "Les personnes ou organisations absentes.")]
    pub(crate) absent: Groups<RawPerson>,
    #[schemars(description = "Le quorum, pour qui doit l’atteindre.")]
    pub(crate) quorum: Field<RawQuorum>,
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
    #[serde(rename = "trier_sous")]
    #[schemars(description = "Nom sous lequel classer la personne : \"Sidibe\".")]
    pub(crate) filed_under: Text,
    #[serde(rename = "genre")]
    #[schemars(description = "Accord du titre de la liste : « Excusée », « Excusé ».")]
    pub(crate) gender: Field<GenderWord>,
}

/// Somebody who wrote the minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "redacteur",
    deny_unknown_fields,
    description = "Qui a pris part au compte rendu.",
    extend("required" = ["role", "nom"])
)]
pub(crate) struct RawAuthor {
    #[schemars(description = "\"Rédigé par\", \"Complété par\", \"Revu par\"…")]
    pub(crate) role: Text,
    #[serde(rename = "nom")]
    #[schemars(description = "Nom complet.")]
    pub(crate) name: Text,
    #[serde(rename = "fonction")]
    #[schemars(description = "Fonction.")]
    pub(crate) function: Text,
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
    #[schemars(description = "Membres présents ou représentés : 9.")]
    pub(crate) present: Field<i64>,
    #[serde(rename = "requis")]
    #[schemars(description = "Membres qu’il faut pour délibérer : 9.")]
    pub(crate) required: Field<i64>,
    #[serde(rename = "membres")]
    #[schemars(description = "Tous les membres : 17.")]
    pub(crate) members: Field<i64>,
}

/// A theme of the table.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "theme",
    deny_unknown_fields,
    description = "Un thème de la table.",
    extend("required" = ["titre"])
)]
pub(crate) struct RawTheme {
    #[schemars(
        description = "Adresse du thème dans la page, qui ne change plus : \"relance-gao\"."
    )]
    pub(crate) id: Text,
    #[serde(rename = "titre")]
    #[schemars(description = "Titre du thème, sans numéro : le programme le met.")]
    pub(crate) title: Text,
    #[serde(rename = "point")]
    #[schemars(description = "Numéro du point de l’ordre du jour traité ici.")]
    pub(crate) agenda_item: Field<i64>,
    #[schemars(description = "Ce qui a été dit, en paragraphes.")]
    pub(crate) discussion: Text,
    #[serde(rename = "recommandations")]
    #[schemars(description = "Les recommandations, un texte chacune.")]
    pub(crate) recommendations: Texts,
    #[serde(rename = "commentaires")]
    #[schemars(description = "Les commentaires, en paragraphes.")]
    pub(crate) comments: Text,
    #[schemars(description = "Les décisions, un texte chacune.")]
    pub(crate) decisions: Texts,
    #[schemars(description = "Les points d’action, un bloc [[themes.actions]] chacun.")]
    pub(crate) actions: Groups<RawAction>,
    #[serde(rename = "responsables")]
    #[schemars(description = "Responsables du thème, quand aucune action n’est écrite.")]
    pub(crate) owners: Texts,
}

/// An action point.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "action",
    deny_unknown_fields,
    description = "Un point d’action.",
    extend("required" = ["texte"])
)]
pub(crate) struct RawAction {
    #[schemars(
        description = "Adresse de l’action dans la page, qui ne change plus : \"tdr-gao\"."
    )]
    pub(crate) id: Text,
    #[serde(rename = "texte")]
    #[schemars(description = "Ce qui est à faire.")]
    pub(crate) text: Text,
    #[serde(rename = "responsables")]
    #[schemars(description = "Qui doit le faire : [\"ACTED\", \"OIM\"].")]
    pub(crate) owners: Texts,
    #[serde(rename = "echeance")]
    #[schemars(description = "Échéance : une date (2026-03-31) ou un mot (\"immédiat\").")]
    pub(crate) due: Field<DueText>,
    #[serde(rename = "statut")]
    #[schemars(description = "Où en est l’action.")]
    pub(crate) status: Field<Status>,
}

/// The end of the minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "cloture",
    deny_unknown_fields,
    description = "La fin du document."
)]
pub(crate) struct RawClosing {
    #[schemars(description = "Notes finales, en paragraphes ou en liste.")]
    pub(crate) notes: Text,
    #[schemars(description = "Les annexes : un titre, ou un titre avec son fichier ou son lien.")]
    pub(crate) annexes: Groups<RawAnnex>,
    #[serde(rename = "liens")]
    #[schemars(description = "Les liens à la fin du document.")]
    pub(crate) links: Groups<RawLink>,
}

/// An annex: its title alone, or with its file or its address.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(
    untagged,
    rename = "annexe",
    description = "Une annexe : son titre, ou son titre avec son fichier ou son lien."
)]
pub(crate) enum RawAnnex {
    #[serde(rename = "texte")]
    Title(String),
    #[serde(rename = "table")]
    Full(RawAnnexTable),
}

/// An annex as a group of keys.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "annexe_jointe",
    deny_unknown_fields,
    description = "Une annexe avec son fichier ou son lien.",
    extend("required" = ["titre"])
)]
pub(crate) struct RawAnnexTable {
    #[serde(rename = "titre")]
    #[schemars(description = "Titre de l’annexe.")]
    pub(crate) title: Text,
    #[serde(rename = "fichier")]
    #[schemars(description = "Fichier, à côté du compte rendu : \"annexes/rapport.pdf\".")]
    pub(crate) file: Text,
    #[serde(rename = "lien")]
    #[schemars(description = "Adresse : \"https://example.org/3w\".")]
    pub(crate) link: Text,
}

/// A link at the end of the minutes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "lien",
    deny_unknown_fields,
    description = "Un lien à la fin du document.",
    extend("required" = ["texte", "adresse"])
)]
pub(crate) struct RawLink {
    #[serde(rename = "texte")]
    #[schemars(description = "Ce qui est imprimé devant l’adresse.")]
    pub(crate) text: Text,
    #[serde(rename = "adresse")]
    #[schemars(description = "Adresse : http, https, mailto ou tel.")]
    pub(crate) address: Text,
}

/// The next meeting.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "prochaine_reunion",
    deny_unknown_fields,
    description = "La prochaine réunion."
)]
pub(crate) struct RawNext {
    #[schemars(description = "Date : 2026-04-14.")]
    pub(crate) date: Field<DateText>,
    #[serde(rename = "debut")]
    #[schemars(description = "Heure de début : 09:30:00.")]
    pub(crate) start: Field<HourText>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Lieu : \"au bureau d’ONU Femmes\".")]
    pub(crate) place: Text,
    #[serde(rename = "accueil")]
    #[schemars(description = "Qui accueille la réunion : \"ONU Femmes\".")]
    pub(crate) host: Text,
}
