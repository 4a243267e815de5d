//! The record of a meeting: TOML text → a valid [`Meeting`], or all that is wrong with it.
//!
//! Entry points: [`read`] for the meeting and its faults, [`Reading::doubts`] for what is merely odd, [`Reading::unprintable`]
//! for what only the PDF cannot show, [`schema`] for editors. The keys stand in `raw`, their meaning is judged in `validate`, the doubts in `doubts`. Pure: whether an annex exists is
//! asked through a predicate.

mod agenda;
mod anchors;
mod closing;
mod doubts;
mod edition;
mod follow_up;
mod groups;
mod kinds;
mod limits;
mod meeting;
mod moments;
mod numbers;
mod pasted;
mod pasted_rows;
mod people;
mod placeholders;
mod quorum;
mod raw;
mod statuses;
mod texts;
mod themes;
mod unprintable;
mod validate;
mod vocabulary;
mod votes;

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::schema_for;

use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::toml_source;

/// What is known of an annex's file.
pub use crate::toml_source::FileState as AnnexFile;
/// Keys of the user's own.
pub use crate::toml_source::FreeKeys;
pub use agenda::Besides;
pub use anchors::{action_anchor, decision_anchor, part_anchor, theme_anchor};
pub use doubts::{
    Comparable, FileNames, KeptBack, KnownPersons, doubts_of_series, name_for_windows,
};
pub(crate) use doubts::{body_phrase_doubt, place_doubt, remedied};
pub use edition::LeftOut;
pub(crate) use edition::{faults_of_free_keys, free_keys_of};
pub use kinds::{RecordDoubt, RecordFault};
pub(crate) use limits::{LONGEST_LINE, line_too_long};
pub use meeting::{
    Action, ActionReference, ActionStatus, Adoption, AgendaItem, Annex, AnnexTarget, Approval,
    Ballot, Body, Chair, Column, Content, Counted, Decision, DueDate, Edition, FollowUp, HeadCount,
    HeadForm, Link, Meeting, Mode, Named, NextMeeting, Outcome, Part, Person, Presentation,
    Purpose, Quorum, Role, State, Status, Theme, Vote, VoteGroup, VoteNames,
};
pub(crate) use placeholders::is_placeholder;
pub(crate) use raw::{GatheringWord, TextKind};
pub use statuses::StatusWords;
pub(crate) use texts::{address_meant, require_allowed_address};
pub(crate) use unprintable::unprintable;
pub(crate) use validate::{columns, gathering};

/// The anchors that the pages use themselves; a theme or an action cannot take one. A new one is such that no older record is
/// likely to have it.
pub const RESERVED_ANCHORS: [&str; 13] = [
    "contenu",
    "objectif",
    "ordre-du-jour",
    "participants",
    "representes",
    "absences",
    "approbation-du-precedent",
    "suivi-des-precedentes",
    "themes",
    "notes",
    "annexes",
    "liens",
    "prochaine-reunion",
];

/// What a record turned out to be.
#[derive(Debug)]
pub struct Reading {
    /// The meeting, if the record has no fault.
    pub meeting: Option<Meeting>,
    /// The faults, in no particular order.
    pub faults: Vec<Diagnostic>,
    /// What the edition does not show of it.
    pub left_out: LeftOut,
    raw: Option<raw::RawMeeting>,
    /// The same as the edition shows it, where that is less.
    shown: Option<raw::RawMeeting>,
    series: doubts::OfSeries,
}

/// Where a record speaks of earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The name of the action point of each block, in order.
    pub followed: Vec<Span>,
    /// The address of each meeting whose minutes are approved, and where it stands.
    pub approved: Vec<(String, Span)>,
    /// The `id` of each action point taken that has one, in order.
    pub ids: Vec<Span>,
}

impl Places {
    /// The same without those blocks, which the edition does not show.
    #[must_use]
    pub fn without(mut self, blocks: &[usize]) -> Self {
        let mut index = 0..;
        self.followed
            .retain(|_| !index.next().is_some_and(|index| blocks.contains(&index)));
        self
    }

    /// Whether the record speaks of none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.followed.is_empty() && self.approved.is_empty() && self.ids.is_empty()
    }
}

/// What a record is read with.
#[derive(Clone, Copy)]
pub struct Series<'a> {
    /// The words of the series for how far an action is.
    pub statuses: &'a StatusWords,
    /// What stands at the head of its minutes.
    pub head: HeadForm,
    /// Whether it has editions besides the public one.
    pub has_editions: bool,
    /// The edition that is made of it.
    pub edition: Edition,
    /// Answers for a path as typed in the record, relative to the record's folder.
    pub annex_file: &'a dyn Fn(&str) -> AnnexFile,
}

/// Reads a record of a series without words of its own. `annex_file` answers for a path as typed in the record, relative to
/// the record's folder.
#[must_use]
pub fn read(source: &Source, annex_file: &dyn Fn(&str) -> AnnexFile) -> Reading {
    let statuses = &StatusWords::default();
    read_of_series(
        source,
        &Series {
            statuses,
            head: HeadForm::default(),
            has_editions: false,
            edition: Edition::Internal,
            annex_file,
        },
    )
}

/// Reads a record of a series.
#[must_use]
pub fn read_of_series(source: &Source, series: &Series<'_>) -> Reading {
    let mut read = toml_source::read::<raw::RawMeeting>(source, &vocabulary::VOCABULARY);
    let mut faults = Diagnostics::from(read.faults);
    if let Some(raw) = &mut read.value {
        pasted::read_pasted_lists(source, raw, &mut faults);
    }
    let is_marked = edition::has_marks(source);
    let meeting = read.value.as_ref().and_then(|raw| {
        let meeting = validate::validate(source, raw, series, &mut faults);
        if is_marked {
            edition::misplaced(source, raw, &mut faults);
            let extra = raw.extra.get().into_iter();
            extra.for_each(|extra| faults_of_free_keys(source, extra, &mut faults));
        }
        meeting.filter(|_| faults.is_empty())
    });
    let (meeting, shown, left_out) = match (meeting, &read.value) {
        (Some(meeting), Some(raw)) if is_marked => of_edition(source, meeting, raw, series),
        (meeting, _) => (meeting, None, LeftOut::default()),
    };
    Reading {
        meeting,
        faults: faults.into_vec(),
        left_out,
        raw: read.value,
        shown,
        series: doubts::OfSeries {
            statuses: series.statuses.clone(),
            head: series.head,
            has_editions: series.has_editions,
        },
    }
}

/// A sound record as the edition shows it. Of one that it does not show at all, the meeting is left with its day alone.
fn of_edition(
    source: &Source,
    meeting: Meeting,
    raw: &raw::RawMeeting,
    series: &Series<'_>,
) -> (Option<Meeting>, Option<raw::RawMeeting>, LeftOut) {
    // What is left of a sound record is sound.
    let mut sound = |raw: &raw::RawMeeting| {
        validate::validate(source, raw, series, &mut Diagnostics::default())
    };
    let public = edition::shown(raw, Edition::Public);
    if public.as_ref().and_then(&mut sound).as_ref() == Some(&meeting) {
        return (Some(meeting), None, LeftOut::default());
    }
    let whole = edition::shown(raw, Edition::Internal);
    let shown = edition::shown(raw, series.edition);
    let is_all = whole.as_ref().and_then(&mut sound) == shown.as_ref().and_then(&mut sound);
    let left_out = match is_all {
        true => LeftOut::default(),
        false => LeftOut::new(raw, shown.as_ref()),
    };
    let shown = shown.unwrap_or_else(|| raw::RawMeeting {
        date: raw.date.clone(),
        ..raw::RawMeeting::default()
    });
    (sound(&shown), Some(shown), left_out)
}

/// Whether something in a record may not be for all: most hold nothing that looks so.
#[must_use]
pub fn may_hide(source: &Source) -> bool {
    edition::has_marks(source)
}

impl Reading {
    /// What is odd in the record, in no particular order; never blocking.
    #[must_use]
    pub fn doubts(&self, source: &Source) -> Vec<Diagnostic> {
        self.doubts_beside(source, &|_| false, &[])
    }

    /// The same beside the contacts of the series, which tell whether they know an organisation of that name: of two that they
    /// know, nobody is asked whether they are one. What stands in one of their `names`, no correction changes.
    #[must_use]
    pub fn doubts_beside(
        &self,
        source: &Source,
        knows: &dyn Fn(&str) -> bool,
        names: &[&str],
    ) -> Vec<Diagnostic> {
        self.raw.as_ref().map_or_else(Vec::new, |raw| {
            doubts::doubts(
                source,
                raw,
                &self.series,
                doubts::OfContacts { knows, names },
            )
        })
    }

    /// Whether something in the record is not for all.
    #[must_use]
    pub fn has_marks(&self) -> bool {
        self.shown.is_some()
    }

    /// Where the record speaks of earlier ones.
    #[must_use]
    pub fn places(&self) -> Places {
        let shown = self.shown.as_ref().or(self.raw.as_ref());
        shown.map(follow_up::places).unwrap_or_default()
    }

    /// What the record of that meeting names and numbers, to be looked at beside the others.
    #[must_use]
    pub fn comparable(&self, meeting: &Meeting) -> Comparable {
        let raw = self.raw.as_ref();
        raw.map_or_else(Comparable::default, |raw| Comparable::of(raw, meeting))
    }

    /// That texts are left to be written which the convocation would print as it goes out.
    #[must_use]
    pub fn left_to_write(&self) -> Option<Diagnostic> {
        let shown = self.shown.as_ref().or(self.raw.as_ref());
        shown.and_then(placeholders::of_convocation)
    }

    /// What cannot be printed in the PDF, since `covers` knows no font for it, in no particular order: faults of that output
    /// alone. What is not printed, such as a comment or the address behind a link's words, is not looked at.
    #[must_use]
    pub fn unprintable(&self, source: &Source, covers: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
        self.raw.as_ref().map_or_else(Vec::new, |raw| {
            unprintable(&source.text, &raw.printed_texts(), covers)
        })
    }

    /// What the public edition of a series that publishes no names would tell of persons in its texts, and among its owners: of those
    /// whom the record or the `contacts` list, and of `others`, whom other records do.
    #[must_use]
    pub fn doubts_of_persons(
        &self,
        source: &Source,
        others: &KnownPersons,
        contacts: &[(String, Option<String>)],
    ) -> Vec<Diagnostic> {
        let shown = |raw| edition::shown(raw, Edition::Public);
        let raw = self.raw.as_ref();
        let raw = raw.and_then(|raw| Some((raw, shown(raw)?)));
        let meeting = self.meeting.as_ref();
        let bodies = meeting.map_or_else(BTreeSet::new, Meeting::bodies);
        raw.map_or_else(Vec::new, |(raw, shown)| {
            let record = doubts::Persons::of(raw, bodies, contacts);
            doubts::of_persons(source, &record, &shown, others)
        })
    }

    /// Whom it keeps from an edition.
    #[must_use]
    pub fn kept_back(&self) -> KeptBack {
        self.raw
            .as_ref()
            .map_or_else(KeptBack::default, KeptBack::of)
    }

    /// What an edition would tell of those whom it does not show, at this meeting or at another of the series, which publishes names.
    #[must_use]
    pub fn doubts_of_kept_back(&self, source: &Source, series: &KeptBack) -> Vec<Diagnostic> {
        let raw = self.raw.as_ref();
        raw.map_or_else(Vec::new, |raw| doubts::of_kept_back(source, raw, series))
    }

    /// What is odd on that day: a meeting still to come that is not convened, a convocation whose day has passed.
    #[must_use]
    pub fn doubt_of_day(&self, today: Date) -> Option<Diagnostic> {
        doubts::of_day(self.raw.as_ref()?, today)
    }

    /// What Windows would refuse of the names of the record, of its page and of its annexes.
    #[must_use]
    pub fn doubts_of_file_names(&self, named: &FileNames<'_>) -> Vec<Diagnostic> {
        doubts::of_file_names(named, self.raw.as_ref())
    }

    /// What it says of earlier action points that a series without a table of these does not show.
    #[must_use]
    pub fn doubt_of_comments(&self) -> Option<Diagnostic> {
        doubts::unsaid_comments(self.raw.as_ref()?)
    }

    /// What is odd in the list of those present for a series that sorts it by name (`francais.md` TRI-R3).
    #[must_use]
    pub fn doubt_of_sorting(&self) -> Option<Diagnostic> {
        doubts::sorted_by_name(self.raw.as_ref()?)
    }
}

/// The JSON Schema (draft 2020-12) of the record, with French descriptions, for completion in an editor.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_for!(raw::RawMeeting).to_value()
}
