//! The first look at each record: unchanged since the last build, or read anew.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::brief::Brief;
use super::discover::RecordFile;
use super::guard::Step;
use super::held::{Held, Room};
use super::note::{Account, Keeper, Note, RecordNote, Source, reader_of_lesser};
use super::reading::{SoundRecord, annex_path, annexes, of_file, read_bytes};
use super::standing::{Withheld, last_good};
use super::texts::of_many;
use crate::diagnostic::Report;
use crate::files::{self, FileError, Stamp};
use crate::keeper::{Hash, Owner, Seen};
use crate::minutes;
use crate::record::{LeftOut, Meeting, Theme};

/// A record, as the plan needs it.
pub(super) struct Observed<'a> {
    pub(super) record: &'a RecordFile,
    /// Whose its files are.
    pub(super) owner: Owner,
    content: Content,
    /// What became of it where other records did not bear it out.
    fallen: OnceLock<Box<Content>>,
    /// What was read anew, and is to be made.
    pub(super) held: Held,
    /// What the edition leaves out of it; none where that is not known any more.
    pub(super) left_out: Option<LeftOut>,
    /// Which of its blocks on action points the edition does not show.
    pub(super) dropped: Vec<usize>,
    /// Whether what it said before may tell what another record does not show any more.
    pub(super) is_withheld: bool,
}

/// What there is of a record.
pub(super) enum Content {
    /// It is sound, and says this.
    Sound(Account),
    /// It has faults: their report, and what it said when it was last made, if that stands.
    Faulty(Box<Report>, Result<Account, Withheld>),
}

impl Observed<'_> {
    /// What there is of it.
    pub(super) fn content(&self) -> &Content {
        self.fallen.get().map_or(&self.content, Box::as_ref)
    }

    /// Makes a fault of what it says; what it said before may stand. It falls once.
    pub(super) fn fall(&self, report: Box<Report>, standing: Result<Account, Withheld>) {
        let standing = match self.is_withheld {
            true => standing.and(Err(Withheld::MayTellHidden)),
            false => standing,
        };
        self.fallen
            .get_or_init(|| Box::new(Content::Faulty(report, standing)));
    }

    /// Has nothing of what it said before stand, whether it has faults or comes to have some.
    pub(super) fn withhold(&mut self) {
        self.is_withheld = true;
        if let Content::Faulty(_, standing) = &mut self.content
            && standing.is_ok()
        {
            *standing = Err(Withheld::MayTellHidden);
        }
    }

    /// Has it say something else, before anything rests on that.
    pub(super) fn say(&mut self, account: Account) {
        match &mut self.content {
            Content::Sound(said) | Content::Faulty(_, Ok(said)) => *said = account,
            Content::Faulty(_, Err(_)) => {}
        }
    }

    /// Whether the edition leaves something out of it.
    pub(super) fn is_lesser(&self) -> bool {
        let left_out = self.left_out.as_ref();
        left_out.is_none_or(|left_out| left_out.is_any) || !self.dropped.is_empty()
    }

    /// What it says, or, while it has faults, what it said: whoever asks for the meetings of the archive takes both alike.
    pub(super) fn account(&self) -> Option<&Account> {
        self.sound().or_else(|| self.standing())
    }

    /// What it says, if it is sound: only then is anything made of it.
    pub(super) fn sound(&self) -> Option<&Account> {
        match self.content() {
            Content::Sound(account) => Some(account),
            Content::Faulty(..) => None,
        }
    }

    /// What it said before it had faults.
    pub(super) fn standing(&self) -> Option<&Account> {
        match self.content() {
            Content::Sound(_) => None,
            Content::Faulty(_, standing) => standing.as_ref().ok(),
        }
    }
}

/// Looks at all records. Those that `is_chosen` accepts are to be made.
pub(super) fn observe<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    records: &'a [RecordFile],
    is_chosen: &(dyn Fn(&RecordFile) -> bool + Sync),
) -> Vec<Observed<'a>> {
    let room = Room::for_records(records.len());
    let look = |record: &'a RecordFile| {
        let is_held = |sound: &SoundRecord| {
            !brief.options.dry_run && is_chosen(record) && room.take(sound.source.text.len())
        };
        observe_one(brief, keeper, record, records.len(), is_held)
    };
    records.par_iter().map(look).collect()
}

/// Looks at one record among so many. What is read of it is held if `is_held` says so.
pub(super) fn observe_one<'a>(
    brief: &Brief<'_>,
    keeper: &Keeper,
    record: &'a RecordFile,
    among: usize,
    is_held: impl FnOnce(&SoundRecord) -> bool,
) -> Observed<'a> {
    let owner = Owner::Record(record.address.clone());
    let known = keeper.note_of(&owner).and_then(Note::of_record);
    let known = known.filter(|known| known.read_by == brief.base.reader());
    let known = known.and_then(RecordNote::account);
    let read = record.guarded(Step::Read, || {
        content(brief, record, known.as_ref(), keeper.trusts_stamps())
    });
    let (content, sound, left_out) = match read {
        Ok((account, sound)) => {
            let left_out = sound.as_ref().map(|sound| sound.left_out.clone());
            let left_out = left_out.unwrap_or_default();
            (Content::Sound(account), sound, Some(left_out))
        }
        Err(report) => {
            let report = Box::new(of_many(*report, among));
            let standing = last_good(brief, keeper, record, &owner);
            let is_lesser = |standing: &Account| standing.note.is_lesser();
            let left_out = match standing.as_ref().is_ok_and(is_lesser) {
                true => None,
                false => Some(LeftOut::default()),
            };
            (Content::Faulty(report, standing), None, left_out)
        }
    };
    Observed {
        record,
        owner,
        content,
        fallen: OnceLock::new(),
        held: sound.filter(is_held).map(Held::new).unwrap_or_default(),
        left_out,
        dropped: Vec::new(),
        is_withheld: false,
    }
}

/// What a record says; how it was read, where it had to be.
fn content(
    brief: &Brief<'_>,
    record: &RecordFile,
    known: Option<&Account>,
    trusts_stamps: bool,
) -> Result<(Account, Option<SoundRecord>), Box<Report>> {
    let fault = |error: FileError| of_file(record, &error);
    let stamp = Stamp::of(&record.path).map_err(fault)?;
    if let Some(known) = known
        && trusts_stamps
        && stamp.is_some()
        && known.note.seen.stamp == stamp
        && let Ok(annexes) = look_again(&known.note.annexes, record, trusts_stamps)
    {
        return Ok((known.seen_again(known.note.seen, annexes), None));
    }
    let bytes = files::read(&record.path).map_err(fault)?;
    let seen = Seen {
        stamp: stamp.filter(|stamp| !stamp.is_too_young()),
        hash: Hash::of(&bytes),
    };
    if let Some(known) = known
        && known.source() == seen.hash
        && let Ok(annexes) = look_again(&known.note.annexes, record, trusts_stamps)
    {
        return Ok((known.seen_again(seen, annexes), None));
    }
    let sound = read_bytes(brief.project, record, bytes)?;
    let annexes = annexes(&sound.meeting).map(|name| source(name, record, None));
    let annexes = annexes.collect::<Result<_, _>>().map_err(fault)?;
    let said = minutes::proceedings(&sound.meeting, &brief.project.config);
    let has_decisions = has_decisions(&sound.meeting);
    let reader = match sound.left_out.is_any {
        true => reader_of_lesser(brief.project.config.edition),
        false => brief.base.reader(),
    };
    let account = Account::new(seen, reader, annexes, said, has_decisions);
    Ok((account, Some(sound)))
}

/// Whether the register of decisions has one of that meeting.
pub(super) fn has_decisions(meeting: &Meeting) -> bool {
    let mut contents = meeting.themes.iter().flat_map(Theme::contents);
    meeting.is_held() && contents.any(|content| !content.decisions.is_empty())
}

/// The files that went with a record, as they are. One that is gone is a fault of the record, which reading it finds.
fn look_again(
    known: &[Source],
    record: &RecordFile,
    trusts_stamps: bool,
) -> Result<Vec<Source>, FileError> {
    known
        .iter()
        .map(|known| source(&known.name, record, Some(known).filter(|_| trusts_stamps)))
        .collect()
}

fn source(name: &str, record: &RecordFile, known: Option<&Source>) -> Result<Source, FileError> {
    let path = annex_path(record, name);
    let stamp = Stamp::of(&path)?;
    if let Some(known) = known
        && stamp.is_some()
        && known.seen.stamp == stamp
    {
        return Ok(known.clone());
    }
    let hash = Hash::of_file(&path)?;
    let stamp = stamp.filter(|stamp| !stamp.is_too_young());
    Ok(Source {
        name: name.to_owned(),
        seen: Seen { stamp, hash },
    })
}
