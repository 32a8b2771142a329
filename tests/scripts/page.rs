//! A script as the program reads it, and everything that is told about it.

use teachback::config::Config;
use teachback::diagnostic::Diagnostic;
use teachback::link::dialogue;
use teachback::model::{Content, Script, Tree};
use teachback::parse;
use teachback::source::{LineIndex, SourceFile};

/// A script that was parsed and checked.
pub struct Page {
    pub text: String,
    pub tree: Tree,
    pub script: Script,
    pub diagnostics: Vec<Diagnostic>,
}

impl Page {
    pub fn of(text: &str) -> Self {
        let file = SourceFile::new("content/scripts/test.md", text);
        let mut diagnostics = Vec::new();
        let document = parse::parse(&file, &Config::default()).take(&mut diagnostics);
        let Content::Page(page) = document.content else {
            panic!("a file in scripts/ is a page");
        };
        let script = page.script.expect("a page in scripts/ has a script");
        diagnostics.extend(dialogue::check(&script, &page.tree));
        Self {
            text: text.to_owned(),
            tree: page.tree,
            script,
            diagnostics,
        }
    }

    /// Every fault as `line rule`, in order.
    pub fn faults(&self) -> Vec<String> {
        let lines = LineIndex::new(&self.text);
        let mut faults: Vec<_> = self
            .diagnostics
            .iter()
            .map(|fault| {
                let line = lines.position(fault.span.start as usize).line;
                (line, format!("{line} {}", fault.rule.name))
            })
            .collect();
        faults.sort();
        faults.into_iter().map(|(_, fault)| fault).collect()
    }

    /// What the span of each fault covers.
    pub fn marked(&self) -> Vec<&str> {
        self.diagnostics
            .iter()
            .map(|fault| fault.span.slice(&self.text))
            .collect()
    }
}
