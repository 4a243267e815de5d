//! What is seen of a build or a check while it runs: on a terminal, a progress bar; and its end, where a template never ends.

use std::fmt::Write;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::messages::{is_lively, say};
use crate::archive::{Follower, Rendering};

/// At least 50 records for a bar: with fewer it is over before it could be read.
const SHORT: usize = 50;

/// A progress bar, shown where it helps.
pub(super) struct Progress {
    bar: ProgressBar,
    is_wanted: bool,
}

impl Progress {
    pub(super) fn new(is_wanted: bool) -> Self {
        Self {
            bar: ProgressBar::hidden(),
            is_wanted: is_wanted && is_lively(),
        }
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Counts so many of something.
    pub(super) fn counts(&self, count: usize, what: &str) {
        if !self.is_wanted {
            return;
        }
        let template = format!("{{bar:30}} {{pos}} / {{len}} {what}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            self.bar.set_style(style.progress_chars("█▉ "));
        }
        self.bar.set_length(count as u64);
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
    }

    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// Says something while the bar steps aside.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }
}

impl Follower for Progress {
    fn planned(&self, records: usize) {
        if !self.is_wanted || records < SHORT {
            return;
        }
        let template = "{bar:30} {pos} / {len} comptes rendus, {par_seconde}, reste {reste}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            let style = style
                .with_key("par_seconde", per_second)
                .with_key("reste", remaining);
            self.bar.set_style(style.progress_chars("█▉ "));
        }
        // After corrections, the records are checked a second time.
        self.bar.reset();
        self.bar.set_length(records as u64);
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
        self.bar.enable_steady_tick(Duration::from_millis(250));
    }

    fn done(&self) {
        self.bar.inc(1);
    }

    #[allow(clippy::exit, reason = "Tera cannot be stopped in any other way")]
    fn stuck(&self, rendering: &Rendering) {
        self.clear();
        say(&format!(
            "erreur : le modèle templates/{}, appliqué à {}, ne finit pas : la construction s’arrête là",
            rendering.template, rendering.made
        ));
        say(
            "Ce qui était fini reste. Cherchez dans ce modèle une boucle trop longue, puis relancez.",
        );
        std::process::exit(2);
    }
}

fn per_second(state: &ProgressState, out: &mut dyn Write) {
    let _ = write!(out, "{:.0} par seconde", state.per_sec());
}

/// In words short enough to stay on the line.
fn remaining(state: &ProgressState, out: &mut dyn Write) {
    let seconds = state.eta().as_secs();
    let _ = match seconds {
        0..60 => write!(out, "{seconds} s"),
        60..3600 => write!(out, "{} min {:02} s", seconds / 60, seconds % 60),
        _ => write!(out, "{} h {:02} min", seconds / 3600, seconds / 60 % 60),
    };
}
