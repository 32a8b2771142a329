//! Ids of a page: each stands once.

use memchr::memmem;
use rustc_hash::FxHashSet;

/// What stands before an id.
const ID: &[u8] = b" id=\"";

/// Ids that the templates give to parts of every page. No heading gets one by chance.
const OF_TEMPLATES: [&str; 2] = ["tb-main", "tb-key"];

/// Which ids of a page are taken, and in which order they were.
#[derive(Debug)]
pub struct Ids {
    known: FxHashSet<String>,
    order: Vec<String>,
}

impl Ids {
    /// With those of the templates.
    #[must_use]
    pub fn new() -> Self {
        Self {
            known: OF_TEMPLATES.map(str::to_owned).into_iter().collect(),
            order: Vec::new(),
        }
    }

    /// Takes an id; `false` when it was taken before, or belongs to a footnote.
    pub fn insert(&mut self, id: String) -> bool {
        if is_of_footnote(&id) || self.known.contains(&id) {
            return false;
        }
        self.order.push(id.clone());
        self.known.insert(id)
    }

    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.known.contains(id)
    }

    /// How many were taken so far, for [`Ids::since`].
    #[must_use]
    pub fn count(&self) -> usize {
        self.order.len()
    }

    /// Those taken after the first `count`.
    #[must_use]
    pub fn since(&self, count: usize) -> &[String] {
        &self.order[count..]
    }
}

/// `fn-` and a number: the template of the notes gives these ids.
fn is_of_footnote(id: &str) -> bool {
    id.strip_prefix("fn-")
        .is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

/// The ids in a piece of the program's own markup, in which no text holds a quotation mark.
pub fn ids_in(markup: &str) -> impl Iterator<Item = &str> {
    let after = markup.split(" id=\"").skip(1);
    after.filter_map(|rest| rest.split('"').next())
}

/// Markup in which a template has put the same text twice, without the ids of the second time.
#[must_use]
pub fn each_once(markup: &str) -> String {
    let mut seen = FxHashSet::default();
    let mut out = String::with_capacity(markup.len());
    let mut done = 0;
    for at in memmem::find_iter(markup.as_bytes(), ID) {
        let start = at + ID.len();
        let end = markup[start..]
            .find('"')
            .map_or(markup.len(), |end| start + end);
        let id = &markup[start..end];
        if !seen.insert(id) {
            out.push_str(&markup[done..at]);
            done = (end + 1).min(markup.len());
        }
    }
    out.push_str(&markup[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_and_stand_once() {
        let markup = "<p id=\"a\">x</p><p class=\"b\" id=\"c\">y</p><p id=\"a\">z</p>";
        assert_eq!(ids_in(markup).collect::<Vec<_>>(), ["a", "c", "a"]);
        let once = "<p id=\"a\">x</p><p class=\"b\" id=\"c\">y</p><p>z</p>";
        assert_eq!(each_once(markup), once);
        assert_eq!(each_once("no ids"), "no ids");
    }

    #[test]
    fn ids_of_the_program_are_not_given_away() {
        let mut ids = Ids::new();
        assert!(!ids.insert("tb-main".to_owned()));
        assert!(!ids.insert("fn-12".to_owned()));
        assert!(ids.insert("fn-one".to_owned()) && !ids.insert("fn-one".to_owned()));
        assert_eq!(ids.since(0), ["fn-one"]);
    }
}
