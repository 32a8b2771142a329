//! Places where a splitter goes wrong. `splitter_traps.txt` has a text a line; a bar stands where a sentence ends, and
//! `\n` for the end of a line of the text.

use teachback::readability::text::Text;

const TRAPS: &str = include_str!("splitter_traps.txt");

/// What a text is cut into where its bars stand, without numbers of lists and marks before the first word.
fn expected(marked: &str) -> Vec<&str> {
    let parts = marked.split('|').map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

#[test]
fn no_trap_of_the_list_catches_the_splitter() {
    let mut faults = Vec::new();
    let cases: Vec<String> = TRAPS
        .lines()
        .map(|line| line.replace("\\n", "\n"))
        .collect();
    for case in &cases {
        let source = case.replace('|', "");
        let text = Text::new(&source);
        let found: Vec<&str> = text.sentences().iter().map(|s| text.written(s)).collect();
        let expected = expected(case);
        let is_same = found.len() == expected.len()
            && expected.iter().zip(&found).all(|(e, f)| e.ends_with(f));
        if !is_same {
            faults.push(format!("expected {expected:?}\n   found {found:?}"));
        }
    }
    assert!(cases.len() >= 150, "{}", cases.len());
    assert!(
        faults.is_empty(),
        "{} of {}\n{}",
        faults.len(),
        cases.len(),
        faults.join("\n")
    );
}
