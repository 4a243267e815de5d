//! What may be wrong with the XHTML that a template of the PDF gives.

use crate::diagnostic::kinds;

kinds! {
    /// Faults of the print XHTML.
    DocumentFault: Fault {
        // The XML itself.
        CrossedTags "balises-croisees" "Un élément est fermé alors qu’un autre est encore ouvert."
        UnclosedElement "element-non-ferme" "Un élément n’est jamais fermé."
        BrokenOff "document-interrompu" "Le document s’arrête trop tôt."
        UnknownEntity "entite-inconnue" "Un caractère est appelé d’un nom que XML ne connaît pas."
        BareAmpersand "esperluette-seule" "Un & n’annonce aucun signe."
        RepeatedAttribute "attribut-repete" "Un attribut est donné deux fois."
        UnknownPrefix "prefixe-inconnu" "Un nom a un préfixe inconnu."
        NotOfXml "caractere-hors-de-xml" "Un caractère ne peut pas se trouver dans le document."
        BareMark "marque-de-section-seule" "]]> est écrit tel quel."
        DashesInComment "commentaire-a-deux-tirets" "Un commentaire contient deux tirets de suite."
        LateDeclaration "declaration-mal-placee" "La déclaration XML n’est pas au tout début."
        DocumentType "type-de-document" "Le document a un type, qui n’est pas admis."
        NoDocument "document-absent" "Le texte ne contient aucun document."
        TooLong "document-trop-long" "Le document est trop long pour être imprimé."
        UnexpectedSign "signe-inattendu" "Un signe n’est pas attendu à cet endroit."
        Unreadable "passage-illisible" "Un passage ne se lit pas à cet endroit."
        Instruction "instruction-non-admise" "Une instruction à un autre programme n’est pas admise."
        TooDeep "elements-trop-profonds" "Trop d’éléments sont ouverts l’un dans l’autre."
        // Elements.
        UnknownElement "element-inconnu" "Un élément n’existe pas."
        MisplacedElement "element-mal-place" "Un élément n’a pas sa place dans un autre."
        ForeignElement "element-etranger" "Un élément n’est pas de l’XHTML."
        RepeatedElement "element-repete" "Un élément qui ne va qu’une fois est là deux fois."
        MisplacedText "texte-mal-place" "Un texte n’a pas sa place directement dans un élément."
        Root "racine-inattendue" "Le document ne commence pas par <html>."
        PartOrder "partie-dans-le-desordre" "<head> ou <body> vient trop tard, ou deux fois."
        MissingPart "partie-manquante" "Il manque <head> ou <body>."
        MissingTitle "titre-de-document-manquant" "Le document n’a pas de titre."
        Watermark "filigrane-mal-ecrit" "<aside> sert à autre chose qu’au filigrane."
        // Attributes.
        UnknownAttribute "attribut-inconnu" "Un élément n’a pas cet attribut."
        MissingAttribute "attribut-manquant" "Il manque un attribut à un élément."
        NumberOfAttribute "nombre-non-admis" "Un attribut n’a pas un nombre admis."
        Scope "scope-non-admis" "`scope` n’est ni col ni row."
        OneClass "classe-unique" "Il faut une classe, et une seule."
        UnknownClass "classe-inconnue" "La feuille de style et le programme ne connaissent pas la classe."
        IdForm "identifiant-mal-ecrit" "Un identifiant n’est pas valable."
        RunningId "identifiant-sur-chaque-page" "Ce qui est répété sur chaque page a un identifiant."
        RepeatedId "identifiant-repete" "Un identifiant est donné deux fois."
        LanguageForm "langue-non-admise" "Le code d’une langue n’en est pas un."
        Charset "encodage-du-document" "Le document se dit dans un autre encodage que l’UTF-8."
        DateOfDocument "date-de-document-non-valable" "La date du document n’en est pas une."
        UnknownProperty "propriete-inconnue" "Une propriété du document est inconnue."
        // Blocks.
        SkippedLevel "niveau-de-titre-saute" "Un titre saute un niveau."
        EmptyHeading "titre-vide" "Un titre est vide."
        EmptyList "liste-vide" "Une liste est vide."
        NamelessImage "image-sans-nom" "Une image n’est pas nommée."
        MisplacedLandscape "paysage-mal-place" "Des pages en paysage ne sont pas dans le corps du document."
        MisplacedColumns "colonnes-mal-placees" "Des colonnes sont dans une liste ou dans une case."
        ColumnsInColumn "colonnes-dans-une-colonne" "Une colonne est elle-même en colonnes."
        NoColumns "colonnes-absentes" "Un bloc de colonnes n’en a aucune."
        // Lines.
        MisplacedPageNumber "numero-de-page-mal-place" "Le numéro de la page est hors de l’en-tête et du pied."
        FilledPageNumber "numero-de-page-rempli" "L’élément du numéro de la page n’est pas vide."
        EmptyLink "lien-vide" "Un lien n’a pas de texte."
        LinkWithoutTarget "lien-sans-but" "Un lien ne dit pas où mener."
        MissingAnchor "identifiant-introuvable" "Un lien mène à un identifiant que rien ne porte."
        LinkAddress "adresse-de-lien-non-admise" "Une adresse ne peut pas devenir un lien du PDF."
        // Tables.
        MisplacedTable "tableau-mal-place" "Un tableau n’a pas sa place dans une case."
        TablePartOrder "tableau-dans-le-desordre" "Une partie d’un tableau vient trop tard, ou deux fois."
        EmptyTable "tableau-vide" "Un tableau n’a aucune ligne."
        ColumnGroup "groupe-de-colonnes" "<colgroup> a trop de colonnes, ou aucune."
        TooManyColumns "colonnes-trop-nombreuses" "Un tableau a trop de colonnes."
        EmptyRow "ligne-vide" "Une ligne d’un tableau n’a aucune case."
        RowLength "ligne-inegale" "Une ligne d’un tableau n’a pas toutes les colonnes."
        CellTooLow "case-trop-basse" "Une case descend plus bas que la fin de sa partie."
        OverlappingCells "cases-superposees" "Une case en recouvre une autre."
    }
}
