//! What macros mean: those of SugarCube (`<<set …>>`) and of Harlowe (`(set: …)`).

use super::body::{Branch, Reader, strings};
use super::expression::{end_of_string, split};

/// Macros of Harlowe. Other words in parentheses with a colon are text.
const HARLOWE: [&str; 34] = [
    "set",
    "put",
    "move",
    "if",
    "unless",
    "else-if",
    "elseif",
    "else",
    "link",
    "link-goto",
    "link-reveal",
    "link-reveal-goto",
    "link-repeat",
    "link-replace",
    "link-show",
    "link-undo",
    "link-rerun",
    "goto",
    "go-to",
    "print",
    "display",
    "live",
    "event",
    "either",
    "random",
    "history",
    "visited",
    "text-style",
    "text-colour",
    "font",
    "align",
    "css",
    "hide",
    "show",
];

impl Reader {
    /// A macro of SugarCube, without its signs.
    pub(super) fn sugar(&mut self, name: &str, args: &str) {
        match name {
            "set" => self.assign(args, self.open),
            "if" => self.branches.push(Branch::new(args.to_owned(), self.line)),
            "elseif" | "else" => {
                if let Some(branch) = self.branches.last_mut() {
                    // `else if` is an old way to write it.
                    let test = args.strip_prefix("if ").unwrap_or(args);
                    branch.otherwise = test.is_empty();
                    if !test.is_empty() {
                        branch.tests.push(test.to_owned());
                    }
                }
            }
            "/if" | "endif" => self.close_branch(),
            "link" | "button" => self.sugar_link(args),
            "/link" | "/button" => self.close_link(),
            "goto" => {
                let target = strings(&words(args)).into_iter().next();
                self.go(target.unwrap_or_else(|| args.to_owned()));
            }
            "nobr" | "silently" => {}
            _ if name.starts_with('/') => {}
            _ => self.lose(format!("the macro <<{name}>>")),
        }
    }

    /// `<<link "words" "Passage">>` or `<<link [[words->Passage]]>>`.
    fn sugar_link(&mut self, args: &str) {
        let before = self.body.links.len();
        if args.starts_with("[[") {
            self.run(args, 0);
        } else {
            let mut strings = strings(&words(args)).into_iter();
            let text = strings.next().unwrap_or_else(|| args.to_owned());
            let target = strings.next().unwrap_or_default();
            self.link(super::words::unescape(&text), target);
        }
        self.open = (self.body.links.len() > before).then_some(before);
    }

    fn close_link(&mut self) {
        if let Some(at) = self.open.take()
            && self.body.links[at].target.is_empty()
        {
            let text = self.body.links[at].text.clone();
            self.lose(format!("the link \"{text}\", which leads to no passage"));
        }
    }

    /// A jump: where the open link leads, or a link of its own.
    fn go(&mut self, target: String) {
        match self.open {
            Some(at) => self.body.links[at].target = target,
            None => {
                self.lose(format!("the jump to \"{target}\" is a link to choose"));
                self.link("Continue".to_owned(), target);
            }
        }
    }

    /// A macro of Harlowe with its hook; its length.
    pub(super) fn harlowe(&mut self, rest: &str, depth: usize) -> Option<usize> {
        let (name, _) = rest[1..].split_once(':')?;
        let name = name.to_ascii_lowercase();
        if !HARLOWE.contains(&name.as_str()) {
            return None;
        }
        let end = bracket_end(rest, '(', ')')?;
        let args = rest[name.len() + 2..end - 1].trim();
        let behind = &rest[end..];
        let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let after = &behind[gap..];
        let has_hook =
            after.starts_with('[') && (!after.starts_with("[[") || after.starts_with("[[["));
        let hook = has_hook.then(|| bracket_end(after, '[', ']')).flatten();
        let inner = hook.map(|len| &after[1..len - 1]);
        self.harlowe_macro(&name, args, inner, depth + 1);
        Some(end + hook.map_or(0, |len| gap + len))
    }

    fn harlowe_macro(&mut self, name: &str, args: &str, hook: Option<&str>, depth: usize) {
        let commas: Vec<&str> = split(args, &[',']).into_iter().map(str::trim).collect();
        let mut texts = strings(&commas).into_iter();
        match name {
            "set" => self.assign(args, self.open),
            "if" => self.branch(vec![args.to_owned()], false, hook, depth),
            "unless" => self.branch(vec![format!("not ({args})")], false, hook, depth),
            "else-if" | "elseif" => {
                let mut tests = std::mem::take(&mut self.last_tests);
                tests.push(args.to_owned());
                self.branch(tests, false, hook, depth);
            }
            "else" => {
                let tests = std::mem::take(&mut self.last_tests);
                self.branch(tests, true, hook, depth);
            }
            "link-goto" | "link-reveal-goto" | "link" | "link-replace" | "link-reveal"
            | "link-repeat" => {
                let text = texts.next().unwrap_or_else(|| args.to_owned());
                let same = matches!(name, "link-goto" | "link-reveal-goto");
                let target = texts.next().or_else(|| same.then(|| text.clone()));
                self.link(text, target.unwrap_or_default());
                self.run_in_link(hook, depth);
            }
            "goto" | "go-to" => self.go(texts.next().unwrap_or_else(|| args.to_owned())),
            _ => {
                self.lose(format!("the macro ({name}:)"));
                if let Some(hook) = hook {
                    self.run(hook, depth);
                }
            }
        }
    }

    /// Runs what happens when the last link is taken.
    fn run_in_link(&mut self, hook: Option<&str>, depth: usize) {
        let at = self.body.links.len() - 1;
        let outer = self.open.replace(at);
        if let Some(hook) = hook {
            self.run(hook, depth);
        }
        self.open = Some(at);
        self.close_link();
        self.open = outer;
    }

    fn branch(&mut self, tests: Vec<String>, otherwise: bool, hook: Option<&str>, depth: usize) {
        let Some(hook) = hook else {
            self.lose("a condition without its text");
            return;
        };
        let mut branch = Branch::new(String::new(), self.line);
        branch.tests.clone_from(&tests);
        branch.otherwise = otherwise;
        self.branches.push(branch);
        self.run(hook, depth);
        self.close_branch();
        self.last_tests = tests;
    }
}

/// The arguments of a macro of SugarCube, which spaces part.
fn words(args: &str) -> Vec<&str> {
    let parts = split(args, &[' ', '\t', '\n']).into_iter();
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Where the bracket closes that a text starts with, behind the closing one. Strings count in parentheses only: in a hook,
/// quotes are text.
fn bracket_end(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        if open == '(' && matches!(sign, '"' | '\'') {
            at += end_of_string(&text[at..]).unwrap_or(1);
            continue;
        }
        at += sign.len_utf8();
        if sign == open {
            depth += 1;
        } else if sign == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}
