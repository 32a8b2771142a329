//! Passages: `:: Name [tags] {"position":"100,100"}`, and the lines below.

/// A passage as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    pub name: String,
    pub tags: Vec<String>,
    /// JSON, when there is any.
    pub metadata: Option<String>,
    pub body: String,
    /// Line of the header, from 1.
    pub line: usize,
}

/// Reads all passages, and gives the line of the first text that stands before them.
pub fn read(text: &str) -> (Vec<Passage>, Option<usize>) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut passages: Vec<Passage> = Vec::new();
    let mut stray = None;
    for (at, line) in text.lines().enumerate() {
        if let Some(header) = line.strip_prefix("::") {
            passages.push(self::header(header, at + 1));
        } else if let Some(passage) = passages.last_mut() {
            // A line that looks like a header is escaped.
            let line = line
                .strip_prefix('\\')
                .filter(|rest| rest.starts_with("::"))
                .unwrap_or(line);
            passage.body.push_str(line);
            passage.body.push('\n');
        } else if !line.trim().is_empty() {
            stray = stray.or(Some(at + 1));
        }
    }
    (passages, stray)
}

/// Reads what follows `::`. In the name a backslash takes brackets and braces as they are.
fn header(text: &str, line: usize) -> Passage {
    let mut name = String::new();
    let mut signs = text.char_indices();
    let mut rest = "";
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => name.extend(signs.next().map(|(_, escaped)| escaped)),
            '[' | '{' => {
                rest = &text[at..];
                break;
            }
            _ => name.push(sign),
        }
    }
    let (tags, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((tags, rest)) => (tags, rest.trim()),
        None => ("", rest.trim()),
    };
    Passage {
        name: name.trim().to_owned(),
        tags: tags.split_whitespace().map(str::to_owned).collect(),
        metadata: rest.starts_with('{').then(|| rest.to_owned()),
        body: String::new(),
        line,
    }
}

/// Writes a passage with an empty line below it.
pub fn write(out: &mut String, passage: &Passage) {
    out.push_str(":: ");
    for sign in passage.name.chars() {
        if matches!(sign, '\\' | '[' | ']' | '{' | '}') {
            out.push('\\');
        }
        out.push(sign);
    }
    if !passage.tags.is_empty() {
        out.push_str(&format!(" [{}]", passage.tags.join(" ")));
    }
    if let Some(metadata) = &passage.metadata {
        out.push_str(&format!(" {metadata}"));
    }
    out.push('\n');
    for line in passage.body.trim_end().lines() {
        if line.starts_with("::") {
            out.push('\\');
        }
        out.push_str(line);
        out.push('\n');
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_the_specification() {
        let read = |text: &str| {
            let passage = header(text, 1);
            (passage.name, passage.tags, passage.metadata)
        };
        let tags = |tags: &[&str]| tags.iter().map(|&tag| tag.to_owned()).collect();
        assert_eq!(
            read(" An overgrown path"),
            ("An overgrown path".into(), tags(&[]), None)
        );
        assert_eq!(
            read(" An overgrown path [forest spooky]"),
            (
                "An overgrown path".into(),
                tags(&["forest", "spooky"]),
                None
            )
        );
        let position = r#"{"position":"600,400","size":"100,200"}"#;
        assert_eq!(
            read(&format!(" An overgrown path [forest spooky] {position}")),
            (
                "An overgrown path".into(),
                tags(&["forest", "spooky"]),
                Some(position.into())
            )
        );
        assert_eq!(
            read(&format!(" An overgrown path {position}")),
            ("An overgrown path".into(), tags(&[]), Some(position.into()))
        );
        assert_eq!(
            read(r" Room \[3\] \{a\} \\ b"),
            (r"Room [3] {a} \ b".into(), tags(&[]), None)
        );
    }

    #[test]
    fn what_is_written_is_read() {
        let passage = Passage {
            name: r"[a] {b} \c".to_owned(),
            tags: vec!["x".to_owned()],
            metadata: Some("{}".to_owned()),
            body: ":: no header\nwords\n".to_owned(),
            line: 1,
        };
        let mut text = String::new();
        write(&mut text, &passage);
        let (passages, stray) = read(&text);
        assert_eq!(stray, None);
        let body = passages[0].body.trim_end().to_owned() + "\n";
        assert_eq!(
            vec![Passage {
                body,
                ..passages[0].clone()
            }],
            [passage]
        );
    }
}
