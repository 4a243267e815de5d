//! The server: files of the output folder, with a script in each page that loads it anew when it changed.
//!
//! It answers GET and HEAD, from this computer unless asked otherwise, and only to who calls it by its own address, so that
//! no other site can read it through the user's browser by giving its own name that address (DNS rebinding).

mod answer;
mod connections;
mod csp;
mod file;
mod guard;
mod inject;
mod markup;
mod media;
mod pages;
mod range;
mod stream;
mod target;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tokio::runtime;
use tokio::sync::watch;

use super::events::{Board, State};

/// Where the addresses of the server's own files begin: hidden, so that no output can have them.
const SCRIPT: &str = "/.greffier-serve/reload.js";
const EVENTS: &str = "/.greffier-serve/evenements";

/// At most 16 files are read at once.
const READERS: usize = 16;

/// What answers a request.
#[derive(Clone)]
struct Context {
    output: PathBuf,
    address: SocketAddr,
    state: watch::Receiver<State>,
}

/// A server that has its port, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes a port.
    ///
    /// # Errors
    /// The port is taken, or the address is none of this computer.
    pub fn bind(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Where it listens, with the port that it got.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the user ends the program.
    pub(super) fn run(self, output: PathBuf, board: &Board) -> io::Result<()> {
        let context = Arc::new(Context {
            output,
            address: self.address,
            state: board.follow(),
        });
        let site = Router::new()
            .route(SCRIPT, get(script))
            .route(EVENTS, get(stream::events))
            .fallback(answer::answer)
            .layer(from_fn_with_state(Arc::clone(&context), guard::guard))
            .with_state(context);
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(READERS)
            .build()?;
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            // The streams of events never end: nobody waits for them.
            tokio::select! {
                () = connections::serve(listener, site) => Ok(()),
                end = tokio::signal::ctrl_c() => end,
            }
        });
        runtime.shutdown_background();
        served
    }
}

async fn script() -> ([(header::HeaderName, &'static str); 1], &'static str) {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([kind], include_str!("../reload.js"))
}
