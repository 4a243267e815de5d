//! The keys of the style sheet as typed, and their descriptions, which the schema shows in editors.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::properties::{RawRule, RawText};
use crate::toml_source::Field;

/// A colour as typed: `#0b5378`.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(inline, extend("pattern" = "^#[0-9a-fA-F]{6}$"))]
pub(super) struct ColorText(pub(super) String);

/// Groups of keys under names that the templates give.
pub(super) type Named<T> = Field<BTreeMap<String, Field<T>>>;

/// The whole sheet.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(
    rename = "style",
    deny_unknown_fields,
    description = "La feuille de style du PDF : seulement ce qui diffère de celle du programme."
)]
pub(super) struct RawSheet {
    #[schemars(description = "La feuille de papier et ses marges, en millimètres.")]
    pub(super) page: Field<RawPage>,
    #[serde(rename = "polices")]
    #[schemars(description = "Les fichiers d’une autre police que celle du programme.")]
    pub(super) fonts: Field<RawFonts>,
    #[serde(rename = "texte")]
    #[schemars(description = "Le texte courant ; tout le reste en part.")]
    pub(super) text: Field<RawText>,
    #[serde(rename = "filigrane")]
    #[schemars(description = "Le mot PROJET en travers des pages d’un projet.")]
    pub(super) watermark: Field<RawWatermark>,
    #[schemars(
        description = "Un bloc [styles.…] par élément (h2, td…) ou par classe (quand, suivi…)."
    )]
    pub(super) styles: Named<RawRule>,
    #[serde(rename = "colonnes")]
    #[schemars(description = "Un bloc [colonnes.…] par colonne : theme, actions…")]
    pub(super) columns: Named<RawColumn>,
}

/// The sheet of paper.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "page", deny_unknown_fields)]
pub(super) struct RawPage {
    #[schemars(description = "Le format du papier ; ou bien largeur et hauteur.")]
    pub(super) format: Field<PaperFormat>,
    #[schemars(description = "Le sens de la feuille.")]
    pub(super) orientation: Field<Orientation>,
    #[serde(rename = "largeur")]
    #[schemars(description = "Largeur de la feuille, en millimètres : 210.")]
    pub(super) width: Field<f64>,
    #[serde(rename = "hauteur")]
    #[schemars(description = "Hauteur de la feuille, en millimètres : 297.")]
    pub(super) height: Field<f64>,
    #[serde(rename = "marges")]
    #[schemars(description = "Du bord de la feuille au texte, en millimètres.")]
    pub(super) margins: Field<RawMargins>,
    #[serde(rename = "en_tete")]
    #[schemars(description = "Du bord du haut à l’en-tête courant, en millimètres.")]
    pub(super) header: Field<f64>,
    #[serde(rename = "pied")]
    #[schemars(description = "Du bord du bas au pied de page, en millimètres.")]
    pub(super) footer: Field<f64>,
    #[serde(rename = "resserrement")]
    #[schemars(
        description = "De combien les espaces peuvent être resserrées pour éviter une dernière page de quelques lignes, en %."
    )]
    pub(super) tightening: Field<f64>,
}

/// Formats of paper, upright.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum PaperFormat {
    #[schemars(description = "297 × 420 mm.")]
    A3,
    #[schemars(description = "210 × 297 mm.")]
    A4,
    #[schemars(description = "148 × 210 mm.")]
    A5,
    #[serde(rename = "lettre")]
    #[schemars(description = "215,9 × 279,4 mm, le format des États-Unis.")]
    Letter,
}

/// Which way the sheet is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum Orientation {
    /// Higher than wide.
    #[default]
    #[serde(rename = "portrait")]
    #[schemars(description = "Plus haute que large.")]
    Portrait,
    /// Wider than high.
    #[serde(rename = "paysage")]
    #[schemars(description = "Plus large que haute.")]
    Landscape,
}

/// The margins.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "marges", deny_unknown_fields)]
pub(super) struct RawMargins {
    #[serde(rename = "haut")]
    #[schemars(description = "Marge du haut, en millimètres.")]
    pub(super) top: Field<f64>,
    #[serde(rename = "droite")]
    #[schemars(description = "Marge de droite, en millimètres.")]
    pub(super) right: Field<f64>,
    #[serde(rename = "bas")]
    #[schemars(description = "Marge du bas, en millimètres.")]
    pub(super) bottom: Field<f64>,
    #[serde(rename = "gauche")]
    #[schemars(description = "Marge de gauche, en millimètres.")]
    pub(super) left: Field<f64>,
}

/// The files of a family.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "polices", deny_unknown_fields)]
pub(super) struct RawFonts {
    #[serde(rename = "normal")]
    #[schemars(description = "Fichier .ttf ou .otf, à partir du dossier du projet.")]
    pub(super) regular: Field<String>,
    #[serde(rename = "gras")]
    #[schemars(description = "Le même en gras.")]
    pub(super) bold: Field<String>,
    #[serde(rename = "italique")]
    #[schemars(description = "Le même en italique.")]
    pub(super) italic: Field<String>,
    #[serde(rename = "gras_italique")]
    #[schemars(description = "Le même en gras et en italique.")]
    pub(super) bold_italic: Field<String>,
}

/// The word across a draft.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "filigrane", deny_unknown_fields)]
pub(super) struct RawWatermark {
    #[serde(rename = "taille")]
    #[schemars(description = "Taille du mot, en points.")]
    pub(super) size: Field<f64>,
    #[serde(rename = "couleur")]
    #[schemars(description = "Couleur, pâle : le texte se lit par-dessus.")]
    pub(super) color: Field<ColorText>,
    #[schemars(description = "Inclinaison, en degrés.")]
    pub(super) angle: Field<f64>,
}

/// The bounds of a column.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "colonne", deny_unknown_fields)]
pub(super) struct RawColumn {
    #[serde(rename = "min")]
    #[schemars(description = "Plus petite largeur, en % de la table.")]
    pub(super) least: Field<f64>,
    #[serde(rename = "max")]
    #[schemars(description = "Plus grande largeur, en % de la table.")]
    pub(super) most: Field<f64>,
}
