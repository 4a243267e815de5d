//! What may be wrong or odd in `greffier.toml`.

use crate::diagnostic::kinds;

kinds! {
    /// What sound settings have not.
    ConfigFault: Fault {
        NotADay "jour-mal-ecrit" "Une date de greffier.toml n’en est pas une."
        EditionFolder "dossier-des-editions" "Les éditions iraient dans un dossier qui n’est pas pour elles."
        EmptyText "reglage-vide" "Un texte de la configuration est vide."
        TextOfLines "reglage-sur-plusieurs-lignes" "Un texte de la configuration ne tient pas sur une ligne."
        PrefixForm "prefixe-mal-ecrit" "Le préfixe a d’autres signes que minuscules sans accent, chiffres et traits d’union."
        LongPrefix "prefixe-trop-long" "Le préfixe est trop long pour les noms des fichiers."
        SiteAddressForm "adresse-du-site-sans-dossier" "L’adresse du site n’est pas celle d’un dossier, ou elle a un nom d’utilisateur ou un port qui n’existe pas."
        SiteAddress "adresse-du-site-non-admise" "L’adresse du site ne commence ni par https:// ni par http://."
        UnknownZone "fuseau-inconnu" "Le fuseau horaire n’est pas un nom de la base des fuseaux."
        RepeatedSignature "signature-repetee" "Une signature est demandée deux fois."
        EmptyStatus "statut-au-mot-vide" "Un statut de la série n’a pas de mot."
        StatusOfFormat "statut-du-format" "Un statut de la série est un mot du format, avec un autre sens."
        RepeatedStatus "statut-repete" "Un statut de la série est donné deux fois."
        LogoFormat "logo-d-un-autre-format" "Le logo n’est pas une image PNG ou JPEG."
        LogoTooLarge "logo-trop-lourd" "Le logo dépasse 2 Mio."
        LogoTooManyPixels "logo-trop-grand" "L’image du logo dépasse 16 millions de pixels."
        LogoDamaged "logo-abime" "L’image du logo est abîmée."
        LogoUnprintable "logo-non-imprimable" "L’image du logo ne peut pas être mise dans un PDF."
        ColorForm "couleur-du-site-mal-ecrite" "La couleur du site ne s’écrit pas # puis six chiffres ou lettres."
        PaleColor "couleur-du-site-trop-pale" "La couleur du site ne se lit pas sur un fond clair."
    }
}

kinds! {
    /// What is odd in the settings, and blocks nothing.
    ConfigDoubt: Doubt {
        TownWithMore "ville-avec-un-autre-mot" "`fait_a` dit plus que la ville."
        UnnamedBody "instance-non-nommee" "La formule d’ouverture ne nommera pas l’instance."
        UntoldZone "fuseau-non-dit" "Le fuseau horaire n’est pas dit, et le calendrier est publié."
        UnsignedTown "ville-sans-signature" "`fait_a` est donné, et personne ne signe."
    }
}
