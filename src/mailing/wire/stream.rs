//! A line to a server, safe or not, on which nobody waits for ever.

use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};
use rustls_platform_verifier::BuilderVerifierExt;

use super::super::fault::Fault;

/// No answer of a server is longer.
const LONGEST_ANSWER: usize = 100_000;

/// A line to a server.
pub(super) struct Stream {
    way: Way,
    /// How long a write may stand still.
    limit: Duration,
    /// What came and was not asked for yet.
    unread: Vec<u8>,
}

enum Way {
    Plain(TcpStream),
    Safe(Box<StreamOwned<ClientConnection, TcpStream>>),
    /// Between the two, and after a fault there.
    Closed,
}

impl Stream {
    pub(super) fn connect(server: &str, port: u16, limit: Duration) -> Result<Self, Fault> {
        let addresses = (server, port).to_socket_addrs();
        let addresses = addresses.map_err(|_| Fault::NoSuchServer)?;
        let mut fault = Fault::NoSuchServer;
        for address in addresses {
            match TcpStream::connect_timeout(&address, limit) {
                Ok(socket) => {
                    let _ = socket.set_nodelay(true);
                    return Ok(Self {
                        way: Way::Plain(socket),
                        limit,
                        unread: Vec::new(),
                    });
                }
                Err(error) => fault = Fault::Unreachable(error),
            }
        }
        Err(fault)
    }

    /// This machine, as the server sees it.
    pub(super) fn local_address(&self) -> Option<IpAddr> {
        Some(self.socket()?.local_addr().ok()?.ip())
    }

    /// Makes the line safe. The certificate is judged as the system would: a server without a sound one is told nothing more.
    pub(super) fn protect(&mut self, server: &str) -> Result<(), Fault> {
        if !self.unread.is_empty() {
            return Err(Fault::Injected);
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let settings = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(BuilderVerifierExt::with_platform_verifier)
            .map_err(Fault::Tls)?;
        let settings = settings.with_no_client_auth();
        let name = ServerName::try_from(server.to_owned()).map_err(|_| Fault::NoSuchServer)?;
        let client = ClientConnection::new(Arc::new(settings), name).map_err(Fault::Tls)?;
        let Way::Plain(socket) = std::mem::replace(&mut self.way, Way::Closed) else {
            return Err(Fault::Dropped);
        };
        let mut safe = StreamOwned::new(client, socket);
        wait(&safe.sock, self.limit)?;
        while safe.conn.is_handshaking() {
            safe.conn.complete_io(&mut safe.sock).map_err(Fault::of)?;
        }
        self.way = Way::Safe(Box::new(safe));
        Ok(())
    }

    pub(super) fn say(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let limit = self.limit;
        wait(self.socket().ok_or(Fault::Dropped)?, limit)?;
        let written = match &mut self.way {
            Way::Plain(socket) => socket.write_all(bytes).and_then(|()| socket.flush()),
            Way::Safe(safe) => safe.write_all(bytes).and_then(|()| safe.flush()),
            Way::Closed => Err(io::ErrorKind::BrokenPipe.into()),
        };
        written.map_err(Fault::of)
    }

    /// An answer, of one line or several, each ended as lettre reads it.
    pub(super) fn hear(&mut self, limit: Duration) -> Result<String, Fault> {
        let until = Instant::now() + limit;
        let mut answer = String::new();
        loop {
            let line = self.line(until)?;
            let is_last = line.as_bytes().get(3) != Some(&b'-');
            answer += &line;
            // The text after the code may be missing, with its space (RFC 5321, section 4.2).
            if line.len() == 3 {
                answer.push(' ');
            }
            answer += "\r\n";
            if is_last {
                return Ok(answer);
            }
            if answer.len() > LONGEST_ANSWER {
                return Err(Fault::Gibberish);
            }
        }
    }

    fn line(&mut self, until: Instant) -> Result<String, Fault> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.unread.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line);
                return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
            }
            if self.unread.len() > LONGEST_ANSWER {
                return Err(Fault::Gibberish);
            }
            self.take_in(until)?;
        }
    }

    fn take_in(&mut self, until: Instant) -> Result<(), Fault> {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Fault::Stalled);
        }
        wait(self.socket().ok_or(Fault::Dropped)?, left)?;
        let mut piece = [0; 4096];
        let count = match &mut self.way {
            Way::Plain(socket) => socket.read(&mut piece),
            Way::Safe(safe) => safe.read(&mut piece),
            Way::Closed => Ok(0),
        };
        match count {
            Ok(0) => Err(Fault::Dropped),
            Ok(count) => {
                self.unread.extend(piece.iter().take(count));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
            Err(error) => Err(Fault::of(error)),
        }
    }

    fn socket(&self) -> Option<&TcpStream> {
        match &self.way {
            Way::Plain(socket) => Some(socket),
            Way::Safe(safe) => Some(&safe.sock),
            Way::Closed => None,
        }
    }
}

/// How long the next reads and writes may stand still.
fn wait(socket: &TcpStream, limit: Duration) -> Result<(), Fault> {
    let limit = Some(limit.max(Duration::from_millis(1)));
    let set = socket.set_read_timeout(limit);
    set.and_then(|()| socket.set_write_timeout(limit))
        .map_err(Fault::of)
}
