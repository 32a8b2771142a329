//! Links that do not say where they lead.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::lint::{Lint, Part, Subject};
use crate::model::{NodeKind, NodeRef, PageKind};

pub static LINT: Lint = Lint {
    rule: Rule {
        code: "TB252",
        name: "vague-link-text",
        severity: Severity::Warning,
        summary: "The words of a link do not say where it leads.",
        page: include_str!("vague-link-text.md"),
    },
    check,
};

const ENGLISH: &[&str] = &[
    "click",
    "click here",
    "click this",
    "click this link",
    "details",
    "download",
    "find out more",
    "follow this link",
    "go",
    "go here",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "page",
    "press here",
    "read here",
    "read it here",
    "read more",
    "read this",
    "see here",
    "see more",
    "see this",
    "site",
    "tap here",
    "the link",
    "this",
    "this article",
    "this document",
    "this link",
    "this one",
    "this page",
    "this site",
    "this website",
    "view",
    "view more",
    "visit",
    "website",
];

const SPANISH: &[&str] = &[
    "aquí",
    "aqui",
    "aquí mismo",
    "clic aquí",
    "clic aqui",
    "descargar",
    "en este enlace",
    "enlace",
    "esta página",
    "esta pagina",
    "este",
    "este artículo",
    "este documento",
    "este enlace",
    "este sitio",
    "este vínculo",
    "haga clic aquí",
    "haga clic aqui",
    "haz clic aquí",
    "haz clic aqui",
    "lea más",
    "lea mas",
    "leer más",
    "leer mas",
    "más",
    "más aquí",
    "más detalles",
    "más información",
    "mas informacion",
    "página",
    "pulse aquí",
    "pulse aqui",
    "saber más",
    "sitio",
    "sitio web",
    "ver",
    "ver aquí",
    "ver más",
    "ver mas",
    "vínculo",
];

fn check(subject: &Subject<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(tree) = subject.part.tree() else {
        return;
    };
    let is_script = matches!(subject.part, Part::Page(page) if page.kind() == PageKind::Script);
    let lang = subject.part.lang(subject.site);
    for node in tree.all() {
        let NodeKind::Link(link) = node.kind() else {
            continue;
        };
        // In a script such a link is what somebody says; `<https://…>` shows its address on purpose.
        let spoken = is_script && link.target.starts_with('#');
        if spoken || node.source().starts_with('<') {
            continue;
        }
        diagnostics.extend(tell(node, lang));
    }
}

fn tell(link: NodeRef<'_>, lang: &str) -> Option<Diagnostic> {
    let text = link.plain_text();
    let words = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let vague = match lang.split('-').next() {
        Some("en") => ENGLISH,
        Some("es") => SPANISH,
        _ => &[],
    };
    let message = if vague.contains(&words.as_str()) {
        format!("\"{}\" does not say where this link leads", text.trim())
    } else if is_address(&words) {
        "an address is read out letter by letter, and does not say what is there".to_owned()
    } else {
        return None;
    };
    let help = "name what people find there: [how to store your pills](…); a link is often read alone, without the \
                sentence around it";
    Some(Diagnostic::new(&LINT.rule, link.span(), message).help(help))
}

/// An address with a path. A bare name of a site, such as example.org, is what people call it.
fn is_address(words: &str) -> bool {
    !words.contains(' ')
        && (words.starts_with("http://")
            || words.starts_with("https://")
            || (words.starts_with("www.") && words.contains('/')))
}
