//! `greffier serve`: the output folder on localhost, kept in step with what is being written.
//!
//! Data flows one way: `saves` sees that a file was saved, `rebuild` makes what that touches, through the ordinary build
//! into the ordinary output folder, `events` holds what came of it, and `http` serves the folder and tells the pages that
//! are open. Only `http` is asynchronous. Nothing of this is ever written into the output folder.

mod events;
mod http;
mod poll;
mod rebuild;
mod saves;
mod signal;

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::archive::{Follower, Outcome};
use crate::diagnostic::Report;

use events::Board;
pub use http::Server;
use rebuild::Rebuilder;
use saves::Watching;
use signal::Signal;

/// What is served.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder of the project.
    pub root: PathBuf,
    /// Where the pages are made, and served from.
    pub output: PathBuf,
    /// Who builds, as another build that is kept out is told.
    pub holder: String,
    /// How long a template may take with one record.
    pub patience: Duration,
    /// Look at all files again and again, where the system does not tell of changes.
    pub polls: bool,
}

/// What the user is told while the site is served.
#[derive(Debug)]
pub enum News<'a> {
    /// A build that changed something, or found other faults than the one before; and the doubts about the templates.
    Built(&'a Outcome, &'a [Report]),
    /// The project cannot be read: faults of `greffier.toml`, of a template or of the style sheet.
    Refused(&'a [Report]),
    /// There is no record; what was made of those of before stands in that folder.
    Empty(&'a Path),
    /// Another build has the output folder, the disk refuses a file, or the program itself failed: in words.
    Failed(&'a str),
    /// The system has no room to announce changes: the files are looked at every few seconds.
    Polling,
}

/// Who tells the user.
pub trait Teller: Follower + Send {
    /// Tells that.
    fn tell(&self, news: &News<'_>);
}

/// The end of the program waits at most 3 s for a build under way. One that is cut off is set right by the next.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Serves the site until the user ends it (^C).
///
/// # Errors
/// The network cannot be used.
pub fn serve(server: Server, site: Site, teller: Box<dyn Teller>) -> io::Result<()> {
    let board = Arc::new(Board::default());
    let (sender, signals) = mpsc::channel();
    let (ending, ended) = mpsc::channel::<()>();
    let rebuilder = Rebuilder {
        watching: Watching::new(&site, sender.clone()),
        site: site.clone(),
        board: Arc::clone(&board),
        teller,
        signals,
        told_empty: Cell::new(false),
    };
    thread::spawn(move || {
        rebuilder.run();
        drop(ending);
    });
    server.run(site.output, &board)?;
    let _ = sender.send(Signal::Stop);
    // Either it has ended or the time is over.
    let _ = ended.recv_timeout(LAST_WORK);
    Ok(())
}
