//! The commands, as a user meets them: status, stdout, stderr and files, each compared whole.
//!
//! `SNAPSHOTS=overwrite cargo test --test commands` accepts what the program says; read the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "commands/broken.rs"]
mod broken;
#[path = "commands/build.rs"]
mod build;
#[path = "commands/carried_over.rs"]
mod carried_over;
#[path = "commands/check.rs"]
mod check;
#[path = "commands/dry_runs.rs"]
mod dry_runs;
#[path = "commands/files.rs"]
mod files;
#[path = "commands/formats.rs"]
mod formats;
#[path = "commands/guide.rs"]
mod guide;
#[path = "commands/help.rs"]
mod help;
#[path = "commands/init.rs"]
mod init;
#[path = "commands/json_keys.rs"]
mod json_keys;
#[path = "commands/labels.rs"]
mod labels;
#[path = "commands/logo.rs"]
mod logo;
#[path = "commands/misuse.rs"]
mod misuse;
#[path = "commands/new.rs"]
mod new;
#[path = "commands/new_asked.rs"]
mod new_asked;
#[path = "commands/new_before.rs"]
mod new_before;
#[path = "commands/pdf.rs"]
mod pdf;
#[path = "commands/places.rs"]
mod places;
#[path = "commands/series.rs"]
mod series;
#[path = "commands/streams.rs"]
mod streams;
#[path = "commands/templates.rs"]
mod templates;
#[cfg(unix)]
#[path = "commands/terminal.rs"]
mod terminal;
