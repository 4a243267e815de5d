//! What a record may choose among a few words, as typed.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Where the meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Mode {
    /// All in one room.
    #[serde(rename = "en salle")]
    #[schemars(description = "Tous dans un même lieu.")]
    Room,
    /// All online.
    #[serde(rename = "en ligne")]
    #[schemars(description = "Tous en ligne.")]
    Online,
    /// Both.
    #[serde(rename = "hybride")]
    #[schemars(description = "Sur place et en ligne.")]
    Hybrid,
}

impl Mode {
    /// The word, as it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Room => "en salle",
            Self::Online => "en ligne",
            Self::Hybrid => "hybride",
        }
    }
}

/// Whom a text is for: each edition holds what the lesser ones hold.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[schemars(inline)]
pub enum Edition {
    /// For all.
    #[default]
    #[serde(rename = "publique")]
    #[schemars(description = "Pour tous : le site, le dossier output.")]
    Public,
    /// For the members.
    #[serde(rename = "membres")]
    #[schemars(description = "Pour les membres seulement.")]
    Members,
    /// For those who keep the records.
    #[serde(rename = "interne")]
    #[schemars(description = "Pour le secrétariat seulement.")]
    Internal,
}

impl Edition {
    /// The word, as it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "publique",
            Self::Members => "membres",
            Self::Internal => "interne",
        }
    }

    /// What its pages are headed with, beside the title.
    #[must_use]
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Self::Public => None,
            Self::Members => Some("Édition des membres"),
            Self::Internal => Some("Édition interne"),
        }
    }
}

/// How far the minutes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum StateWord {
    #[serde(rename = "convocation")]
    #[schemars(description = "La réunion n’a pas encore eu lieu : le document y convoque.")]
    Convened,
    #[serde(rename = "projet")]
    #[schemars(description = "Pas encore approuvé.")]
    Draft,
    #[serde(rename = "soumis")]
    #[schemars(description = "Envoyé pour approbation.")]
    Submitted,
    #[serde(rename = "approuvé")]
    #[schemars(description = "Approuvé par les participants.")]
    Approved,
    #[serde(rename = "annulée")]
    #[schemars(description = "La réunion n’a pas eu lieu.")]
    Cancelled,
    #[serde(rename = "reportée")]
    #[schemars(description = "La réunion est remise à plus tard, avec reportee_au.")]
    Postponed,
}

/// What meets, which governs the formulas and their agreements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum GatheringWord {
    #[serde(rename = "réunion")]
    #[schemars(description = "« la réunion ».")]
    Meeting,
    #[serde(rename = "séance")]
    #[schemars(description = "« la séance ».")]
    Sitting,
    #[serde(rename = "assemblée générale")]
    #[schemars(description = "« l’assemblée générale ».")]
    GeneralAssembly,
    #[serde(rename = "conseil")]
    #[schemars(description = "« le conseil ».")]
    Council,
    #[serde(rename = "session")]
    #[schemars(description = "« la session ».")]
    Session,
}

/// How the themes are set out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
pub enum Presentation {
    /// Rows of one table.
    #[serde(rename = "tableau")]
    #[schemars(description = "Un tableau, une ligne par thème.")]
    Table,
    /// Texts over the full width, each followed by a small table of its action points.
    #[serde(rename = "sections")]
    #[schemars(
        description = "Des textes sur toute la largeur, suivis d’un petit tableau d’actions."
    )]
    Sections,
}

/// A column of the table of themes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[schemars(inline)]
pub enum Column {
    /// The title; what was said too, where it has no column of its own.
    #[serde(rename = "themes")]
    #[schemars(description = "Le titre du thème, et ce qui a été dit s’il n’a pas sa colonne.")]
    Themes,
    /// What was said.
    #[serde(rename = "discussion")]
    #[schemars(description = "Ce qui a été dit.")]
    Discussion,
    /// Recommendations and comments; decisions too, where they have no column of their own.
    #[serde(rename = "recommandations")]
    #[schemars(description = "Recommandations, commentaires, et décisions sans colonne.")]
    Recommendations,
    /// Decisions.
    #[serde(rename = "decisions")]
    #[schemars(description = "Les décisions et leurs votes.")]
    Decisions,
    /// Action points.
    #[serde(rename = "actions")]
    #[schemars(description = "Les points d’action.")]
    Actions,
    /// Owners.
    #[serde(rename = "responsables")]
    #[schemars(description = "Qui doit le faire.")]
    Owners,
    /// Due dates.
    #[serde(rename = "delai")]
    #[schemars(description = "Les échéances.")]
    Due,
    /// How far the actions are.
    #[serde(rename = "statut")]
    #[schemars(description = "Où en sont les actions.")]
    Status,
}

/// What stands at the head of the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum HeadForm {
    /// The opening formula.
    #[default]
    #[serde(rename = "formule")]
    #[schemars(description = "La formule d’ouverture : « L’an deux mille vingt-six… ».")]
    Formula,
    /// Date, hours, place, roles as a grid of two columns.
    #[serde(rename = "grille")]
    #[schemars(description = "Une grille : date, heures, lieu, qui a convoqué, qui a présidé…")]
    Grid,
}

/// Who counts for the quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum CountedWord {
    #[serde(rename = "présents")]
    #[schemars(description = "Les présents seuls, comme dans un conseil municipal.")]
    Present,
    #[serde(rename = "présents et représentés")]
    #[schemars(description = "Les présents et les représentés.")]
    PresentAndRepresented,
}

/// How a vote was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum BallotWord {
    #[serde(rename = "secret")]
    #[schemars(description = "Au scrutin secret.")]
    Secret,
    #[serde(rename = "public")]
    #[schemars(description = "Au scrutin public.")]
    Public,
    #[serde(rename = "à main levée")]
    #[schemars(description = "À main levée.")]
    ShowOfHands,
}

/// What came of a vote, where the numbers do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum OutcomeWord {
    #[serde(rename = "adopté")]
    #[schemars(description = "Adopté, par exemple par la voix prépondérante de la présidence.")]
    Adopted,
    #[serde(rename = "rejeté")]
    #[schemars(description = "Rejeté, par exemple faute d’une majorité des deux tiers.")]
    Rejected,
    #[serde(rename = "favorable")]
    #[schemars(description = "Un avis favorable.")]
    Favourable,
    #[serde(rename = "défavorable")]
    #[schemars(description = "Un avis défavorable.")]
    Unfavourable,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
pub enum Status {
    /// Not begun.
    #[serde(rename = "à faire")]
    #[schemars(description = "Pas encore commencé.")]
    ToDo,
    /// Begun.
    #[serde(rename = "en cours")]
    #[schemars(description = "Commencé.")]
    Ongoing,
    /// Done.
    #[serde(rename = "fait")]
    #[schemars(description = "Terminé.")]
    Done,
    /// Not done when it should have been.
    #[serde(rename = "non fait")]
    #[schemars(description = "Aurait dû être fait, et reste à faire.")]
    NotDone,
    /// Waiting for something or somebody.
    #[serde(rename = "en attente")]
    #[schemars(description = "Attend quelque chose ou quelqu’un.")]
    Waiting,
    /// Never ends.
    #[serde(rename = "permanent")]
    #[schemars(description = "À faire en continu, sans fin.")]
    Permanent,
    /// Put off.
    #[serde(rename = "reporté")]
    #[schemars(description = "Remis à plus tard.")]
    PutOff,
    /// Given up.
    #[serde(rename = "abandonné")]
    #[schemars(description = "Ne sera pas fait.")]
    Dropped,
}

impl Status {
    /// All of them, in the order of the schema.
    pub const ALL: [Self; 8] = [
        Self::ToDo,
        Self::Ongoing,
        Self::Done,
        Self::NotDone,
        Self::Waiting,
        Self::Permanent,
        Self::PutOff,
        Self::Dropped,
    ];

    /// The word, as it is typed and printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "à faire",
            Self::Ongoing => "en cours",
            Self::Done => "fait",
            Self::NotDone => "non fait",
            Self::Waiting => "en attente",
            Self::Permanent => "permanent",
            Self::PutOff => "reporté",
            Self::Dropped => "abandonné",
        }
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// The status of an action as typed: one of the words of [`Status`], or a word of the series.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct StatusText(pub(crate) String);

/// An editor proposes the words of the format and admits those of a series.
impl JsonSchema for StatusText {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "statut".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = Status::json_schema(generator);
        json_schema!({ "anyOf": [words, { "type": "string" }] })
    }
}

/// The gender of a person, by which the label of the excused agrees (`francais.md` FOR-16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(crate) enum GenderWord {
    #[serde(rename = "féminin")]
    #[schemars(description = "« Excusée », « arrivée ».")]
    Feminine,
    #[serde(rename = "masculin")]
    #[schemars(description = "« Excusé », « arrivé ».")]
    Masculine,
}
