//! Numbers in key messages: they must be the same at every level and in every language.

use super::local::Facts;
use super::messages::{KeyBlock, key_blocks, shared};
use super::quantity::{self, Measure, Quantity};
use super::site::{Group, Site, SitePage, snippet};
use crate::diagnostic::{Diagnostic, KEY_NUMBER_DIFFERS, KEY_NUMBER_MISSING, Severity};
use crate::model::{BlockData, KeyMessage, NodeKind, NodeRef};
use crate::source::Span;
use std::collections::BTreeSet;

/// How deep snippets are read in snippets.
const DEEPEST: usize = 4;

/// What one text says of a message.
#[derive(Debug)]
struct Text {
    /// Where the message is named.
    place: Span,
    numbers: Vec<Number>,
}

#[derive(Debug)]
struct Number {
    measure: Measure,
    value: String,
    is_loose: bool,
    shown: String,
    span: Span,
}

/// Tells numbers of key messages that differ between the variants of a handout, or that one of them leaves out.
#[must_use]
pub fn of_group(site: &Site, group: &Group) -> Vec<Diagnostic> {
    let mut variants = group.variants.clone();
    variants.sort_unstable();
    let pages: Vec<&SitePage> = variants.iter().map(|&id| site.page(id)).collect();
    let Some(shared) = pages.first().and_then(|page| shared(site, page)) else {
        return Vec::new();
    };
    let blocks = pages.iter().map(|page| key_blocks(site, page));
    let blocks: Vec<Vec<KeyBlock<'_>>> = blocks.collect();
    let mut diagnostics = Vec::new();
    for message in &shared.key_messages {
        let given = pages.iter().zip(&blocks).filter_map(|(page, blocks)| {
            let text = given(site, page, blocks, message)?;
            Some((own_text(site, page, message), text))
        });
        let given: Vec<(Option<Text>, Text)> = given.collect();
        compare(&message.id.value, &given, &mut diagnostics);
    }
    diagnostics
}

/// What a page says in its blocks for a message.
fn given(
    site: &Site,
    page: &SitePage,
    blocks: &[KeyBlock<'_>],
    message: &KeyMessage,
) -> Option<Text> {
    let mut own = blocks
        .iter()
        .filter(|block| block.id.value == message.id.value)
        .peekable();
    let place = own.peek()?.id.span;
    let numbers = own
        .flat_map(|block| numbers_of(site, page, block.node))
        .collect();
    Some(Text { place, numbers })
}

/// What the message itself says in the language of a page.
fn own_text(site: &Site, page: &SitePage, message: &KeyMessage) -> Option<Text> {
    let text = message.text.get(&page.meta.lang, site.config.language())?;
    let expanded = facts(site, page).expand(&text.value, |_, _| {});
    let found = quantity::find(&expanded).into_iter();
    let numbers = found.map(|quantity| number(quantity, &expanded, text.span));
    Some(Text {
        place: message.id.span,
        numbers: numbers.collect(),
    })
}

fn facts<'a>(site: &'a Site, page: &'a SitePage) -> Facts<'a> {
    Facts {
        shared: &site.shared,
        lang: &page.meta.lang,
        fallback: site.config.language(),
    }
}

/// The text of a block with facts and snippets put in, and where its pieces were written.
struct Passage<'a> {
    site: &'a Site,
    page: &'a SitePage,
    facts: Facts<'a>,
    text: String,
    /// First byte, place, and whether the bytes of the source are those of the text.
    pieces: Vec<(usize, Span, bool)>,
}

impl<'a> Passage<'a> {
    /// Adds what a block says. A snippet that puts in itself was told: it is read to a depth that nobody needs.
    fn read(&mut self, block: NodeRef<'a>, depth: usize) {
        for node in block.descendants() {
            let (said, exact) = match node.kind() {
                NodeKind::Text(None) => (node.literal(), true),
                NodeKind::Text(_) | NodeKind::Code(_) => (node.literal(), false),
                NodeKind::Fact(name) => (self.facts.get(name).unwrap_or_default(), false),
                NodeKind::Term(term) => (term.shown.as_str(), false),
                NodeKind::SoftBreak | NodeKind::HardBreak => (" ", false),
                kind if !kind.is_inline() => ("\n", false),
                _ => continue,
            };
            self.pieces.push((self.text.len(), node.span(), exact));
            self.text.push_str(said);
            if depth < DEEPEST
                && let NodeKind::Block(inner) = node.kind()
                && let BlockData::Snippet(Some(name)) = &inner.data
                && let Some(entry) = self.site.snippet_for(&name.value, &self.page.meta)
                && let Some(snippet) = snippet(&entry.parsed)
            {
                for root in snippet.tree.roots() {
                    self.read(root, depth + 1);
                }
            }
        }
    }
}

/// The numbers of a block.
fn numbers_of(site: &Site, page: &SitePage, block: NodeRef<'_>) -> Vec<Number> {
    let mut passage = Passage {
        site,
        page,
        facts: facts(site, page),
        text: String::new(),
        pieces: Vec::new(),
    };
    passage.read(block, 0);
    let Passage { text, pieces, .. } = passage;
    let place = |quantity: &Quantity| {
        let at = pieces.partition_point(|(from, _, _)| *from <= quantity.bytes.start);
        let (from, span, exact) = pieces[at - 1];
        let end = pieces.get(at).map_or(text.len(), |(next, _, _)| *next);
        let bytes = quantity.bytes.start - from..quantity.bytes.end.min(end) - from;
        match exact {
            true => span.part(bytes.start, bytes.end),
            false => span,
        }
    };
    let found = quantity::find(&text).into_iter();
    found
        .map(|quantity| {
            let span = place(&quantity);
            number(quantity, &text, span)
        })
        .collect()
}

fn number(quantity: Quantity, text: &str, span: Span) -> Number {
    Number {
        shown: text[quantity.bytes.clone()].to_owned(),
        measure: quantity.measure,
        value: quantity.value,
        is_loose: quantity.is_loose,
        span,
    }
}

impl Text {
    fn of<'a>(&'a self, measure: &'a Measure) -> impl Iterator<Item = &'a Number> {
        let numbers = self.numbers.iter();
        numbers.filter(move |number| number.measure == *measure)
    }

    fn says(&self, number: &Number) -> bool {
        self.of(&number.measure)
            .any(|own| own.value == number.value)
    }

    /// The numbers of a measure that this text insists on and another one does not say.
    fn beyond<'a>(&'a self, measure: &'a Measure, other: &Text) -> Vec<&'a Number> {
        let firm = self.of(measure).filter(|number| !number.is_loose);
        let mut seen = BTreeSet::new();
        firm.filter(|number| !other.says(number) && seen.insert(number.value.clone()))
            .collect()
    }

    /// The values of a measure that this text insists on.
    fn values<'a>(&'a self, measure: &'a Measure) -> BTreeSet<&'a str> {
        let firm = self.of(measure).filter(|number| !number.is_loose);
        firm.map(|number| number.value.as_str()).collect()
    }
}

/// Compares all texts of a message, measure by measure: with the message itself first, then with each other.
fn compare(id: &str, given: &[(Option<Text>, Text)], diagnostics: &mut Vec<Diagnostic>) {
    let all = given
        .iter()
        .flat_map(|(own, text)| own.iter().chain([text]));
    let measures: BTreeSet<&Measure> = all
        .flat_map(|text| &text.numbers)
        .map(|number| &number.measure)
        .collect();
    for measure in measures {
        let mut sound: Vec<&Text> = Vec::new();
        for (own, text) in given {
            let fault = own
                .as_ref()
                .and_then(|own| against_own(id, measure, own, text));
            match fault {
                Some(fault) => diagnostics.push(fault),
                None => sound.push(text),
            }
        }
        among(id, measure, &sound, diagnostics);
    }
}

fn against_own(id: &str, measure: &Measure, own: &Text, text: &Text) -> Option<Diagnostic> {
    let lacking = own.beyond(measure, text);
    let first = *lacking.first()?;
    let extra = text.beyond(measure, own);
    if let Some(wrong) = nearest(&extra, first) {
        return Some(differs(id, wrong, first, "the message itself"));
    }
    let mut fault = missing(id, text.place, &lacking, "the message itself says");
    fault.severity = Severity::Error;
    Some(fault)
}

/// Holds the texts against the one that most of them agree with.
fn among(id: &str, measure: &Measure, texts: &[&Text], diagnostics: &mut Vec<Diagnostic>) {
    let agree = |text: &&Text| {
        let values = text.values(measure);
        let same = texts.iter().filter(|other| other.values(measure) == values);
        if values.is_empty() { 0 } else { same.count() }
    };
    let Some(usual) = texts.iter().copied().rev().max_by_key(agree) else {
        return;
    };
    let mut kept: Vec<&Text> = Vec::new();
    for text in texts {
        let lacking = usual.beyond(measure, text);
        let extra = text.beyond(measure, usual);
        match lacking
            .first()
            .and_then(|first| Some((nearest(&extra, first)?, *first)))
        {
            Some((wrong, right)) => diagnostics.push(differs(id, wrong, right, "another page")),
            None => kept.push(text),
        }
    }
    for text in &kept {
        let mut lacking: Vec<&Number> = Vec::new();
        for number in kept.iter().flat_map(|other| other.beyond(measure, text)) {
            if !lacking.iter().any(|known| known.value == number.value) {
                lacking.push(number);
            }
        }
        if !lacking.is_empty() {
            diagnostics.push(missing(id, text.place, &lacking, "another page says"));
        }
    }
}

/// The number that was probably meant to be another one: the one with the most digits in common.
fn nearest<'a>(numbers: &[&'a Number], wanted: &Number) -> Option<&'a Number> {
    let alike = |number: &&&Number| {
        let same = number
            .value
            .bytes()
            .zip(wanted.value.bytes())
            .filter(|(a, b)| a == b);
        (number.value.len() == wanted.value.len(), same.count())
    };
    numbers.iter().rev().max_by_key(alike).copied()
}

fn differs(id: &str, wrong: &Number, right: &Number, who: &str) -> Diagnostic {
    let message = format!(
        "the key message \"{id}\" says \"{}\" here, and {who} says \"{}\"",
        wrong.shown, right.shown
    );
    Diagnostic::new(&KEY_NUMBER_DIFFERS, wrong.span, message)
        .label(right.span, format!("\"{}\" here", right.shown))
        .help("find out which one is right; content/facts.yaml can state it once for all pages")
}

fn missing(id: &str, place: Span, lacking: &[&Number], who: &str) -> Diagnostic {
    let list: Vec<String> = lacking
        .iter()
        .map(|number| format!("\"{}\"", number.shown))
        .collect();
    let message = format!(
        "the key message \"{id}\" leaves out {}, which {who}",
        list.join(", ")
    );
    Diagnostic::new(&KEY_NUMBER_MISSING, place, message)
        .label(lacking[0].span, "here")
        .help("say it on every page, or move it out of the `key` block of the others")
}
