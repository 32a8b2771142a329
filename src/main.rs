//! The program: its exit code is 0 when nothing is wrong, 1 when the content has errors, 2 when it could not run.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(teachback::cli::run(std::env::args_os()))
}
