//! Those present, represented and absent, said alike in the three outputs.

use super::Pages;

#[test]
fn the_absent_and_the_represented_are_in_groups() {
    let page = Pages::of_record(
        "date = 2026-03-17\nparticipants = [{ nom = \"Mme Awa Sow\", qualite = \"titulaire\" }]\n\
         excuses = [{ nom = \"M. Ferré\", qualite = \"titulaire\", organisation = \"CFDT\" }, \
         { nom = \"Mme Diarra\", qualite = \"suppléant\" }, { nom = \"M. Ba\", qualite = \"Titulaire\" }]\n\
         absents = [{ nom = \"M. Dicko\" }]\n\
         representes = [{ nom = \"Mme Hamon\", qualite = \"collège A\", pouvoir_a = \"Mme Awa Sow\" }]\n",
    );
    let document = page.sound();
    let lists: Vec<(&str, Vec<&str>)> = document
        .absences
        .iter()
        .map(|(title, list)| (title.as_str(), list.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        lists,
        [
            ("Pouvoir", vec![]),
            (
                "Pouvoir, Collège A (1)",
                vec!["Mme Hamon, pouvoir donné à Mme Awa Sow"]
            ),
            ("Absences excusées", vec![]),
            (
                "Absences excusées, Titulaires (2)",
                vec!["M. Ferré, CFDT", "M. Ba"]
            ),
            ("Absences excusées, Suppléant (1)", vec!["Mme Diarra"]),
            ("Absence", vec!["M. Dicko"]),
        ]
    );
}

/// Whoever gives a proxy and is there for a part is present; whoever does and is not is represented.
#[test]
fn a_proxy_for_a_part_of_the_meeting() {
    let document = Pages::of_record(
        "date = 2026-03-17\nparticipants = [\n\
         { nom = \"M. Côme Leduc\", pouvoir_a = \"Mme Lou Sanz\", depart = \"12h10\" },\n\
         { nom = \"M. Issa Ba\", pouvoir_a = \"Mme Lou Sanz\", arrivee = \"10h\" },\n\
         { nom = \"M. Paul Roy\", pouvoir_a = \"Mme Lou Sanz\" },\n\
         { nom = \"Mme Lou Sanz\" }]\n",
    )
    .sound();
    let present: Vec<&str> = document
        .participants
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(
        present,
        [
            "M. Côme Leduc, départ à 12 h 10, pouvoir donné à Mme Lou Sanz",
            "M. Issa Ba, pouvoir donné à Mme Lou Sanz, arrivée à 10 h",
            "Mme Lou Sanz",
        ]
    );
    assert_eq!(
        document.absences,
        [(
            "Pouvoir".to_owned(),
            vec!["M. Paul Roy, pouvoir donné à Mme Lou Sanz".to_owned()]
        )]
    );
}

/// A column of organisations stands where somebody of the group has one.
#[test]
fn a_group_without_organisations_has_no_column_of_them() {
    let page = Pages::of_record(
        "date = 2026-03-17\nparticipants = [{ nom = \"Mme Sow\", qualite = \"copropriétaire\" }, \
         { nom = \"M. Roy\", organisation = \"Cabinet Roy\", qualite = \"syndic\" }]\n",
    );
    let heads = |group: &str| {
        let table = page.html.split(group).nth(2).unwrap();
        let table = table.split("</table>").next().unwrap();
        table.matches("<th scope=\"col\"").count()
    };
    assert_eq!(heads("Copropriétaire"), 2);
    assert_eq!(heads("Syndic"), 3);
    page.sound();
}

/// Somebody in no capacity is read as of the group before, where nothing parts them; those who stand in a sentence have no number.
#[test]
fn those_in_no_capacity_have_a_head() {
    let document = Pages::of_record(
        "date = 2026-03-03\n\
         participants = [{ nom = \"Mme Léa Roux\", qualite = \"élu\", fonction = \"maire\" }, { nom = \"M. Ali Ba\" },\n\
         { nom = \"M. Jo Li\", qualite = \"expert\", organisation = \"BRGM\" },\n\
         { organisation = \"Audex\", nombre = 2, qualite = \"commissaire aux comptes\" }, { nom = \"Mme Zoé Ly\", qualite = \"observateur\" }]\n\
         excuses = [{ nom = \"Mme A\", qualite = \"élu\" }, { nom = \"Mme B\" }, { nom = \"Mme C\" }]\n\
         absents = [{ nom = \"M. D\" }, { nom = \"M. E\", qualite = \"élu\" }]\n",
    )
    .sound();
    let absent: Vec<(&str, usize)> = document
        .absences
        .iter()
        .map(|(title, list)| (title.as_str(), list.len()))
        .collect();
    assert_eq!(
        absent,
        [
            ("Excusées", 0),
            ("Excusées, Élu (1)", 1),
            ("Excusées, Autres (2)", 2),
            ("Absences", 0),
            ("Absences, Élu (1)", 1),
            ("Absences, Autre (1)", 1),
        ]
    );
}

#[test]
fn groups_of_those_present_are_numbered_without_a_gap() {
    let page = Pages::of_record(
        "date = 2026-03-03\n\
         participants = [{ nom = \"Mme Léa Roux\", qualite = \"élu\", fonction = \"maire\" }, { nom = \"M. Ali Ba\" },\n\
         { nom = \"M. Jo Li\", qualite = \"expert\", organisation = \"BRGM\" },\n\
         { organisation = \"Audex\", nombre = 2, qualite = \"commissaire aux comptes\" }, { nom = \"Mme Zoé Ly\", qualite = \"observateur\" }]\n",
    );
    let rows: Vec<&str> = page
        .markdown
        .lines()
        .filter(|line| line.starts_with("| ") || line.starts_with("### "))
        .collect();
    assert_eq!(
        rows,
        [
            "### Élu (1)",
            "| N° | Nom et prénom | Fonction |",
            "| 1 | Mme\u{a0}Léa Roux | maire |",
            "### Expert (1)",
            "| N° | Nom et prénom | Organisation |",
            "| 2 | M.\u{a0}Jo Li | BRGM |",
            "### Commissaire aux comptes",
            "### Observateur (1)",
            "| N° | Nom et prénom | Fonction |",
            "| 3 | Mme\u{a0}Zoé Ly | |",
            "### Autres participants (1)",
            "| N° | Nom et prénom | Fonction |",
            "| 4 | M.\u{a0}Ali Ba | |",
        ]
    );
}

/// Of those who wrote, a function follows a colon, as in the source document; of others one with a capital does. Organisations are in
/// apposition.
#[test]
fn who_wrote_and_what_they_are() {
    let document = Pages::of_record(
        "date = 2026-03-17\nredaction = [{ role = \"Rédigé par\", nom = \"Oumou Sow\", fonction = \"Coordinatrice du Cluster\" }, \
         { role = \"Revu par\", nom = \"Ali Dicko\", fonction = \"chargé de mission\" }, { role = \"Rédigé par\", nom = \"Claire Weber\", organisation = \"OIM\" }]\n\
         roles = [{ role = \"Convoquée par\", nom = \"M. Michel Garnier\", fonction = \"maire sortant\" }, \
         { role = \"Scrutateur\", nom = \"M. Roy\", fonction = \"Adjoint\" }]\n",
    )
    .sound();
    assert_eq!(
        document.authors,
        [
            "Rédigé par Oumou Sow : Coordinatrice du Cluster",
            "Revu par Ali Dicko : chargé de mission",
            "Rédigé par Claire Weber, OIM",
            "Convoquée par M. Michel Garnier, maire sortant",
            "Scrutateur : M. Roy, Adjoint",
        ]
    );
}

/// A decision without a number would read as the rest of one that has one.
#[test]
fn a_decision_without_a_number_is_apart_from_one_that_has_one() {
    for presentation in ["sections", "tableau"] {
        let page = Pages::of_record(&format!(
            "date = 2026-03-17\npresentation = \"{presentation}\"\n[[themes]]\ntitre = \"Comptes\"\n\
             decisions = [{{ numero = \"2026-01\", texte = \"Le rapport est approuvé.\" }}, {{ texte = \"Le siège est à Lyon.\" }}]\n\
             actions = [{{ texte = \"Publier\" }}]\n"
        ));
        page.sound();
        for text in [&page.html, &page.print, &page.markdown] {
            let text = text.replace(['\u{a0}', '\u{202f}'], " ");
            let after = text.split("Le rapport est approuvé.").nth(1).unwrap();
            let between = after.split("Le siège").next().unwrap();
            assert!(between.contains("Décision"), "{presentation}: {between}");
        }
    }
}

/// The column that holds decisions alone is headed so.
#[test]
fn a_column_of_decisions_alone_says_so() {
    let head = |more: &str| {
        let page = Pages::of_record(&format!(
            "date = 2026-03-17\npresentation = \"tableau\"\n[[themes]]\ntitre = \"Comptes\"\ndecisions = [\"Adopter.\"]\n\
             actions = [{{ texte = \"Publier\" }}]\n{more}"
        ));
        page.sound_in_columns(&crate::common::document::Heads::default());
        let row = page.html.split("<thead role=\"rowgroup\">").nth(1).unwrap();
        row.split("</thead>").next().unwrap().to_owned()
    };
    assert!(head("").contains(">Décisions<"), "{}", head(""));
    let other = "[[themes]]\ntitre = \"Forages\"\nrecommandations = [\"Creuser.\"]\n";
    assert!(head(other).contains("Recommandations"), "{}", head(other));
}

/// What is said of an organisation that nobody's name stands for is said beside its name.
#[test]
fn an_organisation_is_represented_beside_its_name() {
    let document = Pages::of_record(
        "date = 2026-03-17\nparticipants = [{ organisation = \"BPI Investissement\", fonction = \"administrateur\", \
         represente_par = \"Mme Aude Ollier\" }, { organisation = \"Conseil départemental\", represente_par = \"Dr Jean Ba\" }, \
         { organisation = \"Parents d’élèves\", nombre = 2, represente_par = \"Awa Sow\", a_distance = true }, \
         { nom = \"Mme Awa Sow\", organisation = \"OIM\", represente_par = \"M. Roy\" }]\n\
         excuses = [{ organisation = \"Société Orange\", represente_par = \"Ali Ba\" }]\n",
    )
    .sound();
    let said = document.participants.iter();
    let said: Vec<(&str, &str)> = said
        .map(|one| (one.name.as_str(), one.organisation.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (
                "administrateur",
                "BPI Investissement, représentée par Mme Aude Ollier"
            ),
            ("", "Conseil départemental, représenté par le Dr Jean Ba"),
            (
                "",
                "Parents d’élèves (2), suppléance assurée par Awa Sow, en ligne"
            ),
            ("Mme Awa Sow, représentée par M. Roy", "OIM"),
        ]
    );
    assert_eq!(
        document.absences[0].1,
        ["Société Orange, représentée par Ali Ba"]
    );
}
