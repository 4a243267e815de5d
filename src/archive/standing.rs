//! What a record said before it had faults: the site goes on showing it, so that a slip of the pen takes no meeting off the site.
//!
//! It stands as long as its page does as this program makes it under these settings. What was made under others may tell what is not
//! to be told any more, names above all.

use jiff::civil::Date;

use super::brief::Brief;
use super::discover::RecordFile;
use super::format::name_of;
use super::note::{Account, Keeper, Note};
use crate::files;
use crate::french::dates::long_date;
use crate::french::words::counted;
use crate::keeper::{Fingerprint, OutputKind, Owner};

/// A record that has faults, and what of it the site shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyRecord {
    /// The record's file, as it is named to the user.
    pub record: String,
    /// The day of the meeting, which it shows as before; or why it does not.
    pub shown: Result<Date, Withheld>,
}

/// Why nothing of before stands for a record that has faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withheld {
    /// No page of it is known.
    NeverMade,
    /// Its page may tell names that are not published any more.
    MayTellNames,
    /// Its page may tell what another record does not show any more.
    MayTellHidden,
    /// Its page was made under other settings.
    OtherSettings,
    /// Its page was made by another program.
    OtherProgram,
    /// What was kept of it was lost.
    Lost,
}

/// What a record said when its page was made, if that may still be shown.
pub(super) fn last_good(
    brief: &Brief<'_>,
    keeper: &Keeper,
    record: &RecordFile,
    owner: &Owner,
) -> Result<Account, Withheld> {
    let known = keeper.known(owner);
    let Some(note) = known.note().and_then(Note::of_record) else {
        return Err(Withheld::NeverMade);
    };
    let Some(account) = note.account() else {
        return Err(Withheld::Lost);
    };
    let (config, state) = (&brief.project.config, account.proceedings().state);
    let name = name_of(OutputKind::Html, config, &record.address, state);
    let Some(page) = known.output(&name) else {
        return Err(Withheld::NeverMade);
    };
    let is_there = || files::is_there(&keeper.folder().path_of(owner, &name));
    let made_from = &page.made_from;
    let now = brief.base.of_source(account.source());
    if is_indiscreet(brief, made_from) {
        Err(Withheld::MayTellNames)
    } else if made_from.settings != now.settings {
        Err(Withheld::OtherSettings)
    } else if made_from.program != now.program {
        Err(Withheld::OtherProgram)
    } else if made_from.source != now.source || !is_there() {
        Err(Withheld::Lost)
    } else {
        Ok(account)
    }
}

/// Whether what was made from that may tell more of persons than is published now.
pub(super) fn is_indiscreet(brief: &Brief<'_>, made_from: &Fingerprint) -> bool {
    made_from.published > brief.base.published
}

/// At most five days are named.
const MOST_DAYS: usize = 5;

impl Withheld {
    const ALL: [Self; 6] = [
        Self::NeverMade,
        Self::MayTellNames,
        Self::MayTellHidden,
        Self::OtherSettings,
        Self::OtherProgram,
        Self::Lost,
    ];

    /// The reason, a clause in French.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::NeverMade => "aucune version sans erreur n’en est connue",
            Self::MayTellNames => {
                "la version précédente peut contenir des noms qui ne se publient plus"
            }
            Self::MayTellHidden => {
                "la version précédente peut contenir ce qu’un autre compte rendu ne montre plus"
            }
            Self::OtherSettings => "la version précédente suit un autre greffier.toml",
            Self::OtherProgram => "la version précédente est d’un autre greffier",
            Self::Lost => "ce qui était gardé de la version précédente a été perdu",
        }
    }
}

/// What the site shows of the records that have faults, in French: a sentence for those that it shows as they were, one for each reason
/// why it does not.
#[must_use]
pub fn said_of_standing(standing: &[FaultyRecord]) -> Vec<String> {
    let days: Vec<Date> = standing.iter().filter_map(|one| one.shown.ok()).collect();
    let shown = match days.as_slice() {
        [] => None,
        [day] => Some(format!(
            "Le site montre encore la version précédente du compte rendu du {}.",
            long_date(*day)
        )),
        days => {
            let mut said: Vec<String> = days
                .iter()
                .take(MOST_DAYS)
                .map(|day| long_date(*day))
                .collect();
            if days.len() > MOST_DAYS {
                said.push("…".into());
            }
            Some(format!(
                "Le site montre encore la version précédente de {} : {}.",
                counted(days.len() as u64, "compte rendu"),
                said.join(", ")
            ))
        }
    };
    let withheld = Withheld::ALL.iter().filter_map(|why| {
        let records = standing.iter().filter(|one| one.shown == Err(*why));
        let records: Vec<&str> = records.map(|one| one.record.as_str()).collect();
        let what = match records.as_slice() {
            [] => return None,
            [record] => (*record).to_owned(),
            records => counted(records.len() as u64, "compte rendu"),
        };
        // Its page stands, and some of the lists may have it.
        let everywhere = match why {
            Withheld::Lost => " partout",
            _ => "",
        };
        Some(format!(
            "Le site ne montre pas{everywhere} {what} : {}.",
            why.said()
        ))
    });
    shown.into_iter().chain(withheld).collect()
}
