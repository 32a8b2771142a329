//! Every format on the same faults; expected texts are written from the formats' specifications.

use super::{EMITTERS, Findings, Summary};
use crate::diagnostic::{Diagnostic, Fix, INVALID_VALUE, MISSING_MEDIA, SECOND_TITLE, UNKNOWN_KEY};
use crate::source::{FileId, SourceFile, SourceTree, Span};
use proptest::prelude::*;
use serde_json::{Value, json};

const PATH: &str = "content/pages/été #1.md";
const TEXT: &str = "---\nrôles: nurse, all\n---\n# One\n";

/// Two faults in a text file, given in the wrong order and one of them twice, and one of a picture.
fn faults() -> (Vec<Diagnostic>, SourceTree) {
    let mut file = SourceFile::new(PATH, TEXT);
    file.skipped_bytes = 3;
    file.fingerprint = crate::source::Fingerprint::of(format!("\u{feff}{TEXT}").as_bytes());
    // "---\n" is 4 bytes, "rôles: " 8; the value goes from 12 to 22.
    let value = Span::new(file.id, 12, 22);
    let title = Span::new(file.id, 27, 32);
    let picture = FileId::of_path("content/a.png");
    let wrong = Diagnostic::new(&INVALID_VALUE, value, "\"roles\" must be a list: 100%")
        .help("write it as a list")
        .fix(Fix::replace("make it a list", true, value, "[nurse, all]"));
    let second = Diagnostic::new(&SECOND_TITLE, title, "a second title").label(value, "see here");
    let missing = Diagnostic::new(&MISSING_MEDIA, Span::start_of(picture), "not a picture");
    let fault = crate::source::ReadFault {
        path: "content/a.png".to_owned(),
        kind: crate::source::ReadFaultKind::LinkLoop,
    };
    let tree = SourceTree::new(vec![file], vec![], vec![fault]);
    (vec![second.clone(), wrong, missing, second], tree)
}

const SEEN: Summary = Summary {
    pages: 23,
    questions: 18,
    errors: 0,
    warnings: 0,
    infos: 0,
};

fn emit(format: &str) -> String {
    let (faults, tree) = faults();
    let emitter = EMITTERS.iter().find(|e| e.name == format);
    let emitter = emitter.expect("a format of the table");
    emitter.text(&Findings::new(&faults, &tree, SEEN), false)
}

#[test]
fn human() {
    let expected = "\
error[TB303 missing-media]: not a picture
--> content/a.png

error[TB105 invalid-value]: \"roles\" must be a list: 100%
 --> content/pages/été #1.md:2:8
  |
2 | rôles: nurse, all
  |        ^^^^^^^^^^
  |
  = help: write it as a list
  = note: teachback check --fix does it: make it a list

warning[TB214 second-title]: a second title
 --> content/pages/été #1.md:4:1
  |
4 | # One
  | ^^^^^
  |
 ::: content/pages/été #1.md:2:8
  |
2 | rôles: nurse, all
  |        ---------- see here

";
    assert_eq!(emit("human"), expected);
}

#[test]
fn json() {
    let expected = json!({
        "diagnostics": [
            {"code": "TB303", "name": "missing-media", "severity": "error", "message": "not a picture", "help": null,
             "path": "content/a.png", "line": 1, "column": 1, "end_line": 1, "end_column": 1, "fixes": []},
            {"code": "TB105", "name": "invalid-value", "severity": "error",
             "message": "\"roles\" must be a list: 100%", "help": "write it as a list",
             "path": PATH, "line": 2, "column": 8, "end_line": 2, "end_column": 18,
             "fixes": [{"description": "make it a list", "sure": true,
                        "edits": [{"path": PATH, "start": 15, "end": 25, "text": "[nurse, all]"}]}]},
            {"code": "TB214", "name": "second-title", "severity": "warning", "message": "a second title", "help": null,
             "path": PATH, "line": 4, "column": 1, "end_line": 4, "end_column": 6, "fixes": []},
        ],
        "summary": {"pages": 23, "questions": 18, "errors": 2, "warnings": 1, "infos": 0},
    });
    let found: Value = serde_json::from_str(&emit("json")).expect("JSON");
    assert_eq!(found, expected);
}

#[test]
fn github() {
    let expected = "\
::error file=content/a.png,line=1,endLine=1,col=1,endColumn=1,title=TB303 missing-media::not a picture
::error file=content/pages/été #1.md,line=2,endLine=2,col=8,endColumn=18,title=TB105 invalid-value::\"roles\" must be a list: 100%25%0Awrite it as a list
::warning file=content/pages/été #1.md,line=4,endLine=4,col=1,endColumn=6,title=TB214 second-title::a second title
";
    assert_eq!(emit("github"), expected);
}

#[test]
fn sarif() {
    let found: Value = serde_json::from_str(&emit("sarif")).expect("JSON");
    let uri = "content/pages/%C3%A9t%C3%A9%20%231.md";
    let value = json!({"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 18});
    assert_eq!(found["version"], "2.1.0");
    let run = &found["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(
        run["results"][0]["locations"],
        json!([{"physicalLocation": {"artifactLocation": {"uri": "content/a.png"}}}])
    );
    assert_eq!(
        run["results"][1],
        json!({
            "ruleId": "TB105", "ruleIndex": 0, "level": "error",
            "message": {"text": "\"roles\" must be a list: 100%\nwrite it as a list"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": value}}],
            "fixes": [{"description": {"text": "make it a list"}, "artifactChanges": [
                {"artifactLocation": {"uri": uri},
                 "replacements": [{"deletedRegion": value, "insertedContent": {"text": "[nurse, all]"}}]}]}],
        })
    );
    assert_eq!(
        run["results"][2]["relatedLocations"],
        json!([{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": value},
                "message": {"text": "see here"}}])
    );
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
    assert_eq!(ids, ["TB105", "TB214", "TB303"]);
    assert_eq!(rules[1]["defaultConfiguration"]["level"], "warning");
}

#[test]
fn a_fault_of_the_whole_project_has_its_folder_as_path() {
    let nowhere = Span::start_of(FileId::of_path("gone.md"));
    let faults = [Diagnostic::new(&UNKNOWN_KEY, nowhere, "gone")];
    let tree = SourceTree::default();
    let findings = Findings::new(&faults, &tree, SEEN);
    assert_eq!(findings.all[0].path, ".");
}

#[test]
fn a_line_of_a_million_letters_is_not_printed() {
    let file = SourceFile::new("a.md", &"word ".repeat(200_000));
    let span = Span::new(file.id, 500_000, 500_004);
    let faults = [Diagnostic::new(&UNKNOWN_KEY, span, "here")];
    let tree = SourceTree::new(vec![file], vec![], vec![]);
    let text = EMITTERS[0].text(&Findings::new(&faults, &tree, SEEN), false);
    // 70 bytes of the line stand before the place: 14 words.
    let underlined = format!("\n  | {}^^^^", " ".repeat(1 + 70));
    assert!(text.contains("--> a.md:1:500001\n"), "{text}");
    assert!(text.contains(&underlined), "{text}");
    assert!(text.len() < 1_000, "{text}");
}

proptest! {
    /// Spans may be anything, also not in the text: every format tells every fault, in the same order.
    #[test]
    fn every_format_carries_the_same_faults(
        text in "[a é🦋\t\u{1b}\r\n]{0,60}",
        places in prop::collection::vec((0usize..300, 0usize..300, 0usize..300), 0..6),
    ) {
        let file = SourceFile::new("a, b: c.md", &text);
        let faults: Vec<Diagnostic> = places
            .iter()
            .enumerate()
            .map(|(i, &(start, end, label))| {
                let at = |from, to| Span::new(file.id, from, to);
                Diagnostic::new(&UNKNOWN_KEY, at(start, end), format!("fault-{i}."))
                    .label(at(label, end), "a label")
                    .fix(Fix::replace("mend", i % 2 == 0, at(start, end), "\n"))
            })
            .collect();
        let tree = SourceTree::new(vec![file], vec![], vec![]);
        let findings = Findings::new(&faults, &tree, SEEN);
        let expected: Vec<&str> = findings.all.iter().map(|f| f.diagnostic.message.as_str()).collect();
        prop_assert_eq!(expected.len(), faults.len());
        for emitter in EMITTERS {
            for colour in [false, true] {
                let text = emitter.text(&findings, colour);
                let told: Vec<&str> = text
                    .match_indices("fault-")
                    .map(|(at, _)| text[at..].split_inclusive('.').next().expect("a sentence"))
                    .collect();
                prop_assert_eq!(&told, &expected, "{}", emitter.name);
            }
        }
    }
}
