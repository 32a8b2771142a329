//! What an author allows at one place, and what an organisation adds to the lists of words.

mod project;

use project::Project;
use teachback::diagnostic::{Diagnostic, Severity};

fn page(text: &str) -> String {
    format!("---\ntitle: A page\n---\n\n{text}\n")
}

fn of(project: &Project, rule: &str) -> Vec<Diagnostic> {
    let mut told = project.diagnose();
    told.retain(|d| d.rule.name == rule);
    told
}

/// How often `stigma` and `unsound-allowance` are told of a page.
fn counts(text: &str) -> (usize, usize) {
    let project = Project::new().file("content/pages/p.md", page(text));
    (
        of(&project, "stigma").len(),
        of(&project, "unsound-allowance").len(),
    )
}

#[test]
fn an_allowance_covers_the_block_behind_it_and_nothing_else() {
    let cases = [
        ("<!-- allow stigma: a name -->\nThe addict waits.", (0, 0)),
        ("<!-- allow stigma: a name -->\n\nThe addict waits.", (0, 0)),
        ("<!-- allow TB701: a name -->\n\nThe addict waits.", (0, 0)),
        (
            "<!-- allow stigma: a name -->\n\nThe addict waits.\n\nThe addict waits.",
            (1, 0),
        ),
        (
            "The addict waits.\n\n<!-- allow stigma: a name -->\n\nThe addict waits.",
            (1, 0),
        ),
        (
            "<!-- allow stigma: a name -->\n\n- The addict\n- An addict",
            (0, 0),
        ),
        (
            "<!-- allow stigma: a name -->\n\n| Who |\n|---|\n| addict |",
            (0, 0),
        ),
        (
            "<!-- allow stigma: a name -->\n\n## The Addict\n\nText.",
            (0, 0),
        ),
        (
            "<!-- allow stigma: a name -->\n\n::: discuss\nThe addict.\n\nAn addict.\n:::",
            (0, 0),
        ),
        ("The addict waits. <!-- allow stigma: a name -->", (0, 0)),
        (
            "- The addict <!-- allow stigma: a name -->\n- An addict",
            (1, 0),
        ),
        (
            "<!-- allow stigma: a name\n     that goes on -->\nThe addict waits.",
            (0, 0),
        ),
        (
            "<!-- allow stigma: a name -->\n<!-- allow passive-voice: who does it is not known -->\nThe addict was seen.",
            (0, 0),
        ),
        (
            "<!-- allow stigma, passive-voice: a name -->\nThe addict was seen.",
            (0, 0),
        ),
        (
            "<!-- a remark of my own: allow it -->\n\nThe addict waits.",
            (1, 0),
        ),
        (
            "<!-- allow people to read: yes -->\n\nThe addict waits.",
            (1, 0),
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(counts(text), wanted, "{text}");
    }
}

#[test]
fn an_allowance_that_is_not_sound_is_told_and_allows_nothing() {
    let cases = [
        ("<!-- allow stigma -->\nThe addict waits.", (1, 1)),
        ("<!-- allow stigma: -->\nThe addict waits.", (1, 1)),
        ("<!-- allow stigma: … -->\nThe addict waits.", (1, 1)),
        ("<!-- allow stigma: a name -->\nThe person waits.", (0, 1)),
        ("<!-- allow stgma: a name -->\nThe addict waits.", (1, 1)),
        (
            "<!-- allow broken-link: a name -->\nThe addict waits.",
            (1, 1),
        ),
        ("The addict waits.\n\n<!-- allow stigma: a name -->", (1, 1)),
        (
            "<!-- allow stigma, hard-word: a name -->\nThe addict waits.",
            (0, 1),
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(counts(text), wanted, "{text}");
    }
}

#[test]
fn yaml_and_front_matter_take_allowances_in_their_own_comments() {
    let bank = "questions:\n  # allow stigma: what the chart said\n  - prompt: What does the addict need?\n    answer: care\n\
                \x20 - prompt: And an addict?\n    answer: care\n";
    let glossary = "taper: What the addict gets. # allow stigma: the old definition\n";
    let front = "---\n# allow stigma: the name of a book\ntitle: For the addict\nsummary: No addict here.\n---\n\nText.\n";
    let project = Project::new()
        .file("content/banks/b.yaml", bank)
        .file("content/glossary.yaml", glossary)
        .file("content/pages/p.md", front);
    assert_eq!(of(&project, "stigma").len(), 2);
    assert_eq!(of(&project, "unsound-allowance").len(), 0);
}

#[test]
fn what_is_allowed_at_its_place_is_not_denied() {
    let project = Project::new()
        .file("teachback.yaml", "title: T\nlint: {deny: [stigma]}\n")
        .file(
            "content/pages/p.md",
            page("<!-- allow stigma: a name -->\nThe addict.\n\nAn addict."),
        );
    let told = of(&project, "stigma");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].severity, Severity::Error);
}

const OURS: &str = "\
sources: {us: \"Our style guide, 2026\"}
off: [minorities, dirty needle]
entries:
  - terms: [bed blocker]
    say: person who waits for a place
    plural: people who wait for a place
    why: makes a person an obstacle
    source: us
    unless: {before: [rented]}
    fires: [Two bed blockers wait.]
    silent: [A rented bed blocker is a tool.]
";

#[test]
fn an_organisation_adds_words_and_switches_others_off() {
    let project = Project::new().file("content/words/ours.yaml", OURS).file(
        "content/pages/p.md",
        page("Minorities and bed-blockers use dirty needles. The addict waits."),
    );
    let told = project.diagnose();
    let messages: Vec<&str> = told.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "\"bed-blockers\" makes a person an obstacle; say \"people who wait for a place\"",
            "\"addict\" names a person by an illness; say \"person with a substance use disorder\"",
        ]
    );
    assert!(
        told[0]
            .help
            .as_ref()
            .is_some_and(|help| help.contains("Our style guide, 2026"))
    );
}

#[test]
fn an_organisation_can_say_something_else_for_a_word_of_the_program() {
    let ours = "rule: hard-word\nentries:\n  - {terms: [hypertension], say: high pressure}\n";
    let project = Project::new()
        .file("content/words/ours.yaml", ours)
        .file("content/handouts/h.easy.md", page("You have hypertension."));
    let told = of(&project, "hard-word");
    assert_eq!(told.len(), 1);
    assert!(
        told[0].message.ends_with("say \"high pressure\""),
        "{}",
        told[0].message
    );
}

#[test]
fn lists_for_another_language_are_read_in_that_language() {
    let ours = "language: es\nentries:\n  - {terms: [viejito], say: persona mayor, plural: personas mayores}\n";
    let project = Project::new()
        .file("content/words/ours.yaml", ours)
        .file(
            "content/pages/a.es.md",
            page("Los viejitos esperan. El drogadicto espera."),
        )
        .file("content/pages/a.md", page("The viejito waits."));
    assert_eq!(of(&project, "stigma").len(), 2);
}

#[test]
fn what_is_wrong_with_a_list_is_told_at_its_place() {
    let cases = [
        ("entries:\n  - {say: x}\n", "missing-key", "{"),
        ("entries:\n  - {terms: [a b]}\n", "missing-key", ""),
        (
            "entries:\n  - {terms: [$nothing one], say: x}\n",
            "unknown-name",
            "$nothing one",
        ),
        ("off: [florble]\n", "unknown-name", "florble"),
        ("rule: stigmata\n", "invalid-value", "stigmata"),
        (
            "entries:\n  - {terms: [zyx], say: x, sever: info}\n",
            "unknown-key",
            "sever",
        ),
        (
            "entries:\n  - {terms: [zyx], say: x, fires: [No such word.]}\n",
            "word-example",
            "No such word.",
        ),
        (
            "entries:\n  - {terms: [zyx], say: x, silent: [A zyx came.]}\n",
            "word-example",
            "A zyx came.",
        ),
    ];
    for (list, rule, place) in cases {
        let project = Project::new().file("content/words/ours.yaml", list);
        let told = project.diagnose();
        let found: Vec<(&str, &str)> = told
            .iter()
            .map(|d| (d.rule.name, d.span.slice(list)))
            .collect();
        assert_eq!(found, [(rule, place)], "{list}");
    }
}
