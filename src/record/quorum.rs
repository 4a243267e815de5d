//! The members counted for the quorum: the numbers, and none above that of the members.

use super::meeting::{Counted, Quorum};
use super::numbers::{Bounds, count, required_count};
use super::raw::{CountedWord, RawMeeting};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::record::RecordFault;

/// At most 999 999 members in a body, or shares of one, as many as votes are counted: more is a slip.
const MOST_MEMBERS: u32 = 999_999;

pub(super) fn quorum(raw: &RawMeeting, faults: &mut Diagnostics) -> Option<Quorum> {
    let (raw, span) = raw.quorum.located()?;
    let bounds = |what, help, least, most| Bounds {
        what,
        help,
        least,
        most,
    };
    let members = required_count(
        &raw.members,
        &bounds(
            "le nombre des membres",
            "comptez tous les membres, présents ou non",
            1,
            MOST_MEMBERS,
        ),
        "membres",
        &span,
        faults,
    );
    let most = members.unwrap_or(MOST_MEMBERS);
    let required = required_count(
        &raw.required,
        &bounds(
            "le nombre requis",
            "c’est le nombre de membres qu’il faut pour délibérer",
            1,
            most,
        ),
        "requis",
        &span,
        faults,
    );
    let present = required_count(
        &raw.present,
        &bounds(
            "le nombre des membres présents",
            "comptez les membres présents, sans les invités ni les représentés",
            0,
            most,
        ),
        "presents",
        &span,
        faults,
    );
    let represented = count(
        &raw.represented,
        &bounds(
            "le nombre des membres représentés",
            "comptez les pouvoirs et les suppléants",
            0,
            most,
        ),
        faults,
    );
    let represented = represented.unwrap_or_default();
    let present = present?;
    if present.saturating_add(represented) > most {
        faults.push(
            Diagnostic::new(
                RecordFault::QuorumExceeded,
                "il y a plus de présents et de représentés que de membres",
            )
            .at(span, "")
            .help("comptez chaque membre une fois : présent, représenté ou absent"),
        );
        return None;
    }
    Some(Quorum {
        present,
        represented,
        required: required?,
        members: members?,
        counted: match raw.counted.get() {
            Some(CountedWord::PresentAndRepresented) => Counted::PresentAndRepresented,
            Some(CountedWord::Present) | None => Counted::Present,
        },
    })
}
