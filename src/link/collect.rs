//! Sorts documents into pages and what pages share.

use super::local::{Facts, check_languages};
use super::navigation::lang_of;
use super::site::{Included, Links, Meta, Parsed, Shared, page, shared_handout};
use crate::config::Config;
use crate::diagnostic::{DUPLICATE_ID, Diagnostic, Fix, MISSING_TITLE, Outcome, UNKNOWN_NAME};
use crate::model::{Content, FrontMatter, LocalText, NodeKind, Page, PageKind, SharedHandout};
use crate::source::{CONTENT_DIR, FileId, Span, Spanned};
use std::collections::HashSet;

#[derive(Debug, Default)]
pub struct Collected {
    /// In the order of their paths.
    pub pages: Vec<Parsed>,
    /// Sources below `content/` of drafts that are left out.
    pub drafts: Vec<String>,
    pub shared: Shared,
    /// Text files that are copied when something links to them, below `content/`.
    pub attachments: Vec<String>,
    /// The files that are no pages.
    pub others: Vec<FileId>,
}

/// Sorts the documents, which come in the order of their paths.
pub fn collect(parsed: Vec<Parsed>, config: &Config, drafts: bool) -> Outcome<Collected> {
    let mut collected = Collected::default();
    let mut diagnostics = Vec::new();
    for document in parsed {
        let path = below_content(&document.value.path);
        let file = document.value.file;
        match &document.value.content {
            Content::Page(page) if page.front.draft && !drafts => {
                collected.drafts.push(path.to_owned());
            }
            Content::Page(_) => {
                collected.pages.push(document);
                continue;
            }
            Content::Snippet(inner) => {
                let name = inner.name.clone();
                collected.shared.snippets.add(name, included(&document));
            }
            Content::Bank(bank) => {
                let name = bank.name.clone();
                collected.shared.banks.insert(name, included(&document));
            }
            Content::SharedHandout(shared) => {
                let name = shared.name.clone();
                collected.shared.handouts.insert(name, document.clone());
            }
            Content::Facts(_) | Content::Glossary(_) | Content::Bibliography(_) => {
                share(&mut collected.shared, &document);
            }
            Content::Words(_) => collected.shared.words.push(document.clone()),
            Content::Attachment => collected.attachments.push(path.to_owned()),
        }
        collected.others.push(file);
    }
    check_shared(&collected.shared, config, &mut diagnostics);
    Outcome::new(collected, diagnostics)
}

fn included(document: &Parsed) -> Included {
    Included {
        parsed: document.clone(),
        links: Links::default(),
    }
}

/// The path of a file below `content/`.
pub fn below_content(path: &str) -> &str {
    path.strip_prefix(CONTENT_DIR)
        .map_or(path, |p| p.trim_start_matches('/'))
}

fn share(shared: &mut Shared, document: &Parsed) {
    match &document.value.content {
        Content::Facts(facts) => {
            let entries = facts.iter().map(|f| (f.name.value.clone(), f.clone()));
            shared.facts = entries.collect();
        }
        Content::Glossary(entries) => {
            let terms = entries.iter().enumerate();
            shared.terms = terms.map(|(i, e)| (term_key(&e.term.value), i)).collect();
            shared.glossary.clone_from(entries);
        }
        Content::Bibliography(references) => {
            // Of two entries with one key, which was told, the first is the one that is cited.
            let mut seen = HashSet::new();
            let first = references.iter().filter(|r| seen.insert(&r.key.value));
            shared.references = first.cloned().collect();
            let keys = shared.references.iter().enumerate();
            shared.citations = keys.map(|(i, r)| (r.key.value.clone(), i)).collect();
        }
        _ => {}
    }
}

/// Terms are found whatever their case.
#[must_use]
pub fn term_key(term: &str) -> String {
    term.to_lowercase()
}

fn check_shared(shared: &Shared, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let levels = config.levels.iter().map(|level| &level.name);
    for name in levels.chain(config.roles.iter().map(|role| &role.name)) {
        check_languages(name, config, diagnostics);
    }
    let mut facts: Vec<_> = shared.facts.values().collect();
    facts.sort_by_key(|f| f.name.span);
    for fact in facts {
        check_languages(&fact.value, config, diagnostics);
    }
    for (at, entry) in shared.glossary.iter().enumerate() {
        check_languages(&entry.plain, config, diagnostics);
        let kept = shared.terms.get(&term_key(&entry.term.value));
        if let Some(&kept) = kept.filter(|&&kept| kept != at) {
            let message = format!("the term \"{}\" is given twice", entry.term.value);
            diagnostics.push(
                Diagnostic::new(&DUPLICATE_ID, entry.term.span, message).label(
                    shared.glossary[kept].term.span,
                    "here too; upper and lower case are the same",
                ),
            );
        }
    }
    let mut handouts: Vec<&SharedHandout> = shared
        .handouts
        .values()
        .filter_map(shared_handout)
        .collect();
    handouts.sort_by(|a, b| a.name.cmp(&b.name));
    for handout in handouts {
        let texts = handout.key_messages.iter().map(|m| &m.text);
        for text in texts.chain([&handout.title, &handout.summary]) {
            check_languages(text, config, diagnostics);
        }
        check_roles(&handout.front.roles, config, diagnostics);
    }
}

/// Tells roles that the configuration does not have.
pub fn check_roles(roles: &[Spanned<String>], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    for role in roles {
        if !config.roles.iter().any(|r| r.id.value == role.value) {
            let message = format!("there is no role \"{}\"", role.value);
            let known = || config.roles.iter().map(|r| r.id.value.as_str());
            let list: Vec<&str> = known().collect();
            let help = if list.is_empty() {
                "add `roles` to teachback.yaml".to_owned()
            } else {
                format!("known: {}", list.join(", "))
            };
            diagnostics.push(
                Diagnostic::new(&UNKNOWN_NAME, role.span, message)
                    .help(help)
                    .did_you_mean(&role.value, known()),
            );
        }
    }
}

/// What is known of a page, and what is wrong with that.
pub fn meta(
    document: &Parsed,
    shared: &Shared,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Meta {
    let page = page(document).expect("collect hands over pages only");
    let lang = lang_of(&page.name, config);
    let handout = (page.kind == PageKind::Handout)
        .then(|| shared.handouts.get(handout_name(&page.name.group())))
        .flatten()
        .and_then(shared_handout);
    let facts = Facts {
        shared,
        lang,
        fallback: config.language(),
    };
    check_roles(&page.front.roles, config, diagnostics);
    let none = FrontMatter::default();
    let common = handout.map_or(&none, |h| &h.front);
    let own = &page.front;
    let local =
        |text: Option<&LocalText>| text.and_then(|t| t.get(lang, config.language())).cloned();
    let written = own
        .title
        .clone()
        .or_else(|| local(handout.map(|h| &h.title)));
    let title = match &written {
        Some(title) => facts.expand_spanned(title, diagnostics),
        None => untitled(document, page, diagnostics),
    };
    let summary = own
        .summary
        .clone()
        .or_else(|| local(handout.map(|h| &h.summary)));
    Meta {
        title,
        summary: summary
            .map(|s| facts.expand_spanned(&s, diagnostics))
            .unwrap_or_default(),
        lang: lang.to_owned(),
        level: page.name.level,
        roles: values(&own.roles, &common.roles),
        tags: values(&own.tags, &common.tags),
        owner: own
            .owner
            .as_ref()
            .or(common.owner.as_ref())
            .map(|o| o.value.clone()),
        authors: values(&own.authors, &common.authors),
        reviewers: values(&own.reviewers, &common.reviewers),
        reviewed: own
            .reviewed
            .as_ref()
            .or(common.reviewed.as_ref())
            .map(|d| d.value),
        review_every: own
            .review_every
            .as_ref()
            .or(common.review_every.as_ref())
            .map(|p| p.value),
        evidence: own
            .evidence
            .as_ref()
            .or(common.evidence.as_ref())
            .map(|e| e.value),
        draft: own.draft,
        transcript: false,
    }
}

/// The name of the YAML file that a group of handouts shares.
#[must_use]
pub fn handout_name(group: &str) -> &str {
    group.strip_prefix("handouts/").unwrap_or(group)
}

fn values(own: &[Spanned<String>], common: &[Spanned<String>]) -> Vec<String> {
    let list = if own.is_empty() { common } else { own };
    list.iter().map(|text| text.value.clone()).collect()
}

/// A page without a title is told, and called after its first heading or its file.
fn untitled(document: &Parsed, page: &Page, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut roots = page.tree.roots();
    let heading = roots.find(|n| matches!(n.kind(), NodeKind::Heading(h) if h.level == 1));
    let heading = heading
        .map(|h| h.plain_text())
        .filter(|t| !t.trim().is_empty());
    if !page.front.title_told {
        diagnostics.push(missing_title(document, page, heading.as_deref()));
    }
    heading.unwrap_or_else(|| page.name.stem.replace(['-', '_'], " "))
}

fn missing_title(document: &Parsed, page: &Page, heading: Option<&str>) -> Diagnostic {
    let start = Span::start_of(document.value.file);
    let fault = Diagnostic::new(&MISSING_TITLE, start, "this page has no title");
    match (heading, page.front.span) {
        (_, Some(_)) => fault.help("add a line `title: …` to the front matter"),
        (Some(title), None) => {
            let quoted = serde_json::Value::from(title);
            let text = format!("---\ntitle: {quoted}\n---\n\n");
            fault
                .help(format!(
                    "begin the file with `---`, `title: {title}`, `---`"
                ))
                .fix(Fix::replace(
                    "take the heading for the title",
                    true,
                    start,
                    text,
                ))
        }
        (None, None) => {
            fault.help("begin the file with a line `---`, a line `title: …` and a line `---`")
        }
    }
}
