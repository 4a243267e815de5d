//! What a page that is open hears: that it should be loaded anew, and the faults as they stand.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{Request, State as Held};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;

use super::{Context, target};
use crate::serve::events::State;

/// The events for the page that the request names (`page`), of which the browser has a version (`vu`).
pub(super) async fn events(
    Held(context): Held<Arc<Context>>,
    request: Request,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let query = request.uri().query().unwrap_or_default();
    let page = parameter(query, "page").unwrap_or_default();
    let listener = Listener {
        // What names no file is as absent as a file that is not there.
        file: target::named(&context.output, &page).unwrap_or_else(|| context.output.clone()),
        seen: parameter(query, "vu").unwrap_or_default(),
        told: None,
        state: context.state.clone(),
    };
    let events = stream::unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok(event), listener))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// A page that is open.
struct Listener {
    file: PathBuf,
    /// The version that the browser shows, or was told of.
    seen: String,
    /// The faults that it was told.
    told: Option<String>,
    state: watch::Receiver<State>,
}

impl Listener {
    async fn next(&mut self) -> Option<Event> {
        loop {
            let (version, faults) = {
                let state = self.state.borrow_and_update();
                (state.version_of(&self.file), state.faults.clone())
            };
            if version != self.seen {
                self.seen = version;
                return Some(Event::default().event("recharger").data(&self.seen));
            }
            if self.told.as_ref() != Some(&faults) {
                self.told = Some(faults.clone());
                // An event without data is none to a browser.
                return Some(match faults.is_empty() {
                    true => Event::default().event("sain").data("-"),
                    false => Event::default().event("fautes").data(faults),
                });
            }
            // Ends with the builds.
            self.state.changed().await.ok()?;
        }
    }
}

/// A value of a query, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.into_iter().find(|(key, _)| *key == name)?;
    let value = percent_decode_str(value).decode_utf8().ok()?;
    Some(value.into_owned())
}
