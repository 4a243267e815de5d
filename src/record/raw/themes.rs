//! Themes as typed, with their parts, decisions, votes and action points.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    BallotWord, DueText, Edition, Groups, OutcomeWord, Presentation, StatusText, Text, Texts,
};
use crate::toml_source::Field;

/// A theme.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "theme",
    deny_unknown_fields,
    description = "Un thème.",
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
    #[schemars(
        description = "Ce thème en tableau ou en section ; sans cette clé, comme les autres."
    )]
    pub(crate) presentation: Field<Presentation>,
    #[schemars(description = "Ce qui a été dit, en paragraphes, listes et tableaux.")]
    pub(crate) discussion: Text,
    #[serde(rename = "recommandations")]
    #[schemars(description = "Les recommandations, un texte chacune.")]
    pub(crate) recommendations: Texts,
    #[serde(rename = "commentaires")]
    #[schemars(description = "Les commentaires, en paragraphes.")]
    pub(crate) comments: Text,
    #[schemars(
        description = "Les décisions : un texte chacune, ou un texte avec son numéro et son vote."
    )]
    pub(crate) decisions: Groups<RawDecision>,
    #[schemars(description = "Les points d’action, un bloc [[themes.actions]] chacun.")]
    pub(crate) actions: Groups<RawAction>,
    #[serde(rename = "responsables")]
    #[schemars(description = "Responsables du thème, quand aucune action n’est écrite.")]
    pub(crate) owners: Texts,
    #[serde(rename = "parties")]
    #[schemars(
        description = "Les parties du thème (par zone, par partenaire…), un bloc [[themes.parties]] chacune."
    )]
    pub(crate) parts: Groups<RawPart>,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure ce thème ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// A part of a theme: all that a theme may hold but parts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "partie",
    deny_unknown_fields,
    description = "Une partie d’un thème.",
    extend("required" = ["titre"])
)]
pub(crate) struct RawPart {
    #[schemars(description = "Adresse de la partie dans la page, qui ne change plus.")]
    pub(crate) id: Text,
    #[serde(rename = "titre")]
    #[schemars(description = "Titre de la partie.")]
    pub(crate) title: Text,
    #[schemars(description = "Ce qui a été dit, en paragraphes, listes et tableaux.")]
    pub(crate) discussion: Text,
    #[serde(rename = "recommandations")]
    #[schemars(description = "Les recommandations, un texte chacune.")]
    pub(crate) recommendations: Texts,
    #[serde(rename = "commentaires")]
    #[schemars(description = "Les commentaires, en paragraphes.")]
    pub(crate) comments: Text,
    #[schemars(
        description = "Les décisions : un texte chacune, ou un texte avec son numéro et son vote."
    )]
    pub(crate) decisions: Groups<RawDecision>,
    #[schemars(description = "Les points d’action, un bloc [[themes.parties.actions]] chacun.")]
    pub(crate) actions: Groups<RawAction>,
    #[serde(rename = "responsables")]
    #[schemars(description = "Responsables de la partie, quand aucune action n’est écrite.")]
    pub(crate) owners: Texts,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette partie ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// A decision: its text alone, or with its number and its vote.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(
    untagged,
    rename = "decision",
    description = "Une décision : son texte, ou son texte avec son numéro et son vote."
)]
pub(crate) enum RawDecision {
    #[serde(rename = "texte")]
    Text(String),
    #[serde(rename = "table")]
    Full(Box<RawDecisionTable>),
}

/// A decision as a group of keys.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "decision_votee",
    deny_unknown_fields,
    description = "Une décision avec son numéro ou son vote.",
    extend("required" = ["texte"])
)]
pub(crate) struct RawDecisionTable {
    #[schemars(description = "Adresse de la décision dans la page, qui ne change plus.")]
    pub(crate) id: Text,
    #[serde(rename = "texte")]
    #[schemars(description = "Ce qui est décidé.")]
    pub(crate) text: Text,
    #[serde(rename = "numero")]
    #[schemars(description = "Son numéro : \"2021-03-01\".")]
    pub(crate) number: Text,
    #[schemars(description = "Le vote ; le programme en écrit la phrase.")]
    pub(crate) vote: Field<RawVote>,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette décision ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

/// A vote.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "vote",
    deny_unknown_fields,
    description = "Un vote : les voix, et ce qu’on en sait."
)]
pub(crate) struct RawVote {
    #[serde(rename = "pour")]
    #[schemars(description = "Voix pour : 26.")]
    pub(crate) in_favour: Field<i64>,
    #[serde(rename = "contre")]
    #[schemars(description = "Voix contre : 2.")]
    pub(crate) against: Field<i64>,
    #[schemars(description = "Abstentions : 3.")]
    pub(crate) abstentions: Field<i64>,
    #[serde(rename = "ne_prennent_pas_part")]
    #[schemars(description = "Combien ne prennent pas part au vote : 1.")]
    pub(crate) not_taking_part: Field<i64>,
    #[serde(rename = "unanimite")]
    #[schemars(description = "true : à l’unanimité, même sans compte des voix ; false : jamais.")]
    pub(crate) unanimous: Field<bool>,
    #[serde(rename = "scrutin")]
    #[schemars(description = "Comment on a voté.")]
    pub(crate) ballot: Field<BallotWord>,
    #[serde(rename = "resultat")]
    #[schemars(
        description = "Le résultat, quand les voix ne le disent pas : majorité qualifiée, voix prépondérante, avis."
    )]
    pub(crate) outcome: Field<OutcomeWord>,
    #[serde(rename = "noms")]
    #[schemars(description = "Qui a voté quoi.")]
    pub(crate) names: Field<RawVoteNames>,
    #[serde(rename = "par")]
    #[schemars(description = "Les voix par groupe, liste ou collège.")]
    pub(crate) groups: Groups<RawVoteGroup>,
}

/// Who voted what.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "noms_du_vote",
    deny_unknown_fields,
    description = "Qui a voté quoi."
)]
pub(crate) struct RawVoteNames {
    #[serde(rename = "pour")]
    #[schemars(description = "Qui a voté pour.")]
    pub(crate) in_favour: Texts,
    #[serde(rename = "contre")]
    #[schemars(description = "Qui a voté contre.")]
    pub(crate) against: Texts,
    #[schemars(description = "Qui s’est abstenu.")]
    pub(crate) abstentions: Texts,
    #[serde(rename = "ne_prennent_pas_part")]
    #[schemars(description = "Qui n’a pas pris part au vote.")]
    pub(crate) not_taking_part: Texts,
}

/// The votes of a group.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "voix_d_un_groupe",
    deny_unknown_fields,
    description = "Les voix d’un groupe, d’une liste ou d’un collège.",
    extend("required" = ["groupe"])
)]
pub(crate) struct RawVoteGroup {
    #[serde(rename = "groupe")]
    #[schemars(description = "Son nom : \"CGT\".")]
    pub(crate) name: Text,
    #[serde(rename = "pour")]
    #[schemars(description = "Voix pour.")]
    pub(crate) in_favour: Field<i64>,
    #[serde(rename = "contre")]
    #[schemars(description = "Voix contre.")]
    pub(crate) against: Field<i64>,
    #[schemars(description = "Abstentions.")]
    pub(crate) abstentions: Field<i64>,
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
    #[serde(rename = "numero")]
    #[schemars(description = "Son numéro, s’il en a un : \"A-12\".")]
    pub(crate) number: Text,
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
    #[schemars(
        description = "Où en est l’action : un des mots proposés, ou un mot de [statuts] dans greffier.toml."
    )]
    pub(crate) status: Field<StatusText>,
    #[serde(rename = "visibilite")]
    #[schemars(description = "Les éditions où figure cette action ; sans cette clé, toutes.")]
    pub(crate) visibility: Field<Edition>,
}

impl RawVoteNames {
    /// All the lists of names.
    pub(crate) fn lists(&self) -> [&Texts; 4] {
        [
            &self.in_favour,
            &self.against,
            &self.abstentions,
            &self.not_taking_part,
        ]
    }
}
