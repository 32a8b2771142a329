//! The address that opens a file in the author's editor.

use crate::config::Config;
use crate::render::escape::path_address;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// An address with places for `{path}`, `{line}` and `{column}`; `none` for no links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(Option<String>);

/// An address that is not one of an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoEditor;

impl Editor {
    /// What `teachback.yaml` says.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let said = config.editor.parse();
        said.unwrap_or(Self(None))
    }

    /// The addresses of files of one project.
    pub(super) fn at(&self, root: &Path) -> Places {
        // Windows has a longer way to write a path, which other programs do not know.
        let root = root.to_string_lossy();
        let root = root.trim_start_matches(r"\\?\").replace('\\', "/");
        Places {
            pattern: self.0.clone(),
            root,
        }
    }
}

impl FromStr for Editor {
    type Err = NoEditor;

    fn from_str(text: &str) -> Result<Self, NoEditor> {
        if text == "none" {
            return Ok(Self(None));
        }
        crate::config::is_editor(text)
            .then(|| Self(Some(text.to_owned())))
            .ok_or(NoEditor)
    }
}

impl fmt::Display for NoEditor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "write an address with {path}, such as vscode://file/{path}:{line}:{column}, or none",
        )
    }
}

impl std::error::Error for NoEditor {}

/// Makes addresses of places in the project.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pattern: Option<String>,
    root: String,
}

impl Places {
    /// `path` is relative to the project; lines and columns count from 1.
    pub fn href(&self, path: &str, line: usize, column: usize) -> Option<String> {
        let pattern = self.pattern.as_ref()?;
        let path = path_address(&format!("{}/{path}", self.root));
        // Most addresses have a slash before the path, and so has the path.
        let path = if pattern.contains("/{path}") {
            path.trim_start_matches('/')
        } else {
            &path
        };
        let href = pattern.replace("{path}", path);
        Some(
            href.replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(pattern: &str) -> Option<String> {
        let editor: Editor = pattern.parse().expect("an editor of the test");
        editor
            .at(Path::new("/home/a b/site"))
            .href("content/é.md", 7, 3)
    }

    #[test]
    fn places_are_filled_in() {
        assert_eq!(
            href("vscode://file/{path}:{line}:{column}").as_deref(),
            Some("vscode://file/home/a%20b/site/content/%C3%A9.md:7:3")
        );
        assert_eq!(
            href("idea://open?file={path}&line={line}").as_deref(),
            Some("idea://open?file=/home/a%20b/site/content/%C3%A9.md&line=7")
        );
        assert_eq!(href("none"), None);
    }

    #[test]
    fn scripts_are_no_editors() {
        for pattern in [
            "",
            "javascript:{path}",
            "JavaScript://{path}",
            "data:{path}",
            "vscode://file/",
            "{path}",
            "http://evil.example/{path}",
        ] {
            assert_eq!(pattern.parse::<Editor>(), Err(NoEditor), "{pattern}");
        }
    }
}
