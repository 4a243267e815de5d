//! Words, dates and durations beyond the table.

use greffier::french::dates::{date_range, of_month};
use greffier::french::folding::{fold, slug};
use greffier::french::hours::{duration, time_range};
use greffier::french::numbers::{group_digits, ordinal, short_ordinal};
use greffier::french::typography::title_with_part;
use greffier::french::words::{
    all_late, capital_first, counted, counted_or_none, list_join, plural, upper,
};
use greffier::french::{EndBeforeStart, Gender, Spelling};
use jiff::civil::{date, time};

#[test]
fn all_of_several_are_late_and_one_alone_is() {
    for (count, late, said) in [
        (0, 0, None),
        (1, 0, None),
        (1, 1, Some("en retard")),
        (3, 2, None),
        (3, 3, Some("tous en retard")),
    ] {
        assert_eq!(
            all_late(count, late, "en retard").as_deref(),
            said,
            "{late} of {count}"
        );
    }
}

/// A label that would have to agree is in no sentence.
#[test]
fn what_is_late_is_so_in_a_sentence() {
    for (label, said) in [
        ("en retard", "tous en retard"),
        ("En retard", "tous en retard"),
        ("hors délai", "tous hors délai"),
        ("à relancer", "tous à relancer"),
        ("En souffrance", "tous en souffrance"),
        ("échue", "tous en retard"),
        ("échu", "tous en retard"),
        ("dépassé", "tous en retard"),
        ("DÉPASSÉE", "tous en retard"),
        ("date passée", "tous en retard"),
        ("en", "tous en retard"),
        ("", "tous en retard"),
    ] {
        assert_eq!(all_late(2, 2, label).as_deref(), Some(said), "{label}");
    }
}

#[test]
fn a_part_is_told_with_its_theme() {
    for (part, said) in [
        (None, "Subventions"),
        (
            Some("École de musique"),
            "Subventions\u{a0}– École de musique",
        ),
        // A title that says what its theme says is not told twice.
        (Some("Subventions"), "Subventions"),
    ] {
        assert_eq!(title_with_part("Subventions", part), said);
    }
}

#[test]
fn plurals() {
    for (noun, expected) in [
        ("ordre du jour", "ordres du jour"),
        ("relevé de décisions", "relevés de décisions"),
        ("point d’action", "points d’action"),
        ("membre présent", "membres présents"),
        ("action à faire", "actions à faire"),
        ("homme et femme", "hommes et femmes"),
        ("membre non excusé", "membres non excusés"),
        ("avis", "avis"),
        ("bureau", "bureaux"),
        ("travail", "travaux"),
        ("festival", "festivals"),
        ("détail", "détails"),
        ("", ""),
    ] {
        assert_eq!(plural(noun), expected, "{noun}");
    }
}

#[test]
fn counted_nouns() {
    assert_eq!(
        counted(1_000_001, "membre"),
        "1\u{202f}000\u{202f}001 membres"
    );
    assert_eq!(
        counted(2_000_000, "action"),
        "2\u{202f}000\u{202f}000 d’actions"
    );
    assert_eq!(
        counted(2_000_000, "habitant"),
        "2\u{202f}000\u{202f}000 d’habitants"
    );
    assert_eq!(
        counted(3_000_000_000, "héros"),
        "3\u{202f}000\u{202f}000\u{202f}000 de héros"
    );
    assert_eq!(
        counted_or_none(0, "participant", Gender::Masculine),
        "Aucun participant"
    );
    assert_eq!(counted_or_none(2, "action", Gender::Feminine), "2 actions");
    assert_eq!(list_join::<&str>(&[]), "");
    assert_eq!(group_digits(0), "0");
    assert_eq!(group_digits(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(short_ordinal(1, Gender::Masculine), "1er");
    assert_eq!(
        ordinal(14, Gender::Feminine, Spelling::Traditional),
        "quatorzième"
    );
}

#[test]
fn capitals() {
    assert_eq!(capital_first(""), "");
    assert_eq!(capital_first("« a »"), "« a »");
    assert_eq!(capital_first("ɲɛnɛma"), "Ɲɛnɛma");
    assert_eq!(capital_first("e\u{301}tat"), "E\u{301}tat");
    assert_eq!(
        upper("la 2e, les 3es, 1re, Ve République, François Ier"),
        "LA 2e, LES 3es, 1re, Ve RÉPUBLIQUE, FRANÇOIS Ier"
    );
    assert_eq!(
        upper("Ve rang, 1e, 2h, IIIIe, Vie, Xe"),
        "VE RANG, 1E, 2H, IIIIE, VIE, XE"
    );
}

#[test]
fn slugs_and_folds() {
    assert_eq!(slug("re\u{301}union"), slug("réunion"));
    assert_eq!(slug("ɓɗƴɣǝʃʒḍṭ ƁƊƳƔƎƩƷḌṬ"), "bdygeszdt-bdygeszdt");
    assert_eq!(slug("Œuvre Æ ß ẞ Ø Ł"), "oeuvre-ae-ss-ss-o-l");
    assert_eq!(slug("ⵜⵉⵏⴱⵓⴽⵜⵓ"), "");
    assert_eq!(slug(" -- "), "");
    assert_eq!(slug("Gao ⵜⵉ Mopti"), "gao-mopti");
    assert_eq!(
        slug("co\u{ad}ordination, 1 241 km²"),
        "coordination-1-241-km2"
    );
    assert_eq!(
        fold("PNUD / La coordination"),
        fold("PNUD/la  Coordination")
    );
    assert_eq!(fold("N’Golo KONÉ"), fold("N'golo Kone"));
    assert_eq!(fold("Œuvre"), fold("oeuvre"));
    assert_ne!(fold("Keita"), fold("Keïtas"));
    assert!(!fold("ⵜⵉ, ﷺ.").is_empty());
}

#[test]
fn ranges_and_durations() {
    let range = |first, last| date_range(first, last);
    assert_eq!(
        range(date(2017, 3, 1), date(2017, 3, 2)).as_deref(),
        Ok("les 1er et 2\u{a0}mars 2017")
    );
    assert_eq!(
        range(date(2017, 2, 28), date(2017, 3, 1)).as_deref(),
        Ok("du 28\u{a0}février au 1er\u{a0}mars 2017")
    );
    assert_eq!(
        range(date(2016, 3, 7), date(2017, 3, 8)).as_deref(),
        Ok("du 7\u{a0}mars 2016 au 8\u{a0}mars 2017")
    );
    assert_eq!(
        range(date(2017, 3, 2), date(2017, 3, 1)),
        Err(EndBeforeStart)
    );
    assert_eq!(EndBeforeStart.to_string(), "la fin précède le début");
    assert_eq!(of_month(date(2017, 12, 31)), "de décembre 2017");
    assert_eq!(
        time_range(time(9, 0, 0, 0), time(9, 0, 0, 0)).as_deref(),
        Ok("à 9\u{a0}h")
    );
    assert_eq!(duration(0), "0\u{a0}min");
    assert_eq!(duration(60), "1\u{a0}h");
    assert_eq!(duration(125), "2\u{a0}h\u{a0}05");
}
