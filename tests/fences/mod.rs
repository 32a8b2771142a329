//! The fenced passages of a Markdown text, for examples that are run.

/// What stands between two lines of backticks.
#[derive(Debug, PartialEq, Eq)]
pub struct Fence {
    /// What follows the backticks on the opening line.
    pub info: String,
    /// Each line with its line end.
    pub text: String,
}

/// All fences at the left margin, in order; the sentence is for the person who wrote the text.
pub fn read(markdown: &str) -> Result<Vec<Fence>, String> {
    let mut fences = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        let info = line.trim_start_matches('`');
        let ticks = line.len() - info.len();
        if ticks < 3 {
            continue;
        }
        let mut text = String::new();
        loop {
            let inner = lines
                .next()
                .ok_or_else(|| format!("the fence {line:?} is not closed"))?;
            if inner.len() >= ticks && inner.bytes().all(|b| b == b'`') {
                break;
            }
            text.push_str(inner);
            text.push('\n');
        }
        fences.push(Fence {
            info: info.trim().to_owned(),
            text,
        });
    }
    Ok(fences)
}

#[test]
fn a_longer_fence_holds_a_shorter_one() {
    let text = "Text.\n\n```bad a.md\none\n```\n\n````good b.md\n```\ntwo\n```\n````\n\n```good c.png\n```\n";
    let fences = read(text).expect("all fences are closed");
    let read: Vec<(&str, &str)> = fences.iter().map(|f| (&*f.info, &*f.text)).collect();
    assert_eq!(
        read,
        [
            ("bad a.md", "one\n"),
            ("good b.md", "```\ntwo\n```\n"),
            ("good c.png", "")
        ]
    );
}

#[test]
fn a_fence_without_end_is_told() {
    assert!(read("```bad a.md\nText.\n").is_err());
    assert!(read("````bad a.md\nText.\n```\n").is_err());
}
