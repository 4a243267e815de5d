//! A meeting to come: what its convocation tells all the same, one that is not convened, one whose day has passed.

use jiff::civil::Date;

use super::held::{counted, first};
use super::sound_date;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::dates::long_date_with_article;
use crate::record::RecordDoubt;
use crate::record::placeholders::is_placeholder;
use crate::record::raw::{RawMeeting, RawPerson, StateWord, Text};
use crate::toml_source::Field;

/// Said once, at the first of what will not be printed.
pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    if raw.state.get() != Some(&StateWord::Convened) {
        return;
    }
    let [_, others @ ..] = raw.people_lists();
    let others = others.into_iter();
    let others = others.filter(|list| list.people().next().is_some());
    let of_people = raw.participants.people().map(|(person, _)| came(person));
    let themes = raw.themes.items().map(|(theme, _)| theme);
    let of_themes = themes.flat_map(|theme| {
        let contents = theme.contents();
        contents.map(|content| {
            first(
                [
                    written(content.discussion),
                    content.recommendations.span(),
                    content.comments.span(),
                    content.decisions.span(),
                    content
                        .actions
                        .items()
                        .find_map(|(action, _)| written(&action.text)),
                ]
                .into_iter(),
            )
        })
    });
    let of_follow_up = raw.follow_up.items().flat_map(|(followed, _)| {
        [
            followed.status.span(),
            followed.due.span(),
            followed.owners.span(),
            written(&followed.comment),
        ]
    });
    let of_minutes = [raw.sent_on.span(), raw.next.span()];
    let first = first(
        others
            .map(Field::span)
            .chain(counted(raw))
            .chain(of_people)
            .chain(of_themes)
            .chain(of_follow_up)
            .chain(of_minutes),
    );
    if let Some(span) = first {
        doubts.push(
            Diagnostic::new(
                RecordDoubt::NotHeldYet,
                "ceci ne sera pas imprimé : la réunion n’a pas encore eu lieu",
            )
            .at(span, "")
            .help("une convocation dit qui est attendu, pas qui est venu ni ce qui s’est dit ; si la réunion s’est tenue, écrivez etat = \"projet\""),
        );
    }
}

/// Where a text is that was written, and is not left to be.
fn written(text: &Text) -> Option<Span> {
    let (typed, span) = text.located()?;
    (!is_placeholder(typed)).then_some(span)
}

/// What tells how a person came.
fn came(person: &RawPerson) -> Option<Span> {
    first(
        [
            person.represented_by.span(),
            person.proxy.span(),
            person.arrival.span(),
            person.departure.span(),
        ]
        .into_iter(),
    )
}

/// A meeting still to come that is not convened, a convocation whose day has passed.
pub(super) fn of_day(raw: &RawMeeting, today: Date) -> Option<Diagnostic> {
    let (day, span) = (sound_date(&raw.date)?, raw.date.span()?);
    if matches!(raw.state, Field::Faulty(_)) {
        return None;
    }
    let last_day = sound_date(&raw.last_day).unwrap_or(day).max(day);
    match raw.state.get() {
        Some(StateWord::Cancelled | StateWord::Postponed) => None,
        Some(StateWord::Convened) => (last_day < today).then(|| {
            let state = raw.state.span().unwrap_or(span);
            Diagnostic::new(
                RecordDoubt::ConvocationPassed,
                format!("le jour de cette convocation est passé : {}", long_date_with_article(last_day)),
            )
            .at(state, "")
            .help("pour en faire le compte rendu, écrivez ici \"projet\", et gardez parmi `participants` ceux qui sont venus ; si la réunion n’a pas eu lieu, \"annulée\" ou \"reportée\"")
        }),
        _ => (day > today).then(|| {
            let doubt = Diagnostic::new(
                RecordDoubt::ToComeUnconvened,
                "cette réunion n’a pas encore eu lieu, et le document dit qu’elle s’est tenue",
            )
            .at(span, "")
            .help("écrivez etat = \"convocation\" ; si elle a eu lieu, vérifiez la date");
            match raw.state.span() {
                Some(state) => doubt.proposal(state, "\"convocation\""),
                None => doubt,
            }
        }),
    }
}
