//! The keys of the style sheet as typed, and their descriptions, which the schema shows in editors.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Bullet, Ruling};
use crate::print::line::Align;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Orientation {
    /// Higher than wide.
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

/// The running text.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "texte", deny_unknown_fields)]
pub(super) struct RawText {
    #[serde(rename = "taille")]
    #[schemars(description = "Taille du texte, en points : 9.5.")]
    pub(super) size: Field<f64>,
    #[serde(rename = "interligne")]
    #[schemars(description = "D’une ligne à l’autre, en nombre de fois la taille : 1.4.")]
    pub(super) leading: Field<f64>,
    #[serde(rename = "couleur")]
    #[schemars(description = "Couleur du texte : \"#1b242d\".")]
    pub(super) color: Field<ColorText>,
    #[serde(rename = "gras")]
    #[schemars(description = "true met en gras.")]
    pub(super) bold: Field<bool>,
    #[serde(rename = "italique")]
    #[schemars(description = "true met en italique.")]
    pub(super) italic: Field<bool>,
    #[serde(rename = "alignement")]
    #[schemars(description = "Où finissent les lignes.")]
    pub(super) align: Field<Align>,
    #[serde(rename = "cesure")]
    #[schemars(description = "false : les mots ne sont pas coupés en fin de ligne.")]
    pub(super) hyphenate: Field<bool>,
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

/// A rule.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "regle", deny_unknown_fields)]
pub(super) struct RawRule {
    #[serde(rename = "taille")]
    #[schemars(description = "Taille du texte, en points : 9.5.")]
    pub(super) size: Field<f64>,
    #[serde(rename = "proportion")]
    #[schemars(description = "Taille du texte, en % de ce qui l’entoure ; à la place de taille.")]
    pub(super) scale: Field<f64>,
    #[serde(rename = "interligne")]
    #[schemars(description = "D’une ligne à l’autre, en nombre de fois la taille : 1.4.")]
    pub(super) leading: Field<f64>,
    #[serde(rename = "couleur")]
    #[schemars(description = "Couleur du texte : \"#1b242d\".")]
    pub(super) color: Field<ColorText>,
    #[serde(rename = "gras")]
    #[schemars(description = "true met en gras, false ne met pas en gras.")]
    pub(super) bold: Field<bool>,
    #[serde(rename = "italique")]
    #[schemars(description = "true met en italique.")]
    pub(super) italic: Field<bool>,
    #[serde(rename = "alignement")]
    #[schemars(description = "Où finissent les lignes.")]
    pub(super) align: Field<Align>,
    #[serde(rename = "cesure")]
    #[schemars(description = "false : les mots ne sont pas coupés en fin de ligne.")]
    pub(super) hyphenate: Field<bool>,
    #[serde(rename = "adresse")]
    #[schemars(
        description = "true : l’adresse d’un lien est écrite entre crochets après ses mots, pour qui lit sur papier."
    )]
    pub(super) show_address: Field<bool>,
    #[serde(rename = "avant")]
    #[schemars(description = "Espace au-dessus, en points.")]
    pub(super) before: Field<f64>,
    #[serde(rename = "apres")]
    #[schemars(
        description = "Espace au-dessous, en points ; entre deux blocs, le plus grand des deux compte."
    )]
    pub(super) after: Field<f64>,
    #[serde(rename = "retrait")]
    #[schemars(description = "Retrait à gauche, en points.")]
    pub(super) indent: Field<f64>,
    #[serde(rename = "retrait_de_liste")]
    #[schemars(
        description = "De la puce ou du numéro d’un élément de liste à son texte, en points."
    )]
    pub(super) hanging: Field<f64>,
    #[serde(rename = "avec_le_suivant")]
    #[schemars(description = "true : reste sur la page de ce qui suit.")]
    pub(super) keep_with_next: Field<bool>,
    #[serde(rename = "insecable")]
    #[schemars(description = "true : n’est pas coupé entre deux pages.")]
    pub(super) keep_together: Field<bool>,
    #[serde(rename = "marge_verticale")]
    #[schemars(
        description = "Du bord d’une case à son texte, en haut et en bas, en points ; d’une table, pour toutes ses cases."
    )]
    pub(super) padding_y: Field<f64>,
    #[serde(rename = "marge_horizontale")]
    #[schemars(
        description = "Du bord d’une case à son texte, à gauche et à droite, en points ; d’une table, pour toutes ses cases."
    )]
    pub(super) padding_x: Field<f64>,
    #[serde(rename = "fond")]
    #[schemars(description = "Couleur derrière une case ou une ligne de table : \"#eef3f6\".")]
    pub(super) background: Field<ColorText>,
    #[serde(rename = "filets")]
    #[schemars(description = "Les filets d’une table.")]
    pub(super) ruling: Field<Ruling>,
    #[serde(rename = "epaisseur")]
    #[schemars(description = "Épaisseur des filets, en points : 0.5.")]
    pub(super) rule_width: Field<f64>,
    #[serde(rename = "couleur_des_filets")]
    #[schemars(description = "Couleur des filets : \"#c3ccd4\".")]
    pub(super) rule_color: Field<ColorText>,
    #[serde(rename = "colonnes")]
    #[schemars(description = "En combien de colonnes côte à côte une table est composée.")]
    pub(super) page_columns: Field<i64>,
    #[serde(rename = "gouttiere")]
    #[schemars(description = "Espace entre ces colonnes, en points.")]
    pub(super) gutter: Field<f64>,
    #[serde(rename = "largeur")]
    #[schemars(description = "Plus grande largeur d’une image, en millimètres.")]
    pub(super) width: Field<f64>,
    #[serde(rename = "hauteur")]
    #[schemars(description = "Plus grande hauteur d’une image, en millimètres.")]
    pub(super) height: Field<f64>,
    #[serde(rename = "puce")]
    #[schemars(description = "Ce qui marque un élément d’une liste à puces.")]
    pub(super) bullet: Field<Bullet>,
    #[serde(rename = "pleine_largeur")]
    #[schemars(
        description = "false : une table n’est pas plus large que ce que son texte demande."
    )]
    pub(super) full_width: Field<bool>,
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
