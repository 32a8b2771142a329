//! Style sheets say start and end, not left and right, so that one sheet serves both directions of writing.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the style sheets of the repository"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Physical names for which CSS has logical ones (CSS Logical Properties and Values, level 1).
const PHYSICAL: &[&str] = &[
    "left",
    "right",
    "top",
    "bottom",
    "width",
    "height",
    "min-width",
    "max-width",
    "min-height",
    "max-height",
];

/// What is wrong with a declaration, if anything.
fn fault(property: &str, value: &str) -> Option<String> {
    let physical = |part: &str| PHYSICAL.contains(&part);
    let side = |part: &str| matches!(part, "left" | "right" | "top" | "bottom");
    let box_side = [
        "margin-",
        "padding-",
        "border-",
        "scroll-margin-",
        "scroll-padding-",
    ]
    .iter()
    .any(|of| {
        property
            .strip_prefix(of)
            .is_some_and(|rest| rest.split('-').any(side))
    });
    let sided_value = matches!(property, "text-align" | "float" | "clear" | "caption-side")
        && matches!(value, "left" | "right");
    let uneven = matches!(property, "margin" | "padding" | "inset")
        && matches!(&value.split_whitespace().collect::<Vec<_>>()[..], [_, right, _, left] if right != left);
    let corners = property == "border-radius" && value.split_whitespace().count() > 2;
    (physical(property) || box_side || sided_value || uneven || corners)
        .then(|| format!("{property}: {value}"))
}

/// Every declaration of a style sheet; comments and strings hold none.
fn declarations(css: &str) -> Vec<(String, String)> {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").expect("comments end").1;
    }
    text.push_str(rest);
    let pieces = text.split(['{', '}', ';']);
    let declared = pieces.filter_map(|piece| {
        let (property, value) = piece.trim().split_once(':')?;
        let name = property.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        name.then(|| (property.to_owned(), value.trim().to_owned()))
    });
    declared.collect()
}

fn sheets(below: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(below).expect("the folder can be read") {
        let path = entry.expect("its entries, too").path();
        if path.is_dir() {
            sheets(&path, out);
        } else if path.extension().is_some_and(|end| end == "css") {
            out.push(path);
        }
    }
}

#[test]
fn physical_sides_are_found() {
    let css = "/* left: 0 */ a { margin-left: 1px; inset-inline-start: 0 } @media (min-width: 3rem) { b { padding: 0 1px 0 2px; text-align: right; min-width: 0 } c { padding: 0 1px; border-top-left-radius: 0; transform: none; border-radius: 1px 2px 3px } }";
    let all = declarations(css);
    let found: Vec<String> = all.iter().filter_map(|(p, v)| fault(p, v)).collect();
    assert_eq!(
        found,
        [
            "margin-left: 1px",
            "padding: 0 1px 0 2px",
            "text-align: right",
            "min-width: 0",
            "border-top-left-radius: 0",
            "border-radius: 1px 2px 3px"
        ]
    );
}

#[test]
fn the_themes_know_no_left_and_right() {
    let mut files = Vec::new();
    sheets(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"),
        &mut files,
    );
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        let css = fs::read_to_string(&file).expect("a style sheet can be read");
        let found: Vec<String> = declarations(&css)
            .iter()
            .filter_map(|(property, value)| fault(property, value))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{}", file.display());
    }
}
