//! Shows on a terminal how far long work is.

use super::Shell;
use crate::pipeline::Memo;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Work that takes less than this is not worth a word.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two looks.
const PACE: Duration = Duration::from_millis(100);

/// Does some work. When it takes over a second and somebody watches, a line says what is being done; it is gone when
/// the work is done.
pub(super) fn waiting<T>(shell: &Shell, memo: &Memo, work: impl FnOnce() -> T) -> T {
    if !shell.is_watched() {
        return work();
    }
    std::thread::scope(|scope| {
        let (done, end) = channel::<()>();
        scope.spawn(move || {
            if matches!(end.recv_timeout(PATIENCE), Err(RecvTimeoutError::Timeout)) {
                let bar = bar();
                while matches!(end.recv_timeout(PACE), Err(RecvTimeoutError::Timeout)) {
                    show(&bar, memo);
                }
                bar.finish_and_clear();
            }
        });
        let value = work();
        drop(done);
        value
    })
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::default_spinner());
    bar
}

fn show(bar: &ProgressBar, memo: &Memo) {
    let (phase, done, total) = memo.progress.now();
    bar.set_message(match total {
        0 => phase.words().to_owned(),
        _ => format!("{}: {done} of {total}", phase.words()),
    });
    bar.tick();
}
