//! The small site that `teachback new project` begins with.

use super::NewFile;
use super::name::{fill, title};

macro_rules! site {
    ($($path:literal)*) => {
        /// Path and text of every file.
        const FILES: &[(&str, &str)] = &[
            // Under its real name Git would obey it in the repository of teachback itself.
            (".gitignore", include_str!("site/gitignore")),
            $(($path, include_str!(concat!("site/", $path)))),*
        ];
    };
}

site! {
    "teachback.yaml"
    "content/index.md"
    "content/facts.yaml"
    "content/glossary.yaml"
    "content/references.bib"
    "content/snippets/when-to-call.md"
    "content/modules/plain-words/module.md"
    "content/modules/plain-words/01-everyday-words.md"
    "content/modules/plain-words/02-teach-back.md"
    "content/modules/plain-words/quiz.md"
    "content/banks/plain-words.yaml"
    "content/scripts/missed-visit.md"
    "content/handouts/asking-questions.yaml"
    "content/handouts/asking-questions.easy.md"
    "content/handouts/asking-questions.standard.md"
}

/// All files; the title is made of the name of the folder.
pub(super) fn files(folder: &str) -> Vec<NewFile> {
    let title = match title(folder) {
        empty if empty.is_empty() => "Our training".to_owned(),
        title => title,
    };
    let file = |&(path, text): &(&str, &str)| NewFile {
        path: path.to_owned(),
        text: fill(text, folder, &title),
    };
    FILES.iter().map(file).collect()
}
