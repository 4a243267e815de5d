//! Guards around the patterns.

use greffier::french::hyphenation::adds_hyphen;

use crate::kinds::hyphenated;

#[test]
fn words_as_they_stand_in_a_text() {
    for (word, expected) in [
        ("(coordination),", "(co-or-di-na-tion),"),
        (
            "«\u{a0}Coordination\u{a0}»",
            "«\u{a0}Co-or-di-na-tion\u{a0}»",
        ),
        ("**mobilisation**", "**mo-bi-li-sa-tion**"),
        ("L’Organisation", "L’Or-ga-ni-sa-tion"),
        ("l'organisation", "l'or-ga-ni-sa-tion"),
        ("qu’organisation", "qu’or-ga-ni-sa-tion"),
        ("jusqu’aujourd’hui", "jusqu’au-jourd’hui"),
        ("inputs/commentaires", "in-puts//com-men-taires"),
        ("PNUD/coordination", "PNUD//co-or-di-na-tion"),
        ("PNUD/OCHA/MINUSMA", "PNUD//OCHA//MINUSMA"),
        ("Présidente-directrice", "Présidente-/directrice"),
        ("a-t-il", "a-t-il"),
        ("parle-t-il", "parle-/t-il"),
        ("c’est-à-dire", "c’est-/à-/dire"),
        ("rendez-vous.", "rendez-/vous."),
    ] {
        assert_eq!(hyphenated(word), expected);
    }
}

#[test]
fn never_cut() {
    for word in [
        "",
        "-",
        "’",
        "’’’",
        "a-",
        "--",
        "l’",
        "’hui",
        "2017-2018",
        "14h30mn",
        "3W",
        "COVID-19",
        "ONGs",
        "TDRs",
        "d’ONGs",
        "ACTED",
        "ONUFemmes",
        "McDonald",
        "N’Golo",
        "N’Djaména",
        "N'Djaména",
        "Sa’adou",
        "O.N.G.",
        "participant(e)s",
        "et/ou",
        "km/h",
        "31/12/2026",
        "2021/05",
        "Ɲɛnɛmakoro",
        "ɲamakoro",
        "ⵜⵉⵏⴱⵓⴽⵜⵓ",
        "organisation\u{2011}mère",
        "re\u{301}sponsable",
        "relèvement…développement",
        "coordination–suivi",
    ] {
        assert_eq!(hyphenated(word), word);
    }
}

#[test]
fn addresses_are_cut_without_a_hyphen() {
    assert_eq!(
        hyphenated("(https://www.undp.org/fr/mali-nord/?a=1&b=coordination)."),
        "(https:///www.undp/.org//fr//mali-/nord/?/a=/1&/b=/coordination)."
    );
    assert_eq!(
        hyphenated("http://earlyrecovery.global/country/mali/"),
        "http:///earlyrecovery/.global//country//mali/"
    );
    assert_eq!(hyphenated("www.coordination.org"), "www.coordination/.org");
    assert_eq!(
        hyphenated("awa.sow-cluster@undp.org,"),
        "awa.sow-/cluster@/undp/.org,"
    );
    assert_eq!(
        hyphenated("(5W_matrice-finale_2026.xlsx)"),
        "(5W_/matrice-/finale_/2026/.xlsx)"
    );
    assert_eq!(hyphenated("rapport_final"), "rapport_/final");
}

#[test]
fn typed_hyphens_need_no_other() {
    assert!(adds_hyphen("atelier", 3));
    assert!(!adds_hyphen("procès-verbal", "procès-".len()));
}

#[test]
fn long_words_are_cut_too() {
    let word = "anticonstitutionnellement".repeat(400);
    assert!(hyphenated(&word).len() > word.len());
}
