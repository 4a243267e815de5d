//! What is reported of dates and, above all, what is not.

use greffier::french::remarks::{Remark, RemarkKind, remarks};

/// Each remark as `typed → proposal`.
pub(crate) fn said(text: &str) -> Vec<String> {
    let say = |Remark {
                   range, proposal, ..
               }: Remark| {
        format!("{} → {}", &text[range], proposal.as_deref().unwrap_or("?"))
    };
    remarks(text).into_iter().map(say).collect()
}

#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
    assert_eq!(said(text), expected, "in {text:?}");
}

#[track_caller]
pub(crate) fn silent(texts: &[&str]) {
    for text in texts {
        check(text, &[]);
    }
}

#[test]
fn months_with_a_capital() {
    check("le 7 Février", &["Février → février"]);
    check("Le 7\u{a0}Fevrier 2017", &["Fevrier → février"]);
    check(
        "le 1er Mars 2017, le 1 er Juin",
        &["Mars → mars", "Juin → juin"],
    );
    check("du vingt et un Mars", &["Mars → mars"]);
    check("du 3 au 5 Mai", &["Mai → mai"]);
    check("en Août, fin Mars", &["Août → août", "Mars → mars"]);
    check("au mois d’Août", &["Août → août"]);
    check("la réunion de Janvier", &["Janvier → janvier"]);
    check("3W (Qui fais Quoi Ou Janvier 2017)", &["Janvier → janvier"]);
    check("Bamako, Août 2017", &["Août → août"]);
    check("**7 Février**", &["Février → février"]);
    check("Réunion du 7 Février à Gao", &["Février → février"]);
    check("la Réunion du 7 Février 2017", &["Février → février"]);
}

#[test]
fn spaces_beside_the_end_of_a_line() {
    check("Un  deux", &["   →  "]);
    silent(&[
        "Un \ndeux",
        "Un \u{2028}deux",
        "Un\u{2028}\u{2028}deux",
        "Un\u{2028} deux",
        "Un\u{b}\u{b}deux",
        "Un \u{2029}deux",
        "Un \u{85}deux",
        "Un \rdeux",
    ]);
}

#[test]
fn months_that_may_keep_their_capital() {
    silent(&[
        "Mars est un mois de soudure.",
        "Mars 2017",
        "Août 2017 : bilan",
        "Période : Janvier 2017",
        "(Janvier 2017)",
        "« Mars 2017 »",
        "- Mars 2017",
        "Fait.\nAvril 2017",
        "Mai Traoré",
        "Mme Mai Traoré",
        "de Mai Traoré",
        "de Mai",
        "chez Avril Dupont",
        "le Champ de Mars",
        "les barres Mars",
        "le maréchal Juin",
        "Janvier-Mars 2017",
        "mi-Mars",
        "le Stade du 26 Mars",
        "au stade du 26 Mars",
        "place du 5 Juillet",
        "le Mouvement du 5 Juin",
        "rue du 8 Mai 1945",
        "l’Alliance du 23 Mai",
        "célébration du 8 Mars",
        "le 8 Mars",
        "la fête du 14 Juillet",
        "le 22 Septembre",
        "7 FÉVRIER 2017",
        "RETRAITE DU 24 JANVIER 2017",
        "le 7 février",
        "le 7 marsouins",
        "en Maine",
        "Février",
        "CR_7 Février_2017",
        "https://x.org/le-7/Février",
        "`le 7 Février`",
        "CR-7-Février.pdf",
    ]);
}

#[test]
fn words_of_paths() {
    silent(&[
        r"C:\oeuvre\x",
        r"le dossier Documents\Mme. Sow\oeuvre",
        r"\\serveur\oeuvre\Etat",
        "dans D:/oeuvre/Etat",
        "dans /srv/oeuvre",
        "voir ../oeuvre",
        "voir (archives/oeuvre/Etat)",
    ]);
    check("une oeuvre/un coeur", &["oeuvre → œuvre", "coeur → cœur"]);
    check(r"une \*oeuvre\*", &["oeuvre → œuvre"]);
}

/// Each remark as typed, with a question mark where its writer may have meant what is odd.
#[track_caller]
fn meant(text: &str, expected: &[&str]) {
    let say = |remark: Remark| {
        let mark = if remark.may_be_meant(text) { "?" } else { "" };
        format!("{}{mark}", &text[remark.range])
    };
    let said: Vec<String> = remarks(text).into_iter().map(say).collect();
    assert_eq!(said, expected, "in {text:?}");
}

#[test]
fn what_may_be_meant() {
    for (text, expected) in [
        ("Mme Boeuf et Jacques Coeur", vec!["Boeuf?", "Coeur?"]),
        ("avec Jacques COEUR", vec!["COEUR?"]),
        (
            "L’ONG Bonne Oeuvre. Oeuvres sociales",
            vec!["Oeuvre?", "Oeuvres"],
        ),
        ("MISE EN OEUVRE DU PLAN", vec!["OEUVRE"]),
        ("La MISE EN OEUVRE du plan", vec!["OEUVRE"]),
        ("Mise en Oeuvre, La Main d’Oeuvre", vec!["Oeuvre", "Oeuvre"]),
        (
            "Suivi de l’Oeuvre commune, de l’Oeuvre Malienne",
            vec!["Oeuvre", "Oeuvre?"],
        ),
        (
            "dans le Coeur du projet, dans le Coeur du Sahel, avec le Coeur du lac",
            vec!["Coeur", "Coeur?", "Coeur?"],
        ),
        (
            "au Coeur de la ville, au Coeur d’Or",
            vec!["Coeur", "Coeur?"],
        ),
        ("- Coeur du débat : l’oeuvre", vec!["Coeur", "oeuvre"]),
        ("Paul Avril 2026", vec!["Avril?"]),
        (
            "Début Avril 2026, puis le 7 Avril 2027",
            vec!["Avril", "Avril"],
        ),
        ("Réunion Octobre 2026", vec!["Octobre"]),
        (
            "Budget Juin 2026, Bilan Août\u{a0}2026",
            vec!["Juin", "Août"],
        ),
        ("Mme Mars 2026, Félix Mai 2026", vec!["Mars?", "Mai?"]),
        ("les 12 , 13 et 14 mars", vec!["12 ,"]),
        ("en 2026 , 2027 , 2028 ou 2029", vec!["2026 ,", "2027 ,"]),
        ("Un taux de 3 , 5 et plus", vec!["3 ,?"]),
        ("Un taux de 3 , 5 %", vec!["3 ,?"]),
        ("Un taux de 2\u{a0}. 5", vec!["2\u{a0}.?"]),
        ("les 3 membres , 5 absents", vec!["membres ,"]),
        ("les points 5 , 6 , puis 7", vec!["5 ,?", "6 ,"]),
        (
            "Voir oeuvre.example, ou mon-oeuvre.example",
            vec!["oeuvre?", "oeuvre?"],
        ),
        ("la mise en oeuvre.Le comité", vec!["oeuvre", "oeuvre.Le"]),
    ] {
        meant(text, &expected);
    }
    silent(&[
        "Voir oeuvre.fr.",
        "Voir (oeuvre.ml/aprés) et Acceuil.Com",
        "l’adresse oeuvre.gov.ml",
    ]);
}

#[test]
fn weekdays_with_a_capital() {
    check("le Mardi", &["Mardi → mardi"]);
    check("Le Mardi 7 février", &["Mardi → mardi"]);
    check(
        "chaque Vendredi, tous les Lundis",
        &["Vendredi → vendredi", "Lundis → lundis"],
    );
    check(
        "du Lundi au Vendredi",
        &["Lundi → lundi", "Vendredi → vendredi"],
    );
    check("les Lundi et Jeudi", &["Lundi → lundi", "Jeudi → jeudi"]);
    check("réunion Mardi 7 février", &["Mardi → mardi"]);
    silent(&[
        "Mardi 7 février 2017",
        "Mardi prochain",
        "Réunion : Mardi 7 février",
        "le Vendredi saint",
        "le Mardi gras",
        "le Lundi de Pâques",
        "le Mercredi des Cendres",
        "M. Dimanche",
        "Paul et Dimanche",
        "Robinson et Vendredi",
        "le Dimanche Camara",
        "LE MARDI",
        "« Mardi »",
        "Lundi et mardi",
        "Samedis du cinéma",
    ]);
}

#[test]
fn the_source_record() {
    let record = include_str!("../../meetings/2017/2017-02-07.toml");
    let found = remarks(record)
        .into_iter()
        .map(|remark| (remark.kind, &record[remark.range]));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            (RemarkKind::TwoDigitYear, "24 janvier 17"),
            (RemarkKind::AcronymPlural, "TDRs"),
            (RemarkKind::AcronymPlural, "TDRs"),
            (RemarkKind::AcronymPlural, "TDRs"),
            (RemarkKind::AcronymPlural, "ONGs"),
            (RemarkKind::MonthCapital, "Janvier"),
        ]
    );
}
