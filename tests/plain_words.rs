//! Traps for the rules about plain language: sentences that must be told, and sentences that must not.

mod project;

use project::Project;
use std::fmt::Write as _;
use teachback::diagnostic::{Diagnostic, Severity};
use teachback::source::FileId;

/// Sentences of a handout for everybody in which a rule tells these words.
const FIRES: &[(&str, &str, &str)] = &[
    ("hard-word", "We utilize a pump.", "utilize"),
    ("hard-word", "She utilizes a cane.", "utilizes"),
    ("hard-word", "It was utilised twice.", "utilised"),
    ("hard-word", "UTILIZE the rail.", "UTILIZE"),
    (
        "hard-word",
        "Wash your hands prior to the visit.",
        "prior to",
    ),
    (
        "hard-word",
        "Call us in the event that it bleeds.",
        "in the event that",
    ),
    (
        "hard-word",
        "Come at your earliest convenience.",
        "at your earliest convenience",
    ),
    (
        "hard-word",
        "Stop due to the fact that it hurts.",
        "due to the fact that",
    ),
    ("hard-word", "You may request a copy.", "request"),
    ("hard-word", "We will notify you.", "notify"),
    (
        "hard-word",
        "Commencing treatment early helps.",
        "Commencing",
    ),
    ("hard-word", "It terminated.", "terminated"),
    ("hard-word", "You have hypertension.", "hypertension"),
    (
        "hard-word",
        "He had a myocardial infarction.",
        "myocardial infarction",
    ),
    ("hard-word", "Edema may follow.", "Edema"),
    ("hard-word", "**Approximately** an hour.", "Approximately"),
    ("hard-word", "- Facilitate access", "Facilitate"),
    (
        "hard-word",
        "| Day | Do |\n|---|---|\n| 1 | Discontinue it |",
        "Discontinue",
    ),
    (
        "hard-word",
        "Tell us of any adverse\nevents.",
        "adverse\nevents",
    ),
    (
        "hard-word",
        "There was respiratory depression.",
        "respiratory depression",
    ),
    (
        "hard-word",
        "## How to ambulate\n\nTake it slowly.",
        "ambulate",
    ),
    ("hard-word", "We address these problems.", "address"),
    (
        "noun-string",
        "It is a patient safety risk assessment.",
        "patient safety risk assessment",
    ),
    (
        "noun-string",
        "Use the pain management treatment plan tool program site.",
        "pain management treatment plan",
    ),
    (
        "noun-string",
        "Ask the opioid overdose prevention program.",
        "opioid overdose prevention program",
    ),
    (
        "noun-string",
        "We keep hospital staff injury prevention records.",
        "hospital staff injury prevention records",
    ),
    ("double-negative", "This is not uncommon.", "not uncommon"),
    ("double-negative", "It isn't unusual.", "isn't unusual"),
    (
        "double-negative",
        "It is not at all unlikely.",
        "not at all unlikely",
    ),
    (
        "double-negative",
        "There is no reason not to ask.",
        "no reason not",
    ),
    ("double-negative", "Never fail to call us.", "Never fail to"),
    ("double-negative", "Do not fail to come.", "not fail to"),
    (
        "double-negative",
        "You don't need no pills.",
        "don't need no",
    ),
    (
        "double-negative",
        "It is not without danger.",
        "not without",
    ),
    ("double-negative", "It is not impossible.", "not impossible"),
    ("vague-time", "Take one pill as needed.", "as needed"),
    ("vague-time", "Check your skin regularly.", "regularly"),
    (
        "vague-time",
        "You should exercise on a regular basis.",
        "on a regular basis",
    ),
    ("vague-time", "We will call you soon.", "soon"),
    ("vague-time", "Periodically check the site.", "Periodically"),
    ("vague-time", "1. Wash it frequently.", "frequently"),
    (
        "vague-time",
        "Take one pill every 6 hours as needed.",
        "as needed",
    ),
    ("vague-time", "Please return shortly.", "shortly"),
    ("number-format", "About 20% of people feel sick.", "20%"),
    (
        "number-format",
        "About 20 percent of all adults feel sick.",
        "20 percent",
    ),
    ("number-format", "Your risk is 0.5%.", "0.5%"),
    ("number-format", "The chance of a fall is 0.02.", "0.02"),
    (
        "number-format",
        "It happens to 12.5 % of older women.",
        "12.5 %",
    ),
    ("number-format", "There is a 5% chance of rain.", "5%"),
    ("number-format", "5% of patients fall.", "5%"),
    ("all-capitals", "DO NOT STOP your pills.", "DO NOT STOP"),
    (
        "all-capitals",
        "You must CALL THE CLINIC AT ONCE.",
        "CALL THE CLINIC AT ONCE",
    ),
    (
        "all-capitals",
        "## IMPORTANT INFORMATION\n\nRead it.",
        "IMPORTANT INFORMATION",
    ),
    (
        "all-capitals",
        "TAKE A BREAK NOW, please.",
        "TAKE A BREAK NOW",
    ),
    (
        "all-capitals",
        "**NEVER MIX THESE PILLS**",
        "NEVER MIX THESE PILLS",
    ),
    ("undefined-abbreviation", "You may need an MRI.", "MRI"),
    ("undefined-abbreviation", "Your MMEs are high.", "MMEs"),
    ("undefined-abbreviation", "The ED is open.", "ED"),
    ("undefined-abbreviation", "Ask about PT and rest.", "PT"),
    ("undefined-abbreviation", "Take NSAIDs with food.", "NSAIDs"),
    ("undefined-abbreviation", "The COPD clinic is open.", "COPD"),
    ("undefined-abbreviation", "An IV is put in.", "IV"),
];

/// Sentences of a handout for everybody in which none of the rules tells anything.
const SILENT: &[&str] = &[
    "Write your address on the card.",
    "Give us your address the same day.",
    "We got your request.",
    "You need a parking permit.",
    "Use a blood pressure monitor.",
    "Wash after skin contact.",
    "Take out your contact lenses.",
    "You can make an informed decision.",
    "Informed consent comes first.",
    "See your primary care doctor.",
    "She has multiple sclerosis.",
    "Lean forward a little.",
    "In this position the knee is bent.",
    "Cervical cancer can be found early.",
    "Initial each page.",
    "I had a prior talk with her.",
    "They are identical twins.",
    "Get immune globulin if you have to.",
    "The hearing aid is in the box.",
    "Give first aid.",
    "The result is concerning.",
    "Read the code of conduct.",
    "He has essential tremor.",
    "She joined a smoking cessation class.",
    "Smoking cessation is free.",
    "This is called hypertension.",
    "You have hypertension (high blood pressure).",
    "You have high blood pressure (hypertension).",
    "You have high blood pressure, also known as hypertension.",
    "Doctors may say \"utilize\" or \"commence\".",
    "The word *utilize* is long.",
    "`utilize` is a key.",
    "See <https://example.org/utilize-prior-to>.",
    "> We utilize it prior to surgery.",
    "Instead of utilize, say use.",
    "| Avoid | Say |\n|---|---|\n| utilize | use |",
    "Ask the Utilization Review Board.",
    "Use the patient portal.",
    "Your care team can help.",
    "Blood pressure pills help.",
    "Ask the nurse at the front desk.",
    "Patients use pain medicine at home.",
    "It is not safe to drive.",
    "Do not stop, unless we say so.",
    "Do not take more than two.",
    "You can't take it any more.",
    "Tell us whether or not it is unusual.",
    "No, do not stop.",
    "There is no need for tests.",
    "You are not alone.",
    "Do not go without food.",
    "Never give your pills to others.",
    "Take it as needed for pain.",
    "Take it as soon as you wake up.",
    "Call us if you feel sick too soon.",
    "Some people feel better soon.",
    "The skin heals regularly.",
    "Check your skin every day.",
    "Call us every Monday.",
    "Steps of 10 percent are common.",
    "We lower the dose by 10% a month.",
    "Use 0.9% saline.",
    "About 20% of people (1 in 5) feel sick.",
    "Take 2.5 mg if the risk is high.",
    "Out of 100 people, 20% of people, or 1 in 5, feel sick.",
    "100% cotton is best for people with a rash.",
    "Do NOT stop.",
    "The US FDA and the CDC agree.",
    "Call 911 in the USA.",
    "Watch TV at 8 PM.",
    "You may need magnetic resonance imaging (MRI). The MRI takes an hour.",
    "The ED (emergency department) is open.",
    "PT means physical therapy. Do PT at home.",
    "It is open in St. Paul, MN 55401.",
    "Vitamin B12 and A1C are on the list.",
    "World War II veterans may come.",
    "Ask Dr. Smith, MD, or the RN.",
];

#[test]
fn hard_language_is_told() {
    let texts: Vec<&str> = FIRES.iter().map(|(_, text, _)| *text).collect();
    let mut failures = String::new();
    for ((rule, text, words), told) in FIRES.iter().zip(told(&texts)) {
        let found = told
            .iter()
            .any(|(d, source)| d.rule.name == *rule && source.contains(words));
        if !found {
            let list: Vec<(&str, &str)> = told
                .iter()
                .map(|(d, s)| (d.rule.name, s.as_str()))
                .collect();
            let _ = writeln!(
                failures,
                "{rule} does not tell {words:?} in {text:?}: {list:?}"
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn plain_language_is_left_alone() {
    let mut failures = String::new();
    for (text, told) in SILENT.iter().zip(told(SILENT)) {
        // How hard a text of two sentences measures is not what is asked here.
        let serious = told.iter().filter(|(d, _)| {
            d.severity >= Severity::Warning && d.rule.name != "too-hard-for-level"
        });
        for (d, source) in serious {
            let _ = writeln!(failures, "{text:?}: {} tells {source:?}", d.rule.name);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn a_word_of_the_glossary_is_allowed() {
    let project = Project::new()
        .file(
            "content/glossary.yaml",
            "hypertension: {en: High blood pressure.}\nMRI: {en: A scan.}\n",
        )
        .file(
            "content/handouts/h.easy.md",
            page("You have hypertension. You need an MRI. It is [[renal|hypertension]]."),
        );
    assert_eq!(names(&project), [""; 0]);
}

#[test]
fn staff_and_curious_readers_get_notes_only() {
    let text = "We utilize it. You have hypertension. It is not uncommon. Take it as needed. You may need an MRI.";
    let project = Project::new()
        .file("content/handouts/h.detailed.md", page(text))
        .file("content/pages/p.md", page(text));
    let told = project.diagnose();
    let of = |path: &str| {
        let file = FileId::of_path(path);
        let here = told.iter().filter(move |d| d.span.file == file);
        let mut list: Vec<(&str, Severity)> = here.map(|d| (d.rule.name, d.severity)).collect();
        list.sort_unstable();
        list
    };
    use Severity::{Info, Warning};
    assert_eq!(
        of("content/handouts/h.detailed.md"),
        [
            ("double-negative", Info),
            ("hard-word", Info),
            ("hard-word", Info),
            ("undefined-abbreviation", Warning),
            ("vague-time", Info),
        ]
    );
    assert_eq!(
        of("content/pages/p.md"),
        [
            ("double-negative", Info),
            ("hard-word", Info),
            ("undefined-abbreviation", Info)
        ]
    );
}

#[test]
fn a_snippet_is_as_plain_as_the_plainest_page_that_puts_it_in() {
    let project = Project::new()
        .file("content/snippets/s.md", "Utilize it.\n")
        .file("content/snippets/t.md", "Utilize it.\n")
        .file("content/handouts/h.easy.md", page("::: snippet {s}\n:::"))
        .file("content/pages/p.md", page("::: snippet {t}\n:::"));
    let mut severities: Vec<Severity> = project.diagnose().iter().map(|d| d.severity).collect();
    severities.sort_unstable();
    assert_eq!(severities, [Severity::Info, Severity::Warning]);
}

#[test]
fn a_fix_is_sure_only_where_the_grammar_is() {
    let cases = [
        ("We utilize a pump.", Some("use"), true),
        ("She utilizes a cane.", Some("uses"), true),
        ("Utilizing it helps.", Some("Using"), true),
        ("Prior to the visit rest.", Some("Before"), true),
        ("She demonstrated it.", Some("showed"), false),
        ("It was demonstrated.", Some("shown"), false),
        ("UTILIZE the rail.", Some("USE"), false),
        ("You have an additional edema.", Some("swelling"), false),
        ("There is an apparatus.", Some("a device"), false),
        ("It is a specimen.", Some("sample"), true),
        ("The specimen's label is here.", Some("sample"), false),
        (
            "Wait for an inadvertent **dose** of it, prior *to* rest.",
            Some("a not meant"),
            false,
        ),
    ];
    let texts: Vec<&str> = cases.iter().map(|(text, ..)| *text).collect();
    for ((text, wanted, sure), told) in cases.iter().zip(told(&texts)) {
        let hard = told.iter().filter(|(d, _)| d.rule.name == "hard-word");
        let fix = hard
            .filter(|(d, _)| d.severity == Severity::Warning)
            .find_map(|(d, _)| d.fixes.first());
        let put = fix.map(|fix| (fix.edits[0].text.as_str(), fix.sure));
        assert_eq!(put, wanted.map(|wanted| (wanted, *sure)), "{text}");
    }
}

#[test]
fn a_risk_is_put_as_a_count_of_people() {
    let cases = [
        ("20% of people", "2 in 10"),
        ("7% of people", "7 in 100"),
        ("0.5% of people", "5 in 1,000"),
        ("12.5% of people", "125 in 1,000"),
        ("50% of people", "5 in 10"),
    ];
    let texts: Vec<&str> = cases.iter().map(|(text, _)| *text).collect();
    for ((text, wanted), told) in cases.iter().zip(told(&texts)) {
        let message = told
            .first()
            .map(|(d, _)| d.message.clone())
            .unwrap_or_default();
        assert!(
            message.ends_with(&format!("say \"{wanted}\"")),
            "{text}: {message}"
        );
    }
}

fn page(text: &str) -> String {
    format!("---\ntitle: A page\n---\n\n{text}\n")
}

fn names(project: &Project) -> Vec<&'static str> {
    project.diagnose().iter().map(|d| d.rule.name).collect()
}

/// What is told of some texts, each an easy handout of its own, with the source of every finding. The passive voice is
/// another matter.
fn told(texts: &[&str]) -> Vec<Vec<(Diagnostic, String)>> {
    let mut project = Project::new();
    let mut pages = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let path = format!("content/handouts/p{at}.easy.md");
        pages.push((FileId::of_path(&path), page(text)));
        project = project.file(&path, page(text));
    }
    let mut found = vec![Vec::new(); texts.len()];
    for diagnostic in project.diagnose() {
        let at = pages
            .iter()
            .position(|(file, _)| *file == diagnostic.span.file);
        if let Some(at) = at.filter(|_| diagnostic.rule.name != "passive-voice") {
            let source = diagnostic.span.slice(&pages[at].1).to_owned();
            found[at].push((diagnostic, source));
        }
    }
    found
}
