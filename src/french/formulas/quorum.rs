//! The sentence on the quorum.

use super::Gathering;
use crate::french::FI;
use crate::french::numbers::group_digits;
use crate::french::words::counted;

/// Who counts for the quorum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// Only those who are in the room, as in a French council.
    #[default]
    Present,
    /// Those who gave a proxy too, as in many assemblies.
    PresentAndRepresented,
}

/// The members present, counted for the quorum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quorum {
    /// What the body calls its meeting.
    pub gathering: Gathering,
    /// Members present.
    pub present: u64,
    /// Members who gave a proxy.
    pub represented: u64,
    /// All members.
    pub members: u64,
    /// How many are needed; none where no rule asks for a quorum.
    pub required: Option<u64>,
    /// Who counts.
    pub counted: Counted,
}

impl Quorum {
    /// Whether enough members count; none without a rule.
    #[must_use]
    pub fn is_reached(&self) -> Option<bool> {
        let counting = match self.counted {
            Counted::Present => self.present,
            Counted::PresentAndRepresented => self.present.saturating_add(self.represented),
        };
        self.required.map(|required| counting >= required)
    }
}

/// The sentence on the quorum (FOR-07, FOR-08); none without a rule (FOR-09).
pub fn quorum(quorum: &Quorum) -> Option<String> {
    let is_reached = quorum.is_reached()?;
    let count = count(quorum);
    let gathering = quorum.gathering.with_article();
    Some(if is_reached {
        format!("Le quorum étant atteint ({count}), {gathering} peut valablement délibérer.")
    } else {
        let held = quorum.gathering.agreed("tenu");
        format!(
            "Le quorum n’étant pas atteint ({count}), {gathering} est {held} à titre consultatif."
        )
    })
}

/// Present and represented apart, and never those represented where they do not count.
fn count(quorum: &Quorum) -> String {
    let present = counted(quorum.present, "membre présent");
    let members = group_digits(quorum.members);
    if quorum.represented == 0 {
        return format!("{present} sur {members}");
    }
    let represented = counted(quorum.represented, "représenté");
    let required = group_digits(quorum.required.unwrap_or_default());
    match quorum.counted {
        Counted::PresentAndRepresented => {
            format!("{present} et {represented} sur {members}, {required} requis")
        }
        Counted::Present => {
            let uncounted = counted(quorum.represented, "représenté non compté");
            format!("{present} sur {members}, {required} requis{FI}; {uncounted}")
        }
    }
}
