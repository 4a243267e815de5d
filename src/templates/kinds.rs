//! What may be wrong or odd with a template.

use crate::diagnostic::kinds;

kinds! {
    /// Faults of a template of the user's.
    TemplateFault: Fault {
        Invalid "modele-non-valable" "Un modèle ne se lit pas, ou emploie ce qui n’existe pas."
        Inapplicable "modele-non-applicable" "Un modèle ne peut pas être appliqué à un compte rendu."
        MissingParent "modele-inexistant" "Un modèle en demande un autre qui n’existe pas."
        Circular "modeles-en-boucle" "Un modèle finit par se demander lui-même."
        TooLong "modele-sans-fin" "Un modèle donne une page de plus de 64 Mio."
    }
}

kinds! {
    /// What is odd in the folder of the user's templates.
    TemplateDoubt: Doubt {
        Unused "modele-non-employe" "Un fichier ou un dossier de modèles ne prend la place d’aucun modèle."
    }
}
