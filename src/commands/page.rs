//! A manual page in Markdown, made readable in a terminal.

/// Text is broken before this column.
const WIDTH: usize = 80;
const BOLD: &str = "\u{1b}[1m";
const FAINT: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// Headings stand out, examples are indented under the name of their file, long lines are broken between words.
pub(super) fn render(page: &str, colour: bool) -> String {
    let mut out = String::new();
    let mut fence: Option<&str> = None;
    let page = joined(page);
    for line in page.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if ticks.len() >= open.len() && line.len() == ticks.len() => fence = None,
            Some(_) => push(&mut out, "    ", line, ""),
            None if ticks.len() >= 3 => {
                fence = Some(ticks);
                let file = line[ticks.len()..]
                    .split_once(' ')
                    .map_or("", |(_, file)| file);
                if !file.is_empty() {
                    let style = if colour { FAINT } else { "" };
                    push(&mut out, style, &format!("  {file}:"), end(style));
                }
            }
            None if line.starts_with('#') => {
                let style = if colour { BOLD } else { "" };
                push(
                    &mut out,
                    style,
                    line.trim_start_matches('#').trim(),
                    end(style),
                );
            }
            None => wrap(&mut out, line),
        }
    }
    out
}

/// Each paragraph and each list item on one line: pages are written with short lines.
fn joined(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut fenced: Option<usize> = None;
    let mut open = false;
    for line in page.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        let is_fence =
            ticks >= 3 && fenced.is_none_or(|wanted| ticks >= wanted && ticks == line.len());
        let stands_alone =
            is_fence || fenced.is_some() || line.starts_with(['#', '|']) || line.trim().is_empty();
        let begins = stands_alone || line.trim_start().starts_with("- ");
        if open && !begins {
            out.push(' ');
            out.push_str(line.trim_start());
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line);
        }
        open = !stands_alone;
        if is_fence {
            fenced = if fenced.is_some() { None } else { Some(ticks) };
        }
    }
    out.push('\n');
    out
}

fn end(style: &str) -> &str {
    if style.is_empty() { "" } else { PLAIN }
}

fn push(out: &mut String, before: &str, line: &str, after: &str) {
    for part in [before, line, after] {
        out.push_str(part);
    }
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// Breaks between words; further lines stand under the text of a list item.
fn wrap(out: &mut String, line: &str) {
    let text = line.trim_start();
    let text = text.strip_prefix("- ").unwrap_or(text);
    let mark = &line[..line.len() - text.len()];
    let indent = " ".repeat(mark.len());
    let mut row = mark.to_owned();
    let mut empty = true;
    for word in text.split(' ') {
        let width = row.chars().count() + 1 + word.chars().count();
        if !empty && width > WIDTH {
            push(out, "", &row, "");
            row.clone_from(&indent);
            empty = true;
        }
        if !empty {
            row.push(' ');
        }
        row.push_str(word);
        empty = false;
    }
    push(out, "", &row, "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_headings_and_examples_and_breaks_long_lines() {
        let page = "# stray-fence (TB203)\n\nA `:::`.\n\n```bad content/a.md\n::: steps\n\n# not a heading\n```\n\n- one two\n";
        let plain = "stray-fence (TB203)\n\nA `:::`.\n\n  content/a.md:\n    ::: steps\n\n    # not a heading\n\n- one two\n";
        assert_eq!(render(page, false), plain);
        assert!(render(page, true).starts_with("\u{1b}[1mstray-fence (TB203)\u{1b}[0m\n"));
        let words = format!("- {}", "word ".repeat(20).trim_end());
        // Two columns for the list mark, then 15 words of five columns and one of four would end at column 81.
        let first = format!("- {}\n", "word ".repeat(15).trim_end());
        let second = format!("  {}\n", "word ".repeat(5).trim_end());
        assert_eq!(render(&words, false), first + &second);
    }
}
