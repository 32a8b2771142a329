//! The author's loop: a file is saved, the site is made again, and every open page that changed shows it.
//!
//! 1. `bell` rings when something of the project changed, and only after things have settled.
//! 2. `workshop` reads what changed and makes the site, in memory.
//! 3. `preview` is one such site as the browser sees it: what stands at an address, and in `facts` and `measure` what is
//!    to be said about a page.
//! 4. `http` answers requests, `guard` refuses those that do not come from the author, `live` tells open pages.
//!
//! Two threads work: one waits for changes and builds, the other one answers. Between them there is one value, the
//! newest good preview, which is swapped as a whole.

mod address;
mod bell;
mod body;
mod client;
mod editor;
mod facts;
mod guard;
mod http;
mod live;
mod measure;
mod preview;
mod stop;
mod workshop;

pub use bell::{Bell, Call};
pub use editor::Editor;
pub use facts::Fault;
pub use http::{Door, open_door};
pub use preview::Preview;
pub use stop::on_interrupt;
pub use workshop::{Failure, Round, Workshop};

use crate::pipeline::Memo;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;

/// What a server is asked for.
#[derive(Debug)]
pub struct Settings {
    /// The project.
    pub root: PathBuf,
    /// Where a click on a fault leads; what `teachback.yaml` says when it is not given.
    pub editor: Option<Editor>,
}

/// A project that is watched and was built once.
#[derive(Debug)]
pub struct Loop {
    /// Hung before the first build read anything.
    pub bell: Bell,
    pub workshop: Workshop,
    pub first: Round,
}

/// What happened, for the terminal.
#[derive(Debug)]
pub enum Told<'a> {
    /// Something changed, and the site is being made.
    Begun(Arc<Memo>),
    /// The site was made. `first` when it is the first time.
    Built { round: &'a Round, first: bool },
    /// The site could not be made; the last good one stays.
    Failed(&'a Failure),
    /// The system does not report changes, so the files are looked at again and again.
    Polling,
}

/// Serves a project until the program is asked to end. It begins with the first build; `tell` hears of every later one,
/// on the thread that builds.
///
/// # Errors
/// When the server cannot run.
pub fn run(
    settings: Settings,
    door: Door,
    work: Loop,
    tell: &mut (dyn FnMut(Told<'_>) + Send),
) -> io::Result<()> {
    let Loop {
        bell,
        workshop,
        first,
    } = work;
    let rope = bell.rope();
    on_interrupt(rope.clone())?;
    let memo = workshop.memo();
    let (publish, published) = watch::channel(Arc::new(settings.view(&first, 0, memo)));
    std::thread::scope(|scope| {
        scope.spawn(|| keep_fresh((bell, workshop), publish, &settings, tell));
        let served = http::serve(door, published);
        // Nobody is left to build for, should the server have failed.
        rope.stop();
        served
    })
}

/// Builds whenever the bell rings. The channel closes when it ends, which ends the server.
fn keep_fresh(
    (mut bell, mut workshop): (Bell, Workshop),
    publish: watch::Sender<Arc<Preview>>,
    settings: &Settings,
    tell: &mut dyn FnMut(Told<'_>),
) {
    let mut polling = false;
    workshop.get_ready();
    while let Call::News(news) = bell.wait(workshop.sources()) {
        if bell.polls() && !std::mem::replace(&mut polling, true) {
            tell(Told::Polling);
        }
        tell(Told::Begun(workshop.memo()));
        let number = publish.borrow().number + 1;
        match workshop.build(&news) {
            Ok(round) => {
                let view = settings.view(&round, number, workshop.memo());
                publish.send_replace(Arc::new(view));
                tell(Told::Built {
                    round: &round,
                    first: false,
                });
            }
            Err(failure) => {
                let same = publish.borrow().troubled(number, &failure);
                publish.send_replace(Arc::new(same));
                tell(Told::Failed(&failure));
            }
        }
    }
}

impl Settings {
    fn view(&self, round: &Round, number: u64, memo: Arc<Memo>) -> Preview {
        let said = || Editor::of(&round.made.site.config);
        let editor = self.editor.clone().unwrap_or_else(said);
        Preview::new(round, number, editor.at(&self.root), memo)
    }
}
