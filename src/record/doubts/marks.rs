//! Marks that a name does not need: `Cheffe,` before the comma that the program puts.

use std::collections::BTreeSet;

use super::remedied;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::french::formulas::tidy;
use crate::record::RecordDoubt;
use crate::record::raw::{RawAgendaItem, RawDecision, RawMeeting, RawVoteNames, Text};
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, doubts: &mut Diagnostics) {
    for text in names(raw) {
        if doubts.is_full() {
            return;
        }
        let doubt = Diagnostic::new(
            RecordDoubt::NeedlessMarks,
            "il y a de la ponctuation en trop",
        );
        if let Some(doubt) = remedied(doubt, text, without_needless_marks) {
            doubts.push(doubt);
        }
    }
}

/// Where the names begin that are reported here.
pub(super) fn reported(raw: &RawMeeting) -> BTreeSet<usize> {
    let located = names(raw).into_iter().filter_map(Text::located);
    let reported = located.filter(|(name, _)| without_needless_marks(name).is_some());
    reported.map(|(_, span)| span.start).collect()
}

/// The text that reads the same without; none where no mark is needless.
fn without_needless_marks(typed: &str) -> Option<String> {
    let clean = tidy(typed);
    // « Rédigé par : » is what its writer sees in other minutes, and is printed as it should be.
    let typed = typed.trim_end().trim_end_matches(':').trim_end();
    let signs = |text: &str, keep: fn(char) -> bool| -> String {
        text.chars().filter(|sign| keep(*sign)).collect()
    };
    let has_needless =
        signs(&clean, |sign| !sign.is_whitespace()) != signs(typed, |sign| !sign.is_whitespace());
    // A word said twice is no matter of marks.
    let has_all_words = signs(&clean, char::is_alphanumeric) == signs(typed, char::is_alphanumeric);
    (has_needless && has_all_words && !clean.is_empty()).then_some(clean)
}

/// The texts that name somebody, or say what they are.
fn names(raw: &RawMeeting) -> Vec<&Text> {
    let mut names: Vec<&Text> = Vec::new();
    for (person, _) in raw.people_lists().into_iter().flat_map(Field::people) {
        names.extend([
            &person.name,
            &person.function,
            &person.organisation,
            &person.quality,
            &person.represented_by,
            &person.proxy,
        ]);
    }
    for (chair, _) in raw.chairs.chairs() {
        names.extend([
            &chair.name,
            &chair.function,
            &chair.organisation,
            &chair.accompanied_by,
        ]);
    }
    for (role, _) in raw.authors.items().chain(raw.roles.items()) {
        names.extend([&role.role, &role.name, &role.function, &role.organisation]);
    }
    names.extend(raw.agenda.items().filter_map(|(item, _)| match item {
        RawAgendaItem::Title(_) => None,
        RawAgendaItem::Full(table) => Some(&table.presenter),
    }));
    for content in raw.contents() {
        names.extend(content.owners.get().into_iter().flatten());
        for (action, _) in content.actions.items() {
            names.extend(action.owners.get().into_iter().flatten());
        }
        for (decision, _) in content.decisions.items() {
            let RawDecision::Full(table) = decision else {
                continue;
            };
            let Some(vote) = table.vote.get() else {
                continue;
            };
            names.extend(vote.groups.items().map(|(group, _)| &group.name));
            let lists = vote.names.get().into_iter().flat_map(RawVoteNames::lists);
            names.extend(lists.filter_map(Field::get).flatten());
        }
    }
    names.extend(raw.next.get().map(|next| &next.host));
    names
}

#[cfg(test)]
mod tests {
    use super::without_needless_marks;

    #[test]
    fn a_mark_is_needless_or_not() {
        for (typed, remedy) in [
            ("Cheffe,", Some("Cheffe")),
            ("Awa Sow ;", Some("Awa Sow")),
            ("Awa Sow,, OIM", Some("Awa Sow, OIM")),
            ("- Awa Sow", Some("Awa Sow")),
            ("Secrétariat ()", Some("Secrétariat")),
            ("Directrice.", Some("Directrice")),
            ("Rédigé par :", None),
            ("Rédigé par", None),
            ("Chef de bureau a.i.", None),
            ("Awa  Sow", None),
            ("M. Karim Attou", None),
            ("Chargé de de mission", None),
            ("Les Petits Frères, etc.", None),
            ("O.I.M.", None),
            ("ZONGO I.", None),
            ("KONÉ-BA V.", None),
            ("Traoré A. I.", None),
            ("ZONGO A.", None),
            ("Comité de la phase I.", Some("Comité de la phase I")),
            ("ZONGO I..", Some("ZONGO I.")),
            ("Qui fait quoi ?", None),
            ("", None),
            (",", None),
        ] {
            assert_eq!(without_needless_marks(typed).as_deref(), remedy, "{typed}");
        }
    }
}
