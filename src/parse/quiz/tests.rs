mod faults;

use super::sample;
use super::{question, quiz_spec};
use crate::diagnostic::Diagnostic;
use crate::model::{Accept, Fragment, Interaction, NodeId, NodeKind, Question, Tree};
use crate::question::QUESTION_TYPES;

fn read(text: &str) -> (Tree, Option<Question>, Vec<Diagnostic>) {
    let tree = sample::tree(text);
    let outcome = question(tree.node(NodeId(0)), 1);
    (tree, outcome.value, outcome.diagnostics)
}

/// The question of a text that has no fault.
fn clean(text: &str) -> (Tree, Question) {
    let (tree, question, told) = read(text);
    assert!(told.is_empty(), "{text}\n{told:#?}");
    (tree, question.expect("a question without a fault is there"))
}

fn plain(tree: &Tree, fragment: &Fragment) -> String {
    fragment.nodes(tree).map(|node| node.plain_text()).collect()
}

#[test]
fn every_kind_reads_its_own_example() {
    for kind in QUESTION_TYPES {
        let (_, question) = clean(kind.example);
        assert_eq!(question.kind, kind.name);
        let label = kind.label.split_once(' ').map(|(article, _)| article);
        assert!(matches!(label, Some("a" | "an")), "{}", kind.label);
        assert!(kind.summary.ends_with('.'), "{}", kind.summary);
    }
    let names: std::collections::HashSet<_> = QUESTION_TYPES.iter().map(|k| k.name).collect();
    assert_eq!(names.len(), 10);
}

#[test]
fn a_choice_has_options_feedback_hint_and_explanation() {
    let (tree, question) = clean(
        "::: question {#first-words objective=rapport points=2 shuffle=false confidence}\n\
         Dana says the *pills* ran out.\n\n\
         - [ ] Rules.\n  > Rules close the conversation.\n\
         - [x] \"Tell me.\"\n  > Open.\n\n\
         > [!hint]\n> Which one?\n\n> [!explain]\n> Shown after.\n\n\
         What do you say first?\n:::\n",
    );
    assert_eq!(question.id.value, "first-words");
    assert_eq!(question.id.span.slice(&tree.source), "first-words");
    assert_eq!(
        question.objective.as_ref().map(|o| o.value.as_str()),
        Some("rapport")
    );
    assert!((question.points - 2.0).abs() < f64::EPSILON);
    assert!(question.confidence && !question.shuffle);
    assert_eq!(
        plain(&tree, &question.stem),
        "Dana says the pills ran out.What do you say first?"
    );
    assert_eq!(
        question.hint.as_ref().map(|h| plain(&tree, h)).as_deref(),
        Some("Which one?")
    );
    assert_eq!(
        question
            .explain
            .as_ref()
            .map(|e| plain(&tree, e))
            .as_deref(),
        Some("Shown after.")
    );
    let Interaction::Choice {
        options,
        multiple: false,
    } = &question.interaction
    else {
        panic!("{:?}", question.interaction)
    };
    let shown: Vec<_> = options
        .iter()
        .map(|o| {
            (
                plain(&tree, &o.text),
                o.correct,
                o.feedback.as_ref().map(|f| plain(&tree, f)),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (
                "Rules.".to_owned(),
                false,
                Some("Rules close the conversation.".to_owned())
            ),
            ("\"Tell me.\"".to_owned(), true, Some("Open.".to_owned())),
        ]
    );
}

#[test]
fn loose_lists_are_options_as_well() {
    let (tree, question) = clean(
        "::: question\nAsk.\n\n- [ ] One\n\n  > Not this.\n\n- [x] Two\n\n  More of two.\n:::\n",
    );
    let Interaction::Choice { options, .. } = &question.interaction else {
        panic!()
    };
    assert_eq!(plain(&tree, &options[0].text), "One");
    assert_eq!(
        options[0]
            .feedback
            .as_ref()
            .map(|f| plain(&tree, f))
            .as_deref(),
        Some("Not this.")
    );
    assert_eq!(plain(&tree, &options[1].text), "TwoMore of two.");
}

#[test]
fn lists_and_quotes_of_the_stem_stay_in_it() {
    let (tree, question) = clean(
        "::: question\n> \"I ran out.\"\n\n- back pain\n- 60 MME\n\n1. a\n2. b\n\n- [x] Yes\n- [ ] No\n:::\n",
    );
    assert_eq!(
        plain(&tree, &question.stem),
        "\"I ran out.\"back pain60 MMEab"
    );
}

#[test]
fn settings_say_the_kind_where_there_is_no_list() {
    let kind = |braces: &str| clean(&format!("::: question {{{braces}}}\nAsk.\n:::\n")).1;
    let texts = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let table: &[(&str, &str)] = &[
        ("answer=true", "true-false"),
        ("answer=False", "true-false"),
        ("answer=90", "number"),
        ("answer=-0.5 tolerance=0.1", "number"),
        ("answer=911 type=short", "short"),
        ("answer=true type=short", "short"),
        ("answer=\"naloxone/narcan\"", "short"),
        ("pattern=\"na.+\"", "short"),
        ("type=reflect", "reflect"),
    ];
    for (braces, name) in table {
        assert_eq!(kind(braces).kind, *name, "{braces}");
    }
    let Interaction::FillIn { accept } = kind("answer=\"naloxone/ narcan\"").interaction else {
        panic!()
    };
    assert_eq!(accept, Accept::Texts(texts(&["naloxone", "narcan"])));
    let both = kind("answer=narcan pattern=\"n[a-z]+\"").interaction;
    let Interaction::FillIn { accept } = both else {
        panic!()
    };
    assert_eq!(
        accept,
        Accept::Pattern {
            pattern: "n[a-z]+".to_owned(),
            texts: texts(&["narcan"])
        }
    );
    let Interaction::Numeric {
        answer,
        tolerance,
        unit,
    } = kind("answer=90 tolerance=0.5 unit=MME").interaction
    else {
        panic!()
    };
    assert_eq!(
        (answer, tolerance, unit.as_deref()),
        (90.0, 0.5, Some("MME"))
    );
}

#[test]
fn gaps_lists_and_tables_become_their_interactions() {
    let (_, question) =
        clean("::: question {type=gaps}\nStart [=low/ lowest], go [=slow,fast].\n:::\n");
    let Interaction::Gaps { gaps } = &question.interaction else {
        panic!()
    };
    let gaps: Vec<_> = gaps.iter().map(|g| (g.chosen, g.texts.join("|"))).collect();
    assert_eq!(
        gaps,
        [
            (false, "low|lowest".to_owned()),
            (true, "slow|fast".to_owned())
        ]
    );

    let (tree, question) =
        clean("::: question {type=order}\nSort.\n\n- a case\n\n1. One\n2. Two\n:::\n");
    let Interaction::Sequencing { items } = &question.interaction else {
        panic!()
    };
    assert_eq!(
        items.iter().map(|i| plain(&tree, i)).collect::<Vec<_>>(),
        ["One", "Two"]
    );
    assert_eq!(plain(&tree, &question.stem), "Sort.a case");

    let (tree, question) = clean(
        "::: question {type=match}\nMatch.\n\n| Say | Skill |\n|-|-|\n| a | b |\n| c | b |\n:::\n",
    );
    let Interaction::Matching { heads, pairs } = &question.interaction else {
        panic!()
    };
    let pair = |p: &crate::model::Pair| [plain(&tree, &p.source), plain(&tree, &p.target)];
    assert_eq!(
        heads.as_ref().map(|h| pair(h)),
        Some(["Say".to_owned(), "Skill".to_owned()])
    );
    assert_eq!(
        pairs.iter().map(|p| pair(p).concat()).collect::<Vec<_>>(),
        ["ab", "cb"]
    );

    let (tree, question) =
        clean("::: question {type=sort}\nSort.\n\n- Opens\n  - a\n  - b\n- Closes\n  - c\n:::\n");
    let Interaction::Grouping { groups } = &question.interaction else {
        panic!()
    };
    let groups: Vec<_> = groups
        .iter()
        .map(|g| {
            (
                plain(&tree, &g.name),
                g.items.iter().map(|i| plain(&tree, i)).collect::<String>(),
            )
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("Opens".to_owned(), "ab".to_owned()),
            ("Closes".to_owned(), "c".to_owned())
        ]
    );
}

#[test]
fn a_quiz_names_its_banks() {
    let spec = |braces: &str| {
        let tree = sample::tree(&format!("::: quiz {{{braces}}}\n:::\n"));
        let NodeKind::Block(block) = tree.node(NodeId(0)).kind() else {
            panic!()
        };
        let outcome = quiz_spec(block);
        let told: Vec<_> = outcome
            .diagnostics
            .iter()
            .map(|d| d.span.slice(&tree.source).to_owned())
            .collect();
        let banks: Vec<_> = outcome
            .value
            .banks
            .iter()
            .map(|b| {
                assert_eq!(b.span.slice(&tree.source), b.value);
                b.value.clone()
            })
            .collect();
        (outcome.value, banks, told)
    };
    let (quiz, banks, told) =
        spec("bank=\"rapport, safety plan\" draw=5 shuffle pass=80 attempts=3");
    assert_eq!(banks, ["rapport", "safety", "plan"]);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(quiz.draw.map(|d| d.value), Some(5));
    assert_eq!(
        (quiz.shuffle, quiz.pass, quiz.attempts),
        (true, Some(80), Some(3))
    );
    let (quiz, banks, told) = spec("bank=\"a a\" draw=0 pass=80% attempts=no shuffle=false");
    assert_eq!(banks, ["a"]);
    assert_eq!(told, ["a", "0", "80%", "no"]);
    assert!(!quiz.shuffle && quiz.draw.is_none() && quiz.pass.is_none());
}

proptest::proptest! {
    #[test]
    fn no_question_panics(
        braces in "[#a-z=\" /.0-9]{0,30}",
        lines in proptest::collection::vec(
            "( {0,4}(- \\[[x ]\\] |- |1\\. |> |> \\[!(hint|true|model)\\]|\\| ?a ?\\| ?b ?\\||\\|-\\|-\\|)?)[aé \\[\\]=,/]{0,6}",
            0..10,
        ),
        kind in proptest::sample::select(QUESTION_TYPES.iter().map(|k| k.name).collect::<Vec<_>>()),
    ) {
        let body = lines.join("\n");
        for text in [
            format!("::: question {{{braces}}}\n{body}\n:::\n"),
            format!("::: question {{type={kind} {braces}}}\n{body}\n:::\n"),
        ] {
            let (_, question, told) = read(&text);
            proptest::prop_assert!(question.is_some() || !told.is_empty(), "{}", text);
        }
    }
}
