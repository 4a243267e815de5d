//! The head of the minutes, said: what meets, when and where, who had which part, the agenda.

use super::tidied::{corrected, tidy_or_typed};
use super::{AgendaItem, Formula, GridRow, Words};
use crate::config::{Config, Writing};
use crate::french::NB;
use crate::french::dates::{day_in_words, long_date, long_date_with_article, year_in_words};
use crate::french::days::Days;
use crate::french::formulas::{
    self, Chair, Gathering, Named, NumberedIn, Opening, Rank, Setting, cancelled, joined,
    postponed, tidy,
};
use crate::french::hours::{
    clock_time, duration, hours_of_meeting, minutes_between, time_in_words,
};
use crate::french::numbers::{group_digits, ordinal};
use crate::french::typography::{self, correct};
use crate::french::words::{capital_first, late_in_sentence};
use crate::record::{self, Meeting, Mode, Purpose, State};

/// What meets: as the record says, else the series.
pub(super) fn gathering(meeting: &Meeting, config: &Config) -> Gathering {
    meeting.gathering.unwrap_or(config.gathering)
}

/// The day or the days.
pub(super) fn days(meeting: &Meeting) -> Days {
    Days::new(meeting.date, meeting.last_day)
}

/// The nouns that templates use.
#[must_use]
pub(crate) fn words(config: &Config, gathering: Gathering) -> Words {
    Words {
        gathering,
        document: config.document.noun(),
        documents: config.document.plural(),
        seance: gathering.noun(),
        gatherings: gathering.plural(),
        the_gathering: gathering.with_article(),
        all: gathering.all(),
        latest: gathering.with_adjective("dernier"),
        previous: format!("{} {}", gathering.noun(), gathering.agreed("précédent")),
        following: format!("{} {}", gathering.noun(), gathering.agreed("suivant")),
        others: format!("autres {}", gathering.plural()),
        late: late_in_sentence(&config.labels.late),
    }
}

/// How far the minutes are, in a sentence.
pub(super) fn state(state: State) -> Option<String> {
    match state {
        State::Convened | State::Final | State::Cancelled | State::Postponed(_) => None,
        State::Draft => {
            Some("Ce document est un projet\u{a0}: il n’a pas encore été approuvé.".into())
        }
        State::Submitted => Some("Ce document est soumis à l’approbation des participants.".into()),
        State::Approved(None) => Some("Ce document a été approuvé.".into()),
        State::Approved(Some(day)) => Some(format!(
            "Ce document a été approuvé {}.",
            long_date_with_article(day)
        )),
    }
}

/// *de 9 h à 11 h 30*.
pub(super) fn hours(meeting: &Meeting) -> Option<String> {
    match (meeting.start, meeting.end) {
        (Some(start), Some(end)) if meeting.last_day.is_some() => Some(format!(
            "de {} le premier jour à {} le dernier",
            clock_time(start),
            clock_time(end)
        )),
        (Some(start), Some(end)) => Some(hours_of_meeting(start, end)),
        (Some(start), None) => Some(format!("à {}", clock_time(start))),
        (None, Some(end)) => Some(format!("jusqu’à {}", clock_time(end))),
        (None, None) => None,
    }
}

/// *2 h 15*, of a meeting of one day.
fn length(meeting: &Meeting) -> Option<String> {
    let (start, end) = meeting.start.zip(meeting.end)?;
    (meeting.last_day.is_none() && start != end).then(|| duration(minutes_between(start, end)))
}

/// The convocation, where no grid tells it, and the sending, a sentence each.
pub(super) fn dated_facts(meeting: &Meeting, grid: &[GridRow]) -> Vec<String> {
    let convened = meeting
        .convened_on
        .filter(|_| grid.is_empty())
        .map(|day| format!("Convocation du {}.", long_date(day)));
    let sent = meeting
        .sent_on
        .map(|day| format!("Document diffusé {}.", long_date_with_article(day)));
    convened.into_iter().chain(sent).collect()
}

/// The opening formula; that the meeting is to be held, or was not, where it is so.
pub(super) fn opening(meeting: &Meeting, config: &Config) -> String {
    let gathering = gathering(meeting, config);
    match meeting.state {
        State::Cancelled => return cancelled(days(meeting), gathering),
        State::Postponed(to) => {
            let to = to.map(|day| Days::new(day, None));
            return postponed(days(meeting), to, gathering);
        }
        State::Convened => {
            let hours = hours(meeting);
            return with_opening(meeting, config, |opening| {
                correct(&formulas::convocation(opening, hours.as_deref()))
            });
        }
        _ => {}
    }
    with_opening(meeting, config, |opening| {
        correct(&formulas::opening(opening))
    })
}

/// What the opening sentence of a meeting is made of.
pub(super) fn with_opening<T>(
    meeting: &Meeting,
    config: &Config,
    say: impl FnOnce(&Opening<'_>) -> T,
) -> T {
    let gathering = gathering(meeting, config);
    let place = place(meeting, config);
    let place = place.as_deref();
    let chairs: Vec<Chair<'_>> = meeting
        .chairs
        .iter()
        .map(|chair| Chair {
            who: named(&chair.name, &chair.function, &chair.organisation),
            gender: chair.gender,
            accompanied_by: &[],
        })
        .collect();
    let company: Vec<Option<[Named<'_>; 1]>> = meeting
        .chairs
        .iter()
        .map(|chair| chair.accompanied_by.as_deref())
        .map(|company| company.map(|name| [named_alone(name)]))
        .collect();
    let chairs: Vec<Chair<'_>> = chairs
        .into_iter()
        .zip(&company)
        .map(|(chair, company)| Chair {
            accompanied_by: company.as_ref().map_or(&[], |company| company.as_slice()),
            ..chair
        })
        .collect();
    say(&Opening {
        gathering,
        date: meeting.date,
        last_day: meeting.last_day,
        setting: match meeting.mode {
            None | Some(Mode::Room) => Setting::Room(place),
            Some(Mode::Online) => Setting::Online,
            Some(Mode::Hybrid) => Setting::Hybrid(place),
        },
        tool: meeting.tool.as_deref(),
        body: body_phrase(meeting, config),
        rank: meeting.number.map(|number| Rank {
            number: number.into(),
            of: config.numbered_in,
        }),
        chairs: &chairs,
        thousand: config.thousand,
        spelling: config.spelling,
        in_figures: config.opening_date == Writing::Figures,
    })
}

/// That a meeting is convened, as a next one is announced.
pub(super) fn announced(meeting: &Meeting, config: &Config) -> Option<String> {
    let hours = hours(meeting);
    let said = || {
        with_opening(meeting, config, |opening| {
            correct(&formulas::next_convened(opening, hours.as_deref()))
        })
    };
    meeting.is_convened().then(said)
}

pub(super) fn named<'a>(
    name: &'a Option<String>,
    function: &'a Option<String>,
    organisation: &'a Option<String>,
) -> Named<'a> {
    Named {
        name: name.as_deref(),
        function: function.as_deref(),
        organisation: organisation.as_deref(),
    }
}

fn named_alone(name: &str) -> Named<'_> {
    Named {
        name: Some(name),
        ..Named::default()
    }
}

fn place(meeting: &Meeting, config: &Config) -> Option<String> {
    meeting.place.clone().or_else(|| config.place.clone())
}

fn body_phrase<'a>(meeting: &'a Meeting, config: &'a Config) -> Option<&'a str> {
    let phrase = meeting.body_phrase.as_ref().or(config.body_phrase.as_ref());
    phrase.map(String::as_str)
}

/// The pieces of the formulas, for a series that writes its own.
pub(super) fn formula(meeting: &Meeting, config: &Config) -> Formula {
    let quorum = meeting.quorum;
    let next = meeting.next.as_ref();
    let names: Vec<String> = meeting
        .chairs
        .iter()
        .filter_map(|chair| chair.name.clone())
        .collect();
    let only_chair = match meeting.chairs.as_slice() {
        [chair] => Some(chair),
        _ => None,
    };
    Formula {
        year: year_in_words(meeting.date.year(), config.thousand, config.spelling),
        day: day_in_words(meeting.date, config.spelling),
        rank: meeting.number.map(|number| {
            let gender = gathering(meeting, config).gender();
            ordinal(number.into(), gender, config.spelling)
        }),
        body: body_phrase(meeting, config).map(correct),
        chair: (!names.is_empty()).then(|| correct(&joined(&names))),
        chair_function: only_chair
            .and_then(|chair| named(&None, &chair.function, &chair.organisation).said())
            .map(|said| correct(&said)),
        end: meeting.end.map(|end| match config.closing_time {
            Some(Writing::Words) => time_in_words(end, config.spelling),
            Some(Writing::Figures) | None => clock_time(end),
        }),
        members_present: quorum.map(|quorum| quorum.present),
        members_represented: quorum.map(|quorum| quorum.represented),
        members_required: quorum.map(|quorum| quorum.required),
        members: quorum.map(|quorum| quorum.members),
        next_date: next.and_then(|next| next.date),
        next_start: next.and_then(|next| next.start).map(clock_time),
        next_place: next
            .and_then(|next| next.place.as_ref())
            .map(|place| correct(&tidy_or_typed(place))),
        next_host: next.and_then(|next| corrected(next.host.as_ref())),
    }
}

/// The agenda.
pub(super) fn agenda(meeting: &Meeting) -> Vec<AgendaItem> {
    let items = meeting.agenda.iter();
    items
        .map(|item| AgendaItem {
            title: typography::title(&item.title),
            details: details(item),
            subitems: item
                .subitems
                .iter()
                .map(|item| typography::title(item))
                .collect(),
        })
        .collect()
}

/// *OCHA, 10 min, pour décision*.
fn details(item: &record::AgendaItem) -> Option<String> {
    let purpose = item.purpose.map(|purpose| match purpose {
        Purpose::Information => "pour information",
        Purpose::Discussion => "pour discussion",
        Purpose::Decision => "pour décision",
    });
    let parts = [
        item.presenter.as_deref().map(formulas::without_lead),
        item.minutes.map(duration),
        purpose.map(str::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| correct(&parts.join(", ")))
}

/// Date, hours, place and roles as rows of a label and a value.
pub(super) fn grid(meeting: &Meeting, config: &Config, next: Option<&String>) -> Vec<GridRow> {
    let labels = &config.labels;
    let row = |label: &str, value: String| GridRow {
        label: label.to_owned(),
        value,
    };
    let mut rows = vec![row(&labels.date, days(meeting).heading())];
    if let Some(number) = meeting.number {
        let gathering = gathering(meeting, config);
        let of_year = match config.numbered_in {
            NumberedIn::Year => format!(" de l’année {}", meeting.date.year()),
            NumberedIn::Series => String::new(),
        };
        let number = format!("N°{NB}{}{of_year}", group_digits(number.into()));
        rows.push(row(&capital_first(gathering.noun()), number));
    }
    if let Some(hours) = hours(meeting) {
        let length = length(meeting).map(|length| format!(" ({length})"));
        let hours = capital_first(&hours) + &length.unwrap_or_default();
        rows.push(row(&labels.hours, hours));
    }
    let place = whole_place(meeting, config);
    let place = place.map(|place| correct(&capital_first(&place)));
    rows.extend(place.map(|place| row(&labels.place, place)));
    let convened = meeting.convened_on.map(long_date);
    rows.extend(convened.map(|day| row(&labels.convened, day)));
    let chairs = meeting.chairs.iter().filter_map(|chair| {
        let said = named(&chair.name, &chair.function, &chair.organisation).said()?;
        Some(match &chair.accompanied_by {
            None => said,
            Some(company) => {
                let led = formulas::in_company(chair.gender);
                format!("{said}, {led} {}", formulas::after_par(company))
            }
        })
    });
    let chairs: Vec<String> = chairs.map(|said| correct(&said)).collect();
    if !chairs.is_empty() {
        rows.push(row(&labels.chaired_by, chairs.join("\u{202f}; ")));
    }
    for role in meeting.roles.iter().chain(&meeting.authors) {
        let who = named(&role.name, &role.function, &role.organisation).said();
        let label = capital_first(&correct(&tidy(&role.role)));
        rows.extend(who.map(|who| row(&label, correct(&who))));
    }
    if let Some(next) = next {
        let gathering = gathering(meeting, config);
        let label = labels
            .next_meeting
            .clone()
            .unwrap_or_else(|| capital_first(&gathering.with_adjective("prochain")));
        // The sentence begins with what its label says.
        let value = next
            .split_once(": ")
            .map_or(next.as_str(), |(_, said)| said);
        rows.push(row(&label, capital_first(value.trim_end_matches('.'))));
    }
    rows
}

/// *dans le bureau du PNUD et en ligne (Teams)*.
pub(super) fn whole_place(meeting: &Meeting, config: &Config) -> Option<String> {
    let place = place(meeting, config).map(|place| tidy(&place));
    let online = match &meeting.tool {
        Some(tool) => format!("en ligne ({})", tidy(tool)),
        None => "en ligne".to_owned(),
    };
    match (meeting.mode, place) {
        (Some(Mode::Online), _) => Some(online),
        (Some(Mode::Hybrid), Some(place)) => Some(formulas::with_online(&place, &online)),
        (Some(Mode::Hybrid), None) => Some(format!("en salle et {online}")),
        (_, place) => place,
    }
}
