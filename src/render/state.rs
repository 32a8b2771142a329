//! What drawn pages depend on beside the site itself.

use super::atlas::Atlas;
use super::writer::Studio;
use crate::link::PageId;
use crate::memo::{Note, State, digest};
use std::sync::Arc;

/// The state of a site that is drawn with a theme: lists also say how many questions a page asks, those of its banks
/// among them.
pub(super) fn state(of_site: &State, studio: Studio<'_>) -> State {
    let surroundings = digest((of_site.surroundings, studio.theme.digest()));
    if of_site.once {
        return State::once(surroundings);
    }
    let mut parts = of_site.parts.to_vec();
    ask(&mut parts, studio.atlas);
    parts.extend(studio.media.gallery.state());
    State {
        surroundings,
        parts: Arc::new(parts),
        once: false,
    }
}

/// Adds the number of its questions to the head of each page. The heads stand in the order of the pages.
fn ask(parts: &mut [(Note, u64)], atlas: &Atlas<'_>) {
    let heads = parts.iter_mut();
    let heads = heads.filter(|(note, _)| matches!(note, Note::Head(_)));
    for (at, (_, head)) in heads.enumerate() {
        *head = digest((*head, atlas.questions(PageId(at))));
    }
}

/// The state of the pages that no file stands for: it follows that of the site, as long as it is the same pages.
pub(super) fn of_generated(drawn: &State, paths: &[&str]) -> State {
    State {
        surroundings: digest((drawn.surroundings, paths)),
        parts: drawn.parts.clone(),
        once: drawn.once,
    }
}
