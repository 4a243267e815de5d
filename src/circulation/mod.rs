//! What goes out after a meeting: the PDF for its members, a message that a mail program opens ready to send, a short text, and a
//! message to each owner of action points.
//!
//! Entry points: [`files_of`] for the files of a meeting, which is pure, and [`keep`] to put them in their folder, where nothing of
//! the user's is ever overwritten. `message` alone knows how a message is written.

mod folder;
mod letter;
mod message;
mod reminders;
mod said;
mod short;
mod weight;

use crate::archive::{Circulated, OpenAction};
use crate::contacts::Contacts;
use crate::diagnostic::Report;
use crate::french::folding::slug;
use crate::record::State;
use crate::templates::{MESSAGE, Templates};

pub use folder::{Kept, files_left, keep};
use letter::Enclosure;
pub use letter::Letter;
pub use message::Sender;
use said::Outgoing;
pub use weight::{Weight, weight};

/// The message to all members.
pub const MESSAGE_FILE: &str = "message.eml";
/// The text for a telephone.
pub const SHORT_FILE: &str = "court.txt";
/// The folder of the messages to the owners of action points.
pub const REMINDERS_FOLDER: &str = "par-responsable";

/// A file that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the folder of the meeting, with `/`.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// What goes out after a meeting.
#[derive(Debug)]
pub struct Files {
    /// The files, the PDF first.
    pub files: Vec<File>,
    /// The messages among them, as letters that a server can take.
    pub letters: Vec<Letter>,
    /// How many addresses the message to all has.
    pub recipients: usize,
    /// The owners of whom no address is known.
    pub unknown: Vec<String>,
}

/// The files that go out after a meeting, in its folder. `open` is what the owners of action points are reminded of.
///
/// # Errors
/// The fault of a template.
pub fn files_of(
    circulated: &Circulated,
    open: &[OpenAction],
    contacts: &Contacts,
    templates: &Templates,
) -> Result<Files, Box<Report>> {
    let outgoing = Outgoing::new(circulated);
    let recipients = contacts.recipients();
    let recipients: Vec<String> = recipients.into_iter().map(str::to_owned).collect();
    let minutes = Enclosure {
        name: circulated.pdf_name.clone(),
        bytes: circulated.pdf.clone(),
        is_calendar: false,
    };
    let calendar = circulated.invitation.as_ref().map(|one| Enclosure {
        name: format!("{}-reunion.ics", last_part(&circulated.address)),
        bytes: one.calendar.clone(),
        is_calendar: true,
    });
    let enclosures: Vec<Enclosure> = [minutes].into_iter().chain(calendar).collect();
    let message = outgoing.message(&enclosures);
    // All that the pages may show, the messages may too.
    let shared = templates.shared(&circulated.minutes, &circulated.address)?;
    let letter = Letter {
        file: MESSAGE_FILE.to_owned(),
        other_files: Vec::new(),
        kind: kind(circulated.state),
        identity: circulated.address.clone(),
        day: circulated.day,
        host: outgoing.host().to_owned(),
        text: templates.message_text(MESSAGE, (&shared, &message), &circulated.address)?,
        html: templates.message_html(MESSAGE, (&shared, &message), &circulated.address)?,
        subject: message.subject,
        addresses: recipients,
        is_for_one: false,
        enclosures,
    };
    let mut files = vec![
        File {
            name: circulated.pdf_name.clone(),
            bytes: circulated.pdf.clone(),
        },
        letter.draft(),
        File {
            name: SHORT_FILE.to_owned(),
            bytes: short::text(&outgoing).into_bytes(),
        },
    ];
    let recipients = letter.addresses.len();
    let reminders = reminders::reminders(&outgoing, open, contacts, templates, &shared)?;
    files.extend(reminders.letters.iter().map(Letter::draft));
    Ok(Files {
        files,
        letters: [letter].into_iter().chain(reminders.letters).collect(),
        recipients,
        unknown: reminders.unknown,
    })
}

/// What the message to all is: what comes after another of its kind corrects it.
fn kind(state: State) -> String {
    match state {
        State::Convened => "convocation".into(),
        State::Draft => "projet".into(),
        State::Submitted => "soumis".into(),
        State::Final | State::Approved(_) => "compte-rendu".into(),
        State::Cancelled => "annulation".into(),
        State::Postponed(None) => "report".into(),
        State::Postponed(Some(day)) => format!("report-{day}"),
    }
}

/// The name of the folder of a meeting: the last part of its address.
#[must_use]
pub fn last_part(address: &str) -> String {
    slug(address.rsplit('/').next().unwrap_or(address))
}
