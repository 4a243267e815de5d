//! What may be wrong with a record beside the others of its series.

use crate::diagnostic::kinds;

kinds! {
    /// What a record says of others that these do not bear out.
    FollowUpFault: Fault {
        UnknownAction "action-inconnue" "Un suivi nomme un point d’action qu’aucune réunion précédente n’a pris."
        AmbiguousAction "action-ambigue" "Un suivi nomme un `id` que plusieurs points d’action portent."
        ClosedAction "action-deja-close" "Un suivi nomme un point d’action clos, sans dire qu’il est rouvert."
        UnknownApproved "reunion-approuvee-inconnue" "L’approbation nomme une réunion qui n’est pas parmi les précédentes."
        ApprovedAlready "approbation-contredite" "L’approbation contredit ce que l’on sait déjà du compte rendu approuvé."
    }
}

kinds! {
    /// What is odd in a record beside the others of its series, and blocks nothing.
    FollowUpDoubt: Doubt {
        PastDay "jour-du-suivi-passe" "Le jour où le site juge ce qui est en retard précède la dernière réunion tenue."
        RepeatedId "id-repete-dans-la-serie" "Deux points d’action de la série portent le même `id`."
    }
}
