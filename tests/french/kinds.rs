//! One function for each kind of question that the table asks.

use std::collections::{BTreeMap, BTreeSet};

use greffier::config::Config;
use greffier::diagnostic::Source;
use greffier::french::dates::{self, Thousand, weekday_name};
use greffier::french::folding::{self, fold, slug};
use greffier::french::formulas::{
    self, Adoption, AgendaState, Chair, Closing, Gathering, Named, NextMeeting, NumberedIn,
    Opening, Quorum, Rank, Setting,
};
use greffier::french::hyphenation::{adds_hyphen, break_points};
use greffier::french::numbers::{cardinal, group_digits, ordinal, short_ordinal};
use greffier::french::remarks::{Remark, leading_number, remarks};
use greffier::french::sorting::{compare, filing, person_key, sort};
use greffier::french::typed_dates::dates_in;
use greffier::french::typography::{
    Profile, Run, correct, correct_runs, odd_quotation_marks, raised_letters, sentence_list, title,
};
use greffier::french::{Gender, Spelling, hours, quantities, words};
use greffier::markup;
use greffier::minutes::{Minutes, Surroundings};
use greffier::record::{self, AnnexFile, Reading};
use greffier::templates::{EMBEDDED, Templates};
use jiff::civil::{Date, Time};
use unicode_normalization::is_nfc;

use Gender::{Feminine, Masculine};
use Spelling::{Rectified1990, Traditional};

type Answer = fn(&str) -> String;

const KINDS: &[(&str, Answer)] = &[
    ("adoption", adoption),
    ("after_presidee", after_presidee),
    ("capital_first", words::capital_first),
    ("cardinal", |n| cardinal(number(n), Masculine, Traditional)),
    ("cardinal_1990", |n| {
        cardinal(number(n), Masculine, Rectified1990)
    }),
    ("cardinal_feminine", |n| {
        cardinal(number(n), Feminine, Traditional)
    }),
    ("cardinal_feminine_1990", |n| {
        cardinal(number(n), Feminine, Rectified1990)
    }),
    ("clock_time", |text| hours::clock_time(time(text))),
    ("closing", closing),
    ("closing_in_words", |text| {
        closed(Closing::AtInWords(time(text), Traditional))
    }),
    ("composed", composed),
    ("contradicted_weekday", contradicted_weekday),
    ("counted", counted),
    ("counted_or_none", counted_or_none),
    ("date_in_words", |day| {
        dates::date_in_words(date(day), Traditional)
    }),
    ("date_or_undecided", |text| {
        dates::date_or_undecided(text.parse().ok())
    }),
    ("date_range", date_range),
    ("draft_mark", |_| formulas::DRAFT_MARK.to_owned()),
    ("draft_title", formulas::draft_title),
    ("duration", |minutes| {
        hours::duration(minutes.parse().unwrap())
    }),
    ("excused_label", excused_label),
    ("filed", filed),
    ("filed_whole", |name| filing(name, None).1.to_string()),
    ("free", free),
    ("free_reported", free_reported),
    ("grouped_digits", |n| group_digits(number(n))),
    ("head", head),
    ("html", html),
    ("hyphenated", |word| match hyphenated(word) {
        cut if cut == word => "none".to_owned(),
        cut => cut,
    }),
    ("list_join", |items| {
        words::list_join(&items.split(", ").collect::<Vec<_>>())
    }),
    ("long_date", long_date),
    ("long_date_raised", |day| {
        with_raised_letters(&long_date(day))
    }),
    ("machine_date", machine_date),
    ("markdown", |text| {
        markup::to_markdown(&markup::typeset(markup::parse(text).blocks, Profile::Fine))
    }),
    ("meeting_number", meeting_number),
    ("meeting_number_raised", |n| {
        with_raised_letters(&meeting_number(n))
    }),
    ("month_abbreviation", |day| {
        dates::month_abbreviation(date(day)).to_owned()
    }),
    ("month_heading", |day| dates::month_heading(date(day))),
    ("next_meeting", next_meeting),
    ("odd_marks", odd_marks),
    ("of_month", |day| dates::of_month(date(day))),
    ("opening", opening),
    ("ordinal", |n| ordinal(number(n), Masculine, Traditional)),
    ("ordinal_1990", |n| {
        ordinal(number(n), Masculine, Rectified1990)
    }),
    ("ordinal_feminine", |n| {
        ordinal(number(n), Feminine, Traditional)
    }),
    ("plural", words::plural),
    ("quantity", quantity),
    ("quorum", quorum),
    ("raised", |text| with_raised_letters(&correct(text))),
    ("reported", |text| remarked(text, &remarks(text))),
    ("reported_title", |text| {
        assert_eq!(remarks(text), []);
        let number = leading_number(text).map(|number| &text[number]);
        number.unwrap_or_default().to_owned()
    }),
    ("sentence_list", |items| {
        sentence_list(&items.split(" / ").collect::<Vec<_>>()).join(" / ")
    }),
    ("short_date", |day| dates::short_date(date(day))),
    ("slug", slug),
    ("sorted", sorted),
    ("telephone", quantities::telephone),
    ("time_in_words", |text| {
        hours::time_in_words(time(text), Traditional)
    }),
    ("time_range", time_range),
    ("title", title),
    ("typed_number", |n| quantities::decimal(n.parse().unwrap())),
    ("typed_year", |year| {
        dates::month_heading(date(&format!("{year}-01-01"))).replace("Janvier ", "")
    }),
    ("upper", words::upper),
    ("with_article", |day| {
        dates::long_date_with_article(date(day))
    }),
    ("with_weekday", |day| {
        dates::long_date_with_weekday(date(day))
    }),
    ("with_weekday_capital", |day| {
        dates::capitalised_date_with_weekday(date(day))
    }),
    ("year", |n| {
        dates::year_in_words(year(n), Thousand::Mille, Traditional)
    }),
    ("year_formula", |n| {
        dates::year_in_words(year(n), Thousand::Mil, Traditional)
    }),
    ("year_formula_1990", |n| {
        dates::year_in_words(year(n), Thousand::Mil, Rectified1990)
    }),
];

pub(crate) fn answer(kind: &str, input: &str) -> String {
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    let (_, answer) = known.unwrap_or_else(|| panic!("unknown kind: {kind}"));
    answer(input)
}

// Free text.

/// The text with French typography, of which no quotation mark is left odd.
fn free(text: &str) -> String {
    assert!(odd_quotation_marks(text).is_empty(), "reported: {text}");
    in_runs_too(text)
}

/// The same of a text of which something is reported.
fn free_reported(text: &str) -> String {
    let reported = !remarks(text).is_empty() || !odd_quotation_marks(text).is_empty();
    assert!(reported, "nothing is reported of {text}");
    in_runs_too(text)
}

/// A text must come out the same through runs, wherever it is cut.
fn in_runs_too(text: &str) -> String {
    let whole = correct(text);
    let runs: Vec<Run<'_>> = text.split_inclusive(' ').map(Run::free).collect();
    assert_eq!(correct_runs(&runs, Profile::Fine).concat(), whole, "runs");
    whole
}

fn html(text: &str) -> String {
    let html = markup::to_html(&markup::typeset(markup::parse(text).blocks, Profile::Fine));
    html.replace("<p>", "").replace("</p>", "")
}

fn with_raised_letters(text: &str) -> String {
    let mut html = String::new();
    let mut done = 0;
    for letters in raised_letters(text) {
        html += &text[done..letters.start];
        html += &format!("<sup>{}</sup>", &text[letters.clone()]);
        done = letters.end;
    }
    html + &text[done..]
}

/// The straight quotation marks that are reported, and by the pass alone.
fn odd_marks(text: &str) -> String {
    assert_eq!(remarks(text), []);
    let marks = odd_quotation_marks(text);
    let marks: Vec<&str> = marks.into_iter().map(|mark| &text[mark]).collect();
    marks.join(" | ")
}

/// The parts of a text that are remarked on.
fn remarked(text: &str, remarks: &[Remark]) -> String {
    let parts = remarks.iter().map(|remark| &text[remark.range.clone()]);
    parts.collect::<Vec<_>>().join(" | ")
}

/// The text composed, once all that folds or orders has taken both forms for one.
fn composed(text: &str) -> String {
    let composed = folding::composed(text);
    assert!(!is_nfc(text) && is_nfc(&composed));
    assert_eq!(slug(text), slug(&composed));
    assert_eq!(fold(text), fold(&composed));
    assert_eq!(compare(text, &composed), std::cmp::Ordering::Equal);
    composed
}

// Numbers and nouns.

fn number(text: &str) -> u64 {
    text.parse().unwrap()
}

fn meeting_number(text: &str) -> String {
    format!("{} réunion", short_ordinal(number(text), Feminine))
}

fn quantity(text: &str) -> String {
    let (number, unit) = text.split_once(' ').unwrap();
    quantities::with_unit(&quantities::decimal(number.parse().unwrap()), unit)
}

fn counted(text: &str) -> String {
    let (count, noun) = text.split_once(' ').unwrap();
    words::counted(number(count), noun)
}

fn counted_or_none(text: &str) -> String {
    let (count, noun) = text.split_once(' ').unwrap();
    words::counted_or_none(number(count), noun, Feminine)
}

// Dates and hours.

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn year(text: &str) -> i16 {
    text.parse().unwrap()
}

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

/// The date that a record gives, or its fault.
fn long_date(text: &str) -> String {
    let reading = read(&format!("date = {text}\n"));
    let titles = reading.faults.iter().map(|fault| fault.title.as_str());
    match titles.collect::<Vec<_>>()[..] {
        [] => dates::long_date(reading.meeting.expect("a sound record").date),
        [title] if title.starts_with("il n’y a pas de ") => "error: no such day".to_owned(),
        ref titles => titles.join(" | "),
    }
}

fn date_range(days: &str) -> String {
    let (first, last) = days.split_once(' ').unwrap();
    dates::date_range(date(first), date(last)).unwrap()
}

fn time_range(times: &str) -> String {
    let (start, end) = times.split_once(' ').unwrap();
    hours::time_range(time(start), time(end)).unwrap_or_else(|_| "error".to_owned())
}

/// The tag of the page's date.
fn machine_date(day: &str) -> String {
    let page = page(&format!("date = {day}\n"));
    let (_, tag) = page.split_once("<time").expect("a date in the page");
    let (attributes, _) = tag.split_once('>').unwrap();
    format!("<time{attributes}>")
}

/// The weekday that a text should have said (DAT-R3): the checker of records says it, beside the remarks.
fn contradicted_weekday(text: &str) -> String {
    assert_eq!(remarks(text), []);
    let right = dates_in(text)[0].contradicted_weekday();
    right.map_or("", weekday_name).to_owned()
}

// Formulas.

/// The fields of `key=value | key=value`; a key alone has an empty value.
fn fields(input: &str) -> BTreeMap<&str, &str> {
    let fields = input.split(" | ");
    fields
        .map(|field| field.split_once('=').unwrap_or((field, "")))
        .collect()
}

fn opening(input: &str) -> String {
    let fields = fields(input);
    let field = |key: &str| fields.get(key).copied();
    let setting = match field("online") {
        Some(_) => Setting::Online,
        None => Setting::Room(field("place")),
    };
    let chair = field("chair").map(|name| Chair {
        who: Named {
            name: Some(name),
            function: field("function"),
            organisation: None,
        },
        ..Chair::default()
    });
    formulas::opening(&Opening {
        gathering: Gathering::Meeting,
        date: date(field("date").unwrap()),
        last_day: None,
        setting,
        tool: None,
        body: field("body"),
        rank: field("number").map(|rank| Rank {
            number: number(rank),
            of: NumberedIn::Year,
        }),
        chairs: chair.as_slice(),
        thousand: Thousand::Mil,
        spelling: Traditional,
        in_figures: false,
    })
}

/// What follows *présidée*, in the openings of the table and in the templates.
fn after_presidee(_: &str) -> String {
    let rows = crate::cases::rows();
    let openings = rows.iter().filter(|row| row.kind == "opening");
    let openings = openings.map(|row| opening(&row.input));
    let templates = EMBEDDED.iter().map(|(_, template)| (*template).to_owned());
    let mut found = BTreeSet::new();
    for text in openings.chain(templates) {
        let after = text.split("présidée").skip(1);
        found.extend(after.map(|after| after.chars().take(5).collect::<String>()));
    }
    found.into_iter().collect::<Vec<_>>().join("|")
}

fn quorum(input: &str) -> String {
    let counts: Vec<u64> = input.split(' ').map(number).collect();
    let quorum = formulas::quorum(&Quorum {
        present: counts[0],
        members: counts[1],
        required: counts.get(2).copied(),
        ..Quorum::default()
    });
    quorum.unwrap_or_else(|| "nothing printed".to_owned())
}

fn adoption(input: &str) -> String {
    let adoption = match input {
        "unchanged" => Adoption::Unchanged,
        "amended" => Adoption::Amended,
        _ => panic!("unknown adoption: {input}"),
    };
    formulas::adoption(adoption).to_owned()
}

fn closing(input: &str) -> String {
    closed(match input {
        "" => Closing::Untimed,
        hour => Closing::At(time(hour)),
    })
}

fn closed(closing: Closing) -> String {
    formulas::closing(closing, AgendaState::Exhausted, Gathering::Meeting)
}

fn next_meeting(input: &str) -> String {
    let fields = fields(input);
    formulas::next_meeting(&NextMeeting {
        date: fields.get("date").map(|day| date(day)),
        host: fields.get("host").copied(),
        ..NextMeeting::default()
    })
}

fn excused_label(input: &str) -> String {
    let genders = input.split(' ').map(|gender| match gender {
        "m" => Some(Masculine),
        "f" => Some(Feminine),
        _ => None,
    });
    let genders: Vec<Option<Gender>> = genders.collect();
    formulas::excused_label(&genders).unwrap().to_owned()
}

/// The head, if a table of the page has it.
fn head(wanted: &str) -> String {
    let page = page(
        "date = 2017-02-07\nparticipants = [{ nom = \"A. Sow\" }]\n\
         [[themes]]\ntitre = \"Divers\"\n[[themes.actions]]\ntexte = \"Relancer\"\n",
    );
    let heads = page.split("<th").skip(1).filter_map(|head| {
        let (_, text) = head.split_once('>')?;
        text.split('<').next()
    });
    let heads: Vec<&str> = heads.collect();
    assert!(heads.len() > 5, "{heads:?}");
    match heads.contains(&wanted) {
        true => wanted.to_owned(),
        false => "never".to_owned(),
    }
}

fn read(record: &str) -> Reading {
    let source = Source {
        name: "2017-02-07.toml".into(),
        text: record.into(),
    };
    record::read(&source, &|_| AnnexFile::Missing)
}

/// The minutes of a record.
pub(crate) fn minutes(record: &str) -> Minutes {
    let meeting = read(record).meeting.expect("a sound record");
    Minutes::new(&meeting, &Config::default(), &Surroundings::default())
}

/// The page of a record.
fn page(record: &str) -> String {
    let templates = Templates::new(BTreeMap::new()).expect("sound templates");
    let page = templates.html(&minutes(record), "2017-02-07.toml");
    page.expect("they render any minutes")
}

// Order and hyphenation.

fn sorted(items: &str) -> String {
    let mut items: Vec<&str> = items.split(", ").collect();
    items.sort_by(|left, right| compare(left, right));
    items.join(", ")
}

fn filed(names: &str) -> String {
    let mut names: Vec<&str> = names.split("; ").collect();
    sort(&mut names, |name| person_key(name, None));
    let forms = names.iter().map(|name| filing(name, None).0.to_string());
    forms.collect::<Vec<_>>().join(", ")
}

/// The word with its break points: a hyphen where one is added, `/` where none is.
pub(crate) fn hyphenated(word: &str) -> String {
    let mut result = word.to_owned();
    for point in break_points(word).into_iter().rev() {
        let mark = if adds_hyphen(word, point) { '-' } else { '/' };
        result.insert(point, mark);
    }
    result
}
