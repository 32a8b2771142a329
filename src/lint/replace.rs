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
    let (words, text) = with_article(run, &found.words, &say);
    let sure = found.is_sure(run) && !loud && !say.contains('\'');
    let description = format!("say \"{}\"", found.say);
    Some(Fix::replace(description, sure, run.span(&words), text))
}

/// Takes an article before the words along when it no longer fits: "an utterance", "a word".
fn with_article(run: &Run<'_>, words: &Range<usize>, say: &str) -> (Range<usize>, String) {
    let plain = (words.clone(), say.to_owned());
    if !run.is_joined(words.start) {
        return plain;
    }
    let before = words.start - 1;
    let wide = before..words.end;
    let fitting = match (run.word(before), sounds_like_vowel(say)) {
        ("a", true) => "an",
        ("an", false) => "a",
        _ => return plain,
    };
    if !run.is_exact(&wide) {
        return plain;
    }
    let article = if run.shown(before).starts_with('A') {
        capitalised(fitting)
    } else {
        fitting.to_owned()
    };
    (wide, format!("{article} {say}"))
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
