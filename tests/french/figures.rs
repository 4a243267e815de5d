//! What is reported of words and figures, and what is not.

use greffier::french::remarks::leading_number;

use crate::remarks::{check, silent};

#[test]
fn the_accent_of_a_capital() {
    for text in [
        "A l’issue de la réunion",
        "A l'ordre du jour",
        "A la demande du PNUD",
        "A cet effet, OCHA",
        "A Gao, les prix montent",
        "Fin. A Ménaka et Kidal",
        "A ce titre",
        "A partir de 9 h",
        "A noter",
        "A confirmer",
        "A court terme",
        "A 20 h 30, le maire",
        "A 9h, la séance",
        "**A l’issue** de",
        "Validé. A l’issue de",
        "Décision : A l’unanimité",
        "- A l’issue de",
        "Fin\n\nA l’issue de",
        "(A l’issue de la réunion)",
        "« A l’issue »",
    ] {
        check(text, &["A → À"]);
    }
    silent(&[
        "À l’issue de",
        "A. Traoré",
        "A.\u{a0}Traoré",
        "A Traoré",
        "Groupe A Gao",
        "le plan A l’emporte",
        "le plan A",
        "Vitamine A",
        "Vitamine A\nla dose",
        "groupe A, groupe B",
        "A été validé",
        "A pris part à la réunion",
        "A déclaré",
        "A mesuré l’écart",
        "A causé",
        "A titré",
        "A clôturé",
        "A number of",
        "A 4",
        "A encore rappelé",
        "A",
        "A :",
        "A) la zone",
        "A – l’eau",
        "M. A la parole",
        "cf. A l’annexe",
        "hépatite A, A la fois",
        "A hier",
        "Ala",
        "AL’",
        "A/RES/46/182",
        "A le plaisir",
        "A un rôle majeur",
        "plan\nA l’avantage de",
    ]);
}

#[test]
fn acronyms_with_an_s() {
    check("les ONGs et les CVs", &["ONGs → ONG", "CVs → CV"]);
    check(
        "Partage des TDRs de l'atelier, TdRs",
        &["TDRs → TDR", "TdRs → TdR"],
    );
    check("d’ONGs/OSCs.", &["ONGs → ONG", "OSCs → OSC"]);
    silent(&[
        "les ONG",
        "ONGS",
        "Ms",
        "les As",
        "Les",
        "Gas",
        "XXs",
        "sous-ONGs-1",
        "http://ONGs.org/ONGs",
        "ONGs.org",
        "info@ONGs.org",
        "liste_ONGs",
        "liste-ONGs.xlsx",
        "`ONGs`",
        "ONGsX",
        "Paris",
        "MoUs",
        "ONGs2",
    ]);
}

#[test]
fn misters() {
    check("Mr Diallo", &["Mr → M."]);
    check("Mr. Diallo et Mr\u{a0}Ba", &["Mr. → M.", "Mr → M."]);
    check("Mr le Maire, Mr l’Ambassadeur", &["Mr → M.", "Mr → M."]);
    check("Mr.Diallo", &["Mr.Diallo → M. Diallo"]);
    check("M.Diallo", &["M.Diallo → M. Diallo"]);
    check("(M.N’Golo KONE)", &["M.N’Golo → M. N’Golo"]);
    check(
        "Dr.Sow, MM.Keita et Sow",
        &["Dr.Sow → Dr. Sow", "MM.Keita → MM. Keita"],
    );
    silent(&[
        "M. Diallo",
        "M.\u{a0}Diallo",
        "Mme Sow",
        "Mr",
        "le sigle Mr est anglais",
        "MR Diallo",
        "M.A.Traoré",
        "M.Sc",
        "M.Phil",
        "M.D.",
        "S.E.M.Diallo",
        "M.Diallo@undp.org",
        "www.M.Diallo.org",
        "M.pdf",
        "P.-M.Diallo",
        "`Mr Diallo`",
        "Mrs Jones",
    ]);
}

#[test]
fn thousands() {
    check("2.508.543 personnes", &["2.508.543 → 2 508 543"]);
    check(
        "160.000 FCFA et 160,000 FCFA.",
        &["160.000 → 160 000", "160,000 → 160 000"],
    );
    check("USD 12,500", &["12,500 → 12 500"]);
    check(
        "12,500 FCFA, 12,500$",
        &["12,500 → 12 500", "12,500 → 12 500"],
    );
    check("2,508,543", &["2,508,543 → 2 508 543"]);
    check("1.250 ménages", &["1.250 → 1 250"]);
    check("160.000,50 EUR", &["160.000,50 → 160 000,50"]);
    check("1,250.5", &["1,250.5 → 1 250,5"]);
    check(
        "30.000F et 2.508.543FCFA",
        &["30.000 → 30 000", "2.508.543 → 2 508 543"],
    );
    check("de 1.000-2.000", &[]);
    silent(&[
        "160 000",
        "12,5 %",
        "1,250 km",
        "3,141",
        "0,125",
        "0.125",
        "0,000",
        "1 € = 655,957 F CFA",
        "v2.100",
        "version 2.100",
        "article 12.100",
        "n° 12.100",
        "192.168.100.200",
        "76.12.34.56",
        "+223.201.202",
        "24.01.2017",
        "07.02.2017",
        "1.2.3",
        "16.271 N",
        "16.271°",
        "2017.000",
        "1.25",
        "10.1000",
        "A/12.100",
        "budget_160.000.xlsx",
        "ONGs.kml, TDRs.7z",
        "https://x.org/160.000",
        "1.000.pdf",
        "50.000px",
    ]);
}

#[test]
fn short_years() {
    check(
        "retraite du 24 janvier 17",
        &["24 janvier 17 → 24 janvier 2017"],
    );
    check("24/01/17", &["24/01/17 → 24/01/2017"]);
    check("le 24 janvier 98", &["24 janvier 98 → ?"]);
    check(
        "le 24 Janvier 17",
        &["24 Janvier 17 → 24 Janvier 2017", "Janvier → janvier"],
    );
    silent(&[
        "le 24 janvier 17 participants",
        "CR 24-01-17.pdf",
        "mardi 8 février 2017",
    ]);
}

#[test]
fn numbers_in_front_of_titles() {
    for (title, number) in [
        ("1. Présentation", "1. "),
        ("1.Présentation", "1."),
        ("12) Divers", "12) "),
        (" 3 - Divers", "3 - "),
        ("3- Divers", "3- "),
        ("2 : Divers", "2 : "),
        ("1° Divers", "1° "),
        ("IV. Divers", "IV. "),
        ("1. « One Page »", "1. "),
    ] {
        assert_eq!(
            leading_number(title).map(|range| &title[range]),
            Some(number),
            "{title}"
        );
    }
    for title in [
        "",
        "1",
        "1.",
        "2 ateliers",
        "2017 : bilan",
        "3W",
        "5 – 7 mars",
        "24/7",
        "1.5 million",
        "V. Keita",
        "I. Présentation",
        "1er atelier",
        "15 minutes",
        "II est",
        "Vie",
        "Présentation",
        "2e réunion",
        "1-2 ateliers",
        "A. Divers",
        "2.508.543 déplacés",
    ] {
        assert_eq!(leading_number(title), None, "{title}");
    }
}
