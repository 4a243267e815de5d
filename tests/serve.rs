//! `greffier serve`, through its front door: the program on a free port, spoken to over HTTP, while files are saved.
//!
//! Nothing is measured: each test waits, as long as it takes, for what must come.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop there; tests make files of their own"
)]

mod common;

#[path = "serve/faults.rs"]
mod faults;
#[path = "serve/held.rs"]
mod held;
#[path = "serve/pages.rs"]
mod pages;
#[path = "serve/refused.rs"]
mod refused;
#[path = "serve/saves.rs"]
mod saves;
#[path = "serve/served.rs"]
mod served;
#[path = "serve/terminal.rs"]
mod terminal;
