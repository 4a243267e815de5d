//! What became of each message: a file that only grows, in words, beside the messages. It holds addresses, as they do.
//!
//! A line is `2026-04-15 09:30 parti awa@example.org message.eml projet:3f2a… texte`. One that was cut off, or that somebody changed beyond
//! reading, tells nothing. Lines of before know no kind, `3f2a…` alone: they hold for each.

use std::collections::BTreeMap;
use std::path::Path;

use super::delivery::Delivery;
use crate::files::{self, FileError, Log};

/// What befell a message to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The server has all of it, and is about to be told so.
    Leaving,
    /// The server took it.
    Sent,
    /// The server refused it for good.
    Refused,
    /// The server did not take it this time.
    NotTaken,
}

/// Each event and its word in the file.
const WORDS: [(Event, &str); 4] = [
    (Event::Leaving, "départ"),
    (Event::Sent, "parti"),
    (Event::Refused, "refusé"),
    (Event::NotTaken, "reporté"),
];

/// A file, the kind of letter that it holds, and an address in small letters.
type Key = (String, String, String);

/// The kind of a letter of which an old line does not tell it.
const UNKNOWN: &str = "";

/// What went out of the messages of a meeting.
#[derive(Debug, Default)]
pub struct Journal {
    /// The last event of a letter to an address, and the version that it is of.
    known: BTreeMap<Key, (Event, String)>,
    log: Option<Log>,
}

impl Journal {
    /// Reads the journal of that name, which need not be there.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let mut journal = Self::default();
        if files::is_file(path) {
            let text = files::read_whole(path)?;
            for line in String::from_utf8_lossy(&text).lines() {
                if let Some((event, delivery)) = parsed(line) {
                    journal.learn(event, &delivery);
                }
            }
        }
        Ok(journal)
    }

    /// Reads it and goes on with it.
    ///
    /// # Errors
    /// The file cannot be read, or cannot be written.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let mut journal = Self::read(path)?;
        let mut log = Log::resume(path)?;
        // Whatever was cut off before ends here.
        log.add(b"\n")?;
        journal.log = Some(log);
        Ok(journal)
    }

    /// The last event of a letter of that kind in that file to that address, and the version that it is of.
    #[must_use]
    pub fn last(&self, delivery: &Delivery) -> Option<(Event, &str)> {
        let known = |kind: &str| self.known.get(&key(delivery, kind));
        let (event, version) = known(&delivery.kind).or_else(|| known(UNKNOWN))?;
        Some((*event, version))
    }

    pub(super) fn learn(&mut self, event: Event, delivery: &Delivery) {
        let key = key(delivery, &delivery.kind);
        self.known.insert(key, (event, delivery.version.clone()));
    }

    /// Notes an event.
    ///
    /// # Errors
    /// The disk refuses it.
    pub(super) fn note(
        &mut self,
        when: &str,
        event: Event,
        delivery: &Delivery,
        remark: &str,
    ) -> Result<(), FileError> {
        let word = WORDS.iter().find(|(one, _)| *one == event);
        let word = word.map_or("", |(_, word)| word);
        let Delivery {
            address,
            file,
            kind,
            version,
            letter: _,
        } = delivery;
        let line = format!("{when} {word} {address} {file} {kind}:{version} {remark}");
        let line = line.trim_end().to_owned() + "\n";
        if let Some(log) = &mut self.log {
            log.add(line.as_bytes())?;
            // Before the server is told to take it: what is about to leave must outlast a power cut too.
            log.keep()?;
        }
        self.learn(event, delivery);
        Ok(())
    }
}

/// What a letter of that kind in the file of a delivery to its address is known by.
fn key(delivery: &Delivery, kind: &str) -> Key {
    let address = delivery.address.to_ascii_lowercase();
    (delivery.file.clone(), kind.to_owned(), address)
}

/// A line: day, hour, word, address, file, kind and version.
fn parsed(line: &str) -> Option<(Event, Delivery)> {
    let mut words = line.split(' ').skip(2);
    let word = words.next()?;
    let (event, _) = WORDS.iter().find(|(_, known)| *known == word)?;
    let (address, file, state) = (words.next()?, words.next()?, words.next()?);
    let (kind, version) = state.split_once(':').unwrap_or((UNKNOWN, state));
    let delivery = Delivery {
        letter: 0,
        address: address.to_owned(),
        file: file.to_owned(),
        kind: kind.to_owned(),
        version: version.to_owned(),
    };
    Some((*event, delivery))
}
