//! The properties of the style sheet, each told once: its name and its key, what is typed and how it is read, what the schema says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::raw::ColorText;
use super::values::{
    LEADING, PICTURE, SCALE, SIZE, SPACE, THICKNESS, color, mm, number, page_columns, percent,
    points, said,
};
use super::{AddressShown, Bullet, Orientation, Ruling};
use crate::diagnostic::Diagnostics;
use crate::print::line::Align;
use crate::print::units::{Color, Pt};
use crate::toml_source::Field;

/// Of a table of properties: what is typed ([`RawText`], [`RawRule`]), what a rule says ([`Rule`]), and what comes of it
/// ([`TextStyle`], [`BoxStyle`]). A row reads `name: Type = "key": what is typed, how it is read, "what the schema says"`.
macro_rules! properties {
    (
        TextStyle { $($(#[$text_doc:meta])* $text:ident: $text_type:ty =
            $text_key:literal: $text_typed:ty, $text_read:ident($($text_bounds:expr)?), $text_said:literal;)* }
        BoxStyle { $($(#[$box_doc:meta])* $box:ident: $box_type:ty =
            $box_key:literal: $box_typed:ty, $box_read:ident($($box_bounds:expr)?), $box_said:literal;)* }
        perhaps { $($(#[$perhaps_doc:meta])* $perhaps:ident: $perhaps_type:ty =
            $perhaps_key:literal: $perhaps_typed:ty, $perhaps_read:ident($($perhaps_bounds:expr)?), $perhaps_said:literal;)* }
        apart { $($(#[$apart_doc:meta])* $apart:ident: $apart_type:ty =
            $apart_key:literal: $apart_typed:ty, $apart_read:ident($($apart_bounds:expr)?), $apart_said:literal;)* }
    ) => {
        /// What a text inherits from what it stands in.
        #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
        pub struct TextStyle {
            $($(#[$text_doc])* pub $text: $text_type,)*
        }

        /// What a block does not inherit.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
        pub struct BoxStyle {
            $($(#[$box_doc])* pub $box: $box_type,)*
            $($(#[$perhaps_doc])* pub $perhaps: Option<$perhaps_type>,)*
        }

        /// A rule of the style sheet: what it says of an element or a class, and nothing of the rest.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
        pub struct Rule {
            $($(#[$apart_doc])* pub $apart: Option<$apart_type>,)*
            $($(#[$text_doc])* pub $text: Option<$text_type>,)*
            $($(#[$box_doc])* pub $box: Option<$box_type>,)*
            $($(#[$perhaps_doc])* pub $perhaps: Option<$perhaps_type>,)*
        }

        /// The running text.
        #[derive(Debug, Default, Deserialize, JsonSchema)]
        #[serde(default)]
        #[schemars(rename = "texte", deny_unknown_fields)]
        pub(super) struct RawText {
            $(#[serde(rename = $text_key)]
            #[schemars(description = $text_said)]
            pub(super) $text: Field<$text_typed>,)*
        }

        /// A rule.
        #[derive(Debug, Default, Deserialize, JsonSchema)]
        #[serde(default)]
        #[schemars(rename = "regle", deny_unknown_fields)]
        pub(super) struct RawRule {
            $(#[serde(rename = $text_key)]
            #[schemars(description = $text_said)]
            pub(super) $text: Field<$text_typed>,)*
            $(#[serde(rename = $box_key)]
            #[schemars(description = $box_said)]
            pub(super) $box: Field<$box_typed>,)*
            $(#[serde(rename = $perhaps_key)]
            #[schemars(description = $perhaps_said)]
            pub(super) $perhaps: Field<$perhaps_typed>,)*
            $(#[serde(rename = $apart_key)]
            #[schemars(description = $apart_said)]
            pub(super) $apart: Field<$apart_typed>,)*
        }

        impl RawText {
            /// What it says, over what holds without it.
            pub(super) fn over(&self, base: TextStyle, faults: &mut Diagnostics) -> TextStyle {
                TextStyle {
                    $($text: $text_read(&self.$text, $($text_bounds,)? faults).unwrap_or(base.$text),)*
                }
            }
        }

        impl RawRule {
            /// What it says that is sound.
            pub(super) fn read(&self, faults: &mut Diagnostics) -> Rule {
                Rule {
                    $($apart: $apart_read(&self.$apart, $($apart_bounds,)? faults),)*
                    $($text: $text_read(&self.$text, $($text_bounds,)? faults),)*
                    $($box: $box_read(&self.$box, $($box_bounds,)? faults),)*
                    $($perhaps: $perhaps_read(&self.$perhaps, $($perhaps_bounds,)? faults),)*
                }
            }
        }

        impl Rule {
            /// Each property that this rule does not say, as the other says it.
            pub(super) fn each_over(self, lower: Self) -> Self {
                Self {
                    $($apart: self.$apart.or(lower.$apart),)*
                    $($text: self.$text.or(lower.$text),)*
                    $($box: self.$box.or(lower.$box),)*
                    $($perhaps: self.$perhaps.or(lower.$perhaps),)*
                }
            }

            /// What it says of a text, over that.
            pub(super) fn over_text(&self, text: TextStyle) -> TextStyle {
                TextStyle {
                    $($text: self.$text.unwrap_or(text.$text),)*
                }
            }

            /// What it says of a block, over that.
            pub(super) fn over_block(&self, block: BoxStyle) -> BoxStyle {
                BoxStyle {
                    $($box: self.$box.unwrap_or(block.$box),)*
                    $($perhaps: self.$perhaps.or(block.$perhaps),)*
                }
            }
        }
    };
}

properties! {
    TextStyle {
        /// Size of the font.
        size: Pt = "taille": f64, points(SIZE),
            "Taille du texte, en points : 9.5.";
        /// Distance between baselines, as a multiple of the size.
        leading: f64 = "interligne": f64, number(LEADING),
            "D’une ligne à l’autre, en nombre de fois la taille : 1.4.";
        /// Colour.
        color: Color = "couleur": ColorText, color(),
            "Couleur du texte : \"#1b242d\".";
        /// Bold face.
        bold: bool = "gras": bool, said(),
            "true met en gras, false ne met pas en gras.";
        /// Italic face.
        italic: bool = "italique": bool, said(),
            "true met en italique.";
        /// Where lines end.
        align: Align = "alignement": Align, said(),
            "Où finissent les lignes.";
        /// Whether words may be cut with a hyphen.
        hyphenate: bool = "cesure": bool, said(),
            "false : les mots ne sont pas coupés en fin de ligne.";
        /// Where the address of a link is written, for who reads on paper.
        address: AddressShown = "adresse": AddressShown, said(),
            "Où l’adresse d’un lien est écrite, pour qui lit sur papier.";
    }
    BoxStyle {
        /// Space above it.
        before: Pt = "avant": f64, points(SPACE),
            "Espace au-dessus, en points.";
        /// Space below it. Between two blocks the larger of the two spaces is set.
        after: Pt = "apres": f64, points(SPACE),
            "Espace au-dessous, en points ; entre deux blocs, le plus grand des deux compte.";
        /// From the left edge of what it stands in.
        indent: Pt = "retrait": f64, points(SPACE),
            "Retrait à gauche, en points.";
        /// From the mark of a list item to its text: the hanging indent.
        hanging: Pt = "retrait_de_liste": f64, points(SPACE),
            "De la puce ou du numéro d’un élément de liste à son texte, en points.";
        /// Whether it stays on the page of what follows it.
        keep_with_next: bool = "avec_le_suivant": bool, said(),
            "true : reste sur la page de ce qui suit.";
        /// Whether it is never cut between two pages.
        keep_together: bool = "insecable": bool, said(),
            "true : n’est pas coupé entre deux pages.";
        /// How the pages of a table are held, where those around it are upright.
        held: Orientation = "orientation": Orientation, said(),
            "D’une table : le sens des pages où elle est, à part du reste, quand la feuille est debout.";
        /// Space between the edge of a table cell and its text, above and below.
        padding_y: Pt = "marge_verticale": f64, points(SPACE),
            "Du bord d’une case à son texte, en haut et en bas, en points ; d’une table, pour toutes ses cases.";
        /// The same to the left and the right.
        padding_x: Pt = "marge_horizontale": f64, points(SPACE),
            "Du bord d’une case à son texte, à gauche et à droite, en points ; d’une table, pour toutes ses cases.";
        /// The rules of a table.
        ruling: Ruling = "filets": Ruling, said(),
            "Les filets d’une table.";
        /// Thickness of the rules of a table, or of an `hr`.
        rule_width: Pt = "epaisseur": f64, points(THICKNESS),
            "Épaisseur des filets, en points : 0.5.";
        /// Their colour.
        rule_color: Color = "couleur_des_filets": ColorText, color(),
            "Couleur des filets : \"#c3ccd4\".";
        /// In how many columns side by side a table is set, balanced; 0 and 1 are one.
        page_columns: usize = "colonnes": i64, page_columns(),
            "En combien de colonnes côte à côte une table est composée.";
        /// Space between columns side by side.
        gutter: Pt = "gouttiere": f64, points(SPACE),
            "Espace entre ces colonnes, en points.";
        /// What marks an item of a bulleted list.
        bullet: Bullet = "puce": Bullet, said(),
            "Ce qui marque un élément d’une liste à puces.";
        /// Whether a table is as wide as it can be, though its text asks for less.
        full_width: bool = "pleine_largeur": bool, said(),
            "false : une table n’est pas plus large que ce que son texte demande.";
    }
    perhaps {
        /// Colour behind a table cell or row.
        background: Color = "fond": ColorText, color(),
            "Couleur derrière une case ou une ligne de table : \"#eef3f6\".";
        /// Greatest width of a picture.
        width: Pt = "largeur": f64, mm(PICTURE),
            "Plus grande largeur d’une image, en millimètres.";
        /// Greatest height of a picture.
        height: Pt = "hauteur": f64, mm(PICTURE),
            "Plus grande hauteur d’une image, en millimètres.";
    }
    apart {
        /// Size as a multiple of that of the text around the element, where `size` does not say it.
        scale: f64 = "proportion": f64, percent(SCALE),
            "Taille du texte, en % de ce qui l’entoure ; à la place de taille.";
    }
}
