//! Ctrl-C, and what service managers send in its place.

use super::bell::Rope;
use std::io;

/// Rings the bell to stop when the program is asked to end. A build that is going on is finished first.
///
/// # Errors
/// When the system does not let the program listen.
pub fn on_interrupt(rope: Rope) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    std::thread::Builder::new()
        .name("interrupt".to_owned())
        .spawn(move || {
            if runtime.block_on(interrupted()).is_ok() {
                rope.stop();
            }
        })?;
    Ok(())
}

#[cfg(unix)]
async fn interrupted() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn interrupted() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
