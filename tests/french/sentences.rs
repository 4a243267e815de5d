//! The table of the program's own sentences: `sentences.tsv`, each row a question, its parameters and good French.

use greffier::french::dates::Thousand;
use greffier::french::days::Days;
use greffier::french::formulas::{
    self, AgendaState, Ballot, Chair, Closing, Counted, DocumentName, Gathering, GroupVote,
    HeadCount, Named, NextMeeting, NumberedIn, Opening, Outcome, Quorum, Rank, Setting, Vote,
    VoteNames, VoteOn,
};
use greffier::french::typography::correct;
use greffier::french::{Gender, Spelling, hours, phrases};
use jiff::civil::{Date, Time};

use crate::cases::with_signs;

/// What a row answers where nothing is printed or nothing is doubted.
const NOTHING: &str = "—";

#[test]
fn each_sentence_is_good_french() {
    let mut lines = include_str!("sentences.tsv").lines();
    assert_eq!(lines.next(), Some("kind\tinput\texpected"));
    let mut faults = Vec::new();
    let mut count = 0;
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, input, expected] = cells[..] else {
            panic!("not three cells: {line}");
        };
        let found = answer(kind, &Fields::of(input)).unwrap_or_else(|| NOTHING.to_owned());
        // Typography sets spaces, and mends nothing else in a sentence of the program.
        let spaced = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let is_sentence = !kind.ends_with("_remedy") && kind != "file_stem";
        if is_sentence && spaced(&correct(&found)) != spaced(&found) {
            faults.push(format!(
                "{kind}\t{input}\t{found}\n  typeset as {}",
                correct(&found)
            ));
        }
        if found != with_signs(expected) {
            faults.push(format!("{kind}\t{input}\t{found}\n  not {expected}"));
        }
        count += 1;
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(count >= 150, "{count} rows");
}

/// The parameters of a row: `key=value | key=value`; a key may come again.
struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Fields<'a> {
    fn of(input: &'a str) -> Self {
        let fields = input.split(" | ");
        Self(
            fields
                .map(|field| field.split_once('=').unwrap_or((field, "")))
                .collect(),
        )
    }

    fn get(&self, wanted: &str) -> Option<&'a str> {
        self.all(wanted).first().copied()
    }

    fn all(&self, wanted: &str) -> Vec<&'a str> {
        let fields = self.0.iter().filter(|(key, _)| *key == wanted);
        fields.map(|(_, value)| *value).collect()
    }

    fn has(&self, wanted: &str) -> bool {
        self.get(wanted).is_some()
    }

    fn text(&self) -> &'a str {
        self.get("text").unwrap_or_default()
    }

    fn number(&self, key: &str) -> Option<u64> {
        self.get(key).map(|digits| digits.parse().unwrap())
    }

    fn count(&self, key: &str) -> u64 {
        self.number(key).unwrap_or_default()
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.get(key).map(|day| day.parse().unwrap())
    }

    fn time(&self, key: &str) -> Option<Time> {
        self.get(key).map(|time| time.parse().unwrap())
    }

    fn days(&self) -> Days {
        Days::new(self.date("date").unwrap(), self.date("last"))
    }

    fn gathering(&self) -> Gathering {
        match self.get("of").unwrap_or("réunion") {
            "réunion" => Gathering::Meeting,
            "séance" => Gathering::Sitting,
            "assemblée" => Gathering::GeneralAssembly,
            "conseil" => Gathering::Council,
            "session" => Gathering::Session,
            other => panic!("unknown gathering: {other}"),
        }
    }

    fn spelling(&self) -> Spelling {
        if self.has("1990") {
            Spelling::Rectified1990
        } else {
            Spelling::Traditional
        }
    }

    fn gender(&self) -> Option<Gender> {
        self.get("gender").and_then(gender)
    }

    fn genders(&self) -> Vec<Option<Gender>> {
        self.text()
            .chars()
            .map(|sign| gender(&sign.to_string()))
            .collect()
    }

    fn document(&self) -> DocumentName {
        match self.get("document").unwrap() {
            "compte rendu" => DocumentName::Minutes,
            "procès-verbal" => DocumentName::FormalMinutes,
            "relevé" => DocumentName::Decisions,
            other => panic!("unknown document: {other}"),
        }
    }
}

fn gender(letter: &str) -> Option<Gender> {
    match letter {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

/// `name / function / organisation`; each may be empty.
fn named(text: &str) -> Named<'_> {
    let mut parts = text
        .split(" / ")
        .map(|part| (!part.is_empty()).then_some(part));
    Named {
        name: parts.next().flatten(),
        function: parts.next().flatten(),
        organisation: parts.next().flatten(),
    }
}

fn answer(kind: &str, row: &Fields<'_>) -> Option<String> {
    let gathering = row.gathering();
    let text = row.text();
    Some(match kind {
        "noun" => match text {
            "article" => gathering.with_article(),
            "de" => gathering.with_de(),
            "à" => gathering.with_a(),
            "plural" => gathering.plural(),
            "all" => gathering.all(),
            _ => panic!("unknown form: {text}"),
        },
        "adjective" => gathering.with_adjective(text),
        "agreed" => gathering.agreed(text),
        "ranked" => gathering.ranked(row.count("number"), row.spelling()),
        "opening" => opening(row),
        "heading" => row.days().heading(),
        "hours" => hours::hours_of_meeting(row.time("start")?, row.time("end")?),
        "duration" => hours::duration(hours::minutes_between(row.time("start")?, row.time("end")?)),
        "closing" => closing(row),
        "quorum" => formulas::quorum(&quorum(row))?,
        "vote" => vote(row)?,
        "attendance" => formulas::attendance(
            &HeadCount {
                people: row.count("people"),
                women: row.count("women"),
                organisations: row.count("organisations"),
                observers: row.count("observers"),
            },
            gathering,
        )?,
        "counted_present" => {
            formulas::counted_present(row.count("people"), row.count("organisations"))
        }
        "represented_label" => formulas::represented_label(&row.genders())?.to_owned(),
        "excused_label" => formulas::excused_label(&row.genders())?.to_owned(),
        "absent_label" => formulas::absent_label(text.len())?.to_owned(),
        "proxies_label" => formulas::proxies_label(text.len())?.to_owned(),
        "arrival" => formulas::arrival(row.time("time")?),
        "departure" => formulas::departure(row.time("time")?),
        "represented_by" => formulas::represented_by(text, row.gender())?,
        "gives_proxy_to" => formulas::gives_proxy_to(text)?,
        "gender_of_title" => format!("{:?}", formulas::gender_of_title(text)?),
        "next_meeting" => formulas::next_meeting(&NextMeeting {
            gathering,
            date: row.date("date"),
            start: row.time("start"),
            place: row.get("place"),
            host: row.get("host"),
        }),
        "with_online" => formulas::with_online(text, "en ligne"),
        "cancelled" => formulas::cancelled(row.days(), gathering),
        "postponed" => {
            let to = row
                .date("to")
                .map(|day| Days::new(day, row.date("to_last")));
            formulas::postponed(row.days(), to, gathering)
        }
        "title" => row.document().title(gathering),
        "draft" => formulas::draft_title(&row.document().title(gathering)),
        "cancelled_title" => formulas::cancelled_title(text, gathering),
        "postponed_title" => formulas::postponed_title(text, gathering),
        "convocation" => convocation(row),
        "convocation_title" => formulas::convocation_title(text, gathering),
        "documents" => row.document().plural(),
        "file_stem" => row.document().file_stem(),
        "tidy" => formulas::tidy(text),
        "joined" => formulas::joined(&row.all("item")),
        "said" => named(text).said()?,
        "role_line" => formulas::role_line(row.get("role")?, &named(text))?,
        "place_remedy" => phrases::place_remedy(text)?,
        "body_remedy" => phrases::body_phrase_remedy(text)?,
        "adoption_remedy" => phrases::adoption_remedy(text)?,
        "town_remedy" => phrases::town_remedy(text)?,
        "lead_remedy" => phrases::lead_remedy(text)?,
        "lead_remedy_behind_name" => phrases::lead_remedy_behind_name(text)?,
        "role_ends_open" => phrases::role_ends_open(text).to_string(),
        _ => panic!("unknown kind: {kind}"),
    })
}

fn opening(row: &Fields<'_>) -> String {
    with_opening(row, formulas::opening)
}

fn convocation(row: &Fields<'_>) -> String {
    let hours = match (row.time("start"), row.time("end")) {
        (Some(start), Some(end)) => Some(hours::hours_of_meeting(start, end)),
        (Some(start), None) => Some(format!("à {}", hours::clock_time(start))),
        _ => None,
    };
    with_opening(row, |opening| {
        formulas::convocation(opening, hours.as_deref())
    })
}

fn with_opening(row: &Fields<'_>, say: impl Fn(&Opening<'_>) -> String) -> String {
    let setting = match (row.has("online"), row.has("hybrid")) {
        (true, _) => Setting::Online,
        (_, true) => Setting::Hybrid(row.get("place")),
        _ => Setting::Room(row.get("place")),
    };
    let company: Vec<Named<'_>> = row.all("with").into_iter().map(named).collect();
    let chairs = row.all("chair").into_iter().map(|chair| Chair {
        who: named(chair),
        gender: row.gender(),
        accompanied_by: &company,
    });
    say(&Opening {
        gathering: row.gathering(),
        date: row.date("date").unwrap_or(Date::constant(2026, 1, 13)),
        last_day: row.date("last"),
        setting,
        tool: row.get("tool"),
        body: row.get("body"),
        rank: row.number("number").map(|number| Rank {
            number,
            of: if row.has("series") {
                NumberedIn::Series
            } else {
                NumberedIn::Year
            },
        }),
        chairs: &chairs.collect::<Vec<_>>(),
        thousand: Thousand::Mil,
        spelling: row.spelling(),
        in_figures: row.has("figures"),
    })
}

fn closing(row: &Fields<'_>) -> String {
    let closing = match (row.time("end"), row.has("words")) {
        (None, _) => Closing::Untimed,
        (Some(end), false) => Closing::At(end),
        (Some(end), true) => Closing::AtInWords(end, row.spelling()),
    };
    let agenda = if row.has("exhausted") {
        AgendaState::Exhausted
    } else {
        AgendaState::Unknown
    };
    formulas::closing(closing, agenda, row.gathering())
}

fn quorum(row: &Fields<'_>) -> Quorum {
    Quorum {
        gathering: row.gathering(),
        present: row.count("present"),
        represented: row.count("represented"),
        members: row.count("members"),
        required: row.number("required"),
        counted: if row.has("both") {
            Counted::PresentAndRepresented
        } else {
            Counted::Present
        },
    }
}

fn vote(row: &Fields<'_>) -> Option<String> {
    let groups: Vec<GroupVote<'_>> = row.all("group").into_iter().map(group).collect();
    formulas::vote(&Vote {
        on: match (row.get("label"), row.get("on")) {
            (Some(label), _) => VoteOn::named(label),
            (None, None | Some("m")) => VoteOn::Decision(Gender::Masculine),
            (None, Some("f")) => VoteOn::Decision(Gender::Feminine),
            (None, Some(_)) => VoteOn::Opinion,
        },
        in_favour: row.number("pour"),
        against: row.number("contre"),
        abstentions: row.number("abstentions"),
        not_voting: row.number("sans"),
        unanimous: if row.has("unanimous") {
            Some(true)
        } else {
            row.has("divided").then_some(false)
        },
        ballot: row.get("ballot").map(|ballot| match ballot {
            "secret" => Ballot::Secret,
            "public" => Ballot::Public,
            _ => Ballot::ShowOfHands,
        }),
        names: VoteNames {
            in_favour: &row.all("nom_pour"),
            against: &row.all("nom_contre"),
            abstentions: &row.all("nom_abstention"),
            not_voting: &row.all("nom_sans"),
        },
        groups: &groups,
        outcome: row.get("result").map(|result| match result {
            "adopted" => Outcome::Adopted,
            _ => Outcome::Rejected,
        }),
    })
}

/// `CGT 0 2 ? 0`: for, against, abstentions, without part; `?` and what is missing is not known.
fn group(text: &str) -> GroupVote<'_> {
    let cells: Vec<&str> = text.split(' ').collect();
    let count = |index: usize| {
        let digits = cells.get(index).filter(|digits| **digits != "?");
        digits.map(|digits| digits.parse().unwrap())
    };
    GroupVote {
        group: cells[0],
        in_favour: count(1),
        against: count(2),
        abstentions: count(3),
        not_voting: count(4),
    }
}
