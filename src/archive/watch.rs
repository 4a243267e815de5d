//! Watches the templates: Tera has no fuel, so one that would never end ends the build.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A template at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// Its name.
    pub template: String,
    /// What it is at work on, as that is named to the user: a record, or a page of the site.
    pub made: String,
}

/// The renderings that are under way.
#[derive(Debug, Default)]
pub(super) struct Watch {
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Debug, Default)]
struct State {
    next: u64,
    /// By number, and so by age.
    under_way: BTreeMap<u64, (Instant, Rendering)>,
    has_ended: bool,
}

impl Watch {
    /// Notes a rendering until what is returned is dropped.
    pub(super) fn rendering(&self, template: &str, made: &str) -> Watched<'_> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.next += 1;
        let number = state.next;
        let rendering = Rendering {
            template: template.to_owned(),
            made: made.to_owned(),
        };
        state.under_way.insert(number, (Instant::now(), rendering));
        Watched {
            watch: self,
            number,
        }
    }

    /// Waits for the end, and tells of the first rendering that takes longer than `limit`.
    pub(super) fn until_end(&self, limit: Duration, tell: impl FnOnce(&Rendering)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while !state.has_ended {
            let oldest = state.under_way.values().next();
            let age = oldest.map_or(Duration::ZERO, |(since, _)| since.elapsed());
            if let Some((_, rendering)) = oldest
                && age >= limit
            {
                return tell(rendering);
            }
            let waited = self.ended.wait_timeout(state, limit - age);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Nothing more will be rendered once what is returned is dropped, even by a panic.
    pub(super) fn until_dropped(&self) -> Ending<'_> {
        let state = self.state.lock();
        state.unwrap_or_else(PoisonError::into_inner).has_ended = false;
        Ending(self)
    }
}

/// Ends a watch.
pub(super) struct Ending<'a>(&'a Watch);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        let state = self.0.state.lock();
        state.unwrap_or_else(PoisonError::into_inner).has_ended = true;
        self.0.ended.notify_all();
    }
}

/// A rendering under way.
pub(super) struct Watched<'a> {
    watch: &'a Watch,
    number: u64,
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        let mut state = self
            .watch
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        state.under_way.remove(&self.number);
    }
}

/// Does a work that renders templates, of which `rendering` is told if it takes longer than `limit`. It cannot be stopped: who is told ends
/// the program.
pub fn watched<T>(
    rendering: &Rendering,
    limit: Duration,
    tell: impl FnOnce(&Rendering) + Send,
    work: impl FnOnce() -> T,
) -> T {
    let watch = Watch::default();
    thread::scope(|scope| {
        let _ending = watch.until_dropped();
        let _watched = watch.rendering(&rendering.template, &rendering.made);
        scope.spawn(|| watch.until_end(limit, tell));
        work()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_work_without_end_is_told() {
        let rendering = Rendering {
            template: "message.html".to_owned(),
            made: "meetings/2026/2026-03-17.toml".to_owned(),
        };
        let (sender, told) = channel();
        let tell = |rendering: &Rendering| drop(sender.send(rendering.clone()));
        let limit = Duration::from_millis(10);
        // It goes on until it is told of.
        let heard = watched(&rendering, limit, tell, || told.recv());
        assert_eq!(heard.ok(), Some(rendering.clone()));
        let silent = |_: &Rendering| unreachable!("it has ended");
        assert_eq!(
            watched(&rendering, Duration::from_secs(600), silent, || 7),
            7
        );
    }
}
