//! Whom `visibilite` keeps from an edition, and whom a text of that edition names all the same. Where somebody is named for sure, the
//! edition does so no more; in a sentence, or by a family name alone, only who typed it knows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mentions::{mentions, words_of};
use super::private::{bodies, name_fields, names, slips_apart, told};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::french::folding::fold;
use crate::french::persons::{Likeness, People, pieces};
use crate::record::RecordDoubt;
use crate::record::edition::{self, Hiding, Ways};
use crate::record::raw::{Edition, RawMeeting};
use crate::record::texts::locate;
use crate::toml_source::Field;

/// The doubts about what each edition tells of those whom it does not show.
pub(in crate::record) fn doubts(source: &Source, raw: &RawMeeting) -> Vec<Diagnostic> {
    let of_members = edition::kept_back(raw, Edition::Members);
    let mut of_public = edition::kept_back(raw, Edition::Public);
    of_public.retain(|name| !of_members.contains(name));
    // What names somebody to all names them to the members.
    [
        (Edition::Members, "interne", of_members),
        (Edition::Public, "membres", of_public),
    ]
    .into_iter()
    .filter(|(.., kept_back)| !kept_back.is_empty())
    .flat_map(|(edition, mark, kept_back)| {
        let shown = edition::shown(raw, edition);
        let places = shown.map(|shown| places(source, &shown, &kept_back));
        told(
            RecordDoubt::KeptBackNamed,
            "ce texte nomme sans doute une personne que `visibilite` cache à ses lecteurs",
            mark,
            places.unwrap_or_default(),
        )
    })
    .collect()
}

/// Where the record, as an edition shows it, names one of those persons, and what may keep that text from the edition.
fn places(
    source: &Source,
    shown: &RawMeeting,
    kept_back: &BTreeSet<String>,
) -> Vec<(Hiding, Span)> {
    let (mut people, mut others) = (People::default(), People::default());
    names(shown).for_each(|name| {
        others.add(name);
    });
    let kept_back = kept_back
        .iter()
        .filter(|name| others.bearer(name).is_none());
    let kept_back: Vec<&String> = kept_back.collect();
    for name in &kept_back {
        people.add(name);
    }
    let bodies: BTreeSet<String> = bodies(shown).map(|body| fold(body)).collect();
    let may_be_meant = |text: &str| {
        let is_known = others.bearer(text).is_some() || bodies.contains(&fold(text));
        let is_near = || people.find(text) == Likeness::Part || people.is_nearly(text, slips_apart);
        !is_known && is_near()
    };
    let fields = name_fields(shown).into_iter().filter_map(Field::located);
    let listed = fields.filter(|(text, _)| {
        let mut pieces = pieces(text).into_iter();
        pieces.any(|piece| may_be_meant(piece.text))
    });
    let listed = listed.map(|(_, span)| (Hiding::Key, span));
    let names = words_of(kept_back.into_iter());
    let ways = Ways::of(shown);
    let texts = shown.readable_texts().into_iter().chain(shown.free_texts());
    let told = texts.flat_map(|(text, span, kind)| {
        let place =
            |range: Range<usize>| (ways.hiding(&span, kind), locate(source, &span, text, range));
        let told = mentions(text, &names).into_iter().map(place);
        told.collect::<Vec<_>>()
    });
    listed.chain(told).collect()
}
