//! The typography of free text beyond the table.

use greffier::french::quantities;
use greffier::french::typography::{
    Profile, correct, odd_quotation_marks, raised_letters, sentence_list, title, with_profile,
};

use crate::cases::rows;

/// The other profiles give the same strings with other spaces (section 0).
#[test]
fn the_profiles_differ_by_their_spaces() {
    for row in rows().iter().filter(|row| row.kind.starts_with("free")) {
        let fine = correct(&row.input);
        let no_break = fine.replace('\u{202f}', "\u{a0}");
        let simple = no_break.replace('\u{a0}', " ");
        assert_eq!(with_profile(&row.input, Profile::Fine), fine, "{}", row.id);
        let found = with_profile(&row.input, Profile::NoBreak);
        assert_eq!(found, no_break, "{}", row.id);
        let found = with_profile(&row.input, Profile::Simple);
        assert_eq!(found, simple, "{}", row.id);
        assert_eq!(Profile::Simple.spaced(&fine), simple);
    }
}

/// Before a comma or a period a space goes, unless another mark stands before it: it may be meant (ESP-R3).
#[test]
fn a_space_between_two_marks_is_kept() {
    for (typed, expected) in [
        ("vu .", "vu."),
        ("vu , fait .", "vu, fait."),
        ("(vu .) [vu ,]", "(vu.) [vu,]"),
        ("vu .; vu ,!", "vu.⍽; vu,⍽!"),
        ("vu. . fait", "vu. . fait"),
        ("vu, . fait", "vu, . fait"),
        ("vu… . fait", "vu… . fait"),
        ("vu… , fait", "vu… , fait"),
        ("vu ; . fait", "vu⍽; . fait"),
        ("vu : . fait", "vu_: . fait"),
        ("vu ! . fait", "vu⍽! . fait"),
        ("vu ? , fait", "vu⍽? , fait"),
        ("format .pdf", "format .pdf"),
    ] {
        let found = correct(typed).replace('\u{202f}', "⍽");
        assert_eq!(found.replace('\u{a0}', "_"), expected, "{typed}");
    }
}

/// A mark that a comma or a period follows ends something too (ESP-R1, ESP-R2).
/// The minutes of an hour are no head of thousands where the author bound them to it (NUM-R1, SUP-R8).
#[test]
fn minutes_are_not_grouped_with_the_number_after_them() {
    for (typed, expected) in [
        ("14\u{a0}h\u{a0}30 250 personnes", "14_h_30 250 personnes"),
        ("14h\u{202f}30 250 personnes", "14_h_30 250 personnes"),
        ("14\u{a0}h\u{a0}300 250 F CFA", "14_h_300⍽250_F_CFA"),
        ("14 h 30\n250 personnes", "14_h_30\n250 personnes"),
    ] {
        let found = correct(typed).replace('\u{202f}', "⍽");
        assert_eq!(found.replace('\u{a0}', "_"), expected, "{typed}");
    }
}

/// Angles within others are no less typed for guillemets (SUP-R7), and what is left of them stays as it is.
#[test]
fn angles_within_others_become_guillemets_at_once() {
    for (typed, expected) in [
        ("<<Le mot <<urgent>> reste>>", "«_Le mot «_urgent_» reste_»"),
        ("<<a <<b>> et <<c>> d>>", "«_a «_b_» et «_c_» d_»"),
        ("<<un <<deux>> trois", "<<un «_deux_» trois"),
        ("un>> <<deux>> trois>>", "un>> «_deux_» trois>>"),
        ("<<1 <<2>> 3>>", "<<1 <<2>> 3>>"),
        ("<<un <<2>> 3>>", "«_un <<2>> 3_»"),
        ("<<un <<<deux>> trois>>", "<<un <<<deux>> trois>>"),
    ] {
        let found = correct(typed);
        assert_eq!(correct(&found), found, "{typed}");
        assert_eq!(found.replace('\u{a0}', "_"), expected, "{typed}");
    }
}

#[test]
fn a_space_is_added_before_a_mark_that_ends_something() {
    for (typed, expected) in [
        ("vu?, fait", "vu⍽?, fait"),
        ("vu!.", "vu⍽!."),
        ("vu;… fait", "vu⍽;… fait"),
        ("vu:, fait", "vu_:, fait"),
        ("(vu!) fait", "(vu⍽!) fait"),
        ("vu!fait", "vu!fait"),
    ] {
        let found = correct(typed).replace('\u{202f}', "⍽");
        assert_eq!(found.replace('\u{a0}', "_"), expected, "{typed}");
    }
}

#[test]
fn what_a_title_keeps_and_drops() {
    let check = |text: &str, expected: &str| {
        assert_eq!(title(text), expected);
        assert_eq!(title(expected), expected);
    };
    check("Suivi : , . ;", "Suivi");
    check("suivi...", "Suivi…");
    check("réunion de sept.", "Réunion de sept.");
    check("réunion de mars.", "Réunion de mars");
    check("avec J.-C. ;", "Avec J.-C.");
    check("les O.N.G.", "Les O.N.G.");
    check("voir rapport.pdf.", "Voir rapport.pdf");
    check("http://example.org/a.", "http://example.org/a");
    check("3W (Qui fait quoi)", "3W (Qui fait quoi)");
    check("Quoi ! ", "Quoi\u{202f}!");
    check(" ;", "");
}

#[test]
fn what_ends_the_items_of_a_list() {
    let check = |items: &[&str], expected: &[&str]| assert_eq!(sentence_list(items), expected);
    check(&[], &[]);
    check(
        &["quoi ?", "les ONG, etc."],
        &["quoi\u{202f}?;", "les ONG, etc."],
    );
    check(&["un.", "deux ;"], &["un\u{202f};", "deux."]);
    check(
        &["M. Diallo", "J. Sow"],
        &["M.\u{a0}Diallo\u{202f};", "J. Sow."],
    );
    check(&["Vu ! Bien", "étude"], &["Vu\u{202f}! Bien.", "Étude."]);
}

#[test]
fn letters_are_not_raised_within_addresses() {
    assert_eq!(
        raised_letters("2e, www.x.org/2e, 3e.pdf, 4e"),
        [1..2, 27..28]
    );
    assert_eq!(
        raised_letters("1er et Ire, Ve siècle, Ve étage, 21er, a1er"),
        [1..3, 8..10, 13..14]
    );
}

#[test]
fn marks_are_reported_where_they_were_typed() {
    let check = |text: &str, expected: &[usize]| {
        let marks = odd_quotation_marks(text);
        let starts: Vec<usize> = marks.iter().map(|mark| mark.start).collect();
        assert_eq!(starts, expected, "{text}");
    };
    check("voir www.undp.org/ml : \"ici", &[23]);
    check("le `code \"` et \"tous\"", &[]);
    check("\"\"", &[0, 1]);
    check("« a \"b » c\"", &[5, 12]);
    check("15\" `x` 20\" \"a\"", &[2, 10, 12, 14]);
}

/// The space that the `h` lacked is there in the result, which the pass must leave as it is.
#[test]
fn a_minute_of_one_digit_is_bound_however_the_hour_touches() {
    for typed in ["à 16h 7", "à 16 h 7", "à 16 H\u{b}7"] {
        let said = with_profile(typed, Profile::NoBreak);
        assert_eq!(said.replace('\u{a0}', "_"), "à 16_h_7", "{typed:?}");
        assert_eq!(with_profile(&said, Profile::NoBreak), said);
    }
}

#[test]
fn typed_quantities() {
    let telephone = |text: &str| quantities::telephone(text).replace('\u{a0}', "_");
    assert_eq!(telephone("76123456"), "76_12_34_56");
    assert_eq!(telephone("+33612345678"), "+33_6_12_34_56_78");
    assert_eq!(telephone("+221 77 123 45 67"), "+221_77_123_45_67");
    assert_eq!(telephone("poste 12"), "poste_12");
    assert_eq!(telephone(""), "");
    assert_eq!(quantities::decimal(-1_234.5), "-1\u{202f}234,5");
    assert_eq!(
        quantities::decimal(1e21),
        format!("1{}", "\u{202f}000".repeat(7))
    );
    assert_eq!(quantities::decimal(f64::INFINITY), "inf");
}
