//! The channel to open pages: server-sent events, one message a build, each with all that a page has to know. So a page
//! that missed some, or that waits for a server that was started again, is right after the next one.

use super::body::Pieces;
use super::preview::Preview;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// A page that lost the channel tries again after this time.
const RETRY: Duration = Duration::from_millis(500);
/// A sign of life, so that nothing between the two closes the channel.
const SIGN: Duration = Duration::from_secs(15);

type Messages = Pieces<Result<Event, Infallible>>;

/// Tells one page of this build and of all that follow.
pub(super) fn channel(
    page: String,
    mut published: watch::Receiver<Arc<Preview>>,
) -> Sse<axum::response::sse::KeepAliveStream<Messages>> {
    let (sender, messages) = mpsc::channel(4);
    tokio::spawn(async move {
        loop {
            let text = message(&published.borrow_and_update().clone(), &page);
            let event = Event::default().event("site").retry(RETRY).data(text);
            if sender.send(Ok(event)).await.is_err() {
                return;
            }
            tokio::select! {
                changed = published.changed() => if changed.is_err() { return },
                () = sender.closed() => return,
            }
        }
    });
    Sse::new(Pieces(messages)).keep_alive(KeepAlive::new().interval(SIGN))
}

fn message(preview: &Preview, page: &str) -> String {
    serde_json::to_string(&preview.message(page)).expect("invariant: a message has text keys only")
}
