//! What is written is read back; the failures of other libraries are not ours.

use std::ops::RangeInclusive;

use greffier::french::Gender::{Feminine, Masculine};
use greffier::french::Spelling::{Rectified1990, Traditional};
use greffier::french::dates::{
    Thousand, date_in_words, long_date, long_date_with_weekday, year_in_words,
};
use greffier::french::hours::{clock_time, parse_hour, time_in_words};
use greffier::french::numbers::{MAX_IN_WORDS, cardinal, cardinal_as_rank, ordinal};
use greffier::french::typed_dates::{TypedYear, dates_in};
use jiff::civil::{Date, Time, date};

use crate::parser;

fn sample() -> impl Iterator<Item = u64> {
    (0..=20_000)
        .chain((20_001..1_000_000).step_by(37))
        .chain([999_999, 1_000_000])
}

fn days(first: i16, last: i16) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(date(first, 1, 1)), |day| day.tomorrow().ok())
        .take_while(move |day| day.year() <= last)
}

/// Every number of a range, in both spellings.
#[track_caller]
fn read_back(numbers: RangeInclusive<u64>) {
    for number in numbers {
        for spelling in [Traditional, Rectified1990] {
            let words = cardinal(number, Masculine, spelling);
            assert_eq!(parser::number(&words), Some(number), "{words}");
        }
    }
}

// Every number to a million is read back; in parts, since tests run side by side.

#[test]
fn numbers_to_250_000_are_read_back() {
    read_back(0..=250_000);
}

#[test]
fn numbers_to_500_000_are_read_back() {
    read_back(250_001..=500_000);
}

#[test]
fn numbers_to_750_000_are_read_back() {
    read_back(500_001..=750_000);
}

#[test]
fn numbers_to_a_million_are_read_back() {
    read_back(750_001..=1_000_000);
}

#[test]
fn ranks_in_words_are_read_back() {
    for number in sample() {
        for spelling in [Traditional, Rectified1990] {
            let rank = cardinal_as_rank(number, spelling);
            assert_eq!(parser::number(&rank), Some(number), "{rank}");
        }
    }
}

#[test]
fn large_numbers_in_words_are_read_back() {
    let primes = (0..5_000).map(|step| step * 199_999_991 % (MAX_IN_WORDS + 1));
    for number in primes.chain([1_000_000_000, 80_000_000_200, MAX_IN_WORDS]) {
        for spelling in [Traditional, Rectified1990] {
            let words = cardinal(number, Feminine, spelling);
            assert_eq!(parser::number(&words), Some(number), "{words}");
        }
    }
    assert_eq!(
        cardinal(MAX_IN_WORDS + 1, Masculine, Traditional),
        "1\u{202f}000\u{202f}000\u{202f}000\u{202f}000"
    );
}

#[test]
fn the_form_of_numbers_in_words() {
    for number in sample() {
        let old = cardinal(number, Masculine, Traditional);
        let new = cardinal(number, Masculine, Rectified1990);
        assert_eq!(old.replace('-', " "), new.replace('-', " "));
        assert!(number == 1_000_000 || !new.contains(' '), "{new}");
        assert!(!old.contains("-et") && !old.contains("et-"), "{old}");
        for words in [&old, &new] {
            assert!(
                !words.contains("cents-") && !words.contains("vingts-"),
                "{words}"
            );
            assert!(
                !words.contains("cents ") && !words.contains("vingts "),
                "{words}"
            );
            assert!(
                !words.contains("milles") && !words.contains("un cent"),
                "{words}"
            );
            assert!(
                !words.starts_with("un mille ") && !words.starts_with("un-mille"),
                "{words}"
            );
        }
        let rank = cardinal_as_rank(number, Traditional);
        assert!(
            !rank.ends_with("cents") && !rank.ends_with("vingts"),
            "{rank}"
        );
        let (he, she) = (
            ordinal(number, Masculine, Traditional),
            ordinal(number, Feminine, Traditional),
        );
        assert_eq!(number == 1, he != she);
        assert!(
            number == 1
                || he.ends_with("ième") && !he.contains("sième")
                || he.ends_with("troisième"),
            "{he}"
        );
    }
}

#[test]
fn failures_of_other_libraries() {
    let words = |number| cardinal(number, Masculine, Traditional);
    assert_eq!(words(81), "quatre-vingt-un");
    assert_eq!(words(80_000), "quatre-vingt mille");
    assert_eq!(words(200_000), "deux cent mille");
    assert_eq!(words(80_000_000), "quatre-vingts millions");
    assert_eq!(ordinal(200, Masculine, Traditional), "deux centième");
    assert_eq!(words(1100), "mille cent");
    assert_eq!(words(71), "soixante et onze");
    assert_eq!(words(1024), "mille vingt-quatre");
}

#[test]
fn feminines_and_ranks() {
    let women = |number| cardinal(number, Feminine, Traditional);
    assert_eq!(women(11), "onze");
    assert_eq!(women(91), "quatre-vingt-onze");
    assert_eq!(women(101), "cent une");
    assert_eq!(women(21_000), "vingt et un mille");
    assert_eq!(women(1_000_001), "un million une");
    assert_eq!(women(21_000_021), "vingt et un millions vingt et une");
    assert_eq!(cardinal_as_rank(200, Traditional), "deux cent");
    assert_eq!(cardinal_as_rank(80, Rectified1990), "quatre-vingt");
    assert_eq!(ordinal(1_000_000, Masculine, Traditional), "millionième");
    assert_eq!(
        ordinal(2_000_000, Masculine, Traditional),
        "deux millionième"
    );
    assert_eq!(
        ordinal(3_000_000_000, Masculine, Traditional),
        "trois milliardième"
    );
    assert_eq!(ordinal(3, Masculine, Traditional), "troisième");
}

#[test]
fn years_in_words_are_read_back() {
    for year in 1..=9999_i16 {
        for thousand in [Thousand::Mil, Thousand::Mille] {
            let words = year_in_words(year, thousand, Traditional);
            assert_eq!(
                parser::number(&words),
                Some(year.unsigned_abs().into()),
                "{words}"
            );
            let mil = words.split([' ', '-']).any(|word| word == "mil");
            assert_eq!(
                mil,
                thousand == Thousand::Mil && (1001..2000).contains(&year),
                "{words}"
            );
        }
    }
}

#[test]
fn every_day_of_two_centuries_is_read_back() {
    for day in days(1900, 2100) {
        let expected = Some((day.year(), day.month(), day.day()));
        let long = long_date(day);
        assert_eq!(parser::long_date(&long), expected, "{long}");
        for spelling in [Traditional, Rectified1990] {
            let words = date_in_words(day, spelling);
            assert_eq!(parser::date_in_words(&words), expected, "{words}");
        }
    }
}

#[test]
fn every_written_date_is_found_in_a_text() {
    for day in days(2016, 2020) {
        let written = long_date_with_weekday(day);
        let text = format!("Réunion du {written}.");
        let found = dates_in(&text);
        let [typed] = &found[..] else {
            panic!("{text}: {found:?}");
        };
        assert_eq!(&text[typed.range.clone()], written);
        assert_eq!(typed.year, TypedYear::Full(day.year()));
        assert_eq!(typed.date(), Some(day));
        assert_eq!(typed.contradicted_weekday(), None);
    }
}

#[test]
fn every_minute_of_the_day_is_read_back() {
    for minutes in 0..1440_i16 {
        let [hour, minute] = [minutes / 60, minutes % 60].map(|n| i8::try_from(n).unwrap());
        let time = Time::new(hour, minute, 0, 0).unwrap();
        assert_eq!(parse_hour(&clock_time(time)), Some(time));
        assert_eq!(parse_hour(&time.to_string()), Some(time));
        let words = time_in_words(time, Traditional);
        let (hours, rest) = words.split_once(" heure").unwrap();
        assert_eq!(rest.starts_with('s'), hour > 1, "{words}");
        assert_eq!(
            parser::number(hours),
            Some(hour.unsigned_abs().into()),
            "{words}"
        );
        let said = rest.trim_start_matches('s').trim_start();
        let said = if said.is_empty() {
            Some(0)
        } else {
            parser::number(said)
        };
        assert_eq!(said, Some(minute.unsigned_abs().into()), "{words}");
    }
}
