//! Puts sure fixes into the text of files.

use super::emit::is_exact;
use super::{Diagnostic, Edit, Fix};
use crate::source::{FileId, Fingerprint, SourceFile, SourceTree};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What the sure fixes of some diagnostics make of their files.
#[derive(Debug, Default)]
pub struct Mended {
    /// In the order of their paths.
    pub files: Vec<MendedFile>,
    /// How many fixes were put in.
    pub fixes: usize,
}

/// The new content of a file.
#[derive(Debug)]
pub struct MendedFile {
    /// Relative to the project.
    pub path: Arc<str>,
    /// Of the bytes that the fixes were made for: a file that has changed since then must not be written over.
    pub before: Fingerprint,
    pub bytes: Vec<u8>,
}

/// Applies the first sure fix of every diagnostic, whole or not at all. Of fixes that touch the same text the first
/// wins; the others can be applied to the result. A byte order mark and the line ends of a file are kept.
#[must_use]
pub fn apply(diagnostics: &[Diagnostic], sources: &SourceTree) -> Mended {
    let mut drafts = Drafts {
        sources,
        by_file: HashMap::new(),
    };
    let sure = diagnostics
        .iter()
        .filter_map(|d| d.fixes.iter().find(|fix| fix.sure));
    let fixes = sure.filter(|fix| drafts.take(fix)).count();
    let mut files: Vec<MendedFile> = drafts
        .by_file
        .into_values()
        .flatten()
        .filter(|draft| !draft.edits.is_empty())
        .map(Draft::finish)
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Mended { files, fixes }
}

struct Drafts<'a> {
    sources: &'a SourceTree,
    /// `None` for files that cannot be edited.
    by_file: HashMap<FileId, Option<Draft<'a>>>,
}

impl<'a> Drafts<'a> {
    /// Takes all edits of a fix, or none of them.
    fn take(&mut self, fix: &'a Fix) -> bool {
        let mut taken: Vec<&Edit> = Vec::new();
        for edit in &fix.edits {
            let fits = self.draft(edit.span.file).is_some_and(|d| d.fits(edit));
            if !fits || taken.iter().any(|other| overlap(other, edit)) {
                return false;
            }
            taken.push(edit);
        }
        for &edit in &taken {
            if let Some(draft) = self.draft(edit.span.file) {
                draft.edits.insert(edit.span.start, edit);
            }
        }
        !taken.is_empty()
    }

    fn draft(&mut self, file: FileId) -> Option<&mut Draft<'a>> {
        let sources = self.sources;
        let draft = self.by_file.entry(file).or_insert_with(|| {
            let file = sources.get(file).filter(|file| is_exact(file))?;
            Some(Draft {
                file,
                edits: BTreeMap::new(),
            })
        });
        draft.as_mut()
    }
}

struct Draft<'a> {
    file: &'a SourceFile,
    /// By their first byte; none of them overlaps another.
    edits: BTreeMap<u32, &'a Edit>,
}

impl Draft<'_> {
    fn fits(&self, edit: &Edit) -> bool {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let in_text = self.file.text.get(start..end).is_some();
        let before = self.edits.range(..edit.span.start).next_back();
        let after = self.edits.range(edit.span.start..).next();
        let mut neighbours = before.into_iter().chain(after);
        in_text && !neighbours.any(|(_, other)| overlap(other, edit))
    }

    fn finish(self) -> MendedFile {
        let text = &self.file.text;
        let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        let mark: &str = if self.file.skipped_bytes > 0 {
            "\u{feff}"
        } else {
            ""
        };
        let mut out = mark.to_owned();
        let mut at = 0;
        for edit in self.edits.values() {
            out.push_str(&text[at..edit.span.start as usize]);
            if crlf {
                out.push_str(&edit.text.replace("\r\n", "\n").replace('\n', "\r\n"));
            } else {
                out.push_str(&edit.text);
            }
            at = edit.span.end as usize;
        }
        out.push_str(&text[at..]);
        MendedFile {
            path: self.file.path.clone(),
            before: self.file.fingerprint,
            bytes: out.into_bytes(),
        }
    }
}

/// Whether two edits change the same bytes, or start at the same place so that their order would be a guess.
fn overlap(a: &Edit, b: &Edit) -> bool {
    let (a, b) = (a.span, b.span);
    a.file == b.file && (a.start == b.start || (a.start < b.end && b.start < a.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::INVALID_VALUE;
    use crate::source::{Span, discover};
    use proptest::prelude::*;

    fn fault(edits: Vec<Edit>) -> Diagnostic {
        let span = edits[0].span;
        Diagnostic::new(&INVALID_VALUE, span, "wrong").fix(Fix {
            description: "mend it".to_owned(),
            sure: true,
            edits,
        })
    }

    fn edit(file: &SourceFile, start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(file.id, start, end),
            text: text.to_owned(),
        }
    }

    #[test]
    fn of_two_fixes_for_the_same_text_the_first_wins() {
        let file = SourceFile::new("a.yaml", "roles: nurse\n");
        let faults = [
            fault(vec![edit(&file, 7, 12, "[nurse]")]),
            fault(vec![edit(&file, 5, 9, "x")]),
            fault(vec![edit(&file, 12, 12, " # one")]),
        ];
        let tree = SourceTree::new(vec![file], vec![], vec![]);
        let mended = apply(&faults, &tree);
        assert_eq!(mended.fixes, 2);
        assert_eq!(mended.files[0].bytes, b"roles: [nurse] # one\n");
    }

    #[test]
    fn a_fix_is_put_in_whole_or_not_at_all() {
        let file = SourceFile::new("a.md", "one two");
        let faults = [
            fault(vec![edit(&file, 0, 3, "1")]),
            fault(vec![edit(&file, 4, 7, "2"), edit(&file, 1, 2, "x")]),
        ];
        let tree = SourceTree::new(vec![file], vec![], vec![]);
        let mended = apply(&faults, &tree);
        assert_eq!((mended.fixes, &*mended.files[0].bytes), (1, &b"1 two"[..]));
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a byte order mark is seen only on disk"
    )]
    fn keeps_the_byte_order_mark_and_the_line_ends() {
        let project = tempfile::tempdir().expect("a folder for the test");
        let content = project.path().join("content");
        std::fs::create_dir(&content).expect("a folder below it");
        std::fs::write(content.join("a.md"), "\u{feff}one\r\ntwo\r\n").expect("a file in it");
        let tree = discover(project.path()).expect("a project");
        let file = tree.get_path("content/a.md").expect("the file").clone();
        let mended = apply(&[fault(vec![edit(&file, 5, 8, "2\n3")])], &tree);
        assert_eq!(
            mended.files[0].bytes,
            "\u{feff}one\r\n2\r\n3\r\n".as_bytes()
        );
    }

    #[test]
    fn leaves_files_alone_that_were_not_read_byte_for_byte() {
        let mut file = SourceFile::new("a.md", "caf\u{fffd}");
        file.fingerprint = Fingerprint::of(b"caf\xe9");
        let faults = [fault(vec![edit(&file, 0, 3, "tea")])];
        let tree = SourceTree::new(vec![file], vec![], vec![]);
        assert!(apply(&faults, &tree).files.is_empty());
    }

    proptest! {
        #[test]
        fn any_edits_give_a_text_and_what_is_outside_them_stays(
            text in "[aé\n]{0,20}",
            edits in prop::collection::vec((0usize..40, 0usize..40, "[x\n]{0,2}"), 1..6),
        ) {
            let file = SourceFile::new("a.md", &text);
            let faults: Vec<Diagnostic> = edits
                .iter()
                .map(|(start, end, new)| fault(vec![edit(&file, *start, *end, new)]))
                .collect();
            let tree = SourceTree::new(vec![file], vec![], vec![]);
            let mended = apply(&faults, &tree);
            for file in &mended.files {
                let after = String::from_utf8(file.bytes.clone()).expect("text stays text");
                let kept = text.chars().filter(|&c| c == 'é').count();
                let removed = after.chars().filter(|&c| c == 'é').count();
                prop_assert!(removed <= kept);
            }
            prop_assert_eq!(mended.files.is_empty(), mended.fixes == 0);
        }
    }
}
