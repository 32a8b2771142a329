//! The search index: what it holds and must never hold, and that browsers cut and stem words as the program does.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the project that is searched, and reads the example content"
)]

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Serialize;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use teachback::output::{Body, Outputs};
use teachback::pipeline::{self, Memo, Options};
use teachback::search::stem::{self, Stemmer};
use teachback::search::words::words;
use teachback::source;

const SETTINGS: &str = "\
title: Test
languages: [en, es]
levels:
  - {id: easy, name: Easy to read, max_grade: 5}
  - {id: standard, name: Standard, max_grade: 8}
roles:
  - {id: nurse, name: Nurses}
";

/// Builds a project in memory.
fn built(files: &[(&str, &str)]) -> Outputs {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (path, text) in files.iter().chain(&[("teachback.yaml", SETTINGS)]) {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder can be made");
        fs::write(place, text).expect("a file can be written");
    }
    let sources = source::discover(folder.path()).expect("the project can be read");
    let built = pipeline::build(&sources, &Options::default(), &Memo::default());
    built.expect("the files are still there").value.1
}

/// All scripts of the index, one after the other.
fn index_of(outputs: &Outputs) -> String {
    let mut all = String::new();
    for output in outputs.iter() {
        if let Body::Bytes(bytes) = output.body()
            && output.path().starts_with("assets/search/")
        {
            all.push_str(str::from_utf8(bytes).expect("scripts are UTF-8"));
        }
    }
    assert!(all.contains("searchData"), "there is an index");
    all.to_lowercase()
}

/// Words that give something away begin with `zz`; what has to be found begins with `yy`.
const QUESTIONS: &str = r#"---
title: Yytitle of the lesson
summary: Yysummary.
tags: [yytag]
---

Yytext with [[yyshown|yyterm]] and {{yy_fact}}, <b title="zzattribute">yybold</b>. <!-- zzcomment -->

::: question {#one}
Yysingle?

- [ ] Zzoption
  > Zzfeedback
- [x] Zzright
  > Zzpraise

> [!hint]
> Zzhint

> [!explain]
> Zzexplain
:::

::: question {#two answer=false}
Yytruth?

> [!true]
> Zziftrue

> [!false]
> Zziffalse
:::

::: question {#three answer="zzshort/zzother"}
Yyshort?
:::

::: question {#four type=gaps}
Yygaps [=zzlow/zzlowest] and [=zzslow,zzfast].
:::

::: question {#five type=order}
Yyorder?

1. Zzfirst
2. Zzsecond
:::

::: question {#six type=match}
Yymatch?

| Zzhear | Zzis |
|---|---|
| Zzsource | Zztarget |
| Zzsources | Zztargets |
:::

::: question {#seven type=sort}
Yysort?

- Zzgroup
  - Zzitem
- Zzgroups
  - Zzitems
:::

::: question {#eight type=reflect}
Yyreflect?

> [!model]
> Zzmodel
:::

::: question {#nine answer=90 unit=zzunit}
Yynumber?
:::

::: quiz {bank=bank}
Yyquiz
:::

::: teachback
**Ask:** Yyask?

Zzgoodanswer
:::

::: details {title="Yyfoldtitle"}
Yyfold
:::

::: snippet {part}
:::

## Yyheading {#place}

| Yycell | Yycells |
|---|---|
| Yyrow | Yyrows |

![Yypicture](a.svg)
"#;

const BANK: &str = "questions:
  - id: b1
    prompt: Yybank?
    options:
      - {text: Zzbankoption, correct: true, feedback: Zzbankfeedback}
      - {text: Zzbankother, feedback: Zzbankfeedback}
    hint: Zzbankhint
    explain: Zzbankexplain
";

const SCRIPT: &str = "---
title: Yyscript
cast:
  you: {name: You, role: nurse}
  ana: {name: Ana, role: patient}
---

Yyintro

## Yyscene

Yynarration

**Ana:** Yyline

- [Zzchoice](#end)
  > Zzchoicefeedback

## Yyend {#end ending=good}

**You:** Yylast
";

#[test]
fn the_index_has_what_readers_see_and_never_answers() {
    let outputs = built(&[
        (
            "content/modules/m/module.md",
            "---\ntitle: Yymodule\nobjectives:\n  - {id: o, text: Yyobjective.}\n---\n\nText.\n",
        ),
        ("content/modules/m/01-one.md", QUESTIONS),
        ("content/banks/bank.yaml", BANK),
        ("content/scripts/talk.md", SCRIPT),
        ("content/snippets/part.md", "Yysnippet\n"),
        (
            "content/pages/draft.md",
            "---\ntitle: Zzdraft\ndraft: true\n---\n\nZzdrafttext\n",
        ),
        ("content/facts.yaml", "yy_fact: yyvalue\n"),
        (
            "content/glossary.yaml",
            "yyterm: {en: Yymeaning., es: Yysignificado.}\n",
        ),
        (
            "content/modules/m/a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
    ]);
    let index = index_of(&outputs);
    let given_away: Vec<&str> = index
        .match_indices("zz")
        .map(|(at, _)| &index[at..(at + 24).min(index.len())])
        .collect();
    assert_eq!(given_away, [""; 0]);
    for wanted in
        "title summary tag text shown value bold single truth short gaps order match sort reflect number quiz bank ask foldtitle fold \
         snippet heading cell rows picture script intro scene narration line end last module objective term meaning significado"
            .split_ascii_whitespace()
    {
        assert!(index.contains(&format!("yy{wanted}")), "yy{wanted} cannot be found");
    }
    // The heading leads to its place.
    assert!(index.contains("[\"place\",\"yyheading\""));
}

#[test]
fn the_index_is_the_same_each_time_and_one_change_changes_little() {
    let pages: Vec<(String, String)> = (0..60)
        .map(|at| {
            let text = (0..150)
                .map(|n| format!("word{} ", (at * 7 + n * 13) % 900))
                .collect::<String>();
            (
                format!("content/pages/p{at:02}.md"),
                format!("---\ntitle: Page {at}\n---\n\n{text}\n"),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let paths = |outputs: &Outputs| -> Vec<String> {
        let all = outputs.iter().map(|output| output.path().to_owned());
        all.filter(|path| path.starts_with("assets/search/"))
            .collect()
    };
    let first = paths(&built(&files));
    assert_eq!(first, paths(&built(&files)));
    // Another word of the same length on one page.
    let changed = pages[30].1.replacen("word2", "cord2", 1);
    files[30].1 = &changed;
    let second = paths(&built(&files));
    let kept = second.iter().filter(|path| first.contains(path)).count();
    assert!(
        kept * 3 > second.len(),
        "{kept} of {} files stayed",
        second.len()
    );
}

/// A text with what the program makes of it.
#[derive(Serialize)]
struct Case {
    text: String,
    /// Folded words with their places, and their stems.
    expected: Vec<(String, usize, String)>,
}

#[derive(Serialize)]
struct Language {
    stemmer: &'static Stemmer,
    cases: Vec<Case>,
}

const JUDGE: &str = r#"
require(process.argv[1]);
const { search } = globalThis.teachback;
let count = 0;
let differing = 0;
for (const { stemmer, cases } of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  for (const { text, expected } of cases) {
    const said = search.words(text).map((word) => [word.text, word.at, search.stem(stemmer, word.text)]);
    count += 1;
    if (JSON.stringify(said) === JSON.stringify(expected)) continue;
    differing += 1;
    if (differing < 10) console.log(JSON.stringify({ text, program: expected, browser: said }));
  }
}
console.log(`${count} cases, ${differing} differ`);
"#;

fn case(stemmer: &Stemmer, text: String) -> Case {
    let (all, _) = words(&text);
    let expected = all.into_iter().map(|word| {
        let stem = stemmer.stem(&word.text);
        (word.text, word.at, stem)
    });
    Case {
        expected: expected.collect(),
        text,
    }
}

/// Letters of many scripts, marks, apostrophes, and endings that are cut off.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zéèñüßœæøłđçıİ'’ -]{0,30}",
        "([a-zñé]{2,7}(ies|ied|sses|ing|ings|ed|eed|ion|ment|ness|ful|ly|s|e|ciones|mente|ces|ando|iendo|ados|aux|euse|ées|ement|ungen|lich|keit|ern) ){1,4}",
        "(و|ال|وال|لل|ب)?[ا-يآأإىةئؤء]{2,6}(ها|ان|ات|ون|ين|ية|ه|ي)?[ًٌَُِّـ]{0,2}",
        "[一-龥ぁ-んァ-ヶー가-힣ก-๛ ]{0,9}[a-z0-9]{0,3}",
        "[Α-Ωα-ωςά-ώА-Яа-яא-ת״']{0,12}",
        "[ａ-ｚ①-⑳½ﬁﬂ№ªº]{0,6}",
        "[अ-हा-्ं-ः ]{0,10}",
    ]
}

#[test]
fn the_browser_cuts_and_stems_words_as_the_program_does() {
    let mut runner = TestRunner::deterministic();
    let languages = ["en", "es", "fr", "de", "ar", "pt"].map(|lang| {
        let stemmer = stem::of(lang);
        let drawn = (0..1_500).map(|_| {
            texts()
                .new_tree(&mut runner)
                .expect("no text is refused")
                .current()
        });
        Language {
            stemmer,
            cases: drawn
                .chain(example_content())
                .map(|text| case(stemmer, text))
                .collect(),
        }
    });
    let count: usize = languages.iter().map(|language| language.cases.len()).sum();
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets/js/search/10-words.js");
    let mut node = Command::new("node")
        .args(["-e", JUDGE])
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed: this test runs the browser's script in it");
    let json = serde_json::to_vec(&languages).expect("texts are JSON");
    let mut stdin = node.stdin.take().expect("stdin is piped");
    stdin.write_all(&json).expect("node reads the cases");
    drop(stdin);
    let output = node.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said, format!("{count} cases, 0 differ\n"));
}

/// The lines of the site that comes with the program.
fn example_content() -> Vec<String> {
    let sources = source::discover(Path::new(env!("CARGO_MANIFEST_DIR")))
        .expect("the repository can be read");
    let files = sources
        .below("content/")
        .filter(|file| file.path.ends_with(".md"));
    let lines: Vec<String> = files
        .flat_map(|file| file.text.lines().map(str::to_owned))
        .collect();
    assert!(lines.len() > 1_000);
    lines
}
