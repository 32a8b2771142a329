//! Holds the list of words that stigmatise, and the places where such words may stand, against the program.

mod project;

use project::Project;
use std::collections::BTreeMap;
use teachback::diagnostic::{Diagnostic, Severity};
use teachback::source::FileId;

#[test]
fn words_that_are_talked_about_are_not_told() {
    let silent = [
        "Never say \"the addict in room two\".",
        "Never say “the addict in room two”.",
        "He wrote ‘the patient’s chart says addict’ on the board.",
        "\"Such an addict,\" she said.\n\nShe was wrong.",
        "The words *addict* and *junkie* hurt.",
        "The words addict, junkie and drug abuser hurt.",
        "Words such as addict or junkie hurt.",
        "Instead of addict, say person with an opioid use disorder.",
        "Addict is a label that hurts.",
        "Do not call a person an addict.",
        "Avoid calling somebody a junkie.",
        "She was called an addict by strangers.",
        "~~The addict~~ The person came back.",
        "`addict` is a key, and so is this:\n\n    addict: true\n\n```yaml\naddict: true\n```",
        "See <https://example.org/drug-abuse>, www.drug-abuse.example.org and https://example.org/addict.",
        "Read [the page](https://example.org/drug-abuse/addicts).",
        "<div class=\"addict\">addict</div>\n\n<q>addict</q> is what they wrote.",
        "> The addict must wait outside.",
        "## Words to avoid\n\n- addict\n- junkie\n\n### In the chart\n\n- dirty urine",
        "Terms to avoid:\n\n- addict\n- junkie",
        "| Avoid | Say |\n|---|---|\n| addict | person |\n| dirty urine | positive test |",
        "| Say | Not this |\n|---|---|\n| person | addict |",
        "| Word | Why |\n|---|---|\n| Avoid | addict |",
        "::: say\n| Weak | Strong |\n|---|---|\n| The addict came. | A person came. |\n:::",
        "The Center for Substance Abuse Research publishes it.",
        "We thank Friends of Addicts for their help.",
        "Call Dr. Cripple in the morning.",
        "Read *Principles of Drug Abuse Treatment*.",
    ];
    for (text, found) in silent.iter().zip(found_on(&silent)) {
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn words_that_are_used_are_told() {
    let cases: [(&str, &[&str]); 14] = [
        ("> [!NOTE]\n> The addict must wait.", &["addict"]),
        ("**Addicts** wait outside.", &["Addicts"]),
        ("The ADDICT waits.", &["ADDICT"]),
        (
            "A wheelchair‑bound man and a wheelchair bound man.",
            &["wheelchair‑bound", "wheelchair bound"],
        ),
        ("A page on drug\nabuse in *this* town.", &["drug\nabuse"]),
        ("Known for **drug** abuse.", &["drug** abuse"]),
        ("The [addict](https://example.org/) waits.", &["addict"]),
        ("## Helping Addicts Recover\n\nWith care.", &["Addicts"]),
        ("- One\n- The addict", &["addict"]),
        ("| Who | What |\n|---|---|\n| addict | wait |", &["addict"]),
        (
            "## Words to avoid\n\n- addict\n\n## What to do\n\nAsk the addict.",
            &["addict"],
        ),
        (
            "He said \"no\" to the addict, and she said \"why\".",
            &["addict"],
        ),
        ("The patients' rule: no addict is left alone.", &["addict"]),
        ("[[the addict|taper]] waits.", &["addict"]),
    ];
    let texts: Vec<&str> = cases.iter().map(|(text, _)| *text).collect();
    for ((text, wanted), found) in cases.iter().zip(found_on(&texts)) {
        assert_eq!(found, *wanted, "{text}");
    }
}

/// Sentences that say nothing of people, or say it well; one a line.
const SILENT: &str = include_str!("stigma_traps/silent.txt");

/// Sentences that must be told once, each with words that stand in what is told; `\n` is the end of a line.
const TOLD: &str = include_str!("stigma_traps/told.txt");

/// Sentences with the words that must be told.
const HITS: &[(&str, &str)] = &[
    ("She is a drug addict.", "drug addict"),
    ("Junkies sleep there.", "Junkies"),
    ("He is a substance abuser.", "substance abuser"),
    ("Ask about alcohol abuse.", "alcohol abuse"),
    ("Prescription drug abuse rose.", "Prescription drug abuse"),
    ("He is an alcoholic.", "alcoholic"),
    ("Her urine was dirty.", "dirty"),
    ("He has been clean for six months off heroin.", "been clean"),
    ("She is clean and sober.", "clean and sober"),
    ("His drug habit is old.", "drug habit"),
    ("He failed his drug test.", "failed his drug test"),
    (
        "Medication-assisted treatment helps.",
        "Medication-assisted treatment",
    ),
    ("The baby was born addicted.", "born addicted"),
    ("Drug seekers come at night.", "Drug seekers"),
    ("Former addicts help.", "Former addicts"),
    ("IV drug users come.", "IV drug users"),
    ("A schizophrenic needs care.", "schizophrenic"),
    ("She is bipolar.", "She is bipolar"),
    ("The mentally ill need homes.", "The mentally ill"),
    ("He committed suicide.", "committed suicide"),
    ("She will commit suicide.", "commit suicide"),
    ("It was a successful suicide.", "successful suicide"),
    (
        "After a failed suicide attempt he came.",
        "failed suicide attempt",
    ),
    ("Lunatics were locked up.", "Lunatics"),
    ("He is wheelchair-bound.", "wheelchair-bound"),
    (
        "She is confined to a wheelchair.",
        "confined to a wheelchair",
    ),
    ("Handicapped people wait.", "Handicapped"),
    ("The disabled wait.", "The disabled"),
    ("He suffers from asthma.", "suffers from"),
    ("She is afflicted with gout.", "afflicted with"),
    ("Stroke victims learn.", "Stroke victims"),
    ("The cripple begs.", "cripple"),
    ("Mentally retarded adults came.", "Mentally retarded"),
    ("Normal people sleep.", "Normal people"),
    ("Obese patients wait.", "Obese patients"),
    ("He is morbidly obese.", "morbidly obese"),
    ("Fat people wait.", "Fat people"),
    ("She lacks willpower.", "lacks willpower"),
    ("Diabetics need care.", "Diabetics"),
    ("The diabetic is here.", "diabetic"),
    ("Diabetic patients come.", "Diabetic patients"),
    ("Epileptics can drive.", "Epileptics"),
    ("Asthmatics need plans.", "Asthmatics"),
    ("Sicklers wait.", "Sicklers"),
    ("He is non-compliant.", "non-compliant"),
    ("The patient refused insulin.", "patient refused"),
    ("He complains of pain.", "complains of"),
    (
        "The patient failed chemotherapy.",
        "patient failed chemotherapy",
    ),
    (
        "Poorly controlled diabetes harms.",
        "Poorly controlled diabetes",
    ),
    ("Inmates wait.", "Inmates"),
    ("An ex-convict came.", "ex-convict"),
    ("The homeless wait.", "The homeless"),
    ("Elderly patients fall.", "Elderly patients"),
    ("The elderly fall.", "The elderly"),
    ("Illegal immigrants wait.", "Illegal immigrants"),
    ("Prostitutes wait.", "Prostitutes"),
    ("A frequent flyer came.", "frequent flyer"),
    ("She is a poor historian.", "poor historian"),
    ("A difficult patient came.", "difficult patient"),
    ("It was a suicidal gesture.", "suicidal gesture"),
    ("He has a harelip.", "harelip"),
    ("Cheat days are common.", "Cheat days"),
    ("Juvenile delinquents wait.", "Juvenile delinquents"),
    ("The welfare queen came.", "welfare queen"),
];

#[test]
fn traps_are_silent() {
    let texts: Vec<&str> = SILENT.lines().collect();
    assert!(texts.len() >= 200);
    for (text, found) in texts.iter().zip(found_on(&texts)) {
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn inflected_owned_joined_and_wrapped_words_are_told() {
    let cases = TOLD.lines().filter_map(|line| line.split_once('\t'));
    let cases: Vec<(String, &str)> = cases
        .map(|(text, told)| (text.replace("\\n", "\n"), told))
        .collect();
    assert!(cases.len() >= 100);
    let texts: Vec<&str> = cases.iter().map(|(text, _)| text.as_str()).collect();
    for ((text, told), found) in cases.iter().zip(found_on(&texts)) {
        assert!(
            found.len() == 1 && found[0].contains(told),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn hits_are_told_whole() {
    let texts: Vec<&str> = HITS.iter().map(|(text, _)| *text).collect();
    let mut failures = Vec::new();
    for ((text, wanted), found) in HITS.iter().zip(found_on(&texts)) {
        if found != [*wanted] {
            failures.push((text, found));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn what_a_person_may_choose_for_herself_is_only_noted() {
    let text = "Deaf people use signs. Autistic people need calm. The blind read by touch. Deaf and blind people came.";
    let project = Project::new().file("content/pages/a.md", page(text));
    for told in stigma(&project) {
        assert_eq!(told.severity, Severity::Info, "{}", told.message);
    }
}

#[test]
fn a_fix_is_sure_where_it_fits_any_sentence() {
    let text = "He committed suicide. She thought of committing suicide. An addict came. Stroke victims learn.";
    let project = Project::new().file("content/pages/a.md", page(text));
    let fixes: Vec<(String, bool)> = stigma(&project)
        .iter()
        .flat_map(|d| &d.fixes)
        .map(|fix| (fix.edits[0].text.clone(), fix.sure))
        .collect();
    let wanted = [
        ("died by suicide", true),
        ("dying by suicide", true),
        ("A person with a substance use disorder", false),
        ("People with the illness", false),
    ];
    let wanted = wanted.map(|(text, sure)| (text.to_owned(), sure));
    assert_eq!(fixes, wanted);
}

#[test]
fn every_language_has_its_own_words() {
    let project = Project::new()
        .file("content/pages/a.es.md", page("El addict espera."))
        .file("content/pages/a.md", page("The person."));
    assert!(stigma(&project).is_empty());
}

#[test]
fn words_that_are_talked_about_in_spanish_are_not_told() {
    let texts = [
        "El adicto espera.",
        "Diga «persona con una adicción», no «el adicto».",
        "La palabra adicto hiere, y las palabras el adicto y los locos hieren.",
        "En lugar de un adicto, diga una persona con una adicción.",
        "No diga el adicto.",
        "El drogadicto es una etiqueta.",
        "| Evite | Diga |\n|---|---|\n| el adicto | la persona |",
        "## Palabras que se deben evitar\n\n- el adicto",
    ];
    let project = texts
        .iter()
        .enumerate()
        .fold(Project::new(), |project, (at, text)| {
            project.file(&format!("content/pages/p{at}.es.md"), page(text))
        });
    let told = stigma(&project);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].span.file, FileId::of_path("content/pages/p0.es.md"));
}

#[test]
fn front_matter_banks_snippets_handouts_and_the_glossary_are_read_once() {
    let project = Project::new()
        .file("content/snippets/s.md", "The addict waits.\n")
        .file(
            "content/pages/a.md",
            "---\ntitle: For the addict\nsummary: No addict here.\n---\n\n::: snippet {s}\n:::\n",
        )
        .file("content/pages/b.md", page("::: snippet {s}\n:::"))
        .file(
            "content/banks/b.yaml",
            "questions:\n  - prompt: What does the addict need?\n    answer: care\n",
        )
        .file(
            "content/glossary.yaml",
            "taper: {en: what the addict gets, es: el addict}\n",
        )
        .file("content/handouts/h.yaml", "title: Help for the addict\n")
        .file("content/handouts/h.md", page("Help."));
    let told = stigma(&project);
    assert_eq!(told.len(), 6, "{told:#?}");
}

#[test]
fn patients_and_wrong_answers_are_only_noted() {
    let script = "---\ntitle: A visit\ncast:\n  dana: {name: Dana, role: patient}\n  you: {name: You, role: nurse}\n\
                  meters: {trust: 1}\n---\n\n## Opening\n\n**Dana:** I am an addict.\n\n\
                  - [So you are a junkie.](#end) {trust-1}\n  > No.\n- [A word: drunks.](#end)\n  > An addict hears that.\n\n\
                  ## End {ending=good}\n\n**You:** The addict is gone.\n";
    let quiz = "::: question {#q}\nWho?\n\n- [ ] The addict\n  > The junkie.\n- [x] The person\n:::\n\n\
                ::: myth\n**Myth:** Addicts cannot stop.\n\n**Fact:** They do not.\n:::";
    let project = Project::new()
        .file("teachback.yaml", "title: Test\nlint: {deny: [stigma]}\n")
        .file("content/scripts/s.md", script)
        .file("content/pages/q.md", page(quiz));
    let mut seen: BTreeMap<String, Vec<Severity>> = BTreeMap::new();
    for d in stigma(&project) {
        let word = d.message.split('"').nth(1).unwrap_or_default().to_owned();
        seen.entry(word).or_default().push(d.severity);
    }
    for severities in seen.values_mut() {
        severities.sort();
    }
    use Severity::{Error, Info};
    assert_eq!(seen.remove("addict"), Some(vec![Info, Info, Error, Error]));
    assert_eq!(seen.remove("junkie"), Some(vec![Info, Error]));
    assert_eq!(seen.remove("drunks"), Some(vec![Error]));
    assert_eq!(seen.remove("Addicts"), Some(vec![Info]));
    assert!(seen.is_empty(), "{seen:?}");
}

#[test]
fn the_message_says_what_to_say_in_the_number_that_fits() {
    let project = Project::new().file("content/pages/a.md", page("An addict and two drug users."));
    let told = stigma(&project);
    let messages: Vec<&str> = told.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "\"addict\" names a person by an illness; say \"person with a substance use disorder\"",
            "\"drug users\" puts the drug before the person; say \"people who use drugs\"",
        ]
    );
}

fn page(text: &str) -> String {
    format!("---\ntitle: A page\n---\n\n{text}\n")
}

fn stigma(project: &Project) -> Vec<Diagnostic> {
    let mut told = project.diagnose();
    told.retain(|d| d.rule.name == "stigma");
    told
}

/// What is told on some texts, each a page of its own: the source of every finding.
fn found_on(texts: &[&str]) -> Vec<Vec<String>> {
    let mut project = Project::new();
    let mut places = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let path = format!("content/pages/p{at}.md");
        places.push((FileId::of_path(&path), page(text)));
        project = project.file(&path, page(text));
    }
    let told = stigma(&project);
    let on = |(file, text): &(FileId, String)| {
        let mut here: Vec<&Diagnostic> = told.iter().filter(|d| d.span.file == *file).collect();
        here.sort_by_key(|d| d.span.start);
        here.iter().map(|d| d.span.slice(text).to_owned()).collect()
    };
    places.iter().map(on).collect()
}
