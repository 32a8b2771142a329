//! Questions as they stand on paper: what is asked, and, folded, the answer with its reasons.

use super::ids::each_once;
use super::question_key::Carried;
use super::view::{
    GapView, GroupView, NumberAnswer, OptionView, PairView, PaperAnswer, QuestionView, Ready,
    TruthView,
};
use super::writer::{Text, Writer};
use crate::link::is_graded;
use crate::model::{
    Accept, ChoiceOption, Fragment, GapNode, Group, Interaction, NodeKind, NodeRef, Question,
};
use crate::question::concealed::scrambled;
use crate::question::key::Key;

/// Draws a question of a page or a bank.
pub fn draw<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    question: &'a Question,
    number: Option<usize>,
) -> String {
    writer.bundles.insert("questions");
    let mut view = head(writer, text, question, number);
    let conceal = writer.quiz.is_some_and(|quiz| quiz.conceal) && is_graded(question);
    let outer = std::mem::replace(&mut writer.scrambling, conceal);
    view.explain_html = question.explain.as_ref().map(|f| writer.fragment(text, f));
    let key = Key::of(&question.interaction, text.tree);
    let shown = answer(writer, text, (&question.interaction, &key), &mut view);
    writer.scrambling = outer;
    if writer.sheet.is_some() {
        return on_paper(writer, &view, conceal);
    }
    let carried = Carried::of(question, text.tree, key, shown, conceal);
    if let Some(salt) = carried.salt() {
        writer.bundles.extend(["algorithms", "concealed"]);
        let reasons = writer.template("question-reasons.html", &view);
        view.scrambled = Some(scrambled(&reasons, salt));
    }
    view.key_json = carried.json();
    // The task and the answer show the same items.
    each_once(&writer.partial("question", &view))
}

/// A question of a page for the printer: its answer goes to the key, unless it is concealed.
fn on_paper(writer: &mut Writer<'_>, view: &QuestionView, conceal: bool) -> String {
    let answers = view.kind != "reflect" || view.model_html.is_some();
    let ready = Ready::from(view);
    let html = (answers && !conceal).then(|| writer.template("question-reasons.html", &ready));
    if let Some(sheet) = &mut writer.sheet {
        let graded = view.kind != "reflect";
        sheet.conceals |= conceal;
        sheet.questions += 1;
        sheet.points += if graded { view.points } else { 0.0 };
        let right = view.options.iter().filter(|option| option.right);
        sheet.answers.extend(html.map(|html| PaperAnswer {
            number: view.number,
            points: graded.then_some(view.points),
            letters: right.map(|option| option.letter.clone()).collect(),
            html: each_once(&html),
        }));
    }
    each_once(&writer.template("question-paper.html", &ready))
}

fn head<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    question: &'a Question,
    number: Option<usize>,
) -> QuestionView {
    let mut id = question.id.value.clone();
    let mut copy = 1;
    while !writer.ids.insert(id.clone()) {
        copy += 1;
        id = format!("{}-{copy}", question.id.value);
    }
    writer.gaps = matches!(question.interaction, Interaction::Gaps { .. }).then(Vec::new);
    let prompt_html = writer.fragment(text, &question.stem);
    let gaps = writer.gaps.take().unwrap_or_default();
    QuestionView {
        lang: writer.meta.lang.clone(),
        id,
        number,
        kind: question.kind.to_owned(),
        classes: Vec::new(),
        prompt_html: paragraph(prompt_html, text, &question.stem),
        objective: objective(writer, question),
        points: question.points,
        confidence: question.confidence,
        gaps,
        hint_html: question.hint.as_ref().map(|f| writer.fragment(text, f)),
        ..QuestionView::default()
    }
}

/// A stem of inline nodes alone (from a bank's value it may be one) stands in a paragraph.
fn paragraph(html: String, text: Text<'_>, fragment: &Fragment) -> String {
    let inline = fragment.nodes(text.tree).all(|n| n.kind().is_inline());
    if inline && !html.is_empty() {
        format!("<p>{html}</p>")
    } else {
        html
    }
}

/// What stands on one line: an item, an option, a cell. A value of a bank is a paragraph, whose words are enough here.
fn words<'a>(writer: &mut Writer<'a>, text: Text<'a>, fragment: &'a Fragment) -> String {
    if let [only] = fragment.roots[..]
        && matches!(text.tree.node(only).kind(), NodeKind::Paragraph)
    {
        let nodes: Vec<NodeRef<'a>> = text.tree.node(only).children().collect();
        return writer.blocks(text, &nodes);
    }
    writer.fragment(text, fragment)
}

fn objective(writer: &Writer<'_>, question: &Question) -> Option<String> {
    let wanted = question.objective.as_ref()?;
    let site = writer.studio.site;
    let page = writer.studio.atlas.module(writer.page?)?.page?;
    let objectives = &site.page(page).page().front.module.objectives;
    let found = objectives.iter().find(|o| o.id.value == wanted.value)?;
    Some(writer.facts.expand(&found.text.value, |_, _| {}))
}

/// Fills in the answer. Gives the numbers of the items in the order in which `items_html` shows them.
fn answer<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    (interaction, key): (&'a Interaction, &Key),
    view: &mut QuestionView,
) -> Vec<usize> {
    match interaction {
        Interaction::Choice { options, .. } => view.options = choices(writer, text, options),
        Interaction::TrueFalse {
            answer,
            if_true,
            if_false,
        } => {
            view.truth = Some(TruthView {
                answer: *answer,
                true_html: if_true.as_ref().map(|f| writer.fragment(text, f)),
                false_html: if_false.as_ref().map(|f| writer.fragment(text, f)),
            });
        }
        Interaction::FillIn { accept } => match accept {
            Accept::Texts(texts) => view.accepted.clone_from(texts),
            Accept::Pattern { pattern, texts } => {
                view.accepted.clone_from(texts);
                view.pattern = texts.is_empty().then(|| pattern.clone());
            }
        },
        // The gaps were drawn with the stem.
        Interaction::Gaps { .. } => {}
        Interaction::LongFillIn { model } => {
            view.model_html = model.as_ref().map(|f| writer.fragment(text, f));
        }
        Interaction::Numeric {
            answer,
            tolerance,
            unit,
        } => {
            view.numeric = Some(NumberAnswer {
                value: answer.to_string(),
                tolerance: (*tolerance > 0.0).then(|| tolerance.to_string()),
                unit: unit.clone(),
            });
        }
        Interaction::Matching { pairs, heads } => {
            view.pairs = pairs
                .iter()
                .map(|pair| self::pair(writer, text, pair))
                .collect();
            view.pair_heads = heads.as_ref().map(|heads| self::pair(writer, text, heads));
            let seconds = view.pairs.iter().map(|pair| &pair.right_html);
            let items = distinct(key, seconds);
            return view.show(items);
        }
        Interaction::Grouping { groups } => {
            view.groups = groups.iter().map(|g| group(writer, text, g)).collect();
            let items = view.groups.iter().flat_map(|g| &g.items_html);
            let items = items.cloned().collect();
            return view.show(items);
        }
        Interaction::Sequencing { items } => {
            view.ordered_html = items.iter().map(|f| words(writer, text, f)).collect();
            return view.show(view.ordered_html.clone());
        }
    }
    Vec::new()
}

impl QuestionView {
    /// Shows items mixed. Gives their numbers in the order shown.
    fn show(&mut self, items: Vec<String>) -> Vec<usize> {
        let shown = mixed(&self.id, &items);
        self.items_html = shown.iter().map(|&at| items[at].clone()).collect();
        shown
    }
}

fn choices<'a>(
    writer: &mut Writer<'a>,
    text: Text<'a>,
    options: &'a [ChoiceOption],
) -> Vec<OptionView> {
    let letters = ('A'..='Z').map(String::from);
    let numbers = (27..).map(|n: usize| n.to_string());
    options
        .iter()
        .zip(letters.chain(numbers))
        .map(|(option, letter)| OptionView {
            letter,
            html: words(writer, text, &option.text),
            right: option.correct,
            feedback_html: option.feedback.as_ref().map(|f| writer.fragment(text, f)),
        })
        .collect()
}

fn pair<'a>(writer: &mut Writer<'a>, text: Text<'a>, pair: &'a crate::model::Pair) -> PairView {
    PairView {
        left_html: words(writer, text, &pair.source),
        right_html: words(writer, text, &pair.target),
    }
}

fn group<'a>(writer: &mut Writer<'a>, text: Text<'a>, group: &'a Group) -> GroupView {
    GroupView {
        title_html: words(writer, text, &group.name),
        items_html: group.items.iter().map(|f| words(writer, text, f)).collect(),
    }
}

/// The targets of a match in the order of their numbers, each one time.
fn distinct<'a>(key: &Key, targets: impl Iterator<Item = &'a String>) -> Vec<String> {
    let Key::Match { targets: numbers } = key else {
        return Vec::new();
    };
    let mut out: Vec<String> = Vec::new();
    for (&number, html) in numbers.iter().zip(targets) {
        if number == out.len() {
            out.push(html.clone());
        }
    }
    out
}

/// Another order than the written one, the same in every build: sorted by a hash of the text with the question's id.
/// Where that happens to give the written order, it is turned by one.
fn mixed(seed: &str, items: &[String]) -> Vec<usize> {
    let key = |at: &usize| *blake3::hash(format!("{seed}\n{}", items[*at]).as_bytes()).as_bytes();
    let mut out: Vec<usize> = (0..items.len()).collect();
    out.sort_by_key(key);
    if out.is_sorted() && out.len() > 1 {
        out.rotate_left(1);
    }
    out
}

impl<'a> Writer<'a> {
    /// A gap: a line to write on, in a question with gaps. Elsewhere it was told, and stays as it was written.
    pub(super) fn gap(&mut self, out: &mut String, node: NodeRef<'a>, gap: &GapNode) {
        let Some(number) = self.gaps.as_ref().map(|gaps| gaps.len() + 1) else {
            return self.text(out, node.source());
        };
        let right = if gap.chosen {
            gap.texts.iter().take(1)
        } else {
            gap.texts.iter().take(usize::MAX)
        };
        let view = GapView {
            lang: self.meta.lang.clone(),
            number,
            right: right.cloned().collect(),
            choices: if gap.chosen {
                let shown = mixed(&number.to_string(), &gap.texts);
                shown.iter().map(|&at| gap.texts[at].clone()).collect()
            } else {
                Vec::new()
            },
        };
        let markup = self.template("gap.html", &view);
        self.own(out, &markup);
        self.gaps.get_or_insert_default().push(view);
    }
}
