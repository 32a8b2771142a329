//! From text to [`Document`]: every file by itself, nothing looked up in another.

pub mod anchors;
pub mod attributes;
mod bank;
mod bibtex;
pub mod blocks;
mod fences;
mod front_matter;
mod inline;
mod markdown;
mod names;
mod page;
mod quiz;
mod script;
mod shared;
mod text;
mod words;

pub use bank::BANK_KEYS;
pub use front_matter::{COMMON_KEYS, MODULE_KEYS};
pub use markdown::ALERTS;
pub use script::SCRIPT_KEYS;
pub use shared::handout_keys;
pub use words::{WORD_KEYS, words};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, MISPLACED_BLOCK, Outcome};
use crate::model::{Bank, Content, Document, PageKind, Snippet};
use crate::source::{CONTENT_DIR, SourceFile, Span};
use names::Place;

/// Parses one file below `content/`.
pub fn parse(file: &SourceFile, config: &Config) -> Outcome<Document> {
    let below = file.path.strip_prefix(CONTENT_DIR).unwrap_or(&file.path);
    let path = below.trim_start_matches('/');
    let content = match names::place(path) {
        Place::Page(kind) => page(file, path, kind, config),
        Place::Misplaced => {
            let mut outcome = page(file, path, PageKind::Page, config);
            outcome
                .diagnostics
                .push(names::misplaced(Span::start_of(file.id)));
            outcome
        }
        Place::Snippet => snippet(file, path, config),
        Place::Bank => bank(file),
        Place::SharedHandout => shared::handout(file).map(|h| Content::SharedHandout(Box::new(h))),
        Place::Facts => shared::facts(file).map(Content::Facts),
        Place::Glossary => shared::glossary(file).map(Content::Glossary),
        Place::Bibliography => bibtex::read(file).map(Content::Bibliography),
        Place::Words => {
            words::words(file.id, &file.text).map(|list| Content::Words(Box::new(list)))
        }
        Place::Attachment => Outcome::clean(Content::Attachment),
    };
    content.map(|content| Document {
        file: file.id,
        path: file.path.clone(),
        fingerprint: file.fingerprint,
        content,
    })
}

fn page(file: &SourceFile, path: &str, kind: PageKind, config: &Config) -> Outcome<Content> {
    page::parse(file, path, kind, config).map(|page| Content::Page(Box::new(page)))
}

fn snippet(file: &SourceFile, path: &str, config: &Config) -> Outcome<Content> {
    let (name, mut diagnostics) = names::page_name(path, config, Span::start_of(file.id));
    let mut tree = markdown::parse(file.id, &file.text, 0).take(&mut diagnostics);
    let anchors = anchors::assign(&mut tree, &mut diagnostics);
    for question in page::read_blocks(&mut tree, &mut diagnostics) {
        let message = "a question stands in a snippet";
        diagnostics.push(
            Diagnostic::new(&MISPLACED_BLOCK, question.span, message)
                .help("several pages would share its results; write it on a page or in a bank"),
        );
    }
    let lang = name
        .lang
        .map_or(config.language(), |at| config.languages[at].as_str());
    Outcome::new(
        Content::Snippet(Box::new(Snippet {
            name: name.stem,
            level: name.level,
            lang: lang.to_owned(),
            tree,
            anchors,
        })),
        diagnostics,
    )
}

fn bank(file: &SourceFile) -> Outcome<Content> {
    let outcome: Outcome<Bank> = bank::bank(file, &mut markdown::append_fragment);
    outcome.map(|bank| Content::Bank(Box::new(bank)))
}
