//! Scripts without comments and indentation.

/// Shortens a script line by line: comments that begin a line, indentation and empty lines go. A script with a template
/// literal stays as it is, since its lines may be text; so does a comment that begins with `/*!`, the mark of a licence.
pub fn shorten(js: &str) -> String {
    if js.contains('`') {
        return js.trim_end().to_owned() + "\n";
    }
    let mut out = String::with_capacity(js.len());
    let mut in_comment = false;
    for line in js.lines() {
        let mut rest = line.trim();
        in_comment = in_comment || (rest.starts_with("/*") && !rest.starts_with("/*!"));
        if in_comment {
            // `/*/` does not end what it begins.
            let from = if rest.starts_with("/*") { 2 } else { 0 };
            let Some(end) = rest[from..].find("*/") else {
                continue;
            };
            rest = rest[from + end + 2..].trim_start();
            in_comment = false;
        }
        if !rest.is_empty() && !rest.starts_with("//") {
            without_casts(rest, &mut out);
            out.push('\n');
        }
    }
    out
}

/// Adds a line without the comments that tell the type checker what a value is, as far as they do not stand in quotes.
fn without_casts(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some((before, cast)) = rest.split_once("/** @type {") {
        let quotes = line[..line.len() - cast.len()].matches(['"', '\'']);
        let Some((_, after)) = cast
            .split_once("*/")
            .filter(|_| quotes.count().is_multiple_of(2))
        else {
            break;
        };
        out.push_str(before);
        rest = after.trim_start();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let js = "/* What\n   it does. */\n(function () {\n  // a note\n\n  /** @type {string} */ let a = \"/* kept */\"; // kept\n})();\n";
        let short = "(function () {\nlet a = \"/* kept */\"; // kept\n})();\n";
        assert_eq!(shorten(js), short);
    }

    #[test]
    fn what_the_type_checker_is_told_goes() {
        let js = "const a = /** @type {HTMLElement} */ (b), c = /** @type {{ d: 'e' }} */ (f);\n";
        assert_eq!(shorten(js), "const a = (b), c = (f);\n");
        let kept = "let a = \"/** @type {b} */\";\n";
        assert_eq!(shorten(kept), kept);
    }

    #[test]
    fn a_comment_ends_where_it_says() {
        assert_eq!(
            shorten("/*/ still\n*/ go();\n/*! MIT */\n"),
            "go();\n/*! MIT */\n"
        );
        assert_eq!(shorten("/* one */ /* two */ go();"), "/* two */ go();\n");
    }

    #[test]
    fn lines_of_a_template_literal_stay() {
        let js = "let a = `\n  // text\n`;\n";
        assert_eq!(shorten(js), js);
    }
}
