//! Holds the rules about badly written questions against cases that their manual pages do not show.

mod project;

use project::Project;

/// What the rules about questions (TB451 to TB457) say about a page: the names, and the text they point at.
fn told(path: &str, text: &str) -> Vec<(&'static str, String)> {
    let settings = "title: T\nlanguage: en\nlanguages: [en, es]\n";
    let project = Project::bare()
        .file("teachback.yaml", settings)
        .file(path, text);
    let found = project.diagnose();
    let found = found.iter().filter(|d| {
        let code = d.rule.code;
        ("TB451"..="TB457").contains(&code) && d.rule.name != "missing-option-feedback"
    });
    found
        .map(|d| (d.rule.name, d.span.slice(text).to_owned()))
        .collect()
}

fn page(question: &str) -> String {
    format!("---\ntitle: T\n---\n\n{question}\n")
}

fn told_in_choice(stem: &str, options: &str) -> Vec<(&'static str, String)> {
    let text = page(&format!("::: question {{#q}}\n{stem}\n\n{options}\n:::"));
    told("content/pages/t.md", &text)
}

/// What stands out in a stem that is followed by sound options.
fn negatives(path: &str, stem: &str) -> Vec<String> {
    let text = page(&format!(
        "::: question {{#q}}\n{stem}\n\n- [x] uno\n- [ ] dos\n:::"
    ));
    let told = told(path, &text);
    assert!(told.iter().all(|(name, _)| *name == "unstressed-negative"));
    told.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn negatives_that_turn_a_question_round_are_told() {
    for (stem, word) in [
        ("Which of these is not a sign?", "not"),
        ("Dana is late. Which of these would you never say?", "never"),
        ("All of these are signs, except:", "except"),
        ("Which is the least urgent?", "least"),
        ("Of these signs, which doesn't need a call?", "doesn't"),
    ] {
        assert_eq!(negatives("content/pages/t.md", stem), [word], "{stem}");
    }
    let spanish = "¿Cuál de estas señales no pide ayuda?";
    assert_eq!(negatives("content/pages/t.es.md", spanish), ["no"]);
}

#[test]
fn negatives_that_describe_or_stand_out_are_left_alone() {
    for stem in [
        "Which of these is **not** a sign?",
        "Which of these is *not* a sign?",
        "Which of these is NOT a sign?",
        "Dana is not sleeping. What do you say?",
        "What do you say to a person who does not sleep?",
        "If Dana does not come, what do you do?",
        "What do you say to \"I will not go on\"?",
        "What do you need at least?",
        "Why does she not want to come?",
    ] {
        let told = negatives("content/pages/t.md", stem);
        assert!(told.is_empty(), "{stem}: {told:?}");
    }
}

#[test]
fn a_statement_to_judge_is_not_put_as_a_negative() {
    let text = page("::: question {#q answer=false}\nA taper should not be slow.\n:::");
    assert_eq!(
        told("content/pages/t.md", &text),
        [("unstressed-negative", "not".to_owned())]
    );
}

#[test]
fn options_about_other_options_are_told_in_both_languages() {
    let cases = [
        ("en", "All of the above."),
        ("en", "None of these is correct"),
        ("en", "Both A and C"),
        ("en", "B or C"),
        ("en", "Both are right."),
        ("es", "Todas las anteriores son correctas"),
        ("es", "Ninguna de las opciones anteriores"),
        ("es", "Tanto A como B"),
        ("es", "Ambas son correctas."),
    ];
    for (lang, option) in cases {
        let path = match lang {
            "en" => "content/pages/t.md",
            _ => "content/pages/t.es.md",
        };
        let text = page(&format!(
            "::: question {{#q}}\nQ?\n\n- [x] uno\n- [ ] {option}\n:::"
        ));
        let expected = ("all-of-the-above", format!("- [ ] {option}"));
        assert_eq!(told(path, &text), [expected], "{option}");
    }
}

#[test]
fn amounts_and_names_are_no_options_about_other_options() {
    for option in ["All of them", "Both", "Hepatitis A and B", "Vitamin D", "A"] {
        let told = told_in_choice("Q?", &format!("- [x] one\n- [ ] {option}"));
        assert!(told.is_empty(), "{option}: {told:?}");
    }
}

#[test]
fn length_is_measured_in_what_is_shown() {
    let right = |n: usize| format!("- [x] {}\n", "a".repeat(n));
    let wrong = |n: usize| format!("- [ ] {}\n", "b".repeat(n));
    let told = |options: String| !told_in_choice("Q?", &options).is_empty();
    // One and a half times 30 is 45.
    assert!(!told(right(45) + &wrong(30) + &wrong(10)));
    assert!(told(right(46) + &wrong(30) + &wrong(10)));
    // Up to 40 characters an option is short.
    assert!(!told(right(40) + &wrong(5)));
    assert!(told(right(41) + &wrong(5)));
    // Marks and line breaks are not shown, and an accent takes two bytes and one character.
    assert!(!told(format!("- [x] **{}**\n", "á".repeat(40)) + &wrong(5)));
    // Of several right options none gives itself away.
    assert!(!told(right(90) + &right(10) + &wrong(5)));
}

#[test]
fn the_same_option_is_told_whatever_its_dress() {
    let told = told_in_choice("Q?", "- [x] Call her.\n- [ ] Wait\n- [ ] \"call  **her**\"");
    let expected = ("duplicate-option", "- [ ] \"call  **her**\"".to_owned());
    assert_eq!(told, [expected]);
}

#[test]
fn a_bank_is_told_once_however_often_it_is_drawn_from() {
    let bank = "questions:\n  - prompt: Which is not one?\n    options:\n      - {text: a1, correct: true}\n      - {text: b1}\n";
    let quiz = "---\ntitle: T\n---\n\n::: quiz {bank=z}\n:::\n";
    let project = Project::new()
        .file("content/banks/z.yaml", bank)
        .file("content/pages/a.md", quiz)
        .file("content/pages/b.md", quiz);
    let found = project.diagnose();
    let named = |name| found.iter().filter(|d| d.rule.name == name).count();
    assert_eq!(named("unstressed-negative"), 1);
    assert_eq!(named("missing-option-feedback"), 1);
}

#[test]
fn questions_of_a_drawn_bank_assess_an_objective() {
    let module = "---\ntitle: T\nobjectives:\n  - {id: seen, text: See.}\n  - {id: unseen, text: Miss.}\n---\n\nText.\n";
    let bank = "questions:\n  - {prompt: \"True?\", answer: true, objective: seen}\n";
    let quiz = "---\ntitle: Q\n---\n\n::: quiz {bank=z}\n:::\n";
    let project = Project::new()
        .file("content/modules/m/module.md", module)
        .file("content/modules/m/quiz.md", quiz)
        .file("content/banks/z.yaml", bank);
    let found = project.diagnose();
    let mut spans = found
        .iter()
        .filter(|d| d.rule.name == "unassessed-objective")
        .map(|d| d.span.slice(module));
    assert_eq!((spans.next(), spans.next()), (Some("unseen"), None));
}
