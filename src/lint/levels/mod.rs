//! Measures the pages that are written for a reading level.
//!
//! 1. [`known`] says which words of a page readers are told the meaning of: terms of the glossary, and words that the page
//!    explains where it first uses them. They count as easy.
//! 2. The sentences of the page, those of its snippets among them, are graded by the formula of `teachback.yaml`.
//! 3. The hardest sentences and the passages of key messages are graded by themselves.

mod known;

use super::prose::{Prose, Reading};
use super::words::Lexica;
use crate::levels::{HardPassage, KeyPassage, Levels, PageLevel};
use crate::link::{PageId, Site, SitePage, snippet};
use crate::memo::{State, Traced};
use crate::model::{BlockData, NodeKind, Tree};
use crate::readability::text::Sentence;
use crate::readability::{Gauge, GradedSentence, Grading, Language, Tables, Vocabulary};
use crate::source::{Span, Spanned};
use known::Glossary;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// Pages that a worker takes at once: it learns words once for all of them.
const AT_ONCE: usize = 16;

/// Stands in a passage for something that is not read, such as code.
const LEFT_OUT: char = '\u{FFFC}';

/// Read once for all builds of a run, and only when a page has a level.
static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

/// What was measured earlier, page by page.
pub type Memo = Traced<Option<PageLevel>>;

/// Measures every page that has a reading level, again only when it or something that it puts in has changed.
#[must_use]
pub fn measure(site: &Site, state: &Arc<State>, memo: &Memo) -> Levels {
    let glossary = Glossary::new(&site.shared.glossary);
    let of_page = |vocabularies: &mut Vocabularies, at: usize| {
        let page = &site.pages[at];
        page.meta.level?;
        let language = Language::of_code(&page.meta.lang);
        Some(page_level(site, page, &glossary, vocabularies.of(language)))
    };
    let (pages, worker) = (site.pages.len(), Vocabularies::default);
    let measure = || memo.all_with((state, AT_ONCE), pages, worker, of_page);
    // One thread reads the lists of words meanwhile: the rules that come next need them.
    let (measured, ()) = rayon::join(measure, Lexica::read_ahead);
    Levels::new(site.files.clone(), measured)
}

/// Measures one page, with or without a reading level.
#[must_use]
pub fn measure_page(site: &Site, id: PageId) -> PageLevel {
    let page = site.page(id);
    let glossary = Glossary::new(&site.shared.glossary);
    let language = Language::of_code(&page.meta.lang);
    page_level(
        site,
        page,
        &glossary,
        &mut Vocabulary::new(&TABLES, language),
    )
}

/// The words that one worker knows, language by language.
#[derive(Default)]
struct Vocabularies(Vec<Vocabulary<'static>>);

impl Vocabularies {
    fn of(&mut self, language: Language) -> &mut Vocabulary<'static> {
        let known = self.0.iter().position(|v| v.language() == language);
        let at = known.unwrap_or_else(|| {
            self.0.push(Vocabulary::new(&TABLES, language));
            self.0.len() - 1
        });
        &mut self.0[at]
    }
}

fn page_level(
    site: &Site,
    page: &SitePage,
    glossary: &Glossary<'_>,
    vocabulary: &mut Vocabulary<'_>,
) -> PageLevel {
    let language = vocabulary.language();
    let source = PageText::new(site, page);
    let gauge = Gauge::of_name(&site.config.readability.formula, language);
    let known = glossary.find(&source.prose, &source.reading.text);
    let grading = Grading::new(&source.reading.text, &known.words, gauge, vocabulary);
    let graded = grading.finish();
    let level = page.meta.level.and_then(|at| site.config.levels.get(at));
    PageLevel {
        language,
        formula: gauge.title(),
        grade: graded.grade,
        as_written: graded.as_written,
        target: level.and_then(|level| level.max_grade),
        counts: graded.counts,
        hardest: graded
            .hardest
            .iter()
            .filter_map(|s| source.passage(s))
            .collect(),
        keys: source.keys(&grading),
        terms: known.terms,
    }
}

/// What is read on a page.
struct PageText<'a> {
    prose: Prose<'a>,
    reading: Reading,
    /// The key messages that it gives, each with the place of its block.
    keys: Vec<(&'a Spanned<String>, Span)>,
}

impl<'a> PageText<'a> {
    fn new(site: &'a Site, page: &'a SitePage) -> Self {
        let lang = &page.meta.lang;
        let tree = &page.page().tree;
        let mut prose = Prose::of_tree(tree, lang);
        let mut keys = Vec::new();
        let mut snippets: Vec<&str> = Vec::new();
        read_blocks(tree, &mut keys, &mut snippets);
        let mut at = 0;
        while let Some(name) = snippets.get(at) {
            at += 1;
            let entry = site.snippet_for(name, &page.meta);
            if let Some(inner) = entry.and_then(|entry| snippet(&entry.parsed)) {
                prose.runs.extend(Prose::of_tree(&inner.tree, lang).runs);
                read_blocks(&inner.tree, &mut keys, &mut snippets);
            }
        }
        Self {
            reading: Reading::new(&prose, Some(tree)),
            prose,
            keys,
        }
    }

    fn place(&self, bytes: &Range<usize>) -> Option<Span> {
        self.reading.place(&self.prose, bytes)
    }

    fn passage(&self, graded: &GradedSentence) -> Option<HardPassage> {
        let source = self.reading.text.source();
        let words = graded.long_words.iter();
        Some(HardPassage {
            text: source[graded.bytes.clone()].replace(LEFT_OUT, "…"),
            span: self.place(&graded.bytes)?,
            words: graded.words,
            hardness: graded.hardness,
            reasons: graded.reasons.clone(),
            long_words: words.map(|word| source[word.clone()].to_owned()).collect(),
            without: graded.without,
        })
    }

    fn keys(&self, grading: &Grading<'_>) -> Vec<KeyPassage> {
        let sentences = self.reading.text.sentences().iter();
        let placed: Vec<(&Sentence, Span)> = sentences
            .filter_map(|sentence| Some((sentence, self.place(&sentence.bytes)?)))
            .collect();
        let key = |(id, block): &(&Spanned<String>, Span)| {
            let inside = |span: &Span| {
                span.file == block.file && block.start <= span.start && span.end <= block.end
            };
            let own = placed.iter().filter(|(_, span)| inside(span));
            let longest = own.clone().max_by_key(|(sentence, _)| sentence.words.len());
            KeyPassage {
                id: id.value.clone(),
                span: longest.map_or(id.span, |(_, span)| *span),
                grade: grading.grade_of(own.map(|(sentence, _)| *sentence)),
            }
        };
        self.keys.iter().map(key).collect()
    }
}

/// The key blocks of a tree, and the snippets that it puts in, each once.
fn read_blocks<'a>(
    tree: &'a Tree,
    keys: &mut Vec<(&'a Spanned<String>, Span)>,
    snippets: &mut Vec<&'a str>,
) {
    for node in tree.all() {
        let NodeKind::Block(block) = node.kind() else {
            continue;
        };
        match &block.data {
            BlockData::Key(Some(id)) => keys.push((id, node.span())),
            BlockData::Snippet(Some(name)) if !snippets.contains(&name.value.as_str()) => {
                snippets.push(&name.value);
            }
            _ => {}
        }
    }
}
