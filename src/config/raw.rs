//! `greffier.toml` as it is typed: the keys, in French as in the file, and their descriptions, which the schema shows in editors.

use schemars::JsonSchema;
use serde::Deserialize;

use super::choices::{
    DocumentKind, NumberedInWord, ParticipantOrder, SeriesOrientation, Signatory, SpellingWord,
    ThousandWord, Writing,
};
use super::editions::RawEditions;
use super::follow_up::RawFollowUpSettings;
use super::labels::RawLabels;
use super::site::RawSite;
use super::statuses::RawStatuses;
use crate::record::{Column, GatheringWord, HeadForm, Presentation};
use crate::toml_source::{Field, FreeKeys};

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "greffier",
    deny_unknown_fields,
    description = "Ce que partagent toutes les réunions d’une série."
)]
pub(super) struct RawConfig {
    #[serde(rename = "instance")]
    #[schemars(description = "Nom de l’instance qui se réunit : \"Cluster Relèvement Rapide\".")]
    pub(super) body: Field<String>,
    #[serde(rename = "instance_avec_de")]
    #[schemars(
        description = "L’instance après « la réunion » : \"du Cluster Relèvement Rapide\"."
    )]
    pub(super) body_phrase: Field<String>,
    #[serde(rename = "titre")]
    #[schemars(description = "Titre des documents : \"Compte rendu de la réunion\".")]
    pub(super) title: Field<String>,
    #[serde(rename = "lieu")]
    #[schemars(description = "Lieu habituel, après « s’est tenue » : \"dans le bureau du PNUD\".")]
    pub(super) place: Field<String>,
    #[serde(rename = "prefixe")]
    #[schemars(description = "Début du nom des fichiers à télécharger : \"cr-crr-mali\".")]
    pub(super) prefix: Field<String>,
    #[serde(rename = "adresse_du_site")]
    #[schemars(
        description = "Adresse où le dossier output est publié : \"https://example.org/comptes-rendus\"."
    )]
    pub(super) site_address: Field<String>,
    #[serde(rename = "fuseau")]
    #[schemars(
        description = "Le fuseau horaire des réunions, par un continent et une ville : \"Africa/Bamako\" ; sans cette clé, celui du pays que nomment `fait_a`, `lieu`, `instance` ou `prefixe`, sinon celui de Bamako."
    )]
    pub(super) zone: Field<String>,
    #[serde(rename = "document")]
    #[schemars(description = "Ce que la série écrit ; c’est aussi le début du titre.")]
    pub(super) kind: Field<DocumentKind>,
    #[serde(rename = "seance")]
    #[schemars(description = "Ce qui se réunit : il règle les formules et leurs accords.")]
    pub(super) gathering: Field<GatheringWord>,
    #[serde(rename = "numero_de")]
    #[schemars(
        description = "Où les numéros des réunions recommencent ; sans cette clé, chaque année."
    )]
    pub(super) numbered_in: Field<NumberedInWord>,
    #[serde(rename = "orthographe")]
    #[schemars(description = "Traits d’union des nombres en lettres.")]
    pub(super) spelling: Field<SpellingWord>,
    #[serde(rename = "millesime")]
    #[schemars(description = "Début des années 1001 à 1999 dans la formule d’ouverture.")]
    pub(super) thousand: Field<ThousandWord>,
    #[serde(rename = "date_d_ouverture")]
    #[schemars(description = "La date dans la formule d’ouverture.")]
    pub(super) opening_date: Field<Writing>,
    #[serde(rename = "levee_de_seance")]
    #[schemars(description = "Avec cette clé, une phrase dit l’heure de fin.")]
    pub(super) closing_time: Field<Writing>,
    #[serde(rename = "tri_des_participants")]
    #[schemars(
        description = "Ordre de la liste des participants ; sans cette clé, celui du compte rendu."
    )]
    pub(super) participant_order: Field<ParticipantOrder>,
    #[schemars(description = "Image PNG ou JPEG, à partir du dossier du projet : \"logo.png\".")]
    pub(super) logo: Field<String>,
    #[serde(rename = "logo_texte")]
    #[schemars(
        description = "Ce que montre le logo, pour qui ne le voit pas ; sans cette clé, l’instance."
    )]
    pub(super) logo_text: Field<String>,
    #[schemars(description = "Le sens de la feuille, dans le PDF et à l’impression de la page.")]
    pub(super) orientation: Field<SeriesOrientation>,
    #[serde(rename = "qualites")]
    #[schemars(
        description = "Ordre des groupes de présents : [\"membre\", \"observateur\"] ; sans cette clé, celui du compte rendu."
    )]
    pub(super) qualities: Field<Vec<Field<String>>>,
    #[serde(rename = "entete")]
    #[schemars(description = "Le haut du document : la formule d’ouverture, ou une grille.")]
    pub(super) head: Field<HeadForm>,
    #[schemars(
        description = "Les thèmes en tableau ou en sections ; sans cette clé, un tableau, sauf si aucun thème n’a d’action ni de recommandation."
    )]
    pub(super) presentation: Field<Presentation>,
    #[serde(rename = "colonnes")]
    #[schemars(
        description = "Les colonnes du tableau des thèmes, dans l’ordre voulu ; une colonne que rien ne remplit n’est pas imprimée."
    )]
    pub(super) columns: Field<Vec<Field<Column>>>,
    #[serde(rename = "statuts")]
    #[schemars(
        description = "Les mots de la série pour l’état des actions : \"Complété\" = \"fait\"."
    )]
    pub(super) statuses: Field<RawStatuses>,
    #[serde(rename = "compte_par_categorie")]
    #[schemars(
        description = "true : une phrase compte les organisations présentes par catégorie, d’après contacts.toml."
    )]
    pub(super) counts_categories: Field<bool>,
    #[serde(rename = "colonne_delai")]
    #[schemars(description = "true : les échéances ont leur colonne dans le tableau des thèmes.")]
    pub(super) due_column: Field<bool>,
    #[schemars(description = "Qui signe : [\"présidence\", \"rédaction\"].")]
    pub(super) signatures: Field<Vec<Field<Signatory>>>,
    #[serde(rename = "fait_a")]
    #[schemars(description = "La ville où l’on signe : \"Bamako\".")]
    pub(super) signed_at: Field<String>,
    #[serde(rename = "libelles")]
    #[schemars(description = "Les titres des colonnes et des parties.")]
    pub(super) labels: Field<RawLabels>,
    #[serde(rename = "suivi")]
    #[schemars(description = "Le suivi des points d’action, d’une réunion à l’autre.")]
    pub(super) follow_up: Field<RawFollowUpSettings>,
    #[schemars(description = "Les éditions que l’on fait à côté de la publique.")]
    pub(super) editions: Field<RawEditions>,
    #[schemars(description = "Ce que le site montre.")]
    pub(super) site: Field<RawSite>,
    #[schemars(
        description = "Vos propres clés, que seuls vos modèles lisent ; celles d’un compte rendu l’emportent."
    )]
    pub(super) extra: Field<FreeKeys>,
}
