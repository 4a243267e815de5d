//! Builds after each save: never two builds at once, a burst of saves is one, and the last save is always built.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::events::Board;
use super::saves::Watching;
use super::signal::Signal;
use super::{News, Site, Teller};
use crate::archive::{
    Archive, BuildError, BuildOptions, Follower, Format, Outcome, Project, Rendering, may_pass,
    said_of_standing,
};
use crate::diagnostic::{Report, no_break_spaces};

/// After 150 ms without a save a burst is over: an editor writes beside the file, renames, touches.
const QUIET: Duration = Duration::from_millis(150);
/// A burst is waited for at most 2 s.
const LONGEST_BURST: Duration = Duration::from_secs(2);
/// After a second an output folder that another build has is tried again.
const RETRY: Duration = Duration::from_secs(1);
/// After 5 s it is tried again where the disk refused a file, or the system a thread: somebody may be making room.
const RETRY_WITHOUT_ROOM: Duration = Duration::from_secs(5);
/// What could not be read is tried again after a second, then after twice as long each time, at most 30 s: an editor, or what
/// synchronises a folder, holds a file for a moment, and tells nobody when it lets go.
const RETRY_UNREAD: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(30);
/// The open pages have at most a second to hear the last word.
const LAST_WORD: Duration = Duration::from_secs(1);

/// What is said of a fault of the program itself, after which the next save may well be built.
const BROKEN: &str = "ce qui vient d’être enregistré met le programme en défaut";

/// Builds whenever it is told that something was saved.
pub(super) struct Rebuilder {
    pub(super) site: Site,
    pub(super) watching: Watching,
    pub(super) board: Arc<Board>,
    pub(super) teller: Box<dyn Teller>,
    pub(super) signals: Receiver<Signal>,
    /// Whether the last that was told is that there is no record.
    pub(super) told_empty: Cell<bool>,
}

/// Whether a build has to be tried again, though nothing was saved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    AfterASave,
    In(Duration),
    /// What could not be read may be readable by then.
    OnceReadable,
}

/// What a wait ended with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    BySave,
    ByTime,
    ToStop,
}

impl Rebuilder {
    /// Builds, and builds again after each save, until it is told to stop.
    pub(super) fn run(mut self) {
        let mut next = Next::AfterASave;
        let mut tries = 0;
        loop {
            // Before the build: what is saved from here on is heard of.
            if self.watching.follow_folders() {
                self.teller.tell(&News::Polling);
            }
            let is_retry = next != Next::AfterASave;
            let rebuilt = catch_unwind(AssertUnwindSafe(|| self.rebuild(is_retry)));
            next = rebuilt.unwrap_or_else(|_| {
                self.refuse_for(BROKEN.to_owned());
                Next::In(RETRY_WITHOUT_ROOM)
            });
            match self.wait(next, tries) {
                Woken::BySave => tries = 0,
                Woken::ByTime => tries += 1,
                Woken::ToStop => return,
            }
        }
    }

    /// Waits for a save and the end of its burst, or until it is time to try again, for the so manieth time.
    fn wait(&self, next: Next, tries: u32) -> Woken {
        let longer = || RETRY_UNREAD.saturating_mul(2_u32.saturating_pow(tries));
        let first = match next {
            Next::AfterASave => self.signals.recv().map_err(RecvTimeoutError::from),
            Next::In(time) => self.signals.recv_timeout(time),
            Next::OnceReadable => self.signals.recv_timeout(longer().min(LONGEST_RETRY)),
        };
        match first {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return Woken::ByTime,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Woken::ToStop,
        }
        let since = Instant::now();
        while since.elapsed() < LONGEST_BURST {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Changed) => {}
                Err(RecvTimeoutError::Timeout) => return Woken::BySave,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Woken::ToStop,
            }
        }
        Woken::BySave
    }

    fn rebuild(&self, is_retry: bool) -> Next {
        let project = match Project::open(&self.site.root) {
            Ok(project) => project,
            Err(reports) => {
                self.refuse(text_of(&reports), &News::Refused(&reports));
                return Next::OnceReadable;
            }
        };
        let archive = Archive::discover(&project);
        if archive.records.is_empty() && archive.reports.is_empty() {
            // Told each time, it would feed itself where the messages go to a file of the project.
            let is_told = self.told_empty.replace(true) && self.board.tells("");
            self.board.refused(String::new());
            if !is_told {
                self.teller.tell(&News::Empty(&self.site.output));
            }
            return Next::AfterASave;
        }
        self.told_empty.set(false);
        let follower = Following {
            teller: &*self.teller,
            board: &self.board,
        };
        let built = archive.build(&project, &self.options(), &|_| true, &follower);
        let mut outcome = match built {
            Ok(outcome) => outcome,
            Err(BuildError::Busy(_)) if is_retry => return Next::In(RETRY),
            Err(BuildError::Busy(holder)) => {
                self.refuse_for(format!(
                    "une autre construction écrit dans ce dossier ({holder})\u{a0}; celle-ci attend qu’elle finisse"
                ));
                return Next::In(RETRY);
            }
            Err(BuildError::Disk(error)) => {
                self.refuse_for(error.to_string());
                return Next::In(RETRY_WITHOUT_ROOM);
            }
        };
        outcome.faulty_records += archive.reports.len();
        outcome.reports.splice(0..0, archive.reports);
        let is_unread = outcome.reports.iter().any(may_pass);
        let faults = with_standing(text_of(&outcome.reports), &outcome);
        let is_news = !outcome.written.is_empty()
            || !outcome.removed.is_empty()
            || !self.board.tells(&faults);
        self.board.built(&archive.records, &outcome, faults);
        if is_news {
            let doubts = &project.unused_templates;
            self.teller.tell(&News::Built(&outcome, doubts));
        }
        match is_unread {
            true => Next::OnceReadable,
            false => Next::AfterASave,
        }
    }

    /// Nothing was built, for a reason that is no fault of a text.
    fn refuse_for(&self, reason: String) {
        let said = format!("erreur\u{a0}: {reason}");
        self.refuse(said.clone(), &News::Failed(&said));
    }

    fn refuse(&self, faults: String, news: &News<'_>) {
        if !self.board.tells(&faults) {
            self.teller.tell(news);
        }
        self.board.refused(faults);
    }

    fn options(&self) -> BuildOptions {
        BuildOptions {
            output: self.site.output.clone(),
            formats: vec![Format::Html, Format::Markdown, Format::Pdf],
            force: false,
            dry_run: false,
            today: None,
            partition: None,
            holder: self.site.holder.clone(),
            patience: self.site.patience,
        }
    }
}

/// The reports as the terminal shows them, without colours.
fn text_of(reports: &[Report]) -> String {
    let text: String = reports.iter().map(|report| report.render(false)).collect();
    text.trim_end().to_owned()
}

/// The faults, and what the site shows of the records that have them.
fn with_standing(faults: String, outcome: &Outcome) -> String {
    let standing = said_of_standing(&outcome.standing);
    match standing.is_empty() {
        true => faults,
        false => format!("{faults}\n\n{}", no_break_spaces(&standing.join("\n"))),
    }
}

/// Follows a build for the user, and tells the pages of a template that never ends.
struct Following<'a> {
    teller: &'a dyn Teller,
    board: &'a Board,
}

impl Follower for Following<'_> {
    fn planned(&self, records: usize) {
        self.teller.planned(records);
    }

    fn done(&self) {
        self.teller.done();
    }

    /// The build will never return, and so the program ends: the pages that are open say why.
    fn stuck(&self, rendering: &Rendering) {
        self.board.refused(format!(
            "erreur\u{a0}: le modèle templates/{}, appliqué à {}, ne finit pas.\n\
             Cherchez dans ce modèle une boucle trop longue, puis relancez «\u{a0}greffier serve\u{a0}».",
            rendering.template, rendering.made
        ));
        thread::sleep(LAST_WORD);
        self.teller.stuck(rendering);
    }
}
