//! What stands in a passage: text, links, comments and macros. Any text can be read.

use super::Loss;
use super::expression::{self, Change, Set, assignments, end_of_string};

/// Hooks of Harlowe in each other are read so deep.
const DEPTH: usize = 24;
/// Signs that stand for a link in a text, around its number. A story that has them gets others.
const MARKS: [char; 2] = ['\u{E000}', '\u{E001}'];

/// A link to a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    pub target: String,
    pub sets: Vec<Set>,
    /// All of them must hold for the link to be there, in the notation of the story.
    pub conditions: Vec<String>,
    /// The comment behind it, when it is one of teachback's.
    pub note: Option<String>,
    /// Whether it stands in a list.
    pub bullet: bool,
    pub line: usize,
}

/// A passage that was read.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Without links that stand alone. Links in a line of text are its words.
    pub paragraphs: Vec<String>,
    pub links: Vec<Link>,
    /// What happens whenever a run comes here.
    pub arrival: Vec<Set>,
    /// Front matter that teachback has put into a comment.
    pub front: Option<String>,
    pub losses: Vec<Loss>,
}

/// Reads a passage whose text starts in a line of the file.
pub fn read(text: &str, line: usize) -> Body {
    let text = text.replace(MARKS, "\u{FFFD}");
    let mut reader = Reader {
        line,
        ..Reader::default()
    };
    reader.run(&text, 0);
    reader.finish()
}

/// A branch of a condition that is open.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// The conditions of the branches before it, and its own last.
    pub(super) tests: Vec<String>,
    /// Whether the last branch has no condition of its own.
    pub(super) otherwise: bool,
    line: usize,
    has_text: bool,
}

impl Branch {
    pub(super) fn new(test: String, line: usize) -> Self {
        Self {
            tests: vec![test],
            line,
            ..Self::default()
        }
    }

    /// What must hold in it.
    fn conditions(&self) -> impl Iterator<Item = String> {
        let own = if self.otherwise { 0 } else { 1 };
        let count = self.tests.len() - own.min(self.tests.len());
        let not = self.tests[..count]
            .iter()
            .map(|test| format!("not ({test})"));
        not.chain(self.tests[count..].iter().cloned())
    }
}

#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) body: Body,
    text: String,
    pub(super) line: usize,
    pub(super) branches: Vec<Branch>,
    /// The link whose block is open.
    pub(super) open: Option<usize>,
    /// The tests of the last condition of Harlowe, for what stands behind it.
    pub(super) last_tests: Vec<String>,
}

impl Reader {
    pub(super) fn run(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            let before = self.line;
            let taken = self.piece(rest, depth).unwrap_or_else(|| {
                self.push(sign);
                sign.len_utf8()
            });
            self.line = before + rest[..taken].matches('\n').count();
            rest = &rest[taken..];
        }
    }

    /// Reads what a text starts with, when it is no plain text: its length.
    fn piece(&mut self, rest: &str, depth: usize) -> Option<usize> {
        let comments = [("/*", "*/"), ("<!--", "-->"), ("/%", "%/")];
        for (open, close) in comments {
            if let Some(inner) = rest.strip_prefix(open) {
                let end = inner.find(close);
                self.comment(&inner[..end.unwrap_or(inner.len())]);
                return Some(end.map_or(rest.len(), |end| open.len() + end + close.len()));
            }
        }
        if let Some(inner) = rest.strip_prefix("\"\"\"") {
            let end = inner.find("\"\"\"")?;
            self.push_all(&inner[..end]);
            return Some(end + 6);
        }
        if rest.starts_with("[[") {
            return self.wiki_link(rest);
        }
        if rest.starts_with("<<") {
            let end = macro_end(rest)?;
            let inner = rest[2..end - 2].trim();
            let (name, args) =
                inner.split_at(inner.find(char::is_whitespace).unwrap_or(inner.len()));
            self.sugar(name, args.trim());
            return Some(end);
        }
        if rest.starts_with('(') && depth < DEPTH {
            return self.harlowe(rest, depth);
        }
        None
    }

    pub(super) fn push(&mut self, sign: char) {
        self.text.push(sign);
        if sign.is_alphanumeric() && self.open.is_none() {
            for branch in &mut self.branches {
                branch.has_text = true;
            }
        }
    }

    fn push_all(&mut self, text: &str) {
        for sign in text.chars() {
            self.push(sign);
        }
    }

    fn comment(&mut self, text: &str) {
        let text = text.trim();
        let braces = text.strip_prefix('{').and_then(|t| t.strip_suffix('}'));
        let own = braces.is_some() || text == super::OTHERWISE;
        let front = text
            .strip_prefix(super::FRONT)
            .and_then(|rest| rest.strip_prefix('\n'));
        match (self.body.links.last_mut(), front) {
            (_, Some(front)) => self.body.front = Some(front.to_owned()),
            (Some(link), None) if own && link.note.is_none() => {
                link.note = Some(braces.unwrap_or(text).to_owned());
            }
            _ => self.lose("a comment"),
        }
    }

    pub(super) fn lose(&mut self, what: impl Into<String>) {
        self.body.losses.push(Loss {
            line: self.line,
            what: what.into(),
        });
    }

    /// `[[words->passage]]`, `[[passage<-words]]`, `[[words|passage]]`, `[[passage]]`, and `[…]` with assignments.
    fn wiki_link(&mut self, rest: &str) -> Option<usize> {
        let close = rest.find(']')?;
        let inner = rest.get(2..close).filter(|inner| !inner.contains('\n'))?;
        let (setter, end) = match rest.get(close + 1..)?.chars().next()? {
            ']' => ("", close + 2),
            '[' => {
                let end = setter_end(&rest[close + 2..])?;
                (&rest[close + 2..close + 2 + end], close + 2 + end + 2)
            }
            _ => return None,
        };
        let (text, target) = if let Some((text, target)) = inner.rsplit_once("->") {
            (text, target)
        } else if let Some((target, text)) = inner.split_once("<-") {
            (text, target)
        } else {
            inner.rsplit_once('|').unwrap_or((inner, inner))
        };
        let (text, target) = (text.trim(), target.trim());
        if target.contains("://") || target.starts_with("mailto:") {
            self.push_all(&format!("{text} ({target})"));
            return Some(end);
        }
        self.link(text.to_owned(), target.to_owned());
        if let Some(at) = self.body.links.len().checked_sub(1) {
            self.assign(setter, Some(at));
        }
        Some(end)
    }

    pub(super) fn link(&mut self, text: String, target: String) {
        let conditions = self.branches.iter().flat_map(Branch::conditions).collect();
        self.text.push(MARKS[0]);
        self.text.push_str(&self.body.links.len().to_string());
        self.text.push(MARKS[1]);
        self.body.links.push(Link {
            text,
            target,
            conditions,
            line: self.line,
            ..Link::default()
        });
    }

    /// Assignments of a link, or of everybody who comes to the passage.
    pub(super) fn assign(&mut self, text: &str, link: Option<usize>) {
        for set in assignments(text) {
            match (set, link) {
                (Ok(set), Some(at)) => self.body.links[at].sets.push(set),
                (Ok(set), None) if self.branches.is_empty() => self.body.arrival.push(set),
                (Ok(set), None) => {
                    self.lose(format!("the change of ${} under a condition", set.name))
                }
                (Err(text), _) => self.lose(format!("the assignment {text}")),
            }
        }
    }

    pub(super) fn close_branch(&mut self) {
        if let Some(branch) = self.branches.pop()
            && branch.has_text
        {
            let what = "the text under a condition is always shown".to_owned();
            self.body.losses.push(Loss {
                line: branch.line,
                what,
            });
        }
    }

    fn finish(mut self) -> Body {
        while !self.branches.is_empty() {
            self.close_branch();
        }
        let mut body = self.body;
        let mut paragraph = String::new();
        for line in self.text.lines().chain([""]) {
            let words = without_bullet(line.trim());
            let bullet = words.len() < line.trim().len();
            let (shown, links) = split_links(words, &body.links);
            let alone = !links.is_empty() && without_links(words).trim().is_empty();
            for at in links {
                body.links[at].bullet |= alone && bullet;
            }
            if shown.trim().is_empty() || alone {
                if !paragraph.is_empty() {
                    body.paragraphs.push(std::mem::take(&mut paragraph));
                }
                continue;
            }
            let line = if bullet {
                format!("• {shown}")
            } else {
                shown
            };
            if bullet && !paragraph.is_empty() {
                body.paragraphs.push(std::mem::take(&mut paragraph));
            }
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            paragraph.push_str(line.trim());
        }
        body.losses.sort_by_key(|loss| loss.line);
        body
    }
}

/// A line of a list without its mark. Emphasis may begin with the same signs.
fn without_bullet(line: &str) -> &str {
    let words = line.trim_start_matches(['*', '#', '-', '•', '>']);
    let parted = words.starts_with(|c: char| c.is_whitespace() || c == MARKS[0]);
    if parted { words.trim() } else { line }
}

/// A line with the words of its links, and the numbers of these.
fn split_links(line: &str, links: &[Link]) -> (String, Vec<usize>) {
    let mut out = String::new();
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(MARKS[0]) {
        out.push_str(before);
        let (number, after) = after.split_once(MARKS[1]).unwrap_or((after, ""));
        if let Some(at) = number.parse().ok().filter(|&at: &usize| at < links.len()) {
            out.push_str(&links[at].text);
            found.push(at);
        }
        rest = after;
    }
    out.push_str(rest);
    (out, found)
}

fn without_links(line: &str) -> String {
    let parts = line.split(MARKS[0]).enumerate();
    let parts = parts.map(|(at, part)| match part.split_once(MARKS[1]) {
        Some((_, after)) if at > 0 => after,
        _ => part,
    });
    parts.collect()
}

/// Where the macro of SugarCube ends that a text starts with.
fn macro_end(text: &str) -> Option<usize> {
    let mut at = 2;
    loop {
        let rest = text.get(at..)?;
        let sign = rest.chars().next()?;
        if rest.starts_with(">>") {
            return Some(at + 2);
        }
        at += match sign {
            '"' => end_of_string(rest)?,
            '\'' => end_of_string(rest).unwrap_or(1),
            '[' if rest.starts_with("[[") => rest.find("]]")? + 2,
            _ => sign.len_utf8(),
        };
    }
}

/// Where the assignments of a link end: before `]]` that stands in no string.
fn setter_end(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let sign = rest.chars().next()?;
        if rest.starts_with("]]") {
            return Some(at);
        }
        at += match sign {
            '"' | '\'' => end_of_string(rest).unwrap_or(1),
            _ => sign.len_utf8(),
        };
    }
}

/// What a text set `$feedback` to.
pub fn feedback(sets: &[Set]) -> Option<&str> {
    sets.iter().rev().find_map(|set| match &set.change {
        Change::Text(text) if set.name == "feedback" => Some(text.as_str()),
        _ => None,
    })
}

/// The arguments of a macro that are strings, passages among them.
pub(super) fn strings(args: &[&str]) -> Vec<String> {
    args.iter()
        .filter_map(|arg| expression::quoted(arg))
        .collect()
}
