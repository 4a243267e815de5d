//! Phrases that break the sentence of the program that they stand in, each with what to type instead.

use super::{remedied, remedied_or};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::phrases::{
    adoption_remedy, body_lacks_article, body_phrase_remedy, lead_remedy, lead_remedy_behind_name,
    place_lacks_preposition, place_remedy,
};
use crate::record::RecordDoubt;
use crate::record::meeting::Adoption;
use crate::record::raw::{HeadForm, Mode, RawAgendaItem, RawMeeting, Text};
use crate::record::validate::adoption;
use crate::toml_source::Field;

/// What breaks a sentence; `head` is that of the minutes of the series.
pub(super) fn doubts(raw: &RawMeeting, head: HeadForm, doubts: &mut Diagnostics) {
    let head = raw.head.get().copied().unwrap_or(head);
    // A grid has no sentence around the place, and a meeting online prints none.
    if head == HeadForm::Formula && raw.mode.get() != Some(&Mode::Online) {
        place(&raw.place)
            .into_iter()
            .for_each(|doubt| doubts.push(doubt));
    }
    let found = [
        body_phrase(&raw.body_phrase),
        raw.next.get().and_then(|next| place(&next.place)),
        adopted(raw),
    ];
    let agents = agents(raw).into_iter();
    let agents = agents.filter_map(|text| needless_lead(text, lead_remedy));
    let behind = behind_names(raw).into_iter();
    let behind = behind.filter_map(|text| needless_lead(text, lead_remedy_behind_name));
    let found = found.into_iter().flatten().chain(agents).chain(behind);
    found.for_each(|doubt| doubts.push(doubt));
}

/// A place without its preposition.
pub(crate) fn place(text: &Text) -> Option<Diagnostic> {
    let doubt = Diagnostic::new(
        RecordDoubt::PlaceWithoutPreposition,
        "il manque une préposition devant ce lieu",
    );
    let general = "commencez par « à », « au », « en », « dans »…";
    remedied_or(doubt, text, place_remedy, place_lacks_preposition, general)
}

/// A body that cannot follow *la réunion*.
pub(crate) fn body_phrase(text: &Text) -> Option<Diagnostic> {
    let doubt = Diagnostic::new(
        RecordDoubt::BodyWithoutArticle,
        "il manque « du », « de la » ou « de l’ » devant cette instance",
    );
    let remedy = |typed: &str| {
        let phrase = body_phrase_remedy(typed)?;
        // « la réunion ordinaire du comité » is a sentence.
        let is_qualified = typed.starts_with(char::is_lowercase) && typed.trim().ends_with(&phrase);
        (!is_qualified).then_some(phrase)
    };
    let is_doubted = |typed: &str| body_phrase_remedy(typed).is_none() && body_lacks_article(typed);
    let general = "commencez par celui qui convient : « du », « de la », « de l’ » ou « des »";
    remedied_or(doubt, text, remedy, is_doubted, general)
}

/// An adoption that is neither of the two words nor a sentence.
fn adopted(raw: &RawMeeting) -> Option<Diagnostic> {
    let doubt = Diagnostic::new(
        RecordDoubt::AdoptionInPart,
        "cette adoption n’est pas une phrase entière",
    );
    let Some(Adoption::Sentence(sentence)) = adoption(raw) else {
        return None;
    };
    // Whoever wrote paragraphs wrote sentences.
    let is_one_line = !sentence.trim().contains(['\n', '\u{2028}']);
    remedied(doubt, &raw.adoption, |typed| {
        adoption_remedy(typed).filter(|_| is_one_line)
    })
}

/// Those whom a sentence names after *par*.
fn agents(raw: &RawMeeting) -> Vec<&Text> {
    let mut names: Vec<&Text> = Vec::new();
    for (chair, _) in raw.chairs.chairs() {
        names.extend([&chair.name, &chair.accompanied_by]);
    }
    let roles = raw.authors.items().chain(raw.roles.items());
    names.extend(roles.map(|(role, _)| &role.name));
    let people = raw.people_lists().into_iter().flat_map(Field::people);
    names.extend(people.map(|(person, _)| &person.represented_by));
    names.extend(raw.agenda.items().filter_map(|(item, _)| match item {
        RawAgendaItem::Title(_) => None,
        RawAgendaItem::Full(table) => Some(&table.presenter),
    }));
    names.extend(raw.next.get().map(|next| &next.host));
    names
}

/// What stands behind those names: functions and organisations.
fn behind_names(raw: &RawMeeting) -> Vec<&Text> {
    let chairs = raw.chairs.chairs();
    let chairs = chairs.map(|(chair, _)| (&chair.name, &chair.function, &chair.organisation));
    let roles = raw.authors.items().chain(raw.roles.items());
    let roles = roles.map(|(role, _)| (&role.name, &role.function, &role.organisation));
    let named = chairs
        .chain(roles)
        .filter(|(name, _, _)| name.get().is_some());
    named
        .flat_map(|(_, function, organisation)| [function, organisation])
        .collect()
}

fn needless_lead(text: &Text, remedy: impl Fn(&str) -> Option<String>) -> Option<Diagnostic> {
    let (typed, _) = text.located()?;
    let first = typed.split_whitespace().next().unwrap_or_default();
    let doubt = match first.to_lowercase().as_str() {
        "par" => Diagnostic::new(
            RecordDoubt::NeedlessPar,
            "« par » est de trop : le programme l’écrit",
        ),
        _ => Diagnostic::new(
            RecordDoubt::NeedlessLead,
            "le programme écrit déjà ces mots autour du nom",
        ),
    };
    remedied(doubt, text, remedy)
}
