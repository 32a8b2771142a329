//! Conditions and assignments of SugarCube and Harlowe, as far as a script can say the same.

/// What an assignment does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Adds a number.
    By(i64),
    /// Sets a number; true is 1 and false is 0.
    To(i64),
    /// Sets a text.
    Text(String),
}

/// `$trust += 1`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// The name without its sign.
    pub name: String,
    pub change: Change,
}

/// The assignments of a list, which `;` or `,` part; `Err` for each that a script cannot say.
pub fn assignments(text: &str) -> Vec<Result<Set, String>> {
    let parts = split(text, &[';', ',']).into_iter();
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| assignment(part).ok_or_else(|| part.to_owned()))
        .collect()
}

fn assignment(text: &str) -> Option<Set> {
    let (name, rest) = name(text)?;
    let rest = rest.trim_start();
    let set = |change| {
        Some(Set {
            name: name.to_owned(),
            change,
        })
    };
    match rest {
        "++" => return set(Change::By(1)),
        "--" => return set(Change::By(-1)),
        _ => {}
    }
    if let Some(value) = rest.strip_prefix("+=") {
        return set(Change::By(number(value)?));
    }
    if let Some(value) = rest.strip_prefix("-=") {
        return set(Change::By(number(value)?.checked_neg()?));
    }
    let value = rest
        .strip_prefix("to ")
        .or_else(|| rest.strip_prefix('='))
        .or_else(|| rest.strip_prefix("to\t"))?;
    let value = value.trim();
    if let Some(quoted) = quoted(value) {
        return set(Change::Text(quoted));
    }
    match value {
        "true" => return set(Change::To(1)),
        "false" => return set(Change::To(0)),
        _ => {}
    }
    if let Some(value) = number(value) {
        return set(Change::To(value));
    }
    let change = match value.strip_prefix("it") {
        Some(change) => change,
        None => self::name(value).filter(|(same, _)| *same == name)?.1,
    };
    let change = change.trim();
    let by = if let Some(by) = change.strip_prefix('+') {
        number(by)?
    } else {
        number(change.strip_prefix('-')?)?.checked_neg()?
    };
    set(Change::By(by))
}

/// `$trust` or `_trust` at the start of a text, and what follows.
fn name(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(['$', '_'])?;
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        .then_some((name, rest))
}

fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    text.strip_prefix('+').unwrap_or(text).parse().ok()
}

/// The text of a string that fills the whole, without quotes and escapes.
pub fn quoted(text: &str) -> Option<String> {
    let text = text.trim();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let end = end_of_string(text)?;
    (end == text.len()).then(|| {
        let mut out = String::new();
        let mut signs = text[1..end - 1].chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n') => out.push('\n'),
                    Some(other) => out.push(other),
                    None => {}
                },
                _ => out.push(sign),
            }
        }
        debug_assert!(text.starts_with(quote));
        out
    })
}

/// Where the string ends that a text starts with, behind its last quote.
pub fn end_of_string(text: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    let (_, quote) = signs.next()?;
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            _ if sign == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Cuts a text at signs that stand in no string and no bracket.
pub fn split<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(sign) = text[at..].chars().next() {
        match sign {
            '"' | '\'' => {
                at += end_of_string(&text[at..]).unwrap_or(sign.len_utf8());
                continue;
            }
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&sign) => {
                parts.push(&text[start..at]);
                start = at + sign.len_utf8();
            }
            _ => {}
        }
        at += sign.len_utf8();
    }
    parts.push(&text[start..]);
    parts
}

/// A condition in the notation of teachback, with the names that it asks for; `None` when a script cannot say it.
pub fn condition(text: &str) -> Option<(String, Vec<String>)> {
    const SIGNS: [(&str, &str); 16] = [
        ("===", "="),
        ("!==", "!="),
        ("==", "="),
        ("!=", "!="),
        (">=", ">="),
        ("<=", "<="),
        ("&&", "and"),
        ("||", "or"),
        ("=", "="),
        (">", ">"),
        ("<", "<"),
        ("!", "not"),
        ("(", "("),
        (")", ")"),
        ("≥", ">="),
        ("≤", "<="),
    ];
    let mut parts: Vec<String> = Vec::new();
    let mut names = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        if let Some((name, after)) = name(rest) {
            names.push(name.to_owned());
            parts.push(format!("${name}"));
            rest = after.trim_start();
            continue;
        }
        if let Some((sign, word)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            parts.push((*word).to_owned());
            rest = rest[sign.len()..].trim_start();
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(match word {
            "is" | "eq" => "=".to_owned(),
            "isnot" | "neq" => "!=".to_owned(),
            "gt" => ">".to_owned(),
            "gte" => ">=".to_owned(),
            "lt" => "<".to_owned(),
            "lte" => "<=".to_owned(),
            "and" | "or" | "not" => word.to_owned(),
            "true" => "1".to_owned(),
            "false" => "0".to_owned(),
            _ => word.parse::<i64>().ok()?.to_string(),
        });
        rest = after.trim_start();
    }
    Some((spelled(&parts)?, names))
}

/// Joins the parts. `is not` is one comparison, and a name alone asks whether it is not zero.
fn spelled(parts: &[String]) -> Option<String> {
    let is_sign = |part: &str| matches!(part, "=" | "!=" | ">" | ">=" | "<" | "<=");
    let mut out: Vec<String> = Vec::new();
    let mut parts = parts.iter().map(String::as_str).peekable();
    while let Some(part) = parts.next() {
        let Some(name) = part.strip_prefix('$') else {
            let alone = is_sign(part) || part.parse::<i64>().is_ok();
            if alone {
                return None;
            }
            out.push(part.to_owned());
            continue;
        };
        let Some(sign) = parts.next_if(|next| is_sign(next)) else {
            out.push(format!("{name} != 0"));
            continue;
        };
        let negated = sign == "=" && parts.next_if_eq(&"not").is_some();
        let sign = if negated { "!=" } else { sign };
        let value: i64 = parts.next()?.parse().ok()?;
        out.push(format!("{name} {sign} {value}"));
    }
    let text = out.join(" ");
    (!text.is_empty()).then(|| text.replace("( ", "(").replace(" )", ")"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assignments_of_both_formats() {
        let by = |name: &str, n| {
            Ok(Set {
                name: name.into(),
                change: Change::By(n),
            })
        };
        let to = |name: &str, n| {
            Ok(Set {
                name: name.into(),
                change: Change::To(n),
            })
        };
        assert_eq!(assignments("$trust += 1"), [by("trust", 1)]);
        assert_eq!(
            assignments("$trust -= 2; $anger++"),
            [by("trust", -2), by("anger", 1)]
        );
        assert_eq!(
            assignments("$trust to it + 1, $fear to $fear - 3"),
            [by("trust", 1), by("fear", -3)]
        );
        assert_eq!(assignments("$trust = $trust + 1"), [by("trust", 1)]);
        assert_eq!(
            assignments("$met to true, $seen = 4"),
            [to("met", 1), to("seen", 4)]
        );
        assert_eq!(
            assignments("$a to $b + 1"),
            [Err("$a to $b + 1".to_owned())]
        );
        let text = Change::Text("a; \"b\", c".to_owned());
        assert_eq!(
            assignments(r#"$f to "a; \"b\", c""#),
            [Ok(Set {
                name: "f".into(),
                change: text
            })]
        );
        assert_eq!(assignments(""), []);
    }

    #[test]
    fn conditions_of_both_formats() {
        let read = |text| condition(text).map(|(text, _)| text);
        assert_eq!(
            read("$trust gte 2 and not ($fear gt 3)").as_deref(),
            Some("trust >= 2 and not (fear > 3)")
        );
        assert_eq!(
            read("$trust >= 2 && $met").as_deref(),
            Some("trust >= 2 and met != 0")
        );
        assert_eq!(
            read("$met is true or $trust is not 1").as_deref(),
            Some("met = 1 or trust != 1")
        );
        assert_eq!(read("!$met").as_deref(), Some("not met != 0"));
        for text in [
            "visited()",
            "$a > $b",
            "$name is \"Dana\"",
            "",
            "2",
            "$a is",
            "random(1,2) is 1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
