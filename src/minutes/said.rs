//! Each part of the minutes, said.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    Action, Annex, Author, Formula, Link, Logo, Minutes, Surroundings, Theme, annex_file_name,
    event, logo_file_name, markdown_file_name, organisations, pdf_file_name, people, shared,
    signed,
};
use crate::config::{Config, Labels, Orientation, Published, Writing};
use crate::french::Gender;
use crate::french::dates::{day_in_words, long_date_with_article, year_in_words};
use crate::french::formulas::{self, Chair, Closing, DRAFT_MARK, Opening, Setting};
use crate::french::hours::{clock_time, time_in_words, time_range};
use crate::french::numbers::ordinal;
use crate::french::typography::{self, correct};
use crate::french::words::counted;
use crate::picture::Picture;
use crate::record::{self, Adoption, AnnexTarget, DueDate, Meeting, Mode, State};

/// What stays as it is in the path of a link: letters, digits and the marks that no reader of addresses minds.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

pub(super) fn minutes(meeting: &Meeting, config: &Config, surroundings: &Surroundings) -> Minutes {
    let title = correct(meeting.title.as_ref().unwrap_or(&config.title));
    let is_draft = meeting.state == State::Draft;
    let place = meeting.place.as_deref().or(config.place.as_deref());
    let public_address = config
        .site_address
        .as_ref()
        .map(|site| format!("{site}/{}/", surroundings.address));
    let title = if is_draft {
        formulas::draft_title(&title)
    } else {
        title
    };
    let organisations = organisations::organisations(&meeting.participants);
    Minutes {
        event: public_address
            .as_ref()
            .map(|page| event::event(&title, meeting, config, page)),
        description: shared::description(&title, meeting),
        root: "../".repeat(surroundings.address.split('/').count()),
        series: corrected(config.body.as_ref()),
        year: meeting.date.year(),
        markdown_size: None,
        pdf_size: None,
        organisation_count: counted(organisations.len() as u64, "organisation"),
        organisations,
        title,
        draft_mark: is_draft.then_some(DRAFT_MARK),
        state: state(meeting.state),
        body: corrected(meeting.body.as_ref().or(config.body.as_ref())),
        date: meeting.date,
        hours: hours(meeting),
        place: place
            .filter(|_| meeting.mode != Some(Mode::Online))
            .map(correct),
        authors: meeting.authors.iter().map(author).collect(),
        opening: opening(meeting, config, place),
        formula: formula(meeting, config),
        agenda: meeting
            .agenda
            .iter()
            .map(|item| typography::title(item))
            .collect(),
        quorum: quorum(meeting),
        adoption: meeting.adoption.as_ref().map(adoption),
        participants: match config.site.participants {
            Published::Names => people::present(&meeting.participants, config.participant_order),
            Published::Organisations => Vec::new(),
        },
        head_count: meeting.participants.len(),
        participant_count: counted(meeting.participants.len() as u64, "participant"),
        absences: people::absences(meeting),
        themes: (1..)
            .zip(&meeting.themes)
            .map(|(number, theme)| self::theme(number, theme))
            .collect(),
        notes: meeting.notes.clone(),
        annexes: meeting
            .annexes
            .iter()
            .map(|annex| self::annex(annex, public_address.as_deref()))
            .collect(),
        links: meeting
            .links
            .iter()
            .map(|link| Link {
                text: correct(&link.text),
                address: link.address.clone(),
            })
            .collect(),
        closing: closing(meeting, config),
        next_meeting: meeting.next.as_ref().map(next_meeting),
        due_column: config.due_column,
        signatures: signed::signatures(meeting, config),
        signed_at: signed::signed_at(config),
        landscape: config.orientation == Some(Orientation::Landscape),
        labels: labels(config),
        logo: config
            .logo
            .as_ref()
            .map(|picture| logo(picture, meeting, config, &surroundings.address)),
        markdown_file: surroundings
            .has_markdown
            .then(|| markdown_file_name(config, &surroundings.address)),
        pdf_file: surroundings
            .has_pdf
            .then(|| pdf_file_name(config, &surroundings.address)),
        site_address: config.site_address.clone(),
        public_address,
        previous: surroundings.previous.clone(),
        following: surroundings.next.clone(),
    }
}

fn logo(picture: &Picture, meeting: &Meeting, config: &Config, address: &str) -> Logo {
    let body = meeting.body.as_ref().or(config.body.as_ref());
    let text = config.logo_text.as_ref().or(body);
    Logo {
        address: "../".repeat(address.split('/').count()) + &logo_file_name(picture),
        file: logo_file_name(picture),
        text: corrected(text).unwrap_or_else(|| "Logo".into()),
        width: picture.width,
        height: picture.height,
    }
}

fn state(state: State) -> Option<String> {
    match state {
        State::Final => None,
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

fn hours(meeting: &Meeting) -> Option<String> {
    let start = meeting.start;
    match (start, meeting.end) {
        // The record has seen to it that the end does not precede the start.
        (Some(start), Some(end)) => time_range(start, end).ok(),
        (Some(start), None) => Some(format!("à {}", clock_time(start))),
        (None, Some(end)) => Some(format!("jusqu’à {}", clock_time(end))),
        (None, None) => None,
    }
}

fn opening(meeting: &Meeting, config: &Config, place: Option<&str>) -> String {
    let setting = match meeting.mode {
        None | Some(Mode::Room) => Setting::Room(place),
        Some(Mode::Online) => Setting::Online,
        Some(Mode::Hybrid) => Setting::Hybrid(place),
    };
    let chair = meeting
        .chair
        .as_ref()
        .and_then(|person| person.name.as_deref().map(|name| (name, said_of(person))));
    let opening = formulas::opening(&Opening {
        date: meeting.date,
        setting,
        body: meeting
            .body_phrase
            .as_deref()
            .or(config.body_phrase.as_deref()),
        number: meeting.number.map(u64::from),
        chair: chair.as_ref().map(|(name, function)| Chair {
            name,
            function: function.as_deref(),
        }),
        thousand: config.thousand,
        spelling: config.spelling,
        in_figures: config.opening_date == Writing::Figures,
    });
    correct(&opening)
}

/// The pieces of the formulas, for a series that writes its own.
fn formula(meeting: &Meeting, config: &Config) -> Formula {
    let body = meeting.body_phrase.as_ref().or(config.body_phrase.as_ref());
    let chair = meeting.chair.as_ref();
    let quorum = meeting.quorum;
    let next = meeting.next.as_ref();
    let end = meeting.end.map(|end| match config.closing_time {
        Some(Writing::Words) => time_in_words(end, config.spelling),
        Some(Writing::Figures) | None => clock_time(end),
    });
    Formula {
        year: year_in_words(meeting.date.year(), config.thousand, config.spelling),
        day: day_in_words(meeting.date, config.spelling),
        rank: meeting
            .number
            .map(|number| ordinal(number.into(), Gender::Feminine, config.spelling)),
        body: corrected(body),
        chair: chair.and_then(|chair| corrected(chair.name.as_ref())),
        chair_function: chair.and_then(|chair| said_of(chair).map(|function| correct(&function))),
        end,
        members_present: quorum.map(|quorum| quorum.present),
        members_required: quorum.map(|quorum| quorum.required),
        members: quorum.map(|quorum| quorum.members),
        next_date: next.and_then(|next| next.date),
        next_start: next.and_then(|next| next.start).map(clock_time),
        next_place: next.and_then(|next| corrected(next.place.as_ref())),
        next_host: next.and_then(|next| corrected(next.host.as_ref())),
    }
}

/// Function and organisation, as they follow a name.
pub(super) fn said_of(person: &record::Person) -> Option<String> {
    let parts: Vec<&str> = [&person.function, &person.organisation]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn author(author: &record::Author) -> Author {
    Author {
        role: correct(&author.role),
        name: correct(&author.name),
        function: corrected(author.function.as_ref()),
    }
}

fn adoption(adoption: &Adoption) -> String {
    match adoption {
        Adoption::Adopted => formulas::adoption(formulas::Adoption::Unchanged).into(),
        Adoption::AmendedAndAdopted => formulas::adoption(formulas::Adoption::Amended).into(),
        Adoption::Sentence(sentence) => sentence.clone(),
    }
}

/// The sentence on the quorum (FOR-07 to FOR-09).
fn quorum(meeting: &Meeting) -> Option<String> {
    let quorum = meeting.quorum?;
    formulas::quorum(&formulas::Quorum {
        present: quorum.present.into(),
        members: quorum.members.into(),
        required: Some(quorum.required.into()),
    })
}

/// The sentence on the end of the meeting, where the series asks for one (FOR-12 to FOR-14).
fn closing(meeting: &Meeting, config: &Config) -> Option<String> {
    let closing = match (config.closing_time?, meeting.end) {
        (_, None) => Closing::Untimed,
        (Writing::Figures, Some(end)) => Closing::At(end),
        (Writing::Words, Some(end)) => Closing::AtInWords(end, config.spelling),
    };
    Some(formulas::closing(closing))
}

fn theme(number: usize, theme: &record::Theme) -> Theme {
    Theme {
        number,
        anchor: theme
            .id
            .clone()
            .unwrap_or_else(|| format!("theme-{number}")),
        title: typography::title(&theme.title),
        agenda_item: theme.agenda_item,
        discussion: theme.discussion.clone(),
        recommendations: theme.recommendations.clone(),
        comments: theme.comments.clone(),
        decisions: theme.decisions.clone(),
        actions: (1..)
            .zip(&theme.actions)
            .map(|(rank, action)| self::action(number, rank, action))
            .collect(),
        owners: theme.owners.iter().map(|owner| correct(owner)).collect(),
    }
}

fn action(theme: usize, rank: usize, action: &record::Action) -> Action {
    let (due, due_in_words) = match &action.due {
        None => (None, None),
        Some(DueDate::On(day)) => (Some(*day), None),
        Some(DueDate::Words(words)) => (None, Some(correct(words))),
    };
    Action {
        anchor: action
            .id
            .clone()
            .unwrap_or_else(|| format!("action-{theme}-{rank}")),
        text: action.text.clone(),
        owners: action.owners.iter().map(|owner| correct(owner)).collect(),
        due,
        due_in_words,
        status: action.status.map(record::Status::word),
    }
}

fn annex(annex: &record::Annex, page: Option<&str>) -> Annex {
    let (address, public_address) = match &annex.target {
        AnnexTarget::None => (None, None),
        AnnexTarget::File(path) => {
            let file = utf8_percent_encode(&annex_file_name(path), PATH).to_string();
            let published = page.map(|page| format!("{page}{file}"));
            (Some(file), published)
        }
        AnnexTarget::Link(address) => (Some(address.clone()), Some(address.clone())),
    };
    Annex {
        title: correct(&annex.title),
        address,
        public_address,
    }
}

fn next_meeting(next: &record::NextMeeting) -> String {
    let sentence = formulas::next_meeting(&formulas::NextMeeting {
        date: next.date,
        start: next.start,
        place: next.place.as_deref(),
        host: next.host.as_deref(),
    });
    correct(&sentence)
}

/// A plain text of the record, with French typography.
pub(super) fn corrected(text: Option<&String>) -> Option<String> {
    text.map(|text| correct(text))
}

fn labels(config: &Config) -> Labels {
    let labels = &config.labels;
    Labels {
        themes: correct(&labels.themes),
        recommendations: correct(&labels.recommendations),
        actions: correct(&labels.actions),
        owners: correct(&labels.owners),
        due: correct(&labels.due),
        agenda: correct(&labels.agenda),
        participants: correct(&labels.participants),
        annexes: correct(&labels.annexes),
        signatures: correct(&labels.signatures),
        chair: correct(&labels.chair),
        author: correct(&labels.author),
    }
}
