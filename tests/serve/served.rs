//! The program while it serves, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::Project;

/// Longer than anything takes on the slowest machine.
const LONG: Duration = Duration::from_secs(90);

/// A project that is served until this is dropped.
pub(crate) struct Served {
    pub(crate) project: Project,
    pub(crate) address: SocketAddr,
    pub(crate) program: Child,
    /// Kept open: a program whose reader is gone is another test.
    _stdout: BufReader<ChildStdout>,
    said: Arc<Mutex<String>>,
}

impl Served {
    pub(crate) fn start(project: Project) -> Self {
        Self::start_with(project, ["serve", "--port", "0"])
    }

    pub(crate) fn start_with<const N: usize>(project: Project, arguments: [&str; N]) -> Self {
        let command = project.greffier(arguments).command();
        Self::spawn(project, command)
    }

    /// Serves by a command that is the program in the end.
    pub(crate) fn spawn(project: Project, mut command: Command) -> Self {
        let mut program = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(program.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line
            .trim_end()
            .strip_prefix("http://")
            .and_then(|rest| rest.strip_suffix('/'))
            .unwrap_or_else(|| panic!("no address: {line}"));
        let address = address.parse().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (kept, stderr) = (Arc::clone(&said), program.stderr.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                kept.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        Self {
            project,
            address,
            program,
            _stdout: stdout,
            said,
        }
    }

    /// Serves, and has built what there is.
    pub(crate) fn built(project: Project) -> Self {
        let served = Self::start(project);
        served.wait_until_said("dans output");
        served
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.address.to_string())
    }

    /// A request as it stands, its path not made any better.
    pub(crate) fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }

    /// The same with other headers.
    pub(crate) fn ask_with(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let headers: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }

    /// The version of a page that its script knows.
    pub(crate) fn version_of(&self, path: &str) -> String {
        let page = self.get(path).text();
        let (_, rest) = page.split_once("data-vu=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    }

    /// What a page that is open hears.
    pub(crate) fn listen(&self, page: &str) -> Events {
        let version = self.version_of(page);
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "GET /.greffier-serve/evenements?page={}&vu={version} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            page.trim_end_matches("?apercu")
        )
        .unwrap();
        let (sender, events) = channel();
        thread::spawn(move || {
            let (mut name, mut data) = (String::new(), Vec::new());
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if let Some(event) = line.strip_prefix("event: ") {
                    name = event.to_owned();
                } else if let Some(text) = line.strip_prefix("data: ") {
                    data.push(text.to_owned());
                } else if line.is_empty() && !name.is_empty() {
                    let event = (std::mem::take(&mut name), data.join("\n"));
                    data.clear();
                    if sender.send(event).is_err() {
                        return;
                    }
                }
            }
        });
        Events(events)
    }

    /// All that the program said to the user so far, with ordinary spaces.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().replace('\u{a0}', " ")
    }

    pub(crate) fn wait_until_said(&self, text: &str) {
        wait(&format!("the program says « {text} »"), || {
            self.said().contains(text)
        });
    }

    pub(crate) fn wait_until_page(&self, path: &str, what: impl Fn(&Answer) -> bool) -> Answer {
        let since = Instant::now();
        let mut last = self.get(path);
        while !what(&last) {
            let waited = since.elapsed();
            assert!(waited < LONG, "in vain: {path}; it said:\n{}", self.said());
            thread::sleep(Duration::from_millis(50));
            last = self.get(path);
        }
        last
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The first event at that address, as it is sent.
pub(crate) fn first_event_of(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    let event = lines.skip_while(|line| !line.starts_with("event: "));
    let event: Vec<String> = event.take_while(|line| !line.is_empty()).collect();
    event.join("\n")
}

/// Waits until something is so.
pub(crate) fn wait(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < LONG, "in vain: {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// The events of a page, as they come.
pub(crate) struct Events(Receiver<(String, String)>);

impl Events {
    /// The data of the next event of that name; those between are passed over.
    pub(crate) fn next(&self, name: &str) -> String {
        loop {
            let (own, data) = self.0.recv_timeout(LONG).expect(name);
            if own == name {
                return data;
            }
        }
    }

    /// The next event.
    pub(crate) fn any(&self) -> (String, String) {
        self.0.recv_timeout(LONG).expect("an event")
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self {
            status,
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut own = headers.filter(|(own, _)| own.eq_ignore_ascii_case(name));
        own.next().map(|(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}
