//! The members counted for the quorum: all three numbers, and none above that of the members.

use super::meeting::Quorum;
use super::raw::RawMeeting;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::toml_source::Field;

/// The most members that a body may have: more is a slip.
const MOST_MEMBERS: u32 = 9999;

pub(super) fn quorum(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<Quorum> {
    let (raw, span) = raw.quorum.located()?;
    let mut count = |field: &Field<i64>, wanted: &Count| number(field, wanted, &span, faults);
    let members = count(
        &raw.members,
        &Count {
            key: "membres",
            what: "le nombre des membres",
            help: "comptez tous les membres, présents ou non",
            least: 1,
            most: MOST_MEMBERS,
        },
    );
    let most = members.unwrap_or(MOST_MEMBERS);
    let required = count(
        &raw.required,
        &Count {
            key: "requis",
            what: "le nombre requis",
            help: "c’est le nombre de membres qu’il faut pour délibérer",
            least: 1,
            most,
        },
    );
    let present = count(
        &raw.present,
        &Count {
            key: "presents",
            what: "le nombre des membres présents",
            help: "comptez les membres présents ou représentés, sans les invités",
            least: 0,
            most,
        },
    );
    Some(Quorum {
        present: present?,
        required: required?,
        members: members?,
    })
}

/// A number of the quorum, as the faults name it, and between what it lies.
struct Count {
    key: &'static str,
    what: &'static str,
    help: &'static str,
    least: u32,
    most: u32,
}

fn number(
    field: &Field<i64>,
    wanted: &Count,
    group: &Span,
    faults: &mut Diagnostics,
) -> Option<u32> {
    let Count {
        key,
        what,
        help,
        least,
        most,
    } = wanted;
    match field {
        Field::Faulty(_) => None,
        Field::Absent => {
            faults.push(
                Diagnostic::fault(format!("{what} manque"))
                    .at(group.clone(), "")
                    .help(format!("ajoutez la clé `{key}` : {key} = 9")),
            );
            None
        }
        Field::Given(span, number) => {
            let number = u32::try_from(*number).ok();
            let sound = number.filter(|number| (*least..=*most).contains(number));
            if sound.is_none() {
                faults.push(
                    Diagnostic::fault(format!("{what} va ici de {least} à {most}"))
                        .at(span.clone(), "")
                        .help(*help),
                );
            }
            sound
        }
    }
}
