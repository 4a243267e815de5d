//! Every free text of a record, for the checks that read them all.

use std::collections::BTreeSet;

use super::raw::{RawAnnex, RawMeeting, Text};
use crate::diagnostic::Span;
use crate::toml_source::Field;

/// What may be done with a text of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Plain text on one line.
    Line,
    /// Markdown cut down to paragraphs, lists, emphasis and links.
    Markup,
}

impl RawMeeting {
    /// Every free text of the record with its place, in no particular order: for the checks that read them all.
    pub(crate) fn texts(&self) -> Vec<(&str, Span, TextKind)> {
        let mut lines: Vec<&Text> = vec![&self.title, &self.body, &self.body_phrase, &self.place];
        let mut markup: Vec<&Text> = vec![&self.adoption];
        lines.extend(self.agenda.get().into_iter().flatten());
        let absent_or_present = [&self.participants, &self.excused, &self.absent]
            .into_iter()
            .flat_map(Field::items);
        for person in absent_or_present
            .map(|(person, _)| person)
            .chain(self.chair.get())
        {
            lines.extend([
                &person.name,
                &person.function,
                &person.organisation,
                &person.filed_under,
            ]);
        }
        for (author, _) in self.authors.items() {
            lines.extend([&author.role, &author.name, &author.function]);
        }
        for (theme, _) in self.themes.items() {
            lines.push(&theme.title);
            lines.extend(theme.owners.get().into_iter().flatten());
            markup.extend([&theme.discussion, &theme.comments]);
            markup.extend(
                [&theme.recommendations, &theme.decisions]
                    .into_iter()
                    .filter_map(Field::get)
                    .flatten(),
            );
            for (action, _) in theme.actions.items() {
                lines.extend(action.owners.get().into_iter().flatten());
                markup.push(&action.text);
            }
        }
        if let Some(closing) = self.closing.get() {
            markup.push(&closing.notes);
            lines.extend(closing.links.items().map(|(link, _)| &link.text));
            lines.extend(
                closing
                    .annexes
                    .items()
                    .filter_map(|(annex, _)| match annex {
                        RawAnnex::Full(annex) => Some(&annex.title),
                        RawAnnex::Title(_) => None,
                    }),
            );
        }
        lines.extend(
            self.next
                .get()
                .into_iter()
                .flat_map(|next| [&next.place, &next.host]),
        );
        let lines = lines
            .into_iter()
            .filter_map(|text| located_as(text, TextKind::Line));
        let markup = markup
            .into_iter()
            .filter_map(|text| located_as(text, TextKind::Markup));
        lines.chain(self.bare_annexes()).chain(markup).collect()
    }

    /// The texts that are printed: those of [`Self::texts`] but for filing names and the owners of a theme that has actions,
    /// and with due dates in words and the addresses of the links at the end.
    pub(crate) fn printed_texts(&self) -> Vec<(&str, Span, TextKind)> {
        // A place holds one text, so its start tells it.
        let mut unprinted: BTreeSet<usize> = BTreeSet::new();
        let people = [&self.participants, &self.excused, &self.absent];
        let people = people.into_iter().flat_map(Field::items);
        for person in people.map(|(person, _)| person).chain(self.chair.get()) {
            unprinted.extend(person.filed_under.span().map(|span| span.start));
        }
        let mut others: Vec<(&str, Span, TextKind)> = Vec::new();
        for (theme, _) in self.themes.items() {
            if theme.actions.items().next().is_some() {
                unprinted.extend(theme.owners.items().map(|(_, span)| span.start));
            }
            for (action, _) in theme.actions.items() {
                let due = action.due.located();
                others.extend(due.map(|(due, span)| (due.0.as_str(), span, TextKind::Line)));
            }
        }
        let links = self.closing.get().into_iter();
        let links = links.flat_map(|closing| closing.links.items());
        others.extend(links.filter_map(|(link, _)| located_as(&link.address, TextKind::Line)));
        let mut printed = self.texts();
        printed.retain(|(_, span, _)| !unprinted.contains(&span.start));
        printed.extend(others);
        printed
    }

    /// Annexes that are a title alone: these stand in no field of their own.
    fn bare_annexes(&self) -> impl Iterator<Item = (&str, Span, TextKind)> {
        let annexes = self
            .closing
            .get()
            .into_iter()
            .flat_map(|closing| closing.annexes.items());
        annexes.filter_map(|(annex, span)| match annex {
            RawAnnex::Title(title) => Some((title.as_str(), span, TextKind::Line)),
            RawAnnex::Full(_) => None,
        })
    }
}

fn located_as(text: &Text, kind: TextKind) -> Option<(&str, Span, TextKind)> {
    text.located()
        .map(|(text, span)| (text.as_str(), span, kind))
}
