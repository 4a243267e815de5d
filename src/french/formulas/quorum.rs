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

/// The sentence of a *procès-verbal de carence*, which tells that nothing could be deliberated; none where the quorum is reached.
#[must_use]
pub fn deficient_quorum(quorum: &Quorum) -> Option<String> {
    let is_deficient = !quorum.is_reached()?;
    let count = count(quorum);
    let gathering = quorum.gathering.with_article();
    is_deficient.then(|| {
        format!(
            "Le quorum n’étant pas atteint ({count}), {gathering} ne peut valablement délibérer."
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

#[cfg(test)]
mod tests {
    use super::{Counted, Quorum, deficient_quorum};
    use crate::french::formulas::Gathering;

    #[test]
    fn without_its_quorum_a_body_does_not_deliberate() {
        let quorum = |gathering, present, represented| Quorum {
            gathering,
            present,
            represented,
            members: 5,
            required: Some(3),
            counted: Counted::Present,
        };
        for (given, said) in [
            (
                quorum(Gathering::Sitting, 2, 0),
                Some("(2 membres présents sur 5), la séance ne peut valablement délibérer."),
            ),
            (
                quorum(Gathering::GeneralAssembly, 1, 0),
                Some(
                    "(1 membre présent sur 5), l’assemblée générale ne peut valablement délibérer.",
                ),
            ),
            (
                quorum(Gathering::Council, 2, 1),
                Some(
                    "(2 membres présents sur 5, 3 requis\u{202f}; 1 représenté non compté), le conseil ne peut valablement délibérer.",
                ),
            ),
            (quorum(Gathering::Sitting, 3, 0), None),
        ] {
            let said = said.map(|said| format!("Le quorum n’étant pas atteint {said}"));
            let told = deficient_quorum(&given).map(|told| told.replace('\u{a0}', " "));
            assert_eq!(told, said);
        }
    }
}
