//! Sentences of the minutes beyond the table.

use greffier::french::Spelling;
use greffier::french::dates::Thousand;
use greffier::french::formulas::{
    AgendaState, Chair, Closing, Gathering, Named, NextMeeting, NumberedIn, Opening, Quorum, Rank,
    Setting, closing, draft_title, entrusted_to, excused_label, next_meeting, opening, quorum,
};
use jiff::civil::{date, time};

fn chair<'a>(name: &'a str, function: Option<&'a str>) -> Chair<'a> {
    Chair {
        who: Named {
            name: Some(name),
            function,
            organisation: None,
        },
        ..Chair::default()
    }
}

fn ranked(number: u64) -> Option<Rank> {
    let of = NumberedIn::Year;
    Some(Rank { number, of })
}

fn plain() -> Opening<'static> {
    Opening {
        gathering: Gathering::Meeting,
        date: date(2017, 2, 7),
        last_day: None,
        setting: Setting::Room(None),
        tool: None,
        body: None,
        rank: None,
        chairs: &[],
        thousand: Thousand::Mil,
        spelling: Spelling::Traditional,
        in_figures: false,
    }
}

#[track_caller]
fn check(data: &Opening<'_>, expected: &str) {
    let start = "L’an deux mille dix-sept, le sept février, s’est tenue";
    assert_eq!(opening(data), format!("{start}{expected}"));
}

#[test]
fn openings_by_setting() {
    check(&plain(), " la réunion.");
    let with = |setting| Opening { setting, ..plain() };
    check(&with(Setting::Online), ", en ligne, la réunion.");
    check(
        &with(Setting::Hybrid(None)),
        ", en ligne et en salle, la réunion.",
    );
    let place = Some("dans le bureau du PNUD");
    check(
        &with(Setting::Hybrid(place)),
        ", dans le bureau du PNUD et en ligne, la réunion.",
    );
    check(
        &with(Setting::Room(place)),
        ", dans le bureau du PNUD, la réunion.",
    );
}

#[test]
fn small_words_alone_name_no_body() {
    for body in ["du", "de la", "le du", "L’", "de l'", "les des d’"] {
        let body = Some(body);
        check(&Opening { body, ..plain() }, " la réunion.");
    }
}

#[test]
fn final_marks_of_phrases_are_dropped() {
    let typed = Opening {
        setting: Setting::Room(Some("à l’hôtel « Amitié » ,")),
        body: Some("du Cluster."),
        chairs: &[chair("Awa Sow,", Some("directrice de l’O.N.G."))],
        ..plain()
    };
    check(
        &typed,
        ", à l’hôtel « Amitié », la réunion du Cluster. Elle a été présidée par Awa Sow, directrice de l’O.N.G.",
    );
    let next = NextMeeting {
        place: Some("à l’OIM."),
        host: Some("OCHA ;"),
        ..NextMeeting::default()
    };
    assert!(next_meeting(&next).ends_with(", à l’OIM, accueillie par OCHA."));
}

#[test]
fn openings_with_their_options() {
    let first = Opening {
        rank: ranked(1),
        ..plain()
    };
    check(&first, " la première réunion de l’année 2017.");
    let check_chair = |function, expected| {
        let chairs = [chair("Moustapha Diallo", function)];
        let chaired = Opening {
            chairs: &chairs,
            ..plain()
        };
        check(&chaired, expected);
    };
    check_chair(
        None,
        " la réunion. Elle a été présidée par Moustapha Diallo.",
    );
    check_chair(
        Some("Conseiller en Relèvement Rapide au PNUD"),
        " la réunion. Elle a été présidée par Moustapha Diallo, Conseiller en Relèvement Rapide au PNUD.",
    );
    check_chair(
        Some("chargé du suivi, etc."),
        " la réunion. Elle a été présidée par Moustapha Diallo, chargé du suivi, etc.",
    );
    let new = Opening {
        date: date(1999, 12, 31),
        rank: ranked(21),
        spelling: Spelling::Rectified1990,
        ..plain()
    };
    assert_eq!(
        opening(&new),
        "L’an mil-neuf-cent-quatre-vingt-dix-neuf, le trente-et-un décembre, s’est tenue la vingt-et-unième réunion de l’année 1999."
    );
    let mille = Opening {
        thousand: Thousand::Mille,
        ..new
    };
    assert!(opening(&mille).starts_with("L’an mille-neuf-cent-"));
}

/// FOR-20: *présidée* is followed by *par*, whatever is known of the chair.
#[test]
fn the_chair_never_lacks_its_par() {
    for name in ["Moustapha Diallo", "par", "", "présidée par Awa Sow"] {
        for function in [None, Some("présidente"), Some("la présidente")] {
            let chairs = [chair(name, function)];
            let text = opening(&Opening {
                chairs: &chairs,
                ..plain()
            });
            let is_named = name.len() > 3 || function == Some("la présidente");
            assert_eq!(text.contains("présidée"), is_named, "{text}");
            assert!(
                text.split("présidée")
                    .skip(1)
                    .all(|after| after.starts_with(" par "))
            );
        }
    }
}

#[test]
fn next_meetings() {
    let all = NextMeeting {
        gathering: Gathering::Meeting,
        date: Some(date(2026, 4, 14)),
        start: Some(time(9, 30, 0, 0)),
        place: Some("au bureau d’ONU Femmes"),
        host: Some("ONU Femmes"),
    };
    let check = |next: NextMeeting<'_>, expected: &str| {
        assert_eq!(
            next_meeting(&next),
            format!("Prochaine réunion\u{a0}: {expected}")
        );
    };
    check(
        all,
        "mardi 14\u{a0}avril 2026 à 9\u{a0}h\u{a0}30, au bureau d’ONU Femmes, accueillie par ONU Femmes.",
    );
    check(
        NextMeeting {
            date: None,
            place: None,
            ..all
        },
        "date à déterminer, à 9\u{a0}h\u{a0}30, accueillie par ONU Femmes.",
    );
    check(
        NextMeeting {
            date: None,
            start: None,
            place: None,
            ..all
        },
        "date à déterminer, accueillie par ONU Femmes.",
    );
    check(
        NextMeeting {
            start: None,
            place: None,
            host: None,
            ..all
        },
        "mardi 14\u{a0}avril 2026.",
    );
    check(NextMeeting::default(), "date à déterminer.");
}

#[test]
fn drafts_and_labels() {
    for (title, expected) in [
        (
            "Compte rendu de la réunion",
            "Projet de compte rendu de la réunion",
        ),
        ("compte rendu", "Projet de compte rendu"),
        (
            "Procès-verbal de l’assemblée",
            "Projet de procès-verbal de l’assemblée",
        ),
        ("Relevé de décisions", "Projet de relevé de décisions"),
        ("Relevé", "Projet de relevé"),
        ("Relèvement rapide", "Relèvement rapide (projet)"),
        ("Relevés", "Relevés (projet)"),
        ("Ordre du jour", "Ordre du jour (projet)"),
        ("COMPTE RENDU", "COMPTE RENDU (projet)"),
        ("Projet de note", "Projet de note"),
        ("Projets en cours", "Projets en cours (projet)"),
    ] {
        assert_eq!(draft_title(title), expected);
    }
    assert_eq!(excused_label(&[]), None);
    assert_eq!(
        closing(
            Closing::At(time(12, 0, 0, 0)),
            AgendaState::Exhausted,
            Gathering::Meeting
        ),
        "L’ordre du jour étant épuisé, la séance est levée à 12\u{a0}h."
    );
    let few = Quorum {
        present: 1,
        members: 17,
        required: Some(9),
        ..Quorum::default()
    };
    assert!(quorum(&few).unwrap().contains("(1 membre présent sur 17)"));
}

#[test]
fn a_preposition_contracts_with_the_article_of_a_name() {
    let cases: [(&[&str], &str); 15] = [
        (&["ACTED"], "confié à ACTED"),
        (&["ACTED", "OIM"], "confié à ACTED et OIM"),
        (
            &["le PNUD", "les membres du cluster"],
            "confié au PNUD et aux membres du cluster",
        ),
        (
            &["OIM", "la DNH", "l’équipe du PNUD"],
            "confié à OIM, à la DNH et à l’équipe du PNUD",
        ),
        (&["le\u{a0}PNUD", "OIM"], "confié au PNUD et à OIM"),
        (&["Le PNUD"], "confié au PNUD"),
        (&["La préfecture"], "confié à la préfecture"),
        (&["Le secrétariat"], "confié au secrétariat"),
        (&["L’ONU"], "confié à l’ONU"),
        (&["Les Amis de Gao"], "confié aux Amis de Gao"),
        (
            &["Le Goff", "La Rochelle"],
            "confié à Le Goff et La Rochelle",
        ),
        (&["L’Oréal"], "confié à L’Oréal"),
        (
            &["Dr Haddad", "Mme Sow"],
            "confié au Dr Haddad et à Mme Sow",
        ),
        (&["tous les participants"], "confié à tous les participants"),
        (&["Leïla", "lesté"], "confié à Leïla et lesté"),
    ];
    for (names, said) in cases {
        assert_eq!(entrusted_to(names), said);
    }
}
