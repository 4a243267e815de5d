//! What is taken out of names and functions before they are published, as whole pieces, and what stays.

use greffier::french::contacts::without_contacts;

/// What is typed, and what is published of it.
const FORMS: &[(&str, &str)] = &[
    // A group that could be a year.
    ("Awa Sow +223 2022 1234", "Awa Sow"),
    ("Awa Sow, 2022 1234", "Awa Sow"),
    ("Awa Sow 76 12 34 56 (2026)", "Awa Sow (2026)"),
    ("Awa Sow, 19 22 34 56", "Awa Sow"),
    ("Résolution 1325 (2000)", "Résolution 1325 (2000)"),
    ("exercices 2022 2023", "exercices 2022 2023"),
    ("loi 2017-1234", "loi 2017-1234"),
    ("le 2017 02 07", "le 2017 02 07"),
    // Signs that some put between digits.
    ("Awa Sow 76·12·34·56", "Awa Sow"),
    ("Awa Sow 76_12_34_56", "Awa Sow"),
    ("Awa Sow 76,54,32,10", "Awa Sow"),
    ("Awa Sow (76:54:32:10)", "Awa Sow"),
    ("Awa Sow 76’54’32’10", "Awa Sow"),
    ("Awa Sow (tél. +223 76*54*32*10)", "Awa Sow"),
    ("Awa Sow 76\u{2010}54\u{2010}32\u{2010}10", "Awa Sow"),
    ("Awa Sow 76\u{2212}54\u{2212}32\u{2212}10", "Awa Sow"),
    ("Permanence 12:30-14:30", "Permanence 12:30-14:30"),
    ("Commissions 1,2,3,4,5,6,7,8", "Commissions 1,2,3,4,5,6,7,8"),
    ("Budget de 1,250,000 F", "Budget de 1,250,000 F"),
    // What is typed for the sign of an address.
    ("Awa Sow, awa @ gmail.com", "Awa Sow"),
    ("Awa Sow, awa@ gmail.com", "Awa Sow"),
    ("Awa Sow, courriel : awa[AT]gmail.com", "Awa Sow"),
    ("Awa Sow, awa (AT) gmail.com", "Awa Sow"),
    ("Awa Sow, awa{at}gmail.com", "Awa Sow"),
    ("Awa Sow, awa arobase gmail.com", "Awa Sow"),
    ("Awa Sow, awa＠gmail.com", "Awa Sow"),
    ("Awa Sow, ７６ １２ ３４ ５６", "Awa Sow"),
    ("Awa Sow (tél. ٧٦١٢٣٤٥٦, OIM)", "Awa Sow (OIM)"),
    (
        "Réunion de ２０２６, Awa Sow",
        "Réunion de ２０２６, Awa Sow",
    ),
    ("Réunion @ Gao. Suite", "Réunion @ Gao. Suite"),
    // Nothing to take.
    ("Awa Sangaré", "Awa Sangaré"),
    ("Plan 2026-2030", "Plan 2026-2030"),
    ("depuis le 07/02/2017", "depuis le 07/02/2017"),
    ("le 2017-02-07", "le 2017-02-07"),
    ("du 13/01/2026 au 15/01/2026", "du 13/01/2026 au 15/01/2026"),
    ("+223 2017 +223", "+223 2017 +223"),
    ("PNUD @ Gao", "PNUD @ Gao"),
    ("Projet 1325 (phase 2)", "Projet 1325 (phase 2)"),
    ("projet n° 12 345 678", "projet n° 12 345 678"),
    ("Projet n° 12345678", "Projet n° 12345678"),
    ("projet nº 2026-00012345", "projet nº 2026-00012345"),
    ("décret no 98-012345-6", "décret no 98-012345-6"),
    ("réf. 4455-6677", "réf. 4455-6677"),
    ("12 500 000 F CFA", "12 500 000 F CFA"),
    ("12500000 F CFA", "12500000 F CFA"),
    ("12.500.000 FCFA", "12.500.000 FCFA"),
    ("budget de 45 000 000", "budget de 45 000 000"),
    ("34 567 890 €", "34 567 890 €"),
    ("34567890€", "34567890€"),
    ("12345678 personnes", "12345678 personnes"),
    ("12 345 678 bénéficiaires", "12 345 678 bénéficiaires"),
    (
        "Responsable du contact avec OCHA",
        "Responsable du contact avec OCHA",
    ),
    (
        "Chargée des télécommunications",
        "Chargée des télécommunications",
    ),
    ("Équipe mobile 3", "Équipe mobile 3"),
    // A place on the map.
    ("Puits, 16.271667, -0.042222", "Puits, 16.271667, -0.042222"),
    ("puits 16.271667 -0.042222", "puits 16.271667 -0.042222"),
    ("forage (16.27166712 N)", "forage (16.27166712 N)"),
    ("GPS : 16.27166712", "GPS : 16.27166712"),
    (
        "lat. 16.27166712 long. -3.00765432",
        "lat. 16.27166712 long. -3.00765432",
    ),
    ("site 30P 0712345 1801234", "site 30P 0712345 1801234"),
    ("N 16° 16’ 18.0012345", "N 16° 16’ 18.0012345"),
    ("Awa Sow 76.123456", "Awa Sow"),
    ("Awa Sow 76.12.34.56", "Awa Sow"),
    ("Awa Sow (223) 7612.3456", "Awa Sow"),
    // Addresses.
    ("awa@example.org", ""),
    ("Awa Sangaré, awa@example.org", "Awa Sangaré"),
    ("Awa <awa.s@example.org> Sangaré", "Awa Sangaré"),
    ("Awa Sow <awa@example.org>", "Awa Sow"),
    ("Awa Sow (awa@example.org)", "Awa Sow"),
    ("Awa Sow [awa@example.org]", "Awa Sow"),
    ("Awa Sow ; awa@example.org ; PNUD", "Awa Sow; PNUD"),
    ("Awa Sow mailto:awa@example.org", "Awa Sow"),
    ("Awa Sow, e-mail : awa@example.org", "Awa Sow"),
    ("Awa Sow, courriel : awa@example.org, PNUD", "Awa Sow, PNUD"),
    ("Awa Sow, adresse électronique : awa@example.org", "Awa Sow"),
    ("Awa Sow, adresse mail awa@example.org", "Awa Sow"),
    ("Awa Sow, awa@example.org et awa@example.net", "Awa Sow"),
    ("Awa Sow, awa [at] example.org", "Awa Sow"),
    ("Awa Sow, awa(at)example.org", "Awa Sow"),
    ("Awa Sow - awa@example.org - PNUD", "Awa Sow - PNUD"),
    // Numbers.
    ("Chef de projet 76123456", "Chef de projet"),
    ("Chef de projet 76 12 34 56", "Chef de projet"),
    ("Awa Sow n° 76 12 34 56", "Awa Sow"),
    ("Awa Sow, 812 345 678", "Awa Sow"),
    ("Awa Sow ; +243 812 345 678", "Awa Sow"),
    ("Awa Sangaré (tél. 76 12 34 56)", "Awa Sangaré"),
    (
        "Awa Sangaré (awa@example.org, +223 76123456)",
        "Awa Sangaré",
    ),
    ("Awa Sangaré / 76.12.34.56 / awa@example.org", "Awa Sangaré"),
    (
        "Cheffe de projet, Tél : 00223-76-12-34-56",
        "Cheffe de projet",
    ),
    ("Awa (20 22 12 34)", "Awa"),
    ("Awa (mobile : 76 12 34 56), PNUD", "Awa, PNUD"),
    ("Awa Sow, Tél: (+223) 44-90-12-34", "Awa Sow"),
    ("Awa Sow (Tél: (+223) 44-90-12-34)", "Awa Sow"),
    ("Awa Sow, (+223) 44 90 12 34, PNUD", "Awa Sow, PNUD"),
    ("Awa Sow, +223 44.90.12.34", "Awa Sow"),
    ("Awa Sow, (00223) 44901234", "Awa Sow"),
    ("Awa Sow 76 12 34 56", "Awa Sow"),
    ("Awa Sow 76123456", "Awa Sow"),
    ("76 12 34 56 Awa Sow", "Awa Sow"),
    ("Awa Sow : 76 12 34 56", "Awa Sow"),
    ("Awa Sow, tél. 76 12 34 56 / 66 12 34 56", "Awa Sow"),
    ("Awa Sow, tél. 76 12 34 56 ou 66 12 34 56", "Awa Sow"),
    ("Awa Sow, tél. n° 76 12 34 56", "Awa Sow"),
    ("Awa Sow, tél. 80 00 11", "Awa Sow"),
    ("Awa Sow, 76 12 34 56 (WhatsApp)", "Awa Sow"),
    ("Awa Sow, 76 12 34 56 WhatsApp, PNUD", "Awa Sow, PNUD"),
    ("Awa Sow, tél. 20 22 12 34 poste 215", "Awa Sow"),
    ("Awa Sow, joignable au 76 12 34 56", "Awa Sow"),
    ("Awa Sow, fax 20 22 12 35", "Awa Sow"),
    ("Awa Sow, GSM +223 76 12 34 56", "Awa Sow"),
    ("Awa Sow, portable : +33 6 12 34 56 78", "Awa Sow"),
    ("Point focal, point de contact : 76 12 34 56", "Point focal"),
    ("Awa Sow, tél. 2022 1234", "Awa Sow"),
    ("Awa Sow | 76 12 34 56 | PNUD", "Awa Sow | PNUD"),
    ("Awa Sow – 76 12 34 56 – PNUD", "Awa Sow – PNUD"),
];

#[test]
fn contacts_go_and_nothing_else() {
    assert!(FORMS.len() >= 60);
    let wrong = FORMS.iter().filter_map(|(typed, published)| {
        let found = without_contacts(typed);
        (found != *published).then(|| format!("« {typed} » gives « {found} », not « {published} »"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever is taken, what is left holds none.
#[test]
fn once_is_enough() {
    for (typed, _) in FORMS {
        let once = without_contacts(typed);
        assert_eq!(without_contacts(&once), once, "{typed}");
    }
}
