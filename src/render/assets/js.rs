//! Scripts without comments and indentation, and the parts that stand in front of them.

/// The statement that gives the scripts of a bundle the markup that they put into pages (`teachback.parts`).
pub fn registered(bundle: &str, markup: &str) -> String {
    let text = |text| serde_json::to_string(text).expect("invariant: a text is JSON");
    format!(
        "globalThis.teachback=globalThis.teachback||{{}};teachback.parts=Object.assign(teachback.parts||{{}},{{{}:{}}});\n",
        text(bundle),
        text(markup.trim())
    )
}

/// Shortens a script line by line: comments that begin a line, indentation, empty lines and spaces around signs go. A
/// script with a template literal stays as it is, since its lines may be text; so does a comment that begins with `/*!`,
/// the mark of a licence.
pub fn shorten(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut bare = String::new();
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
            bare.clear();
            without_casts(rest, &mut bare);
            squeeze(&bare, &mut out);
            out.push('\n');
        }
    }
    if out.contains('`') {
        return js.trim_end().to_owned() + "\n";
    }
    out
}

/// Adds a line without the spaces beside signs, as far as they do not stand in quotes. A line with a slash stays as it
/// is: it may hold a regular expression, in which spaces count.
fn squeeze(line: &str, out: &mut String) {
    if line.contains('/') {
        out.push_str(line);
        return;
    }
    let mut quote = None;
    let mut escaped = false;
    let mut last = '\0';
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or('\0');
        if sign == ' ' && quote.is_none() && !parts(last, next) {
            continue;
        }
        match quote {
            Some(open) => quote = (sign != open || escaped).then_some(open),
            None => quote = matches!(sign, '"' | '\'').then_some(sign),
        }
        escaped = sign == '\\' && !escaped;
        out.push(sign);
        last = sign;
    }
}

/// Whether a space between two characters keeps them apart: two words, or two signs that together would be another one,
/// such as `+ +` or `< !--`.
fn parts(last: char, next: char) -> bool {
    const SIGNS: &str = "=+-*<>&|!?:,;(){}[]";
    let signs = [last, next].map(|c| SIGNS.contains(c));
    let brackets = [last, next].map(|c| ",;(){}[]".contains(c));
    match signs {
        [true, true] => !(brackets[0] || brackets[1]),
        [one, other] => !(one || other),
    }
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
        let short = "(function(){\nlet a = \"/* kept */\"; // kept\n})();\n";
        assert_eq!(shorten(js), short);
    }

    #[test]
    fn what_the_type_checker_is_told_goes() {
        let js = "const a = /** @type {HTMLElement} */ (b), c = /** @type {{ d: 'e' }} */ (f);\n";
        assert_eq!(shorten(js), "const a=(b),c=(f);\n");
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
    fn spaces_stay_where_they_count() {
        for (js, short) in [
            ("if (a > b && c) return - d;", "if(a>b&&c)return-d;"),
            ("a = b + +c - -d;", "a=b+ +c- -d;"),
            ("a = x ? .5 : y => ({ b });", "a=x?.5:y=>({b});"),
            (
                "say(\"a = b\" + ' \\' ; ', c);",
                "say(\"a = b\"+' \\' ; ',c);",
            ),
            ("a = b.split(/ , /) + c;", "a = b.split(/ , /) + c;"),
            (
                "for (const a of [b, c]) a in d;",
                "for(const a of[b,c])a in d;",
            ),
        ] {
            assert_eq!(shorten(js), format!("{short}\n"));
        }
    }

    #[test]
    fn lines_of_a_template_literal_stay() {
        let js = "let a = `\n  // text\n`;\n";
        assert_eq!(shorten(js), js);
        assert_eq!(shorten("/* `a` */\nb();\n"), "b();\n");
    }
}
