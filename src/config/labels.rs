//! The heads of columns and of parts, which a series may name otherwise.

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
    }
    agreed {
        "The list of the excused." excused "excuses", "Titre de la liste des excusés ; sans cette clé, il s’accorde.";
        "The list of the absent." absent "absents", "Titre de la liste des absents ; sans cette clé, il s’accorde.";
        "The list of the represented." represented "representes", "Titre de la liste des représentés ; sans cette clé, il s’accorde.";
        "The next meeting, in the grid." next_meeting "prochaine_reunion", "La prochaine réunion, dans la grille ; sans cette clé, « Prochaine réunion ».";
    }
}
