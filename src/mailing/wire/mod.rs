//! What is said to a server and heard from it (RFC 5321, 1870, 3207, 4954). The grammar of its answers is lettre's; the conversation is ours,
//! since no library stops between the last byte of a message and the line that makes the server take it, where the journal speaks.

mod stream;

use std::net::IpAddr;
use std::time::Duration;

pub use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::commands::Auth;
use lettre::transport::smtp::extension::{ClientId, Extension, ServerInfo};
use lettre::transport::smtp::response::Response;

use super::fault::Fault;
use super::verdict::{Answer, Step};
use crate::contacts::{Outbox, Security};
use stream::Stream;

/// A server may look through a message for a while before it takes it: five times as long as it may think otherwise.
const LAST_THOUGHT: u32 = 5;
/// At most three questions before a server knows who sends.
const MOST_QUESTIONS: usize = 3;

/// A server that listens, and knows who sends.
pub(super) struct Conversation {
    stream: Stream,
    info: ServerInfo,
    /// How heavy a message may be, where the server tells.
    heaviest: Option<usize>,
    /// Whether it wants to hear how heavy a message is.
    asks_weight: bool,
    /// How long it may think.
    limit: Duration,
    /// Whether a delivery was broken off, and the server waits for the rest of it.
    is_midway: bool,
}

/// What a delivery came to.
pub(super) enum Delivered {
    /// The server answered at that step, for good or ill.
    Answered(Step, Answer),
    /// The line broke. In doubt, the server may have taken the message or not.
    Broken { fault: Fault, in_doubt: bool },
}

impl From<Fault> for Delivered {
    fn from(fault: Fault) -> Self {
        Self::Broken {
            fault,
            in_doubt: false,
        }
    }
}

impl Conversation {
    /// Calls the server, makes the line safe, and tells who sends.
    pub(super) fn open(
        outbox: &Outbox,
        credentials: Option<&Credentials>,
        limit: Duration,
    ) -> Result<Self, Fault> {
        let stream = Stream::connect(&outbox.server, outbox.port, limit)?;
        let mut conversation = Self {
            stream,
            info: ServerInfo::default(),
            heaviest: None,
            asks_weight: false,
            limit,
            is_midway: false,
        };
        if outbox.security == Security::Tls {
            conversation.stream.protect(&outbox.server)?;
        }
        conversation.greet()?;
        if outbox.security == Security::StartTls {
            conversation.start_tls(&outbox.server)?;
        }
        if let Some(credentials) = credentials {
            conversation.log_in(credentials)?;
        }
        Ok(conversation)
    }

    fn greet(&mut self) -> Result<(), Fault> {
        let greeting = match self.hear(self.limit) {
            Err(Fault::Stalled) => return Err(Fault::Mute),
            heard => answer(&heard?),
        };
        match greeting.code {
            220 => self.introduce(),
            400..500 => Err(Fault::Busy(greeting.text)),
            _ => Err(Fault::Refusing(greeting.text)),
        }
    }

    fn introduce(&mut self) -> Result<(), Fault> {
        let name = match self.stream.local_address() {
            Some(IpAddr::V4(address)) => ClientId::Ipv4(address),
            Some(IpAddr::V6(address)) => ClientId::Ipv6(address),
            None => ClientId::default(),
        };
        let heard = self.ask(&format!("EHLO {name}\r\n"))?;
        let said = answer(&heard);
        match said.code {
            250 => {}
            400..500 => return Err(Fault::Busy(said.text)),
            _ => return Err(Fault::Refusing(said.text)),
        }
        let said: Option<Option<usize>> = heard.message().find_map(weight_told);
        self.asks_weight = said.is_some();
        self.heaviest = said.flatten();
        self.info = ServerInfo::from_response(&heard).map_err(|_| Fault::Gibberish)?;
        Ok(())
    }

    /// How heavy a message may be, where the server tells.
    pub(super) fn heaviest(&self) -> Option<usize> {
        self.heaviest
    }

    fn start_tls(&mut self, server: &str) -> Result<(), Fault> {
        if !self.info.supports_feature(Extension::StartTls) {
            return Err(Fault::NoStartTls);
        }
        if !self.ask("STARTTLS\r\n")?.is_positive() {
            return Err(Fault::NoStartTls);
        }
        self.stream.protect(server)?;
        self.introduce()
    }

    fn log_in(&mut self, credentials: &Credentials) -> Result<(), Fault> {
        let known = [Mechanism::Plain, Mechanism::Login];
        let mechanism = self.info.get_auth_mechanism(&known);
        let mechanism = mechanism.ok_or(Fault::NoLogin)?;
        let mut said = Auth::new(mechanism, credentials.clone(), None);
        for _ in 0..MOST_QUESTIONS {
            let heard = self.ask(&said.map_err(|_| Fault::NoLogin)?.to_string())?;
            let answer = answer(&heard);
            match answer.code {
                235 => return Ok(()),
                334 => {}
                400..500 => return Err(Fault::Busy(answer.text)),
                _ => return Err(Fault::Login(answer.text)),
            }
            said = Auth::new_from_response(mechanism, credentials.clone(), &heard);
        }
        Err(Fault::NoLogin)
    }

    /// Hands a message over. `leaving` is called when the server has all of it and would not take it yet.
    pub(super) fn deliver(
        &mut self,
        sender: &str,
        address: &str,
        message: &[u8],
        leaving: &mut dyn FnMut() -> Result<(), Fault>,
    ) -> Delivered {
        match self.hand_over(sender, address, message) {
            Ok(None) => {}
            Ok(Some((step, answer))) => return Delivered::Answered(step, answer),
            Err(fault) => return fault.into(),
        }
        if let Err(fault) = leaving() {
            return fault.into();
        }
        let told = self.stream.say(b".\r\n");
        match told.and_then(|()| self.hear(self.limit * LAST_THOUGHT)) {
            Ok(heard) => {
                self.is_midway = false;
                Delivered::Answered(Step::Message, answer(&heard))
            }
            Err(fault) => Delivered::Broken {
                fault,
                in_doubt: true,
            },
        }
    }

    /// All but the last line. The answer that ends it before, if there is one.
    fn hand_over(
        &mut self,
        sender: &str,
        address: &str,
        message: &[u8],
    ) -> Result<Option<(Step, Answer)>, Fault> {
        if self.is_midway {
            self.ask("RSET\r\n")?;
        }
        self.is_midway = true;
        let weight = match self.asks_weight {
            true => format!(" SIZE={}", message.len()),
            false => String::new(),
        };
        for (step, command) in [
            (Step::Sender, format!("MAIL FROM:<{sender}>{weight}\r\n")),
            (Step::Recipient, format!("RCPT TO:<{address}>\r\n")),
        ] {
            let heard = self.ask(&command)?;
            if !heard.is_positive() {
                return Ok(Some((step, answer(&heard))));
            }
        }
        let heard = answer(&self.ask("DATA\r\n")?);
        match heard.code {
            354 => {}
            400.. => return Ok(Some((Step::Message, heard))),
            _ => return Err(Fault::Gibberish),
        }
        self.stream.say(&with_dots(message))?;
        Ok(None)
    }

    /// Takes leave; whether the server hears it matters to nobody.
    pub(super) fn close(mut self) {
        let _ = self.ask("QUIT\r\n");
    }

    fn ask(&mut self, command: &str) -> Result<Response, Fault> {
        self.stream.say(command.as_bytes())?;
        self.hear(self.limit)
    }

    fn hear(&mut self, limit: Duration) -> Result<Response, Fault> {
        self.stream
            .hear(limit)?
            .parse()
            .map_err(|_| Fault::Gibberish)
    }
}

/// What a line of the server’s greeting tells of the weight of messages (RFC 1870, section 4): nothing; that it asks for it; the heaviest that
/// it takes.
fn weight_told(line: &str) -> Option<Option<usize>> {
    let mut words = line.split_whitespace();
    words
        .next()
        .filter(|word| word.eq_ignore_ascii_case("SIZE"))?;
    let heaviest = words.next().and_then(|number| number.parse().ok());
    Some(heaviest.filter(|heaviest| *heaviest > 0))
}

/// What the server said, on one line: what it says is shown to the user.
fn answer(heard: &Response) -> Answer {
    let code = heard.code().to_string();
    let said: Vec<&str> = heard.message().collect();
    let said = said.join(" ");
    let shown = said.chars().filter(|letter| !letter.is_control());
    let shown: String = shown.take(LONGEST_SHOWN).collect();
    Answer {
        text: format!("{code} {}", shown.trim()).trim_end().to_owned(),
        code: code.parse().unwrap_or_default(),
    }
}

/// A server that says more than 300 letters is cut short.
const LONGEST_SHOWN: usize = 300;

/// A message as it is handed over: a line that begins with a point begins with two (RFC 5321, section 4.5.2), and the last one ends.
fn with_dots(message: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(message.len() + 64);
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            bytes.push(b'.');
        }
        bytes.extend_from_slice(line);
    }
    if !bytes.ends_with(b"\r\n") {
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{weight_told, with_dots};

    #[test]
    fn a_server_tells_how_heavy_a_message_may_be() {
        for (line, told) in [
            ("SIZE 10485760", Some(Some(10_485_760))),
            ("size 1000", Some(Some(1000))),
            ("SIZE", Some(None)),
            // No limit.
            ("SIZE 0", Some(None)),
            ("SIZE many", Some(None)),
            ("8BITMIME", None),
            ("SIZES 10", None),
            ("", None),
        ] {
            assert_eq!(weight_told(line), told, "{line}");
        }
    }

    #[test]
    fn no_line_of_a_message_ends_it() {
        for (message, handed) in [
            ("a\r\n.\r\nb", "a\r\n..\r\nb\r\n"),
            (".a\r\n..b\r\n", "..a\r\n...b\r\n"),
            ("a.\r\n", "a.\r\n"),
            ("", "\r\n"),
        ] {
            assert_eq!(with_dots(message.as_bytes()), handed.as_bytes());
        }
    }
}
