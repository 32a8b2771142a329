use super::*;
use crate::source::FileId;
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_word_knows_where_it_was_written(text in "([a-zA-ZéİŒ’'\"“”_@/.\\- \n]|\\PC){0,40}") {
        let span = Span::new(FileId::of_path("a.md"), 0, text.len());
        let mut prose = Prose::default();
        prose.push_text(&Spanned::new(text.clone(), span), Some(&text), "en", RunKind::Paragraph);
        for run in &prose.runs {
            for at in 0..run.len() {
                let words = at..at + 1;
                prop_assert_eq!(run.span(&words).slice(&text), run.shown(at));
                let word = run.shown(at).replace(['’', 'ʼ'], "'").to_lowercase();
                // The capital sigma has another form at the end of a word.
                if !word.contains('ς') {
                    prop_assert_eq!(run.word(at), &word);
                }
                let look = run.look(at);
                prop_assert_eq!(look.key, Key::of(run.word(at).as_bytes()));
                prop_assert!(look.may_have_apostrophe || !word.contains('\''));
                let mut first = run.shown(at).chars().take(2);
                let is_loud = run.shown(at).chars().nth(1).is_some() && first.all(char::is_uppercase);
                prop_assert!(look.may_be_loud || !is_loud);
                prop_assert!(!run.word(at).is_empty());
                prop_assert!(run.sentence(at).contains(&at));
                prop_assert!(run.voice(&words) <= Voice::Mention);
            }
        }
    }
}

#[test]
fn hyphens_part_words_and_apostrophes_do_not() {
    let text = "Don’t say “wheelchair-bound”. See www.example.org/a now!";
    let span = Span::new(FileId::of_path("a.md"), 0, text.len());
    let mut prose = Prose::default();
    prose.push_text(
        &Spanned::new(text.to_owned(), span),
        None,
        "en",
        RunKind::Paragraph,
    );
    let run = &prose.runs[0];
    let words: Vec<&str> = (0..run.len()).map(|at| run.word(at)).collect();
    assert_eq!(words, ["don't", "say", "wheelchair", "bound", "see", "now"]);
    assert!(run.is_joined(3) && !run.is_joined(4) && !run.is_joined(5));
    assert_eq!((run.sentence(0), run.sentence(5)), (0..4, 4..6));
    assert_eq!(run.voice(&(2..4)), Voice::Mention);
}
