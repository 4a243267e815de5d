//! `actions.json`: the register of action points as data, an object a line; documented by a schema.

use std::io::{self, Write};

use jiff::civil::Date;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::record::{DueDate, Edition};
use crate::site::register::Tracked;
use crate::site::{Site, SitePage};

#[derive(Serialize, JsonSchema)]
#[schemars(
    rename = "actions",
    description = "Les points d’action de la série, tels qu’ils sont après la dernière réunion. Les textes sont sans mise en forme."
)]
struct Action {
    #[schemars(
        description = "L’édition, si elle n’est pas pour tous : \"membres\" ou \"interne\"."
    )]
    edition: Option<&'static str>,
    #[serde(rename = "identifiant")]
    #[schemars(description = "Ce qui la nomme dans la série : \"2026/2026-03-17#tdr-gao\".")]
    name: String,
    #[serde(rename = "adresse")]
    #[schemars(description = "Son adresse, à partir du haut du site.")]
    address: String,
    #[serde(rename = "date_de_reunion")]
    #[schemars(
        with = "String",
        extend("format" = "date"),
        description = "Le jour de la réunion qui l’a prise."
    )]
    meeting: Date,
    #[serde(rename = "numero")]
    #[schemars(description = "Son numéro, s’il en a un.")]
    number: Option<String>,
    #[serde(rename = "texte")]
    #[schemars(description = "Ce qui est à faire.")]
    text: String,
    #[serde(rename = "responsables")]
    #[schemars(description = "Qui doit le faire.")]
    owners: Vec<String>,
    #[serde(rename = "echeance")]
    #[schemars(
        with = "Option<String>",
        extend("format" = "date"),
        description = "L’échéance, si c’est un jour : 2026-04-30."
    )]
    due: Option<Date>,
    #[serde(rename = "echeance_en_mots")]
    #[schemars(description = "L’échéance, si elle est dite en mots.")]
    due_in_words: Option<String>,
    #[serde(rename = "echeances_precedentes")]
    #[schemars(description = "Les échéances d’avant, la première d’abord : un jour ou des mots.")]
    earlier_dues: Vec<String>,
    #[serde(rename = "statut")]
    #[schemars(description = "« à faire », « en cours », « fait »… ou un mot de la série.")]
    status: Option<String>,
    #[serde(rename = "ouverte")]
    #[schemars(description = "S’il reste quelque chose à faire.")]
    is_open: bool,
    #[serde(rename = "en_retard")]
    #[schemars(description = "Si l’échéance est passée le jour où le site est arrêté.")]
    is_late: bool,
    #[serde(rename = "suite")]
    #[schemars(description = "Ce que les réunions suivantes en ont fait.")]
    changes: Vec<Change>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "suite")]
struct Change {
    #[schemars(
        with = "String",
        extend("format" = "date"),
        description = "Le jour de la réunion."
    )]
    date: Date,
    #[serde(rename = "reunion")]
    #[schemars(description = "L’adresse de la réunion : \"2026/2026-04-14\".")]
    meeting: String,
    #[serde(rename = "dit")]
    #[schemars(description = "« fait », « reporté au 31 mai 2026 »…")]
    said: String,
}

/// The file, written action by action.
pub(in crate::site) fn page(site: Site<'_>) -> SitePage<'_> {
    SitePage::of_points(site, "actions.json", move |out| write(site, out))
}

/// The JSON Schema of that file, with French descriptions.
#[must_use]
pub fn actions_schema() -> serde_json::Value {
    schema_for!(Vec<Action>).to_value()
}

fn write(site: Site<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut before = "[\n";
    for point in site.points() {
        let tracked = site.tracked(point);
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut *out, &action(site, &tracked))?;
        before = ",\n";
    }
    let end = if before == "[\n" { "[]\n" } else { "\n]\n" };
    out.write_all(end.as_bytes())
}

fn action(site: Site<'_>, tracked: &Tracked<'_>) -> Action {
    let changes = tracked.changes(site).into_iter();
    let earlier = tracked.standing.earlier_dues.iter();
    Action {
        edition: site.config.named_edition().map(Edition::word),
        name: format!("{}#{}", tracked.meeting.address, tracked.action().anchor),
        address: tracked.path(),
        meeting: tracked.meeting.date,
        number: tracked.number().map(str::to_owned),
        text: tracked.action().text.to_owned(),
        owners: tracked.owners().collect(),
        due: tracked.due(),
        due_in_words: tracked.due_in_words(),
        earlier_dues: earlier
            .map(|due| match due {
                DueDate::On(day) => day.to_string(),
                DueDate::Words(words) => words.clone(),
            })
            .collect(),
        status: tracked.status(),
        is_open: tracked.standing.is_open(),
        is_late: tracked.is_late(site),
        changes: changes
            .map(|(said, meeting)| Change {
                date: meeting.date,
                meeting: meeting.address.clone(),
                said,
            })
            .collect(),
    }
}
