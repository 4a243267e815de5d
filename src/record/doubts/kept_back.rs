//! Whom `visibilite` keeps from an edition, and whom a text of that edition names all the same, of this meeting or of another. Where somebody is named for sure, the
//! edition does so no more; in a sentence, or by a family name alone, only who typed it knows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mentions::{Names, Telling};
use super::private::{
    MOST_PLACES, bodies, in_path_of_record, name_fields, names, slips_apart, told,
};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::fold;
use crate::french::persons::{Likeness, People, pieces};
use crate::record::RecordDoubt;
use crate::record::edition::{self, Hiding, Ways};
use crate::record::raw::{Edition, RawMeeting};
use crate::record::texts::locate_shown;
use crate::toml_source::Field;

/// Whom the records of a series keep from an edition.
#[derive(Clone, Debug, Default)]
pub struct KeptBack {
    /// From the members, and from all.
    from_members: BTreeSet<String>,
    /// From all but the members.
    from_public: BTreeSet<String>,
    /// Whom the lists show to all.
    listed: BTreeSet<String>,
}

impl KeptBack {
    /// Those of a record.
    pub(in crate::record) fn of(raw: &RawMeeting) -> Self {
        let from_members = edition::kept_back(raw, Edition::Members);
        let mut from_public = edition::kept_back(raw, Edition::Public);
        from_public.retain(|name| !from_members.contains(name));
        let public = edition::shown(raw, Edition::Public);
        let listed = public.iter().flat_map(names).cloned();
        Self {
            from_members,
            from_public,
            listed: listed.collect(),
        }
    }

    /// Those of both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.from_members.extend(other.from_members);
        self.from_public.extend(other.from_public);
        self.listed.extend(other.listed);
        self
    }

    /// Those whom no record of the series shows to all.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        let listed = People::of(&self.listed);
        let is_unlisted = |name: &String| listed.bearer(name).is_none();
        self.from_members.retain(is_unlisted);
        self.from_public.retain(is_unlisted);
        self
    }
}

/// The doubts about what each edition tells of those whom it does not show, at this meeting or at another of the series.
pub(in crate::record) fn doubts(
    source: &Source,
    raw: &RawMeeting,
    series: &KeptBack,
) -> Vec<Diagnostic> {
    let here = match edition::has_marks(source) {
        true => KeptBack::of(raw),
        false => KeptBack::default(),
    };
    // What names somebody to all names them to the members.
    [
        (
            Edition::Members,
            "interne",
            &here.from_members,
            &series.from_members,
        ),
        (
            Edition::Public,
            "membres",
            &here.from_public,
            &series.from_public,
        ),
    ]
    .into_iter()
    .filter(|(.., here, series)| !here.is_empty() || !series.is_empty())
    .flat_map(|(edition, mark, here, series)| {
        let shown = edition::shown(raw, edition);
        let named = shown.map(|shown| named(source, &shown, here, series));
        let Named { in_path, places } = named.unwrap_or_default();
        let in_path = in_path.then(|| in_path_of_record(RecordDoubt::KeptBackNamed));
        let told = told(
            RecordDoubt::KeptBackNamed,
            "ce texte nomme sans doute une personne cachée à ses lecteurs",
            mark,
            places,
        );
        in_path.into_iter().chain(told)
    })
    .collect()
}

/// Where somebody is named whom an edition does not show.
#[derive(Default)]
struct Named {
    /// Whether the path of the record does so.
    in_path: bool,
    /// The texts that do, and what may keep each from the edition.
    places: Vec<(Hiding, Span)>,
}

/// Where the record, as an edition shows it, names one of those whom it or another one keeps back.
fn named(
    source: &Source,
    shown: &RawMeeting,
    here: &BTreeSet<String>,
    series: &BTreeSet<String>,
) -> Named {
    let others = People::of(names(shown));
    let is_hidden = |name: &&String| others.bearer(name).is_none();
    let is_elsewhere = |name: &&String| is_hidden(name) && !here.contains(*name);
    let elsewhere: Vec<&String> = series.iter().filter(is_elsewhere).collect();
    let here: Vec<&String> = here.iter().filter(is_hidden).collect();
    let people = People::of(here.iter().chain(&elsewhere).copied());
    // A person may be typed where an organisation is asked for.
    let bodies = bodies(shown).filter(|body| people.bearer(body).is_none());
    let bodies: BTreeSet<String> = bodies.map(|body| fold(body)).collect();
    let may_be_meant = |text: &str| {
        let is_known = others.bearer(text).is_some() || bodies.contains(&fold(text));
        let is_near = || people.find(text) != Likeness::None || people.is_nearly(text, slips_apart);
        !is_known && is_near()
    };
    let fields = name_fields(shown).into_iter().filter_map(Field::located);
    let fields: Vec<(&String, Span)> = fields.collect();
    let listed = fields.iter().filter(|(text, _)| {
        let mut pieces = pieces(text).into_iter();
        pieces.any(|piece| may_be_meant(piece.text))
    });
    let listed = listed.map(|(_, span)| (Hiding::Key, span.clone()));
    let starts: BTreeSet<usize> = fields.iter().map(|(_, span)| span.start).collect();
    let (here, elsewhere) = (
        Names::of(here.into_iter()),
        Names::of(elsewhere.into_iter()),
    );
    let ways = Ways::of(shown);
    let texts = shown.readable_texts().into_iter().chain(shown.free_texts());
    let texts = texts
        .filter(|(text, span, _)| !starts.contains(&span.start) && !bodies.contains(&fold(text)));
    let told = texts.flat_map(|(text, span, kind)| {
        let place = |range: Range<usize>| {
            (
                ways.hiding(&span, kind),
                locate_shown(source, &span, text, range),
            )
        };
        let told = here.mentions(text, Telling::Any).into_iter();
        let told = told.take(MOST_PLACES);
        let elsewhere = elsewhere.mentions(text, Telling::Much).into_iter();
        let told = told.chain(elsewhere.take(MOST_PLACES));
        told.map(place).collect::<Vec<_>>()
    });
    Named {
        in_path: [&here, &elsewhere]
            .iter()
            .any(|names| names.are_in_path(&source.name)),
        places: listed.chain(told).collect(),
    }
}
