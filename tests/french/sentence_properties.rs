//! Whatever was typed, a sentence of the program holds no two marks in a row, no empty brackets, no preposition twice.

use greffier::french::dates::Thousand;
use greffier::french::days::Days;
use greffier::french::formulas::{
    self, Ballot, Chair, Gathering, GroupVote, HeadCount, Named, NextMeeting, NumberedIn, Opening,
    Outcome, Quorum, Rank, Setting, Vote, VoteNames, VoteOn, attendance, convocation,
    gives_proxy_to, joined, next_meeting, opening, postponed, represented_by, role_line, tidy,
    tidy_name, vote,
};
use greffier::french::phrases::{
    adoption_remedy, body_phrase_remedy, lead_remedy, place_remedy, town_remedy,
};
use greffier::french::{Gender, Spelling};
use jiff::civil::Date;
use proptest::prelude::*;

/// What the hand slips on: marks, brackets, prepositions and spaces between names.
fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "Awa",
        "Sow",
        "PNUD",
        "le",
        "la",
        "l’",
        "Comité",
        "du",
        "de",
        "des",
        "d’",
        "à",
        "au",
        "par",
        "Par",
        "en",
        "dans",
        "présidée",
        "accueillie",
        "rédigé",
        "Bureau",
        "salle",
        "a.i.",
        "etc.",
        "O.N.G.",
        "1",
        "?",
        "!",
        ",",
        ";",
        ":",
        ".",
        "…",
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "-",
        "•",
        " ",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\u{202f}",
    ];
    let words = prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..9);
    words.prop_map(|pieces| pieces.concat())
}

fn gathering() -> impl Strategy<Value = Gathering> {
    prop::sample::select(Gathering::ALL.to_vec())
}

fn day() -> impl Strategy<Value = Date> {
    (2020_i16..2040, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::constant(year, month, day))
}

/// What is wrong with a text that the program says.
fn fault(text: &str) -> Option<&'static str> {
    let signs: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_mark = |sign: char| matches!(sign, ',' | ';' | ':');
    let two_marks = signs.windows(2).any(|two| {
        is_mark(two[0]) && (is_mark(two[1]) || two[1] == '.') || two[0] == '.' && two[1] == '.'
    });
    let empty = ["()", "[]", "«»", "“”"];
    let close: String = signs.iter().collect();
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let doubled = words.windows(2).any(|two| {
        two[0] == two[1] && ["par", "à", "au", "de", "du", "des", "en", "dans"].contains(&&*two[0])
    });
    if two_marks {
        Some("two marks in a row")
    } else if text.contains(" ,") || text.contains(" . ") || text.ends_with(" .") {
        Some("a space before a mark")
    } else if empty.iter().any(|pair| close.contains(pair)) {
        Some("empty brackets")
    } else if doubled {
        Some("a preposition twice")
    } else if text.contains("  ") {
        Some("two spaces")
    } else {
        None
    }
}

/// As [`fault`], of a text that must also end as a sentence does.
fn sentence_fault(text: &str) -> Option<&'static str> {
    let mut ends = text.chars().rev();
    let ended = ends
        .next()
        .is_some_and(|sign| matches!(sign, '.' | '!' | '?' | '…'));
    let twice = text.ends_with("..") || text.ends_with("?.") || text.ends_with("!.");
    match (ended, twice) {
        (true, false) => fault(text),
        (true, true) => Some("two final marks"),
        _ => Some("no final mark"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_tidy_text_is_sound_and_stays(text in typed()) {
        let said = tidy(&text);
        prop_assert_eq!(fault(&said), None, "{:?} → {:?}", text, said);
        prop_assert_eq!(tidy(&said), said);
    }

    /// A mark after it sends a name the long way: both ways end alike.
    #[test]
    fn tidy_names_stay(name in "[A-ZÉa-zé][A-ZÉa-zé'’-]{0,6}(,? [A-ZÉa-zé'’0-9-]{1,6}){0,3}") {
        prop_assert_eq!(tidy_name(&format!("{name} !")), tidy_name(&name) + " !");
    }

    /// Nothing but small words may go.
    #[test]
    fn tidying_loses_no_name(text in "[A-Z0-9 ,.;:()«»!?-]{0,24}") {
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        prop_assert_eq!(letters(&tidy(&text)), letters(&text));
    }

    #[test]
    fn openings_are_sound(
        (gathering, date, days, online) in (gathering(), day(), 0_i32..40, 0_u8..3),
        (place, tool, body) in (typed(), typed(), typed()),
        chairs in prop::collection::vec((typed(), typed(), typed(), typed()), 0..4),
        (number, in_series, in_figures) in (0_u64..40, any::<bool>(), any::<bool>()),
        gender in prop::option::of(prop::sample::select(vec![Gender::Feminine, Gender::Masculine])),
    ) {
        let people: Vec<[Named<'_>; 2]> = chairs.iter().map(|(name, function, organisation, other)| [
            Named { name: Some(name), function: Some(function), organisation: Some(organisation) },
            Named { name: Some(other), function: None, organisation: None },
        ]).collect();
        let chairs: Vec<Chair<'_>> = people.iter().map(|[who, other]| Chair {
            who: *who,
            gender,
            accompanied_by: std::slice::from_ref(other),
        }).collect();
        let said = Opening {
            gathering,
            date,
            last_day: date.checked_add(jiff::Span::new().days(days)).ok(),
            setting: match online {
                0 => Setting::Online,
                1 => Setting::Room(Some(&place)),
                _ => Setting::Hybrid(Some(&place)),
            },
            tool: Some(&tool),
            body: Some(&body),
            rank: Some(Rank { number, of: if in_series { NumberedIn::Series } else { NumberedIn::Year } }),
            chairs: &chairs,
            thousand: Thousand::Mil,
            spelling: Spelling::Traditional,
            in_figures,
        };
        for text in [opening(&said), convocation(&said, Some("à 9 h"))] {
            prop_assert_eq!(sentence_fault(&text), None, "{}", text);
        }
    }

    #[test]
    fn meetings_to_come_are_sound(
        gathering in gathering(), date in day(), to in prop::option::of(day()), place in typed(), host in typed(),
    ) {
        let next = next_meeting(&NextMeeting { gathering, date: to, start: None, place: Some(&place), host: Some(&host) });
        prop_assert_eq!(sentence_fault(&next), None, "{}", next);
        let later = postponed(Days::new(date, to), to.map(|day| Days::new(day, None)), gathering);
        prop_assert_eq!(sentence_fault(&later), None, "{}", later);
    }

    #[test]
    fn votes_are_sound(
        counts in prop::array::uniform4(prop::option::of(0_u64..2000)),
        names in prop::collection::vec(typed(), 0..4),
        groups in prop::collection::vec((typed(), prop::option::of(0_u64..3), prop::option::of(0_u64..3)), 0..3),
        (unanimous, opinion, ballot) in (any::<Option<bool>>(), any::<bool>(), any::<bool>()),
        outcome in prop::option::of(prop::sample::select(vec![Outcome::Adopted, Outcome::Rejected])),
    ) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let groups: Vec<GroupVote<'_>> = groups.iter().map(|(group, in_favour, against)| GroupVote {
            group, in_favour: *in_favour, against: *against, abstentions: Some(0), not_voting: Some(1),
        }).collect();
        let [in_favour, against, abstentions, not_voting] = counts;
        let said = vote(&Vote {
            on: if opinion { VoteOn::Opinion } else { VoteOn::Decision(Gender::Feminine) },
            in_favour, against, abstentions, not_voting, unanimous,
            ballot: ballot.then_some(Ballot::Secret),
            names: VoteNames { in_favour: &names, against: &names, abstentions: &[], not_voting: &names },
            groups: &groups,
            outcome,
        });
        if let Some(said) = said {
            prop_assert_eq!(sentence_fault(&said), None, "{}", said);
        }
    }

    /// Unanimity is never said beside a vote on the other side.
    #[test]
    fn unanimity_is_never_false(pour in 0_u64..9, contre in 0_u64..9, abstentions in 0_u64..3, unanimous: Option<bool>) {
        let counts = Vote {
            in_favour: Some(pour), against: Some(contre), abstentions: Some(abstentions), unanimous, ..Vote::default()
        };
        let said = vote(&counts).unwrap_or_default();
        let one_sided = pour == 0 || contre == 0;
        if said.contains("unanimité") {
            prop_assert!(one_sided && unanimous != Some(false), "{said}");
            prop_assert!(abstentions == 0 || said.contains("suffrages exprimés"), "{said}");
        }
        prop_assert_eq!(said.starts_with("Adopté"), pour > contre || unanimous == Some(true) && pour + contre == 0, "{}", said);
    }

    #[test]
    fn counts_are_sound(
        gathering in gathering(),
        numbers in prop::array::uniform5(0_u64..1500),
        required in prop::option::of(0_u64..1500),
    ) {
        let [present, represented, members, organisations, observers] = numbers;
        let quorum = Quorum { gathering, present, represented, members, required, ..Quorum::default() };
        let count = HeadCount { people: present, women: represented, organisations, observers };
        for said in [formulas::quorum(&quorum), attendance(&count, gathering)].into_iter().flatten() {
            prop_assert_eq!(sentence_fault(&said), None, "{}", said);
        }
    }

    #[test]
    fn phrases_are_sound((first, second) in (typed(), typed())) {
        let who = Named { name: Some(&first), function: Some(&second), organisation: None };
        let said = [
            represented_by(&first, None),
            gives_proxy_to(&first),
            role_line(&second, &who),
            Some(joined(&[tidy(&first), tidy(&second)])),
            place_remedy(&first),
            body_phrase_remedy(&first),
            town_remedy(&first),
            lead_remedy(&first),
        ];
        for said in said.into_iter().flatten() {
            prop_assert_eq!(fault(&said), None, "{:?} {:?} → {:?}", first, second, said);
        }
        if let Some(said) = adoption_remedy(&first) {
            prop_assert_eq!(sentence_fault(&said.replace(" (", "(")), None, "{:?} → {:?}", first, said);
        }
    }

    /// What a remedy says is not doubted in its turn.
    #[test]
    fn remedies_settle_their_doubts(text in typed()) {
        for remedy in [place_remedy, body_phrase_remedy, town_remedy, lead_remedy, adoption_remedy] {
            if let Some(mended) = remedy(&text) {
                prop_assert_eq!(remedy(&mended), None, "{:?} → {:?}", text, mended);
            }
        }
    }
}

#[test]
fn a_fault_would_be_found() {
    for wrong in [
        "A,, B.",
        "A, .",
        "A..",
        "A ,B.",
        "A ().",
        "par par A.",
        "A",
        "A?.",
        "du du A.",
    ] {
        assert!(sentence_fault(wrong).is_some(), "{wrong}");
    }
    for right in ["A, a.i., OIM.", "A\u{a0}: b\u{202f}; c etc.", "A (b) ?"] {
        assert_eq!(sentence_fault(right), None, "{right}");
    }
}
