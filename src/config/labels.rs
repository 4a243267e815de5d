//! The heads of columns and of parts, and the words of the site, which a series may name otherwise.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::texts::text;
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
            /// Whether the column of the meetings that took the action points has a head of its own.
            pub(super) fn names_origin(&self) -> bool {
                !self.origin.is_absent()
            }

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
        "Before the number of a decision; with a capital where nothing stands before it." decision_number "numero_de_decision" = "n°", "Devant le numéro d’une décision : \"n°\".";
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
        "Those present in no capacity, where others have one; on the sheet, the rows for those who were not expected." others "autres_participants" = "Autres participants", "Les présents sans qualité, quand d’autres en ont une, et les lignes vides de la feuille de présence : \"Autres participants\".";
        "The column of numbers in the list of those present." number "numero" = "N°", "Colonne des numéros : \"N°\".";
        "The column of names." name "nom" = "Nom et prénom", "Colonne des noms : \"Nom et prénom\".";
        "The column of functions, where nobody has an organisation." function "fonction" = "Fonction", "Colonne des fonctions : \"Fonction\".";
        "The column of organisations." organisation "organisation" = "Organisation", "Colonne des organisations : \"Organisation\".";
        "The action points of earlier meetings." follow_up "suivi" = "Suivi des points d’action", "Titre du suivi des actions précédentes : \"Suivi des points d’action\".";
        "The column of the meetings that took them." origin "origine" = "Réunion", "Colonne des réunions d’origine, dans le suivi ; sans cette clé, ce qui se réunit : \"Réunion\".";
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
        "What these links are, to whom the page is read aloud." downloads "telechargement" = "Téléchargement", "Ce que sont ces liens, pour un lecteur d’écran : \"Téléchargement\".";
        "The first page of the site." home "accueil" = "Accueil", "Première page du site : \"Accueil\".";
        "The link over the menu, for who has no mouse." to_content "aller_au_contenu" = "Aller au contenu", "Lien qui saute le menu, pour qui n’a pas de souris : \"Aller au contenu\".";
        "What the menu is, to whom the page is read aloud." site_menu "menu_du_site" = "Site", "Ce qu’est le menu, pour un lecteur d’écran : \"Site\".";
        "Before a year, on the site." year "annee" = "Année", "Devant une année, sur le site : \"Année\".";
        "The links to the years before and after." other_years "autres_annees" = "Autres années", "Liens vers l’année d’avant et celle d’après, pour un lecteur d’écran : \"Autres années\".";
        "The links to the pages of each year, after what they are pages of; with a capital where nothing stands before it." by_year "par_annee" = "par année", "Liens vers les années, après le nom de la page : \"par année\".";
        "Those links below the search." read_by_year "lire_par_annee" = "Lire par année", "Les mêmes liens, sous la recherche : \"Lire par année\".";
        "The pages of a list that is cut." list_pages "pages_de_la_liste" = "Pages de cette liste", "Les pages d’une longue liste, pour un lecteur d’écran : \"Pages de cette liste\".";
        "The page of an address that leads nowhere." not_found "page_introuvable" = "Page introuvable", "Titre de la page d’une adresse qui n’existe pas : \"Page introuvable\".";
        "Before the day that what is late is counted from." as_of "situation_arretee" = "Situation arrêtée", "Au bas des pages, devant le jour : \"Situation arrêtée\".";
        "The link to the calendar." calendar "calendrier" = "Calendrier", "Lien vers le calendrier : \"Calendrier\".";
        "The link to the Atom feed." atom_feed "flux_atom" = "Flux Atom", "Lien vers le flux Atom : \"Flux Atom\".";
        "The link to the RSS feed." rss_feed "flux_rss" = "Flux RSS", "Lien vers le flux RSS : \"Flux RSS\".";
        "The name of the text format of the tables." csv "csv" = "CSV", "Nom du format des tableaux en texte, dans leurs liens : \"CSV\".";
        "The name of the format of calendars." ics "ics" = "ICS", "Nom du format des calendriers, dans leurs liens : \"ICS\".";
        "The name of the format of an Atom feed." atom "atom" = "Atom", "Nom du format d’un flux Atom, dans ses liens : \"Atom\".";
        "The name of the format of an RSS feed." rss "rss" = "RSS", "Nom du format d’un flux RSS, dans son lien : \"RSS\".";
        "The register of action points." action_register "registre_des_actions" = "Points d’action", "Registre des points d’action, sur le site : \"Points d’action\".";
        "The register of decisions." decision_register "registre_des_decisions" = "Décisions", "Registre des décisions, sur le site : \"Décisions\".";
        "The links to the actions of each year." all_actions "toutes_les_actions" = "Tous les points d’action, par année", "Liens vers les actions de chaque année : \"Tous les points d’action, par année\".";
        "The links to the decisions of each year." all_decisions "toutes_les_decisions" = "Toutes les décisions, par année", "Liens vers les décisions de chaque année : \"Toutes les décisions, par année\".";
        "Before the links to the tables." whole_register "tout_le_registre" = "Tout le registre, pour un tableur", "Devant les liens vers les tableaux : \"Tout le registre, pour un tableur\".";
        "The link to the workbook." workbook "tableau_excel" = "Tableau Excel", "Lien vers le tableau Excel : \"Tableau Excel\".";
        "The page of organisations." organisation_register "registre_des_organisations" = "Organisations", "Page des organisations, sur le site : \"Organisations\".";
        "Those of the last twelve months." lately_present "organisations_sur_douze_mois" = "Organisations présentes sur douze mois", "Titre de cette page, sur douze mois : \"Organisations présentes sur douze mois\".";
        "Their table, to whom the page is read aloud." presences "presences" = "Présences", "Leur table, pour un lecteur d’écran : \"Présences\".";
        "The page that searches." search "recherche" = "Recherche", "Page qui cherche, sur le site : \"Recherche\".";
        "The column of actions in a register." action "action_du_registre" = "Point d’action", "Colonne des actions, dans le registre : \"Point d’action\".";
        "The column of owners in a register." action_owners "responsables_du_registre" = "Responsables", "Colonne de qui fait, dans le registre : \"Responsables\".";
        "The column of votes in a register." vote "vote" = "Vote", "Colonne des votes, dans le registre des décisions : \"Vote\".";
        "The column of themes in a register." theme "theme_du_registre" = "Thème", "Colonne des thèmes, dans le registre des décisions : \"Thème\".";
        "The column of the categories of organisations." category "categorie" = "Catégorie", "Colonne des catégories d’organisations : \"Catégorie\".";
        "The column of when an organisation came last." last_seen "derniere_presence" = "Dernière présence", "Colonne de la dernière présence d’une organisation : \"Dernière présence\".";
        "The column of numbers, in the tables for a spreadsheet." register_number "numero_du_registre" = "Numéro", "Colonne des numéros, dans les tableaux pour un tableur : \"Numéro\".";
        "In the table of actions, beside one that is late." yes "oui" = "oui", "Dans le tableau des actions, pour une action en retard : \"oui\".";
        "In the table of actions, beside one that is not late." no "non" = "non", "De même, pour une action qui ne l’est pas : \"non\".";
        "The column of the first due date, in the table of actions." first_due "premiere_echeance" = "Première échéance", "Colonne de l’échéance d’abord fixée, dans le tableau des actions : \"Première échéance\".";
        "The column of how often it was put off, in the table." postponements "reports" = "Reports", "Colonne du nombre de reports, dans ce tableau : \"Reports\".";
        "The column of what became of it, in the table." sequel "suite" = "Suite", "Colonne de ce que les réunions en ont fait, dans ce tableau : \"Suite\".";
        "The column of where it stands, in the tables." address "adresse" = "Adresse", "Colonne de l’endroit du site, dans les tableaux : \"Adresse\".";
        "The column of what programs know it by, in the tables." identifier "identifiant" = "Identifiant", "Colonne du nom de la ligne pour un programme, dans les tableaux : \"Identifiant\".";
        "The register by due dates." by_due "par_echeance" = "Par échéance", "Registre des actions par échéance : \"Par échéance\".";
        "The register by owners." by_owner "par_responsable" = "Par responsable", "Registre des actions par responsable : \"Par responsable\".";
        "The register by statuses." by_status "par_statut" = "Par statut", "Registre des actions par statut : \"Par statut\".";
        "These three, to whom the page is read aloud." other_views "autres_classements" = "Autres classements", "Ces trois registres, pour un lecteur d’écran : \"Autres classements\".";
        "Those that are due later." coming "a_venir" = "À venir", "Groupe des actions dont l’échéance est à venir : \"À venir\".";
        "Those without a due date." undated "sans_date" = "Sans date", "Groupe des actions sans échéance : \"Sans date\".";
        "Those that never end." permanent "permanents" = "Permanents", "Groupe des actions qui durent : \"Permanents\".";
        "Those without an owner." nobodys "sans_responsable" = "Sans responsable", "Groupe des actions sans responsable : \"Sans responsable\".";
        "Those without a status." without_status "sans_statut" = "Sans statut", "Groupe des actions sans statut : \"Sans statut\".";
        "An owner’s open ones." open "a_suivre" = "À suivre", "Actions d’un responsable à suivre : \"À suivre\".";
        "An owner’s closed ones." closed "clos" = "Clos", "Actions closes d’un responsable : \"Clos\".";
        "An owner’s calendar." due_calendar "calendrier_des_echeances" = "Calendrier de ces échéances", "Lien vers le calendrier d’un responsable : \"Calendrier de ces échéances\".";
        "An owner’s feed." owner_feed "flux_des_actions" = "Flux de ces points d’action", "Lien vers le flux d’un responsable : \"Flux de ces points d’action\".";
        "The way from an owner to all of them." all_owners "tous_les_responsables" = "Tous les responsables", "Lien vers les actions de tous les responsables : \"Tous les responsables\".";
        "The field of words to search." sought "mots_cherches" = "Mots cherchés", "Champ de la recherche : \"Mots cherchés\".";
        "The choice of every year." every_year "toutes_les_annees" = "Toutes les années", "Choix de toutes les années, dans la recherche : \"Toutes les années\".";
        "The button of the search." seek "chercher" = "Chercher", "Bouton de la recherche : \"Chercher\".";
        "What was found." results "resultats" = "Résultats", "Titre de ce qui est trouvé : \"Résultats\".";
        "The button for more of what was found." more_results "plus_de_resultats" = "Plus de résultats", "Bouton qui montre la suite : \"Plus de résultats\".";
        "A theme or a part that was found." found_theme "resultat_point" = "Point", "Un thème ou une partie, parmi ce qui est trouvé : \"Point\".";
        "An action point that was found." found_action "resultat_action" = "Action", "De même, un point d’action : \"Action\".";
        "A recommendation that was found." found_recommendation "resultat_recommandation" = "Recommandation", "De même, une recommandation : \"Recommandation\".";
        "A row of the follow-up that was found." found_follow_up "resultat_suivi" = "Suivi", "De même, une action suivie : \"Suivi\".";
        "The agenda that was found." found_agenda "resultat_ordre_du_jour" = "Ordre du jour", "De même, l’ordre du jour : \"Ordre du jour\".";
        "An annex that was found." found_annex "resultat_annexe" = "Annexe", "De même, une annexe : \"Annexe\".";
        "A link that was found." found_link "resultat_lien" = "Lien", "De même, un lien : \"Lien\".";
        "An owner that was found." found_owner "resultat_responsable" = "Responsable", "De même, un responsable : \"Responsable\".";
        "An organisation that was found." found_organisation "resultat_organisation" = "Organisation", "De même, une organisation : \"Organisation\".";
        "A participant that was found." found_participant "resultat_participant" = "Participant", "De même, un participant : \"Participant\".";
        "Before the participants, in a passage." found_participants "resultat_participants" = "Participants", "Devant les participants, dans un passage : \"Participants\".";
        "Somebody represented that was found." found_represented "resultat_represente" = "Représenté", "De même, quelqu’un de représenté : \"Représenté\".";
        "Before those represented, in a passage." found_all_represented "resultat_representes" = "Représentés", "Devant les représentés, dans un passage : \"Représentés\".";
        "The first line of a message." salutation "salutation" = "Bonjour,", "Première ligne d’un message : \"Bonjour,\".";
        "The action points, in the text for a telephone." to_do "a_faire" = "À faire", "Les points d’action, dans le texte court : \"À faire\".";
        "An owner’s open ones, in the message." owner_actions "actions_a_suivre" = "Points d’action à suivre", "Objet et titre du message à un responsable : \"Points d’action à suivre\".";
    }
    agreed {
        "The list of the excused." excused "excuses", "Titre de la liste des excusés ; sans cette clé, il s’accorde.";
        "The list of the absent." absent "absents", "Titre de la liste des absents ; sans cette clé, il s’accorde.";
        "The list of the represented." represented "representes", "Titre de la liste des représentés ; sans cette clé, il s’accorde.";
        "The next meeting, in the grid." next_meeting "prochaine_reunion", "La prochaine réunion, dans la grille ; sans cette clé, « Prochaine réunion ».";
    }
}
