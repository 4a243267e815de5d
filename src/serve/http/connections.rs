//! Who is listened to: each has a time to ask, and there are never more than so many, so that nobody keeps the others out by asking
//! slowly, or nothing at all.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// Whoever has connected, or was answered, has 10 s to ask.
const TO_ASK: Duration = Duration::from_secs(10);
/// At most 400 at once: each page that is open holds one, and a system gives a program a thousand files, which a build needs too.
const MOST: usize = 400;
/// Where the system has no room for one more, the next is tried after 50 ms.
const WITHOUT_ROOM: Duration = Duration::from_millis(50);

/// Somebody who is connected.
struct Connection {
    has_asked: Arc<AtomicBool>,
    task: AbortHandle,
}

/// Those who are connected, the longest first.
#[derive(Default)]
struct Connections(VecDeque<Connection>);

/// Answers whoever connects.
pub(super) async fn serve(listener: TcpListener, site: Router) {
    let mut connections = Connections::default();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => connections.add(stream, &site),
            Err(error) if is_of_caller(&error) => {}
            Err(_) => {
                connections.end_one();
                tokio::time::sleep(WITHOUT_ROOM).await;
            }
        }
    }
}

/// Whether it is the caller who went, and not we who cannot hear.
fn is_of_caller(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused
    )
}

impl Connections {
    fn add(&mut self, stream: TcpStream, site: &Router) {
        self.0.retain(|one| !one.task.is_finished());
        if self.0.len() >= MOST {
            self.end_one();
        }
        let has_asked = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&has_asked);
        let site = TowerToHyperService::new(site.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            asked.store(true, Ordering::Relaxed);
            site.call(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(TO_ASK)
            .serve_connection(TokioIo::new(stream), service);
        // A connection that breaks is the caller's affair.
        let task = tokio::spawn(async move { drop(connection.await) });
        self.0.push_back(Connection {
            has_asked,
            task: task.abort_handle(),
        });
    }

    /// Ends the one that has been silent for the longest time, or, if all have asked, the oldest: a browser asks again.
    fn end_one(&mut self) {
        let is_silent = |one: &Connection| !one.has_asked.load(Ordering::Relaxed);
        let place = self.0.iter().position(is_silent).unwrap_or(0);
        if let Some(one) = self.0.remove(place) {
            one.task.abort();
        }
    }
}
