//! Every free text of a record, for the checks that read them all.

use std::collections::BTreeSet;

use super::{
    RawAgendaItem, RawAnnex, RawContent, RawDecision, RawMeeting, RawVote, RawVoteNames, Text,
};
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
        let mut texts = Texts::default();
        texts.lines([
            &self.tool,
            &self.title,
            &self.body,
            &self.body_phrase,
            &self.place,
        ]);
        texts.markup([&self.objective, &self.adoption]);
        self.agenda_texts(&mut texts);
        self.people_texts(&mut texts);
        for (theme, _) in self.themes.items() {
            texts.lines([&theme.title]);
            texts.lines(theme.parts.items().map(|(part, _)| &part.title));
        }
        for content in self.contents() {
            content.texts(&mut texts);
        }
        self.follow_up_texts(&mut texts);
        self.closing_texts(&mut texts);
        texts.0
    }

    /// The texts that name a person or a body: what seems a slip there may be how the name is written.
    pub(crate) fn texts_of_names(&self) -> Vec<(&str, Span, TextKind)> {
        let mut names = Texts::default();
        for (person, _) in self.people_lists().into_iter().flat_map(Field::people) {
            names.lines([&person.name, &person.organisation, &person.filed_under]);
            names.lines([&person.represented_by, &person.proxy]);
        }
        for (chair, _) in self.chairs.chairs() {
            names.lines([&chair.name, &chair.organisation, &chair.filed_under]);
            names.lines([&chair.accompanied_by]);
        }
        for (role, _) in self.authors.items().chain(self.roles.items()) {
            names.lines([&role.name, &role.organisation]);
        }
        for (item, _) in self.agenda.items() {
            if let RawAgendaItem::Full(table) = item {
                names.lines([&table.presenter]);
            }
        }
        for content in self.contents() {
            content.names(&mut names);
        }
        for (followed, _) in self.follow_up.items() {
            names.lines(followed.owners.get().into_iter().flatten());
        }
        names.lines(self.next.get().map(|next| &next.host));
        names.0
    }

    /// The texts below `[extra]`: what a template makes of them is its own affair, but not whom they may reach, nor how much they hold.
    pub(crate) fn free_texts(&self) -> impl Iterator<Item = (&str, Span, TextKind)> {
        let extra = self.extra.get().into_iter();
        let texts = extra.flat_map(|extra| extra.texts());
        texts.map(|(text, span)| (text, span, TextKind::Markup))
    }

    /// All that is to be read of a record in what is published of it: [`Self::texts`], due dates in words, statuses, and the addresses and
    /// names of files that links lead to, and the addresses within the page.
    pub(crate) fn readable_texts(&self) -> Vec<(&str, Span, TextKind)> {
        let mut texts = self.texts();
        texts.extend(self.words_of_actions());
        texts.extend(self.addresses());
        texts.extend(self.anchors());
        texts
    }

    /// The addresses within the page that its writer chose.
    fn anchors(&self) -> impl Iterator<Item = (&str, Span, TextKind)> {
        let themes = self.themes.items();
        let themes = themes.flat_map(|(theme, _)| {
            let parts = theme.parts.items().map(|(part, _)| &part.id);
            parts.chain([&theme.id])
        });
        let of_contents = self.contents().flat_map(|content| {
            let actions = content.actions.items().map(|(action, _)| &action.id);
            let decisions = content.decisions.items();
            let decisions = decisions.filter_map(|(decision, _)| match decision {
                RawDecision::Text(_) => None,
                RawDecision::Full(table) => Some(&table.id),
            });
            actions.chain(decisions)
        });
        let located = themes.chain(of_contents).filter_map(Field::located);
        located.map(|(text, span)| (text.as_str(), span, TextKind::Line))
    }

    /// The due dates and statuses of actions.
    fn words_of_actions(&self) -> impl Iterator<Item = (&str, Span, TextKind)> {
        let actions = self.contents().flat_map(|content| content.actions.items());
        let actions = actions.map(|(action, _)| (&action.due, &action.status));
        let followed = self.follow_up.items();
        let followed = followed.map(|(followed, _)| (&followed.due, &followed.status));
        actions.chain(followed).flat_map(|(due, status)| {
            let due = due.located().map(|(due, span)| (due.0.as_str(), span));
            let status = status.located();
            let status = status.map(|(status, span)| (status.0.as_str(), span));
            let words = due.into_iter().chain(status);
            words.map(|(text, span)| (text, span, TextKind::Line))
        })
    }

    /// What the links and annexes at the end lead to: addresses, and names of files.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = (&str, Span, TextKind)> {
        let closing = self.closing.get().into_iter();
        let addresses = closing.flat_map(|closing| {
            let links = closing.links.items().map(|(link, _)| &link.address);
            let annexes = closing.annexes.items();
            let annexes = annexes.filter_map(|(annex, _)| match annex {
                RawAnnex::Title(_) => None,
                RawAnnex::Full(annex) => Some([&annex.file, &annex.link]),
            });
            links.chain(annexes.flatten())
        });
        let located = addresses.filter_map(Field::located);
        located.map(|(text, span)| (text.as_str(), span, TextKind::Line))
    }

    fn follow_up_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for (followed, _) in self.follow_up.items() {
            texts.lines(followed.owners.get().into_iter().flatten());
            texts.markup([&followed.comment]);
        }
        texts.markup(self.approval.get().map(|approval| &approval.changes));
    }

    fn agenda_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for (item, span) in self.agenda.items() {
            match item {
                RawAgendaItem::Title(title) => texts.bare(title, span, TextKind::Line),
                RawAgendaItem::Full(table) => {
                    texts.lines([&table.title, &table.presenter]);
                    texts.lines(table.subitems.get().into_iter().flatten());
                }
            }
        }
    }

    fn people_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        for (person, _) in self.people_lists().into_iter().flat_map(Field::people) {
            texts.lines([
                &person.name,
                &person.function,
                &person.organisation,
                &person.quality,
                &person.represented_by,
                &person.proxy,
                &person.filed_under,
            ]);
        }
        for (chair, _) in self.chairs.chairs() {
            texts.lines([
                &chair.name,
                &chair.function,
                &chair.organisation,
                &chair.accompanied_by,
                &chair.filed_under,
            ]);
        }
        for (role, _) in self.authors.items().chain(self.roles.items()) {
            texts.lines([&role.role, &role.name, &role.function, &role.organisation]);
        }
    }

    fn closing_texts<'a>(&'a self, texts: &mut Texts<'a>) {
        if let Some(closing) = self.closing.get() {
            texts.markup([&closing.notes]);
            texts.lines(closing.links.items().map(|(link, _)| &link.text));
            for (annex, span) in closing.annexes.items() {
                match annex {
                    RawAnnex::Title(title) => texts.bare(title, span, TextKind::Line),
                    RawAnnex::Full(annex) => texts.lines([&annex.title]),
                }
            }
        }
        if let Some(next) = self.next.get() {
            texts.lines([&next.place, &next.host]);
        }
    }

    /// Those of [`Self::texts`] that a convocation prints, which tells nothing that only minutes can say.
    pub(crate) fn convening_texts(&self) -> Vec<(&str, Span, TextKind)> {
        let mut of_minutes = Texts::default();
        of_minutes.markup([&self.adoption]);
        self.follow_up_texts(&mut of_minutes);
        let [participants, others @ ..] = self.people_lists();
        for (person, _) in others.into_iter().flat_map(Field::people) {
            of_minutes.lines([
                &person.name,
                &person.function,
                &person.organisation,
                &person.quality,
            ]);
        }
        let everyone = [participants].into_iter().chain(others);
        for (person, _) in everyone.flat_map(Field::people) {
            of_minutes.lines([&person.represented_by, &person.proxy, &person.filed_under]);
        }
        for (role, _) in self.authors.items() {
            of_minutes.lines([&role.role, &role.name, &role.function, &role.organisation]);
        }
        for (theme, _) in self.themes.items() {
            of_minutes.lines([&theme.title]);
            of_minutes.lines(theme.parts.items().map(|(part, _)| &part.title));
        }
        for content in self.contents() {
            content.texts(&mut of_minutes);
        }
        if let Some(next) = self.next.get() {
            of_minutes.lines([&next.place, &next.host]);
        }
        // A place holds one text, so its start tells it.
        let places = of_minutes.0.into_iter().map(|(_, span, _)| span.start);
        let of_minutes: BTreeSet<usize> = places.collect();
        let mut printed = self.texts();
        printed.retain(|(_, span, _)| !of_minutes.contains(&span.start));
        printed
    }

    /// The texts that are printed: those of [`Self::texts`] but for filing names and the owners of a theme that has actions,
    /// and with due dates in words, statuses and the addresses of the links at the end.
    pub(crate) fn printed_texts(&self) -> Vec<(&str, Span, TextKind)> {
        // A place holds one text, so its start tells it.
        let mut unprinted: BTreeSet<usize> = BTreeSet::new();
        let people = self.people_lists().into_iter().flat_map(Field::people);
        let filed = people.map(|(person, _)| &person.filed_under);
        let chairs = self.chairs.chairs().map(|(chair, _)| &chair.filed_under);
        let filed = filed.chain(chairs).filter_map(Field::span);
        unprinted.extend(filed.map(|span| span.start));
        let mut links = Texts::default();
        let closing = self.closing.get().into_iter();
        let listed = closing.flat_map(|closing| closing.links.items());
        links.lines(listed.map(|(link, _)| &link.address));
        let mut printed = self.texts();
        printed.retain(|(_, span, _)| !unprinted.contains(&span.start));
        printed.extend(self.words_of_actions());
        printed.extend(links.0);
        printed
    }
}

impl<'a> RawContent<'a> {
    fn texts(self, texts: &mut Texts<'a>) {
        texts.markup([self.discussion, self.comments]);
        texts.markup(self.recommendations.get().into_iter().flatten());
        texts.lines(self.owners.get().into_iter().flatten());
        for (decision, span) in self.decisions.items() {
            match decision {
                RawDecision::Text(text) => texts.bare(text, span, TextKind::Markup),
                RawDecision::Full(table) => {
                    texts.lines([&table.number]);
                    texts.markup([&table.text]);
                    if let Some(vote) = table.vote.get() {
                        vote.texts(texts);
                    }
                }
            }
        }
        for (action, _) in self.actions.items() {
            texts.lines([&action.number]);
            texts.lines(action.owners.get().into_iter().flatten());
            texts.markup([&action.text]);
        }
    }
}

impl<'a> RawContent<'a> {
    /// Its owners, and who voted.
    fn names(self, names: &mut Texts<'a>) {
        names.lines(self.owners.get().into_iter().flatten());
        for (action, _) in self.actions.items() {
            names.lines(action.owners.get().into_iter().flatten());
        }
        for (decision, _) in self.decisions.items() {
            let vote = match decision {
                RawDecision::Text(_) => None,
                RawDecision::Full(table) => table.vote.get(),
            };
            if let Some(vote) = vote {
                vote.texts(names);
            }
        }
    }
}

impl RawVote {
    fn texts<'a>(&'a self, texts: &mut Texts<'a>) {
        texts.lines(self.groups.items().map(|(group, _)| &group.name));
        let names = self.names.get().into_iter();
        let lists = names.flat_map(RawVoteNames::lists);
        texts.lines(lists.filter_map(Field::get).flatten());
    }
}

/// Texts with their places, while they are gathered.
#[derive(Default)]
struct Texts<'a>(Vec<(&'a str, Span, TextKind)>);

impl<'a> Texts<'a> {
    fn lines(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        self.located(texts, TextKind::Line);
    }

    fn markup(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        self.located(texts, TextKind::Markup);
    }

    fn located(&mut self, texts: impl IntoIterator<Item = &'a Text>, kind: TextKind) {
        let located = texts.into_iter().filter_map(Field::located);
        let located = located.map(|(text, span)| (text.as_str(), span, kind));
        self.0.extend(located);
    }

    /// A text that stands in no field of its own, such as an annex that is a title alone.
    fn bare(&mut self, text: &'a str, span: Span, kind: TextKind) {
        self.0.push((text, span, kind));
    }
}
