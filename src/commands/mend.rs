//! Applies sure fixes until there are none left.

use super::shell::count;
use super::{Project, Shell, Trouble};
use crate::diagnostic::{Diagnostic, apply};
use crate::output;
use crate::source::SourceTree;
use std::collections::BTreeSet;

/// A fix can make room for another one; a chain longer than this goes round in circles.
const MOST_ROUNDS: usize = 10;

/// A state of the project on disk, with what is wrong with it.
pub(super) struct Look {
    pub(super) sources: SourceTree,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) pages: usize,
    pub(super) questions: usize,
}

/// Mends the files that `first` tells of, looking again after every round. Gives the last look.
pub(super) fn mend(
    first: Look,
    look: impl Fn() -> Result<Look, Trouble>,
    project: &Project,
    shell: &Shell,
) -> Result<Look, Trouble> {
    let mut now = first;
    let mut files = BTreeSet::new();
    let mut fixes = 0;
    for _ in 0..MOST_ROUNDS {
        let mended = apply(&now.diagnostics, &now.sources);
        if mended.files.is_empty() {
            break;
        }
        let fresh = project.read()?;
        for file in mended.files {
            let on_disk = fresh.get_path(&file.path).map(|f| f.fingerprint);
            // Somebody saved the file since it was read: the next round looks at the new text.
            if on_disk == Some(file.before) {
                output::replace_file(&project.root.join(&*file.path), &file.bytes)?;
                shell.detail(&format!("mended {}", file.path));
                files.insert(file.path);
            }
        }
        fixes += mended.fixes;
        now = look()?;
    }
    if fixes > 0 {
        let (fixes, files) = (count(fixes, "fault"), count(files.len(), "file"));
        shell.remark(&format!("mended {fixes} in {files}"));
    }
    Ok(now)
}
