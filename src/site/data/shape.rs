//! What `minutes.json` holds, each key with its description: the schema is made of it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
#[schemars(
    rename = "minutes",
    description = "Le compte rendu d’une réunion, en données. Les textes sont sans mise en forme."
)]
pub(super) struct Data<'a> {
    #[schemars(description = "La version de ce format.")]
    pub(super) version: u32,
    #[schemars(
        description = "L’édition, si elle n’est pas pour tous : \"membres\" ou \"interne\"."
    )]
    pub(super) edition: Option<&'static str>,
    #[serde(rename = "titre")]
    #[schemars(description = "Le titre du document.")]
    pub(super) title: &'a str,
    #[serde(rename = "reunion")]
    #[schemars(description = "Ce qui s’est réuni, et quand : « Réunion du 7 février 2017 ».")]
    pub(super) gathering: String,
    #[schemars(description = "Le nom de qui se réunit.")]
    pub(super) instance: Option<&'a str>,
    #[schemars(with = "String", extend("format" = "date"), description = "Le jour.")]
    pub(super) date: Date,
    #[schemars(
        with = "Option<String>",
        extend("format" = "date"),
        description = "Le dernier jour d’une réunion de plusieurs jours."
    )]
    pub(super) date_fin: Option<Date>,
    #[schemars(description = "Si la réunion a eu lieu : ni à venir, ni annulée, ni reportée.")]
    pub(super) a_eu_lieu: bool,
    #[schemars(description = "Si le document convoque à une réunion à venir.")]
    pub(super) convocation: bool,
    #[serde(rename = "horaires")]
    #[schemars(description = "« de 9 h 30 à 11 h 45 ».")]
    pub(super) hours: Option<&'a str>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Le lieu, tel que la formule le dit.")]
    pub(super) place: Option<&'a str>,
    #[serde(rename = "etat")]
    #[schemars(description = "Une phrase sur l’état du document.")]
    pub(super) state: Option<&'a str>,
    #[serde(rename = "adresse")]
    #[schemars(description = "L’adresse de la page, si le site en a une.")]
    pub(super) address: Option<&'a str>,
    #[schemars(description = "Convocation et diffusion, une phrase chacune.")]
    pub(super) faits_dates: &'a [String],
    #[schemars(description = "Ce que la réunion devait atteindre.")]
    pub(super) objectif: Option<String>,
    #[schemars(description = "Qui a tenu la plume.")]
    pub(super) redaction: Vec<Role<'a>>,
    #[schemars(description = "Les autres rôles.")]
    pub(super) roles: Vec<Role<'a>>,
    #[serde(rename = "ouverture")]
    #[schemars(
        description = "La formule d’ouverture, ou que la réunion se tiendra, ou n’a pas eu lieu."
    )]
    pub(super) opening: &'a str,
    #[schemars(description = "La phrase sur le quorum.")]
    pub(super) quorum: Option<&'a str>,
    #[serde(rename = "ordre_du_jour")]
    #[schemars(description = "Les points de l’ordre du jour.")]
    pub(super) agenda: Vec<AgendaItem<'a>>,
    #[schemars(description = "Comment l’ordre du jour a été adopté.")]
    pub(super) adoption: Option<String>,
    #[schemars(
        description = "Qui est attendu à une réunion à venir, là où les noms sont publiés."
    )]
    pub(super) participants_attendus: Vec<Person<'a>>,
    #[schemars(
        description = "La phrase sur le nombre de présents, si le compte rendu les compte."
    )]
    pub(super) presences: Option<&'a str>,
    #[serde(rename = "nombre_de_participants")]
    #[schemars(
        description = "Combien de personnes étaient présentes ; une organisation sans nom ni nombre n’en compte aucune."
    )]
    pub(super) participant_count: u64,
    #[schemars(description = "Les présents, là où leurs noms sont publiés.")]
    pub(super) participants: Vec<Person<'a>>,
    #[schemars(description = "Les membres représentés.")]
    pub(super) representes: Vec<Person<'a>>,
    #[schemars(description = "Les excusés et les absents.")]
    pub(super) absences: Vec<Absences<'a>>,
    #[schemars(description = "Les organisations présentes.")]
    pub(super) organisations: Vec<Organisation<'a>>,
    #[schemars(description = "Les comptes rendus précédents que la réunion a approuvés.")]
    pub(super) approbation: Option<Approval<'a>>,
    #[schemars(
        description = "Les points d’action des réunions précédentes que montre le compte rendu, tels qu’ils sont à la fin de la réunion."
    )]
    pub(super) suivi: Vec<FollowUpRow<'a>>,
    #[schemars(description = "Les thèmes traités.")]
    pub(super) themes: Vec<Theme<'a>>,
    #[schemars(description = "Les notes finales.")]
    pub(super) notes: Option<String>,
    #[schemars(description = "Les annexes.")]
    pub(super) annexes: Vec<Annex<'a>>,
    #[schemars(description = "Les liens.")]
    pub(super) liens: Vec<Link<'a>>,
    #[serde(rename = "levee")]
    #[schemars(description = "La phrase sur la levée de la séance.")]
    pub(super) closing: Option<&'a str>,
    #[serde(rename = "prochaine_reunion")]
    #[schemars(description = "La phrase sur la prochaine réunion.")]
    pub(super) next_meeting: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "personne")]
pub(super) struct Person<'a> {
    #[schemars(description = "Nom et prénom.")]
    pub(super) nom: Option<&'a str>,
    #[schemars(description = "Fonction.")]
    pub(super) fonction: Option<&'a str>,
    #[schemars(description = "Organisation.")]
    pub(super) organisation: Option<&'a str>,
    #[schemars(description = "À quel titre : « membre », « observateur ».")]
    pub(super) qualite: Option<&'a str>,
    #[schemars(description = "Combien sont venus, pour une organisation sans noms.")]
    pub(super) nombre: Option<u32>,
    #[schemars(description = "« en ligne », « arrivée à 19 h 55 », « pouvoir donné à… ».")]
    pub(super) mentions: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "point")]
pub(super) struct AgendaItem<'a> {
    #[schemars(description = "Le titre.")]
    pub(super) titre: &'a str,
    #[schemars(description = "Qui le présente, sa durée, ce qu’on en attend.")]
    pub(super) details: Option<&'a str>,
    #[schemars(description = "Les sous-points.")]
    pub(super) sous_points: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "role")]
pub(super) struct Role<'a> {
    #[schemars(description = "« Rédigé par », « Secrétariat : »…")]
    pub(super) role: &'a str,
    #[schemars(
        description = "Nom et prénom, ou organisation ; la fonction, là où les noms ne sont pas publiés."
    )]
    pub(super) nom: Option<&'a str>,
    #[schemars(description = "Fonction.")]
    pub(super) fonction: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "absences")]
pub(super) struct Absences<'a> {
    #[schemars(description = "« Absences excusées »…")]
    pub(super) libelle: &'a str,
    #[schemars(description = "Les personnes.")]
    pub(super) personnes: Vec<Person<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "lien")]
pub(super) struct Link<'a> {
    #[schemars(description = "Les mots du lien.")]
    pub(super) texte: &'a str,
    #[schemars(description = "L’adresse.")]
    pub(super) adresse: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "organisation")]
pub(super) struct Organisation<'a> {
    #[schemars(description = "Son nom.")]
    pub(super) nom: &'a str,
    #[schemars(description = "Combien de personnes en sont venues.")]
    pub(super) nombre: u64,
    #[schemars(
        description = "Sa catégorie, si la série compte les organisations par catégorie : \"ONU\"."
    )]
    pub(super) categorie: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "approbation")]
pub(super) struct Approval<'a> {
    #[schemars(description = "« Le compte rendu de la réunion du 17 mars 2026 est approuvé… »")]
    pub(super) phrase: &'a str,
    #[schemars(description = "Ce qui y a été modifié.")]
    pub(super) modifications: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "action_suivie")]
pub(super) struct FollowUpRow<'a> {
    #[schemars(
        with = "String",
        extend("format" = "date"),
        description = "Le jour de la réunion qui l’a prise."
    )]
    pub(super) date_de_reunion: Date,
    #[schemars(
        description = "Le chemin de l’action dans la page de cette réunion, à partir de celle-ci."
    )]
    pub(super) adresse: &'a str,
    #[schemars(description = "Son numéro, s’il en a un.")]
    pub(super) numero: Option<&'a str>,
    #[schemars(description = "Le thème où elle a été prise, et sa partie.")]
    pub(super) theme: &'a str,
    #[schemars(description = "Ce qui est à faire.")]
    pub(super) texte: String,
    #[schemars(description = "Qui doit le faire.")]
    pub(super) responsables: &'a [String],
    #[schemars(
        with = "Option<String>",
        extend("format" = "date"),
        description = "L’échéance, si c’est un jour : 2026-04-30."
    )]
    pub(super) echeance: Option<Date>,
    #[schemars(description = "L’échéance, si elle est dite en mots.")]
    pub(super) echeance_en_mots: Option<&'a str>,
    #[schemars(
        description = "Que l’échéance a changé : « reportée deux fois, d’abord fixée au 31 mars »."
    )]
    pub(super) report: Option<&'a str>,
    #[schemars(description = "Si l’échéance précède la réunion et que l’action reste ouverte.")]
    pub(super) en_retard: bool,
    #[schemars(description = "« à faire », « en cours », « fait »… ou un mot de la série.")]
    pub(super) statut: Option<&'a str>,
    #[schemars(description = "Ce qui en a été dit.")]
    pub(super) commentaire: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "theme")]
pub(super) struct Theme<'a> {
    #[schemars(description = "L’ancre du thème dans la page.")]
    pub(super) ancre: &'a str,
    #[schemars(description = "Le titre.")]
    pub(super) titre: &'a str,
    #[schemars(description = "Le numéro, s’il en a un : « 3 », « 3.2 ».")]
    pub(super) numero: Option<&'a str>,
    #[serde(flatten)]
    pub(super) contenu: Content<'a>,
    #[schemars(description = "Les parties du thème.")]
    pub(super) parties: Vec<Part<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "partie")]
pub(super) struct Part<'a> {
    #[schemars(description = "L’ancre de la partie dans la page.")]
    pub(super) ancre: &'a str,
    #[schemars(description = "Le titre.")]
    pub(super) titre: &'a str,
    #[serde(flatten)]
    pub(super) contenu: Content<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Content<'a> {
    #[schemars(description = "Ce qui a été dit.")]
    pub(super) discussion: Option<String>,
    #[schemars(description = "Les recommandations.")]
    pub(super) recommandations: Vec<String>,
    #[schemars(description = "Les commentaires.")]
    pub(super) commentaires: Option<String>,
    #[schemars(description = "Les décisions.")]
    pub(super) decisions: Vec<Decision<'a>>,
    #[schemars(description = "Les points d’action.")]
    pub(super) actions: Vec<Action<'a>>,
    #[schemars(description = "Les responsables du thème entier.")]
    pub(super) responsables: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "decision")]
pub(super) struct Decision<'a> {
    #[schemars(description = "L’ancre de la décision dans la page.")]
    pub(super) ancre: &'a str,
    #[schemars(description = "Son numéro.")]
    pub(super) numero: Option<&'a str>,
    #[schemars(description = "Ce qui est décidé.")]
    pub(super) texte: String,
    #[schemars(description = "La phrase sur le vote.")]
    pub(super) vote: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "action")]
pub(super) struct Action<'a> {
    #[schemars(description = "L’ancre de l’action dans la page.")]
    pub(super) ancre: &'a str,
    #[schemars(description = "Son numéro, s’il en a un.")]
    pub(super) numero: Option<&'a str>,
    #[schemars(description = "Ce qui est à faire.")]
    pub(super) texte: String,
    #[schemars(description = "Qui doit le faire.")]
    pub(super) responsables: &'a [String],
    #[schemars(
        with = "Option<String>",
        extend("format" = "date"),
        description = "L’échéance, si c’est un jour : 2026-04-30."
    )]
    pub(super) echeance: Option<Date>,
    #[schemars(description = "L’échéance, si elle est dite en mots.")]
    pub(super) echeance_en_mots: Option<&'a str>,
    #[schemars(description = "« à faire », « en cours », « fait »… ou un mot de la série.")]
    pub(super) statut: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "annexe")]
pub(super) struct Annex<'a> {
    #[schemars(description = "Le titre.")]
    pub(super) titre: &'a str,
    #[schemars(description = "L’adresse, à partir de la page.")]
    pub(super) adresse: Option<&'a str>,
}
