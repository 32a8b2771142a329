//! Every template takes the view that the program gives it, and no template is left out here.

use super::{frame, load, not_found};
use serde::Serialize;
use std::collections::BTreeSet;
use teachback::diagnostic::Outcome;
use teachback::render::theme::Theme;
use teachback::render::view::{
    Article, BacklinksView, BibliographyView, BlockView, CardsView, CertificateView, CompareView,
    Frame, GapView, GlossaryView, HandoutView, HomeView, ImageView, IndexView, LessonView,
    LineAudioView, Link, MapView, MediaView, ModulePrintView, ModuleView, PageView, PaperAnswer,
    PaperKey, PaperRules, PartsView, PrintedLesson, ProgressView, QuestionView, QuizPaperView,
    QuizView, ReadingView, RoleName, RoleView, ScriptView, SearchView, TestPaperView,
};
use teachback::report::view::{Handout, Head, Overview, Translations};
use teachback::source::discover;

/// Templates that hold components only, which other templates use by name.
const COMPONENTS: [&str; 3] = ["components.html", "icons.html", "report-parts.html"];
const FOLDER: &str = "themes/default/templates/";

/// The default theme, and what was rendered of it.
struct Looks {
    theme: Theme,
    rendered: BTreeSet<String>,
}

impl Looks {
    fn takes<V: Serialize>(&mut self, template: &str, view: &V) -> String {
        let Outcome { value, diagnostics } = self.theme.render(template, view);
        assert_eq!(diagnostics, [], "{template}");
        assert!(!value.trim().is_empty(), "{template}");
        let sooner = self.theme.render_in("en", template, view);
        assert_eq!(sooner.value, value, "{template}");
        self.rendered.insert(template.to_owned());
        value
    }

    /// A view that has a frame and otherwise nothing.
    fn page<V: Serialize + Default>(&mut self, kind: &str, frame_of: fn(&mut V) -> &mut Frame) {
        let mut view = V::default();
        *frame_of(&mut view) = frame(kind);
        self.takes(&format!("{kind}.html"), &view);
    }
}

fn lang() -> String {
    "en".to_owned()
}

#[test]
fn every_template_takes_its_view() {
    let theme = load(&[]);
    assert_eq!(theme.diagnostics, []);
    let mut looks = Looks {
        theme: theme.value,
        rendered: BTreeSet::new(),
    };
    pages(&mut looks);
    papers(&mut looks);
    report(&mut looks);
    questions(&mut looks);
    blocks(&mut looks);
    parts(&mut looks);
    assert_eq!(unseen(&looks.rendered), Vec::<String>::new());
}

fn pages(looks: &mut Looks) {
    looks.takes("404.html", &not_found());
    looks.takes("offline.html", &not_found());
    for kind in ["modules", "scripts", "handouts", "forms", "pages"] {
        let view = IndexView {
            frame: frame("index"),
            kind: kind.to_owned(),
            ..IndexView::default()
        };
        looks.takes("index.html", &view);
    }
    looks.page("home", |view: &mut HomeView| &mut view.frame);
    looks.page("module", |view: &mut ModuleView| &mut view.frame);
    looks.page("lesson", |view: &mut LessonView| &mut view.frame);
    looks.page("page", |view: &mut PageView| &mut view.frame);
    looks.page("script", |view: &mut ScriptView| &mut view.frame);
    looks.page("script-map", |view: &mut MapView| &mut view.frame);
    looks.page("script-cards", |view: &mut CardsView| &mut view.frame);
    looks.page("script-reading", |view: &mut ReadingView| &mut view.frame);
    looks.page("handout", |view: &mut HandoutView| &mut view.frame);
    looks.page("glossary", |view: &mut GlossaryView| &mut view.frame);
    looks.page("bibliography", |view: &mut BibliographyView| {
        &mut view.frame
    });
    looks.page("role", |view: &mut RoleView| &mut view.frame);
    looks.page("search", |view: &mut SearchView| &mut view.frame);
    looks.page("progress", |view: &mut ProgressView| &mut view.frame);
    looks.page("certificate", |view: &mut CertificateView| &mut view.frame);
}

/// What a key looks like, with everything in it.
fn key() -> PaperKey {
    PaperKey {
        title: Some("First".to_owned()),
        answers: vec![PaperAnswer {
            number: Some(3),
            points: Some(2.0),
            letters: vec!["A".to_owned(), "C".to_owned()],
            html: "<p>Because.</p>".to_owned(),
        }],
    }
}

fn papers(looks: &mut Looks) {
    let test = TestPaperView {
        frame: frame("test-paper"),
        form: Some("B".to_owned()),
        other: Some(Link {
            href: "quiz.paper.html".to_owned(),
            label: "form A".to_owned(),
            foreign: None,
        }),
        points: 7.0,
        keys: vec![key()],
        ..TestPaperView::default()
    };
    let html = looks.takes("test-paper.html", &test);
    for words in [
        "of 7 points",
        "Answers, form B",
        "Question 3: A, C",
        "form A",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let hidden = TestPaperView {
        concealed: true,
        keys: Vec::new(),
        ..test
    };
    let html = looks.takes("test-paper.html", &hidden);
    assert!(html.contains("paper-concealed") && !html.contains("paper-key"));
    let quiz = QuizPaperView {
        lang: lang(),
        rules: Some(PaperRules {
            questions: 5,
            points: 7.0,
            pass_mark: Some(80),
            pass_points: Some(5.6),
        }),
        ..QuizPaperView::default()
    };
    let html = looks.takes("quiz-paper.html", &quiz);
    for words in ["5 questions", "7 points", "to pass: 5.6 points (80 %)"] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let module = ModulePrintView {
        frame: frame("module-print"),
        article: Article::default(),
        lessons: vec![PrintedLesson {
            id: "lesson-1".to_owned(),
            number: 1,
            title: "First".to_owned(),
            ..PrintedLesson::default()
        }],
        keys: vec![key()],
        ..ModulePrintView::default()
    };
    looks.takes("module-print.html", &module);
}

fn report(looks: &mut Looks) {
    let head = Head::default;
    let overview = Overview {
        head: head(),
        ..Overview::default()
    };
    looks.takes("report.html", &overview);
    let translations = Translations {
        head: head(),
        ..Translations::default()
    };
    looks.takes("report-translations.html", &translations);
    let handout = Handout {
        head: head(),
        ..Handout::default()
    };
    looks.takes("report-handout.html", &handout);
}

const KINDS: [&str; 10] = [
    "single",
    "multiple",
    "true-false",
    "short",
    "number",
    "gaps",
    "order",
    "match",
    "sort",
    "reflect",
];

fn questions(looks: &mut Looks) {
    for kind in KINDS {
        let view = QuestionView {
            lang: lang(),
            kind: kind.to_owned(),
            points: 1.0,
            ..QuestionView::default()
        };
        looks.takes("blocks/question.html", &view);
        looks.takes("question-reasons.html", &view);
        let html = looks.takes("question-paper.html", &view);
        // Nobody counts what was thought over.
        assert_eq!(html.contains("1 point"), kind != "reflect", "{kind}");
    }
    let gap = GapView {
        lang: lang(),
        ..GapView::default()
    };
    looks.takes("gap.html", &gap);
    let backlinks = BacklinksView {
        lang: lang(),
        number: 2,
        links: vec![Link::default(), Link::default()],
    };
    let html = looks.takes("backlinks.html", &backlinks);
    assert_eq!(html.matches("<sup>").count(), 2);
    assert_eq!(html.trim_end(), html);
    let quiz = QuizView {
        lang: lang(),
        ..QuizView::default()
    };
    looks.takes("blocks/quiz.html", &quiz);
}

fn blocks(looks: &mut Looks) {
    let audio = LineAudioView {
        src: "dana.mp3".to_owned(),
        label: "Hear it".to_owned(),
    };
    looks.takes("line-audio.html", &audio);
    let picture = ImageView {
        src: "hands-560.png".to_owned(),
        alt: "Two hands".to_owned(),
        ..ImageView::default()
    };
    looks.takes("image.html", &picture);
    let compare = CompareView {
        lang: lang(),
        ..CompareView::default()
    };
    looks.takes("blocks/compare.html", &compare);
    for name in ["video", "audio"] {
        let view = MediaView {
            lang: lang(),
            ..MediaView::default()
        };
        looks.takes(&format!("blocks/{name}.html"), &view);
    }
    for name in [
        "details",
        "discuss",
        "evidence",
        "key",
        "myth",
        "resources",
        "role",
        "say",
        "snippet",
        "steps",
        "teachback",
    ] {
        let view = BlockView {
            lang: lang(),
            name: name.to_owned(),
            content_html: "<p>x</p>".to_owned(),
            ..BlockView::default()
        };
        looks.takes(&format!("blocks/{name}.html"), &view);
    }
}

fn parts(looks: &mut Looks) {
    let view = PartsView {
        lang: lang(),
        dir: "ltr".to_owned(),
        roles: vec![RoleName {
            id: "nurse".to_owned(),
            name: "Nurses".to_owned(),
        }],
    };
    for bundle in ["dialogue", "offline", "questions", "roles", "site"] {
        looks.takes(&format!("parts/{bundle}.html"), &view);
    }
}

/// The templates of the theme that were not rendered, and are no part of one that was.
fn unseen(rendered: &BTreeSet<String>) -> Vec<String> {
    let repository = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = discover(repository).expect("the repository can be read");
    let templates: Vec<(&str, &str)> = sources
        .below(FOLDER)
        .map(|file| (&file.path[FOLDER.len()..], &*file.text))
        .collect();
    assert!(templates.len() > 60, "{}", templates.len());
    let mut seen = rendered.clone();
    let mut next: Vec<String> = rendered.iter().cloned().collect();
    while let Some(name) = next.pop() {
        let text = templates.iter().find(|(path, _)| *path == name);
        let (_, text) = text.expect("what was rendered is a template");
        for tag in ["{% include \"", "{% extends \"", "{%- include \""] {
            for rest in text.split(tag).skip(1) {
                let part = rest.split('"').next().unwrap_or_default().to_owned();
                if seen.insert(part.clone()) {
                    next.push(part);
                }
            }
        }
    }
    let names = templates.iter().map(|(name, _)| (*name).to_owned());
    names
        .filter(|name| !seen.contains(name) && !COMPONENTS.contains(&name.as_str()))
        .collect()
}
