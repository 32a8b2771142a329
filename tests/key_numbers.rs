//! Numbers in key messages: the same at every level and in every language.

mod project;

use project::Project;
use teachback::diagnostic::{Diagnostic, Severity};

/// What is told of the numbers of a handout: its message, and what its pages say.
fn told(message: &str, pages: &[(&str, &str)]) -> Vec<Diagnostic> {
    let shared = format!("title: T\nkey_messages:\n  - {{id: m, text: {message:?}}}\n");
    let start = Project::new()
        .file(
            "content/facts.yaml",
            "emergency: \"911\"\ncrisis: \"988\"\n",
        )
        .file("content/handouts/h.yaml", shared);
    let project = pages.iter().fold(start, |project, (variant, text)| {
        let page = format!("---\ntitle: T\n---\n\nText.\n\n::: key {{#m}}\n{text}\n:::\n");
        project.file(&format!("content/handouts/h.{variant}.md"), page)
    });
    let mut told = project.diagnose();
    told.retain(|d| d.rule.name.starts_with("key-number"));
    told
}

fn kinds(message: &str, pages: &[(&str, &str)]) -> Vec<(&'static str, Severity)> {
    let told = told(message, pages);
    told.iter().map(|d| (d.rule.name, d.severity)).collect()
}

const DIFFERS: (&str, Severity) = ("key-number-differs", Severity::Error);
const LEFT_OUT: (&str, Severity) = ("key-number-missing", Severity::Warning);
const LOST: (&str, Severity) = ("key-number-missing", Severity::Error);

#[test]
fn the_same_numbers_in_other_words_are_the_same() {
    let cases: [&[(&str, &str)]; 13] = [
        &[
            ("easy", "Call 9-1-1."),
            ("standard", "Call 911."),
            ("easy.es", "Llame al 911."),
        ],
        &[
            ("standard", "Take 1.5 mg at 8 a.m."),
            ("standard.es", "Tome 1,5 mg a las 8 de la mañana."),
        ],
        &[
            ("easy", "Take half a pill once a day."),
            ("easy.es", "Tome media pastilla una vez al día."),
        ],
        &[("easy", "Take a pill."), ("standard", "Take 1 tablet.")],
        &[
            ("easy", "Call 911."),
            ("standard", "Call {{emergency}} for help."),
        ],
        &[
            ("easy", "Wait two hours."),
            ("standard", "Wait 2 hours."),
            ("detailed", "Wait 120 minutes."),
        ],
        &[
            ("easy", "A 24-hour line."),
            ("standard", "The line is open 24 hours."),
        ],
        &[
            ("standard", "Take 2.5 mg."),
            ("standard.es", "Tome 2,5 mg."),
        ],
        &[
            ("easy", "Wait 2 to 3 hours."),
            ("easy.es", "Espere de 2 a 3 horas."),
        ],
        &[
            ("easy", "Call (612) 555-0142."),
            ("standard", "Call 612-555-0142."),
        ],
        &[
            ("easy", "After just a week."),
            ("standard", "In as little as one week."),
        ],
        &[
            ("easy", "Call us first."),
            ("standard", "Call us before you take more."),
        ],
        &[
            ("easy", "It is new."),
            ("detailed", "It is sold since 2023 [1]."),
        ],
    ];
    for pages in cases {
        assert_eq!(kinds("Be safe.", pages), [], "{pages:?}");
    }
}

#[test]
fn a_number_that_differs_is_an_error_with_both_places() {
    let pages = [
        ("easy", "Call 991 now."),
        ("standard", "Call 911 now."),
        ("detailed", "Call 911."),
    ];
    let told = told("Be safe.", &pages);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].severity, Severity::Error);
    assert_eq!(
        told[0].message,
        "the key message \"m\" says \"991\" here, and another page says \"911\""
    );
    assert_eq!(told[0].labels.len(), 1);
    assert_ne!(told[0].labels[0].span.file, told[0].span.file);
}

#[test]
fn every_kind_of_number_is_compared() {
    let cases = [
        ("Take 4 mg.", "Take 40 mg."),
        ("Wait 2 hours.", "Wait 3 hours."),
        ("Call 612-555-0142.", "Call 612-555-0143."),
        ("Take two pills.", "Take three pills."),
        ("Give one spray.", "Give two sprays."),
        ("Go down by 10%.", "Go down by 20 percent."),
        ("A fever of 38 °C.", "A fever of 39 °C."),
        ("Wait 2 weeks.", "Wait 2 months and 3 weeks."),
        ("Text HOME to 741741.", "Text HOME to 741714."),
        ("Take it at 8 a.m.", "Take it at 8 p.m."),
        ("Take half a pill.", "Take 2 pills."),
        (
            "Call if it is above 180/120.",
            "Call if it is above 180/110.",
        ),
        ("Call 1-800-222-1222.", "Call 1-800-222-1223."),
        ("Take 50 mcg.", "Take 50 mg."),
        ("Take it every 4 to 6 hours.", "Take it every 4 to 8 hours."),
        ("Take it once a day.", "Take it twice a day."),
    ];
    for (one, other) in cases {
        let found = kinds("Be safe.", &[("easy", one), ("standard", other)]);
        assert!(found.contains(&DIFFERS), "{one} / {other}: {found:?}");
    }
}

#[test]
fn facts_that_differ_by_language_differ() {
    let project = Project::new()
        .file("content/facts.yaml", "help: {en: \"911\", es: \"991\"}\n")
        .file(
            "content/handouts/h.yaml",
            "title: T\nkey_messages:\n  - {id: m, text: Call for help.}\n",
        )
        .file(
            "content/handouts/h.easy.md",
            "---\ntitle: T\n---\n\n::: key {#m}\nCall {{help}}.\n:::\n",
        )
        .file(
            "content/handouts/h.easy.es.md",
            "---\ntitle: T\n---\n\n::: key {#m}\nLlame al {{help}}.\n:::\n",
        );
    let told = project.diagnose();
    assert!(
        told.iter().any(|d| d.rule.name == "key-number-differs"),
        "{told:#?}"
    );
}

#[test]
fn the_message_itself_decides() {
    assert_eq!(
        kinds(
            "Call 911.",
            &[("easy", "Call 991."), ("standard", "Call 991.")]
        ),
        [DIFFERS, DIFFERS]
    );
    assert_eq!(kinds("Call 911.", &[("easy", "Call for help.")]), [LOST]);
    assert_eq!(kinds("Call {{emergency}}.", &[("easy", "Call 911.")]), []);
    assert_eq!(kinds("Wait 2 hours.", &[("easy", "Wait two hours.")]), []);
}

#[test]
fn a_number_that_a_level_leaves_out_is_a_warning() {
    let pages = [
        ("easy", "Wait."),
        ("standard", "Wait 2 hours."),
        ("detailed", "Wait 2 hours."),
    ];
    assert_eq!(kinds("Be safe.", &pages), [LEFT_OUT]);
    let told = told("Be safe.", &pages);
    assert!(
        told[0].message.contains("\"2 hours\""),
        "{}",
        told[0].message
    );
}

#[test]
fn numbers_in_a_snippet_are_read() {
    let project = Project::new()
        .file("content/snippets/s.md", "::: key {#m}\nCall 991.\n:::\n")
        .file(
            "content/handouts/h.yaml",
            "title: T\nkey_messages:\n  - {id: m, text: Call 911.}\n",
        )
        .file(
            "content/handouts/h.easy.md",
            "---\ntitle: T\n---\n\n::: snippet {s}\n:::\n",
        );
    let told = project.diagnose();
    assert!(
        told.iter().any(|d| d.rule.name == "key-number-differs"),
        "{told:#?}"
    );
}

#[test]
fn a_snippet_inside_the_block_is_read() {
    let page = "---\ntitle: T\n---\n\n:::: key {#m}\n::: snippet {s}\n:::\n::::\n";
    let start = |number: &str| {
        Project::new()
            .file("content/snippets/s.md", format!("Call {number}.\n"))
            .file(
                "content/handouts/h.yaml",
                "title: T\nkey_messages:\n  - {id: m, text: Call 911.}\n",
            )
            .file("content/handouts/h.easy.md", page)
            .diagnose()
    };
    let of = |told: Vec<Diagnostic>| {
        told.iter()
            .filter(|d| d.rule.name.starts_with("key-number"))
            .count()
    };
    assert_eq!((of(start("911")), of(start("991"))), (0, 1));
}
