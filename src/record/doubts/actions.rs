//! Actions and their owners: an action without owner is nobody's, an owner without action has nothing to do.

use jiff::civil::Date;

use super::{at_all, sound_date};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::french::dates::long_date;
use crate::record::RecordDoubt;
use crate::record::raw::{DueText, RawAction, RawMeeting, Status, StatusText};
use crate::record::statuses::StatusWords;
use crate::record::texts::strict_date;
use crate::toml_source::Field;

pub(super) fn doubts(raw: &RawMeeting, words: &StatusWords, doubts: &mut Diagnostics) {
    let mut without_owner: Vec<Span> = Vec::new();
    for content in raw.contents() {
        for (action, span) in content.actions.items() {
            let is_faulty = matches!(action.owners, Field::Faulty(_));
            if !is_faulty && action.owners.get().is_none_or(Vec::is_empty) {
                without_owner.push(action.text.span().unwrap_or(span));
            }
        }
        if content.actions.is_absent() && content.owners.items().next().is_some() {
            let span = content.owners.span().unwrap_or_default();
            doubts.push(
                Diagnostic::new(
                    RecordDoubt::OwnersWithoutAction,
                    "ce thème a des responsables, mais aucun point d’action",
                )
                .at(span, "")
                .help(
                    "s’ils ont quelque chose à faire, écrivez-le dans un bloc [[themes.actions]]",
                ),
            );
        }
    }
    if !without_owner.is_empty() {
        let title = match without_owner.len() {
            1 => "ce point d’action n’a pas de responsable".to_owned(),
            count => format!("{count} points d’action n’ont pas de responsable"),
        };
        doubts.push(
            at_all(
                Diagnostic::new(RecordDoubt::ActionWithoutOwner, title),
                without_owner,
            )
            .help("ajoutez responsables = [\"…\"]"),
        );
    }
    if let Some(day) = sound_date(&raw.date) {
        due_before(raw, day, words, doubts);
    }
}

/// Comments on earlier action points that nothing shows, in a series without a table of these.
pub(super) fn unsaid_comments(raw: &RawMeeting) -> Option<Diagnostic> {
    let followed = raw.follow_up.items();
    let comments = followed.filter_map(|(followed, _)| followed.comment.span());
    let comments: Vec<Span> = comments.collect();
    let title = match comments.len() {
        0 => return None,
        1 => "ce commentaire n’est imprimé nulle part".to_owned(),
        count => format!("{count} commentaires ne sont imprimés nulle part"),
    };
    Some(
        at_all(Diagnostic::new(RecordDoubt::CommentUnsaid, title), comments).help(
            "supprimez tableau = \"aucun\" de greffier.toml, ou écrivez-le dans la discussion d’un thème",
        ),
    )
}

/// Whether the action need not be due any more: it is done, given up, or reported from an earlier meeting.
fn may_be_over(action: &RawAction, words: &StatusWords) -> bool {
    match &action.status {
        Field::Absent => false,
        // What a wrong word means nobody knows.
        Field::Faulty(_) => true,
        Field::Given(_, StatusText(word)) => {
            !word.trim().is_empty() && words.meaning(word.trim()) != Some(Status::ToDo)
        }
    }
}

fn due_before(raw: &RawMeeting, day: Date, words: &StatusWords, doubts: &mut Diagnostics) {
    for content in raw.contents() {
        for (action, _) in content.actions.items() {
            let Some((DueText(text), span)) = action.due.located() else {
                continue;
            };
            if !may_be_over(action, words) && strict_date(text).is_some_and(|due| due < day) {
                doubts.push(
                    Diagnostic::new(
                        RecordDoubt::DueBeforeMeeting,
                        "cette échéance précède la réunion",
                    )
                    .at(span, format!("la réunion est du {}", long_date(day)))
                    .help("vérifiez l’année"),
                );
            }
        }
    }
}
