//! What drawn pages depend on beside the site itself.

use super::atlas::Atlas;
use crate::link::{PageId, Site};
use crate::memo::{Note, State, digest};

/// The state of a site that is drawn with a theme: lists also say how many questions a page asks, those of its banks
/// among them.
pub(super) fn state(of_site: &State, site: &Site, atlas: &Atlas<'_>, theme: u64) -> State {
    let mut parts = of_site.parts.clone();
    for (at, page) in site.pages.iter().enumerate() {
        if let Some(head) = parts.get_mut(&Note::Head(page.parsed.value.file)) {
            *head = digest((*head, atlas.questions(PageId(at))));
        }
    }
    State {
        surroundings: digest((of_site.surroundings, theme)),
        parts,
    }
}
