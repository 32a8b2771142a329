//! Shows on a terminal how far long work is.

use super::Shell;
use crate::pipeline::Memo;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
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
        scope.spawn(move || watch_over(memo, &end));
        let value = work();
        drop(done);
        value
    })
}

/// The same for work whose end is told by dropping this.
pub(super) struct Wait {
    /// Nothing once it is over.
    going_on: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Wait {
    /// Begins to wait, when somebody watches.
    pub(super) fn begin(shell: &Shell, memo: Arc<Memo>) -> Option<Self> {
        shell.is_watched().then(|| {
            let (done, end) = channel::<()>();
            let shown = std::thread::spawn(move || watch_over(&memo, &end));
            Self {
                going_on: Some((done, shown)),
            }
        })
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        if let Some((done, shown)) = self.going_on.take() {
            drop(done);
            // The line is off the screen when the thread has ended, however that was.
            let _ = shown.join();
        }
    }
}

/// Says what is being done until the other side of the channel is gone.
fn watch_over(memo: &Memo, end: &Receiver<()>) {
    let goes_on = |pace| matches!(end.recv_timeout(pace), Err(RecvTimeoutError::Timeout));
    if goes_on(PATIENCE) {
        let bar = bar();
        while goes_on(PACE) {
            show(&bar, memo);
        }
        bar.finish_and_clear();
    }
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
