//! Paths in the output folder, as disks of every kind take them.

use crate::source::parent;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// The start of every name that the writer keeps for itself in the output folder.
pub(super) const OWN_PREFIX: &str = ".teachback-";

/// The same for all paths that a disk of Windows or macOS takes for one: composed (NFC) and in lower case.
pub(super) fn fold(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        return match path.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => path.to_ascii_lowercase().into(),
            false => path.into(),
        };
    }
    let lower: String = path.nfc().flat_map(char::to_lowercase).collect();
    lower.nfc().collect()
}

/// The folders that hold a path, outermost first, without the output folder itself.
pub(super) fn folders_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// All folders that lead to these paths, outer ones before those in them.
pub(super) fn folders_to<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let innermost: FxHashSet<&str> = paths.map(parent).filter(|path| !path.is_empty()).collect();
    let all = innermost.into_iter();
    all.flat_map(|folder| folders_of(folder).chain([folder]))
        .collect()
}

/// Whether a path stays in the output folder on this system and is not a name of the writer's own.
pub(super) fn is_safe(path: &str) -> bool {
    path.split('/').all(|part| {
        let mut components = Path::new(part).components();
        let plain = matches!(
            (components.next(), components.next()),
            (Some(std::path::Component::Normal(name)), None) if name == part
        );
        plain && !part.contains('\0') && !part.starts_with(OWN_PREFIX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        for path in ["index.html", "a/b.html", ".nojekyll", "a b/#%ü.html"] {
            assert!(is_safe(path), "{path}");
        }
        for path in [
            "",
            "/a",
            "a//b",
            "a/",
            ".",
            "a/./b",
            "../a",
            "a/../../b",
            "a\0b",
            ".teachback-journal",
        ] {
            assert!(!is_safe(path), "{path:?}");
        }
    }

    #[test]
    fn folders_come_outermost_first() {
        let folders: Vec<&str> = folders_of("a/b/c.html").collect();
        assert_eq!(folders, ["a", "a/b"]);
    }
}
