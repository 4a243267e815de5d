//! What authors type: dates inside a text, names of months and days, hours.

use greffier::french::dates::{month_number, weekday_name, weekday_named};
use greffier::french::hours::{hour_meant, parse_hour};
use greffier::french::typed_dates::{TypedYear, dates_in};
use jiff::civil::{Time, Weekday, time};

/// `expected`: for each date the text it takes, then day, month and year as read.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = dates_in(text).into_iter().map(|typed| {
        let year = match typed.year {
            TypedYear::Missing => "none".to_owned(),
            TypedYear::TwoDigits(year) => format!("'{year:02}"),
            TypedYear::Full(year) => year.to_string(),
        };
        let weekday = typed.weekday.map_or("", weekday_name);
        let range = &text[typed.range.clone()];
        format!("{range} = {weekday} {} {} {year}", typed.day, typed.month).replace("=  ", "= ")
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "in {text:?}");
}

#[test]
fn dates_with_a_month_in_letters() {
    check("le 07 mars 2017", &["07 mars 2017 = 7 3 2017"]);
    check("le 7\u{a0}Février", &["7\u{a0}Février = 7 2 none"]);
    check(
        "les 7-8 février, le 7 Février",
        &["8 février = 8 2 none", "7 Février = 7 2 none"],
    );
    check(
        "le 5 aout 2017, le 5 sept. 2017.",
        &["5 aout 2017 = 5 8 2017", "5 sept. 2017 = 5 9 2017"],
    );
    check("avant le 5 sept.", &["5 sept = 5 9 none"]);
    check("le 1er mars 2017", &["1er mars 2017 = 1 3 2017"]);
    check(
        "le 1 er mars, le 1ER AVRIL 2017",
        &["1 er mars = 1 3 none", "1ER AVRIL 2017 = 1 4 2017"],
    );
    check(
        "du 28 février au 2 mars 2017",
        &["28 février = 28 2 none", "2 mars 2017 = 2 3 2017"],
    );
    check(
        "7 fe\u{301}vrier 2017",
        &["7 fe\u{301}vrier 2017 = 7 2 2017"],
    );
    check(
        "_24 janvier 17_ et **5 mai**",
        &["24 janvier 17 = 24 1 '17", "5 mai = 5 5 none"],
    );
    check("le 7 mars2017", &["7 mars2017 = 7 3 2017"]);
    check("le 30 février 2017", &["30 février 2017 = 30 2 2017"]);
    check("le 24 janvier 1500 personnes", &["24 janvier = 24 1 none"]);
    check(
        "le sept Février, en mai 2017, 32 mars, 2e mars, 3,7 mars, +5 mars, x7 mars",
        &[],
    );
    check("14:30 mars, 7mars 2017, 7 marsouins", &[]);
}

#[test]
fn years_of_two_digits() {
    let found = &["24 janvier 17 = 24 1 '17"];
    check(
        "Compte rendu de la Retraite de l'ICC du 24 janvier 17",
        found,
    );
    check("retraite du 24 janvier 17 ;", found);
    check("(24 janvier 17)", found);
    check("« 24 janvier 17 »", found);
    check("le 24 janvier 17, puis", found);
    check("le 24 janvier 17. Suite", found);
    check("le 24 janvier 17 à Gao", found);
    check("le 24 janvier 17 dans les locaux", found);
    check("la retraite du 24 janvier 17 organisée par OCHA", found);
    check("le 24 janvier 17 l’atelier s’est tenu", found);
    check("24 janvier 17 : ateliers", found);
    check("le 24 janvier 17 – Gao", found);
    let upper = "RETRAITE DU 24 JANVIER 17 À GAO, 25 JANVIER 17 PAR OCHA";
    check(
        upper,
        &["24 JANVIER 17 = 24 1 '17", "25 JANVIER 17 = 25 1 '17"],
    );
    check(
        "du 24 janvier 17 au 26 févr. 17",
        &["24 janvier 17 = 24 1 '17", "26 févr. 17 = 26 2 '17"],
    );
}

#[test]
fn two_digits_that_are_no_year() {
    let found = &["24 janvier = 24 1 none"];
    check("le 24 janvier 17 h", found);
    check("le 24 janvier 17 heures", found);
    check("le 24 janvier 17h30", found);
    check("le 24 janvier 17:30", found);
    check("le 24 janvier 17 participants", found);
    check("le 24 janvier 17 participant(e)s, dont", found);
    check("le 24 janvier 17 ONG", found);
    check("le 24 janvier 17 %", found);
    check("le 24 janvier 17%", found);
    check("le 24 janvier 17,5 km", found);
    check("le 24 janvier 17 km", found);
    check("le 24 janvier 17-18", found);
    check("le 24 janvier 17 500 FCFA", found);
    check("le 24 janvier 17e réunion", found);
    check("le 24 janvier. 17 participants", found);
    check("le 24 janvier, 17 participants", found);
    check("le 24 janvier 7", found);
    check(
        "24 janvier 17 février",
        &["24 janvier = 24 1 none", "17 février = 17 2 none"],
    );
}

#[test]
fn dates_in_digits() {
    check("le 24/01/17", &["24/01/17 = 24 1 '17"]);
    check("le 24/01/2017.", &["24/01/2017 = 24 1 2017"]);
    check("(7/2/17)", &["7/2/17 = 7 2 '17"]);
    check(
        "24-01-17, 24-01-2017",
        &["24-01-17 = 24 1 '17", "24-01-2017 = 24 1 2017"],
    );
    check("24.01.2017", &["24.01.2017 = 24 1 2017"]);
    check("_24/01/17_", &["24/01/17 = 24 1 '17"]);
    check("date:24/01/17", &["24/01/17 = 24 1 '17"]);
    check(
        "24/01/17-26/01/17",
        &["24/01/17 = 24 1 '17", "26/01/17 = 26 1 '17"],
    );
    check(
        "2014-2016, 24/7, 1/3, 24/13/2017, 32/01/2017, 24/01-17",
        &[],
    );
    check(
        "76 12 34 56, 76-12-10-16, 20-12-10-16, +223-20-12-10, 20.12.10.16",
        &[],
    );
    check("2017-02-07, 1.2.17, 192.168.1.17, 1-2-17", &[]);
    check(
        "http://x.org/24/01/2017/a?d=24-01-2017, CR_24-01-17.pdf, CR 24-01-17.pdf",
        &[],
    );
    check("24/01/2017T09:00, A/24/01/17, 24/01/17/2", &[]);
}

#[test]
fn weekdays_before_a_date() {
    check(
        "le mardi 8 février 2017",
        &["mardi 8 février 2017 = mardi 8 2 2017"],
    );
    check(
        "Mardi, le 8 février 2017",
        &["Mardi, le 8 février 2017 = mardi 8 2 2017"],
    );
    check("MARDI le 08/02/17", &["MARDI le 08/02/17 = mardi 8 2 '17"]);
    check(
        "lundi 6 et mardi 7 février",
        &["mardi 7 février = mardi 7 2 none"],
    );
    check("mardi. 8 février", &["8 février = 8 2 none"]);
    check("mardi matin 8 février", &["8 février = 8 2 none"]);

    let wrong = |text: &str| dates_in(text)[0].contradicted_weekday();
    assert_eq!(wrong("mardi 8 février 2017"), Some(Weekday::Wednesday));
    assert_eq!(wrong("mardi 7 février 2017"), None);
    assert_eq!(wrong("mardi 8 février 17"), Some(Weekday::Wednesday));
    assert_eq!(wrong("mardi 8 février"), None);
    assert_eq!(wrong("mardi 30 février 2017"), None);
    assert_eq!(wrong("8 février 2017"), None);
}

#[test]
fn names_of_months_and_days() {
    for (name, number) in [
        ("Février", 2),
        ("FEVRIER", 2),
        ("févr", 2),
        ("aout", 8),
        ("Août", 8),
        ("déc.", 12),
        ("juil.", 7),
        ("sept", 9),
    ] {
        assert_eq!(month_number(name), Some(number), "{name}");
    }
    for name in ["", ".", "ma", "m-ai", "marsouin", "sept..", "2"] {
        assert_eq!(month_number(name), None, "{name}");
    }
    assert_eq!(weekday_named("DIMANCHE"), Some(Weekday::Sunday));
    assert_eq!(weekday_named("lundi"), Some(Weekday::Monday));
    assert_eq!(weekday_named("lundis"), None);
    assert_eq!(weekday_named(""), None);
}

#[test]
fn hours_as_typed() {
    for (text, expected) in [
        ("9h30", time(9, 30, 0, 0)),
        ("09:30", time(9, 30, 0, 0)),
        ("9:30", time(9, 30, 0, 0)),
        ("9 h 30", time(9, 30, 0, 0)),
        ("9\u{a0}h\u{202f}30", time(9, 30, 0, 0)),
        ("9h", time(9, 0, 0, 0)),
        ("09:30:00", time(9, 30, 0, 0)),
        ("09:30:15", time(9, 30, 15, 0)),
        ("14H30", time(14, 30, 0, 0)),
        (" 9h30 min ", time(9, 30, 0, 0)),
        ("9h30mn", time(9, 30, 0, 0)),
        ("9 heures", time(9, 0, 0, 0)),
        ("1 heure 15", time(1, 15, 0, 0)),
        ("0h", Time::midnight()),
        ("Midi", time(12, 0, 0, 0)),
        ("minuit", Time::midnight()),
    ] {
        assert_eq!(parse_hour(text), Some(expected), "{text}");
    }
    for text in [
        "",
        "9",
        "0930",
        "9h5",
        "9h300",
        "24h",
        "24:00",
        "9h60",
        "09:30:60",
        "09:30:00.5",
        "9:3",
        ":30",
        "h30",
        "-9h",
        "9h30 h",
        "à 9h",
        "009h",
        "9h min",
        "9.30",
        "٩h",
        "9h30-11h",
        "9:30:00:00",
    ] {
        assert_eq!(parse_hour(text), None, "{text}");
    }
}

#[test]
fn hours_of_other_programs_and_languages() {
    let time = |hour, minute| Time::new(hour, minute, 0, 0).unwrap();
    for (text, expected) in [
        ("9h30", time(9, 30)),
        ("09h30m", time(9, 30)),
        ("9.30h", time(9, 30)),
        ("9.30", time(9, 30)),
        ("12,30", time(12, 30)),
        ("9:30 h", time(9, 30)),
        ("9h30 GMT", time(9, 30)),
        ("09:30 UTC", time(9, 30)),
        ("7 PM", time(19, 0)),
        ("7:30 p.m.", time(19, 30)),
        ("7:30:00 PM", time(19, 30)),
        ("12 pm", time(12, 0)),
        ("12:15 AM", time(0, 15)),
        ("9 h du matin", time(9, 0)),
        ("8h30 du soir", time(20, 30)),
        ("à 9h", time(9, 0)),
        ("０９：３０", time(9, 30)),
        ("٩h", time(9, 0)),
    ] {
        assert_eq!(hour_meant(text), Some(expected), "{text}");
    }
    for text in [
        "",
        "9",
        "4,5",
        "9h5",
        "9:3",
        "24h",
        "9h60",
        "9h30-11h",
        "9h à 11h",
        "vers 9h",
        "9h30 GMT+1",
        "18 mars",
        "2026-03-17",
        "13:00 am",
        "pm",
        "12h, puis repas",
    ] {
        assert_eq!(hour_meant(text), None, "{text}");
    }
}
