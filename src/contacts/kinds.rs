//! What may be wrong or odd in `contacts.toml`.

use crate::diagnostic::kinds;

kinds! {
    /// What sound contacts have not.
    ContactFault: Fault {
        MissingName "contact-sans-nom" "Une organisation ou une personne des contacts n’a pas de nom."
        EmptyText "contact-au-texte-vide" "Un texte des contacts est vide."
        AddressForm "adresse-de-courriel-mal-ecrite" "Une adresse de courriel n’en est pas une."
        RepeatedName "nom-de-contact-repete" "Deux contacts portent le même nom."
        OutboxIncomplete "envoi-incomplet" "Le bloc `[envoi]` n’a pas de serveur ou pas d’expéditeur."
        OutboxServer "serveur-d-envoi-mal-ecrit" "Le nom d’un serveur d’envoi n’en est pas un."
        OutboxRange "nombre-d-envoi-hors-limites" "Un port ou un nombre de messages par minute est hors de ses limites."
        OutboxUnprotected "envoi-sans-protection" "Des messages iraient sans protection à un autre ordinateur."
    }
}

kinds! {
    /// What is odd in the contacts, and blocks nothing.
    ContactDoubt: Doubt {
        UnknownOrganisation "organisation-hors-des-contacts" "L’organisation d’une personne des contacts n’est pas parmi les organisations."
    }
}
