//! The `greffier` program: all is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    greffier::cli::run(std::env::args_os())
}
