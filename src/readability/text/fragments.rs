//! Whether a passage says something in sentences, or only names things.

use super::Text;

/// A passage without a stop that has more words than this is no label.
const LONGEST_FRAGMENT: usize = 11;
/// A passage with a verb has at least this many words.
const SHORTEST_WITH_VERB: usize = 3;
/// An item of fewer words is a fragment, stop or not: `Nausea and vomiting.`
const SHORTEST_WITH_STOP: usize = 4;

impl Text {
    /// Whether the text is prose: it has several sentences, or a verb that is known, or is long, or ends with a stop and is more
    /// than a few words. Exclamations and questions are prose.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        let words = self.words().len();
        if self.sentences().len() > 1 || words > LONGEST_FRAGMENT {
            return true;
        }
        if self.ends_with(&['!', '?', '！', '？', '。']) {
            return words > 0;
        }
        if words >= SHORTEST_WITH_VERB && self.has_verb() {
            return true;
        }
        words >= SHORTEST_WITH_STOP && self.has_stop()
    }

    /// Whether the text has words and ends as a sentence does.
    #[must_use]
    pub fn has_stop(&self) -> bool {
        let stops = ['.', '…', '!', '?', '！', '？', '。'];
        !self.words().is_empty() && self.ends_with(&stops)
    }

    fn ends_with(&self, marks: &[char]) -> bool {
        let closing = [')', ']', '"', '”', '’', '»', ' '];
        self.source().trim_end_matches(closing).ends_with(marks)
    }

    fn has_verb(&self) -> bool {
        let mut views = self.sentences().iter().flat_map(|s| self.words_of(s));
        views.any(|view| is_verb(view.folded) || (view.is_first && is_command(view.folded)))
    }
}

/// Forms of verbs that are no nouns.
fn is_verb(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "are"
            | "was"
            | "were"
            | "am"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "don't"
            | "doesn't"
            | "didn't"
            | "isn't"
            | "aren't"
            | "can't"
            | "won't"
            | "you're"
            | "it's"
            | "they're"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "will"
            | "would"
            | "shall"
            | "cannot"
            | "feel"
            | "feels"
            | "felt"
            | "get"
            | "gets"
            | "got"
            | "goes"
            | "went"
            | "know"
            | "knows"
            | "makes"
            | "made"
            | "means"
            | "seems"
            | "takes"
            | "took"
            | "wants"
            | "says"
            | "said"
            | "gives"
            | "gave"
            | "helps"
            | "becomes"
            | "es"
            | "son"
            | "está"
            | "están"
            | "era"
            | "fue"
            | "ha"
            | "han"
            | "hay"
            | "tiene"
            | "tienen"
            | "tengo"
            | "puede"
            | "pueden"
            | "debe"
            | "deben"
            | "siente"
            | "sienten"
            | "sabe"
            | "hace"
            | "hacen"
            | "necesita"
            | "quiere"
            | "dice"
            | "ayuda"
            | "duele"
            | "sea"
            | "tenga"
    )
}

/// Verbs that an instruction begins with.
fn is_command(folded: &str) -> bool {
    matches!(
        folded,
        "add"
            | "allow"
            | "apply"
            | "ask"
            | "avoid"
            | "bring"
            | "breathe"
            | "call"
            | "change"
            | "check"
            | "choose"
            | "contact"
            | "continue"
            | "cut"
            | "do"
            | "drink"
            | "eat"
            | "explain"
            | "fill"
            | "find"
            | "follow"
            | "give"
            | "go"
            | "hold"
            | "increase"
            | "keep"
            | "know"
            | "learn"
            | "let"
            | "limit"
            | "listen"
            | "look"
            | "make"
            | "measure"
            | "move"
            | "never"
            | "offer"
            | "open"
            | "place"
            | "practise"
            | "practice"
            | "prepare"
            | "put"
            | "read"
            | "remember"
            | "remove"
            | "repeat"
            | "rest"
            | "return"
            | "review"
            | "say"
            | "see"
            | "seek"
            | "set"
            | "share"
            | "show"
            | "sit"
            | "sleep"
            | "speak"
            | "spray"
            | "start"
            | "stay"
            | "stop"
            | "store"
            | "swallow"
            | "take"
            | "talk"
            | "tell"
            | "throw"
            | "tilt"
            | "treat"
            | "try"
            | "turn"
            | "use"
            | "wait"
            | "walk"
            | "wash"
            | "watch"
            | "wear"
            | "work"
            | "write"
            | "always"
            | "begin"
            | "tome"
            | "llame"
            | "pida"
            | "pregunte"
            | "diga"
            | "hable"
            | "evite"
            | "lleve"
            | "coma"
            | "beba"
            | "descanse"
            | "espere"
            | "guarde"
            | "siga"
            | "vaya"
            | "lea"
            | "mantenga"
            | "deje"
            | "haga"
    )
}
