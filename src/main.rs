//! The `greffier` program: all is in the library.

use std::process::ExitCode;

/// Minutes are made of many short texts, pages of many small objects: a sixth of the time went into finding room for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    greffier::cli::run(std::env::args_os())
}
