//! Properties that hold for any text.

use greffier::french::Spelling;
use greffier::french::folding::{fold, name_key, name_slug, slug};
use greffier::french::hours::parse_hour;
use greffier::french::numbers::{cardinal, ordinal};
use greffier::french::typed_dates::dates_in;
use greffier::french::words::{capital_first, plural, upper};
use greffier::french::{Gender, numbers};
use proptest::prelude::*;

/// Any text, and texts made of the pieces that the readers look for.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "mardi",
        "le",
        "1er",
        "24",
        "07",
        "17",
        "2017",
        "janvier",
        "sept",
        "AOÛT",
        "fe\u{301}vrier",
        "h",
        "heures",
        "mn",
        "participants",
        "ONG",
        "/",
        "-",
        ".",
        ",",
        ":",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\n",
        "(",
        "%",
        "’",
        "é",
        "\u{301}",
        "ﷺ",
        "ɛ",
        "٣",
        "😀",
    ];
    let composed = prop::collection::vec(
        prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        0..16,
    )
    .prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), composed]
}

proptest! {
    #[test]
    fn a_slug_is_plain_and_stays(text in text()) {
        let once = slug(&text);
        prop_assert!(once.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"));
        prop_assert_eq!(slug(&once), once);
    }

    /// Names that read otherwise have other addresses, and one that its slug tells whole has that.
    #[test]
    fn each_name_has_an_address_of_its_own(one in text(), other in text(), long in "[a-zé -]{70,90}") {
        for (one, other) in [
            (one.clone(), other.clone()),
            (format!("OIM {one}"), format!("OIM {other}")),
            (format!("{long}{one}"), format!("{long}{other}")),
        ] {
            let (address, others) = (name_slug(&one), name_slug(&other));
            if fold(&one) != fold(&other) {
                prop_assert_ne!(&address, &others);
                prop_assert_ne!(name_key(&one), name_key(&other));
            }
            prop_assert!(!address.is_empty() && address.len() <= 98);
            prop_assert!(address.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!address.starts_with('-') && !address.ends_with('-'));
            let slug = slug(&one);
            let is_whole = slug.replace('-', "") == fold(&one) && (1..=80).contains(&slug.len());
            prop_assert_eq!(address == slug, is_whole);
        }
    }

    #[test]
    fn dates_lie_in_their_text(text in text()) {
        let mut end = 0;
        for typed in dates_in(&text) {
            prop_assert!(end <= typed.range.start && typed.range.start < typed.range.end);
            prop_assert!(text.get(typed.range.clone()).is_some());
            prop_assert!((1..=31).contains(&typed.day) && (1..=12).contains(&typed.month));
            let _ = (typed.date(), typed.contradicted_weekday());
            end = typed.range.end;
        }
    }

    #[test]
    fn nothing_panics(text in text(), number: u64) {
        let _ = (parse_hour(&text), fold(&text), capital_first(&text), upper(&text), plural(&text));
        for spelling in [Spelling::Traditional, Spelling::Rectified1990] {
            let _ = cardinal(number, Gender::Feminine, spelling);
            let _ = ordinal(number, Gender::Feminine, spelling);
            let _ = numbers::cardinal_as_rank(number, spelling);
        }
    }

    #[test]
    fn a_fold_ignores_case_and_spaces(text in "[a-zàéèœɛɲ’ -]{0,20}") {
        prop_assert_eq!(fold(&text), fold(&text.to_uppercase()));
        prop_assert_eq!(fold(&text), fold(&text.replace([' ', '-', '’'], "")));
    }
}

/// Links to the pages of owners lead there for ever.
#[test]
fn the_addresses_of_names_stay() {
    for (name, address) in [
        ("PNUD / La coordination", "pnud-la-coordination"),
        ("Comité d’Œuvre de Ségou", "comite-d-oeuvre-de-segou"),
        ("Ɓaɲɛ", "bane"),
        ("OIM Москва", "oim--eed16a98feeabf37"),
        ("Красный Крест", "sans-nom--18575892cbbfae03"),
        ("☎", "sans-nom--5691fa1b8896152b"),
    ] {
        assert_eq!(name_slug(name), address, "{name}");
    }
    // Case, accents, signs and spaces make no other name.
    for (one, other) in [
        ("Красный Крест", "КРАСНЫЙ\u{a0}крест"),
        ("OIM Москва", "oim – москва"),
        ("Croix-Rouge", "CROIX ROUGE"),
        ("☎", " ☎ "),
    ] {
        assert_eq!(name_slug(one), name_slug(other), "{one}");
    }
}
