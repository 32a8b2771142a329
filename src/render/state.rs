//! What drawn pages depend on beside the site itself.

use super::writer::Studio;
use crate::link::PageId;
use crate::memo::{Note, State, digest};

/// The state of a site that is drawn with a theme: lists also say how many questions a page asks, those of its banks
/// among them.
pub(super) fn state(of_site: &State, studio: Studio<'_>) -> State {
    let mut parts = of_site.parts.clone();
    parts.extend(studio.media.gallery.state());
    for (at, page) in studio.site.pages.iter().enumerate() {
        if let Some(head) = parts.get_mut(&Note::Head(page.parsed.value.file)) {
            *head = digest((*head, studio.atlas.questions(PageId(at))));
        }
    }
    State {
        surroundings: digest((of_site.surroundings, studio.theme.digest())),
        parts,
    }
}
