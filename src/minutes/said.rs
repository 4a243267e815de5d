//! Each part of the minutes, said.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::columns::Layout;
use super::follow_up;
use super::tidied::{corrected, tidy_or_typed};
use super::{
    Annex, Link, Logo, Minutes, Organisation, Surroundings, annex_file_name, convocation,
    description, event, head, logo_file_name, markdown_file_name, organisations, pdf_file_name,
    people, roles, signed, themes,
};
use crate::config::{Config, Published, SeriesOrientation, Writing};
use crate::french::folding::fold;
use crate::french::formulas::{self, AgendaState, Closing, DRAFT_MARK};
use crate::french::typed_dates::says_day;
use crate::french::typography::correct;
use crate::french::words::counted;
use crate::picture::Picture;
use crate::record::{
    self, Adoption, AnnexTarget, Besides, Counted, HeadForm, Meeting, Mode, State,
};

/// What stays as it is in the path of a link: letters, digits and the marks that no reader of addresses minds.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

pub(super) fn minutes(meeting: &Meeting, config: &Config, surroundings: &Surroundings) -> Minutes {
    let is_draft = meeting.state == State::Draft;
    let is_held = meeting.is_held();
    let public_address = config
        .site_address
        .as_ref()
        .map(|site| format!("{site}/{}/", surroundings.address));
    let gathering = head::gathering(meeting, config);
    let title = title(meeting, config);
    let came = if is_held {
        people::who_came(meeting)
    } else {
        Vec::new()
    };
    let mut organisations = organisations::organisations(&came);
    if !config.counts_categories {
        organisations.iter_mut().for_each(|one| one.category = None);
    }
    let place = meeting.place.as_ref().or(config.place.as_ref());
    let opening = head::opening(meeting, config);
    let next_meeting = next_meeting(meeting, config);
    let grid = match meeting.head.unwrap_or(config.head) {
        HeadForm::Grid if is_held || meeting.is_convened() => {
            head::grid(meeting, config, next_meeting.as_ref())
        }
        HeadForm::Grid | HeadForm::Formula => Vec::new(),
    };
    Minutes {
        event: public_address
            .as_ref()
            .map(|page| event::event(&title, meeting, config, page)),
        description: description::description(&title, &opening, meeting),
        root: super::root(&surroundings.address),
        series: corrected(config.body.as_ref()),
        year: meeting.date.year(),
        markdown_size: None,
        pdf_size: None,
        organisation_count: counted(organisations.len() as u64, "organisation"),
        words: head::words(config, gathering),
        title_says_day: says_day(&title, meeting.date, meeting.last_day),
        title,
        edition: config.named_edition(),
        draft_mark: is_draft.then_some(DRAFT_MARK),
        is_held,
        is_convened: meeting.is_convened(),
        state: head::state(meeting.state),
        approved_on: match meeting.state {
            State::Approved(on) => on,
            _ => None,
        },
        body: corrected(meeting.body.as_ref().or(config.body.as_ref())),
        date: meeting.date,
        last_day: meeting.last_day,
        when: head::days(meeting).heading(),
        hours: head::hours(meeting),
        place: place
            .filter(|_| meeting.mode != Some(Mode::Online))
            .map(|place| correct(&tidy_or_typed(place))),
        whole_place: head::whole_place(meeting, config).map(|place| correct(&place)),
        dated_facts: head::dated_facts(meeting, &grid),
        objective: meeting.objective.clone(),
        authors: roles::authors(&meeting.authors),
        roles: roles::roles(&meeting.roles),
        grid,
        opening,
        announced: head::announced(meeting, config),
        formula: head::formula(meeting, config),
        agenda: head::agenda(meeting),
        quorum: quorum(meeting, config).filter(|_| is_held),
        adoption: meeting.adoption.as_ref().map(adoption).filter(|_| is_held),
        expected: match meeting.is_convened() {
            true => convocation::expected(meeting, config),
            false => Vec::new(),
        },
        attendance: people::attendance(meeting, config).filter(|_| is_held),
        present: match config.site.participants {
            Published::Names if is_held => people::present(meeting, config),
            Published::Names | Published::Organisations => Vec::new(),
        },
        participant_count: people::count(&came),
        head_count: head_count(meeting, &came),
        without_names: match config.site.participants {
            Published::Organisations if is_held => people::without_names(meeting, &organisations),
            Published::Names | Published::Organisations => None,
        },
        categories: match is_partial(meeting, &organisations) {
            true => None,
            false => organisations::by_category(&organisations),
        },
        organisations,
        represented: people::represented(meeting, config).filter(|_| is_held),
        absences: if is_held {
            people::absences(meeting, config)
        } else {
            Vec::new()
        },
        approval: surroundings
            .told
            .approved
            .as_ref()
            .map(|approved| follow_up::approval(config, approved))
            .filter(|_| is_held),
        follow_up: follow_up::follow_up(config, surroundings)
            .filter(|_| is_held || meeting.is_convened()),
        runs: if is_held {
            themes::runs(meeting, &Layout::new(meeting, config))
        } else {
            Vec::new()
        },
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
        closing: closing(meeting, config).filter(|_| is_held),
        next_meeting,
        signatures: if is_held {
            signed::signatures(meeting, config)
        } else {
            Vec::new()
        },
        signed_at: signed::signed_at(config).filter(|_| is_held),
        landscape: config.orientation == Some(SeriesOrientation::Landscape),
        landscape_table: config.orientation == Some(SeriesOrientation::LandscapeTable),
        labels: config.labels.clone(),
        logo: config
            .logo
            .as_ref()
            .map(|picture| logo(picture, meeting, config, &surroundings.address)),
        markdown_file: surroundings
            .has_markdown
            .then(|| markdown_file_name(config, &surroundings.address, meeting.state)),
        pdf_file: surroundings
            .has_pdf
            .then(|| pdf_file_name(config, &surroundings.address, meeting.state)),
        site_address: config.site_address.clone(),
        public_address,
        previous: surroundings.previous.clone(),
        following: surroundings.next.clone(),
        has_decisions: surroundings.has_decisions,
        extra: meeting.extra.before(&config.extra()),
    }
}

/// The record's title, the series', or what kind of document it is; that of a draft (FOR-18) or of a meeting that was not
/// held says so.
fn title(meeting: &Meeting, config: &Config) -> String {
    let title = meeting.title.clone().or_else(|| config.title.clone());
    let gathering = head::gathering(meeting, config);
    let title = correct(&title.unwrap_or_else(|| config.document.title(gathering)));
    match meeting.state {
        State::Draft => formulas::draft_title(&title),
        State::Convened => formulas::convocation_title(&title, gathering),
        State::Cancelled => formulas::cancelled_title(&title, gathering),
        State::Postponed(_) => formulas::postponed_title(&title, gathering),
        _ => title,
    }
}

/// How many persons were there: as the record counts them, else as its list does.
fn head_count(meeting: &Meeting, came: &[record::Person]) -> usize {
    let counted = meeting.head_count.filter(|_| meeting.is_held());
    let counted = counted.and_then(|count| count.people);
    counted.map_or_else(|| people::head_count(came), |count| count as usize)
}

/// Whether the record counts more organisations than it names: what is said of these would seem to be said of all.
fn is_partial(meeting: &Meeting, named: &[Organisation]) -> bool {
    let counted = meeting.head_count.and_then(|count| count.organisations);
    counted.is_some_and(|count| count as usize > named.len())
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

fn adoption(adoption: &Adoption) -> String {
    match adoption {
        Adoption::Adopted => formulas::adoption(formulas::Adoption::Unchanged).into(),
        Adoption::AmendedAndAdopted => formulas::adoption(formulas::Adoption::Amended).into(),
        Adoption::Sentence(sentence) => sentence.clone(),
    }
}

/// The sentence on the quorum (FOR-07 to FOR-09). Minutes that by their title are those of a body without its quorum hold no consultation.
fn quorum(meeting: &Meeting, config: &Config) -> Option<String> {
    let quorum = meeting.quorum?;
    let quorum = formulas::Quorum {
        gathering: head::gathering(meeting, config),
        present: quorum.present.into(),
        represented: quorum.represented.into(),
        members: quorum.members.into(),
        required: Some(quorum.required.into()),
        counted: match quorum.counted {
            Counted::Present => formulas::Counted::Present,
            Counted::PresentAndRepresented => formulas::Counted::PresentAndRepresented,
        },
    };
    let title = meeting.title.as_deref().unwrap_or_default();
    let deficient = names_deficiency(title).then(|| formulas::deficient_quorum(&quorum));
    deficient.flatten().or_else(|| formulas::quorum(&quorum))
}

/// Whether a title is that of minutes of a body without its quorum; a *délai de carence* is something else.
fn names_deficiency(title: &str) -> bool {
    let title = fold(title);
    let documents = ["procesverbal", "pv", "constat"];
    let mut names = documents.iter().map(|name| format!("{name}decarence"));
    names.any(|name| title.contains(&name))
}

/// The sentence on the end of the meeting, where the series asks for one (FOR-12 to FOR-14).
fn closing(meeting: &Meeting, config: &Config) -> Option<String> {
    let closing = match (config.closing_time?, meeting.end) {
        (_, None) => Closing::Untimed,
        (Writing::Figures, Some(end)) => Closing::At(end),
        (Writing::Words, Some(end)) => Closing::AtInWords(end, config.spelling),
    };
    let agenda = agenda_state(meeting);
    Some(formulas::closing(
        closing,
        agenda,
        head::gathering(meeting, config),
    ))
}

/// The agenda is exhausted only if each of its items has its theme, or was the approval or the follow-up, and the meeting could deliberate.
fn agenda_state(meeting: &Meeting) -> AgendaState {
    let besides = Besides {
        approved: meeting
            .approval
            .as_ref()
            .map_or(0, |approval| approval.meetings.len()),
        has_follow_up: !meeting.follow_up.is_empty(),
    };
    let titles = meeting.agenda.iter().map(|item| item.title.as_str());
    let answered = besides.answer(titles);
    let is_answered = |item: usize| {
        let mut themes = meeting.themes.iter();
        themes.any(|theme| theme.agenda_item == Some(item)) || answered.contains(&item)
    };
    let could_deliberate = meeting.quorum.is_none_or(|quorum| quorum.is_reached());
    let items = meeting.agenda.len();
    if items > 0 && could_deliberate && (1..=items).all(is_answered) {
        AgendaState::Exhausted
    } else {
        AgendaState::Unknown
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

fn next_meeting(meeting: &Meeting, config: &Config) -> Option<String> {
    let next = meeting.next.as_ref()?;
    let sentence = formulas::next_meeting(&formulas::NextMeeting {
        gathering: head::gathering(meeting, config),
        date: next.date,
        start: next.start,
        place: next.place.as_deref(),
        host: next.host.as_deref(),
    });
    Some(correct(&sentence))
}
