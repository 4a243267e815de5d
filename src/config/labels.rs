//! The heads of columns and of parts, and the words of the site, which a series may name otherwise.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::validate::text;
use crate::diagnostic::Diagnostics;
use crate::french::typography::correct;
use crate::toml_source::Field;

/// Declares each label once: what it is, its name, its key, the default of one that has a fixed one, and what the schema says.
macro_rules! labels {
    (
        fixed { $($meaning:literal $name:ident $key:literal = $default:literal, $described:literal;)+ }
        agreed { $($agreed_meaning:literal $agreed:ident $agreed_key:literal, $agreed_described:literal;)+ }
    ) => {
        /// Heads of columns and of parts. The defaults are those of the source document, corrected (`francais.md` FOR-22); the ones
        /// without a default agree with what they stand above.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        pub struct Labels {
            $(#[doc = $meaning] #[serde(rename = $key)] pub $name: String,)+
            $(#[doc = $agreed_meaning] #[serde(rename = $agreed_key)] pub $agreed: Option<String>,)+
        }

        impl Default for Labels {
            fn default() -> Self {
                Self { $($name: correct($default),)+ $($agreed: None,)+ }
            }
        }

        #[derive(Debug, Default, Deserialize, JsonSchema)]
        #[serde(default)]
        #[schemars(rename = "libelles", deny_unknown_fields)]
        pub(super) struct RawLabels {
            $(#[serde(rename = $key)] #[schemars(description = $described)] $name: Field<String>,)+
            $(#[serde(rename = $agreed_key)] #[schemars(description = $agreed_described)] $agreed: Field<String>,)+
        }

        impl RawLabels {
            /// All of them.
            pub(super) fn texts(&self) -> Vec<&Field<String>> {
                vec![$(&self.$name,)+ $(&self.$agreed,)+]
            }
        }

        /// The labels given, with French typography, and the defaults for the others.
        pub(super) fn labels(raw: &RawLabels, faults: &mut Diagnostics) -> Labels {
            let default = Labels::default();
            Labels {
                $($name: text(&raw.$name, faults).map_or(default.$name, |said| correct(&said)),)+
                $($agreed: text(&raw.$agreed, faults).map(|said| correct(&said)),)+
            }
        }
    };
}

labels! {
    fixed {
        "The table's column of titles." themes "themes" = "Thèmes", "Colonne des titres : \"Thèmes\".";
        "The column of what was said." discussion "discussion" = "Discussion", "Colonne de ce qui a été dit : \"Discussion\".";
        "The column of recommendations and comments." recommendations "recommandations" = "Recommandations / Commentaires", "Colonne des recommandations : \"Recommandations / Commentaires\".";
        "The column of decisions, and the head of several." decisions "decisions" = "Décisions", "Colonne des décisions, et titre de plusieurs décisions : \"Décisions\".";
        "The head of one decision, before its number: *Délibération*." decision "decision" = "Décision", "Titre d’une décision, devant son numéro : \"Décision\", \"Délibération\".";
        "The column of action points." actions "actions" = "Points d’action", "Colonne des actions : \"Points d’action\".";
        "The column of owners." owners "responsables" = "Responsable", "Colonne de qui fait : \"Responsable\".";
        "The column of due dates." due "delai" = "Délai", "Colonne des échéances : \"Délai\".";
        "Before a due date within an action." due_date "echeance" = "Échéance", "Devant une échéance, dans une action : \"Échéance\".";
        "The column of statuses, and before one within an action." status "statut" = "Statut", "Colonne de l’état des actions, et devant un état : \"Statut\".";
        "The part that holds the themes." topics "themes_traites" = "Thèmes traités", "Titre de la partie qui traite les thèmes : \"Thèmes traités\".";
        "The objective of the meeting." objective "objectif" = "Objectif", "Titre de l’objectif : \"Objectif\".";
        "The agenda." agenda "ordre_du_jour" = "Points à l’ordre du jour", "Titre de l’ordre du jour.";
        "The list of those present." participants "participants" = "Liste des participants", "Titre de la liste des participants.";
        "Those who are expected at a meeting to come." expected "convoques" = "Participants attendus", "Titre de la liste, dans une convocation : \"Participants attendus\".";
        "The sheet that those present sign." sheet "feuille_de_presence" = "Feuille de présence", "Titre de la feuille à signer : \"Feuille de présence\".";
        "The column where they sign." signature "signature" = "Signature", "Colonne où signer, dans la feuille de présence : \"Signature\".";
        "The rows of that sheet for those who were not expected, where it has groups." others "autres_participants" = "Autres participants", "Les lignes vides de la feuille de présence : \"Autres participants\".";
        "The column of numbers in the list of those present." number "numero" = "N°", "Colonne des numéros : \"N°\".";
        "The column of names." name "nom" = "Nom et prénom", "Colonne des noms : \"Nom et prénom\".";
        "The column of functions, where nobody has an organisation." function "fonction" = "Fonction", "Colonne des fonctions : \"Fonction\".";
        "The column of organisations." organisation "organisation" = "Organisation", "Colonne des organisations : \"Organisation\".";
        "The action points of earlier meetings." follow_up "suivi" = "Suivi des points d’action", "Titre du suivi des actions précédentes : \"Suivi des points d’action\".";
        "The column of the meetings that took them." origin "origine" = "Réunion", "Colonne des réunions d’origine, dans le suivi : \"Réunion\".";
        "The closing notes." notes "notes" = "Notes", "Titre des notes.";
        "The annexes." annexes "annexes" = "Annexes", "Titre des annexes.";
        "Where the minutes are signed." signatures "signatures" = "Signatures", "Titre au-dessus des signatures.";
        "Above the signature of who chaired." chair "presidence" = "Présidence de séance", "Qualité de qui a présidé, dans les signatures.";
        "Above the signature of who wrote." author "redaction" = "Secrétariat de séance", "Qualité de qui a rédigé, dans les signatures.";
        "The day, in the grid at the head." date "date" = "Date", "La date, dans la grille : \"Date\".";
        "The hours, in the grid." hours "horaires" = "Horaires", "Les heures, dans la grille : \"Horaires\".";
        "The place, in the grid." place "lieu" = "Lieu", "Le lieu, dans la grille : \"Lieu\".";
        "The day of the convocation, in the grid." convened "convocation" = "Convocation", "La date de la convocation, dans la grille : \"Convocation\".";
        "Who chaired, in the grid." chaired_by "presidee_par" = "Présidence", "Qui a présidé, dans la grille : \"Présidence\".";
        "Beside what is late." late "en_retard" = "en retard", "Ce qui est en retard, dans le suivi et les registres : \"en retard\".";
        "Before the number of a page of the PDF." page "page" = "page", "Devant le numéro d’une page du PDF : \"page\".";
        "The link to the PDF." download_pdf "telecharger_pdf" = "Télécharger en PDF", "Lien vers le PDF : \"Télécharger en PDF\".";
        "The link to the Markdown." download_markdown "telecharger_markdown" = "Télécharger en Markdown", "Lien vers le Markdown : \"Télécharger en Markdown\".";
        "The first page of the site." home "accueil" = "Accueil", "Première page du site : \"Accueil\".";
        "Before a year, on the site." year "annee" = "Année", "Devant une année, sur le site : \"Année\".";
        "The register of action points." action_register "registre_des_actions" = "Points d’action", "Registre des points d’action, sur le site : \"Points d’action\".";
        "The register of decisions." decision_register "registre_des_decisions" = "Décisions", "Registre des décisions, sur le site : \"Décisions\".";
        "The page of organisations." organisation_register "registre_des_organisations" = "Organisations", "Page des organisations, sur le site : \"Organisations\".";
        "The page that searches." search "recherche" = "Recherche", "Page qui cherche, sur le site : \"Recherche\".";
        "The column of actions in a register." action "action_du_registre" = "Point d’action", "Colonne des actions, dans le registre : \"Point d’action\".";
        "The column of owners in a register." action_owners "responsables_du_registre" = "Responsables", "Colonne de qui fait, dans le registre : \"Responsables\".";
        "The column of votes in a register." vote "vote" = "Vote", "Colonne des votes, dans le registre des décisions : \"Vote\".";
        "The column of themes in a register." theme "theme_du_registre" = "Thème", "Colonne des thèmes, dans le registre des décisions : \"Thème\".";
        "The column of the categories of organisations." category "categorie" = "Catégorie", "Colonne des catégories d’organisations : \"Catégorie\".";
        "The column of when an organisation came last." last_seen "derniere_presence" = "Dernière présence", "Colonne de la dernière présence d’une organisation : \"Dernière présence\".";
        "The register by due dates." by_due "par_echeance" = "Par échéance", "Registre des actions par échéance : \"Par échéance\".";
        "The register by owners." by_owner "par_responsable" = "Par responsable", "Registre des actions par responsable : \"Par responsable\".";
        "The register by statuses." by_status "par_statut" = "Par statut", "Registre des actions par statut : \"Par statut\".";
        "Those that are due later." coming "a_venir" = "À venir", "Groupe des actions dont l’échéance est à venir : \"À venir\".";
        "Those without a due date." undated "sans_date" = "Sans date", "Groupe des actions sans échéance : \"Sans date\".";
        "Those that never end." permanent "permanents" = "Permanents", "Groupe des actions qui durent : \"Permanents\".";
        "Those without an owner." nobodys "sans_responsable" = "Sans responsable", "Groupe des actions sans responsable : \"Sans responsable\".";
        "Those without a status." without_status "sans_statut" = "Sans statut", "Groupe des actions sans statut : \"Sans statut\".";
        "An owner’s open ones." open "a_suivre" = "À suivre", "Actions d’un responsable à suivre : \"À suivre\".";
        "An owner’s closed ones." closed "clos" = "Clos", "Actions closes d’un responsable : \"Clos\".";
        "The field of words to search." sought "mots_cherches" = "Mots cherchés", "Champ de la recherche : \"Mots cherchés\".";
        "The choice of every year." every_year "toutes_les_annees" = "Toutes les années", "Choix de toutes les années, dans la recherche : \"Toutes les années\".";
        "The button of the search." seek "chercher" = "Chercher", "Bouton de la recherche : \"Chercher\".";
        "What was found." results "resultats" = "Résultats", "Titre de ce qui est trouvé : \"Résultats\".";
        "The button for more of what was found." more_results "plus_de_resultats" = "Plus de résultats", "Bouton qui montre la suite : \"Plus de résultats\".";
    }
    agreed {
        "The list of the excused." excused "excuses", "Titre de la liste des excusés ; sans cette clé, il s’accorde.";
        "The list of the absent." absent "absents", "Titre de la liste des absents ; sans cette clé, il s’accorde.";
        "The list of the represented." represented "representes", "Titre de la liste des représentés ; sans cette clé, il s’accorde.";
        "The next meeting, in the grid." next_meeting "prochaine_reunion", "La prochaine réunion, dans la grille ; sans cette clé, « Prochaine réunion ».";
    }
}
