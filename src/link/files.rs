//! Files that are no pages, and the places that name them.

use super::site::{Recording, Target};
use crate::source::Span;
use std::collections::BTreeMap;

/// Files that become part of the site because something names them, by path below `content/`.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub media: BTreeMap<String, Span>,
    pub pictures: BTreeMap<String, Span>,
    pub recordings: Vec<Recording>,
}

impl Files {
    /// Notes a file and where it is named. The first place stays.
    pub fn note(&mut self, target: &Target, place: Span) {
        let (files, path) = match target {
            Target::Media(path) => (&mut self.media, path),
            Target::Picture(path) => (&mut self.pictures, path),
            _ => return,
        };
        if !files.contains_key(path) {
            files.insert(path.clone(), place);
        }
    }

    pub fn extend(&mut self, later: &Self) {
        let kinds = [
            (&mut self.media, &later.media),
            (&mut self.pictures, &later.pictures),
        ];
        for (files, more) in kinds {
            for (path, place) in more {
                if !files.contains_key(path) {
                    files.insert(path.clone(), *place);
                }
            }
        }
        self.recordings.extend_from_slice(&later.recordings);
    }
}
