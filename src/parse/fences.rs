//! Finds the lines that open and close blocks, before Markdown is parsed.
//!
//! A Markdown parser takes `:::` for text and would swallow it into a list or a paragraph. So the lines are found
//! first and handed to the parser as thematic breaks (`***`) of the same length: these end every list and paragraph,
//! and their places in the events are where blocks begin and end. One pass of the parser then sees the whole page, so
//! that footnotes and link definitions work across blocks.

use memchr::memmem::{self, Finder};
use memchr::{memchr, memchr_iter, memrchr};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// A line of three or more colons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    /// The line without its end, in bytes of the body.
    pub line: Range<usize>,
    /// How many colons.
    pub colons: usize,
    /// What stands after the colons, in bytes of the body; empty for a closing line.
    pub rest: Range<usize>,
}

/// What the scan of a body gives.
#[derive(Debug)]
pub struct Scan<'a> {
    /// The body with each fence replaced by a thematic break; as long as the body.
    pub masked: Cow<'a, str>,
    pub fences: Vec<Fence>,
}

/// Finds the fences of a body: lines of at most three spaces and at least three colons, outside code, HTML comments
/// and the like. A body without such lines costs one look at each line.
pub fn scan(body: &str, options: Options) -> Scan<'_> {
    let mut fences = candidates(body);
    if fences.is_empty() {
        return Scan {
            masked: Cow::Borrowed(body),
            fences,
        };
    }
    let hidden = hidden_ranges(body, options);
    fences.retain(|fence| {
        let after = hidden.partition_point(|range| range.end <= fence.line.start);
        hidden
            .get(after)
            .is_none_or(|range| range.start > fence.line.start)
    });
    Scan {
        masked: mask(body, &fences),
        fences,
    }
}

fn candidates(body: &str) -> Vec<Fence> {
    let bytes = body.as_bytes();
    let colons = Finder::new(":::");
    let mut fences = Vec::new();
    let mut from = 0;
    while let Some(at) = colons.find(&bytes[from..]) {
        let at = from + at;
        let start = memrchr(b'\n', &bytes[from..at]).map_or(from, |end| from + end + 1);
        let end = memchr(b'\n', &bytes[at..]).map_or(body.len(), |len| at + len);
        let indent = at - start;
        if indent <= 3 && body[start..at].bytes().all(|byte| byte == b' ') {
            let line = body[start..end].trim_end_matches('\r');
            fences.push(fence(line, start, indent));
        }
        from = end;
    }
    fences
}

fn fence(line: &str, at: usize, indent: usize) -> Fence {
    let text = &line[indent..];
    let after = text.trim_start_matches(':');
    let colons = text.len() - after.len();
    // Pandoc allows colons at the end of an opening line.
    let rest = after.trim().trim_end_matches(':').trim_end();
    let start = at + indent + colons + (after.len() - after.trim_start().len());
    Fence {
        line: at..at + line.len(),
        colons,
        rest: start..start + rest.len(),
    }
}

/// Code and HTML in which colons mean nothing, in order. HTML that a blank line would end (CommonMark 4.6, conditions
/// 6 and 7) hides nothing: `<div>` above a block is common.
fn hidden_ranges(body: &str, options: Options) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    if !may_hide(body) {
        return ranges;
    }
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => ranges.push(range),
            Event::Start(Tag::HtmlBlock) if runs_to_end_mark(&body[range.clone()]) => {
                ranges.push(range);
            }
            _ => {}
        }
    }
    ranges
}

/// What begins HTML that runs to an end mark, blank lines or not (conditions 1 to 5).
const TO_END_MARK: [&str; 7] = [
    "<!--",
    "<script",
    "<pre",
    "<style",
    "<textarea",
    "<?",
    "<![CDATA[",
];

/// Whether a body can hold such a range at all: most do not, and need not be parsed to find out.
fn may_hide(body: &str) -> bool {
    let bytes = body.as_bytes();
    let mut tags = memchr_iter(b'<', bytes).map(|at| &body[at..]);
    ["```", "~~~"]
        .iter()
        .any(|mark| memmem::find(bytes, mark.as_bytes()).is_some())
        || tags.any(runs_to_end_mark)
}

fn runs_to_end_mark(html: &str) -> bool {
    let text = html.trim_start().as_bytes();
    TO_END_MARK.iter().any(|start| {
        let begins = text.get(..start.len());
        begins.is_some_and(|begins| begins.eq_ignore_ascii_case(start.as_bytes()))
    })
}

fn mask<'a>(body: &'a str, fences: &[Fence]) -> Cow<'a, str> {
    if fences.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut masked = String::with_capacity(body.len());
    let mut done = 0;
    for Fence { line, .. } in fences {
        masked.push_str(&body[done..line.start]);
        masked.push_str("***");
        masked.extend(std::iter::repeat_n(' ', line.len() - 3));
        done = line.end;
    }
    masked.push_str(&body[done..]);
    Cow::Owned(masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(body: &str) -> Vec<&str> {
        let scan = scan(body, Options::empty());
        scan.fences.into_iter().map(|f| &body[f.rest]).collect()
    }

    #[test]
    fn finds_fences_and_keeps_every_length() {
        let body = "a\n::: note {#x}\r\ntext\n:::\n";
        let scan = scan(body, Options::empty());
        assert_eq!(scan.fences.len(), 2);
        assert_eq!(scan.fences[0].line, 2..15);
        assert_eq!(scan.masked, "a\n***          \r\ntext\n***\n");
    }

    #[test]
    fn code_and_comments_hide_fences() {
        assert_eq!(opened("```\n::: a\n```\n::: b\n:::"), ["b", ""]);
        assert_eq!(opened("~~~~\n::: a\n~~~\n::: a\n~~~~\n"), [""; 0]);
        assert_eq!(opened("- ```\n  ::: a\n  ```\n\n::: b"), ["b"]);
        assert_eq!(opened("<!--\n::: a\n-->\n::: b"), ["b"]);
        assert_eq!(opened("<!-- x -->\n::: b"), ["b"]);
        assert_eq!(opened("<div>\n::: b"), ["b"]);
        assert_eq!(opened("    ::: indented code"), [""; 0]);
        assert_eq!(opened(":::: big {a=1} ::::"), ["big {a=1}"]);
    }
}
