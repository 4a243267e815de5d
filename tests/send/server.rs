//! A mail server within the test, which does as it is told: enough of SMTP for one client at a time, and no code of the program's.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What the server does when it hears a line.
#[derive(Clone, Debug)]
pub(crate) enum Does {
    /// What servers do.
    AsUsual,
    /// It says that.
    Says(&'static str),
    /// It says nothing any more.
    Stalls,
    /// It hangs up.
    HangsUp,
}

/// What it does at that line, of which it heard so many before; `> awa@example.org` stands for the beginning of a message,
/// `. awa@example.org` for its end, `connect` for a call.
type Manners = dyn Fn(&str, usize) -> Does + Send + Sync;

/// A server, as long as the test goes on.
pub(crate) struct Server {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<(String, String)>>>,
    heard: Arc<Mutex<Vec<String>>>,
}

/// How a server protects what it hears.
#[derive(Clone, Default)]
pub(crate) struct Protection {
    pub(crate) settings: Option<Arc<ServerConfig>>,
    pub(crate) from_the_beginning: bool,
}

impl Server {
    pub(crate) fn plain(manners: impl Fn(&str, usize) -> Does + Send + Sync + 'static) -> Self {
        Self::protected(Protection::default(), manners)
    }

    pub(crate) fn protected(
        protection: Protection,
        manners: impl Fn(&str, usize) -> Does + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            taken: Arc::default(),
            heard: Arc::default(),
        };
        let session = Session {
            protection,
            manners: Arc::new(manners),
            taken: server.taken.clone(),
            heard: server.heard.clone(),
        };
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let session = session.clone();
                std::thread::spawn(move || session.begin(socket.unwrap()));
            }
        });
        server
    }

    /// Each message that it took: to whom, and its text.
    pub(crate) fn taken(&self) -> Vec<(String, String)> {
        self.taken.lock().unwrap().clone()
    }

    /// Whom it took a message for, in order.
    pub(crate) fn addresses(&self) -> Vec<String> {
        let taken = self.taken();
        taken.into_iter().map(|(address, _)| address).collect()
    }

    /// The lines that it heard, messages left out.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

#[derive(Clone)]
struct Session {
    protection: Protection,
    manners: Arc<Manners>,
    taken: Arc<Mutex<Vec<(String, String)>>>,
    heard: Arc<Mutex<Vec<String>>>,
}

/// Either kind of line.
trait Line: Read + Write + Send {}
impl<T: Read + Write + Send> Line for T {}

impl Session {
    fn begin(&self, socket: TcpStream) {
        let copy = socket.try_clone().unwrap();
        let settings = self.protection.settings.clone();
        let settings_at_once = settings
            .clone()
            .filter(|_| self.protection.from_the_beginning);
        let is_safe = settings_at_once.is_some();
        let line: Box<dyn Line> = match settings_at_once {
            Some(settings) => Box::new(safe(settings, copy)),
            None => Box::new(copy),
        };
        let mut line = BufReader::new(line);
        if !self.answers(&mut line, "connect", "220 serveur.example.org ESMTP") {
            return;
        }
        let wants_safety = self.talk(&mut line, !is_safe);
        if let (true, Some(settings)) = (wants_safety, settings) {
            let safe: Box<dyn Line> = Box::new(safe(settings, socket));
            self.talk(&mut BufReader::new(safe), false);
        }
    }

    /// Answers until the client takes leave; true where it wants a safe line first.
    fn talk(&self, line: &mut BufReader<Box<dyn Line>>, may_start_tls: bool) -> bool {
        let mut to = String::new();
        loop {
            let mut heard = String::new();
            if line.read_line(&mut heard).unwrap_or(0) == 0 {
                return false;
            }
            let heard = heard.trim_end().to_owned();
            let word = heard
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_uppercase();
            let usual = match word.as_str() {
                "EHLO" if may_start_tls && self.protection.settings.is_some() => {
                    "250-serveur.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN"
                }
                "EHLO" => "250-serveur.example.org\r\n250 AUTH PLAIN LOGIN",
                "AUTH" => "235 bienvenue",
                "DATA" => "354 j’écoute",
                "QUIT" => "221 au revoir",
                _ => "250",
            };
            if word == "RCPT" {
                to = heard["RCPT TO:<".len()..heard.len() - 1].to_owned();
            }
            if !self.answers(line, &heard, usual) {
                return false;
            }
            match word.as_str() {
                "STARTTLS" => return true,
                "QUIT" => return false,
                "DATA" => {
                    let beginning = format!("> {to}");
                    if let Does::HangsUp = (self.manners)(&beginning, self.note(&beginning)) {
                        let _ = line.read_line(&mut String::new());
                        return false;
                    }
                    let Some(message) = message(line) else {
                        return false;
                    };
                    if !self.takes(line, &to, message) {
                        return false;
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes what it heard and answers; false where the talk is over.
    fn answers(&self, line: &mut BufReader<Box<dyn Line>>, heard: &str, usual: &str) -> bool {
        let before = self.note(heard);
        match (self.manners)(heard, before) {
            Does::AsUsual => say(line, usual),
            Does::Says(answer) => say(line, answer),
            Does::Stalls => {
                std::thread::sleep(Duration::from_secs(600));
                false
            }
            Does::HangsUp => false,
        }
    }

    /// How often it heard that before.
    fn note(&self, heard: &str) -> usize {
        let mut all = self.heard.lock().unwrap();
        let before = all.iter().filter(|one| *one == heard).count();
        all.push(heard.to_owned());
        before
    }

    fn takes(&self, line: &mut BufReader<Box<dyn Line>>, to: &str, message: String) -> bool {
        let end = format!(". {to}");
        let before = self.note(&end);
        let does = (self.manners)(&end, before);
        if let Does::AsUsual | Does::HangsUp = does {
            self.taken.lock().unwrap().push((to.to_owned(), message));
        }
        match does {
            Does::AsUsual => say(line, "250 pris"),
            Does::Says(answer) => say(line, answer),
            Does::Stalls | Does::HangsUp => false,
        }
    }
}

/// A message up to its last line, without the points that were added; none where the client hangs up.
fn message(line: &mut BufReader<Box<dyn Line>>) -> Option<String> {
    let mut message = String::new();
    loop {
        let mut heard = String::new();
        match line.read_line(&mut heard) {
            Ok(count) if count > 0 => {}
            _ => return None,
        }
        if heard == ".\r\n" {
            return Some(message);
        }
        message += heard.strip_prefix('.').unwrap_or(&heard);
    }
}

fn say(line: &mut BufReader<Box<dyn Line>>, text: &str) -> bool {
    let line = line.get_mut();
    let said = line.write_all(format!("{text}\r\n").as_bytes());
    said.and_then(|()| line.flush()).is_ok()
}

fn safe(
    settings: Arc<ServerConfig>,
    socket: TcpStream,
) -> StreamOwned<ServerConnection, TcpStream> {
    StreamOwned::new(ServerConnection::new(settings).unwrap(), socket)
}
