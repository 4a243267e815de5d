//! `[suivi]`: how the action points of earlier meetings are followed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::follow_up::Selection;
use crate::toml_source::Field;

/// How the action points of earlier meetings are followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FollowUpSettings {
    /// Which of them the minutes show.
    pub selection: Selection,
    /// How they are grouped there; not at all without.
    pub grouping: Option<Grouping>,
    /// The day on which the registers of the site judge what is late; that of the latest meeting held without.
    pub day: Option<Date>,
}

/// By what the action points of earlier meetings are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Grouping {
    /// By the meeting that took them.
    #[serde(rename = "réunion")]
    #[schemars(description = "Par la réunion qui les a pris.")]
    Meeting,
    /// By the theme that they were taken in.
    #[serde(rename = "thème")]
    #[schemars(description = "Par le thème où ils ont été pris.")]
    Theme,
    /// By who is to do them.
    #[serde(rename = "responsable")]
    #[schemars(
        description = "Par responsable ; un point de plusieurs responsables figure chez chacun."
    )]
    Owner,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
enum SelectionWord {
    #[serde(rename = "mentionnees")]
    #[schemars(description = "Ceux que le compte rendu nomme dans [[suivi]].")]
    Mentioned,
    #[serde(rename = "ouvertes")]
    #[schemars(description = "Tous ceux qui étaient ouverts au début de la réunion.")]
    Open,
    #[serde(rename = "aucun")]
    #[schemars(description = "Pas de tableau.")]
    None,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "suivi", deny_unknown_fields)]
pub(super) struct RawFollowUpSettings {
    #[serde(rename = "tableau")]
    #[schemars(description = "Les points d’action précédents que montrent les comptes rendus.")]
    selection: Field<SelectionWord>,
    #[serde(rename = "grouper_par")]
    #[schemars(description = "Comment ils y sont groupés ; sans cette clé, ils ne le sont pas.")]
    grouping: Field<Grouping>,
    #[serde(rename = "jour")]
    #[schemars(
        description = "Le jour où les pages du site disent ce qui est en retard : \"2026-05-12\" ; sans cette clé, celui de la dernière réunion tenue."
    )]
    day: Field<DayText>,
}

/// A day as typed: a TOML date, or a text that looks like one.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(inline, extend("format" = "date"))]
struct DayText(String);

impl<'de> Deserialize<'de> for DayText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::toml_source::moment_text(deserializer, crate::toml_source::Moment::Date).map(Self)
    }
}

pub(super) fn follow_up(raw: &RawFollowUpSettings, faults: &mut Diagnostics) -> FollowUpSettings {
    FollowUpSettings {
        selection: match raw.selection.get() {
            None | Some(SelectionWord::Mentioned) => Selection::Mentioned,
            Some(SelectionWord::Open) => Selection::Open,
            Some(SelectionWord::None) => Selection::None,
        },
        grouping: raw.grouping.get().copied(),
        day: day(&raw.day, faults),
    }
}

fn day(field: &Field<DayText>, faults: &mut Diagnostics) -> Option<Date> {
    let (DayText(typed), span) = field.located()?;
    let day = typed.trim().parse().ok();
    if day.is_none() {
        let fault = Diagnostic::new(ConfigFault::NotADay, "il faut ici une date");
        faults.push(fault.at(span, "").help("par exemple : jour = 2026-05-12"));
    }
    day
}
