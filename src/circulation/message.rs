//! A message as mail programs read it (RFC 5322, 2045 to 2047, 2231): the only file here that names lettre.
//!
//! No header can be slipped in by a text: values are on one line before they are encoded, addresses were judged when the contacts
//! were read, names of files are the program's own.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use lettre::message::header::{ContentType, From, HeaderName, HeaderValue};
use lettre::message::{self, Mailbox, MultiPart, SinglePart};

use crate::keeper::Hash;

/// A message that waits for its sender.
pub(super) struct Draft<'a> {
    /// What the message is of, within the series: it tells it from others.
    pub(super) identity: &'a str,
    /// Its day; no output knows the time.
    pub(super) day: Date,
    /// The machine that its name belongs to.
    pub(super) host: &'a str,
    /// On one line.
    pub(super) subject: &'a str,
    /// Whom it is addressed to.
    pub(super) to: &'a [&'a str],
    /// Who has it too, without being seen by the others.
    pub(super) hidden: &'a [&'a str],
    /// What it says, for a program that shows no HTML.
    pub(super) text: &'a str,
    /// The same as HTML.
    pub(super) html: &'a str,
    /// What goes with it.
    pub(super) attachments: &'a [Attachment<'a>],
    /// Who sends it, and when; it waits for its sender without.
    pub(super) sent: Option<(&'a Sender, &'a ZonedDateTime)>,
}

/// Who sends a message.
#[derive(Clone, Debug)]
pub struct Sender {
    /// Their name, in front of their address.
    pub name: Option<String>,
    /// A sound address.
    pub address: String,
}

/// A file that goes with a message.
pub(super) struct Attachment<'a> {
    /// In ASCII.
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    /// Whether it is a calendar to publish; else it is a PDF.
    pub(super) is_calendar: bool,
}

impl Draft<'_> {
    /// The whole message.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let name = self.name();
        let said = MultiPart::alternative()
            .boundary(boundary(&name, "dit"))
            .singlepart(SinglePart::plain(self.text.to_owned()))
            .singlepart(SinglePart::html(self.html.to_owned()));
        let mut whole = match self.attachments {
            [] => said,
            attachments => {
                let mixed = MultiPart::mixed().boundary(boundary(&name, "tout"));
                let attached = attachments.iter().map(attached);
                attached.fold(mixed.multipart(said), MultiPart::singlepart)
            }
        };
        let headers = whole.headers_mut();
        let mut say = |key, value| headers.insert_raw(HeaderValue::new(key, value));
        const fn key(name: &'static str) -> HeaderName {
            HeaderName::new_from_ascii_str(name)
        }
        say(key("MIME-Version"), "1.0".to_owned());
        say(key("Subject"), one_line(self.subject));
        if self.sent.is_none() {
            // Outlook opens what bears this as a draft.
            say(key("X-Unsent"), "1".to_owned());
        }
        say(key("Message-ID"), format!("<{name}@{}>", self.host));
        let day = match self.sent {
            Some((_, now)) => now.strftime("%a, %d %b %Y %H:%M:%S %z"),
            None => self.day.strftime("%a, %d %b %Y 12:00:00 +0000"),
        };
        say(key("Date"), day.to_string());
        for (key, addresses) in [(key("To"), self.to), (key("Bcc"), self.hidden)] {
            if !addresses.is_empty() {
                say(key, addresses.join(", "));
            }
        }
        if let Some((sender, _)) = self.sent
            && let Ok(address) = sender.address.parse()
        {
            let name = sender.name.as_deref().map(one_line);
            let mailbox = Mailbox::new(name, address);
            headers.set(From::from(message::Mailboxes::from(mailbox)));
        }
        whole.formatted()
    }

    /// What tells the message from any other: whoever is sent a corrected one must not miss it as a copy of the first.
    fn name(&self) -> String {
        let parts = [self.identity, self.subject, self.text, self.html];
        let addresses = self.to.iter().chain(self.hidden);
        let parts = parts.into_iter().chain(addresses.copied());
        let attached = self.attachments.iter().map(|one| one.bytes);
        Hash::of_parts(parts.map(str::as_bytes).chain(attached)).hexadecimal()
    }
}

/// What parts the pieces of a message. No encoded content holds `=_`.
fn boundary(name: &str, what: &str) -> String {
    format!("=_{what}_{name}")
}

fn attached(file: &Attachment<'_>) -> SinglePart {
    let kind = match file.is_calendar {
        true => "text/calendar; method=PUBLISH; charset=utf-8",
        false => "application/pdf",
    };
    let kind = ContentType::parse(kind).unwrap_or(ContentType::TEXT_PLAIN);
    let attachment = message::Attachment::new(file.name.to_owned());
    attachment.body(file.bytes.to_vec(), kind)
}

/// What would end a header, or hides, is a space. A word that looks like an encoded one would be read as what it is not: with a
/// no-break space it is no word of its own, and is encoded as a whole.
fn one_line(text: &str) -> String {
    let is_space =
        |letter: char| letter == ' ' || letter.is_control() || "\u{2028}\u{2029}".contains(letter);
    let mut line = String::with_capacity(text.len());
    let mut looked_encoded = false;
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        let looks_encoded = word.contains("=?");
        if !line.is_empty() {
            line.push(if looks_encoded || looked_encoded {
                '\u{a0}'
            } else {
                ' '
            });
        }
        line.push_str(word);
        looked_encoded = looks_encoded;
    }
    line
}
