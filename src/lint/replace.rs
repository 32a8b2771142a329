//! Puts what to say in the place of words that were found.

use super::prose::Run;
use super::words::Found;
use crate::diagnostic::Fix;
use std::ops::Range;

/// The fix that puts in what to say; nothing where that is advice and no replacement, or where the words do not stand in
/// the source as they are shown. It is sure only where the entry says so and nothing around the words could need a change.
pub(super) fn fix(run: &Run<'_>, found: &Found<'_>) -> Option<Fix> {
    let is_text = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'');
    if !found.say.chars().all(is_text) || !run.is_exact(&found.words) {
        return None;
    }
    let written = run.phrase(&found.words);
    let loud = written.len() > 1 && !written.contains(char::is_lowercase);
    let say = if loud {
        found.say.to_uppercase()
    } else if written.starts_with(char::is_uppercase) {
        capitalised(found.say)
    } else {
        found.say.to_owned()
    };
    let sure = found.is_sure(run) && !loud && !say.contains('\'');
    let description = ["say \"", found.say, "\""].concat();
    let (words, text) = with_article(run, &found.words, say);
    Some(Fix::replace(description, sure, run.span(&words), text))
}

/// Takes an article before the words along when it no longer fits: "an utterance", "a word".
fn with_article(run: &Run<'_>, words: &Range<usize>, say: String) -> (Range<usize>, String) {
    match fitting_article(run, words.start, &say) {
        Some(article) if run.is_exact(&(words.start - 1..words.end)) => {
            let text = [article.as_str(), " ", &say].concat();
            (words.start - 1..words.end, text)
        }
        _ => (words.clone(), say),
    }
}

/// The article that must stand before a word when something else is said; nothing where one fits already.
fn fitting_article(run: &Run<'_>, at: usize, say: &str) -> Option<String> {
    let before = at.checked_sub(1).filter(|_| run.is_joined(at))?;
    let fitting = match run.word(before) {
        "a" if sounds_like_vowel(say) => "an",
        "an" if !sounds_like_vowel(say) => "a",
        _ => return None,
    };
    Some(match run.shown(before).starts_with('A') {
        true => capitalised(fitting),
        false => fitting.to_owned(),
    })
}

fn sounds_like_vowel(text: &str) -> bool {
    let text = text.to_lowercase();
    let silent_h = ["hour", "honest"]
        .iter()
        .any(|start| text.starts_with(start));
    let consonant = ["use", "uni", "one", "once", "eu"]
        .iter()
        .any(|start| text.starts_with(start));
    silent_h || (text.starts_with(['a', 'e', 'i', 'o', 'u']) && !consonant)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
