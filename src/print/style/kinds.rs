//! What may be wrong or odd in a style sheet.

use crate::diagnostic::kinds;

kinds! {
    /// What a sound style sheet has not.
    StyleFault: Fault {
        FormatAndSides "feuille-a-format-et-dimensions" "Une feuille a un format et des dimensions."
        NarrowText "marges-trop-grandes" "Les marges ne laissent pas assez de place au texte."
        HeaderTouches "en-tete-sur-le-texte" "L’en-tête toucherait le texte."
        FooterTouches "pied-sur-le-texte" "Le pied de page toucherait le texte."
        OutOfBounds "mesure-hors-limites" "Une mesure est trop petite ou trop grande."
        PageColumns "nombre-de-colonnes-hors-limites" "Une table se compose en 1 à 4 colonnes."
        ColorForm "couleur-mal-ecrite" "Une couleur ne s’écrit pas # puis six chiffres ou lettres."
        NameForm "nom-de-style-mal-ecrit" "Le nom d’une règle ne peut être ni un élément ni une classe."
        SizeAndScale "taille-et-proportion" "Une règle a une taille et une proportion."
        LeastAboveMost "colonne-au-min-trop-grand" "Le min d’une colonne dépasse son max."
    }
}

kinds! {
    /// What is odd in a style sheet, and blocks nothing.
    StyleDoubt: Doubt {
        WeakContrast "contraste-faible" "Un texte se lira mal sur son fond."
        UnknownName "nom-de-style-inconnu" "Le nom d’une règle ressemble à un nom de la feuille du programme."
        MixedFonts "polices-melees" "Des polices données et celles du programme seront mêlées."
    }
}
