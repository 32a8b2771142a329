//! Names that authors give, and the titles that are made of them.

use crate::commands::Trouble;
use crate::config::is_id;

/// Refuses a name that cannot be a part of a file name, and proposes one that can.
pub(in crate::commands) fn check(name: &str) -> Result<(), Trouble> {
    if is_id(name) {
        return Ok(());
    }
    let message = format!("\"{name}\" cannot be a name: use letters, digits and hyphens");
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '_');
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let trouble = Trouble::new(message);
    Err(if words.is_empty() {
        trouble
    } else {
        trouble.help(format!("for example: {}", words.join("-")))
    })
}

/// "pain-scale" as a title: "Pain scale".
pub(super) fn title(name: &str) -> String {
    let words: Vec<&str> = name
        .split(['-', '_', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    let text = words.join(" ");
    let mut letters = text.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

/// Puts name and title into a template. The title stands in quotes, so that no title can be read as something else.
pub(super) fn fill(template: &str, name: &str, title: &str) -> String {
    let quoted = serde_json::Value::from(title).to_string();
    template.replace("%NAME%", name).replace("%TITLE%", &quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_sentences() {
        assert_eq!(title("pain-scale"), "Pain scale");
        assert_eq!(title("été_2"), "Été 2");
        assert_eq!(title(""), "");
    }

    #[test]
    fn a_name_that_cannot_be_used_comes_with_one_that_can() {
        let trouble = check("Pain & sleep.md").expect_err("a name with spaces");
        assert!(trouble.to_string().ends_with("for example: pain-sleep-md"));
        assert!(check("../x").is_err());
        assert!(check("").is_err());
        assert!(check("müdigkeit-2").is_ok());
    }

    #[test]
    fn titles_cannot_break_the_front_matter() {
        assert_eq!(
            fill("title: %TITLE%", "n", "a \"b\": c"),
            r#"title: "a \"b\": c""#
        );
    }
}
