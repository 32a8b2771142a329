//! `teachback measure` from outside: files, standard input and streams.

#![expect(
    clippy::disallowed_methods,
    reason = "a test makes the files that the program reads"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// Counted by hand in `tests/readability/formulas.rs`.
const NALOXONE: &str = "Your doctor may give you naloxone. It can reverse an opioid overdose.";

/// Headings: 2 + 3 words. Table: 4. Caption: 3. Fragments: "nausea", "dry mouth". Code: 2 + 1. One link, one citation.
/// Read: "You may feel sick:" 4 words, "Call us if it lasts" 5, "Drink water. Rest." 3 in two sentences, "Read more in our guide." 5.
const PAGE: &str = "\
---
title: Side effects
---

# Side effects

You may feel sick:

- nausea
- dry mouth
- Call us if it lasts
- Drink water. Rest.

## What to know

| Drug | Dose |
|------|------|
| A    | high |

![A blue pill](pill.png)

Read more in [our guide](guide.md) [@who2020].

```
take x
```

Use `it`
";

fn run(folder: &TempDir, args: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::cargo_bin("teachback").expect("the program");
    command.current_dir(folder.path()).arg("measure").args(args);
    let output = command.write_stdin(input).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), text(output.stderr))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn one_file_gives_one_object_with_every_number() {
    let folder = folder(&[("a.txt", NALOXONE)]);
    let (code, out, err) = run(&folder, &["a.txt", "--format", "json"], "");
    assert_eq!((code, err.as_str()), (0, ""));
    let found = json(&out);
    assert_eq!(found["id"], "a.txt");
    for (key, count) in [
        ("words", 12),
        ("sentences", 2),
        ("syllables", 20),
        ("polysyllables", 3),
    ] {
        assert_eq!(found[key], count, "{key}");
    }
    let names = |key: &str| -> Vec<String> {
        let object = found[key].as_object().expect("an object");
        object.keys().cloned().collect()
    };
    let mut grades = vec![
        "flesch_kincaid",
        "smog",
        "gunning_fog",
        "coleman_liau",
        "ari",
        "dale_chall",
        "forcast",
    ];
    grades.sort_unstable();
    assert_eq!(names("grades"), grades);
    assert_eq!(
        names("scores"),
        ["flesch_reading_ease", "lix", "rix", "spache"]
    );
    // 0.39 * 6 + 11.8 * 20 / 12 - 15.59
    assert_eq!(found["grades"]["flesch_kincaid"], 6.4167);
    assert_eq!(found["consensus"], 8.4162);
    assert_eq!(found["estimate"], true);
    let hardness = found["hardness"].as_f64().expect("a number");
    assert!(hardness > 1.0);
    let parts = found["hardness_parts"].as_object().expect("an object");
    let sum: f64 = parts.values().filter_map(serde_json::Value::as_f64).sum();
    assert!(
        parts.len() > 1 && (sum - hardness).abs() < 0.001,
        "{parts:?}"
    );
    let hardest = found["hardest"].as_array().expect("a list");
    assert_eq!(hardest.len(), 2);
    let both = hardest.iter().map(|s| s["text"].as_str().expect("a text"));
    assert!(
        both.into_iter()
            .any(|text| text == "It can reverse an opioid overdose.")
    );
    let reasons = hardest[0]["reasons"].to_string();
    assert!(reasons.contains("rare words"), "{reasons}");
}

#[test]
fn what_is_no_prose_is_left_out_and_counted() {
    let folder = folder(&[("a.md", PAGE)]);
    let (_, out, _) = run(&folder, &["a.md", "--format", "json"], "");
    let found = json(&out);
    let expected = [
        ("headings", 5),
        ("tables", 4),
        ("captions", 3),
        ("fragments", 4),
        ("code", 3),
        ("citations", 1),
        ("addresses", 1),
    ];
    for (part, count) in expected {
        assert_eq!(found["left_out"][part], count, "{part} in {out}");
    }
    assert_eq!(
        (&found["words"], &found["sentences"]),
        (&17.into(), &5.into())
    );
}

#[test]
fn plain_text_is_read_to_the_last_word() {
    let folder = folder(&[("a.md", "# Pain\n\nIt hurts.")]);
    let (_, out, _) = run(&folder, &["a.md", "--plain", "--format", "json"], "");
    assert_eq!(json(&out)["words"], 3);
    let (_, out, _) = run(&folder, &["a.md", "--format", "json"], "");
    assert_eq!(json(&out)["words"], 2);
}

#[test]
fn several_files_give_a_list_and_standard_input_has_a_name() {
    let folder = folder(&[("a.txt", "It hurts."), ("b.txt", "It helps a lot.")]);
    let (_, out, _) = run(
        &folder,
        &["a.txt", "-", "b.txt", "--format", "json"],
        "It is so.",
    );
    let found = json(&out);
    let ids: Vec<_> = found
        .as_array()
        .expect("a list")
        .iter()
        .map(|m| &m["id"])
        .collect();
    assert_eq!(ids, ["a.txt", "-", "b.txt"]);
    assert_eq!(found[1]["words"], 3);
}

#[test]
fn people_see_the_place_and_the_reason() {
    let text = format!("# A title\n\nThis is a short line.\n\n{NALOXONE}\n");
    let folder = folder(&[("a.md", &text)]);
    let (code, out, _) = run(&folder, &["a.md"], "");
    assert_eq!(code, 0);
    for part in [
        "a.md",
        "17 words, 3 sentences",
        "an estimate",
        "Flesch-Kincaid",
        "headings (2 words)",
        "rare words: naloxone",
        "naloxone (5:26)",
    ] {
        assert!(out.contains(part), "no {part:?} in\n{out}");
    }
    // The second sentence begins behind "Your doctor may give you naloxone. ".
    assert!(out.contains("5:36 hardness"), "{out}");
}

#[test]
fn spanish_has_its_own_formulas() {
    let folder = folder(&[(
        "a.es.md",
        "Tome la medicina con agua. Llame al médico si le duele.",
    )]);
    let (_, out, _) = run(&folder, &["a.es.md", "--format", "json"], "");
    let found = json(&out);
    assert_eq!(
        (&found["language"], &found["syllables"]),
        (&"es".into(), &20.into())
    );
    assert_eq!(found["scores"]["szigriszt_pazos"], 88.0623);
    assert_eq!(found["bands"]["szigriszt_pazos"], "muy fácil");
    assert_eq!(found["grades"], json("{}"));
    let (_, out, _) = run(
        &folder,
        &["--lang", "fr", "--format", "json"],
        "Bonjour. Merci.",
    );
    let found = json(&out);
    assert_eq!(
        (&found["syllables"], &found["consensus"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(found["sentences"], 2);
}

#[test]
fn a_stream_keeps_its_order_and_goes_on_after_bad_lines() {
    let folder = folder(&[]);
    let mut input = String::new();
    for id in 0..400 {
        let words = "pain ".repeat(id % 7 + 1);
        input.push_str(&format!("{{\"id\": {id}, \"text\": \"{words}.\"}}\n"));
        if id == 9 {
            input.push_str("not JSON\n\n{\"id\": \"no text\"}\n");
        }
    }
    input.push_str(
        r##"{"id": "last", "lang": "es", "markdown": true, "text": "# Uno\n\nMe duele."}"##,
    );
    let (code, out, err) = run(&folder, &["--jsonl"], &input);
    assert_eq!(code, 1);
    let faults: Vec<&str> = err
        .lines()
        .map(|l| l.split(':').next().unwrap_or(""))
        .collect();
    assert_eq!(faults, ["line 11", "line 13"]);
    let results: Vec<Value> = out.lines().map(json).collect();
    assert_eq!(results.len(), 401);
    for (id, result) in results[..400].iter().enumerate() {
        assert_eq!(
            (&result["id"], &result["words"]),
            (&id.into(), &(id % 7 + 1).into())
        );
    }
    let last = &results[400];
    assert_eq!(
        (&last["id"], &last["language"], &last["words"]),
        (&"last".into(), &"es".into(), &2.into())
    );
}

#[test]
fn a_text_without_words_is_no_error() {
    let folder = folder(&[("a.md", "")]);
    let (code, out, _) = run(&folder, &["a.md", "--format", "json"], "");
    assert_eq!((code, &json(&out)["consensus"]), (0, &Value::Null));
    let (code, out, _) = run(&folder, &["a.md"], "");
    assert_eq!(code, 0);
    assert!(out.contains("nothing to measure"), "{out}");
}

#[test]
fn what_cannot_be_read_or_written_ends_with_2() {
    let folder = folder(&[]);
    for args in [
        &["none.md"][..],
        &["--format", "sarif"],
        &["--jsonl", "a.md"],
    ] {
        let (code, out, err) = run(&folder, args, "");
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(!err.is_empty());
    }
}
